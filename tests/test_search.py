"""Does the search bring the right page first? Real queries per language, in a real browser."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Browser, Page
from sitebuild.search_index import Passage, build_index
from sitebuild.search_words import fold, group, words

CASES = ROOT / "tests/cases/search"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.yml"))
KINDS = {"plain", "inflected", "no-accents", "slip", "synonym", "town", "two-words", "nothing"}
FEWEST_CASES = 40
# What the site promises; see README.
AT_THREE, AT_ONE = 0.95, 0.85
FIRST = 3
ASK = """async ([assets, lang, queries]) => {
  const { answers, unpack } = await import(assets["query.js"]);
  const { default: lunr } = await import(assets["lunr.js"]);
  const json = async (name) => (await fetch(assets[name])).json();
  const known = unpack(lunr, await json(`search/${lang}.json`));
  const places = await json("finder.json");
  return queries.map((each) => answers(known, places, each).map(({ page }) => page));
}"""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages of which one must come first (none: nothing may)."""

    text: str
    pages: tuple[str, ...]
    kind: str


def read_queries(lang: str) -> list[Query]:
    raw: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (CASES / f"{lang}.yml").read_text(encoding="utf-8")
    )
    return [Query(each["query"], tuple(each["pages"]), each["kind"]) for each in raw["cases"]]


@pytest.fixture(scope="module")
def home(browser: Browser, site_url: str) -> Page:
    page = browser.new_page()
    page.goto(site_url)
    return page


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def hit(query: Query, found: list[str], first: int) -> bool:
    return any(page in query.pages for page in found[:first]) if query.pages else not found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_right_page_comes_first_or_among_the_first_three(
    home: Page, assets: dict[str, str], lang: str
) -> None:
    queries = read_queries(lang)
    assert len(queries) >= FEWEST_CASES
    assert {each.kind for each in queries} >= KINDS
    found = home.evaluate(ASK, [assets, lang, [each.text for each in queries]])
    pairs = list(zip(queries, found, strict=True))
    missed = [(each.text, pages[:FIRST]) for each, pages in pairs if not hit(each, pages, FIRST)]
    assert share([hit(each, pages, FIRST) for each, pages in pairs]) >= AT_THREE, missed
    assert share([hit(each, pages, 1) for each, pages in pairs]) >= AT_ONE, missed


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ąęłó", "aelo"),
        ("Őű Õû", "ou ou"),
        ("Șţ", "st"),
        ("ЙЪ", "иъ"),
        ("น้ำ", "น้ำ"),
        ("เเละ", "และ"),
        ("straße", "strasse"),
    ],
)
def test_python_and_browser_fold_alike(
    home: Page, assets: dict[str, str], typed: str, folded: str
) -> None:
    assert fold(typed) == folded
    script = "async ([address, text]) => (await import(address)).fold(text)"
    assert home.evaluate(script, [assets["query.js"], typed]) == folded


def test_thai_is_broken_into_words_and_forms_are_grouped() -> None:
    assert list(words("ใบอนุญาตทำงาน")) == ["ใบอนุญาต", "ทำงาน"]
    assert group("данъци", "bg") == group("данъкът", "bg")
    assert group("belastingen", "nl") == group("belasting", "nl")


def test_index_is_the_same_twice_and_compounds_are_reached_by_their_parts() -> None:
    passages = [
        Passage("a", "", "Zorgverzekering", "", "Over zorg en verzekering."),
        Passage("b", "", "Wonen", "", "Iets anders."),
    ]
    assert build_index(passages, "nl", ["de"]) == build_index(passages, "nl", ["de"])
    terms = [each[0] for each in build_index(passages, "nl", ["en"])["terms"]]
    assert "zorg" in terms
    assert "en" not in terms


def test_search_files_name_pages_that_exist() -> None:
    pages = {
        path.relative_to(ROOT / "docs/nl").with_suffix("").as_posix()
        for path in Path(ROOT / "docs/nl").rglob("*.md")
    }
    for lang in LANGUAGES:
        for each in read_queries(lang):
            wrong = [page for page in each.pages if page not in pages and "near-you/" not in page]
            assert not wrong, (lang, each)
