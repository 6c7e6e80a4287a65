"""Is each referral page of the real content whole? One test per region and language."""

from datetime import date

import pytest
from conftest import ROOT
from sitebuild.content import Content, load_content
from sitebuild.languages import load_languages
from sitebuild.model import Datum, Region
from sitebuild.publishing import PublishedOrganisation, State, state_of
from sitebuild.referral import referral_page
from sitebuild.render import is_uncertain
from sitebuild.values import dial
from test_referral import HEADINGS
from test_render import html_of, shown, texts

LANGUAGES = [each.code for each in load_languages(ROOT)[0]]
LOADED, _ = load_content(ROOT, date.today())
REGIONS = [region.id for region in LOADED.directory.regions] if LOADED else []


def data_of(organisation: PublishedOrganisation) -> list[str]:
    """Return what must stand on the page for each published contact."""
    return [
        dial(each.value) if each.field == "phone" else each.value for each in organisation.contacts
    ]


def withheld_values(content: Content, region: Region) -> set[str]:
    """Return contacts of a region's organisations that are withheld and shown of nobody."""
    organisations = [content.directory.organisations[name] for name in ids_of(region)]
    hidden: set[str] = set()
    for each in organisations:
        for datum in (*each.contacts, *(d.hours for d in each.contacts if d.hours)):
            if is_withheld(content, datum, each.id):
                hidden.add(datum.value)
    shown_values = {datum.value for each in content.published.values() for datum in each.contacts}
    return hidden - shown_values


def is_withheld(content: Content, datum: Datum, organisation_id: str) -> bool:
    organisation = content.directory.organisations[organisation_id]
    state = state_of(datum, organisation, content.directory.sources, content.today)
    return state is State.WITHHELD


def ids_of(region: Region) -> list[str]:
    named_here = [each.organisation for each in region.organisations if not each.hold]
    return [*named_here, *region.ggds, region.centre]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region_id", REGIONS)
def test_page_holds_every_published_contact_with_its_state_and_nothing_withheld(
    content: Content, region_id: str, lang: str
) -> None:
    region = content.directory.region(region_id)
    renderer = content.renderer()
    body = html_of(referral_page(renderer, region, lang))
    speaker = renderer.speaker(lang)
    for name in ids_of(region):
        organisation = content.published[name]
        (card,) = body.select(f"#org-{name}")
        assert all(
            value in str(card) or shown(value) in card.get_text() for value in data_of(organisation)
        )
        states = " ".join(texts(card, "p.state"))
        for datum in (*organisation.contacts, *organisation.traits.values()):
            assert shown(html_of(str(speaker.state(datum))).get_text()) in states
    source = str(body)
    for value in withheld_values(content, region):
        assert value not in source, value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region_id", REGIONS)
def test_page_names_every_boundary_and_its_links_lead_to_pages(
    content: Content, region_id: str, lang: str
) -> None:
    region = content.directory.region(region_id)
    body = html_of(referral_page(content.renderer(), region, lang))
    assert [each.get("id") for each in body.select("h2")] == HEADINGS
    named_in_doubt = " ".join(texts(body, "div.ask p"))
    towns = [each for each in region.municipalities if is_uncertain(each)]
    assert all(each.name in named_in_doubt for each in towns)
    assert all(each.name in body.get_text() for each in region.municipalities)
    for each in towns:
        if each.other_region:
            assert body.select(f"div.ask a[href='../{each.other_region}/']")
    known = {f"../{each.id}/" for each in content.directory.regions}
    beside = {str(each["href"]) for each in body.select("a[href^='../']")}
    assert {each for each in beside if not each.startswith("../../")} <= known - {
        f"../{region_id}/"
    }
    root = "../../../" if lang == "nl" else "../../../../"
    pages = [str(each["href"]) for each in body.select("a[hreflang]")]
    prefixes = ["" if code == "nl" else f"{code}/" for code in LANGUAGES]
    assert pages == [f"{root}{prefix}near-you/{region_id}/" for prefix in prefixes]
    assert any(each.startswith("../../../professionals/referral/") for each in beside)
