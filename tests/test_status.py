"""The page about/status is true: its figures are made again here from the files themselves."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import jinja2
import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT
from sitebuild.contact_changes import contact_changes
from sitebuild.content import Content
from sitebuild.frame import Frame, Owner
from sitebuild.next_steps import HARM, MOST_STEPS, next_steps
from sitebuild.pages import is_generated
from sitebuild.practice_form import is_written_in
from sitebuild.review import review
from sitebuild.site_context import PageSite
from sitebuild.snapshot import take_snapshot
from sitebuild.status import Status, all_contacts, status_of
from sitebuild.status_data import status_json
from sitebuild.todo import tasks
from sitebuild.todo import todo_text as todo

CONTACTS = ("phone", "whatsapp", "sms", "email", "chat", "walk_in", "website")
Yaml = Mapping[str, Any]


@pytest.fixture(scope="module")
def status(content: Content) -> Status:
    """What the page shows of the real content."""
    return status_of(content)


@pytest.fixture(scope="module")
def files() -> tuple[Yaml, Yaml]:
    """regions.yml and sources.yml, read without any of our rooms."""
    names = ("regions.yml", "sources.yml")
    found = [yaml.load((ROOT / name).read_text("utf-8"), yaml.BaseLoader) for name in names]  # noqa: S506
    return found[0], found[1]["sources"]


def first_day(text: str) -> date:
    """Return the first day of a year, a month or a day."""
    return date.fromisoformat(f"{text}-01-01"[:10] if len(text) != 7 else f"{text}-01")


def state(contact: Yaml, organisation: Yaml, sources: Yaml, today: date) -> str:
    """Return the state of a contact by the rule as README tells it, written anew."""
    if "hold" in contact:
        return "withheld"
    if "checked" in contact:
        age = today - date.fromisoformat(contact["checked"])
        return "confirmed" if age.days <= 365 else "withheld"
    recent = today.replace(year=today.year - 3)
    named = [(key, sources[key]) for key in contact["sources"]]
    lineages, is_any_recent = set(), False
    for key, each in named:
        own = each["kind"] == "own_page" and each.get("owner") == organisation["id"]
        day = each.get("date", "")
        if each["kind"] == "register":
            day = contact.get("dated") or day
        is_recent = bool(day) and first_day(day) >= recent
        if each.get("old") != "true":
            if (own and not each.get("date")) or (
                (own or each["kind"] == "register") and is_recent
            ):
                return "sourced"
            is_any_recent |= is_recent
        lineages.add("code" if each["kind"] == "code_file" else each.get("lineage") or key)
    enough = len(lineages) > 1 and (is_any_recent or organisation.get("national") == "true")
    return "sourced" if enough else "withheld"


def states(names: set[str], files: tuple[Yaml, Yaml], today: date) -> Counter[str]:
    """Count the contacts of some organisations by state."""
    regions, sources = files
    return Counter(
        state(contact, each, sources, today)
        for each in regions["organisations"]
        if each["id"] in names
        for field in CONTACTS
        for contact in each.get(field, ())
    )


def on_page(region: Yaml) -> set[str]:
    """Return who stands on a region's page."""
    members = {each["id"] for each in region.get("organisations", ()) if "hold" not in each}
    return members | {each["ggd"] for each in region["municipalities"]} | {region["centre"]}


def counted(row: Any) -> dict[str, int]:  # noqa: ANN401
    """Return the three figures of a row."""
    return {name: getattr(row, name) for name in ("confirmed", "sourced", "withheld")}


def test_contacts_of_each_region_are_counted_from_the_file(
    status: Status, content: Content, files: tuple[Yaml, Yaml]
) -> None:
    rows = {each.region: each for each in status.regions}
    assert len(rows) == len(files[0]["regions"]) == 18
    for region in files[0]["regions"]:
        found = states(on_page(region), files, content.today)
        row = rows[region["id"]]
        assert counted(row) == {name: found[name] for name in counted(row)}, region["id"]
        assert sum(row.ages.values()) == row.confirmed + row.sourced


