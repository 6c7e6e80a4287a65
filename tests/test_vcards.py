"""Cards for address books: right by RFC 6350, silent in a list of names, the same per region."""

from dataclasses import replace

import pytest
import vobject
from sitebuild.content import Content
from sitebuild.model import Source
from sitebuild.open_data import organisation_card
from sitebuild.publishing import PublishedDatum, PublishedOrganisation, State
from sitebuild.reach import exported, helpers, stable_id
from sitebuild.values import dial
from sitebuild.vcards import cards, neutral_name, state_text

SOURCE = Source(
    key="a-page", title="Page, of; \\ us", kind="own_page", line=1, url="https://a.example"
)
ODD = "Línea; uno, dos \\ трéь ไทย" * 4


def datum(field: str, value: str, **given: str) -> PublishedDatum:
    """Return one contact that may be shown."""
    return PublishedDatum(
        field, (value,), 1, State.SOURCED, given.pop("desk", "general"),
        given.pop("as_of", ""), SOURCE, (SOURCE,), **given,
    )  # fmt: skip


def organisation(name: str, *contacts: PublishedDatum) -> PublishedOrganisation:
    """Return an organisation with these contacts."""
    return PublishedOrganisation("an-org", name, "pmw", "nl", 1, contacts, {}, {})


def too_long(text: str) -> list[str]:
    """Return the lines over 75 octets, which RFC 6350 asks to fold."""
    return [line for line in text.split("\r\n") if len(line.encode()) > 75]


def test_a_card_is_folded_escaped_and_read_back(content: Content) -> None:
    one = organisation(
        f"Org {ODD}",
        datum("phone", "070 123 45 67", hours="Mo-Fr 09:00-17:00", as_of="2026-03"),
        datum("phone", "14 070", desk="health"),
        datum("whatsapp", "06 12 34 56 78"),
        datum("email", "a@b.example"),
        datum("website", "https://a.example/x?y=1&z=2"),
        datum("walk_in", "Straat 1, Den Haag; hal"),
    )  # fmt: skip
    text = cards([one], content.words, ())
    assert too_long(text) == [] and too_long("NOTE:" + ODD)
    assert text.count("\n") == text.count("\r\n")
    card = vobject.readOne(text)
    assert card.version.value == "4.0"
    assert card.fn.value == one.name
    assert card.uid.value == f"urn:uuid:{stable_id('organisation', 'an-org')}"
    assert [(each.value, each.params["VALUE"]) for each in card.contents["tel"]] == [
        ("tel:+31701234567", ["uri"]),
        ("14070", ["text"]),
        ("tel:+31612345678", ["uri"]),
    ]
    assert card.contents["tel"][2].params["TYPE"] == ["text", "work"]
    assert card.email.value == "a@b.example"
    assert card.url.value == "https://a.example/x?y=1&z=2"
    assert card.adr.value.street == "Straat 1, Den Haag; hal"
    assert card.rev.value == "20260301T000000Z"
    dutch, english = card.note.value.split("\n\n")
    assert SOURCE.title in dutch and "maart 2026" in dutch and "09:00" in dutch
    assert SOURCE.title in english and "March 2026" in english and "sexual health" in english


def test_a_card_without_a_date_has_no_revision(content: Content) -> None:
    text = cards([organisation("A", datum("phone", "112"))], content.words, ())
    assert "\r\nREV" not in text


def test_a_checked_contact_says_so(content: Content) -> None:
    checked = replace(datum("phone", "112", as_of="2026-11-20"), state=State.CONFIRMED)
    assert "20 november 2026" in state_text(checked, content.words["nl"], "nl")
    assert SOURCE.title not in state_text(checked, content.words["nl"], "nl")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("GGD Drenthe", "GGD Drenthe"),
        ("Centrum Seksueel Geweld", "CSG"),
        ("Amsterdam Center for Sex Workers (ACS)", "ACS"),
        ("Politie", "Po"),
        ("Veilig Thuis", "VT"),
        ("PMW013 (Sterk Huis en GGD)", "PSHEG"),
    ],
)
def test_a_telling_name_is_short_in_the_list(content: Content, name: str, shown: str) -> None:
    assert neutral_name(name, content.word_lists.telling) == shown


def test_cards_tell_nothing_in_the_list_and_all_when_opened(
    content: Content, data_texts: dict[str, str]
) -> None:
    telling = content.word_lists.telling
    short = 0
    for each in exported(content.directory, content.published):
        text = data_texts[organisation_card(each.id)]
        assert not too_long(text)
        (card,) = vobject.readComponents(text)
        listed = [card.fn.value, *card.org.value]
        assert not [word for word in telling if word in " ".join(listed).casefold()], listed
        assert each.name in (card.fn.value, card.note.value.split("\n")[0])
        short += each.name != card.fn.value
        numbers = [tel.value.removeprefix("tel:") for tel in card.contents.get("tel", ())]
        assert numbers == [dial(one.value).removeprefix("tel:") for one in each.of("phone")]
        pages = [one.value for one in each.contacts if one.field in ("website", "chat")]
        assert [url.value for url in card.contents.get("url", ())] == pages
        for one in each.contacts:
            for lang in ("nl", "en"):
                assert f"{state_text(one, content.words[lang], lang)}" in card.note.value
    assert short > 5


def test_a_region_has_the_same_cards_in_one_file(
    content: Content, data_texts: dict[str, str]
) -> None:
    for region in content.directory.regions:
        own = [data_texts[organisation_card(e.id)] for e in helpers(region, content.published)]
        assert own and data_texts[f"regions/{region.id}.vcf"] == "".join(own)
