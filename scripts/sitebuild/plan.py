"""What can be needed and offered per phase, profile and area of life? Reads data/plan.yml."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitebuild.problems import Problem, did_you_mean
from sitebuild.reading import records_of, text_of, texts_of
from sitebuild.region_schema import LIFE_DOMAINS
from sitebuild.schema import SLUG, Code, Field, ListOf, Record, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml
from sitebuild.words import Words

PLAN_NAME = "data/plan.yml"
WORDS_NAME = "strings/nl.yml"
PHASES = ("contact", "orientation", "implementation", "aftercare")
PROFILES = ("a", "b", "c")
SUPPORT = "support"  # the contact itself, which is no area of life
DOMAINS = (SUPPORT, *LIFE_DOMAINS)
CELL = Record(
    (
        Field("phase", Code(PHASES), "the phase of support", required=True),
        Field("profiles", ListOf(Code(PROFILES)), "for which profiles it holds", required=True),
        Field("domain", Code(DOMAINS), "area of life, or the contact itself", required=True),
        Field("needs", ListOf(SLUG), "what can be needed"),
        Field("offers", ListOf(SLUG), "what can be offered"),
        Field("sources", ListOf(SLUG), "keys of sources.yml", required=True),
    )
)
FILE = Record((Field("cells", ListOf(CELL), "the cells of the tables", required=True),))


@dataclass(frozen=True)
class Cell:
    """What can be needed and offered in one area of life, for some profiles in one phase."""

    phase: str
    profiles: tuple[str, ...]
    domain: str
    needs: tuple[str, ...]
    offers: tuple[str, ...]
    sources: tuple[str, ...]
    line: int

    @property
    def words(self) -> Iterator[str]:
        """The paths in strings/ of what it says."""
        yield from (f"needs.{each}" for each in self.needs)
        yield from (f"offers.{each}" for each in self.offers)


@dataclass(frozen=True)
class Plan:
    """All cells, in the order of the file."""

    cells: tuple[Cell, ...]

    def of(self, phase: str, profile: str) -> list[Cell]:
        """Return the cells of one table, in the order of the areas of life."""
        found = [each for each in self.cells if each.phase == phase and profile in each.profiles]
        return sorted(found, key=lambda each: DOMAINS.index(each.domain))


def load_plan(root: Path) -> tuple[Plan, tuple[Problem, ...]]:
    """Return the tables of data/plan.yml and every problem found."""
    tree, problems = read_yaml(root / PLAN_NAME, PLAN_NAME)
    if not isinstance(tree, Tree):
        return Plan(()), problems
    wrong_shape = tuple(check_node(tree, FILE, "plan", PLAN_NAME))
    plan = Plan(tuple(_cells(tree)))
    return plan, (*problems, *wrong_shape, *(() if wrong_shape else wrong_cells(plan)))


def _cells(tree: Tree) -> Iterator[Cell]:
    for node in records_of(tree, "cells"):
        yield Cell(
            phase=text_of(node, "phase"),
            profiles=texts_of(node, "profiles"),
            domain=text_of(node, "domain"),
            needs=texts_of(node, "needs"),
            offers=texts_of(node, "offers"),
            sources=texts_of(node, "sources"),
            line=node.line,
        )


def wrong_cells(plan: Plan) -> Iterator[Problem]:
    """Yield cells that say nothing or stand twice, and tables without a need or an offer."""
    seen: dict[tuple[str, str, str], int] = {}
    for cell in plan.cells:
        place = f"{cell.phase}, {'+'.join(cell.profiles)}, {cell.domain}"
        if not cell.needs and not cell.offers:
            remedy = "Add needs or offers, or remove the cell."
            yield Problem(PLAN_NAME, cell.line, "cells", place, "This cell is empty.", remedy)
        for profile in cell.profiles:
            key = (cell.phase, profile, cell.domain)
            if key in seen:
                message = f"This cell stands twice; the first is on line {seen[key]}."
                found = ", ".join(key)
                yield Problem(PLAN_NAME, cell.line, "cells", found, message, "Make them one.")
            seen.setdefault(key, cell.line)
    yield from _poor_tables(plan)


def _poor_tables(plan: Plan) -> Iterator[Problem]:
    for phase in PHASES:
        for profile in PROFILES:
            cells = plan.of(phase, profile)
            for field in ("needs", "offers"):
                if not any(getattr(each, field) for each in cells):
                    message = f"This table has no {field}."
                    found, remedy = f"{phase}, {profile}", "Add a cell, with its source."
                    yield Problem(PLAN_NAME, 1, "cells", found, message, remedy)


def unfit_plan(plan: Plan, dutch: Words, sources: Collection[str]) -> Iterator[Problem]:
    """Yield words that strings/ lacks or that no cell uses, and sources that are unknown."""
    known = {each.removeprefix("plan.") for each in dutch.paths() if each.startswith("plan.")}
    used = {word for cell in plan.cells for word in cell.words}
    for cell in plan.cells:
        for word in cell.words:
            if word not in known:
                remedy = (
                    f"Add plan.{word} to strings/ in every language.{did_you_mean(word, known)}"
                )
                message = "There are no words for this."
                yield Problem(PLAN_NAME, cell.line, "cells", word, message, remedy)
        for key in cell.sources:
            if key not in sources:
                remedy = f"Add it to sources.yml.{did_you_mean(key, sources)}"
                yield Problem(PLAN_NAME, cell.line, "sources", key, "Unknown source.", remedy)
    for word in sorted(known):
        if word.startswith(("needs.", "offers.")) and word not in used:
            remedy = f"Name it in {PLAN_NAME}, or remove it."
            yield Problem(
                WORDS_NAME, 1, f"plan.{word}", "", "No cell of the plan says this.", remedy
            )
