"""References in pages stand for something, once, and where they may stand."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from bs4 import BeautifulSoup
from markdown import markdown
from mkdocs.config.defaults import MkDocsConfig
from sitebuild.bridge import expand_page
from sitebuild.documents import Document, Documents
from sitebuild.finished import Finished
from sitebuild.outline import outline
from sitebuild.references import expand, quiet_links, wrong_references
from sitebuild.site_context import PageSite

CALLABLE = ("emergency", "police")


FACTS = ("national-age", "objection-term")


def document(lang: str, *lines: str) -> Document:
    path = f"docs/{lang}/a.md"
    body = tuple(enumerate(lines, start=7))
    return Document("a", lang, path, {}, (), body, outline(body, path))


def page(*lines: str) -> Documents:
    return {("nl", "a"): document("nl", *lines)}


@pytest.mark.parametrize(
    "text",
    [
        "[[lines danger]]",
        "[[lines danger violence young]]",
        "[[finder]]",
        "[[regions]]",
        "[[municipalities]]",
        "Bel [[call emergency]] of [[call police]].",
        "In [[nl Den Haag]].",
        "Vanaf [[fact national-age]] jaar. [[source regioplan-2021 kvk]]",
        "[[pages]]",
        "[[bibliography]]",
    ],
)
def test_reference_to_something_that_is_shown_is_right(text: str) -> None:
    assert list(wrong_references(page(text), CALLABLE, FACTS)) == []


WRONG = {
    "unknown name": ("[[phone]]", "phone", "unknown", "lines, finder, regions, municipalities"),
    "no name": ("[[]]", "", "unknown", "lines, finder"),
    "no group": ("[[lines]]", "lines", "names nothing", "danger, violence"),
    "unknown group": ("[[lines dangr]]", "lines dangr", "names nothing", 'mean "danger"?'),
    "one unknown group": ("[[lines young x]]", "lines young x", "names nothing", "danger"),
    "nobody to call": ("Bel [[call]]!", "call", "names nothing", "emergency, police"),
    "unknown to call": ("Bel [[call polic]]!", "call polic", "names nothing", 'mean "police"?'),
    "no fact": ("Vanaf [[fact]] jaar", "fact", "names nothing", "facts.yml"),
    "unknown fact": ("[[fact nationl-age]]", "fact nationl-age", "nothing", 'mean "national-age"?'),
    "pages in a sentence": ("Zie [[pages]].", "pages", "in a sentence", "line of its own"),
    "block in a sentence": ("Zoek [[finder]] hier.", "finder", "in a sentence", "line of its own"),
    "blocks on one line": ("[[finder]] [[regions]]", "finder", "in a sentence", "line of its own"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_reference_is_told_with_its_line(name: str) -> None:
    text, found, message, remedy = WRONG[name]
    problem, *more = wrong_references(page("Tekst.", text), CALLABLE, FACTS)
    assert (problem.path, problem.line, problem.found) == ("docs/nl/a.md", 8, found)
    assert message in problem.message
    assert remedy in problem.remedy
    assert len(more) == text.count("[[") - 1


def resolved(name: str, words: Sequence[str]) -> str:
    return f"<{name}:{'+'.join(words)}>"


def test_reference_in_a_sentence_is_replaced_in_place() -> None:
    assert expand("Bel [[call emergency]]!\n", resolved) == "Bel <call:emergency>!\n"


def test_block_is_set_apart_by_empty_lines() -> None:
    markdown = "Zoek:\n[[lines danger young]]\nVerder.\n"
    assert expand(markdown, resolved) == "Zoek:\n\n<lines:danger+young>\n\nVerder.\n"


def test_block_with_spaces_behind_it_is_set_apart_too() -> None:
    lines = expand("Zoek:\n[[finder]]  \nVerder.\n", resolved).split("\n")
    assert [line.strip() for line in lines] == ["Zoek:", "", "<finder:>", "", "Verder.", ""]


@pytest.mark.parametrize("markdown", ["[[finder]]\n", "Bel [[call emergency]].\n"])
def test_what_a_reference_gives_is_not_searched_for_references(markdown: str) -> None:
    """A name or address that looks like a reference stays what it is."""
    asked: list[str] = []

    def resolve(name: str, words: Sequence[str]) -> str:
        asked.append(name)
        return "[[regions]]"

    assert "[[regions]]" in expand(markdown, resolve)
    assert "regions" not in asked


def test_text_without_references_is_kept_as_it_is() -> None:
    markdown = "# A { #a }\n\n[x](y.md) [z] ]] [[\n"
    assert expand(markdown, resolved) == markdown


def test_documents_of_every_language_are_checked() -> None:
    documents = {(lang, "a"): document(lang, "[[x]]") for lang in ("nl", "th")}
    told = [each.path for each in wrong_references(documents, CALLABLE, FACTS)]
    assert [Path(each).parts[1] for each in told] == ["nl", "th"]


@pytest.mark.parametrize("more", ["", ' title="t"', ' class="c"', ' rel="noreferrer"'])
def test_links_to_other_sites_do_not_tell_where_the_visitor_comes_from(more: str) -> None:
    html = f'<p><a href="https://x.example/"{more}>x</a> <a href="../help-now/">y</a></p>'
    first, second = BeautifulSoup(quiet_links(html), "html5lib").select("a")
    assert (first["href"], first["rel"]) == ("https://x.example/", ["noreferrer"])
    assert second.attrs == {"href": "../help-now/"}
    assert quiet_links(html).count("rel=") == 1


def test_a_name_that_looks_like_a_reference_stays_a_name_on_a_generated_page() -> None:
    site = cast(PageSite, SimpleNamespace(page_id="near-you/noord"))
    finished = Finished()
    html = "<p>[[call emergency]] [[finder]]</p>"
    marked = expand_page(f"{html}\n\n## [[finder]] {{ #a }}\n", site, MkDocsConfig(), finished)
    assert finished.put_back(markdown(marked)) == f"{html}\n<h2>[[finder]] {{ #a }}</h2>"
