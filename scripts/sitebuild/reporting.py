"""Which columns has the reporting template of the regions? Returns it as CSV.

One row holds one number, so that the reports of all regions can be put under each other. The
evaluation of 2019 could compare no programmes, because each counted in its own way.
"""

from dataclasses import dataclass

from sitebuild.csv_table import table
from sitebuild.practice_form import PHASES
from sitebuild.region_schema import LIFE_DOMAINS

TEMPLATE_PATH = "data/reporting-template.csv"
ALL = "all"
# Our own advice, no rule of a law: a smaller number can point to a person in a small town.
SMALL = "under-5"
MEASURES = (
    "reached", "started", "supported", "handed-over", "ended-agreed", "ended-contact-lost",
    "aftercare", "not-helped",
)  # fmt: skip
WAYS_OF_COUNTING = ("counted", "estimated")


@dataclass(frozen=True)
class Column:
    """One column of the template: its name, and its codes or the form of what is filled in.

    `form` names a text of strings/ (reporting.forms) when there are no codes.
    """

    name: str
    codes: tuple[str, ...] = ()
    form: str = ""


COLUMNS = (
    Column("region", form="region"),
    Column("period_from", form="day"),
    Column("period_until", form="day"),
    Column("measure", MEASURES),
    Column("phase", (ALL, *PHASES)),
    Column("life_domain", (ALL, *LIFE_DOMAINS)),
    Column("number", form="number"),
    Column("counted", WAYS_OF_COUNTING),
    Column("note", form="text"),
)


def template_csv() -> str:
    """Return the empty template as CSV: the columns, and one row for each thing to count.

    What only a region knows stays empty.
    """
    names = [each.name for each in COLUMNS]
    empty = dict.fromkeys(names, "") | {"phase": ALL, "life_domain": ALL}
    return table(names, ({**empty, "measure": measure} for measure in MEASURES))
