"""Which hand-written pages are there? Reads docs/<lang>/, checks form, compares languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from sitebuild.languages import SOURCE_LANGUAGE, Language
from sitebuild.outline import HEADING, Outline, differences, outline
from sitebuild.pages import is_generated
from sitebuild.practice_form import ENTRY_FIELDS, is_entry
from sitebuild.problems import Problem
from sitebuild.reading import scalars_of, texts_of
from sitebuild.schema import Code, Field, ListOf, PerKey, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import parse_yaml, read_text
from sitebuild.values import Complaint, check_date, check_slug

FENCE = "---"
# Without these a visitor in danger is lost: a language without one cannot be published.
CORE_PAGES = ("index", "help-now", "safe-visit", "near-you/index")
TEMPLATES = ("home.html",)
VERSION = re.compile(r"[0-9a-f]{8}")
AUDIENCES = ("visitors", "professionals")
NOT_READ = "no"
FRONT = "front"
SHARED_FIELDS = ("audience", "template", "lawyer_read")


def check_lawyer(text: str) -> Complaint | None:
    """Accept 'no', or the day on which a lawyer read the page."""
    if text == NOT_READ or check_date(text) is None:
        return None
    return Complaint("This is neither 'no' nor a date.", 'Write "no" or "2026-11-20".')


def check_version(text: str) -> Complaint | None:
    """Accept the short hash of a section's text."""
    if VERSION.fullmatch(text):
        return None
    return Complaint("This is no version.", "Let scripts/mark_translation.py write it.")


FRONT_MATTER = Record(
    (
        Field("title", Text(most=60), "neutral title: it stands in the history", required=True),
        Field("description", Text(most=160), "neutral description", required=True),
        Field("checked", Text(check_date, 10, True), "day the text was checked", required=True),
        Field("audience", Code(AUDIENCES), "for whom the page is", required=True),
        Field("sources", ListOf(Text(check_slug, 60)), "keys of sources.yml, in order of use"),
        Field("lawyer_read", Text(check_lawyer, 10), "on pages on law: 'no', or the day"),
        Field("door", Text(most=80), "one line under the title on the home page"),
        Field("template", Code(TEMPLATES), "template, when it is not an ordinary page"),
        Field("lead", Text(most=120), "heading of the home page"),
        Field("intro", Text(most=200), "sentence under the heading of the home page"),
        Field(
            "follows",
            PerKey(check_slug, Text(check_version, 8)),
            "which version of each Dutch section this translation follows",
        ),
        Field("reviewed_by", Text(most=40), "initials of the native reader"),
        Field("reviewed_on", Text(check_date, 10, True), "day that person read it"),
    )
)
# What stands on home, and law, is no matter of an entry; some fields are stricter there.
NOT_OF_AN_ENTRY = ("door", "template", "lead", "intro", "lawyer_read", "audience", "sources")
ENTRY = Record(
    (*(each for each in FRONT_MATTER.fields if each.name not in NOT_OF_AN_ENTRY), *ENTRY_FIELDS)
)


@dataclass(frozen=True)
class Document:
    """One hand-written page in one language; `page_id` is the path without '.md'.

    `meta` holds the single values of the front matter; `body` the lines after it, with their
    numbers in the file; `follows` the versions of the Dutch sections that a translation follows;
    `lists` the other lists of the front matter; `lines` where each of its fields stands.
    """

    page_id: str
    lang: str
    path: str
    meta: Mapping[str, str]
    sources: tuple[str, ...]
    body: tuple[tuple[int, str], ...]
    outline: Outline
    follows: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def heading(self) -> str:
        """The page's first heading, or its title: what lists of pages on the site call it."""
        titles = (HEADING.fullmatch(line.rstrip()) for _, line in self.body)
        return next((match["title"] for match in titles if match), self.meta.get("title", ""))


Documents = Mapping[tuple[str, str], Document]


