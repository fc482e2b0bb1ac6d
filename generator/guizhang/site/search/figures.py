"""What the figures of a unit are: the words they are answered with, and which of them a breach costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guizhang.site.search.unit import Figure, Words

_FINE = "fine"
"""The kind of figure who asks 罚多少 or 扣几分 wants to know; facts say only that it is money or a count."""
_PENALTY = re.compile(r"[罚扣](?:(?!奖)[^。；;])*$|\b(?:fine[ds]?|deduct\w*)\b[^.;]*$")
_POINTS = re.compile(r"分$|\bpoints?$")
_SENTENCE_END = re.compile(r"(?<=[。；;\n])|(?<=\.)\s")


def told(figures: Sequence[Figure], body: Words) -> tuple[Figure, ...]:
    """Give each figure without words of its own the first sentence that prints it, and tell what is fined or deducted."""
    return tuple(
        replace(figure, what=what, kind=_FINE if _is_fine(figure, what) else figure.kind)
        for figure in figures
        for what in [figure.what if figure.what.zh or figure.what.en else _in_sentence(figure.printed, body)]
    )


def _in_sentence(printed: Words, body: Words) -> Words:
    return Words(_sentence(body.zh, printed.zh), _sentence(body.en, printed.en))


def _is_fine(figure: Figure, what: Words) -> bool:
    """Tell whether *figure* is what a breach costs, in money or in points, by the words before it."""
    for printed, text in ((figure.printed.zh, what.zh), (figure.printed.en, what.en)):
        before, _, _ = text.partition(printed) if printed else ("", "", "")
        if (figure.kind == "money" or _POINTS.search(printed)) and _PENALTY.search(before):
            return True
    return False


def _sentence(body: str, printed: str) -> str:
    # 2小时 is not in 12小时.
    alone = re.compile(rf"(?<![\d.,一二三四五六七八九十百千]){re.escape(printed)}")
    return next((s.strip() for s in _SENTENCE_END.split(body) if s and alone.search(s)), "")
