"""How often does the right page come first? Our search, Material's and pagefind's, same queries."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from conftest import asset_paths
from playwright.sync_api import Browser, Locator, Page, expect
from test_search import ASK, FIRST, LANGUAGES, Query, hit, read_queries, share

from bench.serving import served
from bench.sites import Sites

Answers = list[list[str]]  # per query: page ids, best first
STOCK_FIELD = "[data-md-component=search-query]"
STOCK_LINKS = ".md-search-result__item > a[href]"
STOCK_META = ".md-search-result__meta"
STOCK_LOADS_MS = 120_000  # its index holds all languages
STOCK_ANSWERS_MS = 3_000
PAGEFIND = """async ([root, queries]) => {
  const pagefind = await import(root + "pagefind/pagefind.js");
  await pagefind.init();
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const first = await Promise.all(results.slice(0, 3).map((each) => each.data()));
    found.push(first.map(({ url }) => url));
  }
  return found;
}"""


@dataclass(frozen=True)
class Score:
    """Of one engine in one language; the mean reciprocal rank looks at the first three."""

    at_one: float
    at_three: float
    reciprocal: float

    def __str__(self) -> str:
        return f"{self.at_one:.2f} / {self.at_three:.2f} / {self.reciprocal:.2f}"


def score(queries: Sequence[Query], answers: Answers) -> Score:
    """Return the score of the answers to the queries, in the same order."""
    pairs = list(zip(queries, answers, strict=True))
    return Score(
        share([hit(query, pages, 1) for query, pages in pairs]),
        share([hit(query, pages, FIRST) for query, pages in pairs]),
        sum(_reciprocal(query, pages) for query, pages in pairs) / len(pairs),
    )


def _reciprocal(query: Query, pages: list[str]) -> float:
    ranks = [rank for rank in range(1, FIRST + 1) if hit(query, pages, rank)]
    return 1 / ranks[0] if ranks else 0.0


def page_id(url: str, lang: str) -> str:
    """Return the page id of an address in a site; '' for a page of another language."""
    parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
    if lang != "nl":
        if parts[:1] != [lang]:
            return ""
        parts = parts[1:]
    path = "/".join(parts) or "index"
    sections = ("rights", "safety", "health", "change", "change/needs", "people", "near-you")
    return f"{path}/index" if path in (*sections, "professionals", "about") else path


def ask_ours(
    paths: dict[str, str], page: Page, root: str, lang: str, queries: list[str]
) -> Answers:
    """Ask our search in the page; `paths` are those of its files."""
    page.goto(root)
    assets = {name: root + path for name, path in paths.items()}
    found: Answers = page.evaluate(ASK, [assets, lang, queries])
    return found


def ask_stock(page: Page, root: str, lang: str, queries: list[str]) -> Answers:
    """Ask Material's search through its field, and read the links that it shows."""
    page.goto(root + ("" if lang == "nl" else f"{lang}/"))
    field = page.locator(STOCK_FIELD)
    _type(field, "e")
    expect(page.locator(STOCK_LINKS).first).to_be_attached(timeout=STOCK_LOADS_MS)
    found = []
    for query in queries:
        _type(field, "")
        expect(page.locator(STOCK_LINKS)).to_have_count(0)
        before = page.locator(STOCK_META).inner_text()
        _type(field, query)
        found.append([page_id(url, lang) for url in _stock_links(page, before)])
    return found


def _type(field: Locator, text: str) -> None:
    field.fill(text)
    field.press("End")  # it listens to keys only


def _stock_links(page: Page, before: str) -> list[str]:
    """Return the first links that Material shows; it says nothing when a query breaks it."""
    with suppress(AssertionError):
        expect(page.locator(STOCK_META)).not_to_have_text(before, timeout=STOCK_ANSWERS_MS)
    links = page.locator(STOCK_LINKS).all()[:FIRST]
    return [link.get_attribute("href") or "" for link in links]


def ask_pagefind(page: Page, root: str, lang: str, queries: list[str]) -> Answers:
    """Ask pagefind in a page of the language."""
    page.goto(f"{root}search-{lang}.html")
    found: Answers = page.evaluate(PAGEFIND, [root, queries])
    return [[page_id(url, lang) for url in pages] for pages in found]


Ask = Callable[[Page, str, str, list[str]], Answers]


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table: per language success@1 / success@3 / mean reciprocal rank."""
    engines: list[tuple[str, Path, Ask]] = [
        ("Wegwijs", sites.ours, partial(ask_ours, asset_paths(sites.ours))),
        ("Material", sites.stock, ask_stock),
        ("pagefind", sites.pagefind, ask_pagefind),
    ]
    columns = [_column(browser, folder, ask) for _, folder, ask in engines]
    head = ["| Language | Queries | " + " | ".join(name for name, _, _ in engines) + " |"]
    head.append("| --- | --- |" + " --- |" * len(engines))
    rows = [
        f"| {lang} | {len(read_queries(lang))} | "
        + " | ".join(str(column[lang]) for column in columns)
        + " |"
        for lang in LANGUAGES
    ]
    return "\n".join(head + rows)


def _column(browser: Browser, folder: Path, ask: Ask) -> dict[str, Score]:
    scores = {}
    with served(folder) as host:
        for lang in LANGUAGES:
            queries = read_queries(lang)
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            answers = ask(page, host.address, lang, [query.text for query in queries])
            scores[lang] = score(queries, answers)
            page.close()
    return scores
