"""Which language a piece of a line is in: Chinese, English, or neither."""

from __future__ import annotations

import re

HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*|\S+\.(?:com|cn|hk|org|net|docx?|xlsx?|pdf)\b\S*", re.IGNORECASE)
_LOWER = re.compile(r"\b[A-Za-z][a-z]{2,}")
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_LONG_CAPITALS = re.compile(r"\b[A-Z]{6,}\b")
_QUOTING = 8
"""Latin letters for each Chinese character that an English sentence quotes, at least."""
_SENTENCE = 5


def is_phrase(text: str) -> bool:
    """Return whether Latin text says something, as no address and no abbreviation does: Attendance, but not KPI."""
    bare = _ADDRESS.sub("", text)
    return bool(_LOWER.search(bare)) or bool(_LONG_CAPITALS.search(bare)) or len(_CAPITALS.findall(bare)) > 1


def language(text: str) -> str:
    """Return ``zh``, ``en``, or nothing for figures and signs alone.

    Args:
        text: A line or a part of one, folded.
    """
    han = len(HAN.findall(text))
    bare = _ADDRESS.sub("", text)
    words = _WORD.findall(bare)
    if not han:
        return "en" if words or _ADDRESS.search(text) else ""
    first = next(sign for sign in text if HAN.match(sign) or (sign.isascii() and sign.isalpha()))
    quotes = first.isascii() and len(words) >= _SENTENCE and han * _QUOTING <= sum(map(len, words))
    return "en" if quotes else "zh"
