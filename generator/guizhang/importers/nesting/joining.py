"""Which lines go on the sentence of the line above, so that a node's text is whole again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guizhang.importers.lines.breaks import wants_more
from guizhang.importers.lines.cells import has_cells, is_row
from guizhang.importers.lines.dates import says_when_made
from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.nesting.draft_nodes import Draft
from guizhang.importers.nesting.headings import is_listing, is_lone_heading
from guizhang.importers.nesting.unstopped import Unstopped
from guizhang.importers.outline import Span
from guizhang.zh.folding import Folded

_NAMED = re.compile(
    r"[^\s,。;:()]{2,8}(?: ?:(?! ?\d)|(?<!\d) ?:)|[A-Z][\w'’&/-]*(?: [\w'’&/-]+){0,3} ?:(?= [A-Za-z$€£\d])"
)
_SIGN = re.compile(
    r"(?:第?[\d一二三四五六七八九十百]{1,4}[章节条]|[(]?[\d一二三四五六七八九十a-zA-Z]{1,3}[)、.]+|[①-⑳⑴-⒛])\s*"
)
_PART = re.compile(r"第 ?[\d一二三四五六七八九十百]{1,4} ?[编章节条款项]|(?:Part|Chapter|Article|Section) [\dA-Z]")
_GOES_ON = re.compile(
    r"[,、。;)》”a-z]|[至到~–—] ?[\d一二三四五六七八九十]|(?:执行|办理|处理|处罚|实施|为准|除外)[^,。;]{0,3}[,。;]"
)
"""What no line begins with: a small letter, the end of a range or of a sentence."""
_NEVER_FIRST = tuple(",。;、")
_OPEN = re.compile(r"\d ?[—–~-]$")
_COUNTS = re.compile(r"\d[\d,.]* [a-z]")
"""1 guest per visit: no English sentence begins so, unless it stands under a heading (110 police)."""
_REST = re.compile(r"[\u3400-\u9fff]{1,4}[。;]")
"""Words that are left over of a line, and no sentence."""
_COUNTED = re.compile(r"(\d{1,3}) \S")
_MARKED = re.compile(r"[▲△▼▽★☆◎☞⇒✦✧❖➤·•●○◆◇■□▪▶►➢✓※×→] ?[^\s×→]")
"""A sign that stands for a number in front of a line."""
_FIGURE = re.compile(
    r"\d(?!\d?[.、)] ?[^\s\d])|第? ?[一二两三四五六七八九十百]{1,3} ?[编章节条款项个天日月年次元倍人名份公小厘分]|[(][\d一二三四五六七八九十][)]"
)
"""What a line begins with that was cut in front of a figure."""
_FIGURE_LAST = re.compile(r"[\d一二两三四五六七八九十百] ?[^\s\d,。;:]{0,4}$")
_ENTRY = re.compile(r"(?=[^a-z\s])[^:。;]{2,32}?(?:(?<![\d ]): ?|: ?(?! ?\d)| [–—-] )(?=[^\s/])")
"""A name and what holds for it, as lines of a list without signs have them: 2 to 4 years: 10 days, Amber – repair it."""
_VALUED = re.compile(r"\S ?[–—-]+ ?(?:(?:US|HK|RMB|NT)? ?[£$€¥] ?)?[\d½¼¾⅓⅔][^.。;:!?]*")
"""A name and a figure behind a dash, as lines of a list have them, and headings have not: Late – ½ point, 迟到——10元."""
_DASHED = re.compile(r"\S (?:[–—-]+) (?=\S)|\S——(?=\S)")
_FIELD = re.compile(
    r"(?:last |next |date of )?(?:updat|review|revi[sz]|approv|issu|effective|version|owner|date|prepared|contact)\w*\b[^:.]{0,24}:",
    re.IGNORECASE,
)
"""What a document says of itself, on a line of its own."""
_SIGN_LENGTH = 8
_FULL_LATIN = 30
"""Shortest line of Latin letters that is as wide as its page; above it nothing may be longer yet. What goes on with a small
letter is joined anyway."""
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
    parted: bool = False
    """Whether a blank line ends a paragraph."""
    unstopped: Unstopped = field(default_factory=Unstopped)
    """The lines whose lack of a stop says nothing."""
    flush: frozenset[int] = frozenset()
    """Numbers from 1 of the lines that the format says begin a paragraph outside of all lists."""
    closed: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Number from 1 of a line behind a list or table that the format says is over -> its first line."""

    def is_listed(self, piece: Piece) -> bool:
        """Return whether a piece is in a line of a list without signs."""
        return bisect_right(self.starts, piece.start) - 1 in self.unstopped.listed


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


