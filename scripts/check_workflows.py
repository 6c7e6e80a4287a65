"""Check .github/: our own rules, then zizmor and actionlint, all without a network."""

import shutil
import subprocess
import sys
from pathlib import Path

from sitebuild.problems import report
from upkeep.workflow_rules import load_workflows, wrong_workflows

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# The auditor's view is the strictest; it asks GitHub nothing.
ZIZMOR = ("zizmor", "--offline", "--quiet", "--persona=auditor", "--strict-collection")


def tool(name: str) -> str:
    """Return the path of a program that stands beside this Python, else of the system's."""
    own = BIN / name
    return str(own) if own.exists() else shutil.which(name) or name


def main(root: Path) -> int:
    """Check everything; return 0, or 1 when there is something to mend."""
    problems = wrong_workflows(root)
    if problems:
        print(report(problems), file=sys.stderr)
    workflows = sorted(str(path) for path in (root / ".github/workflows").glob("*.y*ml"))
    commands = [
        [tool(ZIZMOR[0]), *ZIZMOR[1:], str(root)],
        [tool("actionlint"), f"-shellcheck={tool('shellcheck')}", *workflows],
    ]
    codes = [subprocess.run(each, check=False, cwd=root).returncode for each in commands]  # noqa: S603
    if problems or any(codes):
        return 1
    print(f"Workflows are right: {len(load_workflows(root)[0])} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
