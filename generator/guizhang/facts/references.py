"""References resolved: what 第十条第二款, 前款, 本章, 上述, 附件1 and 《…》第五条 lead to in the tree they stand in.

Reads: the tree and the mentions `guizhang.zh.references` finds. Writes: a printed path per mention, or None: unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guizhang.facts.found import FoundReference, LineOf, Provision, RuleDocument, line_in_text, walk
from guizhang.zh.references import LEVELS, Mention, Step, find_references

_HEADINGS = ("part", "chapter", "section")
_WHOLE = re.compile(
    "^本(?:管理)?(?:制度|规定|办法|细则|手册|规范|守则|规程|准则|条例|规则|标准|公约|须知|章程|流程|方案|协议|合同|文件|指引)|this (?:regulation|policy|handbook|manual)"
)
_SIGN_LEVEL = {"编": "part", "章": "chapter", "节": "section", "条": "article", "款": "paragraph", "项": "item"}
_EN_LEVEL = re.compile("(article|chapter|section|paragraph|item)")
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}


@dataclass(slots=True)
class _Place:
    """A provision with its way down and the paragraphs of its article."""

    node: Provision
    above: tuple[Provision, ...]
    order: int


@dataclass(slots=True)
class _Tree:
    """Everything of one document a reference can ask for."""

    document: RuleDocument
    places: list[_Place] = field(default_factory=list)
    by_number: dict[tuple[str, tuple[int, ...]], list[_Place]] = field(default_factory=dict)

    def path(self, place: _Place, paragraph: int | None = None) -> str:
        """Return the printed path: labels from the outside in, a paragraph by its place in the article."""
        steps = [_step(node, (place.above[:i] and place.above[i - 1]) or None) for i, node in enumerate(place.above)]
        steps.append(_step(place.node, place.above[-1] if place.above else None))
        if paragraph is not None:
            steps.append(f"第{paragraph}款")
        return "/".join(step for step in steps if step) or self.document.title


def _step(node: Provision, parent: Provision | None) -> str:
    if node.label:
        return re.sub(r"[\s、.．:：]+$", "", node.label.strip())
    if node.type == "paragraph" and parent is not None:
        return f"第{_paragraph_number(node, parent)}款"
    return node.title


def _paragraph_number(node: Provision, parent: Provision) -> int:
    """Return the place of a paragraph among those of its parent; the parent's own text is the first."""
    before = 1 if parent.text else 0
    for child in parent.children:
        if child.type == "paragraph":
            before += 1
        if child is node:
            break
    return before


