"""A fault in a page, a figure or a notice is told with its file, line and remedy.

Each file of cases/pages/ is one case; cases/README.md says how to add one.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest
from fault_cases import Case, assert_told, changed, read_cases
from sitebuild.documents import Documents, load_documents
from sitebuild.facts import load_facts
from sitebuild.language_id import odd_lengths, other_languages
from sitebuild.languages import Language
from sitebuild.letters import wrong_letters
from sitebuild.notices import load_notices
from sitebuild.page_checks import (
    broken_links,
    law_without_source,
    missing_parts,
    questions_of_no_page,
    unknown_sources,
    unlinked_pages,
    unused_facts,
    wrong_citations,
)
from sitebuild.parity import other_shapes
from sitebuild.practices import wrong_practices
from sitebuild.problems import Problem, report
from sitebuild.readability import too_hard
from sitebuild.references import used_facts, wrong_references
from sitebuild.search_data import load_search_words
from sitebuild.spelling import misspelled
from sitebuild.terms import load_terms, wrong_terms
from sitebuild.wording import revealing_titles, typed_figures, wrong_words
from sitebuild.wordlists import WordLists, load_word_lists

CASES = Path(__file__).parent / "cases" / "pages"
BASE = CASES / "base"
TODAY = date(2026, 11, 20)
LANGUAGES = tuple(Language(code, code) for code in ("nl", "en", "ro", "bg", "th"))
CODES = tuple(each.code for each in LANGUAGES)
REGIONS = ("lowstad",)
SOURCES = ("law-book", "news-page")
ALL = read_cases(CASES, "docs/nl/rights/hours.md")
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


def problems_of(root: Path) -> list[Problem]:
    """Return what every check of pages, figures and notices says of a small project."""
    documents, problems = load_documents(root, LANGUAGES)
    problems = tuple(each for each in problems if "in every language" not in each.message)
    facts, wrong_facts = load_facts(root, TODAY)
    notices, wrong_notices = load_notices(root, ("nl", "en"), [page for _, page in documents])
    lists, wrong_lists = load_word_lists(root, LANGUAGES)
    terms, wrong_term_file = load_terms(root, LANGUAGES)
    _, wrong_search = load_search_words(root, LANGUAGES, documents, REGIONS)
    problems += (*wrong_facts, *wrong_notices, *wrong_lists, *wrong_term_file, *wrong_search)
    problems += (
        *wrong_references(documents, (), tuple(facts.by_key)),
        *unknown_sources(facts, notices, SOURCES),
        *questions_of_no_page(facts, {page for _, page in documents}),
        *unused_facts(facts, used_facts(documents)),
        *wrong_citations(documents, SOURCES),
        *law_without_source(documents),
        *missing_parts(documents),
        *broken_links(documents),
        *other_shapes(documents),
        *wrong_practices(documents, REGIONS, TODAY),
        *odd_lengths(documents),
        *wrong_terms(documents, terms),
        *unlinked_pages(documents, ()),
        *_prose_problems(documents, lists),
    )
    return sorted(set(problems))


def _prose_problems(documents: Documents, lists: WordLists) -> list[Problem]:
    found = list(misspelled(tuple(documents.values()), lists))
    for each in documents.values():
        found += [*wrong_words(each, lists), *revealing_titles(each, lists)]
        found += [*typed_figures(each, lists), *too_hard(each)]
        found += [*wrong_letters(each, lists), *other_languages(each, lists, CODES)]
    return found


def project(root: Path, case: Case, replacement: str | None) -> str | None:
    """Write the base with a case's place replaced; return the text of that file."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    path = root / case.file
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    text = old if replacement is None and case.find else changed(old, case, replacement)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or "", encoding="utf-8")
    return text


def test_base_has_no_fault() -> None:
    assert report(problems_of(BASE)) == report(())


@each_case
def test_fault_is_told_with_its_place_value_and_remedy(case: Case, tmp_path: Path) -> None:
    text = project(tmp_path, case, case.faulty)
    assert_told(problems_of(tmp_path), case, text)


@each_case
def test_repaired_twin_passes(case: Case, tmp_path: Path) -> None:
    project(tmp_path, case, case.repaired)
    assert report(problems_of(tmp_path)) == report(())
