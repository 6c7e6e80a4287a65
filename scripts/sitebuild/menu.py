"""Which pages stand in the menu, in which order? The one list is `nav` in mkdocs.yml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.languages import CONFIG_NAME
from sitebuild.strict_yaml import Mapping, Node, Scalar, read_yaml
from sitebuild.strict_yaml import Sequence as Items


@dataclass(frozen=True)
class Entry:
    """A page of the menu and the pages under it."""

    page_id: str
    children: tuple["Entry", ...] = ()


def menu_entries(nav: Sequence[object]) -> tuple[Entry, ...]:
    """Return the menu from MkDocs' nav list: 'page.md', or {title: [first page, ...]}.

    The first page of a group stands for the group; its title in the menu is that page's.
    """
    return tuple(_entry(item) for item in nav)


def _entry(item: object) -> Entry:
    if isinstance(item, str):
        return Entry(item.removesuffix(".md"))
    if not isinstance(item, dict):
        raise TypeError(f"mkdocs.yml, nav: expected a page or a group, found {item!r}")
    (group,) = item.values()
    first, *rest = menu_entries(group)
    return Entry(first.page_id, tuple(rest))


def pages_in_menu(root: Path) -> tuple[str, ...]:
    """Return the ids of all pages that `nav` in mkdocs.yml names."""
    tree, _ = read_yaml(root / CONFIG_NAME, CONFIG_NAME)
    nav = tree.get("nav") if isinstance(tree, Mapping) else None
    return tuple(_page_ids(nav)) if nav else ()


def _page_ids(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield node.text.removesuffix(".md")
        case Items():
            for item in node.items:
                yield from _page_ids(item)
        case Mapping():
            for _, child in node.items:
                yield from _page_ids(child)
