"""How one document cites: which levels it counts, and what it calls other papers for short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guizhang.zh.folding import Folded
from guizhang.zh.reference_forms import RULES

_OUTER_ITEM = re.compile("[条款]第?[^第条款项,。;]{1,4}项(?:之|的)?第?[^第条款项,。;]{1,4}款")
"""第五條第二項第一款: an item of a paragraph is a 款."""
_OUTER_PARAGRAPH = re.compile("款(?:之|的)?第 ?[^第条款项,。;]{1,4}项")
_TRADITIONAL = re.compile("[條項點規應與員辦處違職單務請費屬個]")
_LEVELS = re.compile("[條項款點]")
_SHORT = re.compile(
    rf"(?:《(?P<title>[^《》\n]{{1,60}})》|(?<=[依照据按])(?P<law>[一-龥]{{2,20}}?(?:法|条例|{RULES})))[^()《》\n]{{0,8}}?"
    '(?:[(]|,)以下(?:简称|统称|称)(?:为|:)? ?[“「『"《]?(?P<short>[^()“”「」『』"《》,。;]{1,12})[”」』"》]?(?=[),。;])'
)


_HEADING = re.compile("[一-龥]{3,12}")
"""Headings that may stand in front of a number: 惩处程序第1、2项."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What the whole document tells of the references in it."""

    taiwan: bool | None = None
    """Whether 項 stands above 款; None: the document does not tell."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Short name, folded, of a paper -> its title as printed: 手册 of 《员工手册》（以下简称“手册”）; headings too."""
    headings: tuple[str, ...] = ()
    """English headings of the document."""


def usage_of(texts: Iterable[Folded], headings: Iterable[str] = (), titles: Mapping[str, str] | None = None) -> Usage:
    """Return the usage of the document that has these texts and headings; *titles* are all as folded and as printed."""
    texts = list(texts)
    names: dict[str, str] = {}
    for text in texts:
        for match in _SHORT.finditer(text.text):
            kind = "title" if match["title"] else "law"
            names.setdefault(match["short"].strip(), text.printed(*match.span(kind)))
    own = {short: title for short, title in (titles or {}).items() if _HEADING.fullmatch(short)}
    return Usage(_taiwan(texts), own | names, tuple(dict.fromkeys(headings)))


def _taiwan(texts: list[Folded]) -> bool | None:
    """Tell by a chain of both levels, else by the script: the mainland and Hong Kong have 款 above 項."""
    views = [text.text for text in texts]
    outer_item = any(_OUTER_ITEM.search(view) for view in views)
    if outer_item != any(_OUTER_PARAGRAPH.search(view) for view in views):
        return outer_item
    printed = "".join(text.source for text in texts)
    return True if _LEVELS.search(printed) and _TRADITIONAL.search(printed) else None
