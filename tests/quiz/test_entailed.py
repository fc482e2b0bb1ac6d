"""Altered statements that are true by the rule, or by another, are no wrong options."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.quiz.material.figures.entailed import still_true
from guizhang.quiz.material.rules import Rules
from tests.quiz.rulings import article, days, handbook

_MONEY = Fact(kind="money", value="200", unit="CNY")
_DAYS = days("P5D", bound="exact")


def _rules(*articles) -> Rules:
    return Rules(handbook(*articles))


@pytest.mark.parametrize(
    ("zh", "fact", "sides"),
    [
        # Fewer cases than the rule speaks of: true by it. The sides are (below, above).
        ("客人的小费超过${x}的，水手应当交给艇长。", _MONEY, (False, True)),
        ("客人的小费在${x}以上的，水手应当交给艇长。", _MONEY, (False, True)),
        ("船票${x}以上由艇长签字，并登记在册。", _MONEY, (False, True)),
        ("水手连续缺训满${x}，予以除名并公布。", _DAYS, (False, True)),
        ("小費逾${x}者，水手應當交給艇長。", _MONEY, (False, True)),
        ("船票不足${x}的，不开收据，登记在册。", _MONEY, (True, False)),
        ("离岸不到${x}的，退还全部船费并登记。", _DAYS, (True, False)),
        ("租船人在${x}内退船的，退还全部租金。", _DAYS, (True, False)),
        ("租船人未提前${x}退船的，不退还租金。", _DAYS, (True, False)),
        ("船票优惠超过原价${x}的，售票员应当报告艇长。", Fact(kind="percent", value="5"), (False, True)),
        ("客人的小费至少${x}的，水手必须登记在册。", _MONEY, (False, True)),
        ("客人的小费不超过${x}的，由水手自行收下。", _MONEY, (True, False)),
        ("请假不超过${x}的，由艇长批准。", _DAYS, (True, False)),
        # What has to be kept to, and what follows, is laid down as it is.
        ("水手应当在${x}内将小费交给艇长，并登记在册。", _DAYS, (False, False)),
        ("水手的小费不得超过${x}，并登记在册。", _MONEY, (False, False)),
        ("水手请假不得超过${x}的，另行通知并公布。", _DAYS, (False, False)),
        ("租船至少${x}，押金当天退还并登记。", _DAYS, (False, False)),
        ("水手酒后驾船的，罚款${x}，并在码头公布。", _MONEY, (False, False)),
    ],
)
def test_a_case_drawn_narrower_is_true_by_the_rule(zh, fact, sides):
    rules = _rules(article("x", zh, facts={"x": fact}))
    (figure,) = rules.figures
    lower, higher = rules.believable(figure)
    assert lower
    assert higher
    assert ({still_true(figure, one) for one in lower}, {still_true(figure, one) for one in higher}) == tuple(
        {side} for side in sides
    )


def test_a_statement_says_more_than_the_rule_and_not_less():
    rules = _rules(article("x", "客人的小费超过${x}的，水手应当交给艇长。", facts={"x": _MONEY}))
    (texts,) = rules.untruths.values()
    assert texts
    assert all(amount in str(texts) for amount in ("100元",))
    assert not any(amount in text.zh for text in texts for amount in ("300元", "500元"))


def test_what_another_rule_says_among_other_things_is_no_untruth():
    other = "租用一条双桨木船的，收取押金300元，另付租金80元。"
    for beside, said in ((), True), ((article("y", other),), False):
        rules = _rules(article("x", "租用一条双桨木船的，收取押金${x}。", facts={"x": _MONEY}), *beside)
        texts = [text.zh for clause, texts in rules.untruths.items() if clause.address == "rules/x" for text in texts]
        assert texts
        assert any("300元" in text for text in texts) is said
