"""Is what grows old told once, to the right people, and is an issue kept in step with it?"""

import json
import os
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import open_issues
import preview_summary
import pytest
import segno
import write_freshness
import yaml
from conftest import ROOT
from open_issues import Issue, Step, plan
from sitebuild.content import Content, load_content
from sitebuild.coverage import Statement, Value
from sitebuild.markdown_text import with_addresses
from sitebuild.model import Datum, Organisation, Source
from sitebuild.next_steps import HARM
from sitebuild.region_checks import all_data
from sitebuild.todo import tasks
from upkeep.freshness import (
    NATIONAL,
    Due,
    ageing,
    everything_due,
    freshness_texts,
)
from upkeep.issue_files import MOST_SIGNS, file_name, issue_text, write_issues

TODAY = date(2026, 11, 20)
GROUP = Organisation("group", "Group", "support", 1)
SOURCES = {
    "register": Source("register", "Register", "register", 1, date="2024-01-10"),
    "fresh": Source("fresh", "Register", "register", 1, date="2026-01-10"),
    "file": Source("file", "A program", "code_file", 1, date="2026-01-10"),
}
PHONE = Datum("phone", ("000",), 7, ("fresh",))


@pytest.mark.parametrize(
    ("datum", "why"),
    [
        (PHONE, ""),
        (replace(PHONE, checked=date(2026, 11, 1)), ""),
        (replace(PHONE, checked=date(2026, 4, 1)), "checked on 2026-04-01"),
        (replace(PHONE, checked=date(2025, 12, 1)), "leaves the site on 2026-12-02"),
        (replace(PHONE, checked=date(2025, 11, 1)), "no longer on the site"),
        (replace(PHONE, sources=("register",)), "leaves the site on 2027-01-11"),
        (replace(PHONE, sources=("register",), dated="2023-01-01"), "no longer on the site"),
        (replace(PHONE, sources=("file",)), ""),  # never proven: `make todo` lists it
        (replace(PHONE, hold="why", checked=date(2020, 1, 1)), ""),
    ],
)
def test_a_contact_asks_for_a_look_before_and_after_its_date(datum: Datum, why: str) -> None:
    said = ageing(datum, GROUP, SOURCES, TODAY)
    assert why in said and bool(why) == bool(said)


@pytest.fixture(scope="module")
def later() -> Content:
    """The real content, a year on: much of it is then old."""
    loaded, problems = load_content(ROOT, date(2027, 12, 1))
    assert loaded is not None, problems
    return loaded


def test_each_line_that_is_named_holds_what_it_names(later: Content) -> None:
    found = everything_due(later)
    assert {each.path for each in found} >= {"regions.yml", "facts.yml"}
    for due in found:
        before, line = ["", *(ROOT / due.path).read_text("utf-8").splitlines()][due.line - 1 :][:2]
        if due.path == "facts.yml":
            assert line.strip() == due.what.partition(":")[0] + ":", due
        elif due.path == "regions.yml":
            named = before if line.strip() == "values:" else line  # a list stands under its field
            assert any(each in named for each in told_by(due, later)), (due, line)
    assert len(found) == len({(each.path, each.line, each.what) for each in found})


def told_by(due: Due, content: Content) -> set[str]:
    """Return the values that a line on an organisation's datum may show, and its field."""
    name, _, field = due.what.rpartition(": ")
    return {
        text
        for each in content.directory.organisations.values()
        for path, datum in all_data(each)
        if (each.name, path.partition(".")[2], datum.line) == (name, field, due.line)
        for text in (*datum.values, f"{datum.field}:")
    }


def test_every_statement_that_grew_old_is_in_the_list_of_its_region(later: Content) -> None:
    tree = yaml.load((ROOT / "coverage.yml").read_text("utf-8"), yaml.BaseLoader)["statements"]  # noqa: S506
    names = {each.id: f"regio / region {each.name}" for each in later.directory.regions}
    names["all"] = NATIONAL
    listed = [each for each in everything_due(later) if each.path == "coverage.yml"]
    lines = (ROOT / "coverage.yml").read_text(encoding="utf-8").splitlines()
    for due in listed:
        region = lines[due.line - 1].partition("- region: ")[2]
        assert due.group == names[region]
        assert any(
            each["region"] == region
            and due.what == f"{', '.join(each['subjects'])}: {each['value']}"
            for each in tree
        )
    todo = [task.where for task in tasks(later) if task.heading == "Coverage"]
    old = {f"coverage.yml:{each.line}" for each in listed if "too old" in each.why}
    assert old and old <= set(todo)
    step = {f"{each.path}:{each.line}" for each in HARM["coverage-overdue"](later)}
    assert step == set(todo)


