"""What is the whole content of the site today? Loads every file and checks them together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from sitebuild import region_schema
from sitebuild.card import card_page
from sitebuild.coverage import CoverageFile, load_coverage
from sitebuild.coverage_cells import Coverage, coverage
from sitebuild.coverage_checks import wrong_coverage
from sitebuild.documents import Documents, load_documents
from sitebuild.facts import Facts, load_facts
from sitebuild.folders import wrong_files
from sitebuild.languages import SOURCE_LANGUAGE, Language, load_languages
from sitebuild.model import Directory, Region
from sitebuild.notices import Notice, load_notices
from sitebuild.outreach import Messages, load_messages
from sitebuild.page_checks import (
    broken_links,
    law_without_source,
    missing_parts,
    questions_of_no_page,
    unknown_sources,
    unused_facts,
    wrong_citations,
)
from sitebuild.pages import CARDS, FAMILIES, FOLDER, REFERRALS
from sitebuild.paper import Paper, load_paper
from sitebuild.parity import other_shapes
from sitebuild.places import Places, load_places
from sitebuild.plan import Plan, load_plan, unfit_plan
from sitebuild.practices import wrong_practices
from sitebuild.problems import Problem
from sitebuild.publishing import PublishedOrganisation, publish
from sitebuild.references import used_facts, wrong_references
from sitebuild.referral import referral_page
from sitebuild.regions import REGIONS_NAME, load_directory
from sitebuild.render import Renderer
from sitebuild.search_data import SearchWords, load_search_words
from sitebuild.terms import Terms, load_terms
from sitebuild.translations import Translation, all_translations
from sitebuild.wordlists import WordLists, load_word_lists
from sitebuild.words import Words, load_words

LABELS: Mapping[str, tuple[str, ...]] = {
    "kind": region_schema.KINDS,
    "desk": region_schema.DESKS,
    "price": region_schema.PRICES,
    "for_whom": region_schema.GROUPS_OF_PEOPLE,
    "life_domains": region_schema.LIFE_DOMAINS,
    "offers": region_schema.OFFERS,
    "before_you_call": region_schema.BEFORE_YOU_CALL,
}
# How each family of generated pages (pages.FAMILIES) is written for a region in a language.
PAGES: Mapping[str, Callable[[Renderer, Region, str], str]] = {
    FOLDER: Renderer.region,
    REFERRALS: referral_page,
    CARDS: card_page,
}


@dataclass(frozen=True, eq=False)
class Content:
    """Everything the site is made of, checked, as it may be shown on one day.

    Each load is one of its own (`eq=False`), so that what is made from it can be kept beside it.
    """

    root: Path
    today: date
    languages: tuple[Language, ...]
    words: Mapping[str, Words]
    directory: Directory
    published: Mapping[str, PublishedOrganisation]
    places: Places
    documents: Documents
    facts: Facts
    notices: tuple[Notice, ...]
    word_lists: WordLists
    terms: Terms
    search_words: Mapping[str, SearchWords]
    messages: Mapping[str, Messages]
    plan: Plan
    coverage_file: CoverageFile

    @cached_property
    def coverage(self) -> Coverage:
        """What is known per region and subject; the site's own languages always have a column."""
        codes = [each.code for each in self.languages]
        return coverage(self.directory, self.published, self.coverage_file, codes, self.today)

    paper: Paper

    def renderer(self) -> Renderer:
        """Return the renderer of generated text: always the same, as its templates are slow."""
        return self._renderer

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.root, self.directory, self.published, self.words, self.paper)

    @cached_property
    def translations(self) -> Mapping[tuple[str, str], Translation]:
        """The state of every Dutch page in every other language, by (language, page), in order."""
        states = all_translations(self.documents, self.languages)
        return {(each.lang, each.page_id): each for each in states}

    def generated_page(self, page_id: str, lang: str) -> str:
        """Return the Markdown of a generated page; KeyError when there is no such page."""
        family, _, region_id = page_id.rpartition("/")
        return PAGES[family](self.renderer(), self.directory.region(region_id), lang)

    @cached_property
    def generated_pages(self) -> Mapping[Path, str]:
        """Every generated page, by its path under docs/."""
        codes = (each.code for each in self.languages)
        return {
            path: text for lang in codes for path, text in self.generated_pages_in(lang).items()
        }

    def generated_pages_in(self, lang: str) -> Mapping[Path, str]:
        """Return every generated page of a language: path under docs/ -> Markdown."""
        page_ids = [f"{family}/{each.id}" for family in FAMILIES for each in self.directory.regions]
        return {Path(lang) / f"{each}.md": self.generated_page(each, lang) for each in page_ids}


