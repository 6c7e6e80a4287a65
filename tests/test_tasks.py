"""What people come for is answered within three taps from home, in English and in Dutch."""

import pytest
from playwright.sync_api import Page

MOST_TAPS = 3
# The links to tap one after the other, and where the answer stands.
TASKS = {
    "may a club set my hours": ("rights/", "rights/at-work/", "#hours"),
    "a client was violent and I have no licence": (
        "safety/",
        "safety/reporting/",
        "#papers-licence",
    ),
    "a benefit while I stop": ("change/", "change/needs/", "change/needs/work-and-income/"),
    "what happens when I tell somebody I am exploited": (
        "safety/",
        "safety/exploitation/",
        "#when-you-tell",
    ),
    "a nurse hands over a client in region Zwolle": (
        "professionals/",
        "professionals/referral/",
        "#steps",
    ),
    "whom do I call in Zwolle": ("near-you/", "near-you/zwolle/", "#help"),
}


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["nl", "en"])
@pytest.mark.parametrize("task", TASKS)
def test_answer_is_three_taps_from_home(site_url: str, page: Page, task: str, prefix: str) -> None:
    page.goto(site_url + prefix)
    steps = [each for each in TASKS[task] if not each.startswith("#")]
    assert len(steps) <= MOST_TAPS
    for step in steps:
        target = f"{site_url}{prefix}{step}"
        tapped = page.evaluate(
            "target => { const link = [...document.querySelectorAll('main a')]"
            ".find(each => each.href.split('#')[0] === target && each.offsetParent);"
            " link?.click(); return Boolean(link); }",
            target,
        )
        assert tapped, f"no link in sight to {step}"
        page.wait_for_url(f"{target}**")
    for anchor in (each for each in TASKS[task] if each.startswith("#")):
        assert page.locator(f"main {anchor}").count() == 1
