"""Tell in Dutch and English what the files as they are now change since another commit.

review.py origin/main                                 print the report
review.py origin/main --preview https://example.nl    with links to the pages to look at
review.py origin/main --github                        also mark the lines on a pull request

Exit codes: 0 all right, 1 something is to be mended first, 2 the command was used wrongly.
"""

import argparse
import os
import re
import secrets
import sys
import tempfile
from datetime import date
from pathlib import Path

from sitebuild.annotations import annotations, without_commands
from sitebuild.commits import NoSuchCommit, base_commit, changed_files, unpack
from sitebuild.review import Review, review
from sitebuild.review_text import review_text
from sitebuild.snapshot import take_snapshot

ROOT = Path(__file__).resolve().parent.parent
SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
ADDRESS = re.compile(r"https?://[A-Za-z0-9.:/_~-]+")
CONTENT_PROBLEM, USAGE_PROBLEM = 1, 2


def address(text: str) -> str:
    """Return a plain web address; ValueError for anything else, as it comes to stand in a page."""
    if text and not ADDRESS.fullmatch(text):
        raise ValueError(text)
    return text


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", help="branch or commit to compare with, such as origin/main")
    parser.add_argument("--preview", type=address, default="", help="where the pages can be seen")
    parser.add_argument("--github", action="store_true", help="write annotations and the summary")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def compare(root: Path, base: str, today: date) -> Review:
    """Return the review of the files under `root`; NoSuchCommit when git has no such base."""
    commit = base_commit(root, base)
    with tempfile.TemporaryDirectory() as folder:
        unpack(root, commit, Path(folder))
        before = take_snapshot(Path(folder), today, read_closely=False)
        after = take_snapshot(root, today, read_closely=True)
        return review(before, after, changed_files(root, commit))


def tell_github(found: Review, text: str) -> None:
    """Print the annotations, and the report where nothing in it is read as a command."""
    for command in annotations(found):
        print(command)
    print(without_commands(text, secrets.token_hex(16)))
    if summary := os.environ.get(SUMMARY_VARIABLE):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)


def main(argv: list[str]) -> int:
    """Run the command; return 0, 1 (content) or 2 (usage)."""
    args = arguments(argv)
    try:
        found = compare(args.root, args.base, args.today)
    except NoSuchCommit as problem:
        print(problem, file=sys.stderr)
        return USAGE_PROBLEM
    text = review_text(found, args.preview)
    if args.github:
        tell_github(found, text)
    else:
        print(text, end="")
    return CONTENT_PROBLEM if found.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
