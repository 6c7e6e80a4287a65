"""Where does a page's text come from, and how fresh is it? What stands at a page's foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitebuild.content import Content
from sitebuild.documents import NOT_READ, Document
from sitebuild.formats import day_text
from sitebuild.model import Source


@dataclass(frozen=True)
class SourceLine:
    """A source as a list of sources shows it; `lang` is the language of the title.

    `day` is empty when the source is undated.
    """

    key: str
    title: str
    url: str
    day: str
    lang: str


@dataclass(frozen=True)
class Provenance:
    """What the foot of a page tells.

    `lawyer` is None (not on law), 'no', or the day a lawyer read it, as the language writes it;
    `stale_years` are the years of figures that nobody looked at again for too long.
    """

    sources: tuple[SourceLine, ...]
    lawyer: str | None
    stale_years: tuple[str, ...]


def provenance(document: Document, content: Content, lang: str) -> Provenance:
    """Return where the text of a page comes from, in the words of a language."""
    lawyer = document.meta.get("lawyer_read")
    return Provenance(
        sources=source_lines([content.directory.sources[key] for key in document.sources], lang),
        lawyer=lawyer if lawyer in (None, NOT_READ) else day_text(lawyer, lang),
        stale_years=tuple(sorted(set(_stale_years(document, content)))),
    )


def bibliography(content: Content, lang: str) -> tuple[SourceLine, ...]:
    """Return every source that pages, figures, notices and the coverage cite, by title."""
    cited = {key for each in content.documents.values() for key in each.sources}
    cited |= {key for each in content.facts.by_key.values() for key in each.sources}
    cited |= {key for each in content.notices for key in each.sources}
    cited |= {key for each in content.coverage_file.statements for key in each.sources}
    sources = [content.directory.sources[key] for key in cited]
    return source_lines(sorted(sources, key=lambda each: each.title.casefold()), lang)


def source_lines(sources: Sequence[Source], lang: str) -> tuple[SourceLine, ...]:
    """Return sources as a list shows them, in the same order."""
    return tuple(
        SourceLine(
            each.key,
            each.title,
            each.url,
            day_text(each.date, lang) if each.date else "",
            each.lang,
        )
        for each in sources
    )


def _stale_years(document: Document, content: Content) -> Iterator[str]:
    for mark in document.outline.references:
        name, *keys = mark.text.split() or [""]
        for key in keys if name == "fact" else ():
            fact = content.facts.by_key[key]
            if fact.is_stale(content.today):
                yield fact.year or fact.seen[:4]
