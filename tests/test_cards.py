"""A card holds the region's published numbers, tells a finder nothing, and knows its address."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from conftest import CASE_DAY, ROOT
from sitebuild.card import CALLABLE, card_document, card_page, copy_pdfs
from sitebuild.card_pdf import pdf_path
from sitebuild.content import Content, load_content
from sitebuild.languages import Language
from sitebuild.model import Directory, Region
from sitebuild.paper import Paper, load_paper
from sitebuild.publishing import publish
from sitebuild.qr import WORN, qr_code
from sitebuild.region_schema import KINDS
from sitebuild.render import Renderer
from sitebuild.wordlists import WordLists, tells
from sitebuild.words import Words, load_words

ADDRESS = "https://wegwijs.example/"
LOADED, _ = load_content(ROOT, date.today())
LANGUAGES = [each.code for each in LOADED.languages] if LOADED else []
REGIONS = [region.id for region in LOADED.directory.regions] if LOADED else []
REVEALING = yaml.safe_load((ROOT / "strings/prose/revealing.yml").read_text(encoding="utf-8"))
LISTS = WordLists({}, {"nl": ("seks",), "en": ("sex",)}, (), {}, ("veilig thuis",))


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    loaded, _ = load_words(ROOT, (Language("nl", "Nederlands"), Language("th", "ไทย")))
    return loaded


def renderer_of(
    directory: Directory, words: dict[str, Words], paper: Paper, root: Path = ROOT
) -> Renderer:
    """Return a renderer of case files."""
    return Renderer(root, directory, publish(directory, CASE_DAY), words, paper)


def with_address(content: Content) -> Renderer:
    """Return the real content's renderer for a site whose address is known."""
    paper = replace(content.paper, address=ADDRESS)
    return Renderer(content.root, content.directory, content.published, content.words, paper)


def parsed(renderer: Renderer, region: Region, lang: str) -> BeautifulSoup:
    """Return the papers of a region as a browser reads them."""
    return BeautifulSoup(card_document(renderer, region, lang), "html.parser")


def text(tag: Tag) -> str:
    """Return a text with single spaces."""
    return " ".join(tag.get_text(" ").split())


def numbers(page: BeautifulSoup, paper: str) -> set[str]:
    """Return the numbers on the first paper of a kind."""
    found = page.select_one(paper)
    assert found is not None
    return {text(each) for each in found.select(".row__number b")}


# == Rules, on case files ==


def test_card_holds_every_number_that_is_shown(
    directory: Directory, words: dict[str, Words]
) -> None:
    page = parsed(renderer_of(directory, words, Paper()), directory.regions[0], "nl")
    shown = {"070 000 00 00", "088 000 00 01", "088 000 00 02", "070 000 00 03", "14 070"}
    shown |= {"112", "0800-0000"}
    assert numbers(page, ".leaf") == numbers(page, ".paper--sheet") == shown


def test_card_says_how_old_a_number_is_and_which_was_checked(
    directory: Directory, words: dict[str, Words]
) -> None:
    page = parsed(renderer_of(directory, words, Paper()), directory.regions[0], "nl")
    rows = {text(each)[:60]: text(each) for each in page.select(".leaf:first-child .row")}
    own = next(row for row in rows.values() if "Organisatie A" in row)
    assert "ma–vr 09:00–17:00; za 10:00–12:00" in own
    assert "bron: 5 april 2026" in own
    assert "nagevraagd: 1 september 2026" in own
    danger = next(row for row in rows.values() if "Noodlijn" in row)
    assert "bron" not in danger


def test_number_that_is_withheld_is_not_on_the_card(
    directory: Directory, words: dict[str, Words]
) -> None:
    held = replace(directory.regions[1].organisations[0], hold="")
    zuid = replace(directory.regions[1], organisations=(held,))
    page = parsed(renderer_of(directory, words, Paper()), zuid, "nl")
    assert numbers(page, ".leaf") == {"112", "0800-0000"}
    assert "0900" not in page.get_text()
    assert words["nl"].say("card.none") in page.get_text()


def test_desk_that_reveals_is_not_named(directory: Directory, words: dict[str, Words]) -> None:
    page = parsed(renderer_of(directory, words, Paper()), directory.regions[0], "nl")
    assert words["nl"].say("labels.desk.health") not in page.get_text()


@pytest.mark.parametrize("name", ["Hulp bij seksWERK", "Sex Workers", "Veilig Thuis"])
def test_name_that_reveals_is_not_printed_but_its_number_is(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    organisations = dict(directory.organisations)
    organisations["pmw-a"] = replace(organisations["pmw-a"], name=name)
    odd = replace(directory, organisations=organisations)
    page = parsed(renderer_of(odd, words, Paper("", LISTS.telling)), odd.regions[0], "nl")
    assert name not in page.get_text()
    assert "070 000 00 00" in numbers(page, ".leaf")


@pytest.mark.parametrize("name", ['*A* <b>x</b> {{ 7*7 }} "q"', "<script>alert(1)</script>"])
def test_name_stays_text(directory: Directory, words: dict[str, Words], name: str) -> None:
    odd = replace(directory, regions=(replace(directory.regions[0], name=name),))
    page = parsed(renderer_of(odd, words, Paper()), odd.regions[0], "nl")
    assert name in text(page.select(".front__region")[0])
    assert page.select("script, .front__region b") == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("https://x.example", "https://x.example/"),
        ("https://x.example/a/", "https://x.example/a/"),
    ],
)
def test_address_of_the_site_is_read_from_mkdocs(tmp_path: Path, typed: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f'site_name: "x"\nsite_url: "{typed}"\n', encoding="utf-8")
    paper, problems = load_paper(tmp_path, LISTS)
    assert (paper.address, problems) == (address, ())
    assert paper.telling == ("seks", "sex", "veilig thuis")


