"""A value is well-formed or is refused; a number, an hour and a date read as they should."""

import pytest
from sitebuild import values
from sitebuild.formats import day_text, hours_text, language_name
from sitebuild.region_schema import SPOKEN, check_cbs_code

Table = dict[values.Check, tuple[str, ...]]
LANGUAGES = ("nl", "en", "es", "ro", "bg", "hu", "pl", "th")

RIGHT: Table = {
    values.check_phone: (
        "112", "113", "14 070", "14 010", "14 0592", "0800-0000", "0800 0000", "0900-0000",
        "070 000 00 00", "070-0000000", "0700000000", "088 000 00 00", "085 000 00 00",
        "+31 70 000 00 00", "06 10 00 00 00",
    ),
    values.check_hours: (
        "24/7", "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "09:00-17:00",
        "Mo,We 09:00-12:00,13:00-17:00", "Mo-We,Fr 09:00-17:00", "Fr 20:00-24:00",
    ),
    values.check_date: ("2026-11-20", "2024-02-29"),
    values.check_partial_date: ("2026", "2026-11", "2026-11-20"),
    values.check_slug: ("a", "den-haag", "ggd-2", "2026"),
    values.check_https: (
        "https://example.nl", "https://www.example.nl/a/b?c=d&e=f#g", "https://example.nl/%C3%A9",
    ),
    values.check_email: ("info@example.nl", "i.n-f_o+nl@sub.example.nl"),
    values.check_text: ("A", "Wat? Dit & dat: 100% (echt) *zo* #1 | a_b", "ไทย", "Не"),
    check_cbs_code: ("GM0363", "GM1680"),
}  # fmt: skip
WRONG: Table = {
    values.check_phone: (
        "", " ", "1", "12", "144", "911", "14 099", "14 000", "14 003", "14 06", "14 0800",
        "14 0900", "070 123", "070 000 00 000", "06 12", "bel ons", "0900-HULP",
        "070 0000000 of 04", "070/0000000", "(070) 0000000", "tel:0700000000", " 112", "112 ",
        "14 0٧٠", "٠٧٠٠٠٠٠٠٠٠", "--", "+", "+31", "+999 123 456", "00", "0" * 20,
    ),
    values.check_hours: (
        "", "24/8", "Mo-Fr", "Ma-Vr 09:00-17:00", "Mo-Fr 9-17", "Mo-Fr 09:00-17:60", "PH off",
        "Mo-Fr 09:00-17:00;Sa 10:00-12:00", "Mo-Fr 09:00-99:99", "sunrise-sunset",
        "Mo-Fr ٠٩:00-17:00", 'Mo "alleen op afspraak"',
        'Mo-Fr 09:00-17:00 || "bel"', "Mo-Fr 09:00+",
    ),
    values.check_date: (
        "", "2026", "2026-11", "20-11-2026", "2026-02-29", "2026-13-01", "2026-11-20T10:00",
        "20261120", "2026-W47-5", "٢٠٢٦-١١-٢٠", "2026-11-20 ",
    ),
    values.check_partial_date: ("", "26", "2026-13", "2026-00", "2026-11-31", "2026-1", "0000"),
    values.check_slug: ("", "Den-Haag", "den haag", "den_haag", "-a", "a-", "a--b", "é", "a\n"),
    values.check_https: (
        "", "http://example.nl", "example.nl", "//example.nl", "https://", "https:///a",
        "ftp://example.nl", "javascript:alert(1)", "https://example", "https://127.0.0.1/", "https://[::1]/",
        "https://a@example.nl", "https://example.nl:8443/", "https://example.nl:99999/",
        "https://exa mple.nl", "https://example.nl/a b", 'https://example.nl/"x',
        "https://example.nl/<x>", "https://example.nl/{{x}}", "https://example.nl/[[x]]",
        "https://example.nl/\n", "https://xn--/", "https://пример.рф/",
    ),
    values.check_email: (
        "", "info", "info@", "@example.nl", "info@example", "in fo@example.nl", "a@b@example.nl",
        "Info <info@example.nl>", "info@example.nl, b@example.nl", "mailto:info@example.nl",
        "{{x}}@example.nl", "a?bcc=b@example.nl", "a&b@example.nl",
        "info@example..nl", "info@127.0.0.1",
    ),
    values.check_text: (
        "", " ", "\t", "<b>", "a < b", "</p>", "<!-- x -->", "{{ x }}", "{% x %}", "{# x #}",
        "[[x]]", "`x`",
    ),
    check_cbs_code: ("", "GM036", "GM03633", "gm0363", "0363", "GM٠٣٦٣", "GM 363"),
}  # fmt: skip


def rows(table: Table) -> list[object]:
    """Return one test case per check and text, named after both."""
    return [
        pytest.param(check, text, id=f"{check.__name__}-{text!a}")
        for check, texts in table.items()
        for text in texts
    ]


