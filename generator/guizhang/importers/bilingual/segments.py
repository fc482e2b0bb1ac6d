"""A source cut into segments of one language each: lines, and the halves of lines that say a thing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from guizhang.importers.bilingual.halving import Half, Halved, halve
from guizhang.importers.bilingual.scripts import HAN, language
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.zh.folding import Folded

NAMES = "names"
"""Stands for the language of a row that only names both: 中文 | English."""
_ZH = r"(?:中文|汉语|汉文|Chinese)(?:版本?|文本| version)?"
_EN = r"(?:英文|英语|English)(?:版本?|文本| version)?"
_NAMES = re.compile(rf"\W*(?:{_ZH}\W+{_EN}|{_EN}\W+{_ZH})\W*", re.IGNORECASE)
_HEAD = 20
"""Most Chinese characters of a heading."""
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one language within one line; offsets are of the source."""

    start: int
    end: int
    lang: str
    """``zh``, ``en``, or ``names``."""
    line: int
    """From 1."""
    cut: tuple[int, int]
    """Where the words are taken out, what goes with them: signs and blanks that part the halves of a line."""
    whole: bool
    """Whether the line holds nothing else."""
    block: int = 0
    """Number of the run of one language it stands in."""


def segments(view: Folded, lines: Sequence[Line]) -> list[Segment]:
    """Return the segments in order.

    Args:
        view: The folded text.
        lines: Its lines.
    """
    rows = [line for line in lines if not line.blank]
    texts = [view.text[line.start : line.end] for line in rows]
    spoken = [language(text) for text in texts]
    halved = [_halve(view, line) if lang == "zh" else None for line, lang in zip(rows, spoken, strict=True)]
    taken = _taken(texts, spoken, halved)
    found: list[Segment] = []
    for place, (line, text, lang) in enumerate(zip(rows, texts, _within(spoken), strict=True)):
        split = halved[place]
        if _NAMES.fullmatch(text):
            found.append(_segment(view, line, NAMES))
        elif split is not None and place in taken:
            found += [_of_half(view, line, half) for half in split.halves]
        elif lang:
            found.append(_segment(view, line, lang))
    return _numbered(found)


def _halve(view: Folded, line: Line) -> Halved | None:
    if not re.search("[A-Za-z]{3}", view.text[line.start : line.end]):
        return None
    return halve("".join(view.source[view.origin(at)] for at in range(line.start, line.end)))


def _within(spoken: Sequence[str]) -> list[str]:
    """Return for each line its language; a line of figures has that of the lines around it, where these are in one."""
    before, behind = _latest(spoken), _latest(spoken[::-1])[::-1]
    return [
        lang or (first if first in (second, "") or not second else "")
        for lang, first, second in zip(spoken, before, behind, strict=True)
    ]


def _latest(spoken: Sequence[str]) -> list[str]:
    """Return for each line the language of the last one up to it that has any."""
    out: list[str] = []
    for lang in spoken:
        out.append(lang or (out[-1] if out else ""))
    return out


def _taken(texts: Sequence[str], spoken: Sequence[str], halved: Sequence[Halved | None]) -> set[int]:
    """Return the places of the lines that are parted: the sure ones, and the others where the file is written like that.

    One heading that ends with the name of a program is no heading in two languages; ten are.
    """
    may = {place for place, split in enumerate(halved) if split is not None}
    sure = {place for place in may if (split := halved[place]) and split.sure}
    beside = {
        place
        for one, other in pairwise(range(len(spoken)))
        if {spoken[one], spoken[other]} == {"zh", "en"}
        for place in (one, other)
    }
    found = set(sure)
    alone = {place for place, lang in enumerate(spoken) if lang == "zh"} - sure - beside
    apart = may & alone
    translated = len(sure) + sum(spoken[place] == "zh" for place in beside)
    if len(apart) * 2 >= len(alone) and (len(apart) >= _SEVERAL or translated >= _SEVERAL):
        found |= apart
    heads = {place for place in range(len(texts)) if spoken[place] == "zh" and _is_head(texts[place])}
    twice = heads & may
    if len(twice) >= _SEVERAL and len(twice) * 5 >= len(heads) * 3:
        found |= twice
    return found


def _is_head(text: str) -> bool:
    return len(HAN.findall(text)) <= _HEAD and not ends_sentence(text)


def _numbered(found: Sequence[Segment]) -> list[Segment]:
    """Return the segments with the numbers of their blocks; the halves of one line are two blocks, however often they change."""
    out: list[Segment] = []
    block, last = 0, ""
    for _, own in groupby(found, key=lambda segment: segment.line):
        row = list(own)
        of: dict[str, int] = {}
        for segment in row:
            if segment.lang == NAMES:
                of[NAMES] = block
            elif segment.lang not in of:
                block, last = (block, last) if segment.lang == last else (block + 1, segment.lang)
                of[segment.lang] = block
        last = next((lang for lang, number in of.items() if number == block and lang != NAMES), last)
        out += [replace(segment, block=of[segment.lang]) for segment in row]
    return out


def _segment(view: Folded, line: Line, lang: str) -> Segment:
    start, end = view.origin(line.start), view.origin(line.end - 1) + 1
    return Segment(start, end, lang, line.number, (start, end), True)


def _of_half(view: Folded, line: Line, half: Half) -> Segment:
    def span(low: int, high: int) -> tuple[int, int]:
        return view.origin(line.start + low), view.origin(line.start + high - 1) + 1

    return Segment(*span(half.start, half.end), half.lang, line.number, span(half.low, half.high), False)
