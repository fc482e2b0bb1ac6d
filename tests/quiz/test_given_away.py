"""Figures that a Chinese sentence gives away: by the period it names, by the series it counts, by the case beside it."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from tests.quiz.rulings import article, days, made

_WEEKLY = Fact(kind="frequency", value="1/P1W", zh="每周")
_MONTHLY = Fact(kind="frequency", value="1/P1M", zh="每月")
_DAILY = Fact(kind="frequency", value="1/P1D", zh="每天")


def _times(value: str) -> Fact:
    return Fact(kind="count", value=value, unit="times", zh=f"{value}次")


def _days(value: str) -> Fact:
    return days(f"P{value}D", bound="exact", zh=f"{value}天")


@pytest.mark.parametrize(
    ("zh", "often", "asked"),
    [
        ("图书管理员${often}月底以前清点残损图书，并登记在册。", _MONTHLY, False),
        ("图书管理员${often}月末盘点书架，并登记在册。", _MONTHLY, False),
        ("图书管理员${often}把当月的逾期名单贴在公告栏。", _MONTHLY, False),
        ("图书管理员${often}周末整理书架，并登记在册。", _WEEKLY, False),
        ("图书管理员${often}年底核对借书证，并登记在册。", Fact(kind="frequency", value="1/P1Y", zh="每年"), False),
        ("图书管理员${often}核对一次借书证，并登记在册。", _MONTHLY, True),
        # Cleaned daily.
        ("茶艺师${often}对茶具消毒，并登记在册。", _DAILY, False),
        ("茶艺师${often}擦洗柜台，做到一尘不染。", Fact(kind="frequency", value="2/P1D", zh="每天两次"), False),
        ("茶艺师${often}核对茶叶的存量，并登记在册。", _DAILY, True),
        ("茶艺师${often}清洗茶席的桌布，并登记在册。", _WEEKLY, True),
    ],
)
def test_how_often_is_asked_where_neither_the_period_nor_cleanliness_tells(zh, often, asked):
    assert bool(made("fact-choice", article("x", zh, facts={"often": often}))) is asked


@pytest.mark.parametrize(
    ("zh", "facts", "asked"),
    [
        # What is the same number twice in each case.
        (
            "当季漏检${a}的，停岗学习${b}；当季漏检${c}的，停岗学习${d}。",
            {"a": _times("4"), "b": _days("4"), "c": _times("6"), "d": _days("6")},
            set(),
        ),
        # By equal steps, and by one factor.
        ("一档补助${a}，二档补助${b}，三档补助${c}的住宿。", {"a": _days("6"), "b": _days("12"), "c": _days("18")}, set()),
        ("一档补助${a}，二档补助${b}，三档补助${c}的住宿。", {"a": _days("3"), "b": _days("6"), "c": _days("12")}, set()),
        ("一档补助${a}，二档补助${b}，三档补助${c}的住宿。", {"a": _days("3"), "b": _days("7"), "c": _days("20")}, {"a", "b", "c"}),
        # The case beside it.
        ("当天能回来的为近途，${a}以上的为远途，两者分别登记。", {"a": _days("1")}, set()),
        ("${a}内缺课、漏练累计达${b}的，停发当月的补贴。", {"a": days("P1M", zh="1个月"), "b": _times("4")}, {"b"}),
        # The time in which it is counted, at work, and in one go.
        ("${a}内缺课${b}的，不计入考评，${c}以上的写检讨。", {"a": days("P1M", zh="一月"), "b": _times("1"), "c": _times("4")}, {"b", "c"}),
        ("琴师在${a}排练中，临时外出${b}不得超过${c}的，不计入考评。", {"a": _days("1"), "b": _times("1"), "c": days("PT2H")}, {"c"}),
        # Said again without its currency, or in another unit.
        (
            "押金${a}以下的由前台退还，${b}以上的由馆长退还。",
            {
                "a": Fact(kind="money", value="300", unit="HKD", bound="max", zh="港币300元"),
                "b": Fact(kind="money", value="300", unit="HKD", bound="min", zh="300元"),
            },
            set(),
        ),
        # Not in one go, but so long before.
        ("调休须提前${a}通知班组，并写明顶班的人。", {"a": _days("2")}, {"a"}),
        ("调休须提前${a}通知班组，并写明顶班的人。", {"a": days("P1D", bound="min", zh="一天")}, {"a"}),
    ],
)  # fmt: skip
def test_figures_of_a_sentence_that_tell_each_other_are_not_asked(zh, facts, asked):
    items = made("fact-choice", article("x", zh, facts=facts))
    assert {item.id.rpartition(".")[2] for item in items} == asked


def test_half_a_day_is_four_hours_of_work():
    facts = {
        "a": days("PT1H", bound="exact", zh="一小时"),
        "b": days("P0.5D", bound="exact", zh="半天"),
        "c": days("P2D", bound="exact"),
    }
    rule = article("x", "琴房空置${a}到${b}的按${b}计费，没有取消预约的，${c}内不得再约。", facts=facts)
    said = [item for item in made("fact-choice", rule) + made("altered-fact", rule) if item.id.endswith(".a")]
    assert not any("四小时" in o.text.zh for item in said for o in item.options)
    assert not any("四小时" in item.stem.zh for item in said)


@pytest.mark.parametrize(
    ("zh", "value", "asked"),
    [
        # What lies between the times, all ranges together, a week of it, and what is left of it.
        ("阅览室每天开放${a}，上午9:00至11:30，下午13:00至17:30。", "PT7H", False),
        ("馆员每周值班${a}，8:00-12:00、13:00-17:00。", "PT40H", False),
        ("馆员9:00到馆，18:00离馆，实际值班${a}。", "PT8H", False),
        ("夜班为22:00至次日6:00，共${a}，由保安员值守。", "PT8H", False),
        ("开馆时间为10:00-15:00，含午休1小时，实际开放${a}。", "PT4H", False),
        # What the times do not tell.
        ("夜间（21:00-次日5:00）保安员每${a}巡馆一遍。", "PT2H", True),
        ("馆员8:30至17:30接待读者，须在${a}内答复来电。", "PT20M", True),
        ("夜间（22:00—次日6:00）无人应答的，保安员须在${a}内报告馆长。", "P2D", True),
    ],
)
def test_a_duration_is_asked_unless_the_times_of_its_sentence_tell_it(zh, value, asked):
    assert bool(made("fact-choice", article("x", zh, facts={"a": days(value)}))) is asked


def _number(value: str, unit: str, zh: str | None = None) -> Fact:
    return Fact(kind="count", value=value, unit=unit, zh=zh)


@pytest.mark.parametrize(
    ("zh", "fact", "asked"),
    [
        # What a rate is per, and each day for which the most is said.
        ("池水的余氯不得低于30mg/${a}，由救生员每日检测。", _number("100", "millilitres", "100ml"), False),
        ("渡船每${a}耗油不得超过40升，由轮机长登记。", _number("100", "kilometres", "100公里"), False),
        ("池水每${a}加消毒片两片，由救生员登记。", _number("100", "millilitres", "100毫升"), False),
        ("泳道每${a}配救生员一名，由馆长排班。", _number("25", "metres"), True),
        ("停车按次收费，${a}最高60元，由门卫收取。", days("P1D", bound="exact", zh="一天"), False),
        # Which boat is meant.
        ("${a}渡船不超过45升，由轮机长登记。", _number("7.5", "metres"), False),
        ("船体超过${a}的，由船长亲自驾驶。", _number("7.5", "metres"), True),
        # Counted behind it.
        ("救生员每天签到${a}（上岗、离岗各一次），由馆长核对。", _times("2"), False),
        (
            "救生员签到${a}（上岗、离岗各一次），由馆长核对。",
            Fact(kind="frequency", value="2/P1D", zh="每天两次"),
            False,
        ),
        ("救生员每天签到${a}（含午间一次），由馆长核对。", _times("3"), True),
        # Named one by one, with their marks, in their order, or along a chain.
        ("泳帽分${a}颜色：红帽——初学；黄帽——进阶；白帽——救生员。", _number("3", "kinds", "三种"), False),
        ("泳帽分${a}颜色：红帽、黄帽，由前台发放。", _number("3", "kinds", "三种"), True),
        ("换水分${a}进行，第一批浅水池，第二批深水池。", _number("2", "batches", "两批"), False),
        ("换水分${a}进行，第一批须在闭馆后开始。", _number("3", "batches", "三批"), True),
        ("泳镜用清水—洗液—清水${a}清洗，由前台登记。", _number("3", "steps", "三步"), False),
        ("深水区22:00—6:00由保安员巡查${a}，并登记在册。", _times("2"), True),
        # The term counted in, and how points add up.
        ("泳卡实行记分，${a}12分，由前台登记。", days("P1Y", bound="exact", zh="一个自然年"), False),
        ("会员${a}记分满6分的，由馆长约谈。", _times("1"), False),
        ("下列行为${a}记3分：逆向划船；夜间不亮灯。", Fact(kind="count", value="1", unit="times", zh="一次"), False),
        # Words that must not be said, and that are said of one go.
        ("救生员不得对家长说“${a}学会游泳”，违者写检讨。", _times("3"), False),
        ("教练不得承诺一个疗程${a}见效，违者写检讨。", Fact(kind="count", value="1", unit="times", zh="一次"), False),
        ("泳池边须挂“水深${a}”的标牌，由救生员检查。", _number("1.4", "metres"), True),
    ],
)
def test_what_a_figure_only_names_is_not_asked(zh, fact, asked):
    assert bool(made("fact-choice", article("x", zh, facts={"a": fact}))) is asked


def test_what_stands_behind_each_evening_stays_in_the_evening():
    fact = Fact(kind="time-of-day", value="23:00..6:00", bound="range", zh="晚23:00—次日6:00")
    items = [
        i
        for n in range(6)
        for i in made("fact-choice", article(f"x{n}", "每${a}由保安员关闭正门。", facts={"a": fact}))
    ]
    assert items
    assert all(option.text.zh.startswith("晚") for item in items for option in item.options)
