"""How does the coverage read in one language? Tables, map and evidence for templates and CSV."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitebuild.content import Content
from sitebuild.coverage import COUNTRY, GROUPS, Value
from sitebuild.coverage_cells import Cell, Evidence
from sitebuild.formats import day_text, language_name
from sitebuild.provenance import SourceLine, source_lines
from sitebuild.region_schema import LIFE_DOMAINS

NAMED_IN_STRINGS = (*LIFE_DOMAINS, *GROUPS)
# The map is drawn in units that are about a pixel on a phone.
TILE, GAP = 78, 5


@dataclass(frozen=True)
class Row:
    """One region of a table: the value of each subject. `region` is '' for the country."""

    region: str
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Matrix:
    """A table of one kind of subjects: its columns, its rows, and per column how many are known."""

    kind: str
    columns: tuple[str, ...]
    country: Row
    rows: tuple[Row, ...]
    known: tuple[int, ...]


@dataclass(frozen=True)
class MapTile:
    """One region on the map: upper left corner, and how much is known there."""

    region: str
    name: str
    x: float
    y: float
    known: int

    @property
    def level(self) -> str:
        """How the tile is drawn."""
        return "some" if self.known else "none"


@dataclass(frozen=True)
class CoverageMap:
    """The map: its size and its tiles, from upper left to lower right."""

    width: float
    height: float
    side: int
    subjects: int
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True)
class Finding:
    """Who says the same of some subjects in a region; `organisation` is '' for coverage.yml.

    `outdated` says that it is too old to count; `lang` is the language of the name.
    """

    region: str
    name: str
    subjects: tuple[str, ...]
    value: Value
    organisation: str
    lang: str
    sources: tuple[SourceLine, ...]
    day: str
    checked: bool
    outdated: bool


class CoverageView:
    """The coverage in the words of one language."""

    def __init__(self, content: Content, lang: str) -> None:
        """Take what is known from `content`."""
        self._content = content
        self._coverage = content.coverage
        self._lang = lang
        self._regions = {each.id: each.name for each in content.directory.regions}

    @property
    def matrices(self) -> tuple[Matrix, ...]:
        """One table per kind of subject."""
        kinds: Mapping[str, tuple[str, ...]] = self._coverage.kinds
        return tuple(self._matrix(kind, subjects) for kind, subjects in kinds.items())

    def _matrix(self, kind: str, subjects: tuple[str, ...]) -> Matrix:
        cells = self._coverage.cells
        rows = tuple(self._row(region, subjects) for region in self._regions)
        known = (sum(cells[each, one].known for each in self._regions) for one in subjects)
        columns = tuple(self.subject(each) for each in subjects)
        return Matrix(kind, columns, self._row(COUNTRY, subjects), rows, tuple(known))

    def _row(self, region: str, subjects: Sequence[str]) -> Row:
        values = tuple(self._coverage.cells[region, each].value for each in subjects)
        return Row("" if region == COUNTRY else region, self._name(region), values)

    def _name(self, region: str) -> str:
        country = self._content.words[self._lang].say("coverage.country")
        return self._regions.get(region, country)

    def subject(self, code: str) -> str:
        """Return the name of a subject."""
        if code in NAMED_IN_STRINGS:
            return self._content.words[self._lang].say(f"coverage.subjects.{code}")
        name = language_name(code, self._lang)
        return name[:1].upper() + name[1:]

    def word(self, value: Value) -> str:
        """Return what a value is called."""
        return self._content.words[self._lang].say(f"coverage.values.{value}")

    @property
    def map(self) -> CoverageMap:
        """The map of all regions."""
        step, places = TILE + GAP, self._content.coverage_file.tiles.values()
        tiles = tuple(
            MapTile(
                each.region,
                self._regions[each.region],
                each.column * step,
                each.row * step,
                self._coverage.known(each.region),
            )
            for each in sorted(places, key=lambda tile: (tile.row, tile.column))
        )
        width = max(tile.x for tile in tiles) + TILE
        height = max(tile.y for tile in tiles) + TILE
        return CoverageMap(width, height, TILE, len(self._coverage.subjects), tiles)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Who says what, first on the country, then region by region."""
        gathered: dict[tuple[str, Evidence, bool], list[str]] = {}
        for region in (COUNTRY, *self._regions):
            for subject in self._coverage.subjects:
                cell = self._coverage.cells[region, subject]
                for evidence, outdated in _all_evidence(cell):
                    gathered.setdefault((region, evidence, outdated), []).append(subject)
        return tuple(self._finding(*key, subjects) for key, subjects in gathered.items())

    def _finding(
        self, region: str, evidence: Evidence, outdated: bool, subjects: Sequence[str]
    ) -> Finding:
        return Finding(
            region="" if region == COUNTRY else region,
            name=self._name(region),
            subjects=tuple(self.subject(each) for each in subjects),
            value=evidence.value,
            organisation=evidence.organisation,
            lang=evidence.lang,
            sources=source_lines(evidence.sources, self._lang),
            day=day_text(evidence.as_of, self._lang) if evidence.as_of else "",
            checked=evidence.checked,
            outdated=outdated,
        )


def _all_evidence(cell: Cell) -> Iterator[tuple[Evidence, bool]]:
    yield from ((each, False) for each in cell.evidence)
    yield from ((each, True) for each in cell.older)
