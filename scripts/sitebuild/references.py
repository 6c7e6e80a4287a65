"""What do `[[...]]` references in a page stand for?

`[[call emergency]]` inside a sentence becomes a number to tap, `[[nl Veilig Thuis]]` a name
marked as Dutch for screen readers; `[[lines danger]]`,
`[[finder]]`, `[[regions]]` and `[[municipalities]]` stand on a line of their own. So a page
never holds a number itself: each contact stands once, in regions.yml.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitebuild.documents import Documents
from sitebuild.outline import DUTCH, REFERENCE, Mark
from sitebuild.problems import Problem, did_you_mean
from sitebuild.region_schema import LINE_GROUPS

BLOCKS = ("lines", "finder", "regions", "municipalities")
INLINE = ("call", DUTCH)
# A block alone on its line, or any reference: one pass, so that what comes in is not searched.
EITHER = re.compile(
    rf"^{REFERENCE.pattern}[ \t]*$|{REFERENCE.pattern.replace('words', 'inner')}", re.M
)
# Links of our templates carry their `rel` already.
OUTSIDE_LINK = re.compile(r'<a (?![^>]*\brel=)(?=[^>]*\bhref="https?:)')

Resolve = Callable[[str, Sequence[str]], str]


def expand(markdown: str, resolve: Resolve) -> str:
    """Return Markdown with every reference replaced by what `resolve(name, words)` gives.

    Blocks are set apart by empty lines, as Markdown needs around HTML.
    """

    def resolved(match: re.Match[str]) -> str:
        name, *words = (match["words"] or match["inner"] or "").split() or [""]
        text = resolve(name, words)
        return f"\n{text}\n" if name in BLOCKS else text

    return EITHER.sub(resolved, markdown)


def quiet_links(html: str) -> str:
    """Return HTML whose links to other sites do not tell them where the visitor comes from."""
    return OUTSIDE_LINK.sub('<a rel="noreferrer" ', html)


def wrong_references(documents: Documents, callable_ids: Sequence[str]) -> Iterator[Problem]:
    """Yield every reference that stands for nothing; `callable_ids` can be called."""
    for document in documents.values():
        for mark in document.outline.references:
            yield from _wrong_reference(mark, document.path, callable_ids)


def _wrong_reference(mark: Mark, path: str, callable_ids: Sequence[str]) -> Iterator[Problem]:
    name, *words = mark.text.split() or [""]
    known: Mapping[str, Sequence[str]] = {"lines": LINE_GROUPS, "call": callable_ids}
    if name not in (*BLOCKS, *INLINE):
        remedy = f"Use one of: {', '.join((*BLOCKS, *INLINE))}."
        yield Problem(path, mark.line, "", mark.text, "This reference is unknown.", remedy)
    elif name in BLOCKS and not mark.alone:
        remedy = "Put it on a line of its own."
        yield Problem(path, mark.line, "", mark.text, "This cannot stand in a sentence.", remedy)
    elif name in known and not (words and set(words) <= set(known[name])):
        wrong = next((word for word in words if word not in known[name]), "")
        remedy = f"Use one of: {', '.join(known[name])}.{did_you_mean(wrong, known[name])}"
        message = "This names nothing that can be shown."
        yield Problem(path, mark.line, "", mark.text, message, remedy)
