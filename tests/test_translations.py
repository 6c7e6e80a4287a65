"""A translation that falls behind says where; marking follows the Dutch only when it is right."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy_project
from sitebuild.documents import FRONT, Document, read_document
from sitebuild.marking import after_minor_change, with_follows
from sitebuild.translations import CURRENT, MISSING, OUTDATED, changed_sections, translation
from sitebuild.versions import section_versions

TEXT = """---
title: "Titel"
description: "Tekst"
checked: "2026-11-20"
audience: "visitors"
---

# Kop { #top }

Eerste zin. [[source a]]

## Deel { #part }

Tweede zin.

### Onder { #below }

Derde zin.
"""


def document(root: Path, text: str, lang: str = "nl") -> Document:
    """Write and read one page."""
    path = root / f"docs/{lang}/page.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found, problems = read_document(path, root, lang, "page")
    assert found is not None, problems
    return found


def following(root: Path, dutch: Document) -> Document:
    """Return a translation that follows the given Dutch."""
    return document(root, with_follows(TEXT, section_versions(dutch)), "en")


def test_every_section_and_the_top_block_have_a_version(tmp_path: Path) -> None:
    versions = section_versions(document(tmp_path, TEXT))
    assert list(versions) == [FRONT, "top", "part", "below"]
    assert len(set(versions.values())) == 4


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Tweede zin.", "Tweede zin!", ("part",)),
        ("Derde zin.", "Derde zin. En meer.", ("below",)),
        ('"Titel"', '"Ander"', (FRONT,)),
        ("## Deel", "## Stuk", ("part",)),
        ("Eerste zin. [[source a]]", "Eerste   zin. [[source b c]]", ()),
        ("Derde zin.\n", "Derde zin.\n\n## Nieuw { #new }\n\nTekst.\n", ("new",)),
        ('checked: "2026-11-20"', 'checked: "2026-11-21"', ()),
    ],
)
def test_a_change_of_the_dutch_names_its_section(
    tmp_path: Path, old: str, new: str, changed: tuple[str, ...]
) -> None:
    english = following(tmp_path, document(tmp_path, TEXT))
    dutch = document(tmp_path, TEXT.replace(old, new))
    assert changed_sections(dutch, english) == changed


def test_states_are_derived(tmp_path: Path) -> None:
    dutch = document(tmp_path, TEXT)
    english = following(tmp_path, dutch)
    unmarked = document(tmp_path, TEXT, "ro")
    read = document(tmp_path, english_text_read(english), "pl")
    documents = {("nl", "page"): dutch, ("en", "page"): english}
    documents |= {("ro", "page"): unmarked, ("pl", "page"): read}
    states = {lang: translation(documents, lang, "page") for lang in ("en", "ro", "pl", "th")}
    assert {lang: each.state for lang, each in states.items()} == {
        "en": CURRENT,
        "ro": OUTDATED,
        "pl": CURRENT,
        "th": MISSING,
    }
    assert [lang for lang, each in states.items() if each.is_unread] == ["en", "ro"]


def english_text_read(english: Document) -> str:
    """Return a text that a native reader has read."""
    marked = with_follows(TEXT, english.follows)
    return marked.replace("audience:", 'reviewed_by: "AB"\nreviewed_on: "2026-11-20"\naudience:')


def test_marking_twice_leaves_one_mark(tmp_path: Path) -> None:
    versions = section_versions(document(tmp_path, TEXT))
    once = with_follows(TEXT, versions)
    assert with_follows(once, versions) == once
    assert once.count("follows:") == 1
    assert document(tmp_path, once, "en").follows == versions


def test_minor_change_moves_only_translations_that_followed(tmp_path: Path) -> None:
    before = document(tmp_path, TEXT)
    late = following(tmp_path, document(tmp_path, TEXT.replace("Tweede", "Oude")))
    good = following(tmp_path, before)
    now = document(tmp_path, TEXT.replace("Tweede zin.", "De tweede zin.").replace("Derde", "De"))
    moved = following_versions(tmp_path, after_minor_change(before, now, good, "part"))
    assert changed_sections(now, moved) == ("below",)
    moved = following_versions(tmp_path, after_minor_change(before, now, good))
    assert changed_sections(now, moved) == ()
    moved = following_versions(tmp_path, after_minor_change(before, now, late))
    assert changed_sections(now, moved) == ("part",)


def following_versions(root: Path, versions: dict[str, str]) -> Document:
    """Return a translation that follows these versions."""
    return document(root, with_follows(TEXT, versions), "en")


def run(script: str, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands on a copy of the project."""
    command = [sys.executable, str(ROOT / "scripts" / script), "--root", str(root), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project in a git repository of its own."""
    root = copy_project(tmp_path)
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.nl"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True)
    return root


def change(root: Path, page: str, old: str, new: str) -> None:
    """Change a sentence of a page."""
    path = root / "docs" / page
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def behind(root: Path) -> list[str]:
    """Return what translators are told to do about sections that changed."""
    done = run("check_content.py", root, "--todo")
    assert done.returncode == 0, done.stderr
    return [line.strip() for line in done.stdout.splitlines() if "The Dutch changed in" in line]


def test_a_change_is_told_for_seven_languages_and_silenced_by_a_minor_mark(project: Path) -> None:
    assert behind(project) == []
    change(project, "nl/help-now.md", "Zeg waar je bent.", "Zeg meteen waar je bent.")
    told = behind(project)
    assert len(told) == 7
    assert all("help-now.md: The Dutch changed in #danger: translate" in line for line in told)
    minor = run("mark_translation.py", project, "--minor", "help-now#danger")
    assert minor.stdout.count("help-now.md: follows the present Dutch\n") == 7, minor.stderr
    assert behind(project) == []


def test_a_translation_is_marked_only_when_it_is_right(project: Path) -> None:
    change(project, "nl/help-now.md", "Zeg waar je bent.", "Zeg meteen waar je bent.")
    change(project, "en/help-now.md", "Say where you are.", "Zeg meteen waar je bent, en blijf.")
    refused = run("mark_translation.py", project, "en", "help-now")
    assert refused.returncode == 1
    assert "docs/en/help-now.md" in refused.stderr
    assert len(behind(project)) == 7
    change(project, "en/help-now.md", "Zeg meteen waar je bent, en blijf.", "Say where you are.")
    marked = run("mark_translation.py", project, "en", "help-now")
    assert marked.stdout == "docs/en/help-now.md: follows the present Dutch\n", marked.stderr
    assert len(behind(project)) == 6


@pytest.mark.parametrize(
    "arguments", [["en"], ["en", "no/such-page"], ["--minor", "--all", "en"], ["xx", "--all"]]
)
def test_wrong_use_is_exit_code_two(arguments: list[str]) -> None:
    assert run("mark_translation.py", ROOT, *arguments).returncode == 2
