"""Paragraphs of a provision (款; 項 in Taiwan) as a reader counts them, each with the items it introduces.

The import hangs a paragraph that stands behind a list below the last item of that list; it is counted among those of the
article, and the next list, which begins anew at one, belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guizhang.facts.found import Provision

HOLDERS = frozenset(("article", "item"))
"""Types of provisions whose paragraphs are counted."""


@dataclass(slots=True)
class Row:
    """One paragraph."""

    lead: Provision
    """The paragraph; the provision itself where its own text is the first."""
    items: list[Provision] = field(default_factory=list)
    """Items below it, in order."""


def rows_of(holder: Provision, taken: set[int]) -> list[Row]:
    """Return the paragraphs of *holder*, outermost holders first; *taken* has the `id` of those counted further out."""
    rows = [Row(holder)] if holder.text else []
    children = list(holder.children)
    begins = 0
    for at, child in enumerate(children):
        if child.type == "paragraph":
            begins = at + 1
            if id(child) not in taken:
                rows.append(Row(child))
            continue
        if child.type != "item":
            continue
        if rows:
            rows[-1].items.append(child)
        if _ends_list(children, at):
            behind = _behind(child) if holder.text and holder.type in HOLDERS else []
            if behind and not any(_behind(earlier) for earlier in children[begins:at]):
                taken.update(id(paragraph) for paragraph in behind)
                rows += [Row(paragraph) for paragraph in behind]
            begins = at + 1
    return rows


def _ends_list(children: Sequence[Provision], at: int) -> bool:
    """Tell whether the item at that place is the last of its list: nothing follows, no item, or one that begins anew."""
    if at + 1 == len(children) or children[at + 1].type != "item":
        return True
    own, following = children[at].number, children[at + 1].number
    return own is not None and following is not None and following <= own


def _behind(item: Provision) -> list[Provision]:
    """Return the paragraphs the import hung below the end of an item."""
    if not item.text:
        return []
    behind: list[Provision] = []
    for child in item.children:
        behind = [*behind, child] if child.type == "paragraph" else _behind(child) if child.type == "item" else []
    return behind
