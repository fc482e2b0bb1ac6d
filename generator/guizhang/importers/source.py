"""Any file to one text for the stages: decoded where it is text, extracted where it is a container.

What the bytes are decides over the suffix, since a Word file is a Word file under any name; the suffix decides among
the formats that are plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from guizhang.importers.decode import decode
from guizhang.importers.extract import Dropped, Extract, audit_extract
from guizhang.importers.readers import read
from guizhang.importers.readers.workbook import csv_table
from guizhang.importers.reading import Reading
from guizhang.importers.refusal import ImportRefused

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text and what its format said about it."""

    text: str
    encoding: str
    """Name of the encoding, or of the container's format."""
    reading: Reading
    generated: Spans = ()
    """Spans the reader made: automatic numbers, table separators."""
    numbers: tuple[int, ...] | None = None
    """Per line of text the line number reported to users; ``None`` where they are the same."""
    dropped: tuple[Dropped, ...] = ()
    """Native text of the container that is not in the text, each with its reason."""
    native_chars: int | None = None
    """Characters of the container's text nodes by the second counter; ``None`` for text files."""
    undecoded: tuple[int, ...] = ()
    """Offsets of bytes that fit no character of the encoding; each stands in the text as ``\\xNN``."""


def read_source(data: bytes, path: str) -> SourceText:
    """Return the text of a file.

    Reads: bytes. Writes: text, masks, headings, generated spans, line numbers. Stands first because every stage after it
    sees one text and never asks which format it came from.

    Args:
        data: The file's bytes.
        path: Its name; the suffix tells text formats apart.

    Raises:
        ImportRefused: The file is empty, damaged, protected, too large, or in no known format or encoding.
    """
    suffix = PurePath(path).suffix.lower()
    found = _container(data, suffix)
    if found is None:
        decoded = decode(data)
        sheet = csv_table.read(decoded.text, path) if suffix in csv_table.SUFFIXES and not decoded.undecoded else None
        if sheet is not None:
            return _extracted(sheet, decoded.encoding)
        reading = read(decoded.text, path)
        undecoded = tuple(_behind_made(offset, reading.generated) for offset in decoded.undecoded)
        text = decoded.text if reading.text is None else reading.text
        return SourceText(text, decoded.encoding, reading, reading.generated, undecoded=undecoded)
    name, reader = found
    return _extracted(reader(data), "LibreOffice" if name == "office" else name)


def _extracted(extract: Extract, name: str) -> SourceText:
    """Return the text of a container, or of a sheet that is saved as text."""
    audit_extract(extract)
    return SourceText(
        extract.text,
        name,
        Reading(
            headings=extract.headings,
            parts=extract.parts,
            looks=extract.looks,
            flush=extract.flush,
            closed=extract.closed,
        ),
        extract.generated,
        extract.numbers,
        extract.dropped,
        extract.native_chars,
    )


def _behind_made(offset: int, generated: Iterable[tuple[int, int]]) -> int:
    """Return where what stood at *offset* is with what the reader put in."""
    for start, end in generated:
        if start > offset:
            break
        offset += end - start
    return offset


def line_of(source: SourceText, line: int) -> int:
    """Return the number users know line *line* (from 1) of the text by."""
    if source.numbers is None or not source.numbers:
        return line
    return source.numbers[min(line, len(source.numbers)) - 1]


Reader = Callable[[bytes], Extract]


def _container(data: bytes, suffix: str) -> tuple[str, Reader] | None:
    readers = _readers()
    for magic, kind in ((b"%PDF-", "pdf"), (b"{\\rtf", "office")):
        if data[:1024].lstrip().startswith(magic):
            return kind, readers[kind]
    kind = _BY_SUFFIX.get(suffix, "")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        # Both archives of new office files and compound files of old ones hold documents or sheets: the suffix tells,
        # and the reader looks again inside.
        kind = kind if kind in ("docx", "office", "xlsx") else "docx" if data.startswith(b"PK") else "office"
    elif kind != "pdf":
        kind = _written_as_text(data, kind)
    return (kind, readers[kind]) if kind else None


def _written_as_text(data: bytes, kind: str) -> str:
    """Return the kind of a file that is no archive, by what is written in it.

    Office systems and Word itself save web pages, web archives and plain text under the names of Word and Excel files.
    """
    if kind == "html" or not (kind or data.lstrip(_BLANKS).startswith(b"<")):
        return kind
    from guizhang.importers.readers.docx.archive import root_name
    from guizhang.importers.readers.html.web_archive import is_archive

    if root_name(data) == "wordDocument":
        return "office"
    if not kind:
        return ""
    head = data[:_HEAD].replace(b"\0", b"").lower()
    marked = head.lstrip(_BLANKS).startswith(b"<")
    if is_archive(data) or (marked and _PAGE.search(head)):
        return "html"
    # The readers of office files say best what is wrong with what is no text either.
    return "" if not marked and kind != "xlsx" and _is_text(data) else kind


def _is_text(data: bytes) -> bool:
    try:
        decode(data)
    except ImportRefused:
        return False
    return True


_HEAD = 4096
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_PAGE = re.compile(rb"<(?:!doctype )?(?:html|head|body|meta|table|div|p|style)\b")

_BY_SUFFIX: Mapping[str, str] = {
    **dict.fromkeys((".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml"), "html"),
    ".pdf": "pdf",
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "docx"),
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott"), "office"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ods", ".ots"), "xlsx"),
}


def _readers() -> Mapping[str, Reader]:
    # Imported here: lxml and PDFium take longer to load than most text files to read.
    from guizhang.importers.readers import docx, html, office, pdf
    from guizhang.importers.readers.workbook import xlsx

    return {"docx": docx.read, "html": html.read, "office": office.read, "pdf": pdf.read, "xlsx": xlsx.read}
