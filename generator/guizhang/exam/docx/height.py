"""About how tall paragraphs and tables are, to tell what fits on a page: only a word processor knows for certain."""

from __future__ import annotations

import math
from collections.abc import Iterable

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.styles import LEADING, STYLES, before
from guizhang.exam.docx.text import broad
from guizhang.tables.wordml import W

_INDENTED = 0.85
"""Share of the width that a text has within its indents."""
_PADDING = 1.0
"""Left and right in a cell, in em."""
_PARAGRAPH = f"{{{W}}}p"
_VALUE = f"{{{W}}}val"


def height(blocks: Iterable[_Element], look: Look) -> float:
    """Return about how tall *blocks* are together, in twentieths of a point."""
    return sum(_block(block, look) for block in blocks) * look.em


def _block(block: _Element, look: Look) -> float:
    if block.tag == _PARAGRAPH:
        return _paragraph(block, look.width / look.em, look)
    found: list[float] = []
    tall = beside = 0.0
    for row in block.iter(f"{{{W}}}tr"):
        least = row.find(f"{{{W}}}trPr/{{{W}}}trHeight")
        own = float(least.get(_VALUE, "0")) / look.em if least is not None else 0.0
        merged, goes_on = 0.0, False
        for cell in row.findall(f"{{{W}}}tc"):
            over = cell.find(f"{{{W}}}tcPr/{{{W}}}vMerge")
            if over is None:
                own = max(own, _cell(cell, look))
            elif over.get(_VALUE) == "restart":
                merged = _cell(cell, look)
            else:
                goes_on = True
        if not goes_on:
            # What is beside a cell that goes on over several rows is as tall as it, or taller.
            found.append(max(tall, beside))
            tall, beside = merged, 0.0
        beside += own
    return sum(found) + max(tall, beside)


def _cell(cell: _Element, look: Look) -> float:
    wide = cell.find(f"{{{W}}}tcPr/{{{W}}}tcW")
    width = float(wide.get(f"{{{W}}}w", "0")) / look.em if wide is not None else 0.0
    return sum(_paragraph(paragraph, width - _PADDING, look) for paragraph in cell.iter(_PARAGRAPH))


def _paragraph(paragraph: _Element, width_em: float, look: Look) -> float:
    named = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    style = STYLES[named.get(_VALUE, "") if named is not None else ""]
    pieces = [""]
    for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br"):
        if node.text is None:
            pieces.append("")
        else:
            pieces[-1] += node.text
    width = width_em * (_INDENTED if style.place is not None or style.ind is not None else 1.0)
    lines = sum(max(1, math.ceil(broad(piece) * style.size / width)) for piece in pieces)
    return before(look, style) + style.after + lines * (style.exact or LEADING * style.size)
