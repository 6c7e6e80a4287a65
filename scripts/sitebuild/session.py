"""What did the last good load give? Keeps content between the passes and rebuilds of MkDocs.

MkDocs runs the hooks once per language and loads them anew at each rebuild of `serve`; this
module stays. Files are read again only when one of them changed.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sitebuild.content import Content, load_content
from sitebuild.problems import ContentError, Problem

WATCHED = (
    "regions.yml", "facts.yml", "notices.yml", "sources.yml", "mkdocs.yml",
    "strings", "data", "docs", "overrides",
)  # fmt: skip
Stamp = tuple[tuple[str, int, int], ...]


class Session:
    """The content of one run of MkDocs.

    `serving` is true under `mkdocs serve`; `in_place` when files of an earlier build are kept.
    """

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self.serving = False
        self.in_place = False
        self._stamp: Stamp = ()
        self.good: Content | None = None

    def content(self, root: Path, today: date) -> tuple[Content, tuple[Problem, ...]]:
        """Return usable content and the problems of the files as they are now.

        Under `serve` a faulty file leaves the last good content in use, so that the old page
        stays; otherwise, or when there is none yet, ContentError is raised.
        """
        if self.good and not self.serving:  # a build reads once; the passes use what it read
            return self.good, ()
        stamp = tuple(_stamp(root))
        if self.good and stamp == self._stamp and today == self.good.today:
            return self.good, ()
        content, problems = load_content(root, today)
        if content:
            self.good, self._stamp = content, stamp
        if self.good is None or (problems and not self.serving):
            raise ContentError(problems)
        return self.good, problems


def _stamp(root: Path) -> Iterator[tuple[str, int, int]]:
    for name in WATCHED:
        path = root / name
        for each in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if each.is_file():
                stat = each.stat()
                yield str(each), stat.st_mtime_ns, stat.st_size


SESSION = Session()
