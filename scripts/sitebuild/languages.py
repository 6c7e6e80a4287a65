"""Which languages does the site have? The one list stands in mkdocs.yml."""

from dataclasses import dataclass
from pathlib import Path

from sitebuild.problems import Problem
from sitebuild.reading import text_of
from sitebuild.strict_yaml import Mapping, Node, Sequence, read_yaml

SOURCE_LANGUAGE = "nl"
CONFIG_NAME = "mkdocs.yml"


@dataclass(frozen=True)
class Language:
    """A language of the site: its code and its name in its own script."""

    code: str
    name: str

    @property
    def prefix(self) -> str:
        """Folder of its pages in the site: '' for Dutch, 'en/' for English."""
        return "" if self.code == SOURCE_LANGUAGE else f"{self.code}/"


def load_languages(root: Path) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """Return the languages of mkdocs.yml (plugin i18n) in their order, and problems."""
    tree, problems = read_yaml(root / CONFIG_NAME, CONFIG_NAME)
    found = tuple(_languages(tree)) if tree is not None else ()
    if tree is not None and SOURCE_LANGUAGE not in {each.code for each in found}:
        remedy = "List the languages under plugins, i18n, languages; nl is the source."
        message = "No language list was found."
        problems += (Problem(CONFIG_NAME, 1, "plugins.i18n.languages", "", message, remedy),)
    return found, problems


def _languages(tree: Node) -> list[Language]:
    for plugin in _items(_child(tree, "plugins")):
        listed = _items(_child(_child(plugin, "i18n"), "languages"))
        if listed:
            return [Language(text_of(each, "locale"), text_of(each, "name")) for each in listed]
    return []


def _child(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()
