"""Is the real content right? One test per region and language, page and language."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, copy_project
from sitebuild.content import Content, load_content
from sitebuild.field_table import with_tables
from sitebuild.languages import load_languages
from sitebuild.pages import FAMILIES
from sitebuild.practice_form import ENTRY_LANGUAGES, is_entry, is_written_in
from sitebuild.publishing import State, state_of
from sitebuild.todo import tasks, todo_text

LANGUAGES = [each.code for each in load_languages(ROOT)[0]]
LOADED, _ = load_content(ROOT, date.today())
REGIONS = [region.id for region in LOADED.directory.regions] if LOADED else []
DESIGNED_REGIONS = (
    "leeuwarden groningen assen almere zwolle enschede apeldoorn nijmegen arnhem utrecht haarlem "
    "alkmaar den-haag rotterdam tilburg den-bosch amsterdam zaanstad"
)
GENERATED = 18 * 8 * len(FAMILIES)
SECTIONS = "danger help ggd municipality life-domains national municipalities sources"


def test_the_regions_are_the_eighteen_of_the_design() -> None:
    assert DESIGNED_REGIONS.split() == REGIONS


def test_each_of_the_342_municipalities_is_in_exactly_one_region(content: Content) -> None:
    codes = [each.code for region in content.directory.regions for each in region.municipalities]
    assert len(codes) == len(set(codes)) == 342


def test_there_are_25_ggds_with_an_area_each(content: Content) -> None:
    organisations = content.directory.organisations.values()
    ggds = {each.id for each in organisations if each.kind == "ggd"}
    used = {each.ggd for region in content.directory.regions for each in region.municipalities}
    assert ggds == used
    assert len(ggds) == 25


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region_id", REGIONS)
def test_a_region_page_has_all_sections_in_order(
    content: Content, region_id: str, lang: str
) -> None:
    region = content.directory.region(region_id)
    text = content.renderer().region(region, lang)
    found = re.findall(r"^## .*\{ #([a-z-]+) \}$", text, flags=re.MULTILINE)
    assert found == SECTIONS.split()
    assert all(each.name in unescape(text) for each in region.municipalities)
    assert "tel:112" in text


def unescape(text: str) -> str:
    """Return HTML text as a reader sees it."""
    return text.replace("&#39;", "'").replace("&amp;", "&")


@pytest.mark.parametrize("region_id", REGIONS)
def test_a_region_shows_the_same_numbers_in_all_languages(content: Content, region_id: str) -> None:
    region = content.directory.region(region_id)
    pages = [content.renderer().region(region, lang) for lang in LANGUAGES]
    numbers = [re.findall(r'href="(tel:[^"]+|https://[^"?]+)', page) for page in pages]
    assert numbers[0]
    assert all(each == numbers[0] for each in numbers)


@pytest.mark.parametrize("region_id", REGIONS)
def test_every_visitor_finds_a_number_that_is_not_only_112(
    content: Content, region_id: str
) -> None:
    page = content.renderer().region(content.directory.region(region_id), "nl")
    assert len(set(re.findall(r'href="(tel:[^"]+)', page))) > 5


def test_what_is_shown_has_a_line_a_source_and_a_state(content: Content) -> None:
    lines = (ROOT / "regions.yml").read_text(encoding="utf-8").splitlines()
    for organisation in content.published.values():
        for datum in organisation.contacts:
            near = "\n".join(lines[datum.line - 1 : datum.line + 1])
            assert datum.value in near, (organisation.id, datum)
            assert datum.sources
            assert datum.state in (State.CONFIRMED, State.SOURCED)


def test_every_withheld_contact_is_on_the_list_of_things_to_find_out(content: Content) -> None:
    listed = todo_text(content)
    for organisation in content.directory.organisations.values():
        for datum in organisation.contacts:
            sources = content.directory.sources
            if state_of(datum, organisation, sources, content.today) is State.WITHHELD:
                assert datum.value in listed, (organisation.id, datum.value)


def test_every_region_has_things_to_find_out(content: Content) -> None:
    headings = {task.heading for task in tasks(content)}
    assert {f"Region {region.name}" for region in content.directory.regions} <= headings


def test_nothing_is_shown_any_more_when_nobody_checked_for_years(content: Content) -> None:
    later, _ = load_content(ROOT, date(content.today.year + 4, 1, 1))
    assert later is not None
    centre = later.published[later.directory.region("zwolle").centre]
    assert centre.contacts == ()
    assert later.published["emergency"].of("phone")


DESIGNED_PAGES = """
    index help-now safe-visit near-you/index
    rights/index rights/at-work rights/self-employed rights/local-rules rights/taxes
    rights/social-security rights/residence rights/housing rights/money-and-debts
    rights/privacy-and-stigma rights/complaints
    health/index health/sexual-health health/insurance-and-care health/mind-and-substances
    safety/index safety/violence safety/reporting safety/exploitation safety/shelter
    change/index change/contact change/orientation change/making-the-change change/aftercare
    change/needs/index change/needs/housing change/needs/work-and-income change/needs/education
    change/needs/debts change/needs/network change/needs/care change/needs/safety
    change/needs/meaning change/needs/returning
    people/index people/men people/trans people/thai people/escorts people/home-workers
    people/asylum-seekers people/under-18 people/worried-about-someone
    professionals/index professionals/regions/index professionals/pmw professionals/profiles
    professionals/phases
    professionals/life-domains professionals/referral professionals/respectful-treatment
    professionals/outreach-messages professionals/coverage professionals/good-practice
    professionals/reporting professionals/funding professionals/handover professionals/plan
    professionals/cards/index data/index
    about/index about/sources about/privacy about/accessibility about/translations
    about/status about/contribute
