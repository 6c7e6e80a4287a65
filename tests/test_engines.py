"""Does the build hold: strictly, with the successor engine, without network, in another place?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import copy_project, run_engine


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file under a folder, by relative path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_strict_build_says_no_warning(built: tuple[Path, str]) -> None:
    said = [line for line in built[1].splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert said == []


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    done = run_engine(root, "build", "--strict", engine="properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(root / "site") == files(site)


ELSEWHERE = {
    "TZ": "Asia/Bangkok",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "86400",  # what MkDocs would write as the day of the build
}
LONG_AGO = 1_000_000_000


@pytest.fixture
def narrow_umask() -> Iterator[None]:
    """Files made in the test are for their owner alone."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("narrow_umask")
def test_a_build_elsewhere_gives_the_same_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("WEGWIJS_TODAY", date.today().isoformat())  # there it may be tomorrow
    root = copy_project(tmp_path)
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (LONG_AGO - number, LONG_AGO - number))
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(root / "site") == files(site)


NO_NETWORK = """
import socket

def refuse(*address):
    raise SystemExit(f"the build asked for the network: {address}")

socket.socket.connect = refuse
socket.getaddrinfo = refuse
"""


def test_a_build_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "cut"))
    root = copy_project(tmp_path)
    done = run_engine(root, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr


def test_cutting_the_network_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    ask = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    command = [sys.executable, "-c", ask]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert "asked for the network" in done.stderr
