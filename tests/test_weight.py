"""Is every page light enough? Budgets in bytes as they travel, and in requests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.serving import Host, served
from bench.weight import View, blocking_bytes, first_view
from playwright.sync_api import Browser
from sitebuild.content import Content

# What a server sends before it waits for the phone's first answer (10 packets).
BLOCKING = 14_600
WHOLE = 60_000
SCRIPTS = 6_000
REQUESTS = 8
LANGUAGES = ("", "en/", "es/", "ro/", "bg/", "hu/", "pl/", "th/")
REGIONS = "near-you/"


def too_much(view: View) -> set[str]:
    """Return which budgets a first view breaks."""
    limits = {"total": WHOLE, "scripts": SCRIPTS, "requests": REQUESTS, "failed": 0}
    return {name for name, most in limits.items() if getattr(view, name) > most}


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    """The built site on a host that sends the compressed files."""
    with served(site) as running:
        yield running


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_home_and_each_region_page_show_after_one_round_trip(
    site: Path, content: Content, prefix: str
) -> None:
    names = ["", REGIONS, *(f"{REGIONS}{each.id}/" for each in content.directory.regions)]
    sizes = {name: blocking_bytes(site / prefix / name / "index.html") for name in names}
    assert {name: size for name, size in sizes.items() if size > BLOCKING} == {}
    assert min(sizes.values()) > 1_000


@pytest.mark.parametrize("path", ["", f"{REGIONS}den-haag/"])
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_first_view_costs_little(browser: Browser, host: Host, prefix: str, path: str) -> None:
    view = first_view(browser, host, prefix + path)
    assert too_much(view) == set(), view
    assert view.scripts > 0
    assert view.blocking > 0


def heavy_site(folder: Path) -> None:
    """Write a page that breaks every budget."""
    (folder / "heavy.css").write_bytes(os.urandom(WHOLE))
    (folder / "icon.svg").write_text("<svg/>")
    tags = ['<link rel="stylesheet" href="heavy.css"><link rel="icon" href="icon.svg">']
    for number in range(REQUESTS):
        text = os.urandom(SCRIPTS // REQUESTS).hex()
        (folder / f"{number}.js").write_text(f"// {text}")
        tags.append(f'<script src="{number}.js"></script>')
    tags.append('<script src="gone.js"></script>')
    (folder / "index.html").write_text("<!doctype html><title>Heavy</title>" + "".join(tags))


def test_each_budget_can_be_broken(browser: Browser, tmp_path: Path) -> None:
    heavy_site(tmp_path)
    assert blocking_bytes(tmp_path / "index.html") > BLOCKING
    with served(tmp_path) as host:
        view = first_view(browser, host, "")
    assert too_much(view) == {"total", "scripts", "requests", "failed"}
