"""What does a folder with all our files hold, as far as it can be read?

Loading is all or nothing, so that no faulty value reaches a page. A review also has to say
something about a folder that does not load: here each part is taken that is right by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitebuild.content import cited_sources, load_content
from sitebuild.coverage import load_coverage
from sitebuild.documents import Documents, load_documents
from sitebuild.facts import Facts, load_facts
from sitebuild.languages import Language, load_languages
from sitebuild.model import Directory
from sitebuild.notices import Notice, load_notices
from sitebuild.problems import Problem
from sitebuild.prose_checks import prose_problems
from sitebuild.regions import load_directory
from sitebuild.words import Words, load_words


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The content of a folder on one day; `directory` is None when regions.yml is not right."""

    root: Path
    today: date
    languages: tuple[Language, ...]
    directory: Directory | None
    documents: Documents
    facts: Facts
    notices: tuple[Notice, ...]
    words: Mapping[str, Words]
    problems: tuple[Problem, ...]


def take_snapshot(root: Path, today: date, *, read_closely: bool) -> Snapshot:
    """Return what the files under `root` hold, with every problem `make check` would tell.

    `read_closely` looks at spelling and wording too; that takes long, and only makes sense for
    content that is being changed.
    """
    content, problems = load_content(root, today)
    if content and read_closely:
        problems = tuple(prose_problems(content))
    if content:
        return Snapshot(
            root,
            today,
            content.languages,
            content.directory,
            content.documents,
            content.facts,
            content.notices,
            content.words,
            tuple(sorted(set(problems))),
        )
    return _parts(root, today, problems)


def _parts(root: Path, today: date, problems: tuple[Problem, ...]) -> Snapshot:
    languages, _ = load_languages(root)
    codes = tuple(each.code for each in languages)
    documents, _ = load_documents(root, languages)
    facts, _ = load_facts(root, today)
    notices, _ = load_notices(root, codes, [page_id for _, page_id in documents])
    words, _ = load_words(root, languages)
    coverage, _ = load_coverage(root, today)
    cited = set(cited_sources(documents, facts, notices, coverage))
    directory, _ = load_directory(root, today, codes, cited)
    found = tuple(sorted(set(problems)))
    return Snapshot(root, today, languages, directory, documents, facts, notices, words, found)
