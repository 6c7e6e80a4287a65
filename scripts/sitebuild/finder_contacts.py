"""Which numbers does the finder show at once for a region?"""

from collections.abc import Mapping

from sitebuild.finder import FinderContact
from sitebuild.model import Region
from sitebuild.publishing import PublishedOrganisation, State
from sitebuild.values import dial

DESKS = ("general", "sex-workers")


def region_contacts(
    region: Region, published: Mapping[str, PublishedOrganisation]
) -> list[FinderContact]:
    """Return a region's first numbers: of its organisations, its GGDs and its municipality.

    One number each, of a desk for every question: the region's page explains the others.
    """
    shown = (published[name] for name in region.named)
    return [contact for organisation in shown for contact in _first_number(organisation)]


def _first_number(organisation: PublishedOrganisation) -> list[FinderContact]:
    numbers = [each for each in organisation.of("phone") if each.desk in DESKS]
    return [
        FinderContact(
            name=organisation.name,
            kind=organisation.kind,
            shown=number.value,
            href=dial(number.value),
            lang=organisation.lang,
            confirmed=number.state is State.CONFIRMED,
        )
        for number in numbers[:1]
    ]
