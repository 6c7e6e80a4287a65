"""What the tests share: the project's content, one built site, one browser."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from find_chromium import ARGUMENTS, find
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from sitebuild.content import Content, load_content
from sitebuild.languages import Language
from sitebuild.model import Directory
from sitebuild.open_data import data_files
from sitebuild.problems import report
from sitebuild.regions import load_directory
from sitebuild.words import Words, load_words

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "regions" / "base"
CASE_DAY = date(2026, 11, 20)
LOOKS = 300  # ten a second
PHONE = ViewportSize(width=360, height=640)
HASHED = re.compile(r"assets/(?P<name>.+)\.[0-9a-f]{8}(?P<kind>\.\w+)")
# What a build reads; copied so that no test can write into the project.
INPUTS = (
    "mkdocs.yml",
    "regions.yml",
    "facts.yml",
    "coverage.yml",
    "notices.yml",
    "sources.yml",
    "strings",
    "data",
    "docs",
    "overrides",
    "scripts",
)


def copy_project(target: Path) -> Path:
    """Copy what a build reads into an empty folder and return that folder."""
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


def run_engine(
    root: Path, *arguments: str, engine: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """Run mkdocs or properdocs in a project folder; no network is needed."""
    command = [sys.executable, "-m", engine, *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, check=False, cwd=root, capture_output=True, text=True, env=environment
    )


@pytest.fixture(scope="session")
def content() -> Content:
    """The project's real content."""
    loaded, problems = load_content(ROOT, date.today())
    assert loaded is not None, report(problems)
    return loaded


@pytest.fixture(scope="session")
def data_texts(content: Content) -> dict[str, str]:
    """Every file of open data by its path under data/."""
    return {name: make() for name, make in data_files(content).items()}


@pytest.fixture(scope="session")
def directory() -> Directory:
    """The regions of the case files: few, and made up."""
    loaded, problems = load_directory(CASES, CASE_DAY, ("nl", "en"))
    assert loaded is not None, report(problems)
    return loaded


@pytest.fixture(scope="session")
def words() -> dict[str, Words]:
    """The Dutch words of the site."""
    loaded, problems = load_words(ROOT, (Language("nl", "Nederlands"),))
    assert not problems, report(problems)
    return loaded


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the strictly built site, and what the build said."""
    root = copy_project(tmp_path_factory.mktemp("project"))
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the built site."""
    return built[0]


def asset_paths(site: Path) -> dict[str, str]:
    """Return where each file of assets/ stands in a built site, by its name without its hash."""
    paths = [path.relative_to(site).as_posix() for path in site.glob("assets/**/*.*")]
    found = [(HASHED.fullmatch(path), path) for path in paths]
    return {match["name"] + match["kind"]: path for match, path in found if match}


@pytest.fixture(scope="session")
def assets(site: Path, site_url: str) -> dict[str, str]:
    """The address of each file of assets/, by its name without its hash; '' is the site itself."""
    return {"": site_url, **{name: site_url + path for name, path in asset_paths(site).items()}}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as a plain host does: with the site's own 404 page and no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404 page."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def hosted(
    folder: Path, handler: type[http.server.SimpleHTTPRequestHandler] = _Quiet
) -> Iterator[str]:
    """Serve a folder on this machine until the block ends; gives the address, ending with '/'."""
    serve = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true in a page; Playwright's own way breaks our strict policy."""
    for _ in range(LOOKS):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, served on this machine; ends with '/'."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh phone-sized browser without history, cookies or storage."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """A page in a fresh phone-sized browser."""
    return phone.new_page()
