"""How do we take values out of a tree? Forgiving: what is missing is empty; schemas complain."""

from collections.abc import Iterator

from sitebuild.strict_yaml import Mapping, Node, Scalar, Sequence


def text_of(node: Node | None, key: str) -> str:
    """Return the text under a key, or ''."""
    child = node.get(key) if isinstance(node, Mapping) else None
    return child.text if isinstance(child, Scalar) else ""


def line_of(node: Mapping, key: str) -> int:
    """Return the line of the value under a key, or 0."""
    child = node.get(key)
    return child.line if child else 0


def texts_of(node: Node | None, key: str) -> tuple[str, ...]:
    """Return the texts of the list under a key."""
    child = node.get(key) if isinstance(node, Mapping) else None
    items = child.items if isinstance(child, Sequence) else ()
    return tuple(item.text for item in items if isinstance(item, Scalar))


def records_of(node: Node | None, key: str) -> Iterator[Mapping]:
    """Yield the mappings of the list under a key."""
    child = node.get(key) if isinstance(node, Mapping) else None
    items = child.items if isinstance(child, Sequence) else ()
    return (item for item in items if isinstance(item, Mapping))


def named_records_of(node: Node | None, key: str) -> Iterator[tuple[Scalar, Mapping]]:
    """Yield name and mapping of each entry under a key."""
    child = node.get(key) if isinstance(node, Mapping) else None
    items = child.items if isinstance(child, Mapping) else ()
    return ((name, value) for name, value in items if isinstance(value, Mapping))


def scalars_of(node: Node | None) -> Iterator[tuple[str, Scalar]]:
    """Yield key and value of each single value of a mapping."""
    items = node.items if isinstance(node, Mapping) else ()
    return ((key.text, child) for key, child in items if isinstance(child, Scalar))
