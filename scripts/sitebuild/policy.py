"""What may a page do, and what may stay of it? The one source, for pages and for hosts."""

from collections.abc import Mapping, Sequence

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# MkDocs puts its live-reload script inline into every page it serves.
CSP_SERVING = CSP.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
# The only part that a page cannot ask for itself.
ONLY_IN_A_HEADER = "frame-ancestors 'none'"
REFERRER = "no-referrer"

# What a page of text does not need, as far as browsers know it. Speech needs no permission.
SWITCHED_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "clipboard-write",
    "compute-pressure", "digital-credentials-get", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get",
    "idle-detection", "keyboard-map", "local-fonts", "local-network-access", "magnetometer",
    "microphone", "midi", "otp-credentials", "payment", "picture-in-picture",
    "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial",
    "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip

# HSTS is left out on purpose: browsers write down every host that asks for it, and keep that
# list when history is cleared. SECURITY.md says what to do instead.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{CSP}; {ONLY_IN_A_HEADER}",
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in SWITCHED_OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Pages stay nowhere: not on disk, and not alive for "back", which then asks for them again.
PAGE_CACHE = "no-store"
# Their names change with their bytes.
ASSET_CACHE = "public, max-age=31536000, immutable"


def headers_file(folders: Sequence[str]) -> str:
    """Return `_headers` as Netlify and Cloudflare Pages read it.

    `folders` are those at the root that hold pages. Where several rules match, these hosts join
    their values: so no rule on caching may cover another.
    """
    pages = ["/", "/404.html", *(f"/{each}/*" for each in folders)]
    rules = [
        ("/*", HEADERS),
        ("/assets/*", {"Cache-Control": ASSET_CACHE}),
        *((page, {"Cache-Control": PAGE_CACHE}) for page in pages),
    ]
    return "\n".join(_rule(path, headers) for path, headers in rules)


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


NGINX = """\
# Headers, caching and compression for nginx; `make hosting` writes this file.
# Include it in the http block, and change the two lines of your own.
map $uri $wegwijs_cache {{
    default "{page}";
    ~^/assets/ "{asset}";
}}

server {{
    listen 8080;  # your own: with TLS, and port 80 only to lead there
    root /srv/wegwijs/site;  # your own

    server_tokens off;
    access_log off;  # the log would say who read what
    charset utf-8;

{headers}
    add_header Cache-Control $wegwijs_cache always;

    location ~ [.]vcf$ {{
        types {{ }}
        default_type "text/vcard; charset=utf-8";
    }}
    location ~ [.]csv$ {{
        types {{ }}
        default_type "text/csv; charset=utf-8";
    }}

    gzip_static on;
    gzip_vary on;
    # With the module ngx_brotli:
    # brotli_static on;

    absolute_redirect off;
    # A folder without a page is no page: its files are not listed.
    error_page 403 404 =404 /404.html;
}}
"""
CADDY = """\
# Headers, caching and compression for Caddy; `make hosting` writes this file.
# Change the two lines of your own. Caddy logs no requests unless it is told to.
(wegwijs) {{
	header {{
{headers}
		-Server
	}}
}}

:8080 {{ # your own: a domain, then Caddy brings TLS
	root * /srv/wegwijs/site # your own

	import wegwijs
	@assets {{
		path /assets/*
		file
	}}
	@others not {{
		path /assets/*
		file
	}}
	header @assets Cache-Control "{asset}"
	header @others Cache-Control "{page}"
	@cards {{
		path *.vcf
		file
	}}
	header @cards Content-Type "text/vcard; charset=utf-8"
	@tables {{
		path *.csv
		file
	}}
	header @tables Content-Type "text/csv; charset=utf-8"

	file_server {{
		precompressed br gzip
	}}
	handle_errors {{
		import wegwijs
		header Cache-Control "{page}"
		rewrite * /404.html
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"""


def nginx_file() -> str:
    """Return the settings for nginx."""
    lines = [f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    return NGINX.format(headers="\n".join(lines), page=PAGE_CACHE, asset=ASSET_CACHE)


def caddy_file() -> str:
    """Return the settings for Caddy."""
    lines = [f'\t\t{name} "{value}"' for name, value in HEADERS.items()]
    return CADDY.format(headers="\n".join(lines), page=PAGE_CACHE, asset=ASSET_CACHE)
