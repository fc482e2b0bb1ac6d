"""Automatic numbers: sections, questions that run through the paper, and options that begin again at each.

One list holds questions, options and parts on its levels: the options of a question added in the middle are A, B, C at
once, and every later question has its new number.
"""

from __future__ import annotations

from enum import Enum
from functools import cache

from lxml import etree
from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.tables.wordml import element

LISTS = {"sections": 1, "questions": 2}
"""Name of a list -> its number in the document."""


class Place(Enum):
    """Where an automatic number stands: its list, its level, and the room it hangs in, left and width in em."""

    SECTION = ("sections", 0, 0.0, 0.0)
    QUESTION = ("questions", 0, 0.0, 2.0)
    # Which gaps of a text have options is another matter than how many, so their numbers are text; they count without
    # a sign, and options begin again at each.
    GAP = ("questions", 1, 0.0, 0.0)
    PART = ("questions", 2, 0.0, 2.0)
    OPTION = ("questions", 3, 2.0, 1.5)

    @property
    def list(self) -> str:
        """Name of its list."""
        return self.value[0]

    @property
    def level(self) -> int:
        """Level in its list, from 0."""
        return self.value[1]


def indent(place: Place, em: int) -> _Element:
    """Return the indents of a paragraph with such a number; *em* in twentieths of a point."""
    _, _, left, hanging = place.value
    return element("ind", left=str(round((left + hanging) * em)), hanging=str(round(hanging * em)))


@cache
def numbering(look: Look) -> bytes:
    """Return the part of a document that defines its numbers."""
    # A title stands behind its Chinese number at once, as on the printed papers: 一、单项选择题.
    kind, text, suffix = ("decimal", "%1.", "space") if look.lang == "en" else ("chineseCounting", "%1、", "nothing")
    lists = {
        "sections": [_level(0, kind, text, "Heading1", Place.SECTION, look, suffix=suffix)],
        "questions": [
            _level(0, "decimal", "%1.", "Question", Place.QUESTION, look),
            _level(1, "none", "", "Gap", Place.GAP, look, suffix="nothing"),
            _level(2, "decimal", "(%3)", "Part", Place.PART, look),
            _level(3, "upperLetter", "%4.", "Option", Place.OPTION, look),
        ],
    }
    abstract = [
        element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=str(LISTS[name]))
        for name, levels in lists.items()
    ]
    used = [element("num", element("abstractNumId", val=str(number)), numId=str(number)) for number in LISTS.values()]
    root = element("numbering", *abstract, *used)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _level(level: int, kind: str, text: str, style: str, place: Place, look: Look, *, suffix: str = "tab") -> _Element:
    inner = [element("start", val="1"), element("numFmt", val=kind), element("pStyle", val=style)]
    inner += [element("suff", val=suffix), element("lvlText", val=text), element("lvlJc", val="left")]
    return element("lvl", *inner, element("pPr", indent(place, look.em)), ilvl=str(level))
