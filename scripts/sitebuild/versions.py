"""Which version of the Dutch does a text follow? One short hash per section says it."""

import hashlib
import re
from collections.abc import Iterator

from sitebuild.documents import FRONT, Document
from sitebuild.outline import HEADING

# A source's key may change its name; what the reader reads does not.
INVISIBLE = re.compile(r"\s*\[\[source [^\[\]]*\]\]")
FRONT_FIELDS = ("title", "description", "door", "lead", "intro")
LENGTH = 8
START = "start"  # what stands before the first heading


def section_versions(document: Document) -> dict[str, str]:
    """Return the version of each section by its heading's id, in order; FRONT is the top block.

    A section runs from a heading, of any level, to the next one. White space and sources do
    not count.
    """
    front = "\n".join(document.meta.get(field, "") for field in FRONT_FIELDS)
    texts = {FRONT: front} | {anchor: "\n".join(lines) for anchor, lines in sections(document)}
    return {anchor: _version(text) for anchor, text in texts.items()}


def sections(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Yield each section's heading id and its lines, the heading included."""
    anchor, lines = START, list[str]()
    for _, line in document.body:
        if heading := HEADING.fullmatch(line.rstrip()):
            if anchor != START or any(lines):
                yield anchor, lines
            anchor, lines = heading["id"] or "", []
        lines.append(line)
    if anchor != START or any(lines):
        yield anchor, lines


def _version(text: str) -> str:
    read = " ".join(INVISIBLE.sub("", text).split())
    return hashlib.sha256(read.encode("utf-8")).hexdigest()[:LENGTH]
