"""Item models: what they make of rules and scripts, and what they leave alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.model.citation import Freshness, freshness
from guizhang.model.fact import Fact
from guizhang.model.item import Item, ItemType, Pool
from guizhang.model.quantity import magnitude
from guizhang.model.script import NeverSay, Speaker
from guizhang.model.text import LANGS, Text
from guizhang.quiz.material.made import BETRAYS, Declined, betrays_itself
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.spoken import spoken
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.models import (
    MODELS,
    generate,
    graded_case,
    list_match,
    never_say,
    what_to_say,
)
from guizhang.yamlio.content import load_project
from tests.quiz.projects import office


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return office(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def items(loaded):
    return {item.id: item for item in generate(loaded.handbook)}


def test_every_model_makes_something():
    """Of the reference handbook, which has everything a model can ask for but for rules in Chinese only and cases that good sense
    does not match.
    """
    handbook = load_project(Path(__file__).parents[2]).handbook
    assert {item.model for item in generate(handbook)} == set(MODELS) - {
        module.NAME for module in (graded_case, list_match)
    }


def test_a_fact_choice_blanks_the_figure_and_prints_the_others(items):
    item = items["fact-choice.complaints.first-reply.reply"]
    assert item.stem.zh == (
        "《投诉处理规定》“首次回复”一条规定：“接到投诉后，客服人员须在______内首次回复客户；重大投诉须在2小时内首次回复。”空白处应填："
    )
    assert item.stem.en == (
        "“Complaint handling”, “First reply”: “A service agent must give the customer a first reply within ______ of "
        "receiving a complaint, or within 2 hours if the complaint is major.” What belongs in the blank?"
    )
    # The parameter in handbook.yaml makes it 12 hours; 2 hours is true of major complaints and so no distractor.
    (key,) = [option.text for option in item.options if option.key]
    assert (key.zh, key.en) == ("12小时", "12 hours")
    assert "2小时" not in [option.text.zh for option in item.options]
    assert item.states == ("complaints/first-reply#reply", "complaints/first-reply#major")
    assert item.rationale.zh.endswith("须在12小时内首次回复客户；重大投诉须在2小时内首次回复。”")


def test_the_rest_of_a_model_set(items):
    single = items["approver.leave.approval.1"]
    assert single.stem.zh == "按《请假规定》“审批”一条，不超过1天的请假由谁批准？"
    assert [o.text.zh for o in single.options if o.key] == ["客服主管"]
    number = items["fact-numeric.leave.notice.notice"]
    assert (str(number.numeric.value), number.numeric.unit.zh, number.numeric.unit.en) == (
        "3",
        "个工作日",
        "working days",
    )
    assert (single.stem.en, single.rationale.zh) == (
        "“Leave”, “Approval”: who has to approve leave of up to 1 day?",
        "不超过1天的请假：客服主管批准（《请假规定》“审批”一条）。",
    )
    assert [o.text.zh for o in items["step-order.telephone.opening.1"].options] == [
        "问候客户",
        "报公司和部门名称",
        "说明通话会录音",
        "询问客户需要什么帮助",
    ]
    assert items["step-order.telephone.opening.1"].stem.zh == (
        "《电话服务规定》“开场”一条规定：“接起电话后，应当依次……”把各步排成正确的顺序。"
    )


def test_lists_that_good_manners_answer_make_no_items(items):
    """Duties beside prohibitions need no rule to be told apart; nor does what a certain form has to say."""
    assert not [i for i in items if i.startswith(("required-list.complaints.logging", "list-point.complaints.logging"))]
    lists = [i for i in items if i.startswith("required-list")]
    assert not [i for i in lists if "principles" in i or "during-calls" in i or "at-the-start" in i]


def test_steps_that_hook_into_each_other_make_no_item(items):
    """Agent to supervisor, supervisor to manager: the order shows in the wording."""
    assert "step-order.telephone.escalation.1" not in items


def test_an_approver_the_rule_does_not_name_by_role_makes_no_item(items):
    """“The head of the department” may be several roles."""
    assert "approver.leave.approval.1" in items
    assert "approver.leave.approval.3" not in items


def _message(loaded, **changes):
    """The handbook of *loaded* with one situation, a message where nothing is denied or sworn to, and *changes* to it."""
    (file,) = loaded.handbook.scripts
    message = next(s for s in file.situations if s.id == "message")
    turns = tuple(turn for turn in message.turns if "不" not in turn.text.zh)
    passed_on = message.say[1].model_copy(update={"text": Text(zh="我马上转告。", en="I'll pass it on right away.")})
    message = message.model_copy(update={"turns": turns, "say": (message.say[0], passed_on), **changes})
    return replace(loaded.handbook, scripts=(file.model_copy(update={"situations": (message,)}),))


def _forbidden(*lines):
    return tuple(NeverSay(text=Text(zh=zh, en=en), why=Text(zh="不可以。", en="It is wrong.")) for zh, en in lines)


_RING_AGAIN = ("请您过一会儿再打来，好吗？", "Could you ring again in a little while, please?")


def test_only_a_civil_phrase_is_asked_for_as_one_never_to_say(loaded):
    rude = ("不在！", "Not here!"), ("你晚点再打。", "Ring again later.")
    (never,) = never_say.make(Rules(_message(loaded, never=_forbidden(*rude, _RING_AGAIN))))
    assert [o.text.zh for o in never.options if o.key] == [_RING_AGAIN[0]]
    assert len(never.options) == 4
    (declined,) = never_say.make(Rules(_message(loaded, never=_forbidden(*rude))))
    assert declined.why == BETRAYS


def test_what_the_item_writing_rules_object_to_is_not_offered(loaded, items):
    """A question for the exception over options that deny, or that alone are absolute."""
    made = {one.address: one.why.en for one in never_say.make(Rules(loaded.handbook)) if isinstance(one, Declined)}
    assert made["telephone-scripts/message"].startswith("the item would break a rule of item writing")
    assert not [item for item in items.values() if item.model == "never-say"]


def test_where_one_phrase_makes_no_sound_item_another_of_the_situation_is_asked_for(loaded):
    """That only the key quotes somebody would show it; the phrase beside it quotes nobody."""
    quoting = [
        (f"他{say}“马上{do}”，您放心。", f"He said “I'll {en} soon”, so please don't worry.")
        for say, do, en in (("说", "回来", "be back"), ("讲", "打给您", "ring"), ("答应", "办好", "see to it"))
    ]
    (declined,) = never_say.make(Rules(_message(loaded, never=_forbidden(*quoting))))
    assert declined.why.en.endswith("only the key has quotation marks")
    (never,) = never_say.make(Rules(_message(loaded, never=_forbidden(*quoting, _RING_AGAIN))))
    assert [o.text.zh for o in never.options if o.key] == [_RING_AGAIN[0]]
    assert not any(faults(never, loaded.handbook))


def test_of_a_model_conversation_only_what_staff_begin_with_stands_by_itself(loaded):
    said = {
        here.address: {text.zh for text in here.to_say()}
        - {here.plain(phrase.text).zh for phrase in here.situation.say}
        for here in spoken(loaded.handbook)
    }
    found = 0
    for here in spoken(loaded.handbook):
        staff = [here.plain(turn.text).zh for turn in here.situation.turns if turn.speaker is Speaker.STAFF]
        found += len(staff) > 1 and staff[0] in said[here.address]
        assert not set(staff[1:]) & said[here.address]
    assert found


def test_a_phrase_to_say_stands_beside_what_is_forbidden_in_its_situation(loaded):
    """One is as good as another of the lines a script recommends; what it forbids there is wrong there."""
    never = [
        (
            "他今天去医院看病了。",
            "He's gone to see a doctor today.",
            "同事的行程不能告诉来电人。",
            "It is no business of callers.",
        ),
        (
            "请您过一会儿再打来。",
            "Please try again in a little while.",
            "把事情推回给客户。",
            "It leaves the matter to the customer.",
        ),
    ]
    said = tuple(NeverSay(text=Text(zh=a, en=b), why=Text(zh=c, en=d)) for a, b, c, d in never)
    (say,) = what_to_say.make(Rules(_message(loaded, never=said)))
    assert say.id == "what-to-say.telephone-scripts.message.say"
    assert say.stem.zh == "“代记留言”：要找的同事不在。按话术应当说哪一句？"
    assert [(o.text.zh, o.why.zh) for o in say.options if not o.key] == [
        ("他今天去医院看病了。", "同事的行程不能告诉来电人。"),
        ("请您过一会儿再打来。", "把事情推回给客户。"),
    ]
    (key,) = [o.text.zh for o in say.options if o.key]
    assert key in {"我能帮您办吗？", "我马上转告。"}


def test_a_line_with_something_to_fill_in_does_not_stand_alone_among_others(loaded):
    """Only what a script says has brackets: 〔姓名〕."""
    gone = ("他今天去医院看病了。", "He's gone to see a doctor today.")
    filled = (
        Text(zh="我马上转告〔姓名〕。", en="I'll tell [name] right away."),
        Text(zh="我去找〔姓名〕。", en="I'll fetch [name]."),
    )

    def said(handbook):
        (file,) = handbook.scripts
        (message,) = file.situations
        say = tuple(one.model_copy(update={"text": text}) for one, text in zip(message.say, filled, strict=True))
        message = message.model_copy(update={"say": say, "turns": ()})
        return replace(handbook, scripts=(file.model_copy(update={"situations": (message,)}),))

    ring = ("请您过一会儿再打来。", "Please try again in a little while.")
    named = ("请您过一会儿再打给〔姓名〕。", "Please try [name] again in a little while.")
    (declined,) = what_to_say.make(Rules(said(_message(loaded, never=_forbidden(gone, ring)))))
    assert declined.why == BETRAYS
    (asked,) = what_to_say.make(Rules(said(_message(loaded, never=_forbidden(gone, named)))))
    assert isinstance(asked, Item)


def test_a_script_whose_forbidden_lines_are_rude_asks_for_nothing_to_say(loaded):
    assert not [made for made in what_to_say.make(Rules(loaded.handbook)) if isinstance(made, Item)]


def test_a_number_is_asked_for_with_its_unit_in_place(items):
    fine = items["fact-numeric.leave.lateness.fine"]
    assert "扣发当月全勤奖______元" in fine.stem.zh
    assert "lose CNY ______ of that month's" in fine.stem.en
    assert (str(fine.numeric.value), fine.numeric.unit.zh, fine.numeric.unit.en) == ("50", "元", "CNY")
    assert "至少提前______个工作日" in items["fact-numeric.leave.notice.notice"].stem.zh
    assert "late ______ times in a month" in items["fact-numeric.leave.lateness.times"].stem.en
    assert "no more than ______% of the order" in items["fact-numeric.complaints.compensation.share"].stem.en


def test_both_languages_quote_the_same_sentences(items):
    """One Chinese sentence with a semicolon is two in English: both are quoted whole."""
    stem = items["fact-choice.leave.extension.longest"].stem
    assert stem.zh.startswith("《请假规定》“续假”一条规定：“需要延长假期的员工")
    assert "“Staff who need more leave" in stem.en


def test_wrong_values_do_not_contradict_the_sentence_they_stand_in(loaded):
    wrong = {f.address: [v.value for side in f.wrong_values for v in side] for f in Rules(loaded.handbook).figures}
    # A first reply within 2 hours if the complaint is major: the ordinary one takes longer.
    assert not {"PT1H", "PT2H"} & set(wrong["complaints/first-reply#reply"])
    assert wrong["complaints/first-reply#major"] == ["PT1H", "PT0.5H", "PT4H", "PT6H", "PT8H"]
    # Nobody works 24 hours a day.
    assert wrong["leave/hours#day"] == ["PT6H", "PT4H", "PT2H", "PT1H", "PT12H"]


def test_a_figure_the_sentence_gives_for_another_period_is_not_asked_for(items):
    """8 hours a day and 40 a week give each other away."""
    assert "fact-numeric.leave.hours.day" in items
    assert not [i for i in items if i.startswith("fact-") and "leave.standard" in i]


def test_wrong_values_agree_with_the_verb_behind_them(loaded):
    wrong = {f.address: [v.value for side in f.wrong_values for v in side] for f in Rules(loaded.handbook).figures}
    # “at least 1 customer complain” and “into 1 grades” are no English; “1 person must be on duty” is.
    assert wrong["complaints/cases#group"][:2] == ["2", "4"]
    assert wrong["complaints/cases#grades"][:2] == ["2", "4"]
    assert wrong["complaints/cases#present"][:2] == ["1", "3"]


def test_the_other_items_of_a_list_give_the_likeliest_wrong_values(loaded):
    wrong = {f.address: [v.value for side in f.wrong_values for v in side] for f in Rules(loaded.handbook).figures}
    assert "P7D" in wrong["complaints/settling#general"]
    assert "P3D" in wrong["complaints/settling#serious"]


def test_the_key_takes_the_rank_that_keys_have_had_least():
    from guizhang.quiz.models.fact_choice import _surrounded

    stood = Counter[tuple[int, int]]()

    def rank(n: int, lower: list[str]) -> int:
        return _surrounded("key", (lower, ["3", "4", "5", "6"]), f"fact-choice.rule-{n}.fact", stood).index("key")

    assert Counter(rank(n, ["1"]) for n in range(10)) == {0: 5, 1: 5}
    # Figures with values enough below make up for those that are never the largest.
    assert {rank(n, ["1", "2", "2.5"]) for n in range(10, 20)} == {2, 3}


def test_nothing_is_made_of_a_provision_that_is_not_adopted(items):
    assert not [item_id for item_id in items if "draft-rule" in item_id]


def test_every_item_is_sound(loaded, items):
    for item in items.values():
        assert item.pool is Pool.PRACTICE
        assert set(freshness(item, loaded.handbook).values()) == {Freshness.FRESH}
        for text in (item.stem, *(o.text for o in item.options)):
            assert text.zh
            assert text.en
            assert "${" not in text.zh + text.en
        for lang in LANGS:
            printed = [o.text.get(lang) for o in item.options]
            assert len(set(printed)) == len(printed), item.id
        if item.options:
            assert 3 <= len(item.options) <= 5
            assert sum(not o.key for o in item.options) >= (1 if item.type is ItemType.MULTIPLE_CHOICE else 2)
        if item.model in ("never-say", "what-to-say", "approver"):
            assert len(item.options) >= 3
        if item.type is ItemType.SINGLE_CHOICE:
            (key,) = [o.text for o in item.options if o.key]
            assert not betrays_itself(key, [o.text for o in item.options if not o.key]), item.id
        if item.model == "fact-choice":
            figures = [_figure(option.text.en) for option in item.options]
            assert item.keep_order
            assert figures == sorted(figures), item.id


def _figure(text: str) -> float:
    words = {"once": 1, "twice": 2, "half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    often = re.search(r"\b(?:a|every(?: (\d+))?) (day|week|month|year)s?$", text)
    if often and not text.startswith("half"):
        days = {"day": 1, "week": 7, "month": 30, "year": 365}[often[2]] * int(often[1] or 1)
        return words[text.split(" ", maxsplit=1)[0]] / days
    first = re.search(r"\d+([:.]\d+)?", text)
    return float(first[0].replace(":", ".")) if first else words[text.split(" ", maxsplit=1)[0]]


def test_ids_and_bytes_are_stable(loaded, items):
    again = generate(loaded.handbook)
    assert [item.model_dump_json() for item in again] == [item.model_dump_json() for item in items.values()]


_FACTS = st.one_of(
    st.builds(lambda n, u: Fact(kind="duration", value=f"PT{n}{u}"), st.integers(1, 200), st.sampled_from("HM")),
    st.builds(lambda n, u: Fact(kind="duration", value=f"P{n}{u}"), st.integers(1, 200), st.sampled_from("DWMY")),
    st.builds(lambda n: Fact(kind="duration", value=f"P{n}D", unit="business"), st.integers(1, 60)),
    st.builds(lambda n: Fact(kind="money", value=str(n)), st.integers(1, 10**7)),
    st.builds(lambda n: Fact(kind="percent", value=f"{n}%"), st.integers(1, 100)),
    st.builds(lambda n: Fact(kind="count", value=str(n), unit="times"), st.integers(1, 2000)),
    st.builds(lambda h, m: Fact(kind="time-of-day", value=f"{h}:{m:02d}"), st.integers(0, 23), st.integers(0, 59)),
    st.builds(lambda a, b: Fact(kind="money", value=f"{a}..{a + b}"), st.integers(1, 5000), st.integers(1, 5000)),
    st.builds(
        lambda n, p: Fact(kind="frequency", value=f"{n}/{p}"), st.integers(1, 9), st.sampled_from(["P1W", "P1M"])
    ),
)


@given(_FACTS)
def test_neighbours_are_other_values_in_order(fact):
    lower, higher = neighbours(fact)
    here = magnitude(fact.quantity[0])
    below = [magnitude(f.quantity[0]) for f in lower]
    above = [magnitude(f.quantity[0]) for f in higher]
    assert below == sorted(below, reverse=True)
    assert above == sorted(above)
    assert all(0 < m < here or fact.kind == "time-of-day" for m in below)
    assert all(m > here for m in above)
    assert {(f.kind, f.unit) for f in lower + higher} <= {(fact.kind, fact.unit)}
    if fact.kind == "percent":
        assert all(m <= 100 for m in above)


@pytest.mark.parametrize(
    ("value", "lower", "higher"),
    [
        ("PT24H", ["PT12H", "PT8H", "PT6H", "PT4H"], ["PT36H", "PT48H", "PT72H"]),
        ("P3D", ["P2D", "P1D", "P0.5D"], ["P5D", "P7D", "P10D", "P15D"]),
        ("P37D", ["P32D", "P27D", "P22D", "P17D"], ["P42D", "P47D", "P52D", "P57D"]),
        ("P1Y6M", [], []),
    ],
)
def test_neighbours_of_durations(value, lower, higher):
    found = neighbours(Fact(kind="duration", value=value))
    assert ([f.value for f in found[0]], [f.value for f in found[1]]) == (lower, higher)


def test_frequencies_vary_as_rules_do():
    def values(text: str) -> tuple[list[str], list[str]]:
        found = neighbours(Fact(kind="frequency", value=text))
        return [f.value for f in found[0]][:2], [f.value for f in found[1]][:2]

    assert values("1/P2D") == (["2/P1W", "1/P1W"], ["1/P1D", "2/P1D"])
    # Every two weeks is twice a month, near enough to be right as well.
    assert values("1/P1M") == (["1/P3M", "2/P1Y"], ["2/P1M", "1/P1W"])
    assert values("1/P2W") == (["1/P1M", "1/P3M"], ["1/P1W", "2/P1W"])


def test_ranks_of_keys_are_spread(loaded):
    """Over many items the key of an ordered choice stands at every rank about as often."""
    from guizhang.quiz.keyed import keyed_choice

    ranks = [keyed_choice((0, 1, 2, 3), "rank", f"fact-choice.rule-{n}.fact") for n in range(4000)]
    assert all(900 < ranks.count(rank) < 1100 for rank in range(4))
