"""Is every HTML file valid? Asks the Nu HTML checker, which the W3C runs too."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from find_nu import JAR, missing

from audit.findings import Finding

SECONDS = 600
# Over http, as a browser gets them: a policy of 'self' means nothing to a file on disk.
# The checker refuses this machine's address unless it is told that it may.
COMMAND = ("java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(JAR))


def addresses(site: Path) -> list[str]:
    """Return the address of every HTML file, from the site's root."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def check(url: str, pages: list[str]) -> list[Finding]:
    """Return what the checker says about pages of a served site, warnings too.

    Raises RuntimeError when the checker is not there or gives no answer.
    """
    if lacking := missing():
        raise RuntimeError(f"The Nu HTML checker needs {'; '.join(lacking)}.")
    command = [*COMMAND, "--format", "json", "--exit-zero-always", *(url + each for each in pages)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=SECONDS)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"The Nu HTML checker failed: {done.stderr[:2000]}") from error
    return [_finding(each, url) for each in messages]


def _finding(message: dict[str, Any], url: str) -> Finding:
    start = message.get("hiliteStart", 0)
    marked = message.get("extract", "")[start : start + message.get("hiliteLength", 0)]
    rule = f"nu {message.get('subType', message['type'])}: {message['message']}"
    return Finding(rule, re.sub(r"\s+", " ", marked), message.get("url", "").removeprefix(url))
