"""Write the pages of each region from regions.yml under docs/, or only say what would change."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sitebuild.content import load_content
from sitebuild.pages import apply, compare
from sitebuild.problems import report

ROOT = Path(__file__).resolve().parent.parent
CONTENT_PROBLEM = 1
USAGE_PROBLEM = 2


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    parser.add_argument("--lang", help="only this language, such as bg")
    parser.add_argument("--region", help="only this region, such as den-haag")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Run the command; return 0, 1 (content) or 2 (usage)."""
    args = arguments(argv)
    content, problems = load_content(args.root, args.today)
    if content is None:
        print(report(problems), file=sys.stderr)
        return CONTENT_PROBLEM
    languages = [each.code for each in content.languages]
    regions = [each.id for each in content.directory.regions]
    for given, known, option in (
        (args.lang, languages, "--lang"),
        (args.region, regions, "--region"),
    ):
        if given and given not in known:
            print(f"{option}: {given} is unknown. Choose from: {', '.join(known)}", file=sys.stderr)
            return USAGE_PROBLEM
    wanted = content.generated_pages
    changes = [
        change
        for change in compare(args.root / "docs", languages, wanted)
        if args.lang in (None, change.path.parts[0]) and args.region in (None, change.path.stem)
    ]
    for change in changes:
        print(f"docs/{change.path.as_posix()}: {change.state}")
    print(f"{len(wanted)} pages, {len(changes)} to change.")
    if args.check:
        return CONTENT_PROBLEM if changes else 0
    apply(args.root / "docs", changes, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
