"""Response files to tables of text. What a file is follows from its first bytes, because suffixes are often wrong."""

from __future__ import annotations

from pathlib import Path

from guizhang.diagnostics import Diagnostic
from guizhang.grading import faults
from guizhang.grading.readers import delimited, workbook
from guizhang.grading.table import Table

MAX_BYTES = 64 * 1024 * 1024
"""Far above ten thousand answer sheets; a larger file is a mistake, and refusing it bounds memory."""


def read_table(path: Path, shown: str | None = None) -> tuple[Table | None, list[Diagnostic]]:
    """Return the rows of a CSV, TSV or XLSX file, or why it cannot be read.

    Args:
        path: The file.
        shown: How messages name it; the path itself when absent.
    """
    name = shown or str(path)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return None, [faults.unreadable(name, error.strerror or str(error))]
    if size > MAX_BYTES:
        return None, [faults.too_large(name, f"{size:,}", f"{MAX_BYTES:,}")]
    if not data:
        return None, [faults.empty(name)]
    if data.startswith(b"PK\x03\x04"):
        return workbook.read(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return None, [faults.old_workbook(name)]
    return delimited.read(data, name)
