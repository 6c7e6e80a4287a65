"""Take the pictures of README and CONTRIBUTING from the built site (after `make site`)."""

import functools
import http.server
import sys
import threading
from pathlib import Path

from find_chromium import ARGUMENTS, find
from guide_pictures import BEFORE, HEIGHT, MOST_BYTES, PICTURES, Picture
from playwright.sync_api import FloatRect, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PHONE = ViewportSize(width=360, height=640)
OPEN = "fold => fold.open = true"
MARK = "each => { each.style.outline = '3px solid #c2410c'; each.style.outlineOffset = '4px'; }"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def take(page: Page, site: str, picture: Picture) -> bytes:
    """Return one picture as PNG: a phone's screen, or the part of the page around its mark."""
    page.goto(site + picture.address)
    if picture.unfold:
        page.locator(picture.unfold).first.evaluate(OPEN)
    if not picture.mark:
        return page.screenshot()
    marked = page.locator(picture.mark).first
    marked.evaluate(MARK)
    box = marked.bounding_box()
    if box is None:
        raise SystemExit(f"{picture.address}: {picture.mark} is not in sight")
    # What stays on top of the screen would stand over the middle of a long page.
    page.add_style_tag(content=".bar { position: static !important }")
    top = max(0.0, box["y"] - BEFORE)
    clip = FloatRect(x=0, y=top, width=PHONE["width"], height=HEIGHT)
    return page.screenshot(clip=clip, full_page=True)


def main() -> int:
    """Write each picture to pictures/; return 1 when one is too heavy."""
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    heavy = []
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as p,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = p.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        page = browser.new_context(viewport=PHONE, bypass_csp=True).new_page()
        for each in PICTURES:
            data = take(page, f"http://127.0.0.1:{server.server_port}/", each)
            (ROOT / each.path).write_bytes(data)
            heavy += [each.path] if len(data) > MOST_BYTES else []
            print(f"{each.path}: {len(data)} bytes")
        server.shutdown()
    if heavy:
        print(f"Over {MOST_BYTES} bytes: {', '.join(heavy)}", file=sys.stderr)
    return bool(heavy)


if __name__ == "__main__":
    sys.exit(main())
