"""Which first messages may field workers send? Reads strings/messages/<lang>.yml and checks them.

Somebody else may read a message on the screen: so it shows who writes, and gives nothing away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitebuild.languages import Language
from sitebuild.problems import Problem
from sitebuild.reading import line_of, text_of, texts_of
from sitebuild.schema import Field, ListOf, Record, Text, check_node
from sitebuild.sms import GSM7, UCS2, length
from sitebuild.strict_yaml import Mapping as Tree
from sitebuild.strict_yaml import read_yaml
from sitebuild.wordlists import WordLists

FOLDER = "strings/messages"
PLACEHOLDER = re.compile(r"\{(\w*)\}")
MUST_NAME = ("name", "organisation", "link")
# With these a message is measured: as long as a first name, an organisation and an address are.
TYPICAL = {"name": "N" * 8, "organisation": "O" * 20, "link": "https://" + "l" * 38}
MOST_MESSAGES = {GSM7: 2, UCS2: 4}
MOST_LETTERS = {"whatsapp": 500, "email": 900}
# What a locked phone shows of a message.
ON_THE_SCREEN = 40
LINES = ListOf(Text(most=250))
FILE = Record(
    (
        Field("sms", Text(most=400), "the shortest one, on one line", required=True),
        Field("whatsapp", LINES, "line by line", required=True),
        Field("subject", Text(most=60), "subject of the e-mail", required=True),
        Field("email", LINES, "line by line", required=True),
        Field("stop", Text(most=20), "the word that ends it", required=True),
        Field("never", ListOf(Text(most=40)), "beginnings of words that tell", required=True),
    )
)


@dataclass(frozen=True)
class Messages:
    """The first messages of a language, with {name}, {organisation} and {link} to fill in."""

    sms: str
    whatsapp: str
    subject: str
    email: str
    stop: str
    never: tuple[str, ...]


def typical(text: str) -> str:
    """Return a message filled in with words of a usual length."""
    return PLACEHOLDER.sub(lambda match: TYPICAL.get(match[1], match[0]), text)


def load_messages(
    root: Path, languages: Sequence[Language], lists: WordLists
) -> tuple[Mapping[str, Messages], tuple[Problem, ...]]:
    """Return the messages of every language by code, and every problem found."""
    found: dict[str, Messages] = {}
    problems: list[Problem] = []
    for language in languages:
        name = f"{FOLDER}/{language.code}.yml"
        tree, wrong = read_yaml(root / name, name)
        problems += wrong
        if not isinstance(tree, Tree):
            continue
        wrong_shape = tuple(check_node(tree, FILE, "messages", name))
        problems += wrong_shape
        found[language.code] = messages = _messages(tree)
        if not wrong_shape:
            tells = (*lists.revealing.get(language.code, ()), *messages.never)
            problems += wrong_messages(messages, tree, name, tells)
    return found, tuple(problems)


def _messages(tree: Tree) -> Messages:
    return Messages(
        sms=text_of(tree, "sms"),
        whatsapp="\n".join(texts_of(tree, "whatsapp")),
        subject=text_of(tree, "subject"),
        email="\n".join(texts_of(tree, "email")),
        stop=text_of(tree, "stop"),
        never=texts_of(tree, "never"),
    )


def wrong_messages(
    messages: Messages, tree: Tree, name: str, tells: Sequence[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the messages of a file; `tells`: words that give it away."""
    texts = {"sms": messages.sms, "whatsapp": messages.whatsapp, "email": messages.email}
    for field, text in {**texts, "subject": messages.subject}.items():
        line = line_of(tree, field)
        yield from _telling(text, tells, (name, line, field))
        if field != "subject":
            yield from _gaps(text, MUST_NAME, (name, line, field))
            yield from _parts(text, messages.stop, (name, line, field))
        else:
            yield from _gaps(text, (), (name, line, field))
    yield from _too_long(texts, tree, name)


Place = tuple[str, int, str]  # file, line, field


def _telling(text: str, tells: Sequence[str], place: Place) -> Iterator[Problem]:
    for word in tells:
        if word in text.casefold():
            message = "This word tells what the message is about; somebody else may read it."
            yield Problem(*place, word, message, "Choose a neutral word.")


def _gaps(text: str, wanted: Sequence[str], place: Place) -> Iterator[Problem]:
    found = PLACEHOLDER.findall(text)
    remedy = f"Known are {', '.join('{' + each + '}' for each in MUST_NAME)}; a link stands once."
    for each in sorted({*found} - {*MUST_NAME}):
        yield Problem(*place, "{" + each + "}", "There is nothing to fill in here.", remedy)
    for each in wanted:
        if each not in found:
            message = "The message does not say this."
            yield Problem(*place, "{" + each + "}", message, "Put it in: who writes must be clear.")
    if found.count("link") > 1:
        yield Problem(*place, "{link}", "The message has more than one link.", remedy)


def _parts(text: str, stop: str, place: Place) -> Iterator[Problem]:
    if stop not in text:
        message = "The message does not say how to make it stop."
        yield Problem(*place, stop, message, "Say it with the word under 'stop'.")
    if "{organisation}" in typical_name(text)[:ON_THE_SCREEN]:
        message = "A locked phone shows the organisation."
        remedy = f"Name it after the first {ON_THE_SCREEN} letters."
        yield Problem(*place, "{organisation}", message, remedy)


def typical_name(text: str) -> str:
    """Return a message with only the name filled in."""
    return text.replace("{name}", TYPICAL["name"])


def _too_long(texts: Mapping[str, str], tree: Tree, name: str) -> Iterator[Problem]:
    for field, most in MOST_LETTERS.items():
        if (found := len(typical(texts[field]))) > most:
            message = f"The message is longer than {most} letters."
            yield Problem(
                name, line_of(tree, field), field, str(found), message, "Make it shorter."
            )
    sms = length(typical(texts["sms"]))
    if sms.messages > MOST_MESSAGES[sms.alphabet]:
        message = f"This takes {sms.messages} text messages in {sms.alphabet}."
        remedy = f"Make it shorter: at most {MOST_MESSAGES[sms.alphabet]}."
        yield Problem(name, line_of(tree, "sms"), "sms", str(sms.places), message, remedy)
