"""How does a reader see that a section fell behind? Puts the new Dutch under its heading."""

import re
from collections.abc import Iterator, Sequence

from sitebuild.documents import Documents
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.outline import HEADING
from sitebuild.references import BLOCKS
from sitebuild.translations import Translation
from sitebuild.versions import sections
from sitebuild.words import Words

# Cards and lists stand on the page already, in the reader's language.
BLOCK_REFERENCE = re.compile(rf"^\s*\[\[(?:{'|'.join(BLOCKS)})\b[^\[\]]*\]\]\s*$")
CLASSES = re.compile(r"^\{ \.[a-z-]+ \}$")
MOST_MARKS = 0.8  # when nearly everything changed, the notice at the top says enough


def with_new_dutch(markdown: str, state: Translation, documents: Documents, words: Words) -> str:
    """Return a translation's Markdown with a mark in each section whose Dutch changed.

    The mark is a fold that holds the new Dutch text of that section. References in it are
    still to be filled in; `words` are those of the reader's language.
    """
    dutch = dict(sections(documents[SOURCE_LANGUAGE, state.page_id]))
    if len(state.changed) > MOST_MARKS * len(dutch):
        return markdown
    return "\n".join(_marked(markdown.split("\n"), state.changed, dutch, words))


def _marked(
    lines: Sequence[str], changed: Sequence[str], dutch: dict[str, list[str]], words: Words
) -> Iterator[str]:
    for line in lines:
        yield line
        heading = HEADING.fullmatch(line.rstrip())
        if heading and heading["id"] in changed and heading["id"] in dutch:
            yield from _mark(dutch[heading["id"]], words)


def _mark(section: Sequence[str], words: Words) -> Iterator[str]:
    yield from ("", '<details class="outdated" markdown="1">')
    yield from (f"<summary>{words.say('translation.changed')}</summary>", "")
    yield from ('<div lang="nl" markdown="1">', "")
    for line in section:
        if heading := HEADING.fullmatch(line.rstrip()):
            yield from (f"**{heading['title']}**", "")
        elif not BLOCK_REFERENCE.fullmatch(line) and not CLASSES.fullmatch(line.strip()):
            yield line
    yield from ("", "</div>", "</details>", "")
