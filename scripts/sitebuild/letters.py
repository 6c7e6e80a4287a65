"""Are the letters those of the language? Script, look-alikes, and forms that were typed wrong."""

import re
import unicodedata
from collections.abc import Iterator

from sitebuild.documents import Document
from sitebuild.problems import Problem
from sitebuild.prose import ONLY_OWN_WORDS, sentences
from sitebuild.wordlists import WordLists

# With a cedilla these are Turkish letters; Romanian has a comma below.
CEDILLA = str.maketrans("şţŞŢ", "șțȘȚ")
CYRILLIC_WORD = re.compile(r"\w*[\u0400-\u04ff]\w*")
LATIN = re.compile(r"[A-Za-z]")
# Two signs for one, or a vowel or tone with nothing under it: typed or pasted in pieces.
BROKEN_THAI = re.compile(
    r"\u0e40\u0e40|\u0e4d\u0e32|(?:^|[\s(])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    r"|([\u0e31\u0e34-\u0e39])[\u0e31\u0e34-\u0e39]|[\u0e48-\u0e4b]{2}|\u0e33[\u0e31\u0e34-\u0e39]"
)
# The least share of letters in the language's own script on a page.
OWN_SCRIPTS = {"bg": ("CYRILLIC", 0.85), "th": ("THAI", 0.85)}
LATIN_SHARE = 0.98


def wrong_letters(document: Document, lists: WordLists) -> Iterator[Problem]:
    """Yield letters that do not belong to the page's language, with their line."""
    seen = sentences(document, ONLY_OWN_WORDS)
    text = [(each.line, lists.without_names(each.text)) for each in seen]
    for line, words in text:
        yield from _wrong_in(words, line, document)
    yield from _wrong_script(" ".join(words for _, words in text), document)


def _wrong_in(text: str, line: int, document: Document) -> Iterator[Problem]:
    path = document.path
    if document.lang == "ro" and text.translate(CEDILLA) != text:
        found = next(char for char in text if char.translate(CEDILLA) != char)
        message = "This letter has a cedilla; Romanian has a comma below."
        yield Problem(path, line, "", found, message, f"Write {found.translate(CEDILLA)}.")
    for word in CYRILLIC_WORD.findall(text) if document.lang == "bg" else ():
        if LATIN.search(word):
            message = "This word mixes Cyrillic with Latin letters that look alike."
            yield Problem(path, line, "", word, message, "Type the word again in Cyrillic.")
    if document.lang == "th" and (broken := BROKEN_THAI.search(text)):
        message = "A Thai vowel or tone mark is broken here."
        found = text[max(0, broken.start() - 6) : broken.end() + 6]
        yield Problem(path, line, "", found, message, "Type the word again.")


def _wrong_script(text: str, document: Document) -> Iterator[Problem]:
    letters = [char for char in text if char.isalpha()]
    script, least = OWN_SCRIPTS.get(document.lang, ("LATIN", LATIN_SHARE))
    own = sum(unicodedata.name(char, "").startswith(script) for char in letters)
    if letters and own / len(letters) < least:
        message = f"Too few letters of this page are {script.capitalize()}."
        remedy = "Is a part not translated, or in another language?"
        yield Problem(document.path, 1, "", f"{own / len(letters):.0%}", message, remedy)
