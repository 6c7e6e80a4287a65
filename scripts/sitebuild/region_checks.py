"""Do the parts of regions.yml and sources.yml fit together?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from sitebuild.model import Datum, Directory, Organisation, Region, Source
from sitebuild.problems import Problem, did_you_mean
from sitebuild.values import check_partial_date, earliest_day

REGIONS_NAME = "regions.yml"
SOURCES_NAME = "sources.yml"


def cross_checks(
    directory: Directory,
    organisations: Sequence[Organisation],
    today: date,
    cited: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield every doubled, unknown or unused name, and every impossible check date.

    `organisations` is the list as it stands in the file, doubles included; `cited` are the
    sources that pages, facts and notices name.
    """
    yield from _doubled_organisations(organisations)
    yield from _doubled_regions(directory.regions)
    yield from _doubled_municipalities(directory.regions)
    yield from _unknown_organisations(directory)
    yield from _unused_organisations(directory)
    yield from _wrong_kinds(directory)
    yield from _repeated_organisations(directory)
    yield from _wrong_sources(directory, today, cited)
    yield from _wrong_other_regions(directory)
    for organisation in directory.organisations.values():
        yield from _wrong_data(organisation, today)
        yield from _repeated_values(organisation)


def all_data(organisation: Organisation) -> Iterator[tuple[str, Datum]]:
    """Yield every datum of an organisation with the name of its field, nested ones too."""
    where = f"organisations[{organisation.id}]"
    parts = (*organisation.contacts, *organisation.traits.values())
    for datum in (*parts, *organisation.before_you_call.values()):
        yield f"{where}.{datum.field}", datum
        for nested in (datum.hours, datum.price):
            if nested:
                yield f"{where}.{datum.field}.{nested.field}", nested


