"""Whether the lack of a full stop says that a sentence goes on: not where the writer leaves stops out.

Lines that follow each other without a blank line or a label between them are a block. Its last line ends a sentence for
certain; where that has no stop, the others may have none either, and only the width of the page tells a line that was broken.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.importers.lines.cells import has_cells, is_row
from guizhang.importers.lines.dates import is_date_line
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.nesting.headings import is_lone_heading
from guizhang.zh.folding import Folded

_WIDE = frozenset("WF")
_ALIKE = 6
"""Columns by which lines that fill the page may differ: a sign that may not begin a line, a Latin word."""
_CELL = re.compile(r"\W*\d+\W*")
"""A figure alone, as in a table with a line for each cell."""
_TABLE = re.compile(r"表[^,。;]{0,4}:$|\btable\b[^.;]{0,24}:$", re.IGNORECASE)
"""A lead-in to a table."""
_APART = 2
"""Lines from a lead-in to its list: a blank one may stand between them."""
_ENTRIES = 2
"""Lines of the shortest list."""
_SEVERAL = 3
"""Lines of one length that show how wide a page is."""
_LONGER = 0.05
"""Share of the lines that may be longer all the same, as rows of a table are."""
_MOST = 0.5
"""Share of the lines without a stop that are as long as the page is wide, where it broke them."""
_ALIKE_NARROW = 4
_NARROWEST, _NARROW = 30, 50
"""Columns of the narrowest page, and of those whose width the lines of a list may have by chance."""


@dataclass(frozen=True, slots=True)
class Unstopped:
    """The lines of a document whose lack of a stop says nothing."""

    lines: frozenset[int] = frozenset()
    """Their indexes."""
    width: int = 0
    """Columns of the page that broke its lines; 0 where no page did."""
    listed: frozenset[int] = frozenset()
    """Indexes of the lines of lists without signs, each of which stands for itself."""

    def breaks(self, words: str, following: str) -> bool:
        """Return whether the page ended behind *words*, since the next word would not have fitted."""
        return bool(self.width) and columns(words) + columns(_first_word(following)) + _ALIKE > self.width


def unstopped(
    view: Folded,
    lines: Sequence[Line],
    starts: Sequence[int],
    content: Sequence[tuple[int, int]],
    labels: Sequence[int],
) -> Unstopped:
    """Return which lines stand in a block that ends without a stop.

    Args:
        view: The folded text.
        lines: All lines of the file.
        starts: Where each of them starts in the view.
        content: Spans of rule text in order, each within one line.
        labels: Where labels start in the view.
    """
    at_start = set(starts)
    begins = {bisect_right(starts, label) - 1 for label in labels if label in at_start}
    found: set[int] = set()
    filled: list[int] = []
    listed: set[int] = set()
    widest = max((columns(view.text[start:end].strip()) for start, end in content), default=0)
    above: list[int] = []
    for block in _blocks(view, starts, content, begins):
        texts = [view.text[lines[at].start : lines[at].end] for at in block]
        filled += [columns(text) for text in texts[:-1] if not ends_sentence(text)]
        if len(block) > 1 and not _is_stopped(texts):
            found.update(block)
        near = above[-1:] if above and block[0] - above[-1] <= _APART else []
        listed.update(_listed(view, lines, [*near, *block], widest))
        above = block
    return Unstopped(frozenset(found), _page_width(filled), frozenset(listed))


def _listed(view: Folded, lines: Sequence[Line], block: Sequence[int], widest: int) -> Iterator[int]:
    """Yield the indexes of the lines behind a lead-in that are a list without signs: none has a stop, and none was broken.

    Args:
        view: The folded text.
        lines: All lines of the file.
        block: Lines that follow each other.
        widest: Columns of the widest line: where the next word would have fitted too, no page broke a line.
    """
    texts = [view.text[lines[at].start : lines[at].end].strip() for at in block]
    place = 0
    while place < len(block):
        lead, place = place, place + 1
        if not texts[lead].endswith(":"):
            continue
        while place < len(block) and not ends_sentence(texts[place]):
            place += 1
        run = range(lead + 1, place)
        whole = all(
            columns(texts[at]) + columns(_first_word(texts[at + 1])) + _ALIKE <= widest
            for at in run
            if at + 1 < len(block)
        )
        cells = any(
            _CELL.fullmatch(texts[at]) or has_cells(view, lines[block[at]].start, lines[block[at]].end) for at in run
        )
        if len(run) >= _ENTRIES and whole and not cells and _TABLE.search(texts[lead]) is None:
            yield from (block[at] for at in run)


def columns(text: str) -> int:
    """Return how wide a text is printed: a Chinese sign takes two columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in _WIDE else 1 for sign in text)


def _blocks(
    view: Folded, starts: Sequence[int], content: Sequence[tuple[int, int]], begins: set[int]
) -> Iterator[list[int]]:
    """Yield the indexes of the lines of each block."""
    block: list[int] = []
    for start, end in content:
        at = bisect_right(starts, start) - 1
        if block and at == block[-1]:
            continue
        if block and (at != block[-1] + 1 or at in begins or is_row(view, start, end)):
            yield block
            block = []
        if not is_row(view, start, end):
            block.append(at)
    if block:
        yield block


def _is_stopped(texts: list[str]) -> bool:
    """Return whether the last sentence of a block has a stop; who signs, when, and the next heading are none."""
    said = [text for text in texts if not (is_signature(text) or is_date_line(text) or is_lone_heading(text))]
    # A comma ends no sentence: the page did.
    return bool(said) and (ends_sentence(said[-1]) or said[-1][-1] in ",、")


def _page_width(widths: list[int]) -> int:
    """Return the width that most open lines reach and hardly any passes; 0 where lines end anywhere."""
    filled = sorted(widths)
    for place in range(len(filled) - 1, -1, -1):
        longest, shorter = filled[place], filled[: place + 1]
        if longest < _NARROWEST or len(filled) - len(shorter) > _LONGER * len(filled):
            return 0
        narrow = longest < _NARROW
        near = sum(longest - (_ALIKE_NARROW if narrow else _ALIKE) <= width for width in shorter)
        if near >= max(_SEVERAL, len(filled) * _MOST):
            return longest
    return 0


def _first_word(text: str) -> str:
    """Return what would have had to fit: one Chinese sign, or one word."""
    return text[:1] if has_han(text[:1]) else text.split(" ", 1)[0][:16]
