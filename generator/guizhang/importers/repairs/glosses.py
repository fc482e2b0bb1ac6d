"""Readings in brackets behind the characters they belong to: 對(duì), 客户（kè hù）."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from guizhang.importers.repairs.repair import Repair, RepairKind
from guizhang.zh.pinyin import fits, has_tone, parse_syllable

_BRACKETED = re.compile(r"[(（][ ]?(?P<read>[^\W\d_][\w:'’ \u0300-\u036f-]{0,40})[ ]?[)）]")
_BETWEEN = re.compile(r"[\s'’-]+")
_SYLLABLES_MAX = 6
_LETTERS_MAX = 8
"""Of one syllable as typed: nǚ decomposed, zhuang4, lu:4."""
_SURE_MAX = 0.99


def find_glosses(text: str, skip: Mapping[int, tuple[int, str]]) -> Iterator[Repair]:
    """Yield the glosses whose reading fits the character before them, tone included.

    A bracket whose content is no reading of what stands before it is text: (VIP), (a), 十(bā). So is a single letter
    without a tone. How sure a gloss is grows with the number of glosses, by the rule of succession (n + 1) / (n + 2):
    one alone may be meant for the reader.

    Args:
        text: The text as it stands.
        skip: Stretches that are repaired otherwise: start -> (end, what stands there then).
    """
    restored = dict(skip.values())
    inside = sorted((start, end) for start, (end, _) in skip.items())
    found: list[tuple[int, int, str]] = []
    for match in _BRACKETED.finditer(text):
        while inside and inside[0][1] <= match.start():
            inside.pop(0)
        if inside and inside[0][0] < match.end():
            continue
        before = restored.get(match.start()) or text[max(0, match.start() - _SYLLABLES_MAX) : match.start()]
        if fitting := _fitting(before, match["read"]):
            found.append((match.start(), match.end(), fitting))
    sure = round(min(_SURE_MAX, (len(found) + 1) / (len(found) + 2)), 2)
    for start, end, chars in found:
        yield Repair(
            RepairKind.GLOSS,
            start,
            end,
            text[start:end],
            "",
            sure,
            f"{chars} 的注音",
            f"the reading of {chars}",
        )


def _fitting(before: str, written: str) -> str:
    """Return the characters at the end of *before* that *written* is the reading of, "" for none."""
    if not before or before[-1] < "\u3007" or not has_tone(written.strip()):
        return ""
    spelled = unicodedata.normalize("NFC", _BETWEEN.sub("", written)).lower()
    for count in range(1, min(_SYLLABLES_MAX, len(before)) + 1):
        chars = before[-count:]
        ends = {0}
        for char in chars:
            ends = {
                end + size
                for end in ends
                for size in range(1, _LETTERS_MAX + 1)
                if end + size <= len(spelled) and _is_reading(char, spelled[end : end + size])
            }
        if len(spelled) in ends:
            return chars
    return ""


def _is_reading(char: str, written: str) -> bool:
    syllable = parse_syllable(written)
    return syllable is not None and fits(char, syllable)
