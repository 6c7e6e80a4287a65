"""A fault in regions.yml or sources.yml is told with its line and remedy, and nothing gets through.

Each file of cases/regions/ is one case; cases/README.md says how to add one.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from fault_cases import Case, assert_told, changed, matches, read_cases
from sitebuild.problems import Problem, describe, report
from sitebuild.region_schema import SOURCES_FILE, regions_file
from sitebuild.regions import load_directory
from sitebuild.schema import Field, ListOf, PerKey, Record

CASES = Path(__file__).parent / "cases" / "regions"
BASE = CASES / "base"
TODAY = date(2026, 11, 20)
LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")
FILES = ("regions.yml", "sources.yml")
LONGEST_MESSAGE = 1500


ALL = read_cases(CASES, "regions.yml")
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


def base(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


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


@each_case
def test_fault_is_told_with_its_place_value_and_remedy(case: Case, tmp_path: Path) -> None:
    text = changed(base(case.file), case, case.faulty)
    write(tmp_path, {case.file: text}, case.encoding)
    assert_told(problems_of(tmp_path), case, text)


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
