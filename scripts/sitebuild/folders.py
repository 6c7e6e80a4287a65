"""Which files may lie in docs/? MkDocs would publish any of them, so only pages of ours may."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitebuild.languages import Language
from sitebuild.problems import Problem

DOCS = "docs"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
INDEX = "index"


def wrong_files(root: Path, languages: Sequence[Language]) -> Iterator[Problem]:
    """Yield every file of docs/ that is no page of a language, or that takes another's address."""
    docs = root / DOCS
    codes = {each.code for each in languages}
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            remedy = "Put the file itself here: a link can lead out of the project."
            yield Problem(name, 1, "", "", "This is a link to another place.", remedy)
        elif path.is_file():
            yield from _wrong_file(path.relative_to(docs), name, codes)
            yield from _second_page(path, name)


def _wrong_file(path: Path, name: str, codes: set[str]) -> Iterator[Problem]:
    lang, *folders = path.parts[:-1] or ("",)
    if lang not in codes:
        remedy = f"Pages stand in docs/<language>/, with one of: {', '.join(sorted(codes))}."
        yield Problem(name, 1, "", lang, "This is no language of the site.", remedy)
    elif path.suffix != ".md":
        remedy = "Only pages (.md) belong here; pictures and styles have no place in a page."
        yield Problem(name, 1, "", path.suffix, "This is no page.", remedy)
    else:
        wrong = [each for each in (*folders, path.stem) if not NAME.fullmatch(each)]
        if wrong:
            remedy = "Use small letters a-z, digits and hyphens, such as 'work-and-income'."
            yield Problem(name, 1, "", wrong[0], "This name cannot stand in an address.", remedy)


def _second_page(path: Path, name: str) -> Iterator[Problem]:
    """x.md and x/index.md would both be the page x/."""
    other = path.with_suffix("") / f"{INDEX}.md"
    if path.suffix == ".md" and other.is_file():
        remedy = f"Keep one of the two: {name} or {name.removesuffix('.md')}/{INDEX}.md."
        yield Problem(name, 1, "", "", "Two pages have one address.", remedy)
