"""Paragraphs, tables and content controls of one story, in reading order, with their automatic numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from guizhang.importers.extract import DITTO, AutoLabel, Dropped
from guizhang.importers.readers.composing import MergedDown, Row, fill_in, is_data, join_cells, mark_corners, widen
from guizhang.importers.readers.docx.counters import Counters
from guizhang.importers.readers.docx.fields import Fields
from guizhang.importers.readers.docx.flat import ALTERNATE, SIGNS, SKIPPED, TEXT_PATH, TEXTS, choose_branch, flat_text
from guizhang.importers.readers.docx.inline import CODE, DELETED, Break, Hanging, Inline, Piece, Walker
from guizhang.importers.readers.docx.names import child, flag, number, value, w
from guizhang.importers.readers.docx.numbering import Numbering
from guizhang.importers.readers.docx.ruled import Cell, RuledTable
from guizhang.importers.readers.docx.setting import is_indented, look_of
from guizhang.importers.readers.docx.styles import Styles

_BLOCKS = frozenset({w("p"), w("tbl")})
_CONTENT = (*TEXTS, *SIGNS, w("sym"), TEXT_PATH, w("footnoteReference"), w("endnoteReference"), w("fldChar"))
"""What makes a stray element worth reading."""


@dataclass(slots=True)
class Shared:
    """What all stories of a document share."""

    styles: Styles
    numbering: Numbering
    dropped: list[Dropped] = field(default_factory=list)
    comment_lines: dict[str, int] = field(default_factory=dict)
    """Comment id -> paragraph it is attached to."""
    hang: Callable[[Hanging, int], list[Row]] = lambda _hanging, _number: []
    """Reads what hangs on a paragraph; set by the document, which knows the other parts."""


class Story:
    """One run of paragraphs: body, text box, footnotes. Each counts its own automatic numbers, as Word does."""

    def __init__(self, shared: Shared, root: etree._Element, counters: Counters, *, anchor: int, name: str) -> None:
        """Read *root*.

        Args:
            shared: Styles, numbering and collected drops.
            root: The body, note or text box.
            counters: Where the lists of this story stand; the notes of a document share theirs.
            anchor: Number reported for every line, or 0 to count paragraphs (the body).
            name: Place for people ("footnote 2"), or "" for the body.
        """
        self._shared = shared
        self._root = root
        self._counters = counters
        self._anchor = anchor
        self._name = name
        self._fields = Fields.of(root)
        self._paragraphs = 0
        self._carried: Inline | None = None
        """Content of paragraphs whose mark is deleted: it belongs to the paragraph behind."""

    def read(self) -> list[Row]:
        """Return the lines of the story."""
        rows, _ = self._blocks(self._root, self._name)
        for code in self._fields.left_over():
            self._shared.dropped.append(Dropped(CODE, code, self._number))
        return rows

    def _blocks(
        self, nodes: Iterable[etree._Element], place: str, *, in_cell: bool = False
    ) -> tuple[list[Row], list[Hanging]]:
        """Return the lines of blocks, and, in a cell, what hangs on them.

        Args:
            nodes: Children of a body, cell, note or box.
            place: Where they stand, for people.
            in_cell: Whether a table row is being read: a note between its cells would tear it apart.
        """
        rows: list[Row] = []
        late: list[Hanging] = []
        tables = 0

        def take(found: tuple[list[Row], list[Hanging]]) -> None:
            rows.extend(found[0])
            if in_cell:
                late.extend(found[1])
            else:
                rows.extend(self._hang(found[1]))

        for block in self._unwrapped(nodes):
            if block.tag == w("tbl"):
                tables += 1
                take(self._flush(place))
                rows += self._table(block, f"{place}, table {tables}" if place else f"table {tables}", rows)
            else:
                take(self._paragraph(block, place))
        # The last mark of a cell or story cannot be deleted; what a broken file leaves over is kept here.
        take(self._flush(place))
        return rows, late

    def _flush(self, place: str) -> tuple[list[Row], list[Hanging]]:
        carried, self._carried = self._carried, None
        if carried is None:
            return [], []
        return self._rows(carried, None, None, place) if carried.visible else [], carried.hanging

    def _paragraph(self, node: etree._Element, place: str) -> tuple[list[Row], list[Hanging]]:
        self._paragraphs += 1
        properties = child(node, "pPr")
        mark = child(properties, "rPr")
        style = self._shared.styles.paragraph_style(properties)
        found, self._carried = self._carried or Inline(), None
        walker = Walker(self._shared.styles, self._fields, found, style)
        if node.tag == w("p"):
            walker.walk(node)
        else:
            walker.read(node)
        for comment in found.comments:
            self._shared.comment_lines.setdefault(comment, self._number)
        found.comments.clear()
        for reason, text in found.dropped:
            self._shared.dropped.append(Dropped(reason, text, self._number))
        found.dropped.clear()
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            # Without its mark a paragraph is no paragraph: it has no number, its content runs into the next one.
            self._carried = found
            return [], []
        if not found.visible and flag(mark, "vanish"):
            return [], found.hanging
        # A paragraph that only ends a section shows no number and does not count.
        ends_section = not found.visible and child(properties, "sectPr") is not None
        label = None if ends_section else self._label(properties, style)
        outline = number(value(properties, "outlineLvl"))
        heading = self._shared.styles.outline(style) if outline is None else (outline + 1 if 0 <= outline < 9 else None)
        rows = self._rows(found, label, heading, place)
        rows[0].flush = label is None and not is_indented(properties, style, self._shared.styles)
        said = [row for row in rows if not row.bare]
        if label is None and heading is None and len(said) == 1:
            said[0].look = look_of(node, style, self._shared.styles)
        return rows, found.hanging

    def _rows(self, found: Inline, label: tuple[AutoLabel, str] | None, heading: int | None, place: str) -> list[Row]:
        """Return a paragraph's lines: one, or several where it holds line breaks."""
        place = place or f"paragraph {self._paragraphs}"
        rows = [Row(self._number, place)]
        if label is not None and label[0].text:
            rows[0].label = label[0]
            rows[0].parts.append((label[0].text + (label[1] if found.visible else ""), True))
        for piece in _trimmed(found.pieces, labelled=label is not None):
            if isinstance(piece, Break):
                rows.append(Row(self._number, place))
            else:
                rows[-1].parts.append(piece)
        first = next((row for row in rows if not row.bare), rows[0])
        first.heading = heading
        return rows

    def _label(self, properties: etree._Element | None, style: str | None) -> tuple[AutoLabel, str] | None:
        """Count the paragraph and return its number with the blank behind it."""
        direct = child(properties, "numPr")
        num_id = number(value(direct, "numId"))
        level = number(value(direct, "ilvl"))
        from_style, style_level = self._shared.styles.numbering(style)
        source = self._shared.numbering.get(from_style or 0 if num_id is None else num_id)
        if source is None:
            return None
        if level is None:
            linked = None
            if num_id is None:
                chain = (name for name, _ in self._shared.styles.chain(style))
                linked = next((n for n in map(source.linked_level, chain) if n is not None), None)
            level = linked if linked is not None else style_level or 0
        if source.single and level not in source.levels:
            level = 0
        counted = self._counters.count(source, level)
        return None if counted is None else (counted, source.levels[level].blank)

    def _table(self, table: etree._Element, place: str, over: list[Row]) -> list[Row]:
        rows: list[Row] = []
        hung: list[Row] = []
        ruled = RuledTable()
        lines: list[tuple[Row, list[list[Row]]]] = []
        spans: list[list[int]] = []
        merged = MergedDown()
        for at, line in enumerate(self._parts(table, "tr"), start=1):
            here = f"{place}, row {at}"
            first = self._paragraphs + 1
            cells: list[list[Row]] = []
            dittos: dict[int, Row] = {}
            placed: list[Cell] = []
            grid = 0
            late: list[Hanging] = []
            deleted = child(line, "trPr", "del") is not None
            columns = self._parts(line, "tc") if line.tag == w("tr") else [line]
            for column, cell in enumerate(columns, start=1):
                if deleted or child(cell, "tcPr", "cellDel") is not None:
                    self._delete(cell)
                    continue
                inside = cell if cell.tag == w("tc") else [cell]
                found, hanging = self._blocks(inside, f"{here}, cell {column}", in_cell=True)
                cells.append([row for row in found if not row.bare])
                down = child(cell, "tcPr", "vMerge")
                merge = None if down is None else down.get(w("val"), "continue")
                goes_on = merged.goes_on(grid, merge, said=bool(cells[-1]))
                if goes_on:
                    dittos[len(cells) - 1] = Row(self._number, here, [(DITTO, True)])
                span = number(value(cell, "tcPr", "gridSpan")) or 1
                placed.append((grid + 1, span, cells[-1], goes_on))
                grid += span
                late += hanging
            data = bool(cells) and is_data(cells)
            ruled.add(self._anchor or first, placed, data=data or not cells)
            if data:
                if any(cells):
                    cells = [[dittos[i]] if i in dittos else cell for i, cell in enumerate(cells)]
                rows.append(join_cells(cells, self._anchor or first, here if len(cells) > 1 else f"{here}, cell 1"))
                lines.append((rows[-1], cells))
                spans.append([span for _, span, _, _ in placed])
            else:
                # Rules in cells cannot stand side by side in text; each line keeps its cell as its place.
                rows += [row for cell in cells for row in cell]
            found_late = self._hang(late)
            rows += found_late
            hung += found_late
        if (rules := ruled.read(place, over)) is not None:
            self._shared.dropped += [Dropped(*one) for one in rules[1]]
            return rules[0] + hung
        if not fill_in(lines):
            widen(lines, spans)
            mark_corners(lines)
        return rows

    def _delete(self, cell: etree._Element) -> None:
        self._paragraphs += sum(1 for _ in cell.iter(w("p")))
        self._shared.dropped.append(Dropped(DELETED, flat_text(cell), self._number))
        for mark in cell.iter(w("fldChar")):
            # A field that ends in a deleted cell must not stay open for the rest of the document.
            self._fields.mark(mark)

    def _unwrapped(self, nodes: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, through content controls, custom XML and alternate contents.

        Runs that stand outside a paragraph make no Word document, but their text is there: they are yielded too.
        """
        for node in nodes:
            if node.tag in _BLOCKS:
                yield node
            elif node.tag in SKIPPED:
                continue
            elif node.tag not in _CONTENT and _holds(node, _BLOCKS):
                yield from self._unwrapped(self._chosen(node))
            elif next(node.iter(*_CONTENT), None) is not None:
                yield node

    def _parts(self, parent: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield rows or cells, through content controls and custom XML; text that stands between them as well."""
        for node in self._chosen(parent):
            if node.tag == w(name):
                yield node
            elif node.tag in SKIPPED:
                continue
            elif node.tag not in _CONTENT and _holds(node, frozenset({w(name)})):
                yield from self._parts(node, name)
            elif next(node.iter(*_CONTENT), None) is not None:
                yield node

    def _chosen(self, node: etree._Element) -> etree._Element:
        """Return *node*, or the branch to read where it is an alternate content; the others are dropped if different."""
        if node.tag != ALTERNATE:
            return node
        chosen = choose_branch(node)
        seen = {"" if chosen is None else flat_text(chosen), ""}
        for text in map(flat_text, node):
            if text not in seen:
                seen.add(text)
                self._shared.dropped.append(Dropped("alternate", text, self._number))
        return etree.Element("nothing") if chosen is None else chosen

    def _hang(self, hanging: list[Hanging]) -> list[Row]:
        return [row for one in hanging for row in self._shared.hang(one, self._number)]

    @property
    def _number(self) -> int:
        return self._anchor or max(1, self._paragraphs)


def _holds(node: etree._Element, tags: frozenset[str]) -> bool:
    """Return whether one of *tags* stands in *node* itself, not in a text box of it."""
    return any(found.tag in tags or (found.tag != w("txbxContent") and _holds(found, tags)) for found in node)


def _trimmed(pieces: list[Piece], *, labelled: bool) -> list[Piece]:
    """Return *pieces* without page breaks at the edges; behind an automatic number also without line breaks."""
    start, end = 0, len(pieces)

    def empty(piece: Piece, at_start: bool) -> bool:
        return isinstance(piece, Break) and (piece.page or (labelled and at_start))

    while start < end and empty(pieces[start], at_start=True):
        start += 1
    while end > start and empty(pieces[end - 1], at_start=False):
        end -= 1
    return pieces[start:end]
