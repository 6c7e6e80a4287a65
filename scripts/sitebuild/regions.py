"""What does regions.yml say? Reads it with sources.yml; knows no language and no MkDocs.

Reading is forgiving (a missing field becomes empty) so that the checks of region_checks.py
can run over a faulty file too and an editor gets every problem in one list. Nothing faulty
leaves this room: `load_directory` returns no directory when there is any problem.
"""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from sitebuild.model import (
    Datum,
    Directory,
    Membership,
    Municipality,
    NationalLine,
    Organisation,
    Region,
    Source,
)
from sitebuild.problems import Problem
from sitebuild.reading import (
    line_of,
    named_records_of,
    records_of,
    scalars_of,
    text_of,
    texts_of,
)
from sitebuild.region_checks import cross_checks
from sitebuild.region_schema import (
    BEFORE_YOU_CALL,
    CONTACT_FIELDS,
    SOURCES_FILE,
    TRAIT_FIELDS,
    regions_file,
)
from sitebuild.schema import Record, check_node
from sitebuild.strict_yaml import Mapping, Node, Scalar, read_yaml
from sitebuild.values import check_date

REGIONS_NAME = "regions.yml"
SOURCES_NAME = "sources.yml"


def load_directory(
    root: Path, today: date, languages: tuple[str, ...], cited: Collection[str] = ()
) -> tuple[Directory | None, tuple[Problem, ...]]:
    """Read both files under `root`; return the directory, or None with every problem found.

    `today` is needed because nobody can have checked a number tomorrow; `languages` are the
    codes in which a region may have a text of its own; `cited` are the sources that pages,
    facts and notices name.
    """
    regions, problems = _read(root, REGIONS_NAME, regions_file(languages))
    sources, more = _read(root, SOURCES_NAME, SOURCES_FILE)
    problems += more
    if regions is None or sources is None:
        return None, problems
    directory = _directory(regions, sources)
    problems += tuple(cross_checks(directory, _organisation_list(regions), today, cited))
    return (None if problems else directory), problems


def _read(root: Path, name: str, kind: Record) -> tuple[Mapping | None, tuple[Problem, ...]]:
    tree, problems = read_yaml(root / name, name)
    if tree is None:
        return None, problems
    problems += tuple(check_node(tree, kind, name.removesuffix(".yml"), name))
    return (tree if isinstance(tree, Mapping) else None), problems


def _directory(regions: Mapping, sources: Mapping) -> Directory:
    organisations = {each.id: each for each in reversed(_organisation_list(regions))}
    lines = (
        NationalLine(text_of(node, "organisation"), text_of(node, "group"), node.line)
        for node in records_of(regions, "national_lines")
    )
    return Directory(
        organisations=dict(reversed(organisations.items())),
        national_lines=tuple(lines),
        regions=tuple(_region(node) for node in records_of(regions, "regions")),
        sources={
            key.text: _source(key, node) for key, node in named_records_of(sources, "sources")
        },
    )


def _organisation_list(regions: Mapping) -> tuple[Organisation, ...]:
    return tuple(_organisation(node) for node in records_of(regions, "organisations"))


def _source(key: Scalar, node: Mapping) -> Source:
    return Source(
        key=key.text,
        title=text_of(node, "title"),
        kind=text_of(node, "kind"),
        line=key.line,
        owner=text_of(node, "owner"),
        owner_line=line_of(node, "owner") or node.line,
        url=text_of(node, "url"),
        date=text_of(node, "date"),
        old=text_of(node, "old") == "true",
        lineage=text_of(node, "lineage"),
        lang=text_of(node, "lang") or "nl",
    )


def _organisation(node: Mapping) -> Organisation:
    return Organisation(
        id=text_of(node, "id"),
        name=text_of(node, "name"),
        kind=text_of(node, "kind"),
        line=node.line,
        national=text_of(node, "national") == "true",
        lang=text_of(node, "lang") or "nl",
        contacts=tuple(_contacts(node)),
        traits=dict(_traits(node, tuple(each.name for each in TRAIT_FIELDS))),
        before_you_call=dict(_traits(node.get("before_you_call"), BEFORE_YOU_CALL)),
    )


def _contacts(node: Mapping) -> Iterator[Datum]:
    for each in CONTACT_FIELDS:
        for item in records_of(node, each.name):
            yield _datum(each.name, item)


def _traits(node: Node | None, names: tuple[str, ...]) -> Iterator[tuple[str, Datum]]:
    for name in names:
        child = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(child, Mapping):
            yield name, _datum(name, child)


def _datum(field: str, node: Mapping) -> Datum:
    checked = text_of(node, "checked")
    is_day = check_date(checked) is None
    nested = {name: node.get(name) for name in ("hours", "price")}
    parts = {
        name: _datum(name, child) for name, child in nested.items() if isinstance(child, Mapping)
    }
    return Datum(
        field=field,
        values=texts_of(node, "values") or (text_of(node, "value"),),
        line=node.line,
        sources=texts_of(node, "sources"),
        dated=text_of(node, "dated"),
        checked=date.fromisoformat(checked) if is_day else None,
        # A day that is none is told by its own check; here it must not count as half a check.
        checked_by=text_of(node, "checked_by") if is_day or not checked else "",
        hold=text_of(node, "hold"),
        desk=text_of(node, "desk") or "general",
        hours=parts.get("hours"),
        price=parts.get("price"),
    )


def _region(node: Mapping) -> Region:
    return Region(
        id=text_of(node, "id"),
        name=text_of(node, "name"),
        centre=text_of(node, "centre"),
        line=node.line,
        centre_line=line_of(node, "centre"),
        womens_shelter_regions=texts_of(node, "womens_shelter_regions"),
        organisations=tuple(_membership(item) for item in records_of(node, "organisations")),
        named_in_2021=texts_of(node, "named_in_2021"),
        text={key: child.text for key, child in scalars_of(node.get("text"))},
        municipalities=tuple(_municipality(item) for item in records_of(node, "municipalities")),
    )


def _membership(node: Mapping) -> Membership:
    return Membership(
        text_of(node, "id"), texts_of(node, "sources"), node.line, text_of(node, "hold")
    )


def _municipality(node: Mapping) -> Municipality:
    return Municipality(
        name=text_of(node, "name"),
        code=text_of(node, "code"),
        ggd=text_of(node, "ggd"),
        boundary=text_of(node, "boundary"),
        line=node.line,
        sources=texts_of(node, "sources"),
        duvo=text_of(node, "duvo"),
        other_region=text_of(node, "other_region"),
    )
