"""A second language beside the text, and the browser's own voice: on demand, keeping nothing."""

import pytest
from conftest import until
from playwright.sync_api import Browser, Page

PAIRS = {"bg/rights/at-work/": "nl", "th/safety/violence/": "nl", "rights/taxes/": "en"}


@pytest.mark.parametrize("address", PAIRS)
def test_every_paragraph_gets_its_twin(site_url: str, page: Page, address: str) -> None:
    page.goto(site_url + address)
    own = page.locator(".text > p").count()
    page.locator(f"[data-beside][lang={PAIRS[address]}]").click()
    page.locator(".other").first.wait_for()
    others = page.locator(".text > p.other")
    assert others.count() >= own
    assert page.locator(f".other:not([lang={PAIRS[address]}])").count() == 0
    headings = page.evaluate(
        "[...document.querySelectorAll('.text > :is(h2, h3)')].every("
        "each => each.nextElementSibling.matches('p.other'))"
    )
    assert headings
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("[data-beside][aria-current]").click()
    page.locator(".other").first.wait_for(state="detached")


def test_both_languages_are_on_paper(site_url: str, page: Page) -> None:
    page.goto(site_url + "bg/rights/at-work/")
    page.locator("[data-beside][lang=nl]").click()
    page.locator(".other").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".other").first.is_visible()
    assert not page.locator(".reading").is_visible()


def test_nothing_is_loaded_or_kept_before_it_is_asked_for(site_url: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + "pl/rights/taxes/")
    page.wait_for_load_state("networkidle")
    assert not [each for each in asked if "beside" in each or "listen" in each]
    page.locator("[data-beside][lang=nl]").click()
    page.locator(".other").first.wait_for()
    assert all(each.startswith(site_url) for each in asked)
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]


def test_without_script_the_link_leads_to_the_other_page(site_url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "hu/rights/taxes/")
    assert not page.locator("[data-listen]").is_visible()
    page.locator("[data-beside][lang=nl]").click()
    page.wait_for_url(site_url + "rights/taxes/")
    context.close()


def test_when_the_other_page_cannot_be_fetched_the_link_is_followed(
    site_url: str, page: Page
) -> None:
    page.goto(site_url + "ro/rights/taxes/")
    page.route("**/beside.*.js", lambda route: route.abort())
    page.locator("[data-beside][lang=nl]").click()
    page.wait_for_url(site_url + "rights/taxes/")


# A browser with the voices of a test: it writes down what it is asked to say.
VOICES = """
window.said = [];
const voices = {voices};
const fake = {{
  speaking: false,
  getVoices: () => voices,
  addEventListener: () => {{}},
  speak: (each) => {{ fake.speaking = true; said.push([each.text, each.lang]); each.onstart?.(); }},
  cancel: () => {{ fake.speaking = false; said.push("cancel"); console.log("silent"); }},
}};
Object.defineProperty(window, "speechSynthesis", {{ value: fake }});
window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
"""


def with_voices(page: Page, voices: str) -> None:
    """Give the page these voices before it loads."""
    page.add_init_script(VOICES.format(voices=voices))


def test_a_voice_of_the_device_reads_the_page_and_stops(site_url: str, page: Page) -> None:
    with_voices(page, '[{lang: "bg-BG", localService: true}]')
    page.goto(site_url + "bg/rights/taxes/")
    button = page.locator("[data-listen]")
    assert button.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    until(page, "window.said.length > 10")
    heading = page.locator("h1").inner_text()
    assert page.evaluate("window.said[0]") == [heading, "bg-BG"]
    assert button.inner_text() == button.get_attribute("data-stop")
    page.keyboard.press("Escape")
    assert page.evaluate("window.said.at(-1)") == "cancel"
    assert button.inner_text() == button.get_attribute("data-listen")


@pytest.mark.parametrize(
    "voices",
    ["[]", '[{lang: "bg-BG", localService: false}]', '[{lang: "en-GB", localService: true}]'],
)
def test_without_an_own_voice_on_the_device_there_is_no_button(
    site_url: str, page: Page, voices: str
) -> None:
    with_voices(page, voices)
    page.goto(site_url + "bg/rights/taxes/")
    assert not page.locator("[data-listen]").is_visible()


def test_leaving_stops_the_voice(site_url: str, page: Page) -> None:
    with_voices(page, '[{lang: "nl-NL", localService: true}]')
    page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="weather"))
    page.goto(site_url + "rights/taxes/")
    with page.expect_console_message(lambda message: message.text == "silent"):
        page.locator("#leave").click()
