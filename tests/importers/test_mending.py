"""Repairs in their place: whose they are, which are followed, and what a rule then says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.importers.drafting.mending import applied_mends, mended, place_repairs
from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.repairs import Repair, RepairKind
from guizhang.zh.folding import READING

HEAD = "客户制度\n第一章 总则\n第一条 客(kè)户(hù)须(xū)登(dēng)记(jì)姓(xìng)名(míng)并签(qiān)到。\n"


def imported(text):
    return import_text(text.encode(), "a.txt")


def says(result):
    mends = applied_mends(result)
    return [
        mended(result.text, node, mends.get(node.id, ()))
        for d in result.documents
        for node in walk(d.nodes)
        if node.label
    ]


@pytest.mark.parametrize(
    ("rest", "said", "mend"),
    [
        ("第二条 在规定的'时间内到。\n", ("", "在规定的时间内到。"), ("d1.1.2", 4, True)),
        ("第二条 须确??蛻艄こ桃?guī)范。\n", ("", "须确保客戶工程規范。"), ("d1.1.2", 4, True)),
        ("第二条 在规定的.时间内到。\n", ("", "在规定的.时间内到。"), ("d1.1.2", 4, False)),
        ("第二条 凡属，不得入内。\n", ("", "凡属，不得入内。"), ("d1.1.2", 4, False)),
        ("第二条 须满意(yì)\n", ("", "须满意"), ("d1.1.2", 4, True)),
        (
            "第二条 员工在办公场所接待来访客户时应当保持礼貌并且\n在规定的'时间内答复。\n",
            ("", "员工在办公场所接待来访客户时应当保持礼貌并且在规定的时间内答复。"),
            ("d1.1.2", 5, True),
        ),
    ],
)
def test_a_repair_belongs_to_its_rule_and_is_followed_where_it_is_sure(rest, said, mend):
    result = imported(HEAD + rest)
    last = result.mends[-1]
    assert says(result)[-1] == said
    assert (last.owner, last.line, last.applied) == mend


@pytest.mark.parametrize(
    ("printed", "applied"), [("不得迟到", True), ("二条", False), ("条 不得", False), ("登记。\n第二", False)]
)
def test_a_repair_that_reaches_into_a_label_is_left_to_a_person(printed, applied):
    """What would change a number, or lies in two rules, is not put in."""
    result = imported("客户制度\n第一条 须登记。\n第二条 不得迟到。\n第三条 须满意。\n")
    start = result.text.index(printed)
    sure = Repair(RepairKind.LOST_BYTES, start, start + len(printed), printed, "三百", 1.0, "复原", "restored")
    (mend,) = place_repairs(result.text, result.documents, result.ledger, [sure])
    assert mend.applied is applied


PARTS = [
    "第一条 ",
    "第二条 ",
    "\n",
    "客户",
    "确??蛻艄こ桃?guī)范",
    "户(hù)",
    "的'时间",
    "：。",
    "\ufffd",
    "凡属，",
    "须登记。",
    "（一）",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@settings(max_examples=150)
def test_every_applied_mend_is_in_the_words_of_its_rule(rest):
    """Title and text with the mends undone are title and text as the outline has them, blanks aside."""
    result = imported("客户制度\n第一条 须登记。\n第二条 须回复。\n" + rest)
    mends = applied_mends(result)
    assert READING not in {entry.reason for entry in result.ledger}
    for document in result.documents:
        for node in walk(document.nodes):
            edits = [m.repair for m in mends.get(node.id, ()) if m.repair.kind is not RepairKind.GLOSS]
            now = "".join("".join(mended(result.text, node, mends.get(node.id, ()))).split())
            was = "".join((node.title + node.text).split())
            gain = sum(len(e.suggestion or "") - len("".join(e.original.split())) for e in edits)
            assert len(now) == len(was) + gain
            if not edits:
                assert now == was