def test_national_lines_and_the_total_are_counted_from_the_file(
    status: Status, content: Content, files: tuple[Yaml, Yaml]
) -> None:
    national = {each["organisation"] for each in files[0]["national_lines"]}
    everybody = set.union(national, *map(on_page, files[0]["regions"]))
    for row, names in ((status.national, national), (status.total, everybody)):
        found = states(names, files, content.today)
        assert counted(row) == {name: found[name] for name in counted(row)}
    assert status.total.withheld > 0


def not_shown(heading: str, content: Content) -> set[str]:
    """Return the lines of contacts that `make todo` calls not shown under a heading."""
    lines = {
        str(each.line) for one in content.directory.organisations.values() for each in one.contacts
    }
    found = [task for task in tasks(content) if task.heading == heading]
    places = {task.where.partition(":")[2] for task in found if ": not shown. " in task.text}
    return places & lines


def test_the_list_of_tasks_says_the_same(status: Status, content: Content) -> None:
    for row in status.regions:
        assert len(not_shown(f"Region {row.name}", content)) == row.withheld, row.name
    assert len(not_shown("National", content)) == status.national.withheld
    text = todo(content)
    for each in status.languages:
        unread = re.findall(rf"docs/{each.code}/\S+: Have a native speaker read it", text)
        behind = re.findall(rf"docs/{each.code}/\S+: The Dutch changed in", text)
        missing = re.findall(rf"docs/{each.code}/\S+: Translate this", text)
        told = (len(unread), len(behind), len(missing))
        assert told == (each.unread, each.outdated, each.missing)


def test_the_review_says_the_same(status: Status, content: Content) -> None:
    """As if everything were new: then each contact that stands on a page is told."""
    directory = content.directory
    empty = replace(directory, organisations={}, national_lines=(), regions=())
    told = contact_changes(empty, directory, content.today)
    found = Counter(
        str(each.after.state)
        for each in told
        if each.field in CONTACTS and each.after and each.regions
    )
    assert counted(status.total) == {name: found[name] for name in counted(status.total)}
    here = take_snapshot(ROOT, content.today, read_closely=False)
    totals = {each.name: each for each in review(replace(here, documents={}), here).totals}
    assert totals["unread"].after == sum(each.unread for each in status.languages)
    assert totals["current"].after == sum(each.current for each in status.languages)


def test_translations_and_pages_are_counted_from_the_files(status: Status) -> None:
    dutch = written("nl")
    for language in status.languages:
        own = written(language.code)
        wanted = [each for each in dutch if is_written_in(each, language.code)]
        read = [text for text in own.values() if "\nreviewed_on:" in text]
        assert language.current + language.outdated == len(own)
        assert language.missing == len(wanted) - len(own)
        assert language.unread == len(own) - len(read)
    pages = {each.page_id: each for each in status.pages}
    assert pages.keys() == dutch.keys()
    for page_id, text in dutch.items():
        assert f'\nchecked: "{pages[page_id].checked}"\n' in text
    assert [each.checked for each in status.pages] == sorted(each.checked for each in status.pages)


def written(lang: str) -> dict[str, str]:
    """Return the hand-written pages of a language by id."""
    folder = ROOT / "docs" / lang
    paths = {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.md")
    }
    return {each: path.read_text("utf-8") for each, path in paths.items() if not is_generated(each)}


def test_the_data_say_what_the_page_says(status: Status, content: Content) -> None:
    data = json.loads(status_json(content))
    assert data["contacts"]["all"]["withheld"] == status.total.withheld
    assert set(data["contacts"]["regions"]) == {each.region for each in status.regions}
    assert [each["kind"] for each in data["next"]] == [each.kind for each in next_steps(content)]
    assert data["pages"].keys() == {each.page_id for each in status.pages}


def test_no_withheld_value_is_in_the_data(content: Content) -> None:
    shown = {each.value for one in content.published.values() for each in one.contacts}
    known = [
        each.value for one in content.directory.organisations.values() for each in one.contacts
    ]
    hidden = [each for each in known if each not in shown]
    assert len(hidden) > 40
    assert not [each for each in hidden if f" {each}" in status_json(content)]


def test_at_most_seven_steps_come_in_the_order_of_harm(content: Content) -> None:
    steps = next_steps(content)
    assert 0 < len(steps) <= MOST_STEPS
    order = list(HARM)
    places = [order.index(each.kind) for each in steps]
    assert places == sorted(places)
    assert order[0] == "danger-hidden"
    words = set(content.words["nl"].paths())
    assert all(f"status.next.{kind}" in words for kind in order)


