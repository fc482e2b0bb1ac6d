"""Tables with a name and a list of rules beside it: the names are headings, the rules stand below them one by one."""

from __future__ import annotations

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.readers import docx as word
from guizhang.importers.readers.tables.heads import Line
from guizhang.importers.readers.tables.sections import read_sections
from tests.importers.readers.test_xlsx import book
from tests.importers.readers.wordfile import docx, para

HEAD = ("序号", "类别", "要求")
ROWS = [
    ("1", "着装", "1、戴帽子；\n2、不戴手表。"),
    ("2", "留样", "每餐留样，违反的扣20元。"),
    ("3", "收尾", "1、关闭燃气；\n2、锁门。"),
]
SAID = [
    ("1、", "着装"), ("1、", "戴帽子；"), ("2、", "不戴手表。"), ("2、", "留样"), ("", "每餐留样，违反的扣20元。"),
    ("3、", "收尾"), ("1、", "关闭燃气；"), ("2、", "锁门。"),
]  # fmt: skip


def wordfile(*rows):
    cells = ["".join(f"<w:tc>{''.join(map(para, cell.split(chr(10))))}</w:tc>" for cell in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    return docx(para("厨房管理规定") + table + para("以上规定由店长解释。")), "厨房.docx"


def page(*rows):
    cells = ["".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) for row in rows]
    table = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    return f"<html><body><h1>厨房管理规定</h1>{table}<p>以上规定由店长解释。</p></body></html>".encode(), "厨房.html"


def sheet(*rows):
    return book(["厨房管理规定"], *rows, ["以上规定由店长解释。"]), "厨房.xlsx"


def said(data, name):
    (document,) = import_text(data, name).documents
    assert document.title == "厨房管理规定"
    return [(node.label, words) for node in walk(document.nodes) for words in (node.title, node.text) if words]


@pytest.mark.parametrize("kind", [wordfile, page, sheet])
def test_a_name_is_the_heading_of_the_rules_beside_it(kind):
    found = said(*kind(HEAD, *ROWS))
    assert [words for _, words in found] == [*(words for _, words in SAID), "以上规定由店长解释。"]
    assert [label for label, words in found if words in ("着装", "留样", "收尾", "戴帽子；", "锁门。")] == [
        "1、", "1、", "2、", "3、", "2、",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [wordfile, page, sheet])
def test_without_numbers_too(kind):
    found = said(*kind(HEAD[1:], *(row[1:] for row in ROWS)))
    assert [words for _, words in found] == [*(words for _, words in SAID), "以上规定由店长解释。"]


def test_automatic_numbers_in_such_cells_are_not_taken_for_text():
    data, _ = wordfile(HEAD, *ROWS)
    audit_extract(word.read(data))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([("事项", "要求"), ("晨检", "测体温"), ("晚检", "关灯")], id="no lists"),
        pytest.param([("事项", "要求", "责任人"), ("晨检", "1、测体温\n2、登记", "店长"), ("晚检", "1、关灯\n2、锁门", "领班")], id="another column"),
    ],
)  # fmt: skip
def test_other_tables_are_none(rows):
    lines = [Line(at, {col: cell.split("\n") for col, cell in enumerate(row, 1)}) for at, row in enumerate(rows, 1)]
    assert read_sections(lines, "table 1") is None
