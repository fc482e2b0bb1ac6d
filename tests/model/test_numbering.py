"""Numbers by which sentences cite provisions."""

import pytest

from guizhang.model.numbering import cited_label
from guizhang.model.regulation import Regulation, walk
from guizhang.yamlio.load import loads

RULE = """
id: rule
title: {zh: 规定, en: Rule}
edition: {version: "1"}
body:
  - text: {zh: 前言。}
  - article: 5
    id: five
    body:
      - item: 1
        id: five-1
        text: {zh: 甲。}
        body:
          - {item: 2, id: five-1-2, text: {zh: 乙。}}
  - item: 15
    id: flat
    label: 15、
    text: {zh: 丙。}
    body:
      - {item: 1, id: nested, label: (1), text: {zh: 丁。}}
  - item: 1
    id: titled
    label: 一、
    title: {zh: 仪表}
    body:
      - {item: 4, id: under, label: 4、, text: {zh: 戊。}}
  - chapter: 2
    id: two
    body:
      - {item: 3, id: again, label: 3., text: {zh: 己。}}
  - item: 8
    id: decimal
    label: "4.8"
    title: {zh: 小数}
    body:
      - {item: 1, id: counted, label: 4.8.1, text: {zh: 庚。}}
      - {item: 2, id: other, label: a), text: {zh: 辛。}}
  - item: 9
    id: zero
    label: "9.0"
    title: {zh: 零}
    body:
      - {item: 1, id: below-zero, label: "9.1", text: {zh: 壬。}}
  - chapter: 10
    id: ten
    label: CHAPTER 10.
    body:
      - {item: 1, id: latin, label: "10.1", text: {zh: 癸。}}
"""


@pytest.mark.parametrize(
    ("node", "zh", "en"),
    [
        ("five", "第五条", "Article 5"),
        ("five-1", "第五条（一）", "Article 5(1)"),
        ("five-1-2", "第五条（一）2", "Article 5(1)(b)"),
        ("flat", "15", "(15)"),
        ("nested", "15、(1)", "(15)(1)"),
        ("under", "一、4", "(1)(d)"),
        ("two", "第二章", "Chapter 2"),
        ("again", "第二章 3", "Chapter 2, 3"),
        ("counted", "4.8.1", "4.8.1"),
        ("other", "4.8 a)", "4.8 a)"),
        ("below-zero", "9.1", "9.1"),
        ("latin", "CHAPTER 10, 10.1", "CHAPTER 10, 10.1"),
        (None, "", ""),
    ],
)
def test_a_sentence_cites_every_number_and_no_sign_behind_it(node, zh, en):
    rule, faults = loads(RULE, Regulation, "rule.yaml")
    assert not faults, faults
    place = next(place for place in walk(rule) if place.node.id == node)
    assert (cited_label(place, "zh"), cited_label(place, "en")) == (zh, en)
