"""Which rule is which in another version: rows of what changed, and whether it is still the same rule."""

from __future__ import annotations

import pytest

from guizhang.importers.merging.matching import match, spots


def version(*rows):
    """Return a version of (number, id, text) articles; a nested list is the body of the row before."""
    body = []
    for row in rows:
        if isinstance(row, list):
            body[-1]["body"] = version(*row)["body"]
        else:
            number, name, text = row
            body.append({"article": number, "id": name, "text": {"zh": text}})
    return {"body": body}


THRICE = "迟到三次的，扣发当月奖金五十元。"
CASES = [
    ("the same words", ("2", "a", THRICE), ("2", "b", THRICE), False, True),
    ("renumbered", ("2", "a", THRICE), ("7", "b", THRICE), False, True),
    ("reworded and renumbered", ("2", "a", THRICE), ("7", "b", "迟到四次的，扣发当月奖金一百元。"), False, True),
    (
        "rewritten under its number",
        ("2", "a", THRICE),
        ("2", "b", "每月迟到三次以上的员工，公司有权扣发奖金。"),
        False,
        True,
    ),
    (
        "rewritten and renumbered",
        ("2", "a", THRICE),
        ("7", "b", "每月迟到三次以上的员工，公司有权扣发奖金。"),
        False,
        False,
    ),
    ("another rule under the number", ("2", "a", THRICE), ("2", "b", "会议室用后须关灯锁门。"), False, False),
    ("another text under the id, by hand", ("2", "a", THRICE), ("9", "a", "会议室用后须关灯锁门。"), True, True),
    ("an id means nothing between two imports", ("2", "a", THRICE), ("9", "a", "会议室用后须关灯锁门。"), False, False),
]


@pytest.mark.parametrize(("old", "new", "edited", "same"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_rule_is_known_again(old, new, edited, same):
    olds, news = spots(version(old), "zh"), spots(version(new), "zh")
    assert match(olds, news, edited=edited) == ({0: 0} if same else {})


def test_equal_rules_stay_with_their_heading():
    old = version(("1", "a", "请假"), [("2", "b", THRICE)], ("3", "c", "加班"), [("4", "d", THRICE)])
    new = version(
        ("3", "c", "加班"),
        [("4", "d", THRICE + "另有约定的除外。")],
        ("1", "a", "请假"),
        [("2", "b", THRICE + "另行通知。")],
    )
    assert match(spots(old, "zh"), spots(new, "zh")) == {0: 2, 1: 3, 2: 0, 3: 1}
