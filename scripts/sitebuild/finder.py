"""What does the finder in the page know, and what should it answer?

The page's script (overrides/assets/find.js) folds names exactly as `fold` here. The tests ask
it for every town, municipality and postcode and compare with `answers` and `postcode_answers`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitebuild.places import Places

# Code of a municipality -> its name and the id of its region.
Municipalities = Mapping[str, tuple[str, str]]

# The same stands in find.js. Letters that lose no accent, then Bulgarian: a town without a
# Bulgarian name in the data is found by its sound. NFKD has made й into и.
SOUNDS = (
    "łl øo đd ßss æae œoe ıi аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хh "
    "цts чch шsh щsht ъa ь юyu яya"
)
LETTERS = {pair[0]: pair[1:] for pair in SOUNDS.split()}
PREFIX = re.compile(r"^\s*(กรุง|gemeente )")
SAINT = re.compile(r"^st\W+(?=\w)", re.ASCII)
# Small words inside a name: "Alphen aan den Rijn", "Alphen a/d Rijn".
SMALL = frozenset(("a", "d", "ad", "aan", "de", "den", "der"))
# What the register adds to tell equal names apart: "Hengelo (Gld)", "Bergen L".
SUFFIXES = frozenset(("gld", "nb", "nh", "zh", "gn", "l", "o", "z", "ut", "ac"))
NOTHING: Mapping[str, str] = {}
MUNICIPALITY_WORD = "gem"  # "Spaarndam gem. Haarlem"


@dataclass(frozen=True)
class FinderContact:
    """A number that the finder shows at once: whose, what that is, as read, as dialled.

    `lang` is the language of the name; `confirmed` says that we asked them ourselves.
    """

    name: str
    kind: str
    shown: str
    href: str
    lang: str = "nl"
    confirmed: bool = False


def fold(text: str) -> list[str]:
    """Return the words of a name in the form in which names are compared.

    No case, accents or signs; IJ is y, St. is Sint: "'s-Gravenhage" -> ["s", "gravenhage"].
    """
    flat = unicodedata.normalize("NFKD", text).lower()
    flat = "".join(LETTERS.get(c, c) for c in flat if not "\u0300" <= c <= "\u036f")
    flat = SAINT.sub("sint ", PREFIX.sub("", flat)).replace("ij", "y")
    words = "".join(_plain(char) for char in flat).split()
    return [word for at, word in enumerate(words) if not (at and word in SMALL)]


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    return char if category[0] in "LMN" else " "


def key(words: Sequence[str]) -> str:
    """Return folded words as one key: 'Kerk-Avezaath' and 'Kerk Avezaath' are one name."""
    return "".join(words)


def short(words: Sequence[str]) -> Sequence[str]:
    """Return the words without what tells equal names apart: 'Rijswijk (NB)' -> 'Rijswijk'."""
    if MUNICIPALITY_WORD in words[1:]:
        return words[: words.index(MUNICIPALITY_WORD)]
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def answers(places: Places, municipalities: Municipalities) -> dict[str, frozenset[str]]:
    """Return the region ids that each name may stand for, by its key; several mean: ask.

    A name counts in full and without its suffix. A name that is also the first word of longer
    ones in other regions stands for those too: who types 'Etten' may mean Etten-Leur.
    """
    exact: dict[str, set[str]] = defaultdict(set)
    longer: dict[str, set[str]] = defaultdict(set)
    for name, region in _named_regions(places, municipalities):
        words = fold(name)
        for spelling in (words, short(words)):
            exact[key(spelling)].add(region)
        longer[words[0]].add(region)
    return {name: frozenset(regions | longer.get(name, set())) for name, regions in exact.items()}


def _named_regions(places: Places, municipalities: Municipalities) -> Iterator[tuple[str, str]]:
    region_of_town = {}
    for town in places.towns:
        region_of_town[town.name] = municipalities[town.cbs_code][1]
        yield town.name, region_of_town[town.name]
    yield from municipalities.values()
    for other in places.names:
        yield other.name, region_of_town[other.town]


def postcode_answers(places: Places, municipalities: Municipalities) -> dict[str, tuple[str, ...]]:
    """Return the region ids of each postcode, the one with most addresses first."""
    return {
        each.digits: tuple(dict.fromkeys(municipalities[c][1] for c in each.municipality_codes))
        for each in places.postcodes
    }


def finder_data(
    places: Places,
    municipalities: Municipalities,
    regions: Sequence[tuple[str, str]],
    contacts: Mapping[str, Sequence[FinderContact]],
    uncertain: Mapping[str, str] = NOTHING,
) -> dict[str, object]:
    """Return all that the finder knows, small and the same for all languages.

    regions         [id, name, [[name, lang, kind, shown, href, confirmed], ...]]
    municipalities  [name, number of its region, [place, ...]]; the first place has the
                    municipality's name, or is the municipality when no town is called so
    names           {well-known place: [name in another language, ...]}
    short           {place: what it may be called in short, folded}
    postcodes       [first number, how many, number of the region]; a number in two regions
                    stands in one row for each, with the municipality's name as fourth;
                    so does one in a municipality of `uncertain`
    uncertain       {name of a municipality whose region is not certain: number of the other
                    region that a source names, or -1}

    Postcodes are stretches of existing numbers only, so one that does not exist is known not to.
    Every code of `places` must be in `municipalities`, every region id in `regions`: KeyError.
    """
    numbers = {region_id: number for number, (region_id, _) in enumerate(regions)}
    rows = list(_municipality_rows(places, municipalities))
    return {
        "regions": [
            [region_id, name, [_contact_row(each) for each in contacts.get(region_id, ())]]
            for region_id, name in regions
        ],
        "municipalities": [[name, numbers[region], names] for name, region, names in rows],
        "names": _other_names(places),
        "short": _short_names(
            (name for _, _, names in rows for name in names), answers(places, municipalities)
        ),
        "postcodes": list(_postcode_rows(places, municipalities, numbers, uncertain)),
        "uncertain": {name: numbers.get(other, -1) for name, other in uncertain.items()},
    }


def _contact_row(each: FinderContact) -> list[object]:
    return [each.name, each.lang, each.kind, each.shown, each.href, int(each.confirmed)]


def _everyday(places: Places) -> dict[str, str]:
    """Return the towns that are shown by another Dutch name: 's-Gravenhage -> Den Haag."""
    return {each.town: each.name for each in places.names if each.lang == "nl"}


