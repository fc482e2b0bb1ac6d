"""A static server in a process of its own, packing texts as real ones do: `python -m benchmarks.serving FOLDER`."""

from __future__ import annotations

import functools
import gzip
import http.client
import http.server
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

_TEXTS = {".html", ".js", ".css", ".json", ".svg"}
_TELL = "/-/"


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else head and body wait for each other, 40 ms a file
    sent: ClassVar[dict[str, int]] = {}

    def do_GET(self) -> None:
        if self.path.startswith(_TELL):
            part = self.path.removeprefix(_TELL)
            self._answer(str(sum(size for path, size in self.sent.items() if part in path)).encode(), "text/plain")
            self.sent.clear()
            return
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        packed = path.suffix in _TEXTS
        content = _content(path, packed=packed)
        self.sent[self.path] = self.sent.get(self.path, 0) + len(content)
        self._answer(content, self.guess_type(str(path)), packed=packed)

    def _answer(self, content: bytes, kind: str, *, packed: bool = False) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _content(path: Path, *, packed: bool) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 6) if packed else content


def sent(base: str, part: str) -> int:
    """Return the bytes sent since the last time from addresses that contain *part*, whoever in the browser asked."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc)
    connection.request("GET", _TELL + part)
    total = int(connection.getresponse().read())
    connection.close()
    return total


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on the loopback address; gives the base URL, without a slash at its end."""
    command = [sys.executable, "-m", "benchmarks.serving", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


if __name__ == "__main__":
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Handler, directory=sys.argv[1])
    ) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
