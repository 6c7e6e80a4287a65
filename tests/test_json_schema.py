"""The JSON Schemas for editors are up to date, accept our files and refuse what is wrong."""

import json
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
import yaml
from conftest import ROOT
from fault_cases import Case, changed
from jsonschema import Draft7Validator
from sitebuild.json_schema import PATTERNS, files, modeline, schema_name
from sitebuild.languages import load_languages
from sitebuild.values import check_date, check_email, check_hours, check_https, check_slug
from test_regions import ALL, BASE, LANGUAGES

CODES = [each.code for each in load_languages(ROOT)[0]]
NAMES = ("regions.yml", "sources.yml", "facts.yml", "notices.yml")
# The cases whose fault lies in the shape of the file: of these editors hear while typing.
SHAPE = re.compile(
    r"outside-the-list|^missing-|unknown-field|^unquoted-(number|phone$|time|nothing)|-is-meant$"
    r"|-are-meant$|-slug$|^empty-|^value-|^html-in-|^email-|^url-(http|script|without)"
)


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do (YAML 1.2): a date is a text, 12:30 and 'yes' too."""


NOT_IN_1_2 = ("timestamp", "bool", "merge")
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] not in NOT_IN_1_2]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def read(text: str) -> Any:  # noqa: ANN401 - a tree of YAML
    """Return what an editor's program reads."""
    return yaml.load(text, Loader)  # noqa: S506 - a SafeLoader


@lru_cache
def validator(name: str) -> Draft7Validator:
    """Return the checker of a YAML file, as it stands in schema/."""
    schema = json.loads((ROOT / schema_name(name)).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def test_the_files_are_up_to_date() -> None:
    wanted = files(CODES)
    assert set(wanted) == {schema_name(name) for name in NAMES}
    assert {path.name for path in (ROOT / "schema").iterdir()} == {
        name.partition("/")[2] for name in wanted
    }
    for name, text in wanted.items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"run `make schemas`: {name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_real_file_names_its_schema_and_follows_it(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.startswith(modeline(name) + "\n")
    errors = [
        f"{list(each.path)}: {each.message}" for each in validator(name).iter_errors(read(text))
    ]
    assert errors == []


def errors_of(case: Case, replacement: str | None) -> list[str] | None:
    """Return what an editor says of a case, or None when it cannot read the file at all."""
    base = (BASE / case.file).read_text(encoding="utf-8")
    text = base if replacement is None else changed(base, case, replacement)
    try:
        tree = read(text or "")
    except yaml.YAMLError:
        return None
    return [each.message for each in validator(case.file).iter_errors(tree)]


SHAPE_CASES = [case for case in ALL if case.faulty is not None and SHAPE.search(case.name)]


def test_there_are_many_cases_of_shape() -> None:
    assert len(SHAPE_CASES) > 50


@pytest.mark.parametrize("case", SHAPE_CASES, ids=[each.name for each in SHAPE_CASES])
def test_a_wrong_shape_is_seen_while_typing(case: Case) -> None:
    assert errors_of(case, case.faulty) != []


@pytest.mark.parametrize("case", ALL, ids=[each.name for each in ALL])
def test_what_is_right_is_not_flagged(case: Case) -> None:
    assert errors_of(case, case.repaired) == []


BAD = {
    "facts.yml": ('kind: "number"', 'kind: "figure"'),
    "notices.yml": ("audience: visitors", "audience: everybody"),
    "sources.yml": ("kind: register", "kind: registers"),
    "regions.yml": ("kind: pmw", "kinds: pmw"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_slip_in_the_real_file_is_seen(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    good, bad = BAD[name]
    assert good in text
    assert list(validator(name).iter_errors(read(text.replace(good, bad, 1))))


VALUES = {
    check_slug: ["den-haag", "a1", "Den Haag", "-a", "a--b", ""],
    check_date: ["2026-11-20", "2026-1-2", "soon"],
    check_https: ["https://www.example.nl/x", "http://example.nl", "example.nl"],
    check_email: ["info@example.nl", "info@", "info example.nl"],
    check_hours: ["24/7", "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "09:00-17:00", "always"],
}


@pytest.mark.parametrize("check", VALUES, ids=[each.__name__ for each in VALUES])
def test_patterns_say_what_the_checks_say(check: Callable[[str], object]) -> None:
    pattern = re.compile(f"^(?:{PATTERNS[check]})$")  # type: ignore[index]
    for value in VALUES[check]:  # type: ignore[index]
        assert bool(pattern.search(value)) == (check(value) is None), value


def test_a_year_is_no_day() -> None:
    year = str(date.today().year)
    facts = validator("facts.yml")
    fact = {
        "kind": "number", "value": "1", "about": "x", "sources": ["a"], "seen": "2026-01-01",
        "check_again": "2027-01-01",
    }  # fmt: skip
    assert not list(facts.iter_errors({"facts": {"x": {**fact, "year": year}}}))
    assert list(facts.iter_errors({"facts": {"x": {**fact, "year": f"{year}-01"}}}))


def test_languages_of_the_cases_are_those_of_the_site() -> None:
    assert list(LANGUAGES) == CODES
