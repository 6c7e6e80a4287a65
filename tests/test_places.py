"""Towns, postcodes and names are read strictly, and each leads to one region or to a question."""

import csv
import json
from pathlib import Path

import pytest
from sitebuild.content import Content
from sitebuild.finder import (
    FinderContact,
    Municipalities,
    answers,
    finder_data,
    fold,
    key,
    postcode_answers,
    short,
)
from sitebuild.places import POSTCODES, TOWN_NAMES, TOWNS, Places, Postcode, Town, load_places

CASES = Path(__file__).parent / "cases" / "finder"
TOWN_TABLE = """town,woonplaats_code,municipality,cbs_code
Aastad,1001,Aastad,GM0001
Aastad,1002,Beemeer,GM0002
Ceedorp,1003,Beemeer,GM0002
Elwoude,1004,Beemeer,GM0002
"""
POSTCODE_TABLE = """pc4,municipality_codes
1011,GM0001
1012,GM0002 GM0001
"""
NAME_TABLE = """town,lang,name,source
Elwoude,bg,Елвоуде,a list
"""
TABLES = {TOWNS: TOWN_TABLE, POSTCODES: POSTCODE_TABLE, TOWN_NAMES: NAME_TABLE}
CODES = "municipality_codes"
FORM = "not written"

# A text of a table and what it is changed into; then the line, field and words that are told.
FAULTS: dict[str, tuple[str, str, str, int, str, str]] = {
    "missing column": (TOWNS, ",cbs_code\n", ",code\n", 1, "", "cbs_code"),
    "missing cell": (TOWNS, "Ceedorp,1003", "Ceedorp", 4, "", "3 cells"),
    "cell too many": (POSTCODES, "1011,", "1011,,", 2, "", "3 cells"),
    "open quote": (TOWNS, "Elwoude", '"Elwoude', 5, "", "cannot be read"),
    "empty table": (POSTCODES, "1011,GM0001\n1012,GM0002 GM0001\n", "", 1, "", "empty"),
    "empty town": (TOWNS, "Ceedorp,1003", ",1003", 4, "town", "empty"),
    "town without a letter": (TOWNS, "Ceedorp", "12-3", 4, "town", FORM),
    "space after a name": (TOWNS, "Ceedorp", "Ceedorp ", 4, "town", "space"),
    "letters in a town's code": (TOWNS, "1003", "WP1003", 4, "woonplaats_code", FORM),
    "short municipality code": (TOWNS, "Aastad,GM0001", "Aastad,GM1", 2, "cbs_code", FORM),
    "town's code twice": (TOWNS, "1003", "1002", 4, "woonplaats_code", "line 3"),
    "town twice in a municipality": (TOWNS, "Ceedorp", "Aastad", 4, "town", "line 3"),
    "two names for a municipality": (
        *(TOWNS, "1004,Beemeer", "1004,Deeveen"),
        *(5, "municipality", "Line 3"),
    ),
    "two codes for a municipality": (
        *(TOWNS, "1004,Beemeer,GM0002", "1004,Beemeer,GM0003"),
        *(5, "cbs_code", "Line 3"),
    ),
    "postcode of three digits": (POSTCODES, "1011", "101", 2, "pc4", FORM),
    "postcode with a zero first": (POSTCODES, "1011", "0101", 2, "pc4", FORM),
    "postcode in other digits": (POSTCODES, "1011", "١٠١١", 2, "pc4", FORM),
    "postcode twice": (POSTCODES, "1012", "1011", 3, "pc4", "line 2"),
    "unknown municipality": (POSTCODES, "1011,GM0001", "1011,GM0009", 2, CODES, "GM0009"),
    "municipality twice": (POSTCODES, "GM0002 GM0001", "GM0001 GM0001", 3, CODES, "twice"),
    "commas between codes": (POSTCODES, "GM0002 GM0001", "GM0002;GM0001", 3, CODES, FORM),
    "unknown town": (TOWN_NAMES, "Elwoude", "Elwoud", 2, "town", "No town"),
    "town that is two": (TOWN_NAMES, "Elwoude", "Aastad", 2, "town", "unclear"),
    "long language code": (TOWN_NAMES, ",bg,", ",bul,", 2, "lang", FORM),
    "name twice": (TOWN_NAMES, "list\n", "list\nElwoude,bg,Елвоуде,b\n", 3, "name", "line 2"),
    "invisible character": (TOWN_NAMES, "Елвоуде", "Ел\u200bвоуде", 2, "", "invisible"),
}


