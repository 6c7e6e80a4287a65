"""Make the cards of all regions as PDF in cards/, ready for the next `make site`.

Chromium prints them, because then the PDF is what people get who print the page themselves; it
breaks Thai lines and joins its marks rightly, with Noto's letters. (WeasyPrint, tried, made three
pages of the two and needed ten seconds and more for each.) A card that is there already
and has not changed is not made again.
"""

import argparse
import io
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from find_chromium import ARGUMENTS, find
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject
from sitebuild.card import STYLE, card_document
from sitebuild.card_pdf import FOLDER, pdf_path
from sitebuild.content import Content, load_content
from sitebuild.problems import report

ROOT = Path(__file__).resolve().parent.parent
CONTENT_PROBLEM = 1
PAGES = 2  # four cards, one sheet
SHEET = ViewportSize(width=794, height=1123)  # A4
CUT = """() => [...document.querySelectorAll(".paper, .leaf")].some(each =>
    each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)"""
Job = tuple[Path, str]


class Cut(Exception):
    """A card on which something would be cut off; carries its path."""


def arguments(argv: list[str]) -> argparse.Namespace:
    """Return the command line; exits with 2 when it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def jobs(content: Content, lang: str) -> Iterator[Job]:
    """Yield where each PDF of a language belongs and the document it is made from."""
    for region in content.directory.regions:
        document = card_document(content.renderer(), region, lang)
        yield pdf_path(content.root, lang, region.id, document), document


def new_page(chromium: Browser) -> Page:
    """Return a page that shows documents as paper does."""
    page = chromium.new_page(java_script_enabled=False, viewport=SHEET)
    page.emulate_media(media="print")
    return page


def printed(page: Page, document: str) -> bytes | None:
    """Return a document as PDF, or None when something would be cut off.

    It is the same bytes each time on one machine.
    """
    page.set_content(document)
    if page.evaluate(CUT):
        return None
    pdf = neutral(page.pdf(prefer_css_page_size=True, tagged=True))
    return pdf if len(PdfReader(io.BytesIO(pdf)).pages) == PAGES else None


def neutral(pdf: bytes) -> bytes:
    """Return a PDF that does not say when, nor with which program, it was made."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.metadata = {NameObject("/Title"): TextStringObject("Wegwijs")}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def make(page: Page, wanted: list[Job]) -> int:
    """Make what is not there yet; return how many were made. Raises Cut."""
    missing = [(path, document) for path, document in wanted if not path.is_file()]
    for path, document in missing:
        pdf = printed(page, document)
        if pdf is None:
            raise Cut(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_bytes(pdf)
        half.replace(path)  # whole or not at all
    return len(missing)


def remove_old(root: Path, wanted: set[Path]) -> None:
    """Remove the PDFs of earlier data."""
    for path in (root / FOLDER).glob("*/*.pdf"):
        if path not in wanted:
            path.unlink()


def make_all(content: Content) -> None:
    """Make all cards, language by language, and say how far it is."""
    start = time.monotonic()
    kept: set[Path] = set()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        page = new_page(chromium)
        for language in content.languages:
            wanted = list(jobs(content, language.code))
            made = make(page, wanted)
            kept |= {path for path, _ in wanted}
            seconds = time.monotonic() - start
            print(f"{language.code}: {len(wanted)} cards, {made} made, {seconds:.0f} s", flush=True)
        chromium.close()
    remove_old(content.root, kept)


def main(argv: list[str]) -> int:
    """Run the command; return 0, or 1 when the content has problems."""
    args = arguments(argv)
    content, problems = load_content(args.root, args.today)
    if content is None:
        print(report(problems), file=sys.stderr)
        return CONTENT_PROBLEM
    try:
        make_all(content)
    except Cut as cut:
        name = f"{cut.args[0].parent.name}/{cut.args[0].name.partition('.')[0]}"
        print(f"The card {name} does not hold all its numbers: make room in {STYLE}.")
        return CONTENT_PROBLEM
    if not content.paper.address:
        print("They have no QR code: the site's address (site_url in mkdocs.yml) is not known yet.")
    print(f"{FOLDER}/ is ready; `make site` puts it on the site with links.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
