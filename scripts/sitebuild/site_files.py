"""What do pages load? Where each file of assets/ comes from, and under which name it leaves."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path

from mkdocs.contrib import search as search_plugin

from sitebuild.assets import ASSETS, Asset, public_assets
from sitebuild.content import Content
from sitebuild.finder import finder_data
from sitebuild.finder_contacts import region_contacts
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.referral import uncertain_places
from sitebuild.search_index import Passage, build_index
from sitebuild.search_passages import passages
from sitebuild.status_data import status_json

Source = Callable[[], str]  # gives the text of a file
# lunr.js hands itself to whoever offers `exports`.
AS_MODULE = "const exports={{}},module={{}};{code};export default module.exports;\n"


def assets_of(content: Content, custom_dir: str, lang: str) -> Mapping[str, Asset]:
    """Return what pages in a language load: made before the first page that names it."""
    return {**shared_assets(content, custom_dir), **language_assets(content, lang)}


@lru_cache(maxsize=16)
def language_assets(content: Content, lang: str) -> Mapping[str, Asset]:
    """Return what only pages in one language load; made once."""
    return public_assets({f"search/{lang}.json": _search_index_of(content, lang)})


@lru_cache(maxsize=2)
def shared_assets(content: Content, custom_dir: str) -> Mapping[str, Asset]:
    """Return what all languages share; made once."""
    sources = shared_sources(content, custom_dir)
    return public_assets({name: source() for name, source in sources.items()})


def shared_sources(content: Content, custom_dir: str) -> dict[str, Source]:
    """Return where the text of each file comes from that all languages share."""
    written = sorted((Path(custom_dir) / ASSETS).iterdir())
    return {
        **{each.name: partial(each.read_text, "utf-8") for each in written},
        "finder.json": partial(_finder, content),
        "translations.json": partial(_translation_states, content),
        "status.json": partial(status_json, content),
        "lunr.js": _search_engine,
    }


def index_sources(content: Content) -> dict[str, Source]:
    """Return where the text of each language's search index comes from."""
    return {
        f"search/{lang}.json": partial(_search_index_of, content, lang)
        for lang in content.search_words
    }


def _search_index_of(content: Content, lang: str) -> str:
    stop = content.search_words[lang].stop
    return _search_index(tuple(passages(content, lang)), lang, stop)


@lru_cache(maxsize=16)
def _search_index(found: tuple[Passage, ...], lang: str, stop: tuple[str, ...]) -> str:
    """Return an index as JSON; under `serve` only a language whose words changed is made anew."""
    return _as_json(build_index(found, lang, stop))


def _search_engine() -> str:
    """Return lunr.js as the installed MkDocs ships it, as a module."""
    source = Path(search_plugin.__file__).parent / "templates/search/lunr.js"
    return AS_MODULE.format(code=source.read_text(encoding="utf-8"))


def _translation_states(content: Content) -> str:
    """Return the state of every translation as JSON: page -> language -> state."""
    states: dict[str, dict[str, object]] = {}
    for each in content.translations.values():
        states.setdefault(each.page_id, {})[each.lang] = {
            "state": each.state,
            "changed": each.changed,
            "reviewed_on": each.reviewed_on or None,
        }
    return _as_json({"source": SOURCE_LANGUAGE, "pages": states})


def _finder(content: Content) -> str:
    """Return the finder's towns, postcodes and contacts as JSON for all languages."""
    data = finder_data(
        content.places,
        {
            each.code: (each.name, region.id)
            for region in content.directory.regions
            for each in region.municipalities
        },
        [(region.id, region.name) for region in content.directory.regions],
        {
            region.id: region_contacts(region, content.published)
            for region in content.directory.regions
        },
        uncertain_places(content.directory.regions),
    )
    return _as_json(data)


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
