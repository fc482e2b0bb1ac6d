"""Tables within a document: groups of rows stand below the rule that leads to them, forms stay in one piece."""

from __future__ import annotations

import pytest

from guizhang.importers.outline import NodeType
from guizhang.importers.pipeline import import_text
from tests.importers.readers.wordfile import docx, para


def table(*rows):
    """Return a table; a row of one cell goes across it."""
    width = max(map(len, rows))

    def cell(words, span):
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{para(words)}</w:tc>'

    lines = "".join(
        f"<w:tr>{''.join(cell(words, width if len(row) == 1 else 1) for words in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{lines}</w:tbl>"


def outline(*blocks):
    """Return type, label and title or text of each node with those below it."""

    def shown(node):
        said = (node.type, node.label, node.title or node.text)
        return (*said, [shown(child) for child in node.children]) if node.children else said

    body = "".join(block if block.startswith("<w:tbl>") else para(block) for block in blocks)
    (document,) = import_text(docx(body), "奖惩.docx").documents
    return [shown(node) for node in document.nodes]


GROUPS = table(
    ["序号", "违纪行为", "处理"],
    ["轻微过失"], ["1", "串岗", "警告"], ["2", "不戴工牌", "警告"],
    ["严重过失"], ["3", "代人打卡", "记过"],
)  # fmt: skip
AGAIN = table(
    ["序号", "违纪行为", "处理"], ["轻微过失"], ["1", "串岗", "警告"], ["严重过失"], ["1", "代人打卡", "记过"]
)


@pytest.mark.parametrize(("rows", "last"), [(GROUPS, "3、"), (AGAIN, "1、")], ids=["counted on", "counted anew"])
@pytest.mark.parametrize("lead", ["有下列行为之一的，按下表处理：", "违纪行为的处理见下表。"])
def test_groups_of_a_table_are_part_of_the_article_and_the_next_one_is_not_part_of_them(rows, last, lead):
    _, chapter, after = outline(
        "门店奖惩规定", "第一章 总则", "第一条 为规范门店管理，制定本规定。",
        "第二章 处理", f"第二条 {lead}", rows, "第三条 员工可以在收到通知后提出申诉。",
        "第三章 附则", "第四条 本规定自公布之日起施行。",
    )  # fmt: skip
    assert [child[1] for child in chapter[3]] == ["第二条", "第三条"]
    light, grave = chapter[3][0][3]
    assert light[:3] == (NodeType.PARAGRAPH, "", "轻微过失")
    assert light[3][0] == (NodeType.ITEM, "1、", "串岗：警告。")
    assert grave == (
        NodeType.PARAGRAPH, "", "严重过失", [(NodeType.ITEM, last, "代人打卡：记过。")]
    )  # fmt: skip
    assert after[1] == "第三章"


def test_a_form_with_a_cell_to_sign_at_the_end_stays_in_one_piece():
    form = table(["姓名", "", "部门", ""], ["事由", "", "天数", ""], ["审批意见", "", "签字", ""])
    annex = outline("请假规定", "第一条 请假须填写请假单。", "第二条 请假由店长批准。", "附件1：请假单", form)[-1]
    assert [child[2].split("\t")[0] for child in annex[3]] == ["姓名", "事由", "审批意见"]
