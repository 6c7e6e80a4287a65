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
# `[words]: address` elsewhere on the page.
FAR_LINK = re.compile(r"\s*\[[^\]]+\]:")
ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])[^{}]*\}")
# What stands there is told with the heading.
HEADING_END = re.compile(r"(?<!^)\{[^{}]*\}\s*$")
PLAIN_ATTRIBUTE = re.compile(r"\{ *[#.][a-z][a-z0-9-]* *\}")
CELL_EDGE = re.compile(r"(?<!\\)\|")
SCHEME = re.compile(r"[^/#?]*:")
SCHEMES = ("https:", "mailto:", "tel:")  # of these, numbers and addresses may not be typed either
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
            *_odd_marks(numbered, name),
            *_odd_tables(numbered, name),
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


def _odd_marks(numbered: Sequence[tuple[int, str]], name: str) -> Iterator[Problem]:
    """Yield links in a form that we do not read, and marks that set more than an id or a class."""
    for number, line in numbered:
        if line.count("](") > len(LINK.findall(line)) or FAR_LINK.match(line):
            remedy = "Write it like '[words](../rights/taxes.md#vat)', without a title or spaces."
            yield Problem(name, number, "", line, "This link is written in another way.", remedy)
        for target in LINK.findall(line):
            scheme = SCHEME.match(target)
            if (scheme and scheme[0].lower() not in SCHEMES) or target.startswith(("/", "\\")):
                remedy = "Use a path like '../rights/taxes.md', or an address with https://."
                yield Problem(name, number, "", target, "A link may not lead there.", remedy)
        rest = HEADING_END.sub("", line) if line.startswith("#") else line
        for found in ATTRIBUTES.findall(rest):
            if not PLAIN_ATTRIBUTE.fullmatch(found):
                remedy = "Between { and } only an id ({ #taxes }) or a class ({ .summary })."
                yield Problem(name, number, "", found, "This mark sets something else.", remedy)


def _odd_tables(numbered: Sequence[tuple[int, str]], name: str) -> Iterator[Problem]:
    """Yield rows of a table with more or fewer cells than its first row."""
    cells = 0
    for number, line in numbered:
        row = line.strip()
        if not row.startswith("|"):
            cells = 0
            continue
        here = len(CELL_EDGE.findall(row))
        cells = cells or here
        if here != cells or not row.endswith("|"):
            remedy = f"Give it {cells - 1} cells, each between two '|'."
            message = "This row has another number of cells than the table's first row."
            yield Problem(name, number, "", line, message, remedy)


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
        message = f"Here a {what} of the Dutch is missing (its line {missing.line})."
        yield Problem(name, line, "", "", message, f"Add: {missing.text}")
    elif len(found) > len(wanted):
        extra = found[len(wanted)]
        message = f"The Dutch does not have this {what}."
        yield Problem(
            name, extra.line, "", extra.text, message, "Remove it, or add it to the Dutch."
        )
