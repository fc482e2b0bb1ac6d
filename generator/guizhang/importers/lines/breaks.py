"""Which lines go on the sentence of the line before, so that a figure at their start is no label."""

from __future__ import annotations

import re
from itertools import pairwise

from guizhang.importers.lines.cells import stands_apart
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.titles import DOCUMENT_HEAD
from guizhang.zh.folding import Folded

_SHORTEST = 16
_SHORTEST_LATIN = 30
"""The same for Latin letters, of which a line holds twice as many."""
_WIDTH = 4.5  # stops where the page's width stops the longest lines
_WIDTH_APART = 2.0  # the same, but blank lines stand between: it may be a heading as well
_DANGLING = 6.5
_OPEN_BRACKET = 4.5
_UNFINISHED = 4.5
_COMMA = 2.5  # lists typed without care end their items with commas too
_UNSTOPPED = 3.0
_STOPPED = 0.8
"""Share of long lines that end with a stop where the others are taken to go on."""
_ENOUGH = 10
_NARROW = 9
"""Shortest line, in characters, that may fill a narrow column."""
_RAGGED = 2
"""Characters by which a full line of a column may be shorter than the longest: a sign that would begin the next line takes one along."""
_FILLED, _OPEN = 0.5, 0.6
_TAIL = 12
_SENTENCE = 40
_BLOCK = 100
_REVISION = re.compile(r"V? ?\d{1,2}(?:\.\d{1,2}){1,2} +\d{4}[-./年]", re.IGNORECASE)
"""What begins a line of the history of a document: V1.1 2022-06-18."""
_FIELDS = re.compile(r"(?<=\S) {2,}(?=\S)")
"""What parts the fields of such a line: AQ-07-03  第三次修订  2023-03-15 实施."""
_PROSE = re.compile(r"[。!?;,]")

# No heading and no item of a list ends with these: the sentence has to go on.
_DANGLES = re.compile(
    r"(?:(?<!目)的|(?<![意偏成罕])见|(?<![一-鿿]{2}[如见])附|(?<!行)为|[在按依凡第每如若把被但且即含占须将以及或至]|(?<![理事自缘])由|(?<![服听])从|(?<![总平饱温])和"
    r"|(?<!参)与|(?<!文)凭|(?<![总反])之|(?<!合)并|(?<![迟签报])到|(?<![过经])于|[、(“「《~±]|[一-鿿][-/]"
    r"|起[施执实]|违反|参照|依据|依照|适用|符合|详见|遵照|属于|视为|给予|处以|超过|经过|低于|高于|少于|多于|小于|大于|等于|关于|根据|按照|依照|大约|相当|最多|最少|至少|至多|最高|最低|最长|最短"
    r"|百分之|千分之|万分之|连续|累计|一律|不得|不足|不满|正负|加收|另收|交给|人民币|港币|新台币|摄氏|达)$"
    r"|\b(?:a|an|the|of|to|in|on|at|by|for|with|from|within|than|and|or|nor|but|as|is|are|be|was|were|has|have|must|may|shall|"
    r"will|not|under|over|above|below|per|least|most|about|after|before|until|till|between|during|every|each|only)$"
    r"|\b(?i:see|section|article|clause|rule|item|annex|appendix|extension|page|paragraph|ext\.?|no\.)$"
)
_REFERS = re.compile(r"违反|参照|依据|依照|适用|符合|详见|遵照|根据|按照")
_ABBREVIATED = re.compile(r"\b(?:ext|no|tel|fig|art|sec|para|cl|approx|e\.g|i\.e)\.$", re.IGNORECASE)
_ENGLISH_HEADING = re.compile(
    r"(?:第.{1,4}[编章节条] ?[^。;A-Za-z]{0,24} ?)?(?:article|section|chapter|part|rule) (?:\d[\d.]*|[IVX]+)[.:]? [^.;]{3,50}$",
    re.IGNORECASE,
)
_LAST_BUT_ONE = re.compile(r"[;,] ?(?:and|or|and/or|以及|及|和|或者?|并|但|且)$")  # the end of the last item but one
# An English line that went on a sentence itself, and does not end it.
_GOES_ON = re.compile(r"[a-z][a-z,' -]*$|[a-z][a-z,'-]* (?=[^.:;!?]*[a-z]$)[^\n]{20,}")
_PAIRS = {"(": ")", "“": "”", "「": "」", "《": "》", "『": "』"}


