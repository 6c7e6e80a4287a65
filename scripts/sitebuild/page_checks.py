"""Does each page have its parts? Sources at law, a way to help, and somebody who links to it."""

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence

from sitebuild.documents import Document, Documents
from sitebuild.facts import FACTS_NAME, Facts
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.notices import NOTICES_NAME, Notice
from sitebuild.outline import Mark
from sitebuild.pages import is_generated
from sitebuild.practice_form import is_entry
from sitebuild.problems import Problem, did_you_mean

# Every question on a visitors' page ends in something to do and somebody to ask.
NOW, HELP, PAGES = "now", "help", "pages"
WITHOUT_LAW = (NOW, HELP, PAGES)
SECTIONS_WITH_SKELETON = ("rights", "health", "safety", "change", "people")
REACHED_BY_TEMPLATE = ("index", "help-now")


def missing_parts(documents: Documents) -> Iterator[Problem]:
    """Yield visitors' pages of the subjects that miss 'what now' or 'who can help'."""
    for document in documents.values():
        section = document.page_id.partition("/")[0]
        if section not in SECTIONS_WITH_SKELETON:
            continue
        wanted = (HELP,) if document.page_id.endswith("/index") else (NOW, HELP)
        anchors = [each.anchor for each in _sections(document)]
        if tuple(anchors[-len(wanted) :]) != wanted:
            ids = " and ".join(f"{{ #{each} }}" for each in wanted)
            message = "The page does not end with what to do and who can help."
            remedy = f"Let its last headings be: {ids}."
            last = anchors[-1] if anchors else ""
            yield Problem(document.path, document.body[-1][0], "", last, message, remedy)


def _sections(document: Document) -> list[Mark]:
    return [each for each in document.outline.headings if each.text.startswith("## ")]


def wrong_citations(documents: Documents, known: Sequence[str]) -> Iterator[Problem]:
    """Yield sources that are unknown, cited but not listed, or listed and never cited."""
    for document in documents.values():
        cited: dict[str, int] = {}
        for mark in document.outline.references:
            name, *keys = mark.text.split() or [""]
            if name == "source":
                cited |= {key: mark.line for key in keys if key not in cited}
        for key, line in cited.items():
            if key not in document.sources:
                message = "This source is not in the list at the top of the page."
                remedy = f"Add it to 'sources:'.{did_you_mean(key, document.sources)}"
                yield Problem(document.path, line, "", key, message, remedy)
        for key in document.sources:
            if key not in known:
                message, remedy = (
                    "Unknown source.",
                    f"Add it to sources.yml.{did_you_mean(key, known)}",
                )
                yield Problem(document.path, 1, "sources", key, message, remedy)
            if key not in cited:
                message = "The page never cites this source."
                remedy = f"Put [[source {key}]] after what it says, or remove it here."
                yield Problem(document.path, 1, "sources", key, message, remedy)


def unknown_sources(
    facts: Facts, notices: Sequence[Notice], known: Sequence[str]
) -> Iterator[Problem]:
    """Yield sources of figures and notices that are not in sources.yml."""
    lists = [(FACTS_NAME, each.line, each.key, each.sources) for each in facts.by_key.values()]
    lists += [(NOTICES_NAME, each.line, each.id, each.sources) for each in notices]
    for path, line, field, keys in lists:
        for key in keys:
            if key not in known:
                remedy = f"Add it to sources.yml.{did_you_mean(key, known)}"
                yield Problem(path, line, f"{field}.sources", key, "Unknown source.", remedy)


def questions_of_no_page(facts: Facts, pages: Collection[str]) -> Iterator[Problem]:
    """Yield open questions whose page does not exist; `pages` are the ids of the Dutch pages."""
    for each in facts.open_questions:
        if each.page not in pages:
            message = "There is no such page."
            remedy = f"Use the path of a page without '.md'.{did_you_mean(each.page, pages)}"
            yield Problem(FACTS_NAME, each.line, "open_questions", each.page, message, remedy)


def unused_facts(facts: Facts, used: Collection[str]) -> Iterator[Problem]:
    """Yield figures that no page shows."""
    for fact in facts.by_key.values():
        if fact.key not in used:
            message = "No page refers to this figure."
            remedy = f"Write [[fact {fact.key}]] in a page, or remove it."
            yield Problem(FACTS_NAME, fact.line, fact.key, "", message, remedy)


def law_without_source(documents: Documents) -> Iterator[Problem]:
    """Yield each section on law that names no source; `lawyer_read` marks pages on law."""
    for document in documents.values():
        if "lawyer_read" not in document.meta:
            continue
        starts = _sections(document)
        ends = [each.line for each in starts[1:]] + [document.body[-1][0] + 1]
        cited = [
            each.line for each in document.outline.references if each.text.startswith("source ")
        ]
        for start, end in zip(starts, ends, strict=True):
            anchor = start.anchor
            if anchor not in WITHOUT_LAW and not any(start.line < each < end for each in cited):
                message = "This section is on law and names no source."
                remedy = "Put [[source key]] after what the source says."
                yield Problem(document.path, start.line, "", anchor, message, remedy)


def unlinked_pages(documents: Documents, in_menu: Sequence[str]) -> Iterator[Problem]:
    """Yield Dutch pages that no other page and no menu leads to."""
    linked = {*REACHED_BY_TEMPLATE, *in_menu}
    for (lang, page_id), document in documents.items():
        if lang == SOURCE_LANGUAGE:
            linked |= set(_targets(page_id, document))
    for (lang, page_id), document in documents.items():
        if lang == SOURCE_LANGUAGE and page_id not in linked and not _leads_here(page_id):
            message = "No page and no menu leads here."
            remedy = "Add it to 'nav' in mkdocs.yml, or link to it."
            yield Problem(document.path, 1, "", page_id, message, remedy)


def _leads_here(page_id: str) -> bool:
    """Say whether a generated list leads to a page: of regions, or of good practice."""
    return is_generated(page_id) or is_entry(page_id)


def _targets(page_id: str, document: Document) -> Iterator[str]:
    folder = posixpath.dirname(page_id)
    for mark in document.outline.links:
        target = mark.text.partition("#")[0]
        if target.endswith(".md"):
            found = posixpath.normpath(posixpath.join(folder, target)).removesuffix(".md")
            if found != page_id:
                yield found


def broken_links(documents: Documents) -> Iterator[Problem]:
    """Yield links between pages whose page or heading does not exist in the Dutch."""
    dutch: Mapping[str, set[str]] = {
        page_id: {each.anchor for each in document.outline.headings}
        for (lang, page_id), document in documents.items()
        if lang == SOURCE_LANGUAGE
    }
    for (_, page_id), document in documents.items():
        folder = posixpath.dirname(page_id)
        for mark in document.outline.links:
            target, _, anchor = mark.text.partition("#")
            if target.startswith(("https:", "mailto:", "tel:")) or not (target or anchor):
                continue
            path = posixpath.normpath(posixpath.join(folder, target)) if target else f"{page_id}.md"
            found = path.removesuffix(".md")
            if found in dutch:
                if anchor and anchor not in dutch[found]:
                    message = "That page has no such heading."
                    remedy = f"Use one of its ids.{did_you_mean(anchor, dutch[found])}"
                    yield Problem(document.path, mark.line, "", mark.text, message, remedy)
            elif target.endswith(".md") and not is_generated(found):
                message, remedy = (
                    "There is no such page.",
                    f"Mend the path.{did_you_mean(found, dutch)}",
                )
                yield Problem(document.path, mark.line, "", mark.text, message, remedy)
