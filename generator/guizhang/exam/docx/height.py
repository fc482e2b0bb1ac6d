"""About how tall paragraphs and tables are, to tell what fits on a page: only a word processor knows for certain."""

from __future__ import annotations

import math
from collections.abc import Iterable

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.styles import LEADING
from guizhang.exam.papers.layout import extent
from guizhang.tables.wordml import W

_ABOVE = 0.6
"""Room above a paragraph, in em, on the average of our styles."""
_WRITTEN_ON = 2.2
"""Height of a line to be written on, in em."""
_INDENTED = 0.85
"""Share of the width that a text has within its indents."""


def height(blocks: Iterable[_Element], look: Look) -> float:
    """Return about how tall *blocks* are together, in twentieths of a point."""
    return sum(_block(block, look.width / look.em) for block in blocks) * look.em


def _block(block: _Element, width_em: float) -> float:
    if block.tag == f"{{{W}}}p":
        return _paragraph(block, width_em)
    rows = (row.findall(f"{{{W}}}tc") for row in block.iter(f"{{{W}}}tr"))
    return sum(
        max(sum(_paragraph(p, width_em / len(cells)) for p in cell.iter(f"{{{W}}}p")) for cell in cells)
        for cells in rows
    )


def _paragraph(paragraph: _Element, width_em: float) -> float:
    pieces = [""]
    for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br"):
        if node.text is None:
            pieces.append("")
        else:
            pieces[-1] += node.text
    lines = sum(max(1, math.ceil(extent(piece) / (width_em * _INDENTED))) for piece in pieces)
    return max(lines * LEADING + _ABOVE, _WRITTEN_ON)
