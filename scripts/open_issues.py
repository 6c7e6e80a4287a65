"""Keep issues in step with a folder of texts: open, change, and close what is over.

Each *.md file is one issue; its first line is its title, the folder's name their label.
Needs `gh` with GH_TOKEN and GH_REPO, and nothing but Python's own: it runs with a right to write.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

DONE = "Niets meer te doen. / Nothing is left to do."


@dataclass(frozen=True)
class Issue:
    """An issue that is open now."""

    number: int
    title: str
    body: str


@dataclass(frozen=True)
class Step:
    """One change: open (number 0), change or close an issue."""

    what: str
    number: int
    title: str
    body: str


def read_texts(folder: Path) -> dict[str, str]:
    """Return title -> body of the texts in a folder."""
    found = {}
    for path in sorted(folder.glob("*.md")):
        title, _, body = path.read_text(encoding="utf-8").partition("\n")
        found[title.removeprefix("# ").strip()] = body.strip() + "\n"
    return found


def plan(texts: Mapping[str, str], open_now: Iterable[Issue]) -> list[Step]:
    """Return what to do so that each text is one open issue and nothing else is open."""
    steps: list[Step] = []
    kept: set[str] = set()
    for issue in sorted(open_now, key=lambda each: each.number):
        if issue.title not in texts or issue.title in kept:
            steps.append(Step("close", issue.number, issue.title, DONE))
            continue
        kept.add(issue.title)
        if issue.body.replace("\r\n", "\n").strip() != texts[issue.title].strip():
            steps.append(Step("change", issue.number, issue.title, texts[issue.title]))
    new = [title for title in texts if title not in kept]
    return [*steps, *(Step("open", 0, title, texts[title]) for title in new)]


def gh(*arguments: str) -> str:
    """Run GitHub's own command and return what it says; CalledProcessError when it fails."""
    command = ["gh", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return done.stdout


def open_issues(label: str) -> list[Issue]:
    """Return the open issues with a label; strangers cannot give one."""
    wanted = ("--state", "open", "--limit", "500", "--json", "number,title,body")
    return [Issue(**each) for each in json.loads(gh("issue", "list", "--label", label, *wanted))]


def apply(step: Step, label: str) -> None:
    """Make one change on GitHub."""
    if step.what == "close":
        gh("issue", "close", str(step.number), "--comment", step.body)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "body.md")
        path.write_text(step.body, encoding="utf-8")
        if step.what == "open":
            gh("issue", "create", "--title", step.title, "--body-file", str(path), "--label", label)
        else:
            gh("issue", "edit", str(step.number), "--body-file", str(path))


def main(argv: list[str]) -> int:
    """Run the command; return 0, or 1 when there is no such folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the texts are")
    folder = parser.parse_args(argv).folder
    if not folder.is_dir():
        print(f"{folder} is not there: make it first, as with `make freshness`.", file=sys.stderr)
        return 1
    label = folder.resolve().name
    gh("label", "create", label, "--force", "--description", "Kept by a weekly run")
    for step in plan(read_texts(folder), open_issues(label)):
        print(f"{step.what}: {step.title}")
        apply(step, label)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