def find_resolved(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> list[FoundReference]:
    """Return the references of all *documents* with what they lead to, in order."""
    trees = [_tree(document) for document in documents]
    titles = {_bare(tree.document.title): tree for tree in trees if tree.document.title}
    out: list[FoundReference] = []
    for tree in trees:
        for place in tree.places:
            for text, is_title in ((place.node.title, True), (place.node.text, False)):
                for mention in find_references(text) if text else ():
                    line = place.node.line if is_title else line_of(place.node, mention.start)
                    out.append(_found(mention, place, tree, titles, line))
    return out


def _tree(document: RuleDocument) -> _Tree:
    tree = _Tree(document)
    for order, (node, above) in enumerate(walk(document.nodes)):
        place = _Place(node, above, order)
        tree.places.append(place)
        if node.number is not None or node.path:
            key = (node.type, node.path or (node.number or 0,))
            tree.by_number.setdefault(key, []).append(place)
    return tree


def _found(mention: Mention, place: _Place, tree: _Tree, titles: dict[str, _Tree], line: int) -> FoundReference:
    targets = list(_targets(mention, place, tree, titles))
    if not targets:
        outside = mention.title
        if outside and mention.steps:
            outside += "/" + "".join(_printed(step) for step in mention.steps)
        return FoundReference(line, mention.span, outside, place.node.id)
    paths = ", ".join(dict.fromkeys(path for path, _ in targets))
    ids = tuple(dict.fromkeys(found.node.id for _, found in targets if found is not None))
    first = targets[0][1]
    return FoundReference(line, mention.span, paths, place.node.id, ids, first.node.line if first else None)


def _targets(
    mention: Mention, place: _Place, tree: _Tree, titles: dict[str, _Tree]
) -> Iterator[tuple[str, _Place | None]]:
    """Yield (printed path, place) of everything *mention* leads to inside the documents given."""
    if mention.title is not None:
        other = titles.get(_bare(mention.title))
        if other is None:
            return
        if not mention.steps:
            yield other.document.title, None
            return
        yield from _by_steps(mention, None, other)
    elif mention.annex is not None:
        yield from _annex(mention.annex, tree, titles)
    elif mention.anchor is not None:
        yield from _by_anchor(mention, place, tree)
    else:
        yield from _by_steps(mention, place, tree)


def _by_steps(mention: Mention, place: _Place | None, tree: _Tree) -> Iterator[tuple[str, _Place]]:
    found = _follow(mention.steps, place, tree)
    if mention.until:
        last = _follow(_completed(mention), place, tree)
        if found and last:
            kind = found[0][0].node.type
            span = range(found[0][0].order, last[-1][0].order + 1)
            found = [(p, None) for p in tree.places if p.order in span and p.node.type == kind]
    for target, paragraph in found:
        yield tree.path(target, paragraph), target


def _completed(mention: Mention) -> tuple[Step, ...]:
    """Return the end of a range with the upper levels its beginning names: 第五条第一款至第三款."""
    rank = LEVELS.index(mention.until[0].level)
    return (*(step for step in mention.steps if LEVELS.index(step.level) < rank), *mention.until)


def _follow(steps: tuple[Step, ...], place: _Place | None, tree: _Tree) -> list[tuple[_Place, int | None]]:
    """Go down from where the first step can stand; what the first step leaves open is the place of the mention."""
    current: list[tuple[_Place | None, int | None]] = [(None, None)]
    first = steps[0].level if steps else ""
    if place is not None and first in ("paragraph", "item", "point"):
        current = [(home, None) for home in _homes(place, tree, first)]
    for step in steps:
        reached: list[tuple[_Place | None, int | None]] = []
        for base, paragraph in current:
            for number in step.numbers:
                hit = _one(step.level, number, base, paragraph, place, tree)
                if hit is not None:
                    reached.append(hit)
                    break_out = first in ("paragraph", "item", "point") and step is steps[0] and len(step.numbers) == 1
                    if break_out:
                        break
            if reached and first in ("paragraph", "item", "point") and step is steps[0]:
                break
        current = reached
    return [(base, paragraph) for base, paragraph in current if base is not None]


def _homes(place: _Place, tree: _Tree, level: str) -> list[_Place]:
    """Return where a bare 第二款 or 第（三）项 can be looked for: the article first, then outwards."""
    chain = [p for p in (_at(node, tree) for node in reversed((*place.above, place.node))) if p is not None]
    articles = [p for p in chain if p.node.type == "article"]
    return articles + [p for p in chain if p not in articles] if level == "paragraph" else chain


def _one(
    level: str, number: tuple[int, ...], base: _Place | None, paragraph: int | None, origin: _Place | None, tree: _Tree
) -> tuple[_Place, int | None] | None:
    if level == "paragraph":
        return _paragraph(base, number[0], tree) if base else None
    candidates = tree.by_number.get((level, number), [])
    if not candidates and level in ("point", "item", "section", "article"):
        # 第3.2条 names a numbered item; a document without 条 calls its items so.
        candidates = tree.by_number.get(("item", number), [])
    if base is not None:
        inside = [c for c in candidates if base.node in c.above or (not base.above and c.above == ())]
        direct = [c for c in inside if c.above[-1:] == (base.node,)]
        candidates = direct or inside
        if paragraph is not None and len(candidates) > 1:
            candidates = candidates[:1]
    if not candidates:
        return None
    if origin is not None and len(candidates) > 1:
        # The nearest of equal numbers: chapters that begin their articles anew.
        shared = [sum(a is b for a, b in zip(c.above, origin.above, strict=False)) for c in candidates]
        candidates = [c for c, n in zip(candidates, shared, strict=True) if n == max(shared)]
    return candidates[0], None


def _paragraph(base: _Place, number: int, tree: _Tree) -> tuple[_Place, int | None] | None:
    own = 1 if base.node.text else 0
    if number == 1 and own:
        return base, 1
    paragraphs = [child for child in base.node.children if child.type == "paragraph"]
    if 0 <= number - 1 - own < len(paragraphs):
        found = _at(paragraphs[number - 1 - own], tree)
        return (found, None) if found else None
    return None


def _at(node: Provision, tree: _Tree) -> _Place | None:
    return next((place for place in tree.places if place.node is node), None)


def _by_anchor(mention: Mention, place: _Place, tree: _Tree) -> Iterator[tuple[str, _Place | None]]:
    anchor = mention.anchor or ""
    if _WHOLE.match(anchor):
        if mention.steps:
            yield from _by_steps(mention, None, tree)
        else:
            yield tree.document.title, None
        return
    found = _this(anchor, place, tree) if anchor.startswith(("本", "this ")) else _earlier(anchor, place, tree)
    if found is None:
        return
    target, paragraph = found
    if not mention.steps:
        yield tree.path(target, paragraph), target
        return
    for inner, number in _follow_inside(mention.steps, target, tree):
        yield tree.path(inner, number), inner


def _follow_inside(steps: tuple[Step, ...], base: _Place, tree: _Tree) -> list[tuple[_Place, int | None]]:
    current: list[tuple[_Place, int | None]] = [(base, None)]
    for step in steps:
        current = [
            hit
            for at, paragraph in current
            for number in step.numbers
            if (hit := _one(step.level, number, at, paragraph, None, tree)) is not None
        ]
    return current


def _level(anchor: str) -> str:
    english = _EN_LEVEL.search(anchor)
    if english:
        return english.group()
    return next((level for sign, level in _SIGN_LEVEL.items() if sign in anchor), "")


def _this(anchor: str, place: _Place, tree: _Tree) -> tuple[_Place, int | None] | None:
    level = _level(anchor)
    chain = [*place.above, place.node]
    if level == "paragraph":
        article = next((node for node in reversed(chain) if node.type in ("article", "item")), None)
        return (place, 1 if place.node is article else None)
    node = next((node for node in reversed(chain) if node.type == level), None)
    if node is None and level == "article":
        node = next((node for node in reversed(chain) if node.type == "item"), None)
    found = _at(node, tree) if node is not None else None
    return (found, None) if found else None


def _earlier(anchor: str, place: _Place, tree: _Tree) -> tuple[_Place, int | None] | None:
    """Return what 前款, 前条, 前两条, 上一章, 下条 or 上述 lead to, counted from *place*."""
    level = _level(anchor)
    count = next((n for sign, n in _COUNT.items() if sign in anchor), 1)
    step = 1 if anchor.startswith("下") else -1
    if not level:
        return _said_before(place, tree)
    if level == "paragraph":
        return _paragraph_before(place, tree, step * 1)
    same = [p for p in tree.places if p.node.type == level]
    if level == "article" and not same:
        same = [p for p in tree.places if p.node.type == "item" and len(p.above) == len(place.above)]
    home = next((p for p in reversed(same) if p.order <= place.order), None)
    if home is None:
        return None
    index = same.index(home) + step * count
    return (same[index], None) if 0 <= index < len(same) else None


def _paragraph_before(place: _Place, tree: _Tree, step: int) -> tuple[_Place, int | None] | None:
    """Return the paragraph before that of *place*: of the article, with its own text as the first."""
    chain = [*place.above, place.node]
    for depth in range(len(chain) - 1, 0, -1):
        node, parent = chain[depth], chain[depth - 1]
        if node.type == "paragraph":
            home = _at(parent, tree)
            number = _paragraph_number(node, parent) + step
            if home and number >= 1 and (found := _paragraph(home, number, tree)):
                return found
            return None
    # An item below the article's own text belongs to its first paragraph, which is what 前款 means from there.
    holder = next(
        (node for node in reversed(chain) if node.type in ("article", "item") and node.text and node is not place.node),
        None,
    )
    found_place = _at(holder, tree) if holder is not None else None
    return (found_place, 1) if found_place else None


def _said_before(place: _Place, tree: _Tree) -> tuple[_Place, int | None] | None:
    """上述 leads to what stands before: the provision before this one at its level, else the one above it."""
    parent = place.above[-1] if place.above else None
    siblings = list(parent.children) if parent is not None else list(tree.document.nodes)
    index = next((i for i, node in enumerate(siblings) if node is place.node), 0)
    node = siblings[index - 1] if index else parent
    found = _at(node, tree) if node is not None else None
    return (found, None) if found else (place, None)


def _annex(words: str, tree: _Tree, titles: dict[str, _Tree]) -> Iterator[tuple[str, _Place | None]]:
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
    return re.sub(r"[\s《》:：、.（）()]+", "", title)


def _printed(step: Step) -> str:
    sign = {
        "part": "编",
        "chapter": "章",
        "section": "节",
        "article": "条",
        "paragraph": "款",
        "item": "项",
        "point": "目",
    }[step.level]
    return "、".join("第" + ".".join(str(n) for n in number) + sign for number in step.numbers)
