"""How do text files lie ready for hosts that send them compressed? Same text, same bytes."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import brotli

TEXT = (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml")
# Measured on the whole site: quality 9 with a window of 64 KiB takes half a second for all pages;
# with a larger window 8 seconds, quality 10 as many and 11 twice that, for a tenth less.
PAGE_QUALITY, PAGE_WINDOW = 9, 16
# Some twenty files, kept for long by every browser: quality 10 takes them another second.
ASSET_QUALITY = 10
GZIP_LEVEL = 6  # 9 takes another quarter of a second for all, for a hundredth less


def with_brotli(name: str, data: bytes) -> bytes:
    """Return a file's bytes as brotli; pages cheaper than what they load."""
    if name.endswith(".html"):
        return bytes(brotli.compress(data, quality=PAGE_QUALITY, lgwin=PAGE_WINDOW))
    return bytes(brotli.compress(data, quality=ASSET_QUALITY))


def with_gzip(data: bytes) -> bytes:
    """Return bytes as gzip without a time or a name."""
    return gzip.compress(data, GZIP_LEVEL, mtime=0)


def write_compressed(places: Iterable[Path]) -> None:
    """Write `.br` and `.gz` beside each text file: one that is named, or all under a folder."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in TEXT:
                data = path.read_bytes()
                path.with_name(f"{path.name}.br").write_bytes(with_brotli(path.name, data))
                path.with_name(f"{path.name}.gz").write_bytes(with_gzip(data))
