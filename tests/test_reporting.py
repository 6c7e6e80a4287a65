"""The reporting template: the file, the page's table and the codes are one list."""

import csv
import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from sitebuild.content import Content
from sitebuild.practice_form import PHASES
from sitebuild.region_schema import LIFE_DOMAINS
from sitebuild.reporting import (
    COLUMNS,
    MEASURES,
    SMALL,
    TEMPLATE_PATH,
    template_csv,
)

LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")
NAMES = [each.name for each in COLUMNS]
CODES = {each.name: each.codes for each in COLUMNS if each.codes}


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_file_reads_back() -> None:
    data = template_csv().encode("utf-8")
    found = rows(data)
    assert list(found[0]) == NAMES
    assert [row["measure"] for row in found] == list(MEASURES)
    for row in found:
        assert None not in row
        for name, codes in CODES.items():
            assert row[name] in ("", *codes)
        assert row["region"] == row["number"] == row["counted"] == ""


def test_the_file_is_csv_as_rfc_4180_has_it() -> None:
    data = template_csv().encode("utf-8")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(MEASURES) + 1


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in rows(template_csv().encode("utf-8")) for cell in row.values()]
    assert not [cell for cell in (*cells, *NAMES, SMALL) if cell[:1] in tuple("=+-@\t\r")]


def test_phases_and_areas_of_life_are_those_of_the_site() -> None:
    assert CODES["phase"] == ("all", *PHASES)
    assert CODES["life_domain"] == ("all", *LIFE_DOMAINS)


def test_every_column_has_codes_or_a_form() -> None:
    for each in COLUMNS:
        assert bool(each.codes) != bool(each.form), each.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_and_measure_has_words(content: Content, lang: str) -> None:
    words = content.words[lang]
    for name in NAMES:
        assert words.say(f"reporting.columns.{name}")
    for measure in MEASURES:
        assert words.say(f"reporting.measures.{measure}")
    for form in (each.form for each in COLUMNS if each.form):
        assert words.say(f"reporting.forms.{form}")
    assert "{small}" in words.say("reporting.forms.number")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_the_page_is_that_of_the_file(site: Path, lang: str) -> None:
    prefix = "" if lang == "nl" else f"{lang}/"
    path = site / f"{prefix}professionals/reporting/index.html"
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
    table, measures = page.find(id="columns-table"), page.find(id="measures-table")
    assert isinstance(table, Tag) and isinstance(measures, Tag)
    cells = [row.find_all("td") for row in table.select("tbody tr")]
    assert [row[0].get_text() for row in cells] == list(rows(template_csv().encode("utf-8"))[0])
    for column, (_, _, allowed) in zip(COLUMNS, cells, strict=True):
        assert tuple(code.get_text() for code in allowed.find_all("code")) == column.codes
    assert SMALL in table.get_text()
    firsts = [row.td.get_text() for row in measures.select("tbody tr") if row.td]
    assert firsts == list(MEASURES)
    (link,) = page.select("a[download][href$='.csv']")
    target = (path.parent / str(link["href"])).resolve()
    assert target == (site / TEMPLATE_PATH).resolve()
    assert list(rows(target.read_bytes())[0]) == NAMES
