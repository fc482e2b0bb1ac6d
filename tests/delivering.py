"""A web server that sends a site as `Delivery` says: what the examples in `server/` are compared with, and what audits visit."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from guizhang.site.publish.delivery import TEXTS, Delivery, media_type


@contextmanager
def delivered(site: Path, delivery: Delivery) -> Iterator[str]:
    """Serve *site* on the loopback address; yield where."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / unquote(self.path.partition("?")[0]).lstrip("/")
            path = path / "index.html" if path == site else path
            hidden = any(part.startswith(".") for part in path.relative_to(site).parts)
            found = path.is_file() and not hidden
            file = path if found else site / "404.html"
            self.send_response(200 if found else 404)
            # A fault names no file to keep.
            for name, value in (delivery.answer(self.path) if found else dict(delivery.headers)).items():
                self.send_header(name, value)
            self.send_header("Content-Type", media_type(file.suffix))
            data = file.read_bytes()
            if file.suffix in TEXTS:
                self.send_header("Vary", "Accept-Encoding")
                if "gzip" in self.headers.get("Accept-Encoding", ""):
                    data = gzip.compress(data, 6, mtime=0)
                    self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def send_error(self, code: int, *_: object) -> None:
            """Answer other methods."""
            self.send_response(405 if code == 501 else code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