def write(root: Path, tables: dict[str, str]) -> Path:
    (root / "data").mkdir()
    for name, text in tables.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_a_table_is_told_with_its_line_and_remedy(
    fault: tuple[str, str, str, int, str, str], tmp_path: Path
) -> None:
    name, text, replacement, line, field, words = fault
    assert TABLES[name].count(text) == 1
    changed = TABLES[name].replace(text, replacement)
    places, problems = load_places(write(tmp_path, {**TABLES, name: changed}))
    assert places is None
    (problem,) = problems
    assert (problem.path, problem.line, problem.field) == (name, line, field)
    assert words in problem.message + problem.found
    assert problem.remedy


def test_faults_of_several_files_are_told_together(tmp_path: Path) -> None:
    tables = {TOWNS: TOWN_TABLE.replace("1001", "WP1"), POSTCODES: "pc4\n"}
    places, problems = load_places(write(tmp_path, tables))
    assert places is None
    assert [each.path for each in problems] == [TOWNS, POSTCODES, TOWN_NAMES]


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    write(tmp_path, TABLES)
    (tmp_path / TOWNS).write_bytes(TOWN_TABLE.replace("Ceedorp", "Cédorp").encode("latin-1"))
    places, problems = load_places(tmp_path)
    assert places is None
    assert [(each.path, each.line) for each in problems] == [(TOWNS, 4)]


def test_right_tables_are_read_whole_and_further_columns_are_left_alone(tmp_path: Path) -> None:
    postcodes = "pc4,source,municipality_codes\r\n1011,x,GM0001\r\n"
    places, problems = load_places(write(tmp_path, {**TABLES, POSTCODES: postcodes}))
    assert problems == ()
    assert places is not None
    assert places.towns[1] == Town("Aastad", "1002", "Beemeer", "GM0002")
    assert places.postcodes == (Postcode("1011", ("GM0001",)),)
    assert [each.name for each in places.names] == ["Елвоуде"]


FOLDED = {
    "'s-Gravenhage": "sgravenhage",
    "  ’S  GRAVENHAGE ": "sgravenhage",
    "Súdwest-Fryslân": "sudwestfryslan",
    "IJsselstein": "ysselstein",
    "ĳsselstein": "ysselstein",
    "St.-Annaparochie": "sintannaparochie",
    "Sint-Annaland": "sintannaland",
    "Stad aan 't Haringvliet": "stadtharingvliet",
    "Alphen a/d Rijn": "alphenryn",
    "Den Haag": "denhaag",
    "gemeente Utrecht": "utrecht",
    "Łódź": "lodz",
    "Hőșț": "host",
    "Хага": "haga",
    "Наймеген": "naimegen",
    "๒๕๑๒ AB": "2512ab",
    "٢٥١٢": "2512",
    "ร็อตเตอร์ดัม": "ร็อตเตอร์ดัม",
    "กรุงเฮก": "เฮก",
}


@pytest.mark.parametrize(("typed", "folded"), FOLDED.items())
def test_names_are_folded(typed: str, folded: str) -> None:
    assert key(fold(typed)) == folded


def test_thai_marks_are_kept() -> None:
    assert fold("ร็อต") != fold("รอต")


def municipalities(content: Content) -> Municipalities:
    return {
        each.code: (each.name, region.id)
        for region in content.directory.regions
        for each in region.municipalities
    }


def test_every_name_leads_to_its_region_or_to_a_question(content: Content) -> None:
    known = municipalities(content)
    found = answers(content.places, known)
    names = [(town.name, known[town.cbs_code][1]) for town in content.places.towns]
    names += known.values()
    assert len(names) > 2800
    for name, region in names:
        for spelling in (fold(name), short(fold(name))):
            assert region in found[key(spelling)], name


