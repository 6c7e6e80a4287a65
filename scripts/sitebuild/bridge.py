"""How do MkDocs' pages and settings become our values? The only room that knows both."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from sitebuild import references
from sitebuild.assets import ASSETS, Asset
from sitebuild.compressing import write_compressed
from sitebuild.content import Content
from sitebuild.finished import Finished
from sitebuild.frame import Frame, Owner
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.menu import menu_entries
from sitebuild.not_found import NotFoundSite, not_found_texts
from sitebuild.open_data import write_all
from sitebuild.outdated import with_new_dutch
from sitebuild.pages import is_generated
from sitebuild.policy import headers_file
from sitebuild.problems import ContentError
from sitebuild.session import SESSION
from sitebuild.site_context import PageSite
from sitebuild.site_files import (
    Source,
    assets_of,
    index_sources,
    language_assets,
    shared_assets,
    shared_sources,
)

TODAY_VARIABLE = "WEGWIJS_TODAY"
HEADERS_FILE = "_headers"
_FINISHED: dict[str, Finished] = {}  # by the path of a page that is being made


def today(environ: Mapping[str, str]) -> date:
    """Return the day the build stands for: WEGWIJS_TODAY (YYYY-MM-DD), or the real one."""
    given = environ.get(TODAY_VARIABLE)
    return date.fromisoformat(given) if given else date.today()


def is_of_pass(file: File, config: MkDocsConfig, names: Container[str]) -> bool:
    """Say whether this pass needs a file, and it is not the theme's.

    Of the pages (`names`) it needs those in its language, and the Dutch where there is no such.
    """
    if file.is_documentation_page():
        lang, _, page = file.src_uri.partition("/")
        here = pass_language(config)
        return lang == here or (lang == SOURCE_LANGUAGE and f"{here}/{page}" not in names)
    path = file.abs_src_path
    return path is None or Path(path).is_relative_to(config.docs_dir)


def region_ids() -> tuple[str, ...]:
    """Return the ids of the regions as they were last read."""
    return tuple(region.id for region in _content().directory.regions)


def refresh_generated(file: File) -> None:
    """Write the Markdown of a page anew when the generator makes it."""
    source: Any = file  # mkdocs-static-i18n adds two attributes to MkDocs' File
    page_id = source.norm_src_uri.removesuffix(".md")
    if is_generated(page_id):
        text = _content().generated_page(page_id, source.locale)
        Path(source.abs_src_path).write_bytes(text.encode("utf-8"))


def frame(config: MkDocsConfig) -> Frame:
    """Return what is the same on all pages of this build."""
    extra = config.extra
    return Frame(
        content=_content(),
        menu=menu_entries(config.nav or []),
        owner=Owner(**extra["owner"]),
        repository=extra["repository"],
        exit_url=extra["exit_url"],
        serving=SESSION.serving,
        assets=_asset_paths(config),
    )


def _content() -> Content:
    if SESSION.good is None:
        raise ContentError(())
    return SESSION.good


def page_site(page: Page, config: MkDocsConfig) -> PageSite:
    """Return the `site` object of one page."""
    file: Any = page.file  # mkdocs-static-i18n adds these three to MkDocs' File
    page_id = file.norm_src_uri.removesuffix(".md")
    return PageSite(frame(config), file.locale_alternate_of, page_id, content_lang=file.locale)


def not_found(config: MkDocsConfig, base_url: str) -> dict[str, object]:
    """Return what the 404 page's template may ask for."""
    here = frame(config)
    return {"site": NotFoundSite(here, base_url), "site404": not_found_texts(here)}


