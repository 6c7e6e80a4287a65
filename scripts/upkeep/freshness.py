"""What is past its date, or soon will be, and whom can one ask? One text per region and kind.

`make todo` lists everything that nobody knows yet; this room only what was known and grows old,
so that an issue means that something got worse.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sitebuild.content import Content
from sitebuild.coverage import COUNTRY, COVERAGE_NAME, Statement
from sitebuild.coverage_cells import is_current, outdated_statements
from sitebuild.facts import FACTS_NAME
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.markdown_text import with_addresses
from sitebuild.model import Datum, Organisation, Source
from sitebuild.notices import NOTICES_NAME
from sitebuild.publishing import State, needs_recheck, state_of
from sitebuild.region_checks import REGIONS_NAME, all_data
from sitebuild.translations import OUTDATED

from upkeep.issue_files import Place, file_name, issue_text

DAYS_AHEAD = 60
DAYS_A_PAGE_IS_FRESH = 365
LONG_AGO = date(2000, 1, 1)  # on that day every source and check of ours was still fresh
NATIONAL = "landelijk / national"
FIGURES = "cijfers en berichten / figures and notices"
PAGES = "pagina's / pages"
HEAD = ("waar / where", "wat / what", "waarom / why", "vraag aan / ask")
INTRO = """\
Bekijk elke regel: klopt het nog? Pas de regel aan, met bron en datum (`CONTRIBUTING.md`).
Vraag naar de organisatie, nooit naar een persoon, en zet hier geen persoonsgegevens.

