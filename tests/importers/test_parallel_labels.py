"""Labels that bilingual text prints twice."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text, outline_json

_PAIRS = ("持证上岗。", "Licensed drivers only."), ("每日点检。", "Check daily."), ("下车熄火。", "Switch off.")


def labels(*lines):
    imported = import_text("\n".join(lines).encode(), "rules.txt")
    return [
        node["label"] for document in outline_json(imported)["documents"] for node in document["nodes"] if node["label"]
    ]


@pytest.mark.parametrize(
    ("han", "latin"), [("{}、", "{}."), ("{}. ", "{}. "), ("第{}条 ", "Article {} "), ("（{}）", "({}) ")]
)
@pytest.mark.parametrize("first", ["han", "latin"])
def test_the_first_language_numbers_and_the_other_translates(han, latin, first):
    rows = [[han.format(i) + zh, latin.format(i) + en] for i, (zh, en) in enumerate(_PAIRS, start=1)]
    lines = [line for row in rows for line in (row if first == "han" else row[::-1])]
    mark = han if first == "han" else latin
    found = labels("叉车操作规范 Forklift Rules", *lines)
    assert ["".join(label.split()) for label in found] == ["".join(mark.format(i).split()) for i in (1, 2, 3)]


@pytest.mark.parametrize(
    "lines",
    [
        # one document in Chinese, then another in English
        [f"{i}. {zh}" for i, (zh, _) in enumerate(_PAIRS, start=1)]
        + ["1. Greet every guest.", "2. Wear the uniform.", "3. Answer within a day."],
        # a list that begins again, of things with Latin names
        ["1. 带卡。", "2. 带笔。", "3. 软件：", "3. Word", "4. 带证。", "5. 带表。"],
    ],
)
def test_numbers_that_come_back_elsewhere_stay_labels(lines):
    assert len(labels(*lines)) >= 5


def test_headings_are_counted_once_and_the_rules_below_them_in_both_languages():
    rows = [("Wear the badge.", "佩戴工牌。"), ("Lock the door.", "锁门。")]
    lines = []
    for number, title in enumerate(("Access 门禁", "Rooms 会议室", "Parking 停车"), start=1):
        lines.append(f"{number}. {title}")
        for place, (latin, han) in enumerate(rows, start=1):
            lines += [f"{place}) {latin}", f"{place}) {han}"]
    imported = import_text("\n".join(["Office Rules 办公室规则", *lines]).encode(), "rules.txt")
    (document,) = imported.documents
    assert [[child.label for child in node.children if child.label] for node in document.nodes] == [["1)", "2)"]] * 3
