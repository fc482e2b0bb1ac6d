"""About as many true statements as false ones in the bank.

Why: where nearly all are false (or true), whoever says so to every one passes. The exact binomial test at 1 %; fewer than
ten statements say nothing.

Warns (LNT028). Fails: 14 false statements of 15. Passes: 9 of 15.

Source: Ebel & Frisbie (1991), true-false items: somewhat more false than true statements, never nearly all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.view import Finding, View

CODE = "LNT028"
LEAST = 10
_LEVEL = 0.01


def check(views: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Yield one finding, at the first statement, where true or false is too rare for chance."""
    seen: dict[tuple[str, object], View] = {}
    for view in views:
        if view.type is ItemType.TRUE_FALSE and view.item.model is None:
            seen.setdefault((view.item.id, view.loc), view)
    asked = list(seen.values())
    true = sum(view.body.answer is True for view in asked)
    rare = min(true, len(asked) - true)
    if len(asked) >= LEAST and 2 * sum(comb(len(asked), k) for k in range(rare + 1)) / 2 ** len(asked) < _LEVEL:
        yield (
            asked[0],
            asked[0].at_stem(
                Message(f"{len(asked)} 道判断题里 {true} 道正确", f"{true} of {len(asked)} statements are true"),
                Message("改写一部分判断题，使对错大致各半", "rewrite some, so that about half are true"),
            ),
        )
