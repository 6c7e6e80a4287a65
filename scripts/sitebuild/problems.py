"""How do we tell a person what to mend? Knows no rule of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

LONGEST_QUOTE = 60
LONGEST_FIELD = 160
LONGEST_LINE = 900
MOST_CANDIDATES = 1000  # more than any list here; comparing with more would take minutes


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, what was found there, and what to do."""

    path: str
    line: int
    field: str
    found: str
    message: str
    remedy: str


class ContentError(Exception):
    """Content cannot be used; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def describe(problem: Problem) -> str:
    """Return one problem as `file:line: field: message (found "...") -> remedy`."""
    field = f" {shorten(problem.field, LONGEST_FIELD)}:" if problem.field else ""
    found = f' Found: "{shorten(problem.found)}".' if problem.found else ""
    text = f"{field} {problem.message}{found} -> {problem.remedy}"
    return f"{problem.path}:{problem.line}:{shorten(text, LONGEST_LINE)}"


def report(problems: Iterable[Problem]) -> str:
    """Return all problems, one per line, sorted by file and line, with a closing count."""
    lines = [describe(problem) for problem in sorted(set(problems))]
    noun = "problem" if len(lines) == 1 else "problems"
    return "\n".join([*lines, f"{len(lines)} {noun} to mend. Nothing was written."])


def shorten(text: str, most: int = LONGEST_QUOTE) -> str:
    """Return the text on one line, printable, cut to at most so many characters."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in cut)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean "x"?' for the closest other known word, or an empty text."""
    candidates = tuple(each for each in known if each != word)
    if len(word) > LONGEST_QUOTE or len(candidates) > MOST_CANDIDATES:
        return ""
    return _closest(word, candidates)


@lru_cache(maxsize=1024)  # a wrong word often stands in a file many times
def _closest(word: str, candidates: tuple[str, ...]) -> str:
    close = get_close_matches(word, candidates, n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""
