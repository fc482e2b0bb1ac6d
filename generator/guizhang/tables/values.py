"""What the cells of a workbook hold, as a person would have typed it: shared texts, numbers, dates and what became of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import IO

from guizhang.tables.delimited import damage_of
from guizhang.tables.parts import Attributes, Package, local, parse
from guizhang.tables.table import EDGES, Damage

_MOST_EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number."""
_EAST_ASIAN_DATES = {*map(str, range(27, 37)), *map(str, range(50, 59))}
"""Formats whose code no file states: in a Chinese Excel 3-4 becomes 3月4日 under number 58."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TIME = re.compile(r"\d\d?:\d\d:\d\d")
Value = tuple[str, Damage | None]


class Values:
    """The shared texts and number formats of one workbook."""

    def __init__(self, package: Package, workbook: str) -> None:
        strings = package.part_of(workbook, "sharedStrings")
        styles = package.part_of(workbook, "styles")
        self._texts: Sequence[str] = []
        if strings is not None:
            with package.open(strings) as stream:
                self._texts = texts(stream, "si")
        self._formats = _formats(package, styles) if styles is not None else []
        self._from_1904 = any(
            a.get("date1904") in ("1", "true") for tag, a in package.tags(workbook) if tag == "workbookPr"
        )
        self._known: dict[tuple[str, str, str], Value] = {}

    def __call__(self, kind: str, style: str, raw: str) -> Value:
        """Return a cell's text and what a program did to it.

        Args:
            kind: The type the file states: ``n``, ``s``, ``str``, ``inlineStr``, ``b``, ``e``, ``d``.
            style: Number of its style.
            raw: What stands in the file.
        """
        key = (kind, style, raw)
        known = self._known.get(key)
        if known is None:  # a class gives the same few answers over and over
            known = self._known[key] = self._value(kind, style, raw)
        return known

    def _value(self, kind: str, style: str, raw: str) -> Value:
        match kind:
            case "s" | "str" | "inlineStr":
                text = unescaped(self._texts[int(raw)] if kind == "s" else raw).strip(EDGES)
                return text, damage_of(text) if len(text) >= 4 else None
            case "b":
                return ("TRUE" if raw.strip() in ("1", "true") else "FALSE"), None
            case "e":
                return raw.strip(), Damage.FORMULA
            case "d":
                return raw.strip().removesuffix("T00:00:00"), Damage.DATE
            case _:
                return self._number(style, raw.strip())

    def _number(self, style: str, raw: str) -> Value:
        if not raw:
            return "", None
        # A program writes 2.4 as 2.3999999999999999: what it shows is the shortest text of the same number.
        number = Decimal(raw) if raw.lstrip("-").isdigit() else Decimal(repr(float(raw)))
        form = self._formats[int(style)] if style.isdigit() and int(style) < len(self._formats) else "General"
        if form in _EAST_ASIAN_DATES or _is_date(form):
            text = self._date(number, form)
            return text, Damage.TIME if _TIME.fullmatch(text) else Damage.DATE
        if abs(number) >= _MOST_EXACT:
            return f"{number:f}", Damage.LONG_NUMBER
        return (f"{_plain(number * 100)}%" if "%" in form else _plain(number)), None

    def _date(self, number: Decimal, form: str) -> str:
        from openpyxl.styles.numbers import is_timedelta_format
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

        epoch = MAC_EPOCH if self._from_1904 else WINDOWS_EPOCH
        try:
            return _printed(from_excel(float(number), epoch, timedelta=is_timedelta_format(form)))
        except (OverflowError, ValueError):  # no day has such a number
            return _plain(number)


def _is_date(form: str) -> bool:
    from openpyxl.styles.numbers import is_date_format

    return bool(is_date_format(form))


def texts(stream: IO[bytes], name: str) -> list[str]:
    """Return the text of each element *name*: its parts in a row, without what tells how they are pronounced."""
    found: list[str] = []
    heard: list[str] = []
    depth = 0

    def start(tag: str, _: Attributes) -> None:
        nonlocal depth
        if local(tag) == name:
            heard.clear()
        depth += local(tag) == "rPh"

    def end(tag: str) -> None:
        nonlocal depth
        if local(tag) == name:
            found.append("".join(heard))
        depth -= local(tag) == "rPh"

    def text(data: str) -> None:
        if not depth:
            heard.append(data)

    parse(stream, start, end, text)
    return found


def _formats(package: Package, styles: str) -> list[str]:
    """Return the format code of each style, or the number of a format that has none in the file."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    codes = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    found: list[str] = []
    inside = ""
    for tag, attributes in package.tags(styles):
        if tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag
        elif tag == "numFmt":
            codes[attributes["numFmtId"]] = attributes["formatCode"]
        elif tag == "xf" and inside == "cellXfs":
            number = attributes.get("numFmtId", "0")
            found.append(codes.get(number, number))
    return found


def unescaped(text: str) -> str:
    """Return a text with the characters that a workbook writes as ``_x000D_``."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _printed(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    return str(value)


def _plain(number: Decimal) -> str:
    """Return 24 for 24.0; sheets know only floating-point numbers."""
    return f"{number.normalize():f}"
