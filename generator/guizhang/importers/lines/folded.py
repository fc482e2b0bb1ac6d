"""Lines of the folded view, trimmed, under the numbers they have in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.zh.folding import Folded

STOPS = frozenset("。!?;:…")
"""Signs after which a new paragraph or label is expected (folded; a Latin full stop is judged by its neighbours)."""

_NEAR = 40
_HAN = re.compile("[\u3400-\u9fff]")
_WORDS_BEFORE = re.compile(r"[a-z]{2,}[^a-z]* [\w$.:,-]*\d\.$")

_BEGINS = (
    r"以?下(?:为|是|面是)?(?!无|空白).{0,8}|下接.{0,6}|正文开始|分[割隔界]线?"
    r"|(?:(?:文件|制度|文档) ?)?第?[一二三四五六七八九十\d]{1,2} ?[份个篇则封](?:文件|制度|开始)?|(?:文件|制度|文档) ?[一二三四五六七八九十\d]{1,2}"
    r"|\d{4} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?|[^\n]{0,40}\.(?:docx?|pdf|txt|xlsx?|wps)"
    r"|cut here|next(?: (?:document|file|policy))?|(?:document|file|policy) ?(?:\d+|one|two|three|four)"
)
DRAWN = re.compile(
    r"[-=*~—═─#+]{5,}|(?:[-=*~—═─] ){4,}[-=*~—═─]"
    rf"|(?P<sign>[-=*~—═─#+_])(?P=sign){{2,}} *[\[(【]?(?:{_BEGINS})[\])】]? *(?P=sign){{2,}}",
    re.IGNORECASE,
)
"""A line drawn with signs, as between two documents; it may say that another begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, without the blanks around it."""

    number: int
    """1-based, lines split on line feeds as the source has them."""
    start: int
    """View offset of the first character that is not blank."""
    end: int
    """View offset behind the last character that is not blank; equal to start for a blank line."""

    @property
    def blank(self) -> bool:
        """Whether nothing but blanks stands here."""
        return self.start == self.end


def split_lines(view: Folded) -> list[Line]:
    """Return every line of the view, blank ones included, so that index = number - 1.

    Reads: view. Writes: lines. Stands behind folding because glosses and markup may be all that a line has.
    """
    lines: list[Line] = []
    place = 0
    for number, raw in enumerate(view.text.split("\n"), start=1):
        body = raw.strip()
        start = place + (len(raw) - len(raw.lstrip()) if body else 0)
        lines.append(Line(number, start, start + len(body)))
        place += len(raw) + 1
    return lines


def has_han(text: str) -> bool:
    """Return whether a Chinese character stands in *text*; English has signs beyond ASCII too: Workers’ Compensation – Claims."""
    return _HAN.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Return whether *text* ends where a sentence or clause of a list ends."""
    bare = text.rstrip("”’」』)》】\"' ")
    if not bare:
        return bool(text.strip())
    last = bare[-1]
    # A figure with a full stop may be a label alone; behind words it ends them: at work by 8:30.
    return last in STOPS or (last == "." and (not bare[-2:-1].isdigit() or bool(_WORDS_BEFORE.search(bare[-_NEAR:]))))
