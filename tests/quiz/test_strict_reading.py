"""Classes of faults a strict trainer found on reading items: wrong keys, giveaways, marks left over, lines that lean."""

from __future__ import annotations

import re

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node, Origin
from guizhang.model.text import Text
from guizhang.quiz.material.contrasts.verbless import verbless
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.values.manner import worded
from guizhang.quiz.models import generate
from guizhang.quiz.quoting.naming import is_line_heading, no_title, plain_title
from guizhang.quiz.quoting.quotable import asks, begins_with_pronoun, bids, broken, dangles, hardly_says, of_itself
from guizhang.quiz.quoting.texts import typeset
from tests.quiz.rulings import article, days, handbook, key, made, only

_SIGNS = ("一", "二", "三", "四")


def imported(zh: str | None, en: str | None = None, **fields) -> Node:
    """Return an article as import leaves it."""
    return article("x", zh, en, **fields).model_copy(update={"origin": Origin(file="page.txt", line=1)})


@pytest.mark.parametrize(
    ("zh", "en", "bound", "inclusive", "covers"),
    [
        # A ceiling: what the rule says holds for those beyond it.
        ("折让超过标价${x}的，须报店长。", "A cut of more than ${x} goes to the manager.", "max", True, (9, False)),
        ("折让不得超过标价${x}。", "A cut must be no more than ${x}.", "max", True, (-1, True)),
        # The lower end of the dearer class ends the cheaper one.
        ("容量不满${x}的，由门店办理。", "Under ${x} the shop deals with it.", "min", True, (-1, False)),
        ("容量至少${x}的，由总部办理。", "At least ${x} go to head office.", "min", True, (9, True)),
    ],
)
def test_cases_lie_on_the_side_of_a_limit_the_sentence_speaks_of(zh, en, bound, inclusive, covers):
    side, itself = covers
    for n in range(10):
        fact = Fact(kind="percent", value="20%", bound=bound, inclusive=inclusive)
        item = only("threshold-case", article(f"r{n}", zh, en, facts={"x": fact}))
        cases = re.search(r"四种实际情况依次是(.*?)。", item.stem.zh)[1].split("、")
        (right,) = key(item)
        covered = {case for case, sign in zip(cases, _SIGNS, strict=True) if f"第{sign}种" in right}
        numbers = {case: int(case.rstrip("%")) for case in cases}
        wished = {c for c, v in numbers.items() if (v - 20) * side > 0 or (v == 20 and itself)}
        assert covered == wished, item.stem.zh


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("早退每次扣8元,另写说明(交店长).", "早退每次扣8元，另写说明（交店长）。"),
        ("时间:9:00-18:00,午休1,000米外.", "时间：9:00-18:00，午休1,000米外。"),
        ("> - 学费先由本人垫付", "学费先由本人垫付"),
        ("♕ 『安静』:晚上不唱歌", "『安静』：晚上不唱歌"),
        ("-5度以下停工", "-5度以下停工"),
        ("提交： 先审后付", "提交：先审后付"),
        # Behind a figure, its unit or a blank, and between Chinese characters.
        ("缆绳长不超过12米.", "缆绳长不超过12米。"),
        ("绳径不超过9mm.", "绳径不超过9mm。"),
        ("退还租金的50%.", "退还租金的50%。"),
        ("艇员应当登记______.", "艇员应当登记______。"),
        ("先系缆绳.再盖篷布.", "先系缆绳。再盖篷布。"),
        ("一.总则", "一.总则"),
        ("本条适用于Harbour Co., Ltd.", "本条适用于Harbour Co., Ltd."),
        # Quotation marks and brackets, also beside figures alone, also half wide.
        ('船头挂"禁止靠近"牌,长9"', '船头挂“禁止靠近”牌，长9"'),
        ("夏季(6-9)每天一次(含周末）", "夏季（6-9）每天一次（含周末）"),
        ("绳号为f(x)", "绳号为f(x)"),
    ],
)
def test_chinese_is_printed_with_chinese_punctuation_and_without_marks_before_it(printed, shown):
    assert typeset(printed, "zh") == shown
    assert typeset("• Keep it, please", "en") == "Keep it, please"


