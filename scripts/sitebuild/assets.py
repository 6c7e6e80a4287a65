"""Under which names do the files of assets/ leave? A name holds a hash: new bytes, new name.

A browser or a host may then keep such a file for ever, and still nobody gets an old one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

import rcssmin
import rjsmin

ASSETS = "assets"  # the folder, in overrides/ and in the site
HASH_LENGTH = 8
# How our scripts name each other: `from "./find.js"`, `import("./beside.js")`.
REFERENCE = re.compile(r'"\./([\w/-]+\.js)"')
SMALLER: Mapping[str, Callable[[str], str]] = {".js": rjsmin.jsmin, ".css": rcssmin.cssmin}


@dataclass(frozen=True)
class Asset:
    """A file as it leaves: its path under assets/, with the hash, and its text."""

    path: str
    text: str


def public_assets(files: Mapping[str, str]) -> dict[str, Asset]:
    """Return each file under its own name as it leaves: small, with hashes in all references.

    Raises ValueError when a script names a file that is not there, or itself by a detour.
    """
    done: dict[str, Asset] = {}
    for name in files:
        _finish(name, files, done, ())
    return done


def _finish(
    name: str, files: Mapping[str, str], done: dict[str, Asset], on_the_way: tuple[str, ...]
) -> Asset:
    """Finish what a script names before the script: its own hash covers their names."""
    if name in on_the_way or name not in files:
        raise ValueError(f"assets/{on_the_way[-1]} names {name}: not there, or in a circle.")
    if name not in done:

        def named(found: re.Match[str]) -> str:
            return f'"./{_finish(found[1], files, done, (*on_the_way, name)).path}"'

        text = SMALLER.get(PurePosixPath(name).suffix, str)(files[name])
        text = REFERENCE.sub(named, text) if name.endswith(".js") else text
        done[name] = Asset(_hashed(name, text), text)
    return done[name]


def _hashed(name: str, text: str) -> str:
    path = PurePosixPath(name)
    digest = sha256(text.encode("utf-8")).hexdigest()[:HASH_LENGTH]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))
