"""A paragraph behind a list or table that the format has closed is none of its last item."""

from __future__ import annotations

import pytest

from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from tests.importers.readers.wordfile import docx, para

HEAD = "<h1>前台服务规范</h1><p>第一条 员工应当微笑待客。</p><p>第二条 前台不得有下列行为：</p>"
BEHIND = "经客人投诉属实的，每次扣2分。"
LAST = "<p>第三条 本规范由客服部解释。</p>"
WRITTEN = "<ul><li>与客人争执</li><li>离岗聊天</li></ul>"
NUMBERED = "<ol><li>与客人争执。</li><li>离岗聊天。</li></ol>"
NESTED = "<ol><li>与客人争执。</li><li>离岗，包括：<ul><li>聊天</li><li>吸烟</li></ul></li></ol>"
TABLE = (
    "<table><tr><td>违规行为</td><td>扣分</td></tr><tr><td>迟到</td><td>1</td></tr><tr><td>早退</td><td>2</td></tr>"
    "<tr><td>代打卡</td><td>5</td></tr></table>"
)
GROUPED = (
    "<table><tr><td>类别</td><td>违规行为</td><td>扣分</td></tr><tr><td>考勤</td><td>迟到</td><td>1</td></tr>"
    "<tr><td>考勤</td><td>早退</td><td>2</td></tr><tr><td>仪容</td><td>染发</td><td>1</td></tr><tr><td>仪容</td><td>拖鞋</td><td>1</td></tr></table>"
)


def above(data, name, words):
    """Return the label of the node that the paragraph of these words stands in."""
    (document,) = import_text(data, name).documents
    return next(node.label for node in walk(document.nodes) if any(words in child.text for child in node.children))


@pytest.mark.parametrize("listed", [WRITTEN, NUMBERED, NESTED, TABLE, GROUPED])
def test_a_paragraph_behind_a_closed_list_of_a_page_speaks_for_what_the_list_stands_in(listed):
    page = f"{HEAD}{listed}<p>{BEHIND}</p>{LAST}"
    assert above(page.encode(), "a.html", BEHIND) == "第二条"


@pytest.mark.parametrize(
    ("listed", "label"),
    [
        pytest.param(f"<ol><li>与客人争执。</li><li>离岗聊天。</li></ol><p>{BEHIND}</p><ol start=3><li>吸烟。</li></ol>", "2.", id="counted on"),
        pytest.param(f"<ol><li>与客人争执。</li><li>离岗聊天的，处理如下：</li></ol><p>{BEHIND}</p>", "2.", id="led to"),
        pytest.param(f"<ul><li>与客人争执</li><li>离岗聊天。<p>{BEHIND}</p></li></ul>", "•", id="within the item"),
        pytest.param(f"<ol><li>与客人争执。</li></ol><p>{BEHIND}</p>", "1.", id="lists of one item, as headings are set"),
    ],
)  # fmt: skip
def test_a_paragraph_of_the_last_item_stays_in_it(listed, label):
    assert above(f"{HEAD}{listed}{LAST}".encode(), "a.html", BEHIND) == label


def test_a_list_of_whole_provisions_keeps_what_stands_behind_it():
    page = f"<h1>门岗规范</h1><ul><li>第一条 门岗应当站立。</li><li>第二条 门岗应当登记。</li></ul><p>{BEHIND}</p>"
    assert above(page.encode(), "a.html", BEHIND) == "第二条"


def test_a_paragraph_behind_a_table_of_rules_in_word_is_none_of_its_last_row():
    row = "<w:tr>{}</w:tr>".format
    cells = [["违规行为", "罚款（元）"], ["迟到", "10"], ["早退", "20"]]
    table = "".join(row("".join(f"<w:tc>{para(cell)}</w:tc>" for cell in line)) for line in cells)
    body = "".join(map(para, ["门店考勤规定", "第一条 店员应当打卡。", "第二条 处罚如下："]))
    data = docx(f"{body}<w:tbl>{table}</w:tbl>{para('')}{para(BEHIND)}{para('第三条 自公布之日起施行。')}")
    assert above(data, "a.docx", BEHIND) == "第二条"
