"""Text files with one record a line: comma, semicolon or tab, in the encodings Chinese office programs write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from functools import lru_cache

from guizhang.diagnostics import Diagnostic
from guizhang.tables import faults
from guizhang.tables.table import EDGES, Damage, Row, Table

DELIMITERS = ",;\t"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),  # "Unicode text" as Excel saves it, with tabs
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# gb18030 has a code for nearly every pair of bytes; only its private area tells that the text was something else.
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffe\uffff]")
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])$", re.IGNORECASE)
# What Excel makes of 3-4 or 3/4 when it saves a date as text, in the usual Chinese and English settings.
_DATE = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: 0?0:00(?::00)?)?"
    r"|\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})"
    r"|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}",
    re.IGNORECASE,
)
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e\+?\d{2,}", re.IGNORECASE)


# Staff systems export web pages, and programs XML, under the names of tables.
_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|html|table|meta|head|script|style)\b", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
"""What programs write into a text file so that Excel keeps the zeros of ``="0012"``."""


def read(data: bytes, path: str) -> tuple[tuple[Table, ...], list[Diagnostic]]:
    """Return the one table of a text file; *path* names it in messages."""
    text, encoding_fault = _decode(data, path)
    if encoding_fault is not None:
        return (), [encoding_fault]
    if not text.strip(EDGES + DELIMITERS):
        return (), [faults.empty(path)]
    rows: list[Row] = []
    if _MARKUP.match(text):
        return (), [faults.markup(path)]
    lines = text.splitlines()
    declared = _SEPARATOR_LINE.fullmatch(lines[0].strip('"'))
    delimiter = declared[1] if declared else _delimiter(lines)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    done = 0
    try:
        for fields in reader:
            if not (declared and done == 0):
                rows.append(_row(fields, done + 1))
            # A quoted field may hold line breaks: the next record begins behind the lines this one took.
            done = reader.line_num
    except csv.Error as error:
        return (), [faults.broken_record(path, done + 1, str(error))]
    return (Table(path, None, tuple(rows)),), []


def damage_of(text: str) -> Damage | None:
    """Return what a spreadsheet program did before it saved this text, if that can be seen."""
    if _DATE.fullmatch(text):
        return Damage.DATE
    return Damage.LONG_NUMBER if _SCIENTIFIC.fullmatch(text) else None


def _row(fields: list[str], line: int) -> Row:
    texts = tuple(map(_text, fields))
    # A date needs four characters at least (3月4日); nearly all cells are a letter or two.
    seen = {index: damage_of(text) for index, text in enumerate(texts) if len(text) >= 4}
    return Row(line, texts, {index: damage for index, damage in seen.items() if damage is not None})


@lru_cache(maxsize=4_096)
def _text(field: str) -> str:
    """Return what a field says; a class gives the same few answers over and over."""
    text = field.strip(EDGES)
    kept = _AS_TEXT.fullmatch(text)
    return kept[1].strip(EDGES) if kept else text


def _decode(data: bytes, path: str) -> tuple[str, Diagnostic | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), None
            except UnicodeDecodeError as error:
                return "", faults.undecodable(path, *_position(data, error.start + len(mark)))
    if b"\x00" in data:
        return "", faults.binary(path, *_position(data, data.index(b"\x00")))
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        first = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "", faults.undecodable(path, *_position(data, first))
    if _PRIVATE.search(text):
        return "", faults.undecodable(path, *_position(data, first))
    return text, None


def _position(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset]
    return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter that splits one of the first lines into most cells: the header has the most."""
    counts = {mark: max(re.sub(r'"[^"]*"', "", line).count(mark) for line in lines[:20]) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark])