def load_content(root: Path, today: date) -> tuple[Content | None, tuple[Problem, ...]]:
    """Read and check all files under `root`; return the content, or None with all problems."""
    languages, problems = load_languages(root)
    codes = tuple(each.code for each in languages)
    words, wrong_words = load_words(root, languages)
    documents, wrong_documents = load_documents(root, languages)
    facts, wrong_facts = load_facts(root, today)
    notices, wrong_notices = load_notices(root, codes, [page_id for _, page_id in documents])
    coverage_file, wrong_form = load_coverage(root, today)
    lists, wrong_lists = load_word_lists(root, languages)
    terms, wrong_terms = load_terms(root, languages)
    messages, wrong_messages = load_messages(root, languages, lists)
    plan, wrong_plan = load_plan(root)
    paper, wrong_address = load_paper(root, lists)
    cited = set(cited_sources(documents, facts, notices, coverage_file))
    directory, wrong_regions = load_directory(root, today, codes, cited)
    places, wrong_places = load_places(root)
    problems += (
        *wrong_files(root, languages),
        *wrong_words,
        *wrong_documents,
        *wrong_facts,
        *wrong_notices,
        *wrong_form,
    )
    problems += (*wrong_lists, *wrong_terms, *wrong_regions, *wrong_places)
    problems += (*wrong_messages, *wrong_plan)
    problems += wrong_address
    if directory is None or places is None or SOURCE_LANGUAGE not in words:
        return None, problems
    regions = [each.id for each in directory.regions]
    search_words, wrong_search = load_search_words(root, languages, documents, regions)
    problems += wrong_search
    published = publish(directory, today)
    content = Content(
        root,
        today,
        languages,
        words,
        directory,
        published,
        places,
        documents,
        facts,
        notices,
        lists,
        terms,
        search_words,
        messages,
        plan,
        coverage_file,
        paper,
    )
    problems += tuple(_misfits(content))
    return (None if problems else content), problems


def cited_sources(
    documents: Documents, facts: Facts, notices: Sequence[Notice], coverage: CoverageFile
) -> Iterator[str]:
    """Yield the keys of the sources that pages, facts, notices and the coverage name."""
    lists = [each.sources for each in documents.values()]
    lists += [each.sources for each in facts.by_key.values()]
    lists += [each.sources for each in notices]
    lists += [each.sources for each in coverage.statements]
    return (key for keys in lists for key in keys)


def _misfits(content: Content) -> Iterator[Problem]:
    """Yield where files that are right by themselves do not fit together."""
    documents, facts = content.documents, content.facts.by_key
    sources = tuple(content.directory.sources)
    callable_ids = [name for name, each in content.published.items() if each.of("phone")]
    yield from wrong_references(documents, callable_ids, tuple(facts))
    yield from unknown_sources(content.facts, content.notices, sources)
    yield from questions_of_no_page(content.facts, {page_id for _, page_id in documents})
    yield from unused_facts(content.facts, used_facts(documents))
    yield from wrong_citations(documents, sources)
    yield from law_without_source(documents)
    yield from missing_parts(documents)
    yield from broken_links(documents)
    yield from other_shapes(documents)
    region_ids = [each.id for each in content.directory.regions]
    yield from wrong_practices(documents, region_ids, content.today)
    yield from unfit_plan(content.plan, content.words[SOURCE_LANGUAGE], sources)
    yield from _missing_labels(content.words[SOURCE_LANGUAGE], content.directory)
    yield from _homeless_municipalities(content.directory, content.places)
    yield from wrong_coverage(
        content.coverage_file, content.directory, content.published, content.today
    )


def _missing_labels(dutch: Words, directory: Directory) -> Iterator[Problem]:
    paths = set(dutch.paths())
    wanted = [f"labels.{group}.{code}" for group, codes in LABELS.items() for code in codes]
    wanted += [f"lines.{line.organisation}" for line in directory.national_lines]
    for path in wanted:
        if not any(each == path or each.startswith(f"{path}.") for each in paths):
            message = f"The words for '{path}' are missing."
            yield Problem("strings/nl.yml", 1, path, "", message, "Add them in every language.")


def _homeless_municipalities(directory: Directory, places: Places) -> Iterator[Problem]:
    """A municipality with towns must belong to a region, or its people find nobody."""
    known = {each.code for region in directory.regions for each in region.municipalities}
    codes = {town.cbs_code: town.municipality for town in places.towns}
    for code, name in codes.items():
        if code not in known:
            remedy = "Add it to the municipalities of one region."
            message = "This municipality is in no region."
            yield Problem(
                REGIONS_NAME, 1, "regions.municipalities", f"{name} ({code})", message, remedy
            )
    for region in directory.regions:
        for each in region.municipalities:
            if each.code not in codes:
                field = f"regions[{region.id}].municipalities[{each.name}].code"
                message = "No town of data/towns.csv lies in this municipality."
                remedy = "Check the code with CBS."
                yield Problem(REGIONS_NAME, each.line, field, each.code, message, remedy)
