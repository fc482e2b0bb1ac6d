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
