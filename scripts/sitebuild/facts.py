"""Which figures may pages hold? Reads facts.yml: each age, amount, term and date once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sitebuild.problems import Problem
from sitebuild.reading import named_records_of, records_of, text_of, texts_of
from sitebuild.schema import DAY, SLUG, Code, Field, ListOf, PerKey, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml
from sitebuild.values import Complaint, check_date, check_slug, check_text

FACTS_NAME = "facts.yml"
# An overdue fact first stands in `make todo`; after so many days its page warns the reader.
DAYS_OF_GRACE = 90
FORMS = {
    "number": (re.compile(r"\d+(\.\d+)?"), 'Write digits, like "18" or "1.5".'),
    "amount": (re.compile(r"\d+(\.\d{2})?"), 'Write euros, like "385" or "385.50".'),
    "percentage": (re.compile(r"\d+(\.\d+)?"), 'Write it without sign, like "21".'),
    "date": (re.compile(r"\d{4}-\d{2}-\d{2}"), 'Write it like "2026-01-01".'),
    "text": (re.compile(r"[^\n]+"), "Write Dutch text."),
}


def check_year(text: str) -> Complaint | None:
    """Accept a year: what a figure is of, not a day."""
    return None if re.fullmatch(r"\d{4}", text) else check_date(text)


NOTE = Text(most=600)
YEAR = Text(check_year, 4)
KEYS = ListOf(SLUG)
FACT = Record(
    (
        Field("kind", Code(tuple(FORMS)), "how it is written", required=True),
        Field("value", Text(check_text, 120), "the figure itself", required=True),
        Field("unit", Text(most=40), "of what; pages write the unit themselves"),
        Field("about", NOTE, "what the figure says, in English", required=True),
        Field("year", YEAR, "the year it is of, shown beside it, where it ages"),
        Field("sources", KEYS, "keys of sources.yml", required=True),
        Field("seen", DAY, "the day it was read there", required=True),
        Field("check_again", DAY, "the day to look again", required=True),
        Field("note", NOTE, "for editors; never shown"),
    )
)
OPEN_QUESTION = Record(
    (
        Field("question", NOTE, "what a visitor wants to know", required=True),
        Field("page", Text(most=60), "where the answer will stand", required=True),
        Field("reason", NOTE, "why we cannot answer it", required=True),
        Field("ask", NOTE, "who knows", required=True),
    )
)
FACTS_FILE = Record(
    (
        Field("facts", PerKey(check_slug, FACT), "figures by key", required=True),
        Field("open_questions", ListOf(OPEN_QUESTION), "what nobody could answer yet"),
    )
)


@dataclass(frozen=True)
class Fact:
    """One figure; `value` is text in the form of its kind, `check_again` YYYY-MM-DD."""

    key: str
    kind: str
    value: str
    year: str
    sources: tuple[str, ...]
    seen: str
    check_again: str
    line: int

    def overdue(self, today: date) -> timedelta:
        """Return for how long it has been due for a new look; negative when it is not."""
        return today - date.fromisoformat(self.check_again)

    def is_due(self, today: date) -> bool:
        """Say whether the day to look again has come."""
        return self.overdue(today).days >= 0

    def is_stale(self, today: date) -> bool:
        """Say whether readers must be warned."""
        return self.overdue(today).days > DAYS_OF_GRACE


@dataclass(frozen=True)
class OpenQuestion:
    """A visitor's question without an answer yet, and who may know."""

    question: str
    page: str
    reason: str
    ask: str
    line: int


@dataclass(frozen=True)
class Facts:
    """Everything that facts.yml holds."""

    by_key: Mapping[str, Fact]
    open_questions: tuple[OpenQuestion, ...]


def load_facts(root: Path, today: date) -> tuple[Facts, tuple[Problem, ...]]:
    """Return the figures and open questions of facts.yml, and every problem found."""
    tree, problems = read_yaml(root / FACTS_NAME, FACTS_NAME)
    if not isinstance(tree, Tree):
        return Facts({}, ()), problems
    problems += tuple(check_node(tree, FACTS_FILE, "facts.yml", FACTS_NAME))
    facts = {each.key: each for each in _facts(tree)}
    if not problems:
        problems = tuple(each for fact in facts.values() for each in _wrong_fact(fact, today))
    return Facts(facts, tuple(_open_questions(tree))), problems


def _facts(tree: Tree) -> Iterator[Fact]:
    for key, node in named_records_of(tree, "facts"):
        yield Fact(
            key=key.text,
            kind=text_of(node, "kind"),
            value=text_of(node, "value"),
            year=text_of(node, "year"),
            sources=texts_of(node, "sources"),
            seen=text_of(node, "seen"),
            check_again=text_of(node, "check_again"),
            line=key.line,
        )


def _open_questions(tree: Tree) -> Iterator[OpenQuestion]:
    for node in records_of(tree, "open_questions"):
        yield OpenQuestion(
            question=text_of(node, "question"),
            page=text_of(node, "page"),
            reason=text_of(node, "reason"),
            ask=text_of(node, "ask"),
            line=node.line,
        )


def _wrong_fact(fact: Fact, today: date) -> Iterator[Problem]:
    field = f"facts.{fact.key}"
    form, remedy = FORMS[fact.kind]
    wrong_day = fact.kind == "date" and check_date(fact.value)
    if not form.fullmatch(fact.value) or wrong_day:
        message = f"This value is no {fact.kind}."
        yield Problem(FACTS_NAME, fact.line, f"{field}.value", fact.value, message, remedy)
    if fact.seen > today.isoformat():
        message = "This date lies in the future."
        yield Problem(FACTS_NAME, fact.line, f"{field}.seen", fact.seen, message, "Mend the date.")
    if fact.check_again <= fact.seen:
        message = "The day to look again is not after the day it was seen."
        found, remedy = fact.check_again, "Choose a later day."
        yield Problem(FACTS_NAME, fact.line, f"{field}.check_again", found, message, remedy)
