"""Headings that part a paper typed as text: 一、单选题（每题2分）, Part 2. True or false."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.exchange import words
from guizhang.model.item import ItemType
from guizhang.zh.numerals import to_int

_HEADING = re.compile(
    r"(?:第?([一二三四五六七八九十]+)(?:部分|大题)?\s*[、.．:：]|[（(]([一二三四五六七八九十]+)[)）]|(?:part|section)\s+(\w+)\s*[.:：]?|([IVX]+)[.、])?\s*([^。？?]{2,60})",
    re.IGNORECASE,
)
_WITH_ENTRIES = re.compile(
    r"(?:第?([一二三四五六七八九十]+)(?:部分|大题)?\s*[、.．:：]|(?:part|section)\s+(\w+)\s*[.:：])?\s*([^\d:：（(，。]*)(?:[（(][^（）()]*[)）])?\s*[:：]?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
UNKNOWN = re.compile(r"[一二三四五六七八九十]+、\s*(\S.{1,40})")
"""What looks like a heading, whatever it says."""
OF_QUESTIONS = re.compile(r"[一二三四五六七八九十]+、\s*\S{1,12}题\s*(?:[（(].*)?")
"""What is a heading wherever it stands."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper, with the type of its questions."""

    number: int | None
    """As printed; ``None`` where the heading has none."""
    kind: ItemType | None


def heading(text: str) -> Section | None:
    """Return the section a line opens; ``None`` where it opens none."""
    match = _HEADING.fullmatch(text)
    kind = words.item_type(match[5]) if match else None
    return Section(_number(match[1] or match[2] or match[3] or match[4]), kind) if match and kind else None


def named_section(text: str) -> tuple[Section, str] | None:
    """Return the section a line of a key begins with and what stands behind it: ``一、1.B 2.C``, ``判断题：1× 2√``."""
    match = _WITH_ENTRIES.fullmatch(text)
    kind = words.item_type(match[3]) if match and match[3].strip() else None
    number = _number(match[1] or match[2]) if match else None
    if match is None or (kind is None and (number is None or match[3].strip())):
        return None
    return Section(number, kind), match[4]


def _number(text: str | None) -> int | None:
    return to_int(text) if text else None
