"""Which passages of the pages can be found? One for each section of every page."""

from collections.abc import Iterator, Mapping

from sitebuild.content import Content
from sitebuild.documents import Document
from sitebuild.outline import HEADING
from sitebuild.pages import FOLDER
from sitebuild.prose import plain
from sitebuild.search_data import SearchWords
from sitebuild.search_index import Passage
from sitebuild.versions import START, sections

TOP = ("top", START)


def passages(content: Content, lang: str) -> Iterator[Passage]:
    """Yield the passages of a language: of its own pages, then of the region pages."""
    words = content.search_words[lang]
    for (code, _), document in content.documents.items():
        if code == lang:
            yield from _of_page(document, words)
    title = content.words[lang]
    for region in content.directory.regions:
        page_id = f"{FOLDER}/{region.id}"
        heading = title.say("region.title", region=region.name)
        known = " ".join(words.synonyms.get((page_id, ""), ()))
        yield Passage(page_id, "", heading, "", "", f"{region.name} {known}")


def _of_page(document: Document, words: SearchWords) -> Iterator[Passage]:
    for anchor, lines in sections(document):
        match = HEADING.fullmatch(lines[0].rstrip())
        first = anchor in TOP
        yield Passage(
            page_id=document.page_id,
            anchor="" if first else anchor,
            title=plain(document.heading),
            heading="" if first or not match else plain(match["title"]),
            text=" ".join(plain(line) for line in lines[1:]),
            words=" ".join(_synonyms(document.page_id, anchor, first, words.synonyms)),
            leads=first,
        )


def _synonyms(
    page_id: str, anchor: str, first: bool, known: Mapping[tuple[str, str], tuple[str, ...]]
) -> Iterator[str]:
    yield from known.get((page_id, anchor), ())
    if first:
        yield from known.get((page_id, ""), ())
