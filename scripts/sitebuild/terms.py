"""Does each language use its own fixed terms? Reads strings/terms.yml, compares pages with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitebuild.documents import Document, Documents
from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.problems import Problem
from sitebuild.prose import SHOWN, begins, sentences
from sitebuild.reading import records_of, scalars_of, texts_of
from sitebuild.schema import Field, ListOf, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml

TERMS_NAME = "strings/terms.yml"
WORD = Text(most=80)
NOTE = Text(most=400)


@dataclass(frozen=True)
class Term:
    """One fixed term: accepted beginnings of words by language, and words not to use for it."""

    accepted: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]
    line: int

    @property
    def dutch(self) -> str:
        """The Dutch word, as a person says it."""
        return self.accepted[SOURCE_LANGUAGE][0]


@dataclass(frozen=True)
class Terms:
    """The term file: the terms, and how each language speaks to its reader (for translators)."""

    terms: tuple[Term, ...]
    address: Mapping[str, str]


def load_terms(root: Path, languages: tuple[Language, ...]) -> tuple[Terms, tuple[Problem, ...]]:
    """Return the terms of all languages, and every problem of the file."""
    codes = tuple(each.code for each in languages)
    tree, problems = read_yaml(root / TERMS_NAME, TERMS_NAME)
    if not isinstance(tree, Tree):
        return Terms((), {}), problems
    problems += tuple(check_node(tree, _terms_file(codes), "terms", TERMS_NAME))
    terms = tuple(_term(node, codes) for node in records_of(tree, "terms"))
    address = {code: each.text for code, each in scalars_of(tree.get("address"))}
    return Terms(terms, address), problems


def _terms_file(codes: tuple[str, ...]) -> Record:
    words = tuple(Field(code, ListOf(WORD), f"forms in {code}", required=True) for code in codes)
    avoid = Record(tuple(Field(code, ListOf(WORD), f"words in {code}") for code in codes))
    address = Record(tuple(Field(code, NOTE, f"address in {code}", True) for code in codes))
    term = Record((*words, Field("note", NOTE, "for translators"), Field("avoid", avoid, "traps")))
    return Record(
        (
            Field("address", address, "form of address and gender by language", required=True),
            Field("terms", ListOf(term), "the terms", required=True),
        )
    )


def _term(node: Tree, codes: tuple[str, ...]) -> Term:
    return Term(
        accepted={code: texts_of(node, code) for code in codes},
        avoid={code: texts_of(node.get("avoid"), code) for code in codes},
        line=node.line,
    )


def wrong_terms(documents: Documents, terms: Terms) -> Iterator[Problem]:
    """Yield translations that lack a term of their Dutch page, or use a word not meant for it."""
    texts = {key: _text(each) for key, each in documents.items()}
    for (lang, page_id), document in documents.items():
        dutch = texts.get((SOURCE_LANGUAGE, page_id), "")
        for term in terms.terms if lang != SOURCE_LANGUAGE else ():
            if _has(dutch, term.accepted[SOURCE_LANGUAGE], SOURCE_LANGUAGE):
                yield from _wrong_term(term, document, texts[lang, page_id])


def _wrong_term(term: Term, document: Document, text: str) -> Iterator[Problem]:
    accepted = term.accepted[document.lang]
    if accepted and not _has(text, accepted, document.lang):
        message = f"The Dutch has '{term.dutch}' on this page."
        remedy = f"Use the term of {TERMS_NAME}:{term.line}: {' or '.join(accepted)}."
        yield Problem(document.path, 1, "", "", message, remedy)
    for word in term.avoid[document.lang]:
        for each in sentences(document):
            if _has(each.text.casefold(), (word,), document.lang):
                message = f"This word is not the one for '{term.dutch}'."
                remedy = f"Write: {accepted[0]} (see {TERMS_NAME}:{term.line})."
                yield Problem(document.path, each.line, "", word, message, remedy)


def _text(document: Document) -> str:
    shown = (each.text for each in sentences(document, SHOWN))
    return " ".join((document.meta.get("door", ""), *shown)).casefold()


def _has(text: str, words: tuple[str, ...], lang: str) -> bool:
    return any(begins(word.casefold(), lang).search(text) for word in words)