def _municipality_rows(
    places: Places, municipalities: Municipalities
) -> Iterator[tuple[str, str, list[str]]]:
    everyday = _everyday(places)
    towns: dict[str, list[str]] = {code: [] for code in municipalities}
    for town in places.towns:
        towns[town.cbs_code].append(town.name)
    for code, (name, region) in sorted(municipalities.items(), key=lambda item: item[1]):
        own = key(short(fold(name)))
        namesakes = [town for town in towns[code] if key(short(fold(town))) == own] or [name]
        others = sorted(set(towns[code]).difference(namesakes))
        yield name, region, [everyday.get(each, each) for each in (*namesakes, *others)]


def _other_names(places: Places) -> dict[str, list[str]]:
    """Return what well-known towns are also called, each spelling once; the list can be empty."""
    everyday = _everyday(places)
    names = {town: [name, town] for town, name in everyday.items()}
    for each in places.names:
        names.setdefault(each.town, [each.town]).append(each.name)
    return dict(sorted((spellings[0], _unequal(spellings)) for spellings in names.values()))


def _unequal(spellings: Sequence[str]) -> list[str]:
    """Return the spellings that do not fold to the first or to an earlier one."""
    found: dict[str, str] = {}
    for each in spellings:
        found.setdefault(key(fold(each)), each)
    return list(found.values())[1:]


def _short_names(names: Iterable[str], regions_of: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return the short form of the places that have one and would be missed without it."""
    found = {}
    for name in sorted(set(names)):
        words = fold(name)
        if short(words) != words:
            found[name] = key(short(words))
        elif len(words) > 1 and len(regions_of.get(words[0], ())) > 1:
            found[name] = words[0]
    return found


def _postcode_rows(
    places: Places,
    municipalities: Municipalities,
    numbers: Mapping[str, int],
    uncertain: Mapping[str, str],
) -> Iterator[list[object]]:
    """Yield stretches of following postcodes in one region, and those in two one by one.

    Stretches of which the region is not certain name their municipalities, to say so.
    """
    codes_of = {each.digits: each.municipality_codes for each in places.postcodes}
    regions_of = postcode_answers(places, municipalities)

    def stretch(place: tuple[int, str]) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        at, digits = place
        regions = regions_of[digits]
        # Existing numbers that follow each other keep the same distance to their place.
        doubt = any(municipalities[code][0] in uncertain for code in codes_of[digits])
        codes = codes_of[digits] if doubt or len(regions) > 1 else ()
        return codes, regions, int(digits) - at

    for (codes, regions, _), group in groupby(enumerate(sorted(regions_of)), key=stretch):
        digits = [digits for _, digits in group]
        for region in regions:
            names = [municipalities[code][0] for code in codes if municipalities[code][1] == region]
            yield [int(digits[0]), len(digits), numbers[region], *names]
