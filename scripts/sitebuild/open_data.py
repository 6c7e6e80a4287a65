"""Which files of open data are there, and what is each? Made from what may be shown, only."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sitebuild.content import LABELS, Content
from sitebuild.coverage_csv import coverage_csv
from sitebuild.data_tables import contacts_csv, municipalities_csv
from sitebuild.hsds import services_page
from sitebuild.reach import exported, helpers, stable_id
from sitebuild.reporting import template_csv
from sitebuild.vcards import cards

FOLDER = "data"
REGIONS, ORGANISATIONS = "regions", "organisations"
CODE_LENGTH = 8  # hexadecimal digits of a stable id: enough for some thousands of cards
HSDS, INDEX = "hsds.json", "index.json"
CONTACTS, MUNICIPALITIES, COVERAGE, REPORTING = (
    "contacts.csv",
    "municipalities.csv",
    "coverage.csv",
    "reporting-template.csv",
)
CSV = "text/csv; charset=utf-8; header=present"
MEDIA_TYPES = {
    HSDS: "application/json",
    CONTACTS: CSV,
    MUNICIPALITIES: CSV,
    COVERAGE: CSV,
    REPORTING: CSV,
    INDEX: "application/json",
}
LICENCE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "attribution": "Wegwijs; municipalities and their codes: CBS (CC BY 4.0)",
}
# A change of form gets a line here (version, day), and its words in strings/: data.changes.v1_0.
# The first number changes when a program that reads the old form would fail.
CHANGES = (("1.0", "2026-11-21"),)

# The lists of codes in our tables and services; the words of pages say what each means.
CODES = {name: codes for name, codes in LABELS.items() if name != "before_you_call"}

Maker = Callable[[], str]


def data_files(content: Content) -> dict[str, Maker]:
    """Return every file by its path under data/, with what makes its text."""
    directory, published, words = content.directory, content.published, content.words
    telling = content.word_lists.telling
    return {
        HSDS: lambda: as_json(services_page(directory, published, words)),
        CONTACTS: partial(contacts_csv, directory, published),
        MUNICIPALITIES: partial(municipalities_csv, directory, published, words),
        COVERAGE: partial(coverage_csv, content),
        REPORTING: template_csv,
        INDEX: lambda: as_json(_index(content)),
        **{
            organisation_card(each.id): partial(cards, (each,), words, telling)
            for each in exported(directory, published)
        },
        **{
            f"{REGIONS}/{each.id}.vcf": partial(cards, helpers(each, published), words, telling)
            for each in directory.regions
        },
    }


def organisation_card(organisation: str) -> str:
    """Return where the card of an organisation (its id) stands, under data/.

    A download keeps the name of its file, which others may see: it says nothing of what it holds.
    """
    return f"{ORGANISATIONS}/{stable_id('organisation', organisation)[:CODE_LENGTH]}.vcf"


def _index(content: Content) -> dict[str, object]:
    """Return what the files are, in all languages."""
    return {
        "name": "Wegwijs",
        "form": CHANGES[-1][0],
        "changes": [
            {"form": form, "date": day, "change": _in_all_languages(content, change_words(form))}
            for form, day in CHANGES
        ],
        "licence": LICENCE,
        "files": [
            {
                "path": name,
                "media_type": media_type,
                "meaning": _in_all_languages(content, f"data.files.{name.partition('.')[0]}"),
            }
            for name, media_type in MEDIA_TYPES.items()
        ],
        "codes": {
            name: {code: _in_all_languages(content, f"labels.{name}.{code}") for code in codes}
            for name, codes in CODES.items()
        },
        "regions": [
            {"id": each.id, "name": each.name, "vcard": f"{REGIONS}/{each.id}.vcf"}
            for each in content.directory.regions
        ],
        "organisations": [
            {"id": each.id, "name": each.name, "vcard": organisation_card(each.id)}
            for each in exported(content.directory, content.published)
        ],
    }


def change_words(form: str) -> str:
    """Return where the words of a change of form stand: '1.0' -> 'data.changes.v1_0'."""
    return f"data.changes.v{form.replace('.', '_')}"


def _in_all_languages(content: Content, path: str) -> dict[str, str]:
    return {each.code: content.words[each.code].say(path) for each in content.languages}


def as_json(data: object) -> str:
    """Return JSON that people can read too."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write_all(site: Path, content: Content) -> None:
    """Write every file under `site`/data/."""
    for name, make in data_files(content).items():
        _write(site / FOLDER / name, make())


def write_one(site: Path, content: Content, name: str) -> bool:
    """Write one file, named by its path under data/, for `serve`; False when there is none."""
    make = data_files(content).get(name)
    if make:
        _write(site / FOLDER / name, make())
    return bool(make)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))  # line ends of CSV and vCard stay as they are
