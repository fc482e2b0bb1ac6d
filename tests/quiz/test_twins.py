"""One question is asked once: of several items on one sentence only one gives it as it stands."""

from __future__ import annotations

from collections import Counter

from guizhang.model.fact import Fact
from guizhang.model.item import ItemType
from guizhang.quiz.models import generate
from tests.quiz.rulings import article, days, handbook


def test_a_sentence_is_given_as_it_stands_once_over_all_models():
    facts = {
        "within": days("P3D", zh="3天"),
        "kept": days("P45D", bound="min", zh="45天"),
        "often": Fact(kind="frequency", value="1/P1W", zh="每周"),
    }
    rules = [
        article(
            f"x{n}", f"{what}须在${{within}}内书面报告器材室，样品${{often}}检验，保存不少于${{kept}}。", facts=facts
        )
        for n, what in enumerate(
            ("琴弦断裂", "鼓皮开裂", "琴键松动", "调音偏差", "支架变形", "弓毛脱落", "拨片缺损", "音孔堵塞")
        )
    ]
    items = [item for item in generate(handbook(*rules)) if item.type is ItemType.TRUE_FALSE]
    true = Counter(item.stem.zh for item in items if item.answer)
    assert len(items) > 2 * len(rules)
    assert len(true) == len(rules)
    assert set(true.values()) == {1}