@pytest.mark.parametrize(
    ("zh", "facts", "asked"),
    [
        ("店员${often}上班前检查门锁。", {"often": Fact(kind="frequency", value="1/P1D", zh="每天")}, False),
        ("店员${often}检查门锁。", {"often": Fact(kind="frequency", value="1/P1D", zh="每天")}, True),
        ("脏布草于10：30、15：30${times}送走。", {"times": Fact(kind="count", value="2", unit="times")}, False),
        ("全店实行${long}工作制。", {"long": days("PT8H", bound="exact")}, False),
        ("细嚼慢咽（${mark}）。", {"mark": Fact(kind="count", value="3", unit="points")}, False),
        ("店员：‘您一共欠款${sum}。’", {"sum": Fact(kind="money", value="240")}, False),
        ("每日工作${long}，上午8:30至12:00，下午13:00至17:30。", {"long": days("PT8H", bound="exact")}, False),
    ],
)
def test_what_the_sentence_or_good_sense_gives_away_is_not_asked(zh, facts, asked):
    assert bool(made("fact-choice", article("x", zh, facts=facts))) is asked


def test_a_limit_told_behind_its_case_is_one_to_keep_to():
    item = only("threshold-case", article("x", "货物损坏的：等待不得超过${t}。", facts={"t": days("P5D")}))
    assert item.stem.zh.endswith("哪几种符合这一规定？")


def test_from_when_rules_hold_is_said_in_many_ways():
    assert of_itself("本方案自2024年1月1日试行。")
    assert not of_itself("新员工自入职之日试用三个月。")


def test_no_value_is_many_times_the_right_one():
    elsewhere = [article(f"y{n}", "巡查须持续${t}。", facts={"t": days("PT10M", bound="exact")}) for n in range(3)]
    rule = article("x", "请客户等候一次不超过${t}。", facts={"t": days("PT1M")})
    (item,) = [i for i in made("fact-choice", rule, *elsewhere) if i.id.startswith("fact-choice.rules.x.")]
    assert "10分钟" not in [option.text.zh for option in item.options]


@pytest.mark.parametrize(("zh", "most"), [("理货员${t}一班。", 12), ("每日正常工时与加班合计不得超过${t}。", 12)])
def test_a_day_has_no_more_hours_than_one_can_work(zh, most):
    elsewhere = [article(f"y{n}", "样品须保存${t}。", facts={"t": days("PT24H", bound="exact")}) for n in range(9)]
    made_here = made("fact-choice", article("x", zh, facts={"t": days("PT8H")}), *elsewhere)
    (item,) = [item for item in made_here if item.id.startswith("fact-choice.rules.x.")]
    assert all(int(option.text.zh.rstrip("小时").replace("半", "0")) <= most for option in item.options)


def test_overtime_is_not_paid_at_a_part_of_the_wage():
    rate = Fact(kind="count", value="1.5", unit="times", en="1.5 times")
    rules = [
        article(f"x{n}", None, f"Overtime on pitch {n} is paid at ${{rate}} the hourly rate.", facts={"rate": rate})
        for n in range(9)
    ]
    shown = [option.text.en for item in made("fact-choice", *rules) for option in item.options]
    assert shown
    assert not [text for text in shown if text.startswith("0")]


@pytest.mark.parametrize(
    ("said", "lang", "why"),
    [
        ("比如填报招待费时须写明人数。", "zh", dangles),
        ("违反5.3，经两次通知仍不改正的，终止合作。", "zh", dangles),
        ("餐补每天80元，按三、2的规定扣减。", "zh", dangles),
        ("Q5所借设备的维修费由公司负担。", "zh", dangles),
        ("三天(（含三天）以上由店长批准。", "zh", broken),
        ("留样食品保存小时，到时方可倒掉。", "zh", broken),
        ("停用预订权限 7 days。", "zh", broken),
        ("咖啡机backflush 五次。", "zh", broken),
        ("垫付学费（`默认一年`）后报销。", "zh", broken),
        ("3rd offense~Write up, three days.", "en", broken),
        ("When more than 15 calls wait.", "en", broken),
        ("A person in breach of 7.1(a) is escorted out.", "en", dangles),
        ("Appeals under section 4.1 go to the manager.", "en", dangles),
        ("Headings do not affect Part III.", "en", dangles),
        ("Report it at once; see Q1 for the slip.", "en", dangles),
    ],
)
def test_what_cannot_be_quoted(said, lang, why):
    assert why(said, lang)


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("1）核对数量，2）签字。", "zh"),
        ("水温保持在按表测得的3.5度以下。", "zh"),
        ("用email发送排班表。", "zh"),
        ("The company's 401(k) plan matches up to 5%.", "en"),
        ("When a guest asks, staff call a taxi.", "en"),
        ("Part-time staff are paid weekly.", "en"),
    ],
)
def test_what_can_be_quoted(said, lang):
    assert not broken(said, lang)
    assert not dangles(said, lang)


