"""Items of a list that begins anew under a short line without a number, gathered under that line."""

from __future__ import annotations

from guizhang.importers.lines.labels import Family
from guizhang.importers.nesting.draft_nodes import Draft
from guizhang.importers.nesting.search import Placed
from guizhang.importers.outline import NodeType


def gathering(parent: Draft, item: Placed, group: dict[int, Draft]) -> Draft | None:
    """Return the lone heading that *item* belongs under, where its list begins anew behind one."""
    siblings = parent.children
    family = item.label.family
    if item.label.path == (1,) and siblings:
        last = _last_leaf(siblings[-1])
        if last.leads and any(child.family is family for child in siblings):
            _move(last, parent)  # 女员工： leads to a list beside the one above, and is no text of its last item
        elif last.title and not last.text and last.type is NodeType.PARAGRAPH:
            earlier = any(child.family is family for child in siblings) or id(parent) in group
            if earlier:
                _move(last, parent)
                if id(parent) not in group:
                    _gather_first(parent, last, family)
                group[id(parent)] = last
                return last
    gathered = group.get(id(parent))
    if gathered is not None and siblings and siblings[-1] is gathered:
        last_item = next((child for child in reversed(gathered.children) if child.family is family), None)
        # The list outside goes on where the numbers do not: 1. 2. in the group, then 5.
        goes_on = last_item is not None and item.label.path[-1:] == tuple(n + 1 for n in last_item.path[-1:])
        return gathered if last_item is not None and (goes_on or not item.label.path) else None
    return None


def _gather_first(parent: Draft, current: Draft, family: Family) -> None:
    """Put the first group under its heading too, now that a second one shows that there are groups."""
    heading: Draft | None = None
    for child in list(parent.children):
        if child is current:
            break
        if child.type is NodeType.PARAGRAPH:
            heading = child if child.title and not child.text else None
        elif heading is not None and child.family is family:
            parent.children.remove(child)
            child.parent = heading
            heading.children.append(child)


def _last_leaf(draft: Draft) -> Draft:
    while draft.children:
        draft = draft.children[-1]
    return draft


def _move(draft: Draft, parent: Draft) -> None:
    if draft.parent is not None and draft.parent is not parent:
        draft.parent.children.remove(draft)
        draft.parent = parent
        parent.children.append(draft)
