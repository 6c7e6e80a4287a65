"""Which cards lie ready as PDF, and are they those of today?

`make cards` writes cards/<language>/<region>.<hash>.pdf. The hash is of all that the PDF was made
from, so that a build links and copies it only when nothing has changed since.
"""

import shutil
from hashlib import sha256
from pathlib import Path

FOLDER = "cards"
HASH_LENGTH = 16


def pdf_path(root: Path, lang: str, region_id: str, document: str) -> Path:
    """Return where the PDF of a document (HTML with its style) is kept, made or not."""
    digest = sha256(document.encode("utf-8")).hexdigest()[:HASH_LENGTH]
    return root / FOLDER / lang / f"{region_id}.{digest}.pdf"


def is_any_made(root: Path, lang: str, region_id: str) -> bool:
    """Say whether a PDF of a region's card is kept, of today or older."""
    return any((root / FOLDER / lang).glob(f"{region_id}.*.pdf"))


def public_path(lang: str, region_id: str) -> str:
    """Return where it stands in the site: a neutral name that stays the same."""
    return f"{FOLDER}/{lang}/{region_id}.pdf"


def put_into_site(made: Path, site: Path, lang: str, region_id: str) -> None:
    """Copy a PDF that was made into the built site."""
    target = site / public_path(lang, region_id)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, target)
