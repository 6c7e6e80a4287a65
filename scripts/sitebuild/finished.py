"""How does HTML that is finished get past Markdown? As a mark, which is put back afterwards.

Markdown reads HTML letter by letter and leaves it as it is: that took a quarter of a build.
"""

import re

# Characters for private use: strict_yaml refuses them in every file that we read.
BLOCK, INLINE, END = "\ue000", "\ue001", "\ue002"
MARK = re.compile(rf"<p>{BLOCK}(?P<block>\d+){END}</p>|{INLINE}(?P<inline>\d+){END}")
HEADING_LINE = re.compile(r"^(## .*)$", re.M)


class Finished:
    """The finished HTML of one page, while Markdown reads the rest."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._texts: list[str] = []

    def block(self, html: str) -> str:
        """Keep HTML that stands by itself; return the paragraph that stands for it."""
        return self._kept(BLOCK, html.strip())

    def inline(self, html: str) -> str:
        """Keep HTML within a sentence; return what stands for it."""
        return self._kept(INLINE, html)

    def all_but_headings(self, markdown: str) -> str:
        """Return a generated page's Markdown, all kept but its headings: the rest is HTML."""
        parts = [part for part in HEADING_LINE.split(markdown) if part.strip()]
        headings = HEADING_LINE.fullmatch
        return "\n\n".join(part if headings(part) else self.block(part) for part in parts)

    def put_back(self, html: str) -> str:
        """Return a page's HTML with everything that was kept in its place."""
        return MARK.sub(lambda match: self._texts[int(match["block"] or match["inline"])], html)

    def _kept(self, kind: str, html: str) -> str:
        self._texts.append(html)
        return f"{kind}{len(self._texts) - 1}{END}"


def without_marks(text: str) -> str:
    """Return a text without what stands for HTML in it."""
    return MARK.sub("", text)
