"""Is a file that may not be published told before MkDocs publishes it?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from sitebuild.folders import wrong_files
from sitebuild.languages import Language
from sitebuild.strict_yaml import read_text

LANGUAGES = (Language("nl", "Nederlands"), Language("en", "English"))
ELSEWHERE = "Not for the site."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with two good pages, and a file outside docs/."""
    for name in ("docs/nl/index.md", "docs/en/rights/at-work.md", "outside/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ELSEWHERE, encoding="utf-8")
    return tmp_path


def add(name: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()

    return make


def link(name: str, target: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(root / target)


FAULTS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "script": (add("docs/nl/x.js"), "docs/nl/x.js", "no page"),
    "web page": (add("docs/en/x.html"), "docs/en/x.html", "no page"),
    "hidden file": (add("docs/en/.env"), "docs/en/.env", "no page"),
    "unknown language": (add("docs/de/index.md"), "docs/de/index.md", "no language"),
    "page beside the languages": (add("docs/index.md"), "docs/index.md", "no language"),
    "capital": (add("docs/nl/Taxes.md"), "docs/nl/Taxes.md", "cannot stand in an address"),
    "space": (add("docs/nl/my page.md"), "docs/nl/my page.md", "cannot stand in an address"),
    "odd folder": (add("docs/nl/a_b/x.md"), "docs/nl/a_b/x.md", "cannot stand in an address"),
    "two pages at one address": (
        add("docs/en/rights/at-work/index.md"),
        "docs/en/rights/at-work.md",
        "one address",
    ),
    "link to a file": (link("docs/nl/x.md", "outside/x.md"), "docs/nl/x.md", "another place"),
    "link to a folder": (link("docs/nl/x", "outside"), "docs/nl/x", "another place"),
    "link that leads nowhere": (link("docs/nl/x.md", "gone.md"), "docs/nl/x.md", "another place"),
}


def test_pages_of_the_languages_are_right(root: Path) -> None:
    assert list(wrong_files(root, LANGUAGES)) == []


@pytest.mark.parametrize("name", FAULTS)
def test_file_that_may_not_be_published_is_told(root: Path, name: str) -> None:
    harm, path, message = FAULTS[name]
    harm(root)
    (problem,) = wrong_files(root, LANGUAGES)
    assert problem.path == path
    assert message in problem.message
    assert problem.remedy


def test_link_in_the_place_of_a_file_is_not_read(root: Path) -> None:
    (root / "regions.yml").symlink_to(root / "outside/x.md")
    text, (problem,) = read_text(root / "regions.yml", "regions.yml")
    assert text is None
    assert "another place" in problem.message