def test_questions_pronouns_and_lines_of_one_word_are_no_rules():
    limit = {"limit": days("P3D")}
    for zh in ("租客要转租，${limit}内可以退吗？", "它须在${limit}内归还。", "成交人${limit}。"):
        assert not made("fact-choice", imported(zh, facts=limit)), zh
    assert made("fact-choice", imported("钥匙须在${limit}内归还。", facts=limit))
    assert asks("May a guest stay?")
    assert begins_with_pronoun("It is kept for a year.")
    assert not begins_with_pronoun("Items are kept for a year.")
    assert hardly_says("成交人40%。")
    assert not hardly_says("成交人得40%。")


def test_what_the_company_is_and_how_it_came_about_is_not_asked():
    limit = {"limit": Fact(kind="count", value="3", unit="people")}
    for title, asked in (("我们的起源", False), ("值班安排", True)):
        rule = imported("门店由${limit}共同看管，轮流开门。", facts=limit, title=Text(zh=title))
        assert bool(made("fact-choice", rule)) is asked


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("≡ 壹 ≡ 门市奖惩规定", "门市奖惩规定"),
        ("壹、出勤办法", "出勤办法"),
        ("篇一：考勤制度", "考勤制度"),
        ("篇幅要求", "篇幅要求"),
        ("🏡 住宿须知", "住宿须知"),
        ("【车辆】", "车辆"),
        ("讲师[编辑]", "讲师"),
        ("范文（四）　吧台规定", "吧台规定"),
        ("问：忘打卡怎么办？", "忘打卡怎么办？"),
        ("会议室规则 Meeting Rooms", "会议室规则"),
        ("OA 系统使用", "OA 系统使用"),
    ],
)
def test_titles_without_what_they_were_printed_with(printed, plain):
    assert plain_title(Text(zh=printed)).zh == plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Policy 26.2 Medicines", "Medicines"),
        ("Section 4.1: Boats", "Boats"),
        ("Policy 7 – Ponies", "Ponies"),
        ("Part-time crew", "Part-time crew"),
    ],
)
def test_english_titles_without_their_numbers(printed, plain):
    assert plain_title(Text(en=printed)).en == plain


def test_the_head_or_the_file_of_a_document_gives_no_title_and_the_handbook_does():
    assert no_title(Text(zh="密级：内部公开"))
    assert no_title(Text(en="22-en-callcentre"))
    assert not no_title(Text(en="Check-in"))
    rule = article("x", "钥匙须在${limit}内归还。", facts={"limit": days("P3D")}, title=None)
    (item,) = [i for i in generate(handbook(rule, title=Text(zh="密级：内部公开"))) if i.model == "fact-numeric"]
    assert item.stem.zh.startswith("《手册》规定")


def test_a_rule_in_english_alone_is_named_by_its_title_or_the_line_above_it():
    limit = {"limit": days("P14D", bound="min")}
    said = Node(text=Text(en="Submit requests at least ${limit} in advance."), origin=Origin(file="p.txt", line=3))
    head = Node(text=Text(en="Planned Absences"), origin=Origin(file="p.txt", line=2))
    for body, heading in (((said,), "On the Job"), ((head, said), "Planned Absences")):
        top = Node(article="1", id="job", title=Text(en="On the Job"), body=body, facts=limit)
        (item,) = made("fact-numeric", top)
        assert f"“Rules”, “{heading}”: “Submit requests" in item.stem.en
    assert not is_line_heading("The Landlord may enter")
    assert bids("Wait for written consent.")
    assert not bids("Waiters wear black.")


