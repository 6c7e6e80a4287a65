"""How long does a build take, beside plain MkDocs, Material and static-i18n on the same text?"""

import os
import resource
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from conftest import run_engine
from playwright.sync_api import Browser

from bench.sites import Sites

TIMES = 5


@dataclass(frozen=True)
class Cost:
    """Medians of some builds, in seconds."""

    wall: float
    cpu: float


def measure(root: Path) -> Cost:
    """Build a project a few times from nothing; return the medians."""
    walls, cpus = [], []
    for _ in range(TIMES):
        start, before = time.monotonic(), _cpu()
        done = run_engine(root, "build", "-q", "-d", str(root / "timed"))
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        walls.append(time.monotonic() - start)
        cpus.append(_cpu() - before)
    return Cost(statistics.median(walls), statistics.median(cpus))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def report(sites: Sites, browser: Browser) -> str:
    """Return a Markdown table of wall and CPU seconds; the browser is not needed."""
    plain = measure(sites.stock_project)
    ours = measure(sites.project)
    os.environ["WEGWIJS_PROCESSES"] = "1"
    alone = measure(sites.project)
    del os.environ["WEGWIJS_PROCESSES"]
    rows = [("plain", plain), ("Wegwijs", ours), ("Wegwijs, one process", alone)]
    head = "| Build | wall, s | of plain | CPU, s | of plain |\n| --- | --- | --- | --- | --- |"
    return "\n".join(
        [head]
        + [
            f"| {name} | {cost.wall:.1f} | {cost.wall / plain.wall:.2f} "
            f"| {cost.cpu:.1f} | {cost.cpu / plain.cpu:.2f} |"
            for name, cost in rows
        ]
    )
