"""Does a visit leave traces? Every page is opened in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

WEATHER = "https://www.knmi.nl/"
TAB = 50  # pages; a tab with a long history opens them ever more slowly
SAID = """() => ["[http-equiv='Content-Security-Policy']", "[name=referrer]"].map(
    (each) => document.querySelector(`meta${each}`).content
)"""
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"


def addresses(site: Path) -> list[str]:
    """Return the address of every page of the site, relative to its root, and one that is not."""
    found = [path.relative_to(site).parent.as_posix() + "/" for path in site.rglob("index.html")]
    return [*sorted(found), "not/there/"]


def test_no_page_calls_another_host_or_keeps_anything(
    site: Path, site_url: str, phone: BrowserContext
) -> None:
    foreign: list[str] = []
    violations: list[str] = []
    pages = addresses(site)
    assert len(pages) > 200
    for start in range(0, len(pages), TAB):
        page = phone.new_page()
        page.on("request", lambda request: note_foreign(request, site_url, foreign))
        watch_console(page, violations)
        for address in pages[start : start + TAB]:
            page.goto(site_url + address)
            assert kept(page) == [0, 0, 0, 0], address
            policy, referrer = page.evaluate(SAID)
            assert policy.startswith(POLICY), address
            assert referrer == "no-referrer", address
        page.close()
    assert foreign == []
    assert violations == []
    assert phone.cookies() == []


def note_foreign(request: Request, site_url: str, foreign: list[str]) -> None:
    """Remember a request that leaves the site."""
    if not request.url.startswith(site_url):
        foreign.append(request.url)


def watch_console(page: Page, complaints: list[str]) -> None:
    """Collect what the browser complains about: blocked scripts, failed requests."""

    def note(text: str, address: str) -> None:
        if "/not/there/" not in address:
            complaints.append(f"{address}: {text}")

    page.on(
        "console",
        lambda message: (
            note(message.text, message.location["url"])
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.on("pageerror", lambda error: note(str(error), page.url))


def kept(page: Page) -> list[int]:
    """Return how much the page keeps: local, session, databases, service workers."""
    counts: list[int] = page.evaluate(
        """async () => [
            localStorage.length,
            sessionStorage.length,
            (await indexedDB.databases()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
        ]"""
    )
    return counts


def leave_by_tap(page: Page) -> None:
    page.locator("#leave").tap()


def leave_by_keyboard(page: Page) -> None:
    page.locator("#leave").focus()
    page.keyboard.press("Enter")


def leave_by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


LANGUAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")


@pytest.mark.parametrize("prefix", LANGUAGES)
@pytest.mark.parametrize("leave", [leave_by_tap, leave_by_keyboard, leave_by_shift])
def test_the_exit_leaves_and_the_page_is_gone_from_the_tabs_history(
    site_url: str, phone: BrowserContext, prefix: str, leave: object
) -> None:
    page = phone.new_page()
    page.route(WEATHER + "**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.goto("about:blank")
    page.goto(site_url + prefix + "near-you/den-haag/")
    assert callable(leave)
    leave(page)
    page.wait_for_url(WEATHER)
    assert page.evaluate("history.length") == 2
    page.go_back()
    assert page.url == "about:blank"


def test_the_page_is_hidden_and_renamed_before_the_other_site_answers(
    site_url: str, page: Page
) -> None:
    page.route(WEATHER + "**", lambda route: None)
    page.goto(site_url + "en/help-now/")
    seen = page.evaluate(
        """() => {
            document.querySelector("#leave").click();
            const hidden = getComputedStyle(document.body).display === "none";
            return [document.title, document.body.textContent.trim(), hidden];
        }"""
    )
    assert seen == ["Weather", "", True]


def test_shift_while_typing_capitals_does_not_leave(site_url: str, page: Page) -> None:
    page.goto(site_url + "en/safe-visit/")
    for letter in ("A", "B", "C", "D"):
        page.keyboard.press(f"Shift+{letter}")
    assert page.url.endswith("/safe-visit/")


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_without_script_the_exit_is_a_plain_link(
    site_url: str, browser: Browser, prefix: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route(WEATHER + "**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.goto(site_url + prefix + "help-now/")
    page.locator("#leave").click()
    page.wait_for_url(WEATHER)
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES)
@pytest.mark.parametrize("size", [(320, 480), (360, 640), (1280, 800)])
def test_the_exit_is_in_sight_and_big_enough_at_top_and_end(
    site_url: str, page: Page, prefix: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for address in ("", "help-now/", "near-you/den-bosch/"):
        page.goto(site_url + prefix + address)
        for where in ("0", "document.body.scrollHeight"):
            page.evaluate(f"window.scrollTo(0, {where})")
            box = page.locator("#leave").bounding_box()
            assert box is not None
            assert box["height"] >= 44 and box["width"] >= 44, (address, box)
            assert box["y"] >= 0 and box["y"] + box["height"] <= size[1], (address, box)
            assert box["x"] >= 0 and box["x"] + box["width"] <= size[0], (address, box)
