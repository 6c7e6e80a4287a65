"""A fault in regions.yml or sources.yml is told with its line and remedy, and nothing gets through.

Each file of cases/regions/ is one case; cases/README.md says how to add one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from sitebuild.problems import Problem, describe, report
from sitebuild.region_schema import SOURCES_FILE, regions_file
from sitebuild.regions import load_directory
from sitebuild.schema import Field, ListOf, PerKey, Record

CASES = Path(__file__).parent / "cases" / "regions"
BASE = CASES / "base"
TODAY = date(2026, 11, 20)
LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")
FILES = ("regions.yml", "sources.yml")
PARTS = ("field", "found", "message", "remedy")
LONGEST_MESSAGE = 1500


@dataclass(frozen=True)
class Case:
    """One file of cases/regions: what is replaced in which file, and what must be said."""

    name: str
    file: str
    find: str | None
    faulty: str | None
    repaired: str | None
    encoding: str
    expected: list[dict[str, str | int]]


def read_case(path: Path) -> Case:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Case(
        name=path.stem,
        file=raw.get("file", "regions.yml"),
        find=raw.get("find"),
        faulty=raw["faulty"],
        repaired=raw.get("repaired"),
        encoding=raw.get("encoding", "utf-8"),
        expected=raw["expected"],
    )


ALL = [read_case(path) for path in sorted(CASES.glob("*.yml"))]
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


def base(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


def changed(text: str, case: Case, replacement: str | None) -> str | None:
    """Return the text with the case's place replaced; without `find` the whole text is."""
    if case.find is None or replacement is None:
        return replacement
    assert text.count(case.find) == 1, f"{case.name}: 'find' must stand in the base exactly once"
    return text.replace(case.find, replacement)


def write(root: Path, texts: Mapping[str, str | None], encoding: str = "utf-8") -> None:
    """Write the given files in an encoding and the others of the base as they are."""
    for name in FILES:
        text = texts.get(name, base(name))
        if text is not None:
            chosen = encoding if name in texts else "utf-8"
            (root / name).write_bytes(text.encode(chosen))


def problems_of(root: Path) -> list[Problem]:
    """Load a directory; no directory exactly when there are problems."""
    directory, problems = load_directory(root, TODAY, LANGUAGES)
    assert (directory is None) == bool(problems), report(problems)
    return sorted(set(problems))


def line_of(text: str | None, expected: dict[str, str | int]) -> int:
    """Return the line number a case means: a number, or the first line holding a text."""
    wanted = expected["line"]
    if isinstance(wanted, int):
        return wanted
    lines = (text or "").split("\n")
    found = next((number for number, line in enumerate(lines, 1) if wanted in line), None)
    assert found is not None, f"no line holds {wanted!r}"
    return found + int(expected.get("below", 0)) - int(expected.get("above", 0))


def matches(problem: Problem, expected: dict[str, str | int], case: Case, text: str | None) -> bool:
    """Say whether a problem is the expected one: file, line, and every part that is named."""
    place = (problem.path, problem.line) == (
        expected.get("file", case.file),
        line_of(text, expected),
    )
    return place and all(str(expected.get(part, "")) in getattr(problem, part) for part in PARTS)


@each_case
def test_fault_is_told_with_its_place_value_and_remedy(case: Case, tmp_path: Path) -> None:
    text = changed(base(case.file), case, case.faulty)
    write(tmp_path, {case.file: text}, case.encoding)
    found = problems_of(tmp_path)
    assert found, "the fault was not seen"
    said = report(found)
    for expected in case.expected:
        matching = [each for each in found if matches(each, expected, case, text)]
        assert len(matching) == 1, f"expected {expected}\nline {line_of(text, expected)}\n{said}"
    assert len(found) == len(case.expected), f"more is said than is wrong:\n{said}"
    assert all(each.remedy.strip() and each.message.strip() for each in found), said
    assert not any(f'Did you mean "{each.found}"' in each.remedy for each in found), said


@each_case
def test_repaired_twin_passes(case: Case, tmp_path: Path) -> None:
    text = (
        base(case.file) if case.repaired is None else changed(base(case.file), case, case.repaired)
    )
    write(tmp_path, {case.file: text})
    assert report(problems_of(tmp_path)) == report(())


@each_case
def test_messages_are_short_and_printable(case: Case, tmp_path: Path) -> None:
    write(tmp_path, {case.file: changed(base(case.file), case, case.faulty)}, case.encoding)
    for problem in problems_of(tmp_path):
        assert describe(problem).isprintable()
        assert len(describe(problem)) < LONGEST_MESSAGE


def test_base_has_no_fault_and_names_every_field_there_is() -> None:
    assert problems_of(BASE) == []
    seen = {key for name in FILES for key in _keys(yaml.safe_load(base(name)))}
    kinds = (regions_file(LANGUAGES), SOURCES_FILE)
    known = {each.name for kind in kinds for each in _fields(kind)}
    spread = {"tells_tax_office", "tells_municipality", "asks_bsn", "registers"}
    assert known - seen - spread - set(LANGUAGES) == set()


def _keys(node: object) -> list[str]:
    if isinstance(node, list):
        return [key for item in node for key in _keys(item)]
    if isinstance(node, dict):
        return [*map(str, node), *(key for item in node.values() for key in _keys(item))]
    return []


def _fields(kind: object) -> list[Field]:
    match kind:
        case Record():
            return [each for field in kind.fields for each in (field, *_fields(field.kind))]
        case ListOf() | PerKey():
            return _fields(kind.item)
        case _:
            return []


TOGETHER = (
    "unknown-question-before-you-call", "unquoted-time", "life-domain-outside-the-list",
    "hours-not-osm", "phone-of-no-area", "url-http", "html-in-a-region-text",
    "checked-in-the-future", "unknown-source", "desk-outside-the-list", "id-no-slug", "empty-list",
    "municipality-twice-in-one-region", "unused-organisation", "source-date", "flag-in-quotes",
)  # fmt: skip


def test_all_faults_of_both_files_come_in_one_list(tmp_path: Path) -> None:
    chosen = {case.name: case for case in ALL if case.name in TOGETHER}
    assert len(chosen) == len(TOGETHER)
    texts = {name: base(name) for name in FILES}
    for case in chosen.values():
        texts[case.file] = changed(texts[case.file], case, case.faulty) or ""
    write(tmp_path, texts)
    found = problems_of(tmp_path)
    for case in chosen.values():
        # Fields hold the id of the region, which another case of this list changes.
        kept = [{**each, "field": ""} for each in case.expected]
        for expected in kept:
            file = str(expected.get("file", case.file))
            assert any(matches(each, expected, case, texts[file]) for each in found), case.name


def test_report_gives_every_problem_a_line_and_counts_them(
    tmp_path: Path,
) -> None:
    text = base("regions.yml").replace('"GGD A"', '"<b>"').replace('"GGD B"', "12:30")
    write(tmp_path, {"regions.yml": text})
    lines = report(problems_of(tmp_path)).split("\n")
    assert [line.split(":")[0] for line in lines[:2]] == ["regions.yml", "regions.yml"]
    assert all(" -> " in line for line in lines[:2])
    assert lines[2:] == ["2 problems to mend. Nothing was written."]