def expand_page(markdown: str, site: PageSite, config: MkDocsConfig, finished: Finished) -> str:
    """Return a page's Markdown with its references filled in, in the language of its text.

    The HTML that comes in is kept in `finished`; marks stand for it.
    """
    if is_generated(site.page_id):
        # It holds no references; a name that looks like one stays a name.
        return finished.all_but_headings(markdown)
    renderer = _content().renderer()
    lang = site.content_lang

    def resolve(name: str, words: Sequence[str]) -> str:
        match name:
            case "call":
                return finished.inline(renderer.call_link(words[0], lang) or "")
            case "nl":
                return str(renderer.speaker(lang).dutch_name(" ".join(words)))
            case "fact":
                return renderer.fact(_content().facts.by_key[words[0]], lang)
            case "source":
                return finished.inline(renderer.source_links(_numbers(words, site), lang))
            case "lines":
                home = site.url("index")
                return finished.block(renderer.national_lines(tuple(words), lang, home=home))
            case _:
                template = _partials(config).get_template(f"partials/{name}.html")
                return finished.block(template.render(site=site))

    if site.translation_state and lang == site.lang:
        markdown = with_new_dutch(markdown, site.translation_state, _content().documents, site.w)
    return references.expand(markdown, resolve)


def start_finished(page: Page) -> Finished:
    """Return what will hold the finished HTML of a page until Markdown has read the rest."""
    finished = _FINISHED[page.file.src_uri] = Finished()
    return finished


def put_back(html: str, page: Page) -> str:
    """Return a page's HTML with everything in its place that Markdown did not read."""
    return _FINISHED.pop(page.file.src_uri).put_back(html)


def _numbers(keys: Sequence[str], site: PageSite) -> tuple[int, ...]:
    """Return the places of sources in the list at the page's foot, from 1."""
    listed = [each.key for each in site.provenance.sources] if site.provenance else []
    return tuple(listed.index(key) + 1 for key in keys)


def _partials(config: MkDocsConfig) -> jinja2.Environment:
    return _environment(str(config.theme.custom_dir), str(Path(config.theme.dirs[1])))


@lru_cache
def _environment(*folders: str) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(folders)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def pass_language(config: MkDocsConfig) -> str:
    """Return the language that this pass of MkDocs builds."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)


def write_assets(config: MkDocsConfig) -> None:
    """Write the files of assets/ of this pass; with the Dutch, open data and what all share."""
    lang = pass_language(config)
    is_first = lang == SOURCE_LANGUAGE
    if is_first:
        write_all(Path(config.site_dir), _content())
    if SESSION.serving:
        for name in (*_shared_sources(config), f"search/{lang}.json"):
            write_asset(config, name)
        return
    files = _pass_assets(config) if is_first else language_assets(_content(), lang)
    for each in files.values():
        write_compressed([_write(config, each.path, each.text)])


def write_asset(config: MkDocsConfig, name: str) -> bool:
    """Write one file of assets/ under its own name, for `serve`; False when there is none."""
    source = {**_shared_sources(config), **index_sources(_content())}.get(name)
    if source:
        _write(config, name, source())
    return bool(source)


def _write(config: MkDocsConfig, path: str, text: str) -> Path:
    target = Path(config.site_dir) / ASSETS / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def make_shared_assets(config: MkDocsConfig) -> None:
    """Make the files of assets/ that all languages share, so that no process makes them again."""
    shared_assets(_content(), str(config.theme.custom_dir))


def is_last_pass(config: MkDocsConfig) -> bool:
    """Say whether this process has built all its languages: inside the first pass are the rest."""
    plugin: Any = config.plugins["i18n"]
    return not plugin.building


def finish(config: MkDocsConfig) -> None:
    """Write headers for hosts."""
    site = Path(config.site_dir)
    folders = sorted(each.name for each in site.iterdir() if each.is_dir() and each.name != ASSETS)
    (site / HEADERS_FILE).write_text(headers_file(folders), encoding="utf-8")


def _asset_paths(config: MkDocsConfig) -> Mapping[str, str]:
    """Return name -> path under assets/; `serve` gives no hashes, so that data can come later."""
    if SESSION.serving:
        return {name: name for name in (*_shared_sources(config), *index_sources(_content()))}
    return {name: each.path for name, each in _pass_assets(config).items()}


def _pass_assets(config: MkDocsConfig) -> Mapping[str, Asset]:
    return assets_of(_content(), str(config.theme.custom_dir), pass_language(config))


def _shared_sources(config: MkDocsConfig) -> Mapping[str, Source]:
    return shared_sources(_content(), str(config.theme.custom_dir))
