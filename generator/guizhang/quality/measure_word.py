"""The measure word, number or verb form before the blank goes with every option.

Why: 哪一张 is answered by the only thing one counts with 张, "are" by the only plural, without knowing the rule.

Warns (LNT012). Fails: 须随身带一枚____（公章 / 合同 / 电脑）; What are staff to carry? (a badge / a pen / cards).
Passes: 须随身带的是____; options that all go with the word.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (d): avoid grammatical inconsistencies that clue the key.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.counted_en import counted_en, fit_en
from guizhang.quality.counted_zh import counted_zh, fit_zh
from guizhang.quality.view import Finding, View

CODE = "LNT012"


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where only the key goes with the form of the stem."""
    if not view.choices or not view.wrong:
        return
    # Figures, too, may be counted in a word that only the key has: 几份？ 三份 beside 两个.
    fits = counted_zh(view) if view.lang == "zh" else counted_en(view)
    if fits is None and not view.figures:
        fits = fit_zh(view) if view.lang == "zh" else fit_en(view)
    if fits is None:
        return
    right = [fit for fit, choice in zip(fits, view.choices, strict=True) if choice.key]
    wrong = [fit for fit, choice in zip(fits, view.choices, strict=True) if not choice.key]
    # One that nobody listed among several that do not go: the key stands alone all the same.
    few = sum(fit is False for fit in wrong) * 2 > len(wrong) and view.lang == "zh"
    sure = all(fit is True for fit in right) and True not in wrong and (few or None not in wrong)
    # None of the others goes: what nobody listed must be what does.
    if sure or (view.lang == "zh" and False not in right and set(wrong) == {False}):
        yield view.at_stem(
            Message(
                "只有正确选项配得上题干的量词或单复数", "only the key goes with the number or verb form of the stem"
            ),
            Message("换一个各选项都配得上的说法", "word the stem so that every option goes with it"),
        )
