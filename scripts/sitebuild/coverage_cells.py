"""What do we know per region and subject? Joins what may be shown of both files; no words.

An organisation counts in every region that names it. What it says makes a "yes" and never a "no":
that one organisation does not help somebody says nothing of its neighbours.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitebuild.coverage import COUNTRY, GROUPS, SUBJECTS, CoverageFile, Statement, Value
from sitebuild.model import Directory, Region, Source
from sitebuild.publishing import (
    YEARS_A_CHECK_COUNTS,
    YEARS_A_SOURCE_COUNTS,
    PublishedDatum,
    PublishedOrganisation,
    State,
    years_before,
)
from sitebuild.region_schema import LIFE_DOMAINS
from sitebuild.values import earliest_day

# Help after trafficking or violence only is no help for every sex worker who asks.
NOT_FOR_EVERYBODY = ("support", "shelter", "helpline")
# A "yes" or "no" needs one of these; a newspaper alone leaves it unknown.
OFFICIAL = ("register", "own_page", "public_document")
# What organisations say of whom they help -> the subjects it answers.
GROUPS_MEANT: Mapping[str, tuple[str, ...]] = {
    "women": ("women",),
    "men": ("men",),
    "trans": ("trans",),
    "everyone": ("women", "men", "trans"),
    "youth": ("under-23",),
    "no-residence-permit": ("no-residence-permit",),
}


@dataclass(frozen=True)
class Evidence:
    """Who says what: an organisation of itself, or sources of coverage.yml (then no organisation).

    `as_of` is the day it dates from, '' when undated; `checked` says that one of us asked.
    """

    value: Value
    sources: tuple[Source, ...]
    as_of: str
    checked: bool
    organisation: str = ""  # its name
    lang: str = ""  # of that name


@dataclass(frozen=True)
class Cell:
    """What is known of a subject in a region; `older` once was said and is too old to count."""

    region: str
    subject: str
    value: Value = Value.UNKNOWN
    evidence: tuple[Evidence, ...] = ()
    older: tuple[Evidence, ...] = ()

    @property
    def known(self) -> bool:
        """Say whether there is any answer."""
        return self.value is not Value.UNKNOWN


@dataclass(frozen=True)
class Coverage:
    """All cells by region (or `all`) and subject, and which subjects the tables show."""

    cells: Mapping[tuple[str, str], Cell]
    kinds: Mapping[str, tuple[str, ...]]

    @property
    def subjects(self) -> tuple[str, ...]:
        """Every subject of the tables."""
        return tuple(subject for subjects in self.kinds.values() for subject in subjects)

    def known(self, region: str) -> int:
        """Return for how many subjects of the tables there is an answer in a region."""
        return sum(self.cells[region, subject].known for subject in self.subjects)


def coverage(
    directory: Directory,
    published: Mapping[str, PublishedOrganisation],
    file: CoverageFile,
    languages: Sequence[str],
    today: date,
) -> Coverage:
    """Return what is known of every region and of the country; `languages` are always shown."""
    stated = {(each.region, subject): each for each in file.statements for subject in each.subjects}
    places = {region.id: helpers(region, published) for region in directory.regions}
    cells = {
        (place, subject): _cell(
            place,
            subject,
            tuple(_said(own, subject)),
            _stated(stated.get((place, subject)), directory.sources, today),
        )
        for place, own in {COUNTRY: (), **places}.items()
        for subject in SUBJECTS
    }
    met = {subject for (_, subject), cell in cells.items() if cell.evidence or cell.older}
    beside = [each for each in SUBJECTS if each not in (*LIFE_DOMAINS, *GROUPS)]
    spoken = tuple(each for each in beside if each in languages or each in met)
    return Coverage(cells, {"domains": LIFE_DOMAINS, "groups": GROUPS, "languages": spoken})


def helpers(
    region: Region, published: Mapping[str, PublishedOrganisation]
) -> tuple[PublishedOrganisation, ...]:
    """Return who counts in a region: its organisations, its GGDs and its centre municipality."""
    shown = (published[name] for name in region.named)
    return tuple(each for each in shown if each.kind not in NOT_FOR_EVERYBODY)


def says(organisation: PublishedOrganisation, subject: str) -> PublishedDatum | None:
    """Return what an organisation says of itself that makes a subject a yes."""
    for field in ("life_domains", "languages"):
        datum = organisation.traits.get(field)
        if datum and subject in datum.values:
            return datum
    return _names_group(organisation, "for_whom", subject)


def denies(organisation: PublishedOrganisation, subject: str) -> PublishedDatum | None:
    """Return where an organisation says that it is not for a group."""
    return _names_group(organisation, "not_for", subject)


def _names_group(
    organisation: PublishedOrganisation, field: str, subject: str
) -> PublishedDatum | None:
    datum = organisation.traits.get(field)
    meant = {
        each for code in (datum.values if datum else ()) for each in GROUPS_MEANT.get(code, ())
    }
    return datum if subject in meant else None


def is_current(statement: Statement, sources: Mapping[str, Source], today: date) -> bool:
    """Say whether a statement still counts; a gap does until somebody changes it."""
    if statement.value is Value.GAP:
        return True
    if statement.checked:
        return date.fromisoformat(statement.checked) >= years_before(today, YEARS_A_CHECK_COUNTS)
    first = years_before(today, YEARS_A_SOURCE_COUNTS).isoformat()
    known = [sources[key] for key in statement.sources]
    return any(
        each.kind in OFFICIAL and not each.old and each.date and earliest_day(each.date) >= first
        for each in known
    )


def outdated_statements(
    file: CoverageFile, sources: Mapping[str, Source], today: date
) -> Iterator[Statement]:
    """Yield the statements that are too old to count: somebody has to ask again."""
    yield from (each for each in file.statements if not is_current(each, sources, today))


@dataclass(frozen=True)
class _Stated:
    """A statement of coverage.yml as evidence, and whether it still counts."""

    evidence: Evidence
    current: bool


def _cell(region: str, subject: str, said: tuple[Evidence, ...], stated: _Stated | None) -> Cell:
    if stated and stated.current:
        return Cell(region, subject, stated.evidence.value, (stated.evidence, *said))
    older = (stated.evidence,) if stated else ()
    return Cell(region, subject, Value.YES if said else Value.UNKNOWN, said, older)


def _said(organisations: Sequence[PublishedOrganisation], subject: str) -> Iterator[Evidence]:
    for each in organisations:
        if datum := says(each, subject):
            checked = datum.state is State.CONFIRMED
            yield Evidence(Value.YES, datum.sources, datum.as_of, checked, each.name, each.lang)


def _stated(
    statement: Statement | None, sources: Mapping[str, Source], today: date
) -> _Stated | None:
    if statement is None:
        return None
    known = tuple(sources[key] for key in statement.sources)
    day = statement.checked or max((each.date for each in known), default="")
    evidence = Evidence(statement.value, known, day, bool(statement.checked))
    return _Stated(evidence, is_current(statement, sources, today))
