"""A sheet saved as text is read as one: cells in quotes, rows of rules, columns that part no words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers.extract import audit_extract
from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.readers.workbook.csv_table import read

RULES = '''\
编号,类别,违规行为,扣分,处罚说明
K1,接待,"与来访者争吵、
推搡",5,"每月满10分的，停岗2天"
K2,接待,让来访者等候超过15分钟,2,
K3,登记,"使用""代签""",4,—
K4,登记,漏登车牌,1,
'''


def said(text, name="扣分.csv", encoding="gb18030"):
    result = import_text(text.encode(encoding), name)
    return [(node.label, node.title, node.text) for document in result.documents for node in walk(document.nodes)]


@pytest.mark.parametrize("sign", [",", "\t", ";"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_rows_of_rules_are_provisions(sign, ends):
    assert said(RULES.replace(",", sign).replace("\n", ends)) == [
        ("", "接待", ""),
        ("1、", "", "K1 与来访者争吵、 推搡：扣5分，处罚说明：每月满10分的，停岗2天。"),
        ("2、", "", "K2 让来访者等候超过15分钟：扣2分。"),
        ("", "登记", ""),
        ("3、", "", 'K3 使用"代签"：扣4分。'),
        ("4、", "", "K4 漏登车牌：扣1分。"),
    ]


def test_another_table_has_a_line_a_row_and_blanks_do_not_count():
    text = "班次,时间,人数\n早班,6:00—14:00,3人\n , ,\n晚班,14:00—22:00,2人\n"
    extract = read(text, "班次.csv")
    audit_extract(extract)
    assert extract.text == "班次\t时间\t人数\n早班\t6:00—14:00\t3人\n\n晚班\t14:00—22:00\t2人"


def test_an_empty_list_says_only_what_its_columns_are_called():
    extract = read("序号,项目,得分\n1,,\n2,,\n", "检查.csv")
    audit_extract(extract)
    assert extract.text == "序号\t项目\t得分"


def test_text_under_such_a_name_is_text():
    text = "值班规定\n一、值班员不得离岗。\n二、交接班须当面，并在簿上签名。\n"
    assert read(text, "值班.csv") is None
    assert [label for label, _, _ in said(text)] == ["一、", "二、"]


@given(st.lists(st.lists(st.text(alphabet='a1,;"\n \t一', max_size=6), min_size=1, max_size=4), max_size=6))
def test_no_character_of_a_sheet_is_lost(rows):
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    extract = read("\n".join(lines), "a.csv")
    if extract is not None:
        audit_extract(extract)