@pytest.mark.parametrize(("check", "text"), rows(RIGHT))
def test_right_value_is_accepted(check: values.Check, text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(("check", "text"), rows(WRONG))
def test_wrong_value_is_refused_with_a_remedy(check: values.Check, text: str) -> None:
    complaint = check(text)
    assert complaint is not None
    assert complaint.message.strip()
    assert complaint.remedy.strip()


DIALLED = {
    "112": "tel:112",
    "113": "tel:113",
    "14 070": "tel:14070",
    "14 0592": "tel:140592",
    "0800-0000": "tel:+318000000",
    "0800 0113": "tel:+318000113",
    "0900-0000": "tel:+319000000",
    "070 000 00 00": "tel:+31700000000",
    "070-0000000": "tel:+31700000000",
    "088 000 00 00": "tel:+31880000000",
    "+31 70 000 00 00": "tel:+31700000000",
    "06 10 00 00 00": "tel:+31610000000",
    "+40 21 123 4567": "tel:+40211234567",
}


@pytest.mark.parametrize(("text", "address"), DIALLED.items())
def test_number_is_dialled_in_its_international_form_or_with_its_short_digits(
    text: str, address: str
) -> None:
    assert values.dial(text) == address


def test_number_of_a_municipality_without_its_space_is_refused_or_dialled_as_it_is() -> None:
    refused = values.check_phone("14070") is not None
    assert refused or values.dial("14070") == "tel:14070"


CONVERTED = (
    "0201234567", "123", "-1", "1_000", "0x1F", "0b1", "1.5", "1.0e+3", ".5", ".inf", ".nan",
    "12:30", "1:30:00", "2026-11-20", "2026-11-20 10:00:00", "yes", "No", "ON", "off", "true",
    "False", "null", "~", "Null", "", "<<", "=", "070 000 00 00", "0900-0000", "0880000002",
)  # fmt: skip
KEPT = ("Bel", "nee", "ja", "1234 AB", "y", "Mo-Fr 09:00-17:00", "GGD 2", "a1")


@pytest.mark.parametrize("text", CONVERTED)
def test_text_that_yaml_would_turn_into_something_else_is_known(text: str) -> None:
    assert values.is_converted_by_yaml(text)


@pytest.mark.parametrize("text", KEPT)
def test_text_that_yaml_keeps_needs_no_quotes(text: str) -> None:
    assert not values.is_converted_by_yaml(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026", "2026-01-01"), ("2026-11", "2026-11-01"), ("2026-11-20", "2026-11-20")],
)
def test_earliest_day_of_a_date_is_its_first(text: str, day: str) -> None:
    assert values.earliest_day(text) == day


DAYS = {
    "nl": ("20 november 2026", "november 2026"),
    "en": ("20 November 2026", "November 2026"),
    "es": ("20 de noviembre de 2026", "noviembre de 2026"),
    "ro": ("20 noiembrie 2026", "noiembrie 2026"),
    "bg": ("20 ноември 2026\u202fг.", "ноември 2026\u202fг."),
    "hu": ("2026. november 20.", "2026. november"),
    "pl": ("20 listopada 2026", "listopad 2026"),
    "th": ("20 พฤศจิกายน ค.ศ. 2026", "พฤศจิกายน 2026"),
}
HOURS = {
    "nl": "ma–vr 09:00–12:00, 13:00–17:00; za, zo 10:00–12:00",
    "en": "Mon–Fri 09:00–12:00, 13:00–17:00; Sat, Sun 10:00–12:00",
    "es": "lun–vie 09:00–12:00, 13:00–17:00; sáb, dom 10:00–12:00",
    "ro": "lun.–vin. 09:00–12:00, 13:00–17:00; sâm., dum. 10:00–12:00",
    "bg": "пн–пт 09:00–12:00, 13:00–17:00; сб, нд 10:00–12:00",
    "hu": "H–P 09:00–12:00, 13:00–17:00; Szo, V 10:00–12:00",
    "pl": "pon.–pt. 09:00–12:00, 13:00–17:00; sob., niedz. 10:00–12:00",
    "th": "จ.–ศ. 09:00–12:00, 13:00–17:00; ส., อา. 10:00–12:00",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_date_reads_as_the_language_writes_it(lang: str) -> None:
    assert (day_text("2026-11-20", lang), day_text("2026-11", lang)) == DAYS[lang]
    assert day_text("2026", lang) == "2026"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_opening_hours_read_as_the_language_writes_them(lang: str) -> None:
    text = "Mo-Fr 09:00-12:00,13:00-17:00; Sa,Su 10:00-12:00"
    assert hours_text(text, lang, "x") == HOURS[lang]


def test_open_day_and_night_reads_as_the_given_words() -> None:
    assert hours_text("24/7", "nl", "Dag en nacht") == "Dag en nacht"


def test_hours_without_days_are_only_times() -> None:
    assert hours_text("09:00-17:00", "th", "x") == "09:00–17:00"


def test_unchecked_hours_are_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="were not checked"):
        hours_text("Mo-Fr 9-17", "nl", "x")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_spoken_language_has_a_name_in(lang: str) -> None:
    names = [language_name(code, lang) for code in SPOKEN]
    assert all(name.strip() for name in names)
    assert len(set(names)) == len(names)


def test_language_names_are_in_the_language_asked_for() -> None:
    assert language_name("bg", "nl") == "Bulgaars"
    assert language_name("bg", "en") == "Bulgarian"
    assert language_name("bg", "bg") == "български"
    assert language_name("nl", "th") == "ดัตช์"
