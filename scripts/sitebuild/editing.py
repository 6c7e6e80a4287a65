"""Where is a page mended, and how is a mistake on it reported?

One function says which file and line: `spots`. A new family of generated pages needs nothing
there, as each of its pages is about one region; in WORDS_OF it names the group of its words.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from sitebuild.content import Content
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Region
from sitebuild.pages import CARDS, FAMILIES, FOLDER, REFERRALS
from sitebuild.practice_form import is_written_in
from sitebuild.practices import OTHER_LANGUAGE
from sitebuild.regions import REGIONS_NAME
from sitebuild.render import has_reachable_helper
from sitebuild.strict_yaml import Mapping, read_yaml

GITHUB = "https://github.com/"
BRANCH = "main"
CODE_LENGTH = 4
# The group of strings/<lang>.yml that a family of generated pages is made of.
WORDS_OF = {FOLDER: "region", REFERRALS: "referral", CARDS: "card"}
# What a link is called: the words of `improve` in strings/.
PAGE, TRANSLATE, WORDS = "page", "translate", "words"


@dataclass(frozen=True)
class Spot:
    """A file and a line in it (0: no line); `kind` says what is mended there."""

    kind: str
    path: str
    line: int = 0


@dataclass(frozen=True)
class Editing:
    """What a page's footer may offer; nothing of it while nobody answers for the site."""

    content: Content
    repository: str
    email: str
    page_id: str
    lang: str

    @property
    def links(self) -> list[tuple[str, str]]:
        """The ways to mend this page: the name of the words, and the address."""
        if not self.repository:
            return []
        found = spots(self.content, self.page_id, self.lang)
        return [(each.kind, edit_address(self.repository, each)) for each in found]

    def at(self, path: str, line: int = 0) -> str:
        """Return the address where a file is mended, or '' while there is no repository."""
        return edit_address(self.repository, Spot(PAGE, path, line)) if self.repository else ""

    @property
    def report(self) -> str:
        """The address of a mail about this page, with nothing but its code; '' without owner."""
        subject = quote(f"Wegwijs {page_code(self.page_id)} {self.lang}")
        return f"mailto:{self.email}?subject={subject}" if self.email else ""


def page_code(page_id: str) -> str:
    """Return a page's code: it tells an editor which page is meant, and nobody else anything.

    `make page CODE=...` finds the page.
    """
    return hashlib.sha256(page_id.encode("ascii")).hexdigest()[:CODE_LENGTH]


def pages_of_code(content: Content, code: str) -> list[str]:
    """Return the pages with a code: one, unless two share theirs."""
    regions = content.directory.regions
    generated = {f"{family}/{region.id}" for family in FAMILIES for region in regions}
    written = {page_id for lang, page_id in content.documents if lang == SOURCE_LANGUAGE}
    pages = sorted(written | generated)
    return [each for each in pages if page_code(each) == code]


def spots(content: Content, page_id: str, lang: str) -> tuple[Spot, ...]:
    """Return where the text of a page stands: its own file first, then the words around it.

    A page that is not translated yet leads to the file that must come, an entry of good practice
    to the language that the others are led to; a page of a region to the line with the number
    that stands on it.
    """
    if not is_written_in(page_id, lang):
        return spots(content, page_id, OTHER_LANGUAGE)
    path = f"docs/{lang}/{page_id}.md"
    if (lang, page_id) in content.documents:
        return (Spot(PAGE, path),)
    if (SOURCE_LANGUAGE, page_id) in content.documents:
        return (Spot(TRANSLATE, path),)
    family, _, name = page_id.rpartition("/")
    region = next((each for each in content.directory.regions if each.id == name), None)
    if region is None or family not in FAMILIES:
        return ()
    return _region_spot(content, region), _words_spot(content, lang, WORDS_OF[family])


def _region_spot(content: Content, region: Region) -> Spot:
    numbers = _numbers(content, region)
    return Spot(PAGE, REGIONS_NAME, next(numbers, region.line))


def _numbers(content: Content, region: Region) -> Iterator[int]:
    """Yield the lines of the region's phone numbers, in the order of its page."""
    names = list(region.named)
    if not has_reachable_helper(region, content.published):
        names.insert(0, region.centre)  # then its number stands on top
    yield from (datum.line for name in names for datum in content.published[name].of("phone"))


@lru_cache(maxsize=32)
def _words_spot(content: Content, lang: str, group: str) -> Spot:
    name = f"strings/{lang}.yml"
    tree, _ = read_yaml(content.root / name, name)
    keys = [key for key, _ in tree.items] if isinstance(tree, Mapping) else []
    line = next((key.line for key in keys if key.text == group), 0)
    return Spot(WORDS, name, line)


def edit_address(repository: str, spot: Spot) -> str:
    """Return where a file is mended in the browser; the repository itself where it is not GitHub.

    GitHub's own addresses: /edit/<branch>/<path>#L<line>, and /new/<branch>?filename=<path>.
    """
    start = repository.rstrip("/")
    if not start.startswith(GITHUB):
        return start
    if spot.kind == TRANSLATE:
        return f"{start}/new/{BRANCH}?filename={quote(spot.path)}"
    return f"{start}/edit/{BRANCH}/{quote(spot.path)}" + (f"#L{spot.line}" if spot.line else "")
