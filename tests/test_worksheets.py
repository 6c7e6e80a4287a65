"""The working pages for professionals: faults in their files are told, counts and codes are right.

Each file of cases/messages/ and cases/plan/ is one case; cases/README.md says how to add one.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from fault_cases import Case, assert_told, changed, read_cases
from sitebuild.content import Content
from sitebuild.languages import Language
from sitebuild.outreach import load_messages
from sitebuild.plan import PHASES, PROFILES, load_plan, unfit_plan
from sitebuild.problems import Problem, report
from sitebuild.qr import CLEAN, qr_code
from sitebuild.sms import GSM7, UCS2, Length, length
from sitebuild.wordlists import WordLists
from sitebuild.words import load_words
from sitebuild.worksheets import Worksheets

CASES = Path(__file__).parent / "cases"
DUTCH = (Language("nl", "Nederlands"),)
LISTS = WordLists({}, {"nl": ("seks",)}, (), {})
OF_MESSAGES = read_cases(CASES / "messages", "strings/messages/nl.yml")
OF_PLAN = read_cases(CASES / "plan", "data/plan.yml")
ADDRESS = "https://wegwijs.example.nl/th/near-you/"


def problems_of_messages(root: Path) -> list[Problem]:
    """Return what the check of the messages says of a small project."""
    return list(load_messages(root, DUTCH, LISTS)[1])


def problems_of_plan(root: Path) -> list[Problem]:
    """Return what the checks of the plan say of a small project."""
    plan, problems = load_plan(root)
    words, _ = load_words(root, DUTCH)
    return [*problems, *(() if problems else unfit_plan(plan, words["nl"], ["law-book"]))]


def test_the_bases_have_no_fault() -> None:
    assert report(problems_of_messages(CASES / "messages" / "base")) == report(())
    assert report(problems_of_plan(CASES / "plan" / "base")) == report(())


def faulty_text(kind: str, case: Case, root: Path) -> str | None:
    """Write a base with the fault of a case; return the text of the faulty file."""
    shutil.copytree(CASES / kind / "base", root, dirs_exist_ok=True)
    path = root / case.file
    text = changed(path.read_text(encoding="utf-8"), case, case.faulty)
    path.write_text(text or "", encoding="utf-8")
    return text


@pytest.mark.parametrize("case", OF_MESSAGES, ids=[case.name for case in OF_MESSAGES])
def test_a_fault_in_a_message_is_told(case: Case, tmp_path: Path) -> None:
    text = faulty_text("messages", case, tmp_path)
    assert_told(problems_of_messages(tmp_path), case, text)


@pytest.mark.parametrize("case", OF_PLAN, ids=[case.name for case in OF_PLAN])
def test_a_fault_in_the_plan_is_told(case: Case, tmp_path: Path) -> None:
    text = faulty_text("plan", case, tmp_path)
    assert_told(problems_of_plan(tmp_path), case, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Length(GSM7, 0, 1)),
        ("a" * 160, Length(GSM7, 160, 1)),
        ("a" * 161, Length(GSM7, 161, 2)),
        ("a" * 306, Length(GSM7, 306, 2)),
        ("a" * 307, Length(GSM7, 307, 3)),
        ("één €", Length(GSM7, 6, 1)),
        # The two places of a sign are not parted: it goes to the next message as a whole.
        ("a" * 152 + "€" + "a" * 152, Length(GSM7, 306, 3)),
        ("ș" * 70, Length(UCS2, 70, 1)),
        ("ș" * 71, Length(UCS2, 71, 2)),
        ("ș" * 134, Length(UCS2, 134, 2)),
        ("ș" * 135, Length(UCS2, 135, 3)),
        ("í" + "a" * 69, Length(UCS2, 70, 1)),
        ("🌷" * 35, Length(UCS2, 70, 1)),
        ("ș" * 66 + "🌷" + "ș" * 66, Length(UCS2, 134, 3)),
    ],
)
def test_text_messages_are_counted_as_phones_do(text: str, expected: Length) -> None:
    assert length(text) == expected


def decoded(svg: str) -> list[str]:
    """Return what another library reads in a QR code, drawn from the path of its SVG."""
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    rows = [bytearray(b"\xff" * size) for _ in range(size)]
    x = y = 0.0
    for step, first, second in re.findall(
        r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", svg.rsplit(' d="', 1)[1]
    ):
        if step == "h":
            rows[int(y)][int(x) : int(x) + int(first)] = bytes(int(first))
            x += int(first)
        else:
            here = (x, y) if step == "m" else (0.0, 0.0)
            x, y = here[0] + float(first), here[1] + float(second)
    scale = 4
    pixels = b"".join(bytes(v for v in row for _ in range(scale)) * scale for row in rows)
    image = memoryview(pixels).cast("B", (size * scale, size * scale))
    return [each.text for each in zxingcpp.read_barcodes(image)]


def test_another_library_reads_the_qr_code_and_it_needs_no_style() -> None:
    svg = str(qr_code(ADDRESS, CLEAN, "#fff", "qr"))
    assert decoded(svg) == [ADDRESS]
    assert "style" not in svg
    assert decoded(svg[: len(svg) // 2]) == []


def of_site(content: Content, address: str) -> Worksheets:
    """Return what the Dutch working pages show on a site with this address."""
    there = replace(content, paper=replace(content.paper, address=address))
    return Worksheets(there, "nl", lambda page_id, lang="nl": f"{lang}/{page_id}")


def test_the_link_of_each_language_leads_to_its_own_page(content: Content) -> None:
    known = {each.lang: each for each in of_site(content, "https://a.example/w/").messages()}
    assert known["nl"].address == "https://a.example/w/near-you/"
    assert known["th"].address == "https://a.example/w/th/near-you/"
    assert all(decoded(each.qr) == [each.address] for each in known.values())


def test_without_an_address_there_is_a_gap_and_no_code(content: Content) -> None:
    for each in of_site(content, "").messages():
        assert (each.address, each.qr) == ("", "")
        assert each.way == f"{each.lang}/near-you/index"
        for message in each.messages:
            gaps = [piece.gap for line in message.lines for piece in line if piece.gap]
            wanted = {"name"} if message.kind == "subject" else {"name", "organisation", "link"}
            assert set(gaps) == wanted


def test_the_plan_has_a_table_for_each_phase_and_profile(content: Content) -> None:
    tables = list(of_site(content, "").plan())
    places = [(each.phase, each.profile) for each in tables]
    assert places == [(phase, profile) for phase in PHASES for profile in PROFILES]
    assert all(each.rows and each.sources for each in tables)
    # Read from the study's table by hand: what only one profile has, the others have not.
    going_back = {
        (each.phase, each.profile)
        for each in tables
        for row in each.rows
        if row.url.endswith("/returning")
    }
    assert going_back == {("implementation", "b")}
