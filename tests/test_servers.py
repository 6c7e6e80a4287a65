"""Do nginx and Caddy themselves, with our files of hosting/, send what we promise?

Each server runs with a small folder that is built like the site. Skipped where it is not installed
(`find_servers.py` installs it as root on Debian).
"""

import gzip
import http.client
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from find_servers import find
from sitebuild import policy
from sitebuild.compressing import write_compressed

SECONDS = 10
MODULES = Path("/etc/nginx/modules-enabled")
FILES = {
    "index.html": "<!doctype html><p>home",
    "404.html": "<!doctype html><p>not found",
    "en/index.html": "<!doctype html><p>english",
    "assets/site.12345678.css": "p{color:red}" * 50,
    "assets/search/en.12345678.json": '{"a":1}' * 50,
    "assets/site.12345678.js": "let a=1;" * 50,
    "data/index.json": '{"a":1}' * 50,
    "data/contacts.csv": "\ufeffa,b\r\n",
    "data/regions/somewhere.vcf": "BEGIN:VCARD\r\nEND:VCARD\r\n",
}
HTML = "text/html; charset=utf-8"
TYPES = {
    "/": HTML,
    "/en/": HTML,
    "/nothing/": HTML,
    "/data/none.csv": HTML,
    "/data/regions/none.vcf": HTML,
    "/data/index.json": "application/json",
    "/data/contacts.csv": "text/csv; charset=utf-8",
    "/data/regions/somewhere.vcf": "text/vcard; charset=utf-8",
    "/assets/site.12345678.css": "text/css",
    "/assets/site.12345678.js": "javascript",
}
NGINX = """\
daemon off;
{user}
worker_processes 1;
pid {work}/pid;
error_log stderr warn;
{modules}
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/wegwijs.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server sent."""

    status: int
    headers: dict[str, list[str]]
    body: bytes

    def one(self, name: str) -> str:
        """Return the value of a header that must stand there once."""
        (value,) = self.headers[name.lower()]
        return value


