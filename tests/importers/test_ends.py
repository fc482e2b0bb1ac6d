"""Lines at the ends of documents: which are the document's own, and which the page's it was copied from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers import import_text

_LINES = Path(__file__).parent / "ends"
OWN = (_LINES / "own.txt").read_text(encoding="utf-8").splitlines()
"""What stands behind the last rule and belongs to the document: it must stay in every place."""
OF_PAGES = (_LINES / "of_pages.txt").read_text(encoding="utf-8").splitlines()
"""What pages put there."""
SPEAKING_OF_PAGES = (_LINES / "speaking_of_pages.txt").read_text(encoding="utf-8").splitlines()
"""Rules about what pages are made of."""
HANS = (
    (
        "仓库管理制度",
        "第一条 仓管员每日清点库存。",
        "第二条 物料按类别分区存放，先进先出。",
        "第三条 领料须凭领料单，由仓管员核对。",
    ),
    ("食堂管理规定", "一、食堂每天供应三餐。", "二、员工凭卡就餐。", "三、餐具用后放回。"),
    ("门卫制度", "1、门卫二十四小时值班。", "2、来访者须登记。", "3、下班后锁好大门。"),
)
ENGLISH = (
    (
        "Visitor Policy",
        "1. Visitors sign in at the front desk.",
        "2. Visitors wear a badge at all times.",
        "3. Hosts stay with their visitors.",
    ),
    (
        "Parking Policy",
        "1. Staff park in the rear lot.",
        "2. Visitors use the marked spaces.",
        "3. Report damage to the office.",
    ),
    (
        "Locker Rules",
        "1. Lockers are given out by the office.",
        "2. Keys are handed back.",
        "3. Lockers are cleaned every month.",
    ),
)


def gone(*lines):
    found = import_text("\n".join(lines).encode(), "rules.txt").discarded
    return {number for item in found for number in range(item.lines[0], item.lines[1] + 1)}


def places(line):
    """Return where a line may stand: name, lines above it, lines below it."""
    first, second, third = ENGLISH if line.isascii() else HANS
    signature = ("Human Resources", "May 2023") if line.isascii() else ("行政部", "2023年5月8日")
    head = "Home / Policies / Safety" if line.isascii() else "首页 > 制度 > 正文"
    foot = "Was this page helpful? Yes No" if line.isascii() else "上一篇：出差制度 下一篇：印章制度"
    return {
        "at the end": (first, ()),
        "before another document": (first, ("", *second)),
        "behind a list": (third, ()),
        "over a signature": (first, signature),
        "among a page's lines": ((head, *first), (foot,)),
        "between rules": (first[:3], first[3:]),
    }


@pytest.mark.parametrize("line", OWN)
def test_what_a_document_ends_with_stays(line):
    kept = {name: len(above) + 1 not in gone(*above, line, *below) for name, (above, below) in places(line).items()}
    assert kept == dict.fromkeys(kept, True)


@pytest.mark.parametrize("line", OF_PAGES)
def test_what_a_page_ends_with_goes(line):
    left = {name: len(above) + 1 in gone(*above, line, *below) for name, (above, below) in places(line).items()}
    del left["between rules"]  # one line there takes more than it says to be no rule
    assert left == dict.fromkeys(left, True)


@given(
    st.lists(st.sampled_from([line for line in OWN if not line.isascii()]), max_size=8, unique=True),
    st.sampled_from(HANS),
)
def test_nothing_goes_from_the_end_of_a_text_without_a_page_around_it(ends, rules):
    assert not gone(*rules, *ends)


@pytest.mark.parametrize("line", SPEAKING_OF_PAGES)
def test_a_rule_about_pages_stays(line):
    first, *rest = (ENGLISH if line.isascii() else HANS)[0]
    assert 3 not in gone(first, rest[0], line, *rest[1:])
    signs = (
        [("1. ", "2. ", "3. "), ("(a) ", "(b) ", "(c) ")]
        if line.isascii()
        else [("1、", "2、", "3、"), ("（一）", "（二）", "（三）")]
    )
    about = ("Ask first.", line, "Tell the office.") if line.isascii() else ("管理员一人一号。", line, "做好登记。")
    for sign in signs:
        assert not gone(first, *(a + b for a, b in zip(sign, about, strict=True)))
