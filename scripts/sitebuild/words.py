"""Which fixed words does a language have? Reads strings/<lang>.yml and compares with Dutch."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.problems import Problem, did_you_mean
from sitebuild.strict_yaml import Mapping, Node, Scalar, read_yaml
from sitebuild.values import check_text, is_converted_by_yaml

LONGEST_TEXT = 600
PLACEHOLDER = re.compile(r"\{(\w*)\}")


class UnknownWord(Exception):
    """A template asks for a word that strings/ does not have."""


class Words:
    """Nested words of one language: `words.contact.call` or `words.labels["life-domains"]`."""

    def __init__(self, tree: dict[str, "str | Words"], path: str) -> None:
        """Wrap a tree of texts; `path` names it in errors, like 'nl.contact'."""
        self._tree = tree
        self._path = path

    def __getitem__(self, key: str) -> "str | Words":
        """Return a text or a group of words; UnknownWord when there is none."""
        try:
            return self._tree[key]
        except KeyError:
            message = f"strings/{self._path.replace('.', '.yml: ', 1)}.{key} does not exist"
            raise UnknownWord(message) from None

    def __getattr__(self, key: str) -> "str | Words":
        """Return a text or a group of words; UnknownWord when there is none."""
        if key.startswith("_"):
            raise AttributeError(key)
        return self[key]

    def __contains__(self, key: str) -> bool:
        """Say whether a word or a group exists here."""
        return key in self._tree

    def say(self, path: str, **values: object) -> str:
        """Return the text at a dotted path with its {placeholders} filled in."""
        node: str | Words = self
        for key in path.split("."):
            if not isinstance(node, Words):
                raise UnknownWord(f"strings/{self._path}.yml: {path} goes through a text")
            node = node[key]
        if isinstance(node, Words):
            raise UnknownWord(f"strings/{self._path}.yml: {path} is a group, not a text")
        return PLACEHOLDER.sub(lambda match: str(values[match[1]]), node) if values else node

    def paths(self) -> Iterator[str]:
        """Yield the dotted path of every text."""
        for key, node in self._tree.items():
            if isinstance(node, Words):
                yield from (f"{key}.{path}" for path in node.paths())
            else:
                yield key


def load_words(
    root: Path, languages: Sequence[Language]
) -> tuple[dict[str, Words], tuple[Problem, ...]]:
    """Return the words of every language by code, and every problem found.

    A language without problems has exactly the texts and placeholders of the Dutch.
    """
    words: dict[str, Words] = {}
    problems: list[Problem] = []
    flat: dict[str, dict[str, Scalar]] = {}
    for language in languages:
        name = f"strings/{language.code}.yml"
        tree, found = read_yaml(root / name, name)
        problems += found
        if tree is not None:
            problems += _wrong_words(tree, "", name)
            flat[language.code] = dict(_flatten(tree))
            words[language.code] = _wrap(tree, language.code)
    if dutch := flat.get(SOURCE_LANGUAGE):
        for code, texts in flat.items():
            problems += _differences(dutch, texts, f"strings/{code}.yml")
    return words, tuple(problems)


def _wrap(node: Node, path: str) -> Words:
    tree: dict[str, str | Words] = {}
    for key, child in node.items if isinstance(node, Mapping) else ():
        inner = f"{path}.{key.text}"
        tree[key.text] = child.text if isinstance(child, Scalar) else _wrap(child, inner)
    return Words(tree, path)


def _flatten(node: Node, prefix: str = "") -> Iterator[tuple[str, Scalar]]:
    for key, child in node.items if isinstance(node, Mapping) else ():
        if isinstance(child, Scalar):
            yield prefix + key.text, child
        else:
            yield from _flatten(child, f"{prefix}{key.text}.")


def _wrong_words(node: Node, path: str, name: str) -> Iterator[Problem]:
    if isinstance(node, Mapping):
        for key, child in node.items:
            yield from _wrong_words(child, f"{path}.{key.text}".lstrip("."), name)
    elif not isinstance(node, Scalar):
        remedy = "Write one text in quotes."
        yield Problem(name, node.line, path, "", "A list cannot stand here.", remedy)
    elif not node.quoted and is_converted_by_yaml(node.text):
        remedy = f'Put quotes around it: "{node.text}".'
        message = "Without quotes this is read as a number, a date or yes/no."
        yield Problem(name, node.line, path, node.text, message, remedy)
    elif len(node.text) > LONGEST_TEXT:
        remedy = f"Keep it under {LONGEST_TEXT} characters; is a quote missing?"
        yield Problem(name, node.line, path, node.text, "This is too long.", remedy)
    elif complaint := check_text(node.text):
        message = complaint.message
        yield Problem(name, node.line, path, node.text, message, complaint.remedy)


def _differences(
    dutch: dict[str, Scalar], texts: dict[str, Scalar], name: str
) -> Iterator[Problem]:
    for path in dutch.keys() - texts.keys():
        message = "This text is missing; the Dutch has it."
        remedy = "Translate it from strings/nl.yml."
        yield Problem(name, 1, path, dutch[path].text, message, remedy)
    for path in texts.keys() - dutch.keys():
        remedy = f"Remove it, or add it to strings/nl.yml.{did_you_mean(path, dutch)}"
        message = "The Dutch does not have this text."
        yield Problem(name, texts[path].line, path, texts[path].text, message, remedy)
    for path in dutch.keys() & texts.keys():
        wanted = sorted(PLACEHOLDER.findall(dutch[path].text))
        if sorted(PLACEHOLDER.findall(texts[path].text)) != wanted:
            message = "The words between { } differ from the Dutch."
            remedy = f"Keep exactly: {', '.join(wanted) or 'none'}."
            yield Problem(name, texts[path].line, path, texts[path].text, message, remedy)
