"""When does a slow phone show the first words of a page? Ours beside Material's."""

from pathlib import Path

from conftest import PHONE
from playwright.sync_api import Browser

from bench.search_phone import PATIENCE_MS, SLOWER_CPU
from bench.serving import compressed, served
from bench.sites import Sites
from bench.weight import PAGES

FIRST_PAINT = """async () => {
  const found = () => performance.getEntriesByName("first-contentful-paint")[0];
  while (!found()) await new Promise((done) => setTimeout(done, 50));
  return found().startTime / 1000;
}"""
READY_BEFORE = ("*.css", "*.js", "*.json")


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of seconds to the first paint, in the Dutch site."""
    ours, stock = (_seconds(folder, browser) for folder in (sites.ours, sites.stock))
    rows = [f"| {kind} | {ours[kind]:.1f} | {stock[kind]:.1f} |" for kind in PAGES]
    return "\n".join(["| Page | Wegwijs, s | Material, s |", "| --- | --- | --- |", *rows])


def _seconds(folder: Path, browser: Browser) -> dict[str, float]:
    for pattern in READY_BEFORE:
        for file in folder.rglob(pattern):
            compressed(file)  # a host has them ready
    with served(folder, slow=True) as host:
        return {kind: _first_paint(browser, host.address + path) for kind, path in PAGES.items()}


def _first_paint(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    page.goto(address, wait_until="commit", timeout=PATIENCE_MS)
    seconds = float(page.evaluate(FIRST_PAINT))
    context.close()
    return seconds
