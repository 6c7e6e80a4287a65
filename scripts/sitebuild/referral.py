"""How does a region read for somebody who refers a person? Whom to call, what is not certain?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitebuild.finder_contacts import DESKS
from sitebuild.formats import language_name
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Municipality, Region
from sitebuild.pages import CARDS, FOLDER, REFERRALS
from sitebuild.publishing import PublishedDatum, PublishedOrganisation
from sitebuild.region_schema import BEFORE_YOU_CALL, LIFE_DOMAINS
from sitebuild.render import (
    FOR_EVERY_QUESTION,
    Renderer,
    centre_name,
    is_derived,
    is_uncertain,
    places,
)

# What somebody who refers wants to know of every organisation, besides how to reach it.
TO_KNOW = ("life_domains", "for_whom", "not_for", "languages", "cost", "anonymous")
# National lines where a professional may ask for advice, in this order; 112 stands at the top.
LINE_GROUPS = ("exploitation", "violence")
# More municipalities than these are counted, not named, in the first box.
MOST_NAMES = 3
ROOT = "../" * (REFERRALS.count("/") + 2)
# What can be handed out as well.
CONTACT_FILES = "data/regions/{}.vcf"


@dataclass(frozen=True)
class Proof:
    """Some published fields of an organisation that share a state, a source and a day."""

    fields: tuple[str, ...]
    datum: PublishedDatum


@dataclass(frozen=True)
class Doubt:
    """Municipalities of which the region is not certain, and the regions to ask as well.

    `named` says that a source names the other region; else it only shares their GGD.
    """

    municipalities: tuple[str, ...]
    others: tuple[Region, ...]
    named: bool


@dataclass(frozen=True)
class Neighbour:
    """Another region to know of: why, in names of GGDs that serve both."""

    region: Region
    ggds: tuple[str, ...]


def referral_page(renderer: Renderer, region: Region, lang: str) -> str:
    """Return the Markdown of a region's page for those who refer somebody, in one language."""
    published, regions = renderer.published, renderer.directory.regions
    members = [published[each.organisation] for each in region.members]
    centre = published[region.centre]
    everybody = [*members, centre, *(published[each] for each in region.ggds)]
    return renderer.fill(
        "referral.html",
        lang,
        region=region,
        first=first_call(members, centre),
        members=members,
        centre=centre,
        centre_name=centre_name(centre),
        ggds=[(published[each], places(region, each)) for each in region.ggds],
        domains=who_helps(everybody),
        questions=unanswered(everybody),
        doubts=doubts(region, regions),
        arriving=arriving(region, regions),
        uncertain=[each.name for each in region.municipalities if is_uncertain(each)],
        derived=[each.name for each in region.municipalities if is_derived(each)],
        known=[each.name for each in region.municipalities if _is_known(each)],
        neighbours=neighbours(region, regions, published),
        national=sorted(
            renderer.lines(LINE_GROUPS), key=lambda line: LINE_GROUPS.index(line.group)
        ),
        sources=renderer.sources(region),
        pages=[
            (code, language_name(code, code), _address(code, lang, f"{FOLDER}/{region.id}/"))
            for code in renderer.languages
        ],
        card_address=f"../../../{CARDS}/{region.id}/",
        contact_file=_root(lang) + CONTACT_FILES.format(region.id),
        most_names=MOST_NAMES,
        before=BEFORE_YOU_CALL,
        proofs=proofs,
        not_known=not_known,
        home=ROOT,
    )


def first_call(
    members: Sequence[PublishedOrganisation], centre: PublishedOrganisation
) -> tuple[PublishedOrganisation, PublishedDatum | None]:
    """Return whom to call first, and the number: PMW when it has one, else the municipality."""
    pmw = (each for each in members if each.kind in FOR_EVERY_QUESTION)
    for organisation in (*pmw, centre):
        for number in organisation.of("phone"):
            if number.desk in DESKS:
                return organisation, number
    return centre, None


