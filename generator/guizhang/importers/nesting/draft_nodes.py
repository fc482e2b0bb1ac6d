"""Nodes while they are put together, and how they become the nodes of an outline."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from guizhang.importers.lines.labels import Family
from guizhang.importers.outline import Node, NodeType, Span
from guizhang.zh.folding import Folded

_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class Draft:
    """A node while it is put together; spans are of the view."""

    type: NodeType
    at: int
    label: Span | None = None
    path: tuple[int, ...] = ()
    family: Family | None = None
    title: list[Span] = field(default_factory=list)
    text: list[Span] = field(default_factory=list)
    confidence: float = 0.9
    leads: bool = False
    """Whether its text is words with a colon over a list: 女员工：."""
    bare: bool = False
    """Whether it is a heading that only its look tells: what stands below its line is paragraphs, and none of its own text."""
    inline: bool = False
    """Whether its label stands within a line."""
    left: Draft | None = None
    """The node in which stand the words behind its list, and so what they lead to; ``None`` where its list goes on."""
    parent: Draft | None = None
    children: list[Draft] = field(default_factory=list)


def freeze(view: Folded, drafts: list[Draft], name: str, starts: list[int]) -> tuple[Node, ...]:
    """Return the drafts as nodes, named by their place under *name*; *starts* are the offsets of the lines."""
    nodes = []
    for place, draft in enumerate(drafts, start=1):
        own = f"{name}.{place}"
        # The end of a line may stand within a label; it is layout, not part of the number.
        label = _LINE_END.sub("", view.printed(*draft.label)) if draft.label else ""
        spans = [*([draft.label] if draft.label else []), *draft.title, *draft.text]
        number = None
        if draft.path and draft.family is not Family.HEADING:
            number = draft.path[0] if draft.family is Family.ARTICLE else draft.path[-1]
        nodes.append(
            Node(
                own,
                draft.type,
                label,
                number,
                draft.path if draft.family is not Family.HEADING else (),
                draft.family.value if draft.family else "",
                _text(view, draft.title),
                _text(view, draft.text),
                bisect_right(starts, draft.at),
                tuple(span for low, high in spans for span in view.pieces(low, high)),
                draft.confidence,
                freeze(view, draft.children, own, starts),
            )
        )
    return tuple(nodes)


def _text(view: Folded, spans: list[Span]) -> str:
    """Return the stored text of *spans*, lines joined as the script wants it: Latin words keep a blank between them."""
    out = ""
    for start, end in spans:
        part = view.printed(start, end)
        if out and part and out[-1].isascii() and part[0].isascii() and (out[-1].isalnum() or out[-1] in ",.;:)"):
            out += " "
        out += part
    return out