def broken_lines(view: Folded, lines: list[Line]) -> dict[int, float]:
    """Return index of line -> what speaks against a label there because the line goes on a sentence.

    Three kinds of evidence, of which the strongest counts: the line before stops where the page's width stops its longest
    neighbours; it ends with a word that wants another (不超过, within, a comma); it leaves a bracket or quotation open.

    Args:
        view: The folded text.
        lines: Its lines.
    """
    text = view.text
    broken: dict[int, float] = {}
    width = 0
    stopped = _are_stopped(text, lines)
    shortest = _column(view, lines) or _SHORTEST
    for before, line in pairwise(line for line in lines if not line.blank):
        length = before.end - before.start
        width = max(length, width * 31 // 32)  # an ageing maximum, so that one long line does not decide for good
        row = text[before.start : before.end]
        tail = row[-_TAIL:]
        if (
            (ends_sentence(row[-_SENTENCE:]) and not _ABBREVIATED.search(tail))
            or _is_block(row)
            or stands_apart(view, before.start, before.end)
        ):
            continue
        against = 0.0
        if length >= (shortest if has_han(row) else _SHORTEST_LATIN) and length * 10 >= width * 7:
            against = _WIDTH if line.number == before.number + 1 else _WIDTH_APART
        if stopped and length >= _SHORTEST:
            against = max(against, _UNSTOPPED)
        if length >= 3 or _REFERS.fullmatch(tail):
            against = max(against, _from_words(text, before, tail))
        if against:
            broken[line.number - 1] = against
    return broken


def _is_block(row: str) -> bool:
    """Return whether a line says who approved a document and from when it holds: such a line is no sentence."""
    return bool(_REVISION.match(row)) or (
        len(row) <= _BLOCK
        and _PROSE.search(row) is None
        and len(DOCUMENT_HEAD.findall(row)) + (len(_FIELDS.findall(row)) >= 2) >= 2
    )


def _are_stopped(text: str, lines: list[Line]) -> bool:
    """Return whether the writer ends sentences with a stop, so that a long line without one is no whole sentence."""
    long = [line for line in lines if line.end - line.start >= _SHORTEST]
    ended = sum(ends_sentence(text[line.end - 3 : line.end]) for line in long)
    return len(long) >= _ENOUGH and ended >= len(long) * _STOPPED


def full_lines(view: Folded, lines: list[Line]) -> frozenset[int]:
    """Return the indexes of the lines that go as far as the page is wide, so that what they say may go on below.

    Reads: view, lines. Writes: full lines. Stands apart from the search for labels because only the tree joins lines.
    """
    column = _column(view, lines)
    if column:
        return frozenset(line.number - 1 for line in lines if line.end - line.start >= column)
    full: set[int] = set()
    width = 0
    for line in lines:
        length = line.end - line.start
        if line.blank:
            continue
        width = max(length, width * 31 // 32)
        if length >= _SHORTEST and length * 20 >= width * 17:
            full.add(line.number - 1)
    return frozenset(full)


def _column(view: Folded, lines: list[Line]) -> int:
    """Return how long the full lines of a narrow column are at least; 0 where the text is not set in one.

    Half of the lines are of one length, in the middle of a sentence, and what is shorter ends one.
    """
    filled = [line for line in lines if not line.blank]
    lengths = sorted(line.end - line.start for line in filled)
    if len(filled) < _ENOUGH or not _NARROW <= lengths[len(lengths) * 9 // 10] < _SHORTEST:
        return 0
    column = lengths[len(lengths) * 9 // 10] - _RAGGED
    ended: dict[bool, list[bool]] = {True: [], False: []}
    for line in filled:
        text = view.text[line.start : line.end]
        ended[len(text) >= column].append(ends_sentence(text))
    full, short = ended[True], ended[False]
    narrow = (
        len(full) >= _FILLED * len(filled)
        and full.count(False) >= _OPEN * len(full)
        and bool(short)
        and short.count(True) >= _OPEN * len(short)
    )
    return column if narrow else 0


def wants_more(text: str) -> bool:
    """Return whether *text* ends with a word that no sentence and no heading ends with, such as 不超过 or *within*."""
    tail = text[-_TAIL:]
    return bool(_DANGLES.search(tail)) and not _LAST_BUT_ONE.search(tail)


def _from_words(text: str, before: Line, tail: str) -> float:
    if tail.endswith(","):
        return _COMMA
    if wants_more(tail) or _ABBREVIATED.search(tail):
        # A heading may end with any word: Article I: What we pay for.
        return _WIDTH_APART if _ENGLISH_HEADING.match(text, before.start, before.end) else _DANGLING
    if _GOES_ON.match(text, before.start, before.end):
        return _UNFINISHED
    last = text[max(before.start, before.end - 200) : before.end]
    if any(last.rfind(opening) > last.rfind(closing) for opening, closing in _PAIRS.items()):
        return _OPEN_BRACKET
    return 0.0
