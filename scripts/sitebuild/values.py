"""Is one value well-formed? Phones, opening hours, e-mail, addresses, dates, slugs, texts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import opening_hours
import phonenumbers
import yaml
from email_validator import EmailNotValidError, validate_email

# Numbers with rules of their own, from the Dutch numbering plans: emergency and the
# suicide-prevention line are three digits, 14 0xx reaches a municipality by area code.
SHORT_NUMBERS = frozenset({"112", "113"})
MUNICIPAL = re.compile(r"14 ?(?P<area>0[0-9]{2,3})")
NUMBER_FORM = "A number may hold digits, spaces and hyphens."
LOOKS_LIKE_A_NUMBER = re.compile(r"[+-]?[0-9][0-9 _.,:+-]*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PARTIAL_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
MARKUP = ("<", ">", "{{", "{%", "{#", "[[", "]]", "`")
HOURS_RULE = re.compile(
    r"(?:(?P<days>(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?"
    r"(?:,(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?)*) )?"
    r"(?P<times>[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(?:,[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*)"
)


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a value, and what to do."""

    message: str
    remedy: str


Check = Callable[[str], Complaint | None]


def check_text(text: str) -> Complaint | None:
    """Refuse empty text, raw HTML and template syntax: a text is shown as it stands."""
    if not text.strip():
        return Complaint("This is empty.", "Fill it in, or remove the field.")
    if "\n" in text:
        return Complaint("A text stands on one line.", "Put it all on one line, in quotes.")
    if mark := next((mark for mark in MARKUP if mark in text), None):
        return Complaint(f"'{mark}' is code, not text.", "Write plain words, without code.")
    return None


def check_slug(text: str) -> Complaint | None:
    """Accept ids of lower-case letters, digits and single hyphens."""
    if SLUG.fullmatch(text):
        return None
    return Complaint("An id may hold a-z, 0-9 and hyphens.", 'Write it like "den-haag".')


def check_date(text: str) -> Complaint | None:
    """Accept one day of the calendar as YYYY-MM-DD."""
    try:
        if DAY.fullmatch(text) and date.fromisoformat(text):
            return None
    except ValueError:
        pass
    return Complaint("This is not a date.", 'Write it like "2026-11-20".')


def check_partial_date(text: str) -> Complaint | None:
    """Accept YYYY, YYYY-MM or YYYY-MM-DD."""
    if PARTIAL_DAY.fullmatch(text) and check_date(earliest_day(text)) is None:
        return None
    return Complaint("This is not a date.", 'Write it like "2026", "2026-11" or "2026-11-20".')


def earliest_day(text: str) -> str:
    """Return the first day that a YYYY, YYYY-MM or YYYY-MM-DD can mean, as YYYY-MM-DD."""
    return (text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10]


def check_https(text: str) -> Complaint | None:
    """Accept a plain https address without user name, port or spaces."""
    remedy = 'Copy it from the browser, like "https://www.example.nl/contact".'
    try:
        parts = urlsplit(text)
        odd = parts.port is not None or parts.username is not None
    except ValueError:
        return Complaint("This is not a web address.", remedy)
    host = parts.hostname or ""
    plain = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}", host) is not None
    if parts.scheme != "https" or odd or not plain or re.search(r'[\s"<>\\^`{|}\[\]]', text):
        return Complaint("This is not an https address.", remedy)
    return None


def check_email(text: str) -> Complaint | None:
    """Accept an e-mail address by its form; nothing is looked up."""
    remedy = 'Write it like "info@example.nl".'
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return Complaint("This is not an e-mail address.", remedy)
    if not EMAIL.fullmatch(text):  # other characters are rare, and could change a mailto link
        return Complaint("This e-mail address holds an unusual character.", remedy)
    return None


def check_phone(text: str) -> Complaint | None:
    """Accept a Dutch number, 112, 113, 0800, 0900 or a municipality's 14 0xx."""
    municipal = MUNICIPAL.fullmatch(text)
    if text in SHORT_NUMBERS or (municipal and _area_exists(municipal["area"])):
        return None
    remedy = 'Compare it with the source; write it like "070 123 45 67" or "0800-2000".'
    if municipal or not re.fullmatch(r"\+?[0-9][0-9 -]*[0-9]", text):
        message = "This number cannot exist: no municipality has it." if municipal else NUMBER_FORM
        return Complaint(message, remedy)
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return Complaint("This is not a phone number.", remedy)
    if not phonenumbers.is_valid_number(number):
        return Complaint("This number cannot exist (too short, too long, or unknown).", remedy)
    return None


def check_message_number(text: str) -> Complaint | None:
    """Accept a number that can get messages: not a short, free or paid service number."""
    if complaint := check_phone(text):
        return complaint
    service = text in SHORT_NUMBERS or MUNICIPAL.fullmatch(text)
    if service or text.startswith(("0800", "0900", "0906", "0909")):
        return Complaint("This number cannot get messages.", "Use a mobile or ordinary number.")
    return None


def _area_exists(area: str) -> bool:
    """A 14 0xx number ends in an area code: some fixed line must be possible behind it."""
    tries = (area + str(digit) * (10 - len(area)) for digit in range(2, 9))
    return any(_is_fixed_line(text) for text in tries)


def _is_fixed_line(text: str) -> bool:
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE)


def dial(text: str) -> str:
    """Return a checked number as a `tel:` address: E.164, or the digits of a short number.

    14 0xx numbers have no international form, so they keep their digits.
    """
    digits = text.replace(" ", "").replace("-", "")
    if text in SHORT_NUMBERS or MUNICIPAL.fullmatch(text):
        return f"tel:{digits}"
    number = phonenumbers.parse(text, "NL")
    return "tel:" + phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def chat_address(text: str) -> str:
    """Return where a checked number is written to by WhatsApp, from its own "click to chat"."""
    return f"https://wa.me/{dial(text).removeprefix('tel:+')}"


def check_hours(text: str) -> Complaint | None:
    """Accept opening hours in OSM syntax, in the simple forms that the pages can say.

    Syntax: https://wiki.openstreetmap.org/wiki/Key:opening_hours (weekdays and times only).
    """
    remedy = 'Write them like "Mo-Fr 09:00-17:00; Sa 10:00-12:00" or "24/7".'
    if not opening_hours.validate(text):
        return Complaint("These are not opening hours.", remedy)
    if text != "24/7" and not all(HOURS_RULE.fullmatch(part) for part in text.split("; ")):
        return Complaint("These hours are too complicated to show.", remedy)
    return None


def is_converted_by_yaml(text: str) -> bool:
    """Say whether YAML would read this unquoted text as a number, date, time or yes/no.

    All that looks like a number counts: 0201234567 is one to YAML, 0592366911 by chance is not.
    """
    if LOOKS_LIKE_A_NUMBER.fullmatch(text):
        return True
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], [])
    return text == "" or any(pattern.match(text) for _, pattern in resolvers)
