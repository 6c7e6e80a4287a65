"""Does the earlier site stay whole when a build fails or is cut off?"""

import logging
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import copy_project, run_engine
from sitebuild.swap import BESIDE, Beside, has_warnings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with an earlier site of one page."""
    root = copy_project(tmp_path)
    (root / "site").mkdir()
    (root / "site/earlier.html").write_text("earlier", encoding="utf-8")
    return root


def sites(root: Path) -> dict[str, list[str]]:
    """Return the folders of sites and how many files each holds."""
    return {
        each.name: sorted(path.name for path in each.rglob("*") if path.is_file())
        for each in root.glob("site*")
    }


def test_swap_puts_the_new_site_in_the_place_of_the_old(tmp_path: Path) -> None:
    beside = Beside()
    part = Path(beside.start(str(tmp_path / "site")))
    assert Path(beside.start(str(part))) == part, "a later pass gets the same folder"
    for folder in (tmp_path / "site", part):
        folder.mkdir()
        (folder / f"{folder.name}.html").touch()
    beside.swap()
    assert sites(tmp_path) == {"site": ["site.part.html"]}


def test_failed_build_leaves_nothing_beside_the_site(tmp_path: Path) -> None:
    beside = Beside()
    beside.drop()
    beside.swap()
    Path(beside.start(str(tmp_path / "site"))).mkdir()
    beside.drop()
    assert sites(tmp_path) == {}
    assert BESIDE is not beside


@pytest.mark.parametrize(("level", "found"), [(logging.INFO, False), (logging.WARNING, True)])
def test_warnings_of_a_strict_build_are_seen(level: int, found: bool) -> None:
    from mkdocs.utils import CountHandler

    logger = logging.getLogger("mkdocs")
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logger.addHandler(counter)
    logger.log(level, "x")
    assert has_warnings() == found
    logger.removeHandler(counter)
    assert not has_warnings()


def test_fault_in_the_content_leaves_the_earlier_site(project: Path) -> None:
    page = project / "docs/nl/help-now.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n<script>x</script>\n", encoding="utf-8")
    done = run_engine(project, "build", "-q", "--strict")
    assert done.returncode != 0
    assert "docs/nl/help-now.md" in done.stdout + done.stderr
    assert sites(project) == {"site": ["earlier.html"]}


def test_fault_that_only_the_engine_sees_leaves_the_earlier_site(project: Path) -> None:
    """A page of the menu that no language has: the engine warns, and --strict then stops."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- help-now.md\n", "- help-then.md\n"), encoding="utf-8")
    done = run_engine(project, "build", "-q", "--strict")
    assert done.returncode != 0
    assert sites(project) == {"site": ["earlier.html"]}


def test_build_that_is_cut_off_leaves_the_earlier_site(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    build = subprocess.Popen(command, cwd=project)
    while not list(project.glob("site.part/*/index.html")):
        assert build.poll() is None, "it ended before it wrote a page"
        time.sleep(0.05)
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert sites(project)["site"] == ["earlier.html"]
