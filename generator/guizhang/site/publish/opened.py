"""What search engines read, for a handbook that anybody may find: the list of pages, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

_NO_CONTENT = ("404.html", "go.html")
"""Pages nobody should find by a search."""


def sitemap(paths: Iterable[str], address: str) -> bytes:
    """Return ``sitemap.xml``; *address* is the site's, with a slash at its end.

    Without dates: the time of the build says nothing about the rules, and would make each build different.

    Source: sitemaps.org protocol 0.9.
    """
    pages = (path for path in sorted(paths) if path.endswith(".html") and path not in _NO_CONTENT)
    lines = "".join(f"<url><loc>{escape(address + quote(path))}</loc></url>\n" for path in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    ).encode()


def robots(address: str) -> bytes:
    """Return ``robots.txt`` that admits everybody."""
    return f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n".encode()
