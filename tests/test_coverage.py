"""Is what is said per region true to the files, and is unknown never a no?

Each file of cases/coverage/ is one fault in coverage.yml, or in the invented regions.yml beside
it; cases/README.md says how to add one.
"""

import csv
import io
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from fault_cases import Case, assert_told, changed, read_cases
from sitebuild.content import Content
from sitebuild.coverage import COUNTRY, SUBJECTS, Value, load_coverage
from sitebuild.coverage_cells import Coverage, coverage
from sitebuild.coverage_checks import wrong_coverage
from sitebuild.coverage_csv import COLUMNS, coverage_csv
from sitebuild.coverage_view import CoverageView
from sitebuild.problems import Problem, report
from sitebuild.publishing import publish
from sitebuild.regions import load_directory

CASES = Path(__file__).parent / "cases" / "coverage"
BASES = (CASES / "base", Path(__file__).parent / "cases" / "regions" / "base")
TODAY = date(2026, 11, 20)
ALL = read_cases(CASES, "coverage.yml")
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


def project(root: Path) -> Path:
    """Copy the invented files into a folder."""
    for base in BASES:
        shutil.copytree(base, root, dirs_exist_ok=True)
    return root


def problems_of(root: Path) -> list[Problem]:
    """Return everything that is said of coverage.yml."""
    file, problems = load_coverage(root, TODAY)
    cited = [key for each in file.statements for key in each.sources]
    directory, wrong = load_directory(root, TODAY, ("nl", "en"), cited)
    assert directory is not None, report(wrong)
    published = publish(directory, TODAY)
    return sorted({*problems, *wrong_coverage(file, directory, published, TODAY)})


def small(root: Path, today: date = TODAY) -> Coverage:
    """Return the coverage of the invented files on a day."""
    file, _ = load_coverage(root, today)
    directory, _ = load_directory(root, today, ("nl", "en"))
    assert directory is not None
    return coverage(directory, publish(directory, today), file, ("nl", "en"), today)


def with_fault(root: Path, case: Case, replacement: str | None) -> str | None:
    """Write the invented files with a case's place replaced; return the text of that file."""
    path = project(root) / case.file
    text = changed(path.read_text(encoding="utf-8"), case, replacement)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    return text


@each_case
def test_fault_is_told_with_its_place_value_and_remedy(case: Case, tmp_path: Path) -> None:
    text = with_fault(tmp_path, case, case.faulty)
    assert_told(problems_of(tmp_path), case, text)


@each_case
def test_repaired_twin_passes(case: Case, tmp_path: Path) -> None:
    root = project(tmp_path)
    if case.repaired is not None:
        with_fault(root, case, case.repaired)
    assert report(problems_of(root)) == report(())


def test_what_is_not_known_is_unknown_and_never_no(tmp_path: Path) -> None:
    cells = small(project(tmp_path)).cells
    said = {("noord", "care"), ("noord", "th")}
    assert {key for key, cell in cells.items() if cell.value is Value.NO} == said
    silent = [cell for cell in cells.values() if not cell.evidence]
    assert len(silent) > 50
    assert {cell.value for cell in silent} == {Value.UNKNOWN}


def test_what_organisations_say_is_a_yes_in_their_region_only(tmp_path: Path) -> None:
    cells = small(project(tmp_path)).cells
    for subject in ("housing", "debts", "trans", "men", "bg", "en"):
        assert cells["noord", subject].value is Value.YES, subject
        assert cells["noord", subject].evidence[0].organisation == "Organisatie A"
    assert cells["zuid", "housing"].value is Value.UNKNOWN
    assert cells["noord", "under-23"].value is Value.UNKNOWN


def test_a_gap_stands_beside_the_organisation_that_says_otherwise(tmp_path: Path) -> None:
    cell = small(project(tmp_path)).cells["noord", "women"]
    assert cell.value is Value.GAP
    assert [each.value for each in cell.evidence] == [Value.GAP, Value.YES]


def test_an_old_yes_or_no_becomes_unknown_and_a_gap_stays(tmp_path: Path) -> None:
    later = TODAY + timedelta(3 * 366)
    cells = small(project(tmp_path), later).cells
    for key, old in {("noord", "care"): Value.NO, ("zuid", "men"): Value.YES}.items():
        assert cells[key].value is Value.UNKNOWN
        assert [each.value for each in cells[key].older] == [old]
    assert cells[COUNTRY, "men"].value is Value.GAP


