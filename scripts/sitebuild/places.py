"""Which towns, postcodes and other names of towns are there? Reads data/*.csv strictly."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.problems import Problem
from sitebuild.strict_yaml import read_text

TOWNS = "data/towns.csv"
POSTCODES = "data/postcodes.csv"
TOWN_NAMES = "data/town-names.csv"
CBS_CODE = re.compile(r"GM\d{4}")
POSTCODE = re.compile(r"[1-9]\d{3}")
Row = tuple[int, Mapping[str, str]]


@dataclass(frozen=True)
class Town:
    """A town (woonplaats) in one municipality; names may occur more than once."""

    town: str
    municipality: str
    cbs_code: str


@dataclass(frozen=True)
class Postcode:
    """The four digits of a postcode and the codes of its municipalities, one or two."""

    pc4: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class TownName:
    """Another name of a town, as people of a language write it."""

    town: str
    lang: str
    name: str


@dataclass(frozen=True)
class Places:
    """All places that the finder knows."""

    towns: tuple[Town, ...]
    postcodes: tuple[Postcode, ...]
    names: tuple[TownName, ...]


def load_places(root: Path) -> tuple[Places | None, tuple[Problem, ...]]:
    """Read the three files under `root`; return the places, or None with every problem."""
    towns, problems = _rows(root, TOWNS, ("town", "municipality", "cbs_code"))
    postcodes, more = _rows(root, POSTCODES, ("pc4", "municipality_codes"))
    names, others = _rows(root, TOWN_NAMES, ("town", "lang", "name"))
    problems = [*problems, *more, *others]
    places = Places(
        towns=tuple(Town(row["town"], row["municipality"], row["cbs_code"]) for _, row in towns),
        postcodes=tuple(
            Postcode(row["pc4"], tuple(row["municipality_codes"].split())) for _, row in postcodes
        ),
        names=tuple(TownName(row["town"], row["lang"], row["name"]) for _, row in names),
    )
    problems += _wrong_towns(towns)
    problems += _wrong_postcodes(postcodes, {town.cbs_code for town in places.towns})
    problems += _wrong_names(names, {town.town for town in places.towns})
    return (None if problems else places), tuple(problems)


def _rows(root: Path, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    text, problems = read_text(root / name, name)
    if text is None:
        return [], list(problems)
    table = csv.DictReader(text.splitlines())
    missing = [column for column in columns if column not in (table.fieldnames or ())]
    if missing:
        remedy = f"The first line must name: {', '.join(columns)}."
        found = ", ".join(table.fieldnames or ())
        return [], [Problem(name, 1, ", ".join(missing), found, "A column is missing.", remedy)]
    rows = [(number, row) for number, row in enumerate(table, start=2)]
    return rows, list(_empty_cells(rows, columns, name))


def _empty_cells(rows: Sequence[Row], columns: Sequence[str], name: str) -> Iterator[Problem]:
    for line, row in rows:
        for column in columns:
            if not row[column]:
                yield Problem(name, line, column, "", "This cell is empty.", "Fill it in.")


def _wrong(rows: Sequence[Row], name: str, column: str, fits: Callable[[str], bool], what: str,
           remedy: str) -> Iterator[Problem]:  # fmt: skip
    for line, row in rows:
        if row[column] and not fits(row[column]):
            yield Problem(name, line, column, row[column], what, remedy)


def _doubles(rows: Sequence[Row], name: str, columns: Sequence[str]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        key = tuple(row[column] for column in columns)
        if key in first:
            message = f"This row stands twice; the first is on line {first[key]}."
            yield Problem(name, line, columns[0], row[columns[0]], message, "Keep one of the two.")
        first.setdefault(key, line)


def _wrong_towns(rows: Sequence[Row]) -> Iterator[Problem]:
    what, remedy = "This is not a CBS municipality code.", 'Write it like "GM0363".'
    yield from _wrong(rows, TOWNS, "cbs_code", lambda x: bool(CBS_CODE.fullmatch(x)), what, remedy)
    yield from _doubles(rows, TOWNS, ("town", "cbs_code"))


def _wrong_postcodes(rows: Sequence[Row], codes: set[str]) -> Iterator[Problem]:
    what, remedy = "This is not a postcode.", "Write its four digits."
    yield from _wrong(rows, POSTCODES, "pc4", lambda x: bool(POSTCODE.fullmatch(x)), what, remedy)
    what, remedy = "There is no such municipality in data/towns.csv.", "Check the codes with CBS."
    yield from _wrong(
        rows, POSTCODES, "municipality_codes", lambda x: set(x.split()) <= codes, what, remedy
    )
    yield from _doubles(rows, POSTCODES, ("pc4",))


def _wrong_names(rows: Sequence[Row], towns: set[str]) -> Iterator[Problem]:
    what, remedy = "There is no such town in data/towns.csv.", "Spell it as that file does."
    yield from _wrong(rows, TOWN_NAMES, "town", lambda x: x in towns, what, remedy)
    yield from _doubles(rows, TOWN_NAMES, ("lang", "name"))
