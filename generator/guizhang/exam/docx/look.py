"""What the look of a document depends on: the sheet, the size of print, the language of its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.exam.papers.layout import MARGIN_MM, POINTS_PER_MM
from guizhang.exam.papers.paper import SIZE_PT
from guizhang.model.form import PaperSize
from guizhang.model.text import Lang
from guizhang.tables.wordml import SHEETS

_POINT = 20
"""Lengths here are twentieths of a point, as Word's."""


@dataclass(frozen=True)
class Look:
    """The look of a document."""

    size: PaperSize = "a4"
    lang: Lang = "zh"
    """Sections are numbered in this language."""
    points: float = SIZE_PT
    """Size of the text."""
    wide: bool = False
    """Whether the sheet lies on its side."""

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height."""
        width, height = SHEETS[self.size]
        return (height, width) if self.wide else (width, height)

    @property
    def margin(self) -> int:
        """On all four sides."""
        return round(MARGIN_MM * POINTS_PER_MM * _POINT)

    @property
    def width(self) -> int:
        """Between the margins."""
        return self.sheet[0] - 2 * self.margin

    @property
    def height(self) -> int:
        """Between the margins."""
        return self.sheet[1] - 2 * self.margin

    @property
    def large(self) -> bool:
        """Whether it is large print."""
        return self.points > SIZE_PT

    @property
    def em(self) -> int:
        """Width of a Chinese character."""
        return round(self.points * _POINT)
