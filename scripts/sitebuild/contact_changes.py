"""What changes for visitors in regions.yml? Compares two directories, datum by datum.

A datum that may not be shown leaves this room without its value: only that there is one, and
why it is not shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitebuild.model import Datum, Directory, Organisation, Region
from sitebuild.publishing import PublishedDatum, State, publish

NATIONAL = ""  # stands for the whole country among the ids of regions
# Why something is not shown, or what an editor should ask herself.
HELD, OLD_CHECK, NO_PROOF, SAME_PROOF = "held", "old-check", "no-proof", "same-proof"


@dataclass(frozen=True)
class Face:
    """What a visitor sees of a datum: its text, '' when it is withheld, and how sure it is."""

    text: str
    state: State
    as_of: str = ""
    source: str = ""


@dataclass(frozen=True)
class ContactChange:
    """One datum before and after; None where it did not exist or exists no more.

    `regions` are ids of regions, NATIONAL for a national line; `line` is that of regions.yml as
    it is now, 0 when the datum is gone; `remark` is one of the codes above, or ''.
    """

    organisation: str
    name: str
    regions: tuple[str, ...]
    field: str
    before: Face | None
    after: Face | None
    line: int
    remark: str = ""

    @property
    def vanishes(self) -> bool:
        """Say whether visitors lose something they had."""
        return bool(self.before and self.before.text) and not (self.after and self.after.text)


@dataclass(frozen=True)
class PlaceChange:
    """That somebody or something belongs to a region since, or no longer."""

    region: str
    what: str
    name: str
    is_new: bool
    line: int


@dataclass(frozen=True)
class _Side:
    """One of the two states, with what may be shown of each datum."""

    directory: Directory
    today: date
    shown: Mapping[tuple[str, str, int, tuple[str, ...]], PublishedDatum]
    regions: Mapping[str, tuple[str, ...]]


def contact_changes(before: Directory, after: Directory, today: date) -> list[ContactChange]:
    """Return every datum that is not for visitors what it was, and every edit of a withheld one."""
    old, new = _side(before, today), _side(after, today)
    names = dict.fromkeys((*after.organisations, *before.organisations))
    return [change for name in names for change in _changes(name, old, new)]


def place_changes(before: Directory, after: Directory) -> list[PlaceChange]:
    """Return who helps, and which municipalities belong, in another region than before."""
    old, new = dict(_places(before)), dict(_places(after))
    gone = [PlaceChange(*key, is_new=False, line=0) for key in old if key not in new]
    come = [PlaceChange(*key, is_new=True, line=new[key]) for key in new if key not in old]
    return gone + come


def regions_of(directory: Directory) -> dict[str, tuple[str, ...]]:
    """Return on which regions' pages each organisation stands; NATIONAL for national lines."""
    found: dict[str, list[str]] = {}
    for line in directory.national_lines:
        found.setdefault(line.organisation, []).append(NATIONAL)
    for region in directory.regions:
        for name in region.named:
            found.setdefault(name, []).append(region.id)
    return {name: tuple(regions) for name, regions in found.items()}


def _side(directory: Directory, today: date) -> _Side:
    shown = {
        (name, each.field, each.line, each.values): each
        for name, organisation in publish(directory, today).items()
        for part in (organisation.traits.values(), organisation.before_you_call.values())
        for each in (*organisation.contacts, *part)
    }
    return _Side(directory, today, shown, regions_of(directory))


def _changes(name: str, old: _Side, new: _Side) -> Iterator[ContactChange]:
    before, after = old.directory.organisations.get(name), new.directory.organisations.get(name)
    now = after or before
    where = new.regions.get(name) or old.regions.get(name, ())
    for mine, theirs in _pairs(_data(before), _data(after)):
        was, is_now = _face(name, mine, old), _face(name, theirs, new)
        known = theirs or mine
        if now is None or known is None or (was == is_now and _as_typed(mine) == _as_typed(theirs)):
            continue
        if was == is_now and was and was.text:
            continue  # another source or note that no visitor sees
        line = theirs.line if theirs else 0
        remark = _remark(mine, theirs, is_now)
        yield ContactChange(name, now.name, where, known.field, was, is_now, line, remark)


def _data(organisation: Organisation | None) -> tuple[Datum, ...]:
    if organisation is None:
        return ()
    named = (*organisation.traits.values(), *organisation.before_you_call.values())
    return (*organisation.contacts, *named)


def _pairs(
    before: Sequence[Datum], after: Sequence[Datum]
) -> Iterator[tuple[Datum | None, Datum | None]]:
    """Yield which datum became which: equal values first, then the same desk, then in order."""
    old, new = list(before), list(after)
    for same in (_by_value, _by_desk, _by_field):
        for mine in tuple(old):
            theirs = next((each for each in new if same(each) == same(mine)), None)
            if theirs:
                old.remove(mine)
                new.remove(theirs)
                yield mine, theirs
    yield from ((mine, None) for mine in old)
    yield from ((None, theirs) for theirs in new)


def _by_value(datum: Datum) -> tuple[object, ...]:
    return datum.field, datum.desk, datum.values


def _by_desk(datum: Datum) -> tuple[object, ...]:
    return datum.field, datum.desk


def _by_field(datum: Datum) -> tuple[object, ...]:
    return (datum.field,)


def _face(name: str, datum: Datum | None, side: _Side) -> Face | None:
    if datum is None:
        return None
    shown = side.shown.get((name, datum.field, datum.line, datum.values))
    if shown is None:
        return Face("", State.WITHHELD)
    desk = "" if shown.desk == "general" else shown.desk
    parts = (", ".join(shown.values), desk, shown.hours, shown.price)
    text = "; ".join(part for part in parts if part)
    return Face(text, shown.state, shown.as_of, shown.source.title)


def _as_typed(datum: Datum | None) -> tuple[object, ...]:
    """Return what an editor can change of a datum, without its place in the file."""
    if datum is None:
        return ()
    proof = (datum.sources, datum.dated, datum.checked, datum.checked_by, datum.hold)
    return datum.values, datum.desk, proof, _as_typed(datum.hours), _as_typed(datum.price)


def _remark(before: Datum | None, after: Datum | None, face: Face | None) -> str:
    if after is None or face is None:
        return ""
    if face.state is State.WITHHELD:
        return HELD if after.hold else OLD_CHECK if after.checked else NO_PROOF
    if before and before.values != after.values and _proof(before) == _proof(after):
        return SAME_PROOF
    return ""


def _proof(datum: Datum) -> tuple[object, ...]:
    return frozenset(datum.sources), datum.dated, datum.checked


def _places(directory: Directory) -> Iterator[tuple[tuple[str, str, str], int]]:
    names = {each.id: each.name for each in directory.organisations.values()}
    for line in directory.national_lines:
        yield (NATIONAL, line.group, names[line.organisation]), line.line
    for region in directory.regions:
        yield from _places_of(region, names)


def _places_of(
    region: Region, names: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str], int]]:
    yield (region.id, "region", region.name), region.line
    yield (region.id, "centre", names[region.centre]), region.centre_line
    for each in region.members:
        yield (region.id, "organisation", names[each.organisation]), each.line
    for municipality in region.municipalities:
        yield (region.id, "municipality", municipality.name), municipality.line
        key = f"{names[municipality.ggd]}: {municipality.name}"
        yield (region.id, "ggd", key), municipality.line
