"""What does a change of the files mean for visitors? Puts all comparisons together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from sitebuild.contact_changes import (
    NATIONAL,
    ContactChange,
    PlaceChange,
    contact_changes,
    place_changes,
)
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.links import page_address
from sitebuild.pages import FOLDER
from sitebuild.problems import Problem
from sitebuild.snapshot import Snapshot
from sitebuild.status import all_contacts, language_statuses
from sitebuild.text_changes import (
    GONE,
    PageChange,
    ReadingChange,
    TranslationChange,
    ValueChange,
    fact_changes,
    notice_changes,
    page_changes,
    reading_changes,
    translation_changes,
    word_changes,
)
from sitebuild.translations import all_translations
from sitebuild.uncompared import uncompared

ENGLISH = "en"
MOST_EDITED_LINES = 12  # more is a file that was written anew: naming them helps nobody
MOST_COMPARED_LINES = 2000
SHOWN_FIRST = (SOURCE_LANGUAGE, ENGLISH)  # the languages in which an editor looks at a region


@dataclass(frozen=True)
class Total:
    """How many there were and are, counted as on the page about/status."""

    name: str
    before: int
    after: int


@dataclass(frozen=True)
class Review:
    """Everything that a change does; contacts are not compared while regions.yml is not right.

    `addresses` are the pages to look at, relative to the root of the site; `edited_lines` are,
    for files with a problem, the lines that this change touched, when they are few. `uncompared`
    are changed files of which this says nothing.
    """

    problems: tuple[Problem, ...]
    contacts: tuple[ContactChange, ...]
    places: tuple[PlaceChange, ...]
    pages: tuple[PageChange, ...]
    translations: tuple[TranslationChange, ...]
    reading: tuple[ReadingChange, ...]
    values: tuple[ValueChange, ...]
    words: tuple[ValueChange, ...]
    contacts_compared: bool
    region_names: dict[str, str]
    edited_lines: Mapping[str, tuple[int, ...]]
    totals: tuple[Total, ...]
    addresses: tuple[str, ...] = ()
    uncompared: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is wrong, and no difference was found in what is compared."""
        changes = (self.problems, self.contacts, self.places, self.pages, self.translations)
        return not any((*changes, self.values, self.words)) and self.contacts_compared

    @property
    def behind(self) -> tuple[TranslationChange, ...]:
        """The translations that fall behind or are missing since."""
        return tuple(each for each in self.translations if each.falls_behind)


def review(before: Snapshot, after: Snapshot, changed: Iterable[str] = ()) -> Review:
    """Compare two snapshots of the same day; `changed` are the paths of all changed files."""
    contacts: list[ContactChange] = []
    places: list[PlaceChange] = []
    if before.directory and after.directory:
        contacts = contact_changes(before.directory, after.directory, after.today)
        places = place_changes(before.directory, after.directory)
    pages = page_changes(before, after)
    found = Review(
        problems=after.problems,
        contacts=tuple(contacts),
        places=tuple(places),
        pages=tuple(pages),
        translations=tuple(translation_changes(before, after)),
        reading=tuple(reading_changes(before, after, pages)),
        values=(*fact_changes(before.facts, after.facts, after), *notice_changes(before, after)),
        words=tuple(word_changes(before, after)),
        contacts_compared=bool(before.directory and after.directory),
        region_names=_region_names(before) | _region_names(after),
        edited_lines=dict(_edited_lines(before, after)),
        totals=tuple(_totals(before, after)),
    )
    unseen = uncompared(before.root, after.root, changed, is_anything_told=not found.is_empty)
    addresses = dict.fromkeys(_addresses(found, after))
    return replace(found, addresses=tuple(addresses), uncompared=tuple(unseen))


def _totals(before: Snapshot, after: Snapshot) -> Iterator[Total]:
    """Yield the counts of all contacts and translations that are not what they were."""
    both = [dict(_counts(before)), dict(_counts(after))]
    for name in (each for each in both[0] if each in both[1]):
        if both[0][name] != both[1][name]:
            yield Total(name, both[0][name], both[1][name])


def _counts(snapshot: Snapshot) -> Iterator[tuple[str, int]]:
    if snapshot.directory:
        found = all_contacts(snapshot.directory, snapshot.today)
        yield from ((name, getattr(found, name)) for name in ("confirmed", "sourced", "withheld"))
    translations = all_translations(snapshot.documents, snapshot.languages)
    languages = list(language_statuses(translations, snapshot.languages))
    for name in ("current", "outdated", "missing", "unread"):
        yield name, sum(getattr(each, name) for each in languages)


def _edited_lines(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield where to look first: a slip often shows further on than where it was made."""
    for path in dict.fromkeys(each.path for each in after.problems):
        if (before.root / path).is_file() and (after.root / path).is_file():
            lines = tuple(edited_lines(_lines(before.root / path), _lines(after.root / path)))
            if len(lines) <= MOST_EDITED_LINES:
                yield path, lines


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n")


def edited_lines(before: list[str], after: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are other or new; after a removal the line there.

    Nothing when very much changed: comparing that would take minutes.
    """
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if max(len(old), len(new)) > MOST_COMPARED_LINES:
        return
    for sort, _, _, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort != "equal":
            yield from range(start + first + 1, start + max(last, first + 1) + 1)


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many lines at the start are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    shortest = min(len(one), len(other))
    return next((number for number, (mine, theirs) in pairs if mine != theirs), shortest)


def _region_names(snapshot: Snapshot) -> dict[str, str]:
    regions = snapshot.directory.regions if snapshot.directory else ()
    return {each.id: each.name for each in regions}


def _addresses(found: Review, after: Snapshot) -> Iterator[str]:
    """Yield the pages to look at, those with contacts first."""
    known = {each.code: each for each in after.languages}
    regions = [region for each in found.contacts for region in each.regions]
    regions += [each.region for each in found.places]
    if NATIONAL in regions:
        yield from _in_languages("help-now", known)
    for region in dict.fromkeys(each for each in regions if each in _region_names(after)):
        yield from _in_languages(f"{FOLDER}/{region}", known)
    for page in (each for each in found.pages if each.kind != GONE and each.lang in known):
        yield page_address(known[page.lang], page.page_id)
    for page_id in (each for value in found.values for each in value.pages):
        yield from _in_languages(page_id, known)
    for lang in dict.fromkeys(Path(each.path).stem for each in found.words):
        yield page_address(known[lang], "index")


def _in_languages(page_id: str, known: dict[str, Language]) -> Iterator[str]:
    for code in SHOWN_FIRST:
        if code in known:
            yield page_address(known[code], page_id)
