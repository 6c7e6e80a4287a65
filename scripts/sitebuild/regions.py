"""What does regions.yml say? Reads it with sources.yml; knows no language and no MkDocs.

Reading is forgiving (a missing field becomes empty) so that the checks of region_checks.py
can run over a faulty file too and an editor gets every problem in one list. Nothing faulty
leaves this room: `load_directory` returns no directory when there is any problem.
"""

from collections.abc import Iterator
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
from sitebuild.region_checks import cross_checks
from sitebuild.region_schema import (
    BEFORE_YOU_CALL,
    CONTACT_FIELDS,
    SOURCES_FILE,
    TRAIT_FIELDS,
    regions_file,
)
from sitebuild.schema import Record, check_node
from sitebuild.strict_yaml import Mapping, Node, Scalar, Sequence, read_yaml
from sitebuild.values import check_date

REGIONS_NAME = "regions.yml"
SOURCES_NAME = "sources.yml"


def load_directory(
    root: Path, today: date, languages: tuple[str, ...]
) -> tuple[Directory | None, tuple[Problem, ...]]:
    """Read both files under `root`; return the directory, or None with every problem found.

    `today` is needed because nobody can have checked a number tomorrow; `languages` are the
    codes in which a region may have a text of its own.
    """
    regions, problems = _read(root, REGIONS_NAME, regions_file(languages))
    sources, more = _read(root, SOURCES_NAME, SOURCES_FILE)
    problems += more
    if regions is None or sources is None:
        return None, problems
    directory = _directory(regions, sources)
    problems += tuple(cross_checks(directory, _organisation_list(regions), today))
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
        NationalLine(_text(node, "organisation"), _text(node, "group"), node.line)
        for node in _items(regions, "national_lines")
    )
    return Directory(
        organisations=dict(reversed(organisations.items())),
        national_lines=tuple(lines),
        regions=tuple(_region(node) for node in _items(regions, "regions")),
        sources={key.text: _source(key, node) for key, node in _pairs(sources, "sources")},
    )


def _organisation_list(regions: Mapping) -> tuple[Organisation, ...]:
    return tuple(_organisation(node) for node in _items(regions, "organisations"))


def _source(key: Scalar, node: Mapping) -> Source:
    return Source(
        key=key.text,
        title=_text(node, "title"),
        kind=_text(node, "kind"),
        line=key.line,
        owner=_text(node, "owner"),
        owner_line=_line(node, "owner") or node.line,
        url=_text(node, "url"),
        date=_text(node, "date"),
        old=_text(node, "old") == "true",
        lineage=_text(node, "lineage"),
    )


def _organisation(node: Mapping) -> Organisation:
    return Organisation(
        id=_text(node, "id"),
        name=_text(node, "name"),
        kind=_text(node, "kind"),
        line=node.line,
        national=_text(node, "national") == "true",
        lang=_text(node, "lang") or "nl",
        contacts=tuple(_contacts(node)),
        traits=dict(_traits(node, tuple(each.name for each in TRAIT_FIELDS))),
        before_you_call=dict(_traits(node.get("before_you_call"), BEFORE_YOU_CALL)),
    )


def _contacts(node: Mapping) -> Iterator[Datum]:
    for each in CONTACT_FIELDS:
        for item in _items(node, each.name):
            yield _datum(each.name, item)


def _traits(node: Node | None, names: tuple[str, ...]) -> Iterator[tuple[str, Datum]]:
    for name in names:
        child = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(child, Mapping):
            yield name, _datum(name, child)


def _datum(field: str, node: Mapping) -> Datum:
    checked = _text(node, "checked")
    is_day = check_date(checked) is None
    nested = {name: node.get(name) for name in ("hours", "price")}
    parts = {
        name: _datum(name, child) for name, child in nested.items() if isinstance(child, Mapping)
    }
    return Datum(
        field=field,
        values=_texts(node, "values") or (_text(node, "value"),),
        line=node.line,
        sources=_texts(node, "sources"),
        dated=_text(node, "dated"),
        checked=date.fromisoformat(checked) if is_day else None,
        # A day that is none is told by its own check; here it must not count as half a check.
        checked_by=_text(node, "checked_by") if is_day or not checked else "",
        hold=_text(node, "hold"),
        desk=_text(node, "desk") or "general",
        hours=parts.get("hours"),
        price=parts.get("price"),
    )


def _region(node: Mapping) -> Region:
    return Region(
        id=_text(node, "id"),
        name=_text(node, "name"),
        centre=_text(node, "centre"),
        line=node.line,
        centre_line=_line(node, "centre"),
        womens_shelter_regions=_texts(node, "womens_shelter_regions"),
        organisations=tuple(_membership(item) for item in _items(node, "organisations")),
        named_in_2021=_texts(node, "named_in_2021"),
        text={key: child.text for key, child in _scalars(node.get("text"))},
        municipalities=tuple(_municipality(item) for item in _items(node, "municipalities")),
    )


def _membership(node: Mapping) -> Membership:
    return Membership(_text(node, "id"), _texts(node, "sources"), node.line, _text(node, "hold"))


def _municipality(node: Mapping) -> Municipality:
    return Municipality(
        name=_text(node, "name"),
        code=_text(node, "code"),
        ggd=_text(node, "ggd"),
        boundary=_text(node, "boundary"),
        line=node.line,
        sources=_texts(node, "sources"),
        duvo=_text(node, "duvo"),
        other_region=_text(node, "other_region"),
    )


def _text(node: Mapping, key: str) -> str:
    child = node.get(key)
    return child.text if isinstance(child, Scalar) else ""


def _line(node: Mapping, key: str) -> int:
    child = node.get(key)
    return child.line if child else 0


def _texts(node: Mapping, key: str) -> tuple[str, ...]:
    child = node.get(key)
    items = child.items if isinstance(child, Sequence) else ()
    return tuple(item.text for item in items if isinstance(item, Scalar))


def _items(node: Mapping, key: str) -> Iterator[Mapping]:
    child = node.get(key)
    items = child.items if isinstance(child, Sequence) else ()
    return (item for item in items if isinstance(item, Mapping))


def _pairs(node: Mapping, key: str) -> Iterator[tuple[Scalar, Mapping]]:
    child = node.get(key)
    items = child.items if isinstance(child, Mapping) else ()
    return ((name, value) for name, value in items if isinstance(value, Mapping))


def _scalars(node: Node | None) -> Iterator[tuple[str, Scalar]]:
    items = node.items if isinstance(node, Mapping) else ()
    return ((key.text, child) for key, child in items if isinstance(child, Scalar))
