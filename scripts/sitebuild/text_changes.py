"""Which texts change, and which translations does that leave behind? Compares two snapshots."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitebuild.documents import Document
from sitebuild.facts import Facts
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.notices import Notice
from sitebuild.readability import Readability, measure
from sitebuild.snapshot import Snapshot
from sitebuild.translations import CURRENT, MISSING, OUTDATED, Translation, all_translations
from sitebuild.versions import section_versions

NEW, CHANGED, GONE = "new", "changed", "gone"


@dataclass(frozen=True)
class PageChange:
    """A hand-written page that is new, changed or gone; `sections` are the ids that changed."""

    lang: str
    page_id: str
    path: str
    kind: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class TranslationChange:
    """A translation whose state changes; `before` is '' where there was no such Dutch page.

    `sections` are the Dutch sections that it does not follow since.
    """

    page_id: str
    lang: str
    before: str
    after: str
    sections: tuple[str, ...] = ()

    @property
    def falls_behind(self) -> bool:
        """Say whether readers of this language now get older or Dutch text."""
        return self.after != CURRENT


@dataclass(frozen=True)
class ReadingChange:
    """How easy a Dutch or English page was and is to read; None where it cannot be measured."""

    path: str
    before: Readability | None
    after: Readability | None


@dataclass(frozen=True)
class ValueChange:
    """A figure, notice or fixed text before and after; '' where there is none."""

    path: str
    key: str
    before: str
    after: str
    pages: tuple[str, ...] = ()


def page_changes(before: Snapshot, after: Snapshot) -> list[PageChange]:
    """Return every page whose text or top block is not what it was."""
    keys = dict.fromkeys((*after.documents, *before.documents))
    found = (_page_change(before.documents.get(key), after.documents.get(key)) for key in keys)
    return [each for each in found if each and not _is_unreadable(each, after)]


def _is_unreadable(change: PageChange, after: Snapshot) -> bool:
    """Say whether a page that seems gone is there, and only cannot be read: its problem says so."""
    return change.kind == GONE and (after.root / change.path).exists()


def _page_change(old: Document | None, new: Document | None) -> PageChange | None:
    page = new or old
    if page is None or (old and new and _read(old) == _read(new)):
        return None
    kind = CHANGED if old and new else NEW if new else GONE
    return PageChange(page.lang, page.page_id, page.path, kind, tuple(_sections(old, new)))


def _read(document: Document) -> tuple[object, ...]:
    lines = [text for _, text in document.body]
    return document.meta, document.sources, document.follows, lines


def _sections(old: Document | None, new: Document | None) -> Iterator[str]:
    if old and new:
        was, now = section_versions(old), section_versions(new)
        yield from (each for each in (*now, *(was.keys() - now)) if was.get(each) != now.get(each))


def translation_changes(before: Snapshot, after: Snapshot) -> list[TranslationChange]:
    """Return each translation that fell behind, is missing since, or caught up."""
    old, new = _states(before), _states(after)
    found = (_translation_change(old.get(key), state) for key, state in new.items())
    return [each for each in found if each and not _is_unread(each, after)]


def _is_unread(change: TranslationChange, after: Snapshot) -> bool:
    path = after.root / f"docs/{change.lang}/{change.page_id}.md"
    return change.after == MISSING and path.exists()


def _states(snapshot: Snapshot) -> dict[tuple[str, str], Translation]:
    states = all_translations(snapshot.documents, snapshot.languages)
    return {(each.page_id, each.lang): each for each in states}


def _translation_change(old: Translation | None, new: Translation) -> TranslationChange | None:
    was = old.state if old else ""
    since = [each for each in new.changed if not old or each not in old.changed]
    sections = tuple(since) if was != MISSING else new.changed
    same = was == new.state and not (new.state == OUTDATED and sections)
    if same or (not was and new.state == CURRENT):
        return None
    return TranslationChange(new.page_id, new.lang, was, new.state, sections)


def reading_changes(
    before: Snapshot, after: Snapshot, pages: list[PageChange]
) -> list[ReadingChange]:
    """Return how easy the changed Dutch and English pages were and are to read."""
    found = []
    for each in pages:
        old = before.documents.get((each.lang, each.page_id))
        new = after.documents.get((each.lang, each.page_id))
        figures = measure(old) if old else None, measure(new) if new else None
        if new and figures[0] != figures[1]:
            found.append(ReadingChange(each.path, *figures))
    return found


def fact_changes(before: Facts, after: Facts, snapshot: Snapshot) -> list[ValueChange]:
    """Return the figures that changed, with the pages that show them."""
    keys = dict.fromkeys((*after.by_key, *before.by_key))
    return [
        ValueChange("facts.yml", key, was, now, _pages_with(f"fact {key}", snapshot))
        for key in keys
        for was, now in [(_figure(before, key), _figure(after, key))]
        if was != now
    ]


def _figure(facts: Facts, key: str) -> str:
    fact = facts.by_key.get(key)
    return " ".join(filter(None, (fact.value, fact.year and f"({fact.year})"))) if fact else ""


def _pages_with(reference: str, snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(
        page_id
        for (lang, page_id), each in snapshot.documents.items()
        if lang == SOURCE_LANGUAGE
        and any(mark.text == reference for mark in each.outline.references)
    )


def notice_changes(before: Snapshot, after: Snapshot) -> list[ValueChange]:
    """Return the notices that are new, other or gone."""
    old = {each.id: _notice(each) for each in before.notices}
    new = {each.id: _notice(each) for each in after.notices}
    pages = {each.id: each.pages for each in (*before.notices, *after.notices)}
    return [
        ValueChange("notices.yml", key, old.get(key, ""), new.get(key, ""), tuple(pages[key]))
        for key in dict.fromkeys((*new, *old))
        if old.get(key) != new.get(key)
    ]


def _notice(notice: Notice) -> str:
    return f"{notice.start} – {notice.end}: {notice.text.get(SOURCE_LANGUAGE, '')}"


def word_changes(before: Snapshot, after: Snapshot) -> list[ValueChange]:
    """Return the texts of strings/<lang>.yml that changed; new languages count as new texts."""
    found = []
    for lang, words in after.words.items():
        old = before.words.get(lang)
        was = {path: old.say(path) for path in old.paths()} if old else {}
        now = {path: words.say(path) for path in words.paths()}
        keys = [key for key in dict.fromkeys((*now, *was)) if now.get(key) != was.get(key)]
        path = f"strings/{lang}.yml"
        found += [ValueChange(path, key, was.get(key, ""), now.get(key, "")) for key in keys]
    return found
