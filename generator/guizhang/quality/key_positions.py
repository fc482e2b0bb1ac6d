"""Keys stand in every position about equally often in the bank as written.

Why: authors put the key in the middle, or always first; where options keep their order, candidates find it there. The draw
shuffles most items, but not those whose options keep their order, and not what a trainer copies out of the bank.
A chi-square test at 1 %: one sound bank in a hundred is suspected wrongly. Fewer than twenty items say nothing.

Warns (LNT027). Fails: 20 items of 25 with the key as the first option. Passes: keys spread as chance would.

Source: Haladyna, Downing & Rodriguez (2002), guideline 20: vary the location of the right answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.view import Finding, View

CODE = "LNT027"
LEAST = 20
# Upper 1 % points of the chi-square distribution for 1 to 7 degrees of freedom.
_CRITICAL = (6.635, 9.210, 11.345, 13.277, 15.086, 16.812, 18.475)


def check(views: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Yield one finding, at the first item, where keys stand in some positions far more often than in others."""
    seen: dict[tuple[str, object], View] = {}
    for view in views:
        if view.type is ItemType.SINGLE_CHOICE and view.item.model is None:
            seen.setdefault((view.item.id, view.loc), view)
    asked = list(seen.values())
    if len(asked) < LEAST:
        return
    at = Counter(next(i for i, choice in enumerate(view.choices) if choice.key) for view in asked)
    wanted: Counter[int] = Counter()
    for view in asked:
        for i in range(len(view.choices)):
            wanted[i] += 1 / len(view.choices)  # type: ignore[assignment]
    chi = sum((at[i] - share) ** 2 / share for i, share in wanted.items())
    if chi > _CRITICAL[len(wanted) - 2]:
        spread = "  ".join(f"{'ABCDEFGH'[i]} {at[i]}" for i in sorted(wanted))
        yield (
            asked[0],
            asked[0].at_stem(
                Message(
                    f"题库里正确选项的位置不均匀：{spread}",
                    f"keys are not spread over the positions of the bank: {spread}",
                ),
                Message("把部分题目的选项换个次序", "change the order of options in some items"),
            ),
        )
