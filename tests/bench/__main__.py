"""`make bench`: builds the sites once and prints what was asked for; keeps it as JSON too."""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from find_chromium import ARGUMENTS, find
from playwright.sync_api import Browser, sync_playwright
from test_search import LANGUAGES

from bench import (
    build_time,
    edit_time,
    first_paint,
    search_phone,
    search_quality,
    search_size,
    weight,
)
from bench.sites import Sites, build_sites

KEPT = Path("reports/bench.json")
PARTS: dict[str, tuple[str, Callable[[Sites, Browser], str]]] = {
    "build": ("Build of the whole site", build_time.report),
    "edit": ("From an edit to the page that shows it, under `serve`", edit_time.report),
    "paint": ("First paint on a slow phone (Slow 3G, CPU 4x)", first_paint.report),
    "weight": ("Weight of the first view of a page (brotli)", weight.report),
    "size": ("Search: bytes of the first query, per language (brotli)", search_size.report),
    "phone": (
        "Search: first query on a slow phone (Slow 3G, CPU 4x)",
        search_phone.report,
    ),
    "quality": ("Search: success@1 / success@3 / mean reciprocal rank", search_quality.report),
}


def main(names: list[str]) -> int:
    """Print the parts that are named, or all; return 0, or 2 for a name that is not there."""
    wrong = [name for name in names if name not in PARTS]
    if wrong:
        print(f"There is no part {', '.join(wrong)}. Choose from: {', '.join(PARTS)}.")
        return 2
    with tempfile.TemporaryDirectory() as work:
        print("Building our site, Material's and pagefind's", file=sys.stderr)
        sites = build_sites(Path(work), LANGUAGES)  # has a loop of its own, as the browser has
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
            found = {}
            for name in names or PARTS:
                title, report = PARTS[name]
                found[name] = report(sites, browser)
                print(f"\n## {title}\n\n{found[name]}", flush=True)
            browser.close()
    KEPT.parent.mkdir(exist_ok=True)
    kept = {name: as_data(table) for name, table in found.items()}
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"\nThe same as data: {KEPT}", file=sys.stderr)
    return 0


def as_data(table: str) -> list[dict[str, str]]:
    """Return a Markdown table as a list of its rows: column -> cell."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [dict(zip(head, row, strict=True)) for row in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
