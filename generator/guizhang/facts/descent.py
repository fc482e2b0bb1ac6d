"""The way down a reference names: from 第五条 to its 第二款 to its 第（三）项, and what lies between two ends of a range."""

from __future__ import annotations

from dataclasses import replace

from guizhang.facts.tree import Place, Target, Tree
from guizhang.zh.mentions import Mention, Step
from guizhang.zh.reference_forms import LEVELS

SMALL = frozenset(("paragraph", "item", "point"))
"""Levels that are counted within an article: a bare 第二款 is one of the article it stands in."""


def completed(mention: Mention) -> tuple[Step, ...]:
    """Return the end of a range with the upper levels its beginning names: 第五条第一款至第三款."""
    rank = LEVELS.index(mention.until[0].level)
    return (*(step for step in mention.steps if LEVELS.index(step.level) < rank), *mention.until)


def between(first: Target, last: Target, tree: Tree) -> list[Target]:
    """Return the provisions from *first* to *last*, all of the level of the last."""
    kind = last[0].node.type
    inner: list[Target] = [
        (p, None)
        for p in tree.places[first[0].order + 1 : last[0].order]
        # An item may hold items: those of the ends' own depth are meant.
        if p.node.type == kind and (kind != "item" or len(p.above) == len(last[0].above))
    ]
    return [first, *inner] if first == last else [first, *inner, last]


def follow(steps: tuple[Step, ...], place: Place | None, tree: Tree) -> list[Target]:
    """Go down from where the first step can stand; what the reference leaves open is the place of the mention."""
    if place is None or not steps or steps[0].level not in SMALL:
        return down(steps, None, place, tree)
    if steps[0].level == "item" and (listed := _in_lists(steps, place, tree)):
        return listed
    chain = [tree.at(node) for node in reversed((*place.above, place.node))]
    if steps[0].level == "paragraph":
        chain.sort(key=lambda p: p.node.type != "article")
    for home in chain:
        found = down(steps, home, place, tree)
        # 按第1款执行 within the first item of another list is not that item itself.
        if found and any(target is not place or home.node.type == "article" for target, _ in found):
            return found
    # An item that is nowhere below: items are then what the document is made of, and the outermost of them begin a path.
    whole = (replace(steps[0], level="article"), *steps[1:])
    loose = down(steps, None, place, tree)
    if any(target is place for target, _ in loose):
        # No rule calls itself by its number: an outer one of that number is meant.
        loose = down(steps, None, None, tree)
    return loose or (down(whole, None, None, tree) if steps[1:] else [])


def _in_lists(steps: tuple[Step, ...], place: Place, tree: Tree) -> list[Target]:
    """Return items of the lists around *place* where the article has several: of its own paragraph, else of the nearest.

    No list is meant that would make *place* speak of itself.
    """
    for rows, at in tree.rows_around(place):
        lists = [(abs(i - at) + (i > at) * len(rows), tree.target(row)) for i, row in enumerate(rows) if row.items]
        for _, (lead, own) in sorted(lists, key=lambda one: one[0]) if len(lists) > 1 else ():
            items = {id(node) for node in tree.introduced((lead, own))}
            first = down(steps[:1], lead, None, tree, own)
            mine = any(target.node in (*place.above, place.node) for target, _ in first)
            if len(first) == len(steps[0].numbers) and not mine and all(id(t.node) in items for t, _ in first):
                return down(steps, lead, None, tree, own)
    return []


def down(
    steps: tuple[Step, ...], base: Place | None, origin: Place | None, tree: Tree, own: int | None = None
) -> list[Target]:
    """Return what *steps* lead to below *base*, or anywhere where there is no base, nearest to *origin*.

    *own* says which of its paragraphs, where the text of *base* is one.
    """
    current: list[tuple[Place | None, int | None]] = [(base, own)]
    for step in steps:
        current = [
            hit for at, paragraph in current for hit in _all(step, at, paragraph, origin, tree) if hit is not None
        ]
    return [(at, paragraph) for at, paragraph in current if at is not None]


