"""What is a region, an organisation, a datum? Values only; no rule and no file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Source:
    """One entry of sources.yml; `date` is YYYY, YYYY-MM, YYYY-MM-DD or empty when undated."""

    key: str
    title: str
    kind: str
    line: int
    owner: str = ""
    owner_line: int = 0
    url: str = ""
    date: str = ""
    old: bool = False
    lineage: str = ""
    lang: str = "nl"


@dataclass(frozen=True)
class Datum:
    """One value (or list of codes) of an organisation, with where it comes from."""

    field: str
    values: tuple[str, ...]
    line: int
    sources: tuple[str, ...]
    dated: str = ""
    checked: date | None = None
    checked_by: str = ""
    hold: str = ""
    desk: str = "general"
    hours: "Datum | None" = None
    price: "Datum | None" = None

    @property
    def value(self) -> str:
        """The only value of a datum that has one."""
        return self.values[0]


@dataclass(frozen=True)
class Organisation:
    """One organisation; contacts in the order of the file, traits and rules by field name."""

    id: str
    name: str
    kind: str
    line: int
    national: bool = False
    lang: str = "nl"
    contacts: tuple[Datum, ...] = ()
    traits: Mapping[str, Datum] = field(default_factory=dict)
    before_you_call: Mapping[str, Datum] = field(default_factory=dict)


@dataclass(frozen=True)
class Municipality:
    """One municipality with its CBS code, its GGD and how sure its region is."""

    name: str
    code: str
    ggd: str
    boundary: str
    line: int
    sources: tuple[str, ...]
    duvo: str = ""
    other_region: str = ""


@dataclass(frozen=True)
class Membership:
    """That an organisation helps in a region, and how we know."""

    organisation: str
    sources: tuple[str, ...]
    line: int
    hold: str = ""


@dataclass(frozen=True)
class Region:
    """One region: who helps there and which municipalities belong to it."""

    id: str
    name: str
    centre: str
    line: int
    centre_line: int
    womens_shelter_regions: tuple[str, ...]
    organisations: tuple[Membership, ...]
    named_in_2021: tuple[str, ...]
    text: Mapping[str, str]
    municipalities: tuple[Municipality, ...]

    @property
    def members(self) -> tuple[Membership, ...]:
        """The organisations of its page; one with `hold` is known to us and is named nowhere."""
        return tuple(each for each in self.organisations if not each.hold)

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of all whom its page names, each once: members, then GGDs, then the centre."""
        members = (each.organisation for each in self.members)
        return tuple(dict.fromkeys((*members, *self.ggds, self.centre)))

    @property
    def ggds(self) -> tuple[str, ...]:
        """Ids of the region's GGDs, the one with most municipalities first."""
        counts: dict[str, int] = {}
        for municipality in self.municipalities:
            counts[municipality.ggd] = counts.get(municipality.ggd, 0) + 1
        return tuple(sorted(counts, key=lambda ggd: (-counts[ggd], ggd)))


@dataclass(frozen=True)
class NationalLine:
    """A help line for everybody and the heading it stands under."""

    organisation: str
    group: str
    line: int


@dataclass(frozen=True)
class Directory:
    """All of regions.yml and sources.yml."""

    organisations: Mapping[str, Organisation]
    national_lines: tuple[NationalLine, ...]
    regions: tuple[Region, ...]
    sources: Mapping[str, Source]

    def region(self, region_id: str) -> Region:
        """Return a region by id; KeyError when there is none."""
        found = {region.id: region for region in self.regions}
        return found[region_id]
