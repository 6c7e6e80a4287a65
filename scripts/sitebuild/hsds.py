"""How do other systems for social services read ours? The Human Services Data Specification 3.0.

https://docs.openreferral.org/en/3.0/hsds/schema_reference.html: a page of services, each with
its organisation, phones, areas and places inside it. What we do not know is left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Directory
from sitebuild.publishing import PublishedDatum, PublishedOrganisation, State
from sitebuild.reach import Area, areas, exported, stable_id
from sitebuild.region_schema import BEFORE_YOU_CALL
from sitebuild.values import HOURS_RULE, dial
from sitebuild.words import Words

Item = dict[str, object]
NUMBERS = {"phone": "voice", "whatsapp": "text", "sms": "text"}
CODED = ("for_whom", "not_for", "life_domains", "offers", "cost", "anonymous", "religion")
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_AND_NIGHT = "24/7"
TIME_ZONE_NOTE = "Europe/Amsterdam"
THE_COUNTRY = "Nederland"


def services_page(
    directory: Directory,
    published: Mapping[str, PublishedOrganisation],
    words: Mapping[str, Words],
) -> Item:
    """Return all services as one `Page` of the specification's API."""
    national = {line.organisation for line in directory.national_lines}
    served = areas(directory)
    contents = [
        _Writer(each, words).service(served.get(each.id, ()), each.id in national)
        for each in exported(directory, published)
    ]
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


class _Writer:
    """Writes one organisation as a service; texts are Dutch, then English."""

    def __init__(self, organisation: PublishedOrganisation, words: Mapping[str, Words]) -> None:
        self._of = organisation
        self._words = words
        self._service = stable_id("service", organisation.id)
        self._organisation = stable_id("organisation", organisation.id)

    def service(self, served: Sequence[Area], is_national: bool) -> Item:
        """Return the service with everything inside it."""
        about = f"lines.{self._of.id}" if is_national else f"labels.kind.{self._of.kind}"
        contacts = self._of.contacts
        return _without_gaps(
            {
                "id": self._service,
                "organization_id": self._organisation,
                "name": self._of.name,
                "description": self._say(about),
                "url": self._first("website"),
                "email": self._first("email"),
                "status": "active",
                "application_process": self._before(),
                "fees_description": self._labels("cost"),
                "eligibility_description": self._labels("for_whom"),
                "assured_date": assured_date(contacts),
                "phones": [self._phone(each) for each in contacts if each.field in NUMBERS],
                "schedules": [item for each in contacts for item in self._schedules(each)],
                "service_areas": list(self._areas(served, is_national)),
                "service_at_locations": [self._place(each) for each in self._of.of("walk_in")],
                "languages": self._languages(),
                "organization": self._about(),
                "attributes": [*self._codes(), *self._states()],
            }
        )

    def _say(self, path: str) -> str:
        return f"{self._words['nl'].say(path)} / {self._words['en'].say(path)}"

    def _first(self, field: str) -> str:
        return next((each.value for each in self._of.of(field)), "")

    def _labels(self, trait: str) -> str:
        """Return a trait's codes as words: Dutch, then English."""
        found = self._of.traits.get(trait)
        codes = found.values if found else ()
        both = [
            ", ".join(self._words[lang].say(f"labels.{trait}.{code}") for code in codes)
            for lang in ("nl", "en")
        ]
        return " / ".join(both) if codes else ""

    def _before(self) -> str:
        known = self._of.before_you_call
        paths = [
            f"labels.before_you_call.{n}.{known[n].value}" for n in BEFORE_YOU_CALL if n in known
        ]
        return " ".join(self._say(path) for path in paths)

    def _about(self) -> Item:
        return _without_gaps(
            {
                "id": self._organisation,
                "name": self._of.name,
                "description": self._say(f"labels.kind.{self._of.kind}"),
                "email": self._first("email"),
                "website": self._first("website"),
            }
        )

    def _contact_id(self, datum: PublishedDatum) -> str:
        return stable_id("contact", self._of.id, datum.field, datum.value)

    def _phone(self, datum: PublishedDatum) -> Item:
        owner = self._contact_id(datum)
        parts = [f"labels.desk.{datum.desk}"] + [f"labels.price.{datum.price}"] * bool(datum.price)
        return {
            "id": owner,
            "service_id": self._service,
            "number": dial(datum.value).removeprefix("tel:"),
            "type": NUMBERS[datum.field],
            "description": "; ".join([datum.value, *(self._say(path) for path in parts)]),
            "attributes": [self._state(owner, "phone", datum)],
        }

    def _schedules(self, datum: PublishedDatum) -> Iterator[Item]:
        """Yield when a contact answers; times are local ones."""
        for number, (days, opens, closes) in enumerate(weekly(datum.hours)):
            yield {
                "id": stable_id("schedule", self._contact_id(datum), str(number)),
                "service_id": self._service,
                "freq": "WEEKLY",
                "byday": ",".join(days),
                "opens_at": opens,
                "closes_at": closes,
                "description": f"{datum.value}: {datum.hours}",
                "notes": TIME_ZONE_NOTE,
            }

    def _areas(self, served: Sequence[Area], is_national: bool) -> Iterator[Item]:
        if is_national:
            yield self._area(THE_COUNTRY, "", "nl")
        for area in served:
            names = [f"{each.name} ({each.code})" for each in area.municipalities]
            yield self._area(area.region.name, ", ".join(names), area.region.id)

    def _area(self, name: str, description: str, key: str) -> Item:
        area_id = stable_id("service_area", self._of.id, key)
        item: Item = {"id": area_id, "service_id": self._service, "name": name}
        return _without_gaps({**item, "description": description})

    def _place(self, datum: PublishedDatum) -> Item:
        """Our addresses are one text: splitting it into street and town would be guessing."""
        owner = self._contact_id(datum)
        location: Item = {
            "id": stable_id("location", owner),
            "location_type": "physical",
            "organization_id": self._organisation,
            "name": self._of.name,
            "description": datum.value,
            "attributes": [self._state(stable_id("location", owner), "location", datum)],
        }
        place = stable_id("service_at_location", owner)
        return {"id": place, "service_id": self._service, "location": location}

    def _languages(self) -> list[Item]:
        spoken = self._of.traits.get("languages")
        return [
            {
                "id": stable_id("language", self._of.id, code),
                "service_id": self._service,
                "code": code,
                "note": provenance(spoken),
            }
            for code in (spoken.values if spoken else ())
            if spoken
        ]

    def _codes(self) -> Iterator[Item]:
        """Yield what is known of the organisation, as codes of our own lists."""
        for trait in CODED:
            found = self._of.traits.get(trait)
            for code in found.values if found else ():
                if found:
                    label = f"labels.{trait}.{code}"
                    yield self._attribute(trait, code, label, provenance(found))

    def _states(self) -> Iterator[Item]:
        """Yield how sure each contact is that has no attributes of its own."""
        for datum in self._of.contacts:
            if datum.field not in NUMBERS and datum.field != "walk_in":
                yield self._state(self._service, "service", datum)

    def _state(self, owner: str, entity: str, datum: PublishedDatum) -> Item:
        label, value = f"data.state.{datum.state}", f"{datum.value}; {provenance(datum)}"
        return self._attribute("state", datum.state, label, value, (owner, entity))

    def _attribute(
        self, taxonomy: str, code: str, label: str, value: str, of: tuple[str, str] | None = None
    ) -> Item:
        """Return an attribute of the service, or `of` another thing: its id and what it is."""
        owner, entity = of or (self._service, "service")
        term = stable_id("taxonomy_term", taxonomy, code)
        return {
            "id": stable_id("attribute", owner, taxonomy, code, value),
            "link_id": owner,
            "link_type": taxonomy,
            "link_entity": entity,
            "value": value,
            "taxonomy_term_id": term,
            "taxonomy_term": {
                "id": term,
                "code": code,
                "name": self._words["nl"].say(label),
                "description": self._words["en"].say(label),
                "taxonomy": f"wegwijs {taxonomy}",
                "language": SOURCE_LANGUAGE,
            },
        }


