"""What does a YAML file say, line by line, with nothing guessed?

YAML's own conversions are off: every scalar stays the text that was typed. PyYAML's
defaults would turn 0201234567 into 33896823, 12:30 into 750, and keep the last of two
equal keys. Aliases, tags and second documents are refused: an editor never needs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category

import yaml

from sitebuild.problems import Problem, shorten

MOST_BYTES = 2_000_000  # regions.yml is about 0.15 MB; more is a mistake or an attack
DEEPEST = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))  # categories of Unicode
# Letters of Hangul that show as nothing.
BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
BYTE_ORDER_MARK = "\ufeff"
# What libyaml says, and what it means to somebody who does not know YAML.
IN_PLAIN_WORDS = {
    "cannot start any token": "a tab, or a sign such as @, % or `, stands here without quotes",
    "could not find expected ':'": "the colon after a field is missing here or just above",
    "expected '-' indicator": "this line stands too far to the left or the right",
    "expected ',' or": "a quote, a comma or a bracket is missing here or just above",
    "did not find expected key": "this line stands too far to the left or the right",
    "mapping values are not allowed": "a colon too many, or a text with a colon without quotes",
    "unexpected end of stream": "a quote that is opened here is never closed",
}


@dataclass(frozen=True)
class Scalar:
    """One value, as typed, with the line it stands on and whether it was quoted."""

    text: str
    line: int
    quoted: bool


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    """Keys and nodes in the order of the file; keys are unique."""

    items: tuple[tuple[Scalar, "Node"], ...]
    line: int

    def get(self, key: str) -> "Node | None":
        """Return the node under a key, or None."""
        return next((node for name, node in self.items if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Parsing cannot go on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def read_yaml(path: Path, name: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the file's tree and its problems; the tree is None when it cannot be read.

    `name` is the file's name for messages, relative to the project.
    """
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    tree, more = parse_yaml(text, name)
    return tree, (*problems, *more)


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return a UTF-8 text file, or None with the reason it is refused."""
    if not path.is_file():
        remedy = "Put the file back, or run the command in the project's folder."
        return None, (Problem(name, 1, "", "", "The file is missing.", remedy),)
    if path.is_symlink():
        remedy = "Put the file itself here: a link can lead out of the project."
        return None, (Problem(name, 1, "", "", "This is a link to another place.", remedy),)
    if (size := path.stat().st_size) > MOST_BYTES:
        remedy = f"Keep it under {MOST_BYTES} bytes: was something pasted here by mistake?"
        return None, (Problem(name, 1, "", f"{size} bytes", "The file is too large.", remedy),)
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        remedy = "Save the file as UTF-8 (in most editors: Save as, encoding)."
        found = f"byte {error.object[error.start]:#04x}"
        return None, (Problem(name, line, "", found, "This is not UTF-8 text.", remedy),)
    problems = tuple(_bad_characters(text, name))
    return (None if problems else text), problems


def _bad_characters(text: str, name: str) -> Iterator[Problem]:
    invisible = {char for char in set(text) if _is_invisible(char)}
    if not invisible:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        bad = [char for char in line if char in invisible]
        if bad:
            remedy = "Delete the line and type it again: it was probably pasted."
            if bad[0] == BYTE_ORDER_MARK:
                remedy = "Save the file as UTF-8 without a mark (BOM)."
            message = "An invisible or control character stands here."
            yield Problem(name, number, "", shorten(bad[0]), message, remedy)


@cache  # all our texts together hold few different characters
def _is_invisible(char: str) -> bool:
    """Say whether a character changes how text reads without being seen.

    Control, format (zero width, direction), private and unassigned characters, and separators.
    """
    if char in "\t\r\n":
        return False
    return category(char) in INVISIBLE or char in BLANK_LETTERS


@lru_cache(maxsize=2048)  # `serve` reads all files again after each edit
def parse_yaml(text: str, name: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of one YAML document and its problems (duplicate keys, tags, ...)."""
    builder = _Builder(name)
    try:
        tree = builder.build(yaml.parse(text, Loader=LOADER))
    except _Refused as refused:
        return None, (*builder.problems, refused.problem)
    except (yaml.YAMLError, ValueError) as error:
        return None, (*builder.problems, _syntax_problem(error, name))
    return tree, tuple(builder.problems)


def _syntax_problem(error: Exception, name: str) -> Problem:
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if str(getattr(error, "context", "")).startswith("while scanning"):
        marks.reverse()  # what was begun there was never ended
    mark = next((each for each in marks if each), None)
    line = mark.line + 1 if mark else 1
    said = getattr(error, "problem", None) or str(error).splitlines()[0]
    said = next((text for part, text in IN_PLAIN_WORDS.items() if part in said), said)
    remedy = "Compare with the block above: same indent, a colon and a space, quotes in pairs."
    return Problem(name, line, "", "", f"YAML cannot be read here: {said}.", remedy)


class _Builder:
    """Turns parse events into nodes; remembers problems that do not stop it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        tree: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and tree is not None:
                raise self._refuse(event, "---", "A second document starts here.", "Remove '---'.")
            if isinstance(event, yaml.NodeEvent):
                tree = self._node(event, events, 0)
        if tree is None:
            remedy = "Put the file back as it was before."
            raise _Refused(Problem(self.name, 1, "", "", "The file is empty.", remedy))
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._check_plainness(event, depth)
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._sequence(events, depth)), line)
        return Mapping(tuple(self._mapping(events, depth)), line)

    def _check_plainness(self, event: yaml.Event, depth: int) -> None:
        if anchor := getattr(event, "anchor", None):
            message = "Anchors (&) and aliases (*) are not used here."
            remedy = "Write the text out, in quotes if it starts with & or *."
            raise self._refuse(event, anchor, message, remedy)
        if tag := getattr(event, "tag", None):
            message = "YAML tags (!) are not used here."
            raise self._refuse(event, tag, message, "Remove the tag, or put quotes around it.")
        if depth > DEEPEST:
            raise self._refuse(event, "", "This is nested too deeply.", "Check the indent.")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        """Return the value; an escape must not bring in a character that a file may not hold."""
        for problem in _bad_characters(event.value, self.name):
            self.problems.append(replace(problem, line=line))
        return Scalar(event.value, line, quoted=bool(event.style))

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self._node(event, events, depth + 1)

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                message = "A field name must be a plain word."
                raise self._refuse(event, "", message, "Put the text in quotes.")
            node = self._node(next(events), events, depth + 1)
            if key.text in seen:
                self._duplicate(key, seen[key.text])
                continue
            seen[key.text] = key.line
            yield key, node

    def _duplicate(self, key: Scalar, first: int) -> None:
        message = f"This field stands twice; the first is on line {first}."
        remedy = "Keep one of the two."
        self.problems.append(Problem(self.name, key.line, key.text, "", message, remedy))

    def _refuse(self, event: yaml.Event, found: str, message: str, remedy: str) -> _Refused:
        return _Refused(Problem(self.name, _line(event), "", found, message, remedy))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
