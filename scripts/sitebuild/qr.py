"""How does an address become a QR code that needs no style, and that segno alone draws?"""

from functools import lru_cache

import segno
from markupsafe import Markup

WORN, CLEAN = "q", "m"  # a quarter, or a seventh, of the code may be unreadable


@lru_cache(maxsize=512)
def qr_code(address: str, level: str, light: str | None = None, name: str | None = None) -> Markup:
    """Return an address as SVG that takes the size of its box: black, on `light` where given.

    `level` says how much of it may be dirty or worn; `name` becomes its class.
    """
    code = segno.make(address, error=level, micro=False)
    svg = code.svg_inline(
        omitsize=True, dark="#000", light=light, svgclass=name, lineclass=None, border=4
    )
    # Made by segno from an address that was checked: squares and their colour.
    return Markup(svg)  # noqa: S704
