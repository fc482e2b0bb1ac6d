"""Charts of the scoring workbook, drawn by the spreadsheet program from live cells."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from guizhang.exam.workbook.cells import ACCENT

_BELOW, _WAITING, _ABOVE = "C9B3A6", "E3C878", ACCENT
_HEIGHT = 8
"""Centimetres."""
_LABELLED = 25
"""With more bars their figures would run into each other."""


def histogram(sheet: Worksheet, head: int, last: int, cut: str) -> BarChart:
    """Return how the totals are spread: one range begins at the pass line, and the colour changes there."""
    chart = _chart(f"总分 Totals · 及格线 pass line {cut}")
    chart.grouping, chart.overlap, chart.gapWidth, chart.width = "stacked", 100, 12, 17
    chart.add_data(Reference(sheet, min_col=5, max_col=7, min_row=head, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=4, min_row=head + 1, max_row=last))
    for series, colour in zip(chart.series, (_BELOW, _WAITING, _ABOVE), strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
    chart.legend = Legend()
    chart.legend.position = "b"
    chart.y_axis.number_format = "0"
    return chart


def theme_chart(sheet: Worksheet, head: int, last: int) -> BarChart:
    """Return the mean share of points by theme, the bars lying."""
    chart = _chart("各主题平均得分率 Mean share by theme")
    chart.type, chart.gapWidth, chart.width = "bar", 45, 19
    _shares(chart, Reference(sheet, min_col=10, min_row=head + 1, max_row=last))
    chart.set_categories(Reference(sheet, min_col=9, min_row=head + 1, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first theme on top
    chart.y_axis.crosses = "max"
    return chart


def facility_chart(sheet: Worksheet, column: int, first: int, last: int) -> BarChart:
    """Return the share of points each question earned."""
    chart = _chart("各题得分率 Share of points by question")
    chart.gapWidth, chart.width = 30, 36
    _shares(chart, Reference(sheet, min_col=column, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    return chart


def _chart(title: str) -> BarChart:
    chart = BarChart()
    size = CharacterProperties(sz=1200, b=True)
    words = Paragraph(pPr=ParagraphProperties(defRPr=size), r=[RegularTextRun(rPr=size, t=title)])
    chart.title = Title(tx=Text(rich=RichText(p=[words])), overlay=False)
    chart.height, chart.legend = _HEIGHT, None
    # openpyxl would write axes that are there but not shown.
    chart.x_axis.delete = chart.y_axis.delete = False
    pale = GraphicalProperties(ln=LineProperties(solidFill="DDDDDD"))
    chart.y_axis.majorGridlines = ChartLines(spPr=pale)
    chart.y_axis.scaling.min = 0
    return chart


def _shares(chart: BarChart, cells: Reference) -> None:
    chart.add_data(cells)
    (series,) = chart.series
    series.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    chart.y_axis.scaling.max = 1
    chart.y_axis.number_format, chart.y_axis.majorUnit = "0%", 0.25
    if cells.max_row - cells.min_row < _LABELLED:
        chart.dataLabels = DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
        )
