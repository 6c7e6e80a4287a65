"""Which fields does an editor find in FIELDS.md? Made from the schema, so it is true."""

from sitebuild.coverage import STATEMENT, TILE
from sitebuild.documents import ENTRY, FRONT_MATTER
from sitebuild.facts import FACT, OPEN_QUESTION
from sitebuild.notices import notice_record
from sitebuild.outreach import FILE as MESSAGES
from sitebuild.plan import CELL
from sitebuild.region_schema import (
    MEMBERSHIP,
    MUNICIPALITY,
    NATIONAL_LINE,
    ORGANISATION,
    PROVENANCE,
    SOURCE,
    region_record,
)
from sitebuild.schema import Code, Field, ListOf, Record
from sitebuild.search_data import SYNONYM

START = "<!-- fields -->"
END = "<!-- /fields -->"


def field_tables() -> str:
    """Return Markdown tables of every field: name, whether it must be there, meaning."""
    parts = (
        ("An organisation", ORGANISATION.fields),
        ("A contact or fact: `value` (or `values`), and where it comes from", PROVENANCE),
        ("A region", region_record(()).fields),
        ("A region's organisation", MEMBERSHIP.fields),
        ("A municipality", MUNICIPALITY.fields),
        ("A national line", NATIONAL_LINE.fields),
        ("A source (`sources.yml`)", SOURCE.fields),
        ("A figure (`facts.yml`)", FACT.fields),
        ("An open question (`facts.yml`)", OPEN_QUESTION.fields),
        ("What is there in a region (`coverage.yml`, `statements`)", STATEMENT.fields),
        ("A region on the map (`coverage.yml`, `tiles`)", TILE.fields),
        ("A notice (`notices.yml`)", notice_record(()).fields),
        ("A word that people type (`strings/search/<language>.yml`, `synonyms`)", SYNONYM.fields),
        ("First messages (`strings/messages/<language>.yml`)", MESSAGES.fields),
        ("A cell of the plan (`data/plan.yml`)", CELL.fields),
        ("The top of a page (`docs/`)", FRONT_MATTER.fields),
        (
            "The top of a good practice (`docs/nl/` and `docs/en/professionals/good-practice/`)",
            ENTRY.fields,
        ),
    )
    return "\n\n".join(_table(title, fields) for title, fields in parts)


def with_tables(text: str) -> str:
    """Return FIELDS.md with the tables between its two marks brought up to date."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{field_tables()}\n{END}{after}"


def _table(title: str, fields: tuple[Field, ...]) -> str:
    rows = [
        f"| `{each.name}` | {'yes' if each.required else ''} | {_meaning(each)} |"
        for each in fields
    ]
    return "\n".join(
        [f"**{title}**", "", "| Field | Must | Meaning |", "| --- | --- | --- |", *rows]
    )


def _meaning(field: Field) -> str:
    codes = _codes(field)
    return field.meaning + (f": {', '.join(f'`{code}`' for code in codes)}" if codes else "")


def _codes(field: Field) -> tuple[str, ...]:
    kind = field.kind
    if isinstance(kind, Record):
        kind = next((each.kind for each in kind.fields if each.name in ("value", "values")), kind)
    if isinstance(kind, ListOf):
        kind = kind.item
    return kind.known if isinstance(kind, Code) else ()
