"""What is the same on all pages of a pass?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sitebuild.content import Content
from sitebuild.menu import Entry


@dataclass(frozen=True)
class Owner:
    """Who publishes the site; texts are empty while nobody does."""

    name: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True)
class Frame:
    """What is the same on all pages of a pass; `assets`: name of a file -> path with its hash."""

    content: Content
    menu: tuple[Entry, ...]
    owner: Owner
    repository: str
    exit_url: str
    serving: bool
    assets: Mapping[str, str]
