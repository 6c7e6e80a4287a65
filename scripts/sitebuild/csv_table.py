"""How does a table leave as CSV, so that no spreadsheet takes a cell for a formula?"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# Spreadsheets calculate a cell that begins so, the wide forms of Asian keyboards too (OWASP,
# "CSV Injection"). Apostrophes before it are of an earlier time that this was done.
BEGINS_A_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
BOM = "\ufeff"  # without it Excel reads UTF-8 as something else


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: with an apostrophe before it.

    To read it back: take away one apostrophe that stands before = + - @, tab or line end.
    "'s-Gravenhage" is no such text and stays as it is.
    """
    return f"'{text}" if BEGINS_A_FORMULA.match(text) else text


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return CSV as RFC 4180 has it, with a BOM; KeyError when a row lacks a column."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe_cell(row[name]) for name in columns] for row in rows)
    return BOM + text.getvalue()
