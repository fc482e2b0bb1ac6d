"""A record as the blank form a book prints: what each field is called, and what there is to tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guizhang.book.parts import Sheet
from guizhang.exam.words import Run
from guizhang.model.record import FieldType, RecordField
from guizhang.model.text import Text
from guizhang.site.words import word

Short = Callable[[Text | None], list[Run]]
"""Sets a short text in the languages of the page."""

_SPECIMEN_ROWS = 6
"""Rows a register shows in a book; whoever keeps one prints it from the site."""


def sheet_view(sheet: Sheet, short: Short) -> dict[str, Any]:
    """Return what the template prints of a record's blank form."""
    return {
        "register": sheet.register,
        "rows": min(sheet.rows, _SPECIMEN_ROWS),
        "sections": [
            {"title": short(section.title), "fields": [_field(field, short) for field in section.fields]}
            for section in sheet.sections
        ],
    }


def _field(field: RecordField, short: Short) -> dict[str, Any]:
    options = (word("yes"), word("no")) if field.type is FieldType.YES_NO else field.options
    return {
        "label": short(field.label),
        "note": short(field.note),
        "required": field.required,
        "lines": {FieldType.LONG_TEXT: 3, FieldType.SIGNATURE: 2}.get(field.type, 1),
        "options": [short(option) for option in options],
    }