def test_a_statement_asks_for_a_look_before_and_after_its_date(later: Content) -> None:
    old = Statement("zwolle", ("debts",), Value.NO, ("utrecht-rule-2024",), 1, checked="2026-11-01")
    for checked, why in (
        ("2026-11-01", "no longer counts"),
        ("2027-01-15", "counts no longer from 2028-01-16"),
        ("2027-06-01", ""),
    ):
        file = replace(later.coverage_file, statements=(replace(old, checked=checked),))
        there = replace(later, today=date(2028, 1, 1), coverage_file=file)
        said = [each.why for each in everything_due(there) if each.path == "coverage.yml"]
        assert len(said) == bool(why) and all(why in each for each in said), checked


def test_every_overdue_figure_is_in_the_list_and_no_other(later: Content) -> None:
    tree = yaml.safe_load((ROOT / "facts.yml").read_text(encoding="utf-8"))["facts"]
    due = {key for key, fact in tree.items() if str(fact["check_again"]) <= "2027-12-01"}
    listed = {each.what.split(":")[0] for each in everything_due(later) if each.path == "facts.yml"}
    assert due and listed == due


def test_a_region_is_one_issue_with_lines_that_lead_to_the_file(later: Content) -> None:
    texts = freshness_texts(everything_due(later), "https://github.com/o/r")
    titles = [text.splitlines()[0] for text in texts.values()]
    assert (
        len(titles) == len(set(titles)) and len([each for each in titles if "region" in each]) > 3
    )
    assert all("(https://github.com/o/r/blob/main/" in text for text in texts.values())


def test_what_is_withheld_stands_in_no_issue(later: Content) -> None:
    text = "".join(freshness_texts(everything_due(later), "").values())
    shown = {d.value for each in later.published.values() for d in each.contacts}
    hidden = {
        value
        for organisation in later.directory.organisations.values()
        for datum in organisation.contacts
        for value in datum.values
        if datum.field in ("phone", "whatsapp", "sms", "email") and value not in shown
    }
    assert len(hidden) > 10
    assert [value for value in hidden if f" {value} " in text or f" {value}," in text] == []


def test_a_text_calls_nobody_and_stays_in_its_cell() -> None:
    rows = [[with_addresses("a|b <i> @name x@a.nl *b*\nc [l](x)")]]
    text = issue_text("T", "intro", ("a",), rows, "{count} more")
    cell = "| a\\|b &lt;i&gt; &#64;\u200bname x&#64;a.nl \\*b\\* c \\[l\\](x) |"
    assert text.splitlines()[-1] == cell


def test_an_address_stays_whole_and_leads_to_itself() -> None:
    said = with_addresses("x_y (https://a.nl/b_c?d=1&e=*f*#g), https://b.nl/<i>|")
    assert said == "x\\_y (<https://a.nl/b_c?d=1&e=*f*#g>), <https://b.nl/>&lt;i&gt;|"
    assert file_name("regio / region Den Haag") == "regio-region-den-haag"
    assert file_name("ไทย") == "issue"


def test_an_issue_that_is_too_long_says_how_much_is_left() -> None:
    rows = [("x" * 1000, str(number)) for number in range(100)]
    text = issue_text("T", "intro", ("a", "b"), rows, "{count} more")
    assert len(text) < MOST_SIGNS + 100
    left = 100 - text.count("xxxx | ")
    assert left and text.rstrip().endswith(f"{left} more")
    assert "more" not in issue_text("T", "intro", ("a", "b"), rows[:3], "{count} more")


def test_old_texts_do_not_stay_in_the_folder(tmp_path: Path) -> None:
    write_issues(tmp_path / "new", {"one": "# One"})
    write_issues(tmp_path / "new", {})
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["README.txt"]


