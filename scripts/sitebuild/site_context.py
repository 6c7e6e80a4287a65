"""What may page templates ask for? Builds the `site` object of one page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from sitebuild import open_data
from sitebuild.coverage_view import CoverageView
from sitebuild.documents import Document
from sitebuild.editing import Editing
from sitebuild.formats import day_text
from sitebuild.frame import Frame
from sitebuild.knowledge import Knowledge
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.links import (
    LanguageLink,
    Letter,
    Link,
    MunicipalityLink,
    page_address,
    relative,
    sort_name,
)
from sitebuild.menu import Entry
from sitebuild.pages import FOLDER, REFERRALS
from sitebuild.policy import CSP, CSP_SERVING
from sitebuild.problems import ContentError, Problem
from sitebuild.provenance import Provenance, SourceLine, bibliography, provenance
from sitebuild.status_data import StatusPage, status_page
from sitebuild.translations import MISSING, OUTDATED, Translation
from sitebuild.words import Words
from sitebuild.worksheets import Worksheets

# Home leads to these in other ways: the finder, help now, and the lines at its end.
NOT_A_DOOR = ("index", "help-now", "near-you/index", "safe-visit", "about/index")
IN_FOOTER = (
    "safe-visit",
    "about/index",
    "about/sources",
    "about/privacy",
    "about/accessibility",
    "about/contribute",
)
UNREAD = "unread"


class PageSite:
    """The `site` object: words, links and state of one page in one language."""

    def __init__(self, frame: Frame, lang: str, page_id: str, content_lang: str) -> None:
        """`content_lang` is the language of the page's text: Dutch when it is not translated."""
        self._frame = frame
        self._content = frame.content
        self._language = next(each for each in frame.content.languages if each.code == lang)
        self.lang = lang
        self.page_id = page_id
        self.content_lang = content_lang
        self.w: Words = frame.content.words[lang]
        self.dutch: Words = frame.content.words[SOURCE_LANGUAGE]
        self.owner = frame.owner
        self.repository = frame.repository
        self.exit_url = frame.exit_url
        self.csp = CSP_SERVING if frame.serving else CSP

    @property
    def _here(self) -> str:
        return page_address(self._language, self.page_id)

    def _relative(self, address: str) -> str:
        return relative(address, self._here)

    def url(self, page_id: str, lang: str = "") -> str:
        """Return the relative way to a page, in this language unless another is named."""
        code = lang or self.lang
        language = next(each for each in self._content.languages if each.code == code)
        return self._relative(page_address(language, page_id))

    def asset(self, name: str) -> str:
        """Return the relative way to a file of assets/, named without its hash."""
        return self._relative(f"assets/{self._frame.assets[name]}")

    def download(self, name: str) -> str:
        """Return the relative way to a file of open data, named by its path under data/."""
        return self._relative(f"{open_data.FOLDER}/{name}")

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """The forms that the open data had, the newest first: version, day, what changed."""
        return [
            (form, self.day(day), self.w.say(open_data.change_words(form)))
            for form, day in reversed(open_data.CHANGES)
        ]

    def day(self, text: str) -> str:
        """Return a date as this language writes it."""
        return day_text(text, self.lang)

    @property
    def dutch_url(self) -> str:
        """The relative way to the Dutch of this page."""
        return self.url(self.page_id, SOURCE_LANGUAGE)

    @property
    def languages(self) -> list[LanguageLink]:
        """This page in every language, in the site's order."""
        return [
            LanguageLink(
                each.code, each.name, self.url(self.page_id, each.code), each.code == self.lang
            )
            for each in self._content.languages
        ]

    @property
    def translation(self) -> str | None:
        """'missing', 'outdated' or 'unread': what the reader must know of this translation."""
        if self.lang == SOURCE_LANGUAGE:
            return None
        if self.lang != self.content_lang:
            return MISSING
        state = self.translation_state
        if state is None:  # a generated page: its words stand in strings/
            return UNREAD
        return OUTDATED if state.state == OUTDATED else (UNREAD if state.is_unread else None)

    @cached_property
    def translation_state(self) -> Translation | None:
        """How far this page's translation is; None for Dutch and for generated pages."""
        return self._content.translations.get((self.lang, self.page_id))

    @property
    def checked(self) -> str | None:
        """The day the text was last checked, as this language writes it."""
        day = self._meta(self.page_id).get("checked")
        return day_text(day, self.lang) if day else None

    @property
    def notices(self) -> list[str]:
        """The dated notices that stand on this page today, in its language."""
        today = self._content.today
        shown = [each for each in self._content.notices if each.shows(self.page_id, today)]
        return [each.text[self.lang] for each in shown]

    @cached_property
    def provenance(self) -> Provenance | None:
        """Where the text comes from; None for generated pages, which say it themselves."""
        document = self._document(self.page_id)
        return provenance(document, self._content, self.lang) if document else None

    @cached_property
    def worksheets(self) -> Worksheets:
        """What the working pages for professionals show."""
        return Worksheets(self._content, self.lang, self.url)

    @property
    def editing(self) -> Editing:
        """The ways to mend this page, and to report a mistake on it."""
        email = self.owner.email
        return Editing(self._content, self.repository, email, self.page_id, self.lang)

    @property
    def status(self) -> StatusPage:
        """How the whole site is doing, and what to mend first."""
        return status_page(self._content)

    @property
    def bibliography(self) -> tuple[SourceLine, ...]:
        """Every source that the pages cite."""
        return bibliography(self._content, self.lang)

    @property
    def translations(self) -> list[tuple[Link, list[Translation]]]:
        """Every page of the menu with the state of its translations, in the site's order."""
        states = self._content.translations.values()
        by_page = {page_id: list(each) for page_id, each in groupby(states, _page_id)}
        return [(link, by_page[link.id]) for link in _all(self.topics) if link.id in by_page]

    @cached_property
    def coverage(self) -> CoverageView:
        """What is known per region and subject."""
        return CoverageView(self._content, self.lang)

    @property
    def knowledge(self) -> Knowledge:
        """What regions tell each other: good practice, as this page and language show it."""
        return Knowledge(self._content.documents, self.lang, self.content_lang, self.page_id)

    @property
    def pages(self) -> list[Link]:
        """The pages below this one in the menu."""
        return next((list(each.children) for each in _all(self.menu) if each.current), [])

    @cached_property
    def menu(self) -> list[Link]:
        """The sections, in the order of mkdocs.yml; only the one of this page has its pages."""
        return [self._menu_link(entry, self._is_around) for entry in self._frame.menu]

    @cached_property
    def topics(self) -> list[Link]:
        """All pages of the menu, each under the page of its section."""
        return [self._menu_link(entry, lambda _: True) for entry in self._frame.menu]

    @property
    def footer(self) -> list[Link]:
        """The links at the foot of each page, as far as there are such pages."""
        entries = {each.page_id: each for each in _entries(self._frame.menu)}
        found = [entries[page_id] for page_id in IN_FOOTER if page_id in entries]
        return [self._menu_link(entry, lambda _: False) for entry in found]

    def _is_around(self, entry: Entry) -> bool:
        return self.page_id.startswith(entry.page_id.removesuffix("index"))

    @property
    def doors(self) -> list[Link]:
        """The home page's doors: the menu without home itself and help now."""
        return [link for link in self.menu if link.id not in NOT_A_DOOR]

    @property
    def _family(self) -> str:
        """The family of generated pages that the lists of this page lead to."""
        return REFERRALS if self.page_id.startswith(REFERRALS) else FOLDER

    @property
    def regions(self) -> list[Link]:
        """All regions, by name."""
        regions = sorted(self._content.directory.regions, key=lambda each: each.name)
        return [Link(each.id, each.name, self.url(f"{self._family}/{each.id}")) for each in regions]

    @property
    def municipalities(self) -> list[Letter]:
        """All municipalities by first letter, each with its region."""
        names = sorted(
            (sort_name(each.name), each.name, region.name, self.url(f"{self._family}/{region.id}"))
            for region in self._content.directory.regions
            for each in region.municipalities
        )
        groups = groupby(names, key=lambda row: row[0][0].upper())
        return [
            Letter(letter, tuple(MunicipalityLink(*row[1:]) for row in rows))
            for letter, rows in groups
        ]

    def _menu_link(self, entry: Entry, unfolds: Callable[[Entry], bool]) -> Link:
        document = self._document(entry.page_id)
        if document is None:
            raise ContentError((_missing_page(entry.page_id),))
        return Link(
            id=entry.page_id,
            title=document.meta["title"] if entry.page_id == "index" else document.heading,
            url=self.url(entry.page_id),
            current=entry.page_id == self.page_id,
            text=document.meta.get("door", ""),
            children=tuple(self._menu_link(child, unfolds) for child in entry.children)
            if unfolds(entry)
            else (),
            lang="" if document.lang == self.lang else document.lang,
        )

    def _document(self, page_id: str) -> Document | None:
        documents = self._content.documents
        return documents.get((self.lang, page_id)) or documents.get((SOURCE_LANGUAGE, page_id))

    def _meta(self, page_id: str) -> Mapping[str, str]:
        found = self._document(page_id)
        return found.meta if found else {}


def _page_id(state: Translation) -> str:
    return state.page_id


def _missing_page(page_id: str) -> Problem:
    remedy = f"Write docs/{SOURCE_LANGUAGE}/{page_id}.md, or take it out of nav."
    return Problem("mkdocs.yml", 1, "nav", page_id, "There is no such page.", remedy)


def _entries(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.children)


def _all(links: Sequence[Link]) -> Iterator[Link]:
    for link in links:
        yield link
        yield from _all(link.children)
