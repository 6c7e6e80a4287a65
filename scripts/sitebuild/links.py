"""What is a link of the frame or of a list, and what is the way from one page to another?"""

from dataclasses import dataclass

from sitebuild.languages import Language


@dataclass(frozen=True)
class Link:
    """A link of the frame: menu, door, language, region or municipality.

    `lang` is set where the title is not in the language of the page.
    """

    id: str
    title: str
    url: str
    current: bool = False
    text: str = ""
    children: tuple["Link", ...] = ()
    lang: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language."""

    code: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class MunicipalityLink:
    """A municipality of the full list and the page of its region."""

    name: str
    region_name: str
    region_url: str


@dataclass(frozen=True)
class Letter:
    """The municipalities under one letter."""

    letter: str
    items: tuple[MunicipalityLink, ...]


def sort_name(name: str) -> str:
    """Return the name as the Dutch sort it: 's-Hertogenbosch under H."""
    return name.removeprefix("'s-").removeprefix("'t ").replace("Ú", "U").casefold()


def page_address(language: Language, page_id: str) -> str:
    """Return a page's address from the root of the site: '' for Dutch home, 'en/help-now/'."""
    path = page_id.removesuffix("index").rstrip("/")
    return language.prefix + (f"{path}/" if path else "")


def relative(address: str, here: str) -> str:
    """Return the shortest way from a page to an address, both from the root of the site.

    Addresses of pages end with '/', the root is ''. By hand: `posixpath.relpath` asks for the
    working directory each time, and a page has a hundred links.
    """
    start, end = here.split("/")[:-1], address.split("/")[:-1]
    same = next(
        (at for at, (a, b) in enumerate(zip(start, end, strict=False)) if a != b),
        min(len(start), len(end)),
    )
    way = "../" * (len(start) - same) + "".join(f"{each}/" for each in end[same:])
    return (way or "./") + address.rpartition("/")[2]
