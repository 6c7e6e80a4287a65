"""How can a table be read on a phone? Each cell says its column, so that a row can be a card."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from sitebuild.finished import without_marks

# No roles: browsers keep a table a table, also when its rows are shown as cards, and HTML forbids
# to say it twice. An old browser that forgets it still reads each cell with its label.
AFTER_INLINE = 15  # Markdown's inline pass (20) comes first: then headers hold their text


class LabelledTables(Extension):
    """Adds `data-label` to the tables of a page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Register the pass over the finished tree."""
        md.treeprocessors.register(_Labels(md), "labelled-tables", AFTER_INLINE)


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            label_table(table)


def label_table(table: Element) -> None:
    """Give every cell the name of its column."""
    headers = [_text(cell) for cell in table.iter("th")]
    for row in table.iter("tr"):
        for header, cell in zip(headers, row.findall("td"), strict=False):
            cell.set("data-label", header)


def _text(cell: Element) -> str:
    return without_marks("".join(cell.itertext())).strip()
