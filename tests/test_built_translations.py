"""Missing and outdated translations say so on the built page; a missing core page stops it."""

from pathlib import Path

from bs4 import BeautifulSoup, Tag
from conftest import ROOT, copy_project, run_engine
from sitebuild.languages import load_languages

LANGUAGES = tuple(each.code for each in load_languages(ROOT)[0])


def test_a_page_that_is_not_translated_says_so_and_marks_the_dutch(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "docs/th/about/privacy.md").unlink()
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (root / "site/th/about/privacy/index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html5lib")
    assert page.html is not None
    assert page.html["lang"] == "th"
    inner = page.find(class_="text")
    assert isinstance(inner, Tag)
    assert inner["lang"] == "nl"
    notice = page.find(class_="translation")
    assert isinstance(notice, Tag)
    strings = (root / "strings/th.yml").read_text(encoding="utf-8")
    assert notice.get_text(strip=True)[:20] in strings


def test_a_section_whose_dutch_changed_is_marked_with_the_new_dutch(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    path = root / "docs/nl/help-now.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Zeg waar je bent.", "Zeg meteen waar je bent."), encoding="utf-8")
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    for lang in LANGUAGES[1:]:
        file = root / "site" / lang / "help-now/index.html"
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html5lib")
        (mark,) = page.select("details.outdated")
        heading = mark.find_previous("h2")
        assert isinstance(heading, Tag)
        assert heading["id"] == "danger"
        dutch = mark.select_one("[lang=nl]")
        assert dutch is not None
        assert "Zeg meteen waar je bent." in dutch.get_text()
        assert "tel:" not in str(mark)
        assert mark.select_one("summary") is not None
        notice = page.find(class_="translation")
        assert isinstance(notice, Tag)
        assert notice.find("a", hreflang="nl") is not None


def test_a_core_page_that_is_not_translated_stops_the_build(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "docs/th/help-now.md").unlink()
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 1
    assert "docs/th/help-now.md" in done.stdout + done.stderr
    assert not (root / "site").exists()
