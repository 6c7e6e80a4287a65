"""Are the guides true? Their pictures, links, commands and examples are looked up."""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from guide_pictures import MOST_BYTES, PICTURES, Picture
from sitebuild.documents import load_documents
from sitebuild.languages import Language
from sitebuild.practice_form import FOLDER
from sitebuild.practices import wrong_practices
from sitebuild.problems import report

GUIDES = (
    "README.md",
    "CONTRIBUTING.md",
    "CONTRIBUTING.nl.md",
    "FIELDS.md",
    "MAINTAINING.md",
    "SECURITY.md",
)
EXAMPLES = {"en": "CONTRIBUTING.md", "nl": "CONTRIBUTING.nl.md"}
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
PICTURE = re.compile(r"!\[(?P<text>[^\]]+)\]\((?P<path>[^)]+)\)")
COMMAND = re.compile(r"\bmake (?P<name>[a-z]+)\b")
FILE = re.compile(r"`(?P<path>(?:scripts|tests|hosting|schema|docs|strings|overrides)/[\w./-]+)`")
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def text_of(name: str) -> str:
    """Return a guide's text."""
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives the headings of a text."""
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.S), re.M)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short_and_its_links_lead_somewhere(name: str) -> None:
    text = text_of(name)
    assert len(text.splitlines()) < 300
    for match in LINK.finditer(re.sub(r"```.*?```", "", text, flags=re.S)):
        path, _, anchor = match["target"].partition("#")
        if path.startswith("https:"):
            continue
        assert not path or (ROOT / path).exists(), match["target"]
        assert not anchor or anchor in anchors(text_of(path) if path else text), match["target"]


@pytest.mark.parametrize("name", GUIDES)
def test_commands_and_files_that_a_guide_names_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.M))
    text = text_of(name)
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.S))
    named = {match["name"] for match in COMMAND.finditer(code)}
    assert named <= targets, named - targets
    for match in FILE.finditer(text):
        assert (ROOT / match["path"]).exists(), match["path"]


def test_both_languages_show_the_same_five_things() -> None:
    for mark in (r"^### \d\.", r"^## ", r"^\*\*"):
        counts = {name: len(re.findall(mark, text_of(name), re.M)) for name in EXAMPLES.values()}
        assert len(set(counts.values())) == 1, (mark, counts)
    assert len(re.findall(r"^### \d\.", text_of("CONTRIBUTING.md"), re.M)) == 5


def parts(name: str) -> list[set[str]]:
    """Return, per heading or paragraph with a lead, the commands and files that it names.

    What only developers need stands in English only.
    """
    text = re.sub(r"```.*?```", "", text_of(name), flags=re.S)
    text = re.sub(r"^## (?:For d|Voor o).*?^(?=\*\*)", "## ", text, flags=re.M | re.S)
    for own, shared in {"docs/nl": "docs/en", "<taal>": "<language>", "<naam>": "<name>"}.items():
        text = text.replace(own, shared)
    named = re.compile(r"`(make [^`]+|\.venv[^`]+|[\w./<>-]+\.(?:yml|md|py))`")
    return [set(named.findall(part)) for part in re.split(r"^(?:#|\*\*)", text, flags=re.M)]


def test_both_languages_name_the_same_commands_and_files_under_each_heading() -> None:
    english, dutch = parts("CONTRIBUTING.md"), parts("CONTRIBUTING.nl.md")
    assert english == dutch
    assert len(english) > 20 and sum(map(len, english)) > 30


@pytest.mark.parametrize("lang", EXAMPLES)
def test_each_of_the_five_things_has_its_picture(lang: str) -> None:
    text = text_of(EXAMPLES[lang])
    first = text[text.index("### 1.") : text.index("\n## ", text.index("### 5."))]
    for part in re.split(r"^### ", first, flags=re.M)[1:]:
        found = [match["path"] for match in PICTURE.finditer(part)]
        assert len(found) == 1, part.splitlines()[0]
        assert found[0] in {each.path for each in PICTURES}
        assert not found[0].endswith({"en": "-nl.png", "nl": "-en.png"}[lang])


@pytest.mark.parametrize("picture", PICTURES, ids=[each.name for each in PICTURES])
def test_a_picture_is_small_and_shown(picture: Picture) -> None:
    data = (ROOT / picture.path).read_bytes()
    assert data.startswith(SIGNATURE)
    assert len(data) < MOST_BYTES
    assert any(picture.path in text_of(name) for name in GUIDES)


def test_no_picture_is_left_over() -> None:
    assert {f"pictures/{path.name}" for path in (ROOT / "pictures").iterdir()} == {
        each.path for each in PICTURES
    }


@pytest.mark.parametrize("picture", PICTURES, ids=[each.name for each in PICTURES])
def test_what_a_picture_marks_is_still_on_its_page(site: Path, picture: Picture) -> None:
    text = (site / picture.address / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html5lib")
    for selector in filter(None, (picture.mark, picture.unfold)):
        assert page.select_one(selector) is not None, selector


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A project that holds the example of a good practice as both guides print it."""
    for lang, name in EXAMPLES.items():
        (example,) = re.findall(r"```markdown\n(.*?)```", text_of(name), re.S)
        target = tmp_path / f"docs/{lang}/{FOLDER}/example.md"
        target.parent.mkdir(parents=True)
        target.write_text(example, encoding="utf-8")
    return tmp_path


def test_the_example_of_a_good_practice_is_right(examples: Path) -> None:
    languages = (Language("nl", "nl"), Language("en", "en"))
    documents, problems = load_documents(examples, languages)
    problems = tuple(each for each in problems if "in every language" not in each.message)
    wrong = tuple(wrong_practices(documents, ("den-haag",), date(2026, 11, 21)))
    assert len(documents) == 2
    assert report((*problems, *wrong)) == report(())
