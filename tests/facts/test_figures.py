"""Figures of a document: what the whole document says of a single one."""

from __future__ import annotations

import pytest

from guizhang.facts.figures import find_facts
from guizhang.facts.found import Node
from guizhang.zh.quantities import FigureKind


@pytest.mark.parametrize(
    ("texts", "currencies"),
    [
        (("遺失餐卡扣港幣五十元。", "遲到每次扣$20，補卡30元。"), ["HKD", "HKD", "HKD"]),
        (("保證金新臺幣一千元。", "每日加收$50。"), ["TWD", "TWD"]),
        (("A key costs $20.",), ["USD"]),
        (("押金HK$100。", "外宾付20美元或人民币100元。"), ["HKD", "USD", "CNY"]),
        (("扣港幣20元。", "人民幣50元以內不扣，其餘扣$30。"), ["HKD", "CNY", "USD"]),
    ],
)
def test_a_bare_amount_is_of_the_one_currency_the_document_names(texts, currencies):
    nodes = [Node("item", f"{n}.", n, text=text, line=n, id=f"i{n}") for n, text in enumerate(texts, start=1)]
    assert [fact.figure.unit for fact in find_facts(nodes)] == currencies


@pytest.mark.parametrize(
    ("texts", "currencies"),
    [
        (("曠職一日扣薪資五百元。", "身分證影本一份。"), ["TWD"]),
        (("僱員遺失工牌罰$50。", "薪金於月底發放。"), ["HKD"]),
        (("The car park is in Hong Kong.", "Overnight parking costs $200."), ["HKD"]),
        (("曠工一日扣工資五十元。", "考勤由人事部負責，地點在臺北。"), ["CNY"]),
        (("遲到扣五十元。",), ["CNY"]),
    ],
)
def test_a_bare_amount_is_of_the_place_where_no_currency_is_named(texts, currencies):
    nodes = [Node("item", f"{n}.", n, text=text, line=n, id=f"i{n}") for n, text in enumerate(texts, start=1)]
    facts = [fact.figure for fact in find_facts(nodes)]
    assert [figure.unit for figure in facts if figure.kind is FigureKind.MONEY] == currencies
