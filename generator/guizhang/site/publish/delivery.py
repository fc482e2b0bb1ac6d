"""What a web server sends with every file of the site. One table, which all server examples and the tests read."""

from __future__ import annotations

import re
from dataclasses import dataclass

LASTING = r"\.[0-9a-f]{8}\.min\.(css|js)$|\.(css|js|svg|png|jpeg|webp)\?[0-9a-f]{8}$"
"""Requests (path and query) whose answer never changes: a mark in the name or behind it changes with the content."""
YEAR_SECONDS = 31_536_000

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Suffix -> media type; with ``nosniff`` a browser runs nothing that comes with another."""
TEXTS = (".html", ".css", ".js", ".json", ".txt", ".xml", ".svg")
"""Sent as UTF-8, and compressed."""


@dataclass(frozen=True)
class Delivery:
    """How the site is handed out."""

    policy: str
    """Value of ``Content-Security-Policy``."""
    prefix: str = "/"
    """Path of the site on its host, with a slash at both ends."""
    public: bool = False
    """Whether anybody may read and find it."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What goes with every answer, faults included.

        Source: OWASP Secure Headers Project; ``X-Frame-Options`` is for browsers that do not know ``frame-ancestors``.
        """
        always = (
            ("Content-Security-Policy", self.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "SAMEORIGIN"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        )
        return always if self.public else (*always, ("X-Robots-Tag", "noindex, nofollow"))

    @property
    def kept(self) -> str:
        """``Cache-Control`` of what never changes; a proxy may keep it only where everybody may read it."""
        return f"{'public' if self.public else 'private'}, max-age={YEAR_SECONDS}, immutable"

    def answer(self, request: str) -> dict[str, str]:
        """Return the headers of a found *request* (path and query)."""
        cache = self.kept if re.search(LASTING, request) else "no-cache"
        return {**dict(self.headers), "Cache-Control": cache}


def media_type(suffix: str) -> str:
    """Return the value of ``Content-Type`` for a file that ends in *suffix*."""
    charset = "; charset=utf-8" if suffix in TEXTS else ""
    return TYPES.get(suffix, "application/octet-stream") + charset
