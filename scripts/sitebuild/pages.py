"""Which region pages must exist, which differ, which are stale?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = "near-you"
HAND_WRITTEN = "index.md"


@dataclass(frozen=True)
class Change:
    """A generated file that is not as it should be: 'new', 'differs' or 'stale'."""

    path: Path
    state: str


def is_generated(page_id: str) -> bool:
    """Say whether a page ('near-you/den-haag') is the generator's: all there but the index."""
    return page_id.startswith(f"{FOLDER}/") and f"{page_id}.md" != f"{FOLDER}/{HAND_WRITTEN}"


def compare(docs: Path, languages: list[str], wanted: Mapping[Path, str]) -> list[Change]:
    """Return what must change under `docs` so that it holds exactly the wanted pages.

    `wanted` maps paths relative to docs to text. Only files beside the hand-written
    near-you/index.md of these languages can be stale.
    """
    changes = [
        Change(path, "differs" if (docs / path).is_file() else "new")
        for path, text in wanted.items()
        if not _holds(docs / path, text)
    ]
    for lang in languages:
        for found in sorted((docs / lang / FOLDER).glob("*.md")):
            path = found.relative_to(docs)
            if path.name != HAND_WRITTEN and path not in wanted:
                changes.append(Change(path, "stale"))
    return changes


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
