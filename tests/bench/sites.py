"""Which sites are compared? Ours, Material's own, and ours with pagefind; all from one text."""

import asyncio
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from conftest import copy_project, run_engine
from pagefind.index import IndexConfig, PagefindIndex

OWN_SETTINGS = ("hooks", "extra", "watch", "not_in_nav", "validation")
OWN_TEMPLATE = re.compile(r"^template:.*\n", re.MULTILINE)
# A page that answers as pagefind's own search box does, in the language of the folder.
PAGEFIND_PAGE = '<!doctype html><html lang="{lang}"><title>Search</title><input id="q">'


@dataclass(frozen=True)
class Sites:
    """The folders of the built sites."""

    ours: Path
    stock: Path
    pagefind: Path
    project: Path  # what ours is built from
    stock_project: Path


def build_sites(work: Path, languages: list[str]) -> Sites:
    """Build the three sites in an empty folder; raises RuntimeError when a build fails."""
    root, stock = work / "project", work / "stock"
    root.mkdir()
    copy_project(root)
    _build(root, "ours")
    shutil.copytree(root / "docs", stock / "docs")
    (stock / "mkdocs.yml").write_text(_stock_settings(root / "mkdocs.yml"), encoding="utf-8")
    _use_no_templates(stock / "docs")
    _build(stock, "plain")
    pagefind = work / "pagefind"
    shutil.copytree(root / "ours", pagefind)
    asyncio.run(_add_pagefind(pagefind))
    for lang in languages:
        text = PAGEFIND_PAGE.format(lang=lang)
        (pagefind / f"search-{lang}.html").write_text(text, encoding="utf-8")
    return Sites(root / "ours", stock / "plain", pagefind, root, stock)


def _build(root: Path, folder: str) -> None:
    done = run_engine(root, "build", "-q", "-d", str(root / folder))
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def _stock_settings(path: Path) -> str:
    """Return our settings without anything of our own: Material with its search, and i18n."""
    settings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in OWN_SETTINGS:
        settings.pop(name, None)
    settings["theme"] = {"name": "material", "font": False}
    i18n = settings["plugins"][0]["i18n"]
    i18n.pop("reconfigure_search")
    i18n.pop("reconfigure_material")
    settings["plugins"] = ["search", {"i18n": i18n}]
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _use_no_templates(docs: Path) -> None:
    for path in docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(OWN_TEMPLATE.sub("", text, count=1), encoding="utf-8")


async def _add_pagefind(folder: Path) -> None:
    async with PagefindIndex(config=IndexConfig(output_path=str(folder / "pagefind"))) as index:
        await index.add_directory(str(folder))