def load_documents(
    root: Path, languages: Sequence[Language]
) -> tuple[Documents, tuple[Problem, ...]]:
    """Return all documents by (language, page id), and every problem.

    The pages that the generator writes, or once wrote, are left alone.
    """
    found: dict[tuple[str, str], Document] = {}
    problems: list[Problem] = []
    for language in languages:
        folder = root / "docs" / language.code
        for path in sorted(folder.rglob("*.md")):
            page_id = path.relative_to(folder).with_suffix("").as_posix()
            if is_generated(page_id):
                continue
            document, more = read_document(path, root, language.code, page_id)
            problems += more
            if document:
                found[language.code, page_id] = document
    problems += _language_differences(found, languages)
    return found, tuple(problems)


def read_document(
    path: Path, root: Path, lang: str, page_id: str
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return one page's front matter and outline, or None with what makes it unreadable."""
    name = path.relative_to(root).as_posix()
    text, problems = read_text(path, name)
    return _document(text, name, lang, page_id) if text is not None else (None, problems)


@lru_cache(maxsize=2048)  # `serve` reads all files again after each edit
def _document(
    text: str, name: str, lang: str, page_id: str
) -> tuple[Document | None, tuple[Problem, ...]]:
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0] != FENCE or FENCE not in lines[1:]:
        message = "The page does not start with a block between two lines '---'."
        remedy = "Copy that block from another page and fill it in."
        return None, (Problem(name, 1, "", lines[0], message, remedy),)
    end = lines.index(FENCE, 1)
    tree, problems = parse_yaml("\n" + "\n".join(lines[1:end]), name)
    if tree is not None:
        form = ENTRY if is_entry(page_id) else FRONT_MATTER
        problems += tuple(check_node(tree, form, page_id, name))
    if not isinstance(tree, Tree):
        return None, problems
    meta = {key: node.text for key, node in scalars_of(tree)}
    body = tuple(enumerate(lines[end + 1 :], start=end + 2))
    bones = outline(body, name)
    follows = {key: node.text for key, node in scalars_of(tree.get("follows"))}
    lists = {key.text: texts for key, _ in tree.items if (texts := texts_of(tree, key.text))}
    lines_of = {key.text: key.line for key, _ in tree.items}
    sources = lists.get("sources", ())
    document = Document(page_id, lang, name, meta, sources, body, bones, follows, lists, lines_of)
    return document, (*problems, *bones.problems)


def _language_differences(documents: Documents, languages: Sequence[Language]) -> Iterator[Problem]:
    dutch = [each for (lang, _), each in documents.items() if lang == SOURCE_LANGUAGE]
    known = {each.page_id for each in dutch}
    for (lang, page_id), document in documents.items():
        if page_id not in known:
            message = "The Dutch does not have this page."
            remedy = f"Move it, or write docs/{SOURCE_LANGUAGE}/{page_id}.md first."
            yield Problem(document.path, 1, "", page_id, message, remedy)
        elif lang != SOURCE_LANGUAGE:
            source = documents[SOURCE_LANGUAGE, page_id]
            yield from differences(source.outline, document.outline, document.path)
            yield from _other_front_matter(source, document)
    for language in languages:
        for page_id in CORE_PAGES:
            if (language.code, page_id) not in documents:
                name = f"docs/{language.code}/{page_id}.md"
                message = "This page must exist in every language."
                remedy = f"Translate docs/{SOURCE_LANGUAGE}/{page_id}.md."
                yield Problem(name, 1, "", "", message, remedy)


def _other_front_matter(source: Document, document: Document) -> Iterator[Problem]:
    """Yield what is no matter of language and yet differs from the Dutch."""
    for name in SHARED_FIELDS:
        wanted, found = source.meta.get(name, ""), document.meta.get(name, "")
        if wanted != found:
            remedy = f'Make it as in the Dutch: "{wanted}".' if wanted else "Remove it."
            message = "The Dutch page says something else."
            yield Problem(document.path, 1, name, found, message, remedy)
    if source.sources != document.sources:
        remedy = f"Make it as in the Dutch: {', '.join(source.sources) or 'none'}."
        found = ", ".join(document.sources)
        message = "The Dutch page has other sources."
        yield Problem(document.path, 1, "sources", found, message, remedy)
