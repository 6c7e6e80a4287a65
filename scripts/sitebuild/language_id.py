"""Is every paragraph in the language of its page, and about as long as the Dutch?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from sitebuild.documents import Document, Documents
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.problems import Problem
from sitebuild.prose import ONLY_OWN_WORDS, plain, sentences
from sitebuild.wordlists import WordLists

# Below this many letters the identifier guesses.
FEWEST_LETTERS = 30
ADDRESS = re.compile(r"https?://\S+|\S+\.(?:nl|md|yml)\b")
# Characters of a translation for each of the Dutch: outside these bounds something is missing
# or was added. Measured over all pages: 0.6 (Thai) to 1.4.
SHORTEST, LONGEST = 0.5, 1.8


def other_languages(
    document: Document, lists: WordLists, known: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield each paragraph that is in another of the known languages than its page."""
    for line, paragraph in _paragraphs(document):
        text = ADDRESS.sub(" ", lists.without_names(paragraph))
        if sum(char.isalpha() for char in text) < FEWEST_LETTERS:
            continue
        found = _identifier(known).classify(text)[0]
        if found != document.lang:
            message = f"This paragraph reads as '{found}', not as '{document.lang}'."
            remedy = "Translate it; write Dutch names as [[nl Name]]."
            yield Problem(document.path, line, "", text.strip(), message, remedy)


def _paragraphs(document: Document) -> Iterator[tuple[int, str]]:
    gathered: list[str] = []
    first = 0
    for number, line in (*document.body, (0, "")):
        text = plain(line, ONLY_OWN_WORDS).replace("|", " ").strip("#> ")
        if text:
            first = first if gathered else number
            gathered.append(text)
        elif gathered:
            yield first, " ".join(gathered)
            gathered = []


def odd_lengths(documents: Documents) -> Iterator[Problem]:
    """Yield translations that are much shorter or longer than the Dutch."""
    for (lang, page_id), document in documents.items():
        dutch = documents.get((SOURCE_LANGUAGE, page_id))
        if lang == SOURCE_LANGUAGE or dutch is None or not _length(dutch):
            continue
        ratio = _length(document) / _length(dutch)
        if not SHORTEST <= ratio <= LONGEST:
            message = f"This translation is {ratio:.1f} times as long as the Dutch."
            remedy = "Compare them: is something missing, or added?"
            yield Problem(document.path, 1, "", "", message, remedy)


def _length(document: Document) -> int:
    return sum(len(each.text) for each in sentences(document))


@lru_cache
def _identifier(known: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(known))
    return identifier
