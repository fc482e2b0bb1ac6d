"""Ids and file names of new drafts. An id is chosen once, so it must be the same on every machine, and never one in use."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePath

from guizhang.importers.outline import Import

FALLBACK = "imported"
MAX_CHARS = 40
"""An id is typed and cited; a longer one is cut at a hyphen."""


def wanted_id(imported: Import, document: int) -> str:
    """Return the id a draft would like: its title where that is ASCII, else the source's name and the document's number.

    Args:
        imported: The import.
        document: Index of the document.
    """
    title = imported.documents[document].title
    if title.isascii() and (slug := _slug(title)):
        return slug
    stem = _slug(PurePath(imported.path).stem) or FALLBACK
    return stem if len(imported.documents) == 1 else f"{stem}-{document + 1}"


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return *wanted*, or with the next number that is free."""
    match = re.fullmatch(r"(.*?)-(\d{1,4})", wanted)
    stem, number = (match[1], int(match[2])) if match else (wanted, 1)
    name = wanted
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    if len(slug) > MAX_CHARS:
        head = slug[: MAX_CHARS + 1]
        slug = head[: head.rfind("-")] if "-" in head else slug[:MAX_CHARS]
    return slug.strip("-")
