"""Which numbers does the finder show at once for a region?"""

from collections.abc import Mapping

from sitebuild.finder import FinderContact
from sitebuild.model import Region
from sitebuild.publishing import PublishedOrganisation
from sitebuild.values import dial


def region_contacts(
    region: Region, published: Mapping[str, PublishedOrganisation]
) -> list[FinderContact]:
    """Return a region's first numbers: its organisations, its GGDs, its municipality.

    Only numbers of a general desk or for sex workers: the page explains the others.
    """
    names = [each.organisation for each in region.organisations if not each.hold]
    contacts = []
    for name in (*names, *region.ggds, region.centre):
        organisation = published[name]
        phones = [
            each for each in organisation.of("phone") if each.desk in ("general", "sex-workers")
        ]
        if phones:
            number = phones[0].value
            contacts.append(
                FinderContact(organisation.name, organisation.kind, number, dial(number))
            )
    return contacts