@pytest.mark.parametrize(
    "typed",
    ["x.example", "http://x.example/", "https://x", "https://x.example/?a=1", "https://x.ex/ a"],
)
def test_address_that_cannot_be_printed_is_told(tmp_path: Path, typed: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f'site_name: "x"\nsite_url: "{typed}"\n', encoding="utf-8")
    paper, problems = load_paper(tmp_path, LISTS)
    assert paper.address == ""
    assert [(each.line, each.field, each.found) for each in problems] == [(2, "site_url", typed)]


def test_no_address_is_invented_and_the_page_says_so(
    directory: Directory, words: dict[str, Words]
) -> None:
    without = renderer_of(directory, words, Paper())
    known = renderer_of(directory, words, Paper(ADDRESS))
    region, told = directory.regions[0], words["nl"].say("card.no_address")
    assert told in card_page(without, region, "nl")
    assert told not in card_page(known, region, "nl")
    page = parsed(without, region, "nl")
    assert page.select("svg") == []
    assert "example" not in page.select(".front")[0].get_text()


def test_code_leads_to_the_page_in_its_language(
    directory: Directory, words: dict[str, Words]
) -> None:
    known = renderer_of(directory, words, Paper(ADDRESS))
    for lang, path in (("nl", "near-you/noord/"), ("th", "th/near-you/noord/")):
        page = parsed(known, directory.regions[0], lang)
        printed = {each.get_text() for each in page.select(".front__address")}
        assert printed == {f"wegwijs.example/{path}"}
        wanted = BeautifulSoup(str(qr_code(ADDRESS + path, WORN)), "html.parser").svg
        assert len(page.select(".front svg")) == 5
        assert all(each == wanted for each in page.select(".front svg"))


def test_code_needs_no_inline_style() -> None:
    assert "style" not in str(qr_code(ADDRESS, WORN))


def test_pdf_is_linked_and_copied_only_while_it_is_of_today(
    tmp_path: Path, directory: Directory, words: dict[str, Words]
) -> None:
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    renderer = renderer_of(directory, words, Paper(), tmp_path)
    region, site = directory.regions[0], tmp_path / "site"
    assert ".pdf" not in card_page(renderer, region, "th")
    made = pdf_path(tmp_path, "th", region.id, card_document(renderer, region, "th"))
    made.parent.mkdir(parents=True)
    made.write_bytes(b"%PDF")
    assert '<a href="../../../../cards/th/noord.pdf">' in card_page(renderer, region, "th")
    assert ".pdf" not in card_page(renderer, region, "nl")
    assert copy_pdfs(renderer, directory.regions, "th", site) == 1
    assert (site / "cards/th/noord.pdf").read_bytes() == b"%PDF"
    changed = renderer_of(directory, words, Paper(ADDRESS), tmp_path)
    assert ".pdf" not in card_page(changed, region, "th")
    assert copy_pdfs(changed, directory.regions, "th", site) == 0


# == The real content: each region, each language ==


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region_id", REGIONS)
def test_card_of_a_region_has_its_numbers_and_a_neutral_front(
    content: Content, region_id: str, lang: str
) -> None:
    region = content.directory.region(region_id)
    page = parsed(with_address(content), region, lang)
    members = [each.organisation for each in region.organisations if not each.hold]
    shown = {
        datum.value
        for name in (*members, *region.ggds, region.centre)
        for field in CALLABLE
        for datum in content.published[name].of(field)
    }
    assert shown | {"112", "0800-2000"} <= numbers(page, ".leaf") == numbers(page, ".paper--sheet")
    assert len(page.select(".leaf")) == 4
    printed = {text(each).casefold() for each in page.select(".row__who")}
    assert not [name for name in printed if tells(name, content.word_lists.telling)]
    assert revealed(page, lang) == set()


def revealed(page: BeautifulSoup, lang: str) -> set[str]:
    """Return the revealing words on a card, in its language, Dutch and English."""
    body = page.select_one("main")
    assert body is not None
    said = text(body).casefold()
    found = {word for code in ("nl", "en", lang) for word in REVEALING[code] if word in said}
    return found - {word for word in found if is_inside_other_words(word, said)}


def is_inside_other_words(word: str, said: str) -> bool:
    """Say whether a short word such as Spanish 'its' only stands inside others."""
    return len(word) <= 3 and not re.search(rf"\b{word}\b", said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_revealing_word_would_be_noticed(lang: str) -> None:
    for word in REVEALING[lang]:
        page = BeautifulSoup(f"<main><p>{word.upper()}</p></main>", "html5lib")
        assert revealed(page, lang) >= {word}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_own_words_for_any_kind_of_organisation_tell_nothing(
    content: Content, lang: str
) -> None:
    own = content.words[lang]
    said = [own.say(f"card.kinds.{kind}") for kind in KINDS] + [own.say("card.front")]
    page = BeautifulSoup(f"<main>{' '.join(said)}</main>", "html5lib")
    assert revealed(page, lang) == set()
