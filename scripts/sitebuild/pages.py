"""Which generated pages must exist, which differ, which are stale?

A family is a folder that holds one generated page per region beside a hand-written index.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = "near-you"
FAMILIES = (FOLDER,)
HAND_WRITTEN = "index.md"


@dataclass(frozen=True)
class Change:
    """A generated file that is not as it should be: 'new', 'differs' or 'stale'."""

    path: Path
    state: str


def family_of(page_id: str) -> str | None:
    """Return the family of a generated page ('near-you/den-haag' -> 'near-you'), or None."""
    folder, _, name = page_id.rpartition("/")
    return folder if folder in FAMILIES and f"{name}.md" != HAND_WRITTEN else None


def is_generated(page_id: str) -> bool:
    """Say whether a page is the generator's: all in the folder of a family but the index."""
    return family_of(page_id) is not None


def compare(docs: Path, languages: list[str], wanted: Mapping[Path, str]) -> list[Change]:
    """Return what must change under `docs` so that it holds exactly the wanted pages.

    `wanted` maps paths relative to docs to text. Only files beside the hand-written
    index.md of a family, in these languages, can be stale.
    """
    changes = [
        Change(path, "differs" if (docs / path).is_file() else "new")
        for path, text in wanted.items()
        if not _holds(docs / path, text)
    ]
    found = (
        path.relative_to(docs)
        for lang in languages
        for family in FAMILIES
        for path in sorted((docs / lang / family).glob("*.md"))
    )
    stale = (path for path in found if path.name != HAND_WRITTEN and path not in wanted)
    return changes + [Change(path, "stale") for path in stale]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


def apply(docs: Path, changes: list[Change], wanted: Mapping[Path, str]) -> None:
    """Write what is new or differs, remove what is stale; touch nothing else."""
    for change in changes:
        target = docs / change.path
        if change.state == "stale":
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wanted[change.path].encode("utf-8"))
