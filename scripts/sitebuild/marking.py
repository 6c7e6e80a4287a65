"""How is it written down that a translation follows the Dutch? Changes front matter only."""

from collections.abc import Mapping

from sitebuild.documents import FENCE, Document
from sitebuild.versions import section_versions

FIELD = "follows:"


def with_follows(text: str, versions: Mapping[str, str]) -> str:
    """Return a page's text whose front matter says that it follows these versions."""
    lines = text.split("\n")
    end = lines.index(FENCE, 1)
    top = list(_without_follows(lines[1:end]))
    block = [FIELD, *(f'  {anchor}: "{version}"' for anchor, version in versions.items())]
    return "\n".join([FENCE, *top, *block, *lines[end:]])


def _without_follows(lines: list[str]) -> list[str]:
    kept, inside = [], False
    for line in lines:
        inside = line.startswith(FIELD) or (inside and line.startswith(" "))
        if not inside:
            kept.append(line)
    return kept


def after_minor_change(
    before: Document, now: Document, translation: Document, only: str = ""
) -> dict[str, str]:
    """Return what a translation follows after a change of the Dutch that changed no meaning.

    A section moves on only if the translation followed the version before; `only` names one
    section, or all when it is empty.
    """
    old, new = section_versions(before), section_versions(now)
    return {
        anchor: new.get(anchor, version)
        if version == old.get(anchor) and only in ("", anchor)
        else version
        for anchor, version in translation.follows.items()
    }
