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
from guizhang.model.item import ItemType
from guizhang.model.regulation import Approval, Node
from guizhang.model.text import LANGS, Text
from guizhang.quiz.models import generate
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


def test_a_term_its_definition_names_is_not_asked_for():
    terms = tuple(
        Term(id=f"t{n}", term=Text(zh=zh, en=en), definition=Text(zh=d_zh, en=d_en), themes=("x",))
        for n, (zh, en, d_zh, d_en) in enumerate(
            [
                ("制服", "uniform", "单位统一发放的衣着。", "Clothes that all are issued with."),
                ("工牌", "badge", "单位统一发放的小片。", "A plate that all are issued with."),
                ("班次", "shift", "单位统一排定的时段。", "A stretch of time set for all."),
                ("结案", "closing", "单位统一确认事情办完。", "Confirming that a matter is done."),
                ("借据", "slip", "拿走物品以前写下的文字。", "A note written by whoever takes a thing."),
                ("回访", "call-back", "回访是事后的联系。", "A call-back is a later contact."),
            ]
        )
    )
    from dataclasses import replace

    book = replace(handbook(article("a", "员工应当守时。", "Staff shall be on time.")), glossary=Glossary(terms=terms))
    items = [item for item in generate(book) if item.model == "term-match"]
    assert [next(iter(item.cites)) for item in items] == ["glossary/t0", "glossary/t1", "glossary/t2", "glossary/t3"]
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
    assert reasons(handbook(short), "step-order") == ["步骤少于三步、多于八步，或者有的步骤不能单独列出"]
    one = listed("a", "写明：", "Staff must write down, stating:", STEPS[:1])
    assert reasons(handbook(one), "required-list") == ["没有可以问的某种情形下的清单，同类的清单另有一个"]
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


def written(node_id, *points):
    return listed(
        node_id, f"填写{node_id}单时，必须写明：", f"On form {node_id} staff must write, stating:", list(points)
    )


FORMS = (
    written("a", ("送货日期；", "the delivery date;"), ("收货地点。", "the place of receipt.")),
    written("b", ("退款金额；", "the refund due;"), ("付款方式。", "the means of payment.")),
    written("c", ("车辆号牌；", "the number plate;"), ("里程读数；", "the mileage;"), ("油箱余量。", "the fuel left.")),
    written("d", ("会议主题；", "the subject;"), ("主持人员。", "the chair.")),
)


def test_a_point_of_a_list_stands_beside_what_any_form_might_ask_for():
    items = [item for item in made("list-point", *FORMS) if item.id.startswith("list-point.rules.a.")]
    assert {item.id for item in items} == {"list-point.rules.a.1-1", "list-point.rules.a.1-2"}
    for item in items:
        assert item.stem.zh == "《规定》“关于a”一条规定：“填写a单时，必须写明……”下列哪一项是这里列出的？"
        assert key(item) == [{"1": "送货日期", "2": "收货地点"}[item.id[-1]]]
        wrong = {option.text.zh for option in item.options if not option.key}
        # Neither what another form has, out of place here, nor what comes near this one's own points.
        assert not wrong & {"退款金额", "车辆号牌", "里程读数", "油箱余量", "会议主题", "主持人员"}
        assert not wrong & {"完成日期", "填写日期", "批准日期", "存放地点"}


def test_keys_of_a_list_are_its_own_and_distractors_are_not():
    (item,) = [item for item in made("required-list", *FORMS) if item.id == "required-list.rules.a.1"]
    assert set(key(item)) == {"送货日期", "收货地点"}
    assert len(item.options) == 5
    assert item.rationale.zh == "《规定》“关于a”一条列出：送货日期；收货地点。"


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
        ("填写表单时，员工不得写：", "On forms staff must not write, stating:", "prohibition"),
        ("下列资料应当寄给客户：", "Staff must send the customer, stating:", "duty"),
    ],
    ids=["true of any duty", "what one forbids another may", "of no kind"],
)
def test_a_list_whose_points_others_might_share_makes_no_item(zh, en, norm):
    one = listed("e", zh, en, [("照片；", "photographs;"), ("地图。", "a map.")], norm=norm)
    assert not [item for item in made("list-point", *FORMS, one) if ".e." in item.id]


def test_a_point_that_names_what_another_list_names_is_no_distractor():
    one = written("f", ("送货车次；", "the delivery run;"), ("签收姓名。", "the receiver."))
    items = [item for item in made("list-point", *FORMS, one) if item.id.startswith("list-point.rules.f.")]
    assert items
    assert not [item for item in items for option in item.options if option.text.zh == "送货日期"]
