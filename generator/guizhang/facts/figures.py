"""The figures of a document, each with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guizhang.facts.clauses import folded
from guizhang.facts.currency import currency_of, priced
from guizhang.facts.found import FoundFact, LineOf, Provision, line_in_text, walk
from guizhang.zh.folding import Folded
from guizhang.zh.quantities import Figure, FigureKind, find_figures

# 2022-11-30 alone on its line, 发行日期：2017/05/22: when the document was made, no figure of a rule.
_MADE = re.compile(r"(?<!生效)(?<!施行)(?<!实施)(?<!實施)(?<!执行)(?<!執行)日\s?期\s?[:：]\s?$")
_NEAR = 12


def find_facts(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[FoundFact]:
    """Return the figures of the texts and headings of *nodes*, in order.

    A heading is read as well: company rules often have 第三条 迟到十分钟以上者罚款20元 as one line. A bare 元
    or $ is of the one currency the document names, or of the place its words tell of.
    """
    out: list[FoundFact] = []
    views: list[Folded] = []
    for node, _ in walk(nodes):
        for text in filter(None, (node.title, node.text)):
            view = folded(text)
            views.append(view)
            for f in find_figures(view):
                if f.kind is FigureKind.DATE and _is_made(text, f):
                    continue
                if text is node.title:
                    out.append(FoundFact(node.line, f, node.id, f.span))
                else:
                    out.append(FoundFact(line_of(node, f.start), f, node.id, line_of.printed(node, f.start, f.end)))
    if not any(f.figure.kind is FigureKind.MONEY for f in out) or (currency := currency_of(views)) == "CNY":
        return out
    return [replace(f, figure=priced(f.figure, currency)) for f in out]


def _is_made(text: str, figure: Figure) -> bool:
    alone = not text[: figure.start].strip() and not text[figure.end :].strip()
    return alone or _MADE.search(text, max(0, figure.start - _NEAR), figure.start) is not None
