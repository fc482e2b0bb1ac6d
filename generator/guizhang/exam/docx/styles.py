"""The look of papers and sheets: named styles, so that a trainer changes all questions by changing one.

Names are in both languages; those Word knows itself (Title, heading 1) it shows in the reader's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.numbering import LISTS, Place, indent
from guizhang.exam.papers.layout import POINTS_PER_MM, ruling
from guizhang.exam.papers.paper import SIZE_PT
from guizhang.tables.wordml import element


class Face(NamedTuple):
    """A font, by the name Chinese editions of Word write, and what stands in for it."""

    name: str
    other: str
    panose: str
    charset: str
    family: str


FACES = (
    Face("宋体", "SimSun", "02010600030101010101", "86", "auto"),
    Face("黑体", "SimHei", "02010609060101010101", "86", "modern"),
    Face("Times New Roman", "", "02020603050405020304", "00", "roman"),
    Face("Arial", "", "020B0604020202020204", "00", "swiss"),
)
_BODY, _HEAD = ("Times New Roman", "宋体"), ("Arial", "黑体")


class _Style(NamedTuple):
    key: str
    name: str
    size: float = 1.0
    """Of the text's."""
    constant: bool = False
    """Whether large print leaves it as it is: what only a marker reads."""
    head: bool = False
    """Whether it is set as headings are."""
    before: float = 0.0
    """Space above and below, in em."""
    after: float = 0.0
    keep: tuple[str, ...] = ("keepLines",)
    place: Place | None = None
    """Which automatic number it has."""
    tabs: tuple[tuple[str, float, str], ...] = ()
    """Kind, place as a share of the width, and what leads to it."""
    large_tabs: tuple[tuple[str, float, str], ...] = ()
    """Instead of these in large print."""
    ind: tuple[float, float, float] | None = None
    """Left, hanging and right, in em; that of the number where there is one."""
    align: str = ""
    border: tuple[str, ...] = ()
    base: str = "Normal"
    """The style it is based on, whose automatic number it has."""
    next: str = ""
    outline: int | None = None
    exact: float = 0.0
    """From line to line, in em; as the text's size asks for where it is 0."""
    ruled: bool = False
    """Whether it is a line to write on, as far below the one above as on the printed paper."""


LEADING = 1.5
"""From line to line, in em: what Chinese is read at with ease, and what the tallest of its fonts ask for."""
_FIELDS = tuple(("left", place, "underscore") for place in (0.24, 0.5, 0.78, 1.0))
HALF = 0.5
"""Share of the width that the left side of a matching item takes."""

_STYLES = (
    _Style("Title", "Title", 1.6, head=True, after=0.1, align="center", keep=("keepNext",), next="Subtitle"),
    _Style("Subtitle", "Subtitle", 1.1, head=True, after=0.2, align="center", keep=("keepNext",)),
    _Style("Heading1", "heading 1", 1.1, head=True, before=1.2, after=0.1, keep=("keepNext", "keepLines"),
           place=Place.SECTION, next="HowToAnswer", outline=0),
    _Style("Heading2", "heading 2", 1.0, head=True, before=0.9, after=0.3, keep=("keepNext", "keepLines"), outline=1),
    _Style("Header", "header", 0.8, constant=True, tabs=(("right", 1.0, ""),)),
    _Style("Footer", "footer", 0.8, constant=True, tabs=(("right", 1.0, ""),)),
    _Style("ExamFacts", "考试信息 Exam facts", 0.9, after=0.2, align="center"),
    _Style("CandidateFields", "考生信息 Candidate", before=1.0, after=1.0, tabs=_FIELDS, large_tabs=_FIELDS[1::2]),
    _Style("Instructions", "考生须知 Instructions", 0.9, before=1.0, after=0.5, border=("top", "bottom")),
    _Style("HowToAnswer", "答题说明 How to answer", 0.9, keep=("keepNext", "keepLines"), next="Question"),
    _Style("Question", "题目 Question", before=0.8, place=Place.QUESTION, tabs=(("right", 1.0, ""),), next="Option"),
    _Style("Option", "选项 Option", before=0.15, place=Place.OPTION, next="Option"),
    _Style("OptionInRow", "并排选项 Option in a row", before=0.15, base="Option", ind=(1.5, 1.5, 0.0)),
    _Style("Gap", "填空 Gap", before=0.15, place=Place.GAP),
    _Style("Part", "小题 Part", before=0.15, place=Place.PART, tabs=(("right", HALF, ""),)),
    _Style("Case", "案例 Case", before=1.0, after=0.2, keep=(), ind=(1.0, 0.0, 0.0), border=("left",), next="Question"),
    _Style("Answer", "作答 Answer", before=0.3, ind=(2.0, 0.0, 0.0)),
    # The room is above the line: LibreOffice gives a line with nothing but a tab no other height than the font's.
    _Style("AnswerLine", "书写线 Answer line", ind=(2.0, 0.0, 0.0), tabs=(("right", 1.0, "underscore"),), exact=1.1, ruled=True),
    _Style("TableEnd", "表格后 Below a table", exact=0.1),
    _Style("Task", "任务 Task", before=0.3),
    _Style("CellText", "表格文字 Cell text", 0.9, constant=True, before=0.1, after=0.1),
    _Style("CellHead", "表格标题 Cell heading", 0.8, head=True, constant=True, keep=("keepNext", "keepLines")),
    _Style("Answered", "题目与答案 Question with key", before=0.7, keep=("keepNext", "keepLines"), ind=(2.0, 2.0, 0.0),
           tabs=(("left", 0.04, ""), ("right", 1.0, ""))),
    _Style("SignatureFields", "签名 Signatures", before=2.0, tabs=_FIELDS),
    _Style("Explanation", "解析 Explanation", 0.9, before=0.1, ind=(2.0, 0.0, 0.0)),
    _Style("Remark", "备注 Remark", 0.85, before=0.3),
)  # fmt: skip

