"""What do `[[...]]` references in a page stand for?

Inside a sentence: `[[call emergency]]` is a number to tap, `[[fact national-age]]` a figure of
facts.yml, `[[source rijksoverheid-bijstand]]` small links to the page's list of sources,
`[[nl Veilig Thuis]]` a name marked as Dutch for screen readers. On a line of their own:
`[[lines danger]]`, `[[finder]]`, `[[regions]]`, `[[municipalities]]`, `[[cards]]`, `[[pages]]`
(the pages of this section), `[[bibliography]]`, `[[translations]]`, `[[practices]]` (the entries
of good practice), `[[practice]]` (the fields of the entry it stands in), `[[reporting]]` (the
columns of the reporting template), `[[coverage]]` (with `[[coverage-map]]` and
`[[coverage-sources]]`), `[[downloads]]` and `[[changes]]` (of open data), the `[[status-...]]`
tables, and the working pages for professionals: `[[handover]]`, `[[messages]]` and `[[plan]]`. So
a page never holds a number itself: each contact stands once, in regions.yml, and each figure once,
in facts.yml.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitebuild.documents import Documents
from sitebuild.outline import DUTCH, REFERENCE, Mark
from sitebuild.problems import Problem, did_you_mean
from sitebuild.region_schema import LINE_GROUPS

BLOCKS = (
    "lines", "finder", "regions", "municipalities", "cards", "pages", "bibliography",
    "translations",
    "practices", "practice", "reporting", "handover", "messages", "plan",
    "downloads", "changes",
    "coverage", "coverage-map", "coverage-sources",
    "status-next", "status-order", "status-contacts", "status-translations", "status-pages",
)  # fmt: skip
INLINE = ("call", "fact", "source", DUTCH)
# A block alone on its line, or any reference: one pass, so that what comes in is not searched.
EITHER = re.compile(
    rf"^{REFERENCE.pattern}[ \t]*$|{REFERENCE.pattern.replace('words', 'inner')}", re.M
)
# Links of our templates carry their `rel` already.
OUTSIDE_LINK = re.compile(r'<a (?![^>]*\brel=)(?=[^>]*\bhref="https?:)')

FACT_REMEDY = "Add it to facts.yml, or mend the key."

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


def wrong_references(
    documents: Documents, callable_ids: Sequence[str], fact_keys: Sequence[str]
) -> Iterator[Problem]:
    """Yield every reference that stands for nothing.

    `callable_ids` are the organisations with a phone that may be shown.
    """
    known = {"lines": LINE_GROUPS, "call": callable_ids, "fact": fact_keys}
    for document in documents.values():
        for mark in document.outline.references:
            yield from _wrong_reference(mark, document.path, known)


def _wrong_reference(
    mark: Mark, path: str, known: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    name, *words = mark.text.split() or [""]
    if name not in (*BLOCKS, *INLINE):
        remedy = f"Use one of: {', '.join((*BLOCKS, *INLINE))}."
        yield Problem(path, mark.line, "", mark.text, "This reference is unknown.", remedy)
    elif name in BLOCKS and not mark.alone:
        remedy = "Put it on a line of its own."
        yield Problem(path, mark.line, "", mark.text, "This cannot stand in a sentence.", remedy)
    elif name in known and not (words and set(words) <= set(known[name])):
        wrong = next((word for word in words if word not in known[name]), "")
        listed = f"Use one of: {', '.join(known[name])}." if name != "fact" else FACT_REMEDY
        message = "This names nothing that can be shown."
        remedy = listed + did_you_mean(wrong, known[name])
        yield Problem(path, mark.line, "", mark.text, message, remedy)


def used_facts(documents: Documents) -> set[str]:
    """Return the keys of the facts that pages refer to."""
    marks = (mark.text.split() for each in documents.values() for mark in each.outline.references)
    return {words[1] for words in marks if len(words) > 1 and words[0] == "fact"}
