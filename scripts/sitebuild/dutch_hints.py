"""What do the commonest problems say in Dutch? The checks speak English; an editor may not.

Each pattern is the beginning of an English message. A problem that has none here still has its
file, its line, what was found, and the English sentence.
"""

from sitebuild.problems import Problem

HINTS = {
    "Without quotes this is read": "Zet dubbele aanhalingstekens om deze waarde. "
    "Anders maakt de computer er iets anders van.",
    "YAML cannot be read here: a tab,": "Hier staat een tab, of een teken als @, % of ` zonder "
    "aanhalingstekens. Spring in met spaties; zet tekst tussen aanhalingstekens.",
    "YAML cannot be read here: the colon": "Hier of net erboven ontbreekt de dubbelepunt na een "
    "veld.",
    "YAML cannot be read here: this line stands": "Deze regel begint te ver naar links of naar "
    "rechts. Zet haar even ver als de regels van het blok erboven.",
    "YAML cannot be read here: a quote, a comma": "Hier of net erboven ontbreekt een "
    "aanhalingsteken, een komma of een haakje.",
    "YAML cannot be read here: a colon too many": "Hier staat een dubbelepunt te veel, of een "
    "tekst met een dubbelepunt zonder aanhalingstekens.",
    "YAML cannot be read here: a quote that": "Het aanhalingsteken dat hier begint, wordt nooit "
    "gesloten.",
    "YAML cannot be read here": "De computer kan deze regel niet lezen. Vergelijk met het blok "
    "erboven: even ver inspringen, een dubbelepunt met een spatie, aanhalingstekens in paren.",
    "This field stands twice": "Dit veld staat er twee keer. Houd er één.",
    "Unknown field": "Dit veld bestaat niet. Kijk of de naam goed is geschreven.",
    "The field '": "Hier ontbreekt een veld. Voeg het toe.",
    "Unknown source": "Deze bron staat nog niet in sources.yml. Voeg haar daar toe, of verbeter "
    "de naam.",
    "This source is not in the list": "Deze bron staat niet boven aan de pagina bij 'sources'. "
    "Zet haar erbij.",
    "Nothing names this source": "Niets gebruikt deze bron. Gebruik haar, of haal haar weg.",
    "An invisible or control character": "Hier staat een teken dat je niet ziet. Wis de regel en "
    "typ haar opnieuw.",
    "Here should stand": "Hier hoort iets anders te staan. Vergelijk met een ander blok, en let "
    "op het inspringen.",
    "This word is not known here": "Dit woord staat niet in de lijst van wat hier mag. Kies er "
    "een uit de lijst hieronder.",
    "This is not a phone number": "Dit is geen telefoonnummer.",
    "This number cannot exist": "Dit nummer kan niet bestaan. Tel de cijfers na.",
    "This is not a date": 'Schrijf een datum zo: "2026-11-20".',
    "This is not an https address": 'Een webadres begint met "https://" en heeft geen spaties.',
    "This is not an e-mail address": "Dit is geen mailadres.",
    "This is empty": "Dit is leeg. Vul het in, of haal het veld weg.",
    "A text stands on one line": "Zet deze tekst op één regel, tussen aanhalingstekens.",
    "'": "Schrijf gewone woorden, zonder code.",
    "This is too long": "Dit is te lang. Ontbreekt er een aanhalingsteken?",
    "The file is missing": "Het bestand ontbreekt. Zet het terug.",
    "The Dutch has another": "De vertaling is hier anders gebouwd dan het Nederlands. Maak kop, "
    "link of verwijzing gelijk.",
    "The Dutch has a ": "De vertaling heeft hier niet dezelfde alinea, lijst of tabel als het "
    "Nederlands. Maak ze gelijk.",
    "The Dutch does not have this": "Dit staat niet in het Nederlands. Haal het weg, of voeg het "
    "daar ook toe.",
    "The dictionary does not have": "Het woordenboek kent dit woord niet. Is het een tikfout? Een "
    "goed woord zet je in strings/prose/spelling.yml.",
    "This word is avoided": "Dit woord gebruiken wij niet. Hieronder staat een beter woord.",
    "A figure is typed here": "Getallen staan in facts.yml en telefoonnummers in regions.yml. "
    "Verwijs daarnaar.",
    "This sentence has more than": "Deze zin is te lang. Maak er twee van.",
    "There is no such organisation": "Deze organisatie staat nog niet in regions.yml. "
    "Kijk of de naam klopt.",
    "No region and no national line names": "Geen regio noemt deze organisatie. Zet haar id "
    "bij een regio onder 'organisations'.",
    "A check needs both": "Schrijf allebei op: de dag ('checked') en je initialen ('checked_by').",
    "This check lies in the future": "Deze dag is nog niet geweest. Verbeter de datum.",
    "This contact stands twice": "Dit nummer of adres staat er twee keer. Houd er één.",
    "No page and no menu leads here": "Geen pagina en geen menu leidt hierheen. Zet de pagina in "
    "mkdocs.yml bij 'nav', of maak een link.",
    "That page has no such heading": "Die kop staat niet op die pagina. Verbeter de link.",
    "This section is on law and names": "Dit stuk gaat over regels of recht. Noem een bron.",
    "The page does not end with": "De pagina eindigt niet met wat je nu kunt doen en wie kan "
    "helpen.",
}
UNKNOWN = "Hier klopt iets niet. De zin hieronder zegt in het Engels wat."


def dutch_hint(problem: Problem) -> str:
    """Return what to do about a problem, in Dutch."""
    found = (text for start, text in HINTS.items() if problem.message.startswith(start))
    return next(found, UNKNOWN)
