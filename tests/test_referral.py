"""Does a referral page say whom to call, what is uncertain and what to say, and no more?"""

from dataclasses import replace

import pytest
from bs4 import Tag
from conftest import CASE_DAY, ROOT
from sitebuild.content import Content
from sitebuild.model import Directory, Region
from sitebuild.publishing import State, publish
from sitebuild.referral import (
    doubts,
    first_call,
    neighbours,
    not_known,
    proofs,
    referral_page,
    unanswered,
    uncertain_places,
    who_helps,
)
from sitebuild.region_schema import LIFE_DOMAINS
from sitebuild.render import Renderer
from sitebuild.words import Words
from test_render import NAMES, html_of, named, shown, texts

HEADINGS = [
    "call", "uncertain", "say", "ask", "who", "domains", "ggd", "boundaries", "national", "give",
    "sources",
]  # fmt: skip


def page_of(directory: Directory, words: dict[str, Words], number: int = 0) -> Tag:
    """Return the referral page of a region of the case files as a browser reads it."""
    renderer = Renderer(ROOT, directory, publish(directory, CASE_DAY), words)
    return html_of(referral_page(renderer, directory.regions[number], "nl"))


def with_region(directory: Directory, number: int, region: Region) -> Directory:
    """Return the directory with one region in the place of another."""
    regions = list(directory.regions)
    regions[number] = region
    return replace(directory, regions=tuple(regions))


def with_support(directory: Directory) -> Directory:
    """Return the directory where Stichting B, whose number is withheld, helps in Zuid."""
    zuid = directory.regions[1]
    return with_region(
        directory,
        1,
        replace(zuid, organisations=(replace(zuid.organisations[0], hold=""),)),
    )


def first_box(body: Tag) -> str:
    box = body.select_one("div.first")
    assert box is not None
    return " ".join(box.get_text(" ").split())


def test_pmw_is_called_first_when_it_has_a_number_and_else_the_municipality(
    directory: Directory, words: dict[str, Words]
) -> None:
    published = publish(directory, CASE_DAY)
    pmw, centre = published["pmw-a"], published["gemeente-aadorp"]
    called, number = first_call([pmw], centre)
    assert (called.id, number and number.value) == ("pmw-a", "070 000 00 00")
    silent = replace(pmw, contacts=pmw.of("email"))
    called, number = first_call([silent], centre)
    assert (called.id, number and number.value) == ("gemeente-aadorp", "14 070")
    support = replace(pmw, kind="support")
    assert first_call([support], centre)[0] is centre
    other_desk = replace(pmw, contacts=(replace(pmw.contacts[0], desk="trafficking"),))
    assert first_call([other_desk], centre)[0] is centre
    assert first_call([], published["gemeente-beestad"])[1] is None
    assert "Bel 070 000 00 00" in first_box(page_of(directory, words))


def test_region_without_any_number_says_so_and_names_the_safe_way(
    directory: Directory, words: dict[str, Words]
) -> None:
    body = page_of(directory, words, 1)
    assert words["nl"].say("referral.no_number") in first_box(body)
    assert body.select("div.first a[href='#national']")
    assert body.select("div.first a[href^='tel:']") == []


def test_first_box_says_whom_then_what_is_uncertain_then_what_to_say(
    directory: Directory, words: dict[str, Words]
) -> None:
    body = page_of(directory, words)
    assert [each.get("id") for each in body.select("div.first h2")] == HEADINGS[:3]
    box = first_box(body)
    w = words["nl"].say
    assert f"{w('referral.doubtful')} Ceedijk" in box
    assert w("referral.script") in box
    assert w("referral.no_pmw") not in box
    assert w("referral.no_pmw") in first_box(page_of(directory, words, 1))


def test_many_uncertain_municipalities_are_counted_in_the_first_box_and_named_below(
    directory: Directory, words: dict[str, Words]
) -> None:
    noord = directory.regions[0]
    many = tuple(
        replace(noord.municipalities[1], name=f"Dorp {number}", code=f"GM95{number:02}")
        for number in range(5)
    )
    changed = with_region(directory, 0, replace(noord, municipalities=many))
    body = page_of(changed, words)
    assert words["nl"].say("referral.some", count=5, total=5) in first_box(body)
    assert "Dorp 3" not in first_box(body)
    assert any("Dorp 3" in each for each in texts(body, "div.ask p"))


def test_conflict_leads_to_the_other_region_from_both_sides(
    directory: Directory, words: dict[str, Words]
) -> None:
    noord, zuid = page_of(directory, words), page_of(directory, words, 1)
    assert noord.select("div.ask a[href='../zuid/']")
    assert any("Ceedijk" in each for each in texts(zuid, "div.ask p"))
    assert zuid.select("div.ask a[href='../noord/']")
    assert f"{words['nl'].say('referral.arriving')} 1" in first_box(zuid)


