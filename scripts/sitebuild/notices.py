"""Which dated notices stand on top of pages today? Reads notices.yml; they go by themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitebuild.documents import AUDIENCES
from sitebuild.problems import Problem, did_you_mean
from sitebuild.reading import records_of, scalars_of, text_of, texts_of
from sitebuild.schema import DAY, SLUG, Code, Field, ListOf, Record, Text, check_node
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml

NOTICES_NAME = "notices.yml"
EVERYONE = "everyone"
HOME = "index"


@dataclass(frozen=True)
class Notice:
    """One notice: texts by language, shown from `start` to `end`, both included (YYYY-MM-DD)."""

    id: str
    audience: str
    pages: tuple[str, ...]
    start: str
    end: str
    sources: tuple[str, ...]
    text: Mapping[str, str]
    line: int

    def shows(self, page_id: str, today: date) -> bool:
        """Say whether it stands on this page today; home has it unless it is for professionals."""
        on_home = page_id == HOME and self.audience != "professionals"
        return (on_home or page_id in self.pages) and self.start <= today.isoformat() <= self.end


def notice_record(languages: Sequence[str]) -> Record:
    """Return the record of a notice: it speaks all these languages."""
    text = Record(
        tuple(Field(code, Text(most=300), f"text in {code}", required=True) for code in languages)
    )
    return Record(
        (
            Field("id", SLUG, "short name", required=True),
            Field("audience", Code((*AUDIENCES, EVERYONE)), "for whom", required=True),
            Field("pages", ListOf(Text(most=60)), "on which pages it stands", required=True),
            Field("from", DAY, "first day", required=True),
            Field("until", DAY, "last day", required=True),
            Field("sources", ListOf(SLUG), "keys of sources.yml", required=True),
            Field("text", text, "one or two sentences, in every language", required=True),
        )
    )


def notices_file(languages: Sequence[str]) -> Record:
    """Return the record of notices.yml for a site in these languages."""
    return Record((Field("notices", ListOf(notice_record(languages)), "the notices"),))


def load_notices(
    root: Path, languages: Sequence[str], pages: Sequence[str]
) -> tuple[tuple[Notice, ...], tuple[Problem, ...]]:
    """Return all notices, past ones too, and every problem; `pages` are the known page ids."""
    tree, problems = read_yaml(root / NOTICES_NAME, NOTICES_NAME)
    if not isinstance(tree, Tree):
        return (), problems
    problems += tuple(check_node(tree, notices_file(languages), "notices.yml", NOTICES_NAME))
    notices = tuple(_notices(tree))
    for notice in notices:
        problems += tuple(_wrong_notice(notice, pages))
    return notices, problems


def _notices(tree: Tree) -> Iterator[Notice]:
    for node in records_of(tree, "notices"):
        yield Notice(
            id=text_of(node, "id"),
            audience=text_of(node, "audience"),
            pages=texts_of(node, "pages"),
            start=text_of(node, "from"),
            end=text_of(node, "until"),
            sources=texts_of(node, "sources"),
            text={code: each.text for code, each in scalars_of(node.get("text"))},
            line=node.line,
        )


def _wrong_notice(notice: Notice, pages: Sequence[str]) -> Iterator[Problem]:
    where = f"notices[{notice.id}]"
    for page_id in notice.pages:
        if page_id not in pages:
            remedy = f"Use the path of a page without '.md'.{did_you_mean(page_id, pages)}"
            message = "There is no such page."
            field = f"{where}.pages"
            yield Problem(NOTICES_NAME, notice.line, field, page_id, message, remedy)
    if notice.end < notice.start:
        message = "The last day comes before the first."
        field = f"{where}.until"
        yield Problem(NOTICES_NAME, notice.line, field, notice.end, message, "Mend one of the two.")
