"""What shape may a YAML file have? Schemas are data; one walker checks a tree against them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitebuild.problems import Problem, did_you_mean
from sitebuild.strict_yaml import Mapping, Node, Scalar, Sequence
from sitebuild.values import Check, check_date, check_slug, check_text, is_converted_by_yaml


@dataclass(frozen=True)
class Text:
    """A quoted text; `check` says whether it is well-formed, `most` how long it may be."""

    check: Check = check_text
    most: int = 200
    may_be_unquoted: bool = False


@dataclass(frozen=True)
class Code:
    """One word out of a fixed list."""

    known: tuple[str, ...]


@dataclass(frozen=True)
class Flag:
    """`true`, or the field is left out."""


@dataclass(frozen=True)
class ListOf:
    """A list whose items all have one kind."""

    item: "Kind"


@dataclass(frozen=True)
class PerKey:
    """A mapping with free keys (each a slug or a language) and values of one kind."""

    key: Check
    item: "Kind"


@dataclass(frozen=True)
class Field:
    """One field of a record, with what an editor must know about it."""

    name: str
    kind: "Kind"
    meaning: str
    required: bool = False


@dataclass(frozen=True)
class Record:
    """A mapping with known fields."""

    fields: tuple[Field, ...]


Kind = Text | Code | Flag | ListOf | PerKey | Record
# An id and a day: the same in every file.
SLUG = Text(check_slug, 60, may_be_unquoted=True)
DAY = Text(check_date, 10, may_be_unquoted=True)


def check_node(node: Node, kind: Kind, field: str, name: str) -> Iterator[Problem]:
    """Yield every place where the tree of file `name` departs from the kind."""
    match kind:
        case Record():
            yield from _check_record(node, kind, field, name)
        case ListOf():
            yield from _check_list(node, kind, field, name)
        case PerKey():
            yield from _check_per_key(node, kind, field, name)
        case _:
            yield from _check_scalar(node, kind, field, name)


def _check_record(node: Node, kind: Record, field: str, name: str) -> Iterator[Problem]:
    if not isinstance(node, Mapping):
        yield _wrong_shape(node, field, name, "fields (name: value)")
        return
    known = {each.name: each for each in kind.fields}
    for key, child in node.items:
        if key.text in known:
            yield from check_node(child, known[key.text].kind, f"{field}.{key.text}", name)
        else:
            remedy = f"Known fields: {', '.join(known)}.{did_you_mean(key.text, known)}"
            yield Problem(name, key.line, f"{field}.{key.text}", "", "Unknown field.", remedy)
    yield from _missing_fields(node, kind, field, name)


def _missing_fields(node: Mapping, kind: Record, field: str, name: str) -> Iterator[Problem]:
    for each in kind.fields:
        if each.required and node.get(each.name) is None:
            message = f"The field '{each.name}' is missing ({each.meaning})."
            yield Problem(name, node.line, field, "", message, f"Add '{each.name}:'.")


def _check_list(node: Node, kind: ListOf, field: str, name: str) -> Iterator[Problem]:
    if not isinstance(node, Sequence):
        yield _wrong_shape(node, field, name, "a list (lines that start with '- ', or [a, b])")
        return
    if not node.items:
        remedy = "Add an item, or remove the field."
        yield Problem(name, node.line, field, "[]", "This list is empty.", remedy)
    for number, child in enumerate(node.items, start=1):
        yield from check_node(child, kind.item, f"{field}[{_label(child, number)}]", name)


def _label(node: Node, number: int) -> str:
    """Return an item's id where it has one: 'organisations[shop]' says more than '[14]'."""
    named = node.get("id") or node.get("name") if isinstance(node, Mapping) else None
    return named.text if isinstance(named, Scalar) else str(number)


def _check_per_key(node: Node, kind: PerKey, field: str, name: str) -> Iterator[Problem]:
    if not isinstance(node, Mapping):
        yield _wrong_shape(node, field, name, "fields (name: value)")
        return
    for key, child in node.items:
        if complaint := kind.key(key.text):
            message = complaint.message
            yield Problem(name, key.line, field, key.text, message, complaint.remedy)
        yield from check_node(child, kind.item, f"{field}.{key.text}", name)


def _check_scalar(node: Node, kind: Text | Code | Flag, field: str, name: str) -> Iterator[Problem]:
    if not isinstance(node, Scalar):
        yield _wrong_shape(node, field, name, "one value")
        return
    match kind:
        case Text():
            yield from _check_text(node, kind, field, name)
        case Code() if node.text not in kind.known:
            remedy = f"Choose from: {', '.join(kind.known)}.{did_you_mean(node.text, kind.known)}"
            yield Problem(name, node.line, field, node.text, "This word is not known here.", remedy)
        case Flag() if node.text != "true" or node.quoted:
            message = "This can only be true."
            yield Problem(name, node.line, field, node.text, message, "Write true, or remove it.")


def _check_text(node: Scalar, kind: Text, field: str, name: str) -> Iterator[Problem]:
    unsafe = node.text and not node.quoted and not kind.may_be_unquoted
    if unsafe and is_converted_by_yaml(node.text):
        message = "Without quotes this is read as a number, a date or yes/no."
        remedy = f'Put quotes around it: "{node.text}".'
        yield Problem(name, node.line, field, node.text, message, remedy)
    if len(node.text) > kind.most:
        remedy = f"Keep it under {kind.most} characters."
        yield Problem(name, node.line, field, node.text, "This is too long.", remedy)
    elif complaint := kind.check(node.text):
        message = complaint.message
        yield Problem(name, node.line, field, node.text, message, complaint.remedy)


def _wrong_shape(node: Node, field: str, name: str, wanted: str) -> Problem:
    found = node.text if isinstance(node, Scalar) else type(node).__name__.lower()
    remedy = "Compare with another block of this file; check the indent."
    return Problem(name, node.line, field, found, f"Here should stand {wanted}.", remedy)
