"""What each type of item needs, may have and cannot have, and how it is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from guizhang.model.fitting import FORMS
from guizhang.model.item import Item, ItemType, gap_names
from guizhang.yamlio.content import KINDS
from guizhang.yamlio.load import loads

FORMATS = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def names(*texts):
    return [{"zh": text} for text in texts]


def options(count, keys=1):
    return [{"text": {"zh": str(n)}, "key": n < keys} for n in range(count)]


def pairs(count):
    return [{"left": {"zh": f"左{n}"}, "right": {"zh": str(n)}} for n in range(count)]


def item(kind, zh="题", **body):
    return Item.model_validate(
        {"id": "x", "type": kind, "cites": {"a/b": None}, "themes": ["t"], "stem": {"zh": zh}, **body}
    )


ANSWER = {"answer": {"zh": "24小时"}}
CHOICE = {"options": options(3)}
SUB = {"type": "true_false", "stem": {"zh": "小题"}, "answer": True}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("single_choice", CHOICE),
        ("multiple_choice", {"options": options(8, keys=8)}),
        ("true_false", {"answer": False}),
        ("cloze", {"zh": "在 [[a]] 内", "gaps": {"a": ANSWER}}),
        ("cloze", {"zh": "[[a]][[b]]", "gaps": {"a": {**ANSWER, "share": 2}, "b": CHOICE}}),
        ("numeric", {"numeric": {"value": 3}}),
        ("matching", {"pairs": pairs(2)}),
        ("matching", {"pairs": pairs(3), "distractors": names("多余的一", "多余的二")}),
        ("ordering", {"options": options(3, keys=0)}),
        ("short_answer", {"guide": [{"text": {"zh": "要点"}, "points": 1}]}),
        ("case", {"questions": [SUB, {**SUB, "points": 2}]}),
    ],
)
def test_complete_items(kind, body):
    assert item(kind, **body).type == kind


@pytest.mark.parametrize(
    ("kind", "body", "zh", "en"),
    [
        ("single_choice", {}, "缺少 options", "options is missing"),
        ("single_choice", {**CHOICE, "answer": True}, "不应有 answer", "cannot have answer"),
        ("single_choice", {"options": options(3, keys=2)}, "应有且只有一个 key: true，现有 2 个", "exactly one option with key: true, has 2"),
        ("multiple_choice", {"options": options(3, keys=0)}, "至少要有一个 key: true", "at least one option with key: true"),
        ("single_choice", {"options": options(9)}, "应有 2 至 8 个选项，现有 9 个", "needs 2 to 8 options, has 9"),
        ("ordering", {"options": options(3)}, "不用 key", "without key"),
        ("true_false", {"answer": False, "options": options(2)}, "不应有 options", "cannot have options"),
        ("true_false", {}, "缺少 answer", "answer is missing"),
        ("numeric", {}, "缺少 numeric", "numeric is missing"),
        ("short_answer", {}, "缺少 guide", "guide is missing"),
        ("cloze", {}, "缺少 gaps", "gaps is missing"),
        ("cloze", {"gaps": {"a": ANSWER}}, "[[a]] 应出现一次，现有 0 次", "[[a]] must stand once in the zh stem, it stands 0 times"),
        ("cloze", {"zh": "[[a]][[a]]", "gaps": {"a": ANSWER}}, "现有 2 次", "it stands 2 times"),
        ("cloze", {"zh": "[[a]][[b]]", "gaps": {"a": ANSWER}}, "[[b]] 没有写在 gaps 里", "[[b]] in the zh stem is not under gaps"),
        ("cloze", {"stem": {"zh": "[[a]]", "en": "?"}, "gaps": {"a": ANSWER}}, "en 题干里 [[a]]", "once in the en stem"),
        ("cloze", {"zh": "[[a]]", "gaps": {"a": {}}}, "二者取一", "one of the two"),
        ("cloze", {"zh": "[[a]]", "gaps": {"a": {**ANSWER, **CHOICE}}}, "二者取一", "one of the two"),
        ("cloze", {"zh": "[[a]]", "gaps": {"a": {"options": options(3, keys=2)}}}, "只有一个 key: true", "one with key: true"),
        ("matching", {"distractors": names("多余")}, "缺少 pairs", "pairs is missing"),
        ("matching", {"pairs": pairs(1)}, "应有 2 至 8 个配对，现有 1 个", "needs 2 to 8 pairs, has 1"),
        ("matching", {"pairs": pairs(8), "distractors": names("多余")}, "应有 2 至 8 个右项，现有 9 个", "2 to 8 right sides, has 9"),
        ("matching", {"pairs": pairs(2), "distractors": names("1")}, "两个右项相同", "two right sides are the same"),
        ("case", {}, "缺少 questions", "questions is missing"),
        ("case", {"questions": [SUB]}, "应有 2 至 10 个小题，现有 1 个", "needs 2 to 10 questions, has 1"),
        ("case", {"questions": [SUB, {"type": "case", "stem": {"zh": "案中案"}, "questions": [SUB, SUB]}]}, "不能又是案例题", "cannot be a case itself"),
        ("case", {"questions": [SUB, {**SUB, "answer": None}]}, "true_false 题：缺少 answer", "true_false: answer is missing"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(kind, body, zh, en):
    with pytest.raises(ValidationError) as caught:
        item(kind, **body)
    (error,) = caught.value.errors()
    assert error["ctx"]["code"] == "ITM001"
    assert zh in error["ctx"]["zh"]
    assert en in error["ctx"]["en"]


def test_texts_that_a_paper_must_have_in_its_language_and_those_it_need_not():
    case = item(
        "case",
        questions=[
            {"type": "cloze", "stem": {"zh": "[[a]]"}, "gaps": {"a": {**ANSWER, "equivalent": names("一天")}}, "rationale": {"zh": "理由"}},
            {"type": "matching", "stem": {"zh": "配"}, "pairs": pairs(2), "distractors": names("多余")},
            {"type": "numeric", "stem": {"zh": "数"}, "numeric": {"value": 1, "unit": {"zh": "次"}}},
        ],
    )  # fmt: skip
    assert [text.zh for text in case.shown()] == ["题", "[[a]]", "24小时", "配", "左0", "0", "左1", "1", "多余", "数"]
    assert [text.zh for text in case.explained()] == ["理由", "一天", "次"]


def test_gaps_are_no_placeholders():
    assert gap_names("在 ${a/b#c} 之后 [[limit]] 内，[[]] 和 [[空]] 不是空") == ["limit"]


def test_every_type_is_in_the_table_and_in_the_docs():
    assert FORMS.keys() == set(ItemType)
    examples = re.search(r"^```yaml items\n(.*?)^```", FORMATS, re.MULTILINE | re.DOTALL)
    found, faults = loads(examples[1], KINDS["items"], "items.yaml")
    assert not faults
    # The docs show multiple choice by a word: it differs from single choice in the number of its keys only.
    assert {item.type for item in found.root} == set(ItemType) - {ItemType.MULTIPLE_CHOICE}


def test_an_option_speaks_of_a_provision_the_item_cites():
    options = [{"key": True, "text": {"zh": "甲"}, "cite": "a/b"}, {"text": {"zh": "乙"}}]
    item = {"id": "x", "type": "single_choice", "themes": ["t"], "stem": {"zh": "？"}, "options": options}
    assert Item.model_validate({**item, "cites": {"a/b": None}}).options[0].cite == "a/b"
    with pytest.raises(ValidationError, match="a/b"):
        Item.model_validate({**item, "cites": {"a/c": None}})
