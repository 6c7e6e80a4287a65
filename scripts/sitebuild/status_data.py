"""What does about/status show? The same for its page and for the JSON beside it."""

import json
from dataclasses import dataclass
from functools import lru_cache

from sitebuild.content import Content
from sitebuild.next_steps import HARM, Step, next_steps
from sitebuild.status import Contacts, Status, status_of


@dataclass(frozen=True)
class StatusPage:
    """The counts, what to mend first, and every sort of thing to mend in the order of harm."""

    day: str
    counts: Status
    steps: tuple[Step, ...]
    order: tuple[str, ...] = tuple(HARM)


@lru_cache(maxsize=2)  # eight languages ask the same
def status_page(content: Content) -> StatusPage:
    """Return what the page shows, in any language."""
    return StatusPage(content.today.isoformat(), status_of(content), next_steps(content))


def status_json(content: Content) -> str:
    """Return everything that about/status shows, as JSON; it names no withheld value."""
    page = status_page(content)
    status = page.counts
    data = {
        "day": page.day,
        "contacts": {
            "all": _contacts(status.total),
            "national": _contacts(status.national),
            "regions": {each.region: _contacts(each) for each in status.regions},
        },
        "translations": {
            each.code: {
                "current": each.current,
                "outdated": each.outdated,
                "missing": each.missing,
                "unread": each.unread,
            }
            for each in status.languages
        },
        "pages": {
            each.page_id: {"checked": each.checked, "ease": each.ease} for each in status.pages
        },
        "order_of_harm": list(page.order),
        "next": [
            {
                "kind": step.kind,
                "count": step.count,
                "places": [
                    {"name": each.name, "path": each.path, "line": each.line or None}
                    for each in step.places
                ],
            }
            for step in page.steps
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _contacts(row: Contacts) -> dict[str, object]:
    return {
        "confirmed": row.confirmed,
        "sourced": row.sourced,
        "withheld": row.withheld,
        "ages": dict(row.ages),
        "phone": row.has_phone,
    }
