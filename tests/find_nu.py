"""Find Java and the Nu HTML checker, or install them; never skip the check silently."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent / "audit"
JAR = PACKAGE / "node_modules/vnu-jar/build/dist/vnu.jar"
# What must be there, and Debian's package that brings it.
PROGRAMS = {"java": "default-jre-headless", "npm": "npm"}
SECONDS = 600


def missing() -> list[str]:
    """Return in plain words what the checker still needs; empty when it can run."""
    return [
        *([] if shutil.which("java") else ["Java (Debian: default-jre-headless)"]),
        *([] if JAR.is_file() else ["the checker itself (run: npm ci --prefix tests/audit)"]),
    ]


def install() -> None:
    """Install what is missing: programs from Debian as root, the checker by its lock file."""
    wanted = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False, timeout=SECONDS)
        command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *wanted]
        subprocess.run(command, check=False, timeout=SECONDS)
    if shutil.which("npm") and not JAR.is_file():
        # --ignore-scripts: the package would fetch a Java of its own.
        command = ["npm", "ci", "--silent", "--ignore-scripts", "--prefix", str(PACKAGE)]
        subprocess.run(command, check=False, timeout=SECONDS)


def main() -> int:
    """Make sure the checker can run; return 0, or 1 with one sentence on what to do."""
    if missing():
        print("== Installing the Nu HTML checker", flush=True)
        install()
    if lacking := missing():
        needs = [*lacking, *([] if shutil.which("npm") else ["npm (Debian: npm)"])]
        print(f"The HTML check needs: {'; '.join(needs)}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
