"""Characters as pairs of GBK bytes."""

from __future__ import annotations

from functools import lru_cache

_STOPS = frozenset("。、”’》」』】…")


@lru_cache(maxsize=32768)
def encoded(char: str) -> bytes:
    """Return the two bytes of *char*, none where it has another number of them."""
    # gb18030 and not gbk: pairs that GBK leaves to its users come out as private characters, and go back by it.
    try:
        pair = char.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return pair if len(pair) == 2 else b""


@lru_cache(maxsize=65536)
def decoded(first: int, second: int) -> str:
    """Return the character of two bytes, "" for none."""
    try:
        char = bytes((first, second)).decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 else ""


@lru_cache(maxsize=256)
def beginning_with(first: int) -> tuple[tuple[str, int], ...]:
    """Return the characters with that first byte, each with its second."""
    return tuple((char, second) for second in range(0x40, 0xFF) if (char := decoded(first, second)))


@lru_cache(maxsize=256)
def ending_in(second: int) -> tuple[str, ...]:
    """Return the Chinese characters and stops with that second byte; GBK's rows of letters and lines are left out."""
    chars = (decoded(first, second) for first in range(0x81, 0xFF))
    return tuple(char for char in chars if "\u3400" <= char <= "\u9fff" or char in _STOPS)
