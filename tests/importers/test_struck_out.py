"""What a line is drawn through holds no more: it is left out and listed. Bold words in a sentence leave no blanks behind."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.accounting.reasons import REASONS
from tests.importers.readers.wordfile import docx, para, run


def texts(imported):
    return [node.text for node in imported.documents[0].nodes]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("误点的扣20元，~~并通报~~。", "误点的扣20元。"),
        ("误点的扣~~10元~~20元。", "误点的扣20元。"),
        ("误点的~~**一律**扣10元，~~扣20元。", "误点的扣20元。"),
        ("时间~约两小时~，误点扣款。", "时间~约两小时~，误点扣款。"),
        ("时间 8~~10 点，误点 12~~14 元。", "时间 8~~10 点，误点 12~~14 元。"),
        ("误点的 **一律** 扣款，**不得** 补签。", "误点的一律扣款，不得补签。"),
        ("**误点** 扣款。", "误点 扣款。"),
        ("扣 **20** 元，记 **A** 类。", "扣 20 元，记 A 类。"),
    ],
)
def test_in_markdown(printed, text):
    found = import_text(f"# 巡查规定\n\n## 时间\n\n- 按时巡查。\n- {printed}\n".encode(), "rules.md")
    [section] = found.documents[0].nodes
    assert section.children[1].text == text
    left_out = any(entry.reason == "struck-out" for entry in found.ledger)
    assert left_out == ("~~" in printed and "8~~10" not in printed)
    assert "struck-out" in REASONS


@pytest.mark.parametrize("flag", ["<w:strike/>", "<w:dstrike/>"])
def test_in_word(flag):
    body = (
        para("巡查规定") + para(run("第一条 误点的扣") + run("10元", flag) + run("20元。")) + para("第二条 按时巡查。")
    )
    found = import_text(docx(body), "rules.docx")
    assert texts(found) == ["误点的扣20元。", "按时巡查。"]
    assert [(one.reason, one.text) for one in found.dropped] == [("struck-out", "10元")]


@pytest.mark.parametrize("tag", ["s", "strike"])
def test_on_a_web_page(tag):
    page = f"<h1>巡查规定</h1><p>第一条 误点的扣<{tag}>10元</{tag}>20元。</p><p>第二条 按时巡查。</p>"
    assert texts(import_text(page.encode(), "rules.html")) == ["误点的扣20元。", "按时巡查。"]


@pytest.mark.parametrize("heading", ["## {}. {}", "## {}、{}"])
def test_a_list_below_numbered_headings_counts_for_itself(heading):
    names = ["签到", "发言", "散会"]
    parts = [heading.format(at, name) + "\n\n1. 提前到场。\n2. 关闭手机。\n" for at, name in enumerate(names, start=1)]
    found = import_text(("# 会场规则\n\n" + "\n".join(parts)).encode(), "rules.md")
    assert [(n.number, n.title, [c.number for c in n.children]) for n in found.documents[0].nodes] == [
        (at, name, [1, 2]) for at, name in enumerate(names, start=1)
    ]
    assert not found.findings
