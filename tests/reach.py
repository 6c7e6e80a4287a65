"""What do the checks in reach.js say about a page that is open?"""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "reach.js").read_text(encoding="utf-8")
# WCAG 1.4.12, as a reader's own style sheet would set it. A sheet made by script passes the
# policy of our pages, which refuses style that is written into them.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
MOST_TABS = 400


def faults(page: Page, *checks: str) -> list[str]:
    """Return what the named checks find on the page as it stands."""
    return [str(each) for check in checks for each in answer(page, check)]


def answer(page: Page, check: str) -> list[str]:
    """Return what one function of reach.js answers."""
    found: list[str] | None = page.evaluate(f"({SOURCE}).{check}()")
    return found or []


def tab_through(page: Page, until: str = "") -> list[str]:
    """Press Tab to the end of the page, or to a selector; return every fault on the way."""
    found: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return found
        found += answer(page, "focus")
        if until and page.locator(f"{until}:focus").count():
            return found
    return [*found, f"no end after {MOST_TABS} times Tab"]
