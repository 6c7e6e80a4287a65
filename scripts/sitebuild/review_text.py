"""How does a review read? One Markdown text in Dutch and English, for whoever proposed a change."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urljoin

from sitebuild.contact_changes import NATIONAL, ContactChange, Face, PlaceChange
from sitebuild.dutch_hints import dutch_hint
from sitebuild.markdown_text import code, plain, table
from sitebuild.publishing import State
from sitebuild.readability import Readability
from sitebuild.review import Review
from sitebuild.review_words import (
    ADDED,
    COLUMNS,
    EDITED,
    FIELDS,
    FOUND,
    GONE,
    HEADINGS,
    KINDS,
    LINE,
    NATIONAL_NAME,
    PLACES,
    REMARKS,
    SAY,
    STATES,
    TOTALS,
    Pair,
    both,
)
from sitebuild.text_changes import PageChange, TranslationChange, ValueChange

MOST_ROWS = 60  # a summary on a pull request may not be endless
MOST_ADDRESSES = 20


def review_text(review: Review, preview: str = "") -> str:
    """Return the review as Markdown; `preview` is the address where the change can be seen."""
    lines = [f"# {both(HEADINGS['title'])}"]
    if not review.problems:
        lines += ["", *_said(_verdict(review))]
    for name, body in (
        ("problems", _problems(review)),
        ("contacts", _contacts(review)),
        ("places", _places(review)),
        ("values", _values(review.values)),
        ("pages", _pages(review.pages)),
        ("translations", _translations(review.translations)),
        ("words", _words(review.words)),
        ("reading", _reading(review)),
        ("uncompared", _uncompared(review.uncompared)),
        ("totals", _totals(review)),
        ("addresses", _addresses(review.addresses, preview)),
    ):
        found = list(body)
        if found:
            lines += ["", f"## {both(HEADINGS[name])}", "", *found]
    return "\n".join(lines) + "\n"


def _verdict(review: Review) -> str:
    if not review.is_empty:
        return "right"
    return "unseen" if review.uncompared else "nothing"


def _said(name: str) -> list[str]:
    dutch, english = SAY[name]
    return [f"- NL: {dutch}", f"- EN: {english}"]


def _more(count: int) -> list[str]:
    if count <= 0:
        return []
    return ["", " ".join(each.replace("{count}", str(count)) for each in SAY["more"])]


def _problems(review: Review) -> Iterator[str]:
    if not review.problems:
        return
    yield from (*_said("problems"), "")
    for number, each in enumerate(review.problems[:MOST_ROWS], start=1):
        field = f" ({code(each.field)})" if each.field else ""
        yield f"{number}. {code(each.path)}, {both(LINE)} **{each.line}**{field}"
        yield f"   - NL: {dutch_hint(each)}"
        yield f"   - EN: {plain(each.message)} {plain(each.remedy)}"
        if each.found:
            yield f"   - {both(FOUND)}: {code(each.found)}"
        if edited := review.edited_lines.get(each.path):
            yield f"   - {both(EDITED)} {', '.join(map(str, edited))}"
    yield from _more(len(review.problems) - MOST_ROWS)


def _contacts(review: Review) -> Iterator[str]:
    if not review.contacts_compared:
        yield from _said("not_compared")
    if not review.contacts:
        return
    if any(_is_withheld(each) for each in review.contacts):
        yield from (*_said("contacts"), "")
    names = ("organisation", "region", "what", "before", "after", "state", "ask")
    rows = (_contact_row(each, review) for each in review.contacts[:MOST_ROWS])
    yield from table([both(COLUMNS[each]) for each in names], rows)
    yield from _more(len(review.contacts) - MOST_ROWS)


def _is_withheld(change: ContactChange) -> bool:
    return any(face and face.state is State.WITHHELD for face in (change.before, change.after))


def _contact_row(change: ContactChange, review: Review) -> list[str]:
    regions = [_region(each, review) for each in change.regions]
    states = [_state(change.before), _state(change.after)]
    return [
        plain(change.name),
        ", ".join(regions),
        both(FIELDS.get(change.field, (change.field, change.field))),
        _face(change.before),
        _face(change.after),
        states[0] if states[0] == states[1] else " → ".join(states),
        _remark(change),
    ]


def _region(region: str, review: Review) -> str:
    if region == NATIONAL:
        return both(NATIONAL_NAME)
    return plain(review.region_names.get(region, region))


def _face(face: Face | None) -> str:
    if face is None or not face.text:
        return both(STATES[face.state if face else None])
    return code(face.text)


def _state(face: Face | None) -> str:
    if face is None:
        return both(STATES[None])
    proof = face.as_of if face.state is State.CONFIRMED else f"{face.source} {face.as_of}".strip()
    return both(STATES[face.state]) + (f" ({plain(proof)})" if proof else "")


def _remark(change: ContactChange) -> str:
    said = both(REMARKS[change.remark]) if change.remark else ""
    if change.vanishes:
        said = f"**{both(GONE)}** {said}".strip()
    where = f" ({code('regions.yml')} {both(LINE)} {change.line})" if said and change.line else ""
    return said + where


def _places(review: Review) -> Iterator[str]:
    if not review.places:
        return
    yield from (*_said("places"), "")
    names = ("region", "what", "name", "change")
    rows = (_place_row(each, review) for each in review.places[:MOST_ROWS])
    yield from table([both(COLUMNS[each]) for each in names], rows)
    yield from _more(len(review.places) - MOST_ROWS)


def _place_row(change: PlaceChange, review: Review) -> list[str]:
    what: Pair = PLACES.get(change.what, (change.what, change.what))
    name = plain(change.name)
    return [_region(change.region, review), both(what), name, both(ADDED[change.is_new])]


def _values(values: Sequence[ValueChange]) -> Iterator[str]:
    if values:
        names = ("where", "what", "before", "after", "page")
        rows = (
            [*_value_row(each), ", ".join(code(page) for page in each.pages)]
            for each in values[:MOST_ROWS]
        )
        yield from table([both(COLUMNS[each]) for each in names], rows)
        yield from _more(len(values) - MOST_ROWS)


def _words(words: Sequence[ValueChange]) -> Iterator[str]:
    if words:
        names = ("where", "what", "before", "after")
        rows = (_value_row(each) for each in words[:MOST_ROWS])
        yield from table([both(COLUMNS[each]) for each in names], rows)
        yield from _more(len(words) - MOST_ROWS)


def _value_row(change: ValueChange) -> list[str]:
    return [code(change.path), code(change.key), code(change.before), code(change.after)]


def _pages(pages: Sequence[PageChange]) -> Iterator[str]:
    if pages:
        rows = (
            [code(each.path), both(KINDS[each.kind]), _anchors(each.sections)]
            for each in pages[:MOST_ROWS]
        )
        yield from table([both(COLUMNS[each]) for each in ("page", "what", "section")], rows)
        yield from _more(len(pages) - MOST_ROWS)


def _anchors(sections: Sequence[str]) -> str:
    return ", ".join(code(f"#{each}") for each in sections)


def _translations(changes: Sequence[TranslationChange]) -> Iterator[str]:
    if not changes:
        return
    if any(each.falls_behind for each in changes):
        yield from (*_said("translations"), "")
    names = ("page", "language", "change", "section")
    rows = [_translation_row(list(group)) for _, group in groupby(changes, _alike)]
    yield from table([both(COLUMNS[each]) for each in names], rows[:MOST_ROWS])
    yield from _more(len(rows) - MOST_ROWS)


def _alike(change: TranslationChange) -> tuple[object, ...]:
    return change.page_id, change.before, change.after, change.sections


def _translation_row(alike: list[TranslationChange]) -> list[str]:
    first = alike[0]
    states = f"{both(KINDS[first.before])} → {both(KINDS[first.after])}"
    languages = ", ".join(each.lang for each in alike)
    sections = first.sections if first.after == "outdated" else ()
    return [code(first.page_id), languages, states, _anchors(sections)]


def _reading(review: Review) -> Iterator[str]:
    if review.reading:
        yield from (*_said("reading"), "")
        names = ("page", "words", "longest", "ease")
        rows = (
            [code(each.path), *_figures(each.before, each.after)]
            for each in review.reading[:MOST_ROWS]
        )
        yield from table([both(COLUMNS[each]) for each in names], rows)
        yield from _more(len(review.reading) - MOST_ROWS)


def _uncompared(paths: Sequence[str]) -> Iterator[str]:
    if paths:
        yield from (*_said("uncompared"), "")
        yield from (f"- {code(each)}" for each in paths[:MOST_ROWS])
        yield from _more(len(paths) - MOST_ROWS)


def _totals(review: Review) -> Iterator[str]:
    if review.totals:
        rows = (
            [both(TOTALS[each.name]), str(each.before), str(each.after)] for each in review.totals
        )
        yield from table([both(COLUMNS[each]) for each in ("what", "before", "after")], rows)


def _figures(before: Readability | None, after: Readability | None) -> Iterator[str]:
    for name, form in (("words_per_sentence", ".1f"), ("longest", "d"), ("ease", ".0f")):
        was, now = (format(getattr(each, name), form) if each else "–" for each in (before, after))
        yield f"{was} → {now}"


def _addresses(addresses: Sequence[str], preview: str) -> Iterator[str]:
    for each in addresses[:MOST_ADDRESSES]:
        target = urljoin(preview.rstrip("/") + "/", each) if preview else ""
        yield f"- <{target}>" if target else f"- {code('/' + each)}"
    yield from _more(len(addresses) - MOST_ADDRESSES)
