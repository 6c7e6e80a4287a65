"""Say which page a code means, such as 4f2a of a mail "Wegwijs 4f2a th", and where it is mended."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sitebuild.content import Content, load_content
from sitebuild.editing import pages_of_code, spots
from sitebuild.problems import report

ROOT = Path(__file__).resolve().parent.parent


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject", nargs="+", help="the code, or the whole subject of the mail")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def answer(content: Content, words: list[str]) -> list[str]:
    """Return a line per page that is meant and per place where it is mended."""
    known = [each.code for each in content.languages]
    languages = [each for each in words if each in known] or known
    pages = [page for word in words for page in pages_of_code(content, word.casefold())]
    return [
        f"{page_id} ({lang}): {spot.path}" + (f":{spot.line}" if spot.line else "")
        for page_id in pages
        for lang in languages
        for spot in spots(content, page_id, lang)
    ]


def main(argv: list[str]) -> int:
    """Run the command; return 0, 1 (content) or 2 (no such code)."""
    args = arguments(argv)
    content, problems = load_content(args.root, date.today())
    if content is None:
        print(report(problems), file=sys.stderr)
        return 1
    lines = answer(content, " ".join(args.subject).split())
    print(*lines or ["No page has this code."], sep="\n", file=sys.stdout if lines else sys.stderr)
    return 0 if lines else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