def _all(
    step: Step, base: Place | None, paragraph: int | None, origin: Place | None, tree: Tree
) -> list[Target | None]:
    """Return what every number of *step* leads to: 1至3款 are items, though the first may be a paragraph too."""
    if step.level == "paragraph" and len(step.numbers) > 1 and base is not None:
        items = [_one("item", number, base, paragraph, origin, tree) for number in step.numbers]
        if all(items) and not tree.paragraph(base, step.numbers[-1][0]):
            return items
    # Paragraph 2.3 is numbered like an item.
    level = "item" if step.level == "paragraph" and any(len(number) > 1 for number in step.numbers) else step.level
    return [_one(level, number, base, paragraph, origin, tree) for number in step.numbers]


def _one(
    level: str, number: tuple[int, ...], base: Place | None, paragraph: int | None, origin: Place | None, tree: Tree
) -> Target | None:
    if not number:
        return None
    if level == "paragraph":
        if base is None:
            outer = tree.outermost("item", number)
            return (outer[0], None) if len(outer) == 1 else None
        if found := tree.paragraph(base, number[0]):
            return found
        # Many a company writes 第二款 for the second item.
        level = "item"
    if base is not None and (below := _below(level, number, base, paragraph, tree)) is not None:
        return below
    candidates = _numbered(level, number, base, tree)
    if base is not None:
        inside = [c for c in candidates if any(node is base.node for node in c.above)]
        candidates = [c for c in inside if c.above[-1] is base.node] or inside
        if not inside and paragraph is None and base.node.type == "paragraph" and base.above:
            # 前款第（一）项: the items stand beside the paragraph that introduces them.
            parent = base.above[-1]
            beside = tree.by_number.get((level, number), [])
            candidates = [c for c in beside if c.above[-1:] and c.above[-1] is parent and c.order > base.order]
    elif origin is not None and len(candidates) > 1:
        # The nearest of equal numbers: chapters that begin their articles anew.
        shared = [sum(a is b for a, b in zip(c.above, origin.above, strict=False)) for c in candidates]
        near = [c for c, n in zip(candidates, shared, strict=True) if n == max(shared)]
        # Of those equally near the outermost: 上述（三） is no third point of another chapter.
        candidates = sorted(near, key=lambda c: len(c.above))
    elif origin is None and len(candidates) > 1:
        # Counted from the whole document: 本守则第贰点第五款 begins with its outermost points.
        candidates = tree.outermost(level, number)
    if not candidates and level == "article" and number[1:] == (1,):
        # 有第五条之一行为的: one of what it lists, where no article is numbered so.
        return _one(level, number[:1], base, paragraph, origin, tree)
    if not candidates and level == "point":
        # 第贰点第五款: a point is what the document is made of where it has no smaller ones.
        return _one("item", number, base, paragraph, origin, tree)
    if not candidates and level == "item" and len(number) == 1 and base is not None and base.node.type == "article":
        return tree.paragraph(base, number[0])
    return (candidates[0], None) if candidates else None


def _below(level: str, number: tuple[int, ...], base: Place, paragraph: int | None, tree: Tree) -> Target | None:
    """Return the provision of that number directly below *base*."""
    if level in ("item", "point"):
        # 第五条第二款第一项: of the list that paragraph introduces.
        listed = (tree.at(node) for node in tree.introduced((base, paragraph)) if tree.numbered(node, number))
        if (item := next(listed, None)) is not None:
            return item, None
    child = tree.child(base, level, number)
    return (child, None) if child is not None else None


def _numbered(level: str, number: tuple[int, ...], base: Place | None, tree: Tree) -> list[Place]:
    """Return every provision that bears the number, of that level or of what stands for it in this document."""
    found = tree.by_number.get((level, number), [])
    if not found and level != "item" and (len(number) > 1 or base is not None or not tree.has(level)):
        # 第3.2条 names a numbered item; a document without 条 calls its items so, the outermost first.
        found = tree.by_number.get(("item", number), []) if base else tree.outermost("item", number)
    if not found and level in ("section", "part") and base is None:
        # Section I, where what is called so has no word in front of its number.
        found = tree.outermost("item", number)
    if found or len(number) == 1:
        return found
    # A number of several signs stands for one provision, of whatever level; 4.2.1 may be 1 below 4.2.
    outer = tree.by_number.get(("item", number[:-1]), [])
    below = (tree.child(one, "item", number[-1:]) for one in outer)
    return tree.dotted(number) or [one for one in below if one is not None]