STYLES: Mapping[str, _Style] = defaultdict(lambda: _Style("Normal", "Normal"), {style.key: style for style in _STYLES})
"""By their ids; any other paragraph looks as Word's own do."""


def leading(look: Look, size: float = 1.0) -> dict[str, str]:
    """Return how far lines are apart: the same for a line of letters as for one of characters, whose fonts ask for more."""
    return {"line": str(round(LEADING * size * look.em)), "lineRule": "atLeast"}


def before(look: Look, style: _Style) -> float:
    """Return the space above a paragraph of *style*, in em."""
    return ruling(look.points) * POINTS_PER_MM / look.points - style.exact if style.ruled else style.before


@cache
def styles(look: Look) -> bytes:
    """Return the part of a document that defines its styles."""
    root = element("styles", _defaults(), _normal(look), *(_style(look, style) for style in _STYLES), *_others(look))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _defaults() -> _Element:
    lang = element("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", _faces(_BODY), lang)),
        element("pPrDefault", element("pPr")),
    )


def _normal(look: Look) -> _Element:
    return element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        element("pPr", element("widowControl")),
        element("rPr", *_size(look.points)),
        type="paragraph",
        default="1",
        styleId="Normal",
    )


def _style(look: Look, style: _Style) -> _Element:
    text = [_faces(_HEAD), element("b")] if style.head else []
    if style.size != 1.0:
        text += _size((min(SIZE_PT, look.points) if style.constant else look.points) * style.size)
    inner = [element("name", val=style.name), element("basedOn", val=style.base)]
    if style.next:
        inner.append(element("next", val=style.next))
    inner += [element("qFormat"), element("pPr", *_paragraph(look, style))]
    if text:
        inner.append(element("rPr", *text))
    own = {"customStyle": "1"} if not style.name.isascii() else {}
    return element("style", *inner, type="paragraph", styleId=style.key, **own)


def _paragraph(look: Look, style: _Style) -> list[_Element]:
    """Return what a style says of its paragraphs, in the order of the schema."""
    found = [element(name) for name in style.keep]
    if style.place is not None:
        level = element("ilvl", val=str(style.place.level))
        found.append(element("numPr", level, element("numId", val=str(LISTS[style.place.list]))))
    if style.border:
        lines = (element(side, val="single", sz="12" if side == "left" else "4", space="6") for side in style.border)
        found.append(element("pBdr", *lines))
    if style.tabs:
        stops = style.large_tabs if look.large and style.large_tabs else style.tabs
        found.append(element("tabs", *(_tab(look, *stop) for stop in stops)))
    high = (
        {"line": str(round(style.exact * look.em)), "lineRule": "exact"} if style.exact else leading(look, style.size)
    )
    above, below = (str(round(length * look.em)) for length in (before(look, style), style.after))
    found.append(element("spacing", before=above, after=below, **high))
    if style.place is not None:
        found.append(indent(style.place, look.em))
    elif style.ind is not None:
        left, hanging, right = (str(round(length * look.em)) for length in style.ind)
        found.append(element("ind", left=left, right=right, hanging=hanging))
    if style.align:
        found.append(element("jc", val=style.align))
    if style.outline is not None:
        found.append(element("outlineLvl", val=str(style.outline)))
    return found


def _tab(look: Look, kind: str, place: float, leader: str) -> _Element:
    lead = {"leader": leader} if leader else {}
    return element("tab", val=kind, pos=str(round(look.width * place)), **lead)


def _others(look: Look) -> list[_Element]:
    """Return the styles of tables and of the second language on a bilingual paper."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    padding = [element(side, w="85", type="dxa") for side in ("left", "right")]
    return [
        _named("character", "SecondLanguage", "第二语言 Second language", element("rPr", *_size(look.points * 0.9))),
        _named(
            "table", "TableNormal", "Normal Table", element("tblPr", element("tblCellMar", *_none("left", "right"))), default="1"
        ),
        _named(
            "table", "TableGrid", "Table Grid",
            element("basedOn", val="TableNormal"),
            element("tblPr", element("tblBorders", *(element(side, val="single", sz="4", space="0") for side in sides)),
                    element("tblCellMar", *padding)),
        ),
    ]  # fmt: skip


def _named(kind: str, key: str, name: str, *inner: _Element, **more: str) -> _Element:
    return element("style", element("name", val=name), *inner, type=kind, styleId=key, **more)


def _none(*sides: str) -> list[_Element]:
    return [element(side, w="0", type="dxa") for side in sides]


def _size(points: float) -> list[_Element]:
    halves = str(round(points * 2))
    return [element("sz", val=halves), element("szCs", val=halves)]


def _faces(faces: tuple[str, str]) -> _Element:
    latin, chinese = faces
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)