def provenance(datum: PublishedDatum) -> str:
    """Return how sure a datum is and where it comes from: 'sourced; 2024-05; key; title; url'."""
    source = datum.source
    parts = (str(datum.state), datum.as_of or "undated", source.key, source.title, source.url)
    return "; ".join(part for part in parts if part)


def assured_date(contacts: Sequence[PublishedDatum]) -> str:
    """Return the day since when all contacts are confirmed by us; '' when one is not."""
    if not contacts or any(each.state is not State.CONFIRMED for each in contacts):
        return ""
    return min(each.as_of for each in contacts)


def weekly(hours: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield days, opening and closing time of checked opening hours; nothing for ''.

    Hours without days are of every day.
    """
    if hours == DAY_AND_NIGHT:
        yield WEEK, "00:00", "24:00"
        return
    for rule in hours.split("; ") if hours else ():
        match = HOURS_RULE.fullmatch(rule)
        if match is None:
            raise ValueError(f"opening hours were not checked: {rule}")
        for times in match["times"].split(","):
            opens, closes = times.split("-")
            yield _days(match["days"] or "Mo-Su"), opens, closes


def _days(text: str) -> tuple[str, ...]:
    """Return 'Mo-We,Fr' as ('MO', 'TU', 'WE', 'FR')."""
    found: list[str] = []
    for part in text.upper().split(","):
        first, _, last = part.partition("-")
        start, end = WEEK.index(first), WEEK.index(last or first)
        found += WEEK[start : end + 1] if start <= end else WEEK[start:] + WEEK[: end + 1]
    return tuple(found)


def _without_gaps(item: Item) -> Item:
    return {name: value for name, value in item.items() if value not in ("", [])}
