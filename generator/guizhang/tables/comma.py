"""CSV for whoever opens it in a spreadsheet: no cell of it is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"
"""A spreadsheet takes a text that begins so for a formula, as soon as somebody edits the cell; a Chinese or Japanese one
the wide signs as well (OWASP, "CSV Injection")."""
MARK = "\ufeff"
"""Before a file: without it Excel takes the system's old encoding."""


def comma_separated(rows: Iterable[Sequence[object]], *, end: str = "\n") -> str:
    r"""Return rows as CSV, each ended by *end*; ``None`` is an empty cell.

    A text that begins like a formula is given an apostrophe, as a spreadsheet would show it. A carriage return in a
    text becomes a line feed: with ``\n`` at the end of rows the writer would not quote it, and what stands behind it
    would begin a row of its own.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerows([_harmless(value) if isinstance(value, str) else value for value in row] for row in rows)
    return out.getvalue()


def _harmless(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text[:1] in FORMULA_SIGNS and text else text
