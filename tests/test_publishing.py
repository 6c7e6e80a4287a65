"""What may be shown follows from sources and dates, and a withheld value goes nowhere.

Each file of cases/publishing/ is one datum with the state it must have on some days.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from sitebuild.model import Datum, Directory, Organisation, Source
from sitebuild.publishing import (
    PublishedDatum,
    PublishedOrganisation,
    State,
    publish,
    state_of,
    years_before,
)
from sitebuild.region_checks import all_data
from sitebuild.regions import load_directory

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Row:
    """A datum, its organisation and sources, and the state it must have on one day."""

    datum: Datum
    organisation: Organisation
    sources: Mapping[str, Source]
    day: date
    state: str


def read_rows(path: Path) -> list[tuple[str, Row]]:
    """Return a name and a row per day of a file."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    sources = {
        f"source-{number}": Source(key=f"source-{number}", title="A", line=1, **given)
        for number, given in enumerate(raw["sources"], start=1)
    }
    datum = Datum(
        field="phone",
        values=("070 000 00 00",),
        line=1,
        sources=tuple(raw.get("named", sources)),
        dated=raw.get("dated", ""),
        checked=raw.get("checked"),
        checked_by="AB" if "checked" in raw else "",
        hold=raw.get("hold", ""),
    )
    organisation = Organisation(
        id="org", name="A", kind="pmw", line=1, national=raw.get("national", False)
    )
    return [
        (f"{path.stem} on {day}", Row(datum, organisation, sources, day, state))
        for day, state in raw["states"].items()
    ]


ROWS = [row for path in sorted((CASES / "publishing").glob("*.yml")) for row in read_rows(path)]


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[name for name, _ in ROWS])
def test_state_follows_from_sources_and_dates(row: Row) -> None:
    assert state_of(row.datum, row.organisation, row.sources, row.day) == row.state


def test_every_state_is_the_answer_of_some_case() -> None:
    assert {row.state for _, row in ROWS} == {each.value for each in State}


@pytest.mark.parametrize(
    ("today", "years", "day"),
    [
        (date(2026, 11, 20), 3, date(2023, 11, 20)),
        (date(2028, 2, 29), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 4, date(2024, 2, 29)),
    ],
)
def test_years_before_keeps_month_and_day(today: date, years: int, day: date) -> None:
    assert years_before(today, years) == day


@pytest.fixture(scope="module")
def directory() -> Directory:
    loaded, problems = load_directory(CASES / "regions" / "base", TODAY, ("nl", "en"))
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="module")
def published(directory: Directory) -> dict[str, PublishedOrganisation]:
    return publish(directory, TODAY)


def test_all_organisations_are_published_also_without_a_contact(
    directory: Directory, published: dict[str, PublishedOrganisation]
) -> None:
    assert list(published) == list(directory.organisations)
    assert published["ggd-b"].contacts == ()
    assert not published["ggd-b"].reachable


def test_no_withheld_value_is_in_what_pages_get(directory: Directory) -> None:
    later = date(2031, 1, 1)
    sources = directory.sources
    withheld = [
        value
        for organisation in directory.organisations.values()
        for _, datum in all_data(organisation)
        if state_of(datum, organisation, sources, later) is State.WITHHELD
        for value in datum.values
    ]
    assert "0900-0000" in withheld
    assert "070 000 00 00" in withheld
    shown = repr([vars(each) for each in publish(directory, later).values()])
    assert [value for value in withheld if repr(value) in shown] == []


def published_as(directory: Directory, datum: Datum) -> tuple[PublishedDatum, ...]:
    """Publish the base with this as the only contact of pmw-a; return what is shown of it."""
    changed = replace(directory.organisations["pmw-a"], contacts=(datum,))
    alone = replace(directory, organisations={changed.id: changed})
    return publish(alone, TODAY)[changed.id].contacts


def first_phone(directory: Directory) -> Datum:
    return directory.organisations["pmw-a"].contacts[0]


def test_withheld_hours_leave_the_number_they_belong_to(directory: Directory) -> None:
    phone = first_phone(directory)
    assert phone.hours is not None
    held = replace(phone, hours=replace(phone.hours, hold="They changed."))
    (shown,) = published_as(directory, held)
    assert (shown.value, shown.hours, shown.price) == ("070 000 00 00", "", "usual-rate")


def test_hours_of_a_withheld_number_are_not_shown(directory: Directory) -> None:
    assert published_as(directory, replace(first_phone(directory), hold="Wrong desk.")) == ()


def test_withheld_trait_and_question_are_not_shown(directory: Directory) -> None:
    organisation = directory.organisations["pmw-a"]
    held = replace(
        organisation,
        traits={"cost": replace(organisation.traits["cost"], hold="Unsure.")},
        before_you_call={"asks_id": replace(organisation.before_you_call["asks_id"], hold="No.")},
    )
    shown = publish(replace(directory, organisations={held.id: held}), TODAY)[held.id]
    assert (shown.traits, shown.before_you_call) == ({}, {})


def test_a_website_alone_does_not_make_an_organisation_reachable(directory: Directory) -> None:
    organisation = directory.organisations["pmw-a"]
    website = tuple(each for each in organisation.contacts if each.field == "website")
    only = replace(organisation, contacts=website)
    shown = publish(replace(directory, organisations={only.id: only}), TODAY)[only.id]
    assert [each.field for each in shown.contacts] == ["website"]
    assert not shown.reachable


def test_confirmed_number_bears_the_day_of_the_check(
    published: dict[str, PublishedOrganisation],
) -> None:
    (whatsapp,) = published["pmw-a"].of("whatsapp")
    assert (whatsapp.state, whatsapp.as_of) == (State.CONFIRMED, "2026-09-01")


def test_number_of_an_undated_page_bears_no_day(
    published: dict[str, PublishedOrganisation],
) -> None:
    (email,) = published["pmw-a"].of("email")
    assert (email.state, email.as_of) == (State.SOURCED, "")


def test_number_bears_the_day_its_entry_was_verified_not_the_day_of_the_whole_register(
    published: dict[str, PublishedOrganisation],
) -> None:
    (phone,) = published["pmw-a"].of("phone")
    assert phone.sources[0].date == "2026-10"
    assert phone.as_of == "2026-04-05"
