"""The figures of a document, each with its line."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.facts.clauses import folded
from guizhang.facts.found import FoundFact, LineOf, Provision, line_in_text, walk
from guizhang.zh.quantities import find_figures


def find_facts(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[FoundFact]:
    """Return the figures of the texts and headings of *nodes*, in order.

    A heading is read as well: company rules often have 第三条 迟到十分钟以上者罚款20元 as one line.
    """
    out: list[FoundFact] = []
    for node, _ in walk(nodes):
        out += (
            [FoundFact(node.line, figure, node.id) for figure in find_figures(folded(node.title))] if node.title else []
        )
        out += (
            [FoundFact(line_of(node, f.start), f, node.id) for f in find_figures(folded(node.text))]
            if node.text
            else []
        )
    return out
