"""What does the search of one language know? Builds a lunr index and packs it small."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lunr.builder import Builder

from sitebuild.search_words import group, words

FIELDS = {"title": 12, "heading": 5, "words": 9, "text": 1}
SHORTEST_PART = 4  # of a compound
LINKS = ("", "s", "e", "en")
COMPOUNDING = ("nl", "hu")
ROUNDED = 2  # scores are shipped as whole halves


@dataclass(frozen=True)
class Passage:
    """One section of a page: where it leads, and its words by field."""

    page_id: str
    anchor: str
    title: str
    heading: str
    text: str
    words: str = ""
    leads: bool = True  # the first of its page: only there do the title's words count


def build_index(passages: Sequence[Passage], lang: str, stop: Iterable[str]) -> dict[str, Any]:
    """Return the packed index of one language, ready to be written as JSON.

    `pages` are [page id, title]; `passages` are [place in pages, anchor, heading];
    `terms` the groups with the forms that lead to them; `vectors` per field, per passage,
    the lunr scores as [term, score, ...].
    """
    vocabulary = _Vocabulary(lang, stop)
    builder = _Builder()
    builder.metadata_whitelist = []
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.ref("id")
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    texts = [
        {field: vocabulary.terms(_field(passage, field)) for field in FIELDS}
        for passage in passages
    ]
    if lang in COMPOUNDING:
        for each in texts:
            each["text"] += [part for term in each["text"] for part in vocabulary.parts(term)]
    for number, each in enumerate(texts):
        builder.add({"id": str(number), **each})
    return _packed(builder.build().serialize(), passages, vocabulary)


class _Builder(Builder):  # type: ignore[misc]  # lunr has no types
    def _create_token_set(self) -> None:
        """Leave out lunr's own way to find words: ours is query.js, and its own takes long."""
        self.token_set = None


def _field(passage: Passage, field: str) -> str:
    return str(getattr(passage, field)) if field != "title" or passage.leads else ""


class _Vocabulary:
    """All words of a language's pages: form -> group, without the stop words."""

    def __init__(self, lang: str, stop: Iterable[str]) -> None:
        self.lang = lang
        self.stop = frozenset(word for text in stop for word in words(text))
        self.forms: dict[str, set[str]] = defaultdict(set)

    def terms(self, text: str) -> list[str]:
        """Return the groups of a text's words, in order."""
        found = []
        for word in words(text):
            if word in self.stop:
                continue
            term = group(word, self.lang)
            self.forms[term].add(word)
            found.append(term)
        return found

    def parts(self, term: str) -> Iterator[str]:
        """Yield the groups that a compound is made of, when both are words by themselves."""
        for cut in range(SHORTEST_PART, len(term) - SHORTEST_PART + 1):
            first, last = term[:cut], term[cut:]
            stems = (first.removesuffix(link) for link in LINKS if first.endswith(link))
            stem = next((each for each in stems if each in self.forms), None)
            if stem is not None and last in self.forms:
                yield last
                yield stem


def _packed(
    index: Mapping[str, Any], passages: Sequence[Passage], vocabulary: _Vocabulary
) -> dict[str, Any]:
    terms = [term for term, _ in sorted(index["invertedIndex"], key=lambda each: each[1]["_index"])]
    vectors: dict[str, list[list[int]]] = {field: [[] for _ in passages] for field in FIELDS}
    for name, elements in index["fieldVectors"]:
        field, _, number = name.partition("/")
        vectors[field][int(number)] = _small(elements)
    pages = list(dict.fromkeys((each.page_id, each.title) for each in passages))
    return {
        "lang": vocabulary.lang,
        "pages": pages,
        "passages": [
            [pages.index((each.page_id, each.title)), each.anchor, each.heading]
            for each in passages
        ],
        "terms": [[term, *sorted(vocabulary.forms.get(term, set()) - {term})] for term in terms],
        "vectors": list(vectors.values()),
        "fields": list(FIELDS),
        "stop": sorted(vocabulary.stop),
    }


def _small(elements: Sequence[float]) -> list[int]:
    """Return [term, score, ...] with each term as the step from the one before."""
    pairs = sorted(zip(map(int, elements[::2]), elements[1::2], strict=True))
    packed, before = [], 0
    for term, score in pairs:
        packed += [term - before, max(1, round(score * ROUNDED))]
        before = term
    return packed
