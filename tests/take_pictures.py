"""Take the pictures of the README from the built site (after `make site`)."""

import functools
import http.server
import threading
from pathlib import Path

from find_chromium import ARGUMENTS, find
from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PHONE = ViewportSize(width=360, height=640)
PICTURES = {"home-en-phone": "en/"}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Write each picture to pictures/."""
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as p,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = p.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        page = browser.new_page(viewport=PHONE)
        for name, address in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.screenshot(path=ROOT / "pictures" / f"{name}.png")
            print(f"pictures/{name}.png")
        server.shutdown()


if __name__ == "__main__":
    main()
