"""How easy is a page to read? Average and longest sentence, word length, and the Flesch index."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from sitebuild.documents import Document
from sitebuild.problems import Problem
from sitebuild.prose import WORD, sentences

# Flesch reading ease: higher is easier. Constants: start, per word a sentence, per syllable a
# word. English: Flesch 1948. Dutch: Douma 1960 (206.84 - 0.77 per 100 words - 0.93).
FORMULAS = {"en": (206.835, 1.015, 84.6), "nl": (206.84, 0.93, 77.0)}
HYPHENATION = {"en": "en_GB", "nl": "nl_NL"}
# Plain language for visitors: about B1. Sentences of 15 words on average is our own rule.
MOST_WORDS_ON_AVERAGE = 15
MOST_WORDS = 30
LEAST_EASE = {"nl": 65, "en": 65}
MOST_LETTERS_ON_AVERAGE = 6.0
# Below this a page has too little running text to be measured.
FEWEST_WORDS = 60


@dataclass(frozen=True)
class Readability:
    """Figures of one page; `ease` is the Flesch index of its language, 0 (hard) to 100 (easy)."""

    words: int
    words_per_sentence: float
    longest: int
    longest_line: int
    letters_per_word: float
    ease: float


def measure(document: Document) -> Readability | None:
    """Return the figures of a Dutch or English page, or None when it has little running text."""
    if document.lang not in FORMULAS:
        return None
    texts = [each for each in sentences(document) if not each.is_heading and not each.is_cell]
    counted = [(WORD.findall(each.text), each.line) for each in texts]
    words = [word for found, _ in counted for word in found]
    if len(words) < FEWEST_WORDS:
        return None
    longest, line = max((len(found), line) for found, line in counted)
    per_sentence = len(words) / len(counted)
    syllables = sum(_syllables(word, document.lang) for word in words) / len(words)
    start, by_sentence, by_syllable = FORMULAS[document.lang]
    return Readability(
        words=len(words),
        words_per_sentence=per_sentence,
        longest=longest,
        longest_line=line,
        letters_per_word=sum(map(len, words)) / len(words),
        ease=start - by_sentence * per_sentence - by_syllable * syllables,
    )


def too_hard(document: Document) -> Iterator[Problem]:
    """Yield what makes a visitors' page harder than plain language allows."""
    figures = measure(document) if document.meta.get("audience") == "visitors" else None
    if figures is None:
        return
    path, remedy = document.path, "Make shorter sentences: one thought each."
    if figures.longest > MOST_WORDS:
        message = f"This sentence has more than {MOST_WORDS} words."
        yield Problem(path, figures.longest_line, "", f"{figures.longest}", message, remedy)
    if figures.words_per_sentence > MOST_WORDS_ON_AVERAGE:
        message = f"Sentences have more than {MOST_WORDS_ON_AVERAGE} words on average."
        yield Problem(path, 1, "", f"{figures.words_per_sentence:.1f}", message, remedy)
    if figures.letters_per_word > MOST_LETTERS_ON_AVERAGE:
        message = f"Words have more than {MOST_LETTERS_ON_AVERAGE} letters on average."
        found, shorter = f"{figures.letters_per_word:.1f}", "Use shorter, more common words."
        yield Problem(path, 1, "", found, message, shorter)
    if figures.ease < LEAST_EASE[document.lang]:
        message = f"The page is hard to read: its index is under {LEAST_EASE[document.lang]}."
        easier = "Use shorter sentences and shorter, more common words."
        yield Problem(path, 1, "", f"{figures.ease:.0f}", message, easier)


@lru_cache(maxsize=50_000)
def _syllables(word: str, lang: str) -> int:
    return len(_hyphenator(lang).positions(word)) + 1


@lru_cache
def _hyphenator(lang: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=HYPHENATION[lang], left=1, right=1)
