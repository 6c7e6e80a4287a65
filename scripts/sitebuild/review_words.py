"""Which words does a review use? Each twice: Dutch and English, for whoever proposed the change."""

from sitebuild.contact_changes import HELD, NO_PROOF, OLD_CHECK, SAME_PROOF
from sitebuild.publishing import State

Pair = tuple[str, str]

HEADINGS: dict[str, Pair] = {
    "title": ("Wat deze wijziging doet", "What this change does"),
    "problems": ("Eerst verbeteren", "To mend first"),
    "contacts": ("Nummers, adressen en hulp", "Numbers, addresses and help"),
    "places": ("Wie helpt waar", "Who helps where"),
    "values": ("Cijfers en meldingen", "Figures and notices"),
    "pages": ("Teksten", "Texts"),
    "translations": ("Vertalingen", "Translations"),
    "words": ("Knoppen en vaste woorden", "Buttons and fixed words"),
    "reading": ("Leesbaarheid", "Readability"),
    "addresses": ("Pagina's om te bekijken", "Pages to look at"),
    "uncompared": ("Niet vergeleken", "Not compared"),
    "totals": ("De site na deze wijziging", "The site after this change"),
}
SAY: dict[str, Pair] = {
    "nothing": (
        "Bezoekers merken niets van deze wijziging. Er is niets te verbeteren.",
        "Visitors see no difference. There is nothing to mend.",
    ),
    "unseen": (
        "De bestanden zijn in orde. Wat bezoekers van deze wijziging merken, kan dit rapport niet "
        "zeggen.",
        "The files are in order. What visitors will see of this change, this report cannot say.",
    ),
    "uncompared": (
        "Dit rapport vergelijkt deze bestanden niet. Bekijk zelf de pagina's die ervan gemaakt "
        "worden.",
        "This report does not compare these files. Look yourself at the pages that are made of "
        "them.",
    ),
    "right": (
        "De bestanden zijn in orde. Hieronder staat wat bezoekers ervan merken.",
        "The files are in order. Below is what visitors will see of it.",
    ),
    "problems": (
        "Er is nog niets op de site veranderd. Open elk bestand, ga naar de regel, verbeter die, "
        "en bewaar. De controle begint dan opnieuw.",
        "Nothing on the site has changed yet. Open each file, go to the line, mend it, and save. "
        "The check then starts again.",
    ),
    "not_compared": (
        "De nummers zijn niet vergeleken: `regions.yml` of `sources.yml` is nog niet in orde.",
        "The numbers were not compared: `regions.yml` or `sources.yml` is not in order yet.",
    ),
    "contacts": (
        "Wat niet getoond mag worden, staat hier zonder nummer. Geef dat niet door.",
        "What may not be shown stands here without its number. Do not pass it on.",
    ),
    "places": (
        "Kijk of dit klopt: een bezoeker belt wie hier staat.",
        "See that this is right: a visitor calls whoever stands here.",
    ),
    "translations": (
        "Vertaal wat veranderde, en zeg dan dat de vertaling weer volgt: "
        "`scripts/mark_translation.py`. Bleef de betekenis gelijk, gebruik dan `--minor` (zie "
        "CONTRIBUTING). Geen Python? Zeg het in je voorstel.",
        "Translate what changed, then say that the translation follows again: "
        "`scripts/mark_translation.py`. Did the meaning stay the same, use `--minor` (see "
        "CONTRIBUTING). No Python? Say so in your proposal.",
    ),
    "reading": (
        "Een hoger cijfer leest makkelijker: 65 of meer is gewone taal.",
        "A higher index is easier to read: 65 or more is plain language.",
    ),
    "more": ("En nog {count}.", "And {count} more."),
}
REMARKS: dict[str, Pair] = {
    HELD: (
        "Niet getoond: er staat `hold` bij.",
        "Not shown: it has `hold`.",
    ),
    OLD_CHECK: (
        "Niet getoond: de controle is ouder dan een jaar. Vraag het opnieuw na.",
        "Not shown: the check is older than a year. Check it again.",
    ),
    NO_PROOF: (
        "Niet getoond: de bron is te oud of te zwak. Vraag het na en vul `checked` en "
        "`checked_by` in, of noem een betere bron.",
        "Not shown: the source is too old or too weak. Check it with them and fill in `checked` "
        "and `checked_by`, or name a better source.",
    ),
    SAME_PROOF: (
        "Het nieuwe heeft dezelfde bron als het oude. Staat het daar echt zo?",
        "The new one has the source of the old one. Does that source really say so?",
    ),
}
GONE: Pair = (
    "Bezoekers zien dit niet meer.",
    "Visitors no longer see this.",
)
STATES: dict[State | None, Pair] = {
    State.CONFIRMED: ("nagevraagd", "confirmed"),
    State.SOURCED: ("met bron", "sourced"),
    State.WITHHELD: ("niet getoond", "not shown"),
    None: ("niet in het bestand", "not in the file"),
}
FIELDS: dict[str, Pair] = {
    "phone": ("telefoon", "phone"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "sms": ("sms", "text message"),
    "email": ("mail", "e-mail"),
    "chat": ("chat", "chat"),
    "walk_in": ("inloopadres", "address to walk in"),
    "website": ("website", "website"),
    "languages": ("talen", "languages"),
    "for_whom": ("voor wie", "for whom"),
    "not_for": ("niet voor", "not for"),
    "life_domains": ("waarbij ze helpen", "what they help with"),
    "offers": ("wat ze doen", "what they offer"),
    "cost": ("kosten", "cost"),
    "anonymous": ("anoniem", "anonymous"),
    "religion": ("achtergrond", "background"),
}
PLACES: dict[str, Pair] = {
    "region": ("regio", "region"),
    "centre": ("centrumgemeente", "centre municipality"),
    "organisation": ("organisatie", "organisation"),
    "municipality": ("gemeente", "municipality"),
    "ggd": ("GGD van gemeente", "GGD of municipality"),
}
ADDED: dict[bool, Pair] = {True: ("erbij", "new"), False: ("eraf", "gone")}
KINDS: dict[str, Pair] = {
    "new": ("nieuw", "new"),
    "changed": ("veranderd", "changed"),
    "gone": ("weg", "gone"),
    "current": ("bijgewerkt", "up to date"),
    "outdated": ("loopt achter", "behind"),
    "missing": ("ontbreekt", "missing"),
    "": ("nog niet", "not yet"),
}
TOTALS: dict[str, Pair] = {
    "confirmed": ("Nummers en adressen, nagevraagd", "Numbers and addresses, confirmed"),
    "sourced": ("Nummers en adressen, met bron", "Numbers and addresses, sourced"),
    "withheld": ("Nummers en adressen, niet getoond", "Numbers and addresses, not shown"),
    "current": ("Vertalingen, bijgewerkt", "Translations, up to date"),
    "outdated": ("Vertalingen die achterlopen", "Translations that are behind"),
    "missing": ("Vertalingen die ontbreken", "Translations that are missing"),
    "unread": ("Vertalingen, niet nagelezen", "Translations that nobody has read"),
}
COLUMNS: dict[str, Pair] = {
    "organisation": ("Organisatie", "Organisation"),
    "region": ("Regio", "Region"),
    "what": ("Wat", "What"),
    "before": ("Voor", "Before"),
    "after": ("Na", "After"),
    "state": ("Zekerheid", "How sure"),
    "name": ("Naam", "Name"),
    "change": ("Verandering", "Change"),
    "ask": ("Let op", "Mind"),
    "page": ("Pagina", "Page"),
    "section": ("Stuk", "Section"),
    "language": ("Taal", "Language"),
    "words": ("Woorden per zin", "Words per sentence"),
    "longest": ("Langste zin", "Longest sentence"),
    "ease": ("Leesindex", "Index"),
    "where": ("Waar", "Where"),
}
NATIONAL_NAME: Pair = ("heel Nederland", "whole country")
LINE: Pair = ("regel", "line")
EDITED: Pair = ("Hier veranderd: regel", "Changed here: line")
DUTCH_CHANGED: Pair = ("Het Nederlands veranderde in", "The Dutch changed in")
FOUND: Pair = ("Gevonden", "Found")


def both(pair: Pair) -> str:
    """Return the Dutch and the English word, or one of them where they are alike."""
    return pair[0] if pair[0].casefold() == pair[1].casefold() else f"{pair[0]} / {pair[1]}"
