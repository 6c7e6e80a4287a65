"""Find a Chromium for the browser tests, or install one; never skip them silently."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root (in CI) Chromium cannot use its sandbox; the rest keeps it from calling its maker.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str | None:
    """Return the path of the system's Chromium, or of the one that Playwright manages."""
    found = next((path for name in SYSTEM_NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        managed = playwright.chromium.executable_path
    return managed if Path(managed).is_file() else None


def install() -> None:
    """Install Chromium: from Debian's packages as root, otherwise by Playwright's download."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        packages = ["chromium", "fonts-noto-core"]
        subprocess.run(["apt-get", "install", "-q", "-y", *packages], check=False)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure there is a Chromium; return 0, or 1 with one sentence on what to do."""
    try:
        found = find()
        if not found:
            print("== No Chromium found: installing one", flush=True)
            install()
            found = find()
    except Error as error:
        print(error, file=sys.stderr)
        found = None
    if not found:
        print(
            "The browser tests need Chromium: install your system's 'chromium' package.",
            file=sys.stderr,
        )
        return 1
    print(f"== Browser tests use {found}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
