"""Etiquette: what to do, what not to do, and how an observer can tell."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from guizhang.model.base import Address, Document, Id, Model, fault
from guizhang.model.text import Text


class EtiquettePoint(Model):
    """One do, one don't, or a pair."""

    id: Id
    title: Text | None = None
    do: Text | None = None
    dont: Text | None = None
    why: Text | None = None
    observe: Text | None = None
    """What an observer sees when it is done well; becomes a line of the observation checklist."""
    themes: tuple[Id, ...] = ()
    applies_to: tuple[Id, ...] = ()
    practises: tuple[Address, ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.do is None and self.dont is None:
            raise fault(
                "FMT016",
                zh="礼仪要点既没有 do 也没有 dont",
                en="the point has neither do nor dont",
                mend_zh="写明应当怎么做，或不应当怎么做",
                mend_en="say what to do, what not to do, or both",
            )
        return self


class EtiquetteGroup(Model):
    """Points that belong together on the page."""

    id: Id
    title: Text
    points: Annotated[tuple[EtiquettePoint, ...], Field(min_length=1)]


class EtiquetteFile(Document):
    """A file under ``content/etiquette/``."""

    title: Text
    applies_to: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    groups: Annotated[tuple[EtiquetteGroup, ...], Field(min_length=1)]