Look at each line: is it still right? Change the line, with source and date (`CONTRIBUTING.md`).
Ask about the organisation, never about a person, and put no personal data here."""
MORE = "En nog {count} regels: `make freshness`. / And {count} more lines: `make freshness`."


@dataclass(frozen=True)
class Due:
    """One thing past its date: of which issue, where it stands, what it is, why, whom to ask."""

    group: str
    path: str
    line: int
    what: str
    why: str
    ask: str


def everything_due(content: Content) -> tuple[Due, ...]:
    """Return all that is past its date, national lines first, then by region."""
    found = [
        due
        for name, group in _groups(content).items()
        for due in _contacts(content.directory.organisations[name], group, content)
    ]
    found += [*_coverage(content), *_figures(content), *_notices(content)]
    found += [*_pages(content), *_translations(content)]
    return tuple(found)


def _groups(content: Content) -> Mapping[str, str]:
    """Return organisation -> issue: one that helps in more regions stands under the first.

    Who is held back from every page is not here: what nobody sees cannot leave the site.
    """
    directory = content.directory
    groups = {line.organisation: NATIONAL for line in directory.national_lines}
    for region in directory.regions:
        for name in region.named:
            groups.setdefault(name, _of_region(region.name))
    return groups


def _of_region(name: str) -> str:
    return f"regio / region {name}"


def _contacts(organisation: Organisation, group: str, content: Content) -> Iterator[Due]:
    ask = _whom(organisation, content)
    for field, datum in all_data(organisation):
        if why := ageing(datum, organisation, content.directory.sources, content.today):
            what = f"{organisation.name}: {field.partition('.')[2]}"
            yield Due(group, REGIONS_NAME, datum.line, what, why, ask)


def ageing(
    datum: Datum, organisation: Organisation, sources: Mapping[str, Source], today: date
) -> str:
    """Return in Dutch and English why a datum asks for a new look, or ''."""

    def shown(day: date) -> bool:
        return state_of(datum, organisation, sources, day) is not State.WITHHELD

    if not shown(LONG_AGO):
        return ""  # held back, or never proven: that is work for `make todo`
    if not shown(today):
        return "te oud, staat niet meer op de site / too old, no longer on the site"
    days = (today + timedelta(number) for number in range(1, DAYS_AHEAD + 1))
    if last := next((day for day in days if not shown(day)), None):
        return f"verdwijnt op {last} van de site / leaves the site on {last}"
    if datum.checked and needs_recheck(datum.checked, today):
        return f"nagekeken op {datum.checked} / checked on {datum.checked}"
    return ""


def _whom(organisation: Organisation, content: Content) -> str:
    """Return how to reach an organisation; only with what may be shown."""
    published = content.published[organisation.id]
    ways = [datum.value for field in ("email", "phone", "website") for datum in published.of(field)]
    return ", ".join(ways[:2]) or "niets bekend: zoek hun pagina / nothing known: find their page"


def _coverage(content: Content) -> Iterator[Due]:
    sources, names = content.directory.sources, {COUNTRY: NATIONAL}
    names |= {each.id: _of_region(each.name) for each in content.directory.regions}
    soon = content.today + timedelta(DAYS_AHEAD)
    for each in outdated_statements(content.coverage_file, sources, soon):
        if is_current(each, sources, LONG_AGO):  # else it never counted: work for `make todo`
            what = f"{', '.join(each.subjects)}: {each.value}"
            ask = _where([sources[key] for key in each.sources])
            yield Due(names[each.region], COVERAGE_NAME, each.line, what, _age(each, content), ask)


def _age(statement: Statement, content: Content) -> str:
    days = (content.today + timedelta(number) for number in range(DAYS_AHEAD + 1))
    end = next(day for day in days if not is_current(statement, content.directory.sources, day))
    if end > content.today:
        return f"telt niet meer vanaf {end} / counts no longer from {end}"
    return "te oud, telt niet meer / too old, no longer counts"


def _where(sources: Iterable[Source]) -> str:
    return ", ".join(each.url or each.title for each in sources)


def _figures(content: Content) -> Iterator[Due]:
    for fact in content.facts.by_key.values():
        if fact.is_due(content.today):
            sources = [content.directory.sources[key] for key in fact.sources]
            why = f"opnieuw bekijken sinds {fact.check_again} / due since {fact.check_again}"
            yield Due(
                FIGURES, FACTS_NAME, fact.line, f"{fact.key}: {fact.value}", why, _where(sources)
            )


def _notices(content: Content) -> Iterator[Due]:
    for notice in content.notices:
        if notice.end < content.today.isoformat():
            why = f"afgelopen op {notice.end}: weghalen / ended on {notice.end}: remove it"
            yield Due(FIGURES, NOTICES_NAME, notice.line, notice.id, why, "—")


def _pages(content: Content) -> Iterator[Due]:
    oldest = (content.today - timedelta(DAYS_A_PAGE_IS_FRESH)).isoformat()
    for document in content.documents.values():
        checked = str(document.meta.get("checked", ""))
        if document.lang == SOURCE_LANGUAGE and checked < oldest:
            why = f"tekst nagekeken op {checked} / text checked on {checked}"
            yield Due(PAGES, document.path, 1, document.page_id, why, "de bronnen / its sources")


def _translations(content: Content) -> Iterator[Due]:
    names = {each.code: each.name for each in content.languages}
    for each in content.translations.values():
        if each.state == OUTDATED:
            sections = ", ".join(f"#{anchor}" for anchor in each.changed)
            why = f"het Nederlands veranderde / the Dutch changed: {sections}"
            path, ask = f"docs/{each.lang}/{each.page_id}.md", "wie de taal leest / who reads it"
            yield Due(f"taal / language {names[each.lang]}", path, 1, each.page_id, why, ask)


def freshness_texts(found: Iterable[Due], repository: str) -> dict[str, str]:
    """Return file name -> text of an issue, one per group; `repository` is its web address."""
    groups: dict[str, list[Due]] = {}
    for due in found:
        groups.setdefault(due.group, []).append(due)
    texts: dict[str, str] = {}
    for number, (group, members) in enumerate(groups.items(), start=1):
        rows = [_cells(each, repository) for each in members]
        title = f"Wat oud wordt / What grows old: {group}"
        texts[f"{number:02}-{file_name(group)}"] = issue_text(title, INTRO, HEAD, rows, MORE)
    return texts


def _cells(due: Due, repository: str) -> list[str]:
    place = Place(due.path, due.line).link(repository)
    return [place, *map(with_addresses, (due.what, due.why, due.ask))]
