"""The working pages for professionals in a real browser: nothing leaves them, nothing stays."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import PHONE
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route
from sitebuild.content import Content
from sitebuild.sms import length
from test_walk import left

LANGUAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
FOLDER = "professionals/"
HANDOVER, MESSAGES, PLAN = f"{FOLDER}handover/", f"{FOLDER}outreach-messages/", f"{FOLDER}plan/"
TYPED = "Zq7secret"
FILL = """(typed) => {
  for (const each of document.querySelectorAll("main input, main select")) {
    if (each.type === "checkbox") each.click();
    else if (each.tagName === "SELECT") each.selectedIndex = 2;
    else each.value = typed;
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""
FILLED = """() => [...document.querySelectorAll("main input, main select")]
  .filter((each) => each.type === "checkbox" ? each.checked : each.value).length"""


def filled(page: Page) -> int:
    """Return how many fields of the page hold something."""
    return int(page.evaluate(FILLED))


def sheets(page: Page) -> int:
    """Return how many sheets of A4 the page takes."""
    return page.pdf(format="A4").count(b"/Type /Page\n")


def use_and_come_back(page: Page, address: str) -> list[Request]:
    """Fill in everything, print, go elsewhere and back; return what was asked from then on."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.goto(address)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.wait_for_load_state("networkidle")
    page.on("request", note)
    page.evaluate(FILL, TYPED)
    assert filled(page) > 2
    for button in page.locator("[data-do=print]:visible").all():
        button.click()
        assert page.evaluate("window.printed") == 1
    assert asked == []
    assert left(page) == set()
    assert page.url == address
    page.goto(address.partition(FOLDER)[0] + "help-now/")
    page.go_back()
    return asked


@pytest.mark.parametrize("path", [HANDOVER, MESSAGES, PLAN, f"th/{HANDOVER}"])
def test_what_is_filled_in_is_never_sent_kept_or_found_again(
    site_url: str, phone: BrowserContext, path: str
) -> None:
    page = phone.new_page()
    asked = use_and_come_back(page, site_url + path)
    assert page.url == site_url + path
    assert filled(page) == 0
    page.evaluate(FILL, TYPED)
    page.reload()
    assert filled(page) == 0
    assert TYPED not in page.content()
    assert all(TYPED not in each.url and each.post_data is None for each in asked)
    assert all(each.url.startswith(site_url) and each.method == "GET" for each in asked)
    assert phone.cookies() == []


def test_a_browser_does_fill_in_again_where_nobody_prevents_it(
    site: Path, site_url: str, page: Page
) -> None:
    html = (site / HANDOVER / "index.html").read_text(encoding="utf-8")
    kept = html.replace('autocomplete="off"', "")

    def serve(route: Route) -> None:
        route.fulfill(body=kept, content_type="text/html; charset=utf-8")

    page.route(site_url + HANDOVER, serve)
    page.route("**/handover.*.js", lambda route: route.abort())
    page.goto(site_url + HANDOVER)
    page.evaluate(FILL, TYPED)
    page.goto(site_url + "help-now/")
    page.go_back()
    assert filled(page) > 2


def test_clear_empties_the_sheet_and_says_so(site_url: str, page: Page) -> None:
    page.goto(site_url + HANDOVER)
    page.evaluate(FILL, TYPED)
    page.locator("[data-do=clear]").click()
    assert filled(page) == 0
    assert page.locator(".sheet [role=status]").text_content() == "Alles is leeg."


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_on_paper_the_sheet_and_each_plan_are_one_page(
    site_url: str, page: Page, prefix: str
) -> None:
    page.goto(site_url + prefix + HANDOVER)
    page.evaluate(FILL, "W" * 30)
    assert sheets(page) == 1
    page.evaluate("document.querySelector('.slip').style.paddingTop = '60rem'")
    assert sheets(page) == 2
    page.goto(site_url + prefix + PLAN)
    page.select_option("[data-choose=phase]", "implementation")
    page.select_option("[data-choose=profile]", "b")
    page.select_option("[data-choose=region]", index=1)
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.locator(".plan__part:visible").count() == 1
    assert page.locator(".plan__profile:visible, .plan__source:visible").count() == 0
    assert "/near-you/" in page.locator(".plan__address").inner_text()
    assert page.locator(".plan__notes").is_visible()


def test_the_plan_shows_what_is_chosen_and_says_it(site_url: str, page: Page) -> None:
    page.goto(site_url + "en/" + PLAN)
    parts = page.locator(".plan__part:visible")
    assert parts.count() == 12
    page.select_option("[data-choose=phase]", "contact")
    assert parts.count() == 3
    page.select_option("[data-choose=profile]", "c")
    assert parts.get_attribute("data-profile") == "c"
    said = page.locator(".plan [role=status]").text_content() or ""
    assert "Contact" in said and "C. " in said
    assert page.url == site_url + "en/" + PLAN


def test_messages_are_filled_counted_and_copied(
    site_url: str, browser: Browser, content: Content
) -> None:
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + "en/" + MESSAGES)
    page.select_option("[data-fill=region]", "den-haag")
    page.fill("[data-fill=name]", "Ana")
    page.fill("[data-fill=organisation]", "Huis ț 🌷")
    for language in content.languages:
        link = f"{site_url}{language.prefix}near-you/den-haag/"
        shown = page.locator(f"#sms-{language.code} + .message").text_content() or ""
        own = content.messages[language.code].sms
        assert shown == own.format(name="Ana", organisation="Huis ț 🌷", link=link)
        counted = page.locator(f"#sms-{language.code} ~ .message__count").first.text_content()
        found = length(shown)
        assert re.findall(r"\d+", counted or "") == [str(found.messages), str(found.places)]
    page.locator("[data-copy]:visible").nth(1).click()
    page.locator(".message__copy [role=status]:text('Copied')").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    lines = content.messages["en"].whatsapp.split("\n")
    assert copied.split("\n")[1] == lines[1]
    assert copied.endswith(lines[-1])
    context.close()


def test_where_copying_is_forbidden_the_text_is_selected(site_url: str, page: Page) -> None:
    page.goto(site_url + "en/" + MESSAGES)
    page.evaluate("() => void (navigator.clipboard.writeText = () => Promise.reject(Error('no')))")
    page.locator("[data-copy]:visible").first.click()
    page.locator(".message__copy [role=status]:text('selected')").wait_for()
    assert (
        page.evaluate("String(getSelection())") == page.locator("#sms-en + .message").inner_text()
    )


TEXTS = (
    "",
    "a" * 160,
    "a" * 161,
    "a" * 152 + "€" + "a" * 152,
    "ș" * 71,
    "ș" * 66 + "🌷" + "ș" * 66,
)


def test_the_page_counts_as_the_checks_do(
    site_url: str, page: Page, assets: dict[str, str]
) -> None:
    page.goto(site_url)
    count = "async ([address, text]) => (await import(address)).length(text)"
    for text in TEXTS:
        found = page.evaluate(count, [assets["sms.js"], text])
        wanted = length(text)
        assert found == {"places": wanted.places, "messages": wanted.messages}, text


def test_without_script_everything_stands_there(site_url: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    for path in (HANDOVER, MESSAGES, PLAN):
        page.goto(site_url + path)
        assert page.locator("main button:visible, main select:visible").count() == 0
    assert page.locator(".plan__part:visible").count() == 12
    page.goto(site_url + MESSAGES)
    assert page.locator("[data-gap=link]:visible").first.inner_text() == "[link]"
    assert page.locator("[data-no-address]").is_visible()
    page.goto(site_url + HANDOVER)
    page.fill(".sheet input >> nth=0", "Ana")
    assert page.locator(".slip").is_visible()
    context.close()


def ways_to_send(html: str) -> set[str]:
    """Return what in a page's own part could send or keep what is typed."""
    main = BeautifulSoup(html, "html5lib").find("main")
    assert main is not None
    fields = main.select("input, select, textarea")
    # HTML knows no `autocomplete` on a box to tick; the script empties those.
    typed = [each for each in fields if each.get("type") != "checkbox"]
    kept = {"kept" for each in typed if each.get("autocomplete") != "off"}
    named = {"named" for each in fields if each.get("name")}
    checked = {
        "read" for each in main.select("input[type=text]") if each.get("spellcheck") != "false"
    }
    return kept | named | checked | {each.name for each in main.select("form, iframe, textarea")}


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_no_field_has_a_way_out(site: Path, prefix: str) -> None:
    for path in (HANDOVER, MESSAGES, PLAN):
        html = (site / prefix / path / "index.html").read_text(encoding="utf-8")
        assert html.count("<input") + html.count("<select") > 2
        assert ways_to_send(html) == set(), path
    open_page = "<main><form><input type=text name=q></form></main>"
    assert ways_to_send(open_page) == {"kept", "named", "read", "form"}


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_page_that_a_message_links_to_has_a_neutral_preview(
    site: Path, content: Content, prefix: str
) -> None:
    tells = content.word_lists.revealing[prefix.strip("/") or "nl"]
    for path in ("near-you/", "near-you/den-haag/"):
        page = BeautifulSoup((site / prefix / path / "index.html").read_text("utf-8"), "html5lib")
        shown = [str(each["content"]) for each in page.select("meta[property], meta[name]")]
        shown += [each.get_text() for each in page.select("title")]
        assert "Wegwijs" in [str(each["content"]) for each in page.select("[property='og:title']")]
        assert [each for each in shown if any(word in each.casefold() for word in tells)] == []
