"""Which lines go on the sentence of the line above, so that a node's text is whole again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

from guizhang.importers.breaks import wants_more
from guizhang.importers.draft_nodes import Draft
from guizhang.importers.headings import is_lone_heading
from guizhang.importers.lines import ends_sentence
from guizhang.importers.outline import Span
from guizhang.zh.folding import Folded

_CELLS = re.compile(r"\S(?:\t+| *[|｜] *|[ \u3000]{2,})\S")
_NAMED = re.compile(r"[^\s,。;:()]{2,8} ?:")
_SIGN = re.compile(
    r"(?:第?[\d一二三四五六七八九十百]{1,4}[章节条]|[(]?[\d一二三四五六七八九十a-zA-Z]{1,3}[)、.]+|[①-⑳⑴-⒛])\s*"
)
_SIGN_LENGTH = 8
_WRAP = 20
"""Shortest line, in characters, that may be one half of a sentence broken by the page's width."""
_WRAP_LATIN = 44
"""The same for Latin letters, which are narrower; what goes on with a small letter is joined anyway."""
_FULL_LATIN = 30
"""Shortest line of Latin letters that is as wide as its page; above it nothing may be longer yet."""
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Content without a label in it, within one line."""

    start: int
    end: int
    heads_line: bool
    """Whether it begins its line, with no label before it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the lines of the view stand."""

    starts: list[int]
    full: frozenset[int]
    """Indexes of those that go as far as the page is wide."""


def strip(view: Folded, start: int, end: int) -> Span:
    """Return the span without the blanks around it."""
    text = view.text[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip())) if text.strip() else start


def absorb(view: Folded, draft: Draft, first: Piece, rest: deque[Piece], rows: Rows) -> None:
    """Join lines that go on the text's last sentence."""
    before = first
    while rest and joins(view, view.text[before.start : before.end], rest[0], before, rows):
        before = rest.popleft()
        draft.text.append(strip(view, before.start, before.end))


def _is_row(view: Folded, piece: Piece) -> bool:
    # Asked of what is printed: the folded text has one blank for a tab and for many.
    return bool(_CELLS.search(view.printed(piece.start, piece.end)))


def joins(view: Folded, words: str, after: Piece, before: Piece, rows: Rows) -> bool:
    """Return whether *after* goes on the sentence that *before* leaves open."""
    words = words.rstrip()
    if (
        after.end - after.start <= _SIGN_LENGTH
        and _SIGN.fullmatch(words)
        and _SIGN.fullmatch(view.text, after.start, after.end)
    ):
        return True  # signs that label nothing
    if not words or ends_sentence(words) or not after.heads_line:
        return False
    if wants_more(words):
        return True
    following = view.text[after.start : after.end].lstrip()
    if _is_row(view, before) and _is_row(view, after):
        return False  # two rows of a table
    if _NAMED.match(following):
        return False  # 编制：… and 联系人：… begin anew
    if words[-1] in ",、(《“-" or following[:1] in ",、。;)》”" or following[:1].islower():
        return True
    shortest = _WRAP if _HAN.search(words) else _WRAP_LATIN
    index = bisect_right(rows.starts, before.start) - 1
    adjacent = bisect_right(rows.starts, after.start) - index == 2
    if adjacent and any(sign in words for sign in ",、;") and not is_lone_heading(words):
        return True
    if not adjacent:
        return len(words) >= shortest + 8
    length = before.end - rows.starts[index]
    return length >= shortest or (index in rows.full and (length >= _FULL_LATIN or bool(_HAN.search(words))))
