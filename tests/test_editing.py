"""'Improve this page' leads to the right file and line, and a mail says nothing but a code."""

import re
import subprocess
import sys
from dataclasses import replace

import jinja2
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from sitebuild.content import Content
from sitebuild.editing import PAGE, WORDS, Editing, Spot, edit_address, page_code, spots
from sitebuild.frame import Frame, Owner
from sitebuild.languages import load_languages
from sitebuild.pages import FAMILIES
from sitebuild.practice_form import is_entry
from sitebuild.site_context import PageSite

LANGUAGES = tuple(each.code for each in load_languages(ROOT)[0])
REPOSITORY = "https://github.com/o/r"
REGIONS = re.findall(
    r"^  - id: ([a-z-]+)$",
    (ROOT / "regions.yml").read_text("utf-8").partition("\nregions:\n")[2],
    re.M,
)


def lines(path: str) -> list[str]:
    """Return the lines of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8").split("\n")


def editing(content: Content, page_id: str, lang: str, **others: str) -> Editing:
    """Return what a page's footer gets while there is a repository and an owner."""
    given = {"repository": REPOSITORY, "email": "meld@example.nl", **others}
    return Editing(content, given["repository"], given["email"], page_id, lang)


def test_from_zwolle_in_thai_to_the_line_of_its_number(content: Content) -> None:
    page, words = editing(content, "near-you/zwolle", "th").links
    shown = re.search(
        r'href="tel:(?!112")[^"]*">โทร ?([^<]*)<', content.generated_page("near-you/zwolle", "th")
    )
    assert shown is not None
    address, _, line = page[1].partition("#L")
    assert address == f"{REPOSITORY}/edit/main/regions.yml"
    assert f'"{shown[1]}"' in lines("regions.yml")[int(line) - 1]
    assert words[1].startswith(f"{REPOSITORY}/edit/main/strings/th.yml#L")


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_leads_to_the_first_number_on_its_page(content: Content, region: str) -> None:
    spot, words = spots(content, f"near-you/{region}", "en")
    line = lines("regions.yml")[spot.line - 1]
    numbers = re.findall(
        r'href="tel:[^"]*">Call ([^<(]*?)(?: \(|<)',
        content.generated_page(f"near-you/{region}", "en"),
    )
    own = [each for each in numbers if each != "112"]
    assert f'"{own[0]}"' in line if own else line == f"  - id: {region}"
    assert lines(words.path)[words.line - 1] == "region:"


def test_there_are_18_regions_and_one_without_number() -> None:
    assert len(REGIONS) == 18


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_written_page_leads_to_its_own_file(content: Content, lang: str) -> None:
    for code, page_id in content.documents:
        if code == lang:
            (spot,) = spots(content, page_id, lang)
            assert spot == Spot(PAGE, f"docs/{lang}/{page_id}.md")
            assert (ROOT / spot.path).is_file()


def test_a_missing_translation_leads_to_the_file_that_must_come(content: Content) -> None:
    kept = {key: page for key, page in content.documents.items() if key != ("th", "rights/taxes")}
    ((kind, address),) = editing(replace(content, documents=kept), "rights/taxes", "th").links
    assert kind == "translate"
    assert address == f"{REPOSITORY}/new/main?filename=docs/th/rights/taxes.md"


@pytest.mark.parametrize("lang", ["es", "ro", "bg", "hu", "pl", "th"])
def test_an_entry_of_good_practice_leads_to_the_english_where_it_may_not_be_translated(
    content: Content, lang: str
) -> None:
    entries = [each for code, each in content.documents if code == "nl" and is_entry(each)]
    assert entries
    for each in entries:
        assert spots(content, each, lang) == (Spot(PAGE, f"docs/en/{each}.md"),)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_family_of_region_pages_leads_to_the_number_and_to_its_own_words(
    content: Content, family: str, lang: str
) -> None:
    number, words = spots(content, f"{family}/zwolle", lang)
    assert number == spots(content, "near-you/zwolle", "nl")[0]
    assert (words.kind, words.path) == (WORDS, f"strings/{lang}.yml")
    group = {"professionals/regions": "referral", "professionals/cards": "card"}
    assert lines(words.path)[words.line - 1] == f"{group.get(family, 'region')}:"


