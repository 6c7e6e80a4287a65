"""How does a region or a help line read in one language? Does not know where the text goes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote

import jinja2
from markupsafe import Markup, escape

from sitebuild import formats
from sitebuild.facts import Fact
from sitebuild.languages import SOURCE_LANGUAGE
from sitebuild.model import Directory, Municipality, Region, Source
from sitebuild.paper import NO_PAPER, Paper
from sitebuild.publishing import PublishedDatum, PublishedOrganisation, State
from sitebuild.region_schema import BEFORE_YOU_CALL, LIFE_DOMAINS, UNCERTAIN_BOUNDARIES
from sitebuild.values import chat_address, dial
from sitebuild.words import PLACEHOLDER, Words

TEMPLATES = "overrides/generated"
DERIVED_BOUNDARIES = ("proxy", "inferred")
# Support after trafficking or violence is no answer to every question of a sex worker.
FOR_EVERY_QUESTION = ("pmw", "by-and-for")
TOWNS_IN_SUMMARY = 4
MARKDOWN_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|-]")


@dataclass(frozen=True)
class Line:
    """A national help line as pages show it."""

    organisation: PublishedOrganisation
    group: str


@dataclass(frozen=True)
class Speaker:
    """Words and forms of one language, with what templates may ask of a datum."""

    lang: str
    words: Words
    dutch: Words

    def w(self, path: str, **values: object) -> str:
        """Return the words at a dotted path with {placeholders} filled in."""
        return self.words.say(path, **values)

    def dutch_in(self, path: str, **values: object) -> Markup:
        """Return the words with Dutch {names} filled in, marked as Dutch for screen readers."""
        text = str(escape(self.w(path)))
        marked = {key: self.dutch_name(value) for key, value in values.items()}
        # Escaped above: the words and every value.
        return Markup(PLACEHOLDER.sub(lambda match: marked[match[1]], text))  # noqa: S704

    def dutch_name(self, value: object) -> Markup:
        """Return a Dutch name (or a text that is marked already), escaped, with its language."""
        if isinstance(value, Markup) or self.lang == SOURCE_LANGUAGE:
            return escape(value)
        return Markup('<span lang="nl">{}</span>').format(value)

    def plain(self, value: object) -> Markup:
        """Return a number or a word of this language, which `dutch_in` leaves unmarked."""
        return escape(value)

    def day(self, text: str) -> str:
        """Return a date as this language writes it."""
        return formats.day_text(text, self.lang)

    def hours(self, text: str) -> str:
        """Return opening hours as this language writes them."""
        return formats.hours_text(text, self.lang, self.w("contact.day_and_night"))

    def language(self, code: str) -> str:
        """Return the name of a spoken language."""
        return formats.language_name(code, self.lang)

    def state(self, datum: PublishedDatum) -> Markup:
        """Return the sentence that says how sure a contact is, with source and date."""
        # The sentence ends after the date; in some languages the date ends with a stop already.
        day = self.plain(self.day(datum.as_of).removesuffix(".")) if datum.as_of else ""
        return self.dutch_in(words_of_state(datum), source=datum.source.title, date=day)

    def message(self, datum: PublishedDatum) -> str:
        """Return the address that opens WhatsApp, text message or mail with a first message."""
        texts = [_first_message(self.lang, self.words)]
        if self.lang != SOURCE_LANGUAGE:
            texts.append(_first_message(self.lang, self.dutch, SOURCE_LANGUAGE))
        body = quote("\n\n".join(texts))
        if datum.field == "whatsapp":
            return f"{chat_address(datum.value)}?text={body}"
        if datum.field == "sms":
            return f"sms:{dial(datum.value).removeprefix('tel:')}?body={body}"
        subject = quote(self.w("contact.message_subject"))
        return f"mailto:{datum.value}?subject={subject}&body={body}"


def words_of_state(datum: PublishedDatum) -> str:
    """Return where the sentence stands in strings/ that says how sure a contact is."""
    if datum.state is State.CONFIRMED:
        return "contact.confirmed"
    return "contact.sourced" if datum.as_of else "contact.sourced_undated"


def _first_message(spoken: str, words: Words, lang: str | None = None) -> str:
    return words.say("contact.message", language=formats.language_name(spoken, lang or spoken))


class Renderer:
    """Renders generated text from published data; the templates escape every value."""

    def __init__(
        self,
        root: Path,
        directory: Directory,
        published: Mapping[str, PublishedOrganisation],
        words: Mapping[str, Words],
        paper: Paper = NO_PAPER,
    ) -> None:
        """Take the directory for regions and boundaries, `published` for all contacts."""
        self.root = root
        self.paper = paper
        self.published = published
        self.directory = directory
        self._words = words
        loader = jinja2.FileSystemLoader(root / TEMPLATES)
        self._templates = jinja2.Environment(
            loader=loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # In front matter: YAML does not know JSON's two escapes for one letter outside the BMP.
        self._templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self._templates.globals.update(dial=dial)
        self._templates.filters.update(md=escape_markdown)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the site's languages, in its order."""
        return tuple(self._words)

    def speaker(self, lang: str) -> Speaker:
        """Return the words and forms of a language."""
        return Speaker(lang, self._words[lang], self._words[SOURCE_LANGUAGE])

    def lines(self, groups: Sequence[str] = ()) -> tuple[Line, ...]:
        """Return the national lines of some groups (all when none is named) that can be shown."""
        return tuple(
            Line(self.published[line.organisation], line.group)
            for line in self.directory.national_lines
            if (not groups or line.group in groups) and self.published[line.organisation].contacts
        )

    @lru_cache(maxsize=512)  # noqa: B019 - few groups, languages and depths
    def national_lines(self, groups: tuple[str, ...], lang: str, home: str) -> str:
        """Return HTML cards of the national lines; `home` is the relative way to the home."""
        return self.fill("lines.html", lang, lines=self.lines(groups), home=home)

    @lru_cache  # noqa: B019 - one renderer per load of the content; a number stands on many pages
    def call_link(self, organisation: str, lang: str) -> str | None:
        """Return a tap-to-call link to a national line's first number, or None."""
        shown = self.published.get(organisation)
        phones = shown.of("phone") if shown else ()
        return self.fill("call.html", lang, phone=phones[0]) if phones else None

    def fact(self, fact: Fact, lang: str) -> str:
        """Return a figure as the language writes it, with its year where it ages, escaped."""
        text = formats.figure_text(fact.kind, fact.value, lang)
        speaker = self.speaker(lang)
        shown = speaker.dutch_name(text) if fact.kind == "text" else escape(text)
        return str(shown) + (f" ({fact.year})" if fact.year else "")

    @cache  # noqa: B019 - the same few numbers thousands of times
    def source_links(self, numbers: tuple[int, ...], lang: str) -> str:
        """Return small links to the items of the list of sources at the page's foot."""
        return self.fill("source_links.html", lang, numbers=numbers).strip()

    def region(self, region: Region, lang: str) -> str:
        """Return the Markdown of a region's page in one language."""
        members = [self.published[each.organisation] for each in region.members]
        return self.fill(
            "region.html",
            lang,
            region=region,
            helpers=[each for each in members if each.contacts],
            also=[each for each in members if not each.contacts],
            callable=has_reachable_helper(region, self.published),
            ggds=[(self.published[ggd], places(region, ggd)) for ggd in region.ggds],
            municipality=self.published[region.centre],
            centre_name=centre_name(self.published[region.centre]),
            national=self.lines(),
            life_domains=LIFE_DOMAINS,
            questions=BEFORE_YOU_CALL,
            uncertain=[each for each in region.municipalities if is_uncertain(each)],
            derived=sum(map(is_derived, region.municipalities)),
            region_names={each.id: each.name for each in self.directory.regions},
            sources=self.sources(region),
            best_known=best_known(region),
            home="../../",
        )

    def fill(self, template: str, lang: str, **values: object) -> str:
        """Return a template of overrides/generated filled in, in a language."""
        return self._templates.get_template(template).render(s=self.speaker(lang), **values)

    def sources(self, region: Region) -> list[tuple[Source, bool]]:
        """Return sources of everything regional on a page, by title, and whether to link to each.

        What only says that an organisation is known here is named without a link: it may be an
        old page of theirs, with numbers that we withhold.
        """
        data = (datum for name in region.named for datum in self.published[name].contacts)
        linked = {source.key for datum in data for source in datum.sources}
        linked |= {key for each in region.municipalities for key in each.sources}
        named = linked | {key for each in region.members for key in each.sources}
        found = [self.directory.sources[key] for key in named]
        found.sort(key=lambda source: (source.title, source.key))
        return [(source, source.key in linked) for source in found]


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it stands; HTML is escaped by the template."""
    return MARKDOWN_MARKS.sub(r"\\\g<0>", text)


def places(region: Region, ggd: str) -> list[str]:
    """Return the names of a region's municipalities that belong to a GGD."""
    return [each.name for each in region.municipalities if each.ggd == ggd]


