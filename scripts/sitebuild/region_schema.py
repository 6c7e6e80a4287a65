"""Which fields may regions.yml and sources.yml hold? The one list; checks and help follow it."""

import re

from sitebuild.schema import DAY, SLUG, Code, Field, Flag, Kind, ListOf, PerKey, Record, Text
from sitebuild.values import (
    Complaint,
    check_email,
    check_hours,
    check_https,
    check_message_number,
    check_partial_date,
    check_phone,
    check_slug,
)

KINDS = ("pmw", "ggd", "municipality", "support", "shelter", "by-and-for", "helpline")
DESKS = ("general", "health", "infections", "trafficking", "sex-workers", "abroad")
PRICES = ("free", "local-rate", "usual-rate", "paid")
# ISO 639-1 codes that people in this field speak; add one here when an organisation has it.
SPOKEN = (
    "nl", "en", "es", "ro", "bg", "hu", "pl", "th", "pt", "fr", "de", "ru", "uk", "tr", "ar", "zh",
    "it", "cs", "sk", "el", "sq", "sr", "hr", "lt", "lv", "et", "vi", "tl",
)  # fmt: skip
GROUPS_OF_PEOPLE = (
    "women", "men", "trans", "everyone", "youth", "under-18", "over-23",
    "victims-of-trafficking", "no-residence-permit", "residents", "workers-in-region",
)  # fmt: skip
# Regioplan 2021, section 3.2: the nine domains in which people ask for support.
LIFE_DOMAINS = (
    "housing", "work-and-income", "education", "debts", "network", "care", "safety",
    "meaning", "returning",
)  # fmt: skip
OFFERS = (
    "social-work", "walk-in", "living-room", "sti-test", "vaccination", "doctor", "courses",
    "job-coach", "outreach", "online-outreach", "chat", "shelter", "trafficking-help",
    "legal-help", "stopping-support", "training", "police-help", "listening", "advice",
)  # fmt: skip
BEFORE_YOU_CALL = (
    "asks_id", "asks_bsn", "registers", "tells_police", "tells_tax_office", "tells_municipality",
)  # fmt: skip
LINE_GROUPS = (
    "danger", "violence", "exploitation", "health", "listening", "young", "law-and-money",
    "sex-workers",
)  # fmt: skip
BOUNDARIES = (
    "official-list", "official-region-name", "centre", "region-document", "two-sources",
    "proxy", "inferred", "conflict", "unverified",
)  # fmt: skip
UNCERTAIN_BOUNDARIES = ("conflict", "unverified")
SOURCE_KINDS = ("register", "own_page", "public_page", "code_file", "public_document")

LINE = Text(most=200)
NOTE = Text(most=600)
KEYS = ListOf(SLUG)


def check_cbs_code(text: str) -> Complaint | None:
    """Accept a CBS municipality code: GM and four digits."""
    if re.fullmatch("GM[0-9]{4}", text):
        return None
    return Complaint("This is not a CBS municipality code.", 'Write it like "GM0363".')


def check_page_name(text: str) -> Complaint | None:
    """Accept a slug that is not the name of the hand-written page beside the region pages."""
    if text == "index":
        return Complaint("near-you/index is a page of its own.", "Choose another id.")
    return check_slug(text)


PAGE_NAME = Text(check_page_name, 60, may_be_unquoted=True)
PROVENANCE = (
    Field("sources", KEYS, "where this comes from: keys of sources.yml", required=True),
    Field("dated", Text(check_partial_date, 10, True), "the day the source says it verified this"),
    Field("checked", DAY, "the day one of us checked it with the organisation"),
    Field("checked_by", Text(most=20), "initials of who checked it"),
    Field("hold", NOTE, "why this must not be shown, whatever its sources say"),
    Field("note", NOTE, "for editors; never shown"),
)


def datum(value: Kind, *extra: Field) -> Record:
    """Return the record of one value with where it comes from and when it was checked."""
    return Record((Field("value", value, "what it says", required=True), *extra, *PROVENANCE))


def data(code: Kind) -> Record:
    """Return the record of a list of codes with where it comes from."""
    return Record((Field("values", ListOf(code), "codes", required=True), *PROVENANCE))


DESK = Field("desk", Code(DESKS), "which desk answers; general when left out")
HOURS = Field("hours", datum(Text(check_hours, 100)), "when it answers, as OSM opening hours")
PRICE = Field("price", datum(Code(PRICES)), "what a call costs")
NUMBERS = ListOf(datum(Text(check_phone, 20), DESK, HOURS, PRICE))
MESSAGES = ListOf(datum(Text(check_message_number, 20), DESK, HOURS, PRICE))
PAGES = ListOf(datum(Text(check_https, 300), DESK, HOURS))