def test_a_check_of_ours_counts_one_year(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert small(root, date(2027, 11, 1)).cells["zuid", "men"].value is Value.YES
    assert small(root, date(2027, 11, 2)).cells["zuid", "men"].value is Value.UNKNOWN


def test_a_newspaper_alone_does_not_make_a_yes(tmp_path: Path) -> None:
    path = project(tmp_path) / "coverage.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('    checked: "2026-11-01"\n    checked_by: "AB"\n', ""))
    assert small(tmp_path).cells["zuid", "men"].value is Value.UNKNOWN


def test_withheld_help_for_victims_only_and_the_country_do_not_count(tmp_path: Path) -> None:
    path = project(tmp_path) / "regions.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("values: [housing, debts], sources", "values: [housing], sources")
    held = 'for_whom: {values: [women, men, trans], hold: "ask", sources'
    text = text.replace("for_whom: {values: [women, men, trans], sources", held)
    path.write_text(text, encoding="utf-8")
    cells = small(tmp_path).cells
    assert cells["noord", "trans"].value is Value.UNKNOWN
    assert cells["noord", "debts"].value is Value.UNKNOWN
    path.write_text(text.replace("kind: pmw", "kind: support"), encoding="utf-8")
    assert small(tmp_path).cells["noord", "housing"].value is Value.UNKNOWN


# Once more by another way: the raw YAML, and nothing of coverage_cells.
COUNTED = {"pmw", "by-and-for", "ggd", "municipality"}
MEANT = {"everyone": ["women", "men", "trans"], "youth": ["under-23"]}


def yaml_of(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return tree


def recomputed(region_id: str, content: Content) -> dict[str, str]:
    """Return subject -> value of what is known in a region, from the files themselves."""
    files, sources = yaml_of("regions.yml"), yaml_of("sources.yml")["sources"]
    region = next(each for each in files["regions"] if each["id"] == region_id)
    names = {each["id"] for each in region["organisations"] if "hold" not in each}
    names |= {each["ggd"] for each in region["municipalities"]} | {region["centre"]}
    found: dict[str, str] = {}
    for each in files["organisations"]:
        if each["id"] in names and each["kind"] in COUNTED:
            shown = content.published[each["id"]].traits
            for field in {"life_domains", "for_whom", "languages"} & each.keys() & set(shown):
                for code in each[field]["values"]:
                    found |= dict.fromkeys(MEANT.get(code, [code]), "yes")
    first = f"{content.today.year - 3}{content.today.isoformat()[4:]}"
    for each in yaml_of("coverage.yml")["statements"]:
        if each["region"] == region_id:
            newest = max(str(sources[key].get("date", "")) for key in each["sources"])
            if each["value"] == "gap" or f"{newest}-01-01"[:10] >= first:
                found |= dict.fromkeys(each["subjects"], each["value"])
    return {subject: value for subject, value in found.items() if subject in SUBJECTS}


@pytest.mark.parametrize("region", ["den-haag", "utrecht", "tilburg", "apeldoorn", "zwolle"])
def test_the_figures_agree_with_the_files_themselves(region: str, content: Content) -> None:
    wanted = recomputed(region, content)
    cells = [content.coverage.cells[region, each] for each in content.coverage.subjects]
    assert {each.subject: str(each.value) for each in cells if each.known} == wanted
    tile = next(each for each in CoverageView(content, "nl").map.tiles if each.region == region)
    assert tile.known == len(wanted)


def test_the_real_coverage_says_something_and_admits_more(content: Content) -> None:
    known = {each.id: content.coverage.known(each.id) for each in content.directory.regions}
    assert known["den-haag"] >= 8
    assert known["zwolle"] == 0
    assert all(number < len(content.coverage.subjects) for number in known.values())


def test_every_answer_has_a_source_that_exists(content: Content) -> None:
    sources = content.directory.sources
    cells = content.coverage.cells.values()
    answers = [each for cell in cells for each in (*cell.evidence, *cell.older)]
    assert len(answers) > 20
    for each in answers:
        assert each.sources
        assert all(sources[source.key] is source for source in each.sources)
    assert all(cell.evidence for cell in cells if cell.known)


@pytest.mark.parametrize("lang", ["nl", "en", "es", "ro", "bg", "hu", "pl", "th"])
def test_the_words_of_the_four_values_differ(content: Content, lang: str) -> None:
    said = {content.words[lang].say(f"coverage.values.{each}") for each in Value}
    assert len(said) == len(Value)
    view = CoverageView(content, lang)
    labels = [view.subject(each) for each in content.coverage.subjects]
    assert len(set(labels)) == len(labels)


def rows_of(content: Content) -> list[dict[str, str]]:
    text = coverage_csv(content).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_csv_holds_every_cell_and_the_same_values(content: Content) -> None:
    raw = coverage_csv(content).encode("utf-8")
    assert raw.startswith(b"\xef\xbb\xbfregion,")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    rows = rows_of(content)
    places, subjects = len(content.directory.regions) + 1, len(content.coverage.subjects)
    assert len(rows) == places * subjects
    for row in rows:
        cell = content.coverage.cells[row["region"], row["subject"]]
        assert tuple(row) == COLUMNS
        assert row["value"] == cell.value
        assert bool(row["sources"]) == cell.known
        assert row["subject_nl"]
        assert row["subject_en"]


def test_who_says_the_opposite_is_no_proof_of_a_gap(content: Content, tmp_path: Path) -> None:
    cell = small(project(tmp_path)).cells["noord", "women"]
    region = content.directory.regions[0].id
    cells = {**content.coverage.cells, (region, "women"): cell}
    changed = replace(content)
    vars(changed)["coverage"] = replace(content.coverage, cells=cells)  # instead of joining them
    (row,) = [
        each for each in rows_of(changed) if (each["region"], each["subject"]) == (region, "women")
    ]
    gap, yes = cell.evidence
    assert (row["value"], row["organisations"], row["as_of"]) == ("gap", "", gap.as_of)
    assert row["sources"] == "; ".join(each.title for each in gap.sources)
    assert {each.title for each in yes.sources} - {each.title for each in gap.sources}
