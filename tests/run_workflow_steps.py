"""Run the commands of our workflows in a clean clone, as far as they can run at home.

Says of every step whether it ran, and why not. What `if:` says is not looked at; values that only
GitHub knows are made up.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitebuild.reading import text_of
from sitebuild.strict_yaml import Mapping as Tree
from upkeep.workflow_rules import jobs, load_workflows, steps

ROOT = Path(__file__).resolve().parent.parent
EXPRESSION = re.compile(r"\$\{\{\s*(?P<name>[\w.-]+)\s*\}\}")
MADE_UP = {
    "steps.upload.outputs.artifact-url": "https://github.com/o/r/actions/runs/1/artifacts/2",
    "steps.code.outputs.artifact-url": "https://github.com/o/r/actions/runs/1/artifacts/3",
    "vars.PREVIEW_ADDRESS": "https://deploy-preview-{number}--name.example.org/",
    "github.event.number": "7",
    "github.event.release.tag_name": "v1.0.0",
    "github.repository": "o/r",
    "github.token": "",
}
ONLY_THERE = {
    "sudo ": "installs programs on the machine",
    "gh ": "writes to the repository on GitHub",
    "python3 scripts/open_issues.py": "writes issues on GitHub",
}
NEEDS_NETWORK = ("make links", "make packages")


@dataclass(frozen=True)
class Run:
    """One command of a workflow: where it stands, what it is, its environment."""

    where: str
    command: str
    environment: Mapping[str, str]

    def why_not(self, network: bool) -> str:
        """Why it cannot run at home, or ''."""
        if self.command.startswith(NEEDS_NETWORK) and not network:
            return "asks sites of others: add --network"
        reasons = (why for start, why in ONLY_THERE.items() if self.command.startswith(start))
        return next(reasons, "")


def runs(root: Path, names: list[str]) -> Iterator[Run]:
    """Yield the commands of the named workflows (of all when none is named), in order."""
    for workflow in load_workflows(root)[0]:
        if names and Path(workflow.name).stem not in names:
            continue
        for key, job in jobs(workflow):
            for step in steps(job):
                if command := text_of(step, "run"):
                    where = f"{workflow.name}, {key.text}, {text_of(step, 'name')}"
                    yield Run(where, command, environment_of(step))


def environment_of(step: Tree) -> dict[str, str]:
    """Return the step's environment, with made-up values for what only GitHub knows.

    KeyError when a value has no stand-in here: add it to MADE_UP.
    """
    node = step.get("env")
    named = [key.text for key, _ in node.items] if isinstance(node, Tree) else []
    return {
        name: EXPRESSION.sub(lambda match: MADE_UP[match["name"]], text_of(node, name))
        for name in named
    }


def run_all(clone: Path, names: list[str], network: bool) -> int:
    """Run what can run, once each; return how many failed."""
    failed, done = 0, set[str]()
    summary = clone.parent / "summary.md"
    for each in runs(clone, names):
        if each.command in done or each.why_not(network):
            print(f"-- {each.where}: {each.why_not(network) or 'ran above'}", flush=True)
            continue
        done.add(each.command)
        print(f"== {each.where}: {each.command.strip()}", flush=True)
        environment = {**clean(os.environ), "GITHUB_STEP_SUMMARY": str(summary), **each.environment}
        start = time.monotonic()
        command = ["bash", "-e", "-c", each.command]
        code = subprocess.run(command, check=False, cwd=clone, env=environment).returncode
        failed += code != 0
        print(f"   code {code} after {time.monotonic() - start:.0f} s", flush=True)
    print(summary.read_text(encoding="utf-8") if summary.exists() else "")
    print(f"{len(done)} commands ran, {failed} failed")
    return failed if done else 1


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without what `make` and this Python left in it."""
    left = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "PYTHONPATH", "VIRTUAL_ENV")
    return {name: value for name, value in environment.items() if name not in left}


def main(argv: list[str]) -> int:
    """Clone the last commit and run its commands; return 0, or 1 when one failed or none ran."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="workflows, such as: preview freshness")
    parser.add_argument("--network", action="store_true", help="also run what needs a network")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "clone")
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        return int(run_all(clone, args.names, args.network) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
