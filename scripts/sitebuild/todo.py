"""What must people still find out? Lists withheld data, ageing figures, open questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sitebuild.content import Content
from sitebuild.coverage import COVERAGE_NAME
from sitebuild.coverage_cells import outdated_statements
from sitebuild.documents import CORE_PAGES, NOT_READ
from sitebuild.facts import FACTS_NAME
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Datum, Organisation, Region
from sitebuild.notices import NOTICES_NAME
from sitebuild.publishing import State, needs_recheck, state_of
from sitebuild.region_checks import REGIONS_NAME, all_data
from sitebuild.render import is_uncertain
from sitebuild.translations import MISSING, OUTDATED, Translation

CONTACT_KINDS = ("phone", "whatsapp", "sms", "email", "chat", "walk_in")


@dataclass(frozen=True)
class Task:
    """One thing to find out: under which heading, where it stands, what to do."""

    heading: str
    where: str
    text: str


def tasks(content: Content) -> list[Task]:
    """Return everything that waits for a person, national lines first, then by region."""
    directory = content.directory
    national = [directory.organisations[line.organisation] for line in directory.national_lines]
    found = [task for each in national for task in _organisation_tasks(each, "National", content)]
    for region in directory.regions:
        found += _region_tasks(region, content)
    found += [*_fact_tasks(content), *_coverage_tasks(content)]
    found += [*_law_tasks(content), *_notice_tasks(content)]
    found += [*_question_tasks(content), *_translation_tasks(content)]
    return list(dict.fromkeys(found))


def todo_text(content: Content) -> str:
    """Return the list as text, with a count per heading and in all."""
    found = tasks(content)
    lines: list[str] = []
    for heading in dict.fromkeys(task.heading for task in found):
        own = [task for task in found if task.heading == heading]
        lines += ["", f"{heading}: {len(own)}"]
        lines += [f"  {task.where}: {task.text}" for task in own]
    return "\n".join([*lines, "", f"{len(found)} things to find out."]).lstrip("\n")


def _region_tasks(region: Region, content: Content) -> Iterator[Task]:
    heading = f"Region {region.name}"
    # Those with `hold` too: this list is of what must be found out before it can be shown.
    members = [each.organisation for each in region.organisations]
    for name in (*members, *region.ggds, region.centre):
        organisation = content.directory.organisations[name]
        yield from _organisation_tasks(organisation, heading, content)
        if not any(each.field == "phone" for each in organisation.contacts):
            where = f"{REGIONS_NAME}:{organisation.line}"
            yield Task(heading, where, f"{organisation.name}: no phone known; find it.")
    if not any(content.published[name].reachable for name in members):
        where = f"{REGIONS_NAME}:{region.line}"
        yield Task(heading, where, "No contact of an organisation can be shown. Begin here.")
    for each in region.municipalities:
        if is_uncertain(each):
            other = f" or {each.other_region}" if each.other_region else ""
            text = f"{each.name}: ask which region helps: {region.id}{other} ({each.boundary})."
            yield Task(heading, f"{REGIONS_NAME}:{each.line}", text)


def _organisation_tasks(
    organisation: Organisation, heading: str, content: Content
) -> Iterator[Task]:
    for field, datum in all_data(organisation):
        where = f"{REGIONS_NAME}:{datum.line}"
        state = state_of(datum, organisation, content.directory.sources, content.today)
        what = f"{organisation.name}, {field.partition('.')[2]} {', '.join(datum.values)}"
        if state is State.WITHHELD:
            yield Task(heading, where, f"{what}: not shown. {_reason(datum, content)}")
        elif state is State.SOURCED and datum.field in CONTACT_KINDS:
            yield Task(heading, where, f"{what}: shown, but confirm it with them.")
        elif datum.checked and needs_recheck(datum.checked, content.today):
            text = f"{what}: checked on {datum.checked}; check again before {_end(datum.checked)}."
            yield Task(heading, where, text)


def _end(checked: date) -> date:
    return checked + timedelta(365)


def _reason(datum: Datum, content: Content) -> str:
    if datum.hold:
        return datum.hold
    if datum.checked:
        return f"The check of {datum.checked} is too old; check it again."
    traces = [content.directory.sources[key] for key in datum.sources]
    texts = (f"{each.title} ({each.date or 'undated'})" for each in traces)
    return f"Confirm it; last trace: {'; '.join(texts)}."


def _fact_tasks(content: Content) -> Iterator[Task]:
    for fact in content.facts.by_key.values():
        if fact.is_due(content.today):
            sources = ", ".join(content.directory.sources[key].title for key in fact.sources)
            text = f"{fact.key} ({fact.value}): look again; seen {fact.seen} in {sources}."
            yield Task("Figures", f"{FACTS_NAME}:{fact.line}", text)


def _coverage_tasks(content: Content) -> Iterator[Task]:
    sources = content.directory.sources
    for each in outdated_statements(content.coverage_file, sources, content.today):
        what = f"{each.region}: {', '.join(each.subjects)} ({each.value})"
        titles = "; ".join(sources[key].title for key in each.sources)
        text = f"{what}: too old to count; ask whether it is still so. Last said in: {titles}."
        yield Task("Coverage", f"{COVERAGE_NAME}:{each.line}", text)


def _law_tasks(content: Content) -> Iterator[Task]:
    for document in content.documents.values():
        if document.lang == SOURCE_LANGUAGE and document.meta.get("lawyer_read") == NOT_READ:
            yield Task("Law", document.path, "Have a lawyer read it; then fill in the day.")


def _notice_tasks(content: Content) -> Iterator[Task]:
    for notice in content.notices:
        if notice.end < content.today.isoformat():
            text = f"{notice.id}: it ended on {notice.end}; remove it."
            yield Task("Notices", f"{NOTICES_NAME}:{notice.line}", text)


def _question_tasks(content: Content) -> Iterator[Task]:
    for each in content.facts.open_questions:
        text = f"{each.question} ({each.reason} Ask: {each.ask}.)"
        yield Task(f"Questions of {each.page}", f"{FACTS_NAME}:{each.line}", text)


def _translation_tasks(content: Content) -> Iterator[Task]:
    names = {language.code: language.name for language in content.languages}
    for each in content.translations.values():
        heading, path = f"Language {names[each.lang]}", f"docs/{each.lang}/{each.page_id}.md"
        if each.state == MISSING:
            kind = "core page" if each.page_id in CORE_PAGES else "page"
            yield Task(heading, path, f"Translate this {kind} from the Dutch.")
        elif each.state == OUTDATED:
            yield Task(heading, path, behind(each))
        if each.is_unread:
            yield Task(heading, path, "Have a native speaker read it.")
    for code, name in names.items():
        if code != SOURCE_LANGUAGE:
            yield Task(f"Language {name}", f"strings/{code}.yml", "Have a native speaker read it.")


def behind(each: Translation) -> str:
    """Return which sections of a translation fell behind the Dutch, and what to do."""
    sections = ", ".join(f"#{anchor}" for anchor in each.changed)
    return (
        f"The Dutch changed in {sections}: translate that, then run "
        f"scripts/mark_translation.py {each.lang} {each.page_id}"
    )
