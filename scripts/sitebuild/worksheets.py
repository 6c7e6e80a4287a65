"""What do the working pages for professionals show? First messages with their links, the plan."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import segno

from sitebuild.content import Content
from sitebuild.outreach import PLACEHOLDER, typical
from sitebuild.sms import Length, length

NEAR_YOU = "near-you/index"
Address = Callable[[str, str], str]  # page id, language -> address


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


def messages_in_all_languages(
    content: Content, relative: Address, absolute: Address | None
) -> Iterator[MessagesIn]:
    """Yield the first messages language by language; `absolute` is None without a known address."""
    for language in content.languages:
        code = language.code
        own = content.messages[code]
        address = absolute(NEAR_YOU, code) if absolute else ""
        yield MessagesIn(
            code,
            language.name,
            (
                Message("sms", _lines(own.sms), length(typical(own.sms))),
                Message("whatsapp", _lines(own.whatsapp)),
                Message("subject", _lines(own.subject)),
                Message("email", _lines(own.email)),
            ),
            relative(NEAR_YOU, code),
            address,
            qr_svg(address) if address else "",
        )


def _lines(text: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple(tuple(_pieces(line)) for line in text.split("\n"))


def _pieces(line: str) -> Iterator[Piece]:
    """Yield text and gaps by turns; the pattern's group puts gaps at the odd places."""
    for number, part in enumerate(re.split(PLACEHOLDER, line)):
        if part:
            yield Piece(gap=part) if number % 2 else Piece(text=part)


def qr_svg(address: str) -> str:
    """Return an address as a QR code in SVG: black on white in dark mode too, no style in it."""
    code = segno.make(address, error="m", micro=False)
    return str(
        code.svg_inline(omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    )
