"""What keys, results and reports print for a cited provision."""

import pytest

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Regulation
from guizhang.quiz.places import cited_place
from guizhang.yamlio.load import loads

RULE = """
id: rule
title: {zh: 门店规定, en: Shop rules}
edition: {version: "1"}
body:
  - item: 15
    id: flat
    label: 15、
    text: {zh: 不得喧哗。}
  - item: 1
    id: looks
    label: 一、
    title: {zh: 仪表, en: Looks}
    body:
      - {item: 4, id: nails, label: 4、, text: {zh: 不留长指甲。}}
  - chapter: 1
    id: work
    title: {zh: 上班, en: Work}
    body:
      - {id: loose, text: {zh: 准时。}}
      - article: 5
        id: clock
        title: {zh: 打卡, en: Clocking in}
        body:
          - {item: 1, id: own, text: {zh: 本人打卡；}}
          - item: "-"
            id: late
            label: "-"
            text: {zh: 迟到的说明原因，并在当天下班以前补卡，不补的按缺勤记。, en: "Say why you are late; have the card stamped before the day is over."}
          - {item: "-", id: lent, label: "•", title: {zh: 借卡, en: Lending}, text: {zh: 不得借卡。}}
  - {item: "-", id: keys, label: "-", text: {zh: 钥匙不离身：}}
"""


@pytest.mark.parametrize(
    ("provision", "zh", "en"),
    [
        ("flat", "《门店规定》15", "Shop rules, (15)"),
        ("looks", "《门店规定》一“仪表”", "Shop rules, (1) “Looks”"),
        ("nails", "《门店规定》一、4", "Shop rules, (1)(d)"),
        ("clock", "《门店规定》第五条“打卡”", "Shop rules, Article 5 “Clocking in”"),
        ("own", "《门店规定》第五条（一）", "Shop rules, Article 5(1)"),
        (
            "late",
            "《门店规定》第五条“迟到的说明原因，并在当天下班以前…”",
            "Shop rules, Article 5 “Say why you are late; have the card stamped…”",
        ),
        ("lent", "《门店规定》第五条“借卡”", "Shop rules, Article 5 “Lending”"),
        ("keys", "《门店规定》“钥匙不离身”", "Shop rules, “钥匙不离身”"),
        ("loose", "《门店规定》“上班”", "Shop rules, “Work”"),
    ],
)
def test_a_provision_is_named_so_that_it_stands_in_a_sentence(provision, zh, en):
    rule, faults = loads(RULE, Regulation, "rule.yaml")
    assert not faults, faults
    book = Handbook(Settings.model_validate({"title": {"zh": "手册"}, "company": {"zh": "海棠服务"}}), (rule,))
    name = cited_place(f"rule/{provision}", book).name
    assert (name.zh, name.en) == (zh, en)
