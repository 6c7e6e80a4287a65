"""What regions.yml says stays text on the page, and what is withheld is not there."""

import string
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from conftest import CASE_DAY, ROOT
from markupsafe import escape
from mkdocs.utils import meta
from sitebuild.finished import Finished
from sitebuild.model import Directory, Region
from sitebuild.publishing import publish
from sitebuild.render import Renderer, escape_markdown
from sitebuild.words import Words

# Those of MkDocs itself and of mkdocs.yml.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
HEADINGS = [
    "top", "danger", "help", "ggd", "municipality", "life-domains", "national", "municipalities",
    "sources",
]  # fmt: skip
ODD = '*Bold* <b>x</b> {{ 7*7 }} [[call x]] | # "q"'
NAMES = (
    ODD,
    "Noord",
    "# Noord",
    "Noord #",
    "1. Noord",
    "- Noord",
    "_Noord_ __Zuid__ a_b",
    "**Noord**",
    "[Noord](https://x.example)",
    "![Noord](x.svg)",
    "<https://x.example>",
    "<script>alert(1)</script>",
    "<!-- Noord",
    "</span></h1></article>Noord",
    "&lt;b&gt; &amp; &#60; &",
    "`Noord`",
    "Noord { #elsewhere .red }",
    "Noord {: onclick=x }",
    "{# Noord #} {% raw %}",
    r"Noord\\ \* \n",
    "A | B | C",
    "A ~ B ~~C~~",
    "A + B! (C) > D = E ^ F",
    '\'s-Gravenhage "x"',
    "[[call emergency]]",
    "[^1] *[HTML]: x",
    "title: Noord",
    "Noord... en dan.. verder",
    "{source} {date} {region} {number}",
    "---",
    "ไทย · Български · é",
    "Noord \U0001f337",
)
each_name = pytest.mark.parametrize("name", NAMES)


def named(directory: Directory, name: str) -> Directory:
    """Return the directory with this name in every place that holds a free text."""
    return replace(
        directory,
        organisations={
            key: replace(each, name=name) for key, each in directory.organisations.items()
        },
        sources={key: replace(each, title=name) for key, each in directory.sources.items()},
        regions=tuple(_region_named(each, name) for each in directory.regions),
    )


def _region_named(region: Region, name: str) -> Region:
    return replace(
        region,
        name=name,
        named_in_2021=(name,),
        womens_shelter_regions=(name,),
        text={"nl": name},
        municipalities=tuple(replace(each, name=name) for each in region.municipalities),
    )


def region_page(directory: Directory, words: dict[str, Words], number: int = 0) -> str:
    """Return a region's page as the generator writes it."""
    renderer = Renderer(ROOT, directory, publish(directory, CASE_DAY), words)
    return renderer.region(directory.regions[number], "nl")


def html_of(page: str) -> Tag:
    """Return a page's body as MkDocs makes it and a browser reads it."""
    text, _ = meta.get_data(page)
    finished = Finished()
    html = markdown.markdown(finished.all_but_headings(text), extensions=EXTENSIONS)
    found = BeautifulSoup(finished.put_back(html), "html5lib").body
    assert found is not None
    return found


def texts(body: Tag, selector: str) -> list[str]:
    """Return the texts of elements, with the spaces a browser shows."""
    return [" ".join(each.get_text().split()) for each in body.select(selector)]


def shown(name: str) -> str:
    """Return a name as a browser shows its spaces."""
    return " ".join(name.split())


