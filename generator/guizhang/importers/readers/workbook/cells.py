"""Cells of a workbook: strings, numbers as shown, results of formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from guizhang.importers.extract import Dropped
from guizhang.importers.readers.docx import refusals
from guizhang.importers.readers.docx.archive import Archive
from guizhang.importers.readers.docx.names import number
from guizhang.importers.readers.workbook.numbers import BUILTIN, display

MAX_CELLS = 2_000_000
MAX_TEXT = 64 * 1024 * 1024

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class Book:
    """A workbook while it is read."""

    archive: Archive
    strings: list[tuple[str, str]]
    """Shared strings: text, and its phonetic guide."""
    formats: list[str]
    """Number format per cell style."""
    bordered: list[bool]
    """Whether a cell of each style has a border."""
    since_1904: bool
    dropped: list[Dropped] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    cells: int = 0
    size: int = 0

    def show(self, raw: str, style: str | None) -> str:
        """Return a number as a cell of this style shows it; a style that is not defined shows it plainly."""
        key = number(style)
        code = self.formats[key] if key is not None and 0 <= key < len(self.formats) else "General"
        return display(raw, code, since_1904=self.since_1904).replace("\r", "")

    def has_border(self, style: str | None) -> bool:
        """Return whether a cell of this style is drawn, with nothing in it too."""
        key = number(style)
        return key is not None and 0 <= key < len(self.bordered) and self.bordered[key]

    def drop(self, reason: str, text: str, line: int) -> None:
        """Note text that is not shown; line feeds part lines and are no characters."""
        if text := text.replace("\n", ""):
            self.dropped.append(Dropped(reason, text, line))

    def count_cell(self) -> None:
        """Count one more cell.

        Raises:
            ImportRefused: There are too many.
        """
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise refusals.oversized("单元格超过 200 万", "more than two million cells")

    def grow(self, text: str) -> None:
        """Count the text of one more line.

        Raises:
            ImportRefused: There is too much.
        """
        self.size += len(text)
        if self.size > MAX_TEXT:
            raise refusals.oversized("文字超过 64 MB", "more than 64 MB of text")

    def value(self, cell: etree._Element, at: int) -> str:
        """Return what a cell shows; a formula without a stored result is dropped, not shown."""
        kind = cell.get("t", "n")
        raw = "".join(plain(v) for v in cell.iterchildren("{*}v"))
        text, ruby = string(cell)
        if kind == "s":
            index = number(raw.strip())
            shared = self.strings[index] if index is not None and 0 <= index < len(self.strings) else ("", "")
            text, ruby = shared[0] + text, shared[1] + ruby
        elif text or kind == "inlineStr":
            text += _unescape(raw)
        else:
            text = raw
            if kind == "b":
                text = {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
            elif kind == "n":
                text = self.show(raw, cell.get("s")) if raw else ""
            elif kind == "str":
                text = _unescape(raw)
            if not raw:
                formula = "".join(plain(f) for f in cell.iterchildren("{*}f"))
                self.drop("formula-without-result", formula, at)
        self.drop("ruby", ruby, at)
        return text


def string(node: etree._Element) -> tuple[str, str]:
    """Return the text of a shared or inline string without its phonetic guide, and the guide."""
    text: list[str] = []
    ruby: list[str] = []
    for t in node.iter("{*}t"):
        into = ruby if next(t.iterancestors("{*}rPh"), None) is not None else text
        into.append(_unescape(plain(t)))
    return "".join(text), "".join(ruby)


def _unescape(text: str) -> str:
    """Return *text* with Excel's _x000A_ escapes resolved; surrogates are damage and stay as written."""

    def one(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if 0xD800 <= code < 0xE000 else chr(code)

    return _ESCAPE.sub(one, text).replace("\r", "")


def plain(node: etree._Element) -> str:
    """Return all text in *node*; a carriage return is half of a line feed."""
    return "".join(str(part) for part in node.itertext()).replace("\r", "")


def formats(root: etree._Element) -> list[str]:
    """Return the number format of every cell style in styles.xml."""
    own = {number(n.get("numFmtId")): n.get("formatCode", "General") for n in root.iter("{*}numFmt")}
    styles = next(root.iter("{*}cellXfs"), None)
    ids = [] if styles is None else [number(xf.get("numFmtId")) or 0 for xf in styles]
    return [own.get(key) or BUILTIN.get(key, "General") for key in ids]


def borders(root: etree._Element) -> list[bool]:
    """Return for every cell style in styles.xml whether it draws a border."""
    drawn = [
        any(side.get("style", "none") != "none" for side in border) for border in root.iterfind("{*}borders/{*}border")
    ]
    styles = next(root.iter("{*}cellXfs"), None)
    ids = [] if styles is None else [number(xf.get("borderId")) or 0 for xf in styles]
    return [0 <= key < len(drawn) and drawn[key] for key in ids]
