"""Say that translations follow the present Dutch; refuses pages that do not pass their checks.

mark_translation.py ro rights/taxes change/index    these pages
mark_translation.py ro --all                        every page of the language
mark_translation.py --minor rights/taxes            the Dutch changed, its meaning did not:
mark_translation.py --minor rights/taxes#vat        translations that followed it still do
"""

import argparse
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from sitebuild.content import Content, load_content
from sitebuild.documents import Document, read_document
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.marking import after_minor_change, with_follows
from sitebuild.problems import report
from sitebuild.prose_checks import problems_of_pages
from sitebuild.versions import section_versions

ROOT = Path(__file__).resolve().parent.parent


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="language and pages; with --minor Dutch pages")
    parser.add_argument("--all", action="store_true", help="every page of the language")
    parser.add_argument("--minor", action="store_true", help="the Dutch still means the same")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if not args.names or (args.minor and args.all):
        parser.error("name a language and its pages, or --minor and Dutch pages")
    if not args.minor and len(args.names) == 1 and not args.all:
        parser.error("name the pages, or --all")
    return args


def mark(content: Content, lang: str, pages: list[str]) -> list[str]:
    """Write the present versions into translations; return their paths."""
    marked = []
    for page_id in pages:
        document = content.documents[lang, page_id]
        versions = section_versions(content.documents[SOURCE_LANGUAGE, page_id])
        if dict(document.follows) != versions:
            write(content.root / document.path, versions)
            marked.append(document.path)
    return marked


def mark_minor(content: Content, name: str) -> list[str]:
    """Move translations of one Dutch page on to its present version; return their paths."""
    page_id, _, only = name.partition("#")
    now = content.documents[SOURCE_LANGUAGE, page_id]
    before = committed(content.root, now)
    moved = []
    for (lang, each), document in content.documents.items():
        if each == page_id and lang != SOURCE_LANGUAGE and document.follows:
            versions = after_minor_change(before, now, document, only)
            if versions != dict(document.follows):
                write(content.root / document.path, versions)
                moved.append(document.path)
    return moved


def committed(root: Path, document: Document) -> Document:
    """Return a page as it was in the last commit; exits with 2 when there is none."""
    command = ["git", "show", f"HEAD:{document.path}"]
    done = subprocess.run(command, check=False, cwd=root, capture_output=True)  # noqa: S603
    if done.returncode:
        print(f"{document.path}: the last commit does not have this page.", file=sys.stderr)
        raise SystemExit(2)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, document.path)
        path.parent.mkdir(parents=True)
        path.write_bytes(done.stdout)
        before, problems = read_document(path, Path(folder), document.lang, document.page_id)
    if before is None:
        print(report(problems), file=sys.stderr)
        raise SystemExit(2)
    return before


def write(path: Path, versions: dict[str, str]) -> None:
    """Write what a translation follows at its top."""
    text = path.read_text(encoding="utf-8")
    path.write_text(with_follows(text, versions), encoding="utf-8")


def unknown(content: Content, lang: str, pages: list[str]) -> list[str]:
    """Return the named pages that the language does not have."""
    return [each for each in pages if (lang, each.partition("#")[0]) not in content.documents]


def main(argv: list[str]) -> int:
    """Run the command; return 0, 1 when a page has problems, 2 when a name is unknown."""
    args = arguments(argv)
    content, problems = load_content(args.root, date.today())
    if content is None:
        print(report(problems), file=sys.stderr)
        return 1
    lang = SOURCE_LANGUAGE if args.minor else args.names[0]
    pages = args.names if args.minor else args.names[1:]
    if args.all:
        pages = [page_id for code, page_id in content.documents if code == lang]
    if missing := unknown(content, lang, pages) or ([] if pages else [lang]):
        print(f"Not found in {lang}: {', '.join(missing)}", file=sys.stderr)
        return 2
    if args.minor:
        print_marked([path for name in pages for path in mark_minor(content, name)])
        return 0
    documents = [content.documents[lang, page_id] for page_id in pages]
    if wrong := tuple(problems_of_pages(content, documents)):
        print(report(wrong), file=sys.stderr)
        return 1
    print_marked(mark(content, lang, pages))
    return 0


def print_marked(paths: list[str]) -> None:
    """Say which files were written."""
    for path in paths:
        print(f"{path}: follows the present Dutch")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
