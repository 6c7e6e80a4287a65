"""Every language has the words of the Dutch, or the file and line that differ are told."""

from pathlib import Path

import jinja2
import pytest
from sitebuild.languages import Language
from sitebuild.problems import Problem, report
from sitebuild.words import UnknownWord, Words, load_words

LANGUAGES = (Language("nl", "Nederlands"), Language("en", "English"), Language("bg", "Български"))
DUTCH = """\
# Words
call: "Bel {number}"
danger:
  heading: "Gevaar"
  text: "Van {start} tot {end}"
"""
ENGLISH = """\
call: "Call {number}"
danger:
  heading: "Danger"
  text: "Until {end} from {start}"
"""
BULGARIAN = """\
danger:
  text: "От {start} до {end}"
  heading: "Опасност"
call: "Обади се на {number}"
"""
TEXTS = {"nl": DUTCH, "en": ENGLISH, "bg": BULGARIAN}


def load(root: Path, **changes: str | None) -> tuple[dict[str, Words], list[Problem]]:
    """Write the words of three languages, some of them changed, and load them."""
    (root / "strings").mkdir()
    for code, text in {**TEXTS, **changes}.items():
        if text is not None:
            (root / "strings" / f"{code}.yml").write_text(text, encoding="utf-8")
    words, problems = load_words(root, LANGUAGES)
    return words, sorted(set(problems))


def test_words_in_another_order_and_on_other_lines_are_the_same_words(tmp_path: Path) -> None:
    words, problems = load(tmp_path)
    assert report(problems) == report(())
    assert words["bg"].say("danger.heading") == "Опасност"


FAULTS = {
    "missing word": ('  heading: "Danger"\n', "", 1, "danger.heading", "is missing", "nl.yml"),
    "extra word": ("call:", 'cal: "Call"\ncall:', 1, "cal", "does not have", 'mean "call"?'),
    "other placeholder": ("{start}", "{begin}", 4, "danger.text", "differ", "end, start"),
    "missing placeholder": (" from {start}", "", 4, "danger.text", "differ", "end, start"),
    "extra placeholder": ('"Danger"', '"{end}"', 3, "danger.heading", "differ", "none"),
    "placeholder with spaces": ("{number}", "{ number }", 1, "call", "differ", "number"),
    "unquoted yes": ('"Danger"', "yes", 3, "danger.heading", "Without quotes", '"yes"'),
    "unquoted time": ('"Danger"', "12:30", 3, "danger.heading", "Without quotes", '"12:30"'),
    "html": ("Danger", "<b>Danger</b>", 3, "danger.heading", "code, not text", "plain words"),
    "template": ("Danger", "{% if x %}", 3, "danger.heading", "code, not text", "plain words"),
    "empty word": ('"Danger"', '""', 3, "danger.heading", "empty", "Fill it in"),
    "word too long": ("Danger", "D" * 601, 3, "danger.heading", "too long", "Keep it under"),
    "word twice": ("danger:", 'call: "Ring {number}"\ndanger:', 2, "call", "twice", "Keep one"),
    "no yaml": ("  heading", "\theading", 3, "", "YAML cannot be read", "same indent"),
    "invisible character": ("Danger", "Dan\u200bger", 3, "", "invisible", "type it again"),
    "alias": ('"Danger"', "*danger", 3, "", "aliases", "Write the text out"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_in_a_translation_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    old, new, line, field, message, remedy = FAULTS[name]
    (problem,) = load(tmp_path, en=ENGLISH.replace(old, new, 1))[1]
    assert (problem.path, problem.line, problem.field) == ("strings/en.yml", line, field)
    assert message in problem.message
    assert remedy in problem.remedy


def test_list_is_no_word(tmp_path: Path) -> None:
    problems = load(tmp_path, en=ENGLISH.replace('"Danger"', "[a, b]"))[1]
    told = [(each.path, each.line, each.message) for each in problems]
    assert ("strings/en.yml", 3, "A list cannot stand here.") in told


def test_group_where_the_dutch_has_a_word_is_told(tmp_path: Path) -> None:
    problems = load(tmp_path, en=ENGLISH.replace('"Danger"', '{big: "Danger"}'))[1]
    assert {each.field for each in problems} == {"danger.heading", "danger.heading.big"}


def test_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    words, (problem,) = load(tmp_path, bg=None)
    assert (problem.path, problem.message) == ("strings/bg.yml", "The file is missing.")
    assert set(words) == {"nl", "en"}


def test_broken_dutch_is_told_once_and_not_as_a_fault_of_the_other_languages(
    tmp_path: Path,
) -> None:
    problems = load(tmp_path, nl=DUTCH.replace('"Gevaar"', '"Gevaar'))[1]
    assert {each.path for each in problems} == {"strings/nl.yml"}


def test_words_are_reached_by_path_by_key_and_by_name(tmp_path: Path) -> None:
    dutch = load(tmp_path)[0]["nl"]
    group = dutch["danger"]
    assert isinstance(group, Words)
    assert dutch.say("danger.heading") == group["heading"] == group.heading == "Gevaar"
    assert "heading" in group
    assert "footing" not in group
    assert set(dutch.paths()) == {"call", "danger.heading", "danger.text"}


def test_placeholders_are_filled_once(tmp_path: Path) -> None:
    dutch = load(tmp_path)[0]["nl"]
    assert dutch.say("danger.text", start="{end}", end="12:00") == "Van {end} tot 12:00"


@pytest.mark.parametrize("path", ["danger.footing", "help", "danger.heading.more"])
def test_unknown_word_is_an_error_that_names_it(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnknownWord, match=path.rpartition(".")[2]):
        load(tmp_path)[0]["nl"].say(path)


def test_group_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(UnknownWord, match="danger is a group"):
        load(tmp_path)[0]["nl"].say("danger")


def test_word_called_text_reads_as_a_word_in_a_template(tmp_path: Path) -> None:
    dutch = load(tmp_path)[0]["nl"]
    template = jinja2.Environment(autoescape=True).from_string("{{ w.danger.text }}")
    assert template.render(w=dutch) == "Van {start} tot {end}"
