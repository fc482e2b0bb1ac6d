"""LNT029: a key that is not the figure of the rule its item cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.model.regulation import Regulation
from tests.quality.items import BOOK, choice, rules_named

RULE = Regulation.model_validate(
    {
        "id": "rules",
        "title": {"zh": "前台规定", "en": "Front desk"},
        "edition": {"version": "1"},
        "body": [
            {
                "article": "1",
                "id": "r",
                "text": {
                    "zh": "失物应当在${keep}内登记，至少保存${store}，每件收保管费${fee}元以内。",
                    "en": "Lost property is registered within ${keep} and kept for at least ${store}.",
                },
                "facts": {
                    "keep": {"kind": "duration", "value": "PT24H", "bound": "max"},
                    "store": {"kind": "duration", "value": "P90D", "bound": "min"},
                    "fee": {"kind": "count", "value": "5"},
                },
            }
        ],
    }
)
BOOK_OF_RULES = replace(BOOK, regulations=(RULE,))


def written(stem, value, unit):
    return {"type": "numeric", "stem": {"zh": stem}, "numeric": {"value": value, "unit": {"zh": unit}}}


CONTRADICTING = [
    choice("失物最迟多久登记？", "12小时", "24小时", "*48小时"),
    choice("失物最迟多久登记？", "12小时", "1天", "*两天"),
    choice("How soon is lost property registered?", "12 hours", "24 hours", "*48 hours"),
    choice("失物至少保存多久？", "30天", "*60天", "90天"),
]
SOUND = [
    choice("失物最迟多久登记？", "12小时", "*24小时", "48小时"),
    choice("失物最迟多久登记？", "12小时", "*1天", "48小时"),
    choice("失物至少保存多久？", "24小时", "*三个月零几天", "30天"),
    choice("早上8点交来的失物，还剩多少时间登记？", "12小时", "24小时", "*20小时"),
    choice("下列哪一项不是规定的时限？", "24小时", "90天", "*48小时"),
    choice("失物多久查问一次？", "*2小时", "3小时", "4小时"),
]


RECKONED = [
    (["侧门22:00关闭。", "后门比侧门早一小时关闭。"], choice("后门几点关闭？", "*21:00", "22:00", "23:00")),
    (["首次培训3天，复训1天。"], choice("首次培训和复训一共几天？", "3天", "*4天", "5天")),
]


@pytest.mark.parametrize(("texts", "body"), RECKONED)
def test_a_key_that_comes_of_two_figures(texts, body):
    articles = [
        {"article": str(n), "id": "r" if n == 1 else "s", "text": {"zh": text}} for n, text in enumerate(texts, 1)
    ]
    rules = {"id": "rules", "title": {"zh": "规定"}, "edition": {"version": "1"}, "body": articles}
    book = replace(BOOK, regulations=(Regulation.model_validate(rules),))
    assert "key_figure" not in rules_named({**body, "cites": {"rules/r": None, "rules/s": None}}, book=book)


@pytest.mark.parametrize("body", CONTRADICTING, ids=lambda body: str(body["options"]))
def test_a_key_that_is_another_figure_than_the_rule(body):
    assert "key_figure" in rules_named(body, book=BOOK_OF_RULES)


@pytest.mark.parametrize("body", SOUND, ids=lambda body: str(body["options"]))
def test_a_key_that_may_be_right(body):
    assert "key_figure" not in rules_named(body, book=BOOK_OF_RULES)


@pytest.mark.parametrize(("value", "unit"), [("48", "小时"), ("6", "周"), ("24", "小时")])
def test_a_number_beside_several_figures_of_its_kind_is_left_alone(value, unit):
    assert "key_figure" not in rules_named(written("失物最迟多久登记？", value, unit), book=BOOK_OF_RULES)


def test_a_number_beside_the_one_figure_of_its_kind():
    one = RULE.model_copy(
        update={"body": (RULE.body[0].model_copy(update={"text": RULE.body[0].text.model_copy(update={"zh": "失物应当在${keep}内登记。"})}),)}
    )  # fmt: skip
    book = replace(BOOK, regulations=(one,))
    assert "key_figure" in rules_named(written("失物最迟多久登记？", "48", "小时"), book=book)
    assert "key_figure" not in rules_named(written("失物最迟多久登记？", "24", "小时"), book=book)
    assert "key_figure" not in rules_named(written("失物收多少保管费？", "3", "元"), book=book)
