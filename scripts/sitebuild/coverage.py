"""What is known of a region beside what organisations say? Reads coverage.yml, line by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sitebuild.problems import Problem
from sitebuild.reading import named_records_of, records_of, text_of, texts_of
from sitebuild.region_schema import LIFE_DOMAINS, SPOKEN
from sitebuild.schema import DAY, SLUG, Code, Field, ListOf, PerKey, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml
from sitebuild.values import Complaint, check_slug

COVERAGE_NAME = "coverage.yml"
COUNTRY = "all"  # in place of a region: said of the whole country
GROUPS = (
    "women", "men", "trans", "thai", "latin-american", "east-european", "escorts", "home-workers",
    "no-licence", "no-residence-permit", "under-23", "asylum-seekers",
)  # fmt: skip
# Dutch is left out: nobody writes down that it is spoken, and "unknown" would look odd.
SPOKEN_BESIDE_DUTCH = tuple(code for code in SPOKEN if code != "nl")
SUBJECTS = (*LIFE_DOMAINS, *GROUPS, *SPOKEN_BESIDE_DUTCH)


class Value(StrEnum):
    """What is known of one subject in one region."""

    YES = "yes"
    NO = "no"
    GAP = "gap"
    UNKNOWN = "unknown"


STATED = (Value.YES, Value.NO, Value.GAP)


def check_value(text: str) -> Complaint | None:
    """Accept what a statement may say; 'unknown' is said by leaving it out."""
    if text in STATED:
        return None
    remedy = f"Choose from: {', '.join(STATED)}. Nobody knows? Remove the statement."
    return Complaint("This is not known as a value.", remedy)


def check_step(text: str) -> Complaint | None:
    """Accept a place on the map: tiles from the edge, halves too."""
    if re.fullmatch(r"[0-9](\.5)?", text):
        return None
    return Complaint("This is no place on the map.", 'Write tiles from the edge: "2" or "2.5".')


NOTE = Text(most=600)
STATEMENT = Record(
    (
        Field("region", SLUG, "region id, or `all` for the whole country", required=True),
        Field("subjects", ListOf(Code(SUBJECTS)), "what it is about", required=True),
        Field("value", Text(check_value, 10), 'in quotes: "yes", "no" or "gap"', required=True),
        Field("sources", ListOf(SLUG), "keys of sources.yml", required=True),
        Field("checked", DAY, "the day one of us asked the region"),
        Field("checked_by", Text(most=20), "initials of who asked"),
        Field("despite", ListOf(SLUG), "organisations that say the opposite, and that is true too"),
        Field("note", NOTE, "for editors; never shown"),
    )
)
STEP = Text(check_step, 3)
TILE = Record(
    (
        Field("column", STEP, "tiles from the left", required=True),
        Field("row", STEP, "tiles from the top", required=True),
    )
)
COVERAGE_FILE = Record(
    (
        Field("statements", ListOf(STATEMENT), "what is known", required=True),
        Field("tiles", PerKey(check_slug, TILE), "regions on the map", required=True),
    )
)


@dataclass(frozen=True)
class Statement:
    """That some subjects are there, are not there or fall short in a region, and who says so."""

    region: str
    subjects: tuple[str, ...]
    value: Value
    sources: tuple[str, ...]
    line: int
    checked: str = ""
    checked_by: str = ""
    despite: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tile:
    """The place of a region on the map, in tiles from its upper left corner."""

    region: str
    column: float
    row: float
    line: int


@dataclass(frozen=True)
class CoverageFile:
    """Everything that coverage.yml holds."""

    statements: tuple[Statement, ...]
    tiles: Mapping[str, Tile]


def load_coverage(root: Path, today: date) -> tuple[CoverageFile, tuple[Problem, ...]]:
    """Return what coverage.yml says, and every problem it has by itself.

    With a problem of form it is returned empty; `coverage_checks` compares it with other files.
    """
    tree, problems = read_yaml(root / COVERAGE_NAME, COVERAGE_NAME)
    if not isinstance(tree, Tree):
        return CoverageFile((), {}), problems
    problems += tuple(check_node(tree, COVERAGE_FILE, "coverage", COVERAGE_NAME))
    if problems:
        return CoverageFile((), {}), problems
    statements = tuple(_statements(tree))
    tiles = {
        key.text: _tile(key.text, key.line, node) for key, node in named_records_of(tree, "tiles")
    }
    problems = (*_said_twice(statements), *_wrong_checks(statements, today))
    return CoverageFile(statements, tiles), problems


def _statements(tree: Tree) -> Iterator[Statement]:
    for node in records_of(tree, "statements"):
        yield Statement(
            region=text_of(node, "region"),
            subjects=texts_of(node, "subjects"),
            value=Value(text_of(node, "value")),
            sources=texts_of(node, "sources"),
            line=node.line,
            checked=text_of(node, "checked"),
            checked_by=text_of(node, "checked_by"),
            despite=texts_of(node, "despite"),
        )


def _tile(region: str, line: int, node: Tree) -> Tile:
    return Tile(region, float(text_of(node, "column")), float(text_of(node, "row")), line)


def field_of(statement: Statement, field: str) -> str:
    """Return how messages name a field of a statement."""
    return f"statements[{statement.region}].{field}"


def _said_twice(statements: tuple[Statement, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for each in statements:
        for subject in each.subjects:
            line = first.setdefault((each.region, subject), each.line)
            if line != each.line or each.subjects.count(subject) > 1:
                message = f"This region and subject stand in line {line} already."
                remedy = "Keep one of the two; its sources can be several."
                field = field_of(each, "subjects")
                yield Problem(COVERAGE_NAME, each.line, field, subject, message, remedy)


def _wrong_checks(statements: tuple[Statement, ...], today: date) -> Iterator[Problem]:
    for each in statements:
        if bool(each.checked) != bool(each.checked_by):
            message = "A check needs a day and initials: checked and checked_by."
            field, remedy = field_of(each, "checked"), "Add the other one, or remove this one."
            found = each.checked or each.checked_by
            yield Problem(COVERAGE_NAME, each.line, field, found, message, remedy)
        if each.checked > today.isoformat():
            message, field = "This date lies in the future.", field_of(each, "checked")
            yield Problem(COVERAGE_NAME, each.line, field, each.checked, message, "Mend the date.")