def test_each_step_leads_to_a_line_about_it(content: Content) -> None:
    for step in next_steps(content):
        for place in step.places:
            lines = (ROOT / place.path).read_text("utf-8").split("\n")
            assert 0 <= place.line <= len(lines)
            if step.kind.endswith("unconfirmed"):
                assert f'"{place.name.partition(": ")[2]}"' in lines[place.line - 1]


def kinds(content: Content) -> list[str]:
    """Return which sorts of steps there are at all."""
    return [kind for kind, find in HARM.items() if list(find(content))]


def test_steps_come_and_go_with_what_they_are_about(content: Content) -> None:
    """Four years on all checks are too old, but not the emergency number; without data, nothing."""
    assert "region-without-helper" in kinds(content)
    later = replace(content, today=date(content.today.year + 4, 1, 1))
    assert "figure-overdue" in kinds(later)
    assert "figure-overdue" not in kinds(replace(content, today=date(2026, 1, 1)))
    hidden = replace(content.published["emergency"], contacts=())
    without = replace(content, published={**content.published, "emergency": hidden})
    assert kinds(without)[0] == "danger-hidden"
    assert kinds(content)[0] == "danger-unconfirmed"
    dropped = {key: page for key, page in content.documents.items() if key != ("th", "help-now")}
    assert "core-behind" in kinds(replace(content, documents=dropped))
    assert "core-behind" not in kinds(content)


def test_what_is_checked_moves_to_confirmed_and_ages(content: Content) -> None:
    directory, today = content.directory, content.today
    emergency = directory.organisations["emergency"]
    (phone,) = emergency.contacts
    checked = replace(phone, checked=today - timedelta(300), checked_by="AB")
    changed = replace(emergency, contacts=(checked,))
    organisations = {**directory.organisations, "emergency": changed}
    now = all_contacts(replace(directory, organisations=organisations), today)
    before = all_contacts(directory, today)
    assert (now.confirmed, now.sourced) == (before.confirmed + 1, before.sourced - 1)
    assert now.ages["year"] == before.ages["year"] + 1


def page(content: Content, lang: str, repository: str = "") -> str:
    """Return the parts of about/status as the templates make them."""
    frame = Frame(content, (), Owner(), repository, "", serving=False, assets={"status.json": "s"})
    site = PageSite(frame, lang, "about/status", lang)
    loader = jinja2.FileSystemLoader(ROOT / "overrides")
    templates = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    names = ("next", "order", "contacts", "translations", "pages")
    parts = [templates.get_template(f"partials/status-{each}.html") for each in names]
    return "".join(each.render(site=site) for each in parts)


@pytest.mark.parametrize("lang", ["nl", "en", "es", "ro", "bg", "hu", "pl", "th"])
def test_the_page_shows_the_figures_in_each_language(
    status: Status, content: Content, lang: str
) -> None:
    shown = BeautifulSoup(page(content, lang), "html5lib")
    table, languages, pages = shown.select("table")
    rows = [[cell.get_text(strip=True) for cell in row.select("td")] for row in table.select("tr")]
    figures = {row[0]: row[1:4] for row in rows if row}
    for each in status.regions:
        assert figures[each.name] == [str(number) for number in counted(each).values()]
    assert len(figures) == 20
    assert len(languages.select("tbody tr")) == 7
    assert len(pages.select("tbody tr")) == len(status.pages)
    assert 0 < len(shown.select("ol.steps > li")) <= MOST_STEPS
    assert len(shown.select("ol:not(.steps) > li")) == len(HARM)
    assert "{" not in shown.get_text()
    assert not shown.select("a[href^='https:']")


def test_the_page_leads_to_the_lines_when_there_is_a_repository(content: Content) -> None:
    shown = BeautifulSoup(page(content, "en", "https://github.com/o/r"), "html5lib")
    links = shown.select("ol.steps a")
    assert links
    for each in links:
        path, _, line = each.get_text().partition(":")
        target = f"https://github.com/o/r/edit/main/{path}" + (f"#L{line}" if line else "")
        assert each["href"] == target
