"""What all item models have in common: reasons, drafts, edits; and approvals, penalties and terms."""

from __future__ import annotations

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
from guizhang.model.regulation import Approval, Node
from guizhang.model.text import Text
from guizhang.quiz.material.spoken import civil, well_meant
from guizhang.quiz.models import generate
from guizhang.quiz.models.penalty_match import _FORMS as PENALTIES
from guizhang.quiz.why import why
from guizhang.yamlio.content import load_project
from tests.quiz.rulings import REPORTING, ROLES, STEPS, article, days, handbook, key, listed, made, only, reasons


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


def test_an_approver_the_matter_names_is_not_asked_for():
    given = article(
        "leave",
        "请假由客服主管批准。",
        "Leave is approved by the service supervisor.",
        approval=Approval(
            by=("supervisor",), matter=Text(zh="主管权限内的请假", en="leave within the supervisor's limit")
        ),
    )
    assert reasons(handbook(given), "approver") == ["“主管权限内的请假”：事项里已经写出批准人"]


def _approved(zh: str, en: str, matter: Text) -> Node:
    return article("case", zh, en, approval=Approval(by=("manager",), matter=matter))


def test_what_is_decided_is_not_called_approved():
    dispute = _approved(
        "归属有争议的，由客服部经理决定。",
        "The service manager decides disputes.",
        Text(zh="有争议的客户归属", en="the ownership of a disputed customer"),
    )
    others = article(
        "others", "员工可以请教客服主管和总经理。", "Staff may ask the service supervisor and the general manager."
    )
    item = only("approver", dispute, others)
    assert item.stem.zh.endswith("有争议的客户归属由谁决定？")
    assert "who has to decide on the ownership" in item.stem.en


def test_who_approves_an_approval_is_no_question():
    signed = _approved(
        "服务凭证由客服部经理核签。",
        "The service manager countersigns vouchers.",
        Text(zh="服务凭证的核签", en="countersigning a voucher"),
    )
    assert not made("approver", signed)


@pytest.mark.parametrize(
    "said",
    [
        "后面还有人等着，您能不能快一点？",
        "麻烦您给个好评。",
        "您先把这两片药吃了，吃一片也行。",
        "您一个人能回去吧？",
        "您没听到广播里通知过吗？",
    ],
)
def test_what_good_sense_forbids_is_not_asked_for(said):
    assert not civil(Text(zh=said, en="Could you say that again, please?"))
    assert civil(Text(zh="我马上就到，再有五分钟。", en="I'm almost there, just five more minutes."))


@pytest.mark.parametrize("said", ["这单我尽量给您加急。", "样品我拆一份送您。", "您不用下楼，我把单子带给您。"])
def test_who_does_something_for_the_customer_means_well(said):
    en = "Could you say that again, please?"
    assert well_meant(Text(zh=said, en=en))
    assert not well_meant(Text(zh="您的事我现在不能给您办。", en=en))


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
                (
                    "宴会客人",
                    "banquet guest",
                    "来吃一顿酒席，不过夜的人。",
                    "Somebody who comes for a dinner and leaves.",
                ),
                ("会议客人", "conference guest", "来听报告，吃住自理的人。", "Somebody who comes for the talks."),
                ("日间客人", "day guest", "当晚就走，不住下的人。", "Somebody who goes home in the evening."),
                ("团队客人", "party guest", "十人以上，跟着导游来的人。", "Somebody who comes with a guide."),
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
    gloss = terms[0].model_copy(update={"definition": Text(zh="来吃酒席的人。", en="Somebody who comes for a dinner.")})
    book_of_words = replace(book, glossary=Glossary(terms=(gloss, *terms[1:])))
    asked = [next(iter(item.cites)) for item in generate(book_of_words) if item.model == "term-match"]
    assert "glossary/t0" not in asked, "the definition only says the word in other words"
    assert set(freshness(items[0], book).values()) == {Freshness.FRESH}
    changed = replace(
        book, glossary=Glossary(terms=(terms[0].model_copy(update={"term": Text(zh="衣装", en="outfit")}), *terms[1:]))
    )
    assert freshness(items[0], changed)["glossary/t0"] is Freshness.STALE


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
    settle = "先改成一致，或者写明各自的适用岗位、情形（guizhang check 列出两处）"
    assert f"数值与rules/b矛盾：{settle}" in reasons(handbook(a, b), "fact-choice")
    assert f"数值与rules/a矛盾：{settle}" in reasons(handbook(a, b), "fact-choice", "rules/b")
    odd = article("a", "保管${limit}。", "Keep it for ${limit}.", facts={"limit": days("P1Y6M", bound="exact")})
    assert reasons(handbook(odd), "fact-choice") == ["“1年6个月”：可信的错误选项太少"]
    assert reasons(handbook(odd), "threshold-case") == ["“1年6个月”：数值不是上限或者下限"]
    short = listed("a", "交接应当依次：", "To hand over, staff shall, in this order:", STEPS[:2], norm="procedure")
    assert reasons(handbook(short), "step-order") == [
        "“交接应当依次：”：步骤少于四步、多于十步，或者有的步骤不能单独列出"
    ]
    one = listed(
        "a", "每月写明：", "Every month staff must write down, stating:", [("库存3件。", "3 pieces in stock.")]
    )
    for model in ("required-list", "list-point", "list-recall", "missing-points"):
        assert reasons(handbook(one), model) == ["“每月写明：”：清单只有一项"]
    unmarked = listed("a", "交接应当依次：", "To hand over, staff shall, in this order:", STEPS)
    assert reasons(handbook(unmarked), "step-order") == ["“交接应当依次：”：没有标为程序（norm: procedure）"]
    plain = article("a", "员工应当有礼貌。", "Staff shall be polite.")
    assert reasons(handbook(plain), "altered-wording") == [
        "没有写明数值、审批、手册里的岗位、表单和用语，只有凭常识也会要求的做法"
    ]
    off = article("a", "员工应当守时。", "Staff shall be on time.", adopted=False)
    assert {tuple(r.declined) for r in why("rules/a", handbook(off))} == {why("rules/a", handbook(off))[0].declined}
    assert why("rules/a", handbook(off))[0].declined[0].zh == "未采用（adopted: false）"


