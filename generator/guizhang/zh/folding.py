"""A folded view of a text for reading structure, with the way back to the stored characters.

The stored text is never changed. The view has full-width ASCII made half-width, Traditional characters made Simplified
one to one, and some spans hidden (glosses, markup, blanks inside 第 一 条), and it knows where each character came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

GLOSS = "gloss"
INVISIBLE = "invisible"
BLANK = "blank-in-label"
READING = "reading-in-brackets"
"""Mask reasons. A BLANK or READING is hidden while the text is read but belongs to what is printed, so it is kept with it; a
GLOSS is left out, which whoever folds the text decides and gives as a mask."""

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# Requires a tone mark: (a), (ANTA) and (短期) are text.
_GLOSS_FORM = rf"[(（][a-zü]{{0,5}}[{_TONED}][a-zü]{{0,4}}[)）]"
# Behind a sign that is read, so that what is hidden is printed with it.
_GLOSS = re.compile(rf"(?<=[\w)）]){_GLOSS_FORM}")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]+")
_NUMERAL = "零〇○一二三四五六七八九十百千两兩0-9０-９ニー"
_SPACED_LABEL = re.compile(
    rf"[第笫苐](?:{_GLOSS_FORM})?[ \t\u3000\u00a0]*(?:[{_NUMERAL}](?:{_GLOSS_FORM})?[ \t\u3000\u00a0]*)+[编編篇章节節条條草]"
    rf"|[（(][ \t\u3000\u00a0]*(?:[{_NUMERAL}]{{1,3}})[ \t\u3000\u00a0]*[)）]"
)
# Without one of these there is neither a gloss nor a label, and most sentences have none.
_OPENS = re.compile("[(（第笫苐]")
_BLANKS = re.compile("[ \t\u3000\u00a0]+")
# What text recognition makes of a label: 第四草 of 第四章, 第lO条 of 第10条. Letter for letter, so that offsets hold.
_HAN = "零〇一二三四五六七八九十百"
_MISREAD = re.compile(
    rf"第(?:[{_HAN}]{{1,5}}草(?=[ \\n])|[{_HAN}]{{0,4}}ー[{_HAN}ー]{{0,4}}[章节条]|[0-9lIoO]{{1,3}}(?<=[lIoO])[章节条])"
)
_READ = str.maketrans("草ーlIoO", "章一1100")
COLUMNS = "columns"
"""Why blanks are hidden that only put the columns of a table one below the other; unlike others they are not printed."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters of the source that the view does not show."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded view of one source text."""

    text: str
    """What the stages read. Line feeds are kept, so lines are those of the source."""
    source: str
    """The stored text, untouched."""
    masks: tuple[Mask, ...]
    """What is hidden, in order, without overlap."""
    starts: tuple[int, ...]
    """View offset at which each run of unhidden characters begins."""
    origins: tuple[int, ...]
    """Source offset of the same runs."""

    def origin(self, offset: int) -> int:
        """Return the source offset of the view character at *offset* (or of the end, for the view's length)."""
        if offset >= len(self.text):
            return len(self.source)
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the source spans shown by view characters *start* to *end*, split where something is hidden.

        What is hidden but printed does not split: blanks inside a label, a reading in brackets behind its character.
        """
        spans: list[tuple[int, int]] = []
        run = bisect_right(self.starts, start) - 1
        while start < end:
            limit = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
            stop = min(end, limit)
            low = self.origins[run] + start - self.starts[run]
            high = low + stop - start
            if spans and self._is_printed(spans[-1][1], low):
                spans[-1] = (spans[-1][0], high)
            else:
                spans.append((low, high))
            start, run = stop, run + 1
        while spans and (mask := self._mask_at(spans[-1][1])) and mask.reason == READING:
            spans[-1] = (spans[-1][0], mask.end)
        return spans

    def printed(self, start: int, end: int) -> str:
        """Return the stored text of view characters *start* to *end*, without what is hidden."""
        return "".join(self.source[a:b] for a, b in self.pieces(start, end))

    def _is_printed(self, start: int, end: int) -> bool:
        while start < end and (mask := self._mask_at(start)) and mask.reason == READING:
            start = mask.end
        mask = self._mask_at(start) if start < end else None
        return (mask is None or mask.reason != COLUMNS) and not self.source[start:end].strip()

    def _mask_at(self, offset: int) -> Mask | None:
        at = bisect_left(self.masks, offset, key=_start)
        return self.masks[at] if at < len(self.masks) and self.masks[at].start == offset else None


def _start(mask: Mask) -> int:
    return mask.start


class CharacterMap(dict[int, str]):
    """Map for str.translate that fills itself as characters are met."""

    def __init__(self, folded: Callable[[str], str]) -> None:
        super().__init__()
        self._folded = folded

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._folded(chr(code))
        return folded


@cache
def _table() -> CharacterMap:
    return CharacterMap(_fold_character)


@cache
def _simplifier() -> Any:
    """Return an OpenCC converter, or None: without OpenCC only Simplified and English text is recognised in full."""
    try:
        import opencc
    except ImportError:
        return None
    return opencc.OpenCC("t2s")


def _fold_character(c: str) -> str:
    """Return the one character that stands for *c* in the view; always exactly one, so that offsets hold."""
    code = ord(c)
    if code < 0x2E80:
        return " " if c in "\u00a0\u2002\u2003\u2009\t" else _LOOKALIKES.get(c, c)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    if c == "\u3000":
        return " "
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFE50 <= code <= 0xFE6F:
        # Kangxi radicals and compatibility ideographs come out of PDF files, small signs (﹑﹐) out of old Word files.
        plain = unicodedata.normalize("NFKC", c)
        c = plain if len(plain) == 1 else c
    if c in _LOOKALIKES:
        return _LOOKALIKES[c]
    if "\u3400" <= c <= "\u9fff":
        converter = _simplifier()
        plain = converter.convert(c) if converter else _FALLBACK.get(c, c)
        return plain if len(plain) == 1 else c
    return c


# Characters that stand for another in running Chinese: an old spelling, what text recognition takes for a numeral, and
# signs of Japanese and mathematical fonts that are typed for 、 。 「 」 and a colon.
_LOOKALIKES = {"著": "着", "笫": "第", "苐": "第", "ニ": "二"} | dict(zip("､｡｢｣∶︰", "、。「」::", strict=True))
# What labels and headings need when OpenCC is not installed.
_FALLBACK = dict(zip("條節編則總規員應須違處罰", "条节编则总规员应须违处罚", strict=True))


def fold(source: str, masks: Iterable[Mask] = ()) -> Folded:
    """Return the folded view of *source*.

    Args:
        source: The stored text.
        masks: Further spans to hide, such as a reader's markup, in any order; where they overlap the earlier one wins.
    """
    hidden = _disjoint([*masks, *_own_masks(source)])
    starts: list[int] = []
    origins: list[int] = []
    parts: list[str] = []
    place = length = 0
    for mask in [*hidden, Mask(len(source), len(source), "")]:
        if mask.start > place:
            starts.append(length)
            origins.append(place)
            parts.append(source[place : mask.start])
            length += mask.start - place
        place = mask.end
    view = _MISREAD.sub(lambda label: label.group().translate(_READ), "".join(parts).translate(_table()))
    return Folded(view, source, tuple(hidden), tuple(starts), tuple(origins))


def plain(text: str) -> str:
    """Return *text* with each character folded and nothing hidden: enough to ask whether it has a sign in it."""
    return text.translate(_table())


def _own_masks(source: str) -> list[Mask]:
    masks = [Mask(m.start(), m.end(), INVISIBLE) for m in _INVISIBLE.finditer(source)]
    if not _OPENS.search(source):
        return masks
    masks += [Mask(m.start(), m.end(), READING) for m in _GLOSS.finditer(source)]
    for label in _SPACED_LABEL.finditer(source):
        masks += [Mask(m.start(), m.end(), BLANK) for m in _BLANKS.finditer(source, label.start(), label.end())]
    return masks


def _disjoint(masks: list[Mask]) -> list[Mask]:
    if not masks:
        return masks
    out: list[Mask] = []
    for mask in sorted(masks, key=lambda m: (m.start, m.end)):
        start = max(mask.start, out[-1].end) if out else mask.start
        if start < mask.end:
            out.append(Mask(start, mask.end, mask.reason))
    return out
