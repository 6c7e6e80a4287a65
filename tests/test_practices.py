"""Good practice: entries in two languages, an index in all, ordered by phase."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sitebuild.content import Content
from sitebuild.documents import load_documents
from sitebuild.languages import Language
from sitebuild.practice_form import FOLDER, PHASES, check_function
from sitebuild.practices import by_phase, practices, wrong_practices
from sitebuild.problems import Problem
from sitebuild.todo import tasks
from sitebuild.translations import all_translations
from test_page_cases import BASE

WALK = f"{FOLDER}/walk"
LANGUAGES = tuple(Language(code, code) for code in ("nl", "en", "ro"))


def problems_of(root: Path) -> list[Problem]:
    """Return what is said of the entries of a small project."""
    documents, _ = load_documents(root, LANGUAGES)
    return list(wrong_practices(documents, ("lowstad",), date(2026, 11, 20)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with one right entry."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert problems_of(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize(("gone", "left"), [("en", "nl"), ("nl", "en")])
def test_an_entry_in_one_language_is_told(project: Path, gone: str, left: str) -> None:
    (project / f"docs/{gone}/{WALK}.md").unlink()
    (told,) = problems_of(project)
    assert (told.path, told.line, told.found) == (f"docs/{left}/{WALK}.md", 1, left)
    assert f"docs/{gone}/{WALK}.md" in told.remedy


def test_an_entry_in_a_third_language_is_told(project: Path) -> None:
    target = project / f"docs/ro/{WALK}.md"
    target.parent.mkdir(parents=True)
    shutil.copy(project / f"docs/en/{WALK}.md", target)
    assert [(each.path, each.found) for each in problems_of(project)] == [
        (f"docs/ro/{WALK}.md", "ro")
    ]


def test_a_card_on_another_page_is_told(project: Path) -> None:
    page = project / "docs/nl/rights/hours.md"
    page.write_text(page.read_text("utf-8") + "\n[[practice]]\n", "utf-8")
    (told,) = problems_of(project)
    assert (told.path, told.found) == ("docs/nl/rights/hours.md", "practice")


@pytest.mark.parametrize("text", ["coördinator PMW", "één vaste persoon bij de GGD", "unknown"])
def test_a_function_is_accepted(text: str) -> None:
    assert check_function(text) is None


@pytest.mark.parametrize("text", ["", "Jan", "mevrouw De Vries", "070 123 45 67", "a@b.nl", "<b>"])
def test_what_leads_to_a_person_is_refused(text: str) -> None:
    assert check_function(text) is not None


def test_both_languages_have_shop_and_scharlaken_koord(content: Content) -> None:
    for lang in ("nl", "en"):
        found = {each.page_id: each for each in practices(content.documents, lang)}
        assert {f"{FOLDER}/shop", f"{FOLDER}/scharlaken-koord"} <= set(found)
        assert {each.lang for each in found.values()} == {lang}


def test_other_languages_are_led_to_the_english(content: Content) -> None:
    assert practices(content.documents, "th") == practices(content.documents, "en")


def test_an_entry_stands_under_each_of_its_phases_and_no_other(content: Content) -> None:
    entries = practices(content.documents, "nl")
    grouped = dict(by_phase(entries))
    assert tuple(grouped) == PHASES
    for each in entries:
        assert {phase for phase, found in grouped.items() if each in found} == set(each.phases)


def test_entries_wait_for_no_translation_but_english(content: Content) -> None:
    states = list(all_translations(content.documents, content.languages))
    of_entries = {each.lang for each in states if each.page_id.startswith(f"{FOLDER}/")}
    assert of_entries == {"en"}
    assert not [each for each in tasks(content) if f"docs/ro/{FOLDER}/" in each.where]


def test_every_language_has_words_for_the_index_and_the_card(content: Content) -> None:
    for lang, words in content.words.items():
        for phase in PHASES:
            assert words.say(f"practice.phases.{phase}"), lang


def test_the_index_leads_to_entries_in_the_language_they_have(site: Path) -> None:
    for lang, target in (("", "nl"), ("en/", "en"), ("th/", "en")):
        path = site / f"{lang}{FOLDER}/index.html"
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
        entries = page.select('.ways-in a[hreflang][href*="shop"]')
        assert len(entries) == 2, path  # orientation, implementation
        for link in entries:
            assert link["hreflang"] == target
            assert link.get("lang") == (None if lang == f"{target}/" or not lang else target)
            assert (path.parent / str(link["href"]) / "index.html").resolve().is_file()
        for phase in PHASES:
            assert page.find(id=f"in-{phase}") is not None
            assert page.select_one(f'a[href="#in-{phase}"]') is not None


def test_an_entry_says_its_fields_and_what_is_not_known(site: Path, content: Content) -> None:
    for lang, words in (("", content.words["nl"]), ("en/", content.words["en"])):
        path = site / f"{lang}{FOLDER}/shop/index.html"
        card = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib").select_one(".facts")
        assert card is not None
        text = card.get_text()
        for key in ("unknown_contact", "unknown_people"):
            assert words.say(f"practice.{key}") in text
        assert words.say("practice.phases.orientation") in text
        assert "2020" in text


def test_who_finds_an_entry_in_dutch_only_is_led_to_the_english(
    site: Path, content: Content
) -> None:
    page = BeautifulSoup((site / f"th/{FOLDER}/shop/index.html").read_text("utf-8"), "html5lib")
    link = page.select_one('.translation a[hreflang="en"]')
    assert link is not None
    assert link.get_text() == content.words["th"].say("practice.english")
