"""Does axe-core find a fault on any page? Each page in two sizes, by day and by night."""

import multiprocessing
import sys
from collections.abc import Iterator
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from find_chromium import ARGUMENTS, find
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from audit.findings import Finding

# WCAG 2.2, levels A and AA, and what axe calls good practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: dict[str, object] = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; off unless one asks
    "resultTypes": ["violations", "incomplete"],
    "preload": False,
}
# A scheme changes colours alone (tests/test_audit.py holds the style sheet to that), so the rules
# that look at something else need to run by day only.
BY_NIGHT: dict[str, object] = {
    **OPTIONS,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "rules": {},
}
SIZES = (ViewportSize(width=360, height=640), ViewportSize(width=1280, height=800))
SCHEMES: tuple[tuple[Literal["light", "dark"], dict[str, object]], ...] = (
    ("light", OPTIONS),
    ("dark", BY_NIGHT),
)
PAGES_AT_ONCE = 12

# Hidden text is not examined. Only one of the panels at the top can be open at a time; here they
# stand below each other, which a visitor never sees, so that each is examined.
UNFOLD = """() => {
  for (const each of document.querySelectorAll('.tools')) each.style.display = 'block';
  for (const each of document.querySelectorAll('.panel'))
    each.style.cssText = 'width: auto; margin-left: 0; display: block !important';
  for (const each of document.querySelectorAll('details')) {
    each.removeAttribute('name');
    each.open = true;
  }
}"""
# A first listener on the window: the page's own, which closes the other panels, hears nothing.
BEFORE = "addEventListener('toggle', (event) => event.stopImmediatePropagation(), true);"
# axe cannot tell on which shape of a drawing a text lies; tests/test_coverage_page.py measures it.
RUN = """async (options) => {
  const found = await axe.run(options);
  const drawn = (rule, node) => rule.id === 'color-contrast'
    && document.querySelector(node.target.flat()[0])?.closest('svg');
  const plain = (kind) => found[kind].flatMap((rule) => rule.nodes
    .filter((node) => kind === 'violations' || !drawn(rule, node))
    .map((node) => [`${rule.id} (${kind})`, node.target.flat().join(' ')]));
  return [...plain('violations'), ...plain('incomplete')];
}"""


def check(url: str, pages: list[str], workers: int) -> list[Finding]:
    """Return what axe-core finds on pages of a served site, and what it cannot tell."""
    jobs = [(url, pages[at : at + PAGES_AT_ONCE]) for at in range(0, len(pages), PAGES_AT_ONCE)]
    found: list[Finding] = []
    done = 0
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for count, part in pool.imap_unordered(_job, jobs):
            done += count
            found += part
            print(f"\r== axe-core: {done}/{len(pages)} pages, {len(found)} findings", end="")
            sys.stdout.flush()
    print()
    return found


def _job(job: tuple[str, list[str]]) -> tuple[int, list[Finding]]:
    url, pages = job
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        found = [each for size in SIZES for each in _at_size(browser, size, url, pages)]
        browser.close()
    return len(pages), found


def _at_size(browser: Browser, size: ViewportSize, url: str, pages: list[str]) -> Iterator[Finding]:
    context = browser.new_context(viewport=size)
    context.add_init_script(BEFORE)
    page = context.new_page()
    for address in pages:
        page.goto(url + address)
        page.evaluate(UNFOLD)
        page.evaluate(Axe().axe_script)
        for scheme, options in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            look = f"{size['width']} {scheme}"
            yield from (
                Finding(rule, place, address, look) for rule, place in examined(page, options)
            )
    context.close()


def examined(page: Page, options: dict[str, object] = OPTIONS) -> list[tuple[str, str]]:
    """Return rule and selector of all that axe finds in a page that holds its script."""
    found: list[Any] = page.evaluate(RUN, options)
    return [(str(rule), str(place)) for rule, place in found]
