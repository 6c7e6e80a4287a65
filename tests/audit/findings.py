"""What was found? One fault on one page; shown by rule and by place, not page by page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

PAGES_NAMED = 5


@dataclass(frozen=True, order=True)
class Finding:
    """One fault: which rule, where on the page, on which page, in which look."""

    rule: str
    place: str
    page: str
    look: str = ""


def grouped(findings: Iterable[Finding]) -> str:
    """Return the findings as text: a line per rule and place, with the pages it stands on."""
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    looks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in findings:
        pages[each.rule, each.place].add(each.page)
        looks[each.rule, each.place].add(each.look)
    return "\n".join(
        f"{rule}\n  {place}\n  {_named(pages[rule, place])} {', '.join(sorted(looks[rule, place]))}"
        for rule, place in sorted(pages)
    )


def _named(pages: set[str]) -> str:
    first = ", ".join(sorted(pages)[:PAGES_NAMED])
    return f"{len(pages)} pages: {first}{' ...' if len(pages) > PAGES_NAMED else ''}"
