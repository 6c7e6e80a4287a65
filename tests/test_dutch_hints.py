"""Does an editor read in Dutch what is wrong, whatever slip it is?"""

import ast
from collections.abc import Iterator

import pytest
from conftest import ROOT
from sitebuild.dutch_hints import HINTS, UNKNOWN, dutch_hint
from sitebuild.problems import Problem

ROOMS = ROOT / "scripts/sitebuild"
# Files that editors do not write: towns, the languages of mkdocs.yml, addresses of the site.
FOR_DEVELOPERS = ("content.py", "languages.py", "paper.py", "places.py", "region_schema.py")
EDITED = (
    "coverage.py", "coverage_checks.py", "documents.py", "facts.py", "notices.py", "outline.py",
    "outreach.py", "plan.py", "practices.py", "region_checks.py", "schema.py", "strict_yaml.py",
    "values.py", "words.py",
)  # fmt: skip


def text_of(node: ast.AST | None) -> str:
    """Return the text of a literal; what is filled in becomes '7'."""
    if isinstance(node, ast.JoinedStr):
        parts = (each.value if isinstance(each, ast.Constant) else "7" for each in node.values)
        return "".join(map(str, parts))
    return str(node.value) if isinstance(node, ast.Constant) else ""


def messages(name: str) -> Iterator[str]:
    """Yield the messages of problems in a room: named `message`, or given as such."""
    for node in ast.walk(ast.parse((ROOMS / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            pairs = [(node.targets[0], node.value)]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=False))
            yield from (text_of(b) for a, b in pairs if isinstance(a, ast.Name) and a.id in SAID)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = SAID.get(node.func.id)
            # A starred place counts for the three that it stands for.
            found = [each for each in node.args for _ in range(3 if is_starred(each) else 1)]
            if place is not None and len(found) > place:
                yield text_of(found[place])


def is_starred(node: ast.AST) -> bool:
    """Say whether an argument stands for several."""
    return isinstance(node, ast.Starred)


SAID = {"message": None, "Problem": 4, "Complaint": 0}


@pytest.mark.parametrize("name", sorted(each.name for each in ROOMS.glob("*.py")))
def test_every_message_on_a_file_that_editors_write_has_a_dutch_hint(name: str) -> None:
    found = [each for each in messages(name) if each.endswith(".")]
    assert found or name not in EDITED
    if name not in FOR_DEVELOPERS:
        hints = {each: dutch_hint(Problem("a", 1, "", "", each, "")) for each in found}
        assert [each for each, hint in hints.items() if hint == UNKNOWN] == []


def test_no_hint_stands_behind_a_more_general_one() -> None:
    starts = list(HINTS)
    for number, start in enumerate(starts):
        assert not [each for each in starts[:number] if start.startswith(each)], start
