"""What do people type that stands on no page? Reads strings/search/<lang>.yml."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.documents import Documents
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.pages import FOLDER
from sitebuild.problems import Problem, did_you_mean
from sitebuild.reading import records_of, text_of, texts_of
from sitebuild.schema import Field, ListOf, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml

FILES = "strings/search"
WORD = Text(most=60)
SYNONYM = Record(
    (
        Field("to", Text(most=80), "page, or page#heading, that answers", required=True),
        Field("words", ListOf(WORD), "what people type", required=True),
    )
)
SEARCH_FILE = Record(
    (
        Field("synonyms", ListOf(SYNONYM), "words that lead to a page", required=True),
        Field("stop", ListOf(WORD), "words that carry no subject", required=True),
    )
)


@dataclass(frozen=True)
class SearchWords:
    """Of one language: (page id, heading id or '') -> words; and the words without a subject."""

    synonyms: Mapping[tuple[str, str], tuple[str, ...]]
    stop: tuple[str, ...]


def load_search_words(
    root: Path, languages: Sequence[Language], documents: Documents, regions: Sequence[str]
) -> tuple[dict[str, SearchWords], tuple[Problem, ...]]:
    """Return the search words of every language by code, and every problem found.

    `regions` are the ids of the regions, whose pages are generated.
    """
    found: dict[str, SearchWords] = {}
    problems: list[Problem] = []
    anchors = {
        page_id: {mark.anchor for mark in document.outline.headings}
        for (lang, page_id), document in documents.items()
        if lang == SOURCE_LANGUAGE
    }
    anchors.update({f"{FOLDER}/{region}": set() for region in regions})
    for language in languages:
        name = f"{FILES}/{language.code}.yml"
        tree, more = read_yaml(root / name, name)
        problems += more
        if isinstance(tree, Tree):
            problems += check_node(tree, SEARCH_FILE, "search", name)
            problems += _wrong_targets(tree, anchors, name)
            found[language.code] = _search_words(tree)
    return found, tuple(problems)


def _search_words(tree: Tree) -> SearchWords:
    synonyms: dict[tuple[str, str], tuple[str, ...]] = {}
    for node in records_of(tree, "synonyms"):
        page_id, _, anchor = text_of(node, "to").partition("#")
        key = (page_id, anchor)
        synonyms[key] = (*synonyms.get(key, ()), *texts_of(node, "words"))
    return SearchWords(synonyms, texts_of(tree, "stop"))


def _wrong_targets(tree: Tree, anchors: Mapping[str, set[str]], name: str) -> Iterator[Problem]:
    for node in records_of(tree, "synonyms"):
        target = text_of(node, "to")
        page_id, _, anchor = target.partition("#")
        if page_id not in anchors:
            remedy = f"Use the path of a page without '.md'.{did_you_mean(page_id, anchors)}"
            yield Problem(name, node.line, "synonyms.to", target, "There is no such page.", remedy)
        elif anchor and anchor not in anchors.get(page_id, set()):
            remedy = f"Use one of its ids.{did_you_mean(anchor, anchors.get(page_id, ()))}"
            message = "That page has no such heading."
            yield Problem(name, node.line, "synonyms.to", target, message, remedy)
