"""What must a printed paper know that a page need not? The site's address, names that tell."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sitebuild.languages import CONFIG_NAME
from sitebuild.problems import Problem
from sitebuild.reading import text_of
from sitebuild.strict_yaml import Mapping, read_yaml
from sitebuild.wordlists import WordLists, tells

FIELD = "site_url"


@dataclass(frozen=True)
class Paper:
    """The site's address ('' while it is not known) and words that make a name tell too much."""

    address: str = ""
    telling: tuple[str, ...] = ()

    def reveals(self, name: str) -> bool:
        """Say whether a name tells a finder what the paper is about."""
        return tells(name, self.telling)


NO_PAPER = Paper()


def load_paper(root: Path, lists: WordLists) -> tuple[Paper, tuple[Problem, ...]]:
    """Return the address (`site_url` of mkdocs.yml, ending with '/') and words; and problems.

    Who reads paper cannot see where a link leads: so it must be a whole https address.
    """
    telling = lists.telling
    tree, _ = read_yaml(root / CONFIG_NAME, CONFIG_NAME)  # load_languages tells its problems
    node = tree.get(FIELD) if isinstance(tree, Mapping) else None
    text = text_of(tree, FIELD)
    if not text:
        return Paper(telling=telling), ()
    if _is_address(text):
        return Paper(text.rstrip("/") + "/", telling), ()
    message = "This address cannot be printed."
    remedy = 'Write all of it, such as "https://www.example.org/", or leave it empty.'
    line = node.line if node else 1
    return Paper(telling=telling), (Problem(CONFIG_NAME, line, FIELD, text, message, remedy),)


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    extra = parts.query or parts.fragment or parts.username
    plain = text.isascii() and text.isprintable() and " " not in text
    return parts.scheme == "https" and "." in parts.netloc and plain and not extra
