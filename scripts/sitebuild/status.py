"""How is the site doing? Counts contacts, translations and pages; says what to mend first.

Everything is derived from the files on the day of the content, as `make todo` does it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sitebuild.contact_changes import NATIONAL, regions_of
from sitebuild.content import Content
from sitebuild.documents import Documents
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.model import Directory, Organisation
from sitebuild.publishing import PublishedOrganisation, State, publish
from sitebuild.readability import measure
from sitebuild.translations import CURRENT, MISSING, OUTDATED, Translation
from sitebuild.values import earliest_day

# How long ago a shown contact was checked, or its source is dated, in days.
AGES = {"half-year": 183, "year": 365, "two-years": 731, "three-years": 1096}
OLDER, UNDATED = "older", "undated"
ALL_AGES = (*AGES, OLDER, UNDATED)
EVERYBODY = "*"
Both = tuple[Organisation, PublishedOrganisation]


@dataclass(frozen=True)
class Contacts:
    """Contacts (numbers, addresses, websites) of one region, of the national lines, or of all.

    `ages` counts those that are shown by the age of their check or source; `has_phone` says
    whether a phone number of somebody in the region is shown.
    """

    region: str
    name: str
    states: Mapping[State, int]
    ages: Mapping[str, int]
    has_phone: bool

    @property
    def confirmed(self) -> int:
        """How many one of us checked in the last year."""
        return self.states[State.CONFIRMED]

    @property
    def sourced(self) -> int:
        """How many are shown because of their source."""
        return self.states[State.SOURCED]

    @property
    def withheld(self) -> int:
        """How many stand in the file and are not shown."""
        return self.states[State.WITHHELD]


@dataclass(frozen=True)
class LanguageStatus:
    """How many pages of a language are in which state, and how many no native reader read."""

    code: str
    name: str
    current: int
    outdated: int
    missing: int
    unread: int


@dataclass(frozen=True)
class PageStatus:
    """When a page was last checked, and how easy it is to read in Dutch and English."""

    page_id: str
    checked: str
    ease: Mapping[str, int]


@dataclass(frozen=True)
class Status:
    """Everything that the page about/status shows, apart from what to do next."""

    total: Contacts
    national: Contacts
    regions: tuple[Contacts, ...]
    languages: tuple[LanguageStatus, ...]
    pages: tuple[PageStatus, ...]


def status_of(content: Content) -> Status:
    """Return the state of all content on its day."""
    rows = contact_counts(content.directory, content.today)
    return Status(
        total=rows.pop(EVERYBODY),
        national=rows.pop(NATIONAL),
        regions=tuple(sorted(rows.values(), key=lambda each: each.name)),
        languages=tuple(language_statuses(content.translations.values(), content.languages)),
        pages=tuple(
            sorted(_pages(content.documents), key=lambda each: (each.checked, each.page_id))
        ),
    )


def all_contacts(directory: Directory, today: date) -> Contacts:
    """Return the count over everybody who stands on a page, each organisation once."""
    return contact_counts(directory, today)[EVERYBODY]


def contact_counts(directory: Directory, today: date) -> dict[str, Contacts]:
    """Return the counts by region, and those of NATIONAL lines and of EVERYBODY on a page."""
    published = publish(directory, today)
    known = directory.organisations
    members: dict[str, list[Both]] = {EVERYBODY: [], NATIONAL: []}
    members |= {region.id: [] for region in directory.regions}
    for name, where in regions_of(directory).items():
        for place in (EVERYBODY, *where):
            members[place].append((known[name], published[name]))
    names = {region.id: region.name for region in directory.regions}
    return {
        place: _count(place, names.get(place, ""), found, today) for place, found in members.items()
    }


def _count(place: str, name: str, organisations: Sequence[Both], today: date) -> Contacts:
    known = sum(len(each.contacts) for each, _ in organisations)
    shown = [datum for _, published in organisations for datum in published.contacts]
    states = Counter(datum.state for datum in shown)
    states[State.WITHHELD] = known - len(shown)
    found = Counter(_age(datum.as_of, today) for datum in shown)
    ages = {age: found[age] for age in ALL_AGES if found[age]}
    return Contacts(place, name, states, ages, any(each.field == "phone" for each in shown))


def _age(day: str, today: date) -> str:
    if not day:
        return UNDATED
    past = today - date.fromisoformat(earliest_day(day))
    return next((name for name, days in AGES.items() if past <= timedelta(days)), OLDER)


def language_statuses(
    translations: Iterable[Translation], languages: Sequence[Language]
) -> Iterator[LanguageStatus]:
    """Yield the state of each language but Dutch, in the site's order."""
    states = list(translations)
    for language in languages:
        if language.code != SOURCE_LANGUAGE:
            own = [each for each in states if each.lang == language.code]
            count = Counter(each.state for each in own)
            unread = sum(each.is_unread for each in own)
            figures = (count[CURRENT], count[OUTDATED], count[MISSING], unread)
            yield LanguageStatus(language.code, language.name, *figures)


def _pages(documents: Documents) -> Iterator[PageStatus]:
    for (lang, page_id), document in documents.items():
        if lang == SOURCE_LANGUAGE:
            both = [documents.get((code, page_id)) for code in (SOURCE_LANGUAGE, "en")]
            figures = {each.lang: measure(each) for each in both if each}
            ease = {code: round(found.ease) for code, found in figures.items() if found}
            yield PageStatus(page_id, document.meta["checked"], ease)
