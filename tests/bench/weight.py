"""What does a page cost before anything is touched? Bytes and requests, ours beside Material's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from conftest import PHONE
from playwright.sync_api import Browser

from bench.serving import Answer, Host, compressed, served
from bench.sites import Sites

STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
BLOCKING = (".html", ".css")
OK = 200
# A browser without a window asks for no icon; a phone does.
ASK_FOR_ICON = """async () => {
  const icon = document.querySelector("link[rel~=icon]");
  if (icon) await fetch(icon.href);
}"""
PREFIXES = {"nl": "", "th": "th/", "bg": "bg/"}
PAGES = {"home": "", "region": "near-you/den-haag/", "text": "rights/taxes/"}


@dataclass(frozen=True)
class View:
    """The first view of a page: bytes as they travel, and requests."""

    blocking: int
    total: int
    scripts: int
    requests: int
    failed: int


def as_view(answers: Sequence[Answer]) -> View:
    """Add up what a host answered."""
    return View(
        blocking=sum(each.size for each in answers if each.path.endswith(BLOCKING)),
        total=sum(each.size for each in answers),
        scripts=sum(each.size for each in answers if each.path.endswith(".js")),
        requests=len(answers),
        failed=sum(each.status != OK for each in answers),
    )


def first_view(browser: Browser, host: Host, path: str) -> View:
    """Open a page in a fresh browser and touch nothing."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    host.answers.clear()
    page.goto(host.address + path, wait_until="networkidle")
    page.evaluate(ASK_FOR_ICON)
    view = as_view(host.answers)
    context.close()
    return view


def blocking_bytes(page: Path) -> int:
    """Return the bytes of a page's file and of its stylesheets: without them it shows nothing."""
    styles = STYLESHEET.findall(page.read_text(encoding="utf-8"))
    files = [page, *((page.parent / style).resolve() for style in styles)]
    return sum(len(compressed(file)) for file in files)


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of three pages in three languages."""
    head = [
        "| Page | Site | blocking | first view | of it scripts | requests | failed |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    rows: dict[str, list[str]] = {}
    for name, folder in (("Wegwijs", sites.ours), ("Material", sites.stock)):
        with served(folder) as host:
            for lang, prefix in PREFIXES.items():
                for kind, path in PAGES.items():
                    view = first_view(browser, host, prefix + path)
                    rows.setdefault(f"{kind} {lang}", []).append(_row(kind, lang, name, view))
    return "\n".join([*head, *(row for pair in rows.values() for row in pair)])


def _row(kind: str, lang: str, name: str, view: View) -> str:
    bytes_ = f"{view.blocking:,} | {view.total:,} | {view.scripts:,}"
    return f"| {kind}, {lang} | {name} | {bytes_} | {view.requests} | {view.failed} |"
