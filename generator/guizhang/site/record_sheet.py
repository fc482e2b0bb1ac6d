"""How a record is laid out, whatever it is written as: its sections, and the lines of a printed form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guizhang.model.record import FieldType, Record, RecordField
from guizhang.model.text import Text
from guizhang.site.texts import Prose

_SHORT = {FieldType.TEXT, FieldType.NUMBER, FieldType.MONEY, FieldType.DATE, FieldType.TIME, FieldType.DATETIME}
_SHORT |= {FieldType.PHONE, FieldType.YES_NO, FieldType.SIGNATURE}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a record with the figures of its texts printed."""

    title: Text
    fields: tuple[RecordField, ...]
    lines: tuple[tuple[RecordField, ...], ...]
    """The fields as lines of a printed form: two short ones beside each other, a long one alone."""


def sheet(prose: Prose, record: Record) -> list[Section]:
    """Return the sections of *record*."""
    return [
        Section(section.title, fields, tuple(_lines(fields)))
        for section in record.sections
        for fields in (tuple(_printed(prose, field) for field in section.fields),)
    ]


def _printed(prose: Prose, field: RecordField) -> RecordField:
    return field.model_copy(
        update={
            "label": prose.words(field.label),
            "note": prose.words(field.note) if field.note else None,
            "options": tuple(prose.words(option) for option in field.options),
        }
    )


def _lines(fields: Iterable[RecordField]) -> Iterator[tuple[RecordField, ...]]:
    waiting: RecordField | None = None
    for field in fields:
        short = field.type in _SHORT
        if waiting is not None and short:
            yield waiting, field
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
            waiting = None
        if short:
            waiting = field
        else:
            yield (field,)
    if waiting is not None:
        yield (waiting,)
