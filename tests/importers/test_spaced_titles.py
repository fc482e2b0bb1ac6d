"""A blank between a title and its text, and blanks that part nothing."""

from __future__ import annotations

import pytest

from guizhang.importers.accounting.report import outline_json
from guizhang.importers.pipeline import import_text


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("加班 员工加班应当经主管批准后方可进行。", "加班"),
        ("请假(病假) 员工请病假应当提交诊断证明给主管。", "请假(病假)"),
        ("贵宾使用“Good morning”的问候语，并称呼姓氏。", ""),
        ("外宾到店使用“Good morning sir”等英语问候。", ""),
        ("员工使用Open Office软件编写报表并交主管。", ""),
    ],
)
def test_a_blank_within_quotation_marks_or_between_latin_words_parts_no_title_from_its_text(line, title):
    text = f"接待规定\n第一条 {line}\n第二条 本规定自公布之日起施行。\n"
    first = outline_json(import_text(text.encode(), "a.txt"))["documents"][0]["nodes"][0]
    assert first["title"] == title
    assert first["title"] + first["text"] == (line.replace(" ", "", 1) if title else line)
