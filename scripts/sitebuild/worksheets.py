"""What do the working pages for professionals show? First messages with their links, the plan."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sitebuild.content import Content
from sitebuild.model import Source
from sitebuild.outreach import PLACEHOLDER, typical
from sitebuild.pages import FOLDER
from sitebuild.plan import PHASES, PROFILES, SUPPORT, Cell
from sitebuild.qr import CLEAN, qr_code
from sitebuild.sms import Length, length

NEEDS = "change/needs"
Relative = Callable[..., str]  # page id and language -> the way from this page


@dataclass(frozen=True)
class Piece:
    """A part of a message: text as it stands, or a gap to fill in ('name', 'link' ...)."""

    text: str = ""
    gap: str = ""


@dataclass(frozen=True)
class Message:
    """One first message: its kind, its lines in pieces; how an SMS of it travels."""

    kind: str
    lines: tuple[tuple[Piece, ...], ...]
    sms: Length | None = None


@dataclass(frozen=True)
class MessagesIn:
    """The messages in one language, with the address that they lead to.

    `address` is '' while nobody knows where the site stands; `way` is relative to the page.
    """

    lang: str
    name: str
    messages: tuple[Message, ...]
    way: str
    address: str
    qr: str


@dataclass(frozen=True)
class Row:
    """What a table of the plan says of one area of life; `url` leads to its page, or is ''."""

    domain: str
    url: str
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    partners: str


@dataclass(frozen=True)
class PlanTable:
    """The plan for one phase and one profile."""

    phase: str
    profile: str
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]


class Worksheets:
    """What the working pages may ask for, in one language."""

    phases = PHASES
    profiles = PROFILES

    def __init__(self, content: Content, lang: str, relative: Relative) -> None:
        """`relative` gives the ways from the page that shows this."""
        self._content = content
        self._words = content.words[lang]
        self._relative = relative
        self._root = content.paper.address  # '' while nobody knows where the site stands

    def messages(self) -> Iterator[MessagesIn]:
        """Yield the first messages, language by language."""
        for language in self._content.languages:
            own = self._content.messages[language.code]
            address = f"{self._root}{language.prefix}{FOLDER}/" if self._root else ""
            yield MessagesIn(
                language.code,
                language.name,
                (
                    Message("sms", _lines(own.sms), length(typical(own.sms))),
                    Message("whatsapp", _lines(own.whatsapp)),
                    Message("subject", _lines(own.subject)),
                    Message("email", _lines(own.email)),
                ),
                self._relative(f"{FOLDER}/index", language.code),
                address,
                # White in dark mode too: on a dark ground phones cannot read it.
                qr_code(address, CLEAN, "#fff", "qr") if address else "",
            )

    def plan(self) -> Iterator[PlanTable]:
        """Yield the tables of the plan, phase by phase."""
        for phase in PHASES:
            for profile in PROFILES:
                cells = self._content.plan.of(phase, profile)
                keys = dict.fromkeys(key for each in cells for key in each.sources)
                sources = tuple(self._content.directory.sources[key] for key in keys)
                yield PlanTable(phase, profile, tuple(map(self._row, cells)), sources)

    def _row(self, cell: Cell) -> Row:
        is_area = cell.domain != SUPPORT
        return Row(
            self._words.say(f"plan.domains.{cell.domain}"),
            self._relative(f"{NEEDS}/{cell.domain}") if is_area else "",
            self._said("needs", cell.needs),
            self._said("offers", cell.offers),
            self._words.say(f"plan.partners.{cell.domain}") if is_area else "",
        )

    def _said(self, group: str, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._words.say(f"plan.{group}.{each}") for each in codes)


def _lines(text: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple(tuple(_pieces(line)) for line in text.split("\n"))


def _pieces(line: str) -> Iterator[Piece]:
    """Yield text and gaps by turns; the pattern's group puts gaps at the odd places."""
    for number, part in enumerate(re.split(PLACEHOLDER, line)):
        if part:
            yield Piece(gap=part) if number % 2 else Piece(text=part)
