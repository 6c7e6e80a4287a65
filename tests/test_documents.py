"""Every page has its form in every language, or the file and line that differ are told."""

from pathlib import Path

import pytest
from sitebuild.documents import CORE_PAGES, load_documents
from sitebuild.languages import Language
from sitebuild.outline import outline
from sitebuild.problems import Problem, report

LANGUAGES = (Language("nl", "Nederlands"), Language("en", "English"))
FRONT = '---\ntitle: "{}"\ndescription: "{}"\nchecked: "2026-11-20"\naudience: "visitors"\n---\n'
PAGE = """
# {} {{ #top }}

{}: [[call emergency]], [x](help-now.md).

[[finder]]

## {} {{ #more }}

[y](help-now.md#top) ![z](z.svg)
"""
DUTCH = (FRONT + PAGE).format("Titel", "Tekst", "Kop", "Bel", "Meer")
ENGLISH = (FRONT + PAGE).format("Title", "Text", "Heading", "Call", "More")
# The numbers of their lines.
TITLE, CHECKED, AUDIENCE, TOP, CALL, FINDER, MORE, LINKS = 2, 4, 5, 8, 10, 12, 14, 16


def load(root: Path, changes: dict[str, str | bytes | None]) -> list[Problem]:
    """Write the core pages in two languages, some of them changed, and load them."""
    pages: dict[str, str | bytes | None] = {f"nl/{page_id}": DUTCH for page_id in CORE_PAGES}
    pages |= {f"en/{page_id}": ENGLISH for page_id in CORE_PAGES}
    for name, text in {**pages, **changes}.items():
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return sorted(set(load_documents(root, LANGUAGES)[1]))


def test_pages_alike_in_form_have_no_problem(tmp_path: Path) -> None:
    assert report(load(tmp_path, {"nl/only-in-dutch": DUTCH})) == report(())


def test_documents_hold_front_matter_and_outline(tmp_path: Path) -> None:
    load(tmp_path, {})
    documents, _ = load_documents(tmp_path, LANGUAGES)
    page = documents["en", "near-you/index"]
    assert (page.path, page.meta["title"]) == ("docs/en/near-you/index.md", "Title")
    assert [(each.text, each.line) for each in page.outline.headings] == [
        ("# #top", TOP),
        ("## #more", MORE),
    ]
    assert [each.text for each in page.outline.links] == [
        "help-now.md",
        "help-now.md#top",
        "z.svg",
    ]
    assert [(each.text, each.line) for each in page.outline.references] == [
        ("call emergency", CALL),
        ("finder", FINDER),
    ]


