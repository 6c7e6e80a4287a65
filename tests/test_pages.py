"""Generated pages are written only where they differ, and nothing else is touched."""

import os
from pathlib import Path

import pytest
from sitebuild.pages import Change, apply, compare, is_generated

NOORD, ZUID = Path("nl/near-you/noord.md"), Path("en/near-you/zuid.md")
WANTED = {NOORD: "# Noord\n", ZUID: "# Zuid é\n"}
LANGUAGES = ["nl", "en"]


def apply_all(docs: Path) -> list[Change]:
    changes = compare(docs, LANGUAGES, WANTED)
    apply(docs, changes, WANTED)
    return changes


def contents(docs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file()
    }


def test_missing_pages_are_new_and_are_written(tmp_path: Path) -> None:
    assert apply_all(tmp_path) == [Change(NOORD, "new"), Change(ZUID, "new")]
    assert contents(tmp_path) == {
        "nl/near-you/noord.md": b"# Noord\n",
        "en/near-you/zuid.md": "# Zuid é\n".encode(),
    }


def test_comparing_alone_writes_nothing(tmp_path: Path) -> None:
    compare(tmp_path, LANGUAGES, WANTED)
    assert contents(tmp_path) == {}


def test_writing_twice_changes_nothing_the_second_time(tmp_path: Path) -> None:
    apply_all(tmp_path)
    os.utime(tmp_path / NOORD, (1, 1))
    assert apply_all(tmp_path) == []
    assert (tmp_path / NOORD).stat().st_mtime == 1


@pytest.mark.parametrize("text", ["# Noord", "# Noord\r\n", "", "# Nóórd\n"])
def test_page_that_differs_is_written_again_and_its_neighbour_is_not(
    tmp_path: Path, text: str
) -> None:
    apply_all(tmp_path)
    (tmp_path / NOORD).write_bytes(text.encode("utf-8"))
    os.utime(tmp_path / ZUID, (1, 1))
    assert apply_all(tmp_path) == [Change(NOORD, "differs")]
    assert (tmp_path / NOORD).read_bytes() == b"# Noord\n"
    assert (tmp_path / ZUID).stat().st_mtime == 1


def test_page_that_is_no_text_is_written_again(tmp_path: Path) -> None:
    apply_all(tmp_path)
    (tmp_path / NOORD).write_bytes(b"\xff\xfe\x00")
    assert apply_all(tmp_path) == [Change(NOORD, "differs")]


def test_page_of_a_region_that_is_gone_is_removed_in_every_language(tmp_path: Path) -> None:
    apply_all(tmp_path)
    old = [tmp_path / lang / "near-you" / "oud.md" for lang in LANGUAGES]
    for path in old:
        path.write_text("# Oud\n", encoding="utf-8")
    assert [change.state for change in apply_all(tmp_path)] == ["stale", "stale"]
    assert not any(path.exists() for path in old)
    assert (tmp_path / NOORD).is_file()


def test_files_written_by_hand_are_never_touched(tmp_path: Path) -> None:
    kept = {
        "nl/near-you/index.md": b"hand",
        "en/near-you/index.md": b"hand",
        "nl/index.md": b"hand",
        "nl/help-now.md": b"hand",
        "nl/near-you/picture.svg": b"hand",
        "nl/near-you/deeper/page.md": b"hand",
        "assets/near-you/oud.md": b"hand",
        "th/near-you/oud.md": b"hand",  # not a language of this site
    }
    for name, text in kept.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text)
    apply_all(tmp_path)
    assert {name: text for name, text in contents(tmp_path).items() if name in kept} == kept


@pytest.mark.parametrize(
    ("page_id", "generated"),
    [
        ("near-you/noord", True),
        ("near-you/index", False),
        ("index", False),
        ("help-now", False),
        ("near-you-too/noord", False),
        ("about/near-you", False),
    ],
)
def test_pages_beside_the_hand_written_one_are_generated(page_id: str, generated: bool) -> None:
    assert is_generated(page_id) is generated
