"""Can everybody use the pages? axe-core, narrow screens, the keyboard alone, no script."""

import pytest
from audit.axe import BY_NIGHT
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from playwright.sync_api import Browser, Page
from sitebuild.pages import is_generated

LANGUAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
PAGES = ("", "help-now/", "safe-visit/", "near-you/", "near-you/den-bosch/", "about/")
# WCAG 2.2, level AA.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize("prefix", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site_url: str, page: Page, prefix: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in PAGES:
        page.goto(site_url + prefix + address)
        open_everything(page)
        results = Axe().run(page, options=RULES if scheme == "light" else BY_NIGHT)
        assert results.violations_count == 0, f"{prefix}{address}: {results.generate_report()}"


TEXT_PAGES = sorted(
    page_id.removesuffix("index")
    for path in (ROOT / "docs/nl").rglob("*.md")
    if not is_generated(page_id := path.relative_to(ROOT / "docs/nl").with_suffix("").as_posix())
)
ONE_OF_EACH_OTHER_FAMILY = ["professionals/cards/den-bosch"]


@pytest.mark.parametrize("address", TEXT_PAGES + ONE_OF_EACH_OTHER_FAMILY)
def test_axe_finds_nothing_on_any_text_page_and_nothing_is_too_wide(
    site_url: str, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(f"{site_url}{address.rstrip('/')}/" if address else site_url)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    open_everything(page)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def open_everything(page: Page) -> None:
    """Unfold what is folded in the text: hidden text is not examined."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")


def test_axe_notices_a_fault(site_url: str, page: Page) -> None:
    page.goto(site_url)
    page.evaluate("document.querySelector('#leave').innerHTML = ''")
    assert Axe().run(page, options=RULES).violations_count > 0


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_nothing_is_wider_than_a_narrow_screen(site_url: str, page: Page, prefix: str) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    for address in PAGES:
        page.goto(site_url + prefix + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, (address, width)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_home_shows_languages_help_and_the_first_door_without_scrolling(
    site_url: str, page: Page, prefix: str
) -> None:
    page.goto(site_url + prefix)
    languages = page.locator(".langs a")
    assert languages.count() == 8
    for index in range(8):
        box = languages.nth(index).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= 640
    for selector in (".finder", ".danger", ".door"):
        box = page.locator(selector).first.bounding_box()
        assert box is not None, selector
        assert box["y"] + 24 <= 640, (selector, box)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_language_is_chosen_with_the_keyboard(site_url: str, page: Page, prefix: str) -> None:
    page.goto(site_url + prefix + "help-now/")
    summary = page.locator(".tools summary").last
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.lang") == "nl"
    page.keyboard.press("Escape")
    assert page.locator(".tools details[open]").count() == 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(site_url + "en/help-now/")


def test_focus_is_in_sight_and_not_under_the_bar(site_url: str, page: Page) -> None:
    page.goto(site_url + "near-you/utrecht/")
    bar = page.locator(".bar").bounding_box()
    assert bar is not None
    for step in range(40):
        page.keyboard.press("Tab")
        box = page.evaluate(
            """() => {
                const element = document.activeElement;
                const box = element.getBoundingClientRect();
                return [box.top, box.bottom, element.closest('.bar, .skip') !== null];
            }"""
        )
        assert box[2] or box[0] >= bar["height"] - 1, (step, box)
        assert box[0] < 640, (step, box)


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_pages_are_complete_without_script(site_url: str, browser: Browser, prefix: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(site_url + prefix)
    assert not page.locator(".finder input").first.is_visible()
    page.locator('main a[href^="near-you/"]').first.click()
    page.locator("main").get_by_role("link", name="Winterswijk").first.click()
    page.wait_for_url("**/near-you/apeldoorn/")
    assert page.locator('a[href="tel:14055"]').first.is_visible()
    page.locator(".tools summary").last.click()
    assert page.locator(".tools .langs a").first.is_visible()
    context.close()


def test_a_page_can_be_read_without_style(site_url: str, page: Page) -> None:
    page.route("**/*.css", lambda route: route.abort())
    page.goto(site_url + "near-you/zwolle/")
    assert page.locator('a[href="tel:14038"]').first.is_visible()
    assert page.locator("#leave").is_visible()


def test_a_region_fits_on_two_sheets_of_paper(site_url: str, page: Page) -> None:
    page.goto(site_url + "near-you/tilburg/")
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= sheets <= 2
