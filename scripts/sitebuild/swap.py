"""How does the earlier site stay whole until the new one is? A build writes beside it."""

import logging
import shutil
from pathlib import Path

PART, OLD = ".part", ".old"
ENGINES = ("mkdocs", "properdocs")


class Beside:
    """The folder beside the site that this run builds in, if it does."""

    def __init__(self) -> None:
        """Start before the first pass."""
        self._site: Path | None = None

    def start(self, site_dir: str) -> str:
        """Return where to build instead of `site_dir`; every pass asks, the first one decides."""
        self._site = self._site or Path(site_dir)
        return f"{self._site}{PART}"

    def swap(self) -> None:
        """Put what was built in the place of the earlier site, which is removed last."""
        if self._site is None:
            return
        old = Path(f"{self._site}{OLD}")
        shutil.rmtree(old, ignore_errors=True)
        if self._site.exists():
            self._site.rename(old)
        Path(f"{self._site}{PART}").rename(self._site)
        shutil.rmtree(old, ignore_errors=True)

    def drop(self) -> None:
        """Remove what a failed build wrote."""
        if self._site:
            shutil.rmtree(f"{self._site}{PART}", ignore_errors=True)


def has_warnings() -> bool:
    """Say whether a strict build has met a warning: it stops for it only after its last event."""
    counters = (each for name in ENGINES for each in logging.getLogger(name).handlers)
    return any(each.get_counts() for each in counters if hasattr(each, "get_counts"))


BESIDE = Beside()
