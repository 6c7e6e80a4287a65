"""Whatever is typed: is every fault told in words, and does every text stay text?

Derandomised, so that each run tries the same thousand texts and none fails by chance.
"""

from collections import Counter
from pathlib import Path

from conftest import CASE_DAY, CASES, ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sitebuild.documents import read_document
from sitebuild.languages import Language
from sitebuild.model import Directory
from sitebuild.outline import outline
from sitebuild.problems import Problem, describe
from sitebuild.publishing import publish
from sitebuild.regions import load_directory
from sitebuild.render import Renderer
from sitebuild.words import Words, load_words
from test_render import html_of, named

LANGUAGES = ("nl", "en")
REGIONS = (CASES / "regions.yml").read_text(encoding="utf-8")
SOURCES = (CASES / "sources.yml").read_text(encoding="utf-8")
PAGE = (ROOT / "docs/nl/rights/taxes.md").read_text(encoding="utf-8")
# Letters of all kinds, and often what means something in YAML, Markdown, HTML or a template.
MARKS = st.sampled_from([*"<>&\"'`[](){}#*_|:-!?%@,\\\n\t ", "---", "{{", "]]", "<b", "&#"])
TYPED = st.lists(st.one_of(MARKS, st.characters(codec="utf-8")), max_size=12).map("".join)
# A name can hold no control character: the loader refuses those, cases/regions/ says which.
NAMES = st.text(
    st.one_of(
        st.sampled_from("<>&\"'`[](){}#*_|:-!?%@,\\ ~^=+$/"),
        st.characters(codec="utf-8", exclude_categories=("C", "Z")),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text)
often = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # making a failing text shorter takes minutes here
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """Return the text with one piece of it replaced by something typed."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 40)))
    return text[:start] + draw(TYPED) + text[end:]


def assert_told(problems: tuple[Problem, ...]) -> None:
    for each in problems:
        assert each.path, each
        assert each.line >= 1, each
        assert each.message, each
        assert each.remedy, each
        assert "\n" not in describe(each), each


@often
@given(regions=damaged(REGIONS))
def test_damaged_regions_are_read_or_refused_in_words(regions: str, tmp_path: Path) -> None:
    (tmp_path / "regions.yml").write_bytes(regions.encode("utf-8"))
    (tmp_path / "sources.yml").write_bytes(SOURCES.encode("utf-8"))
    directory, problems = load_directory(tmp_path, CASE_DAY, LANGUAGES)
    assert_told(problems)
    assert directory or problems


@often
@given(page=damaged(PAGE))
def test_damaged_page_is_read_or_refused_in_words(page: str, tmp_path: Path) -> None:
    path = tmp_path / "docs/nl/taxes.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.encode("utf-8"))
    document, problems = read_document(path, tmp_path, "nl", "taxes")
    assert_told(problems)
    assert document or problems


@often
@given(lines=st.lists(TYPED.map(lambda text: text.replace("\n", " ")), max_size=8))
def test_any_lines_have_an_outline(lines: list[str]) -> None:
    assert_told(outline(tuple(enumerate(lines, 1)), "page.md").problems)


def _words() -> dict[str, Words]:
    loaded, _ = load_words(ROOT, (Language("nl", "Nederlands"),))
    return loaded


def _directory() -> Directory:
    loaded, problems = load_directory(CASES, CASE_DAY, LANGUAGES)
    assert loaded is not None, problems
    return loaded


DIRECTORY, WORDS = _directory(), _words()


def elements(name: str) -> Counter[str]:
    """Return how many elements of each kind a region's page has when everything is called so."""
    directory = named(DIRECTORY, name)
    renderer = Renderer(ROOT, directory, publish(directory, CASE_DAY), WORDS)
    body = html_of(renderer.region(directory.regions[0], "nl"))
    return Counter(each.name for each in body.find_all(True))


@settings(often, max_examples=60)
@given(name=NAMES)
def test_no_name_changes_the_elements_of_a_page(name: str) -> None:
    assert elements(name) == elements("Noord")
