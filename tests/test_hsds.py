"""The services are what the Human Services Data Specification asks for, and say what is known.

Our own form (cases/data/hsds.schema.json) is checked always. The specification's schema has a
licence of its own (CC BY-SA) and is not in this repository: with WEGWIJS_HSDS as its folder
`schema/` (git clone https://github.com/openreferral/specification), it is checked too.
"""

import copy
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from sitebuild.content import Content
from sitebuild.hsds import assured_date, services_page, weekly
from sitebuild.publishing import PublishedDatum, PublishedOrganisation, State
from sitebuild.reach import areas, exported
from sitebuild.values import dial

FORM = Path(__file__).parent / "cases/data/hsds.schema.json"
PUBLISHED = os.environ.get("WEGWIJS_HSDS", "")
Json = dict[str, object]


@pytest.fixture(scope="module")
def page(content: Content) -> Json:
    """The real page of services, as others read it."""
    made = services_page(content.directory, content.published, content.words)
    read: Json = json.loads(json.dumps(made))
    return read


def services(page: Json) -> list[dict[str, Any]]:
    """Return the services of a page."""
    found = page["contents"]
    assert isinstance(found, list)
    return found


def wrong(page: Json) -> list[str]:
    """Return what is not of our form."""
    form = json.loads(FORM.read_text(encoding="utf-8"))
    validator = Draft202012Validator(form, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(page)]


def test_the_page_has_our_form(page: Json) -> None:
    assert wrong(page) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "emergency"),
        ("status", "open"),
        ("service_areas", []),
        ("assured_date", "2026-13-01"),
        ("phones", [{"number": "112"}]),
        ("surprise", "x"),
    ],
)
def test_another_form_is_refused(page: Json, field: str, value: object) -> None:
    spoilt = copy.deepcopy(page)
    services(spoilt)[0][field] = value
    assert wrong(spoilt)


@pytest.mark.skipif(not PUBLISHED, reason="WEGWIJS_HSDS does not say where the schema is")
def test_the_page_passes_the_published_schema(page: Json) -> None:
    def retrieve(uri: str) -> Resource[Any]:
        text = (Path(PUBLISHED) / uri).read_text(encoding="utf-8")
        return Resource.from_contents(json.loads(text), default_specification=DRAFT202012)

    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
    whole = {"$ref": "service.json"}
    validator = Draft202012Validator(whole, registry=registry, format_checker=FormatChecker())
    for service in services(page):
        assert [error.message for error in validator.iter_errors(service)] == []
    assert list(validator.iter_errors({**services(page)[0], "status": "open"}))


def things(node: object) -> Iterator[Json]:
    """Yield everything that has an id."""
    if isinstance(node, dict):
        if "id" in node:
            yield node
        for child in node.values():
            yield from things(child)
    if isinstance(node, list):
        for child in node:
            yield from things(child)


def test_no_id_means_two_things_and_every_link_leads_to_one(page: Json) -> None:
    found: dict[object, Json] = {}
    for each in things(page):
        assert found.setdefault(each["id"], each) == each
    for each in things(page):
        for name in ("service_id", "organization_id", "link_id", "taxonomy_term_id"):
            assert name not in each or each[name] in found, each


def test_every_shown_contact_is_in_its_service(content: Content, page: Json) -> None:
    by_name = {str(each["name"]): each for each in services(page)}
    shown = list(exported(content.directory, content.published))
    assert len(by_name) == len(services(page)) == len(shown)
    for each in shown:
        service = by_name[each.name]
        numbers = [one["number"] for one in service.get("phones", [])]
        assert numbers == [dial(one.value).removeprefix("tel:") for one in each.of("phone")]
        told = json.dumps(service, ensure_ascii=False)
        for one in each.contacts:
            assert f"{one.value}; {one.state}; {one.as_of or 'undated'}; {one.source.key}" in told


def test_areas_are_the_regions_that_somebody_serves(content: Content, page: Json) -> None:
    served = areas(content.directory)
    by_name = {str(each["name"]): each for each in services(page)}
    for each in exported(content.directory, content.published):
        names = [area["name"] for area in by_name[each.name]["service_areas"]]
        wanted = [area.region.name for area in served.get(each.id, ())]
        assert [name for name in names if name != "Nederland"] == wanted
    zwolle = next(a for a in by_name["Gemeente Zwolle"]["service_areas"] if a["name"] == "Zwolle")
    assert "Zwolle (GM0193)" in str(zwolle["description"])


def rich(content: Content) -> PublishedOrganisation:
    """Return an organisation of which all is known."""
    base = content.published["gemeente-tilburg"]
    phone = replace(base.of("phone")[0], state=State.CONFIRMED, as_of="2026-11-20")
    known = {
        "asks_id": replace(phone, field="asks_id", values=("does-not",)),
        "tells_police": replace(phone, field="tells_police", values=("depends",)),
    }
    return replace(
        base,
        contacts=(
            replace(phone, hours="Mo-We,Fr 09:00-12:00,13:00-17:00", price="free"),
            replace(phone, field="walk_in", values=("Straat 1, Tilburg",)),
            replace(phone, field="whatsapp", values=("06 12 34 56 78",)),
        ),
        traits={
            "languages": replace(phone, field="languages", values=("nl", "th")),
            "for_whom": replace(phone, field="for_whom", values=("women", "trans")),
            "cost": replace(phone, field="cost", values=("free",)),
        },
        before_you_call=known,
    )


def test_all_that_can_be_known_has_its_place(content: Content) -> None:
    published = {**content.published, "gemeente-tilburg": rich(content)}
    page = services_page(content.directory, published, content.words)
    assert wrong(json.loads(json.dumps(page))) == []
    (service,) = (e for e in services(page) if str(e["name"]) == "Gemeente Tilburg")
    assert service["assured_date"] == "2026-11-20"
    assert [each["code"] for each in service["languages"]] == ["nl", "th"]
    assert service["eligibility_description"] == "vrouwen, trans personen / women, trans people"
    assert "Je hoeft geen paspoort" in str(service["application_process"])
    assert [each["type"] for each in service["phones"]] == ["voice", "text"]
    times = [(each["byday"], each["opens_at"]) for each in service["schedules"]]
    assert times[:2] == [("MO,TU,WE,FR", "09:00"), ("MO,TU,WE,FR", "13:00")]
    place = service["service_at_locations"][0]["location"]
    assert isinstance(place, dict) and place["description"] == "Straat 1, Tilburg"


def test_one_unchecked_contact_leaves_a_service_without_assured_date(content: Content) -> None:
    checked = rich(content).contacts[0]
    older = replace(checked, as_of="2026-01-02")
    sourced: PublishedDatum = replace(checked, state=State.SOURCED)
    assert assured_date([checked, older]) == "2026-01-02"
    assert assured_date([checked, sourced]) == assured_date([]) == ""


def test_opening_hours_become_days_and_times() -> None:
    assert list(weekly("")) == []
    (always,) = weekly("24/7")
    assert len(always[0]) == 7 and always[1:] == ("00:00", "24:00")
    assert [len(days) for days, _, _ in weekly("09:00-17:00")] == [7]
    assert list(weekly("Sa-Mo 09:00-12:00")) == [(("SA", "SU", "MO"), "09:00", "12:00")]
    with pytest.raises(ValueError, match="not checked"):
        list(weekly("sometimes"))
