"""What LibreOffice forgets of a Word 97-2003 file's automatic numbers, put back into the file it converted.

It knows no level that runs on behind a higher one (条 through 章), no 1.2 under 第一章 (legal numbers), and writes ⒈ ⑴ ㈠ 一百〇一 with
other signs. The tables of lists in the Word file say all of it; a list of the converted file is known by its texts and starts.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from guizhang.importers.readers.docx.names import child, number, value, w
from guizhang.importers.readers.word97 import Level, Lists

_SIGNLESS = ("bullet", "none")


def restore(root: etree._Element, lists: Lists) -> None:
    """Change the lists of a converted file to what the Word file says of them.

    Args:
        root: The root of numbering.xml; changed in place.
        lists: The tables of the Word file.
    """
    waiting = [*lists.lists, *(instance.levels for instance in lists.instances if instance.overrides)]
    for node in root.iter(w("abstractNum")):
        stated = {number(one.get(w("ilvl"))): one for one in node.iterchildren(w("lvl"))}
        alike = [levels for levels in waiting if _is(stated, levels)]
        if not alike:
            continue
        likest = max(alike, key=lambda levels: _shared_kinds(stated, levels))
        # Of lists that look the same each stands for one of the converted ones, in order; the last for all that are left.
        if len(alike) > 1:
            waiting.remove(likest)
        for place, level in enumerate(likest):
            _state(stated[place], level)


def _is(stated: dict[int | None, etree._Element], levels: Sequence[Level]) -> bool:
    """Return whether a list of the converted file prints the texts of *levels*."""
    for place, level in enumerate(levels):
        node = stated.get(place)
        if node is None or (value(node, "numFmt") in _SIGNLESS) != (level.kind in _SIGNLESS):
            return False
        if level.kind not in _SIGNLESS:
            said = (number(value(node, "start")) or 0, value(node, "lvlText") or "")
            if said != (level.start, level.text):
                return False
    return True


def _shared_kinds(stated: dict[int | None, etree._Element], levels: Sequence[Level]) -> int:
    return sum(value(stated[place], "numFmt") == level.kind for place, level in enumerate(levels))


def _state(node: etree._Element, level: Level) -> None:
    form = child(node, "numFmt")
    if level.kind and level.kind not in _SIGNLESS and form is not None:
        form.set(w("val"), level.kind)
    if level.restart is not None:
        etree.SubElement(node, w("lvlRestart")).set(w("val"), str(level.restart))
    if level.legal:
        etree.SubElement(node, w("isLgl"))
