"""What each item model makes of one rule, and what it says of a rule it makes nothing of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.rulebook import rulebook
from benchmarks.staleness import missed_and_extra
from guizhang.diagnostics import Faulty
from guizhang.model.citation import Freshness, freshness
from guizhang.model.fact import Fact
from guizhang.model.glossary import Glossary, Term
from guizhang.model.handbook import Role
from guizhang.model.item import ItemType
from guizhang.model.regulation import Approval, Node
from guizhang.model.text import LANGS, Text
from guizhang.quiz.models import generate
from guizhang.quiz.models.commonplace import commonplace
from guizhang.quiz.models.penalty_match import _FORMS as PENALTIES
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.why import why
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import article, days, handbook, listed

REPORTING = Text(zh="考勤与报告管理规定", en="Attendance and reporting")
STEPS = [
    ("核对单据；", "compare the papers;"),
    ("通知仓库；", "inform the store;"),
    ("拍照留底；", "take photographs;"),
    ("请对方签收。", "have the other side sign."),
]


def made(model: str, *articles: Node, **fields):
    return [item for item in generate(handbook(*articles, **fields)) if item.model == model]


def only(model: str, *articles: Node, **fields):
    (item,) = made(model, *articles, **fields)
    return item


def key(item):
    return [option.text.zh for option in item.options if option.key]


CHINESE = ("一", "二", "三", "四")


def cases_of(item) -> list[str]:
    """Return the four figures of a threshold case, in the order in which they are told."""
    return re.search(r"四种实际情况依次是(.*?)。", item.stem.zh)[1].split("、")


def covered(item) -> set[str]:
    """Return the figures its key says are covered."""
    (right,) = key(item)
    return {figure for figure, sign in zip(cases_of(item), CHINESE, strict=True) if f"第{sign}种" in right}


@pytest.mark.parametrize(
    ("bound", "inclusive", "within"),
    [
        ("max", True, {"半天", "1天", "2天", "3天"}),
        ("max", False, {"半天", "1天", "2天"}),
        ("min", True, {"3天", "5天", "7天", "10天"}),
        ("min", False, {"5天", "7天", "10天"}),
    ],
)
def test_the_cases_a_limit_covers_are_those_on_its_side(bound, inclusive, within):
    counts = set()
    for n in range(30):
        rule = article(
            f"r{n}",
            "须在${limit}内办完。" if bound == "max" else "须保存${limit}。",
            "It must be done within ${limit}." if bound == "max" else "It must be kept for ${limit}.",
            facts={"limit": days("P3D", inclusive=inclusive, bound=bound)},
        )
        item = only("threshold-case", rule)
        assert len(item.options) == 3
        assert "3天" in cases_of(item)
        assert covered(item) == within & set(cases_of(item))
        counts.add(len(covered(item)))
    assert counts == {1, 2, 3}


def test_a_figure_in_the_condition_decides_whether_the_rule_applies():
    late = days("PT10M", bound="min")
    rule = article(
        "late",
        "迟到满${late}的，按缺席登记。",
        "Anyone ${late} late or more is recorded as absent.",
        norm="penalty",
        facts={"late": late},
    )
    item = only("threshold-case", rule)
    assert item.stem.zh.endswith("。哪几种适用这一规定？")
    assert item.stem.en.endswith(" To which of them does the rule apply?")


def test_what_has_not_happened_in_a_week_has_not_happened_in_a_day_and_makes_no_case():
    rule = article(
        "idle",
        "跟进人${limit}内没有进展的，换人跟进。",
        "If there is no progress within ${limit}, somebody else follows up.",
        facts={"limit": days("P7D")},
    )
    assert not made("threshold-case", rule)


LADDER = [
    ("不超过${low}的，由客服专员决定；", "the service agent decides on up to ${low};"),
    ("超过${low}不超过${high}的，由客服主管决定；", "the service supervisor decides on more, up to ${high};"),
    ("超过${high}的，由客服部经理决定。", "the service manager decides on more than ${high}."),
]


def money(value: str) -> Fact:
    return Fact(kind="money", value=value, unit="CNY", bound="max")


def test_who_decides_goes_by_the_figure_of_the_case():
    facts = {"low": money("200"), "high": money("1000")}
    ladder = listed("gifts", "礼品按金额决定：", "Gifts are decided by value:", LADDER, facts=facts)
    right = {}
    for item in made("ladder-case", ladder):
        said = int(re.search(r"实际是(\d+)元的，由谁决定？", item.stem.zh)[1])
        assert f"CNY {said:,}: who decides?" in item.stem.en
        assert {o.text.zh for o in item.options} >= {"客服专员", "客服主管", "客服部经理"}
        right[said] = key(item)[0]
    assert len(right) == 3
    for said, who in right.items():
        assert who == ("客服专员" if said <= 200 else "客服主管" if said <= 1000 else "客服部经理")


def test_of_two_who_deal_with_a_case_in_turn_neither_is_asked_for():
    two = (
        "超过${high}的，经客服主管同意后由客服部经理决定。",
        "the service manager decides after the supervisor agreed.",
    )
    facts = {"low": money("200"), "high": money("1000")}
    ladder = listed("gifts", "礼品按金额决定：", "Gifts are decided by value:", [*LADDER[:2], two], facts=facts)
    assert {key(item)[0] for item in made("ladder-case", ladder)} <= {"客服专员", "客服主管"}


ACTS = (
    article(
        "a", "借阅人不得把借来的档案转借他人。", "A borrower must not pass a file on to others.", norm="prohibition"
    ),
    article("b", "员工不得使用外来的存储设备。", "Staff must not use storage media from outside.", norm="prohibition"),
    article("c", "员工应当把草稿放进碎纸机销毁。", "Staff shall shred drafts that are not needed."),
    article(
        "d",
        "档案管理员可以拒绝手续不全的申请。",
        "The records clerk may refuse incomplete requests.",
        norm="permission",
    ),
    article("e", "员工应当把离职同事的文件转交主管。", "Staff shall pass on the papers of leavers."),
    article("f", "员工不得超过三次延期。", "Staff must not extend a loan more than three times.", norm="prohibition"),
)


def test_acts_a_regulation_forbids_stand_beside_acts_it_allows_or_requires():
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


def test_two_figures_of_a_sentence_are_two_gaps():
    facts = {"first": days("P2D"), "last": days("P9D")}
    rule = article(
        "reply",
        "须在${first}内回复，在${last}内办完。",
        "Reply within ${first} and settle within ${last}.",
        facts=facts,
    )
    item = only("fact-cloze", rule)
    assert item.stem.zh == "《规定》“关于reply”一条规定：“须在[[n1]]天内回复，在[[n2]]天内办完。”写出空白处的数字。"
    assert [(gap.answer.zh, gap.answer.en) for gap in item.gaps.values()] == [("2", "2"), ("9", "9")]


def test_who_is_responsible_is_asked_among_parties_of_one_kind():
    rules = [
        article("filing", "案卷由客服主管保管。", "Files are kept by the service supervisor."),
        article("b", "客服部经理负责复核。", "The service manager reviews them."),
        article("c", "总经理负责解释。", "The general manager interprets them."),
    ]
    item = next(i for i in made("responsible", *rules) if ".filing." in i.id)
    assert item.stem.zh == "《规定》“关于filing”一条规定：“案卷由______保管。”空白处应填："
    assert item.stem.en == "“Rules”, “On filing”: “Files are kept by ______.” Who belongs in the blank?"
    assert key(item) == ["客服主管"]
    assert {o.text.en for o in item.options} == {"The service supervisor", "The service manager", "The service agent"}


def test_a_party_its_title_names_is_not_asked_for():
    rule = article(
        "x",
        "案卷由客服主管保管。",
        "Files are kept by the service supervisor.",
        title=Text(zh="客服主管的职责", en="Duties"),
    )
    assert not made("responsible", rule)


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


def test_a_true_statement_stands_among_altered_ones_of_other_provisions():
    rules = [
        article(f"a{n}", f"{matter}必须书面报告。", f"{en} must be reported in writing.")
        for n, (matter, en) in enumerate(
            [("出差", "Travel"), ("换班", "Exchanges"), ("加班", "Overtime"), ("外借", "Loans")]
        )
    ]
    items = made("true-statement", *rules, title=REPORTING)
    assert len(items) == 4
    for item in items:
        assert len(item.cites) == 4
        assert sum("书面" in o.text.zh for o in item.options) == 1
        assert all(("书面" in o.text.zh) is o.key for o in item.options)


def test_of_several_statements_those_as_they_stand_are_right():
    rules = [
        article(f"a{n}", f"{matter}必须书面报告。", f"{en} must be reported in writing.")
        for n, (matter, en) in enumerate(
            [("出差", "Travel"), ("换班", "Exchanges"), ("加班", "Overtime"), ("外借", "Loans"), ("搬迁", "Moves")]
        )
    ]
    items = made("true-statements", *rules, title=REPORTING)
    assert items
    for item in items:
        assert len(item.cites) == len(item.options) == 5
        assert all(("书面" in o.text.zh) is o.key for o in item.options)
        assert 2 <= sum(o.key for o in item.options) <= 4


def test_steps_are_asked_for_one_after_the_other():
    items = made(
        "next-step",
        listed("hand-over", "交接应当依次：", "To hand over, staff shall, in this order:", STEPS, norm="procedure"),
    )
    order = [zh.rstrip("；。") for zh, _ in STEPS]
    assert len(items) == 2
    for item in items:
        before = item.stem.zh.split("”“")[1].partition("”")[0]
        assert key(item) == [order[order.index(before) + 1]]
        assert before not in [o.text.zh for o in item.options]


def test_cases_of_a_list_are_matched_with_what_holds_in_them():
    points = [
        ("早班工作人员，8点到岗；", "staff on the early shift, at eight;"),
        ("中班工作人员，16点到岗；", "staff on the evening shift, at four;"),
        ("夜班工作人员，22点到岗。", "staff on the night shift, at ten."),
    ]
    item = only("list-match", listed("shifts", "按下列班次到岗：", "Staff arrive by shift:", points, norm="procedure"))
    assert item.type is ItemType.MATCHING
    assert next((p.left.zh, p.right.zh) for p in item.pairs) == ("早班工作人员", "8点到岗")
    same = [(zh.replace("16", "8").replace("22", "8"), en) for zh, en in points]
    twin = handbook(listed("shifts", "按下列班次到岗：", "Staff arrive by shift:", same, norm="procedure"))
    assert reasons(twin, "list-match") == ["两个选项相同"]


@pytest.mark.parametrize(
    ("rule", "parted"),
    [
        ("每周五检查卫生，连续两次不合格的，罚款30元。", ("每周五检查卫生，连续两次不合格", "罚款30元")),
        ("代打卡的，双方各按旷工一天计，并给予警告。", ("代打卡", "双方各按旷工一天计，并给予警告")),
        ("迟到一次，扣款20元。", ("迟到一次", "扣款20元")),
        ("每间宿舍每月免费用水6吨，超出部分平均分担，从工资中扣除。", None),
    ],
)
def test_what_was_done_and_what_follows(rule, parted):
    match = PENALTIES["zh"].fullmatch(rule)
    assert (match and match.groups()) == parted


def test_a_point_completes_the_sentence_that_introduces_it():
    forms = [
        (
            "员工应当：",
            "Staff shall:",
            "请客户坐下；",
            "offer a seat;",
            "员工应当请客户坐下。",
            "Staff shall offer a seat.",
        ),
        (
            "有下列情形之一的，为旷工：",
            "Each of the following is absence:",
            "没有请假不到岗；",
            "staying away without leave;",
            "没有请假不到岗的，为旷工。",
            "Staying away without leave is absence.",
        ),
        (
            "员工有下列情形之一的，给予奖励：",
            "Each of the following is rewarded:",
            "拾金不昧，价值在1000元以上的，奖励200元；",
            "handing in what was found;",
            "员工拾金不昧，价值在1000元以上的，奖励200元。",
            "Handing in what was found is rewarded.",
        ),
        (
            "员工应当：",
            "Staff shall:",
            "劝不住的，请主管接手；",
            "ask for help;",
            "员工应当：劝不住的，请主管接手。",
            "Staff shall: ask for help.",
        ),
    ]
    from guizhang.quiz.clauses import clauses

    for zh, en, point_zh, point_en, quoted_zh, quoted_en in forms:
        *_, clause = clauses(handbook(listed("l", zh, en, [(point_zh, point_en)])))
        assert clause.quote() == Text(zh=quoted_zh, en=quoted_en)


def test_an_approver_the_matter_names_is_not_asked_for():
    given = article(
        "leave",
        "请假由客服主管批准。",
        "Leave is approved by the service supervisor.",
        approval=Approval(
            by=("supervisor",), matter=Text(zh="主管权限内的请假", en="leave within the supervisor's limit")
        ),
    )
    assert reasons(handbook(given), "approver") == ["事项里已经写出批准人"]


def test_a_penalty_is_asked_for_among_others():
    rules = [
        article(
            "a",
            "无故缺席的，由客服主管当面提醒。",
            "For absence, the service supervisor speaks to the employee.",
            norm="penalty",
        ),
        article(
            "b",
            "遗失钥匙的，由员工写出书面说明。",
            "For loss of a key, the employee explains it in writing.",
            norm="penalty",
        ),
        article(
            "c",
            "损坏设备的，暂停使用资格一个月。",
            "For damage to equipment, the right to use it is suspended.",
            norm="penalty",
        ),
    ]
    items = made("penalty-match", *rules)
    assert [key(item) for item in items] == [["由客服主管当面提醒"], ["由员工写出书面说明"], ["暂停使用资格一个月"]]
    assert items[0].stem.en == "“Rules”, “On a”: for absence, what follows?"


def test_a_term_stands_among_its_family_and_not_where_its_definition_names_it():
    terms = tuple(
        Term(id=f"t{n}", term=Text(zh=zh, en=en), definition=Text(zh=d_zh, en=d_en), themes=("x",))
        for n, (zh, en, d_zh, d_en) in enumerate(
            [
                ("宴会客人", "banquet guest", "来吃一顿酒席的人。", "Somebody who comes for a dinner."),
                ("会议客人", "conference guest", "来听报告的人。", "Somebody who comes for the talks."),
                ("日间客人", "day guest", "不住下的人。", "Somebody who goes home in the evening."),
                ("团队客人", "party guest", "跟着导游来的人。", "Somebody who comes with a guide."),
                ("借据", "slip", "拿走物品以前写下的文字。", "A note written by whoever takes a thing."),
                ("贵宾客人", "honour guest", "公司的贵宾。", "A guest of honour."),
            ]
        )
    )
    from dataclasses import replace

    book = replace(handbook(article("a", "员工应当守时。", "Staff shall be on time.")), glossary=Glossary(terms=terms))
    items = [item for item in generate(book) if item.model == "term-match"]
    assert [next(iter(item.cites)) for item in items] == ["glossary/t0", "glossary/t1", "glossary/t2", "glossary/t3"]
    options = [{option.text.zh for option in item.options} for item in items]
    assert not any("借据" in texts for texts in options), "it is of no family"
    assert set(freshness(items[0], book).values()) == {Freshness.FRESH}
    changed = replace(
        book, glossary=Glossary(terms=(terms[0].model_copy(update={"term": Text(zh="衣装", en="outfit")}), *terms[1:]))
    )
    assert freshness(items[0], changed)["glossary/t0"] is Freshness.STALE


def reasons(book, model: str, address: str | None = None) -> list[str]:
    (report,) = [r for r in why(address or next(iter(book.provisions)), book) if r.model == model]
    assert not report.items
    return [message.zh for message in report.declined]


def test_why_says_what_stood_in_the_way():
    leap = Text(zh="时限", en="limit")
    a = article(
        "a",
        "投诉须在${limit}内回复客户。",
        "Complaints must be answered within ${limit}.",
        facts={"limit": days("P3D", about=leap)},
    )
    b = article(
        "b",
        "投诉须在${limit}内回复客户。",
        "Complaints must be answered within ${limit}.",
        facts={"limit": days("P5D", about=leap)},
    )
    assert "与另一条规定的数值矛盾，先要解决" in reasons(handbook(a, b), "fact-choice")
    odd = article("a", "保管${limit}。", "Keep it for ${limit}.", facts={"limit": days("P1Y6M", bound="exact")})
    assert reasons(handbook(odd), "fact-choice") == ["可信的错误选项太少"]
    assert reasons(handbook(odd), "threshold-case") == ["数值不是上限或者下限"]
    short = listed("a", "交接应当依次：", "To hand over, staff shall, in this order:", STEPS[:2], norm="procedure")
    assert reasons(handbook(short), "step-order") == ["步骤少于四步、多于十步，或者有的步骤不能单独列出"]
    one = listed(
        "a", "每月写明：", "Every month staff must write down, stating:", [("库存3件。", "3 pieces in stock.")]
    )
    assert reasons(handbook(one), "required-list") == ["没有可以问的某种情形下的清单，同类的清单另有一个"]
    plain = article("a", "员工应当有礼貌。", "Staff shall be polite.")
    assert reasons(handbook(plain), "altered-wording") == [
        "没有数值、审批、责任人、表单和用语，只有凭常识也会要求的做法"
    ]
    off = article("a", "员工应当守时。", "Staff shall be on time.", adopted=False)
    assert {tuple(r.declined) for r in why("rules/a", handbook(off))} == {why("rules/a", handbook(off))[0].declined}
    assert why("rules/a", handbook(off))[0].declined[0].zh == "未采用（adopted: false）"


def test_why_offers_what_comes_near():
    with pytest.raises(Faulty) as caught:
        why("rules/replly", handbook(article("reply", "须回复。", "Reply.")))
    assert caught.value.diagnostics[0].mend.en == "did you mean rules/reply, rules?"


def test_a_draft_in_one_language_makes_items_in_it():
    rules = [
        article(f"a{n}", f"{matter}必须在${{limit}}内书面报告客服主管。", facts={"limit": days("P3D")})
        for n, matter in enumerate(["出差", "换班", "加班", "外借"])
    ]
    items = generate(handbook(*rules, title=REPORTING))
    assert {"fact-choice", "fact-numeric", "threshold-case", "altered-wording", "true-statement"} <= {
        i.model for i in items
    }
    for item in items:
        texts = [item.stem, *(o.text for o in item.options), *([item.rationale] if item.rationale else [])]
        assert all(text.zh and "None" not in text.zh for text in texts)
        assert item.stem.en is None
    english = generate(
        handbook(
            article("a", None, "Staff must reply within ${limit}.", facts={"limit": days("P3D")}), authoritative="en"
        )
    )
    assert english
    assert all(item.stem.zh is None and "None" not in (item.stem.en or "") for item in english)


@given(
    st.sampled_from([1, 2, 3, 4, 5, 7, 8, 9, 12, 24, 48, 100]),
    st.sampled_from([1, 2, 3, 5, 6, 7, 10, 15, 30]),
    st.sampled_from("HD"),
)
@settings(max_examples=60)
def test_whatever_a_company_sets_no_two_options_are_one(one, other, unit):
    facts = {"a": days("PT2H"), "b": days("PT24H")}
    rule = article(
        "r",
        "紧急的须在${a}内回复，其他的须在${b}内回复。",
        "Reply within ${a} if urgent, otherwise within ${b}.",
        facts=facts,
    )
    spelled = {"H": "PT{}H", "D": "P{}D"}[unit]
    book = handbook(rule, parameters={"rules/r#a": spelled.format(one), "rules/r#b": f"PT{other}H"})
    for item in generate(book):
        for lang in LANGS:
            printed = [option.text.get(lang) for option in item.options]
            assert len(set(printed)) == len(printed)
        if item.options and item.type is ItemType.SINGLE_CHOICE:
            assert sum(option.key for option in item.options) == 1


@given(st.integers(0, 39), st.sampled_from(["text", "norm", "title"]))
@settings(max_examples=25)
def test_an_edit_changes_no_id_of_an_item_about_another_provision(number, what):
    book = rulebook(40)
    (regulation,) = book.regulations
    change = {
        "text": {"text": Text(zh=f"第{number}事项另行规定。", en="Set out elsewhere."), "body": ()},
        "norm": {"norm": "statement"},
        "title": {"title": Text(zh="新标题", en="New title")},
    }[what]
    body = tuple(n.model_copy(update=change) if n.id == f"a-{number}" else n for n in regulation.body)
    from dataclasses import replace

    edited = replace(book, regulations=(regulation.model_copy(update={"body": body}),))
    elsewhere = [
        {i.id for i in generate(b) if f".a-{number}." not in i.id and "-statement" not in i.id} for b in (book, edited)
    ]
    gone = elsewhere[0] - elsewhere[1]
    # The exchanged word or party of the edited rule may have been the third option of another item.
    assert len(gone) <= 1


def test_edits_make_stale_what_they_make_wrong_and_nothing_else():
    book = load_project(Path(__file__).parents[2]).handbook
    items = [item for n, item in enumerate(generate(book)) if n % 5 == 0]
    assert missed_and_extra(book, items, 30) == (0, 0)


def test_keys_of_ordered_choices_stand_at_every_rank():
    ranks = [
        [o.key for o in item.options].index(True)
        for item in generate(rulebook(300))
        if item.model == "fact-choice" and len(item.options) == 4
    ]
    assert len(ranks) > 150
    # Figures near the foot of their ladder cannot be the largest; none of the ranks is rare all the same.
    assert all(ranks.count(rank) > 0.12 * len(ranks) for rank in range(4))


def loading(node_id, when, before, *points):
    return listed(
        node_id,
        f"冷藏货车{when}以前，仓库人员应当：",
        f"Before a refrigerated lorry {before}, the warehouse shall:",
        list(points),
    )


LORRIES = (
    loading(
        "a", "进场", "comes in", ("核对车牌；", "check the number plate;"), ("引导停靠。", "guide it to the ramp.")
    ),
    loading("b", "装货", "is loaded", ("测量箱温；", "take the temperature;"), ("检查门封。", "inspect the seals.")),
    loading(
        "c",
        "离场",
        "leaves",
        ("拍照留底；", "take photographs;"),
        ("加挂铅封；", "put on a lead seal;"),
        ("登记里程。", "log the mileage."),
    ),
)


def test_a_point_of_a_list_stands_beside_what_lists_for_much_the_same_have():
    items = [item for item in made("list-point", *LORRIES) if item.id.startswith("list-point.rules.a.")]
    assert {item.id for item in items} == {"list-point.rules.a.1-1", "list-point.rules.a.1-2"}
    for item in items:
        assert item.stem.zh == "《规定》“关于a”一条规定：“冷藏货车进场以前，仓库人员应当……”下列哪一项是这里列出的？"
        assert key(item) == [{"1": "核对车牌", "2": "引导停靠"}[item.id[-1]]]
        wrong = {option.text.zh for option in item.options if not option.key}
        assert wrong <= {"测量箱温", "检查门封", "拍照留底", "加挂铅封", "登记里程"}


def test_keys_of_a_list_are_its_own_and_distractors_are_not():
    (item,) = [item for item in made("required-list", *LORRIES) if item.id == "required-list.rules.a.1"]
    assert set(key(item)) == {"核对车牌", "引导停靠"}
    assert len(item.options) == 5
    assert item.rationale.zh == "《规定》“关于a”一条列出：核对车牌；引导停靠。"


def test_what_is_to_be_written_down_is_not_asked_for():
    """Beside what other forms ask for, what this one asks for would be seen to be to the point."""
    forms = [
        listed(n, f"填写{n}单时，必须写明：", f"On form {n} staff must write, stating:", points)
        for n, points in (
            ("x", [("送货日期；", "the delivery date;"), ("收货地点。", "the place of receipt.")]),
            (
                "y",
                [
                    ("退款金额；", "the refund due;"),
                    ("付款方式；", "the means of payment;"),
                    ("会议主题。", "the subject."),
                ],
            ),
        )
    ]
    assert not made("required-list", *forms)
    assert not made("list-point", *forms)


def test_what_is_done_at_another_occasion_is_no_distractor():
    """Two lists of things to do stand beside each other only where they are for much the same."""
    points = [("备好车辆；", "have a car ready;"), ("核对车次；", "check the train;"), ("带上证件。", "take a pass.")]
    steps = [
        ("摆放鲜花；", "put out flowers;"),
        ("调好话筒；", "set up the microphones;"),
        ("检查投影。", "test the screen."),
    ]
    one = listed("meet", "接站以前，接待部门应当：", "Before a guest is met, the department shall:", points)
    other = listed("hall", "布置会场，接待部门应当：", "In preparing the hall, the department shall:", steps)
    assert not made("required-list", one, other)


@pytest.mark.parametrize(
    ("zh", "en", "norm"),
    [
        ("员工必须：", "Staff must:", "duty"),
        ("冷藏货车清洗以前，员工不得：", "Before a refrigerated lorry is washed, staff must not:", "prohibition"),
        ("冷藏货车的下列资料寄给客户：", "Of a refrigerated lorry staff send the customer:", "duty"),
    ],
    ids=["true of any duty", "what one forbids another may", "of no kind"],
)
def test_a_list_whose_points_others_might_share_makes_no_item(zh, en, norm):
    one = listed("e", zh, en, [("照片；", "photographs;"), ("地图。", "a map.")], norm=norm)
    assert not [item for item in made("list-point", *LORRIES, one) if ".e." in item.id]


def test_a_point_that_names_what_another_list_names_is_no_distractor():
    one = loading("f", "改装", "is refitted", ("核对车型；", "check the type;"), ("检查轮胎。", "inspect the tyres."))
    items = [item for item in made("list-point", *LORRIES, one) if item.id.startswith("list-point.rules.f.")]
    assert items
    # Its own list says to check and to inspect something too.
    assert not [item for item in items for option in item.options if option.text.zh in ("核对车牌", "检查门封")]


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


def test_two_parties_that_could_change_places_are_not_asked_for_together():
    either = "由客服主管或者客服部经理签发，公布在大厅。"
    en = "It is signed by the service supervisor or the service manager and posted in the hall."
    assert not made("two-details", article("r", either, en))


def test_a_list_is_quoted_whole_where_its_introduction_means_nothing_without_it():
    rule = listed(
        "a",
        "送货后${limit}内，仓库人员必须到现场核查：",
        "Within ${limit} of delivery the warehouse must check on site:",
        [("包装；", "the packing;"), ("数量。", "the quantity.")],
        facts={"limit": days("P3D")},
    )
    item = only("fact-numeric", rule)
    assert "送货后______天内，仓库人员必须到现场核查：包装；数量。" in item.stem.zh
    assert item.stem.en.count("must check on site: the packing; the quantity.") == 1


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
    assert commonplace(Rules(book)) == ({"rules/a"} if plain else set())


def test_what_is_allowed_becomes_what_must_be_and_what_is_forbidden_is_left():
    may = article("m", "天气炎热时，员工可以不系领带上班。", "In hot weather staff may come without a tie.")
    must_not = article(
        "n", "天气炎热时，员工不得在库房外休息。", "In hot weather staff must not rest outside the store."
    )
    free = article("f", "天气炎热时，员工可以在库房外休息。", "In hot weather staff may rest outside the store.")
    altered = [spot.wrong for clause, spots in Rules(handbook(may, must_not, free)).wordings.items() for spot in spots]
    assert [[text.zh for text in wrong] for wrong in altered] == [["必须"]]


@pytest.mark.parametrize(
    ("title", "every", "asked"),
    [
        (("月度统计", "Monthly figures"), "1/P1M", False),
        (("统计", "Quarterly figures"), "1/P3M", False),
        (("统计", "Figures"), "1/P1M", True),
        (("季度统计", "Quarterly figures"), "1/P1M", True),
    ],
)
def test_how_often_is_not_asked_for_where_the_title_says_it(title, every, asked):
    rule = article(
        "f",
        "客服主管应当汇总数字，${every}。",
        "The service supervisor shall sum up the figures ${every}.",
        title=Text(zh=title[0], en=title[1]),
        facts={"every": Fact(kind="frequency", value=every)},
    )
    assert bool(made("fact-choice", rule)) is asked


@pytest.mark.parametrize(
    ("zh", "en", "offered"),
    [
        ("退款经${m}批准后方可支付。", "A refund is paid only after ${m} has approved it.", True),
        ("${m}每天打扫会议室。", "${m} cleans the meeting room every day.", False),
    ],
    ids=["decides", "does the chores"],
)
def test_those_at_the_head_stand_in_only_where_somebody_decides(zh, en, offered):
    said = article("a", zh.replace("${m}", "客服部经理"), en.replace("${m}", "the service manager").capitalize())
    head = article("b", "总经理主持年会。", "The general manager chairs the annual meeting.")
    spots = [spot for spot in Rules(handbook(said, head)).party_spots.values() if spot.clause.address == "rules/a"]
    assert any("总经理" in {text.zh for text in spot.wrong} for spot in spots) is offered


@pytest.mark.parametrize(("name", "asked"), [("直接上级", False), ("值班长", True)])
def test_whom_staff_turn_to_is_not_asked_for(name, asked):
    from dataclasses import replace

    said = article("a", f"发现裂纹后报告{name}。", "A crack is reported to the foreman.")
    book = handbook(said)
    roles = {**book.settings.roles, "foreman": Role(name=Text(zh=name, en="foreman"))}
    book = replace(book, settings=book.settings.model_copy(update={"roles": roles}))
    assert bool(Rules(book).party_spots) is asked
