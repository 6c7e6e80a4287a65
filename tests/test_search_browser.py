"""The search field in each language: on demand, by keyboard, read aloud, leaving nothing behind."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

# language -> what somebody types, and where it must lead
QUERIES = {
    "nl": ("belasting", "rights/taxes/"),
    "en": ("taxes", "en/rights/taxes/"),
    "es": ("impuestos", "es/rights/taxes/"),
    "ro": ("impozite", "ro/rights/taxes/"),
    "bg": ("данъци", "bg/rights/taxes/"),
    "hu": ("adó", "hu/rights/taxes/"),
    "pl": ("podatki", "pl/rights/taxes/"),
    "th": ("ภาษี", "th/rights/taxes/"),
}
NOWHERE = "zzxqqwkv"
FEWEST_TOPICS = 60
# The first row of `nav` in mkdocs.yml.
SECTIONS = (
    "help-now", "near-you", "rights", "safety", "health", "change", "people",
    "professionals", "safe-visit", "about",
)  # fmt: skip
VIOLATIONS = """window.refused = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.refused.push(event.blockedURI));"""


def address(site_url: str, lang: str, page_id: str = "rights/") -> str:
    return site_url + ("" if lang == "nl" else f"{lang}/") + page_id


def open_search(page: Page) -> Locator:
    """Open the panel and return the field, which must have the focus."""
    page.locator("details:has(> .search) > summary").click()
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    return field


def results(page: Page) -> Locator:
    return page.locator(".search ol a")


@pytest.mark.parametrize("lang", QUERIES)
def test_typing_leads_to_the_page_by_keyboard_alone(site_url: str, page: Page, lang: str) -> None:
    query, target = QUERIES[lang]
    page.add_init_script(VIOLATIONS)
    page.goto(address(site_url, lang))
    open_search(page)
    page.keyboard.type(query)
    expect(results(page).first).to_have_attribute("href", re.compile(f"/{target}"))
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.evaluate("window.refused") == []
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/{target}(#.*)?$"))


@pytest.mark.parametrize("lang", QUERIES)
def test_it_is_named_and_its_count_is_read_aloud(site_url: str, page: Page, lang: str) -> None:
    page.goto(address(site_url, lang))
    field = open_search(page)
    label = page.locator(".search label")
    expect(field).to_have_accessible_name(label.inner_text())
    expect(page.get_by_role("search")).to_have_attribute("lang", lang)
    page.keyboard.type(QUERIES[lang][0])
    expect(results(page).first).to_be_visible()
    number = str(results(page).count())
    expect(page.locator(".search").get_by_role("status")).to_contain_text(number)


@pytest.mark.parametrize("lang", QUERIES)
def test_pasting_works_and_escape_empties_the_field(site_url: str, page: Page, lang: str) -> None:
    page.goto(address(site_url, lang))
    field = open_search(page)
    page.keyboard.insert_text(QUERIES[lang][0])  # as pasting, dictation, input methods: no key
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(results(page)).to_have_count(0)
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).not_to_be_visible()


@pytest.mark.parametrize("lang", QUERIES)
def test_nothing_found_offers_topics_and_a_person(site_url: str, page: Page, lang: str) -> None:
    page.goto(address(site_url, lang))
    open_search(page)
    page.keyboard.insert_text(NOWHERE)
    expect(page.locator(".search").get_by_role("status")).to_have_text(re.compile(r"\S{4}"))
    expect(results(page)).to_have_count(0)
    expect(page.locator(".topics a").first).to_be_visible()
    expect(page.locator(".search p a[href*='near-you']")).to_be_visible()


@pytest.mark.parametrize("lang", QUERIES)
def test_nothing_comes_before_focus_and_nothing_stays(site_url: str, page: Page, lang: str) -> None:
    query, _ = QUERIES[lang]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(site_url, lang))
    page.wait_for_load_state("networkidle")
    assert not [each for each in asked if re.search("search|lunr|query|finder", each)]
    open_search(page)
    page.keyboard.type(query)
    expect(results(page).first).to_be_visible()
    assert all(each.startswith(site_url) and query not in each for each in asked)
    assert page.url == address(site_url, lang)
    kept = "[localStorage.length, sessionStorage.length, document.cookie, history.length]"
    assert page.evaluate(kept) == [0, 0, "", 2]
    assert not page.evaluate("indexedDB.databases().then((all) => all.length)")


def test_an_unknown_word_gives_close_words_to_choose_from(site_url: str, page: Page) -> None:
    page.goto(address(site_url, "nl"))
    field = open_search(page)
    page.keyboard.type("blestnig")
    close = page.locator(".search ol").get_by_role("button", name="belasting")
    close.click()
    expect(field).to_have_value("belasting")
    expect(results(page).first).to_have_attribute("href", re.compile("rights/taxes/"))


def test_a_town_gives_its_region_and_two_of_one_name_both(site_url: str, page: Page) -> None:
    page.goto(address(site_url, "nl"))
    open_search(page)
    page.keyboard.type("Hengelo")
    expect(results(page).nth(1)).to_be_visible()
    for region in ("Apeldoorn", "Enschede"):
        expect(results(page).filter(has_text=f"Hulp in regio {region}")).to_have_count(1)


def test_a_failed_file_is_said_and_typing_tries_again(site_url: str, page: Page) -> None:
    page.route("**/search/nl*.json", lambda route: route.abort())
    page.goto(address(site_url, "nl"))
    open_search(page)
    expect(page.locator(".search").get_by_role("status")).to_have_text(re.compile("lukt nu niet"))
    expect(page.locator(".topics a").first).to_be_visible()
    page.unroute("**/search/nl*.json")
    page.keyboard.type("huur")
    expect(results(page).first).to_be_visible()


def test_home_has_the_search_too(site_url: str, page: Page) -> None:
    page.goto(site_url)
    open_search(page)
    page.keyboard.type("politie")
    expect(results(page).first).to_have_attribute("href", re.compile("safety/reporting/"))


@pytest.mark.parametrize("lang", QUERIES)
def test_without_script_topics_lead_on_and_home_has_all(
    site_url: str, browser: Browser, lang: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    home = address(site_url, lang, "")
    page.goto(address(site_url, lang))
    page.locator("details:has(> .search) > summary").click()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    assert set(links(page, ".topics > ul > li > a")) == {*sections(page), f"{home}#topics"}
    page.locator(".topics a").last.click()
    page.wait_for_url(f"{home}#topics")
    expect(page.locator("#topics a").nth(FEWEST_TOPICS)).to_be_visible()
    assert len(set(links(page, "#topics a"))) == page.locator("#topics a").count()
    assert set(links(page, "#topics > ul > li > a")) == sections(page)
    context.close()


@pytest.mark.parametrize("page_id", ["rights/", "change/needs/debts/", "near-you/assen/"])
def test_the_menu_has_each_section_the_pages_of_this_one_and_a_link_to_all(
    site_url: str, page: Page, page_id: str
) -> None:
    page.goto(site_url + page_id)
    shown = links(page, ".menu a")
    assert shown[-1] == f"{site_url}#topics"
    assert sections(page) < set(shown)
    section = f"{site_url}{page_id.split('/')[0]}/"
    below = set(shown) - sections(page) - {site_url, shown[-1]}
    assert all(each.startswith(section) for each in below)
    assert bool(below) == (section != f"{site_url}near-you/")


def links(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(({ href }) => href)")
    return found


def sections(page: Page) -> set[str]:
    """Return the addresses of the menu's first row, without home."""
    root = re.match(r"https?://[^/]+/((en|es|ro|bg|hu|pl|th)/)?", page.url)
    assert root
    return {f"{root[0]}{name}/" for name in SECTIONS}
