"""How do we tell a person what to mend? Knows no rule of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_QUOTE = 60


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
    field = f" {problem.field}:" if problem.field else ""
    found = f' Found: "{shorten(problem.found)}".' if problem.found else ""
    return f"{problem.path}:{problem.line}:{field} {problem.message}{found} -> {problem.remedy}"


def report(problems: Iterable[Problem]) -> str:
    """Return all problems, one per line, sorted by file and line, with a closing count."""
    lines = [describe(problem) for problem in sorted(set(problems))]
    noun = "problem" if len(lines) == 1 else "problems"
    return "\n".join([*lines, f"{len(lines)} {noun} to mend. Nothing was written."])


def shorten(text: str) -> str:
    """Return the text on one line, printable, cut to what fits in a message."""
    flat = "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text)
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean "x"?' for the closest known word, or an empty text."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""
