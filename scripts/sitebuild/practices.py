"""Which good practices did regions describe, and has each entry its form?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sitebuild.documents import Document, Documents
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.outline import HEADING, Mark
from sitebuild.practice_form import (
    BLOCK,
    ENTRY_LANGUAGES,
    FOLDER,
    PHASES,
    SECTIONS,
    UNKNOWN,
    is_entry,
)
from sitebuild.problems import Problem, did_you_mean
from sitebuild.values import earliest_day
from sitebuild.versions import sections

SHARED_LISTS = ("phases", "life_domains", "for_whom", "regions")
OTHER_LANGUAGE = "en"  # what those read who have no entry in their own language


@dataclass(frozen=True)
class Practice:
    """One entry as the index and its own card show it; `lang` is the language of its words.

    `contact_function` is '' when it is not known; `for_whom` is empty then.
    """

    page_id: str
    lang: str
    title: str
    about: str
    phases: tuple[str, ...]
    life_domains: tuple[str, ...]
    for_whom: tuple[str, ...]
    regions: tuple[str, ...]
    contact_function: str
    dated: str


ByPhase = tuple[tuple[str, tuple[Practice, ...]], ...]


def practices(documents: Documents, lang: str) -> tuple[Practice, ...]:
    """Return all entries, by title: in this language, or in English where it has none."""
    shown = lang if lang in ENTRY_LANGUAGES else OTHER_LANGUAGE
    found = [
        _practice(each)
        for (code, page_id), each in documents.items()
        if code == shown and is_entry(page_id)
    ]
    return tuple(sorted(found, key=lambda each: each.title.casefold()))


def practice(documents: Documents, lang: str, page_id: str) -> Practice:
    """Return the entry that a page in a language is."""
    return _practice(documents[lang, page_id])


def by_phase(entries: Sequence[Practice]) -> ByPhase:
    """Return every phase, in order, with its entries: an entry can stand under several."""
    return tuple(
        (phase, tuple(each for each in entries if phase in each.phases)) for phase in PHASES
    )


def _practice(document: Document) -> Practice:
    lists, meta = document.lists, document.meta
    return Practice(
        page_id=document.page_id,
        lang=document.lang,
        title=document.heading,
        about=meta["description"],
        phases=lists["phases"],
        life_domains=lists["life_domains"],
        for_whom=tuple(each for each in lists["for_whom"] if each != UNKNOWN),
        regions=lists["regions"],
        contact_function=meta["contact_function"].replace(UNKNOWN, ""),
        dated=meta["dated"],
    )


def wrong_practices(documents: Documents, regions: Sequence[str], today: date) -> Iterator[Problem]:
    """Yield every entry that departs from the form; `regions` are the known region ids."""
    for (lang, page_id), document in documents.items():
        if is_entry(page_id):
            yield from _wrong_language(document, documents)
            yield from _wrong_fields(document, regions, today)
            yield from _wrong_sections(document)
            yield from _without_card(document)
            if lang != SOURCE_LANGUAGE and (SOURCE_LANGUAGE, page_id) in documents:
                yield from _other_fields(documents[SOURCE_LANGUAGE, page_id], document)
        else:
            yield from _card_elsewhere(document)


def _wrong_language(document: Document, documents: Documents) -> Iterator[Problem]:
    if document.lang not in ENTRY_LANGUAGES:
        message = "Entries of good practice stand in Dutch and English only."
        remedy = "Remove this file; the index of each language leads to the English."
        yield Problem(document.path, 1, "", document.lang, message, remedy)
        return
    for lang in ENTRY_LANGUAGES:
        if (lang, document.page_id) not in documents:
            message = "This entry stands in one language only."
            remedy = f"Write docs/{lang}/{document.page_id}.md too."
            yield Problem(document.path, 1, "", document.lang, message, remedy)


def _wrong_fields(document: Document, regions: Sequence[str], today: date) -> Iterator[Problem]:
    def wrong(field: str, found: str, message: str, remedy: str) -> Problem:
        line = document.lines.get(field, 1)
        return Problem(document.path, line, field, found, message, remedy)

    for region in document.lists.get("regions", ()):
        if region not in regions:
            remedy = f"Use ids of regions.yml.{did_you_mean(region, regions)}"
            yield wrong("regions", region, "There is no such region.", remedy)
    groups = document.lists.get("for_whom", ())
    if UNKNOWN in groups and len(groups) > 1:
        message = "Known and unknown stand together."
        yield wrong("for_whom", UNKNOWN, message, f"Leave out {UNKNOWN}, or the others.")
    dated = document.meta.get("dated", "")
    if dated and earliest_day(dated) > today.isoformat():
        yield wrong("dated", dated, "This date lies in the future.", "Mend the date.")


def _wrong_sections(document: Document) -> Iterator[Problem]:
    """The headings are the form's questions, each answered: only so entries can be compared."""
    found = [each for each in document.outline.headings if each.text.startswith("## ")]
    for place, wanted in enumerate(SECTIONS):
        here = found[place] if place < len(found) else None
        if here is None or here.anchor != wanted:
            yield _other_heading(document, here, wanted)
            return
    for extra in found[len(SECTIONS) :]:
        message = "The form does not have this heading."
        remedy = "Put its text under one of the form's headings."
        yield Problem(document.path, extra.line, "", extra.anchor, message, remedy)
    yield from _empty_sections(document)