@each_name
def test_name_in_the_heading_and_title_of_a_page_stays_text(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    page = region_page(named(directory, name), words)
    heading = words["nl"].say("region.title", region=name)
    assert texts(html_of(page), "h1#top") == [shown(heading)]
    assert meta.get_data(page)[1]["title"] == name


@each_name
def test_name_leaves_the_bones_of_the_page_as_they_are(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    body = html_of(region_page(named(directory, name), words))
    headings = body.select("h1, h2")
    assert [each.get("id") for each in headings] == HEADINGS
    assert all(each.parent is body for each in headings)
    assert body.select("b, em, i, code, table, script, img, pre, del") == []
    assert {each["href"] for each in body.select("a[href*='x.example']")} == set()


@each_name
def test_name_stays_text_in_every_other_place(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    body = html_of(region_page(named(directory, name), words))
    want = shown(name)
    assert texts(body, "article.card h3") == [want] * 3
    assert texts(body, "ul.columns li") == [want] * 2
    assert texts(body, "p.ask") == [want]
    assert texts(body, "ul.national strong") == [want] * 2
    assert set(texts(body, "details.sources li > span")) == {want}
    uncertain = words["nl"].say("region.municipalities.maybe", region=name)
    assert texts(body, "div.ask li") == [shown(f"{name} ({uncertain})")]
    assert words["nl"].say("region.sources.named_in_2021", names=want) in texts(body, "p")
    undated = words["nl"].say("contact.sourced_undated", source=want)
    assert any(said.startswith(undated) for said in texts(body, "p.state"))


def test_template_syntax_is_not_worked_out(directory: Directory, words: dict[str, Words]) -> None:
    text = html_of(region_page(named(directory, ODD), words)).get_text()
    assert "{{ 7*7 }}" in text
    assert "49" not in text


def test_every_mark_of_markdown_is_escaped() -> None:
    marks = string.punctuation
    escaped = "\n\n".join(f"## a {escape(escape_markdown(mark))} b" for mark in marks)
    assert texts(html_of(escaped), "h2") == [f"a {mark} b" for mark in marks]


@each_name
def test_name_in_a_national_line_stays_text(
    directory: Directory, words: dict[str, Words], name: str
) -> None:
    odd = named(directory, name)
    renderer = Renderer(ROOT, odd, publish(odd, CASE_DAY), words)
    cards = renderer.national_lines(("danger",), "nl", "../")
    body = html_of(f"# A {{ #a }}\n\n{cards}\n\n## B {{ #b }}\n")
    assert texts(body, "article#line-emergency h3") == [shown(name)]
    assert texts(body, "h2#b") == ["B"]


def test_value_that_is_withheld_is_nowhere_on_the_page(
    directory: Directory, words: dict[str, Words]
) -> None:
    shown_b = replace(directory.regions[1].organisations[0], hold="")
    zuid = replace(directory.regions[1], organisations=(shown_b,))
    page = region_page(replace(directory, regions=(directory.regions[0], zuid)), words, 1)
    assert "Stichting B" in page
    assert "0900" not in page
    assert words["nl"].say("contact.none") in page


def test_organisation_whose_place_in_a_region_is_held_is_not_named(
    directory: Directory, words: dict[str, Words]
) -> None:
    page = region_page(directory, words, 1)
    assert "Stichting B" not in page
    assert words["nl"].say("region.help.none") in page


def test_numbers_are_links_that_call_them(directory: Directory, words: dict[str, Words]) -> None:
    body = html_of(region_page(directory, words))
    links = {each["href"]: " ".join(each.get_text().split()) for each in body.select("a.call")}
    assert "070 000 00 00" in links["tel:+31700000000"]
    assert "14 070" in links["tel:14070"]
    assert "112" in links["tel:112"]


def test_first_message_is_ready_in_mail_whatsapp_and_sms(
    directory: Directory, words: dict[str, Words]
) -> None:
    links = [str(each["href"]) for each in html_of(region_page(directory, words)).select("a.way")]
    message = words["nl"].say("contact.message", language="Nederlands")
    sent = {link.split("?")[0]: parse_qs(urlsplit(link).query) for link in links if "?" in link}
    assert sent["https://wa.me/31880000001"] == {"text": [message]}
    assert sent["sms:+31880000002"] == {"body": [message]}
    assert sent["mailto:info@organisatie-a.example"]["body"] == [message]


def test_sentence_about_a_number_names_the_source_whose_day_it_gives(
    directory: Directory, words: dict[str, Words]
) -> None:
    organisation = directory.organisations["pmw-a"]
    phone = replace(organisation.contacts[0], sources=("register-a", "list-a"))
    register = replace(directory.sources["register-a"], date="2025")
    changed = replace(
        directory,
        sources={**directory.sources, "register-a": register},
        organisations={"pmw-a": replace(organisation, contacts=(phone,))},
    )
    published = publish(changed, CASE_DAY)
    sentence = (
        Renderer(ROOT, changed, published, words)
        .speaker("nl")
        .state(published["pmw-a"].contacts[0])
    )
    day = "5 april 2026"
    assert sentence == words["nl"].say("contact.sourced", source="Register A", date=day)


def test_call_link_holds_the_first_number_that_is_shown(
    directory: Directory, words: dict[str, Words]
) -> None:
    renderer = Renderer(ROOT, directory, publish(directory, CASE_DAY), words)
    link = BeautifulSoup(renderer.call_link("emergency", "nl") or "", "html5lib").select_one("a")
    assert link is not None
    assert (link["href"], link.get_text()) == ("tel:112", "112")
    assert renderer.call_link("support-b", "nl") is None
    assert renderer.call_link("nobody", "nl") is None
