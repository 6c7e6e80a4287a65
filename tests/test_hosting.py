"""What does a host send? The same policy as the page's own, and files that lie ready compressed."""

import gzip
import http.server
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, hosted, until
from playwright.sync_api import Page
from sitebuild import policy
from sitebuild.compressing import TEXT, with_gzip

CSP = "Content-Security-Policy"
# A part of a policy that a meta element cannot carry.
ONLY_IN_A_HEADER = {"frame-ancestors 'none'"}
WRITTEN = {
    "nginx.conf": re.compile(r'^\s*add_header ([\w-]+) "([^"]*)" always;$', re.MULTILINE),
    "Caddyfile": re.compile(r'^\t\t([\w-]+) "([^"]*)"$', re.MULTILINE),
}
MAKE = {"nginx.conf": policy.nginx_file, "Caddyfile": policy.caddy_file}
Rules = list[tuple[str, dict[str, str]]]


def parts(csp: str) -> set[str]:
    """Return the directives of a policy."""
    return {each.strip() for each in csp.split(";")}


def read_rules(site: Path) -> Rules:
    """Return the paths and headers of the site's `_headers`, in order."""
    return rules_of((site / "_headers").read_text(encoding="utf-8"))


def rules_of(text: str) -> Rules:
    """Return the paths and headers of a `_headers` file, in order."""
    rules: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        elif line:
            name, value = line.strip().split(": ", 1)
            rules[-1][1][name] = value
    return rules


def sent(rules: Rules, path: str) -> dict[str, list[str]]:
    """Return what Netlify and Cloudflare send with a path: all rules that match, together."""
    found: dict[str, list[str]] = {}
    for rule, headers in rules:
        if path == rule or (rule.endswith("*") and path.startswith(rule[:-1])):
            for name, value in headers.items():
                found.setdefault(name, []).append(value)
    return found


def paths(site: Path) -> list[str]:
    """Return the path of everything a browser asks for."""
    files = [path for path in site.rglob("*") if path.suffix in TEXT]
    found = ["/" + path.relative_to(site).as_posix() for path in files]
    return [path.removesuffix("index.html") for path in found]


def test_headers_say_what_the_page_says_and_only_what_a_page_cannot(site: Path) -> None:
    rules = read_rules(site)
    for path in paths(site):
        assert set(sent(rules, path)[CSP]) == {policy.HEADERS[CSP]}, path
    for page in site.rglob("*.html"):
        meta = BeautifulSoup(page.read_text(encoding="utf-8").split("<body")[0], "html.parser")
        own = meta.find("meta", {"http-equiv": CSP})
        assert own is not None, page
        assert parts(policy.HEADERS[CSP]) == parts(str(own["content"])) | ONLY_IN_A_HEADER, page
        referrer = meta.find("meta", {"name": "referrer"})
        assert referrer is not None and referrer["content"] == policy.HEADERS["Referrer-Policy"]


def test_each_path_has_each_header_once_and_its_own_caching(site: Path) -> None:
    rules = read_rules(site)
    for path in paths(site):
        found = sent(rules, path)
        cache = policy.ASSET_CACHE if path.startswith("/assets/") else policy.PAGE_CACHE
        readers = policy.OPEN_TO_OTHERS if path.startswith("/data/") else {}
        wanted = {**policy.HEADERS, **readers, "Cache-Control": cache}
        assert found == {name: [value] for name, value in wanted.items()}, path


@pytest.mark.parametrize("name", WRITTEN)
def test_settings_for_other_hosts_hold_the_same_policy(name: str) -> None:
    text = (ROOT / "hosting" / name).read_text(encoding="utf-8")
    assert text == MAKE[name](), "Run: make hosting"
    assert dict(WRITTEN[name].findall(text)) == policy.HEADERS
    assert text.count(f'"{policy.PAGE_CACHE}"') and text.count(f'"{policy.ASSET_CACHE}"') == 1


def test_only_cards_say_that_they_are_cards_and_only_data_is_open_to_other_sites() -> None:
    rules = rules_of(policy.headers_file(["data", "en"]))
    card = sent(rules, "/data/regions/utrecht.vcf")
    assert card["Content-Type"] == [policy.CARD["Content-Type"]]
    assert card["Access-Control-Allow-Origin"] == ["*"]
    assert "Content-Type" not in sent(rules, "/data/contacts.csv")
    for page in ("/", "/en/data/", "/near-you/utrecht/", "/assets/site.js"):
        assert not {"Content-Type", "Access-Control-Allow-Origin"} & sent(rules, page).keys()


def test_every_text_file_lies_ready_compressed_and_says_the_same(site: Path) -> None:
    plain = [path for path in site.rglob("*") if path.suffix in TEXT]
    assert len(plain) > 600
    for path in plain:
        data = path.read_bytes()
        assert brotli.decompress(Path(f"{path}.br").read_bytes()) == data, path
        assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == data, path


def test_gzip_holds_no_time_and_no_name() -> None:
    flags, time = with_gzip(b"text")[3], with_gzip(b"text")[4:8]
    assert (flags, time) == (0, b"\0\0\0\0")


class _Strict(http.server.SimpleHTTPRequestHandler):
    """Serves files with all our headers."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add ours."""
        cache = policy.ASSET_CACHE if self.path.startswith("/assets/") else policy.PAGE_CACHE
        for name, value in {**policy.HEADERS, "Cache-Control": cache}.items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def strict_url(site: Path) -> Iterator[str]:
    """The address of the site on a host that sends our headers."""
    with hosted(site, _Strict) as address:
        yield address


def test_the_site_works_under_its_headers_without_a_complaint(strict_url: str, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(strict_url + "en/rights/")
    page.locator("details:has(> .search) > summary").click()
    until(page, "document.activeElement?.id === 'search-field'")
    page.keyboard.type("taxes")
    page.locator(".search ol a").first.click()
    page.wait_for_url("**/taxes/**")
    assert said == []


def test_the_browser_switches_off_what_we_name(strict_url: str, page: Page) -> None:
    page.goto(strict_url)
    allowed = set(page.evaluate("document.featurePolicy.allowedFeatures()"))
    assert allowed, "this browser does not say what it allows"
    assert allowed & set(policy.SWITCHED_OFF) == set()
    for dangerous in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert dangerous not in allowed


def test_no_other_page_can_hold_ours_in_a_frame(strict_url: str, site_url: str, page: Page) -> None:
    held = []
    for address in (site_url, strict_url):
        page.route(
            "**/holder", lambda route: route.fulfill(body="<p>holder", content_type="text/html")
        )
        page.goto(site_url + "holder")
        page.evaluate(
            """(address) => new Promise((done) => {
                const frame = document.createElement("iframe");
                frame.onload = done;
                frame.src = address;
                document.body.append(frame);
            })""",
            address,
        )
        held.append(page.frames[-1].evaluate("Boolean(document.getElementById('leave'))"))
    assert held == [True, False]
