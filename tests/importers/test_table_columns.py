"""Cells of tables stay below the names of their columns: behind a cell that goes across several, and where a row begins with an empty one."""

from __future__ import annotations

import pytest

from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from tests.importers.readers.test_xlsx import book
from tests.importers.readers.wordfile import docx, para

OVER = ("门店津贴规定", "一、津贴")
UNDER = ("二、其他", "1、津贴每月发放。")
WIDE = [
    [("级别", 2), ("餐补（元）", 1), ("房补（元）", 1)],
    [("甲级", 1), ("店长", 1), ("30", 1), ("900", 1)],
    [("其他", 2), ("20", 1), ("600", 1)],
]
CORNER = [[("", 1), ("周一", 1), ("周二", 1)], [("早班", 1), ("张", 1), ("李", 1)], [("晚班", 1), ("王", 1), ("", 1)]]


def word(rows):
    cells = [
        "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>{para(said)}</w:tc>' for said, wide in row)
        for row in rows
    ]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    return docx("".join(map(para, OVER)) + table + "".join(map(para, UNDER))), "津贴.docx"


def page(rows):
    cells = ["".join(f"<td colspan={wide}>{said}</td>" for said, wide in row) for row in rows]
    table = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    lines = [f"<h1>{OVER[0]}</h1>", f"<p>{OVER[1]}</p>", table, *(f"<p>{line}</p>" for line in UNDER)]
    return f"<html><body>{''.join(lines)}</body></html>".encode(), "津贴.html"


def marked(rows):
    cells = [f"| {' | '.join(said for said, _ in row)} |" for row in rows]
    lines = [*OVER, "", cells[0], "|---|---|---|", *cells[1:], "", *UNDER]
    return "\n".join(lines).encode(), "津贴.md"


def rows_of(data, name):
    found = [node.text for document in import_text(data, name).documents for node in walk(document.nodes)]
    return [text for text in found if "\t" in text]


@pytest.mark.parametrize("kind", [word, page])
def test_what_follows_a_wide_cell_stands_below_its_own_name(kind):
    assert rows_of(*kind(WIDE)) == ["级别\t\t餐补（元）\t房补（元）", "甲级\t店长\t30\t900", "其他\t\t20\t600"]


@pytest.mark.parametrize("kind", [word, page, marked])
def test_an_empty_cell_at_the_start_of_a_row_keeps_its_place(kind):
    assert rows_of(*kind(CORNER)) == ["／\t周一\t周二", "早班\t张\t李", "晚班\t王"]


def test_an_empty_cell_at_the_start_of_a_row_of_a_sheet():
    data = book(*([said or None for said, _ in row] for row in CORNER))
    assert rows_of(data, "排班.xlsx") == ["／\t周一\t周二", "早班\t张\t李", "晚班\t王"]


def test_a_form_has_its_cells_as_they_come():
    form = [[("编制", 1), ("甲部", 3)], [("审核", 1), ("乙部", 1), ("批准", 1), ("丙部", 1)]]
    assert rows_of(*word(form)) == ["编制\t甲部", "审核\t乙部\t批准\t丙部"]