def _other_heading(document: Document, here: Mark | None, wanted: str) -> Problem:
    line = here.line if here else document.body[-1][0]
    message = f"Here the form has the heading {{ #{wanted} }}."
    order = ", ".join(f"#{each}" for each in SECTIONS)
    remedy = f"Copy the headings of another entry, in this order: {order}."
    return Problem(document.path, line, "", here.anchor if here else "", message, remedy)


def _empty_sections(document: Document) -> Iterator[Problem]:
    starts = {each.anchor: each.line for each in document.outline.headings}
    for anchor, lines in sections(document):
        rest = [line for line in lines if not HEADING.fullmatch(line.rstrip())]
        if anchor in SECTIONS and not any(line.strip() for line in rest):
            message = "Nothing stands under this heading."
            remedy = "Answer it; when it is not known, say so."
            yield Problem(document.path, starts[anchor], "", anchor, message, remedy)


def _without_card(document: Document) -> Iterator[Problem]:
    cards = [mark for mark in document.outline.references if mark.text == BLOCK]
    if len(cards) != 1:
        places = cards[1:] or document.outline.headings
        line = places[0].line if places else 1
        message = "The card with the fields of the entry must stand here once."
        remedy = f"Write [[{BLOCK}]] on a line of its own, under the summary."
        yield Problem(document.path, line, "", str(len(cards)), message, remedy)


def _card_elsewhere(document: Document) -> Iterator[Problem]:
    for mark in document.outline.references:
        if mark.text == BLOCK:
            message = "Only an entry of good practice has this card."
            remedy = f"Remove it, or move the page to {FOLDER}/."
            yield Problem(document.path, mark.line, "", mark.text, message, remedy)


def _other_fields(dutch: Document, document: Document) -> Iterator[Problem]:
    """Yield fields that say another thing than the Dutch entry."""
    for field in (*SHARED_LISTS, "dated"):
        mine = dutch.lists.get(field) or (dutch.meta.get(field, ""),)
        theirs = document.lists.get(field) or (document.meta.get(field, ""),)
        if mine != theirs:
            remedy = f"Make it as in the Dutch: {', '.join(mine)}."
            message = "The Dutch page says something else."
            line = document.lines.get(field, 1)
            yield Problem(document.path, line, field, ", ".join(theirs), message, remedy)
    known = [each.meta.get("contact_function") != UNKNOWN for each in (dutch, document)]
    if known[0] != known[1]:
        field = "contact_function"
        message = "The function is known in one language only."
        found = document.meta.get(field, "")
        line = document.lines.get(field, 1)
        yield Problem(document.path, line, field, found, message, "Fill in both, or neither.")
