"""Headings without a number that only their look tells: a short line without a stop, with a list or sentences below.

A format may state its headings; text pasted from Word, a PDF or a web page has lost that. What such a line looks like is judged here,
line by line; where it stands in its document is judged by `heading_places`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guizhang.importers.documents.head_signs import is_first
from guizhang.importers.extract import BOLD, TITLE
from guizhang.importers.lines.breaks import wants_more
from guizhang.importers.lines.cells import has_cells
from guizhang.importers.lines.dates import is_date_line
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import is_block, is_signature, leads_in
from guizhang.importers.lines.sayings import is_prose
from guizhang.importers.lines.titles import title_score
from guizhang.importers.lines.verdicts import Verdict
from guizhang.importers.nesting.headings import INTRODUCES, UNFINISHED, is_lone_heading, says_duty
from guizhang.importers.reading import Reading
from guizhang.zh.folding import Folded

_LONGEST, _LONGEST_LATIN = 18, 60
_WORDS = 10
_SAYS = 8
"""Characters of a line without a stop that says something."""
_WRAPPED, _WRAPPED_LATIN = 20, 44
"""Shortest line, in characters, that the page's width may have broken."""
_BEGINS = re.compile(r"[A-Z\u3400-\u9fff“\"'‘]")
_STOPS = re.compile(r"[。!;:]|[.](?=\s|$)|[?,](?=$)|、$")
_TITLE_CASE = re.compile(r"(?:(?:[A-Z][\w'’&/+-]*|of|the|and|or|for|to|in|on|at|with|from|by|a|an|&),? ?)+")
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")
_TITLE = 2.0
_OPENS = re.compile(
    r"(?:welcome|introduction|introductory|foreword|preface|preamble|before (?:you|we) (?:start|begin)|(?:a )?(?:message|letter|note) (?:from|to)"
    r"|(?:to|dear) (?:all|our)|about (?:this|us))\b.*"
    r"|[前序引导]言|卷首语|(?:开篇)?寄语|欢迎.{0,8}|致(?:各位|全体|新?员工|同[事仁]|新).{0,8}|写在前面.{0,4}|编者按",
    re.IGNORECASE,
)
"""What words to the reader are called; the rules behind them are none of these words."""
_LEAD_WORDS = 4
_COLON, _BOLD = "colon", "bold"
_APART = " apart"
_PLAUSIBLE = -2.9
_HEAD = 3
"""Lines at the beginning of a file that may say whose rules they are and what they are called."""
_STATED = 2
"""Headings that the format states, from which on it is taken to state all of them."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A line that looks like a heading."""

    look: str
    """The same for lines that look alike: in capitals or not, behind a blank line or not."""
    over: str
    """What stands directly below: a ``list``, a list that may ``count`` on, ``text``, ``lines`` without stops, another ``heading``."""
    apart: bool
    """Whether a blank line stands above it."""
    opens: bool = False
    """Whether it is what words to the reader are called, which stand before the rules: WELCOME, 前言."""


def find_plain(
    view: Folded,
    lines: Sequence[Line],
    marks: Sequence[Mark],
    verdicts: Mapping[int, Verdict],
    reading: Reading,
    full: Collection[int],
) -> dict[int, Plain]:
    """Return index of line -> what it looks like, for lines that look like headings.

    Reads: view, lines, marks, verdicts, what the format says of headings and looks, full lines. Writes: nothing else. Stands before boundaries: what
    looks like the other headings of a document begins no document.
    """
    if len(reading.headings) >= _STATED:
        return {}
    titles, bold = ({number - 1 for number, look in reading.looks.items() if look == kind} for kind in (TITLE, BOLD))
    first: dict[int, Mark] = {}
    for mark in marks:
        if mark.at_start and (mark.prior > _PLAUSIBLE or mark.strong):
            first.setdefault(mark.line, mark)
    body = [i for i, line in enumerate(lines) if not line.blank and i not in verdicts]
    # The end of a line may stand within a label: what begins with 章 below 第二 is none.
    split = {mark.line + 1 for mark in marks if mark.labels[0].end > lines[mark.line].end}
    looks = {
        i: _look(view, lines, above, i, verdicts, bold=i in bold)
        for above, i in pairwise([None, *body])
        if i is not None and i not in first and i not in titles | split
    }
    found: dict[int, Plain] = {}
    for place in range(len(body) - 2, -1, -1):  # from below: a heading may stand over another
        i, below = body[place], body[place + 1]
        look = looks.get(i, "")
        if not look:
            continue
        if place and not _parted(view, lines, body[:place][-2:], first, full, looks, look, head=place <= _HEAD):
            continue
        over = _over(view, lines[below], first.get(below), found.get(below), look)
        # Over numbers such words only lead to their list, which is gathered under them.
        if over and (not look.startswith(_COLON) or (below in first and not first[below].labels[0].path)):
            opens = _OPENS.fullmatch(view.text, lines[i].start, lines[i].end) is not None
            found[i] = Plain(look, over, look.endswith(_APART), opens)
    return found


