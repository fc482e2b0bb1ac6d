"""Bullets that a file draws as shapes instead of writing them: discs and squares in front of a line."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.importers.extract import OWN_NUMBER
from guizhang.importers.readers.pdf.rows import Piece, Text

_SIGN = "• "
_SIGNS = frozenset("•·●○▪■□◆◇►▶➢➤✓✔√★☆※*-–—")
_REACH = 2.5
"""Widest gap, in ems, between a bullet and its line."""
_HIGHEST = 0.7
"""Height of a bullet against its line."""
_LARGE = 1.15
"""A line so much larger than the text around it is a heading, and the shape an ornament."""

Box = tuple[float, float, float, float]


def put_bullets(pieces: Sequence[Piece], dots: Sequence[Box], em: float) -> None:
    """Write a bullet, noted as made, in front of each piece that has one drawn before it.

    Args:
        pieces: Those of one page.
        dots: Its small shapes.
        em: Usual size of the text.
    """
    for dot in dots:
        beside = [piece for piece in pieces if piece.lines is None and _level(piece, dot)]
        ahead = min((p for p in beside if p.x0 > dot[0]), key=lambda p: p.x0, default=None)
        behind = any(p.x0 <= dot[0] and p.x1 > dot[0] - _REACH * p.size for p in beside)
        if ahead is None or behind or ahead.x0 - dot[2] > _REACH * ahead.size or ahead.size > _LARGE * em:
            continue
        words = ahead.text.text.lstrip()
        if words and words[0] not in _SIGNS and not OWN_NUMBER.match(words):
            text = Text(_SIGN, [(0, len(_SIGN))])
            text.add(ahead.text)
            ahead.text = text


def _level(piece: Piece, dot: Box) -> bool:
    middle = (dot[1] + dot[3]) / 2
    high = dot[3] - dot[1]
    return high <= _HIGHEST * piece.size and piece.base - 0.1 * piece.size < middle < piece.base + 0.8 * piece.size