def test_why_offers_what_comes_near():
    with pytest.raises(Faulty) as caught:
        why("rules/replly", handbook(article("reply", "须回复。", "Reply.")))
    assert caught.value.diagnostics[0].mend.en == "did you mean rules/reply, rules?"


@pytest.mark.parametrize(
    ("zh", "en", "asked"),
    [
        ("复印绝密档案", "copying strictly confidential files", True),
        ("查阅绝密档案", "reading strictly confidential files", False),
    ],
)
def test_who_approves_more_of_the_same_is_no_wrong_answer(zh, en, asked):
    """Strictly confidential files are confidential files, so that who approves of those is right of these as well."""

    def approved(node_id: str, role: str, name: Text, matter: Text) -> Node:
        said = f"{matter.zh}由{name.zh}批准。", f"{matter.en} is approved by the {name.en}.".capitalize()
        return article(node_id, *said, approval=Approval(by=(role,), matter=matter), title=Text(zh="档案", en="Files"))

    names = {role: known.name for role, known in ROLES.items()}
    book = [
        approved("a", "manager", names["manager"], Text(zh="查阅机密档案", en="reading confidential files")),
        approved("b", "director", names["director"], Text(zh=zh, en=en)),
        approved("c", "supervisor", names["supervisor"], Text(zh="外借样品", en="lending samples")),
    ]
    offered = [item.cites for item in made("approver", *book) if "rules/a" in item.cites]
    assert bool(offered) is asked


def test_why_is_asked_of_one_provision():
    book = handbook(
        Node(
            chapter="1",
            id="part",
            title=Text(zh="总则"),
            body=(article("a", "员工应当守时。"), article("b", "下班关灯。")),
        )
    )
    for whole in ("rules", "rules/part"):
        with pytest.raises(Faulty) as caught:
            why(whole, book)
        assert caught.value.diagnostics[0].mend.zh == "写其中的一条：rules/a、rules/b"


def test_why_names_what_a_parameter_makes_the_same():
    """Two grades that a company sets to the same amount cannot be matched, nor the one asked for beside the other."""
    fines = {name: Fact(kind="money", value=value) for name, value in (("one", "20"), ("two", "30"), ("three", "40"))}
    cases = [
        ("迟到的，扣${one}；", "for coming late, ${one} are deducted;"),
        ("早退的，扣${two}；", "for leaving early, ${two} are deducted;"),
        ("忘记打卡的，扣${three}。", "for forgetting to clock in, ${three} are deducted."),
    ]
    fined = listed("fines", "扣款按下列标准：", "Deductions are as follows:", cases, norm="penalty", facts=fines)
    assert "有两个选项" not in "".join(
        m.zh for r in why("rules/fines", handbook(fined)) if r.model == "list-match" for m in r.declined
    )
    same = handbook(fined, parameters={"rules/fines#two": "20"})
    assert reasons(same, "list-match") == ["“扣款按下列标准：”：有两个选项都是“扣20元”"]


def test_why_tells_of_each_figure_why_nobody_is_asked_for_it():
    again = article(
        "a",
        "值班不足${hour}的，按1小时计入加班时间。",
        "Less than ${hour} on duty counts as 1 hour of overtime.",
        facts={"hour": days("PT1H"), "spare": days("P2D")},
    )
    assert reasons(handbook(again), "fact-choice") == [
        "“1小时”：不看规定也答得出：同一句话里又写了一遍",
        "“2天”：条文里没有写出这个数值",
    ]


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
    loaded = load_project(Path(__file__).parents[2])
    book = loaded.handbook
    items = [item for n, item in enumerate((*generate(book), *loaded.bank.items)) if n % 5 == 0]
    assert missed_and_extra(book, items, 30) == (0, 0)
