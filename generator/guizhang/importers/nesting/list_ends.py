"""Words behind the last item of a list that speak of the whole list: they are text of what the list stands under.

Three ways in which a list is closed: a sentence that names its items (以上各项…), the consequence of what they have in common
(1、迟到的；2、早退的，给予警告), and in English the verb of the sentence that the items are part of ((a) sleeps or (b) steals, may be dismissed).
"""

from __future__ import annotations

import re
from itertools import groupby

from guizhang.importers.lines.labels import STRONG, Family
from guizhang.importers.nesting.draft_nodes import Draft
from guizhang.importers.outline import NodeType
from guizhang.zh.folding import Folded

_SEVERAL = 2
_COUNT = r"[一二三四五六七八九十两几各\d所]{1,3}"
_NAMES_ITEMS = rf"(?:以上|上述|前述|上列){_COUNT}(?:[项条款点种类]|个方面)"
_SPEAKS_OF_LIST = re.compile(
    rf"(?:(?:凡|如有?|若有?)?(?:违反|触犯|发生|出现|存在|具备|对于?|按照|根据|除))?(?:{_NAMES_ITEMS}|(?:以上|上述|前述)(?:行为|情形|情况|人员|物品|规定|要求|内容|违[规纪]))"
    r"|(?:any|all|each|none|violations?|breach(?:es)?) of the (?:above|foregoing)\b|the above\b",
    re.IGNORECASE,
)
"""How a line begins that speaks of the list above it."""
_SPEAKS_OF_PARAGRAPH = re.compile(
    r"(?:依照?|按照?|根据|违反|有|因|除|对于?|就|经|符合|适用|不受|属)?前(?:[一二三四五六\d]{0,2}[项款]|[列述]各?[项款])(?!目)"
)
"""How a line begins that speaks of the paragraph of its article before it, with its list; no item has such a paragraph."""
_SENTENCE = re.compile(rf"(?<=[。;]) ?(?={_NAMES_ITEMS})")
"""The same within the line of the last item, where only the items themselves being named tells."""
_STOPPED = frozenset("。;!?")
_FOLLOWS = re.compile(r"给予|予以|处以|罚|扣|应当|必须|不得|可以|视为|视同|解除|取消|禁止")
_HAPPENS = re.compile(r"的[,;、。]?(?:或者?)?$")
_CONSEQUENCE = re.compile(r"[^,;。:]*的,(?=[^,;。:]{2})")
_ENGLISH_JOINED = re.compile(r"[;,]? (?:and|or|and/or)$")
_VERB = r"(?:may|must|shall|will|should|can|cannot|is|are|has|have)"
_ENGLISH_VERB = re.compile(rf"(?!if|when|where|unless)[^.;:]*?, ?(?={_VERB}\b)", re.IGNORECASE)
_HAS_VERB = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)


def close_lists(view: Folded, owner: Draft) -> None:
    """Move what closes a list from its last item to *owner*, behind the list, here and in all lists below.

    Args:
        view: The folded text.
        owner: The node that the lists stand under; its children are changed in place.
    """
    for child in owner.children:
        close_lists(view, child)
    rest: list[Draft] = []
    lead = "".join(view.text[start:end] for start, end in owner.title) + _said(view, owner)
    for family, group in groupby(owner.children, key=lambda child: child.family):
        items = list(group)
        rest += items
        if family is not None and family not in STRONG and len(items) >= _SEVERAL:
            rest += _closing(view, items, lead, within=owner.family is Family.ARTICLE or owner.type is NodeType.ITEM)
        lead = _said(view, items[-1])
    for child in rest:
        child.parent = owner
    owner.children[:] = rest


def _closing(view: Folded, items: list[Draft], lead: str, *, within: bool) -> list[Draft]:
    """Return what closes the list *items* under the words *lead*, taken off the last of them.

    Args:
        view: The folded text.
        items: The list.
        lead: What stands over it.
        within: Whether it stands within an article, or an item of another list.
    """
    last = items[-1]
    below = next(
        (place for place, child in enumerate(last.children) if _speaks(view, child, within=within)), len(last.children)
    )
    if all(child.type is NodeType.PARAGRAPH for child in last.children[:below]):
        moved = last.children[below:]
        del last.children[below:]
    else:
        moved = []
    return [*([] if last.children else _cut(view, items, lead)), *moved]


def _speaks(view: Folded, draft: Draft, *, within: bool) -> bool:
    said = _said(view, draft) if draft.type is NodeType.PARAGRAPH else ""
    return _SPEAKS_OF_LIST.match(said) is not None or (within and _SPEAKS_OF_PARAGRAPH.match(said) is not None)


def _cut(view: Folded, items: list[Draft], lead: str) -> list[Draft]:
    """Return the end of the last item's own text, as a paragraph, where it goes on the words before the list."""
    last, before = items[-1], [_said(view, item) for item in items[:-1]]
    said = _said(view, last)
    found = _SENTENCE.search(said)
    if found is None and _is_open(lead) and all(map(_HAPPENS.search, before)):
        found = _CONSEQUENCE.match(said)
    if found is None and _ENGLISH_JOINED.search(before[-1]) and not _HAS_VERB.search(lead):
        found = _ENGLISH_VERB.match(said)
    return [_split(last, found.end())] if found else []


def _is_open(lead: str) -> bool:
    """Return whether the words over a list do not say what follows from it: 有下列情形之一的：."""
    return lead[-1:] not in _STOPPED and _FOLLOWS.search(lead) is None


def _split(draft: Draft, place: int) -> Draft:
    """Cut the text of *draft* behind its first *place* characters; return what stood there as a paragraph."""
    spans = draft.text
    kept: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(spans):
        if place < end - start:
            cut = start + place
            draft.text = [*kept, *([(start, cut)] if cut > start else [])]
            return Draft(NodeType.PARAGRAPH, cut, text=[(cut, end), *spans[index + 1 :]], confidence=0.8)
        kept.append((start, end))
        place -= end - start
    raise ValueError("place lies behind the text")


def _said(view: Folded, draft: Draft) -> str:
    return "".join(view.text[start:end] for start, end in draft.text).strip()
