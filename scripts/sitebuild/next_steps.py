"""What must be mended first? The most harmful sort comes first, and at most seven are named.

The order of harm: somebody in danger who finds no number, or a wrong one; then somebody who finds
nobody nearby; then text that is old or cannot be read; then what only makes us less sure.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitebuild.content import Content
from sitebuild.coverage import COVERAGE_NAME
from sitebuild.coverage_cells import outdated_statements
from sitebuild.documents import CORE_PAGES, NOT_READ
from sitebuild.facts import FACTS_NAME
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Datum, NationalLine, Organisation
from sitebuild.publishing import State, needs_recheck, state_of
from sitebuild.regions import REGIONS_NAME
from sitebuild.render import has_reachable_helper
from sitebuild.translations import CURRENT

MOST_STEPS = 7
DANGER = "danger"


@dataclass(frozen=True, order=True)
class Place:
    """What a step is about: its name, and the file and line where it is mended (0: whole file)."""

    name: str
    path: str
    line: int = 0


@dataclass(frozen=True)
class Step:
    """One sort of thing to mend, with everything it is about; `kind` names its words."""

    kind: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.places)


Find = Callable[[Content], Iterator[Place]]


def next_steps(content: Content) -> tuple[Step, ...]:
    """Return what to mend first, most harmful first; nothing when all is well."""
    steps = (Step(kind, tuple(find(content))) for kind, find in HARM.items())
    return tuple(step for step in steps if step.places)[:MOST_STEPS]


def _hidden_danger_lines(content: Content) -> Iterator[Place]:
    for line, organisation in _lines(content, DANGER):
        if not content.published[line.organisation].of("phone"):
            yield Place(organisation.name, REGIONS_NAME, organisation.line)


def _unconfirmed_danger_lines(content: Content) -> Iterator[Place]:
    for line, _ in _lines(content, DANGER):
        yield from _unconfirmed(line, content)


def _unconfirmed_other_lines(content: Content) -> Iterator[Place]:
    for line in content.directory.national_lines:
        if line.group != DANGER:
            yield from _unconfirmed(line, content)


def _lines(content: Content, group: str) -> Iterator[tuple[NationalLine, Organisation]]:
    for line in content.directory.national_lines:
        if line.group == group:
            yield line, content.directory.organisations[line.organisation]


def _unconfirmed(line: NationalLine, content: Content) -> Iterator[Place]:
    """Yield the phone numbers that visitors see and nobody of us has checked."""
    organisation = content.published[line.organisation]
    for datum in organisation.of("phone"):
        if datum.state is State.SOURCED:
            yield Place(f"{organisation.name}: {datum.value}", REGIONS_NAME, datum.line)


def _regions_without_number(content: Content) -> Iterator[Place]:
    for region in content.directory.regions:
        if not any(content.published[name].of("phone") for name in region.named):
            yield Place(region.name, REGIONS_NAME, region.line)


def _regions_without_helper(content: Content) -> Iterator[Place]:
    """Yield regions whose page shows no way to reach somebody who helps with every question."""
    for region in content.directory.regions:
        if not has_reachable_helper(region, content.published):
            yield Place(region.name, REGIONS_NAME, region.line)


def _core_pages_behind(content: Content) -> Iterator[Place]:
    return _behind(content, is_core=True)


def _other_pages_behind(content: Content) -> Iterator[Place]:
    return _behind(content, is_core=False)


def _behind(content: Content, *, is_core: bool) -> Iterator[Place]:
    for each in content.translations.values():
        if each.state != CURRENT and (each.page_id in CORE_PAGES) is is_core:
            path = f"docs/{each.lang}/{each.page_id}.md"
            yield Place(f"{each.lang}: {each.page_id}", path)


def _overdue_figures(content: Content) -> Iterator[Place]:
    for fact in content.facts.by_key.values():
        if fact.is_due(content.today):
            yield Place(fact.key, FACTS_NAME, fact.line)


def _ageing_checks(content: Content) -> Iterator[Place]:
    for organisation, datum in _contacts(content):
        old = datum.checked and needs_recheck(datum.checked, content.today)
        if old and _state(organisation, datum, content) is State.CONFIRMED:
            yield Place(f"{organisation.name}: {datum.field}", REGIONS_NAME, datum.line)


def _withheld_contacts(content: Content) -> Iterator[Place]:
    """Yield where they stand; never what they are."""
    for organisation, datum in _contacts(content):
        if _state(organisation, datum, content) is State.WITHHELD:
            yield Place(f"{organisation.name}: {datum.field}", REGIONS_NAME, datum.line)


def _contacts(content: Content) -> Iterator[tuple[Organisation, Datum]]:
    for organisation in content.directory.organisations.values():
        yield from ((organisation, datum) for datum in organisation.contacts)


def _state(organisation: Organisation, datum: Datum, content: Content) -> State:
    return state_of(datum, organisation, content.directory.sources, content.today)


def _unread_core_pages(content: Content) -> Iterator[Place]:
    for each in content.translations.values():
        if each.is_unread and each.page_id in CORE_PAGES:
            path = f"docs/{each.lang}/{each.page_id}.md"
            yield Place(f"{each.lang}: {each.page_id}", path)


def _unread_law(content: Content) -> Iterator[Place]:
    for (lang, page_id), document in content.documents.items():
        if lang == SOURCE_LANGUAGE and document.meta.get("lawyer_read") == NOT_READ:
            yield Place(page_id, document.path)


def _old_coverage(content: Content) -> Iterator[Place]:
    sources = content.directory.sources
    for each in outdated_statements(content.coverage_file, sources, content.today):
        yield Place(f"{each.region}: {', '.join(each.subjects)}", COVERAGE_NAME, each.line)


# The order of harm, openly: it stands on the page too.
HARM: dict[str, Find] = {
    "danger-hidden": _hidden_danger_lines,
    "danger-unconfirmed": _unconfirmed_danger_lines,
    "region-without-number": _regions_without_number,
    "core-behind": _core_pages_behind,
    "region-without-helper": _regions_without_helper,
    "line-unconfirmed": _unconfirmed_other_lines,
    "figure-overdue": _overdue_figures,
    "check-ageing": _ageing_checks,
    "page-behind": _other_pages_behind,
    "core-unread": _unread_core_pages,
    "law-unread": _unread_law,
    "coverage-overdue": _old_coverage,
    "withheld": _withheld_contacts,
}
