"""Service scripts (话术): what to say in a situation, what never to say, and which rules stand behind it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guizhang.model.base import Address, Document, FactName, Id, Model
from guizhang.model.text import Text


class Speaker(StrEnum):
    """Who speaks in a turn."""

    STAFF = "staff"
    CUSTOMER = "customer"
    COLLEAGUE = "colleague"


class Turn(Model):
    """One line of a dialogue."""

    speaker: Speaker
    text: Text
    """What is said; ``${slot}`` stands for what staff fill in."""


class Phrase(Model):
    """Something to say."""

    text: Text
    verbatim: bool = False
    """Must be said word for word; assessors tick it off."""


class NeverSay(Model):
    """Something never to say, with the reason."""

    text: Text
    why: Text
    instead: Text | None = None
    """What to say in its place."""


class Situation(Model):
    """One situation of a script file."""

    id: Id
    title: Text
    when: Text
    """When it arises, as staff would notice it."""
    themes: tuple[Id, ...] = ()
    applies_to: tuple[Id, ...] = ()
    practises: tuple[Address, ...] = ()
    """Provisions the script puts into practice."""
    slots: Mapping[FactName, Text] = {}
    """What ``${name}`` stands for: 工号 / staff number."""
    turns: tuple[Turn, ...] = ()
    """A model conversation."""
    say: tuple[Phrase, ...] = ()
    never: tuple[NeverSay, ...] = ()


class ScriptFile(Document):
    """A file of situations under ``content/scripts/``."""

    title: Text
    applies_to: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    situations: Annotated[tuple[Situation, ...], Field(min_length=1)]
