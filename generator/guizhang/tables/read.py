"""Table files to tables of text. What a file is follows from its first bytes, because suffixes are often wrong."""

from __future__ import annotations

from pathlib import Path

from guizhang.diagnostics import Diagnostic, system_words
from guizhang.tables import delimited, faults, workbook
from guizhang.tables.table import Table
from guizhang.tables.workbook import Choice

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAX_BYTES = 64 * 1024 * 1024
"""Far above ten thousand answer sheets; a larger file is a mistake, and refusing it bounds memory."""


def read_tables(
    path: Path, shown: str | None = None, choose: Choice | None = None
) -> tuple[tuple[Table, ...], list[Diagnostic]]:
    """Return the tables of a CSV, TSV or XLSX file, or why it cannot be read.

    Args:
        path: The file.
        shown: How messages name it; the path itself when absent.
        choose: Which sheets of a workbook are wanted, by their first rows; all are when absent. The others are not read.

    Returns:
        One table of a text file, one for each visible worksheet of a workbook; none of them is blank.
    """
    name = shown or str(path)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return (), [faults.unreadable(name, system_words(error))]
    if size > MAX_BYTES:
        return (), [faults.too_large(name, f"{size:,}", f"{MAX_BYTES:,}")]
    if not data:
        return (), [faults.empty(name)]
    if data.startswith(b"PK\x03\x04"):
        return workbook.read(data, name, choose)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return (), [(faults.protected if _ENCRYPTED in data else faults.old_workbook)(name)]
    return delimited.read(data, name)
