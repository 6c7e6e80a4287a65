"""How can a table be read on a phone? Each cell says its column, so that a row can be a card."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Rows that are shown as cards are no table rows to a browser any more; the roles keep them so.
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row"}
AFTER_INLINE = 15  # Markdown's inline pass (20) comes first: then headers hold their text


class LabelledTables(Extension):
    """Adds `data-label` and roles to the tables of a page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register the pass over the finished tree."""
        md.treeprocessors.register(_Labels(md), "labelled-tables", AFTER_INLINE)


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            label_table(table)


def label_table(table: Element) -> None:
    """Give every cell the name of its column, and every part of the table its role."""
    for tag, role in ROLES.items():
        for part in table.iter(tag):
            part.set("role", role)
    headers = [_text(cell) for cell in table.iter("th")]
    for cell in table.iter("th"):
        cell.set("role", "columnheader")
    for row in table.iter("tr"):
        for header, cell in zip(headers, row.findall("td"), strict=False):
            cell.set("role", "cell")
            cell.set("data-label", header)


def _text(cell: Element) -> str:
    return "".join(cell.itertext()).strip()
