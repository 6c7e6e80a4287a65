"""How many text messages does a text take? Counts as phones do (3GPP TS 23.038 and 23.040)."""

from collections.abc import Sequence
from dataclasses import dataclass

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# These take two places: an escape comes before them.
EXTENDED = frozenset("\f^{}\\[~]|€")
GSM7, UCS2 = "GSM-7", "UCS-2"
# Places in one message alone, and in each of several that belong together.
ROOM = {GSM7: (160, 153), UCS2: (70, 67)}


@dataclass(frozen=True)
class Length:
    """How a text travels: its alphabet, the places it takes, the number of messages."""

    alphabet: str
    places: int
    messages: int


def length(text: str) -> Length:
    """Return how a text travels; one letter outside GSM-7 makes all of it UCS-2."""
    alphabet = GSM7 if set(text) <= BASIC | EXTENDED else UCS2
    widths = [_width(letter, alphabet) for letter in text]
    alone, together = ROOM[alphabet]
    count = 1 if sum(widths) <= alone else _filled(widths, together)
    return Length(alphabet, sum(widths), count)


def _width(letter: str, alphabet: str) -> int:
    if alphabet == GSM7:
        return 2 if letter in EXTENDED else 1
    return len(letter.encode("utf-16-le")) // 2


def _filled(widths: Sequence[int], room: int) -> int:
    """Return how many messages are filled one after the other; no letter is cut in two."""
    count, free = 1, room
    for width in widths:
        if width > free:
            count, free = count + 1, room
        free -= width
    return count
