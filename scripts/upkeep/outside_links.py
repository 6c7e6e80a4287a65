"""Which addresses outside does the site name, and where?"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from sitebuild.content import Content
from sitebuild.region_checks import REGIONS_NAME, SOURCES_NAME

from upkeep.issue_files import Place

WEB_FIELDS = ("website", "chat")


@dataclass(frozen=True)
class Outside:
    """One address, without its #part, and every place that names it."""

    url: str
    places: tuple[Place, ...]


def outside_links(content: Content) -> tuple[Outside, ...]:
    """Return every address once, in the order of the addresses."""
    places: dict[str, list[Place]] = {}
    for url, place in _named(content):
        places.setdefault(urldefrag(url).url, []).append(place)
    return tuple(Outside(url, tuple(places[url])) for url in sorted(places))


def _named(content: Content) -> Iterator[tuple[str, Place]]:
    """Yield address and place: sources, contacts that are shown, links in pages."""
    for source in content.directory.sources.values():
        if source.url:
            yield source.url, Place(SOURCES_NAME, source.line)
    for organisation in content.published.values():
        for datum in organisation.contacts:
            if datum.field in WEB_FIELDS:
                yield datum.value, Place(REGIONS_NAME, datum.line)
    for document in content.documents.values():
        for link in document.outline.links:
            if link.text.startswith(("https://", "http://")):
                yield link.text, Place(document.path, link.line)
