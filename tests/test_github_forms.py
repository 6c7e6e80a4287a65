"""Do the forms of GitHub ask for a source and a date, warn, and know our languages?"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from sitebuild.languages import SOURCE_LANGUAGE, load_languages

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}
# A line of CODEOWNERS, with or without the sign that switches it off.
OWNED = re.compile(r"(?P<off># )?(?P<path>\*|/\S+) (?P<owner>@\S+)")
OWNER = re.compile(r"@[A-Za-z0-9-]+(/[A-Za-z0-9_.-]+)?")


def read(path: Path) -> dict[str, Any]:
    """Return a form."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def faults(form: dict[str, Any]) -> list[str]:
    """Return what is wrong with a form: GitHub would refuse it, or it asks or warns too little."""
    asked = {each["id"]: each for each in form["body"] if each["type"] != "markdown"}
    needed = {name for name, each in asked.items() if each.get("validations", {}).get("required")}
    warnings = "".join(e["attributes"]["value"] for e in form["body"] if e["type"] == "markdown")
    ticks = [o for e in asked.values() if e["type"] == "checkboxes" for o in options(e)]
    labels = [each["attributes"]["label"] for each in asked.values()]
    labels += [each["label"] for each in ticks] + [form["name"], form["description"]]
    found = [f"no required {name}" for name in ("source", "date") if name not in needed]
    found += [f"in one language: {each}" for each in labels if each.count(" / ") != 1]
    found += [f"unknown kind: {e['type']}" for e in form["body"] if e["type"] not in KINDS]
    found += ["an id stands twice"] if len(asked) < len(form["body"]) - 1 else []
    found += [] if any(each.get("required") for each in ticks) else ["no promise about persons"]
    return found + [
        f"no {word}" for word in ("Iedereen", "Everybody", "112") if word not in warnings
    ]


def options(field: dict[str, Any]) -> list[Any]:
    """Return the choices of a field."""
    found: list[Any] = field["attributes"]["options"]
    return found


def test_there_is_a_form_for_each_kind_of_mistake() -> None:
    names = [path.stem.partition("-")[2] for path in FORMS]
    assert names == ["contact-wrong", "text-wrong", "translation-wrong", "organisation-new"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_source_and_date_and_warns_in_two_languages(path: Path) -> None:
    assert faults(read(path)) == []


def test_a_form_that_asks_too_little_is_seen() -> None:
    form = read(FORMS[0])
    form["name"] = "Only English"
    form["body"] = [each for each in form["body"] if each.get("id") not in ("date", "nobody")]
    form["body"][0]["attributes"]["value"] = "Welcome"
    assert faults(form) == [
        "no required date",
        "in one language: Only English",
        "no promise about persons",
        "no Iedereen",
        "no Everybody",
        "no 112",
    ]


def test_the_form_for_translations_lists_our_languages() -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE/3-translation-wrong.yml")
    listed = next(each for each in form["body"] if each.get("id") == "language")
    languages = [each for each in load_languages(ROOT)[0] if each.code != SOURCE_LANGUAGE]
    assert options(listed) == [f"{each.name} ({each.code})" for each in languages]


def test_an_empty_issue_cannot_be_opened() -> None:
    config = read(ROOT / ".github/ISSUE_TEMPLATE/config.yml")
    assert config["blank_issues_enabled"] is False
    assert all(set(each) == {"name", "about", "url"} for each in config["contact_links"])


def wrong_owners(text: str, root: Path, codes: list[str]) -> list[str]:
    """Return what is wrong with CODEOWNERS: a path that is not there, a language without line."""
    lines = [match for line in text.splitlines() if (match := OWNED.fullmatch(line))]
    paths = [match["path"] for match in lines]
    found = [f"not there: {p}" for p in paths if p != "*" and not (root / p[1:]).exists()]
    wanted = [f"/{p.format(c)}" for c in codes for p in ("docs/{}/", "strings/{}.yml")]
    found += [f"no line for {each}" for each in wanted if each not in paths]
    wrong = (m for m in lines if not m["off"] and not OWNER.fullmatch(m["owner"]))
    found += [f"no owner: {match[0]}" for match in wrong]
    # "@who" stands in the place of a name; GitHub has a user of that name.
    found += [f"no owner: {m[0]}" for m in lines if not m["off"] and m["owner"] == "@who"]
    others = [e for e in text.splitlines() if e and not e.startswith("# ") and not OWNED.match(e)]
    return found + [f"not understood: {each}" for each in others]


def test_each_language_has_its_owners_line_and_each_path_exists() -> None:
    text = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    codes = [each.code for each in load_languages(ROOT)[0]]
    assert len(codes) >= 8 and wrong_owners(text, ROOT, codes) == []
    assert (
        wrong_owners(text.replace("# /docs/th/ @who", "/docs/th/ @owner/thai"), ROOT, codes) == []
    )


def test_a_wrong_owners_line_is_seen() -> None:
    text = "# /docs/nl/ @who\n/strings/nl.yml @who\n# /gone/ @who\n/docs/ nobody\n"
    assert wrong_owners(text, ROOT, ["nl", "xx"]) == [
        "not there: /gone/",
        "no line for /docs/xx/",
        "no line for /strings/xx.yml",
        "no owner: /strings/nl.yml @who",
        "not understood: /docs/ nobody",
    ]
