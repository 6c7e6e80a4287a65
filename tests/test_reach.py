"""Can everybody reach everything: enlarged, spaced out, in the device's colours, by hand or key?"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reach import SPACED, answer, faults, tab_through

# Home, a long page of numbers, a region, the list of regions, tables, the widest table.
PAGES = (
    "",
    "help-now/",
    "near-you/amsterdam/",
    "near-you/",
    "rights/residence/",
    "about/translations/",
)
# All of them in Dutch and in the script with the tallest letters, two in every other language.
OTHERS = ("en/", "es/", "ro/", "bg/", "hu/", "pl/")
ADDRESSES = (
    *(prefix + page for prefix in ("", "th/") for page in PAGES),
    *(prefix + page for prefix in OTHERS for page in ("", "near-you/amsterdam/")),
)
TABLES = ("rights/residence/", "professionals/pmw/", "about/translations/", "change/needs/")
# 1280 x 1024 at 200% and at 400%, and the narrowest that WCAG asks for.
ZOOMED = ((640, 512), (320, 256), (320, 640))
ALWAYS = ("sideways", "clipped", "small", "misnamed", "unmarked", "moving")


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    answer(page, "unfold")
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_enlarged_nothing_is_lost_or_scrolls_sideways(
    site_url: str, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 1024})
    opened(page, site_url + address)
    whole = answer(page, "words")
    for width, height in ZOOMED:
        page.set_viewport_size({"width": width, "height": height})
        assert faults(page, *ALWAYS) == [], (width, height)
        assert set(whole) - set(answer(page, "words")) == set(), (width, height)


@pytest.mark.parametrize("address", ADDRESSES)
def test_spaced_out_text_is_not_cut_off(site_url: str, page: Page, address: str) -> None:
    opened(page, site_url + address)
    page.evaluate(SPACED)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert faults(page, "sideways", "clipped") == [], width


@pytest.mark.parametrize("address", ADDRESSES)
def test_in_the_colours_of_the_device_controls_keep_their_edge(
    site_url: str, page: Page, address: str
) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    opened(page, site_url + address)
    # No axe here: it reads our own colours, not those that the device puts in their place.
    assert faults(page, "edgeless", "stubborn") == []


@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_where_less_motion_is_asked(site_url: str, page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert faults(opened(page, site_url + address), "moving") == []


@pytest.mark.parametrize("prefix", ["", "th/"])
@pytest.mark.parametrize("address", ["", "help-now/", "near-you/amsterdam/", "rights/residence/"])
def test_all_is_reached_by_tab_and_the_focus_is_in_sight(
    site_url: str, page: Page, prefix: str, address: str
) -> None:
    opened(page, site_url + prefix + address)
    assert tab_through(page) == []
    assert faults(page, "untabbed") == []


@pytest.mark.parametrize("number", [1, 2, 3], ids=["menu", "search", "languages"])
def test_all_in_a_panel_is_reached_by_tab(site_url: str, page: Page, number: int) -> None:
    opened(page, site_url + "near-you/amsterdam/")
    found = tab_through(page, f".tools > details:nth-child({number}) > summary")
    page.keyboard.press("Enter")
    page.locator(f".tools > details[open]:nth-child({number})").wait_for()
    if number == 2:  # the search takes the focus to its field
        expect(page.get_by_role("searchbox")).to_be_focused()
    found += answer(page, "focus")
    assert found + tab_through(page) + faults(page, "untabbed") == []


@pytest.mark.parametrize("address", TABLES)
def test_on_a_phone_a_table_says_its_columns_and_stays_a_table(
    site_url: str, page: Page, address: str
) -> None:
    opened(page, site_url + address)
    assert faults(page, "unlabelled", "sideways") == []
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    cells = page.locator("main td").count()
    assert "table" in roles
    assert roles.count("cell") + roles.count("gridcell") == cells > 0


Break = tuple[str, str, str]
# Check, what is broken, and a page that has it.
BREAKS: tuple[Break, ...] = (
    ("sideways", "document.querySelector('main p').style.width = '900px'", ""),
    ("sideways", "document.querySelector('td').style.whiteSpace = 'nowrap';"
     "document.querySelector('td').style.overflow = 'auto';"
     "document.querySelector('td').style.width = '20px'", "rights/residence/"),
    ("clipped", "Object.assign(document.querySelector('.call').style,"
     "{height: '1rem', overflow: 'hidden'})", "help-now/"),
    ("clipped", "Object.assign(document.querySelector('.tools summary').style,"
     "{width: '12px', whiteSpace: 'nowrap'})", "help-now/"),
    ("edgeless", "document.querySelector('.call').style.border = '0'", "help-now/"),
    ("edgeless", "document.querySelector('input').style.border = '0'", ""),
    ("stubborn", "document.querySelector('.call').style.forcedColorAdjust = 'none'", "help-now/"),
    ("moving", "document.querySelector('.call').style.transition = 'color 1s'", "help-now/"),
    ("moving", "document.documentElement.style.scrollBehavior = 'smooth'", ""),
    ("small", "document.querySelector('#leave').style.minHeight = '20px'", ""),
    ("small", "document.querySelector('.langs a').style.minHeight = '20px'", ""),
    ("small", "document.querySelector('.call').style.cssText ="
     "'min-height: 0; padding: 0'", "help-now/"),
    ("misnamed", "document.querySelector('#leave').ariaLabel = 'other'", ""),
    ("unmarked", "document.querySelector('.text p a').style.textDecoration = 'none'",
     "near-you/amsterdam/"),
    ("unlabelled", "delete document.querySelector('td').dataset.label", "rights/residence/"),
    ("focus", "document.querySelector('.skip').style.outline = 'none'", ""),
    ("focus", "document.documentElement.style.scrollPaddingTop = '0';"
     "for (const each of document.querySelectorAll('main a'))"
     "each.addEventListener('focus', () => each.scrollIntoView())", "help-now/"),
    ("untabbed", "document.querySelector('.tools summary').tabIndex = -1", "help-now/"),
)  # fmt: skip


@pytest.mark.parametrize(("check", "harm", "address"), BREAKS)
def test_each_check_notices_a_fault(
    site_url: str, page: Page, check: str, harm: str, address: str
) -> None:
    look: Callable[[], list[str]] = lambda: faults(page, check)  # noqa: E731
    if check in ("focus", "untabbed"):
        look = lambda: tab_through(page) + faults(page, "untabbed")  # noqa: E731
    page.emulate_media(forced_colors="active" if check in ("edgeless", "stubborn") else "none")
    opened(page, site_url + address)
    page.evaluate(harm)
    assert look() != []


def test_the_words_check_notices_a_loss(site_url: str, page: Page) -> None:
    whole = answer(opened(page, site_url), "words")
    page.evaluate("document.querySelector('.door').hidden = true")
    assert set(whole) - set(answer(page, "words")) != set()


def test_forced_colours_are_really_on(site_url: str, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site_url)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
