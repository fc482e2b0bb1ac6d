"""What the item models on lists and steps make of one rule."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.item import ItemType
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.models import generate
from tests.quiz.rulings import STEPS, article, days, handbook, key, listed, made, only, reasons


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
    assert reasons(twin, "list-match") == ["“按下列班次到岗：”：有两个选项都是“8点到岗”"]


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
    from guizhang.quiz.quoting.clauses import clauses

    for zh, en, point_zh, point_en, quoted_zh, quoted_en in forms:
        *_, clause = clauses(handbook(listed("l", zh, en, [(point_zh, point_en)])))
        assert clause.quote() == Text(zh=quoted_zh, en=quoted_en)


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
    ("steps", "asked"),
    [
        (["主办部门拟稿", "部门经理审核", "总经理批准", "行政部盖章"], False),
        (["收集意见", "整理意见", "报总经理批准", "调整方案"], False),
        (["起立迎接客户", "问候客户", "为客户泡茶", "答复客户的问题"], False),
        (["主办部门拟稿", "部门经理审核", "主办部门申请用章", "总经理批准", "行政部盖章"], False),
        (["告诉客户转给谁", "留下回电号码", "向同事说明来意", "接通后再挂断"], True),
        (["核对单据", "通知仓库", "拍照留底", "请对方签收"], True),
    ],
    ids=["any paper", "any opinion", "any visit", "any paper, one step apart", "a transfer", "a handover"],
)
def test_steps_that_all_business_goes_through_are_not_put_in_order(steps, asked):
    points = [(f"{step}；", f"do step {n} of it;") for n, step in enumerate(steps)]
    rule = listed("a", "办理时应当依次：", "To see to it, staff shall, in this order:", points, norm="procedure")
    assert bool(made("step-order", rule)) is asked


def test_a_point_that_ends_as_the_introduction_goes_on_says_it_once():
    points = [("装卸时抛摔货物的；", "throwing goods;"), ("丢失货物单据达到${n}的。", "losing ${n};")]
    rule = listed(
        "a",
        "有下列情形之一的，给予书面警告：",
        "Each of the following brings a written warning:",
        points,
        norm="penalty",
        facts={"n": Fact(kind="count", value="3", unit="copies")},
    )
    stems = [item.stem.zh for item in generate(handbook(rule)) if item.model == "fact-choice"]
    assert stems
    assert all("的的" not in stem for stem in stems)


def test_what_goes_from_light_to_heavy_on_both_sides_is_not_matched():
    points = [
        ("轻微违规的，由直接上级提醒；", "for a minor breach, a reminder from the line manager;"),
        ("较重违规的，给予书面警告；", "for a serious breach, a written warning;"),
        ("严重违规的，解除劳动合同。", "for a grave breach, termination of employment."),
    ]
    assert not made(
        "list-match",
        listed("breach", "违规按程度处理：", "The measure depends on the degree:", points, norm="procedure"),
    )
    mixed = [
        ("轻微违规的，到现场说明；", "for a minor breach, explain it on the spot;"),
        ("较重违规的，停用门卡；", "for a serious breach, block the pass;"),
        ("严重违规的，搬到前厅。", "for a grave breach, move to the hall."),
    ]
    assert made(
        "list-match",
        listed("breach", "违规按程度处理：", "The measure depends on the degree:", mixed, norm="procedure"),
    )


def test_points_of_a_list_at_large_are_no_distractors_where_the_stem_names_the_case():
    giving = [("记下去向；", "note the recipient;"), ("盖上印章。", "set a seal.")]
    at_large = [("锁好柜子；", "lock cabinets;"), ("收好文件；", "put papers away;"), ("关闭屏幕。", "blank screens.")]
    one = listed("out", "对外提供客户图纸时，员工应当：", "When giving drawings to outsiders, staff shall:", giving)
    other = listed("work", "使用客户图纸时，员工应当：", "When working with drawings, staff shall:", at_large)
    assert not [item for item in made("list-point", one, other) if ".out." in item.id]


TALK = [
    ("问候来电人；", "greet the caller;"),
    ("报公司名称；", "name the company;"),
    ("报自己的工号；", "give their number;"),
    ("询问来电事由。", "ask what the call is about."),
]


@pytest.mark.parametrize(
    ("zh", "en", "points", "many"),
    [
        ("接起电话后，应当依次：", "On picking up, staff shall, in this order:", TALK, 0),
        ("晨会的议程依次是：", "The agenda of the meeting is, in this order:", STEPS, 0),
        ("送货到达后，应当依次：", "On delivery, staff shall, in this order:", STEPS, 1),
        ("来客到达后，应当依次：", "On arrival, staff shall, in this order:", [*TALK[:1], *STEPS[:3]], 1),
    ],
    ids=["any talk", "an agenda", "steps", "steps behind a greeting"],
)
def test_an_order_that_good_sense_forces_or_an_agenda_is_not_asked_for(zh, en, points, many):
    rule = listed("order", zh, en, points, norm="procedure")
    assert len(made("step-order", rule)) == many
    assert not [item for item in made("next-step", rule) if "问候来电人" in item.stem.zh]


@pytest.mark.parametrize("lead", ["琴弦断裂的处理程序：", "琴弦断裂按以下流程处理：", "更换琴弦的步骤："])
def test_steps_of_a_chinese_rule_are_put_in_order_with_their_figures(lead):
    steps = ["停止演奏；", "松开其余琴弦；", "用${n}夹住断弦；", "更换琴弦并试音。"]
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(steps, 1))
    facts = {"n": Fact(kind="count", value="2", unit="pieces", zh="两把钳子")}
    rule = article("x", lead, norm="procedure", facts=facts, body=body)
    (item,) = made("step-order", rule)
    assert {o.text.zh for o in item.options} == {"停止演奏", "松开其余琴弦", "用两把钳子夹住断弦", "更换琴弦并试音"}


def test_english_steps_may_be_announced_by_what_they_are_for():
    steps = ["Stop the swimmers.", "Hook the rope to the wall.", "Hang up the red flag.", "Write it in the log."]
    body = tuple(Node(item=str(n), text=Text(en=en)) for n, en in enumerate(steps, 1))
    for lead in ("Steps for a broken lane rope:", "Procedure for a broken lane rope:"):
        assert made("step-order", article("x", None, lead, norm="procedure", body=body)), lead
