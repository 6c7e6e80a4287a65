"""How does text that somebody else typed stand safely in Markdown? Shows it, and nothing more."""

import re
from collections.abc import Iterable, Sequence

from sitebuild.problems import shorten

LONGEST = 160
MARKS = re.compile(r"[\\`*_\[\]<>#~@&]")
NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;"}


def plain(text: str) -> str:
    """Return text on one line in which nothing is markup, a link or a name that is called."""
    return MARKS.sub(lambda mark: NAMED.get(mark[0], f"\\{mark[0]}"), shorten(text, LONGEST))


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
