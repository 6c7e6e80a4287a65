"""Do the files that pages load leave under names that change with their bytes?"""

import re
from pathlib import Path

import pytest
from conftest import ROOT, asset_paths
from sitebuild.assets import public_assets

NAMED = re.compile(r"""["'(=](?:[./]*)(assets/[\w/.-]+)["')]""")
NAMED_BY_SCRIPTS = re.compile(r'"\./([\w./-]+\.js)"')
FILES = {
    "a.js": 'import { b } from "./b.js"; // asks\nb();\n',
    "b.js": 'export const b = () => import("./deep/c.js");\n',
    "deep/c.js": "export const c = 1;\n",
    "d.css": "p { margin: 0; } /* all */\n",
}


def test_a_script_names_others_as_they_leave_and_gets_smaller() -> None:
    made = public_assets(FILES)
    assert f'"./{made["b.js"].path}"' in made["a.js"].text
    assert f'"./{made["deep/c.js"].path}"' in made["b.js"].text
    assert re.fullmatch(r"deep/c\.[0-9a-f]{8}\.js", made["deep/c.js"].path)
    assert "asks" not in made["a.js"].text
    assert made["d.css"].text == "p{margin:0}"


def test_a_name_changes_with_its_bytes_and_with_those_it_names() -> None:
    before = public_assets(FILES)
    after = public_assets({**FILES, "deep/c.js": "export const c = 2;\n"})
    changed = {name for name in FILES if before[name].path != after[name].path}
    assert changed == {"a.js", "b.js", "deep/c.js"}
    assert public_assets(dict(reversed(FILES.items()))) == before


@pytest.mark.parametrize("text", ['import "./gone.js";', 'import "./a.js";'])
def test_a_script_that_names_no_file_or_itself_stops_the_build(text: str) -> None:
    with pytest.raises(ValueError, match="names"):
        public_assets({"a.js": text})


def test_every_file_of_assets_is_used_and_every_used_one_is_there(site: Path) -> None:
    there = set(asset_paths(site).values())
    named = set()
    for path in site.rglob("*.html"):
        named |= set(NAMED.findall(path.read_text(encoding="utf-8")))
    for path in site.glob("assets/*.js"):
        found = NAMED_BY_SCRIPTS.findall(path.read_text(encoding="utf-8"))
        named |= {f"assets/{name}" for name in found}
    assert named == there
    ours = {path.name for path in (ROOT / "overrides/assets").iterdir()}
    assert ours <= set(asset_paths(site))
