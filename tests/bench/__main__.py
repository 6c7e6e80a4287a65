"""`make bench`: builds the sites once and prints what was asked for, as Markdown."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from find_chromium import ARGUMENTS, find
from playwright.sync_api import Browser, sync_playwright
from test_search import LANGUAGES

from bench import build_time, search_phone, search_quality, search_size, weight
from bench.sites import Sites, build_sites

PARTS: dict[str, tuple[str, Callable[[Sites, Browser], str]]] = {
    "build": ("Build of the whole site", build_time.report),
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
            for name in names or PARTS:
                title, report = PARTS[name]
                print(f"\n## {title}\n\n{report(sites, browser)}", flush=True)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
