"""Hostile and damaged files: never a traceback, never a hang, never a message that harms."""

import random
import time
from pathlib import Path

import pytest
from sitebuild.problems import Problem, describe
from sitebuild.strict_yaml import parse_yaml
from test_regions import LONGEST_MESSAGE, base, problems_of, write

# Of the processor, however busy the machine is: work that grows with the square takes minutes.
HANGS_AFTER_S = 30


def test_a_control_character_in_an_id_does_not_reach_the_terminal(tmp_path: Path) -> None:
    text = base("regions.yml").replace("- id: ggd-b", '- id: "ggd\\x1b[2Jb"')
    write(tmp_path, {"regions.yml": text})
    assert all(describe(each).isprintable() for each in problems_of(tmp_path))


def test_a_huge_id_does_not_make_huge_messages(tmp_path: Path) -> None:
    text = base("regions.yml").replace("- id: ggd-b", f"- id: {'g' * 100_000}\n    colour: red")
    write(tmp_path, {"regions.yml": text})
    assert max(len(describe(each)) for each in problems_of(tmp_path)) < LONGEST_MESSAGE


def test_a_huge_field_name_does_not_make_a_huge_message(tmp_path: Path) -> None:
    name = "colour" * 10_000
    write(tmp_path, {"regions.yml": base("regions.yml").replace("lang: en", f"? {name}\n    : en")})
    assert max(len(describe(each)) for each in problems_of(tmp_path)) < LONGEST_MESSAGE


def _timed(root: Path) -> list[Problem]:
    started = time.process_time()
    found = problems_of(root)
    assert time.process_time() - started < HANGS_AFTER_S
    return found


@pytest.mark.parametrize("filling", ["# comment\n", "a: b\n", "- ", "x", "\n", "[", "\x00"])
def test_file_of_twenty_megabytes_is_refused_quickly(tmp_path: Path, filling: str) -> None:
    write(tmp_path, {"regions.yml": base("regions.yml") + filling * (20_000_000 // len(filling))})
    (problem,) = _timed(tmp_path)
    assert (problem.path, problem.message) == ("regions.yml", "The file is too large.")
    assert problem.remedy


def _members(count: int) -> str:
    return "".join(f"      - {{id: orgx-{n:05}, sources: [page-a]}}\n" for n in range(count))


def _organisations(count: int) -> str:
    return "".join(f"  - {{id: org-{n:05}, name: A, kind: pmw}}\n" for n in range(count))


NEAR_THE_LIMIT = {
    "unknown fields": ("national_lines:\n", "".join(f"field{n}: b\n" for n in range(100_000))),
    "unknown organisations": ("    named_in_2021:", _members(40_000)),
    "organisations without use": ("\nnational_lines:", _organisations(40_000)),
    "control characters": ("national_lines:\n", "# \x07\n" * 200_000),
    "empty lines": ("national_lines:\n", "\n" * 1_500_000),
    "unknown words": (
        "    kind: ggd",
        f"    offers: {{values: [{'walkin, ' * 150_000}], sources: [page-a]}}\n",
    ),
}


@pytest.mark.parametrize("name", NEAR_THE_LIMIT)
def test_file_just_under_the_limit_full_of_one_fault_is_answered_quickly(
    tmp_path: Path, name: str
) -> None:
    place, added = NEAR_THE_LIMIT[name]
    text = base("regions.yml").replace(place, added + place, 1)
    assert len(text) < 2_000_000
    write(tmp_path, {"regions.yml": text})
    _timed(tmp_path)


def test_many_unknown_names_among_many_organisations_are_answered_quickly(tmp_path: Path) -> None:
    text = base("regions.yml").replace(
        "\nnational_lines:", _organisations(4_000) + "\nnational_lines:"
    )
    text = text.replace("    named_in_2021:", _members(400) + "    named_in_2021:")
    write(tmp_path, {"regions.yml": text})
    assert len(_timed(tmp_path)) == 4_400


def test_text_in_utf_16_without_a_mark_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"regions.yml": base("regions.yml")}, "utf-16-le")
    assert problems_of(tmp_path)


def _mutated(text: str, chance: random.Random) -> str:
    """Return the text with one to four random slips of lines or characters."""
    for _ in range(chance.randint(1, 4)):
        parts = text.splitlines(keepends=True) if chance.random() < 0.5 else list(text)
        place = chance.randrange(len(parts))
        match chance.randrange(4):
            case 0:
                del parts[place]
            case 1:
                parts.insert(place, parts[place])
            case 2:
                parts.insert(place, chance.choice("\"'{}[]:,-#&*!|>%@`\t\n ~?é\u200b0\\"))
            case _:
                parts[place] = parts[chance.randrange(len(parts))]
        text = "".join(parts) or " "
    return text


@pytest.mark.parametrize("seed", range(500))
def test_random_slips_never_raise(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a slip need not be secret
    name = chance.choice(("regions.yml", "regions.yml", "sources.yml"))
    write(tmp_path, {name: _mutated(base(name), chance)})
    assert all(each.remedy and each.message for each in problems_of(tmp_path))


@pytest.mark.parametrize(
    "text", ["a: b", "- a\n- b: c", "'a'", "a: {b: [c, d: e]}", "--- a\n...\n"]
)
def test_plain_yaml_is_read_without_problem(text: str) -> None:
    tree, problems = parse_yaml(text, "x.yml")
    assert tree is not None
    assert problems == ()


@pytest.mark.parametrize(
    "text", ['sources: "see regions.yml"\n', "sources:\n  - key: register-a\n"]
)
def test_sources_without_keys_are_told_beside_everything_that_then_is_missing(
    tmp_path: Path, text: str
) -> None:
    write(tmp_path, {"sources.yml": text})
    first = next(each for each in problems_of(tmp_path) if each.path == "sources.yml")
    assert (first.field, first.message) == (
        "sources.sources",
        "Here should stand fields (name: value).",
    )
