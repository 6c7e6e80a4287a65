"""How long until an edit is seen under `mkdocs serve`, the reload of the browser included?"""

import re
import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Browser
from test_serve import Server

from bench.sites import Sites

TIMES = 5
PAUSE_S = 1.0  # an edit soon after another is not what editors do
# What a page tells its browser to ask for: the answer comes when there is something new.
RELOAD = re.compile(r"livereload\((\d+), (\d+)\)")


@dataclass(frozen=True)
class Edit:
    """A text of a file, what it becomes, and a page that shows it."""

    kind: str
    file: str
    old: str
    new: str
    page: str


PAGE = Edit(
    "a page", "docs/nl/safe-visit.md", "Open een privévenster", "Open zo een venster", "safe-visit/"
)
EDITS = (
    PAGE,
    Edit("regions.yml", "regions.yml", "0592 36 69 11", "0592 36 69 12", "th/near-you/assen/"),
    Edit(
        "a template",
        "overrides/partials/footer.html",
        "<footer class",
        "<footer data-edited class",
        "th/help-now/",
    ),
)


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of medians in seconds; the browser is not needed."""
    ours, stock = Server(sites.project), Server(sites.stock_project)
    try:
        for server in (ours, stock):
            server.wait_for("Serving on")
        rows = [f"| Wegwijs, {each.kind} | {_median(ours, each):.2f} |" for each in EDITS]
        rows.append(f"| plain, {PAGE.kind} | {_median(stock, PAGE):.2f} |")
    finally:
        for server in (ours, stock):
            server.process.terminate()
            server.process.wait()
    return "\n".join(["| Edit of | seen after, s |", "| --- | --- |", *rows])


def _median(server: Server, edit: Edit) -> float:
    path = server.root / edit.file
    texts = [edit.new, edit.old] * TIMES
    seconds = []
    for text, before in zip(texts[:TIMES], [edit.old, *texts], strict=False):
        reload = RELOAD.search(server.read(edit.page))
        assert reload, edit.page
        source = path.read_text(encoding="utf-8")
        start = time.monotonic()
        path.write_text(source.replace(before, text, 1), encoding="utf-8")
        server.read(f"livereload/{reload[1]}/{reload[2]}")
        page = server.read(edit.page)
        seconds.append(time.monotonic() - start)
        assert text in page, f"{edit.file}: an old page was shown"
        time.sleep(PAUSE_S)
    path.write_text(path.read_text(encoding="utf-8").replace(edit.new, edit.old), encoding="utf-8")
    return statistics.median(seconds)
