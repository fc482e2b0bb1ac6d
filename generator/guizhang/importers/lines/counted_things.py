"""What 第一节 or 第二章 counts within a sentence: a lesson, a carriage, a part of a paper; such words begin no heading."""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import Line
from guizhang.importers.lines.labels import Family, Label
from guizhang.zh.numerals import CHINESE

_LONGEST = 24
"""Longest name of a chapter or section."""
_HEADINGS = (Family.PART, Family.CHAPTER, Family.SECTION)
_THING = re.compile(r"课(?![程题堂件外])|晚?自习|车厢")
"""What is counted by the word for a section: 第三节课, 第二节晚自习."""
_SAYS = re.compile(r"(?:中|里|另有|已)?规定了|(?:中|里|另有)[规列所]")
_NEXT = re.compile(rf" *(?:第[{CHINESE}\d]{{1,8}}(?:编|篇|部分|章|节|条)|[(]?[{CHINESE}\d]{{1,3}}[、.)]|[①-⓿]|\n|$)")
_STOP = re.compile(r"[。!?;,:、]")
_WORD = re.compile(r"[一-鿿A-Za-z\d]")
_TITLE = re.compile(r"(?:办法|规定|制度|守则|条例|规范|细则|手册|章程|规程|公约|须知)$")


def counts_thing(text: str, label: Label, line: Line) -> bool:
    """Return whether the label counts a lesson or what a sentence is about, rather than the sections of a text.

    Args:
        text: The folded text.
        label: The likeliest reading at its place.
        line: The line it stands in.
    """
    if label.family not in _HEADINGS or label.variant.isascii():
        return False
    if _SAYS.match(text, label.end, line.end):
        return True
    if label.family is not Family.SECTION or not _THING.match(text, label.end, line.end):
        return False
    return _is_no_name(_behind(text, label, line)) or _THING.fullmatch(_behind(text, label, line)) is not None


def is_continuation(text: str, label: Label, line: Line) -> bool:
    """Return whether a label within a line goes on the word before it, and what follows is no heading.

    In a text that lost the ends of its lines a heading may stand behind a word too; but then a name follows, and the next label.
    """
    if label.family not in _HEADINGS or label.variant.isascii() or not _WORD.match(text[label.start - 1]):
        return False
    name = _behind(text, label, line)
    # 某某规定第一章, its heading on the line below; 不得迟于第一节 ends a sentence.
    return _is_no_name(name) if name else _TITLE.search(text, max(line.start, label.start - 8), label.start) is None


def _behind(text: str, label: Label, line: Line) -> str:
    """Return the words between a label and the next one of its line, or as many of them as say that they are no name."""
    end = label.end
    while end < line.end and end - label.end <= _LONGEST and not _NEXT.match(text, end, line.end):
        end += 1
    return text[label.end : end].strip()


def _is_no_name(words: str) -> bool:
    return len(words) > _LONGEST or _STOP.search(words) is not None
