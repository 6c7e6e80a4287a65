"""How does a list of work become the text of an issue? One Markdown file per issue."""

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.markdown_text import table

# GitHub takes 65,536 signs; rows beyond are counted, and stand in the list at home.
MOST_SIGNS = 60_000


@dataclass(frozen=True)
class Place:
    """A line of a file, as a link where the repository is known."""

    path: str
    line: int

    def link(self, repository: str) -> str:
        """Return it as Markdown; `repository` is its address on the web, or ''."""
        name = f"{self.path}:{self.line}"
        if not repository:
            return f"`{name}`"
        return f"[{name}]({repository}/blob/main/{self.path}?plain=1#L{self.line})"


def issue_text(
    title: str, intro: str, head: Sequence[str], rows: Iterable[Sequence[str]], rest: str
) -> str:
    """Return an issue: its title as heading, what to do, and a table; its cells are Markdown.

    `rest` says with {count} how many rows did not fit.
    """
    named, rule, *made = table(head, rows)
    lines = [f"# {title}", "", intro, "", named, rule]
    room = MOST_SIGNS - len("\n".join(lines))
    kept: list[str] = []
    for line in made:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    left = len(made) - len(kept)
    more = ["", rest.format(count=left)] if left else []
    return "\n".join([*lines, *kept, *more, ""])


def write_issues(folder: Path, texts: Mapping[str, str]) -> None:
    """Write each text as `<name>.md` into a folder that holds nothing else afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # Also when all is well there is something to hand over: then it closes what was open.
    (folder / "README.txt").write_text(f"{len(texts)} issues\n", encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def file_name(title: str) -> str:
    """Return a file name for a title: its Latin letters and digits, joined by '-'."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "issue"
