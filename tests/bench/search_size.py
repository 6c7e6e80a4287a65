"""How many bytes does the first search ask for, per language?"""

from pathlib import Path

from conftest import asset_paths
from playwright.sync_api import Browser
from test_search import LANGUAGES

from bench.serving import compressed
from bench.sites import Sites

SCRIPTS = ("search", "query", "find", "lunr")


def first_query(site: Path, lang: str) -> tuple[int, int, int]:
    """Return the bytes of scripts, index, and towns, compressed."""
    size = {name: len(compressed(site / path)) for name, path in asset_paths(site).items()}
    scripts = sum(size[f"{name}.js"] for name in SCRIPTS)
    return scripts, size[f"search/{lang}.json"], size["finder.json"]


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of bytes per language; the browser is not needed."""
    rows = []
    for lang in LANGUAGES:
        scripts, index, towns = first_query(sites.ours, lang)
        cells = (scripts, index, scripts + index, towns, scripts + index + towns)
        rows.append(f"| {lang} | " + " | ".join(f"{cell:,}" for cell in cells) + " |")
    head = "| Language | scripts | index | scripts and index | towns | all |"
    return "\n".join([head, "| --- |" + " --- |" * 5, *rows])
