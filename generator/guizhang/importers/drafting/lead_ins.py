"""Lists below the words that lead to them: 验收时检查： and its 1. 2. 3. are one paragraph (款) of a draft.

The outline has them side by side, for its levels are those of the numbers that are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guizhang.importers.outline import Node, NodeType

_COLONS = (":", "：")
_SEVERAL = 2


def below_lead_ins(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes of a document with each list that words without a number lead to below these words.

    What the words before the first number lead to, where none lead to another list beside it, is the document itself
    (特作如下规定：1、…), which stays.
    """
    led = _leading(nodes)
    first = next((place for place, node in enumerate(nodes) if node.label), 0)
    return _gathered(nodes, [] if len(led) == 1 and led[0] < first else led)


def _gathered(nodes: Sequence[Node], led: Sequence[int]) -> tuple[Node, ...]:
    found: list[Node] = []
    place = 0
    while place < len(nodes):
        node = nodes[place]
        end = _end_of_list(nodes, place) if place in led else place + 1
        children = (*node.children, *nodes[place + 1 : end])
        found.append(replace(node, children=_gathered(children, _leading(children))))
        place = end
    return tuple(found)


def _leading(nodes: Sequence[Node]) -> list[int]:
    return [place for place in range(len(nodes)) if _end_of_list(nodes, place) > place + 1]


def _end_of_list(nodes: Sequence[Node], place: int) -> int:
    """Return where the list ends that the words at *place* lead to; the next place where they lead to none."""
    lead = nodes[place]
    end = place + 1
    if lead.type is not NodeType.PARAGRAPH or lead.children or not lead.text.rstrip().endswith(_COLONS):
        return end
    while end < len(nodes) and _counts_on(nodes[end], nodes[place + 1], end - place):
        end += 1
    return end if end - place > _SEVERAL else place + 1


def _counts_on(item: Node, first: Node, number: int) -> bool:
    """Tell whether *item* is number *number* of the list that begins with *first*; bullets have no number."""
    same = item.type is NodeType.ITEM and item.style == first.style
    return same and (item.number == number if first.number is not None else item.number is None)
