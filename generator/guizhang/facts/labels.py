"""Provisions by the label they are printed with: 二. is not (二), 1）和2） are two, 3.2 is the outer of 3.2(a)."""

from __future__ import annotations

import re

from guizhang.facts.clauses import folded
from guizhang.facts.descent import between
from guizhang.facts.tree import Place, Tree, printed_label
from guizhang.zh.reference_forms import HAN

_LABEL = re.compile(rf"[(]\w+[)]|(?:\d+|[{HAN}]+|[a-z]+)[)]|[①-⑳]")
_JOINTS = re.compile(" ?[、,和及或与至到~—–-] ?")
_REACHES = re.compile("[至到~—–-]")
_ENDS = 2
_OUTER = re.compile(r"\d+(?:\.\d+)+|[A-Z]\.?\d+|[(]?\w[)]?")


def outer(span: str) -> str:
    """Return the first label of several: 3.2 of 3.2(a), 一 of 一（一）2."""
    first = _OUTER.match(re.sub("^第 ?", "", folded(span).text))
    return first.group() if first else span


def labelled(label: str, place: Place, tree: Tree) -> Place | None:
    """Return the nearest provision that is printed with this very label: 二. is not (二)."""
    wanted = printed_label(label)
    same = tree.by_label.get(wanted, [])
    return max(same, key=lambda p: sum(a is b for a, b in zip(p.above, place.above, strict=False)), default=None)


def all_labelled(words: str, place: Place, tree: Tree) -> list[Place]:
    """Return what is printed with this label, or with each of a row of labels: （二）、（三）, 1）—6）, ①和②."""
    if one := labelled(words, place, tree):
        return [one]
    plain = re.sub("第 ?|[两二三四五六]?[项款点条]$", "", folded(words).text)
    labels = _LABEL.findall(plain)
    if "".join(labels) != _JOINTS.sub("", plain) or len({label.endswith(")") for label in labels}) > 1:
        # 1）② is one below the other.
        return []
    found = [one for one in (labelled(label, place, tree) for label in labels) if one]
    if len(found) < len(labels):
        return []
    if len(found) == _ENDS and _REACHES.search(plain):
        return [one for one, _ in between((found[0], None), (found[1], None), tree)]
    return found
