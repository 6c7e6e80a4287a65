"""Printed, a card is whole: two A4 pages, nothing cut, every letter there, a code that is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import make_cards
import pypdfium2 as pdfium
import pytest
import zxingcpp
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader
from sitebuild.card import card_address, card_document
from sitebuild.content import Content
from sitebuild.render import Renderer
from test_cards import LANGUAGES, with_address

A4 = (595, 842)  # points
SAMPLE_REGIONS = ("utrecht", "almere", "zaanstad")  # most numbers, a nameless one, none
SAMPLE = [(lang, region) for lang in ("nl", "bg", "th") for region in SAMPLE_REGIONS]
each_sample = pytest.mark.parametrize(("lang", "region_id"), SAMPLE)
# What stands for a letter that no font has: the box that a letter nobody uses gets.
MISSING = """letters => {
  const draw = letter => {
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    canvas.width = canvas.height = 60;
    pen.font = '32px "Noto Sans", "Noto Sans Thai", system-ui, sans-serif';
    pen.fillText(letter, 10, 40);
    return canvas.toDataURL();
  };
  const box = draw("\\u0378");
  return letters.filter(letter => draw(letter) === box);
}"""


@pytest.fixture(scope="module")
def renderer(content: Content) -> Renderer:
    """The real content, for a site whose address is known."""
    return with_address(content)


@pytest.fixture(scope="module")
def printer(browser: Browser) -> Iterator[Page]:
    """A page that shows documents as paper does."""
    page = make_cards.new_page(browser)
    yield page
    page.close()


def document(renderer: Renderer, content: Content, lang: str, region_id: str) -> str:
    """Return the papers of a region as HTML."""
    return card_document(renderer, content.directory.region(region_id), lang)


def printed(printer: Page, html: str) -> pdfium.PdfDocument:
    """Return a document as PDF."""
    pdf = make_cards.printed(printer, html)
    assert pdf is not None
    return pdfium.PdfDocument(pdf)


def texts(pdf: pdfium.PdfDocument) -> list[str]:
    """Return the text of each page with single spaces."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut_on_the_card_of_any_region(
    printer: Page, renderer: Renderer, content: Content, lang: str
) -> None:
    for region in content.directory.regions:
        printer.set_content(card_document(renderer, region, lang))
        assert printer.locator(".leaf").count() == 4
        assert printer.evaluate(make_cards.CUT) is False, region.id


def test_too_many_numbers_are_noticed(printer: Page, renderer: Renderer, content: Content) -> None:
    html = document(renderer, content, "nl", "utrecht")
    row = html[html.index('<li class="row">') : html.index("</li>") + len("</li>")]
    assert make_cards.printed(printer, html) is not None
    assert make_cards.printed(printer, html.replace(row, row * 12)) is None
    wide = html.replace("14 030", "14030" * 30)
    assert make_cards.printed(printer, wide) is None


@each_sample
def test_four_cards_are_one_page_and_the_sheet_another(
    printer: Page, renderer: Renderer, content: Content, lang: str, region_id: str
) -> None:
    html = document(renderer, content, lang, region_id)
    pdf = printed(printer, html)
    assert [tuple(round(side) for side in page.get_size()) for page in pdf] == [A4, A4]
    four, sheet = texts(pdf)
    numbers = {each.get_text() for each in BeautifulSoup(html, "html.parser").select("b")}
    assert "112" in numbers
    for number in numbers:
        assert four.count(number) >= 4 <= 4 * sheet.count(number), number


@each_sample
def test_code_is_read_and_leads_to_the_region_in_its_language(
    printer: Page, renderer: Renderer, content: Content, lang: str, region_id: str
) -> None:
    pdf = printed(printer, document(renderer, content, lang, region_id))
    images = [page.render(scale=3, grayscale=True).to_numpy() for page in pdf]
    read = [[each.text for each in zxingcpp.read_barcodes(image)] for image in images]
    address = card_address(renderer, content.directory.region(region_id), lang)
    assert address.endswith(f"/{'' if lang == 'nl' else lang + '/'}near-you/{region_id}/")
    assert read == [[address] * 4, [address]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_letter_is_missing(page: Page, renderer: Renderer, content: Content, lang: str) -> None:
    html = "".join(card_document(renderer, each, lang) for each in content.directory.regions)
    letters = sorted(set(BeautifulSoup(html, "html.parser").get_text()) - set(" \n"))
    page.goto("about:blank")
    assert page.evaluate(MISSING, letters) == []
    assert page.evaluate(MISSING, ["a", "\u0379"]) == ["\u0379"]


def test_pdf_brings_its_letters_and_says_nothing_of_its_making(
    tmp_path: Path, printer: Page, renderer: Renderer, content: Content
) -> None:
    html = document(renderer, content, "th", "utrecht")
    first, second = (make_cards.printed(printer, html) for _ in range(2))
    assert first is not None
    assert first == second
    assert not any(word in first for word in (b"Chromium", b"Skia", b"CreationDate", b"ModDate"))
    (tmp_path / "card.pdf").write_bytes(first)
    reader = PdfReader(tmp_path / "card.pdf")
    assert {key: str(value) for key, value in (reader.metadata or {}).items()} == {
        "/Title": "Wegwijs"
    }
    fonts = [each for page in reader.pages for each in font_descriptions(page)]
    assert fonts
    assert all("/FontFile2" in each for each in fonts)


def font_descriptions(page: PageObject) -> list[dict[str, object]]:
    """Return how a page describes its fonts; an embedded one has a file."""
    resources: Any = page["/Resources"]
    fonts = [each.get_object() for each in resources["/Font"].values()]
    return [each["/DescendantFonts"][0]["/FontDescriptor"] for each in fonts]


def test_card_that_is_there_is_not_made_again(
    tmp_path: Path, printer: Page, renderer: Renderer, content: Content
) -> None:
    html = document(renderer, content, "nl", "zwolle")
    jobs = [(tmp_path / "cards/nl/zwolle.1.pdf", html)]
    assert [make_cards.make(printer, jobs) for _ in range(2)] == [1, 0]
    changed = [(tmp_path / "cards/nl/zwolle.2.pdf", html.replace("14 038", "14 039"))]
    assert make_cards.make(printer, changed) == 1
    make_cards.remove_old(tmp_path, {path for path, _ in changed})
    assert list(tmp_path.rglob("*.*df")) == [changed[0][0]]


@pytest.mark.parametrize("prefix", ["", "bg/", "th/"])
def test_page_of_the_site_prints_the_papers_and_nothing_else(
    site_url: str, page: Page, prefix: str
) -> None:
    page.goto(f"{site_url}{prefix}professionals/cards/utrecht/")
    heading = page.locator("h1").inner_text()
    pdf = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    four, sheet = texts(pdf)
    assert [tuple(round(side) for side in each.get_size()) for each in pdf] == [A4, A4]
    assert (four.count("14 030"), sheet.count("14 030")) == (4, 1)
    assert four.count("Wegwijs") == 4
    assert heading not in four + sheet
    page.emulate_media(media="print")
    page.set_viewport_size(make_cards.SHEET)
    assert page.evaluate(make_cards.CUT) is False
