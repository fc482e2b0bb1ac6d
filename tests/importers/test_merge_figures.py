"""Figures as facts: in a first import they print what stood there, and a second keeps names, hand edits and meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guizhang.facts.placeholders import placeholders, placeholders_in
from guizhang.importers.drafting.figures import PLAIN, Drafting, with_figures
from guizhang.importers.intake import Imported
from guizhang.importers.pipeline import import_text
from guizhang.importers.save import Status, plan_drafts, write_drafts
from guizhang.model.regulation import Regulation, walk
from guizhang.model.text import substitute
from guizhang.model.wording import print_fact
from guizhang.yamlio.load import loads

WITH = Drafting(figures=placeholders)
SOURCE = """考勤管理规定
第一章 总则
第一条 员工须在24小时内回复，每次扣50元。
第二条 迟到三次的，扣发奖金100元。
（一）病假不超过5天；
（二）事假不超过3天。
"""
HAND = ("考勤管理规定", "考勤规定")
"""A hand edit elsewhere, so that the draft is merged."""


def run(folder, source, drafting=WITH):
    drafts = plan_drafts(
        [Imported(Path("a.txt"), import_text(source.encode(), "a.txt"))], folder, replace=False, drafting=drafting
    )
    write_drafts(drafts, folder)
    return drafts[0]


def read(folder):
    value, faults = loads((folder / "a.yaml").read_text(encoding="utf-8"), Regulation, "a.yaml")
    assert not faults
    return value


def rules(regulation):
    """Return (raw text, printed text) of each rule, and all facts by name and value."""
    texts, facts = [], {}
    for place in walk(regulation):
        facts |= {f"{place.node.id}#{name}": fact.value for name, fact in place.node.facts.items()}
        if place.node.text:
            known = {name: fact for node in reversed(place.lineage) for name, fact in node.facts.items()}
            raw = place.node.text.zh
            texts.append((raw, substitute(raw, lambda name, known=known: print_fact(known[name], "zh"))))
    return texts, facts


FACTS = {
    "article-1#limit": "PT24H", "article-1#amount": "50", "article-2#times": "3", "article-2#amount": "100",
    "article-2#limit": "P5D", "article-2#limit_2": "P3D",
}  # fmt: skip


def test_a_first_import_writes_figures_as_facts_of_the_provision(tmp_path):
    run(tmp_path, SOURCE)
    texts, facts = rules(read(tmp_path))
    assert texts[0] == ("员工须在${limit}内回复，每次扣${amount}。", "员工须在24小时内回复，每次扣50元。")
    assert texts[3] == ("事假不超过${limit_2}。", "事假不超过3天。")
    assert facts == FACTS


@pytest.mark.parametrize(
    ("hand", "source", "kinds", "text", "facts"),
    [
        ([], [("24小时", "12小时")], ["changed"], "员工须在${limit}内回复，每次扣${amount}。", {"article-1#limit": "PT12H"}),
        (
            [("员工须在${limit}内", "客服须在一天内")], [("24小时", "12小时")], ["conflict"],
            "客服须在一天内回复，每次扣${amount}。", {},
        ),
        ([("value: PT24H", "value: PT8H")], [], [], "员工须在${limit}内回复，每次扣${amount}。", {"article-1#limit": "PT8H"}),
        (
            [("value: PT24H", "value: PT8H")], [("24小时", "12小时")], ["conflict"],
            "员工须在${limit}内回复，每次扣${amount}。", {"article-1#limit": "PT8H"},
        ),
        (
            [("limit:\n            kind: duration\n            value: PT24H", "reply:\n            kind: duration\n            value: PT24H"),
             ("须在${limit}内回复", "须在${reply}内回复")],
            [("24小时", "12小时")], ["conflict"],
            "员工须在${reply}内回复，每次扣${amount}。", {"article-1#reply": "PT24H", "article-1#limit": None},
        ),
        (
            [("员工须在${limit}内回复", "客服须在${limit}内答复")], [("24小时", "12小时")], ["changed"],
            "客服须在${limit}内答复，每次扣${amount}。", {"article-1#limit": "PT12H"},
        ),
        (
            [], [("员工须", "员工须在2小时内到场，")], ["changed"],
            "员工须在${limit_2}内到场，在${limit}内回复，每次扣${amount}。", {"article-1#limit_2": "PT2H"},
        ),
        ([], [("在24小时内", "及时")], ["changed"], "员工须及时回复，每次扣${amount}。", {"article-1#limit": None}),
        (
            [], [("（二）事假不超过3天。", "（二）事假不超过3天。\n（三）年假须提前10天申请。")], ["added"],
            "员工须在${limit}内回复，每次扣${amount}。", {"article-2#minimum": "P10D"},
        ),
    ],
    ids=["value", "figure written out by hand", "hand value", "both", "renamed", "words by hand", "one more", "one less", "new item"],
)  # fmt: skip
def test_a_second_import_keeps_names_and_hand_edits(tmp_path, hand, source, kinds, text, facts):
    run(tmp_path, SOURCE)
    path = tmp_path / "a.yaml"
    draft = path.read_text(encoding="utf-8")
    for old, new in [HAND, *hand]:
        assert old in draft
        draft = draft.replace(old, new, 1)
    path.write_text(draft, encoding="utf-8")
    changed = SOURCE
    for old, new in source:
        assert old in changed
        changed = changed.replace(old, new)
    assert [n.kind for n in run(tmp_path, changed).notices] == kinds
    texts, found = rules(read(tmp_path))
    assert texts[0][0] == text
    assert found == {name: value for name, value in {**FACTS, **facts}.items() if value is not None}
    again = run(tmp_path, changed)
    assert (again.status, again.notices) == (Status.SAME, ())


def test_a_draft_made_before_there_were_facts_follows(tmp_path):
    run(tmp_path, SOURCE, PLAIN)
    assert rules(read(tmp_path))[1] == {}
    assert run(tmp_path, SOURCE).status is Status.RENEWED
    assert rules(read(tmp_path))[1] == FACTS


def test_an_edited_draft_made_before_there_were_facts_takes_them_with_a_changed_text_only(tmp_path):
    run(tmp_path, SOURCE, PLAIN)
    path = tmp_path / "a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*HAND), encoding="utf-8")
    before = path.read_bytes()
    assert run(tmp_path, SOURCE).status is Status.SAME
    assert path.read_bytes() == before
    assert run(tmp_path, SOURCE.replace("5天", "七天")).status is Status.MERGED
    texts, facts = rules(read(tmp_path))
    assert texts[2] == ("病假不超过${limit}；", "病假不超过七天；")
    assert facts == {"article-2#limit": "P7D"}


def test_a_name_that_means_another_figure_in_the_draft_is_not_taken(tmp_path):
    run(tmp_path, SOURCE.replace("在24小时内", "及时"))
    path = tmp_path / "a.yaml"
    draft = path.read_text(encoding="utf-8").replace(*HAND)
    draft = draft.replace(
        "        facts:\n          amount",
        "        facts:\n          limit: {kind: duration, value: PT1H}\n          amount",
        1,
    )
    path.write_text(draft.replace("每次扣${amount}", "每次扣${amount}，${limit}内交", 1), encoding="utf-8")
    notices = run(tmp_path, SOURCE).notices
    texts, facts = rules(read(tmp_path))
    assert [n.kind for n in notices] == ["conflict"]
    assert facts["article-1#limit"] == "PT1H"
    assert texts[0][1] == "员工须及时回复，每次扣50元，1小时内交。"


FIGURES = [
    "24小时",
    "二十四小时",
    "50元",
    "三次",
    "$",
    "${",
    "}",
    "每月不得超过3次",
    "须在",
    "内回复，",
    "5%",
    "三个工作日",
    "a",
    "。",
]


@given(st.lists(st.sampled_from(FIGURES), max_size=12).map("".join))
@settings(max_examples=200)
def test_any_text_prints_as_it_stood(text):
    scope = {}
    drafted = with_figures(text, "zh", scope, placeholders)
    said = substitute(drafted.zh, lambda name: print_fact(scope[name], "zh")) if drafted else ""
    assert said == text
    assert all("不" not in (fact.zh or "") for fact in scope.values())


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        ("早班06:30至14:30当值。", "早班${time}当值。"),
        ("装修只限08:00至次日1:00进行。", "装修只限${time}进行。"),
        ("泳池于7月1日至8月31日开放。", "泳池于${date}开放。"),
        ("池水须为26℃至28℃。", "池水须为${number}。"),
        # What limits is no figure.
        ("货架每周至少点算两次。", "货架每周至少点算${frequency}。"),
    ],
)
def test_from_one_to_another_is_a_figure_whichever_word_joins_them(text, drafted):
    assert with_figures(text, "zh", {}, placeholders).zh == drafted


def test_an_amount_keeps_its_name_when_the_document_comes_to_tell_its_currency(tmp_path):
    drafting = Drafting(figures=placeholders, figures_in=placeholders_in)
    rules_of = "門店守則\n1. 遺失鎖匙扣$80，遺失制服扣$200。\n2. {}\n"
    run(tmp_path, rules_of.format("員工須準時上班。"), drafting)
    before = rules(read(tmp_path))
    run(tmp_path, rules_of.format("僱員須準時返回茶餐廳。"), drafting)
    after = rules(read(tmp_path))
    assert after[1] == before[1]
    assert {fact.unit for place in walk(read(tmp_path)) for fact in place.node.facts.values()} == {"HKD"}
