"""HTML that is finished gets past Markdown, whole and in its place."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown, markdown
from mkdocs.utils import meta
from sitebuild.content import Content
from sitebuild.finished import BLOCK, END, INLINE, Finished, without_marks
from sitebuild.pages import FAMILIES
from sitebuild.strict_yaml import read_text
from sitebuild.tables import LabelledTables
from test_render import EXTENSIONS

HTML = '<div class="a">\n\n<p>*b* & {{ c }}</p>\n## d { #e }</div>'


def through(text: str, finished: Finished) -> str:
    """Return Markdown as the build makes it, with everything back in its place."""
    return finished.put_back(markdown(text, extensions=EXTENSIONS))


def test_a_block_comes_back_as_it_was_and_without_a_paragraph_around_it() -> None:
    finished = Finished()
    text = f"# A {{ #a }}\n\n{finished.block(HTML)}\n\nB.\n"
    assert through(text, finished) == f'<h1 id="a">A</h1>\n{HTML}\n<p>B.</p>'


def test_what_stands_in_a_sentence_stays_in_it() -> None:
    finished = Finished()
    text = f"{finished.inline('<a>*b*</a>')} **c** {finished.inline('<i>d</i>')}."
    assert through(text, finished) == "<p><a>*b*</a> <strong>c</strong> <i>d</i>.</p>"


def test_a_sentence_alone_in_a_paragraph_keeps_its_paragraph() -> None:
    finished = Finished()
    assert through(finished.inline("<a>b</a>"), finished) == "<p><a>b</a></p>"


def test_a_cell_is_not_labelled_with_what_stands_for_html() -> None:
    finished = Finished()
    text = f"| A {finished.inline('<sup>1</sup>')} |\n| --- |\n| b |\n"
    html = finished.put_back(Markdown(extensions=["tables", LabelledTables()]).convert(text))
    assert '<td data-label="A">b</td>' in html
    assert "<th>A <sup>1</sup></th>" in html
    assert without_marks(text).startswith("| A  |")


@pytest.mark.parametrize("mark", [BLOCK, INLINE, END])
def test_no_file_can_hold_what_stands_for_html(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"a {mark}0{END}", encoding="utf-8")
    text, problems = read_text(path, "a.md")
    assert text is None
    assert "invisible" in problems[0].message


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("lang", ["nl", "th"])
def test_generated_pages_hold_only_html_between_their_headings(
    content: Content, family: str, lang: str
) -> None:
    """So that it makes no difference that Markdown does not read it."""
    for region in content.directory.regions:
        page, _ = meta.get_data(content.generated_page(f"{family}/{region.id}", lang))
        finished = Finished()
        kept = through(finished.all_but_headings(page), finished)
        assert bones(kept) == bones(markdown(page, extensions=EXTENSIONS))


def bones(html: str) -> list[str]:
    """Return HTML as a browser reads it, without empty lines."""
    lines = str(BeautifulSoup(html, "html5lib").body).split("\n")
    return [line for line in lines if line.strip()]
