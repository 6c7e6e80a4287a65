"""Which headings, links and references does a Markdown text have?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitebuild.problems import Problem

HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<title>.*?)(?: *\{ *#(?P<id>[a-z0-9-]+) *\})?")
UNSPACED = re.compile(r"#{1,6}[^# ]")
UNDERLINE = re.compile(r"=+|-{2,}")
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
REFERENCE = re.compile(r"\[\[(?P<words>[^\[\]]*)\]\]")
# `[[nl Name]]` marks a Dutch name in another language; the Dutch page has no need of it.
DUTCH = "nl"
RAW_HTML = re.compile(r"<[a-zA-Z/!][^>]*>?")
TEMPLATE_MARKS = ("{{", "{%", "{#%")


@dataclass(frozen=True)
class Mark:
    """Something of the outline: a heading, link or reference, and its line in the file.

    `alone` says whether nothing else stands on that line.
    """

    text: str
    line: int
    alone: bool = False

    @property
    def anchor(self) -> str:
        """The id of a heading."""
        return self.text.partition(" #")[2]


@dataclass(frozen=True)
class Outline:
    """The bones of a text: what must be alike in all languages, in order."""

    headings: tuple[Mark, ...]
    links: tuple[Mark, ...]
    references: tuple[Mark, ...]
    problems: tuple[Problem, ...] = ()


def outline(numbered: Sequence[tuple[int, str]], name: str) -> Outline:
    """Return the outline of Markdown lines, each with its number in file `name`."""
    headings = tuple(_headings(numbered))
    return Outline(
        headings=headings,
        links=tuple(_marks(numbered, LINK, "target")),
        references=tuple(_marks(numbered, REFERENCE, "words")),
        problems=(
            *_heading_problems(headings, name),
            *_odd_headings(numbered, name),
            *_code_problems(numbered, name),
        ),
    )


def _headings(numbered: Sequence[tuple[int, str]]) -> Iterator[Mark]:
    for number, line in numbered:
        if match := HEADING.fullmatch(line.rstrip()):
            yield Mark(f"{match['level']} #{match['id'] or ''}", number)


def _marks(numbered: Sequence[tuple[int, str]], pattern: re.Pattern[str], group: str) -> list[Mark]:
    return [
        Mark(match[group], number, alone=match[0] == line.rstrip())
        for number, line in numbered
        for match in pattern.finditer(line)
    ]


def _heading_problems(headings: Sequence[Mark], name: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    before = 0
    for heading in headings:
        level, _, anchor = heading.text.partition(" #")
        if not anchor:
            remedy = "Add an English id: '## Heading { #heading }'."
            yield Problem(name, heading.line, "", "", "This heading has no id.", remedy)
        elif anchor in seen:
            message = f"This id stands twice; the first is on line {seen[anchor]}."
            yield Problem(name, heading.line, "", anchor, message, "Rename one of the two.")
        if len(level) > before + 1:
            message = f"A heading of level {len(level)} follows one of level {before}."
            remedy = "Do not skip a level; a page starts with one '# '."
            yield Problem(name, heading.line, "", level, message, remedy)
        before = len(level)
        seen.setdefault(anchor, heading.line)


def _odd_headings(numbered: Sequence[tuple[int, str]], name: str) -> Iterator[Problem]:
    """Yield headings in a form that we do not read, so that none goes unchecked."""
    before = ""
    for number, line in numbered:
        underlined = UNDERLINE.fullmatch(line.rstrip()) and before.strip()
        if underlined or UNSPACED.match(line):
            remedy = "Write it like '## Heading { #heading }', with a space after the marks."
            yield Problem(name, number, "", line, "This heading is written in another way.", remedy)
        before = line


def _code_problems(numbered: Sequence[tuple[int, str]], name: str) -> Iterator[Problem]:
    for number, line in numbered:
        marks = [mark for mark in TEMPLATE_MARKS if mark in line]
        found = RAW_HTML.search(line)
        if found or marks:
            text = found[0] if found else marks[0]
            remedy = "Write it in Markdown; see CONTRIBUTING."
            yield Problem(name, number, "", text, "HTML or template code stands here.", remedy)


def differences(source: Outline, other: Outline, name: str) -> Iterator[Problem]:
    """Yield where a translation's bones differ from the Dutch, naming the translation's line."""
    pairs = (
        ("heading", source.headings, other.headings),
        ("link", source.links, other.links),
        ("reference", source.references, _shared(other.references)),
    )
    for what, wanted, found in pairs:
        yield from _first_difference(what, wanted, found, name)


def _shared(references: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in references if not mark.text.startswith(f"{DUTCH} ")]


def _first_difference(
    what: str, wanted: Sequence[Mark], found: Sequence[Mark], name: str
) -> Iterator[Problem]:
    """Only the first: after it everything is shifted and would be noise."""
    for mine, theirs in zip(wanted, found, strict=False):
        if mine.text != theirs.text:
            message = f"The Dutch has another {what} here (its line {mine.line})."
            remedy = f"Make it: {mine.text}"
            yield Problem(name, theirs.line, "", theirs.text, message, remedy)
            return
    if len(wanted) > len(found):
        missing = wanted[len(found)]
        line = found[-1].line if found else 1
        message = f"A {what} of the Dutch is missing (its line {missing.line})."
        yield Problem(name, line, "", "", message, f"Add: {missing.text}")
    elif len(found) > len(wanted):
        extra = found[len(wanted)]
        message = f"The Dutch does not have this {what}."
        yield Problem(
            name, extra.line, "", extra.text, message, "Remove it, or add it to the Dutch."
        )
