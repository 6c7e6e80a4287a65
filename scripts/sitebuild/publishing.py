"""What may be shown? Derives the state of every datum and builds what pages may use.

Only this room sees withheld values; rendering gets `Published...` values, which cannot
hold one. The rule: design of the site, "the publishing rule" (README, "How a number gets
on the site").
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sitebuild.model import Datum, Directory, Organisation, Source
from sitebuild.values import earliest_day

YEARS_A_SOURCE_COUNTS = 3
YEARS_A_CHECK_COUNTS = 1
DAYS_BEFORE_RECHECK = 183  # six months
CODE_FILES = "code-files"
SOURCE_RANK = {"register": 3, "own_page": 3, "public_page": 2, "public_document": 1, "code_file": 0}


class State(StrEnum):
    """How sure a datum is."""

    CONFIRMED = "confirmed"
    SOURCED = "sourced"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class PublishedDatum:
    """A datum that may be shown, with its best source and the day that dates from, or ''."""

    field: str
    values: tuple[str, ...]
    line: int
    state: State
    desk: str
    as_of: str
    source: Source
    sources: tuple[Source, ...]
    hours: str = ""
    price: str = ""

    @property
    def value(self) -> str:
        """The only value of a datum that has one."""
        return self.values[0]


@dataclass(frozen=True)
class PublishedOrganisation:
    """An organisation with only what may be shown."""

    id: str
    name: str
    kind: str
    lang: str
    line: int
    contacts: tuple[PublishedDatum, ...]
    traits: Mapping[str, PublishedDatum]
    before_you_call: Mapping[str, PublishedDatum]
    withheld: tuple[str, ...] = ()  # names of fields of which something is not shown; no values

    @property
    def reachable(self) -> bool:
        """Whether one can call, write, chat or walk in; a website alone does not count."""
        return any(datum.field != "website" for datum in self.contacts)

    def of(self, field: str) -> tuple[PublishedDatum, ...]:
        """Return the contacts of one field, such as 'phone'."""
        return tuple(datum for datum in self.contacts if datum.field == field)


def years_before(today: date, years: int) -> date:
    """Return the same day some years earlier (28 February for 29 February)."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)


def state_of(
    datum: Datum, organisation: Organisation, sources: Mapping[str, Source], today: date
) -> State:
    """Return whether a datum is confirmed, sourced or withheld on a day."""
    if datum.hold:
        return State.WITHHELD
    if datum.checked:
        fresh = datum.checked >= years_before(today, YEARS_A_CHECK_COUNTS)
        return State.CONFIRMED if fresh else State.WITHHELD
    known = [sources[key] for key in datum.sources]
    proven = any(_is_proof(source, datum, organisation, today) for source in known)
    if proven or _agree(known, datum, organisation, today):
        return State.SOURCED
    return State.WITHHELD


def needs_recheck(checked: date, today: date) -> bool:
    """Say whether a check of ours is more than half a year old."""
    return today - checked > timedelta(DAYS_BEFORE_RECHECK)


def _is_proof(source: Source, datum: Datum, organisation: Organisation, today: date) -> bool:
    """An official register, or the organisation's own page, of the last three years."""
    if source.old:
        return False
    if source.kind == "own_page" and source.owner == organisation.id and not source.date:
        return True
    proves = source.kind == "register" or (
        source.kind == "own_page" and source.owner == organisation.id
    )
    return proves and _is_recent(source, datum, today)


def _is_recent(source: Source, datum: Datum, today: date) -> bool:
    day = datum.dated if source.kind == "register" and datum.dated else source.date
    if not day:
        return False
    return date.fromisoformat(earliest_day(day)) >= years_before(today, YEARS_A_SOURCE_COUNTS)


def _agree(known: Iterable[Source], datum: Datum, organisation: Organisation, today: date) -> bool:
    """Two independent sources: one of them recent, or the organisation is national.

    Public code files copy from one another, so all of them together count as one.
    """
    sources = list(known)
    lineages = {_lineage(source) for source in sources}
    recent = any(_is_recent(source, datum, today) and not source.old for source in sources)
    return len(lineages) >= 2 and (organisation.national or recent)


def _lineage(source: Source) -> str:
    return CODE_FILES if source.kind == "code_file" else source.lineage or source.key


def publish(directory: Directory, today: date) -> dict[str, PublishedOrganisation]:
    """Return every organisation by id, with only the data that may be shown today."""
    return {
        organisation.id: _publish(organisation, directory.sources, today)
        for organisation in directory.organisations.values()
    }


def _publish(
    organisation: Organisation, sources: Mapping[str, Source], today: date
) -> PublishedOrganisation:
    def show(data: Iterable[Datum]) -> Iterator[PublishedDatum]:
        for datum in data:
            if shown := _publish_datum(datum, organisation, sources, today):
                yield shown

    def show_named(data: Mapping[str, Datum]) -> dict[str, PublishedDatum]:
        return {datum.field: datum for datum in show(data.values())}

    data = (
        *organisation.contacts,
        *organisation.traits.values(),
        *organisation.before_you_call.values(),
    )
    withheld = (
        datum.field
        for datum in data
        if state_of(datum, organisation, sources, today) is State.WITHHELD
    )
    return PublishedOrganisation(
        id=organisation.id,
        name=organisation.name,
        kind=organisation.kind,
        lang=organisation.lang,
        line=organisation.line,
        contacts=tuple(show(organisation.contacts)),
        traits=show_named(organisation.traits),
        before_you_call=show_named(organisation.before_you_call),
        withheld=tuple(dict.fromkeys(withheld)),
    )


def _publish_datum(
    datum: Datum, organisation: Organisation, sources: Mapping[str, Source], today: date
) -> PublishedDatum | None:
    state = state_of(datum, organisation, sources, today)
    if state is State.WITHHELD:
        return None
    nested = {
        part.field: part.value
        for part in (datum.hours, datum.price)
        if part and state_of(part, organisation, sources, today) is not State.WITHHELD
    }
    known = tuple(sources[key] for key in datum.sources)
    best = _best(known)
    return PublishedDatum(
        field=datum.field,
        values=datum.values,
        line=datum.line,
        state=state,
        desk=datum.desk,
        as_of=_as_of(datum, best),
        source=best,
        sources=known,
        hours=nested.get("hours", ""),
        price=nested.get("price", ""),
    )


def _as_of(datum: Datum, source: Source) -> str:
    """Return the day of the check, or the day that the best source dates from."""
    if datum.checked:
        return datum.checked.isoformat()
    return datum.dated or source.date


def _best(sources: Iterable[Source]) -> Source:
    """Return the source to name on the page: official or own ones first, then the newest."""
    return max(sources, key=lambda each: (SOURCE_RANK[each.kind], each.date))
