"""Do two processes share a build, and is a failure of the second told?"""

import os
from pathlib import Path

import pytest
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
    workers = Workers()
    second = os.fork()
    if not second:
        os._exit(code)
    workers._second = second
    assert workers.wait() == (code == 0)
    assert workers.wait(), "it is waited for once"


def test_each_process_finishes_what_it_built(tmp_path: Path) -> None:
    for name in ("assets", "rights", "en", "hu", "th"):
        (tmp_path / name).mkdir()
    (tmp_path / "404.html").touch()
    workers = Workers()
    assert [each.name for each in workers.folders(tmp_path)] == [
        "404.html",
        "en",
        "hu",
        "rights",
        "th",
    ]
    workers._theirs = ["hu", "th"]
    assert [each.name for each in workers.folders(tmp_path)] == ["404.html", "en", "rights"]
    workers._is_second = True
    assert [each.name for each in workers.folders(tmp_path)] == ["hu", "th"]
