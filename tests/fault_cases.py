"""Cases in files: what is replaced in a base, and which problems must then be told.

cases/README.md says how to add one.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml
from sitebuild.problems import Problem, report

PARTS = ("field", "found", "message", "remedy")


@dataclass(frozen=True)
class Case:
    """One case file: what is replaced in which file, and what must be said."""

    name: str
    file: str
    find: str | None
    faulty: str | None
    repaired: str | None
    encoding: str
    expected: list[dict[str, str | int]]


def read_cases(folder: Path, usual_file: str) -> list[Case]:
    """Return the cases of a folder; `usual_file` is meant where a case names none."""
    return [_read_case(path, usual_file) for path in sorted(folder.glob("*.yml"))]


def _read_case(path: Path, usual_file: str) -> Case:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Case(
        name=path.stem,
        file=raw.get("file", usual_file),
        find=raw.get("find"),
        faulty=raw["faulty"],
        repaired=raw.get("repaired"),
        encoding=raw.get("encoding", "utf-8"),
        expected=raw["expected"],
    )


def changed(text: str, case: Case, replacement: str | None) -> str | None:
    """Return the text with the case's place replaced; without `find` the whole text is."""
    if case.find is None or replacement is None:
        return replacement
    assert text.count(case.find) == 1, f"{case.name}: 'find' must stand in the base exactly once"
    return text.replace(case.find, replacement)


def line_of(text: str | None, expected: dict[str, str | int]) -> int:
    """Return the line number a case means: a number, or the first line holding a text."""
    wanted = expected["line"]
    if isinstance(wanted, int):
        return wanted
    lines = (text or "").split("\n")
    found = next((number for number, line in enumerate(lines, 1) if wanted in line), None)
    assert found is not None, f"no line holds {wanted!r}"
    return found + int(expected.get("below", 0)) - int(expected.get("above", 0))


def matches(problem: Problem, expected: dict[str, str | int], case: Case, text: str | None) -> bool:
    """Say whether a problem is the expected one: file, line, and every part that is named."""
    place = (problem.path, problem.line) == (
        expected.get("file", case.file),
        line_of(text, expected),
    )
    return place and all(str(expected.get(part, "")) in getattr(problem, part) for part in PARTS)


def assert_told(found: list[Problem], case: Case, text: str | None) -> None:
    """Fail unless exactly the expected problems are told, each with message and remedy."""
    assert found, "the fault was not seen"
    said = report(found)
    for expected in case.expected:
        matching = [each for each in found if matches(each, expected, case, text)]
        assert len(matching) == 1, f"expected {expected}\nline {line_of(text, expected)}\n{said}"
    assert len(found) == len(case.expected), f"more is said than is wrong:\n{said}"
    assert all(each.remedy.strip() and each.message.strip() for each in found), said
    assert not any(f'Did you mean "{each.found}"' in each.remedy for each in found), said