# What is replaced by what; the line, and parts of the message and the remedy.
FORM = {
    "no front matter": ("---\n", "", 1, "does not start with a block", "Copy that block"),
    "front matter never ends": ('rs"\n---', 'rs"\n', 1, "does not start", "Copy that block"),
    "empty front matter": (FRONT.format("Titel", "Tekst"), "---\n---\n", 1, "empty", "Put"),
    "no title": ("title:", "# title:", 3, "'title' is missing", "Add 'title:'"),
    "no description": ("description:", "# d:", 2, "'description' is missing", "Add"),
    "no day of check": ("checked:", "# c:", 2, "'checked' is missing", "Add 'checked:'"),
    "no such day": ("2026-11-20", "2026-11-31", CHECKED, "not a date", "2026-11-20"),
    "day in words": ("2026-11-20", "20-11-26", CHECKED, "not a date", "2026-11-20"),
    "no audience": ("audience:", "# a:", 2, "'audience' is missing", "Add 'audience:'"),
    "unknown audience": ('"visitors"', '"visitor"', AUDIENCE, "not known", 'mean "visitors"?'),
    "lawyer who is neither": ("checked:", 'lawyer_read: "x"\nchecked:', 4, "neither 'no'", "no"),
    "one source": ("checked:", 'sources: "x"\nchecked:', 4, "Here should stand a list", "block"),
    "unknown field": ("title:", 'titel: "x"\ntitle:', 2, "Unknown field", 'mean "title"?'),
    "field twice": ("title:", 'title: "x"\ntitle:', 3, "twice", "Keep one"),
    "list in the front matter": ("checked:", "lead: [a]\nchecked:", 4, "one value", "indent"),
    "title too long": ("Titel", "T" * 61, TITLE, "too long", "under 60"),
    "number as title": ('"Titel"', "112", TITLE, "Without quotes", '"112"'),
    "html in the title": ("Titel", "<b>Titel</b>", TITLE, "code, not text", "plain words"),
    "unknown template": ("checked:", "template: huis.html\nchecked:", 4, "not known", "home.html"),
    "heading without id": (" { #more }", "", MORE, "no id", "Add an English id"),
    "heading with a foreign id": ("{ #more }", "{ #méér }", MORE, "no id", "English id"),
    "heading without a space": ("## Meer { #more }", "##Meer", MORE, "heading", "with a space"),
    "underlined heading": ("## Meer { #more }", "Meer\n----", MORE + 1, "heading", "Write it like"),
    "skipped level": ("## ", "### ", MORE, "level 3 follows one of level 1", "skip"),
    "page that starts with level two": ("\n# ", "\n## ", TOP, "level 2 follows", "skip"),
    "id twice": ("{ #more }", "{ #top }", MORE, "the first is on line 8", "Rename"),
    "bold html": ("[y]", "<b>y</b> [y]", LINKS, "HTML or template", "Markdown"),
    "html comment": ("[y]", "<!-- y --> [y]", LINKS, "HTML or template", "Markdown"),
    "html that never ends": ("[y]", "<img src=x [y]", LINKS, "HTML or template", "Markdown"),
    "template value": ("[y]", "{{ y }} [y]", LINKS, "HTML or template", "Markdown"),
    "template command": ("[y]", "{% y %} [y]", LINKS, "HTML or template", "Markdown"),
    "mark that sets an attribute": ("[y]", "[x](y.md){ onclick=x } [y]", LINKS, "sets some", "id"),
    "mark with a colon": ("[y]", "[x](y.md){: style=x } [y]", LINKS, "sets something", "class"),
    "link with a title": ("[y]", '[x](y.md "z") [y]', LINKS, "another way", "Write it like"),
    "link in angles": ("[y]", "[x](y .md) [y]", LINKS, "another way", "Write it like"),
    "link given elsewhere": ("[y]", "[x]: javascript:x\n[y]", LINKS, "another way", "Write it"),
    "link that runs code": ("[y]", "[x](javascript:alert) [y]", LINKS, "not lead there", "https"),
    "link with data": ("[y]", "[x](data:text/html,x) [y]", LINKS, "not lead there", "https"),
    "link that is not secure": ("[y]", "[x](http://x.nl) [y]", LINKS, "not lead there", "https"),
    "link from the root": ("[y]", "[x](/admin/) [y]", LINKS, "not lead there", "a path like"),
    "link to another host": ("[y]", "[x](//x.nl/y) [y]", LINKS, "not lead there", "a path like"),
    "row with a cell less": ("[y]", "| a | b |\n| - | - |\n| c |\n\n[y]", LINKS + 2, "row", "2"),
    "row with a cell more": ("[y]", "| a |\n| - |\n| c | d |\n\n[y]", LINKS + 2, "row", "1"),
    "row that is left open": ("[y]", "| a |\n| - |\n| c\n\n[y]", LINKS + 2, "row", "1 cells"),
    "invisible character": ("[y]", "\u200b[y]", LINKS, "invisible", "type it again"),
    "tag": ('"Titel"', '!x "Titel"', TITLE, "tags (!)", "Remove the tag"),
}


@pytest.mark.parametrize("name", FORM)
def test_fault_of_form_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    old, new, line, message, remedy = FORM[name]
    assert old in DUTCH
    (problem,) = load(tmp_path, {"nl/more": DUTCH.replace(old, new, 1)})
    assert (problem.path, problem.line) == ("docs/nl/more.md", line)
    assert message in problem.message
    assert remedy in problem.remedy


def test_front_matter_that_is_a_list_is_told(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, {"nl/more": "---\n- title\n---\n# A { #a }\n"})
    assert problem.path == "docs/nl/more.md"
    assert problem.remedy


def test_page_in_another_encoding_is_told(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, {"nl/more": DUTCH.replace("Meer", "Méér").encode("latin-1")})
    assert (problem.path, problem.line) == ("docs/nl/more.md", MORE)
    assert problem.message == "This is not UTF-8 text."