def kind_of(look: str) -> str:
    """Return a look, blank lines aside: in capitals or not, with a colon."""
    return look.removesuffix(_APART)


def looks_of(plain: Mapping[int, Plain], headings: Mapping[int, int]) -> dict[int, str]:
    """Return index of each line that is stated to be a heading, or looks like one by itself -> its look."""
    told = {i: one.look for i, one in plain.items() if one.over not in ("count", "lines")}
    return told | {number - 1: f"stated {level}" for number, level in headings.items()}


def _look(
    view: Folded, lines: Sequence[Line], above: int | None, i: int, verdicts: Collection[int], *, bold: bool
) -> str:
    """Return what a line looks like whose words may be a heading; empty for another. In bold or behind a blank line more of them may."""
    text = view.text[lines[i].start : lines[i].end]
    apart = bold or above is None or (lines[i].number > lines[above].number + 1 and above + 1 not in verdicts)
    han = has_han(text)
    if not 2 <= len(text) <= (_LONGEST if han else _LONGEST_LATIN) or not _BEGINS.match(text):
        return ""
    colon = text.endswith(":") and not INTRODUCES.search(text)
    words = text[:-1] if colon else text.removesuffix("?")
    if _STOPS.search(words) or words.count(" ") >= _WORDS or (not apart and _is_open(words)):
        return ""
    if not apart and not is_lone_heading(words if han or not _TITLE_CASE.fullmatch(words) else words.replace(",", "")):
        return ""
    if han and (says_duty(words) or "," in words):
        return ""
    if colon and len(words) > (_LONGEST if han else _LONGEST_LATIN) // 2:
        return ""
    if (
        is_signature(text)
        or is_block(text)
        or leads_in(text)
        or is_date_line(text)
        or has_cells(view, lines[i].start, lines[i].end)
    ):
        return ""
    return f"{_COLON if colon else _BOLD if bold else 'capitals' if _CAPITALS.fullmatch(words) else 'words'}{_APART if apart else ''}"


def _is_open(text: str) -> bool:
    """Return whether the words want more: no heading ends so that stands close to other lines."""
    return wants_more(text) or UNFINISHED.search(text) is not None


def _parted(
    view: Folded,
    lines: Sequence[Line],
    before: Sequence[int],
    first: Mapping[int, Mark],
    full: Collection[int],
    looks: Mapping[int, str],
    look: str,
    *,
    head: bool,
) -> bool:
    """Return whether the line above does not lead to the next, and has not been broken by the page's width.

    Args:
        view: The folded text.
        lines: Its lines.
        before: Indexes of the two lines above, or of one.
        first: Index of line -> the label it begins with.
        full: Indexes of the lines that go as far as the page is wide.
        looks: Index of line -> what it looks like, for those that may be headings.
        look: What the line itself looks like.
        head: Whether it is one of the first lines of the file.
    """
    above = before[-1]
    text, mark = view.text[lines[above].start : lines[above].end], first.get(above)
    if mark is not None and mark.labels[0].end >= lines[above].end:
        return False  # 第一章 on a line of its own: the heading is its
    apart = look.endswith(_APART)
    if text.endswith((":", ",", "、")) or (wants_more(text) and not apart):
        return False
    opens = (head and not any(at in first for at in before)) or looks.get(above, "").endswith(_APART)
    if apart or ends_sentence(text) or (opens and title_score(text) >= _TITLE):
        return True
    if mark is None:  # HYGIENE over Hands
        return above in looks and kind_of(looks[above]) not in ("", kind_of(look))
    return not (above in full and len(text) >= (_WRAPPED if has_han(text) else _WRAPPED_LATIN))


def _over(view: Folded, below: Line, mark: Mark | None, heading: Plain | None, look: str) -> str:
    """Return what a line stands over; empty where nothing that a heading stands over."""
    if mark is not None:
        label = mark.labels[0]
        headed = mark.strong and label.family is not Family.ARTICLE
        return "" if headed else "list" if is_first(mark) or label.path[-1:] in ((), (1,)) else "count"
    text = view.text[below.start : below.end]
    bold = kind_of(look) == _BOLD
    if has_cells(view, below.start, below.end):
        return "text" if bold else ""
    if text[:1].islower():
        return ""
    if heading is not None:
        return "heading" if kind_of(heading.look) != kind_of(look) else ""
    if bold:
        return "text"
    if look.endswith(_APART) and not look.startswith(_COLON) and text.endswith(":") and text.count(" ") >= _LEAD_WORDS:
        return "text"  # an English sentence that leads to a list
    if is_prose(text):
        return "" if text.endswith(":") else "text"
    return "lines" if look.endswith(_APART) and len(text) >= _SAYS and ":" not in text else ""
