"""Faults a third reader found: amounts that lost their capitals, classes named without their meaning, half of a quotation."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.material.made import lower
from guizhang.quiz.quoting.points import joined
from tests.quiz.rulings import article, handbook, listed, made, only, reasons

CLASSES = [
    ("熟客：一年内来过的客人；", "regulars: guests who came within the year;"),
    ("稀客：一年以上没有来过的客人；", "rare guests: guests who have not come for a year;"),
    ("生客：第一次来的客人。", "newcomers: guests who come for the first time."),
]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("CNY 500 for each guest", "CNY 500 for each guest"),
        ("Monday to Friday", "Monday to Friday"),
        ("WeChat messages", "WeChat messages"),
        ("Party A signs first", "Party A signs first"),
        ("Party games", "party games"),
        ("Spring Festival cards", "Spring Festival cards"),
        ("New Year's Eve shifts", "New Year's Eve shifts"),
        ("National standards", "national standards"),
        ("A written warning", "a written warning"),
        ("Tidy the shelves", "tidy the shelves"),
    ],
)
def test_names_and_currencies_keep_their_capitals_inside_a_sentence(text, inside):
    assert lower(text) == inside


def test_classes_are_asked_for_with_what_they_mean():
    rule = listed("classes", "客人分为下列3个类别：", "Guests fall into these 3 classes:", CLASSES)
    whole, *apart = made("label-recall", rule)
    assert whole.stem.zh.endswith("分别写出“熟客”“稀客”“生客”各是怎样规定的。")
    assert [len(item.guide) for item in apart] == [2, 2]
    assert not made("list-recall", rule)
    assert not made("missing-points", rule)
    assert any("label-recall" in why for why in reasons(handbook(rule), "list-recall"))


@pytest.mark.parametrize(
    ("first", "alone", "quoted"),
    [
        (True, False, "费用按金额批准：不超过200元的，由主管批准；……"),
        (False, False, "费用按金额批准：……不超过200元的，由主管批准。"),
        (True, True, "费用按金额批准：不超过200元的，由主管批准。"),
    ],
)
def test_a_quotation_shows_that_its_list_goes_on(first, alone, quoted):
    assert joined("费用按金额批准：", "不超过200元的，由主管批准", "zh", first=first, alone=alone) == quoted


def test_what_is_left_to_other_articles_is_not_to_be_written_down():
    body = (
        Node(norm="duty", text=Text(zh="门店应当每周盘点一次。", en="The shop shall take stock once a week.")),
        Node(norm="duty", text=Text(zh="盘点表由店长签字。", en="The shop manager signs the stock list.")),
    )
    elsewhere = Node(
        norm="duty", text=Text(zh="丢失的，按“赔偿”一条办理。", en="If goods are lost, “Damages” applies.")
    )
    title = Text(zh="盘点", en="Stocktaking")
    whole = only("article-recall", Node(article="1", id="stock", title=title, body=body))
    assert whole.stem.zh.endswith("一条的全部规定。")
    sent_on = only("article-recall", Node(article="1", id="stock", title=title, body=(*body, elsewhere)))
    assert sent_on.stem.zh.endswith("“丢失的，按‘赔偿’一条办理”这一句不用写。")
    assert sent_on.stem.en.endswith(" Leave out: “If goods are lost, ‘Damages’ applies”.")
    assert len(sent_on.guide) == len(whole.guide) == 2
    assert sent_on.rationale == whole.rationale


def test_the_name_of_an_article_a_point_refers_to_need_not_be_given():
    body = (
        Node(norm="duty", text=Text(zh="门店应当每周盘点一次。", en="The shop shall take stock once a week.")),
        Node(
            norm="duty",
            text=Text(
                zh="店长应当在盘点表上签字，并按“赔偿”一条报损。",
                en="The shop manager shall sign the stock list and report losses under “Damages”.",
            ),
        ),
    )
    item = only("article-recall", Node(article="1", id="stock", title=Text(zh="盘点", en="Stocktaking"), body=body))
    assert item.stem.zh.endswith("条文引用的其他条款和文件，名称不必写出。")
    assert item.stem.en.endswith(" The names of other articles and documents need not be given.")
    # Nor does the marking guide have it.
    assert item.guide[1].text.zh == "店长应当在盘点表上签字，并按有关规定报损"
    assert item.guide[1].text.en == "The shop manager shall sign the stock list and report losses under the rules on it"


def test_what_is_left_out_of_an_article_is_marked_by_dots_and_counted():
    said = (
        ("门店应当每周盘点一次。", "The shop shall take stock once a week."),
        ("丢失的，按“赔偿”一条办理。", "If goods are lost, “Damages” applies."),
        ("盘点表由店长签字。", "The shop manager signs the stock list."),
        ("过期的，按“报废”一条办理。", "If goods are out of date, “Disposal” applies."),
    )
    body = tuple(Node(norm="duty", text=Text(zh=zh, en=en)) for zh, en in said)
    item = only("article-recall", Node(article="1", id="stock", title=Text(zh="盘点", en="Stocktaking"), body=body))
    assert item.stem.zh.endswith("“丢失的，按‘赔偿’一条办理”“过期的，按‘报废’一条办理”这两句不用写。")
    assert item.stem.en.endswith("‘Damages’ applies” and “If goods are out of date, ‘Disposal’ applies”.")
    assert "一次。……盘点表由" in item.rationale.zh
    assert "once a week. … The shop" in item.rationale.en


def test_what_the_question_quotes_is_no_point_to_write_down():
    lead = (
        "钥匙经批准后方可带出、借用或者复制，批准时应当写明：",
        "Keys may be taken out only after approval, which states:",
    )
    points = tuple(
        Node(item=str(n), text=Text(zh=f"{a}；", en=f"{b};"))
        for n, (a, b) in enumerate(
            (("借用的房间", "the room"), ("归还的日期", "the day of return"), ("借用的理由", "the reason")), 1
        )
    )
    again = Text(zh="未经批准，员工不得带出、借用或者复制钥匙。", en="Without approval, staff must not take keys out.")
    other = Text(zh="值班员每晚清点钥匙两次。", en="The officer on duty counts the keys twice a night.")
    third = Text(zh="遗失钥匙的，由后勤换锁。", en="If a key is lost, the locks are changed.")

    def asked(*beside: Text):
        body = (Node(text=Text(zh=lead[0], en=lead[1]), body=points), *(Node(text=text) for text in beside))
        return made("article-recall", Node(article="1", id="keys", title=Text(zh="钥匙", en="Keys"), body=body))

    assert asked(other, third)
    assert asked(again, other, third) == []


def test_two_demands_of_two_subjects_are_two_points():
    en = "Guests must be signed in at once and the guest fee must be paid. Boats go back on the rack after every trip."
    item = only("article-recall", article("guests", None, en, title=Text(en="Guests")))
    assert [point.text.en for point in item.guide] == [
        "Guests must be signed in at once",
        "The guest fee must be paid",
        "Boats go back on the rack after every trip",
    ]
    assert item.rationale.en.endswith(f": “{en}”")


def test_manners_that_the_heading_does_not_call_up_are_not_asked_for_at_large():
    body = (
        Node(norm="duty", text=Text(zh="员工应当主动帮同事搬货。", en="Staff shall help colleagues carry goods.")),
        Node(
            norm="duty", text=Text(zh="员工离开时应当关灯。", en="Staff shall switch off the lights when they leave.")
        ),
    )
    general, special = Text(zh="风气", en="Spirit"), Text(zh="搬货和关灯", en="Carrying goods and lights")
    assert not made("article-recall", Node(article="1", id="spirit", title=general, body=body))
    assert made("article-recall", Node(article="1", id="spirit", title=special, body=body))


@pytest.mark.parametrize(
    ("zh", "en", "other_periods"),
    [
        ("对同一客人的回访不得超过${calls}。", "A guest must not be rung more than ${calls}.", False),
        ("主管应当巡视大堂，${calls}。", "The supervisor shall look round the lobby ${calls}.", True),
    ],
)
def test_what_must_not_be_exceeded_keeps_its_period(zh, en, other_periods):
    often = Fact(kind="frequency", value="2/P1D", bound="max")
    item = only("fact-choice", article("calls", zh, en, facts={"calls": often}))
    assert any(not option.text.zh.startswith("每天") for option in item.options) is other_periods


def test_what_anybody_would_do_is_not_to_be_written_down():
    plainly = (
        "发货以前，员工应当联系收件人，说明情况。",
        "Before dispatch, staff shall contact the addressee and explain.",
    )
    recorded = (
        "发货以前，员工应当联系收件人，登记时间。",
        "Before dispatch, staff shall contact the addressee and log the time.",
    )
    verbs = article(
        "verbs", "员工应当联系、说明、登记。", "Staff shall contact him. Staff shall explain it. Staff shall log it."
    )
    assert made("what-to-do", article("dispatch", *recorded), verbs)
    assert not made("what-to-do", article("dispatch", *plainly), verbs)


def test_purposes_are_not_recited():
    aims = [
        ("统计每月来客；", "count each month's guests;"),
        ("核对押金收据；", "check receipts for deposits;"),
        ("通知客人换房。", "tell guests of a change of room."),
    ]
    use = ("总台的登记簿按日期装订成册，用于：", "The log of the front desk is bound by date, in order to:")
    count = ("登记有以下3个目的：", "Logging serves these 3 purposes:")
    work = ("总台每天晚上应当做完：", "Every evening the front desk shall:")
    purpose, logging = Text(zh="目的", en="Purpose"), Text(zh="登记", en="Logging")
    for lead, title in ((use, logging), (count, logging), (work, purpose)):
        assert not made("list-recall", listed("aims", *lead, aims, title=title))
        assert not made("missing-points", listed("aims", *lead, aims, title=title))
    assert made("list-recall", listed("aims", *work, aims, title=logging))


def test_a_point_that_the_heading_says_is_given_and_never_asked_for():
    points = [
        ("门店的营业秘密；", "the shop's secrets;"),
        ("进货价格表；", "price lists;"),
        ("会员登记簿。", "the members' log."),
    ]
    lead = ("未经店长同意，员工不得对外提供：", "Without the shop manager's consent, staff must not give away:")
    told = listed("secrets", *lead, points, title=Text(zh="营业秘密", en="Trade secrets"), norm="prohibition")
    plain = listed("secrets", *lead, points, title=Text(zh="对外提供", en="Giving away"), norm="prohibition")
    assert len(only("list-recall", plain).guide) == 3
    assert not made("list-recall", told)
    asked = [point.text.zh for item in made("missing-points", told) for point in item.guide]
    assert asked
    assert "门店的营业秘密" not in asked


@pytest.mark.parametrize(
    ("en", "fact", "offered"),
    [
        ("A fee of ${fee} is charged for a lost card.", {"kind": "money", "value": "25", "unit": "GBP", "en": "£25.00"}, ".00"),
        ("Guests must give a ${fee} notice.", {"kind": "duration", "value": "P1M", "bound": "min", "en": "1 month"}, None),
    ],
)  # fmt: skip
def test_other_values_are_written_as_the_rule_writes_its_own(en, fact, offered):
    rule = article("fee", None, en, facts={"fee": Fact(**fact)})
    items = made("fact-choice", rule, title=Text(en="Rules"))
    assert bool(items) is (offered is not None)
    assert all(option.text.en.endswith(offered) for item in items for option in item.options)
    blanks = [item.stem.en for item in made("fact-numeric", rule, title=Text(en="Rules"))]
    assert not [stem for stem in blanks if ".00" in stem]


def test_a_first_time_is_no_number_to_choose():
    first = article(
        "late", "第${n}次迟到的，由主管提醒。", None, facts={"n": Fact(kind="count", value="1", unit="times", zh="一")}
    )
    assert not made("fact-choice", first, title=Text(zh="规定"))


def test_a_first_time_is_a_number_only_beside_a_second():
    one = Fact(kind="count", value="1", unit="times", zh="第一次")
    assert made("altered-fact", article("late", "迟交作业的，${n}将给予提醒。", facts={"n": one})) == []
    assert made("correction", article("late", "迟交作业的，${n}将给予提醒。", facts={"n": one})) == []


@pytest.mark.parametrize("model", ["correction", "altered-wording"])
def test_of_one_line_dark_or_light_is_no_detail_to_ask_for(model):
    line = article("ties", "戴领带的男员工应当穿深色长裤。", "Men in ties shall wear dark trousers.")
    more = article(
        "ties",
        "戴领带的男员工应当穿深色长裤。皮鞋应当擦亮。",
        "Men in ties shall wear dark trousers. Shoes shall shine.",
    )
    assert made(model, line) == []
    assert made(model, more)


@pytest.mark.parametrize("model", ["correction", "altered-wording"])
def test_what_the_title_names_is_no_detail_to_ask_for(model):
    zh, en = "换班必须书面告知店长。", "Exchanges must be told to the shop manager in writing."
    assert made(model, article("x", zh, en, title=Text(zh="书面告知", en="Telling in writing"))) == []
    assert made(model, article("x", zh, en))
