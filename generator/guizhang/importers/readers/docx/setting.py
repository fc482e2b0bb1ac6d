"""How a paragraph is set: as the title of the document, or in bold as its headings are where nobody used a style."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from guizhang.importers.extract import BOLD, TITLE
from guizhang.importers.readers.composing import Row
from guizhang.importers.readers.docx.names import child, flag, number, value, w
from guizhang.importers.readers.docx.styles import Styles, left_indent

_BODY = 21
"""Size of text, in half points, that Chinese Word begins with where the document states none."""
_LARGER = 4
"""How much larger than the text a title is, in half points."""
_CENTRED = "center"
_SHARE = 3
"""Of so many lines one at most is set in bold, where that is how headings are told."""


def look_of(paragraph: etree._Element, style: str | None, styles: Styles) -> str:
    """Return ``TITLE``, ``BOLD`` or nothing for a paragraph in *style*, by what its style and all of its runs state."""
    if styles.is_title(style):
        return TITLE
    runs = [run for run in paragraph.iter(w("r")) if any((text.text or "").strip() for text in run.findall(w("t")))]
    if not runs:
        return ""
    bold = all(_is_bold(run, style, styles) for run in runs)
    centred = (value(child(paragraph, "pPr"), "jc") or styles.alignment(style)) == _CENTRED
    sizes = [_size(run, style, styles) for run in runs]
    body = styles.size(styles.default) or _BODY
    if centred and (bold or min(sizes) >= body + _LARGER):
        return TITLE
    return BOLD if bold else ""


def is_indented(properties: etree._Element | None, style: str | None, styles: Styles) -> bool:
    """Return whether all lines of a paragraph begin to the right of the margin, as the words of a list do."""
    direct = left_indent(properties)
    return (styles.indent(style) if direct is None else direct) > 0


def without_common(rows: Sequence[Row]) -> None:
    """Take BOLD off all rows where so many are set in bold that it tells no headings."""
    bold = [row for row in rows if row.look == BOLD]
    if len(bold) * _SHARE > sum(bool(row.text.strip()) for row in rows) + 1:
        for row in bold:
            row.look = ""


def _is_bold(run: etree._Element, style: str | None, styles: Styles) -> bool:
    properties = run.find(w("rPr"))
    direct = flag(properties, "b")
    if direct is not None:
        return direct
    return styles.bold(value(properties, "rStyle")) or styles.bold(style)


def _size(run: etree._Element, style: str | None, styles: Styles) -> int:
    direct = number(value(run.find(w("rPr")), "sz"))
    return direct or styles.size(style) or _BODY
