"""Which words are watched in texts? Reads strings/prose/: to avoid, telling, names, spelling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitebuild.documents import AUDIENCES
from sitebuild.languages import Language
from sitebuild.problems import Problem
from sitebuild.reading import records_of, scalars_of, text_of, texts_of
from sitebuild.schema import Code, Field, ListOf, PerKey, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml
from sitebuild.values import check_text

FOLDER = "strings/prose"
WORD = Text(most=60)
NAMES_FILE = Record((Field("names", ListOf(Text(most=120)), "names", required=True),))
TELLING_FILE = Record((Field("words", ListOf(WORD), "parts of names", required=True),))
LANGUAGES_OF_NAMES = ("nl", "en")  # organisations have Dutch or English names
NOTE = Text(most=300)
EVERYWHERE = "all"  # spellings that are right in every language: names and abbreviations
AVOIDED = Record(
    (
        Field("word", WORD, "beginning of a word, lower case", required=True),
        Field("why", NOTE, "what it does to a reader", required=True),
        Field("instead", NOTE, "the better word", required=True),
        Field("audience", Code(AUDIENCES), "only on pages for these; everywhere when left out"),
        Field("allowed_on", PerKey(check_text, NOTE), "page: why the word may stand there"),
    )
)


@dataclass(frozen=True)
class Avoided:
    """A word not to use; `audience` is empty when it holds on all pages but `allowed_on`."""

    word: str
    why: str
    instead: str
    audience: str
    allowed_on: frozenset[str]


@dataclass(frozen=True)
class WordLists:
    """The lists, by language code; names hold for all languages.

    `telling_names` are the parts of names of organisations of telling-names.yml.
    """

    avoid: Mapping[str, tuple[Avoided, ...]]
    revealing: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    spelling: Mapping[str, frozenset[str]]
    telling_names: tuple[str, ...] = ()

    @property
    def telling(self) -> tuple[str, ...]:
        """All words that make a name tell too much where others see it: on paper, in a list."""
        words = (word for lang in LANGUAGES_OF_NAMES for word in self.revealing.get(lang, ()))
        return tuple(dict.fromkeys(word.casefold() for word in (*words, *self.telling_names)))

    def without_names(self, text: str) -> str:
        """Return a text without the names of laws and organisations in it."""
        for name in self.names:
            text = text.replace(name, " ")
        return text


def load_word_lists(
    root: Path, languages: tuple[Language, ...]
) -> tuple[WordLists, tuple[Problem, ...]]:
    """Return the lists of all languages, and every problem of their files."""
    codes = tuple(each.code for each in languages)
    avoid, problems = _read(root, "avoid", _per_language(codes, ListOf(AVOIDED)))
    revealing, more = _read(root, "revealing", _per_language(codes, ListOf(WORD)))
    names, wrong_names = _read(root, "names", NAMES_FILE)
    telling, wrong_telling = _read(root, "telling-names", TELLING_FILE)
    lists_of_words = (EVERYWHERE, *codes)
    optional = tuple(Field(name, ListOf(WORD), f"words of {name}") for name in lists_of_words)
    spelling, wrong_spelling = _read(root, "spelling", Record(optional))
    lists = WordLists(
        avoid={code: tuple(_avoided(avoid, code)) for code in codes},
        revealing={code: texts_of(revealing, code) for code in codes},
        names=texts_of(names, "names"),
        spelling={name: frozenset(texts_of(spelling, name)) for name in lists_of_words},
        telling_names=texts_of(telling, "words"),
    )
    return lists, (*problems, *more, *wrong_names, *wrong_telling, *wrong_spelling)


def tells(name: str, telling: Iterable[str]) -> bool:
    """Say whether a name holds one of the words that tell too much (`WordLists.telling`)."""
    return any(word in name.casefold() for word in telling)


def _per_language(codes: tuple[str, ...], kind: ListOf) -> Record:
    return Record(tuple(Field(code, kind, f"words of {code}", required=True) for code in codes))


def _read(root: Path, name: str, kind: Record) -> tuple[Tree | None, tuple[Problem, ...]]:
    path = f"{FOLDER}/{name}.yml"
    tree, problems = read_yaml(root / path, path)
    if tree is not None:
        problems += tuple(check_node(tree, kind, name, path))
    return (tree if isinstance(tree, Tree) else None), problems


def _avoided(tree: Tree | None, code: str) -> Iterator[Avoided]:
    for node in records_of(tree, code):
        yield Avoided(
            text_of(node, "word"),
            text_of(node, "why"),
            text_of(node, "instead"),
            text_of(node, "audience"),
            frozenset(page_id for page_id, _ in scalars_of(node.get("allowed_on"))),
        )
