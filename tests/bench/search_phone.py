"""What does the first search cost on a slow phone? Bytes and seconds until a result is in sight."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conftest import PHONE
from playwright.sync_api import Browser, Page, expect

from bench.serving import compressed, served
from bench.sites import Sites

SLOWER_CPU = 4
QUERY = "huur"
PATIENCE_MS = 300_000
OPEN_OURS = "details:has(> .search) > summary"
PAGEFIND = """async (query) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href));
  const { results } = await pagefind.search(query);
  return (await results[0].data()).url;
}"""


@dataclass(frozen=True)
class Cost:
    """Of one engine: before the field has the focus, and from then to the first result."""

    name: str
    page_bytes: int
    search_bytes: int
    search_requests: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"| {self.name} | {self.page_bytes:,} | {self.search_bytes:,} "
            f"| {self.search_requests} | {self.seconds:.1f} |"
        )


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of the first search on a slow phone, in the Dutch site."""
    rows = [
        _measure("Wegwijs", sites.ours, "rights/taxes/", _ours, browser),
        _measure("Material", sites.stock, "rights/taxes/", _stock, browser),
        _measure("pagefind, its script only", sites.pagefind, "search-nl.html", _pagefind, browser),
    ]
    head = "| Engine | page, bytes | search, bytes | requests | seconds from focus to result |"
    return "\n".join([head, "| --- | --- | --- | --- | --- |", *map(str, rows)])


def _ours(page: Page) -> None:
    page.locator(OPEN_OURS).click()
    page.keyboard.type(QUERY)
    expect(page.locator(".search ol a").first).to_be_visible(timeout=PATIENCE_MS)


def _stock(page: Page) -> None:
    page.locator("label.md-header__button[for=__search]").click()
    page.keyboard.type(QUERY)
    found = page.locator(".md-search-result__item > a").first
    expect(found).to_be_visible(timeout=PATIENCE_MS)


def _pagefind(page: Page) -> None:
    page.locator("#q").click()
    page.evaluate(PAGEFIND, QUERY)


def _measure(
    name: str, folder: Path, path: str, search: Callable[[Page], None], browser: Browser
) -> Cost:
    for file in folder.rglob("*search*.js*"):
        compressed(file)  # a host has them ready
    with served(folder, slow=True) as host:
        context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
        page.goto(host.address + path, timeout=PATIENCE_MS)
        page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
        before, asked = host.sent, host.asked
        start = time.monotonic()
        search(page)
        seconds = time.monotonic() - start
        cost = Cost(name, before, host.sent - before, host.asked - asked, seconds)
        context.close()
        return cost
