"""What is read and confirmed at once, and what a confirmation's hash covers."""

import pytest

from guizhang.model.acknowledged import WHOLE, reading_lists
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.passages import passages
from guizhang.model.regulation import Regulation
from guizhang.yamlio.load import loads
from tests.model.kinds import CHAPTERS, FLAT, HEADED, TABLE


def rule(text):
    value, faults = loads(text, Regulation, "rule.yaml")
    assert not faults, faults
    return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FLAT, [(None, "one", ()), (None, "two", ("reception",))]),
        (HEADED, [(None, "goods", ()), (None, "fire", ())]),
        (TABLE, [(None, None, ())]),
        (CHAPTERS, [("rules", "first", ()), ("rules", "inner", ()), ("sheet", "sheet", ("agent", "reception"))]),
    ],
)
def test_a_passage_is_a_provision_of_any_kind_or_a_page_without_one(text, expected):
    found = [
        (passage.chapter.node.id if passage.chapter else None, passage.id, tuple(sorted(passage.roles)))
        for passage in passages(rule(text))
    ]
    assert found == expected


SETTINGS = Settings.model_validate(
    {
        "title": {"zh": "手册"},
        "company": {"zh": "海棠服务"},
        "roles": {name: {"name": {"en": name}} for name in ("agent", "reception")},
    }
)


def lists(*texts):
    return reading_lists(Handbook(SETTINGS, tuple(rule(text) for text in texts)))


def test_every_kind_of_regulation_is_confirmed():
    found = lists(FLAT, HEADED, TABLE, CHAPTERS)
    counts = {name: {e.regulation: e.rules for e in one.extents} for name, one in found.items()}
    assert counts[WHOLE] == {"flat": 2, "headed": 3, "table": 1, "chapters": 3}
    assert counts["agent"] == {"flat": 1, "headed": 3, "table": 1, "chapters": 3}


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (TABLE, "20元", "200元"),
        (TABLE, "行为", "违纪行为"),
        (FLAT, "店长主持", "组长主持"),
        (FLAT, "迟到记录", "迟到登记"),
        (FLAT, "label: 1、", "label: 一、"),
        (FLAT, "晨会规定", "早会规定"),
        (FLAT, "Morning", "Daily"),
        (FLAT, "2027-01-01", "2027-02-01"),
        (CHAPTERS, "附表", "附件"),
        (CHAPTERS, "没有编号标识的一组", "一组"),
        (CHAPTERS, "chapter: 2", "chapter: 3"),
    ],
)
def test_the_hash_changes_with_anything_printed(text, old, new):
    assert old in text
    before, after = lists(text), lists(text.replace(old, new))
    assert {name for name in before if before[name].digest != after[name].digest} == set(before)


def test_the_hash_of_a_role_leaves_out_what_is_for_others():
    before, after = lists(FLAT), lists(FLAT.replace("第一排", "第二排"))
    changed = {name for name in before if before[name].digest != after[name].digest}
    assert changed == {WHOLE, "reception"}
