"""Write what is past its date as texts of issues, one file per region and kind."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sitebuild.content import load_content
from sitebuild.problems import report
from upkeep.freshness import everything_due, freshness_texts
from upkeep.issue_files import write_issues

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str]) -> int:
    """Run the command; return 0, or 1 when the content has faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the texts go")
    parser.add_argument("--repository", default="", help="its address on the web, for links")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    args = parser.parse_args(argv)
    content, problems = load_content(ROOT, args.today)
    if content is None:
        print(report(problems), file=sys.stderr)
        return 1
    found = everything_due(content)
    texts = freshness_texts(found, args.repository)
    write_issues(args.folder, texts)
    print(f"{len(found)} lines are past their date or soon will be: {len(texts)} issues")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
