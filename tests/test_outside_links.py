"""Which addresses outside are asked, and what does each answer mean? On servers of this machine."""

import http.server
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import check_links as command
import pytest
import yaml
from conftest import ROOT
from sitebuild.content import Content
from upkeep.issue_files import Place
from upkeep.link_check import Answer, Patience, Verdict, check_links, worst_first
from upkeep.outside_links import Outside, outside_links

QUICK = Patience(seconds=0.5, pauses=(0, 0))
NOBODY = "http://127.0.0.1:1/"


class _Site(http.server.BaseHTTPRequestHandler):
    """A site with pages that are there, gone, moved, forbidden and troubled."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        """Answer by the path."""
        _Site.asked[self.path] += 1
        answers = {"/": 200, "/page": 200, "/gone": 410, "/forbidden": 403, "/trouble": 503}
        moves = {"/home": "/", "/renamed": "/page", "/elsewhere": f"http://localhost:{self.port}/"}
        status = answers.get(self.path, 301 if self.path in moves else 404)
        if self.path == "/passing":  # the second time it is well again
            status = 200 if _Site.asked[self.path] > 1 else 500
        self.send_response(status)
        if self.path in moves:
            self.send_header("Location", moves[self.path])
        self.end_headers()

    @property
    def port(self) -> int:
        """The port of this server."""
        return int(self.connection.getsockname()[1])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site_of_others() -> Iterator[str]:
    """The address of a site on this machine, without '/' at its end."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def ask(url: str, *others: str) -> Answer:
    """Return the answer of one address that is asked together with others."""
    return next(each for each in check_links([url, *others], QUICK) if each.url == url)


@pytest.mark.parametrize(
    ("path", "verdict", "tries"),
    [
        ("/page", Verdict.ALIVE, 1),
        ("/none", Verdict.DEAD, 1),
        ("/gone", Verdict.DEAD, 1),
        ("/renamed", Verdict.ALIVE, 1),
        ("/home", Verdict.MOVED, 1),  # a page that now leads to the home page is gone
        ("/elsewhere", Verdict.MOVED, 1),
        ("/forbidden", Verdict.UNSURE, 3),
        ("/trouble", Verdict.UNSURE, 3),
        ("/passing", Verdict.ALIVE, 2),
    ],
)
def test_what_an_answer_means_and_how_often_is_asked(
    site_of_others: str, path: str, verdict: Verdict, tries: int
) -> None:
    _Site.asked[path] = 0
    answer = ask(site_of_others + path, site_of_others + "/")
    assert (answer.verdict, _Site.asked[path]) == (verdict, tries), answer


def test_a_site_that_is_not_there_is_dead_and_one_that_is_slow_is_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        slow = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert ask(slow).verdict is Verdict.UNSURE
    assert ask(slow).verdict is Verdict.DEAD  # it is closed now
    assert ask("file:///etc/hostname").said == "not an address of the web"


def test_without_any_answer_nobody_is_asked_again() -> None:
    pauses: list[float] = []
    check_links([NOBODY], Patience(0.2, (1, 2)), pauses.append)
    assert pauses == []


def test_there_is_a_pause_before_each_further_round(site_of_others: str) -> None:
    pauses: list[float] = []
    check_links([NOBODY, site_of_others], Patience(0.2, (1, 2)), pauses.append)
    assert pauses == [1, 2]


def test_each_address_is_asked_once_however_often_it_is_named(site_of_others: str) -> None:
    _Site.asked.clear()
    urls = [f"{site_of_others}/page", f"{site_of_others}/", f"{site_of_others}/page"]
    assert [each.verdict for each in check_links(urls, QUICK)] == [Verdict.ALIVE] * 2
    assert _Site.asked == {"/page": 1, "/": 1}


def test_the_worst_comes_first_and_what_is_well_stays_away() -> None:
    answers = [Answer(each.value, each, "") for each in Verdict]
    assert [each.url for each in worst_first(answers)] == ["dead", "moved", "unsure"]


def test_the_issue_names_every_place_up_to_a_few() -> None:
    places = tuple(Place(f"docs/{number}.md", number) for number in range(1, 12))
    text = command.text_of(
        (Outside("https://a.b/", places),), [Answer("https://a.b/", Verdict.DEAD, "404")], ""
    )
    assert "| <https://a.b/> | dead | `404` | `docs/1.md:1`" in text
    assert "`docs/8.md:8` +3 |" in text and "docs/9.md" not in text
    elsewhere = [Answer("https://a.b/", Verdict.MOVED, "https://x.y/`|@them/[l](z)")]
    text = command.text_of((Outside("https://a.b/", places[:1]),), elsewhere, "")
    assert r"| moved | `https://x.y/'\|@them/[l](z)` | `docs/1.md:1` |" in text


def test_every_source_and_every_link_of_a_page_is_asked(content: Content) -> None:
    asked = {each.url: each.places for each in outside_links(content)}
    listed = yaml.safe_load((ROOT / "sources.yml").read_text(encoding="utf-8"))["sources"]
    urls = {source["url"].split("#")[0] for source in listed.values() if "url" in source}
    assert urls <= set(asked) and len(urls) > 200
    for url, places in asked.items():
        for place in places:
            lines = (ROOT / place.path).read_text(encoding="utf-8").splitlines()
            near = "\n".join(lines[place.line - 1 : place.line + 12])
            assert url in near, (url, place)


def test_what_is_withheld_is_not_asked(content: Content) -> None:
    asked = {each.url for each in outside_links(content)}
    shown = {d.value for each in content.published.values() for d in each.contacts}
    held = {
        datum.value
        for organisation in content.directory.organisations.values()
        for datum in organisation.contacts
        if datum.field == "website"
    } - shown
    sources = {each.url.split("#")[0] for each in content.directory.sources.values()}
    assert held and not (held - sources) & asked


def test_without_a_network_nothing_is_called_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(urls: list[str], patience: Patience) -> list[Answer]:
        return [Answer(url, Verdict.DEAD, "no connection") for url in urls]

    monkeypatch.setattr(command, "check_links", nobody)
    assert command.main([str(tmp_path / "links")]) == 1
    assert not (tmp_path / "links").exists()