def _doubles(named: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    first: dict[str, int] = {}
    for name, line in named:
        if name and name in first:
            yield name, line, first[name]
        first.setdefault(name, line)


def _doubled_organisations(organisations: Sequence[Organisation]) -> Iterator[Problem]:
    for name, line, first in _doubles((each.id, each.line) for each in organisations):
        message = f"Two organisations have this id; the first is on line {first}."
        yield Problem(REGIONS_NAME, line, "organisations.id", name, message, "Rename one of them.")


def _doubled_regions(regions: Sequence[Region]) -> Iterator[Problem]:
    for name, line, first in _doubles((each.id, each.line) for each in regions):
        message = f"Two regions have this id; the first is on line {first}."
        yield Problem(REGIONS_NAME, line, "regions.id", name, message, "Rename one of them.")


def _doubled_municipalities(regions: Sequence[Region]) -> Iterator[Problem]:
    listed = [each for region in regions for each in region.municipalities]
    by_code = list(_doubles((each.code, each.line) for each in listed))
    told = {line for _, line, _ in by_code}
    by_name = _doubles((each.name, each.line) for each in listed)
    for name, line, first in (*by_code, *(each for each in by_name if each[1] not in told)):
        message = f"This municipality stands twice; the first is on line {first}."
        remedy = "Keep it in one region only."
        yield Problem(REGIONS_NAME, line, "regions.municipalities", name, message, remedy)


def _named_organisations(directory: Directory) -> Iterator[tuple[str, int, str]]:
    for region in directory.regions:
        yield region.centre, region.centre_line, f"regions[{region.id}].centre"
        for membership in region.organisations:
            field = f"regions[{region.id}].organisations"
            yield membership.organisation, membership.line, field
        for each in region.municipalities:
            yield each.ggd, each.line, f"regions[{region.id}].municipalities[{each.name}].ggd"


def _unknown_organisations(directory: Directory) -> Iterator[Problem]:
    known = directory.organisations
    for name, line, field in _named_organisations(directory):
        if name and name not in known:
            remedy = f"Use the id of an organisation.{did_you_mean(name, known)}"
            yield Problem(REGIONS_NAME, line, field, name, "There is no such organisation.", remedy)
    for national in directory.national_lines:
        name = national.organisation
        if name and not (name in known and known[name].national):
            remedy = f"Use an organisation with 'national: true'.{did_you_mean(name, known)}"
            message = "This is no national organisation."
            yield Problem(REGIONS_NAME, national.line, "national_lines", name, message, remedy)


def _wrong_kinds(directory: Directory) -> Iterator[Problem]:
    """Yield a GGD that is none, and a centre that is no municipality."""
    for region in directory.regions:
        named = [(region.centre, region.centre_line, "municipality", "centre")]
        named += [(each.ggd, each.line, "ggd", each.name) for each in region.municipalities]
        for name, line, kind, where in named:
            organisation = directory.organisations.get(name)
            if organisation and organisation.kind != kind:
                message = f"This organisation is of kind '{organisation.kind}', not '{kind}'."
                field = f"regions[{region.id}].{where}"
                yield Problem(REGIONS_NAME, line, field, name, message, "Name the right one.")


def _repeated_organisations(directory: Directory) -> Iterator[Problem]:
    lists = {
        f"regions[{region.id}].organisations": [
            (each.organisation, each.line) for each in region.organisations
        ]
        for region in directory.regions
    }
    lists["national_lines"] = [(each.organisation, each.line) for each in directory.national_lines]
    for field, named in lists.items():
        for name, line, first in _doubles(named):
            message = f"This organisation stands twice here; the first is on line {first}."
            yield Problem(REGIONS_NAME, line, field, name, message, "Keep one of the two.")


def _repeated_values(organisation: Organisation) -> Iterator[Problem]:
    contacts = ((f"{each.field} {each.value}", each.line) for each in organisation.contacts)
    for name, line, _ in _doubles(contacts):
        field, _, value = name.partition(" ")
        where = f"organisations[{organisation.id}].{field}"
        message = "This contact stands twice."
        yield Problem(REGIONS_NAME, line, where, value, message, "Keep one of the two.")
    for field, datum in all_data(organisation):
        for values in (datum.values, datum.sources):
            for name, line, _ in _doubles((each, datum.line) for each in values):
                message = "This word stands twice."
                yield Problem(REGIONS_NAME, line, field, name, message, "Keep one of the two.")


def _unused_organisations(directory: Directory) -> Iterator[Problem]:
    used = {name for name, _, _ in _named_organisations(directory)}
    used |= {national.organisation for national in directory.national_lines}
    for organisation in directory.organisations.values():
        if organisation.id and organisation.id not in used:
            remedy = "Name it in a region or in national_lines, or remove it."
            message = "No region and no national line names this organisation."
            field = "organisations.id"
            yield Problem(REGIONS_NAME, organisation.line, field, organisation.id, message, remedy)


def _used_sources(directory: Directory) -> Iterator[tuple[str, int, str]]:
    for organisation in directory.organisations.values():
        for field, datum in all_data(organisation):
            yield from ((key, datum.line, field) for key in datum.sources)
    for region in directory.regions:
        where = f"regions[{region.id}]"
        for membership in region.organisations:
            yield from ((key, membership.line, where) for key in membership.sources)
        for municipality in region.municipalities:
            yield from ((key, municipality.line, where) for key in municipality.sources)


def _wrong_sources(directory: Directory, today: date, cited: Collection[str]) -> Iterator[Problem]:
    used: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for key, line, field in _used_sources(directory):
        used[key].append((line, field))
    known = directory.sources
    for key in used.keys() - known.keys():
        remedy = f"Add it to {SOURCES_NAME}.{did_you_mean(key, known)}"
        for line, field in used[key]:
            yield Problem(REGIONS_NAME, line, f"{field}.sources", key, "Unknown source.", remedy)
    for source in known.values():
        if source.key not in used and source.key not in cited:
            message = "Nothing names this source."
            yield Problem(SOURCES_NAME, source.line, source.key, "", message, "Remove or use it.")
        if is_future(source.date, today):
            message, field = "This date lies in the future.", f"{source.key}.date"
            yield Problem(SOURCES_NAME, source.line, field, source.date, message, "Mend the date.")
        yield from _wrong_owner(source, directory)


def is_future(day: str, today: date) -> bool:
    """Say whether a YYYY, YYYY-MM or YYYY-MM-DD begins after today; a wrong one does not."""
    return check_partial_date(day) is None and earliest_day(day) > today.isoformat()


def _wrong_owner(source: Source, directory: Directory) -> Iterator[Problem]:
    field, line, owner = f"{source.key}.owner", source.owner_line, source.owner
    if source.kind == "own_page" and owner not in directory.organisations:
        remedy = f"Add 'owner:'.{did_you_mean(owner, directory.organisations)}"
        message = "An own page needs the id of the organisation whose page it is."
        yield Problem(SOURCES_NAME, line, field, owner, message, remedy)
    if source.kind != "own_page" and owner:
        message = "Only an own page has an owner."
        yield Problem(SOURCES_NAME, line, field, owner, message, "Remove the owner.")


def _wrong_other_regions(directory: Directory) -> Iterator[Problem]:
    known = {region.id for region in directory.regions}
    for region in directory.regions:
        for each in region.municipalities:
            others = known - {region.id}
            if each.other_region and each.other_region not in others:
                field = f"regions[{region.id}].municipalities[{each.name}].other_region"
                remedy = f"Use the id of another region.{did_you_mean(each.other_region, others)}"
                message = "There is no such other region."
                found = each.other_region
                yield Problem(REGIONS_NAME, each.line, field, found, message, remedy)


def _wrong_data(organisation: Organisation, today: date) -> Iterator[Problem]:
    for field, datum in all_data(organisation):
        if (datum.checked is None) != (not datum.checked_by):
            message = "A check needs both 'checked' (the day) and 'checked_by' (initials)."
            yield Problem(REGIONS_NAME, datum.line, field, "", message, "Add the other one.")
        if datum.checked and datum.checked > today:
            message = "This check lies in the future."
            found = datum.checked.isoformat()
            yield Problem(REGIONS_NAME, datum.line, field, found, message, "Mend the date.")
        if is_future(datum.dated, today):
            message = "This date lies in the future."
            yield Problem(REGIONS_NAME, datum.line, field, datum.dated, message, "Mend the date.")
