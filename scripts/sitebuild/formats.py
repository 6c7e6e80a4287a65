"""How does a date, an hour, an amount or a language name read in a language? (Babel, CLDR)."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_currency, format_decimal, format_percent

from sitebuild.values import HOURS_RULE

# English as it is written in Europe: 20 November, not November 20.
LOCALES = {"en": "en_GB"}
OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@lru_cache(maxsize=4096)
def day_text(text: str, lang: str) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD as people write it: '2026', 'april 2026', ..."""
    if len(text) == 4:
        return text
    locale = LOCALES.get(lang, lang)
    if len(text) == 7:
        return str(format_skeleton("yMMMM", date.fromisoformat(text + "-01"), locale=locale))
    return str(format_date(date.fromisoformat(text), "long", locale=locale))


def figure_text(kind: str, value: str, lang: str) -> str:
    """Return a figure of facts.yml as people write it; texts stay as they are.

    `kind` is number, amount (euros), percentage, date or text; `value` was checked before.
    """
    locale = LOCALES.get(lang, lang)
    match kind:
        case "number":
            return str(format_decimal(Decimal(value), locale=locale))
        case "amount":
            return _euros(value, locale)
        case "percentage":
            return str(
                format_percent(Decimal(value) / 100, locale=locale, decimal_quantization=False)
            )
        case "date":
            return day_text(value, lang)
        case _:
            return value


def _euros(value: str, locale: str) -> str:
    """Return '€ 385' or '€ 38,50': cents only where the source gives them."""
    form = Locale.parse(locale).currency_formats["standard"].pattern
    whole = "." not in value
    pattern = form.replace(".00", "") if whole else form
    return str(format_currency(Decimal(value), "EUR", pattern, locale, currency_digits=not whole))


def language_name(code: str, lang: str) -> str:
    """Return the name of a language in another language."""
    return str(Locale.parse(lang).languages[code])


def hours_text(hours: str, lang: str, day_and_night: str) -> str:
    """Return checked OSM opening hours with the day names of a language."""
    if hours == "24/7":
        return day_and_night
    return "; ".join(_rule_text(rule, lang) for rule in hours.split("; "))


def _rule_text(rule: str, lang: str) -> str:
    match = HOURS_RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"opening hours were not checked: {rule}")
    times = match["times"].replace("-", "–").replace(",", ", ")
    if not match["days"]:
        return times
    names = get_day_names("abbreviated", locale=LOCALES.get(lang, lang))
    days = re.sub("[A-Z][a-z]", lambda day: str(names[OSM_DAYS.index(day[0])]), match["days"])
    return f"{days.replace(',', ', ').replace('-', '–')} {times}"
