"""An editor proposes a change; what she is answered stands beside the case, and is kept so.

Each file of cases/review/ is one proposal; cases/README.md says how to add one.
"""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import review as command
import yaml
from conftest import ROOT, copy_project
from sitebuild.annotations import command as workflow_command
from sitebuild.annotations import without_commands
from sitebuild.contact_changes import contact_changes
from sitebuild.content import Content
from sitebuild.dutch_hints import HINTS, UNKNOWN, dutch_hint
from sitebuild.markdown_text import code, plain, table
from sitebuild.problems import Problem
from sitebuild.publishing import State, state_of
from sitebuild.review import Review, edited_lines, review
from sitebuild.review_text import review_text
from sitebuild.snapshot import take_snapshot

CASES = Path(__file__).parent / "cases"
HERE = CASES / "review"
TODAY = date(2026, 11, 21)
ALL = sorted(each.stem for each in HERE.glob("*.yml"))
LANGUAGES = ("nl", "en", "ro")
WITHHELD = ("0900-0000", "0900-0001")
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.nl")


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says."""
    done = subprocess.run([*GIT, "-C", root, *arguments], check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in a git repository of its own, with one commit on main."""
    root = tmp_path_factory.mktemp("base")
    for folder in (CASES / "regions/base", HERE / "base"):
        shutil.copytree(folder, root, dirs_exist_ok=True)
    (root / "strings/messages").mkdir()
    for lang in LANGUAGES:
        shutil.copy(ROOT / f"strings/{lang}.yml", root / "strings")
        shutil.copy(ROOT / f"strings/messages/{lang}.yml", root / "strings/messages")
    # The real plan, because the real words belong to it; with a source of this small project.
    plan = (ROOT / "data/plan.yml").read_text(encoding="utf-8")
    plan = re.sub(r"sources: \[.*?\]", "sources: [register-a]", plan)
    (root / "data/plan.yml").write_text(plan, encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def propose(base: Path, root: Path, name: str) -> int:
    """Make the change of a case on a branch of its own; return the exit code it should have."""
    shutil.copytree(base, root, dirs_exist_ok=True)
    git(root, "switch", "-q", "-c", "edit")
    case = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    for each in case["changes"]:
        path = root / each["file"]
        path.parent.mkdir(exist_ok=True)
        text = each.get("write") or replaced(path.read_text(encoding="utf-8"), each)
        path.write_text(text, encoding="utf-8")
    commit(root)
    return int(case.get("exit", 0))


def replaced(text: str, change: dict[str, str]) -> str:
    """Return a file's text with one place changed."""
    assert text.count(change["find"]) == 1, change
    return text.replace(change["find"], change["put"])


@pytest.mark.parametrize("name", ALL)
def test_an_editor_is_answered_as_the_case_says(
    base: Path,
    tmp_path: Path,
    name: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, summary = tmp_path / "project", tmp_path / "summary.md"
    wanted = propose(base, root, name)
    monkeypatch.setenv(command.SUMMARY_VARIABLE, str(summary))
    code = command.main(["main", "--github", "--root", str(root), "--today", TODAY.isoformat()])
    said = capsys.readouterr().out
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "branch", "--show-current") == "edit\n"
    marked, _, printed = said.partition("::stop-commands::")
    assert summary.read_text(encoding="utf-8") in printed
    assert summary.read_text(encoding="utf-8") == expected(name, ".md", summary.read_text())
    assert marked == expected(name, ".txt", marked)
    assert code == wanted
    assert bool(code) == ("::error " in marked)
    assert not any(each in said for each in WITHHELD)


def expected(name: str, suffix: str, now: str) -> str:
    """Return the answer that is kept; WEGWIJS_KEEP_ANSWERS=1 keeps the present one."""
    path = HERE / f"{name}{suffix}"
    if os.environ.get("WEGWIJS_KEEP_ANSWERS"):
        path.write_text(now, encoding="utf-8")
    return path.read_text(encoding="utf-8")


BROKEN = [each for each in ALL if each.startswith("yaml-")]


def test_there_is_a_case_for_each_thing_an_editor_does() -> None:
    assert len(BROKEN) >= 6
    others = {"phone-checked", "organisation-added", "page-translated", "dutch-text-changed"}
    assert others <= set(ALL)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_yaml_is_answered_with_its_line_in_both_languages(name: str) -> None:
    text = (HERE / f"{name}.md").read_text(encoding="utf-8")
    assert re.search(r"regions\.yml`, regel / line \*\*\d+\*\*", text)
    assert UNKNOWN not in text
    assert "- EN: " in text
    assert "Hier veranderd: regel / Changed here: line" in text


def test_what_changed_on_main_since_is_not_told(base: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    propose(base, root, "phone-checked")
    git(root, "switch", "-q", "main")
    (root / "mkdocs.yml").write_text("# broken on main\n", encoding="utf-8")
    commit(root)
    git(root, "switch", "-q", "edit")
    found = command.compare(root, "main", TODAY)
    assert [each.organisation for each in found.contacts] == ["pmw-a"]
    assert not found.pages


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", "main:regions.yml", ""])
def test_a_base_that_git_does_not_know_is_a_mistake_of_use(
    base: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--root", str(base), "--", name]) == 2
    assert "git does not know" in capsys.readouterr().err


def test_a_folder_without_git_is_a_mistake_of_use(tmp_path: Path) -> None:
    assert command.main(["main", "--root", str(tmp_path)]) == 2


@pytest.mark.parametrize("preview", ["javascript:alert(1)", "https://a.nl/ ) x", "ftp://a.nl"])
def test_a_preview_that_is_no_plain_address_is_a_mistake_of_use(preview: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(["main", "--preview", preview])
    assert stopped.value.code == 2


def test_pages_to_look_at_lead_to_the_preview(base: Path, tmp_path: Path) -> None:
    propose(base, tmp_path / "project", "phone-checked")
    text = review_text(command.compare(tmp_path / "project", "main", TODAY), "https://a.nl/pr/7")
    assert "- <https://a.nl/pr/7/near-you/noord/>" in text
    assert "- <https://a.nl/pr/7/en/near-you/noord/>" in text


def test_a_command_stays_one_line_and_one_command() -> None:
    hostile = "a\n::error::b\r::c%0A,d:e"
    line = workflow_command("error", f"docs/{hostile}.md", 3, hostile)
    assert "\n" not in line
    assert "\r" not in line
    properties, _, data = line.removeprefix("::error ").partition("::")
    assert properties.count(",") == 2
    assert properties.startswith("file=docs/a%0A%3A%3Aerror%3A%3Ab")
    assert data.startswith("a%0A::error::b")
    assert "c%250A" in data


def test_a_log_is_closed_to_commands() -> None:
    lines = without_commands("::error::x", "f00").split("\n")
    assert lines == ["::stop-commands::f00", "::error::x", "::f00::"]


def test_what_somebody_typed_is_no_markup() -> None:
    assert plain("<b>[a](b)</b> @x") == "&lt;b&gt;\\[a\\](b)&lt;/b&gt; &#64;\u200bx"
    assert code("a`b") == "`a'b`"
    assert code("") == ""
    assert table(["A"], [[code("a|b")]])[-1] == "| `a\\|b` |"
    assert "\n" not in plain("a\nb") + code("a\nb")


def test_dutch_hints_are_for_messages_that_exist() -> None:
    rooms = (ROOT / "scripts/sitebuild").glob("*.py")
    texts = {each.name: each.read_text(encoding="utf-8") for each in rooms}
    source = "\n".join(text for name, text in texts.items() if name != "dutch_hints.py")
    for start in HINTS:
        part = start.removeprefix("YAML cannot be read here: ")
        assert f'"{part}' in source or f"{part}" in source, start
    assert dutch_hint(Problem("a", 1, "", "", "Never heard of.", "")) == UNKNOWN


def test_lines_that_were_edited_are_found() -> None:
    assert list(edited_lines(["a", "b", "c"], ["a", "x", "c", "d"])) == [2, 4]
    assert list(edited_lines(["a", "b", "c"], ["a", "c"])) == [2]
    assert list(edited_lines(["a"], ["a"])) == []
    assert list(edited_lines([], ["a"] * 100_000)) == []


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Review, str]:
    """The answer to an edit of the real content: one number, one Dutch sentence."""
    before, after = (copy_project(tmp_path_factory.mktemp(name)) for name in ("before", "after"))
    edit(after / "regions.yml", '"postbus@zwolle.nl"', '"balie@zwolle.nl"')
    edit(after / "docs/nl/help-now.md", "Zeg waar je bent.", "Zeg meteen waar je bent.")
    old, new = (take_snapshot(each, TODAY, read_closely=False) for each in (before, after))
    found = review(old, new)
    return found, review_text(found)


def edit(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_on_the_real_content_everything_that_changes_is_told(real: tuple[Review, str]) -> None:
    found, text = real
    assert not found.problems
    ((change),) = found.contacts
    assert (change.organisation, change.regions, change.field) == (
        "gemeente-zwolle",
        ("zwolle",),
        "email",
    )
    assert "`postbus@zwolle.nl` | `balie@zwolle.nl`" in text
    assert [each.path for each in found.pages] == ["docs/nl/help-now.md"]
    assert {each.lang for each in found.behind} == {"en", "es", "ro", "bg", "hu", "pl", "th"}
    assert {each.sections for each in found.behind} == {("danger",)}
    assert "`/near-you/zwolle/`" in text
    assert [(each.name, each.after - each.before) for each in found.totals] == [
        ("current", -7),
        ("outdated", 7),
    ]


def test_no_withheld_value_of_the_real_content_is_told(content: Content, tmp_path: Path) -> None:
    """Even when every organisation goes, so that each of its contacts stands in the report."""
    directory = content.directory
    data = [(each, one) for one in directory.organisations.values() for each in one.contacts]
    withheld = [
        each.value
        for each, one in data
        if state_of(each, one, directory.sources, content.today) is State.WITHHELD
    ]
    shown = {each.value for one in content.published.values() for each in one.contacts}
    empty = replace(directory, organisations={}, national_lines=(), regions=())
    gone = contact_changes(directory, empty, content.today)
    come = contact_changes(empty, directory, content.today)
    told = repr(gone + come)
    assert len(gone) == len(come) > len(data)
    assert all(each in told for each in shown)
    assert len(withheld) > 40
    assert not [each for each in withheld if each not in shown and f"'{each}'" in told]
