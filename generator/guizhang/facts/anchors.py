"""What relative words lead to: 本条, 前款, 前两项, 上一章, 上述, the preceding paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from guizhang.facts.clauses import folded
from guizhang.facts.descent import SMALL, down, follow
from guizhang.facts.found import Provision
from guizhang.facts.paragraphs import HOLDERS
from guizhang.facts.tree import Place, Target, Tree, annex_number
from guizhang.zh.english_references import MOST
from guizhang.zh.mentions import Mention, Step

_SIGN_LEVEL = {
    "目": "point",
    "问": "item",
    "题": "item",
    "点": "item",
    "部分": "part",
    "编": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "款": "paragraph",
    "段": "paragraph",
    "项": "item",
}
_EN_LEVEL = re.compile("article|chapter|section|paragraph|part|item|clause|rule|step")
_COUNT = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {
    "两": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
_SENTENCE = re.compile("[。!?]")


def by_anchor(mention: Mention, place: Place, tree: Tree) -> list[Target]:
    """Return what a mention that begins with a relative word leads to, counted from *place*."""
    anchor = mention.anchor or ""
    here = anchor.startswith(("本", "this "))
    targets = _this(anchor, place, tree) if here else _earlier(mention, place, tree)
    if not mention.steps:
        return targets
    if not here and not _level(anchor) and mention.steps[0].level not in SMALL:
        # 前述第三条 is the third article wherever it was spoken of; where no article has that number, an item of the list.
        as_item = (replace(mention.steps[0], level="item"), *mention.steps[1:])
        # 以上第1条 of a list that counts 1、 2、, where the outer ones count 一、 二、.
        inner = not tree.has("article") and re.search(r"\d", mention.span)
        ways = (as_item, mention.steps) if inner else (mention.steps, as_item)
        return follow(ways[0], place, tree) or follow(ways[1], place, tree)
    found = _below(mention.steps, targets, tree)
    if not found and anchor.isascii():
        # item 3 of this article, where the whole text is the article.
        return follow(mention.steps, place, tree)
    if not found and not here and (mention.steps[0].level not in SMALL or not _level(anchor)):
        # 上述（三） is the third item.
        return follow(mention.steps, place, tree)
    return found


def _below(steps: tuple[Step, ...], targets: list[Target], tree: Tree) -> list[Target]:
    """Go down from what a relative word leads to; where that has no such step, from what stands around it."""
    out: list[Target] = []
    for target in targets:
        homes: list[Target] = [target, *((tree.at(node), None) for node in reversed(target[0].above))]
        out += next((found for home, own in homes if (found := down(steps, home, None, tree, own))), [])
    return out


def _level(anchor: str) -> str:
    english = _EN_LEVEL.search(anchor)
    if english:
        return {"clause": "article", "rule": "article", "step": "item"}.get(english.group(), english.group())
    return next((level for sign, level in _SIGN_LEVEL.items() if sign in anchor), "")


def _this(anchor: str, place: Place, tree: Tree) -> list[Target]:
    level = _level(anchor)
    chain = [*place.above, place.node]
    if anchor.startswith("本附") or anchor in ("this schedule", "this annex", "this appendix"):
        annex = next((node for node in chain if annex_number(node.label)), None)
        return [] if annex is None else [(tree.at(annex), None)]
    if level == "paragraph":
        holder = next((node for node in reversed(chain) if node.type in HOLDERS), None)
        return [(place, 1 if place.node is holder else None)]
    node = next((node for node in reversed(chain) if node.type == level), None)
    if level == "article" and (
        dotted := next((node for node in chain if len(node.path) > 1 and node.type == "item"), None)
    ):
        # 本條 in 1.8 is 1.8, where articles are numbered so and none has a sign.
        return [(tree.at(node or dotted), None)]
    if node is None and level == "article":
        # Items are the articles of this document: the outermost that is not alone.
        node = next((node for node in chain if node.type == "item"), None)
    if node is None and level == "section" and anchor.isascii():
        # This Section in 3.4(b) is 3.4.
        node = next((node for node in reversed(chain) if len(node.path) > 1), None)
    if node is None and level in ("chapter", "section", "part"):
        node = next((node for node in chain if node.type in ("item", "chapter", "section")), None)
    return [(tree.at(node), None)] if node is not None else []


def _earlier(mention: Mention, place: Place, tree: Tree) -> list[Target]:
    """Return what 前款, 前条, 前两条, 上一章, 下条 or 上述 lead to, counted from *place*."""
    anchor = mention.anchor or ""
    level = _level(anchor)
    # The preceding paragraphs are all there are before this one.
    several = MOST if (anchor.isascii() and anchor.endswith("s")) or "各" in anchor else 1
    count = next((n for sign, n in _COUNT.items() if sign in anchor), several)
    step = 1 if anchor.startswith(("下", "次", "后")) or re.search("next|following|below", anchor) else -1
    if not level:
        return _all_before(anchor, place, tree) or _said_before(place, tree)
    if anchor.startswith(("以上", "上述", "前述", "上列")) and level in ("article", "item", "point"):
        # 以上各项 are all of the list right above, 以上两条 the last two of it.
        row = _row_above(place, tree)
        if row and (several > 1 or len(row) >= count):
            return row[-count:]
    if level == "paragraph":
        found = _paragraphs_before(mention, place, tree, count, step)
        return found or (_said_before(place, tree) if anchor.startswith(("上述", "前述")) else [])
    if level in ("item", "point"):
        found = _siblings_before(_point_of(place, tree) if "点" in anchor else place, tree, count, step)
        # 前项 in an article that has no items, as those write who count paragraphs so.
        return found or _paragraphs_before(mention, place, tree, count, step)
    same = tree.by_type.get(level, [])
    if level == "article" and not same:
        # Items are the articles of this document.
        return _siblings_before(_point_of(place, tree) if anchor.isascii() else place, tree, count, step)
    if not same and place.above:
        # 上一章 where the chapters are items: the outermost of them.
        top = next((node for node in (*place.above, place.node) if node.type == "item"), place.above[0])
        return _siblings_before(tree.at(top), tree, count, step)
    return [(one, None) for one in _neighbours(place, same, count, step)]


def _neighbours(place: Place, same: list[Place], count: int, step: int) -> list[Place]:
    """Return so many of *same* before or behind that which *place* stands in; 前三条 are the three before, 上一条 is one."""
    home = bisect_right(same, place.order, key=lambda p: p.order) - 1
    if home < 0:
        return []
    wanted = range(home - count, home) if step < 0 else range(home + 1, home + 1 + count)
    return [same[i] for i in wanted if 0 <= i < len(same)]


def _point_of(place: Place, tree: Tree) -> Place:
    """Return the 點 or the rule that *place* stands in: what has no brackets around its label, where one of them has none."""
    items = [node for node in (*place.above, place.node) if node.type == "item" and node.label[:1] not in "(（"]
    return tree.at(items[-1]) if items else place


def _siblings_before(place: Place, tree: Tree, count: int, step: int) -> list[Target]:
    """Return the items before that of *place*, or behind it, in the same list."""
    chain = [*place.above, place.node]
    for node, parent in zip(reversed(chain), reversed((None, *chain[:-1])), strict=True):
        if node.type in ("item", "point"):
            row = [n for n in (parent.children if parent else tree.document.nodes) if n.type == node.type]
            at = next(i for i, n in enumerate(row) if n is node)
            wanted = row[max(0, at - count) : at] if step < 0 else row[at + 1 : at + 1 + count]
            if wanted:
                return [(tree.at(n), None) for n in wanted]
    return []


def _paragraphs_before(mention: Mention, place: Place, tree: Tree, count: int, step: int) -> list[Target]:
    """Return the paragraphs before that of *place*; the article's own text is the first."""
    around = tree.rows_around(place)
    articles = [one for one in around if one[0][0].lead.type == "article"]
    for rows, at in articles or around:
        wanted = rows[max(0, at - count) : at] if step < 0 else rows[at + 1 : at + 1 + count]
        if wanted:
            return [tree.target(row) for row in wanted]
    beside = _siblings_before(place, tree, count, step) if place.above else []
    if beside and "款" not in mention.span and beside[0][0].above == place.above:
        # 前項 in the third item below 訪客停車：is the second, for no paragraph stands before that line.
        return beside
    # An item below the article's own text belongs to its first paragraph, which is what 前款 means from there.
    holders = [node for node in reversed(place.above) if node.type in HOLDERS and node.text]
    if holders and count == 1:
        return [(tree.at(holders[0]), 1)]
    if step < 0 and count == 1 and _SENTENCE.search(folded(place.node.text[: mention.start]).text):
        # 会员缴费。前项费用不退: two paragraphs printed as one.
        return [(place, 1)]
    if place.node.type == "article":
        if "款" in mention.span:
            return []
        # The first paragraph of an article has none before it but the last of the article before, which 前項 may mean.
        found = _neighbours(place, tree.by_type["article"], 1, step)
        return [tree.last(other) if step < 0 else (other, 1) for other in found] if count == 1 else []
    # 前两款 among items: the text above them is one paragraph, so the items before this one are meant.
    return _siblings_before(place, tree, count, step) or _said_before(place, tree)


