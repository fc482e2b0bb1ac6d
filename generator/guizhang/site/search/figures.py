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
_CLAUSE_END = re.compile(r"[，,；;。]|\.(?!\d)")
_SENTENCE_END = re.compile(r"(?<=[。；;\n])|(?<=\.)\s")


def told(figures: Sequence[Figure], body: Words) -> tuple[Figure, ...]:
    """Give each figure without words of its own the first sentence that prints it, and tell what is fined or deducted."""
    return tuple(_with_kind(_with_words(figure, body)) for figure in figures)


def _with_words(figure: Figure, body: Words) -> Figure:
    if figure.what.zh or figure.what.en:
        return figure
    printed = figure.printed
    what = Words(_sentence(body.zh, printed.zh), _sentence(body.en, printed.en))
    return replace(figure, what=what, ends=(_end(what.zh, printed.zh), _end(what.en, printed.en)))


def _with_kind(figure: Figure) -> Figure:
    return replace(figure, kind=_FINE) if _is_fine(figure, figure.what) else figure


def _end(sentence: str, printed: str) -> int:
    """Return where the clause ends that prints a figure: what stands behind it speaks of other figures."""
    if not sentence:
        return 0
    alone = _alone(printed).search(sentence)
    end = _CLAUSE_END.search(sentence, alone.end() if alone else 0)
    return _utf16(sentence[: end.start()] if end else sentence)


def _utf16(text: str) -> int:
    """Return how long *text* is for the browser, which counts in halves of 32 bits."""
    return len(text.encode("utf-16-le")) // 2


def _alone(printed: str) -> re.Pattern[str]:
    # 2小时 is not in 12小时.
    return re.compile(rf"(?<![\d.,一二三四五六七八九十百千]){re.escape(printed)}")


def _is_fine(figure: Figure, what: Words) -> bool:
    """Tell whether *figure* is what a breach costs, in money or in points, by the words before it."""
    for printed, text in ((figure.printed.zh, what.zh), (figure.printed.en, what.en)):
        before, _, _ = text.partition(printed) if printed else ("", "", "")
        if (figure.kind == "money" or _POINTS.search(printed)) and _PENALTY.search(before):
            return True
    return False


def _sentence(body: str, printed: str) -> str:
    alone = _alone(printed)
    return next((s.strip() for s in _SENTENCE_END.split(body) if s and alone.search(s)), "")
