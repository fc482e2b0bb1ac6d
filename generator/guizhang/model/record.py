"""Records (登记表, 申请单): the company's paper forms. `Form` always means a version of an exam."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from guizhang.model.base import Address, Document, Id, Model, fault
from guizhang.model.text import Text


class FieldType(StrEnum):
    """What is written in a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    PHONE = "phone"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    YES_NO = "yes_no"
    SIGNATURE = "signature"


class RecordField(Model):
    """One field of a record."""

    id: Id
    label: Text
    type: FieldType = FieldType.TEXT
    required: bool = False
    options: tuple[Text, ...] = ()
    """Choices, for the two choice types."""
    note: Text | None = None
    """How to fill it in."""

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        wants = self.type in (FieldType.CHOICE, FieldType.MULTI_CHOICE)
        if wants != bool(self.options):
            raise fault(
                "FMT017",
                zh=f"类型 {self.type} {'需要' if wants else '不能有'} options",
                en=f"a field of type {self.type} {'needs' if wants else 'cannot have'} options",
                mend_zh="补上 options" if wants else "删去 options，或改用 choice 类型",
                mend_en="add options" if wants else "delete the options, or make the type choice",
            )
        return self


class RecordSection(Model):
    """Fields under one heading, such as what the department head fills in."""

    title: Text
    fields: Annotated[tuple[RecordField, ...], Field(min_length=1)]


class Record(Document):
    """One record, printable on A4; a file under ``content/records/`` each."""

    title: Text
    purpose: Text
    """When it is used."""
    layout: Annotated[str, Field(pattern="^(form|register)$")] = "form"
    """``form``: one sheet a case; ``register``: one row a case."""
    rows: Annotated[int, Field(ge=1, le=60)] = 20
    """Blank rows of a register page."""
    themes: tuple[Id, ...] = ()
    applies_to: tuple[Id, ...] = ()
    practises: tuple[Address, ...] = ()
    """Provisions that call for it."""
    retention: Text | None = None
    """How long it is kept and by whom."""
    sections: Annotated[tuple[RecordSection, ...], Field(min_length=1)]
