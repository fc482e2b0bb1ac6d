"""Ids and file names of new drafts. An id is chosen once, so it must be the same on every machine, and never one in use."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePath

from guizhang.importers.outline import Import
from guizhang.zh.pinyin import spellings

FALLBACK = "imported"
MAX_CHARS = 60
"""An id is typed and cited; a longer one is cut at a hyphen."""
_FIRST_WORDS = 6
"""Words, or Chinese syllables, by which an id names a rule that has no number."""
_FIRST_CHARS = 60
_LETTER = re.compile(r"[a-z]")


def name_of_file(path: str) -> str:
    """Return what a document without a title is called: its file's name as it is written, without the suffix."""
    return PurePath(path).stem.strip() or FALLBACK


def wanted_id(imported: Import, document: int) -> str:
    """Return the id a draft would like.

    An English title is best; then, for a file of one document, an English file name, which somebody has chosen; then the
    title in pinyin, since numbers tell nobody which of seventeen documents is meant.

    Args:
        imported: The import.
        document: Index of the document.
    """
    title = imported.documents[document].title
    stem = PurePath(imported.path).stem
    alone = len(imported.documents) == 1
    wishes = [
        _slug(title) if title.isascii() else "",
        _slug(stem) if alone and stem.isascii() else "",
        _slug(_spelled(title)),
        _slug(_spelled(stem)) if alone else "",
    ]
    # Digits alone (a year, a page number) name nothing.
    named = next((wish for wish in wishes if _LETTER.search(wish)), "")
    return named or (f"{_slug(_spelled(stem)) or FALLBACK}{'' if alone else f'-{document + 1}'}")


def words_id(words: str) -> str:
    """Return an id from a heading, or from the first words of a text; empty where these spell nothing."""
    first = words.split("\n", 1)[0]
    slug = _slug(_spelled(re.sub("['’]", "", first[:_FIRST_CHARS])))
    return "-".join(slug.split("-")[:_FIRST_WORDS])


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return *wanted*, or with the next number that is free; a year at its end is no such number."""
    match = re.fullmatch(r"(.*?)-(\d{1,2})", wanted)
    stem, number = (match[1], int(match[2])) if match else (wanted, 1)
    name = wanted
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _spelled(text: str) -> str:
    """Return *text* with its Chinese characters as syllables, by their usual reading."""
    return "".join(f"-{spelled[0]}-" if (spelled := spellings(char)) else char for char in text)


def _slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    if len(slug) > MAX_CHARS:
        head = slug[: MAX_CHARS + 1]
        slug = head[: head.rfind("-")] if "-" in head else slug[:MAX_CHARS]
    return slug.strip("-")
