"""A static server in a process of its own, packing texts as real ones do: `python -m benchmarks.serving FOLDER`."""

from __future__ import annotations

import functools
import gzip
import http.server
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TEXTS = {".html", ".js", ".css", ".json", ".svg"}


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else head and body wait for each other, 40 ms a file

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in _TEXTS or not path.is_file():
            super().do_GET()
            return
        packed = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


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
