"""The tree a reference is resolved in: provisions by number, with the way down to each and the paragraphs of articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guizhang.facts.found import Provision, RuleDocument, walk


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A provision with its way down."""

    node: Provision
    above: tuple[Provision, ...]
    order: int
    """Place in the order of the text."""


Target = tuple[Place, int | None]
"""A provision, and which of its paragraphs where the provision's own text is one of several."""


@dataclass(slots=True)
class Tree:
    """Everything of one document a reference can ask for."""

    document: RuleDocument
    places: list[Place] = field(default_factory=list)
    by_number: dict[tuple[str, tuple[int, ...]], list[Place]] = field(default_factory=dict)
    _by_node: dict[int, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, document: RuleDocument) -> Tree:
        """Return the tree of *document*."""
        tree = cls(document)
        for order, (node, above) in enumerate(walk(document.nodes)):
            place = Place(node, above, order)
            tree.places.append(place)
            tree._by_node[id(node)] = place
            if node.number is not None or node.path:
                key = (str(node.type), tuple(node.path) or (node.number or 0,))
                tree.by_number.setdefault(key, []).append(place)
        return tree

    def at(self, node: Provision) -> Place:
        """Return the place of a provision of this tree."""
        return self._by_node[id(node)]

    def path(self, place: Place, paragraph: int | None = None) -> str:
        """Return the printed path: labels from the outside in, a paragraph by its place in the article."""
        nodes = (*place.above, place.node)
        parents = (None, *place.above)
        steps = [_step(node, parent) for node, parent in zip(nodes, parents, strict=True)]
        if paragraph is not None:
            steps.append(f"第{paragraph}款")
        return "/".join(step for step in steps if step) or self.document.title

    def paragraph(self, base: Place, number: int) -> Target | None:
        """Return paragraph *number* (款) of *base*; its own text is the first."""
        own = 1 if base.node.text else 0
        if number == 1 and own:
            return base, 1
        paragraphs = [child for child in base.node.children if child.type == "paragraph"]
        at = number - 1 - own
        return (self.at(paragraphs[at]), None) if 0 <= at < len(paragraphs) else None


def paragraph_number(node: Provision, parent: Provision) -> int:
    """Return the place of a paragraph among those of its parent; the parent's own text is the first."""
    before = 1 if parent.text else 0
    for child in parent.children:
        if child.type == "paragraph":
            before += 1
        if child is node:
            break
    return before


def _step(node: Provision, parent: Provision | None) -> str:
    if node.label:
        label = re.sub(r"[\s、.．:：]+$", "", node.label.strip())
        # 第 二 章 is printed spaced out; Chapter 2 needs its blank.
        return re.sub(r"\s+", "", label) if re.search(r"[\u3400-\u9fff]", label) else label
    if node.type == "paragraph" and parent is not None:
        return f"第{paragraph_number(node, parent)}款"
    return node.title
