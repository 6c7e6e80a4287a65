"""Has a translation the same shape as the Dutch? Blocks, lists and tables, section by section."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitebuild.documents import Document, Documents
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.outline import HEADING
from sitebuild.problems import Problem

ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*]|\d+\.) +")
ROW = re.compile(r"\|.*\|")
CLASS = re.compile(r"\{ \.[a-z-]+ \}")
QUOTE = re.compile(r"> ?")
Body = tuple[tuple[int, str], ...]  # a page's lines with their numbers


@dataclass(frozen=True)
class Block:
    """A paragraph, list, table or quotation: its section's id, its first line, its shape."""

    anchor: str
    line: int
    shape: str


def blocks(body: Body) -> Iterator[Block]:
    """Yield the blocks of a page in order: what stands between empty lines or headings."""
    anchor, gathered = "", list[tuple[int, str]]()
    for number, line in (*body, (0, "")):
        heading = HEADING.fullmatch(line.rstrip())
        if gathered and (heading or not line.strip()):
            yield Block(anchor, gathered[0][0], _shape([text for _, text in gathered]))
            gathered = []
        if heading:
            anchor = heading["id"] or ""
        elif line.strip():
            gathered.append((number, line))


def _shape(lines: Sequence[str]) -> str:
    if rows := [line for line in lines if ROW.fullmatch(line.strip())]:
        return f"table of {len(rows)} rows and {max(line.count('|') - 1 for line in rows)} columns"
    items = [match for line in lines if (match := ITEM.match(line))]
    if items:
        kind = "numbered list" if items[0]["mark"][0].isdigit() else "list"
        return f"{kind} of {len(items)} items"
    if QUOTE.match(lines[0]):
        return "quotation"
    marked = any(CLASS.fullmatch(line.strip()) for line in lines)
    return "marked paragraph" if marked else "paragraph"


def other_shapes(documents: Documents) -> Iterator[Problem]:
    """Yield the first block of each section whose shape differs from the Dutch."""
    for (lang, page_id), document in documents.items():
        if lang != SOURCE_LANGUAGE and (SOURCE_LANGUAGE, page_id) in documents:
            yield from _other_shapes(documents[SOURCE_LANGUAGE, page_id], document)


def _other_shapes(dutch: Document, document: Document) -> Iterator[Problem]:
    wanted, found = _by_section(dutch.body), _by_section(document.body)
    for anchor in wanted.keys() & found.keys():
        pairs = zip(wanted[anchor], found[anchor], strict=False)
        differing = next((pair for pair in pairs if pair[0].shape != pair[1].shape), None)
        if differing is None and len(wanted[anchor]) == len(found[anchor]):
            continue
        mine, theirs = differing or (wanted[anchor][-1], found[anchor][-1])
        message = f"The Dutch has a {mine.shape} here (its line {mine.line}), in #{anchor}."
        remedy = "Give the section the same paragraphs, lists and tables as the Dutch."
        yield Problem(document.path, theirs.line, "", theirs.shape, message, remedy)


@lru_cache(maxsize=2048)  # `serve` looks at all pages again after each edit
def _by_section(body: Body) -> Mapping[str, Sequence[Block]]:
    found: dict[str, list[Block]] = {}
    for block in blocks(body):
        found.setdefault(block.anchor, []).append(block)
    return found
