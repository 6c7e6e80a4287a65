"""What must a printed paper know that a page need not? The site's address, words that reveal."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sitebuild.languages import CONFIG_NAME
from sitebuild.problems import Problem
from sitebuild.reading import text_of
from sitebuild.strict_yaml import Mapping, read_yaml
from sitebuild.wordlists import WordLists

FIELD = "site_url"
# Names of organisations are Dutch or English.
LANGUAGES_OF_NAMES = ("nl", "en")


@dataclass(frozen=True)
class Paper:
    """The site's address ('' while it is not known) and beginnings of words that tell too much."""

    address: str = ""
    revealing: tuple[str, ...] = ()

    def reveals(self, name: str) -> bool:
        """Say whether a name tells a finder what the paper is about."""
        return any(word in name.casefold() for word in self.revealing)


NO_PAPER = Paper()


def load_paper(root: Path, lists: WordLists) -> tuple[Paper, tuple[Problem, ...]]:
    """Return the address (`site_url` of mkdocs.yml, ending with '/') and words; and problems.

    Who reads paper cannot see where a link leads: so it must be a whole https address.
    """
    words = tuple(word for lang in LANGUAGES_OF_NAMES for word in lists.revealing.get(lang, ()))
    tree, _ = read_yaml(root / CONFIG_NAME, CONFIG_NAME)  # load_languages tells its problems
    node = tree.get(FIELD) if isinstance(tree, Mapping) else None
    text = text_of(tree, FIELD)
    if not text:
        return Paper(revealing=words), ()
    if _is_address(text):
        return Paper(text.rstrip("/") + "/", words), ()
    message = "This address cannot be printed."
    remedy = 'Write all of it, such as "https://www.example.org/", or leave it empty.'
    line = node.line if node else 1
    return Paper(revealing=words), (Problem(CONFIG_NAME, line, FIELD, text, message, remedy),)


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    extra = parts.query or parts.fragment or parts.username
    plain = text.isascii() and text.isprintable() and " " not in text
    return parts.scheme == "https" and "." in parts.netloc and plain and not extra
