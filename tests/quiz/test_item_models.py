"""What each item model makes of one rule, and what it says of a rule it makes nothing of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.rulebook import rulebook
from benchmarks.staleness import missed_and_extra
from guizhang.diagnostics import Faulty
from guizhang.model.citation import Freshness, freshness
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


def test_a_case_on_the_far_side_of_a_limit_is_outside_it():
    rule = article(
        "late",
        "客服专员须在${limit}内回复。",
        "A service agent must reply within ${limit}.",
        facts={"limit": days("P3D")},
    )
    item = only("threshold-case", rule)
    assert item.stem.zh.startswith("《规定》“关于late”一条规定：“客服专员须在______内回复。”某次实际是")
    case = next(
        n for n in ("1天", "2天", "3天", "5天", "7天", "10天", "15天", "半天") if f"实际是{n}，" in item.stem.zh
    )
    assert item.answer is (case in ("半天", "1天", "2天", "3天"))


@pytest.mark.parametrize(("inclusive", "answers"), [(True, {True}), (False, {False})])
def test_a_case_on_the_limit_itself_is_decided_by_whether_the_limit_is_included(inclusive, answers):
    found = set()
    for n in range(40):
        rule = article(
            f"r{n}",
            "须在${limit}内办完。",
            "It must be done within ${limit}.",
            facts={"limit": days("P3D", inclusive=inclusive)},
        )
        item = only("threshold-case", rule)
        if "实际是3天，" in item.stem.zh:
            found.add(item.answer)
    assert found == answers


def test_a_figure_in_the_condition_decides_whether_the_rule_applies():
    late = days("PT10M", bound="min")
    rule = article(
        "late",
        "迟到满${late}的，按缺席登记。",
        "Anyone ${late} late or more is recorded as absent.",
        norm="penalty",
        facts={"late": late},
    )
    assert only("threshold-case", rule).stem.zh.endswith("，适用这一规定。")


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
    assert {o.text.en for o in item.options} == {"The service supervisor", "The service manager", "The general manager"}


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
                ("工服", "uniform", "公司统一发放的衣着。", "Clothes the company issues."),
                ("工牌", "badge", "写有姓名的牌子。", "A plate with a name."),
                ("班次", "shift", "一段排定的时间。", "A rostered stretch of time."),
                ("结案", "closing", "确认事情办完。", "Confirming that a matter is done."),
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
        book, glossary=Glossary(terms=(terms[0].model_copy(update={"term": Text(zh="制服", en="uniform")}), *terms[1:]))
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


def test_a_point_of_a_list_stands_beside_one_of_each_of_three_others():
    items = [item for item in made("list-point", *FORMS) if item.id.startswith("list-point.rules.a.")]
    assert {item.id for item in items} == {"list-point.rules.a.1-1", "list-point.rules.a.1-2"}
    for item in items:
        assert item.stem.zh == "《规定》“关于a”一条规定：“填写a单时，必须写明……”下列哪一项是这里列出的？"
        assert key(item) == [{"1": "送货日期", "2": "收货地点"}[item.id[-1]]]
        wrong = {option.text.zh for option in item.options if not option.key}
        others = ({"退款金额", "付款方式"}, {"车辆号牌", "里程读数", "油箱余量"}, {"会议主题", "主持人员"})
        assert [len(wrong & points) for points in others] == [1, 1, 1]


def test_keys_and_distractors_of_a_list_are_of_two_lists():
    (item,) = [item for item in made("required-list", *FORMS) if item.id == "required-list.rules.a.1"]
    assert set(key(item)) == {"送货日期", "收货地点"}
    assert {o.text.zh for o in item.options if not o.key} == {"车辆号牌", "里程读数", "油箱余量"}


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