CONTACT_FIELDS = (
    Field("phone", NUMBERS, "numbers to call"),
    Field("whatsapp", MESSAGES, "numbers for WhatsApp"),
    Field("sms", MESSAGES, "numbers for text messages"),
    Field("email", ListOf(datum(Text(check_email, 100), DESK)), "e-mail addresses"),
    Field("chat", PAGES, "pages with a chat"),
    Field("walk_in", ListOf(datum(LINE, DESK, HOURS)), "addresses to walk in"),
    Field("website", PAGES, "pages on the web"),
)
TRAIT_FIELDS = (
    Field("languages", data(Code(SPOKEN)), "languages that are spoken"),
    Field("for_whom", data(Code(GROUPS_OF_PEOPLE)), "for whom it is"),
    Field("not_for", data(Code(GROUPS_OF_PEOPLE)), "for whom it is not"),
    Field("life_domains", data(Code(LIFE_DOMAINS)), "what it can help with"),
    Field("offers", data(Code(OFFERS)), "what it does"),
    Field("cost", datum(Code(("free", "paid"))), "whether help costs money"),
    Field("anonymous", datum(Code(("possible", "not-possible"))), "can one stay anonymous"),
    Field("religion", datum(Code(("christian",))), "religious background"),
)
BEFORE = Record(
    tuple(
        Field(name, datum(Code(("does", "does-not", "depends"))), "see FIELDS.md")
        for name in BEFORE_YOU_CALL
    )
)
ORGANISATION = Record(
    (
        Field("id", SLUG, "short name, never changed", required=True),
        Field("name", LINE, "the name that people see", required=True),
        Field("kind", Code(KINDS), "what it is", required=True),
        Field("national", Flag(), "true when it serves the whole country"),
        Field("lang", Code(SPOKEN), "language of the name; nl when left out"),
        *CONTACT_FIELDS,
        *TRAIT_FIELDS,
        Field("before_you_call", BEFORE, "what it asks and whom it tells"),
        Field("note", NOTE, "for editors; never shown"),
    )
)
MUNICIPALITY = Record(
    (
        Field("name", LINE, "name as CBS spells it", required=True),
        Field("code", Text(check_cbs_code, 6, True), "CBS code", required=True),
        Field("ggd", SLUG, "its GGD: an organisation id", required=True),
        Field("boundary", Code(BOUNDARIES), "how sure the region is", required=True),
        Field("duvo", LINE, "women's shelter region, where sourced"),
        Field("duvo_boundary", Code(BOUNDARIES), "how sure that region is"),
        Field("other_region", SLUG, "the other region that a source names"),
        Field("sources", KEYS, "keys of sources.yml", required=True),
        Field("note", NOTE, "for editors; never shown"),
    )
)
MEMBERSHIP = Record(
    (
        Field("id", SLUG, "organisation id", required=True),
        Field("sources", KEYS, "keys of sources.yml", required=True),
        Field("hold", NOTE, "why it is not named on the page"),
        Field("note", NOTE, "for editors; never shown"),
    )
)
NATIONAL_LINE = Record(
    (
        Field("organisation", SLUG, "organisation id", required=True),
        Field("group", Code(LINE_GROUPS), "under which heading it stands", required=True),
    )
)
SOURCE = Record(
    (
        Field("title", Text(most=300), "what it is", required=True),
        Field("lang", Code(SPOKEN), "language of the title; nl when left out"),
        Field("kind", Code(SOURCE_KINDS), "which sort of source", required=True),
        Field("owner", SLUG, "whose own page it is: an organisation id"),
        Field("url", Text(check_https, 400), "where it stands"),
        Field("date", Text(check_partial_date, 10, True), "its date; left out when undated"),
        Field("old", Flag(), "true when it is known to be out of date"),
        Field("lineage", SLUG, "sources of one lineage count as one"),
        Field("seen", DAY, "the day it was read", required=True),
        Field("note", NOTE, "for editors; never shown"),
    )
)
SOURCES_FILE = Record((Field("sources", PerKey(check_slug, SOURCE), "by key", required=True),))


def region_record(languages: tuple[str, ...]) -> Record:
    """Return the record of a region; its own text may be given in these languages."""
    texts = Record(tuple(Field(code, NOTE, f"text in {code}") for code in languages))
    return Record(
        (
            Field("id", PAGE_NAME, "the page's address, never changed", required=True),
            Field("name", LINE, "name of the region", required=True),
            Field("centre", SLUG, "the centre municipality: an organisation id", required=True),
            Field("womens_shelter_regions", ListOf(LINE), "DUVO regions", required=True),
            Field("organisations", ListOf(MEMBERSHIP), "who helps here"),
            Field("named_in_2021", ListOf(LINE), "who took part in the study of 2021"),
            Field("text", texts, "text for this region alone, by language"),
            Field("municipalities", ListOf(MUNICIPALITY), "its municipalities", required=True),
            Field("note", NOTE, "for editors; never shown"),
        )
    )


def regions_file(languages: tuple[str, ...]) -> Record:
    """Return the record of regions.yml for a site in these languages."""
    return Record(
        (
            Field("organisations", ListOf(ORGANISATION), "each contact once", required=True),
            Field("national_lines", ListOf(NATIONAL_LINE), "help lines, in order", required=True),
            Field("regions", ListOf(region_record(languages)), "the regions", required=True),
        )
    )
