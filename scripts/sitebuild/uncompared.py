"""Which changed files does a review not look into? It may not say that nothing changed there."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from sitebuild.strict_yaml import LOADER

# What a review compares. A source reaches visitors only through what names it; the title of one
# that was named already is not compared.
COMPARED = ("regions.yml", "sources.yml", "facts.yml", "notices.yml", "docs/*.md", "strings/??.yml")
# Nothing of the site is made of these: guides, tests, and the lists that only checks read.
NEVER_SEEN = (
    ".*", "LICENSE", "Makefile", "tests/*", "pictures/*", "schema/*", "pyproject.toml",
    "requirements-tools.*", "strings/prose/avoid.yml", "strings/prose/names.yml",
    "strings/prose/spelling.yml",
)  # fmt: skip


def uncompared(
    before: Path, after: Path, changed: Iterable[str], *, is_anything_told: bool
) -> Iterator[str]:
    """Yield the changed files whose effect a review does not tell.

    `changed` are paths relative to both folders. A review that tells of no change at all has not
    seen what changed in the files that it compares either: then they are named too. YAML in which
    only comments changed is left out.
    """
    for path in changed:
        is_compared = is_anything_told and _is_one_of(path, COMPARED)
        if not is_compared and not _is_never_seen(path) and _differs(before / path, after / path):
            yield path


def _is_one_of(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, each) for each in patterns)


def _is_never_seen(path: str) -> bool:
    is_guide = path.endswith(".md") and not path.startswith("docs/")
    return is_guide or _is_one_of(path, NEVER_SEEN)


def _differs(one: Path, other: Path) -> bool:
    if not one.is_file() or not other.is_file():
        return True
    if one.suffix == ".yml":
        return _tokens(one) != _tokens(other) or _tokens(one) is None
    return one.read_bytes() != other.read_bytes()


def _tokens(path: Path) -> list[tuple[object, ...]] | None:
    """Return what YAML reads, without comments and places; None when it cannot."""
    try:
        found = list(yaml.scan(path.read_bytes(), Loader=LOADER))
    except yaml.YAMLError:
        return None
    return [(type(each), getattr(each, "value", ""), getattr(each, "plain", "")) for each in found]
