"""Short house rules of many trades: figures that give themselves away, fines without their offence, options that are absurd."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.values.neighbours import neighbours
from tests.quiz.rulings import article, days, made, only

_PAGE = Origin(file="page.txt", line=1)


def _money(value: str, **fields) -> Fact:
    return Fact(kind="money", value=value, unit="CNY", **fields)


def _count(value: str, unit: str, **fields) -> Fact:
    return Fact(kind="count", value=value, unit=unit, **fields)


_OFFENCE = "艇员不得请别人代为登记艇号，也不得替别人登记。"
_REST = (
    "艇员离开船坞以前应当系好缆绳、盖好篷布，把桨放回架上，并请当班的人看过以后在登记簿上写明时间和艇号，"
    "没有系好的当场重新系好，再离开船坞，不留到第二天。"
)
_A_DAY = Fact(kind="duration", value="PT24H", bound="exact")
_TWO = _count("2", "people", zh="两人")
_ONCE = _count("1", "times", zh="一次")


@pytest.mark.parametrize(
    ("zh", "fact", "asked"),
    [
        # All round the clock are 24 hours; within them a report has to be written.
        ("码头实行${a}全天候值守，由当班的人登记船号。", _A_DAY, False),
        ("码头的岗位${a}不脱人，由艇长安排轮班。", _A_DAY, False),
        ("码头的人昼夜轮流值守，每班合起来${a}，并登记船号。", _A_DAY, False),
        ("船只碰撞的，当班的人在${a}内写出经过，交给码头。", days("PT24H"), True),
        # The two whom the sentence has named.
        ("接船的人没有到、交船的人离开的，${a}共同赔偿。", _TWO, False),
        ("吊装木料的时候，必须有${a}共同在场，并戴好手套。", _TWO, True),
        # Once each.
        ("艇员进出船坞各登记${a}，并写明艇号。", _ONCE, False),
        ("艇员每周检查缆绳${a}，并写明艇号。", _count("3", "times", zh="三次"), True),
        # The next grade begins one above.
        (
            "${a}以下的孩子不得上船，13至16岁的由大人陪同上船。",
            _count("12", "years-of-age", zh="12岁", bound="max", inclusive=False),
            False,
        ),
        (
            "${a}以下的孩子不得上船，其余的由大人陪同上船。",
            _count("12", "years-of-age", zh="12岁", bound="max", inclusive=False),
            True,
        ),
        # What a fine is for each, though the next sentence counts.
        ("在船坞吵闹的${a}罚款30元，写出检查。一个月累计三次的，停止出海。", _ONCE, False),
    ],
)
def test_a_figure_that_its_sentence_tells_is_not_asked(zh, fact, asked):
    assert bool(made("altered-fact", article("x", zh, facts={"a": fact}))) is asked


@pytest.mark.parametrize(
    ("en", "fact", "asked"),
    [
        ("The lock is manned ${a} a day, round the clock, by the harbour crew.", _A_DAY, False),
        ("The crew reports every collision to the harbour within ${a} in writing.", days("PT24H"), True),
        ("Sundays and holidays each count as ${a} of mooring for every boat.", days("P1D", bound="exact"), False),
        ("Either of the ${a} keys opens the lock of the boathouse.", _count("2", "number", en="two"), False),
        # Whatever lasts as long would do in an example.
        (
            "For example, whoever moors from ${a} pays for half a day at the harbour.",
            Fact(kind="time-of-day", value="9:00..13:00", en="9am-1pm"),
            False,
        ),
        (
            "If you work ${a}, you have two breaks in the boathouse.",
            Fact(kind="time-of-day", value="9:00..19:00", en="9am-7pm"),
            False,
        ),
        # Every day there is, and whoever goes with children.
        ("The boathouse is open ${a} a week to all members.", days("P7D", bound="exact"), False),
        ("The boathouse is open ${a} a week to all members.", days("P5D", bound="exact"), True),
        (
            "Children must be accompanied by somebody of ${a} or over on the jetty.",
            _count("18", "years-of-age", bound="min", en="18"),
            False,
        ),
        # In words and in figures.
        ("Boats pass the lock at no more than ${a} (4) knots in the harbour.", _count("4", "number", en="four"), False),
    ],
)
def test_a_figure_that_its_english_sentence_tells_is_not_asked(en, fact, asked):
    assert bool(made("altered-fact", article("x", None, en, facts={"a": fact}))) is asked


@pytest.mark.parametrize(
    "fine",
    [
        "每发现一次，各罚款${a}，并在码头公布。",
        "一经查实，罚款${a}，并在码头公布。",
        "情节严重的，罚款${a}，并在码头公布。",
        "各罚款${a}，并在码头公布。",
        "当班人员未做到者每次处以${a}罚款，并在码头公布。",
        "如不按规定执行其中一项，罚款${a}，并在码头公布。",
        "第一次违规罚款${a}，并在码头公布。",
    ],
)
def test_a_fine_is_quoted_with_what_it_is_for(fine):
    item = only("fact-choice", article("x", _OFFENCE + fine + _REST, facts={"a": _money("80")}))
    assert "不得请别人代为登记" in item.stem.zh


def test_a_fine_that_names_what_it_is_for_is_quoted_alone():
    fine = "每发现一处缆绳松脱，罚款${a}，并在码头公布。"
    item = only("fact-choice", article("x", _OFFENCE + fine + _REST, facts={"a": _money("80")}))
    assert "不得请别人代为登记" not in item.stem.zh


def test_a_height_is_exchanged_for_one_that_people_have():
    lower, higher = neighbours(_count("1.2", "metre"))
    assert [fact.value for fact in (*reversed(lower), *higher)] == [
        "0.8",
        "0.9",
        "1",
        "1.1",
        "1.3",
        "1.4",
        "1.5",
        "1.6",
    ]
    # Beside 2 and 3 the one with a fraction would be the rule's.
    lower, higher = neighbours(_count("2.5", "metre"))
    assert [fact.value for fact in (*reversed(lower), *higher)][1:4] == ["1.5", "3.5", "4.5"]


def test_what_ends_as_another_day_does_stands_beside_others_that_end_so():
    hours = {
        "a": Fact(kind="time-of-day", value="7:00..22:00"),
        "b": Fact(kind="time-of-day", value="13:00..22:00"),
    }
    items = made("fact-choice", article("x", "船坞的开放时间：周五${b}，周一至周四${a}，节日另行公布。", facts=hours))
    assert {item.id.rpartition(".")[2] for item in items} == {"a", "b"}
    assert all(option.text.zh.endswith("22:00") for item in items for option in item.options)


@pytest.mark.parametrize(
    ("zh", "asked"),
    [("晚归超过${a}以上的，下一次不得出海。", False), ("晚归超过${a}的，下一次不得出海。", True)],
)
def test_more_than_a_figure_and_it_as_well_is_no_limit(zh, asked):
    late = days("PT45M", bound="min", inclusive=False)
    assert bool(made("threshold-case", article("x", zh, facts={"a": late}))) is asked


@pytest.mark.parametrize(
    ("zh", "fact", "question"),
    [
        # What follows is no limit; what has to be done is one, and more than a time is when the rule applies.
        ("在船坞吸烟的，给予${a}以上惩罚，并在码头公布。", _money("80", bound="min"), None),
        ("晚归${a}以上算缺勤，不得领当天的补贴。", days("PT1H", bound="min"), "哪几种适用这一规定？"),
        ("请艇须提前${a}申请，由当班的人登记。", days("P2D", bound="min"), "哪几种符合这一规定？"),
    ],
)
def test_of_more_than_a_figure_is_asked_when_the_rule_applies(zh, fact, question):
    items = made("threshold-case", article("x", zh, facts={"a": fact}))
    assert [item.stem.zh.rpartition("。")[2] for item in items] == ([question] if question else [])


@pytest.mark.parametrize(
    ("en", "fact"),
    [
        ("Boats that exceed the ${a} maximum are towed away.", days("P6D", bound="min", inclusive=False, en="6 day")),
        ("Bookings cancelled at least ${a} ahead will be refunded.", days("P6D", bound="min")),
        ("Boats with a maximum of ${a} seats are considered small.", _count("4", "number", bound="max", en="four")),
    ],
)
def test_what_an_english_rule_calls_or_does_with_a_case_nobody_keeps_to(en, fact):
    item = only("threshold-case", article("x", None, en, facts={"a": fact}))
    assert item.stem.en.endswith("To which of the cases does the rule apply?")


def test_a_fine_that_the_act_has_already_makes_no_case_of_its_own():
    acts = (
        "缆绳没有系好罚30元，屡次不改加倍。",
        "船桨没有放回罚20元，情节严重停止出海。",
        "篷布没有盖好罚40元，三次以上停止出海。",
    )
    clean = (
        "酒后出海的，全船通报批评。",
        "冒名登记的，书面检讨并公布。",
        "夜里出海的，给予记过处分。",
        "私自载客的，扣发当月补贴。",
    )
    rules = [article(f"r{n}", zh, norm="penalty") for n, zh in enumerate((*acts, *clean))]
    items = made("penalty-match", *rules)
    assert items
    assert all("罚" not in item.stem.zh for item in items)
    assert not any(word in o.text.zh for item in items for o in item.options for word in ("屡次", "情节", "以上"))


def _under(heading: str, *points: str) -> Node:
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(points, 1))
    return article("x", heading, title=None, body=body, facts={"a": days("PT3H")}, origin=_PAGE)


def test_a_point_below_a_mere_label_stands_alone_in_the_part_it_names():
    rule = _under("租借管理：", "艇库每次使用以${a}为限，但已被预约的不得续用。", "离开艇库的时候应当锁好库门。")
    item = only("fact-choice", rule)
    assert "“租借管理”部分" in item.stem.zh
    assert "……" not in item.stem.zh


def test_a_point_that_its_introduction_completes_keeps_it():
    rule = _under("艇员应当：", "在${a}内写明经过，由艇长签字交给码头。", "离开艇库的时候锁好库门，交回钥匙。")
    assert "艇员应当" in only("fact-choice", rule).stem.zh


@pytest.mark.parametrize(("said", "asked"), [("使用私人 不得超过", False), ("使用私人的船 ，不得超过", True)])
def test_a_sentence_that_has_lost_a_word_is_not_quoted(said, asked):
    rule = article("x", f"出海的时候{said}${{a}}，并登记。", facts={"a": days("PT3H")})
    assert bool(made("fact-choice", rule)) is asked


def test_what_is_also_charged_is_quoted_with_what_it_is_for():
    en = (
        "If you give the boat back after dark, you pay for the next day as well. You will also be charged a fee of ${a} at the desk. "
        "This is because the harbour has by then told the next house that there is no boat, has locked the sheds, and has sent home "
        "whoever looks after the sails, the oars and the books of the day in which all of them stand."
    )
    assert "after dark" in only("fact-choice", article("x", None, en, facts={"a": _money("80")})).stem.en


def test_thereafter_is_not_quoted_without_what_it_is_after():
    en = (
        "Any damage is told to the house that hired the boat. The sum due for it should be paid within ${a} thereafter by card. "
        "Breaks in the paint that the weather has brought about are not charged to anybody, nor is what the boat had before it left, "
        "as long as that stands in the book of the harbour with the day on which somebody saw it."
    )
    assert "Any damage" in only("fact-choice", article("x", None, en, facts={"a": days("P5D")})).stem.en


def test_a_blank_behind_a_stop_is_filled_once():
    rule = article(
        "x", None, "Cancelling within 24 hrs. ${a} is charged for the boat.", facts={"a": _money("25", en="$25")}
    )
    (item,) = made("fact-numeric", rule)
    assert "$______" in item.stem.en
    assert "$$" not in item.stem.en


def test_what_stands_in_one_blank_is_not_written_into_another():
    times = {"a": days("PT20M", bound="exact"), "b": days("PT20M"), "c": days("PT45M")}
    assert (
        made("fact-cloze", article("x", "出海的人每次休息${a}，回港的人休息${b}以内，由艇长登记。", facts=times)) == []
    )
    assert made("fact-cloze", article("x", "出海的人每次休息${a}，回港的人休息${c}以内，由艇长登记。", facts=times))


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("艇员不得从舱顶、在甲板或者船尾跳水、拔锚灯、拆救生圈。", False),
        ("艇员不得拆救生圈、拔锚灯、挪浮标等。", False),
        ("艇员不得拆救生圈、拔锚灯、挪浮标。", True),
    ],
)
def test_a_list_in_a_sentence_is_whole_and_its_points_as_well(zh, asked):
    assert bool(made("list-recall", article("x", zh))) is asked


_BILLS = (
    "You must pay for the berth within ${a} of mooring",
    "If you leave early, the rest of the fee is not refunded",
)


def test_whole_english_rules_below_a_label_are_no_list_to_be_written_down():
    body = tuple(Node(item=str(n), text=Text(en=en)) for n, en in enumerate(_BILLS, 1))
    rule = article("x", None, "Late berths:", title=None, body=body, facts={"a": days("PT3H")}, origin=_PAGE)
    item = only("fact-choice", rule)
    assert "he part “Late berths”" in item.stem.en
    assert "…" not in item.stem.en
    assert made("list-recall", rule) == []


def test_a_whole_sentence_behind_what_only_announces_stands_alone():
    body = tuple(Node(item=str(n), text=Text(en=en)) for n, en in enumerate(_BILLS, 1))
    fields = {"title": None, "body": body, "facts": {"a": days("PT3H")}, "origin": _PAGE}
    item = only("fact-choice", article("x", None, "Charges are as follows:", **fields))
    assert "“You must pay for the berth" in item.stem.en
    assert (
        "as follows"
        in only("fact-choice", article("x", None, "If a berth is free, charges are as follows:", **fields)).stem.en
    )


def test_a_regulation_that_only_its_file_names_is_called_as_the_handbook():
    rule = article("x", None, "Boats leave the dock within ${a} of a warning.", facts={"a": days("PT3H")})
    item = only("fact-choice", rule, title=Text(en="boat-rules"))
    assert "“Handbook”" in item.stem.en


def test_inches_close_no_quotation():
    signs = article(
        "x", None, "Boats with a mast of 8’6” or more leave the dock within ${a}.", facts={"a": days("PT2H")}
    )
    (item,) = made("fact-choice", signs)
    assert "8’6″ or more" in item.stem.en


def _boats(*words: str) -> list:
    return [
        article(f"b{n}", f"租用{word}的人每次交还以前，应当把{word}停放{n + 2}0分钟。".replace(f"{n + 2}0分钟", "${a}"),
                facts={"a": days(f"PT{n + 2}0M", bound="exact")}, origin=_PAGE)
        for n, word in enumerate(words)
    ]  # fmt: skip


def _plain(*words: str) -> list:
    return [
        article(f"p{n}", f"租用{word}的人交还以前，应当把{word}送到码头东边的木棚里。", origin=_PAGE)
        for n, word in enumerate(words)
    ]


_KINDS = ("木船", "皮艇", "帆板", "水车", "竹筏", "快艇", "摇橹船", "脚踏船")


def test_where_only_figures_are_altered_all_options_have_one():
    told = [
        article(f"t{n}", f"租用{what}的人提前30分钟到码头，由当班的人查看。", origin=_PAGE)
        for n, what in enumerate("帆桨")
    ]
    items = made("true-statements", *_boats(*_KINDS), *told, *_plain("救生衣", "船桨", "缆绳", "篷布"))
    assert items
    assert all("分钟" in option.text.zh for item in items for option in item.options)
    assert made("true-statements", *_boats("木船", "皮艇"), *_plain("救生衣", "船桨", "缆绳", "篷布")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Boats may not be moored at the gate even if the gate is closed.",
        "Second bookings are not permitted in order to maintain a fair share for all boats.",
        "Hired oars may not be lent to other boats during the season.",
        "Students may request a second pair of oars at the desk on weekdays.",
        "No engine is run beside the dock. Fenders are not allowed.",
        "Mooring is not allowed at the gates of the lock or beside the jetty.",
        "Unwatched boats may result in a fine for the whole house in the season.",
        "Oars are not to be lent, sold or copied during the season.",
        "Bookings may be changed as needed by the harbour crew on weekdays.",
    ],
)
def test_what_the_sentence_itself_tells_is_not_asked_whether_it_may_be(sentence):
    assert made("allowed", article("boats", None, sentence)) == []
