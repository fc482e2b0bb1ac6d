"""What an import tells on the terminal: documents by name, places by their words, as many as are counted."""

from __future__ import annotations

import re

from guizhang.importers import import_text
from guizhang.importers.merging.alike import alike_documents, warnings
from guizhang.importers.reporting.looks import diagnostics
from guizhang.importers.reporting.page import sentence

RULES = "".join(f"{n}、{text}\n" for n, text in enumerate((
    "出车前检查轮胎、刹车和灯光，并在日志上签字。",
    "行车途中不得接打电话，不得与乘客闲谈。",
    "收车后清洗车厢，把钥匙交回调度室保管。",
    "车辆发生故障，立即停靠路边并报告调度室。",
), start=1))  # fmt: skip


def said(*imports):
    return [(d.field, d.problem.zh, d.problem.en) for d in warnings(alike_documents(imports), ())]


def test_documents_alike_are_named_not_addressed():
    one = import_text(RULES.encode(), "../资料/车队守则.txt")
    two = import_text(f"行车安全规定\n{RULES}".encode(), "b/规定.txt")
    ((field, zh, en),) = said(one, two)
    assert field == "行车安全规定"
    assert zh.startswith("《车队守则》与《行车安全规定》")
    assert en.startswith("“车队守则” and “行车安全规定”")


def test_documents_of_one_name_are_told_apart_by_file_or_line():
    text = f"行车安全规定\n{RULES}"
    ((_, zh, en),) = said(import_text(text.encode(), "旧.txt"), import_text(text.encode(), "新.txt"))
    assert zh.startswith("《行车安全规定》（旧.txt）与《行车安全规定》（新.txt）内容相同")
    assert en.startswith("“行车安全规定” (旧.txt) and “行车安全规定” (新.txt) say the same")


def test_as_many_lines_as_places_are_counted_and_none_has_an_address():
    text = "奖罚办法\n1、全年无事故奖金。\n2、违章：1、扣奖金；2、停班一天；3、写检查。\n第三条 须\ufffd戴胸牌。\n第七条 不得吸烟。\n"
    result = import_text(text.encode(), "a.txt")
    shown = diagnostics(result)
    assert shown
    assert f"需要看 {len(shown)} 处" in sentence(result).zh
    assert not any(re.match(r"d\d", one.field) for one in shown)


def test_neighbours_in_doubt_are_one_place():
    result = import_text(
        "奖罚办法\n1、全年无事故的发奖金。\n2、违章的：1、扣奖金；2、停班一天；3、写检查。\n".encode(), "b.txt"
    )
    assert [finding.code for finding in result.findings] == ["label-doubtful"] * 3
    assert [(one.code, one.field, one.problem.zh) for one in diagnostics(result)] == [
        ("IMP103", "1、 扣奖金；", "1、–3、 的层级不确定")
    ]
    assert "需要看 1 处" in sentence(result).zh
