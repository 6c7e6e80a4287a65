"""How far is each translation? Derived from the version of the Dutch that it says it follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitebuild.documents import Document, Documents
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.practice_form import is_written_in
from sitebuild.versions import section_versions

CURRENT, OUTDATED, MISSING = "current", "outdated", "missing"


@dataclass(frozen=True)
class Translation:
    """The state of one page in one language.

    `state` is current, outdated or missing; `changed` are the ids of the Dutch sections that
    changed since (or are new); `reviewed_on` is the day a native reader read it, or ''.
    """

    page_id: str
    lang: str
    state: str
    changed: tuple[str, ...] = ()
    reviewed_on: str = ""

    @property
    def is_unread(self) -> bool:
        """Say whether no native reader has confirmed it."""
        return self.state != MISSING and not self.reviewed_on


def translation(documents: Documents, lang: str, page_id: str) -> Translation:
    """Return the state of a page in a language other than Dutch."""
    dutch, document = documents[SOURCE_LANGUAGE, page_id], documents.get((lang, page_id))
    if document is None:
        return Translation(page_id, lang, MISSING)
    changed = changed_sections(dutch, document)
    state = OUTDATED if changed else CURRENT
    return Translation(page_id, lang, state, changed, document.meta.get("reviewed_on", ""))


def changed_sections(dutch: Document, document: Document) -> tuple[str, ...]:
    """Return the ids of the Dutch sections whose present version the translation does not follow.

    All of them when it does not say what it follows.
    """
    versions = section_versions(dutch).items()
    return tuple(anchor for anchor, version in versions if document.follows.get(anchor) != version)


def all_translations(documents: Documents, languages: Sequence[Language]) -> Iterator[Translation]:
    """Yield the state of every Dutch page in every other language it must have, page by page."""
    pages = sorted(page_id for lang, page_id in documents if lang == SOURCE_LANGUAGE)
    for page_id in pages:
        for language in languages:
            wanted = is_written_in(page_id, language.code)
            if language.code != SOURCE_LANGUAGE and wanted:
                yield translation(documents, language.code, page_id)
