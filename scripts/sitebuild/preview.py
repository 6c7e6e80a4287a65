"""How is an edit seen at once? Under `serve`, a page is made anew when a browser asks for it.

MkDocs builds all pages in all languages after each edit. Here an edit only marks them as old;
the one page that is looked at is made again by MkDocs' own functions. What changes the list of
files (a new page, mkdocs.yml, the generator itself) still gets the full build.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import jinja2
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from watchdog.observers.polling import PollingObserverVFS

from sitebuild import bridge, open_data
from sitebuild.assets import ASSETS
from sitebuild.pages import FAMILIES, HAND_WRITTEN
from sitebuild.session import SESSION

log = logging.getLogger("mkdocs.hooks.wegwijs")
LOOKS_EVERY_S = 0.2  # MkDocs' own half second would be most of the wait
NOT_FOUND = "404.html"
ALWAYS_WHOLE = ("mkdocs.yml", "scripts")
IN_ASSETS = f"{ASSETS}/"
IN_DATA = f"{open_data.FOLDER}/"
FAMILY_FOLDERS = tuple(f"/{each}" for each in FAMILIES)
Shape = frozenset[tuple[str, int]]


@dataclass
class Pass:
    """What one full pass of MkDocs, for one language, leaves behind to make its pages again."""

    lang: str
    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: jinja2.Environment

    def make(self, file: File) -> None:
        """Make one page anew, exactly as a full build would."""
        plugin: Any = self.config.plugins["i18n"]
        plugin.current_language = self.lang
        bridge.refresh_generated(file)
        page: Any = file.page
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)

    def make_not_found(self) -> None:
        """Make the one 404 page anew."""
        _build_theme_template(NOT_FOUND, self.env, self.files, self.config, self.nav)


class Preview:
    """The pages of a running `mkdocs serve`: which are old, and how to make them."""

    def __init__(self) -> None:
        """Start before the first build."""
        self._pages: dict[str, tuple[Pass, File]] = {}  # by address in the site
        self._last: Pass
        self._nav: Navigation
        self._made: dict[str, int] = {}  # address -> the edit that it shows
        self._edit = 0
        self._lock = threading.RLock()  # an edit and several requests can come at once

    def keep_nav(self, nav: Navigation) -> None:
        """Remember the navigation of the pass that is being built."""
        self._nav = nav

    def keep(self, lang: str, config: MkDocsConfig, files: Files, env: jinja2.Environment) -> None:
        """Remember a pass; its templates are read again when they change."""
        env.auto_reload = True
        self._last = Pass(lang, copy(config), self._nav, files, env)
        for file in files.documentation_pages():
            self._pages[file.dest_uri] = (self._last, file)

    def install(
        self, server: LiveReloadServer, update: Callable[[], bool], config: MkDocsConfig
    ) -> None:
        """Answer the edits and requests of a server.

        `update` reads the content again and says whether there is something new to show.
        """
        root = Path(config.config_file_path).parent
        full, answer, shape = server.builder, server.serve_request, _shape(root)

        def rebuild() -> None:
            nonlocal shape
            with self._lock:
                is_new, now = update(), _shape(root)
                if now != shape:
                    self._pages.clear()
                    full()
                    self._made.clear()
                    self._edit, shape = 0, now
                elif is_new:
                    self._edit += 1

        def respond(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            self.freshen(_address(environ["PATH_INFO"], server.mount_path))
            return answer(environ, start_response)

        server.builder = rebuild
        server.set_app(respond)
        _look_more_often(server, config)

    def freshen(self, address: str) -> None:
        """Make a file of the site anew when it is older than the last edit."""
        with self._lock:
            if self._made.get(address, 0) == self._edit:
                return
            try:
                self._make(address)
            except Exception:
                log.exception("%s could not be made; the old one stays", address)
            self._made[address] = self._edit

    def _make(self, address: str) -> None:
        if address in self._pages:
            found, file = self._pages[address]
            found.make(file)
        elif address.startswith(IN_ASSETS):
            bridge.write_asset(self._last.config, address.removeprefix(IN_ASSETS))
        elif address.startswith(IN_DATA) and SESSION.good:
            site = Path(self._last.config.site_dir)
            open_data.write_one(site, SESSION.good, address.removeprefix(IN_DATA))
        else:
            self._last.make_not_found()


def _look_more_often(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the server see an edit sooner, and nothing that the generator writes."""
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    # MkDocs types the one it makes; it uses what all observers have.
    server.observer = PollingObserverVFS(  # type: ignore[assignment]
        os.stat, _written, polling_interval=LOOKS_EVERY_S
    )
    for path in watched:
        server.watch(path)


def _written(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """Yield what people write in a folder: of a family of generated pages only its index."""
    is_family = Path(folder or "").as_posix().endswith(FAMILY_FOLDERS)
    with os.scandir(folder) as found:
        yield from (each for each in found if not is_family or each.name == HAND_WRITTEN)


def _address(path: str, mount_path: str) -> str:
    """Return which file of the site a request is for; the site may stand in a folder."""
    address = path.encode("latin-1").decode("utf-8", "ignore").removeprefix(mount_path)
    return f"{address}index.html" if address.endswith("/") or not address else address


def _shape(root: Path) -> Shape:
    """Return what only a full build can follow: which pages there are, and how they are made."""
    pages = {(path.as_posix(), 0) for path in (root / "docs").rglob("*.md")}
    regions = {(region, 0) for region in bridge.region_ids()}
    return frozenset(pages | regions | set(_stamps(root)))


def _stamps(root: Path) -> Iterator[tuple[str, int]]:
    for name in ALWAYS_WHOLE:
        path = root / name
        for each in path.rglob("*.*") if path.is_dir() else [path]:
            if each.suffix != ".pyc":
                yield each.as_posix(), each.stat().st_mtime_ns


PREVIEW = Preview()