"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_every_designed_page(content: Content, lang: str) -> None:
    found = {page_id for code, page_id in content.documents if code == lang}
    entries = {page_id for page_id in found if is_entry(page_id)}
    assert found - entries == set(DESIGNED_PAGES.split())
    assert bool(entries) == (lang in ENTRY_LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_that_a_language_lacks_is_on_the_list_of_its_translators(
    content: Content, lang: str
) -> None:
    dutch = {page_id for code, page_id in content.documents if code == "nl"}
    wanted = {page_id for page_id in dutch if is_written_in(page_id, lang)}
    missing = wanted - {page_id for code, page_id in content.documents if code == lang}
    listed = {task.where for task in tasks(content) if "Translate this" in task.text}
    assert {f"docs/{lang}/{page_id}.md" for page_id in missing} <= listed


def test_every_fixed_word_is_used(content: Content) -> None:
    folders = ("overrides", "scripts")
    paths = [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.suffix != ".pyc")
    used = [path for path in content.words["nl"].paths() if not is_used(path, code)]
    assert used == []


# Needs and offers that no cell names are told by `unfit_plan`.
PLAN_CODES = ("needs", "offers", "phases", "profiles")


def is_used(path: str, code: str) -> bool:
    """Say whether templates or rooms name a word; some are named by their group and a code."""
    group, _, name = path.rpartition(".")
    if path.startswith(
        (
            "labels.",
            "lines.",
            "card.kinds.",
            "card.lines.",
            *(f"plan.{each}." for each in PLAN_CODES),
        )
    ):
        return True
    return path in code or f'{group}["{name}"]' in code or (f"{group}." in code and name in code)


def test_the_tables_of_fields_are_true() -> None:
    text = (ROOT / "FIELDS.md").read_text(encoding="utf-8")
    assert with_tables(text) == text
    assert text.count("| Field | Must | Meaning |") > 10


def run(root: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands on a copy of the project."""
    command = [sys.executable, str(root / "scripts" / script), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_generator_writes_all_pages_once_and_its_check_agrees(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    for family in FAMILIES:
        for page in root.glob(f"docs/*/{family}/[!i]*.md"):
            page.unlink()
    checked = run(root, "build_region_pages.py", "--root", str(root), "--check")
    assert checked.returncode == 1
    assert f"{GENERATED} pages, {GENERATED} to change" in checked.stdout
    assert not (root / "docs/bg/near-you/assen.md").exists()
    assert run(root, "build_region_pages.py", "--root", str(root)).returncode == 0
    again = run(root, "build_region_pages.py", "--root", str(root), "--check")
    assert again.returncode == 0
    assert f"{GENERATED} pages, 0 to change" in again.stdout


def test_the_generator_writes_one_language_and_region_when_asked(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "docs/bg/near-you/assen.md").unlink(missing_ok=True)
    (root / "docs/bg/near-you/zwolle.md").unlink(missing_ok=True)
    only = ("--root", str(root), "--lang", "bg", "--region", "assen")
    assert run(root, "build_region_pages.py", *only).returncode == 0
    assert (root / "docs/bg/near-you/assen.md").exists()
    assert not (root / "docs/bg/near-you/zwolle.md").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--lang", "xx"), 2), (("--region", "xx"), 2), (("--what",), 2), (("--today", "soon"), 2)],
)
def test_wrong_use_is_told_with_exit_code_2(arguments: tuple[str, ...], code: int) -> None:
    assert run(ROOT, "build_region_pages.py", "--check", *arguments).returncode == code


def test_a_content_mistake_is_told_with_exit_code_1_and_writes_nothing(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    regions = root / "regions.yml"
    text = regions.read_text(encoding="utf-8").replace("organisations:", "organisation:", 1)
    regions.write_text(text, encoding="utf-8")
    (root / "docs/bg/near-you/assen.md").unlink(missing_ok=True)
    for script in ("build_region_pages.py", "check_content.py"):
        done = run(root, script, "--root", str(root))
        assert done.returncode == 1
        assert "regions.yml:" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (root / "docs/bg/near-you/assen.md").exists()


def test_the_check_says_how_much_it_read() -> None:
    done = run(ROOT, "check_content.py")
    assert done.returncode == 0, done.stderr
    assert "18 regions, 342 municipalities" in done.stdout
    assert "2501 towns" in done.stdout


def test_all_pages_are_generated(content: Content) -> None:
    assert len(content.generated_pages) == GENERATED
