"""Which sentences does a page hold, as a reader sees them? Takes Markdown and references away."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitebuild.documents import Document
from sitebuild.outline import HEADING, REFERENCE

WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
ATTRIBUTES = re.compile(r"\{[^}]*\}")
MARKER = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
# Names of fields and files belong to no language. No digits: a figure cannot hide in them.
CODE = re.compile(r"`[a-z][a-z_.]*`")
TABLE_RULE = re.compile(r"\|?[\s:|-]+\|?")
SENTENCE_END = re.compile(r"(?<=[.?!:…])\s+")
# What a reader sees where the reference stands; the others show nothing of their own.
SHOWN: Mapping[str, Callable[[str], str]] = {
    "nl": lambda name: name,
    "call": lambda _: "112",
    "fact": lambda _: "7",
}
# `[[nl ...]]` is Dutch on purpose; numbers are no words.
ONLY_OWN_WORDS: Mapping[str, Callable[[str], str]] = {"call": lambda _: ""}
NO_WORD_SPACES = ("th",)


@lru_cache(maxsize=10_000)
def begins(word: str, lang: str) -> re.Pattern[str]:
    """Return what finds a word that begins so, in any case; Thai does not part its words."""
    start = "" if lang in NO_WORD_SPACES else r"(?<!\w)"
    return re.compile(start + re.escape(word), re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence (or heading, or cell of a table) and its line in the file."""

    text: str
    line: int
    is_heading: bool = False
    is_cell: bool = False


def sentences(
    document: Document, shown: Mapping[str, Callable[[str], str]] = SHOWN
) -> Iterator[Sentence]:
    """Yield everything a reader of the page reads, in order.

    `shown` says what stands in place of a reference; one without an entry leaves nothing.
    """
    for number, line in document.body:
        heading = HEADING.fullmatch(line.rstrip())
        if TABLE_RULE.fullmatch(line.strip()):
            continue
        for part in _parts(heading["title"] if heading else line):
            text = plain(part, shown)
            if re.search(r"\w", text):
                cell = line.lstrip().startswith("|")
                for each in [text] if heading or cell else SENTENCE_END.split(text):
                    yield Sentence(each, number, bool(heading), cell)


def _parts(line: str) -> list[str]:
    return line.strip().strip("|").split("|") if line.lstrip().startswith("|") else [line]


def plain(line: str, shown: Mapping[str, Callable[[str], str]] = SHOWN) -> str:
    """Return a line of Markdown as a reader sees it."""

    def seen(match: re.Match[str]) -> str:
        name, _, words = match["words"].partition(" ")
        return shown[name](words) if name in shown else ""

    text = REFERENCE.sub(seen, MARKER.sub("", line))
    text = CODE.sub("", text)
    text = LINK.sub(r"\1", ATTRIBUTES.sub("", text))
    return re.sub(r"\s+", " ", text.replace("**", "").replace("*", "")).strip()