def is_uncertain(municipality: Municipality) -> bool:
    """Say whether sources disagree about the region of a municipality."""
    return municipality.boundary in UNCERTAIN_BOUNDARIES


def is_derived(municipality: Municipality) -> bool:
    """Say whether no source names the region of a municipality in so many words."""
    return municipality.boundary in DERIVED_BOUNDARIES


def has_reachable_helper(region: Region, published: Mapping[str, PublishedOrganisation]) -> bool:
    """Say whether a page can show how to reach somebody there who helps with every question."""
    members = (published[each.organisation] for each in region.members)
    return any(each.reachable and each.kind in FOR_EVERY_QUESTION for each in members)


def centre_name(centre: PublishedOrganisation) -> str:
    """Return the bare name of a municipality's organisation ('Gemeente Assen' -> 'Assen')."""
    return centre.name.removeprefix("Gemeente ")


def best_known(region: Region) -> list[str]:
    """Return the names that say best which region it is: its own and its big municipalities.

    The region bears the name of its centre municipality; the others are those that give their
    name to a women's shelter region.
    """
    municipalities = {each.name for each in region.municipalities}
    centres = [each for each in region.womens_shelter_regions if each in municipalities]
    return list(dict.fromkeys([region.name, *centres]))[:TOWNS_IN_SUMMARY]
