"""What the statistics of an item say should be looked at, and what to do."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from guizhang.grading.analysis.choices import Choice
from guizhang.grading.analysis.figures import Figure, Measure, enough
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.text import Text

TOO_HARD, TOO_EASY = 0.2, 0.95
"""Facilities below and above which an item tells little about anybody."""
MANY_BLANK = 0.25
_FISHER, _NEXT_TO_ONE = 3, 0.999999


class Flag(StrEnum):
    """What an item is suspected of, the gravest first."""

    WRONG_KEY = "wrong_key"
    """The upper group prefers an option that is not the key, and choosing it goes with a better rest of the paper."""
    NEGATIVE = "negative"
    """The stronger people are, the worse they do: item-rest r is below 0 by more than its standard error."""
    STRONG_DISTRACTOR = "strong_distractor"
    """More people choose a distractor than the key."""
    TOO_HARD = "too_hard"
    TOO_EASY = "too_easy"
    UNUSED = "unused"
    """Nobody chooses a distractor."""
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Advice:
    """One suspicion, and what to do."""

    flag: Flag
    label: str
    """The option it is about, as lettered on the first form; ``""`` where it is about the item."""
    text: Text

    @property
    def rank(self) -> int:
        """Place among all suspicions, the gravest first."""
        return list(Flag).index(self.flag)


def advise(
    item: DrawnItem, n: int, facility: Decimal | None, blank: int, item_rest: Figure, choices: Sequence[Choice]
) -> Iterator[Advice]:
    """Yield what to look at, the gravest first; nothing with fewer people than a distractor table takes.

    Args:
        item: The item on the first form that has it.
        n: Marked answers.
        facility: Share of its points earned, 0..1.
        blank: Answers left blank.
        item_rest: Its correlation with the rest of the paper.
        choices: Its distractor table.
    """
    if facility is None or not enough(Measure.CHOICES, n):
        return
    suspects = _better_keys(choices)
    for choice in suspects:
        yield _wrong_key(choice)
    if item_rest.value is not None and _is_below_zero(item_rest.value, n) and not suspects:
        yield _say(
            Flag.NEGATIVE, "",
            f"强的人反而答错（题总相关 {item_rest.value:.2f}）：看题干和答案有没有歧义，必要时作废或两个答案都算对",
            f"strong candidates do worse than weak ones (r = {item_rest.value:.2f}): "
            "look for a second reading of stem or key; drop it or accept both",
        )  # fmt: skip
    if not suspects:
        yield from _strong_distractors(choices)
    # By a wrong key nearly everybody would be wrong: how hard the question is shows when that is settled.
    if not suspects:
        yield from _hard_or_easy(float(facility))
    for choice in choices:
        if item.options and not choice.key and choice.n == 0 and enough(Measure.DISCRIMINATION, n):
            yield _say(
                Flag.UNUSED, choice.label,
                f"没有人选 {choice.label}：换一个像真的错误选项",
                f"nobody chooses {choice.label}: write a more plausible distractor",
            )  # fmt: skip
    if blank / n >= MANY_BLANK:
        yield _say(
            Flag.BLANKS, "",
            f"{blank} / {n} 人没有作答：看题干是否难懂、时间是否够",
            f"{blank} of {n} left it blank: look whether the stem is clear and the time enough",
        )  # fmt: skip


def _is_below_zero(r: float, n: int) -> bool:
    """Tell whether a correlation is below 0 by more than its standard error, on Fisher's scale: -0.02 is chance."""
    if r >= 0 or n <= _FISHER:
        return r < 0
    return math.atanh(max(r, -_NEXT_TO_ONE)) < -1 / math.sqrt(n - _FISHER)


def _better_keys(choices: Sequence[Choice]) -> list[Choice]:
    """Return the options that the strong prefer to a key: chosen by more of the upper group, and a better sign of strength."""
    keys = [choice for choice in choices if choice.key]
    if not keys:
        return []
    weakest = min(keys, key=lambda choice: (choice.rest or 0.0, choice.upper))
    return [
        choice
        for choice in choices
        if not choice.key
        and choice.upper > weakest.upper
        and choice.rest is not None
        and choice.rest > max(0.0, weakest.rest or 0.0)
    ]


def _wrong_key(choice: Choice) -> Advice:
    return _say(
        Flag.WRONG_KEY, choice.label,
        f"答案可能是 {choice.label}：强的人选它（前 27% 中 {choice.upper:.0%}）。对照条文；若答案有误，更正后重评",
        f"the key may be {choice.label}: strong candidates choose it ({choice.upper:.0%} of the upper 27 %). "
        "Compare with the rule; if the key is wrong, correct it and grade again",
    )  # fmt: skip


def _strong_distractors(choices: Sequence[Choice]) -> Iterator[Advice]:
    least = min((choice.n for choice in choices if choice.key), default=0)
    for choice in choices:
        if not choice.key and choice.n > least:
            yield _say(
                Flag.STRONG_DISTRACTOR, choice.label,
                f"选 {choice.label} 的人（{choice.n}）比选答案的（{least}）多：多半是普遍的误解，培训时要讲；也核对一下题目",
                f"more people choose {choice.label} ({choice.n}) than the key ({least}): "
                "most likely a common misconception to teach against; check the item too",
            )  # fmt: skip


def _hard_or_easy(facility: float) -> Iterator[Advice]:
    if facility < TOO_HARD:
        yield _say(
            Flag.TOO_HARD, "",
            f"太难（得分率 {facility:.0%}）：这条规定要重讲，或题目问得不清",
            f"too hard (facility {facility:.0%}): teach the rule again, or ask more clearly",
        )  # fmt: skip
    elif facility > TOO_EASY:
        yield _say(
            Flag.TOO_EASY, "",
            f"太容易（得分率 {facility:.0%}）：分不出强弱；人人都该会的可以留着",
            f"too easy (facility {facility:.0%}): it tells nobody apart; keep it if everybody must know it",
        )  # fmt: skip


def _say(flag: Flag, label: str, zh: str, en: str) -> Advice:
    return Advice(flag, label, Text(zh=zh, en=en))