def proofs(organisation: PublishedOrganisation) -> list[Proof]:
    """Return how sure everything is that may be shown of an organisation, in its order."""
    found: dict[tuple[object, ...], tuple[list[str], PublishedDatum]] = {}
    data = (*organisation.contacts, *organisation.traits.values())
    for datum in (*data, *organisation.before_you_call.values()):
        fields, _ = found.setdefault((datum.state, datum.source.key, datum.as_of), ([], datum))
        if datum.field not in fields:
            fields.append(datum.field)
    return [Proof(tuple(fields), datum) for fields, datum in found.values()]


def not_known(organisation: PublishedOrganisation) -> list[str]:
    """Return what nobody wrote down of an organisation; what is withheld is not among it."""
    known = {*organisation.traits, *organisation.withheld}
    return [name for name in TO_KNOW if name not in known]


def who_helps(organisations: Iterable[PublishedOrganisation]) -> dict[str, list[str]]:
    """Return life domain -> ids of who is known to help there; empty where nobody is."""
    helps = [(each, each.traits.get("life_domains")) for each in organisations]
    return {
        domain: [each.id for each, known in helps if known and domain in known.values]
        for domain in LIFE_DOMAINS
    }


def unanswered(organisations: Iterable[PublishedOrganisation]) -> list[str]:
    """Return the questions before a call that at least one organisation has not answered."""
    known = [each.before_you_call for each in organisations]
    return [name for name in BEFORE_YOU_CALL if any(name not in each for each in known)]


def doubts(region: Region, regions: Sequence[Region]) -> list[Doubt]:
    """Return a region's uncertain municipalities, grouped by the other regions to ask."""
    groups: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for each in region.municipalities:
        if is_uncertain(each):
            named = bool(each.other_region)
            others = (each.other_region,) if named else _sharing(each, region, regions)
            groups.setdefault((named, others), []).append(each.name)
    by_id = {each.id: each for each in regions}
    return [
        Doubt(tuple(names), tuple(by_id[each] for each in others), named)
        for (named, others), names in groups.items()
    ]


def _sharing(
    municipality: Municipality, region: Region, regions: Sequence[Region]
) -> tuple[str, ...]:
    """Return the other regions that the municipality's GGD serves too."""
    return tuple(
        each.id for each in regions if each.id != region.id and municipality.ggd in each.ggds
    )


def arriving(region: Region, regions: Sequence[Region]) -> list[tuple[Region, list[str]]]:
    """Return municipalities that stand under another region and perhaps belong to this one."""
    found = (
        (each, [town.name for town in each.municipalities if town.other_region == region.id])
        for each in regions
    )
    return [(each, names) for each, names in found if names]


def neighbours(
    region: Region, regions: Sequence[Region], published: Mapping[str, PublishedOrganisation]
) -> list[Neighbour]:
    """Return the regions that share a GGD with this one or are named for one of its towns."""
    outgoing = {each.other_region for each in region.municipalities}
    incoming = {each.id for each, _ in arriving(region, regions)}
    found = []
    for each in regions:
        shared = [ggd for ggd in region.ggds if ggd in each.ggds]
        if each.id != region.id and (shared or each.id in outgoing | incoming):
            found.append(Neighbour(each, tuple(published[ggd].name for ggd in shared)))
    return found


def uncertain_places(regions: Sequence[Region]) -> dict[str, str]:
    """Return name -> id of the other region, or '', of each uncertain municipality."""
    return {
        each.name: each.other_region
        for region in regions
        for each in region.municipalities
        if is_uncertain(each)
    }


def _is_known(municipality: Municipality) -> bool:
    return not is_uncertain(municipality) and not is_derived(municipality)


def _root(lang: str) -> str:
    """Return the relative way from a referral page to the root of the site."""
    return ROOT if lang == SOURCE_LANGUAGE else f"../{ROOT}"


def _address(code: str, lang: str, path: str) -> str:
    """Return the relative way from a referral page to a page in a language."""
    return _root(lang) + ("" if code == SOURCE_LANGUAGE else f"{code}/") + path
