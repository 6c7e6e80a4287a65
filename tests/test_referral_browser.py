"""From home to whom to call: does somebody who refers get there, and is doubt said on the way?"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from sitebuild.content import Content
from sitebuild.pages import REFERRALS
from sitebuild.values import dial
from test_accessibility import RULES

MOST_SHEETS = 2
# Town -> region, the number to call first, the other region to ask ('-' where none is named).
TOWNS = {
    "Deventer": ("zwolle", "14 038", ""),
    "Winterswijk": ("apeldoorn", "14 055", "Arnhem"),
    "Heusden": ("den-bosch", "073 615 51 55", "-"),
    "Vlieland": ("leeuwarden", "14 058", ""),
    "Heerlen": ("den-bosch", "073 615 51 55", ""),
    # A postcode of a municipality whose region is not certain.
    "7101": ("apeldoorn", "14 055", "Arnhem"),
}


def search(page: Page, town: str) -> None:
    field = page.get_by_role("combobox")
    field.fill(town)
    field.press("Enter")
    page.locator(".finder__answer h2:visible").wait_for()


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["nl", "en"])
@pytest.mark.parametrize("town", TOWNS)
def test_home_leads_to_whom_to_call_and_says_what_is_uncertain(
    content: Content, site_url: str, page: Page, town: str, prefix: str
) -> None:
    region, number, other = TOWNS[town]
    say = content.words[prefix.rstrip("/") or "nl"].say
    page.goto(site_url + prefix)
    search(page, town)
    doubt = page.locator("[data-part=doubt]")
    assert doubt.is_visible() == bool(other)
    assert other in ("", "-") or other in doubt.inner_text()
    assert page.locator("[data-part=trace] a").is_visible()
    page.locator(".finder__answer").get_by_text(say("referral.finder.refer")).click()
    page.wait_for_url(f"{site_url}{prefix}{REFERRALS}/{region}/")
    box = page.locator("main .first")
    assert box.locator(f"a[href='{dial(number)}']").is_visible()
    assert box.locator("#uncertain + ul li").count() > 0
    assert (say("referral.doubtful") in box.inner_text()) == (region in ("apeldoorn", "den-bosch"))
    tops = [page.locator(f"#{name}").bounding_box() for name in ("call", "uncertain", "say")]
    heights = [each["y"] for each in tops if each]
    assert len(heights) == 3 and heights == sorted(heights)
    assert heights[-1] < 640 - 44, "what to say stands below the first screen"
    named = page.locator("#boundaries ~ *").all_inner_texts()
    assert any(town in each for each in named) or town.isdigit()


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["nl", "en"])
def test_the_finder_beside_the_pages_leads_to_them_and_to_the_page_for_the_person(
    content: Content, site_url: str, page: Page, prefix: str
) -> None:
    page.goto(f"{site_url}{prefix}{REFERRALS}/")
    search(page, "Winterswijk")
    links = page.locator(".finder__answer a[data-to]").evaluate_all("all => all.map(a => a.href)")
    assert links == [
        f"{site_url}{prefix}{REFERRALS}/apeldoorn/",
        f"{site_url}{prefix}near-you/apeldoorn/",
    ]
    page.get_by_role("combobox").fill("Rijswijk")
    page.get_by_role("combobox").press("Enter")
    page.get_by_role("button", name="Altena").click()
    page.locator(".finder__answer .call").first.click()
    page.wait_for_url(f"{site_url}{prefix}{REFERRALS}/tilburg/")


@pytest.mark.parametrize("page_id", ["near-you", REFERRALS])
def test_without_script_each_list_leads_to_its_own_pages(
    content: Content, site: Path, page_id: str
) -> None:
    text = (site / page_id / "index.html").read_text(encoding="utf-8")
    main = BeautifulSoup(text, "html5lib").select("main ul.columns a")
    found = {(str(each["href"]), each.get_text()) for each in main}
    for region in content.directory.regions:
        names = {region.name, *(each.name for each in region.municipalities)}
        assert {(f"{region.id}/", name) for name in names} <= found


@pytest.mark.parametrize("prefix", ["", "bg/", "th/"])
@pytest.mark.parametrize("region", ["den-bosch", "apeldoorn"])
def test_a_referral_page_prints_on_two_sheets(
    site_url: str, page: Page, region: str, prefix: str
) -> None:
    page.goto(f"{site_url}{prefix}{REFERRALS}/{region}/")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= MOST_SHEETS


@pytest.mark.parametrize("prefix", ["", "bg/", "hu/", "th/"])
def test_a_referral_page_fits_a_narrow_phone(site_url: str, page: Page, prefix: str) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    for region in ("den-bosch", "tilburg"):
        page.goto(f"{site_url}{prefix}{REFERRALS}/{region}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("prefix", "region"), [("", "zwolle/"), ("th/", "apeldoorn/"), ("", "")])
def test_axe_finds_nothing(site_url: str, page: Page, prefix: str, region: str) -> None:
    page.goto(f"{site_url}{prefix}{REFERRALS}/{region}")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
