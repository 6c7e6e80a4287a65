"""Does a page use words or figures that it must not? Compares its sentences with the lists."""

import re
from collections.abc import Iterator

from sitebuild.documents import Document
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.problems import Problem
from sitebuild.prose import SHOWN, begins, sentences
from sitebuild.wordlists import Avoided, WordLists

# A figure that is no year: an age, an amount, a term, a number to call.
FIGURE = re.compile(r"(?<![\w.,/-])\d(?:[ .,:/-]?\d)*")
YEAR = re.compile(r"(19|20)\d\d([-–/](19|20)?\d\d)?")
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
# Nothing stands in place of a reference here: what it shows is checked where it is written.
ONLY_TYPED = {"nl": SHOWN["nl"]}
WRITTEN_IN_HISTORY = ("title", "description")
# Addresses are English in all languages. These four were fixed before this check and are linked
# from elsewhere: SECURITY.md names the risk. No other may join them.
ADDRESS_LANGUAGE = "en"
TELLING_ADDRESSES = (
    "health/sexual-health",
    "people/escorts",
    "safety/exploitation",
    "safety/violence",
)


def wrong_words(document: Document, lists: WordLists) -> Iterator[Problem]:
    """Yield every word to avoid, outside the names of laws and organisations."""
    audience = document.meta.get("audience", "")
    watched = [
        each
        for each in lists.avoid[document.lang]
        if each.audience in ("", audience) and document.page_id not in each.allowed_on
    ]
    for number, text in _all_texts(document):
        shown = lists.without_names(text)
        for each in watched:
            if found := begins(each.word, document.lang).search(shown):
                yield _avoid(document.path, number, each, found[0])


def revealing_titles(document: Document, lists: WordLists) -> Iterator[Problem]:
    """Yield titles and descriptions that would tell somebody else what was read."""
    for field in WRITTEN_IN_HISTORY:
        text = document.meta.get(field, "")
        for word in lists.revealing[document.lang]:
            if word in text.casefold():
                message = "This stands in the history of a phone and in a shared link."
                remedy = f"Say it without '{word}': neutral words only."
                yield Problem(document.path, 1, field, text, message, remedy)


def revealing_address(document: Document, lists: WordLists) -> Iterator[Problem]:
    """Yield an address that would tell somebody else what was read, once per page."""
    page_id = document.page_id
    if document.lang != SOURCE_LANGUAGE or page_id in TELLING_ADDRESSES:
        return
    for word in lists.revealing[ADDRESS_LANGUAGE]:
        if word in page_id.replace("-", " "):
            message = "This address stands in the history of a phone and in a shared link."
            remedy = f"Rename the file, in all languages, without '{word}'."
            yield Problem(document.path, 1, "", page_id, message, remedy)


def typed_figures(document: Document, lists: WordLists) -> Iterator[Problem]:
    """Yield every figure, number to call and e-mail address that is typed and not referred to."""
    for each in sentences(document, ONLY_TYPED):
        text = lists.without_names(each.text)
        for found in FIGURE.findall(text):
            if not YEAR.fullmatch(found):
                message = "A figure is typed here."
                remedy = "Put it in facts.yml and write [[fact its-key]]; numbers: [[call id]]."
                yield Problem(document.path, each.line, "", found, message, remedy)
        if mail := ADDRESS.search(text):
            message, remedy = "An e-mail address is typed here.", "Put it in regions.yml."
            yield Problem(document.path, each.line, "", mail[0], message, remedy)


def _all_texts(document: Document) -> Iterator[tuple[int, str]]:
    for field in ("title", "description", "door", "lead", "intro"):
        if text := document.meta.get(field):
            yield 1, text
    yield from ((each.line, each.text) for each in sentences(document))


def _avoid(path: str, line: int, avoided: Avoided, found: str) -> Problem:
    message = f"This word is avoided: {avoided.why}"
    return Problem(path, line, "", found, message, f"Write: {avoided.instead}.")
