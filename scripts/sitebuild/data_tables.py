"""What stands in the tables of contacts and of municipalities?"""

from collections.abc import Iterator, Mapping

from sitebuild.csv_table import table
from sitebuild.model import Directory, Municipality, Region
from sitebuild.publishing import PublishedDatum, PublishedOrganisation
from sitebuild.reach import areas, exported, stable_id
from sitebuild.render import is_derived, is_uncertain
from sitebuild.values import chat_address, dial
from sitebuild.words import Words

CONTACT_COLUMNS = (
    "id", "organisation_id", "organisation", "organisation_lang", "kind", "national",
    "region_ids", "field", "value", "uri", "desk", "hours", "price", "languages",
    "state", "as_of", "source", "source_title", "source_url",
)  # fmt: skip
MUNICIPALITY_COLUMNS = (
    "municipality", "cbs_code", "region_id", "region", "certainty", "boundary",
    "other_region_id", "ask_nl", "ask_en", "ggd_id", "ggd", "sources",
)  # fmt: skip


def uri(datum: PublishedDatum) -> str:
    """Return a contact as a program dials or opens it; '' for an address to walk in."""
    match datum.field:
        case "phone" | "sms":
            return dial(datum.value)
        case "whatsapp":
            return chat_address(datum.value)
        case "email":
            return f"mailto:{datum.value}"
        case "walk_in":
            return ""
        case _:
            return datum.value


def contacts_csv(directory: Directory, published: Mapping[str, PublishedOrganisation]) -> str:
    """Return the table of contacts: one row for each that may be shown."""
    return table(CONTACT_COLUMNS, _contact_rows(directory, published))


def _contact_rows(
    directory: Directory, published: Mapping[str, PublishedOrganisation]
) -> Iterator[dict[str, str]]:
    served = areas(directory)
    national = {line.organisation for line in directory.national_lines}
    for each in exported(directory, published):
        spoken = each.traits.get("languages")
        about = {
            "organisation_id": each.id,
            "organisation": each.name,
            "organisation_lang": each.lang,
            "kind": each.kind,
            "national": "yes" if each.id in national else "no",
            "region_ids": " ".join(area.region.id for area in served.get(each.id, ())),
            "languages": " ".join(spoken.values) if spoken else "",
        }
        for datum in each.contacts:
            yield {**about, **_contact(each.id, datum)}


def _contact(organisation: str, datum: PublishedDatum) -> dict[str, str]:
    return {
        "id": stable_id("contact", organisation, datum.field, datum.value),
        "field": datum.field,
        "value": datum.value,
        "uri": uri(datum),
        "desk": datum.desk,
        "hours": datum.hours,
        "price": datum.price,
        "state": datum.state,
        "as_of": datum.as_of,
        "source": datum.source.key,
        "source_title": datum.source.title,
        "source_url": datum.source.url,
    }


def municipalities_csv(
    directory: Directory, published: Mapping[str, PublishedOrganisation], words: Mapping[str, Words]
) -> str:
    """Return the table of municipalities: its region, how sure that is, and what to ask."""
    rows = [
        {
            "municipality": each.name,
            "cbs_code": each.code,
            "region_id": region.id,
            "region": region.name,
            "certainty": certainty(each),
            "boundary": each.boundary,
            "other_region_id": each.other_region,
            "ask_nl": what_to_ask(each, region, directory, published, words["nl"]),
            "ask_en": what_to_ask(each, region, directory, published, words["en"]),
            "ggd_id": each.ggd,
            "ggd": published[each.ggd].name,
            "sources": " ".join(each.sources),
        }
        for region in directory.regions
        for each in region.municipalities
    ]
    return table(MUNICIPALITY_COLUMNS, sorted(rows, key=lambda row: row["cbs_code"]))


def certainty(municipality: Municipality) -> str:
    """Return 'stated', 'derived' (no source says it in so many words) or 'uncertain'."""
    if is_uncertain(municipality):
        return "uncertain"
    return "derived" if is_derived(municipality) else "stated"


def what_to_ask(
    municipality: Municipality,
    region: Region,
    directory: Directory,
    published: Mapping[str, PublishedOrganisation],
    words: Words,
) -> str:
    """Return what to ask before one refers somebody there; '' where a source states the region."""
    sure = certainty(municipality)
    if sure == "stated":
        return ""
    name, centre = municipality.name, published[region.centre].name
    text = words.say(f"data.ask.{sure}", municipality=name, centre=centre)
    if not municipality.other_region:
        return text
    other = published[directory.region(municipality.other_region).centre].name
    return f"{text} {words.say('data.ask.other', centre=other)}"
