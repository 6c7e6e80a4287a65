"""Does the audit see what is wrong, and is every HTML file valid?"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit import nu
from audit.axe import BEFORE, SIZES, UNFOLD, examined
from audit.findings import Finding, grouped
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, hosted
from find_nu import missing
from playwright.sync_api import Page

CLEAN = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><p>Hi</p></html>'


def test_every_html_file_is_valid(site: Path, site_url: str) -> None:
    assert missing() == []
    pages = nu.addresses(site)
    assert "404.html" in pages
    found = nu.check(site_url, pages)
    assert found == [], grouped(found)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    with hosted(tmp_path) as url:
        yield tmp_path, url


@pytest.mark.parametrize(
    "fault",
    ["<div></p></div>", '<td role="cell">', '<a href="http://[">', "<p style='colour: red'>"],
)
def test_the_html_checker_notices_a_fault(folder: tuple[Path, str], fault: str) -> None:
    root, url = folder
    (root / "good.html").write_text(CLEAN, encoding="utf-8")
    (root / "bad.html").write_text(CLEAN.replace("<p>Hi", f"<p>Hi{fault}"), encoding="utf-8")
    assert {each.page for each in nu.check(url, nu.addresses(root))} == {"bad.html"}


def test_the_html_checker_reports_a_page_that_is_not_there(folder: tuple[Path, str]) -> None:
    root, url = folder
    (root / "404.html").write_text(CLEAN, encoding="utf-8")
    assert nu.check(url, ["gone.html"]) != []


def test_a_missing_checker_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="Java"):
        nu.check("http://127.0.0.1:1/", ["index.html"])


def test_findings_are_shown_by_rule_and_place() -> None:
    found = [Finding("color-contrast", "p", f"page-{number}", "360 dark") for number in range(7)]
    text = grouped([*found, Finding("region", "h1", "page-1", "360 light")])
    assert text.count("color-contrast") == 1
    assert "7 pages: page-0, page-1, page-2, page-3, page-4 ... 360 dark" in text
    assert "region\n  h1\n  1 pages: page-1 360 light" in text


HARMS = {
    "in the text": "document.querySelector('main p').style.color = '#eee'",
    "in the menu": "document.querySelector('.menu a').textContent = ''",
    "in the search": "document.querySelector('.search label').remove()",
    "in the languages": "document.querySelector('.tools .langs a').textContent = ''",
    "in what is folded": "document.querySelector('main details li').innerHTML = '<img>'",
}


@pytest.mark.parametrize("place", HARMS)
def test_axe_looks_into_all_that_is_folded(site_url: str, page: Page, place: str) -> None:
    page.add_init_script(BEFORE)
    page.set_viewport_size(SIZES[0])
    page.goto(site_url + "near-you/utrecht/")
    page.evaluate(UNFOLD)
    page.evaluate(Axe().axe_script)
    assert examined(page) == []
    page.evaluate(HARMS[place])
    assert examined(page) != []


def test_the_dark_scheme_changes_nothing_but_colours() -> None:
    """So that the audit may run by night only the rules that look at colours."""
    style = (ROOT / "overrides/assets/wegwijs.css").read_text(encoding="utf-8")
    blocks = re.findall(r"@media \(prefers-color-scheme[^{]*\{\s*:root \{([^}]*)\}\s*\}", style)
    assert len(blocks) == style.count("prefers-color-scheme") == 1
    lines = blocks[0].split(";")[:-1]
    assert all(re.fullmatch(r"\s*--[\w-]+: #[0-9a-f]{3,6}", each) for each in lines)
