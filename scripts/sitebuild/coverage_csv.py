"""What does coverage.csv hold? One row per region and subject, the unknown ones too."""

from collections.abc import Iterator

from sitebuild.content import Content
from sitebuild.coverage import COUNTRY
from sitebuild.coverage_cells import Cell, Evidence
from sitebuild.coverage_view import CoverageView
from sitebuild.csv_table import table
from sitebuild.languages import SOURCE_LANGUAGE

COLUMNS = (
    "region", "region_name", "kind", "subject", "subject_nl", "subject_en", "value", "as_of",
    "checked_by_us", "organisations", "sources", "source_urls",
    "older_value", "older_as_of", "older_sources",
)  # fmt: skip


def coverage_csv(content: Content) -> str:
    """Return the table as CSV."""
    return table(COLUMNS, (dict(zip(COLUMNS, row, strict=True)) for row in _rows(content)))


def _rows(content: Content) -> Iterator[tuple[str, ...]]:
    dutch, english = CoverageView(content, SOURCE_LANGUAGE), CoverageView(content, "en")
    names = {COUNTRY: "", **{each.id: each.name for each in content.directory.regions}}
    for region, name in names.items():
        for kind, subjects in content.coverage.kinds.items():
            for subject in subjects:
                cell = content.coverage.cells[region, subject]
                labels = (dutch.subject(subject), english.subject(subject))
                yield (region, name, kind, subject, *labels, cell.value, *_known(cell))


def _known(cell: Cell) -> tuple[str, ...]:
    """Who says the opposite of a cell's value (`despite`) is no proof of that value."""
    proof = tuple(each for each in cell.evidence if each.value is cell.value)
    newest = max((each.as_of for each in proof), default="")
    names = (each.organisation for each in proof if each.organisation)
    checked = "yes" if any(each.checked for each in proof) else ""
    older = cell.older[0] if cell.older else None
    old = (older.value, older.as_of, _titles((older,))) if older else ("", "", "")
    urls = (source.url for each in proof for source in each.sources if source.url)
    return (newest, checked, _joined(names), _titles(proof), _joined(urls), *old)


def _titles(evidence: tuple[Evidence, ...]) -> str:
    return _joined(source.title for each in evidence for source in each.sources)


def _joined(texts: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
