"""What the item models on single words make of one rule: acts, modals, in writing, what good sense tells."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.item import ItemType
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import generate
from tests.quiz.rulings import article, days, handbook, key, made, only, reasons

ACTS = (
    article(
        "a", "借阅人不得把借来的档案转借他人。", "A borrower must not pass a file on to others.", norm="prohibition"
    ),
    article("b", "员工不得使用外来的存储设备。", "Staff must not use storage media from outside.", norm="prohibition"),
    article("c", "员工可以把草稿放进碎纸机销毁。", "Staff may shred drafts that are not needed.", norm="permission"),
    article(
        "d",
        "档案管理员可以拒绝手续不全的申请。",
        "The records clerk may refuse incomplete requests.",
        norm="permission",
    ),
    article("e", "员工可以把离职同事的文件转交主管。", "Staff may pass on the papers of leavers.", norm="permission"),
    # Nobody takes a duty for forbidden.
    article("g", "借阅人应当把借来的档案转交下一位。", "A borrower shall pass a file on to the next in turn."),
    article("f", "员工不得超过三次延期。", "Staff must not extend a loan more than three times.", norm="prohibition"),
)


def test_acts_a_regulation_forbids_stand_beside_acts_it_allows():
    items = made("forbidden-acts", *ACTS)
    assert items
    for item in items:
        assert item.type is ItemType.MULTIPLE_CHOICE
        assert item.stem.zh == "下列哪几种做法是《规定》禁止的？（可多选）"
        assert item.stem.en == "Which of these does “Rules” forbid? Choose all that apply."
        assert set(key(item)) == {"借阅人把借来的档案转借他人", "员工使用外来的存储设备"}
        others = {o.text.en for o in item.options if not o.key}
        assert others == {
            "For staff to shred drafts that are not needed",
            "For the records clerk to refuse incomplete requests",
            "For staff to pass on the papers of leavers",
        }
        assert all(option.why is not None for option in item.options)
        assert set(item.cites) == {f"rules/{name}" for name in "abcde"}


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("结果应当书面答复。", "The result shall be given in writing.", "结果应当口头答复。"),
        ("复核应当当面进行。", "The review shall be held in person.", "复核应当书面进行。"),
    ],
)
def test_the_word_that_decides_is_exchanged_in_both_languages(zh, en, wrong):
    stems = {}
    for n in range(30):
        item = only("altered-wording", article(f"r{n}", zh, en))
        stems[item.stem.zh.partition("规定：“")[2].rstrip("”")] = item.answer
        assert (en in item.stem.en) is item.answer
    assert stems[zh] is True
    assert stems[wrong] is False


@pytest.mark.parametrize(
    "noun",
    "记录 材料 资料 证明 合同 协议 通知单 通知书 凭证 手续 检查 档案 方案 计划 总结 规程 许可证 承诺书 申请表 说明材料 报告书 警告".split(),
)
def test_what_is_in_writing_by_what_it_is_is_not_turned_into_spoken_words(noun):
    assert not made("altered-wording", article("x", f"租借乐器的，器材室须留下书面{noun}备查。"))
    assert not made("altered-wording", article("x", f"押金应当附上书面{noun}后退还租借人。"))


def test_what_a_case_is_not_stays_as_it_is():
    rule = article("x", "租约如果不是以书面形式订立的，器材室应当先收押金。")
    assert not made("altered-wording", rule)
    assert made("altered-wording", article("x", "租约到期的，器材室应当以书面形式告知租借人。"))


@pytest.mark.parametrize("verb", "写出 提交 出具 具有 须有 没有 附上 填写 递交 凭".split())
def test_what_is_handed_in_or_had_is_on_paper(verb):
    assert not made("altered-wording", article("x", f"琴弦断裂的，租借人应当{verb}书面报告，交器材室。"))


@pytest.mark.parametrize(
    "act",
    [
        "通知租借人",
        "报告器材室",
        "申请延期",
        "说明原因",
        "答复租借人",
        "同意",
        "提出更换",
        "承诺赔偿",
        "形式告知租借人",
    ],
)
def test_what_can_be_said_may_stand_for_what_is_written(act):
    assert made("altered-wording", article("x", f"琴弦断裂的，租借人应当在两天内书面{act}。"))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("员工不得打断客户。", "Staff must not interrupt the customer."),
        ("目前不得提前下班。", "Nobody must leave early at present."),
        ("不得超过两次。", "It must not happen more than twice."),
        ("出门必须事先报告。", "Leaving must be reported in advance."),
        ("发现故障应当立即报修。", "A fault shall be reported at once."),
    ],
)
def test_words_are_left_alone_where_the_other_word_would_fool_nobody(zh, en):
    assert not made("altered-wording", article("plain", zh, en))
    assert not made("allowed", article("plain", zh, en))


def test_what_is_allowed_is_asked_in_its_own_case():
    rule = article(
        "lieu",
        "在休息日上班的，员工可以调休。",
        "Staff asked to work on a rest day may take time off.",
        norm="permission",
    )
    item = only("allowed", rule)
    assert [o.text.zh for o in item.options] == ["必须", "可以", "不得"]
    assert key(item) == ["可以"]


def test_no_word_is_right_much_more_often_than_the_others():
    may = [
        article(
            f"may-{n}",
            f"在{day}上班的，员工可以调休。",
            f"Staff asked to work on {en} may take time off.",
            norm="permission",
        )
        for n, (day, en) in enumerate(
            [("周六", "Saturday"), ("周日", "Sunday"), ("节日", "a holiday"), ("除夕", "New Year's Eve")]
        )
    ]
    book = handbook(*may)
    right = [item for item in generate(book) if item.model == "allowed"]
    assert len(right) == 3
    (left_out,) = {f"rules/{rule.id}" for rule in may} - {address for item in right for address in item.cites}
    assert reasons(book, "allowed", left_out)


def test_two_details_are_offered_in_all_four_ways():
    rule = article(
        "r",
        "客服主管必须在${limit}内书面答复客户。",
        "The service supervisor must answer the customer in writing within ${limit}.",
        facts={"limit": days("P3D")},
    )
    item = only("two-details", rule)
    assert item.stem.zh.count("______") == item.stem.en.count("______") == 2
    ways = [tuple(option.text.zh.split("；")) for option in item.options]
    assert len(ways) == len(set(ways)) == 4
    # Each detail, right or wrong, stands in two of them, so that none is like more of the others than the rest.
    assert [{side.count(part) for part in side} for side in zip(*ways, strict=True)] == [{2}, {2}]
    (right,) = key(item)
    assert all(part in "客服主管必须在3天内书面答复客户。" for part in right.split("；"))


@pytest.mark.parametrize(
    ("zh", "en", "fields", "plain"),
    [
        ("员工应当待人有礼，不得争吵。", "Staff shall be polite and must not quarrel.", {}, True),
        ("员工应当报告直接上级。", "Staff shall tell the line manager.", {}, True),
        ("其他事项按《请假规定》的“审批”一条办理。", "For the rest, “Approval” in Leave applies.", {}, True),
        ("员工应当报告客服主管。", "Staff shall tell the service supervisor.", {}, False),
        ("员工应当说“您好”。", "Staff shall say “Hello”.", {}, False),
        ("员工应当等候三天。", "Staff shall wait for three days.", {}, False),
        ("员工可以坐下。", "Staff may sit down.", {"norm": "permission"}, False),
        (None, "Staff shall be polite.", {}, False),
    ],
)
def test_a_provision_without_a_detail_holds_only_good_sense(zh, en, fields, plain):
    book = handbook(article("a", zh, en, **fields))
    assert Rules(book).commonplace == ({"rules/a"} if plain else set())


def test_what_is_allowed_becomes_what_must_be_and_what_is_forbidden_is_left():
    may = article("m", "天气炎热时，员工可以不系领带上班。", "In hot weather staff may come without a tie.")
    must_not = article(
        "n", "天气炎热时，员工不得在库房外休息。", "In hot weather staff must not rest outside the store."
    )
    free = article("f", "天气炎热时，员工可以在库房外休息。", "In hot weather staff may rest outside the store.")
    altered = [spot.wrong for clause, spots in Rules(handbook(may, must_not, free)).wordings.items() for spot in spots]
    assert [[text.zh for text in wrong] for wrong in altered] == [["必须"]]


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("每辆车一张油卡，专卡专用，不得转借。", False),
        ("氧含量低于${n}的，不得进入作业区。", False),
        ("客服专员接起电话时说‘您好，请问有什么可以帮您’。", False),
        ("工作时间内，员工不得在更衣室会客。", True),
    ],
    ids=["said already", "a safeguard", "speech", "a case of its own"],
)
def test_what_good_sense_forbids_is_not_asked_for(zh, asked):
    facts = {"n": Fact(kind="percent", value="19.5")} if "${n}" in zh else {}
    assert bool(made("allowed", article("x", zh, facts=facts))) is asked


@pytest.mark.parametrize(
    ("zh", "en", "many"),
    [
        ("钥匙丢失的，员工必须填写补领单。", "Staff who lose a key must fill in a form.", 0),
        ("钥匙丢失的，员工必须更换柜子。", "Staff who lose a key must change the cabinet.", 1),
        (
            "午休时店长可以按《奖励规定》的‘加班’一条发放餐券。",
            "At noon the manager may hand out vouchers under ‘Overtime’.",
            0,
        ),
        ("午休时店长可以发放餐券。", "At noon the manager may hand out vouchers.", 1),
        ("休息日店长不得要求员工整理仓库。", "On rest days the manager must not ask staff to tidy the store.", 0),
        ("休息日店长不得整理仓库。", "On rest days the manager must not tidy the store.", 1),
    ],
)
def test_nobody_is_asked_whether_a_form_is_filled_in_or_what_goes_by_another_article_is_banned(zh, en, many):
    assert len(made("allowed", article("a", zh, en))) == many
