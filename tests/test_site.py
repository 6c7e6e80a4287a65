"""Is the built site whole? Looks at the files, without a browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from conftest import ROOT, asset_paths, copy_project, run_engine
from sitebuild.content import Content
from sitebuild.pages import FAMILIES, is_generated
from sitebuild.publishing import State, state_of
from sitebuild.values import dial

LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")
REVEALING = yaml.safe_load((ROOT / "strings/prose/revealing.yml").read_text(encoding="utf-8"))


def prefix(lang: str) -> str:
    """Return the folder of a language in the site."""
    return "" if lang == "nl" else f"{lang}/"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page, parsed, by its address from the root ('' for Dutch home)."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found[address] = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
    return found


def ids(page: BeautifulSoup) -> set[str]:
    """Return every id of a page."""
    return {str(tag["id"]) for tag in page.find_all(id=True)}


def links(page: BeautifulSoup) -> Iterator[str]:
    """Yield the target of every link, style, script and picture."""
    for tag in page.select("[href]"):
        yield str(tag["href"])
    for tag in page.select("[src]"):
        yield str(tag["src"])


def test_there_are_18_region_pages_in_each_language(pages: dict[str, BeautifulSoup]) -> None:
    for lang in LANGUAGES:
        found = [each for each in pages if re.fullmatch(f"{prefix(lang)}near-you/[a-z-]+/", each)]
        assert len(found) == 18, lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_region_is_two_taps_from_home_without_script(
    pages: dict[str, BeautifulSoup], lang: str
) -> None:
    home = prefix(lang)
    first = reachable(home, pages)
    second = {address for each in first for address in reachable(each, pages)}
    regions = {each for each in pages if re.fullmatch(f"{home}near-you/[a-z-]+/", each)}
    assert f"{home}near-you/" in first
    assert regions <= second


def reachable(address: str, pages: dict[str, BeautifulSoup]) -> set[str]:
    """Return the pages that a page links to."""
    targets = (urljoin(f"/{address}", link) for link in links(pages[address]))
    return {urlsplit(target).path.lstrip("/") for target in targets} & pages.keys()


def test_every_inner_link_and_anchor_leads_somewhere(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    known = {address: ids(page) for address, page in pages.items()}
    checked = 0
    for address, page in pages.items():
        for link in links(page):
            parts = urlsplit(urljoin(f"http://site/{address}", link))
            if parts.scheme == "http" and parts.netloc == "site":
                checked += 1
                path = unquote(parts.path.lstrip("/"))
                assert path in known or (site / path).is_file(), (address, link)
                assert parts.fragment in {"", *known.get(path, ())}, (address, link)
    assert checked > 5_000


def test_links_to_others_tell_nothing(pages: dict[str, BeautifulSoup]) -> None:
    checked = 0
    for address, page in pages.items():
        for tag in page.find_all("a", href=re.compile("^https?:")):
            assert "noreferrer" in str(tag.get("rel")), (address, tag["href"])
            checked += 1
    assert checked > 1000


# A page may cite an article of an organisation whose site is not given as a contact.
CITATION = re.compile(r'<li id="source-\d+">.*?</li>|<ul class="sources">.*?</ul>', re.DOTALL)


def test_nothing_withheld_is_anywhere_in_the_site(site: Path, content: Content) -> None:
    withheld = list(withheld_values(content))
    assert len(withheld) > 40
    texts = {
        path: path.read_bytes().decode("utf-8", "replace")
        for path in site.rglob("*.*")
        if path.is_file()
    }
    for path, text in texts.items():
        squeezed = re.sub(r"[\s\u00a0-]", "", text)
        uncited = CITATION.sub("", text)
        for value in withheld:
            assert value not in (uncited if value.startswith("https:") else text), (path, value)
            if value.startswith("+"):
                assert value not in squeezed, (path, value)


def withheld_values(content: Content) -> Iterator[str]:
    """Yield every form of a withheld contact that is not also shown somewhere."""
    shown = {each.value for org in content.published.values() for each in org.contacts}
    shown_dials = {dial(each) for each in shown if re.fullmatch(r"[\d -]+", each)}
    for organisation in content.directory.organisations.values():
        for datum in organisation.contacts:
            state = state_of(datum, organisation, content.directory.sources, content.today)
            if state is not State.WITHHELD or any(datum.value in each for each in shown):
                continue
            yield datum.value
            if datum.field in ("phone", "whatsapp", "sms") and dial(datum.value) not in shown_dials:
                yield dial(datum.value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_language_and_alternates_are_right_on_every_page(
    pages: dict[str, BeautifulSoup], content: Content, lang: str
) -> None:
    own = {a: p for a, p in pages.items() if language_of(a) == lang}
    dutch = [page_id for code, page_id in content.documents if code == "nl"]
    assert len(own) == len(dutch) + len(content.directory.regions) * len(FAMILIES)
    for address, page in own.items():
        assert page.html is not None
        assert page.html["lang"] == lang, address
        choice = page.select(".langs a[hreflang][lang]")
        assert [str(tag["lang"]) for tag in choice] == list(LANGUAGES), address
        rest = address.removeprefix(prefix(lang))
        targets = [urljoin(f"/{address}", str(tag["href"])).lstrip("/") for tag in choice]
        assert targets == [prefix(each) + rest for each in LANGUAGES], address


def language_of(address: str) -> str:
    """Return the language of a page by its address."""
    first = address.split("/")[0]
    return first if first in LANGUAGES else "nl"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_and_addresses_say_nothing(pages: dict[str, BeautifulSoup], lang: str) -> None:
    words = [str(word).casefold() for word in REVEALING[lang] + REVEALING["en"]]
    assert words
    for address, page in pages.items():
        if language_of(address) != lang:
            continue
        seen = [without_fixed_names(address), *visible_from_outside(page)]
        found = [(word, text) for word in words for text in seen if word in text]
        assert found == [], address


# The design fixed these addresses; everything else in an address must be neutral.
FIXED_NAMES = ("sexual-health", "violence", "exploitation", "escorts")


def without_fixed_names(address: str) -> str:
    """Return an address without the last parts that the design laid down."""
    return "/".join(each for each in address.casefold().split("/") if each not in FIXED_NAMES)


def visible_from_outside(page: BeautifulSoup) -> list[str]:
    """Return what a history, a tab or a shared link shows of a page."""
    texts = [page.title.get_text() if page.title else ""]
    for tag in page.select("meta[content]"):
        if tag.get("name") == "description" or str(tag.get("property", "")).startswith("og:"):
            texts.append(str(tag["content"]))
    return [text.casefold() for text in texts]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_page_nobody_read_says_so_in_its_language_and_links_to_the_dutch(
    pages: dict[str, BeautifulSoup], content: Content, lang: str
) -> None:
    for address, page in pages.items():
        if language_of(address) == lang:
            notice = page.find(class_="translation")
            assert isinstance(notice, Tag), address
            state = "unread" if is_translated(address, lang, content) else "missing"
            assert content.words[lang].say(f"translation.{state}") in notice.get_text(), address
            text = page.find(class_="text")
            if state == "unread":
                assert notice.find("a", hreflang="nl") is not None, address
            else:
                assert isinstance(text, Tag), address
                assert text["lang"] == "nl", address


def is_translated(address: str, lang: str, content: Content) -> bool:
    """Say whether a page of the site has a text of its own in a language."""
    path = address.removeprefix(prefix(lang)).removesuffix("index.html").strip("/")
    ids = (path or "index", f"{path}/index")
    return is_generated(path) or any((lang, each) in content.documents for each in ids)


def test_html_is_without_errors(site: Path) -> None:
    for path in [*site.rglob("*.html")]:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text(encoding="utf-8"))
        assert parser.errors == [], path


def test_ids_are_used_once_on_a_page(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        found = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(found) == len(set(found)), address


def test_the_theme_leaves_nothing_behind(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    written = {name for name in names if not name.endswith((".br", ".gz"))}
    others = {name for name in written if not name.endswith("index.html")}
    assert others - set(asset_paths(site).values()) == {"404.html", "_headers"}


def test_the_404_page_speaks_all_languages(site: Path) -> None:
    page = BeautifulSoup((site / "404.html").read_text(encoding="utf-8"), "html5lib")
    sections = page.find_all("section", lang=True)
    assert [section["lang"] for section in sections] == list(LANGUAGES)
    for section in sections:
        targets = [str(tag["href"]) for tag in section.find_all("a")]
        assert all((site / target.lstrip("/") / "index.html").is_file() for target in targets)
    assert page.find(id="leave") is not None


def test_an_owner_and_a_repository_are_named_when_they_are_set(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    owner = (
        'owner: {name: "Stichting Voorbeeld", email: "x@example.org", url: "https://example.org"}'
    )
    text = text.replace('owner: {name: "", email: "", url: ""}', owner)
    settings.write_text(text, encoding="utf-8")
    assert run_engine(root, "build", "--strict").returncode == 0
    page = (root / "site/en/index.html").read_text(encoding="utf-8")
    assert "Stichting Voorbeeld" in page
    assert "No organisation has taken responsibility" not in page
