"""Open data: tables, cards and the list of files hold all that may be shown, and only that."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from sitebuild.content import Content
from sitebuild.coverage import Value
from sitebuild.csv_table import BOM, safe_cell, table
from sitebuild.data_tables import contacts_csv, municipalities_csv, uri
from sitebuild.documents import Document
from sitebuild.model import Directory, Organisation
from sitebuild.open_data import (
    CHANGES,
    CSV,
    FOLDER,
    MEDIA_TYPES,
    REPORTING,
    change_words,
    data_files,
    organisation_card,
    write_all,
    write_one,
)
from sitebuild.prose import sentences
from sitebuild.publishing import publish
from sitebuild.reach import areas, exported, helpers, stable_id
from sitebuild.values import dial
from sitebuild.wordlists import tells
from test_site import withheld_values
from test_vcards import datum

FORMULAS = ("=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A")
TABLES = [name for name, media_type in MEDIA_TYPES.items() if media_type == CSV]
NOT_FORMULAS = ("", "'s-Gravenhage", "070 123 45 67", "0800-2000", "a=b", "'t Goy", "tel:+31")


def rows(text: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def plain(cell: str) -> str:
    """Take our apostrophe away again."""
    return cell[1:] if re.match("'+[=+\\-@\t\r\n＝＋－＠]", cell) else cell


# ---------- tables ----------


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(text: str) -> None:
    for each in (text, f"'{text}", f"''{text}"):
        assert safe_cell(each) == f"'{each}"
        assert plain(safe_cell(each)) == each


@pytest.mark.parametrize("text", NOT_FORMULAS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == plain(text) == text


def test_a_table_is_read_back_as_it_was() -> None:
    odd = ['a,b "c"', "two\r\nlines", "ไทย; ș", *FORMULAS, *NOT_FORMULAS]
    text = table(["x", "y"], [{"x": each, "y": "z"} for each in odd])
    assert [plain(row["x"]) for row in rows(text)] == odd
    assert text.startswith(f"{BOM}x,y\r\n") and text.endswith("z\r\n")
    with pytest.raises(KeyError):
        table(["x", "y"], [{"x": "1"}])


def test_a_contact_has_an_address_that_programs_open() -> None:
    found = {
        field: uri(datum(field, value))
        for field, value in (
            ("phone", "112"), ("sms", "06 12 34 56 78"), ("whatsapp", "06 12 34 56 78"),
            ("email", "a@b.example"), ("chat", "https://a.example"), ("walk_in", "A 1, B"),
        )
    }  # fmt: skip
    assert found == {
        "phone": "tel:112",
        "sms": "tel:+31612345678",
        "whatsapp": "https://wa.me/31612345678",
        "email": "mailto:a@b.example",
        "chat": "https://a.example",
        "walk_in": "",
    }


def test_every_shown_contact_is_one_row(content: Content, data_texts: dict[str, str]) -> None:
    found = rows(data_texts["contacts.csv"])
    shown = [
        (each.id, one.field, one.value, one.state, one.as_of, one.source.key)
        for each in content.published.values()
        for one in each.contacts
    ]
    keys = ("organisation_id", "field", "value", "state", "as_of", "source")
    assert sorted(tuple(plain(row[key]) for key in keys) for row in found) == sorted(shown)
    assert len({row["id"] for row in found}) == len(found) > 90
    assert all(row["national"] == "yes" or row["region_ids"] for row in found)


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_our_tables_is_a_formula(data_texts: dict[str, str], name: str) -> None:
    found = rows(data_texts[name])
    cells = [cell for row in found for cell in (*row, *row.values())]
    assert len(cells) > 100
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]


def test_every_municipality_says_its_region_and_what_to_ask(
    content: Content, data_texts: dict[str, str]
) -> None:
    found = {row["cbs_code"]: row for row in rows(data_texts["municipalities.csv"])}
    assert len(found) == 342
    for region in content.directory.regions:
        for each in region.municipalities:
            row = found[each.code]
            assert (row["municipality"], row["region_id"]) == (each.name, region.id)
            assert row["ggd_id"] == each.ggd
            unsure = row["certainty"] != "stated"
            assert unsure == bool(row["ask_nl"]) == bool(row["ask_en"])
            for lang in ("ask_nl", "ask_en"):
                centre = content.published[region.centre].name
                assert not unsure or (centre in row[lang] and each.name in row[lang])
            if each.other_region:
                other = content.directory.region(each.other_region).centre
                assert content.published[other].name in row["ask_nl"]
    assert {row["certainty"] for row in found.values()} == {"stated", "derived", "uncertain"}


def test_a_conflict_is_never_called_certain(content: Content) -> None:
    def with_boundary(directory: Directory, boundary: str) -> Directory:
        first = directory.regions[0]
        town = replace(first.municipalities[0], boundary=boundary)
        changed = replace(first, municipalities=(town, *first.municipalities[1:]))
        return replace(directory, regions=(changed, *directory.regions[1:]))

    for boundary, wanted in (
        ("conflict", "uncertain"),
        ("inferred", "derived"),
        ("centre", "stated"),
    ):
        directory = with_boundary(content.directory, boundary)
        code = directory.regions[0].municipalities[0].code
        text = municipalities_csv(directory, content.published, content.words)
        assert [row["certainty"] for row in rows(text) if row["cbs_code"] == code] == [wanted]


# ---------- all files ----------


def test_nothing_withheld_is_in_any_file(content: Content, data_texts: dict[str, str]) -> None:
    withheld = list(withheld_values(content))
    assert len(withheld) > 40
    for name, text in data_texts.items():
        whole = text.replace("\r\n ", "")  # cards are folded
        squeezed = re.sub(r"[\s\u00a0-]", "", whole)
        for value in withheld:
            assert value not in whole, (name, value)
            assert not value.startswith("+") or value not in squeezed, (name, value)


def with_hold(content: Content, name: str) -> Content:
    """Return the content as it would be if all contacts of one organisation were held."""
    directory = content.directory
    old: Organisation = directory.organisations[name]
    held = tuple(replace(each, hold="because") for each in old.contacts)
    changed = {**directory.organisations, name: replace(old, contacts=held)}
    after = replace(directory, organisations=changed)
    return replace(content, directory=after, published=publish(after, content.today))


def test_what_is_held_leaves_every_file(content: Content, data_texts: dict[str, str]) -> None:
    name, number = "gemeente-tilburg", "14 013"
    holding = {path for path, text in data_texts.items() if number in text.replace("\r\n ", "")}
    assert holding == {
        "contacts.csv", "hsds.json", organisation_card(name), "regions/tilburg.vcf"
    }  # fmt: skip
    files = {path: make() for path, make in data_files(with_hold(content, name)).items()}
    assert data_texts.keys() - files.keys() == {organisation_card(name)}
    for text in files.values():
        assert number not in text.replace("\r\n ", "") and dial(number) not in text


def test_who_is_held_back_from_a_region_is_not_said_to_help_there(content: Content) -> None:
    region = content.directory.region("den-haag")
    held = replace(region, organisations=tuple(replace(e, hold="x") for e in region.organisations))
    regions = tuple(held if e.id == held.id else e for e in content.directory.regions)
    directory = replace(content.directory, regions=regions)
    members = {each.organisation for each in region.organisations}
    assert members & {each.id for each in helpers(region, content.published)}
    assert not members & {each.id for each in helpers(held, content.published)}
    gone = [each for each in members if each not in areas(directory)]
    assert gone
    assert not members & set(held.named) and held.named[-1] == region.centre
    assert not any(each in contacts_csv(directory, content.published) for each in gone)


def test_one_rule_says_who_stands_on_a_page() -> None:
    """A room that walks `organisations` itself may forget `hold`, and show who is held back."""
    rooms = sorted((ROOT / "scripts").rglob("*.py"))
    walking = {each.stem for each in rooms if "in region.organisations" in each.read_text("utf-8")}
    # What comes before the model is shown, and the list of work that is not done.
    assert walking == {"region_checks", "todo"}


def test_the_list_names_every_file_in_every_language(
    content: Content, data_texts: dict[str, str]
) -> None:
    index = json.loads(data_texts["index.json"])
    listed = [each["path"] for each in index["files"]]
    listed += [each["vcard"] for each in (*index["regions"], *index["organisations"])]
    assert sorted(listed) == sorted(data_texts)
    for each in (*index["files"], *index["changes"]):
        words = each.get("meaning") or each["change"]
        assert list(words) == [language.code for language in content.languages]
    for name in ("kind", "desk", "price"):
        used = {row[name] for row in rows(data_texts["contacts.csv"]) if row[name]}
        assert used and used <= index["codes"][name].keys()
    assert index["form"] == index["changes"][-1]["form"]


def test_no_name_of_a_file_tells_in_downloads_what_it_holds(
    content: Content, data_texts: dict[str, str]
) -> None:
    assert tells("organisations/sekswerk-goed-geregeld.vcf", content.word_lists.telling)
    assert not [
        name for name in data_texts if tells(name.replace("-", " "), content.word_lists.telling)
    ]
    cards = [name for name in data_texts if name.startswith("organisations/")]
    assert len(cards) == len(list(exported(content.directory, content.published))) > 50
    assert all(re.fullmatch(r"organisations/[0-9a-f]{8}\.vcf", name) for name in cards)


def test_the_page_explains_every_column_of_every_table(
    content: Content, data_texts: dict[str, str]
) -> None:
    for lang in content.words:
        document: Document = content.documents[lang, "data/index"]
        body = "\n".join(line for _, line in document.body)
        assert "[[downloads]]" in body and "[[changes]]" in body
        for name in TABLES:
            section = body.split(f"{{ #{name.split('-')[0].removesuffix('.csv')} }}")[1]
            section = section.split("\n## ")[0]
            if name == REPORTING:  # its page lists them from the code that writes the file
                assert "../professionals/reporting.md#" in section
                continue
            explained = re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)
            assert explained == list(rows(data_texts[name])[0]), (lang, name)
        assert all(f"`{value}`: " in body for value in Value)
        for form, _ in CHANGES:
            assert content.words[lang].say(change_words(form))


def test_names_of_fields_are_no_words_of_a_page_but_figures_are(content: Content) -> None:
    page = content.documents["nl", "data/index"]
    seen = " ".join(each.text for each in sentences(page))
    assert "organisation_lang" not in seen and "naam van de organisatie" in seen
    typed = replace(page, body=((1, "Bel `070 123` of `as_of`."),))
    assert [each.text for each in sentences(typed)] == ["Bel `070 123` of ."]


def test_files_are_written_as_they_are_and_twice_the_same(content: Content, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_all(tmp_path / folder, content)
    first, second = (dict(written(tmp_path / folder)) for folder in ("one", "two"))
    assert first == second
    assert sorted(first) == sorted(data_files(content))
    assert b"\r\n" in first["contacts.csv"] and b"\r\r" not in first["contacts.csv"]


def written(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of open data: its path under data/, and its bytes."""
    for path in sorted((site / FOLDER).rglob("*.*")):
        yield path.relative_to(site / FOLDER).as_posix(), path.read_bytes()


def test_serve_writes_one_file_and_knows_which_there_are(content: Content, tmp_path: Path) -> None:
    assert write_one(tmp_path, content, "regions/utrecht.vcf")
    assert not write_one(tmp_path, content, "regions/nowhere.vcf")
    assert [name for name, _ in written(tmp_path)] == ["regions/utrecht.vcf"]


def test_ids_stay_what_they_are() -> None:
    assert stable_id("organisation", "ggd-drenthe") == stable_id("organisation", "ggd-drenthe")
    assert stable_id("organisation", "x") != stable_id("service", "x")
    # Others have stored it: whoever changes this line breaks their links.
    assert stable_id("organisation", "emergency") == "563e8617-8a29-5b76-b478-f928598e7f9b"
    assert organisation_card("emergency") == "organisations/563e8617.vcf"
    assert (ROOT / "docs/nl/data/index.md").is_file()
