"""Annexes a reference names: 附件1、2, Schedules A to C, an annex that is a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.facts.library import Library
from guizhang.facts.tree import Place, Tree, annex_number
from guizhang.zh.english_references import MOST
from guizhang.zh.numerals import to_int

_ANNEXES = re.compile(
    r"(?P<kind>附[件录表图则属]|(?:annex(?:ure)?|appendix|schedule|attachment|exhibit|addendum)|appendices(?= ))(?:e?s)?"
    r"(?P<numbers>.*(?:[、,和及与或至到~–-]| (?:and|or|to) ).*)",
    re.IGNORECASE,
)
_ANNEX_NUMBER = re.compile("[A-Z]|[甲乙丙丁]|[IVX]+|\\d+|[一二三四五六七八九十]+")


def annexes(words: str) -> Iterator[str]:
    """Yield each annex of a row as it would be printed alone: 附件1、2 says the word once, 附件一至三 leaves one out."""
    row = _ANNEXES.fullmatch(words)
    if row is None or "(" in words:
        yield words
        return
    kind = "appendix" if row["kind"].lower() == "appendices" else row["kind"]
    blank = " " if kind.isascii() else ""
    for part in re.split("[、,和及与或]| (?:and|or) ", row["numbers"]):
        ends = _ANNEX_NUMBER.findall(re.sub("附[件录表图则属]", "", part))
        counted = [to_int(end) for end in ends]
        if len(ends) == 2 and counted[0] and counted[1]:
            yield from (
                f"{kind}{blank}{number}" for number in range(counted[0], min(counted[1], counted[0] + MOST) + 1)
            )
        elif len(ends) == 2 and all(len(end) == 1 and end.isascii() for end in ends):
            yield from (f"{kind}{blank}{chr(code)}" for code in range(ord(ends[0]), ord(ends[1]) + 1))
        else:
            yield from (f"{kind}{blank}{end}" for end in ends)


def annex(words: str, tree: Tree, library: Library) -> Iterator[tuple[str, Place | None, Tree]]:
    """Yield (printed path, place, tree) of the annex of that name; without a place where a document of its own is it."""
    wanted = annex_number(words)
    if wanted is None:
        return
    if place := tree.annex(wanted):
        # An annex whose heading the import took for text has no label of its own.
        own = annex_number(place.node.label) or annex_number(place.node.title)
        yield (tree.path(place) if own and own[1] == wanted[1] else words), place, tree
        return
    for other in library.titles.values():
        if wanted in other.by_annex:
            yield words, other.by_annex[wanted], other
            return
    for title, other in library.titles.items():
        if annex_number(title) == wanted:
            yield other.document.title, None, other
            return