@pytest.mark.parametrize(
    ("value", "own", "other", "said"),
    [
        ("19:00", "7:00 PM", "20:30", "8:30 PM"),
        ("17:00", "5 pm", "12:00", "12 pm"),
        ("09:00..17:00", "9 am to 5 pm", "08:30..16:30", "8:30 am to 4:30 pm"),
    ],
)
def test_times_before_and_after_noon_stay_so(value, own, other, said):
    here, there = (Fact(kind="time-of-day", value=v, bound="range" if ".." in v else "exact") for v in (value, other))
    assert worded(there, "?", (own, "17:00"), "en") == said
    assert worded(here, "?", (own, "17:00"), "en") == own


def test_english_numbers_in_words_stay_in_words_and_agree():
    months = [Fact(kind="duration", value=value) for value in ("P6M", "P12M", "P18M")]
    assert [
        worded(m, f"{n} months", ("six months", "6 months"), "en") for m, n in zip(months, (6, 12, 18), strict=True)
    ] == [
        "six months",
        "twelve months",
        "eighteen months",
    ]
    rent = article(
        "x", None, "The deposit is ${n}' rent.", facts={"n": Fact(kind="duration", value="P2M", en="two months")}
    )
    shown = [option.text.en for item in made("fact-choice", rent) for option in item.options]
    assert shown
    assert all(text.endswith("months") for text in shown)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("当天的台账应当在${t}前交到前台。", None), (None, "Laundry must be collected before ${t}.")],
    ids=["zh", "en"],
)
def test_a_time_before_which_something_is_done_is_no_case_itself(zh, en):
    fact = Fact(kind="time-of-day", value="9:00", bound="max")
    for n in range(6):
        item = only("threshold-case", article(f"r{n}", zh, en, facts={"t": fact}))
        assert "9:00" not in (item.stem.zh or item.stem.en).partition("四种" if zh else "In four")[2]


def test_what_only_counts_on_is_not_asked():
    ladder = "第一次迟到扣${a}，${n}迟到扣${b}，第三次停班。"
    facts = {
        "a": Fact(kind="money", value="20", unit="CNY"),
        "b": Fact(kind="money", value="50", unit="CNY"),
        "n": Fact(kind="count", value="2", unit="times", zh="第二次"),
    }
    asked = {item.id.rpartition(".")[2] for item in generate(handbook(article("late", ladder, facts=facts)))}
    assert {"a", "b"} <= asked
    assert "n" not in asked
    alone = article("late", "同一月内${n}迟到的，停班。", facts={"n": facts["n"]})
    assert "n" in {item.id.rpartition(".")[2] for item in generate(handbook(alone))}


def test_an_ordinal_counts_with_its_own_word_for_two():
    two, three = (Fact(kind="count", value=n, unit="times") for n in "23")
    assert worded(two, "两次", ("第三次", "3次"), "zh") == "第二次"
    assert worded(three, "3次", ("第二次", "两次"), "zh") == "第三次"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A refundable key deposit.", True),
        ("Two weeks notice for all sessions.", True),
        ("A torch on every shift. We lend you one.", True),
        ("A deposit secures the booking.", False),
        ("The instructors check the ropes.", False),
        ("Children stay with the leader.", False),
        ("Lock the shed at dusk.", False),
        ("No smoking on the landing stage.", False),
    ],
)
def test_an_english_line_without_a_verb_is_a_name(text, names):
    assert verbless(text) is names


@pytest.mark.parametrize(
    ("zh", "en", "alone"),
    [
        ("最后离开的人必须关闭其他应当关闭的电器。", "Whoever leaves last must turn off the other appliances.", False),
        ("最后离开的人必须关闭电灯和其他电器。", "Whoever leaves last must turn off lamps and other appliances.", True),
        ("用后应当将其放回原来的架子上。", "Put it back on its shelf after use.", False),
        ("用后应当将量杯放回原来的架子上。", "Put the cup back on its shelf after use.", True),
        ("店员应当把客户介绍给其他同事。", "The clerk shall introduce customers to other colleagues.", True),
    ],
)
def test_what_names_only_the_rest_or_what_another_entry_names_is_no_option(zh, en, alone):
    for rule in (article("x", zh), article("x", None, en)):
        assert bool(Rules(handbook(rule)).statements) is alone, rule.text