@dataclass(frozen=True)
class Server:
    """A running server: its name and port."""

    name: str
    port: int

    def get(self, path: str, encoding: str = "identity") -> Answer:
        """Ask for a path, following nothing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        headers: dict[str, list[str]] = {}
        for name, value in answer.getheaders():
            headers.setdefault(name.lower(), []).append(value)
        body = answer.read()
        connection.close()
        return Answer(answer.status, headers, body)


def ours(name: str, port: int, site: Path) -> str:
    """Return our file of hosting/ with the two lines of one's own filled in."""
    text = (ROOT / "hosting" / name).read_text(encoding="utf-8")
    for old, new in (
        (":8080", f"http://127.0.0.1:{port}"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
    ):
        text = text.replace(old, new)
    assert "/srv/wegwijs/site" in text and str(port) in text
    return text.replace("/srv/wegwijs/site", str(site))


def nginx(port: int, site: Path, work: Path) -> list[str]:
    """Write the settings of nginx and return its command."""
    text = ours("nginx.conf", port, site)
    modules = f"include {MODULES}/*.conf;" if MODULES.is_dir() else ""
    if list(MODULES.glob("*brotli-static*")):
        text = text.replace("# brotli_static on;", "brotli_static on;")
    (work / "wegwijs.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is closed to others
    main = NGINX.format(work=work, user=user, modules=modules)
    (work / "nginx.conf").write_text(main, encoding="utf-8")
    return [find("nginx") or "nginx", "-e", "stderr", "-c", str(work / "nginx.conf")]


def caddy(port: int, site: Path, work: Path) -> list[str]:
    """Write the settings of Caddy and return its command."""
    text = "{\n\tadmin off\n\tauto_https off\n}\n" + ours("Caddyfile", port, site)
    (work / "Caddyfile").write_text(text, encoding="utf-8")
    config = str(work / "Caddyfile")
    return [find("caddy") or "caddy", "run", "--adapter", "caddyfile", "--config", config]


SERVERS: dict[str, Callable[[int, Path, Path], list[str]]] = {"nginx": nginx, "caddy": caddy}


@contextmanager
def running(name: str, site: Path, work: Path) -> Iterator[Server]:
    """Run a server with our settings until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = SERVERS[name](port, site, work)
    environment = {**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work)}
    log = (work / "log").open("wb")
    with log, subprocess.Popen(command, stdout=log, stderr=log, env=environment) as process:
        try:
            wait(port, process, work / "log")
            yield Server(name, port)
        finally:
            process.terminate()


def wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; fails with what it said when it stopped."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(log.read_text(encoding="utf-8", errors="replace"))


@pytest.fixture(scope="module", params=SERVERS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Each server in turn, with a small folder."""
    if not find(request.param):
        pytest.skip(f"{request.param} is not installed")
    site = tmp_path_factory.mktemp("site")
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(text.encode("utf-8"))
    write_compressed([site])
    with running(request.param, site, tmp_path_factory.mktemp("work")) as found:
        yield found


def test_every_answer_has_the_headers_of_the_policy_once(server: Server) -> None:
    for path in (*TYPES, "/en", "/assets/", "/assets/none.css"):
        answer = server.get(path)
        sent = {name: answer.headers.get(name.lower()) for name in policy.HEADERS}
        assert sent == {name: [value] for name, value in policy.HEADERS.items()}, path
        assert not answer.headers.get("strict-transport-security"), path


def test_a_server_does_not_say_which_version_it_is(server: Server) -> None:
    assert server.get("/").headers.get("server", ["nginx"]) == ["nginx"]


def test_assets_are_kept_and_pages_are_not(server: Server) -> None:
    for path in (*TYPES, "/en", "/assets/", "/assets/none.css", "/assets/search/en.12345678.json"):
        is_asset = path.startswith("/assets/") and path[8:].count("12345678")
        wanted = policy.ASSET_CACHE if is_asset else policy.PAGE_CACHE
        assert server.get(path).one("Cache-Control") == wanted, path


@pytest.mark.parametrize("path", TYPES)
def test_each_file_says_what_it_is(server: Server, path: str) -> None:
    assert TYPES[path] in server.get(path).one("Content-Type").lower()


@pytest.mark.parametrize("path", ["/", "/en/", "/assets/site.12345678.css", "/data/index.json"])
def test_what_lies_ready_compressed_is_sent_so(server: Server, path: str) -> None:
    plain = server.get(path)
    assert "content-encoding" not in plain.headers
    packed = server.get(path, "gzip")
    assert packed.one("Content-Encoding") == "gzip" and gzip.decompress(packed.body) == plain.body
    assert "accept-encoding" in packed.one("Vary").lower()
    if server.name == "nginx" and not list(MODULES.glob("*brotli-static*")):
        pytest.skip("nginx has no brotli here")
    packed = server.get(path, "gzip, br")
    assert packed.one("Content-Encoding") == "br" and brotli.decompress(packed.body) == plain.body
    assert packed.one("Content-Type") == plain.one("Content-Type")


@pytest.mark.parametrize(
    "path", ["/nothing/", "/en/nothing", "/assets/none.css", "/assets/", "/data/"]
)
def test_what_is_not_there_is_our_own_404_and_no_folder_is_listed(
    server: Server, path: str
) -> None:
    answer = server.get(path)
    assert (answer.status, answer.body) == (404, FILES["404.html"].encode())
    assert server.get(path, "gzip").status == 404


def test_a_page_without_its_stroke_leads_to_the_page(server: Server) -> None:
    answer = server.get("/en")
    assert answer.status in (301, 308)
    assert answer.one("Location") in ("/en/", "en/")


def test_nothing_outside_the_folder_is_sent(server: Server) -> None:
    for path in ("/../log", "/..%2flog", "/en/../../log", "/%2e%2e/wegwijs.conf"):
        assert server.get(path).status in (400, 404), path


@pytest.mark.parametrize("name", SERVERS)
def test_the_built_site_is_sent_with_the_policy_of_its_pages(
    name: str, site: Path, tmp_path: Path
) -> None:
    if not find(name):
        pytest.skip(f"{name} is not installed")
    with running(name, site, tmp_path) as server:
        for path, status in (("/", 200), ("/th/near-you/zwolle/", 200), ("/none/", 404)):
            answer = server.get(path)
            meta = BeautifulSoup(answer.body, "html.parser").find(
                "meta", {"http-equiv": "Content-Security-Policy"}
            )
            assert meta is not None and answer.status == status, path
            sent = answer.one("Content-Security-Policy")
            assert sent == f"{meta['content']}; {policy.ONLY_IN_A_HEADER}", path
