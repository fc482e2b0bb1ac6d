"""Quantities in Chinese rules, and in English ones in their plain forms, with offsets into the stored text."""

from guizhang.zh.quantities.figure import Figure, FigureKind, Limit
from guizhang.zh.quantities.scan import find_figures
from guizhang.zh.quantities.units import printed_unit

__all__ = ["Figure", "FigureKind", "Limit", "find_figures", "printed_unit"]
