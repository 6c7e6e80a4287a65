"""How does GitHub show a problem on its line? Writes workflow commands that nothing can break.

A command is one line `::error file=...,line=...,title=...::message`. What somebody typed into a
file must never become a command of its own: special characters are escaped as GitHub does it
(docs of "Workflow commands", and toolkit/packages/core/src/command.ts), and text that is printed
besides is put where commands are not read.
"""

from collections.abc import Iterator

from sitebuild.contact_changes import SAME_PROOF
from sitebuild.dutch_hints import dutch_hint
from sitebuild.problems import Problem, shorten
from sitebuild.regions import REGIONS_NAME
from sitebuild.review import Review
from sitebuild.review_words import DUTCH_CHANGED, GONE, LINE, REMARKS, both

LONGEST_MESSAGE = 900
# GitHub shows ten of each sort per step; the summary holds all.
MOST = 10
TITLES = {
    "error": "Eerst verbeteren / To mend first",
    "warning": "Kijk dit na / Look at this",
    "notice": "Vertaling loopt achter / Translation is behind",
}


def annotations(review: Review) -> list[str]:
    """Return the workflow commands of a review: errors, warnings on contacts, translations."""
    sorts = (
        [_error(each) for each in review.problems],
        list(_warnings(review)),
        list(_notices(review)),
    )
    return [command for sort in sorts for command in sort[:MOST]]


def _error(problem: Problem) -> str:
    found = f' Found: "{problem.found}".' if problem.found else ""
    english = f"{problem.message}{found} -> {problem.remedy}"
    text = f"{dutch_hint(problem)}\n{english}"
    return command("error", problem.path, problem.line, text)


def _warnings(review: Review) -> Iterator[str]:
    for each in review.contacts:
        if each.line and (each.vanishes or each.remark == SAME_PROOF):
            said = [both(GONE)] if each.vanishes else []
            said += [both(REMARKS[each.remark])] if each.remark else []
            text = f"{each.name}, {each.field}: {' '.join(said)}"
            yield command("warning", REGIONS_NAME, each.line, text)


def _notices(review: Review) -> Iterator[str]:
    for each in review.behind:
        if each.sections and each.before:
            sections = ", ".join(f"#{section}" for section in each.sections)
            text = f"{both(DUTCH_CHANGED)}: {sections}"
            yield command("notice", f"docs/{each.lang}/{each.page_id}.md", 1, text)


def command(sort: str, path: str, line: int, text: str) -> str:
    """Return one workflow command on a line of a file."""
    where = f"file={_property(path)},line={line}"
    title = _property(f"{TITLES[sort]}, {both(LINE)} {line}")
    return f"::{sort} {where},title={title}::{_data(text)}"


def without_commands(text: str, token: str) -> str:
    """Return text for a log in which GitHub reads no command; nobody may know the token before."""
    return f"::stop-commands::{token}\n{text}\n::{token}::"


def _data(text: str) -> str:
    lines = (shorten(line, LONGEST_MESSAGE) for line in text.split("\n"))
    return "\n".join(lines).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    escaped = _data(text).replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C")
