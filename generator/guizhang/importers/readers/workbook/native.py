"""The second counter for XLSX: characters of all cells, names, comments and text boxes, from the raw parts.

Another zip access and another XML parser (expat) than the reader's, and no rows, columns or merged areas. Only how a number is
shown (``0.05`` as 5%) is shared with it: that is a definition, not a way to lose text. Line feeds inside cells are not counted;
in the text they part lines.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SHEET = re.compile(r"xl/worksheets/sheet[^/]*\.xml")

Attributes = dict[str, str]
Show = Callable[[str, str | None], str]


def count(data: bytes, show: Show) -> int:
    """Return the number of characters in a workbook the reader has accepted.

    Args:
        data: The file's bytes.
        show: How a stored number looks under a cell style.

    Raises:
        expat.ExpatError: A part is not well-formed.
    """
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name = posixpath.normpath(info.filename.lower().replace("\\", "/")).lstrip("/")
            if name.startswith("xl/") and name.endswith(".xml") and name not in parts and _wanted(name):
                parts[name] = archive.read(info)
    book = _Book(show)
    for name in sorted(parts, key=_order):
        book.read(parts[name])
    return book.total


def _wanted(name: str) -> bool:
    return name.startswith(("xl/workbook", "xl/sharedstrings", "xl/comments", "xl/drawings/drawing")) or bool(
        _SHEET.fullmatch(name)
    )


def _order(name: str) -> tuple[bool, str]:
    """Return the order in which parts must be read: what cells refer to comes before the cells."""
    return _SHEET.fullmatch(name) is not None, name


class _Book:
    """Counts over all parts."""

    def __init__(self, show: Show) -> None:
        self.show = show
        self.total = 0
        self.strings: list[int] = []
        self.path: list[str] = []
        self.text = ""
        self.cell: Attributes = {}
        self.parts: dict[str, str] = {}

    def read(self, content: bytes) -> None:
        self.path = []
        parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.Parse(content, True)

    def _start(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition("\n")[2]
        self.path.append(local)
        if local == "sheet" and self.path[0] == "workbook":
            self.total += _length(attributes.get("name", ""))
        elif local == "si":
            self.strings.append(0)
        elif local == "c":
            self.cell, self.parts = attributes, {}
        self.text = ""

    def _characters(self, text: str) -> None:
        self.text += text

    def _end(self, _name: str) -> None:
        local = self.path.pop()
        handle = _HANDLERS.get((self.path[0] if self.path else "", local))
        if handle is not None:
            handle(self)
        self.text = ""

    def string(self) -> None:
        if self.strings:
            self.strings[-1] += _length(_resolve(self.text))

    def plain(self) -> None:
        self.total += _length(self.text)

    def boxed(self) -> None:
        if "p" in self.path:
            self.plain()

    def cell_part(self) -> None:
        self.parts["v"] = self.parts.get("v", "") + self.text

    def cell_text(self) -> None:
        self.parts["t"] = self.parts.get("t", "") + _resolve(self.text)

    def formula(self) -> None:
        self.parts["f"] = self.parts.get("f", "") + self.text

    def end_cell(self) -> None:
        kind = self.cell.get("t", "n")
        raw = self.parts.get("v", "")
        own = self.parts.get("t", "")
        self.total += _length(own)
        if kind == "s":
            index = _integer(raw)
            self.total += self.strings[index] if 0 <= index < len(self.strings) else 0
            return
        if not raw and not own and kind != "inlineStr":
            self.total += _length(self.parts.get("f", ""))
            return
        if own or kind in {"inlineStr", "str"}:
            raw = _resolve(raw)
        elif kind == "b":
            raw = {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        elif kind == "n":
            raw = self.show(raw, self.cell.get("s"))
        self.total += _length(raw)


_HEADS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_HANDLERS: dict[tuple[str, str], Callable[[_Book], None]] = {
    ("sst", "t"): _Book.string,
    ("comments", "t"): _Book.plain,
    ("wsDr", "t"): _Book.boxed,
    ("worksheet", "v"): _Book.cell_part,
    ("worksheet", "t"): _Book.cell_text,
    ("worksheet", "f"): _Book.formula,
    ("worksheet", "c"): _Book.end_cell,
    **{("worksheet", name): _Book.plain for name in _HEADS},
}


def _integer(text: str | None) -> int:
    try:
        return int((text or "0").strip()) if len(text or "") < 12 else -1
    except ValueError:
        return -1


def _length(text: str) -> int:
    return len(text.replace("\n", "").replace("\r", ""))


def _resolve(text: str) -> str:
    return _ESCAPED.sub(lambda m: m[0] if "d800" <= m[1].lower() < "e000" else chr(int(m[1], 16)), text)


def _refuse_doctype(*_: object) -> None:
    # The reader refuses such parts; expanding entities is not left to luck.
    raise expat.ExpatError("a document type is declared")
