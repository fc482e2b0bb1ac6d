"""The walk over a page: every piece of text in order, cut into lines where the page ends a line.

It listens to lxml's parser instead of walking its tree: the tree leaves out what stands behind ``</html>`` and ends at
2,000 levels, the events do neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from guizhang.importers.readers.html import elements
from guizhang.importers.readers.html.markers import Item, List, style_of_type, whole_number
from guizhang.importers.readers.html.page import Container, Drop, Frame, Line, Page, Row
from guizhang.importers.readers.html.position import Position
from guizhang.importers.readers.html.styles import Sheet, list_type

_BLANKS = re.compile("([ \t\n\r\f]+)")
_VOID = frozenset({"br", "hr", "wbr", "img", "input", "frame", "col", "area", "base", "link", "meta", "embed"})
_MAX_SPAN = 50
_MAX_LISTS = 60
"""Lists deeper than that count on in the one around them; no rule has them, and each level costs."""
_WHITE = {"pre": "pre", "pre-wrap": "pre", "break-spaces": "pre", "pre-line": "pre-line", "normal": "", "nowrap": ""}


class Walker:
    """Target of lxml's parser."""

    def __init__(self, position: Position, *, preformatted: bool) -> None:
        """Start a walk.

        Args:
            position: Gives source lines.
            preformatted: Line feeds end lines everywhere, as in a text file that only pretends to be a page.
        """
        self._position = position
        self._sheet = Sheet()
        white = "pre" if preformatted else ""
        self._stack = [Frame("", True, None, None, white, 0, False, (), None, 0, 0)]
        self.page = Page()
        """What was found so far."""
        self._parts: list[str] = []
        self._visible = False
        self._space = ""
        self._number = 0
        self._linked = 0
        self._marker: tuple[List, Item] | None = None
        self._lists = 0
        self._tables = 0
        self._rows: dict[int, int] = {}
        self._down: dict[int, dict[int, tuple[int, int]]] = {}
        """Table -> column -> the row of its last cell, and the last row that cell reaches down to."""

    # What lxml calls.

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        tag = tag.lower()
        values = self._sheet.match(tag, attributes)
        above = self._stack[-1]
        reason = above.drop or elements.unseen(tag, attributes, values)
        if reason is None and elements.hidden(attributes, values):
            # A hidden block may be a closed tab full of rules; what stands hidden inside a line is a trick or a note.
            reason = None if tag in elements.BLOCKS else elements.HIDDEN
            fate = above.fate or (Container(elements.HIDDEN) if reason is None else None)
        elif above.fate is None and elements.chrome(tag, attributes):
            fate = Container(elements.CHROME)
        elif above.fate is None and elements.banner(tag, (frame.tag for frame in self._stack)):
            fate = Container(elements.CHROME, banner=True)
        else:
            fate = above.fate
        is_block = reason is None and elements.block(tag, values)
        white = _WHITE.get(values.get("white-space", ""), above.white)
        frame = Frame(
            tag,
            is_block,
            reason,
            fate,
            "pre" if tag in elements.PREFORMATTED else white,
            elements.heading(tag, attributes, values) or above.heading,
            above.linked or tag == "a",
            above.lists,
            above.row,
            above.cell,
            above.table,
        )
        if reason:
            frame.collected = above.collected if above.drop else []
        if is_block or tag in ("br", "hr"):
            self._end_line()
        self._stack.append(frame)
        if reason is None:
            self._structure(frame, attributes, list_type(values))
        if tag in _VOID:
            self.end(tag)

    def end(self, tag: str) -> None:
        """Close an element; an end without a beginning is no boundary."""
        tag = tag.lower()
        known = any(frame.tag == tag for frame in reversed(self._stack))
        if not known or (tag in _VOID and self._stack[-1].tag != tag):
            return
        while len(self._stack) > 1:
            frame = self._stack[-1]
            if frame.block:
                self._end_line()
            if frame.tag == "tr" and frame.row is not None:
                self._skip_cells(frame.row)
            self._stack.pop()
            if frame.collected and not self._stack[-1].drop:
                self._dropped(frame.drop or "", "".join(frame.collected), frame.tag)
            if frame.tag == "li" and self._marker is not None and self._marker[0] in frame.lists:
                self._marker = None
            if frame.tag == tag:
                break

    def data(self, text: str) -> None:
        """Take in text; the parser cuts it where it likes."""
        number = self._position.follow(text)
        frame = self._stack[-1]
        if frame.collected is not None:
            frame.collected.append(text)
        elif frame.white:
            self._preformatted(text, number, frame)
        else:
            for piece in _BLANKS.split(text):
                if piece and piece[0] in " \t\n\r\f":
                    self._space += piece
                elif piece:
                    self._print(piece, number, frame)

    def comment(self, text: str) -> None:
        """Take in a comment."""
        if text:
            self.page.drops.append(Drop("comment", text, max(1, self._number)))

    def pi(self, target: str, text: str | None = None) -> None:
        """Take in a processing instruction, which HTML knows only as a kind of comment."""
        self.comment(target + (text or ""))

    def close(self) -> None:
        """End what is still open."""
        while len(self._stack) > 1:
            self.end(self._stack[-1].tag)
        self._end_line()

    # Lists and tables.

    def _structure(self, frame: Frame, attributes: Mapping[str, str], style: str | None) -> None:
        tag = frame.tag
        if tag in ("ol", "ul", "menu", "dir"):
            self._open_list(frame, attributes, style)
        elif tag == "li":
            self._open_item(frame, attributes, style)
        elif tag == "table":
            self._spoil_row(frame)
            self._tables += 1
            frame.table, frame.row, frame.cell = self._tables, None, 0
        elif tag == "tr":
            number = self._rows[frame.table] = self._rows.get(frame.table, 0) + 1
            frame.row, frame.cell = (Row(frame.table, number) if frame.table else None), 0
        elif tag in ("td", "th") and frame.row is not None:
            frame.cell = self._open_cell(frame.row, attributes)
        elif tag == "frame":
            self.page.frames.append(attributes.get("src", "")[:200])
        elif frame.heading and frame.block:
            self._spoil_row(frame)

    def _open_cell(self, row: Row, attributes: Mapping[str, str]) -> int:
        """Return the column of a cell; those it goes across are counted as well, so that the next one stands where it is seen."""
        self._skip_cells(row)
        first = row.cells + 1
        span = min(max(whole_number(attributes.get("colspan")) or 1, 1), _MAX_SPAN)
        row.spans = row.spans or span > 1
        rows = whole_number(attributes.get("rowspan")) or 1
        for column in range(first, first + span):
            self._down.setdefault(row.table, {})[column] = (row.number, row.number + rows - 1 if rows > 1 else 0)
        row.cells += span
        return first

    def _skip_cells(self, row: Row) -> None:
        """Count the cells that go on from the rows above."""
        down = self._down.get(row.table, {})
        while (above := down.get(row.cells + 1, (0, 0)))[1] >= row.number:
            row.cells += 1
            row.above[row.cells] = above[0]

    def _spoil_row(self, frame: Frame) -> None:
        if frame.row is not None:
            frame.row.plain = False

    def _open_list(self, frame: Frame, attributes: Mapping[str, str], style: str | None) -> None:
        self._spoil_row(frame)
        if len(frame.lists) >= _MAX_LISTS:
            return
        above = frame.lists[-1] if frame.lists else None
        if above is None:
            self._lists += 1
            path = str(self._lists)
        else:
            above.lists += 1
            path = f"{above.path}.{len(above.items)}.{above.lists}"
        ordered = frame.tag == "ol"
        style = style or style_of_type(attributes.get("type", "")) or ("decimal" if ordered else "disc")
        start = whole_number(attributes.get("start")) if ordered else None
        new = List(path, len(frame.lists), ordered, style, start, ordered and "reversed" in attributes)
        frame.lists = (*frame.lists, new)

    def _open_item(self, frame: Frame, attributes: Mapping[str, str], style: str | None) -> None:
        if not frame.lists:
            return
        if self._marker is not None and frame.lists[-1] is not self._marker[0]:
            # 1. 1. text: the outer number has no text of its own and gets a line to itself.
            self._push("", frame)
        item = Item(whole_number(attributes.get("value")), style or style_of_type(attributes.get("type", "")))
        frame.lists[-1].items.append(item)
        self._marker = (frame.lists[-1], item)

    # Text.

    def _print(self, piece: str, number: int, frame: Frame) -> None:
        if not self._parts:
            self._number = number
            self.page.layout.append(self._space)
        elif self._space:
            # CSS Text 3, 4.1.3: a line end between two wide characters is not a blank.
            last = self._parts[-1][-1]
            joined = "\n" in self._space and _wide(last) and _wide(piece[0])
            if not joined:
                self._parts.append(" ")
            self.page.layout.append(self._space if joined else self._space[1:])
        self._space = ""
        self._visible = self._visible or not piece.isspace()
        self._parts.append(piece)
        self._linked += len(piece) if frame.linked else 0

    def _preformatted(self, text: str, number: int, frame: Frame) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                self._end_line()
                self.page.layout.append("\n")
            if piece:
                if self._space:
                    self.page.layout.append(self._space)
                    self._space = ""
                self._print(piece, number + index, frame)

    def _end_line(self) -> None:
        self.page.layout.append(self._space)
        self._space = ""
        if not self._parts:
            return
        text = "".join(self._parts)
        if self._visible:
            self._push(text, self._stack[-1])
        else:
            self.page.layout.append(text)
        self._parts = []
        self._visible = False
        self._linked = 0

    def _push(self, text: str, frame: Frame) -> None:
        line = Line(
            text,
            max(1, self._number),
            frame.heading,
            frame.fate,
            self._marker,
            frame.row,
            frame.cell,
            self._linked,
            frame.tag == "p",
            frame.lists[0] if frame.lists else None,
        )
        self.page.lines.append(line)
        self._marker = None

    def _dropped(self, reason: str, text: str, tag: str) -> None:
        if tag == "style":
            self._sheet.add(text)
        if text:
            self.page.drops.append(Drop(reason, text, max(1, self._number)))


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7af"
