"""How does text that somebody else typed stand safely in Markdown? Shows it, and nothing more."""

import re
from collections.abc import Iterable, Sequence

from sitebuild.problems import shorten

LONGEST = 160
MARKS = re.compile(r"[\\`*_\[\]<>#~@&]")
# An @ that begins a name; GitHub calls it even when it is written as an entity. Not in x@y.nl.
CALLING = re.compile(r"(?<![\w.-])&#64;(?=\w)")
# As far as it can stand between < and > and means nothing else there or in a table.
WEB = re.compile(r"(https?://[^\s<>\\`|]*[^\s<>\\`|,.;:)])")
NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;"}


def plain(text: str) -> str:
    """Return text on one line in which nothing is markup, a link or a name that is called."""
    safe = MARKS.sub(lambda mark: NAMED.get(mark[0], f"\\{mark[0]}"), shorten(text, LONGEST))
    return CALLING.sub("\\g<0>\u200b", safe)


def with_addresses(text: str) -> str:
    """Return text as `plain` does, but each address of the web in it as a link to itself."""
    parts = WEB.split(" ".join(text.split()))
    return "".join(f"<{part}>" if odd % 2 else plain(part) for odd, part in enumerate(parts))


def code(text: str) -> str:
    """Return text as typed, set apart; for numbers, paths and values. '' stays ''."""
    shown = shorten(text, LONGEST).replace("`", "'")
    return f"`{shown}`" if shown.strip() else ""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; cells are Markdown already."""
    head = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return [*head, *(f"| {' | '.join(map(_cell, row))} |" for row in rows)]


def _cell(text: str) -> str:
    return text.replace("|", "\\|") or "–"
