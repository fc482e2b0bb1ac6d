"""Near duplicates: which documents say the same, how much of them, and which provisions."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers import import_text
from guizhang.importers.merging.duplicates import (
    RUN,
    Provision,
    Source,
    _plains,
    _runs,
    near_duplicates,
    repeated_provisions,
    sources,
)

SHARED = Path(os.environ.get("GUIZHANG_SEEDS", Path(__file__).resolve().parents[3] / "shared"))

VISIT = (
    "回访人员应当在客户成交后七日内进行首次电话回访。",
    "回访时间为上午九点至十一点，下午两点至五点，节假日不得回访。",
    "回访内容应当逐条记录，当日录入系统并由主管检查。",
    "客户提出投诉的，应当立即转交投诉处理小组。",
)
STORE = (
    "店员上班时必须佩戴工牌，着装整洁，不得穿拖鞋。",
    "收银员每日营业结束后清点现金并填写交接单。",
    "商品破损应当登记，由店长签字后报仓库更换。",
)


def source(name: str, texts, title: str = "") -> Source:
    provisions = tuple(Provision(f"{name}.{n}", f"第{n}条", text) for n, text in enumerate(texts, start=1))
    return Source(name, title or name, provisions)


@pytest.mark.parametrize(
    ("first", "second", "shares"),
    [
        (VISIT, VISIT, (1.0, 1.0)),
        (VISIT, tuple(text.replace("，", ",").replace("。", " ") for text in VISIT), (1.0, 1.0)),
        (("應當準時、著裝整潔，客戶至上" * 2,), ("应当准时着装整洁；客户至上" * 2,), (1.0, 1.0)),
        (VISIT, VISIT[:2], (0.53, 1.0)),
        (VISIT[:2], VISIT + STORE, (1.0, 0.33)),
        (VISIT, STORE, None),
        ((), (), None),
        (("短",), ("短",), (1.0, 1.0)),
        (VISIT, (), None),
    ],
)
def test_documents_are_compared_both_ways(first, second, shares):
    pairs = near_duplicates([source("a", first), source("b", second)])
    if shares is None:
        assert pairs == ()
        return
    (pair,) = pairs
    assert (pair.first, pair.second) == ("a", "b")
    assert (pair.first_share, pair.second_share) == pytest.approx(shares, abs=0.05)


def test_the_measures_are_exact():
    a, b = source("a", VISIT), source("b", (*VISIT[1:], STORE[0]))
    left, right = (_runs("".join(_plains(s.provisions)), RUN) for s in (a, b))
    (pair,) = near_duplicates([a, b])
    assert pair.first_share == round(len(left & right) / len(left), 3)
    assert pair.second_share == round(len(left & right) / len(right), 3)
    assert pair.jaccard == round(len(left & right) / len(left | right), 3)


def test_the_provisions_that_match_are_named_and_so_are_the_documents():
    changed = VISIT[1].replace("节假日不得回访", "节假日可以回访")
    (pair,) = near_duplicates(
        [source("a", VISIT, "回访制度"), source("b", (STORE[0], changed, *VISIT[2:]), "电话回访")]
    )
    assert [(match.first, match.second) for match in pair.matches] == [("a.2", "b.2"), ("a.3", "b.3"), ("a.4", "b.4")]
    assert pair.matches[0].jaccard < 1 == pair.matches[1].jaccard
    assert (
        pair.zh == "《回访制度》与《电话回访》有相同的内容：前者的 67% 见于后者，后者的 69% 见于前者；请只导入其中一份"
    )
    assert pair.en.endswith("import one of them")


def test_the_same_documents_are_said_to_be_the_same():
    (pair,) = near_duplicates([source("a", VISIT, "回访"), source("b", VISIT, "回访")])
    assert pair.zh == "《回访》与《回访》内容相同；请只导入其中一份"
    assert pair.en == "“回访” and “回访” say the same; import one of them"


def test_the_most_alike_come_first_and_order_decides_who_is_first():
    # c is a word for word and is compared with the others through it.
    pairs = near_duplicates([source("x", STORE), source("a", VISIT), source("b", VISIT[:3]), source("c", VISIT)])
    assert [(pair.first, pair.second) for pair in pairs] == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ((*VISIT, VISIT[0]), (("d.1", "d.5"),)),
        ((VISIT[0], VISIT[0].replace("，", ","), VISIT[0]), (("d.1", "d.2", "d.3"),)),
        (("应当准时上班打卡签到", "應當準時上班打卡簽到"), (("d.1", "d.2"),)),
        (("附则", "附则"), ()),
        (VISIT, ()),
    ],
)
def test_provisions_that_stand_twice_in_one_document(texts, groups):
    assert repeated_provisions(source("d", texts)) == groups


def test_documents_of_an_import_are_compared_with_items_below_their_articles():
    rules = "回访制度\n第一条 回访\n（一）成交后七日内首次回访；\n（二）节假日不得回访。\n第二条 记录\n当日录入系统。\n"
    (document,) = sources(import_text(rules.encode(), "a.txt"))
    assert document.id == "a.txt#d1"
    assert [provision.label for provision in document.provisions] == ["第一条", "第二条"]
    assert "成交后七日内" in document.provisions[0].text


@pytest.mark.skipif(not SHARED.joinpath("seeds").exists(), reason="no seeds at hand")
def test_the_pages_at_hand():
    documents = []
    for path in sorted(SHARED.glob("seeds/*.txt")):
        documents += sources(import_text(path.read_bytes(), path.name[:3]))
    pairs = {(pair.first, pair.second): pair for pair in near_duplicates(documents)}
    assert set(pairs) == {("003#d4", "003#d14"), ("001#d4", "003#d9"), ("004#d2", "004#d4")}
    assert pairs["003#d4", "003#d14"].first_share > 0.99
    assert pairs["001#d4", "003#d9"].second_share > 0.95  # one page Simplified, the other Traditional with glosses


def test_many_documents_take_time_in_proportion():
    def some(count: int) -> list[Source]:
        made = []
        for number in range(count):
            chance = random.Random(number)
            texts = [
                "".join(chance.choices("客户投诉回访服务人员公司管理制度时间记录检查主管", k=40)) for _ in range(12)
            ]
            if number % 10 == 1:
                texts = [
                    p.text if chance.random() < 0.9 else t for p, t in zip(made[-1].provisions[:12], texts, strict=True)
                ]
            made.append(source(str(number), [*texts, "本制度自发布之日起施行。"]))
        return made

    pairs = near_duplicates(some(1000))
    assert {(pair.first, pair.second) for pair in pairs} == {(str(n - 1), str(n)) for n in range(1, 1000, 10)}


def test_what_all_documents_say_does_not_hide_what_two_of_them_say():
    def phrases(seed: int) -> str:
        chance = random.Random(seed)
        return "本公司规定".join(
            "".join(chance.choices("客户投诉回访服务人员管理制度时间记录", k=7)) for _ in range(20)
        )

    made = [source(str(number), [phrases(number if number != 81 else 80), f"第{number}号"]) for number in range(100)]
    assert [(pair.first, pair.second) for pair in near_duplicates(made)] == [("80", "81")]


def test_a_crowd_of_equal_documents_gives_pairs_in_proportion():
    assert len(near_duplicates([source(str(n), VISIT) for n in range(300)])) == 299
    near = [source(str(n), (*VISIT, f"附件{n}号")) for n in range(300)]
    assert 299 <= len(near_duplicates(near)) <= 300 * 16


@given(st.lists(st.lists(st.text(alphabet="客户投诉a1，\n ", max_size=30), max_size=4), max_size=6))
def test_any_documents_can_be_compared(documents):
    made = [source(str(number), texts) for number, texts in enumerate(documents)]
    for pair in near_duplicates(made):
        assert int(pair.first) < int(pair.second)
        assert max(pair.first_share, pair.second_share) >= 0.5
        assert 0 < pair.jaccard <= min(pair.first_share, pair.second_share) <= 1
