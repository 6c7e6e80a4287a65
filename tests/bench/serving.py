"""How do pages travel? Serves a folder compressed, counts bytes, and can be as slow as a phone."""

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
from sitebuild.compressing import TEXT

# "Slow 3G" of Chromium's developer tools.
SLOW_WAIT_S = 2.0
SLOW_BYTES_PER_S = 50_000
PIECE = 1_000


@dataclass(frozen=True)
class Answer:
    """What was asked for, and what it cost; `status` as HTTP counts."""

    path: str
    status: int
    size: int


class Host(http.server.ThreadingHTTPServer):
    """Serves one folder on this machine; `sent` counts the bytes of all bodies."""

    def __init__(self, folder: Path, slow: bool) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.slow = slow
        self.sent = 0
        self.asked = 0
        self.answers: list[Answer] = []
        self._line = threading.Lock()

    @property
    def address(self) -> str:
        """The address, which ends with '/'."""
        return f"http://127.0.0.1:{self.server_port}/"

    def pieces(self, body: bytes) -> Iterator[bytes]:
        """Yield a body at the speed of the line, which all requests share."""
        self.asked += 1
        if self.slow:
            time.sleep(SLOW_WAIT_S)
        for at in range(0, len(body), PIECE):
            piece = body[at : at + PIECE]
            with self._line:
                self.sent += len(piece)
                if self.slow:
                    time.sleep(len(piece) / SLOW_BYTES_PER_S)
            yield piece

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that leaves before all has come."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with brotli, as good hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        assert isinstance(self.server, Host)
        if not path.is_file():
            self.server.answers.append(Answer(path.name, 404, 0))
            self.send_error(404)
            return
        body = compressed(path) if path.suffix in TEXT else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.server.answers.append(Answer(path.name, 200, len(body)))
        for piece in self.server.pieces(body):
            self.wfile.write(piece)


@functools.cache
def compressed(path: Path) -> bytes:
    """Return a file's bytes as brotli: as the build wrote them, or as small as it goes."""
    ready = path.with_name(f"{path.name}.br")
    if ready.is_file():
        return ready.read_bytes()
    return bytes(brotli.compress(path.read_bytes()))


@contextmanager
def served(folder: Path, slow: bool = False) -> Iterator[Host]:
    """Serve a folder until the block ends."""
    with Host(folder, slow) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()
