"""A figure reads right in every language, grows old in sight, and a notice goes by itself."""

import re
from dataclasses import replace
from datetime import date

import pytest
from sitebuild.content import Content
from sitebuild.facts import DAYS_OF_GRACE, Fact, Facts
from sitebuild.formats import figure_text
from sitebuild.notices import Notice
from sitebuild.provenance import bibliography, provenance
from sitebuild.todo import tasks

AGE = Fact("age", "number", "18", "", ("law",), "2026-01-01", "2027-01-01", 3)
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("kind", "value", "lang", "expected"),
    [
        ("number", "1225", "nl", "1.225"),
        ("number", "1225", "en", "1,225"),
        ("number", "1.5", "pl", "1,5"),
        ("amount", "385", "nl", f"€{SPACE}385"),
        ("amount", "385", "en", "€385"),
        ("amount", "38.50", "bg", f"38,50{SPACE}€"),
        ("amount", "25000", "th", "€25,000"),
        ("percentage", "21", "es", f"21{SPACE}%"),
        ("percentage", "9.5", "hu", "9,5%"),
        ("date", "2024-07-01", "en", "1 July 2024"),
        ("date", "2024-07-01", "nl", "1 juli 2024"),
        ("date", "2024-07-01", "pl", "1 lipca 2024"),
        ("text", "artikel 5a", "ro", "artikel 5a"),
    ],
)
def test_figure_is_written_as_the_language_writes_it(
    kind: str, value: str, lang: str, expected: str
) -> None:
    assert figure_text(kind, value, lang) == expected


def test_figure_of_a_year_says_which(content: Content) -> None:
    renderer = content.renderer()
    aged = replace(AGE, kind="percentage", value="21", year="2024")
    assert renderer.fact(aged, "nl") == "21% (2024)"
    assert renderer.fact(AGE, "th") == "18"


def test_dutch_text_is_marked_in_other_languages_and_escaped(content: Content) -> None:
    law = replace(AGE, kind="text", value="artikel 5 & 6")
    assert content.renderer().fact(law, "pl") == '<span lang="nl">artikel 5 &amp; 6</span>'
    assert content.renderer().fact(law, "nl") == "artikel 5 &amp; 6"


def test_overdue_figure_warns_readers_only_after_the_days_of_grace() -> None:
    due = date(2027, 1, 1).toordinal()
    assert not AGE.is_stale(date.fromordinal(due + DAYS_OF_GRACE))
    assert AGE.is_stale(date.fromordinal(due + DAYS_OF_GRACE + 1))


def later(content: Content, day: date) -> Content:
    """Return the content as it is on another day."""
    return replace(content, today=day)


def test_page_with_an_overdue_figure_names_its_year(content: Content) -> None:
    document = content.documents["nl", "rights/taxes"]
    assert provenance(document, content, "nl").stale_years == ()
    assert "2026" in provenance(document, later(content, date(2032, 1, 1)), "nl").stale_years


def test_due_figures_stand_on_the_to_do_list(content: Content) -> None:
    first = min(content.facts.by_key.values(), key=lambda fact: fact.check_again)
    on_the_day = later(content, date.fromisoformat(first.check_again))
    wanted = f"facts.yml:{first.line}"
    assert wanted not in {task.where for task in tasks(content)}
    assert wanted in {task.where for task in tasks(on_the_day)}


def test_open_questions_and_unread_law_stand_on_the_to_do_list(content: Content) -> None:
    listed = {(task.heading, task.where) for task in tasks(content)}
    for each in content.facts.open_questions:
        assert (f"Questions of {each.page}", f"facts.yml:{each.line}") in listed
    assert ("Law", "docs/nl/rights/taxes.md") in listed


NOTICE = Notice("n", "visitors", ("rights/taxes",), "2026-03-01", "2026-03-31", ("s",), {}, 3)


@pytest.mark.parametrize(
    ("page_id", "day", "shown"),
    [
        ("rights/taxes", date(2026, 2, 28), False),
        ("rights/taxes", date(2026, 3, 1), True),
        ("rights/taxes", date(2026, 3, 31), True),
        ("rights/taxes", date(2026, 4, 1), False),
        ("index", date(2026, 3, 1), True),
        ("rights/housing", date(2026, 3, 1), False),
    ],
)
def test_notice_stands_on_its_pages_and_home_in_its_days(
    page_id: str, day: date, shown: bool
) -> None:
    assert NOTICE.shows(page_id, day) is shown


def test_notice_for_professionals_is_not_on_home() -> None:
    assert not replace(NOTICE, audience="professionals").shows("index", date(2026, 3, 1))


def test_ended_notice_stands_on_the_to_do_list(content: Content) -> None:
    ended = replace(content, notices=(NOTICE,), facts=Facts({}, ()))
    assert "notices.yml:3" in {task.where for task in tasks(ended)}


def test_bibliography_holds_every_cited_source_once(content: Content) -> None:
    keys = [each.key for each in bibliography(content, "en")]
    cited = {key for each in content.documents.values() for key in each.sources}
    assert len(keys) == len(set(keys))
    assert cited <= set(keys)


def test_the_words_of_a_line_hold_the_figure_that_pages_show(content: Content) -> None:
    """Words in strings/ cannot refer to a figure."""
    days = content.facts.by_key["traces-days"].value
    for words in content.words.values():
        assert re.findall(r"\d+", words.say("lines.centrum-seksueel-geweld")) == [days]
