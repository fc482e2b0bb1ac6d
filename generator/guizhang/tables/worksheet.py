"""The rows of one worksheet, read as a stream: nothing is kept but what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from guizhang.tables.parts import Attributes, parse
from guizhang.tables.table import Damage, Row, letters_column
from guizhang.tables.values import Value

_DIGITS = "0123456789"
_AREA = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
_MOST_COLUMNS = 16_384


@dataclass(slots=True)
class Worksheet:
    """What was read of a sheet."""

    rows: list[Row] = field(default_factory=list)
    """The rows the file has, in its order."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column, from 1."""
    unvalued: dict[tuple[int, int], str] = field(default_factory=dict)
    """Line and index (from 0) of formulas whose value was never stored -> the formula; empty where another has it."""


class _Reader:
    """Hears the elements of a worksheet. Half a million cells: what most of them need is asked first."""

    __slots__ = (
        "columns", "damage", "formula", "heard", "index", "kind", "line", "names", "raw", "sheet", "spoken", "style",
        "texts", "value",
    )  # fmt: skip

    def __init__(self, value: Callable[[str, str, str], Value]) -> None:
        self.value = value
        self.sheet = Worksheet()
        self.heard: list[str] = []
        self.columns: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.line = 0
        self.index = -1
        self.texts: list[str] = []
        self.damage: dict[int, Damage] = {}
        self.kind = self.style = ""
        self.raw: str | None = None
        self.formula: str | None = None
        self.spoken = False

    def start(self, tag: str, attributes: Attributes) -> None:
        name = self.names.get(tag)
        if name is None:
            name = self.names[tag] = tag.rpartition(" ")[2]
        if name == "c":
            letters = attributes.get("r", "").rstrip(_DIGITS)
            column = self.columns.get(letters)
            if column is None:
                column = self._column(letters)
            self.index = column
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.raw = self.formula = None
        elif name in ("v", "t", "f"):
            self.heard.clear()
        elif name == "row":
            self.line = int(attributes["r"]) if "r" in attributes else self.line + 1
            self.index, self.texts, self.damage = -1, [], {}
        elif name == "rPh":
            self.spoken = True
        elif name == "mergeCell":
            self._merge(attributes["ref"])

    def end(self, tag: str) -> None:
        name = self.names[tag]
        if name == "c":
            self._cell()
        elif name == "v":
            self.raw = "".join(self.heard)
        elif name == "t":
            if not self.spoken:
                self.raw = (self.raw or "") + "".join(self.heard)
        elif name == "f":
            self.formula = "".join(self.heard)
        elif name == "row":
            self.sheet.rows.append(Row(self.line, tuple(self.texts), self.damage))
        elif name == "rPh":
            self.spoken = False

    def _cell(self) -> None:
        raw, index, texts = self.raw, self.index, self.texts
        harm: Damage | None
        if raw is None or (not raw and self.kind not in ("str", "inlineStr")):
            if self.formula is None:
                return
            text, harm = "", Damage.FORMULA
            self.sheet.unvalued[self.line, index] = self.formula
        else:
            text, harm = self.value(self.kind, self.style, raw)
        if not text and harm is None:
            return
        if index != len(texts):
            if index < len(texts):  # cells out of order, which no office program writes
                raise ValueError(f"{self.line}:{index + 1}")
            texts.extend([""] * (index - len(texts)))
        texts.append(text)
        if harm is not None:
            self.damage[index] = harm

    def _column(self, letters: str) -> int:
        """Return the index (from 0) of a column; the next one where a cell does not say its own."""
        if not letters:
            return self.index + 1
        column = letters_column(letters) if letters.isascii() and letters.isalpha() and letters.isupper() else 0
        if not 0 < column <= _MOST_COLUMNS:
            raise ValueError(letters)
        self.columns[letters] = column - 1
        return column - 1

    def _merge(self, reference: str) -> None:
        area = _AREA.fullmatch(reference)
        if area is not None:
            left, top, right, bottom = area.groups()
            self.sheet.merged.append((int(top), letters_column(left), int(bottom), letters_column(right)))


def read_rows(
    stream: IO[bytes], value: Callable[[str, str, str], Value], enough: Callable[[list[Row]], bool] | None = None
) -> Worksheet:
    """Return the rows of a worksheet.

    Args:
        stream: The part.
        value: From type, style and content of a cell to its text and its damage.
        enough: Told the rows so far, whether the others are not needed; all are when absent.

    Raises:
        expat.ExpatError: This is no XML.
        ValueError: A cell has no place, or its content is not of its type.
    """
    reader = _Reader(value)
    rows = reader.sheet.rows
    parse(stream, reader.start, reader.end, reader.heard.append, lambda: enough is not None and enough(rows))
    return reader.sheet
