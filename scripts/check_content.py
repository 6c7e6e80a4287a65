"""Check all content and print one report.

--todo lists what people must still find out, --readability how easy each page is to read.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from sitebuild.content import Content, load_content
from sitebuild.problems import report
from sitebuild.prose_checks import prose_problems, readability_report
from sitebuild.todo import behind, todo_text
from sitebuild.translations import OUTDATED

ROOT = Path(__file__).resolve().parent.parent


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--todo", action="store_true", help="list what must still be found out")
    parser.add_argument("--readability", action="store_true", help="show each page's figures")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def counts(content: Content) -> str:
    """Return how much was read: a check that read nothing must not look green."""
    directory = content.directory
    read = {
        "regions": len(directory.regions),
        "municipalities": sum(len(each.municipalities) for each in directory.regions),
        "organisations": len(directory.organisations),
        "sources": len(directory.sources),
        "facts": len(content.facts.by_key),
        "towns": len(content.places.towns),
        "postcodes": len(content.places.postcodes),
        "languages": len(content.languages),
        "hand-written pages": len(content.documents),
        "generated pages": len(content.generated_pages),
    }
    if not all(read.values()):
        raise SystemExit(f"Nothing was read of: {[name for name in read if not read[name]]}")
    return "Content is right: " + ", ".join(f"{count} {name}" for name, count in read.items())


def behind_the_dutch(content: Content) -> list[str]:
    """Return the translations that fell behind: no fault of the editor who mends the Dutch."""
    late = [each for each in content.translations.values() if each.state == OUTDATED]
    lines = [f"docs/{each.lang}/{each.page_id}.md: {behind(each)}" for each in late]
    return [
        *lines,
        f"{len(late)} translations are behind the Dutch."
        if late
        else "No translation is behind the Dutch.",
    ]


def main(argv: list[str]) -> int:
    """Run the command; return 0, or 1 when there is something to mend."""
    args = arguments(argv)
    content, problems = load_content(args.root, args.today)
    if content and args.todo:
        print(todo_text(content))
        return 0
    if content and args.readability:
        print(readability_report(content))
        return 0
    problems = tuple(prose_problems(content)) if content else problems
    if content is None or problems:
        print(report(problems), file=sys.stderr)
        return 1
    print(counts(content))
    print(*behind_the_dutch(content), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
