"""Does find.js answer as it should, for every town, municipality and postcode?"""

import csv
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from sitebuild.content import Content
from sitebuild.finder import Municipalities, answers, fold, key, postcode_answers, short

CASES = Path(__file__).parent / "cases" / "finder"
FIND = """async ([assets, queries]) => {
    const { find } = await import(assets["find.js"]);
    const data = await (await fetch(assets["finder.json"])).json();
    const view = ({ name, municipalities, region }) =>
        ({ name, municipalities, region: data.regions[region][0] });
    return queries.map((query) => {
        const { kind, guessed, place, choices } = find(data, query);
        const places = (place ? [place] : choices ?? []).map(view);
        return { kind, guessed: guessed ?? false, places };
    });
}"""
SUGGEST = """async ([assets, query]) => {
    const { suggest } = await import(assets["find.js"]);
    const data = await (await fetch(assets["finder.json"])).json();
    return suggest(data, query).map(({ name }) => name);
}"""


def read_cases(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def municipalities(content: Content) -> Municipalities:
    return {
        each.code: (each.name, region.id)
        for region in content.directory.regions
        for each in region.municipalities
    }


def ask(page: Page, assets: dict[str, str], queries: list[str]) -> list[dict[str, Any]]:
    """Return what find() answers to each query: kind, guessed, places with region ids."""
    page.goto(assets[""])
    found: list[dict[str, Any]] = page.evaluate(FIND, [assets, queries])
    assert len(found) == len(queries)
    return found


def regions_in(answer: dict[str, Any]) -> set[str]:
    return {place["region"] for place in answer["places"]}


def test_every_name_and_postcode_leads_to_its_region_or_to_a_question(
    content: Content, assets: dict[str, str], page: Page
) -> None:
    known = municipalities(content)
    names = {town.name for town in content.places.towns} | {name for name, _ in known.values()}
    names |= {" ".join(short(fold(name))) for name in names}
    names |= {each.name for each in content.places.names}
    wanted: dict[str, set[str]] = {}
    by_key = answers(content.places, known)
    for name in sorted(names):
        wanted[name] = set(by_key[key(fold(name))])
    for digits, regions in postcode_answers(content.places, known).items():
        for spelling in (digits, f"{digits} ab"):
            wanted[spelling] = set(regions)
    assert len(wanted) > 10_000
    found = ask(page, assets, list(wanted))
    wrong = [
        (query, answer)
        for (query, regions), answer in zip(wanted.items(), found, strict=True)
        if regions_in(answer) != regions
        or answer["kind"] != ("region" if len(regions) == 1 else "ask")
        or answer["guessed"]
    ]
    assert wrong == []


def test_a_postcode_that_does_not_exist_is_never_guessed(
    content: Content, assets: dict[str, str], page: Page
) -> None:
    existing = {each.digits for each in content.places.postcodes}
    queries = [f"{number:04}" for number in range(10_000) if f"{number:04}" not in existing]
    assert len(queries) > 5000
    kinds = {each["kind"] for each in ask(page, assets, queries)}
    assert kinds == {"unknown-postcode"}


def test_names_of_several_regions_are_asked_with_their_municipalities(
    content: Content, assets: dict[str, str], page: Page
) -> None:
    cases = read_cases("ask.csv")
    region_of = dict(municipalities(content).values())
    found = ask(page, assets, [case["typed"] for case in cases])
    for case, answer in zip(cases, found, strict=True):
        wanted = set(case["municipalities"].split("|"))
        offered = {name for place in answer["places"] for name in place["municipalities"]}
        assert wanted <= offered, case["typed"]
        several = len({region_of[name] for name in wanted}) > 1
        assert answer["kind"] == ("ask" if several else "region"), case["typed"]


def test_spellings_slips_and_odd_queries(
    content: Content, assets: dict[str, str], page: Page
) -> None:
    cases = read_cases("typed.csv")
    region_of = dict(municipalities(content).values())
    found = ask(page, assets, [case["typed"] for case in cases])
    for case, answer in zip(cases, found, strict=True):
        kind = "guess" if answer["guessed"] else answer["kind"]
        assert kind == case["kind"], (case, answer)
        offered = {name for place in answer["places"] for name in place["municipalities"]}
        if case["municipality"]:
            assert case["municipality"] in offered, (case, answer)
            if kind in ("region", "guess"):
                assert regions_in(answer) == {region_of[case["municipality"]]}, case
        if kind == "closest":
            assert 1 <= len(answer["places"]) <= 6, case


def test_one_wrong_letter_in_a_town_never_leads_elsewhere_unsaid(
    content: Content, assets: dict[str, str], page: Page
) -> None:
    known = municipalities(content)
    right = {town.name: known[town.cbs_code][1] for town in content.places.towns}
    slips = {name[:at] + "x" + name[at + 1 :]: name for name in right for at in [len(name) // 2]}
    found = ask(page, assets, list(slips))
    elsewhere = [
        (slip, name)
        for (slip, name), answer in zip(slips.items(), found, strict=True)
        if answer["kind"] == "region"
        and not answer["guessed"]
        and regions_in(answer) != {right[name]}
    ]
    assert elsewhere == []
    kinds = [answer["kind"] for answer in found]
    assert kinds.count("region") > len(kinds) / 2


SUGGESTIONS = {
    "a": [],
    "251": [],
    "amst": ["Amstelveen", "Amsterdam"],
    "den h": ["Den Haag", "Den Helder"],
    "haag": ["Den Haag"],
    "hengelo": ["Hengelo", "Hengelo (Gld)"],
    "ротер": ["Rotterdam"],
    "ร็อต": ["Rotterdam"],
    "2512": ["2512"],
    "5091": ["5091", "5091"],
    "1099": [],
}


@pytest.mark.parametrize(("typed", "first"), SUGGESTIONS.items())
def test_suggestions_begin_with_the_likeliest(
    assets: dict[str, str], page: Page, typed: str, first: list[str]
) -> None:
    page.goto(assets[""])
    found = page.evaluate(SUGGEST, [assets, typed])
    assert found[: len(first)] == first
    assert bool(found) == bool(first)
    assert len(found) <= 6
