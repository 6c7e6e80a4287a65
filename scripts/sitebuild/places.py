"""Which towns, postcodes and other town names are there? Reads data/*.csv and checks them.

Where the three tables come from is told in data/README.md.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.problems import Problem, did_you_mean
from sitebuild.strict_yaml import read_text

TOWNS = "data/towns.csv"
POSTCODES = "data/postcodes.csv"
TOWN_NAMES = "data/town-names.csv"

TOWN_COLUMNS = ("town", "woonplaats_code", "municipality", "cbs_code")
POSTCODE_COLUMNS = ("pc4", "municipality_codes")
TOWN_NAME_COLUMNS = ("town", "lang", "name", "source")

# What a cell must look like, and how to say so; `source` is free text.
NAME = (re.compile(r".*[^\W\d_].*"), "a name")
FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "town": NAME,
    "municipality": NAME,
    "name": NAME,
    "woonplaats_code": (re.compile(r"\d{4}"), "four digits, such as 1245"),
    "cbs_code": (re.compile(r"GM\d{4}"), "GM and four digits, such as GM0518"),
    "pc4": (re.compile(r"[1-9]\d{3}"), "four digits, the first not 0, such as 2512"),
    "municipality_codes": (
        re.compile(r"GM\d{4}( GM\d{4})*"),
        "codes such as GM0518 with one space between them",
    ),
    "lang": (re.compile(r"[a-z]{2}"), "two small letters, such as bg"),
}


@dataclass(frozen=True)
class Town:
    """A town (CBS: woonplaats) in one municipality; the same name can stand for several."""

    name: str
    woonplaats_code: str
    municipality: str
    cbs_code: str


@dataclass(frozen=True)
class Postcode:
    """The four digits of a postcode and its municipalities, the one with most addresses first."""

    digits: str
    municipality_codes: tuple[str, ...]


@dataclass(frozen=True)
class TownName:
    """What a town is called in another language, or in everyday speech."""

    town: str
    lang: str
    name: str


@dataclass(frozen=True)
class Places:
    """All that the finder knows about places, in the order of the files."""

    towns: tuple[Town, ...]
    postcodes: tuple[Postcode, ...]
    names: tuple[TownName, ...]


@dataclass(frozen=True)
class _Row:
    """One line of a table: its cells by column name."""

    path: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, column: str, message: str, remedy: str) -> Problem:
        return Problem(self.path, self.line, column, self.cells.get(column, ""), message, remedy)


def load_places(root: Path) -> tuple[Places | None, tuple[Problem, ...]]:
    """Return the places of data/*.csv under `root`, or None; and every problem found."""
    towns, problems = _read(root, TOWNS, TOWN_COLUMNS)
    postcodes, more = _read(root, POSTCODES, POSTCODE_COLUMNS)
    names, wrong_names = _read(root, TOWN_NAMES, TOWN_NAME_COLUMNS)
    problems += (*more, *wrong_names)
    if not problems:
        problems = (
            *_town_problems(towns),
            *_postcode_problems(postcodes, {row["cbs_code"] for row in towns}),
            *_name_problems(names, [row["town"] for row in towns]),
        )
    return (None if problems else _places(towns, postcodes, names)), problems


def _places(towns: Sequence[_Row], postcodes: Sequence[_Row], names: Sequence[_Row]) -> Places:
    return Places(
        towns=tuple(Town(*(row[column] for column in TOWN_COLUMNS)) for row in towns),
        postcodes=tuple(
            Postcode(row["pc4"], tuple(row["municipality_codes"].split())) for row in postcodes
        ),
        names=tuple(TownName(row["town"], row["lang"], row["name"]) for row in names),
    )


def _read(root: Path, name: str, columns: Sequence[str]) -> tuple[list[_Row], tuple[Problem, ...]]:
    """Return a table's rows and what is wrong with their form; further columns are left alone."""
    text, problems = read_text(root / name, name)
    if text is None:
        return [], problems
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        remedy = "Put a cell with a comma or a quote between double quotes, and close them."
        message = f"This line cannot be read: {error}."
        return [], (Problem(name, reader.line_num, "", "", message, remedy),)
    if missing := [column for column in columns if column not in header]:
        remedy = f"Let the first line name the columns: {','.join(columns)}."
        message = f"These columns are missing: {', '.join(missing)}."
        return [], (Problem(name, 1, "", ",".join(header), message, remedy),)
    wrong = tuple(_wrong_lengths(name, lines, len(header)))
    rows = [_Row(name, line, dict(zip(header, cells, strict=False))) for line, cells in lines]
    if not rows:
        remedy = "Put the table back: the finder cannot do without it."
        wrong = (Problem(name, 1, "", "", "The table is empty.", remedy),)
    return rows, wrong or tuple(_wrong_cells(rows, columns))


def _wrong_lengths(
    name: str, lines: Sequence[tuple[int, list[str]]], wanted: int
) -> Iterator[Problem]:
    for line, cells in lines:
        if len(cells) != wanted:
            message = f"This line has {len(cells)} cells; the first line has {wanted}."
            remedy = "Add or remove commas; a text with a comma goes between double quotes."
            yield Problem(name, line, "", ",".join(cells), message, remedy)


def _wrong_cells(rows: Sequence[_Row], columns: Sequence[str]) -> Iterator[Problem]:
    for row in rows:
        for column in columns:
            text = row[column]
            if not text or text != text.strip():
                message = "This is empty, or has a space at its start or end."
                yield row.problem(column, message, "Fill it in, without spaces around it.")
            elif column in FORMS and not FORMS[column][0].fullmatch(text):
                message = "This is not written as it should be."
                yield row.problem(column, message, f"Write {FORMS[column][1]}.")


def _repeated(
    rows: Sequence[_Row], column: str, key: Callable[[_Row], object]
) -> Iterator[Problem]:
    """Yield a problem at `column` for every row whose key an earlier row had."""
    first: dict[object, int] = {}
    for row in rows:
        line = first.setdefault(key(row), row.line)
        if line != row.line:
            message = f"This stands in line {line} already."
            yield row.problem(column, message, "Keep one of the two lines.")


def _town_problems(rows: Sequence[_Row]) -> Iterator[Problem]:
    # A town that lies in two municipalities has two codes: CBS counts it as two towns.
    yield from _repeated(rows, "woonplaats_code", lambda row: row["woonplaats_code"])
    yield from _repeated(rows, "town", lambda row: (row["town"], row["cbs_code"]))
    yield from _unequal(rows, "cbs_code", "municipality")
    yield from _unequal(rows, "municipality", "cbs_code")


def _unequal(rows: Sequence[_Row], given: str, column: str) -> Iterator[Problem]:
    """Yield a problem where equal cells in `given` go with different cells in `column`."""
    first: dict[str, _Row] = {}
    for row in rows:
        other = first.setdefault(row[given], row)
        if row[column] != other[column]:
            message = f"Line {other.line} has {other[column]} with {row[given]}."
            yield row.problem(column, message, "Make the two lines alike.")


def _postcode_problems(rows: Sequence[_Row], known: set[str]) -> Iterator[Problem]:
    yield from _repeated(rows, "pc4", lambda row: row["pc4"])
    for row in rows:
        codes = row["municipality_codes"].split()
        for code in sorted(set(codes) - known):
            message = f"No town of {TOWNS} lies in municipality {code}."
            remedy = "Check the code with CBS; after a merger use the new municipality's code."
            yield row.problem("municipality_codes", message, remedy)
        if len(set(codes)) < len(codes):
            message = "A municipality stands here twice."
            yield row.problem("municipality_codes", message, "Name each municipality once.")


def _name_problems(rows: Sequence[_Row], towns: Sequence[str]) -> Iterator[Problem]:
    yield from _repeated(rows, "name", lambda row: (row["town"], row["lang"], row["name"]))
    for row in rows:
        count = towns.count(row["town"])
        if count == 0:
            remedy = f"Write the town as {TOWNS} does.{did_you_mean(row['town'], towns)}"
            yield row.problem("town", f"No town of {TOWNS} has this name.", remedy)
        elif count > 1:
            message = f"{count} towns of {TOWNS} have this name; which one is unclear."
            yield row.problem("town", message, "Remove the line: the finder has to ask.")
