"""How do two cores build one site? A second process takes half of the languages.

Both run MkDocs' own build; languages are independent of one another, so the bytes are those of
one process. Where a system cannot fork, one process builds all.
"""

import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from sitebuild.assets import ASSETS

VARIABLE = "WEGWIJS_PROCESSES"


def share(languages: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the languages of this process, the first among them, and of the second."""
    half = (len(languages) + 1) // 2
    return list(languages[:half]), list(languages[half:])


def may_split(environ: Mapping[str, str]) -> bool:
    """Say whether to use a second process: WEGWIJS_PROCESSES, or the number of cores."""
    cores = environ.get(VARIABLE) or str(os.cpu_count() or 1)
    return hasattr(os, "fork") and cores != "1"


class Workers:
    """The second process of this build, if there is one."""

    def __init__(self) -> None:
        """Start alone."""
        self._second = 0
        self._is_split = False
        self._is_second = False
        self._theirs: Sequence[str] = ()

    def split(self, config: MkDocsConfig, environ: Mapping[str, str]) -> None:
        """Give half of the languages to a second process, once per build."""
        plugin: Any = config.plugins["i18n"]
        if self._is_split or not may_split(environ) or not _is_mkdocs(config):
            return
        self._is_split = True
        mine, theirs = share(plugin.build_languages)
        if not theirs:
            return
        self._theirs = theirs
        self._second = os.fork()
        self._is_second = not self._second
        _restrict(plugin, theirs if self._is_second else mine)
        if self._is_second:
            os._exit(_build(config, plugin, theirs[0]))

    def folders(self, site: Path) -> list[Path]:
        """Return what in `site` is finished once this process has built its languages."""
        if self._is_second:
            return [site / lang for lang in self._theirs]
        shared = (*self._theirs, ASSETS)  # each pass finishes its own assets
        return sorted(each for each in site.iterdir() if each.name not in shared)

    @property
    def is_second(self) -> bool:
        """Say whether this is the second process: the first one finishes the site."""
        return self._is_second

    def wait(self) -> bool:
        """Wait for the second process, if there is one; return whether all went well."""
        if not self._second:
            return True
        _, status = os.waitpid(self._second, 0)
        self._second = 0
        return status == 0

    def stop(self) -> None:
        """Stop the second process: the build has failed."""
        if self._second:
            os.kill(self._second, signal.SIGTERM)
            os.waitpid(self._second, 0)
            self._second = 0


def _is_mkdocs(config: MkDocsConfig) -> bool:
    """Say whether MkDocs itself runs, and not a successor with a `build` of its own."""
    return type(config).__module__.startswith("mkdocs.")


def _restrict(plugin: Any, languages: Sequence[str]) -> None:  # noqa: ANN401
    for each in plugin.config.languages:
        each.build = each.locale in languages


def _build(config: MkDocsConfig, plugin: Any, first: str) -> int:  # noqa: ANN401
    """Build the second half in the second process; return its exit code."""
    # The plugin does the same between its passes: what is built already must stay.
    utils.clean_directory = lambda directory: None
    plugin.current_language = first
    try:
        build(config)
    except BaseException:
        return 1  # the reason was logged
    return 0


WORKERS = Workers()
