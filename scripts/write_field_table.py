"""Write the table of fields into FIELDS.md."""

from pathlib import Path

from sitebuild.field_table import with_tables

TARGET = Path(__file__).resolve().parent.parent / "FIELDS.md"

if __name__ == "__main__":
    TARGET.write_text(with_tables(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
