"""Are all pages written as they should be? Words, figures, readability, spelling, reached."""

from collections.abc import Iterator, Sequence

from sitebuild.content import Content
from sitebuild.documents import Document
from sitebuild.language_id import odd_lengths, other_languages
from sitebuild.letters import wrong_letters
from sitebuild.menu import pages_in_menu
from sitebuild.page_checks import unlinked_pages
from sitebuild.problems import Problem
from sitebuild.readability import Readability, measure, too_hard
from sitebuild.spelling import misspelled
from sitebuild.terms import wrong_terms
from sitebuild.wording import revealing_address, revealing_titles, typed_figures, wrong_words


def prose_problems(content: Content) -> Iterator[Problem]:
    """Yield what a careful reader of all pages would object to.

    Too slow for every reload of `serve` (dictionaries), so not a part of loading.
    """
    yield from problems_of_pages(content, tuple(content.documents.values()))
    yield from odd_lengths(content.documents)
    yield from wrong_terms(content.documents, content.terms)
    yield from unlinked_pages(content.documents, pages_in_menu(content.root))


def problems_of_pages(content: Content, documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield what a careful reader of these pages would object to."""
    lists = content.word_lists
    codes = tuple(each.code for each in content.languages)
    for document in documents:
        yield from wrong_words(document, lists)
        yield from revealing_titles(document, lists)
        yield from revealing_address(document, lists)
        yield from typed_figures(document, lists)
        yield from too_hard(document)
        yield from wrong_letters(document, lists)
        yield from other_languages(document, lists, codes)
    yield from misspelled(documents, lists)


def readability_report(content: Content) -> str:
    """Return the figures of every measured page, hardest first within a language."""
    rows = [(each, found) for each in content.documents.values() if (found := measure(each))]
    rows.sort(key=lambda row: (row[0].lang, row[1].ease))
    return "\n".join(["words  avg  max  letters  ease  page", *(_row(*row) for row in rows)])


def _row(document: Document, figures: Readability) -> str:
    return (
        f"{figures.words:5} {figures.words_per_sentence:4.1f} {figures.longest:4} "
        f"{figures.letters_per_word:8.1f} {figures.ease:5.0f}  {document.path}"
    )
