"""The look of the Word document: fonts for Chinese and Latin, black headings, quiet remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from guizhang.book.view import Paper
from guizhang.tables.wordml import element

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.styles.style import ParagraphStyle

SHEETS: dict[Paper, tuple[Length, Length]] = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}

_BODY = ("Times New Roman", "宋体")
_HEAD = ("Arial", "黑体")
_HEADINGS = {1: 18.0, 2: 14.0, 3: 12.0}
_SMALLEST_HEADING = 10.5
_LEVELS = 9


def prepare(document: DocxDocument) -> None:
    """Give *document* the styles its paragraphs name."""
    _font(_style(document, "Normal"), _BODY, 10.5)
    for name, size in (("Header", 8.0), ("Footer", 8.0)):
        _font(_style(document, name), _BODY, size)
    _font(_style(document, "Title"), _HEAD, 26)
    _font(_style(document, "Subtitle"), _HEAD, 12)
    for level in range(1, _LEVELS + 1):
        style = _style(document, f"Heading {level}")
        _font(style, _HEAD, _HEADINGS.get(level, _SMALLEST_HEADING))
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(6 if level > 2 else 14)
        style.paragraph_format.space_after = Pt(3)
    for name in ("RuleText", "RuleItem", "RuleLine", "RuleGap"):
        _own(document, name)
    _style(document, "RuleGap").font.size = Pt(4)
    for level in range(1, _LEVELS):
        style = _own(document, f"RuleArticle{level}")
        style.element.get_or_add_pPr().append(element("outlineLvl", val=str(level)))


def _own(document: DocxDocument, name: str) -> ParagraphStyle:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.line_spacing = 1.3
    found: ParagraphStyle = style
    return found


def _style(document: DocxDocument, name: str) -> ParagraphStyle:
    found: Any = document.styles[name]
    style: ParagraphStyle = found
    return style


def _font(style: ParagraphStyle, faces: tuple[str, str], size: float) -> None:
    """Set the Latin and the Chinese face of a style; the template's theme would choose others."""
    latin, chinese = faces
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, face in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{name}"), face)
    style.font.size = Pt(size)
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
