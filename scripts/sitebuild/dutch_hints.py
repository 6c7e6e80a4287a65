"""What do the commonest problems say in Dutch? The checks speak English; an editor may not.

Each pattern is the beginning of an English message; the first that fits is taken. A problem that
has none here still has its file, its line, what was found, and the English sentence.
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
    "This region and subject stand in line": "Deze regio en dit onderwerp staan al in een andere "
    "regel. Houd er één; die mag meer bronnen hebben.",
    "This is not known as a value": 'Kies "yes", "no" of "gap", tussen aanhalingstekens. '
    "Weet niemand het? Haal het blok weg.",
    "None of these sources has a date": "Geen van deze bronnen heeft een datum. Noem een bron met "
    "een datum, of vraag het na en zet 'checked' en 'checked_by' erbij.",
    "regions.yml says the opposite": "Een organisatie in regions.yml zegt het omgekeerde. "
    "Verbeter een van de twee. Klopt het allebei? Noem de organisatie dan bij 'despite'.",
    "This organisation does not say the opposite": "Deze organisatie zegt hier niet het "
    "omgekeerde, of dat mag niet op de site. Haal haar weg bij 'despite'.",
    "This is not known in regions.yml": "Deze regio staat niet in regions.yml. Verbeter de id.",
    "This region has no place on the map": "Deze regio heeft nog geen plek op de kaart. Zet haar "
    "onder 'tiles'.",
    "This is no place on the map": 'Schrijf de plek op de kaart in hele of halve vakjes: "2" of '
    '"2.5".',
    "This tile lies over": "Twee regio's staan op dezelfde plek van de kaart. Verschuif er een.",
    "A check needs a day": "Schrijf allebei op: de dag ('checked') en je initialen ('checked_by').",
    "This date lies in the future": "Deze dag is nog niet geweest. Verbeter de datum.",
    "Two organisations have this id": "Twee organisaties hebben dezelfde id. Geef er een een "
    "andere.",
    "Two regions have this id": "Twee regio's hebben dezelfde id. Geef er een een andere.",
    "This municipality stands twice": "Deze gemeente staat er twee keer. Houd er één.",
    "This municipality is in no region": "Deze gemeente staat bij geen enkele regio. Zet haar bij "
    "de goede regio.",
    "This organisation stands twice": "Deze organisatie staat hier twee keer. Houd er één.",
    "This organisation is of kind": "Deze organisatie is van een andere soort (zie 'kind'). Noem "
    "hier de goede.",
    "This is no national organisation": "Deze organisatie werkt niet in het hele land. Noem er "
    "een met 'national: true'.",
    "This word stands twice": "Dit woord staat er twee keer. Houd er één.",
    "There is no such other region": "Die regio bestaat niet. Kijk of de id goed is geschreven.",
    "There is no such region": "Die regio bestaat niet. Kijk of de id goed is geschreven.",
    "An own page needs the id": "Een eigen pagina is van iemand. Zet de id van de organisatie "
    "erbij, als 'owner'.",
    "Only an own page has an owner": "Alleen een eigen pagina van een organisatie heeft 'owner'. "
    "Haal dat veld weg.",
    "An id may hold": "Een id bestaat uit kleine letters a-z, cijfers en streepjes.",
    "This is not a CBS": "Een gemeentecode van het CBS heeft vier cijfers. Kijk haar na.",
    "This number cannot get messages": "Op dit nummer kun je geen berichten krijgen. Gebruik een "
    "mobiel of gewoon nummer.",
    "This is not a web address": "Dit is geen webadres. Kijk het na.",
    "This e-mail address holds": "In dit mailadres staat een vreemd teken. Typ het opnieuw.",
    "These are not opening hours": "Zo staan de uren er niet goed. Kijk hoe ze bij een andere "
    "organisatie staan.",
    "These hours are too complicated": "Deze uren zijn te ingewikkeld om te laten zien. Schrijf "
    "ze eenvoudiger.",
    "This list is empty": "Deze lijst is leeg. Vul haar in, of haal het veld weg.",
    "This can only be true": "Hier kan alleen true staan. Haal het veld weg als het niet zo is.",
    "A list cannot stand here": "Hier hoort één tekst te staan, geen lijst.",
    "A field name must be": "De naam van een veld is een gewoon woord. Zet tekst tussen "
    "aanhalingstekens.",
    "A second document starts": "Haal de regel met '---' weg.",
    "Anchors (&) and aliases": "Een & of * betekent in YAML iets anders. Zet de tekst tussen "
    "aanhalingstekens.",
    "YAML tags (!)": "Een uitroepteken vooraan betekent in YAML iets anders. Zet de tekst tussen "
    "aanhalingstekens.",
    "This is nested too deeply": "Deze regels springen te ver in. Kijk het inspringen na.",
    "The file is empty": "Het bestand is leeg. Zet terug wat erin stond.",
    "The file is too large": "Het bestand is te groot. Is hier per ongeluk iets geplakt?",
    "This is not UTF-8": "Bewaar dit bestand als UTF-8.",
    "This is a link to another place": "Dit is een verwijzing naar een andere plek. Zet hier het "
    "bestand zelf neer.",
    "No page refers to this figure": "Geen pagina gebruikt dit getal. Gebruik het, of haal het "
    "weg.",
    "The day to look again": "De dag om opnieuw te kijken ('check_again') komt niet na 'seen'. "
    "Kies een latere dag.",
    "The last day comes before": "De laatste dag komt voor de eerste. Verbeter een van de twee.",
    "There is no such page": "Die pagina bestaat niet. Kijk of de naam klopt.",
    "The page does not start": "De pagina begint niet met een blok tussen twee regels '---'. Kijk "
    "naar een andere pagina.",
    "This page must exist": "Deze pagina moet er in elke taal zijn. Kun je haar niet vertalen? "
    "Zeg het in je voorstel.",
    "The Dutch page says something": "Dit veld zegt iets anders dan op de Nederlandse pagina. "
    "Maak het gelijk.",
    "The Dutch page has other sources": "De Nederlandse pagina heeft andere bronnen. Maak ze "
    "gelijk.",
    "The page never cites": "Deze bron staat bovenaan, maar de tekst noemt haar nergens. Zet "
    "[[source ...]] achter wat ze zegt, of haal haar weg.",
    "This is neither 'no' nor": 'Schrijf "no" of een datum: "2026-11-20".',
    "This is no version": "Dit vult het programma zelf in. Zet terug wat er stond.",
    "This is no language of the site": "De site heeft deze taal niet. Kijk naar de naam van de "
    "map.",
    "This is no page": "Hier horen alleen pagina's (.md).",
    "This name cannot stand": "Een bestandsnaam heeft alleen kleine letters a-z, cijfers en "
    "streepjes.",
    "Two pages have one address": "Twee pagina's krijgen hetzelfde adres. Geef er een een andere "
    "naam.",
    "This heading has no id": "Achter deze kop ontbreekt een id, zoals { #hours }.",
    "This id stands twice": "Deze id staat er twee keer. Geef er een een andere.",
    "A heading of level": "Hier is een soort kop overgeslagen. Na # komt ##, en dan pas ###.",
    "This heading is written": "Schrijf een kop met #-tekens vooraan, zoals de andere.",
    "HTML or template code": "Hier staat code. Schrijf gewone tekst.",
    "This link is written": "Schrijf een link zo: [woorden](bestand.md).",
    "A link may not lead": "Deze link mag hier niet heen leiden. Gebruik https://, of een pagina "
    "van de site.",
    "This mark sets something": "Dit teken tussen { } kennen wij hier niet. Kijk naar een andere "
    "pagina.",
    "This row has another number": "Deze rij heeft meer of minder vakken dan de eerste rij van de "
    "tabel.",
    "This reference is unknown": "Deze verwijzing tussen [[ ]] bestaat niet. Kijk of zij goed is "
    "geschreven.",
    "This cannot stand in a sentence": "Dit hoort op een eigen regel, niet in een zin.",
    "This names nothing": "Deze verwijzing noemt iets dat er niet is, of niet op de site mag. "
    "Kijk of de naam klopt.",
    "This stands in the history": "Titel en beschrijving kan een ander op de telefoon zien. Kies "
    "neutrale woorden.",
    "This address stands in the history": "De naam van dit bestand kan een ander op de telefoon "
    "zien. Kies een neutrale naam.",
    "An e-mail address is typed": "Mailadressen staan in regions.yml, niet in een tekst.",
    "Sentences have more than": "De zinnen zijn gemiddeld te lang. Maak ze korter.",
    "Words have more than": "De woorden zijn gemiddeld te lang. Kies kortere, gewone woorden.",
    "The page is hard to read": "De pagina leest te moeilijk. Maak de zinnen en de woorden korter.",
    "This paragraph reads as": "Deze alinea lijkt in een andere taal te staan.",
    "This letter has a cedilla": "In het Roemeens staat onder deze letter een komma: ș of ț.",
    "This word mixes Cyrillic": "In dit woord staan Latijnse letters die op Cyrillische lijken. "
    "Typ het opnieuw.",
    "A Thai vowel": "Een Thais klinker- of toonteken staat hier verkeerd. Typ het woord opnieuw.",
    "Too few letters": "Deze pagina lijkt niet in haar eigen taal te staan. Is een deel nog niet "
    "vertaald?",
    "The Dutch has '": "Het Nederlands gebruikt hier een vast woord. Gebruik het woord van "
    "strings/terms.yml.",
    "This word is not the one": "Voor dit begrip hebben wij een vast woord. Het staat in "
    "strings/terms.yml.",
    "This text is missing": "Deze tekst ontbreekt; in het Nederlands staat hij wel.",
    "The words between { }": "De woorden tussen { } zijn anders dan in het Nederlands. Maak ze "
    "gelijk.",
    "This word tells": "Dit woord verraadt waar het bericht over gaat, en een ander kan meelezen. "
    "Kies een neutraal woord.",
    "There is nothing to fill in": "Alleen {name}, {organisation} en {link} worden ingevuld. Haal "
    "dit weg.",
    "The message does not say this": "In het bericht ontbreekt een woord tussen { }. Zet "
    "erin wat hier is gevonden: wie schrijft, moet duidelijk zijn.",
    "The message has more than one": "Het bericht heeft meer dan één link. Houd er één.",
    "The message does not say how": "Het bericht zegt niet hoe iemand kan laten weten: stop. "
    "Gebruik het woord van 'stop'.",
    "A locked phone shows": "Een telefoon die op slot is, laat het begin van een bericht zien. "
    "Noem de organisatie later.",
    "The message is longer": "Het bericht is te lang. Maak het korter.",
    "This takes ": "Dit past niet in zo weinig sms'en als mag. Maak het korter.",
    "This cell is empty": "Dit vak van het plan is leeg. Vul het in, of haal het weg.",
    "This cell stands twice": "Dit vak van het plan staat er twee keer. Maak er één van.",
    "This table has no": "Deze tabel van het plan mist iets. Zet er een vak bij, met bron.",
    "There are no words for this": "Voor dit woord van het plan is nog geen tekst. Zet die onder "
    "'plan' in strings/, in elke taal.",
    "No cell of the plan": "Geen vak van het plan gebruikt deze tekst. Gebruik hem, of haal hem "
    "weg.",
    "Entries of good practice": "Een goed voorbeeld is er alleen in het Nederlands en Engels. "
    "Haal dit bestand weg.",
    "This entry stands in one": "Dit goede voorbeeld is er in één taal. Schrijf het ook in de "
    "andere: Nederlands of Engels.",
    "An address or number stands": "Hier staat een adres of nummer. Schrijf alleen een functie, "
    'of "unknown".',
    "This looks like a name": "Dit lijkt de naam van een persoon. Schrijf alleen een functie, met "
    'kleine letters, of "unknown".',
    "Known and unknown": "Hier staat 'unknown' naast iets dat wel bekend is. Kies een van de twee.",
    "The form does not have": "Deze kop hoort niet bij een goed voorbeeld. Zet de tekst onder een "
    "van de vaste koppen.",
    "Here the form has": "Hier hoort een vaste kop te staan. Neem de koppen van een ander goed "
    "voorbeeld over.",
    "Nothing stands under": "Onder deze kop staat niets. Vul het in; weet je het niet, zeg dat "
    "dan.",
    "The card with the fields": "Zet [[practice]] één keer op een eigen regel, onder de "
    "samenvatting.",
    "Only an entry": "[[practice]] hoort alleen in een goed voorbeeld. Haal het weg.",
    "The function is known": "De functie staat er in één taal. Vul haar in beide talen in, of in "
    "geen van beide.",
    "Here a ": "Hier ontbreekt iets van het Nederlands. Zet het erbij.",
    "This translation is ": "Deze vertaling is veel langer of korter dan het Nederlands. "
    "Is er iets vergeten?",
    "This value is no ": "Deze waarde past niet bij 'kind'. Kijk hoe een ander getal in "
    "facts.yml staat.",
}
UNKNOWN = "Hier klopt iets niet. De zin hieronder zegt in het Engels wat."


def dutch_hint(problem: Problem) -> str:
    """Return what to do about a problem, in Dutch."""
    found = (text for start, text in HINTS.items() if problem.message.startswith(start))
    return next(found, UNKNOWN)
