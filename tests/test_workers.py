"""Do two processes share a build, and is a failure of the second told?"""

import os
from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig
from sitebuild.workers import VARIABLE, Workers, may_split, share


def test_every_language_is_built_once_and_the_first_here() -> None:
    languages = ["nl", "en", "es", "ro", "bg", "hu", "pl"]
    mine, theirs = share(languages)
    assert mine + theirs == languages
    assert mine[0] == "nl"
    assert len(mine) - len(theirs) == 1
    assert share(["nl"]) == (["nl"], [])


def test_one_process_can_be_asked_for() -> None:
    assert not may_split({VARIABLE: "1"})
    assert may_split({VARIABLE: "2"})


@pytest.mark.parametrize("code", [0, 1])
def test_exit_of_the_second_process_is_known(code: int) -> None:
    workers, config = Workers(), MkDocsConfig()
    config.plugins = {"i18n": SimpleNamespace(building=False)}  # type: ignore[assignment]
    second = os.fork()
    if not second:
        os._exit(code)
    workers._second = second
    assert workers.wait(config) == (code == 0)
    assert workers.wait(config), "it is waited for once"
