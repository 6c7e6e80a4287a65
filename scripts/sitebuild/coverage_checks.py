"""Does coverage.yml fit the other files? Nothing there may contradict regions.yml in silence."""

from collections.abc import Iterator, Mapping
from datetime import date

from sitebuild.coverage import (
    COUNTRY,
    COVERAGE_NAME,
    CoverageFile,
    Statement,
    Value,
    field_of,
)
from sitebuild.coverage_cells import denies, helpers, is_current, says
from sitebuild.model import Directory
from sitebuild.problems import Problem, did_you_mean
from sitebuild.publishing import PublishedDatum, PublishedOrganisation
from sitebuild.regions import REGIONS_NAME

Published = Mapping[str, PublishedOrganisation]


def wrong_coverage(
    file: CoverageFile, directory: Directory, published: Published, today: date
) -> Iterator[Problem]:
    """Yield every statement and tile that does not fit regions.yml or sources.yml."""
    regions = [each.id for each in directory.regions]
    for statement in file.statements:
        if statement.region not in (COUNTRY, *regions):
            yield _unknown(statement, "region", statement.region, (COUNTRY, *regions))
            continue
        yield from _wrong_sources(statement, directory)
        yield from _contradictions(statement, directory, published, today)
    yield from _wrong_tiles(file, regions)


def _unknown(statement: Statement, field: str, found: str, known: tuple[str, ...]) -> Problem:
    message = "This is not known in regions.yml."
    remedy = f"Mend the id.{did_you_mean(found, known)}"
    where = field_of(statement, field)
    return Problem(COVERAGE_NAME, statement.line, where, found, message, remedy)


def _wrong_sources(statement: Statement, directory: Directory) -> Iterator[Problem]:
    sources, field = directory.sources, field_of(statement, "sources")
    unknown = [key for key in statement.sources if key not in sources]
    for key in unknown:
        remedy = f"Add it to sources.yml.{did_you_mean(key, sources)}"
        yield Problem(COVERAGE_NAME, statement.line, field, key, "Unknown source.", remedy)
    dated = [key for key in statement.sources if key in sources and sources[key].date]
    if not unknown and not dated and not statement.checked:
        message = "None of these sources has a date, so nobody can see how old this is."
        remedy = "Name a source with a date, or ask the region and add checked and checked_by."
        found = ", ".join(statement.sources)
        yield Problem(COVERAGE_NAME, statement.line, field, found, message, remedy)


def _contradictions(
    statement: Statement, directory: Directory, published: Published, today: date
) -> Iterator[Problem]:
    if any(key not in directory.sources for key in statement.sources):
        return
    current = is_current(statement, directory.sources, today)
    opposed = _opposed(statement, directory, published) if current else {}
    for name, datum in opposed.items():
        if name not in statement.despite:
            other = "says that it is" if statement.value is not Value.YES else "says it is not"
            place = f"{REGIONS_NAME}, line {datum.line}"
            said = f"{published[name].name} {other} for these people or things ({place})"
            message = f"regions.yml says the opposite: {said}."
            remedy = f"Mend one of the two. Are both true? Add: despite: [{name}]."
            field = field_of(statement, "value")
            yield Problem(COVERAGE_NAME, statement.line, field, statement.value, message, remedy)
    for name in statement.despite:
        if current and name not in opposed:
            message = "This organisation does not say the opposite here, or not in a way we show."
            field, remedy = field_of(statement, "despite"), "Remove it."
            yield Problem(COVERAGE_NAME, statement.line, field, name, message, remedy)


def _opposed(
    statement: Statement, directory: Directory, published: Published
) -> dict[str, PublishedDatum]:
    """Return which organisations of the region say the opposite, and where."""
    if statement.region == COUNTRY:
        return {}  # a finding on the whole country may differ from one place
    speaks = denies if statement.value is Value.YES else says
    own = helpers(directory.region(statement.region), published)
    found = ((each.id, speaks(each, subject)) for each in own for subject in statement.subjects)
    return {name: datum for name, datum in found if datum}


def _wrong_tiles(file: CoverageFile, regions: list[str]) -> Iterator[Problem]:
    if not file.tiles:
        return  # the file itself is faulty and says so
    for region in regions:
        if region not in file.tiles:
            message, remedy = "This region has no place on the map.", "Add it with column and row."
            yield Problem(COVERAGE_NAME, 1, "tiles", region, message, remedy)
    tiles = list(file.tiles.values())
    for number, tile in enumerate(tiles):
        field = f"tiles.{tile.region}"
        if tile.region not in regions:
            remedy = f"Mend the id.{did_you_mean(tile.region, regions)}"
            message = "This is not known in regions.yml."
            yield Problem(COVERAGE_NAME, tile.line, field, tile.region, message, remedy)
        for other in tiles[:number]:
            if abs(other.column - tile.column) < 1 and abs(other.row - tile.row) < 1:
                message = f"This tile lies over the one of {other.region}."
                found = f"{tile.column:g}, {tile.row:g}"
                remedy = "Move one of them."
                yield Problem(COVERAGE_NAME, tile.line, field, found, message, remedy)
