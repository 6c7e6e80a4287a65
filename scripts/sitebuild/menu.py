"""Which pages stand in the menu, in which order? The one list is `nav` in mkdocs.yml."""

from collections.abc import Sequence
from dataclasses import dataclass


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
