"""Which form has an entry of good practice? Its fields, its headings, its languages."""

import re

from sitebuild.region_schema import GROUPS_OF_PEOPLE, LIFE_DOMAINS
from sitebuild.schema import SLUG, Code, Field, ListOf, Text
from sitebuild.values import Complaint, check_partial_date, check_text

# The index of entries is the page professionals/good-practice.
FOLDER = "professionals/good-practice"
# Regions write for colleagues: two languages keep the step small. The index speaks all.
ENTRY_LANGUAGES = ("nl", "en")
# Regioplan 2021, chapter 2.4: the four phases of support.
PHASES = ("contact", "orientation", "implementation", "aftercare")
SECTIONS = ("what", "for-whom", "needed", "outcome", "contact")
BLOCK = "practice"  # the reference that shows the fields below as a card
UNKNOWN = "unknown"  # not known is said, never guessed
# Letters in a row of which the first alone is a capital: 'Jansen', and not 'PMW' or 'GGD'.
NAME = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]+")


def is_entry(page_id: str) -> bool:
    """Say whether a page is an entry of good practice."""
    return page_id.startswith(f"{FOLDER}/")


def is_written_in(page_id: str, lang: str) -> bool:
    """Say whether a page must exist in a language."""
    return lang in ENTRY_LANGUAGES or not is_entry(page_id)


def check_function(text: str) -> Complaint | None:
    """Accept a function in a team, and nothing that leads to one person."""
    remedy = 'Write the function only, in small letters: "coördinator PMW"; or "unknown".'
    if complaint := check_text(text):
        return complaint
    if "@" in text or re.search(r"\d", text):
        return Complaint("An address or number stands here.", remedy)
    if NAME.search(text):
        return Complaint("This looks like a name of a person.", remedy)
    return None


ENTRY_FIELDS = (
    Field("audience", Code(("professionals",)), "for whom the page is", required=True),
    Field("sources", ListOf(SLUG), "who says so: keys of sources.yml", required=True),
    Field("phases", ListOf(Code(PHASES)), "in which phases it helps", required=True),
    Field("life_domains", ListOf(Code(LIFE_DOMAINS)), "on which areas of life", required=True),
    Field(
        "for_whom",
        ListOf(Code((*GROUPS_OF_PEOPLE, UNKNOWN))),
        "for whom it is or was",
        required=True,
    ),
    Field("regions", ListOf(SLUG), "region ids of regions.yml", required=True),
    Field(
        "contact_function",
        Text(check_function, 80),
        "whom colleagues may ask: a function, never a name; or unknown",
        required=True,
    ),
    Field("dated", Text(check_partial_date, 10, True), "of when it is", required=True),
)
