"""Does the page on coverage show what is known, to everybody? In the built site, once in a browser.

Adds about ten seconds to the suite, beside the build that other tests share.
"""

from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from conftest import until
from playwright.sync_api import Page
from sitebuild.content import Content
from sitebuild.coverage import COUNTRY
from sitebuild.coverage_view import CoverageView

ADDRESS = "professionals/coverage/"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
LEAST_CONTRAST = 4.5
LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")


def page_of(site: Path, lang: str) -> BeautifulSoup:
    prefix = "" if lang == "nl" else f"{lang}/"
    text = (site / prefix / ADDRESS / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html5lib")


def texts(row: Tag, name: str) -> list[str]:
    return [cell.get_text(strip=True) for cell in row.find_all(name)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_says_the_word_of_its_value(site: Path, content: Content, lang: str) -> None:
    words, coverage = content.words[lang], content.coverage
    places = [COUNTRY, *(each.id for each in content.directory.regions)]
    tables = page_of(site, lang).select("table.matrix")
    for table, subjects in zip(tables, coverage.kinds.values(), strict=True):
        for region, row in zip(places, table.select("tbody tr"), strict=True):
            values = [coverage.cells[region, each].value for each in subjects]
            said = [words.say(f"coverage.values.{each}") for each in values]
            assert texts(row, "td") == said, (region, subjects)
            assert [cell["class"] for cell in row.find_all("td")] == [[f"is-{v}"] for v in values]


def test_every_cell_has_headers_and_every_answer_a_source_below(
    site: Path, content: Content
) -> None:
    page = page_of(site, "en")
    for table in page.select("table.matrix"):
        columns = table.select("thead th[scope=col]")
        for row in table.select("tbody tr, tfoot tr"):
            assert len(row.select("th[scope=row]")) == 1
            assert len(row.find_all("td")) == len(columns) - 1
    rows = page.select("table.findings tbody tr")
    assert all(row.select(".sources li") for row in rows)
    listed = {(texts(row, "td")[0], one) for row in rows for one in subjects_of(row)}
    view = CoverageView(content, "en")
    names = {each.id: each.name for each in content.directory.regions}
    country = content.words["en"].say("coverage.country")
    for (region, subject), cell in content.coverage.cells.items():
        if cell.known:
            assert (names.get(region, country), view.subject(subject)) in listed


def subjects_of(row: Tag) -> list[str]:
    """Return the subjects that a row of the sources is about."""
    return texts(row, "td")[1].split("; ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_leads_to_each_region_by_name(site: Path, content: Content, lang: str) -> None:
    page = page_of(site, lang)
    links = page.select(".tiles svg a[href]")
    names = {each.id: each.name for each in content.directory.regions}
    assert len(links) == len(names) == 18
    prefix = "" if lang == "nl" else f"{lang}/"
    targets = {urljoin(f"/{prefix}{ADDRESS}", str(each["href"])): each for each in links}
    for region, name in names.items():
        link = targets[f"/{prefix}near-you/{region}/"]
        number = f"{content.coverage.known(region)} / {len(content.coverage.subjects)}"
        assert str(link["aria-label"]).startswith(f"{name} {number} ")
        assert texts(link, "text") == [name, number]
        assert link["class"] == ["is-some" if content.coverage.known(region) else "is-none"]
    assert not page.select("main [style]")


def test_the_page_fits_a_phone_and_the_keyboard_reaches_the_map(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}th/{ADDRESS}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = "[...document.querySelectorAll('.table')].filter(t => t.scrollWidth > t.clientWidth)"
    assert page.evaluate(f"{wide}.length") == 0
    page.locator("#map").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    reached = []
    for _ in range(18):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert len(set(reached)) == 18
    assert all("near-you/" in each for each in reached)
    box = page.locator(".tiles a").first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_the_map_can_be_read_on_their_tiles(
    site_url: str, page: Page, scheme: Literal["light", "dark"]
) -> None:
    """The audit leaves these to us: axe cannot tell on which shape a drawn text lies."""
    page.emulate_media(color_scheme=scheme)
    page.goto(site_url + ADDRESS)
    assert page.evaluate(CONTRAST) >= LEAST_CONTRAST
    page.evaluate("document.querySelector('.tiles text').style.fill = '#888'")
    assert page.evaluate(CONTRAST) < LEAST_CONTRAST


def test_the_table_can_be_saved(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}en/{ADDRESS}")
    with page.expect_download() as saved:
        page.locator("a[download='coverage.csv']").click()
    assert saved.value.path().read_bytes().startswith(b"\xef\xbb\xbfregion,")


def test_another_language_beside_it_repeats_neither_signs_nor_map(
    site_url: str, page: Page
) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(f"{site_url}en/{ADDRESS}")
    page.locator("[data-beside]").first.click()
    page.locator("[data-beside][aria-current]").wait_for()
    assert page.locator("table.matrix").count() == 3
    assert page.locator(".tiles svg").count() == 1
    assert page.locator(".other").count() > 10
    assert said == []


VOICE = """
window.heard = [];
speechSynthesis.getVoices = () => [{ localService: true, lang: "en" }];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = (each) => window.heard.push(each.text);
"""


def test_reading_aloud_leaves_the_signs_out(site_url: str, page: Page, content: Content) -> None:
    page.add_init_script(VOICE)
    page.goto(f"{site_url}en/{ADDRESS}")
    page.locator("[data-listen]").click()
    until(page, "window.heard.length > 20")
    heard = page.evaluate("window.heard")
    assert content.words["en"].say("coverage.values.unknown") not in heard
    assert any("Apeldoorn" in each for each in heard)
