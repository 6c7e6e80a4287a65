"""A walk through the site that uses every control: does anything stay, or leave the phone?"""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sitebuild.content import Content

TYPED = "zwol"
EVERY_PAGE_OF = "en/"
SAMPLE = ("", "rights/taxes/", "near-you/", "near-you/assen/")
OTHERS = ("", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
# A voice of this device in every language; Chromium without a window has none.
VOICE = """
const languages = ["nl", "en", "es", "ro", "bg", "hu", "pl", "th"];
speechSynthesis.getVoices = () => languages.map((lang) => ({ localService: true, lang }));
window.SpeechSynthesisUtterance = class {};
speechSynthesis.speak = () => {};
"""
LEFT = """async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  cookie: document.cookie,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  state: history.state,
  name: window.name,
})"""
NOTHING = {
    "local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0, "workers": 0,
    "state": None, "name": "",
}  # fmt: skip
HINTS = """() => [...document.querySelectorAll("link[href]")]
  .filter(({ rel }) => /preconnect|dns-prefetch|pre(load|fetch|render)|modulepreload/.test(rel))
  .map(({ href }) => href)"""
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => (each.open = true))"


def use_everything(page: Page) -> None:
    """Use every control of a page but the exit and links that lead elsewhere."""
    page.evaluate(OPEN_ALL)  # the lists of the bar then close each other
    page.locator("details:has(> .search)").evaluate("(each) => (each.open = true)")
    page.locator(".search input").focus()
    page.keyboard.type(TYPED)
    page.locator(".search ol > li").first.wait_for()
    finder = page.locator("#finder-field")
    if finder.count():
        finder.focus()
        page.keyboard.type(TYPED)
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("Enter")
    listen = page.locator("[data-listen]")
    if listen.count():
        listen.click()
        expect(listen).to_have_text(listen.get_attribute("data-stop") or "")
    if page.locator("[data-beside]").count():
        page.locator("[data-beside]").first.click()
        page.locator("[data-beside][aria-current]").wait_for()


def left(page: Page) -> set[str]:
    """Return the names of the places where a page left something."""
    found = page.evaluate(LEFT)
    return {name for name in NOTHING if found[name] != NOTHING[name]}


def walk(phone: BrowserContext, site_url: str, addresses: list[str]) -> None:
    """Use each page, and look each time at what stayed, what left and what is announced."""
    page = phone.new_page()
    page.add_init_script(VOICE)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in addresses:
        page.goto(site_url + address)
        use_everything(page)
        assert left(page) == set(), address
        assert page.url == site_url + address
        assert all(each.startswith(site_url) for each in page.evaluate(HINTS)), address
    assert len(asked) > len(addresses)
    assert [each for each in asked if not each.startswith(site_url) or TYPED in each] == []
    assert said == []
    assert phone.cookies() == []


def test_every_page_of_one_language_keeps_and_sends_nothing(
    site: Path, site_url: str, phone: BrowserContext
) -> None:
    found = sorted((site / EVERY_PAGE_OF).rglob("index.html"))
    addresses = [f"{each.parent.relative_to(site).as_posix()}/" for each in found]
    assert len(addresses) > 70
    # The one page that is called as what is typed here.
    walk(phone, site_url, [each for each in addresses if TYPED not in each])


@pytest.mark.parametrize("prefix", OTHERS)
def test_a_sample_of_each_other_language_does_too(
    site_url: str, phone: BrowserContext, prefix: str
) -> None:
    walk(phone, site_url, [prefix + each for each in SAMPLE])


KEEP = {
    "local": "localStorage.setItem('a', 'b')",
    "session": "sessionStorage.setItem('a', 'b')",
    "cookie": "document.cookie = 'a=b'",
    "databases": "new Promise((done) => (indexedDB.open('a').onsuccess = done))",
    "caches": "caches.open('a')",
    "state": "history.replaceState('a', '')",
    "name": "window.name = 'a'",
}


@pytest.mark.parametrize("where", KEEP)
def test_what_is_kept_is_noticed(site_url: str, page: Page, where: str) -> None:
    page.goto(site_url)
    page.evaluate(KEEP[where])
    assert left(page) == {where}


SHOWN = """() => [
  document.title,
  ...[...document.querySelectorAll("meta[name=description], meta[property], meta[name^=twitter]")]
    .map(({ content }) => content),
  ...[...document.querySelectorAll("link[rel~=icon], link[rel=stylesheet], script[src]")]
    .map((each) => (each.href || each.src).split("/").pop()),
]"""


def telling(texts: list[str], words: tuple[str, ...]) -> list[str]:
    """Return the texts that hold a word that tells what was read."""
    return [text for text in texts if any(word in text.casefold() for word in words)]


@pytest.mark.parametrize("prefix", [EVERY_PAGE_OF, *OTHERS])
def test_what_a_history_a_tab_or_a_shared_link_shows_is_neutral(
    site: Path, content: Content, page: Page, prefix: str
) -> None:
    lang = prefix.strip("/") or "nl"
    words = content.word_lists.revealing[lang]
    others = tuple(each for each in (EVERY_PAGE_OF, *OTHERS) if each)
    found = sorted(each.relative_to(site).as_posix() for each in site.rglob("index.html"))
    own = [each for each in found if prefix or not each.startswith(others)]
    pages = [site / each for each in own if each.startswith(prefix)]
    assert len(pages) > 50
    page.route("**/*", lambda route: route.abort())
    for path in pages:
        page.set_content(path.read_text(encoding="utf-8"), wait_until="commit")
        shown = page.evaluate(SHOWN)
        assert telling(shown, words) == [], path
    icon = next(site.glob("assets/icon.*.svg")).read_text(encoding="utf-8")
    assert "<text" not in icon and "<title" not in icon
    assert telling([f"{words[0]} – Wegwijs", "Wegwijs"], words) == [f"{words[0]} – Wegwijs"]