@pytest.mark.parametrize("page_id", ["near-you/nowhere", "rights/zwolle", "zwolle"])
def test_a_page_that_nobody_knows_leads_nowhere(content: Content, page_id: str) -> None:
    assert spots(content, page_id, "nl") == ()


def test_nothing_is_offered_while_nobody_answers_for_the_site(content: Content) -> None:
    nobody = editing(content, "near-you/zwolle", "th", repository="", email="")
    assert nobody.links == []
    assert nobody.report == ""
    assert nobody.at("regions.yml", 3) == ""


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/o/r", "https://github.com/o/r/edit/main/strings/th.yml#L7"),
        ("https://github.com/o/r/", "https://github.com/o/r/edit/main/strings/th.yml#L7"),
        ("https://codeberg.org/o/r", "https://codeberg.org/o/r"),
    ],
)
def test_only_github_has_addresses_that_we_know(repository: str, address: str) -> None:
    assert edit_address(repository, Spot(WORDS, "strings/th.yml", 7)) == address


def test_a_mail_holds_nothing_but_a_code_and_the_language(content: Content) -> None:
    report = editing(content, "people/escorts", "th").report
    code = page_code("people/escorts")
    assert report == f"mailto:meld@example.nl?subject=Wegwijs%20{code}%20th"
    assert re.fullmatch("[0-9a-f]{4}", code)


def test_no_two_pages_share_a_code(content: Content) -> None:
    pages = {page_id for _, page_id in content.documents}
    pages |= {f"{family}/{region}" for family in FAMILIES for region in REGIONS}
    assert len(pages) > len(FAMILIES) * len(REGIONS)
    assert len({page_code(each) for each in pages}) == len(pages)


def foot(content: Content, lang: str, repository: str, email: str) -> BeautifulSoup:
    """Return the foot of Zwolle's page as the template makes it."""
    owner = Owner(email=email)
    frame = Frame(content, (), owner, repository, "", serving=False, assets={})
    site = PageSite(frame, lang, "near-you/zwolle", lang)
    loader = jinja2.FileSystemLoader(ROOT / "overrides")
    templates = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    text = templates.get_template("partials/footer.html").render(site=site)
    return BeautifulSoup(text, "html5lib")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_foot_of_a_page_offers_both_ways_and_says_that_mail_stays(
    content: Content, lang: str
) -> None:
    page = foot(content, lang, REPOSITORY, "meld@example.nl")
    addresses = [str(each["href"]) for each in page.select("a")]
    assert any("/edit/main/regions.yml#L" in each for each in addresses)
    assert any(each.startswith("mailto:meld@example.nl?subject=Wegwijs%20") for each in addresses)
    assert any(each.endswith("safe-visit/#calls") for each in addresses)
    assert content.words[lang].say("improve.mail_stays") in page.get_text()
    outside = page.select("a[href^='https:']")
    assert all("noreferrer" in str(each["rel"]) for each in outside)


def test_the_foot_of_a_page_offers_neither_while_nobody_answers(content: Content) -> None:
    page = foot(content, "nl", "", "")
    assert not page.select("a[href^='https:'], a[href^='mailto:']")
    assert content.words["nl"].say("improve.mail_stays") not in page.get_text()


def which(*words: str) -> subprocess.CompletedProcess[str]:
    """Ask which page a mail is about."""
    command = [sys.executable, str(ROOT / "scripts/which_page.py"), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_an_editor_finds_the_page_of_a_mail(content: Content) -> None:
    done = which("Wegwijs", page_code("near-you/zwolle"), "th")
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    line = spots(content, "near-you/zwolle", "th")[0].line
    assert first == f"near-you/zwolle (th): regions.yml:{line}"
    assert second.startswith("near-you/zwolle (th): strings/th.yml:")


def test_a_code_of_no_page_is_told() -> None:
    done = which("zzzz")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No page has this code." in done.stderr
