"""How many bytes does the first search ask for, per language?"""

from pathlib import Path

from playwright.sync_api import Browser
from test_search import LANGUAGES

from bench.serving import compressed
from bench.sites import Sites

SCRIPTS = ("search", "query", "find", "lunr")


def first_query(site: Path, lang: str) -> tuple[int, int, int]:
    """Return the bytes of scripts, index, and towns, compressed."""
    assets = site / "assets"
    scripts = sum(len(compressed(assets / f"{name}.js")) for name in SCRIPTS)
    index = len(compressed(assets / "search" / f"{lang}.json"))
    return scripts, index, len(compressed(assets / "finder.json"))


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of bytes per language; the browser is not needed."""
    rows = []
    for lang in LANGUAGES:
        scripts, index, towns = first_query(sites.ours, lang)
        cells = (scripts, index, scripts + index, towns, scripts + index + towns)
        rows.append(f"| {lang} | " + " | ".join(f"{cell:,}" for cell in cells) + " |")
    head = "| Language | scripts | index | scripts and index | towns | all |"
    return "\n".join([head, "| --- |" + " --- |" * 5, *rows])