def _row_above(place: Place, tree: Tree) -> list[Target]:
    """Return the items of the list that ends right above a paragraph, or that it hangs below the last item of."""
    if place.node.type != "paragraph":
        return []
    siblings = list(place.above[-1].children) if place.above else list(tree.document.nodes)
    at = next((i for i, node in enumerate(siblings) if node is place.node), 0)
    row: list[Provision] = []
    for node in reversed(siblings[:at]):
        if node.type != "item":
            break
        row.insert(0, node)
    if not row and place.above and place.above[-1].type == "item":
        return _row_above_item(place, tree)
    return [(tree.at(node), None) for node in row]


def _row_above_item(place: Place, tree: Tree) -> list[Target]:
    """Return the items that end with the one a paragraph is hung below, where that is the last of its list."""
    last = place.above[-1]
    siblings = list(place.above[-2].children) if len(place.above) > 1 else list(tree.document.nodes)
    row = [node for node in siblings if node.type == "item"]
    if not row or row[-1] is not last:
        return []
    return [(tree.at(node), None) for node in row]


_PENALTIES = re.compile("罚|违[规纪约]|责任|处分")


def _all_before(anchor: str, place: Place, tree: Tree) -> list[Target]:
    """Return all that stands before a part of penalties, which 违反以上规定 means there; nothing elsewhere."""
    top = (*place.above, place.node)[0]
    if anchor != "以上" or not _PENALTIES.search(folded(top.title).text):
        return []
    nodes = list(tree.document.nodes)
    at = next((i for i, node in enumerate(nodes) if node is top), 0)
    same = [node for node in nodes[:at] if node.type == top.type and node.label and _alike(node.label, top.label)]
    return [(tree.at(node), None) for node in same]


def _alike(label: str, other: str) -> bool:
    """Tell whether two labels count in the same way: 一、 and 八、, but not 1、."""
    return any(c.isdecimal() for c in label) == any(c.isdecimal() for c in other)


def _said_before(place: Place, tree: Tree) -> list[Target]:
    """上述 leads to what stands before: the provision before this one at its level, else the one above it."""
    parent: Provision | None = place.above[-1] if place.above else None
    siblings = list(parent.children) if parent is not None else list(tree.document.nodes)
    index = next((i for i, node in enumerate(siblings) if node is place.node), 0)
    node = siblings[index - 1] if index else parent
    return [(tree.at(node), None)] if node is not None else [(place, None)]