def test_doubt_without_a_named_region_leads_to_those_with_the_same_ggd(
    directory: Directory,
) -> None:
    noord, zuid = directory.regions
    unnamed = replace(noord.municipalities[1], other_region="")
    alone = replace(noord, municipalities=(noord.municipalities[0], unnamed))
    assert [each.others for each in doubts(alone, (alone, zuid))] == [()]
    sharing = replace(zuid, municipalities=(replace(zuid.municipalities[0], ggd="ggd-a"),))
    (found,) = doubts(alone, (alone, sharing))
    assert (found.municipalities, found.others, found.named) == (("Ceedijk",), (sharing,), False)
    # A source names the region for one town and not for the other: that is not said of both.
    both = replace(noord, municipalities=(noord.municipalities[1], replace(unnamed, name="Eedam")))
    pairs = [(each.municipalities, each.named) for each in doubts(both, (both, sharing))]
    assert pairs == [(("Ceedijk",), True), (("Eedam",), False)]
    (near,) = neighbours(alone, (alone, sharing), publish(directory, CASE_DAY))
    assert (near.region, near.ggds) == (sharing, ("GGD A",))
    assert neighbours(alone, (alone, zuid), publish(directory, CASE_DAY)) == []


def test_uncertain_places_name_the_other_region(directory: Directory) -> None:
    assert uncertain_places(directory.regions) == {"Ceedijk": "zuid"}


def test_withheld_is_named_without_its_value(directory: Directory, words: dict[str, Words]) -> None:
    body = page_of(with_support(directory), words, 1)
    (card,) = body.select("#org-support-b")
    field = words["nl"].say("referral.fields.phone")
    assert f"{words['nl'].say('referral.withheld')} {field}" in texts(card, "p")
    assert "0900" not in str(body)


def test_organisation_whose_place_is_held_is_not_named(
    directory: Directory, words: dict[str, Words]
) -> None:
    body = page_of(directory, words, 1)
    assert "Stichting B" not in body.get_text()
    assert words["nl"].say("referral.nobody") in texts(body, "p")


def test_published_values_carry_no_withheld_value(directory: Directory) -> None:
    support = publish(directory, CASE_DAY)["support-b"]
    assert support.withheld == ("phone",)
    assert "0900" not in repr(support)
    assert publish(directory, CASE_DAY)["pmw-a"].withheld == ()


def test_what_nobody_wrote_down_is_a_question_and_what_is_withheld_is_not(
    directory: Directory,
) -> None:
    published = publish(directory, CASE_DAY)
    assert not_known(published["pmw-a"]) == []
    support = published["support-b"]
    assert "languages" in not_known(support)
    assert "languages" not in not_known(replace(support, withheld=("languages",)))


def test_every_datum_has_its_state_source_and_day_once(directory: Directory) -> None:
    pmw = publish(directory, CASE_DAY)["pmw-a"]
    found = proofs(pmw)
    kinds = [(each.datum.state, each.datum.source.key, each.datum.as_of) for each in found]
    assert len(kinds) == len(set(kinds)) == 3
    data = (*pmw.contacts, *pmw.traits.values(), *pmw.before_you_call.values())
    for datum in data:
        proof = next(each for each in found if datum.field in each.fields)
        assert proof.datum.source == datum.source
    assert found[1].datum.state is State.CONFIRMED


def test_life_domain_says_yes_only_for_who_is_known_to_help(
    directory: Directory, words: dict[str, Words]
) -> None:
    published = publish(directory, CASE_DAY)
    helps = who_helps(published.values())
    assert tuple(helps) == LIFE_DOMAINS
    assert {domain for domain, ids in helps.items() if ids} == {"housing", "debts"}
    body = page_of(directory, words)
    rows = texts(body, "table tbody tr")
    w = words["nl"].say
    assert rows == [
        f"{w('referral.domains.housing')}Organisatie A",
        f"{w('referral.domains.debts')}Organisatie A",
    ]
    unknown = next(
        each for each in texts(body, "p") if each.startswith(w("referral.domain_unknown"))
    )
    assert w("referral.domains.care") in unknown
    assert w("referral.domains.housing") not in unknown
    assert page_of(directory, words, 1).select("table") == []


def test_question_is_asked_until_every_organisation_answered_it(
    directory: Directory, words: dict[str, Words]
) -> None:
    pmw = publish(directory, CASE_DAY)["pmw-a"]
    assert unanswered([pmw]) == ["asks_bsn", "registers", "tells_tax_office", "tells_municipality"]
    body = page_of(directory, words)
    (card,) = body.select("#org-pmw-a")
    w = words["nl"].say
    assert w("labels.before_you_call.asks_id.does-not") in texts(card, "li")
    assert w("labels.before_you_call.asks_id.question") in texts(body, "ul li")


def test_card_and_contact_file_are_handed_out(
    directory: Directory, words: dict[str, Words]
) -> None:
    found = [each["href"] for each in page_of(directory, words).select("#give ~ ul a")]
    wanted = ["../../../professionals/cards/noord/", "../../../data/regions/noord.vcf"]
    assert [each for each in found if each in wanted] == wanted


def test_lines_for_advice_begin_with_those_on_exploitation(
    content: Content,
) -> None:
    region = content.directory.regions[0]
    body = html_of(referral_page(content.renderer(), region, "nl"))
    assert texts(body, "ul.national strong")[0] == "CoMensha"
    assert "112" not in texts(body, "ul.national a")


@pytest.mark.parametrize("name", NAMES)
def test_name_stays_text_everywhere(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    odd = named(directory, name)
    body = page_of(odd, words)
    want = shown(name)
    assert texts(body, "h1#top") == [shown(words["nl"].say("referral.title", region=name))]
    assert [each.get("id") for each in body.select("h2")] == HEADINGS
    assert set(texts(body, "article h3")) == {want}
    assert set(texts(body, "details.sources li > span")) == {want}
    assert body.select("b, em, i, code, script, img, pre, del") == []
    assert {each["href"] for each in body.select("a[href*='x.example']")} == set()
