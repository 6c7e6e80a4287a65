"""Check .github/ without a network: our own rules, zizmor, actionlint and GitHub's schemas."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sitebuild.problems import report
from upkeep.workflow_rules import load_workflows, wrong_workflows

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# The auditor's view is the strictest; it asks GitHub nothing.
ZIZMOR = ("zizmor", "--offline", "--quiet", "--persona=auditor", "--strict-collection")
# Schemas that check-jsonschema carries with it, and what they are of.
SCHEMAS = {
    "github-issue-forms": "ISSUE_TEMPLATE/[0-9]*.yml",
    "github-issue-config": "ISSUE_TEMPLATE/config.yml",
    "dependabot": "dependabot.yml",
}


def tool(name: str) -> str:
    """Return the path of a program that stands beside this Python, else of the system's."""
    own = BIN / name
    return str(own) if own.exists() else shutil.which(name) or name


def schema_commands(root: Path) -> Iterator[list[str]]:
    """Yield a command for each schema that has files here."""
    for schema, pattern in SCHEMAS.items():
        if files := sorted(str(path) for path in (root / ".github").glob(pattern)):
            yield [tool("check-jsonschema"), f"--builtin-schema=vendor.{schema}", *files]


def run(command: list[str], root: Path) -> int:
    """Run a command, show what it says only when it finds something, and return its code."""
    done = subprocess.run(command, check=False, cwd=root, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


def main(root: Path) -> int:
    """Check everything; return 0, or 1 when there is something to mend."""
    problems = wrong_workflows(root)
    if problems:
        print(report(problems), file=sys.stderr)
    workflows = sorted(str(path) for path in (root / ".github/workflows").glob("*.y*ml"))
    commands = [
        [tool(ZIZMOR[0]), *ZIZMOR[1:], str(root)],
        [tool("actionlint"), f"-shellcheck={tool('shellcheck')}", *workflows],
        *schema_commands(root),
    ]
    codes = [run(each, root) for each in commands]
    if problems or any(codes):
        return 1
    print(f"Workflows are right: {len(load_workflows(root)[0])} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
