"""`make audit`: builds the site once, examines every page, prints what is wrong."""

import os
import sys
import tempfile
from pathlib import Path

from conftest import copy_project, hosted, run_engine

from audit import axe, nu
from audit.findings import Finding, grouped


def main(parts: list[str]) -> int:
    """Examine every page, or only those whose address begins as asked; return 1 on a finding."""
    with tempfile.TemporaryDirectory() as work:
        print("== Building the site in eight languages", flush=True)
        root = copy_project(Path(work))
        built = run_engine(root, "build", "-q", "--strict")
        if built.returncode:
            print(built.stdout + built.stderr, file=sys.stderr)
            return 1
        found = examine(root / "site", parts)
    print(grouped(found))
    print(f"== {len(found)} findings")
    return 1 if found else 0


def examine(site: Path, parts: list[str]) -> list[Finding]:
    """Return all findings of both checkers on the pages of a built site."""
    every = nu.addresses(site)
    pages = [each for each in every if each.startswith(tuple(parts))] if parts else every
    with hosted(site) as url:
        print(f"== Nu HTML checker: {len(pages)} files", flush=True)
        found = nu.check(url, pages)
        return found + axe.check(url, pages, os.cpu_count() or 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