def _counts_on(words: str, following: str) -> bool:
    """Return whether two lines begin with numbers that follow each other, as rows of a table do: 1 迟到 50元, 2 早退 50元."""
    here, below = _COUNTED.match(words), _COUNTED.match(following)
    return bool(here and below and int(below[1]) == int(here[1]) + 1)


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
    if is_row(view, before.start, before.end) and is_row(view, after.start, after.end):
        return False  # whatever the last cell ends with: Approved by
    if rows.is_listed(before):
        return False
    following = view.text[after.start : after.end].lstrip()
    if wants_more(words) or _is_rest(words, following) or following[:1] in _NEVER_FIRST:
        return True
    if says_when_made(words) or says_when_made(following):
        return False  # each amendment has a line of its own
    if _in_table(view, before, after, following) or _begins_anew(words, following):
        return False
    index = bisect_right(rows.starts, before.start) - 1
    if index in rows.unstopped.lines:
        whole = view.text[rows.starts[index] : before.end]
        return _is_open(words, following) or _is_cut(words, following) or rows.unstopped.breaks(whole, following)
    if _goes_on(words, following):
        return True
    adjacent = bisect_right(rows.starts, after.start) - index == 2
    if is_listing(words.lstrip()) and following[:1].isupper() and (index not in rows.full or _is_wider(before, after)):
        return False  # a heading: Phones, cameras and drones
    if adjacent and any(sign in words for sign in ",、;") and not is_lone_heading(words):
        return True
    if not adjacent:
        return not rows.parted and rows.unstopped.breaks(words, following)
    length = before.end - rows.starts[index]
    return index in rows.full and (length >= _FULL_LATIN or bool(_HAN.search(words)))


def _begins_anew(words: str, following: str) -> bool:
    """Return whether a line stands for itself: 编制：… and 联系人：…, a sign before it, the next number of a list."""
    if _NAMED.match(following) or _MARKED.match(following) or _FIELD.match(following):
        return True
    return _counts_on(words, following) or are_entries(words, following)


def _is_cut(words: str, following: str) -> bool:
    """Return whether a line was cut in front of a figure, and is no row like the one above: 3天以内…, 5天以上…."""
    if not _FIGURE.match(following) or _FIGURE.match(words) or is_lone_heading(words):
        return False
    return not _FIGURE_LAST.search(words)


def are_entries(words: str, following: str) -> bool:
    """Return whether two lines say each what holds for what it names first: First year: 5 days, Second year: 8 days."""
    return bool(_ENTRY.match(words) and _ENTRY.match(following))


def is_entry(words: str, following: str) -> bool:
    """Return whether a line is one of a list without signs by itself, or beside the next: Late – ½ point, Late again – 1 point."""
    if is_valued(words) or are_entries(words, following):
        return True
    return bool(_DASHED.search(words) and _DASHED.search(following)) and not ends_sentence(following)


def is_valued(words: str) -> bool:
    """Return whether a line says a figure for what it names: Late – ½ point."""
    dash = _DASHED.search(words)
    return dash is not None and _VALUED.fullmatch(words, dash.start()) is not None


def _is_wider(before: Piece, after: Piece) -> bool:
    """Return whether the second line is so much longer that the page's width cannot have broken the first."""
    return (after.end - after.start) * 4 > (before.end - before.start) * 5


def _in_table(view: Folded, before: Piece, after: Piece, following: str) -> bool:
    """Return whether one of two lines is a row of a table, which goes on neither a row nor a sentence."""
    if is_row(view, before.start, before.end) and not following[:1].islower():
        return True
    return has_cells(view, after.start, after.end) and (
        has_cells(view, before.start, before.end) or is_row(view, after.start, after.end)
    )


def _is_rest(words: str, following: str) -> bool:
    """Return whether a line is no more than what was left over of the one above, as 行。 is behind …起施."""
    return len(words) > _SIGN_LENGTH and bool(_REST.fullmatch(following))


def _goes_on(words: str, following: str) -> bool:
    """Return whether the end of one line or the beginning of the next says that the sentence goes on."""
    return _is_open(words, following) or (bool(_COUNTS.match(following)) and not is_lone_heading(words))


def _is_open(words: str, following: str) -> bool:
    """Return whether a line ends, or the next begins, as no sentence does."""
    if words[-1] in ",、(《“-" or _OPEN.search(words) or _GOES_ON.match(following):
        return True
    return words[-1] == "》" and bool(_PART.match(following))
