"""Figures that no rule would print: what text recognition or a lost sign made of them, for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guizhang.importers.outline import Document, Finding, walk
from guizhang.zh.folding import plain

_SURE = 0.8
_UNIT = r"(?:万?元|美元|港[元币]|天|日|小时|分钟|个?月|年|人|次|分(?!之)|%|％|yuan|days?|hours?|minutes?)"
_ODD = re.compile(
    # 288288天: a figure twice; 30 00元: cut in two; 30,00元: no group of thousands; 8:3017:30: two times of day in one.
    rf"(?<![\d.])(?P<twice>[1-9]\d{{2,3}})(?P=twice)(?= ?{_UNIT})"
    rf"|(?<![\d.,])[1-9]\d* 00(?= ?{_UNIT})"
    rf"|(?<![\d.,])[1-9]\d*,\d{{1,2}}(?= ?(?:万?元|yuan))"
    r"|(?<!\d)\d{1,2}:\d{2}\d{1,2}:\d{2}(?!\d)"
    # Longer than anything a rule sets a term for.
    r"|(?<![\d.])\d{5,}(?= ?(?:天|日(?![元])|小时|个月|days?\b|hours?\b))"
    # No such day.
    r"|(?<!\d)(?:1[3-9]|[2-9]\d)月\d{1,2}日|(?<!\d)\d{1,2}月(?:3[2-9]|[4-9]\d)日|(?<!\d)2月3[01]日|(?<!\d)(?:4|6|9|11)月31日"
    # A unit twice.
    r"|\d(?P<unit>元|小时|分钟|%)(?P=unit)"
)
_SHOWN = 8
"""Characters shown around a figure."""


def check_figures(documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield a finding for each figure that is likely damaged; it stands in the draft as it is printed.

    Reads: documents. Writes: findings.
    """
    for document in documents:
        for node in walk(document.nodes):
            words = f"{node.title} {node.text}".strip()
            for found in _ODD.finditer(plain(words)):
                around = words[max(0, found.start() - _SHOWN) : found.end() + _SHOWN]
                zh, en = f"数字疑似有误：{around}", f"a figure that looks wrong: {around}"
                yield Finding(node.line, "figure-odd", zh, en, _SURE, node.id)
