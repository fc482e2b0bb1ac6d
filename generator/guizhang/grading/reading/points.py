"""Points as assessors write them: 4, 4分, 4/4, 3½, 三分半, 满分."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.model import spellings
from guizhang.model.spellings import NUMBER, parse_number
from guizhang.zh.numerals import to_int

_POINTS = rf"(?:\s*(?:{'|'.join(spellings.POINTS)}))"
_WORD = re.compile(f"{_POINTS}$")
_HALF = re.compile(r"(\d*)\s*½|(?:(\d+|[一二两兩三四五六七八九十]{1,3})\s*分)?半分?")
_OF_ALL = re.compile(rf"({NUMBER}){_POINTS}?\s*/\s*({NUMBER})")


def points_in(text: str, most: Decimal) -> Decimal | None:
    """Return the points a cell gives; ``None`` where it is no number from 0 up.

    Args:
        text: ``4``, ``4分``, ``满分``, ``3½``, ``三分半``; ``3/4`` where there are 4 to be had and nowhere else.
        most: As many as can be had.
    """
    # Before the sign is taken apart into 1/2.
    half = _HALF.fullmatch(_WORD.sub("", text.strip()))
    if half:
        whole = to_int(half[1] or half[2] or "0")
        return None if whole is None else whole + Decimal("0.5")
    plain = spellings.uncorrected(text).casefold()
    if plain in spellings.FULL:
        return most
    plain = _WORD.sub("", plain)
    if (share := _OF_ALL.fullmatch(plain)) and parse_number(share[2]) == most:
        plain = share[1]
    points = parse_number(plain)
    return points if points is not None and points >= 0 else None
