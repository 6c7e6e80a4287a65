"""Who helps where? The regions of each organisation, and ids that stay the same for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from sitebuild.model import Directory, Municipality, Region
from sitebuild.publishing import PublishedOrganisation

# Chosen once, at random. Another one would change every id that others have stored.
NAMESPACE = UUID("5f0c8d53-7a52-4d0f-9a3e-3c1f6a2b7e94")


@dataclass(frozen=True)
class Area:
    """A region that an organisation serves, and which municipalities of it."""

    region: Region
    municipalities: tuple[Municipality, ...]


def stable_id(kind: str, *parts: str) -> str:
    """Return the UUID (version 5) of something, always the same for the same words."""
    return str(uuid5(NAMESPACE, ":".join((kind, *parts))))


def areas(directory: Directory) -> dict[str, tuple[Area, ...]]:
    """Return the areas of every organisation that a region's page names, in the file's order.

    A GGD serves its own municipalities only; who is held back from a page serves nobody here.
    """
    found: dict[str, list[Area]] = {}
    for region in directory.regions:
        for name, area in _areas_of(region).items():
            found.setdefault(name, []).append(area)
    return {name: tuple(each) for name, each in found.items()}


def _areas_of(region: Region) -> dict[str, Area]:
    whole = Area(region, region.municipalities)
    parts = {
        ggd: Area(region, tuple(each for each in region.municipalities if each.ggd == ggd))
        for ggd in region.ggds
    }
    members = {each.organisation: whole for each in region.members}
    return {**parts, region.centre: whole, **members}


def helpers(
    region: Region, published: Mapping[str, PublishedOrganisation]
) -> tuple[PublishedOrganisation, ...]:
    """Return who helps in a region and can be reached: members, then GGDs and the centre."""
    return tuple(published[name] for name in region.named if published[name].contacts)


def exported(
    directory: Directory, published: Mapping[str, PublishedOrganisation]
) -> Iterator[PublishedOrganisation]:
    """Yield each organisation that a page names and that has a contact to show."""
    named = {*areas(directory), *(line.organisation for line in directory.national_lines)}
    return (each for each in published.values() if each.id in named and each.contacts)
