"""The command tells every sort of fault, in one list, with exit code 1 and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy_project

# A line that is put at the end of the last paragraph of a page, and what must be said of it.
FAULTS = {
    "avoided word": ("Elke prostituee leest dit.", "This word is avoided: it judges"),
    "typed figure": ("Bel 070 123 45 67.", "A figure is typed here."),
    "misspelled word": ("Leesd dit nog een keer.", "The dictionary does not have this word."),
    "long sentence": ("Dit is " + "heel " * 30 + "lang.", "This sentence has more than"),
}


def check(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a copy of the project."""
    command = [sys.executable, str(ROOT / "scripts/check_content.py"), "--root", str(root)]
    return subprocess.run([*command, *arguments], check=False, capture_output=True, text=True)


def test_every_sort_of_fault_is_told_in_one_list(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    page = root / "docs/nl/rights/taxes.md"
    text = page.read_text(encoding="utf-8").replace('title: "', 'title: "Seks en ')
    faulty = "\n".join([text.rstrip(), *(line for line, _ in FAULTS.values())])
    page.write_text(faulty, encoding="utf-8")
    done = check(root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for _, message in FAULTS.values():
        assert message in done.stderr
    assert "docs/nl/rights/taxes.md:1: title: This stands in the history" in done.stderr


@pytest.mark.parametrize("option", ["--todo", "--readability"])
def test_reports_are_printed_for_right_content(option: str) -> None:
    done = check(ROOT, option)
    assert (done.returncode, done.stderr) == (0, "")
    assert "docs/nl/rights/taxes.md" in done.stdout


def test_unknown_option_is_a_mistake_of_use() -> None:
    assert check(ROOT, "--tood").returncode == 2