def test_page_with_line_ends_of_windows_is_read_like_any_other(tmp_path: Path) -> None:
    assert load(tmp_path, {"en/help-now": ENGLISH.replace("\n", "\r\n")}) == []


TRANSLATION = {
    "heading with another id": ("#more", "#most", MORE, "another heading", "## #more"),
    "heading of another level": ("## More", "# More", MORE, "another heading", "## #more"),
    "missing heading": ("## More { #more }", "", TOP, "a heading of the Dutch", "## #more"),
    "extra heading": ("[y]", "## X { #x }\n[y]", LINKS, "not have this heading", "Remove it"),
    "other link": ("help-now.md#top", "index.md#top", LINKS, "another link", "help-now.md#top"),
    "missing link": (" ![z](z.svg)", "", LINKS, "a link of the Dutch", "z.svg"),
    "extra link": ("![z]", "[a](b.md) ![z]", LINKS, "another link", "z.svg"),
    "extra link at the end": ("(z.svg)", "(z.svg) [a](b.md)", LINKS, "not have this link", "it"),
    "other reference": ("call emergency", "call police", CALL, "another reference", "emergency"),
    "missing reference": ("[[finder]]", "", CALL, "a reference of the Dutch", "finder"),
    "other audience": ('"visitors"', '"professionals"', 1, "says something else", '"visitors"'),
    "other sources": ("checked:", 'sources: ["a"]\nchecked:', 1, "has other sources", "none"),
    "read by a lawyer": ("checked:", 'lawyer_read: "no"\nchecked:', 1, "something else", "Remove"),
    "extra reference": ("[y]", "[[regions]] [y]", LINKS, "not have this reference", "Remove"),
}


@pytest.mark.parametrize("name", TRANSLATION)
def test_translation_that_differs_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    old, new, line, message, remedy = TRANSLATION[name]
    assert old in ENGLISH
    (problem,) = load(tmp_path, {"en/help-now": ENGLISH.replace(old, new, 1)})
    assert (problem.path, problem.line) == ("docs/en/help-now.md", line)
    assert message in problem.message
    assert remedy in problem.remedy


def test_dutch_name_in_a_translation_is_no_difference(tmp_path: Path) -> None:
    text = ENGLISH.replace("Call:", "Call [[nl Den Haag]]:")
    assert text != ENGLISH
    assert report(load(tmp_path, {"en/help-now": text})) == report(())


def test_translation_that_differs_names_the_line_of_the_dutch(tmp_path: Path) -> None:
    changes = {"en/help-now": ENGLISH.replace("\n# ", "\n\n\n# ").replace("#more", "#most")}
    (problem,) = load(tmp_path, {**changes})
    assert problem.line == MORE + 2
    assert f"its line {MORE}" in problem.message


def test_page_that_the_dutch_does_not_have_is_told(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, {"en/more": ENGLISH})
    assert (problem.path, problem.message) == (
        "docs/en/more.md",
        "The Dutch does not have this page.",
    )


@pytest.mark.parametrize("page_id", CORE_PAGES)
def test_core_page_missing_in_a_language_is_told(tmp_path: Path, page_id: str) -> None:
    (problem,) = load(tmp_path, {f"en/{page_id}": None})
    assert problem.path == f"docs/en/{page_id}.md"
    assert problem.message == "This page must exist in every language."


def test_generated_page_is_left_alone_also_when_its_region_is_gone(tmp_path: Path) -> None:
    """Or it could never be removed: nothing is written while there is a problem."""
    load(tmp_path, {"nl/near-you/noord": "<p>made</p>\n"})
    documents, problems = load_documents(tmp_path, LANGUAGES)
    assert report(problems) == report(())
    assert ("nl", "near-you/noord") not in documents
    assert ("nl", "near-you/index") in documents


def test_outline_counts_lines_from_the_given_number() -> None:
    lines = ["# A { #a }", "", "[x](y.md) [[finder]]"]
    found = outline(list(enumerate(lines, start=10)), "a.md")
    assert [each.line for each in (*found.headings, *found.links, *found.references)] == [
        10,
        12,
        12,
    ]
    assert found.problems == ()
