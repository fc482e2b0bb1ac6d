"""Records as files to fill in on a computer: a workbook and a Word document, each in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.record import Record
from guizhang.site.texts import Prose

_FORMATS = ("xlsx", "docx")


def record_paths(record: Record) -> dict[str, str]:
    """Return where the files of *record* stand on the site, by format."""
    return {suffix: f"records/{record.id}.{suffix}" for suffix in _FORMATS}


def record_files(book: Handbook, record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of *record*; the same record gives the same bytes.

    Args:
        book: The published handbook, for its figures and the company's name.
        record: One of its records.
    """
    # Both libraries are large, and a page of rules needs neither.
    from guizhang.site.record_docx import record_docx
    from guizhang.site.record_xlsx import record_xlsx

    paths, prose = record_paths(record), Prose(book)
    yield paths["xlsx"], record_xlsx(book.settings.company, prose, record)
    yield paths["docx"], record_docx(book.settings.company, prose, record)
