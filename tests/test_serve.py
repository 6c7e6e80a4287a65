"""Does `mkdocs serve` follow an edit, and stay up when the edit is wrong?"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest
from conftest import copy_project
from sitebuild.preview import _address

PAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
LONGEST_WAIT = 120
OLD = '"0592 36 69 11"'
NEW = '"0592 36 69 12"'
# Ten ways to break the file, and a part of the message each must give.
BREAKS = (
    (OLD, "0592366911", "Without quotes"),
    (OLD, '"0592 36"', "cannot exist"),
    (OLD, '"0592 36 69 1x"', "digits, spaces and hyphens"),
    (OLD, "!!str " + OLD, "tags"),
    (OLD, "&number " + OLD, "Anchors"),
    ("    kind: municipality\n    phone:", "    kind: municipalty\n    phone:", "Did you mean"),
    ("    kind: municipality\n    phone:", "    kind: municipality\n    fone:", "Unknown field"),
    ("regions:\n", "---\nregions:\n", "second document"),
    ("national_lines:\n", "national_lines:\nnational_lines:\n", "stands twice"),
    (OLD, '"0592 36 69 11', "cannot be read here"),
)


class Server:
    """A running `mkdocs serve` on a copy of the project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.regions = root / "regions.yml"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = root / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command, cwd=root, stdout=log, stderr=log, env=environment
            )

    @cached_property
    def good(self) -> str:
        """The file as it was before the first edit."""
        return self.regions.read_text(encoding="utf-8")

    def read(self, address: str) -> str:
        """Return a page as it is served now."""
        try:
            got = urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=60)
        except urllib.error.HTTPError as error:
            got = error
        with got:
            return str(got.read().decode("utf-8"))

    def said(self) -> str:
        """Return everything the server said so far."""
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, text: str, after: int = 0) -> None:
        """Wait until the server says a text; `after` skips what it said before."""
        end = time.monotonic() + LONGEST_WAIT
        while text not in self.said()[after:]:
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def edit(self, old: str, new: str) -> str:
        """Change one text of the good regions.yml; return what the server says about it."""
        assert old in self.good
        after = len(self.said())
        self.regions.write_text(self.good.replace(old, new, 1), encoding="utf-8")
        self.wait_for("Reloading browsers", after)
        return self.said()[after:]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all edits: it must survive them."""
    running = Server(copy_project(tmp_path_factory.mktemp("serve")))
    running.wait_for("Serving on")
    yield running
    running.process.terminate()
    running.process.wait()


def number(page: str) -> str:
    """Return the number of the municipality of Assen as the page dials it."""
    found = re.search(r"tel:(\+315923669\d\d)", page)
    assert found, page
    return found[1]


def test_a_changed_number_is_on_the_page_in_all_languages(server: Server) -> None:
    server.edit(OLD, NEW)
    for prefix in PAGES:
        assert number(server.read(f"{prefix}near-you/assen/")) == "+31592366912", prefix
    assert number(server.read("data/contacts.csv")) == "+31592366912"
    server.edit(OLD, OLD)
    assert number(server.read("th/near-you/assen/")) == "+31592366911"


@pytest.mark.parametrize(("old", "new", "message"), BREAKS)
def test_a_broken_file_leaves_the_old_page_and_says_why(
    server: Server, old: str, new: str, message: str
) -> None:
    said = server.edit(old, new)
    assert message in said
    assert re.search(r"regions\.yml:\d+:", said)
    assert "Traceback" not in said
    assert number(server.read("near-you/assen/")) == "+31592366911"


def test_an_edit_of_words_pages_and_templates_is_seen_too(server: Server) -> None:
    edits = (
        ("strings/nl.yml", "Hulp in regio {region}", "Steun in regio {region}", "near-you/assen/"),
        ("docs/nl/safe-visit.md", "Open een privévenster", "Open zo een venster", "safe-visit/"),
        ("overrides/partials/footer.html", "<footer", '<footer data-edited="yes"', "help-now/"),
    )
    server.edit(OLD, OLD)
    for name, old, new, address in edits:
        path = server.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        after = len(server.said())
        path.write_text(text.replace(old, new), encoding="utf-8")
        server.wait_for("Reloading browsers", after)
        assert new.split(" {")[0] in server.read(address)


def test_a_page_made_on_demand_is_the_page_of_a_full_build(server: Server) -> None:
    addresses = ("", "th/near-you/assen/", "bg/rights/taxes/", "about/translations/", "nowhere/")
    wanted = {address: built(server, address) for address in addresses}
    server.edit(OLD, NEW)
    server.edit(OLD, OLD)
    for address, text in wanted.items():
        assert built(server, address) == text, address


def test_a_page_and_a_region_that_come_or_go_are_followed(server: Server) -> None:
    page = server.root / "docs/nl/rights/new.md"
    after = len(server.said())
    old = (server.root / "docs/nl/rights/taxes.md").read_text(encoding="utf-8")
    page.write_text(old, encoding="utf-8")
    server.wait_for("Reloading browsers", after)
    assert "<h1" in server.read("rights/new/")
    after = len(server.said())
    page.unlink()
    server.wait_for("Reloading browsers", after)
    assert "<title>404" not in built(server, "rights/taxes/")


def built(server: Server, address: str) -> str:
    """Return a page without the script that reloads it."""
    return re.sub(r"livereload\(.*?\)", "", server.read(address))


@pytest.mark.parametrize("folder", ["/", "/wegwijs/"])
def test_a_site_in_a_folder_knows_its_pages_too(folder: str) -> None:
    assert _address(folder, folder) == "index.html"
    assert _address(f"{folder}th/help-now/", folder) == "th/help-now/index.html"
    assert _address(f"{folder}assets/site.js", folder) == "assets/site.js"


def test_served_pages_reload_by_themselves(server: Server) -> None:
    assert "livereload(" in server.read("help-now/")