def test_the_plan_opens_changes_closes_and_leaves_alone() -> None:
    texts = {"new": "a\n", "same": "b\n", "other": "c\n"}
    now = [Issue(5, "same", "b\r\n"), Issue(4, "other", "old"), Issue(3, "gone", "")]
    now.append(Issue(9, "same", "b"))
    assert plan(texts, now) == [
        Step("close", 3, "gone", open_issues.DONE),
        Step("change", 4, "other", "c\n"),
        Step("close", 9, "same", open_issues.DONE),
        Step("open", 0, "new", "a\n"),
    ]


# Plays GitHub: keeps issues in a file beside it and checks nothing.
GH = """#!{python}
import json, sys
from pathlib import Path
store = Path(__file__).with_name("store.json")
issues = json.loads(store.read_text()) if store.exists() else []
kind, what, *rest = sys.argv[1:]
option = lambda name: rest[rest.index(name) + 1]
body = lambda: Path(option("--body-file")).read_text(encoding="utf-8")
if what == "list":
    print(json.dumps([each for each in issues if not each.pop("closed")]))
    sys.exit()
if (kind, what) == ("issue", "create"):
    new = {{"number": len(issues) + 1, "title": option("--title"), "body": body(), "closed": False}}
    issues.append(new)
elif what == "edit":
    issues[int(rest[0]) - 1]["body"] = body()
elif what == "close":
    issues[int(rest[0]) - 1]["closed"] = True
store.write_text(json.dumps(issues))
"""


def test_issues_follow_the_texts_week_by_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "gh"
    program.write_text(GH.format(python=sys.executable), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    folder = tmp_path / "freshness"
    weeks = [
        ({"a": "# A\n\nold", "b": "# B\n\nb"}, ["open: A", "open: B"]),
        ({"a": "# A\n\nold", "b": "# B\n\nb"}, []),
        ({"a": "# A\n\n$(touch x) `new`"}, ["change: A", "close: B"]),
        ({}, ["close: A"]),
    ]
    for texts, said in weeks:
        write_issues(folder, texts)
        assert open_issues.main([str(folder)]) == 0
        assert capsys.readouterr().out.splitlines() == said
    kept = json.loads((tmp_path / "store.json").read_text(encoding="utf-8"))
    assert [each["body"] for each in kept] == ["$(touch x) `new`\n", "b\n"]


def test_without_texts_no_issue_is_touched(tmp_path: Path) -> None:
    assert open_issues.main([str(tmp_path / "none")]) == 1


PREVIEW = {
    "ADDRESS": "https://p-{number}.example.org/",
    "NUMBER": "12",
    "ARTIFACT": "https://a.b/c",
    "CODE": "https://a.b/code",
}


def test_a_preview_names_its_address_and_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preview_summary.main([], PREVIEW) == 0
    said = capsys.readouterr().out
    assert all(
        each in said for each in ("<https://p-12.example.org/>", "<https://a.b/c>", "/code)")
    )
    path = tmp_path / "new" / "code.png"
    assert preview_summary.main(["--code", str(path)], PREVIEW) == 0
    wanted = segno.make("https://p-12.example.org/", error="m", micro=False)
    wanted.save(str(tmp_path / "wanted.png"), scale=8, border=4)
    assert path.read_bytes() == (tmp_path / "wanted.png").read_bytes()


def test_a_preview_without_a_host_says_so_and_a_wrong_setting_is_refused(tmp_path: Path) -> None:
    assert "no address yet" in preview_summary.summary({"ARTIFACT": "https://a.b/c"})
    assert preview_summary.main(["--code", str(tmp_path / "x.png")], {}) == 1
    for wrong in ("http://example.org/", "javascript:alert(1)", "https://a.b/> <b>"):
        assert preview_summary.main([], {"ADDRESS": wrong}) == 1


def test_the_command_writes_the_files_of_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write_freshness.main([str(tmp_path / "f"), "--today", "2027-12-01"]) == 0
    count = len(list((tmp_path / "f").glob("*.md")))
    assert f"{count} issues" in capsys.readouterr().out and count > 5
