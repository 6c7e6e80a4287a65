"""What does an organisation look like in an address book? vCard 4.0 (RFC 6350).

icalendar writes the lines: it folds at 75 octets and escapes, which both formats do alike.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from icalendar import vText, vUri
from icalendar.parser import Contentline, Parameters

from sitebuild.formats import day_text, hours_text
from sitebuild.publishing import PublishedDatum, PublishedOrganisation
from sitebuild.reach import stable_id
from sitebuild.render import words_of_state
from sitebuild.values import dial, earliest_day
from sitebuild.wordlists import tells
from sitebuild.words import Words

LANGUAGES = ("nl", "en")  # of the note: who may have to read it to somebody else
NUMBERS = {"phone": "voice", "whatsapp": "text", "sms": "text"}
PROPERTIES = {"email": "EMAIL", "website": "URL", "chat": "URL"}
SHORT_NAME = re.compile(r"\(([A-Z]{2,})\)")
WORD = re.compile(r"\w+")


def neutral_name(name: str, telling: Iterable[str]) -> str:
    """Return the name that stands in the list of an address book, which others may see.

    A name without a telling word (`WordLists.telling`) stays. Of another only the first letters
    stand there, or the abbreviation that it gives itself; of a single word the first two letters.
    The whole name is in the note, which is seen when the card is opened.
    """
    if not tells(name, telling):
        return name
    if own := SHORT_NAME.search(name):
        return own[1]
    words = WORD.findall(name)
    return "".join(word[0] for word in words).upper() if len(words) > 1 else words[0][:2]


def cards(
    organisations: Iterable[PublishedOrganisation],
    words: Mapping[str, Words],
    telling: Iterable[str],
) -> str:
    """Return one card for each organisation, one after the other, as one file."""
    listed = tuple(telling)
    return "".join(_card(each, words, listed) for each in organisations)


def _card(each: PublishedOrganisation, words: Mapping[str, Words], telling: tuple[str, ...]) -> str:
    shown = neutral_name(each.name, telling)
    lines = [
        _line("BEGIN", "VCARD"),
        _line("VERSION", "4.0"),
        _line("KIND", "org"),
        _line("UID", vUri(f"urn:uuid:{stable_id('organisation', each.id)}")),
        _line("FN", shown),
        _line("ORG", shown),
        *(_contact(datum) for datum in each.contacts),
        *_languages(each),
        _line("NOTE", "\n\n".join(_notes(each, shown, words))),
        *_revision(each),
        _line("END", "VCARD"),
    ]
    return "".join(_folded(line) for line in lines)


def _folded(line: Contentline) -> str:
    octets: bytes = line.to_ical()  # type: ignore[no-untyped-call]  # icalendar types it in part
    return octets.decode("utf-8") + "\r\n"


def _line(name: str, value: str, **parameters: object) -> Contentline:
    text = value if isinstance(value, vUri) else vText(value)
    line: Contentline = Contentline.from_parts(name, Parameters(parameters), text)
    return line


def _contact(datum: PublishedDatum) -> Contentline:
    """112, 113 and 14 0xx have no international form, which a tel: address must have (RFC 3966)."""
    if datum.field in NUMBERS:
        types = [NUMBERS[datum.field], "work"]
        number = dial(datum.value)
        if number.startswith("tel:+"):
            return _line("TEL", vUri(number), VALUE="uri", TYPE=types)
        return _line("TEL", number.removeprefix("tel:"), VALUE="text", TYPE=types)
    if datum.field == "walk_in":
        # Only the street part: our addresses are one text, and a guess could split them wrongly.
        address = vText(datum.value).to_ical().decode("utf-8")
        return _line("ADR", vUri(f";;{address};;;;"), TYPE="work")
    return _line(PROPERTIES[datum.field], vUri(datum.value))


def _languages(each: PublishedOrganisation) -> Iterator[Contentline]:
    spoken = each.traits.get("languages")
    for code in spoken.values if spoken else ():
        yield _line("LANG", code)


def _revision(each: PublishedOrganisation) -> Iterator[Contentline]:
    """The youngest day that a contact dates from; none when all are undated."""
    days = [earliest_day(datum.as_of) for datum in each.contacts if datum.as_of]
    if days:
        yield _line("REV", f"{max(days).replace('-', '')}T000000Z")


def _notes(each: PublishedOrganisation, shown: str, words: Mapping[str, Words]) -> Iterator[str]:
    if shown != each.name:
        yield each.name
    for lang in LANGUAGES:
        yield "\n".join(_state(datum, words[lang], lang) for datum in each.contacts)


def _state(datum: PublishedDatum, words: Words, lang: str) -> str:
    """Return what a card says of one contact: which desk, when, how sure, from where."""
    parts = [datum.value]
    if datum.desk != "general":
        parts.append(f"({words.say(f'labels.desk.{datum.desk}')})")
    if datum.hours:
        hours = hours_text(datum.hours, lang, words.say("contact.day_and_night"))
        parts.append(f"({words.say('contact.open')}: {hours})")
    return f"{' '.join(parts)}: {state_text(datum, words, lang)}"


def state_text(datum: PublishedDatum, words: Words, lang: str) -> str:
    """Return the sentence that says how sure a contact is, with source and date, as plain text."""
    day = day_text(datum.as_of, lang).removesuffix(".") if datum.as_of else ""
    return words.say(words_of_state(datum), source=datum.source.title, date=day)
