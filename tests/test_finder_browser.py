"""Does the finder work in the page: by keyboard, by tap, in eight languages, without script?"""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route
from sitebuild.content import Content
from test_accessibility import RULES

LANGUAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
KEPT = """async () => [
    localStorage.length, sessionStorage.length, document.cookie.length,
    (await indexedDB.databases()).length,
]"""


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def heading(page: Page) -> Locator:
    return page.locator(".finder__answer h2")


def active_option(page: Page) -> str:
    """Return the text of the option that the field says is active, or ''."""
    text: str = page.evaluate(
        """() => {
            const id = document.activeElement.getAttribute("aria-activedescendant");
            return id ? document.getElementById(id).textContent : "";
        }"""
    )
    return text


def type_and_wait(page: Page, text: str) -> None:
    field(page).press_sequentially(text)
    page.get_by_role("option").first.wait_for()


def test_the_keyboard_alone_leads_to_the_region(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).focus()
    type_and_wait(page, "beek")
    options = page.get_by_role("option").all_inner_texts()
    assert len(options) == 6
    assert field(page).get_attribute("aria-expanded") == "true"
    assert active_option(page) == ""
    for keys, at in (
        *(("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 5)),
        *(("ArrowDown", 0), ("End", 5), ("Home", 0), ("ArrowDown", 1)),
    ):
        page.keyboard.press(keys)
        assert active_option(page) == options[at], keys
        assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    assert heading(page).inner_text() == "Regio Nijmegen"
    assert heading(page).evaluate("each => each === document.activeElement")
    assert field(page).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(site_url + "near-you/nijmegen/")


def test_escape_closes_then_empties_and_arrow_down_opens(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).focus()
    type_and_wait(page, "utrec")
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    assert field(page).input_value() == "utrec"
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    assert active_option(page) == "Utrecht"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert field(page).input_value() == ""


def test_a_tap_on_a_suggestion_shows_the_region(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).tap()
    type_and_wait(page, "montferl")
    page.get_by_role("option", name="Montferland").tap()
    assert heading(page).inner_text() == "Regio Apeldoorn"
    assert field(page).input_value() == "Montferland"


def test_open_suggestions_cover_nothing_and_a_click_below_them_arrives(
    site_url: str, page: Page
) -> None:
    # High enough not to scroll: a browser that scrolls may hide that something moved.
    page.set_viewport_size({"width": 360, "height": 1600})
    page.goto(site_url)
    field(page).tap()
    type_and_wait(page, "oud")
    page.locator(".danger a").click()
    page.wait_for_url(site_url + "help-now/")


def test_a_question_is_answered_by_choosing(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).fill("Rijswijk")
    page.get_by_role("button", name="Zoek", exact=True).tap()
    page.get_by_role("button", name="Altena").wait_for()
    assert heading(page).evaluate("each => each === document.activeElement")
    page.get_by_role("button", name="Altena").tap()
    assert heading(page).inner_text() == "Regio Tilburg"
    assert page.locator(".finder__answer").get_by_role("button").count() == 0


def test_numbers_are_there_at_once_as_on_the_region_page(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).fill("Winterswijk")
    field(page).press("Enter")
    heading(page).wait_for()
    calls = page.locator(".finder__answer a[href^='tel:']").evaluate_all(
        "all => all.map((each) => each.href)"
    )
    assert calls
    page.locator(".finder__answer .call").first.click()
    page.wait_for_url(site_url + "near-you/apeldoorn/")
    shown = page.locator("a[href^='tel:']").evaluate_all("all => all.map((each) => each.href)")
    assert set(calls) <= set(shown)


def test_a_slip_is_said_and_the_closest_come_with_the_full_list(site_url: str, page: Page) -> None:
    page.goto(site_url)
    field(page).fill("zaandm")
    field(page).press("Enter")
    heading(page).wait_for()
    assert heading(page).inner_text() == "Regio Zaanstad"
    assert "Zaandam" in page.locator("[data-part=place]").inner_text()
    assert not page.locator(".finder__list").is_visible()
    field(page).fill("qwertyuiop")
    field(page).press("Enter")
    assert page.locator(".finder__choices button").count() == 3
    assert page.locator(".finder__list").is_visible()
    for _ in range(2):
        field(page).press("Escape")
    field(page).press("Enter")
    page.get_by_role("status").filter(has_text="Typ een plaats").wait_for()
    assert not heading(page).is_visible()


@pytest.mark.parametrize(
    ("typed", "said"), [("1099", "postcode"), ("12345", "postcode"), ("", "Typ een plaats")]
)
def test_without_an_answer_the_focus_stays_and_the_reason_is_said(
    site_url: str, page: Page, typed: str, said: str
) -> None:
    page.goto(site_url)
    field(page).fill(typed)
    field(page).press("Enter")
    page.get_by_role("status").filter(has_text=said).wait_for()
    assert field(page).evaluate("each => each === document.activeElement")
    assert not heading(page).is_visible()
    page.keyboard.press("Tab")
    assert page.get_by_role("status").filter(has_text=said).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("typed", ["Groningen", "Rijswijk", "zaandm", "qwertyuiop", "1099"])
def test_axe_finds_nothing_in_suggestions_and_answers(
    site_url: str, page: Page, typed: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(site_url)
    field(page).fill(typed)
    field(page).press("ArrowDown")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name="Zoek", exact=True).tap()
    page.locator(".finder__answer h2:visible, .finder__list a:visible").first.wait_for()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_answers_fit_a_narrow_screen_and_are_big_enough_to_tap(
    site_url: str, page: Page, prefix: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(site_url + prefix)
    for typed in ("beek", "Nuenen", "Groningen", "qwertyuiop"):
        field(page).fill(typed)
        field(page).press("Enter")
        heading(page).wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, typed
        for target in page.locator(".finder button:visible, .finder .call:visible").all():
            box = target.bounding_box()
            assert box is not None and box["height"] >= 44, (typed, target.inner_text())


def test_a_failed_file_is_said_and_the_next_use_tries_again(site_url: str, page: Page) -> None:
    broken = True

    def answer(route: Route) -> None:
        route.fulfill(status=404, body="<p>404") if broken else route.continue_()

    page.route("**/finder.*.json", answer)
    page.goto(site_url)
    field(page).fill("Utrecht")
    field(page).press("Enter")
    link = page.locator(".finder__list a")
    link.wait_for()
    assert page.get_by_role("status").inner_text().startswith("Zoeken lukt nu niet")
    broken = False
    field(page).press("Enter")
    heading(page).wait_for()
    assert heading(page).inner_text() == "Regio Utrecht"
    assert not link.is_visible()


def test_while_a_word_is_composed_enter_is_not_ours_but_suggestions_come(
    site_url: str, page: Page
) -> None:
    page.goto(site_url)
    field(page).focus()
    page.evaluate(
        """() => {
            const input = document.activeElement;
            input.value = "utrec";
            input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
        }"""
    )
    page.get_by_role("option").first.wait_for()
    ours = page.evaluate(
        """() => !document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
            { key: "Enter", isComposing: true, bubbles: true, cancelable: true }))"""
    )
    assert ours is False
    assert not heading(page).is_visible()


def test_nothing_is_fetched_before_use_and_nothing_is_kept_or_sent(
    site_url: str, assets: dict[str, str], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url, wait_until="networkidle")
    assert not any(".json" in address for address in asked)
    before = page.evaluate("history.length")
    asked.clear()
    field(page).focus()
    type_and_wait(page, "rotterd")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    heading(page).wait_for()
    field(page).fill("Rijswijk")
    field(page).press("Enter")
    page.get_by_role("button", name="Altena").tap()
    assert asked == [assets["finder.json"]]
    assert page.url == site_url
    assert page.evaluate("history.length") == before
    assert page.evaluate(KEPT) == [0, 0, 0, 0]
    assert page.locator(".finder form, .finder [name]").count() == 0
    assert field(page).get_attribute("autocomplete") == "off"


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_finder_speaks_every_language_and_marks_dutch_names(
    site_url: str, page: Page, prefix: str
) -> None:
    for address in ("", "near-you/"):
        page.goto(site_url + prefix + address)
        field(page).fill("2512 AB")
        field(page).press("Enter")
        heading(page).wait_for()
        assert "{" not in page.locator(".finder").inner_text()
        assert heading(page).locator("[lang=nl]").inner_text() == "Den Haag"
        assert page.locator(".finder").get_attribute("lang") == (prefix.rstrip("/") or "nl")
        target = page.locator(".finder__answer .call").first.evaluate("each => each.href")
        assert target == site_url + prefix + "near-you/den-haag/"


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_without_script_a_link_leads_to_all_municipalities(
    content: Content, site_url: str, browser: Browser, prefix: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + prefix)
    assert not page.locator(".finder input").is_visible()
    page.locator(".finder__list a").click()
    page.wait_for_url(site_url + prefix + "near-you/#all")
    for region in content.directory.regions:
        links = page.locator(f'main [lang=nl] a[href="{region.id}/"]')
        names = set(links.all_inner_texts())
        assert {each.name for each in region.municipalities} | {region.name} <= names
    context.close()