def read_cases(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", read_cases("ask.csv"), ids=lambda case: case["typed"])
def test_a_name_in_several_regions_stands_for_all_of_them(
    content: Content, case: dict[str, str]
) -> None:
    known = municipalities(content)
    by_name = dict(known.values())
    wanted = {by_name[name] for name in case["municipalities"].split("|")}
    typed = key(fold(case["typed"]))
    postcodes = postcode_answers(content.places, known)
    found = postcodes.get(typed) or answers(content.places, known)[typed]
    assert wanted <= set(found)


def test_the_questions_are_few(content: Content) -> None:
    found = answers(content.places, municipalities(content))
    asked = [name for name, regions in found.items() if len(regions) > 1]
    assert 40 < len(asked) < 80, asked


def data_of(content: Content) -> dict[str, object]:
    regions = [(region.id, region.name) for region in content.directory.regions]
    return finder_data(content.places, municipalities(content), regions, {})


def rows(data: dict[str, object], name: str) -> list[list[object]]:
    found = data[name]
    assert isinstance(found, list)
    return found


def test_the_finders_postcodes_are_exactly_those_of_the_table(content: Content) -> None:
    data = data_of(content)
    ids = [str(region[0]) for region in rows(data, "regions")]
    unrolled: dict[str, list[str]] = {}
    for first, count, region, *_ in rows(data, "postcodes"):
        assert isinstance(first, int) and isinstance(count, int) and isinstance(region, int)
        for number in range(first, first + count):
            unrolled.setdefault(str(number), []).append(ids[region])
    wanted = postcode_answers(content.places, municipalities(content))
    assert len(wanted) > 4000
    assert unrolled == {digits: list(regions) for digits, regions in wanted.items()}
    assert "2512" in unrolled
    assert {"1099", "1234"}.isdisjoint(unrolled)


def test_a_postcode_in_two_regions_names_its_municipalities_and_others_do_not(
    content: Content,
) -> None:
    found: dict[int, list[object]] = {}
    for first, count, _, *names in rows(data_of(content), "postcodes"):
        assert isinstance(first, int) and isinstance(count, int)
        for number in range(first, first + count):
            found.setdefault(number, []).extend(names)
    known = municipalities(content)
    regions = postcode_answers(content.places, known)
    wanted = {
        int(each.digits): [known[code][0] for code in each.municipality_codes]
        for each in content.places.postcodes
        if len(regions[each.digits]) > 1
    }
    assert wanted
    assert {number: names for number, names in found.items() if names} == wanted


def test_the_finders_data_hold_every_town_and_municipality(content: Content) -> None:
    found = {row[0]: row for row in rows(data_of(content), "municipalities")}
    everyday = {each.town: each.name for each in content.places.names if each.lang == "nl"}
    assert len(found) == len(municipalities(content))
    for town in content.places.towns:
        towns = found[town.municipality][2]
        assert isinstance(towns, list)
        assert everyday.get(town.name, town.name) in towns
        assert key(short(fold(town.municipality))) in {
            key(short(fold(name))) for name in (towns[0], town.municipality)
        }


def test_everyday_names_are_shown_and_official_ones_are_known(content: Content) -> None:
    names = data_of(content)["names"]
    assert isinstance(names, dict)
    assert "'s-Gravenhage" not in names
    assert {"'s-Gravenhage", "The Hague", "Haga", "เฮก"} <= set(names["Den Haag"])


def test_the_finders_data_are_small_and_always_the_same(content: Content) -> None:
    places = content.places
    shuffled = Places(places.towns[::-1], places.postcodes[::-1], places.names)
    known = municipalities(content)
    backwards = dict(reversed(list(known.items())))
    regions = [(region.id, region.name) for region in content.directory.regions]
    one = json.dumps(finder_data(places, known, regions, {}), ensure_ascii=False)
    other = json.dumps(finder_data(shuffled, backwards, regions, {}), ensure_ascii=False)
    assert one == other
    assert len(one.encode()) < 80_000


def test_contacts_stand_with_their_region() -> None:
    call = FinderContact("GGD Aastad", "ggd", "010 000 00 00", "tel:+31100000000", confirmed=True)
    town = Town("Aastad", "1001", "Aastad", "GM0001")
    places = Places((town,), (Postcode("1011", ("GM0001",)),), ())
    data = finder_data(places, {"GM0001": ("Aastad", "a")}, [("a", "A"), ("b", "B")], {"a": [call]})
    row = ["GGD Aastad", "nl", "ggd", "010 000 00 00", "tel:+31100000000", 1]
    assert data["regions"] == [["a", "A", [row]], ["b", "B", []]]
    assert data["municipalities"] == [["Aastad", 0, ["Aastad"]]]
    assert data["postcodes"] == [[1011, 1, 0]]


def test_a_municipality_of_no_region_is_an_error() -> None:
    places = Places((Town("Aastad", "1001", "Aastad", "GM0001"),), (), ())
    with pytest.raises(KeyError):
        finder_data(places, {}, [], {})
