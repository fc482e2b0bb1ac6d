"""Figures in phrases that a rule quotes are not asked for; those beside them are."""

from __future__ import annotations

import pytest

from guizhang.model.fact import Fact
from guizhang.model.text import Text
from tests.quiz.rulings import article, made

TIMES = Fact(kind="count", value="2", unit="times", zh="两次", en="twice")
DAYS = Fact(kind="duration", value="P3D")


@pytest.mark.parametrize(
    ("title", "sentence", "fact", "asked"),
    [
        ("服务禁语", "× “上油${x}就好。”", TIMES, False),
        ("应答", "话术：“保养${x}就好”", TIMES, False),
        ("应答", "修鞋师傅不得说“保证${x}修好”。", DAYS, False),
        ("应答", "嚴禁向客人說「隨便」、「${x}後再來」。", DAYS, False),
        ("应答", "接待时禁止使用下列用语：“${x}后再说”。", DAYS, False),
        ("服务忌语", "${x}就能修好，放心。", DAYS, False),
        ("服务禁语", "说禁语被投诉的，${x}内向客人道歉。", DAYS, True),
        ("应答", "门口张贴“${x}内可以退换”的告示。", DAYS, True),
        ("应答", "修鞋师傅不得把修好的鞋留在架上超过${x}。", DAYS, True),
        ("Speech", "Never say “It will take ${x}” to a customer.", DAYS, False),
        ("Speech", "Do not promise a customer “ready in ${x}”.", DAYS, False),
        ("Speech", "Never keep a pair for longer than ${x}.", DAYS, True),
    ],
)
def test_figures_in_phrases_are_not_asked_for(title, sentence, fact, asked):
    zh, en = (None, sentence) if title == "Speech" else (sentence, None)
    rule = article("x", zh, en, title=Text(zh=title if zh else None, en=title if en else None), facts={"x": fact})
    assert bool(made("fact-choice", rule)) is asked
