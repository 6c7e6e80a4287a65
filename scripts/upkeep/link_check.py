"""Does an address still answer? Asks politely: few at a time, one at a time per host."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException
from itertools import groupby
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

# Hosts answer a browser; who asks, and why, stands here too.
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; weekly link check of a public information site)",
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Language": "nl,en;q=0.8",
}
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
HOSTS_AT_ONCE = 8
FORBIDDEN_SIGNS = frozenset(" \t\r\n")


class Verdict(StrEnum):
    """What became of an address."""

    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Answer:
    """The verdict on one address, and what was said: a status, a new address or an error.

    `may_pass` says whether another try may end otherwise.
    """

    url: str
    verdict: Verdict
    said: str
    may_pass: bool = False

    @property
    def arrived(self) -> bool:
        """Whether there was a page."""
        return self.verdict in (Verdict.ALIVE, Verdict.MOVED)


@dataclass(frozen=True)
class Patience:
    """How long to wait: seconds for an answer, and before each further round."""

    seconds: float = 20
    pauses: tuple[float, ...] = (30, 120)


def check_links(
    urls: Iterable[str], patience: Patience, sleep: Callable[[float], None] = time.sleep
) -> list[Answer]:
    """Return the answer of each address, in their order.

    Asks again, after a pause, where the trouble may have passed; not when nothing answered at
    all, because then there is no network.
    """
    answers = _ask_all(set(urls), patience.seconds)
    for pause in patience.pauses:
        again = {url for url, each in answers.items() if each.may_pass}
        if not again or not any(each.arrived for each in answers.values()):
            break
        sleep(pause)
        answers |= _ask_all(again, patience.seconds)
    return [answers[url] for url in sorted(answers)]


def _ask_all(urls: Iterable[str], seconds: float) -> dict[str, Answer]:
    """Ask hosts beside one another, and the addresses of one host after one another."""
    by_host = [list(group) for _, group in groupby(sorted(urls, key=_host), key=_host)]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        groups = pool.map(lambda group: [_ask(url, seconds) for url in group], by_host)
        return {each.url: each for group in groups for each in group}


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _ask(url: str, seconds: float) -> Answer:
    if urlsplit(url).scheme not in ("https", "http") or FORBIDDEN_SIGNS & set(url):
        return Answer(url, Verdict.DEAD, "not an address of the web")
    request = Request(url, headers=HEADERS)  # noqa: S310  (the scheme was looked at)
    try:
        with urlopen(request, timeout=seconds) as response:  # noqa: S310
            return _landed(url, response.geturl())
    except HTTPError as error:
        with error:
            gone = error.code in GONE
            verdict = Verdict.DEAD if gone else Verdict.UNSURE
            return Answer(url, verdict, f"{error.code} {error.reason}", may_pass=not gone)
    except URLError as error:
        verdict = Verdict.UNSURE if isinstance(error.reason, TimeoutError) else Verdict.DEAD
        return Answer(url, verdict, f"no connection: {error.reason}", may_pass=True)
    except (OSError, ValueError, HTTPException) as error:
        return Answer(url, Verdict.UNSURE, f"no answer: {error}", may_pass=True)


def _landed(url: str, final: str) -> Answer:
    """Say whether one arrived elsewhere: on another site, or on the home page instead of a page."""
    asked, arrived = urlsplit(url), urlsplit(final)
    other_site = _bare(asked.netloc) != _bare(arrived.netloc)
    to_home = asked.path.strip("/") != "" and arrived.path.strip("/") == ""
    if other_site or to_home:
        return Answer(url, Verdict.MOVED, final)
    return Answer(url, Verdict.ALIVE, "")


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def worst_first(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield what asks for a look: dead, then moved, then unsure."""
    order = (Verdict.DEAD, Verdict.MOVED, Verdict.UNSURE)
    found = [each for each in answers if each.verdict in order]
    return iter(sorted(found, key=lambda each: order.index(each.verdict)))
