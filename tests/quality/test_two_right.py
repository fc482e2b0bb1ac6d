"""A distractor that the rules make right as well."""

from __future__ import annotations

import pytest

from tests.quality.items import ORDERED, choice, rulebook_of, rules_named

LOAN = choice("谁可以出借望远镜？", "*展厅讲解员", "售票员", "园艺师")
DOOR = choice("How may a keeper open the aviary?", "*With a chip", "With a spoon", "With the spare key")


@pytest.mark.parametrize(
    ("asked", "also", "beside"),
    [
        (LOAN, "展厅讲解员休假期间，望远镜由售票员出借。", "售票员每周擦拭望远镜。"),
        (LOAN, "售票员也可以借出望远镜。", "望远镜的出借登记由售票员保存。"),
        (LOAN, "展厅讲解员遗失钥匙的，由售票员出借望远镜。", "望远镜由展厅讲解员出借，售票员收押金。"),
        (
            DOOR,
            "A keeper may also open the aviary with the spare key.",
            "A keeper may not open the aviary with the spare key.",
        ),
        (
            DOOR,
            "If the chip is broken, the spare key opens the aviary.",
            "The spare key of the aviary is kept in the office.",
        ),
        (
            DOOR,
            "In the aviary the spare key may be used instead of the chip.",
            "The spare key may be used for the shed.",
        ),
    ],
)
def test_what_does_as_well_as_the_key_or_stands_in_for_it_is_right_too(asked, also, beside):
    key = "望远镜由展厅讲解员出借。" if asked is LOAN else "A keeper opens the aviary with a chip."
    assert "two_right" in rules_named(asked, book=rulebook_of(key, also))
    assert "two_right" not in rules_named(asked, book=rulebook_of(key, beside))


def test_a_rule_of_undoing_or_of_another_amount_makes_no_distractor_right():
    asked = choice("球场最迟提前多久预订？", "*24小时", "三天", "一周", **ORDERED)
    book = rulebook_of("预订球场须提前24小时。", "取消预订的球场须提前三天。")
    assert "two_right" not in rules_named(asked, book=book)
    asked = choice("修理费300元，应当由谁批准？", "*球场领班", "球场主任", "司机")
    book = rulebook_of("修理费不超过500元的，由球场领班批准。", "修理费超过500元的，由球场主任批准。")
    assert "two_right" not in rules_named(asked, book=book)


def test_a_distractor_that_another_rule_makes_right_is_found():
    book = rulebook_of("投诉登记表应当由首问人在当天交给客服主管。")
    asked = choice("投诉登记表由首问人交给谁？", "*部门经理", "客服主管", "值班同事")
    assert "two_right" in rules_named(asked, book=book)
    assert "two_right" not in rules_named(asked)


HOLDS = [
    "雨具由门岗或者保洁员保管。§雨具由谁保管？|*门岗|保洁员|厨师|文员",
    "焊工上岗须持证。//吊车司机上岗须持证。//清洁工上岗无须持证。§哪个工种上岗须持证？|*焊工|吊车司机|清洁工|文员",
    "闭馆后，讲解员应清点耳机并锁好展柜。§闭馆后，讲解员应做什么？|*清点耳机|锁好展柜|浇花|更换灯管",
    "8000元以上的采购须比价。§哪一笔采购须比价？|*9000元的打印机|12000元的空调|300元的文具",
    "住户白天遗失门卡的，向前台报告。//门卡遗失的，向物业报告。§住户白天遗失门卡，向谁报告？|*前台|物业|邻居|快递员",
    "Umbrellas are kept by the porter or the cleaner.§Who keeps the umbrellas?|*The porter|The cleaner|The cook|The clerk",
    "Trainees receive a green card.//Drivers receive a green card.//Clerks receive a white card.§Who receives a green card?|*Trainees|Drivers|Clerks",
    "The guide counts the headsets and locks the showcases at closing.§What does the guide do at closing?|*Counts the headsets|Locks the showcases",
    "The library sterilises toys on Mondays and Fridays.§On which day does the library sterilise toys?|*Monday|Friday|Sunday",
]
HOLDS += [
    "持月票或老年卡的乘客免费乘船。§哪类乘客免费乘船？|*持月票的乘客|持老年卡的乘客|外地乘客",
    "购物满200元免停车费。§哪位顾客可以免停车费？|*购物260元的顾客|购物300元的顾客|购物50元的顾客",
    "电子票与纸质票效力相同。//观众凭纸质票入场。§观众凭什么入场？|*纸质票|电子票|宣传单",
]
ANOTHER = [
    "购物满200元免停车费。§哪位顾客可以免停车费？|*购物260元的顾客|购物150元的顾客|购物50元的顾客",
    "雨具由门岗保管，工具由保洁员保管。§雨具由谁保管？|*门岗|保洁员|厨师|文员",
    "客车停放由门岗登记。//货车停放由仓库登记。§客车停放由谁登记？|*门岗|仓库|厨师|文员",
    "8000元以上的采购须比价，不足8000元的由部门自行采购。§哪一笔采购须比价？|*9000元的打印机|4000元的空调|300元的文具",
    "讲解员先清点耳机，再锁展柜。§讲解员应先做什么？|*清点耳机|锁展柜|浇花",
    "超出权限的事项，依次由组长、主管、经理批准。§超出组长权限的事项由谁批准？|*主管|经理|文员",
    "Trainees receive a green card.//Clerks receive a white card.§Who receives a green card?|*Trainees|Clerks|Cooks",
    "The porter logs umbrellas and the cleaner keeps them.§Who keeps umbrellas?|*The cleaner|The porter|The cook",
    "Coupons may be exchanged for drinks, tokens may not.§What may be exchanged for drinks?|*Coupons|Tokens|Napkins",
]


def _told(row):
    rules, asked = row.split("§")
    stem, *options = asked.split("|")
    return choice(stem, *options, **ORDERED), rulebook_of(*rules.split("//"))


@pytest.mark.parametrize("row", HOLDS, ids=[row[:30] for row in HOLDS])
def test_what_a_rule_says_of_a_distractor_as_of_the_key_is_right_too(row):
    asked, book = _told(row)
    assert "two_right" in rules_named(asked, book=book)


@pytest.mark.parametrize("row", ANOTHER, ids=[row[:30] for row in ANOTHER])
def test_what_a_rule_says_of_another_case_makes_nothing_right(row):
    asked, book = _told(row)
    assert "two_right" not in rules_named(asked, book=book)
