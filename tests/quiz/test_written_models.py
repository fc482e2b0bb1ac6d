"""Items to be answered in writing, made from lists, steps and sentences: what they ask for, and what marks are for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.model.fact import Fact
from guizhang.model.item import Item, ItemType
from guizhang.model.record import Record
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.draw import draw_exam
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import generate, list_recall, missing_points
from tests.quiz.projects import office, with_blueprint
from tests.quiz.rulings import STEPS, article, days, handbook, listed, made, only, reasons

DESK = [
    ("一支黑色水笔；", "a black pen;"),
    ("来访登记簿；", "the visitor book;"),
    ("当天的排班表；", "the rota of the day;"),
    ("备用雨伞。", "a spare umbrella."),
]
DESK_ZH, DESK_EN = "前台开门以前应当备齐：", "Before opening, the front desk shall have:"


def marks(item: Item, lang: str = "zh") -> list[str]:
    assert item.type is ItemType.SHORT_ANSWER
    assert {point.points for point in item.guide} == {1}
    return [point.text.get(lang) for point in item.guide]


def test_a_list_is_written_down_one_mark_a_point():
    item = only("list-recall", listed("desk", DESK_ZH, DESK_EN, DESK))
    assert item.stem == Text(
        zh="《规定》“关于desk”一条规定：“前台开门以前应当备齐……”写出规定列出的全部4项。",
        en="“Rules”, “On desk”: “Before opening, the front desk shall have …” Write down all 4 points that the rule lists.",
    )
    assert marks(item) == ["一支黑色水笔", "来访登记簿", "当天的排班表", "备用雨伞"]
    assert marks(item, "en")[0] == "A black pen"
    assert item.rationale.en == (
        "“Rules”, “On desk”: “Before opening, the front desk shall have: a black pen; the visitor book; the rota of the day; "
        "a spare umbrella.”"
    )


def test_a_list_of_two_asks_for_both():
    item = only("list-recall", listed("desk", DESK_ZH, DESK_EN, DESK[:2]))
    assert item.stem.en.endswith(" Write down both points that the rule lists.")
    assert item.stem.zh.endswith("写出规定列出的2项。")


def test_a_figure_in_a_point_is_cited_with_its_value():
    points = [("${t}以内的收据；", "receipts of the last ${t};"), ("当月的合同。", "contracts of the month.")]
    item = only("list-recall", listed("desk", DESK_ZH, DESK_EN, points, facts={"t": days("P5D")}))
    assert marks(item)[0] == "5天以内的收据"
    assert item.states == ("rules/desk#t",)


def test_the_parts_of_a_list_together_ask_for_all_of_it():
    items = made("missing-points", listed("desk", DESK_ZH, DESK_EN, DESK))
    assert [len(item.guide) for item in items] == [2, 2]
    asked = [mark for item in items for mark in marks(item)]
    assert sorted(asked) == sorted(zh.rstrip("；。") for zh, _ in DESK)
    for item in items:
        assert "其中2项是：" in item.stem.zh
        assert not any(mark in item.stem.zh for mark in marks(item))
        assert all(zh.rstrip("；。") in item.stem.zh for zh, _ in DESK if zh.rstrip("；。") not in marks(item))


def test_of_three_points_one_is_given():
    items = made("missing-points", listed("desk", DESK_ZH, DESK_EN, DESK[:3]))
    assert [len(item.guide) for item in items] == [2, 2]
    assert all(" One is given: " in item.stem.en for item in items)
    # Together they ask for all three.
    assert {mark for item in items for mark in marks(item)} == {zh.rstrip("；。") for zh, _ in DESK[:3]}


def test_a_point_that_sends_elsewhere_is_given_and_never_asked_for():
    points = [*DESK[:3], ("《请假规定》的“登记”一条所列的表。", "the form in “Logging” in Leave.")]
    rule = listed("desk", DESK_ZH, DESK_EN, points)
    assert made("list-recall", rule) == []
    (item,) = made("missing-points", rule)
    assert marks(item) == [zh.rstrip("；。") for zh, _ in DESK[:3]]
    assert "其中1项是：《请假规定》的“登记”一条所列的表。" in item.stem.zh


def test_steps_are_written_down_in_their_places():
    rule = listed("hand-over", "交接应当依次：", "To hand over, staff shall, in this order:", STEPS, norm="procedure")
    item = only("steps-recall", rule)
    assert item.stem.zh.endswith("“交接应当依次……”按先后次序写出这4项。")
    assert marks(item) == ["第1项：核对单据", "第2项：通知仓库", "第3项：拍照留底", "第4项：请对方签收"]
    assert made("list-recall", rule) == []
    for part in made("missing-points", rule):
        numbers = [mark[1] for mark in marks(part)]
        assert f"写出第{'、'.join(numbers)}项。" in part.stem.zh


def test_names_are_given_and_what_the_rule_says_of_each_is_asked_for():
    grades = [
        ("甲类来件：当天送到收件人手里；", "class A: taken to the addressee the same day;"),
        ("乙类来件：放进部门的信箱。", "class B: put in the department's box."),
    ]
    item = only(
        "label-recall", listed("post", "来件分为两类：", "Incoming post has two classes:", grades, norm="definition")
    )
    assert item.stem.zh.endswith("分别写出“甲类来件”“乙类来件”各是怎样规定的。")
    assert item.stem.en.endswith(" Write down what the rule says of each of these: “class A” and “class B”.")
    assert marks(item)[0] == "甲类来件：当天送到收件人手里"
    assert made("label-recall", listed("desk", DESK_ZH, DESK_EN, DESK)) == []


@pytest.mark.parametrize(
    ("zh", "en", "question", "acts"),
    [
        (
            "快递破损的，前台应当当场拍照，请寄件人签字，并通知收件人。",
            "If a parcel is damaged, the receptionist shall take a photograph, get the sender's signature and tell others.",
            (
                "按《规定》“关于post”一条，快递破损的，前台应当怎么做？写出3点。",
                "Under “Rules”, “On post”: if a parcel is damaged, what must the receptionist do? Name 3 things.",
            ),
            [("当场拍照", "Take a photograph"), ("请寄件人签字", "Get the sender's signature")],
        ),
        (
            "未经收件人同意，员工不得拆开快递，也不得代为拒收。",
            "Staff must not open a parcel or refuse it without asking the addressee.",
            (
                "按《规定》“关于post”一条，未经收件人同意，员工不得做什么？写出2点。",
                "Under “Rules”, “On post”: without asking the addressee, what must staff not do? Name 2 things.",
            ),
            [("拆开快递", "Open a parcel"), ("代为拒收", "Refuse it")],
        ),
    ],
)
def test_what_has_to_be_done_in_a_case_is_asked_for_part_by_part(zh, en, question, acts):
    verbs = article("verbs", "员工应当读、取、开、拒。", "Staff shall get post. Staff shall tell others. Staff must open it. "
                    "Staff may refuse it. Staff shall take it.")  # fmt: skip
    item = only("what-to-do", article("post", zh, en), verbs)
    assert (item.stem.zh, item.stem.en) == question
    assert list(zip(marks(item), marks(item, "en"), strict=True))[: len(acts)] == acts


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        # The languages part it otherwise; a second duty stands inside; it goes on from another.
        ("快递破损的，前台应当拍照，通知收件人。", "If a parcel is damaged, the receptionist shall take a photograph."),
        (
            "快递破损的，前台应当当场拍照，并转告必须赔偿的人。",
            "If a parcel is damaged, the receptionist shall take a photograph and tell whoever must pay.",
        ),
        (
            "快递破损的，前台还应当当场拍照，通知收件人。",
            "If a parcel is damaged, the receptionist shall also take a photograph and tell the addressee.",
        ),
    ],
)
def test_a_sentence_without_parts_of_its_own_is_not_asked_for_so(zh, en):
    verbs = article("verbs", "员工应当转告。", "Staff shall tell others. Staff shall take it.")
    assert made("what-to-do", article("post", zh, en), verbs) == []


def test_an_article_asks_for_each_of_its_situations():
    body = (
        Node(norm="duty", text=Text(zh="快递破损的，前台应当当场拍照。", en="If a parcel is damaged, the receptionist shall take a photograph.")),
        Node(norm="prohibition", text=Text(zh="收件人外出时，员工不得代签快递。", en="When the addressee is out, staff must not sign for a parcel.")),
    )  # fmt: skip
    rule = Node(article="1", id="post", title=Text(zh="快递", en="Parcels"), body=body)
    item = only("situations", rule)
    assert item.stem == Text(
        zh="按《规定》“快递”一条回答：（1）快递破损的，前台应当怎么做？（2）收件人外出时，员工不得做什么？",
        en="Under “Rules”, “Parcels”: (1) If a parcel is damaged, what must the receptionist do? "
        "(2) When the addressee is out, what must staff not do?",
    )
    assert marks(item) == ["（1）当场拍照", "（2）代签快递"]
    assert set(item.cites) == {"rules/post"}


def _of(*sentences: tuple[str, str, str], title: str = "快递", en: str = "Parcels") -> Node:
    body = tuple(Node(norm=norm, text=Text(zh=zh, en=said)) for norm, zh, said in sentences)
    return Node(article="1", id="post", title=Text(zh=title, en=en), body=body)


def test_beside_other_questions_nobody_is_asked_what_everybody_must_do():
    damaged = (
        "duty",
        "快递破损的，前台应当当场拍照。",
        "If a parcel is damaged, the receptionist shall take a photograph.",
    )
    signed = (
        "prohibition",
        "收件人外出时，员工不得代签快递。",
        "When the addressee is out, staff must not sign for a parcel.",
    )
    labelled = ("duty", "员工应当在包裹上写明工号。", "Staff shall write their number on the parcel.")
    item = only("situations", _of(labelled, damaged, signed))
    assert marks(item) == ["（1）当场拍照", "（2）代签快递"]
    assert made("situations", _of(labelled, signed)) == []


def test_what_a_post_must_do_is_not_asked_where_it_must_not_do_something_as_well():
    duty = (
        "duty",
        "销售人员应当当天登记订单，并通知仓库。",
        "Sales staff shall record orders the same day, and inform the store.",
    )
    ban = ("prohibition", "员工不得改动订单。", "Staff must not change orders.")
    others = ("prohibition", "门卫不得改动订单。", "The guard must not change orders.")
    verbs = article("verbs", "前台须通知仓库。", "The receptionist shall inform the store and record orders.")
    assert made("what-to-do", _of(duty), verbs)
    assert made("what-to-do", _of(duty, others), verbs)
    assert made("what-to-do", _of(duty, ban), verbs) == []


def test_names_of_forms_are_not_to_be_recited():
    points = [
        ("来访：访客簿、门票存根；", "for visitors, the guest book and the stubs;"),
        ("值班：值班簿；", "for duty, the duty book;"),
        ("请假：请假单。", "for leave, the leave slip."),
    ]
    book = handbook(listed("forms", "前台备有下列表单：", "The desk keeps these forms:", points))
    titles = [("访客簿", "guest book"), ("值班簿", "duty book"), ("请假单", "leave slip")]
    forms = tuple(
        Record.model_construct(id=f"f{n}", title=Text(zh=zh, en=en), sections=()) for n, (zh, en) in enumerate(titles)
    )
    for model in (missing_points, list_recall):
        assert any(isinstance(item, Item) for item in model.make(Rules(book)))
        assert not any(isinstance(item, Item) for item in model.make(Rules(replace(book, records=forms))))


VERBS = "The guard shall inform the store. The guard shall record orders. The guard shall accept parcels."


def test_what_any_event_demands_is_right_in_each_that_is_one():
    ill = (
        "duty",
        "客户突发疾病的，员工应当通知家属，并登记经过。",
        "If a customer is taken ill, staff shall inform the family, and record what happened.",
    )
    verbs = article("verbs", "前台须通知仓库。", VERBS)
    points = [("呼叫急救；", "call an ambulance;"), ("报告直接上级。", "report to the line manager.")]
    body = tuple(Node(item=str(n), text=Text(zh=zh, en=en)) for n, (zh, en) in enumerate(points, 1))
    lead = Node(norm="duty", text=Text(zh="遇到突发事件，员工必须：", en="In an emergency, staff must:"), body=body)
    alone = _of(ill)
    assert made("what-to-do", alone, verbs)
    assert made("what-to-do", alone.model_copy(update={"body": (lead, *alone.body)}), verbs) == []


def test_that_one_accepts_supervision_is_no_point():
    verbs = article("verbs", "前台须通知仓库。", VERBS)
    acts = ("书面报告进展", "report the progress in writing")
    more = _of(
        (
            "duty",
            f"改价的，员工应当{acts[0]}，通知仓库，接受监督。",
            f"If a price changes, staff shall {acts[1]}, inform the store, and accept supervision.",
        )
    )
    assert marks(only("what-to-do", more, verbs)) == ["书面报告进展", "通知仓库"]
    one = _of(
        (
            "duty",
            f"改价的，员工应当{acts[0]}，接受监督。",
            f"If a price changes, staff shall {acts[1]}, and accept supervision.",
        )
    )
    assert made("what-to-do", one, verbs) == []


def test_two_prohibitions_that_no_question_tells_apart_are_not_asked_for():
    body = (
        Node(norm="prohibition", text=Text(zh="严禁私拆他人快递。", en="It is strictly prohibited to open other people's parcels.")),
        Node(norm="prohibition", text=Text(zh="员工不得代签快递。", en="Staff must not sign for a parcel.")),
    )  # fmt: skip
    assert made("situations", Node(article="1", id="post", title=Text(zh="快递", en="Parcels"), body=body)) == []


def test_the_sentences_of_an_article_are_its_points():
    text = (
        "前台每天清点快递；没有人领的，退给寄件人。",
        "The receptionist counts the parcels every day. Those nobody collects go back.",
    )
    title = Text(zh="快递", en="Parcels")
    item = only("article-recall", article("post", *text, title=title))
    # How many points it has is not said: people count them each in their own way.
    assert item.stem.zh == "用自己的话写出《规定》“快递”一条的全部规定。"
    assert item.stem.en == "Write down in your own words everything that “Rules”, “Parcels” lays down."
    assert marks(item) == ["前台每天清点快递", "没有人领的，退给寄件人"]
    assert marks(item, "en") == ["The receptionist counts the parcels every day", "Those nobody collects go back"]
    sent_on = (f"{text[0]}其他事项按《收发规定》办理。", f"{text[1]} “Other post” in Mail says more.")
    assert len(only("article-recall", article("post", *sent_on, title=title)).guide) == 2
    # What lays something down beside naming another provision is a point as well.
    named = (
        f"{text[0]}除《收发规定》所列的以外，前台不得代收包裹。",
        f"{text[1]} The desk takes in no parcels but those under “Mail”.",
    )
    assert len(only("article-recall", article("post", *named, title=title)).guide) == 3


def test_sentences_that_the_languages_cut_in_different_places_are_no_points():
    zh = "严禁私拆快递。可以当面开箱，最多3件；件数更多的，应当预约。"
    en = "Opening parcels is prohibited. They may be opened in front of the sender. No more than 3 at a time; more by appointment."
    assert made("article-recall", article("post", zh, en)) == []


def test_a_list_is_set_aside_where_the_rest_of_the_article_is_asked_for():
    body = (
        Node(norm="duty", text=Text(zh=DESK_ZH, en=DESK_EN), body=tuple(
            Node(item=str(n), text=Text(zh=zh, en=en)) for n, (zh, en) in enumerate(DESK, 1))),
        Node(norm="duty", text=Text(zh="前台应当准时开门。前台不得提前锁门。", en="The front desk shall open on time. It must not close early.")),
    )  # fmt: skip
    item = only("article-recall", Node(article="1", id="desk", title=Text(zh="前台", en="Front desk"), body=body))
    assert item.stem.zh == "除“前台开门以前应当备齐……”及其各项以外，《规定》“前台”一条还有哪些规定？用自己的话写出来。"
    assert marks(item) == ["前台应当准时开门", "前台不得提前锁门"]


def test_one_detail_is_exchanged_and_to_be_put_right():
    rule = article("refund", "客服主管必须在${t}内退款。", "The service supervisor must refund it within ${t}.",
                   facts={"t": days("P5D")})  # fmt: skip
    item = only("correction", rule)
    said, mended = marks(item)
    wrong = said.removeprefix("指出“").removesuffix("”不对")
    right = mended.removeprefix("改成“").removesuffix("”")
    assert wrong != right
    assert wrong in item.stem.zh
    assert right not in item.stem.zh
    assert "“客服主管必须在5天内退款。”".replace(right, wrong) in item.stem.zh


def _slips(*rules: Node) -> list[str]:
    """Return what stands wrongly in the corrections."""
    return [marks(item)[0].removeprefix("指出“").removesuffix("”不对") for item in made("correction", *rules)]


def test_a_slip_that_another_label_would_mend_too_is_not_asked_for():
    points = [
        ("一般投诉，在${a}内；", "within ${a} if it is general;"),
        ("较重投诉，在${b}内；", "within ${b} if it is serious;"),
        ("重大投诉，在${c}内。", "within ${c} if it is major."),
    ]
    figures = {"a": days("P3D"), "b": days("P5D"), "c": days("P10D")}
    slips = _slips(
        listed("grades", "投诉必须限时处理完毕：", "A complaint must be settled in time:", points, facts=figures)
    )
    assert len(slips) == 3
    assert not {"3天", "5天", "10天"} & set(slips)


def test_who_stands_at_another_branch_is_not_put_in():
    points = [
        ("普通档案，由客服主管批准；", "by the service supervisor for ordinary files;"),
        ("机密档案，由客服部经理批准；", "by the service manager for confidential files;"),
        ("绝密档案，由总经理批准。", "by the general manager for strictly confidential files."),
    ]
    assert not _slips(listed("files", "档案经批准后方可借阅：", "A file may be borrowed only after approval:", points))


def test_a_slip_does_not_repeat_a_word_of_its_sentence():
    times = Fact(kind="count", value="3", unit="times")
    rule = article(
        "late", "早退满${n}的，记旷工一次。", "Leaving early ${n} is recorded as absence once.", facts={"n": times}
    )
    (slip,) = _slips(rule)
    assert slip not in "记旷工一次"


def test_fewer_than_two_people_is_no_count():
    people = Fact(kind="count", value="3", unit="people")
    rule = article(
        "guests",
        "来宾不满${n}的，由前台陪同。",
        "Reception accompanies guests of fewer than ${n}.",
        facts={"n": people},
    )
    (slip,) = _slips(rule)
    assert slip not in ("1人", "2人")


def test_a_heading_that_denies_what_the_introduction_denies_is_not_said_twice():
    acts = [("拆开快递；", "open parcels;"), ("退回快递。", "send parcels back.")]
    title = Text(zh="不得私拆", en="No opening")
    plain = only("list-recall", listed("post", "员工不得：", "Staff must not:", acts, norm="prohibition", title=title))
    assert plain.stem.zh == "《规定》“不得私拆”一条列出了员工不得有的几种行为。写出规定列出的2项。"
    said = only(
        "list-recall",
        listed(
            "post",
            "收发快递时，员工不得：",
            "In handling parcels staff must not:",
            acts,
            norm="prohibition",
            title=title,
        ),
    )
    assert said.stem.zh == "《规定》第一条规定：“收发快递时，员工不得……”写出规定列出的2项。"


def test_rules_in_one_language_are_asked_for_in_it():
    points = [("", en) for _, en in DESK]
    body = tuple(Node(item=str(n), text=Text(en=en)) for n, (_, en) in enumerate(points, 1))
    item = only("list-recall", article("desk", None, DESK_EN, body=body), title=Text(en="Rules"))
    assert item.stem.zh is None
    assert marks(item, "en") == ["A black pen", "The visitor book", "The rota of the day", "A spare umbrella"]


def test_why_says_what_is_missing():
    book = handbook(article("desk", "前台必须准时开门。", "The front desk must open on time."))
    assert reasons(book, "list-recall") == [
        "没有可以这样问的内容，要有：可以默写的清单（二至八项，各项单独说得通），或者一句里列出的三项以上（由谁签字、写明什么、不得做什么）"
    ]


def test_same_rules_same_items():
    first, second = (
        [item.model_dump_json() for item in generate(handbook(listed("desk", DESK_ZH, DESK_EN, DESK)))]
        for _ in range(2)
    )
    assert first == second


def test_a_made_written_item_is_drawn_with_its_guide(tmp_path):
    from guizhang.model.blueprint import Section

    loaded = office(tmp_path)
    section = Section(title=Text(zh="简答题", en="Written answers"), type="short_answer", count=3, points=4)
    loaded = with_blueprint(
        loaded,
        generated=True,
        pools=("practice",),
        sections=(section,),
        include=(),
        exclude=(),
        practical=None,
        roles=(),
    )
    record = draw_exam(loaded, loaded.bank.blueprints[0].id, seed="written")
    items = [item for form in record.forms for item in form.items]
    assert len(items) == 3
    for item in items:
        assert sum(points for _, points in item.marking_guide) == 4
        assert len(item.marking_guide) > 1


@pytest.mark.parametrize(
    ("lead", "points", "zh", "en"),
    [
        (
            ("船员按下列权重考核：", "Crew are rated with these weights:"),
            [("准点率，占40%", "punctuality, 40%"), ("安全，占50%", "safety, 50%"), ("清洁，占10%", "cleaning, 10%")],
            "各占百分之几。",
            "which share each of these has: ",
        ),
        (
            ("渡船分下列班次：", "The ferry runs in these shifts:"),
            [("早班，6:00至12:00", "early, 6:00 to 12:00"), ("中班，12:00至18:00", "middle, 12:00 to 18:00")],
            "各从几点到几点。",
            "from when to when each of these lasts: ",
        ),
    ],
)
def test_what_is_asked_of_names_is_the_kind_of_thing_they_have(lead, points, zh, en):
    asked = [item.stem for item in made("label-recall", listed("crew", *lead, points))]
    assert asked
    assert all(stem.zh.endswith(zh) and en in stem.en for stem in asked)


def test_a_name_that_says_what_it_stands_for_is_not_asked_for():
    lead = ("客票分为下列等级：", "Tickets have these classes:")
    told = [
        ("儿童票：卖给儿童的票", "child ticket: a ticket for a child"),
        ("团体票：卖给团体的票", "group ticket: a ticket for a group"),
    ]
    kept = [
        ("蓝票：只在平日有效，可以改签", "blue ticket: good on weekdays, may be changed"),
        ("红票：天天有效，不能改签", "red ticket: good every day, may not be changed"),
    ]
    (item, *_) = made("label-recall", listed("tickets", *lead, [*told, *kept]))
    assert marks(item) == ["蓝票：只在平日有效，可以改签", "红票：天天有效，不能改签"]
    assert made("label-recall", listed("tickets", *lead, told)) == []


def test_what_every_form_states_is_given_away_and_not_asked_for():
    lead = ("借用人应当在登记簿上写明：", "The borrower shall state in the register:")
    plain = [
        ("借用人姓名和电话；", "name and telephone number;"),
        ("借用的理由；", "the reason;"),
        ("借用的时间；", "the time;"),
    ]
    odd = [("船舷上的划痕；", "scratches on the hull;"), ("油箱余量。", "what is left in the tank.")]
    whole = listed("boats", *lead, [*plain, *odd])
    for item in made("missing-points", whole):
        assert set(marks(item)) & {"船舷上的划痕", "油箱余量"}
    assert made("missing-points", whole)
