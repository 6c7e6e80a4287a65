"""What stands on a region's card, on screen and on paper?

Others may find a card: its front says "Wegwijs", the region and one neutral line, and none of our
own words on it says whom it is for. Only published numbers come here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from sitebuild.card_pdf import is_any_made, pdf_path, public_path, put_into_site
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.model import Region
from sitebuild.pages import FOLDER
from sitebuild.publishing import PublishedDatum, PublishedOrganisation, State
from sitebuild.qr import WORN, qr_code
from sitebuild.render import Renderer, Speaker, best_known

# Lines that anybody may have in a pocket; the others stand behind the QR code.
EMERGENCY = "emergency"
NATIONAL = (EMERGENCY, "veilig-thuis", "suicide-prevention-113", "de-luisterlijn")
CALLABLE = ("phone", "whatsapp", "sms")
ABROAD = "abroad"
# The names of other desks say what somebody calls about.
NEUTRAL_DESKS = ("infections",)
STYLE = "overrides/assets/card.css"
HOME = "../../../"  # from professionals/cards/<region>/ to the home of its language


@dataclass(frozen=True)
class Row:
    """One organisation on the card: its numbers, and a word in strings/ for what it does.

    A name that tells too much is not printed.
    """

    organisation: PublishedOrganisation
    about: str
    named: bool
    numbers: tuple[PublishedDatum, ...]

    def details(self, s: Speaker) -> list[str]:
        """Return what stands small below: desk, hours, cost and date, each said once.

        112 bears no date: nobody may hesitate to call it.
        """
        texts = [text for datum in self.numbers for text in _details(datum, s)]
        if self.organisation.id != EMERGENCY:
            texts += [_dated(datum, s) for datum in self.numbers]
        return list(dict.fromkeys(texts))

    @property
    def confirmed(self) -> bool:
        """Whether one of us checked all its numbers."""
        return all(datum.state is State.CONFIRMED for datum in self.numbers)


def _details(datum: PublishedDatum, s: Speaker) -> Iterator[str]:
    if datum.desk in NEUTRAL_DESKS:
        yield s.w(f"labels.desk.{datum.desk}")
    if datum.hours:
        yield s.hours(datum.hours)
    if datum.price:
        yield s.w(f"labels.price.{datum.price}")


def _dated(datum: PublishedDatum, s: Speaker) -> str:
    if not datum.as_of:
        return s.w("card.undated")
    state = "checked" if datum.state is State.CONFIRMED else "dated"
    return s.w(f"card.{state}", date=s.day(datum.as_of))


def regional_rows(renderer: Renderer, region: Region) -> list[Row]:
    """Return who can be called in the region: its organisations, its GGDs, its municipality."""
    rows = [_row(renderer, name, "kinds") for name in region.named]
    return [row for row in rows if row.numbers]


def national_rows(renderer: Renderer) -> list[Row]:
    """Return the national lines for everybody."""
    shown = {line.organisation.id for line in renderer.lines()}
    rows = [_row(renderer, name, "lines") for name in NATIONAL if name in shown]
    return [row for row in rows if row.numbers]


def _row(renderer: Renderer, name: str, group: str) -> Row:
    shown = renderer.published[name]
    data = (datum for field in CALLABLE for datum in shown.of(field))
    return Row(
        organisation=shown,
        about=f"card.{group}.{shown.kind if group == 'kinds' else shown.id}",
        named=not renderer.paper.reveals(shown.name),
        numbers=tuple(datum for datum in data if datum.desk != ABROAD),
    )


def card_address(renderer: Renderer, region: Region, lang: str) -> str:
    """Return the whole address of the region's page in a language, '' while it is not known."""
    root = renderer.paper.address
    return f"{root}{Language(lang, '').prefix}{FOLDER}/{region.id}/" if root else ""


def card_page(renderer: Renderer, region: Region, lang: str) -> str:
    """Return the Markdown of a region's card in one language; a family of `content.PAGES`."""
    root = HOME if lang == SOURCE_LANGUAGE else HOME + "../"
    pdf = root + public_path(lang, region.id) if todays_pdf(renderer, region, lang) else ""
    return renderer.fill("card.html", lang, pdf=pdf, **_values(renderer, region, lang))


def card_document(renderer: Renderer, region: Region, lang: str) -> str:
    """Return the papers as one HTML document with its style, that a PDF is made from."""
    style = (renderer.root / STYLE).read_text(encoding="utf-8")
    # Ours, and needed as it stands.
    values = {"style": Markup(style), **_values(renderer, region, lang)}  # noqa: S704
    return renderer.fill("card_document.html", lang, **values)


def todays_pdf(renderer: Renderer, region: Region, lang: str) -> Path | None:
    """Return the PDF that was made from what the card says today, or None."""
    if not is_any_made(renderer.root, lang, region.id):
        return None
    made = pdf_path(renderer.root, lang, region.id, card_document(renderer, region, lang))
    return made if made.is_file() else None


def _values(renderer: Renderer, region: Region, lang: str) -> dict[str, object]:
    address = card_address(renderer, region, lang)
    rows = regional_rows(renderer, region)
    everywhere = national_rows(renderer)
    return {
        "home": HOME,
        "region": region,
        "rows": rows,
        "everywhere": everywhere,
        "all_confirmed": all(row.confirmed for row in [*rows, *everywhere]),
        "best_known": best_known(region),
        "address": address,
        # It is carried in a pocket.
        "qr": qr_code(address, WORN) if address else "",
    }


def copy_pdfs(renderer: Renderer, regions: Sequence[Region], lang: str, site: Path) -> int:
    """Copy the PDFs of a language that are those of today into the site; return how many."""
    found = 0
    for region in regions:
        if made := todays_pdf(renderer, region, lang):
            put_into_site(made, site, lang, region.id)
            found += 1
    return found
