"""Does a review name the changed files that it does not look into?"""

import subprocess
from pathlib import Path

import pytest
from sitebuild.commits import NoSuchCommit, changed_files
from sitebuild.uncompared import uncompared

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.nl")


@pytest.mark.parametrize("told", [True, False])
def test_files_that_are_not_compared_are_named_and_comments_are_not(
    tmp_path: Path, told: bool
) -> None:
    texts = {
        "coverage.yml": ("a: b", "a: c"),
        "data/plan.yml": ("a: b", 'a: "b"'),
        "mkdocs.yml": ("a: b", "a: b # c"),
        "overrides/new.html": (None, "x"),
        "overrides/assets/gone.js": ("x", None),
        "strings/messages/nl.yml": ("a: b", "a: ["),
        "strings/prose/avoid.yml": ("a: b", "a: c"),
        "strings/nl.yml": ("a: b", "a: c"),
        "docs/nl/rights/hours.md": ("x", "y"),
        "regions.yml": ("a: b", "a:\n  b"),
        "README.md": ("x", "y"),
        "tests/test_a.py": ("x", "y"),
        ".github/workflows/ci.yml": ("a: b", "a: c"),
    }
    for name, both in texts.items():
        for folder, text in zip(("before", "after"), both, strict=True):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text or "", encoding="utf-8")
            path.unlink() if text is None else None
    named = uncompared(tmp_path / "before", tmp_path / "after", texts, is_anything_told=told)
    never = {"mkdocs.yml", "strings/prose/avoid.yml", "regions.yml", "README.md", "tests/test_a.py"}
    wanted = texts.keys() - never - {".github/workflows/ci.yml"}
    assert set(named) == wanted - ({"strings/nl.yml", "docs/nl/rights/hours.md"} if told else set())


def test_every_file_that_is_other_than_at_a_commit_counts_as_changed(tmp_path: Path) -> None:
    for name in ("kept.yml", "gone.yml", "edited.yml", ".gitignore"):
        (tmp_path / name).write_text("site\n", encoding="utf-8")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        subprocess.run([*GIT, "-C", tmp_path, *words], check=True)
    (tmp_path / "gone.yml").unlink()
    for name in ("edited.yml", "site", "overrides/a new página.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = changed_files(tmp_path, "main")
    assert found == ("edited.yml", "gone.yml", "overrides/a new página.html")
    with pytest.raises(NoSuchCommit):
        changed_files(tmp_path, "no-such-branch")
