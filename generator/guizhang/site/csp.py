"""The content security policy a built site needs: its own files, and the few inline scripts of the theme by hash."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

# Data blocks (type="application/json") are not executed, so they need no hash.
_INLINE = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)


def inline_script_hashes(site: Path) -> tuple[str, ...]:
    """Return the hashes of every inline script on the pages of *site*, as a policy writes them.

    Source: Content Security Policy Level 3, section 2.3.1: ``'sha256-'`` and the base64 of the digest of the element's text.
    """
    found = set()
    for page in sorted(site.rglob("*.html")):
        for match in _INLINE.finditer(page.read_bytes()):
            attributes = match["attributes"]
            if b"src=" in attributes or b"application/json" in attributes:
                continue
            digest = base64.b64encode(hashlib.sha256(match["code"]).digest()).decode()
            found.add(f"'sha256-{digest}'")
    return tuple(sorted(found))


def policy(site: Path) -> str:
    """Return the value of a ``Content-Security-Policy`` header under which *site* works in full."""
    scripts = " ".join(("'self'", *inline_script_hashes(site)))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'"
    )
