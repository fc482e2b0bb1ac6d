"""References resolved: what 第十条第二款, 前款, 本章, 上述, 附件1 and 《…》第五条 lead to in the tree they stand in.

Reads: the tree and the mentions `guizhang.zh.references` finds. Writes: a printed path per mention, or None: unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.facts.clauses import folded
from guizhang.facts.found import FoundReference, LineOf, Provision, RuleDocument, line_in_text
from guizhang.facts.tree import Place, Target, Tree, paragraph_number
from guizhang.zh.references import LEVELS, Mention, Step, find_references

_WHOLE = re.compile(
    "^本(?:管理)?(?:制度|规定|办法|细则|手册|规范|守则|规程|准则|条例|规则|标准|公约|须知|章程|流程|方案|协议|合同|文件|指引)"
    "|^this (?:regulation|policy|handbook|manual)"
)
_SIGN_LEVEL = {"编": "part", "章": "chapter", "节": "section", "条": "article", "款": "paragraph", "项": "item"}
_LEVEL_SIGN = {"point": "目", **{level: sign for sign, level in _SIGN_LEVEL.items()}}
_EN_LEVEL = re.compile("article|chapter|section|paragraph|item")
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_SMALL = frozenset(("paragraph", "item", "point"))
"""Levels that are counted within an article: a bare 第二款 is one of the article it stands in."""
_HOLDERS = frozenset(("article", "item"))


def find_resolved(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> list[FoundReference]:
    """Return the references of all *documents* with what they lead to, in order."""
    trees = [Tree.of(document) for document in documents]
    titles = {_bare(tree.document.title): tree for tree in trees if tree.document.title}
    out: list[FoundReference] = []
    for tree in trees:
        for place in tree.places:
            node = place.node
            out += [_found(m, place, tree, titles, node.line) for m in find_references(folded(node.title))]
            out += [_found(m, place, tree, titles, line_of(node, m.start)) for m in find_references(folded(node.text))]
    return out


def _found(mention: Mention, place: Place, tree: Tree, titles: dict[str, Tree], line: int) -> FoundReference:
    targets = list(_targets(mention, place, tree, titles))
    if not targets:
        # The title of a document that is not at hand is all there is to say of it.
        outside = mention.title
        if outside and mention.steps:
            outside += "/" + "".join(_printed(step) for step in mention.steps)
        return FoundReference(line, mention.span, outside, place.node.id)
    paths = ", ".join(dict.fromkeys(path for path, _ in targets))
    ids = tuple(dict.fromkeys(found.node.id for _, found in targets if found is not None))
    first = targets[0][1]
    return FoundReference(line, mention.span, paths, place.node.id, ids, first.node.line if first else None)


def _targets(mention: Mention, place: Place, tree: Tree, titles: dict[str, Tree]) -> Iterator[tuple[str, Place | None]]:
    """Yield (printed path, place) of everything *mention* leads to inside the documents given."""
    if mention.title is not None:
        other = titles.get(_bare(mention.title))
        if other is not None and mention.steps:
            yield from _by_steps(mention, None, other)
        elif other is not None:
            yield other.document.title, None
    elif mention.annex is not None:
        yield from _annex(mention.annex, tree, titles)
    elif mention.anchor is not None:
        yield from _by_anchor(mention, place, tree)
    else:
        yield from _by_steps(mention, place, tree)


def _by_steps(mention: Mention, place: Place | None, tree: Tree) -> Iterator[tuple[str, Place]]:
    found = _follow(mention.steps, place, tree)
    if mention.until and found:
        last = _follow(_completed(mention), place, tree)
        found = _between(found[0], last[-1], tree) if last else []
    for target, paragraph in found:
        yield tree.path(target, paragraph), target


def _completed(mention: Mention) -> tuple[Step, ...]:
    """Return the end of a range with the upper levels its beginning names: 第五条第一款至第三款."""
    rank = LEVELS.index(mention.until[0].level)
    return (*(step for step in mention.steps if LEVELS.index(step.level) < rank), *mention.until)


def _between(first: Target, last: Target, tree: Tree) -> list[Target]:
    """Return the provisions from *first* to *last*, all of the level of the last."""
    kind = last[0].node.type
    inner = [(p, None) for p in tree.places[first[0].order + 1 : last[0].order] if p.node.type == kind]
    return [first, *inner] if first == last else [first, *inner, last]


def _follow(steps: tuple[Step, ...], place: Place | None, tree: Tree) -> list[Target]:
    """Go down from where the first step can stand; what the reference leaves open is the place of the mention."""
    if place is None or not steps or steps[0].level not in _SMALL:
        return _down(steps, None, place, tree)
    chain = [tree.at(node) for node in reversed((*place.above, place.node))]
    if steps[0].level == "paragraph":
        chain.sort(key=lambda p: p.node.type != "article")
    for home in chain:
        if found := _down(steps, home, place, tree):
            return found
    # An item that is nowhere below: items are then what the document is made of.
    return _down(steps, None, place, tree)


def _down(steps: tuple[Step, ...], base: Place | None, origin: Place | None, tree: Tree) -> list[Target]:
    current: list[tuple[Place | None, int | None]] = [(base, None)]
    for step in steps:
        current = [
            hit
            for at, paragraph in current
            for number in step.numbers
            if (hit := _one(step.level, number, at, paragraph, origin, tree)) is not None
        ]
    return [(at, paragraph) for at, paragraph in current if at is not None]


def _one(
    level: str, number: tuple[int, ...], base: Place | None, paragraph: int | None, origin: Place | None, tree: Tree
) -> Target | None:
    if not number:
        return None
    if level == "paragraph":
        if base is None:
            return None
        if found := tree.paragraph(base, number[0]):
            return found
        # Many a company writes 第二款 for the second item.
        level = "item"
    candidates = tree.by_number.get((level, number), [])
    if not candidates and level != "item":
        # 第3.2条 names a numbered item; a document without 条 calls its items so.
        candidates = tree.by_number.get(("item", number), [])
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
        candidates = [c for c, n in zip(candidates, shared, strict=True) if n == max(shared)]
    if not candidates and level == "item" and base is not None and base.node.type == "article":
        return tree.paragraph(base, number[0])
    return (candidates[0], None) if candidates else None


def _by_anchor(mention: Mention, place: Place, tree: Tree) -> Iterator[tuple[str, Place | None]]:
    anchor = mention.anchor or ""
    if _WHOLE.match(anchor):
        if mention.steps:
            yield from _by_steps(mention, None, tree)
        else:
            yield tree.document.title, None
        return
    here = anchor.startswith(("本", "this "))
    for target, paragraph in _this(anchor, place, tree) if here else _earlier(anchor, place, tree):
        inner = _down(mention.steps, target, None, tree) if mention.steps else [(target, paragraph)]
        for found, number in inner:
            yield tree.path(found, number), found


def _level(anchor: str) -> str:
    english = _EN_LEVEL.search(anchor)
    if english:
        return english.group()
    return next((level for sign, level in _SIGN_LEVEL.items() if sign in anchor), "")


def _this(anchor: str, place: Place, tree: Tree) -> list[Target]:
    level = _level(anchor)
    chain = [*place.above, place.node]
    if level == "paragraph":
        holder = next((node for node in reversed(chain) if node.type in _HOLDERS), None)
        return [(place, 1 if place.node is holder else None)]
    node = next((node for node in reversed(chain) if node.type == level), None)
    if node is None and level == "article":
        node = next((node for node in reversed(chain) if node.type == "item"), None)
    return [(tree.at(node), None)] if node is not None else []


def _earlier(anchor: str, place: Place, tree: Tree) -> list[Target]:
    """Return what 前款, 前条, 前两条, 上一章, 下条 or 上述 lead to, counted from *place*."""
    level = _level(anchor)
    count = next((n for sign, n in _COUNT.items() if sign in anchor), 1)
    step = 1 if anchor.startswith("下") else -1
    if not level:
        return _said_before(place, tree)
    if level == "paragraph":
        return _paragraphs_before(place, tree, count, step)
    same = [p for p in tree.places if p.node.type == level]
    if level == "article" and not same:
        same = [p for p in tree.places if p.node.type == "item" and len(p.above) == len(place.above)]
    home = next((i for i in range(len(same) - 1, -1, -1) if same[i].order <= place.order), None)
    if home is None:
        return []
    wanted = range(home - count, home) if step < 0 else range(home + 1, home + 1 + count)
    # 前三条 are the three before; 上一条 is one.
    return [(same[i], None) for i in wanted if 0 <= i < len(same)]


def _paragraphs_before(place: Place, tree: Tree, count: int, step: int) -> list[Target]:
    """Return the paragraphs before that of *place*; the article's own text is the first."""
    chain = [*place.above, place.node]
    for node, parent in zip(reversed(chain), reversed(chain[:-1]), strict=False):
        if node.type == "paragraph":
            home, own = tree.at(parent), paragraph_number(node, parent)
            numbers = range(max(1, own - count), own) if step < 0 else range(own + 1, own + 1 + count)
            return [found for number in numbers if (found := tree.paragraph(home, number))]
    # An item below the article's own text belongs to its first paragraph, which is what 前款 means from there.
    holders = [node for node in reversed(chain[:-1]) if node.type in _HOLDERS and node.text]
    return [(tree.at(holders[0]), 1)] if holders else []


def _said_before(place: Place, tree: Tree) -> list[Target]:
    """上述 leads to what stands before: the provision before this one at its level, else the one above it."""
    parent: Provision | None = place.above[-1] if place.above else None
    siblings = list(parent.children) if parent is not None else list(tree.document.nodes)
    index = next((i for i, node in enumerate(siblings) if node is place.node), 0)
    node = siblings[index - 1] if index else parent
    return [(tree.at(node), None)] if node is not None else [(place, None)]


def _annex(words: str, tree: Tree, titles: dict[str, Tree]) -> Iterator[tuple[str, Place | None]]:
    wanted = _bare(words)
    for place in tree.places:
        if _bare(place.node.label).startswith(wanted) or _bare(place.node.title).startswith(wanted):
            yield tree.path(place), place
            return
    for title, other in titles.items():
        if title.startswith(wanted):
            yield other.document.title, None
            return


def _bare(title: str) -> str:
    return re.sub(r"[\s《》:、.()]+", "", folded(title).text)


def _printed(step: Step) -> str:
    return "、".join("第" + ".".join(str(n) for n in number) + _LEVEL_SIGN[step.level] for number in step.numbers)
