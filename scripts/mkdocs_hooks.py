"""Which MkDocs event calls which function? Holds no rule."""

import gc
import logging
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from sitebuild import bridge, pages, references
from sitebuild.bytecode import BYTECODE
from sitebuild.card import copy_pdfs
from sitebuild.compressing import write_compressed
from sitebuild.content import Content
from sitebuild.preview import PREVIEW
from sitebuild.problems import ContentError, Problem, report
from sitebuild.session import SESSION
from sitebuild.swap import BESIDE, has_warnings
from sitebuild.workers import WORKERS

log = logging.getLogger("mkdocs.hooks.wegwijs")
AFTER_I18N = -200


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this run serves: then a mistake must not stop it."""
    SESSION.serving = command == "serve"
    SESSION.in_place = SESSION.serving or dirty
    if not SESSION.serving:
        # A build ends before its memory matters; looking for garbage takes 8% of its time.
        gc.disable()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Make pages when they are asked for; watch what people write."""
    gc.freeze()  # what the first build left stays: no use to look through it at each edit
    PREVIEW.install(server, lambda: not load(config)[1], config)
    return server


def load(config: MkDocsConfig) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content as the files are now, or the last good one with what is wrong."""
    root = Path(config.config_file_path).parent
    content, problems = SESSION.content(root, bridge.today(os.environ))
    if problems:
        log.error("The last good pages stay until this is mended:\n%s", report(problems))
    return content, problems


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make tables readable on phones; build beside the earlier site.

    Make no sitemap: the theme's holds one language only, and every page is linked.
    """
    if not SESSION.in_place:
        config.site_dir = BESIDE.start(config.site_dir)
    config.markdown_extensions.append("sitebuild.tables:LabelledTables")
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Load the content; bring the pass's generated pages up to date, before MkDocs lists files."""
    try:
        content, _ = load(config)
    except ContentError as error:
        raise Abort(f"\n{error}\n") from error
    if not SESSION.serving:
        bridge.make_shared_assets(config)  # once, before there are two processes
        WORKERS.split(config, os.environ)
    lang = bridge.pass_language(config)
    wanted = content.generated_pages_in(lang)
    changes = pages.compare(Path(config.docs_dir), [lang], wanted)
    if changes:
        log.info("Writing %d pages in %s from regions.yml", len(changes), lang)
        pages.apply(Path(config.docs_dir), changes, wanted)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave to the plugin what this pass needs: our own files, and pages of its language.

    No page uses the theme's styles and scripts; our own templates link the other languages.
    """
    names = set(files.src_uris)
    for file in list(files):
        if not bridge.is_of_pass(file, config, names):
            files.remove(file)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Escape every value in our templates and refuse unknown ones."""
    env.autoescape = jinja2.select_autoescape(["html"])
    env.undefined = jinja2.StrictUndefined
    env.bytecode_cache = BYTECODE
    env.auto_reload = False  # a build reads each template once; `serve` looks again
    if SESSION.serving:
        PREVIEW.keep(bridge.pass_language(config), config, files, env)
    return env


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep what `serve` needs to make one page anew."""
    PREVIEW.keep_nav(nav)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put contacts, the finder and lists where the page refers to them."""
    site, finished = bridge.page_site(page, config), bridge.start_finished(page)
    return bridge.expand_page(markdown, site, config, finished)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put finished HTML back; keep links from telling other sites where the visitor comes from."""
    return references.quiet_links(bridge.put_back(html, page))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Give the page's template its `site` object."""
    context["site"] = bridge.page_site(page, config)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the one 404 page its words in all languages."""
    return {**context, **bridge.not_found(config, context["base_url"])}


def write_assets(config: MkDocsConfig) -> None:
    """Write what the pages of this language's pass load, and the PDFs that they link to."""
    bridge.write_assets(config)
    if content := SESSION.good:
        regions, lang = content.directory.regions, bridge.pass_language(config)
        copy_pdfs(content.renderer(), regions, lang, Path(config.site_dir))


@event_priority(AFTER_I18N)
def finish(config: MkDocsConfig) -> None:
    """After the plugin built the other languages in its own event: write what hosts need."""
    if SESSION.serving or not bridge.is_last_pass(config):
        return
    write_compressed(WORKERS.folders(Path(config.site_dir)))
    if WORKERS.is_second:
        return
    if not WORKERS.wait():
        raise Abort("The second process of the build failed; its message stands above.")
    bridge.finish(config)
    if not has_warnings():
        BESIDE.swap()


on_post_build = CombinedEvent(write_assets, finish)


def on_build_error(error: Exception) -> None:
    """Let no second process outlive a build that failed, and leave no half site."""
    WORKERS.stop()
    if not WORKERS.is_second:
        BESIDE.drop()
