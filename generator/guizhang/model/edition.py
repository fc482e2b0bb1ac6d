"""Records of editions: what changed from one edition of the handbook to the next, kept so that staff can read it.

A record holds the old and the new text of what changed, as printed in its time, so that it needs no other source and
stays as it was whatever becomes of the rules later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from guizhang.model.base import Address, Document, Id, Model
from guizhang.model.text import Text

EditionName = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")]
"""Name of an edition, which is also that of its file and its page: ``1.3``, ``2026.2``."""


class Subject(StrEnum):
    """What can change."""

    HANDBOOK = "handbook"
    REGULATION = "regulation"
    HEADING = "heading"
    PROVISION = "provision"
    SCRIPT = "script"
    SITUATION = "situation"
    ETIQUETTE = "etiquette"
    POINT = "point"
    RECORD = "record"
    TERM = "term"


class Aspect(StrEnum):
    """How something changed, what matters most first."""

    STRENGTH = "strength"
    """How strongly it binds: 可以 became 应当."""
    FIGURES = "figures"
    """A deadline, an amount, a count."""
    ADDED = "added"
    REMOVED = "removed"
    WORDING = "wording"
    """The words of the text that prevails."""
    TRANSLATION = "translation"
    """The words of the translation alone."""
    SCOPE = "scope"
    """What is noted about it: whom it applies to, themes, dates, who approves."""
    MOVED = "moved"
    RENUMBERED = "renumbered"
    """Its printed number alone."""
    FORMAT = "format"
    """Width, punctuation, blanks, script or the form of numbers; no word."""
    RENAMED = "renamed"
    """Its permanent id."""


class Turn(StrEnum):
    """Which way the strength of a rule changed."""

    STRICTER = "stricter"
    LOOSER = "looser"
    OTHER = "other"
    """As strong, but something else: a duty became a prohibition."""


class RecordedLine(Model):
    """One paragraph or item before and after, as printed with its label; one of the two is absent where it came or went."""

    was: Text | None = None
    now: Text | None = None


class RecordedChange(Model):
    """One thing that changed."""

    subject: Subject = Subject.PROVISION
    address: Address | None = None
    """Where it stands in this edition; absent where it was removed, and for the handbook itself."""
    was_address: Address | None = None
    """Where it stood before, where that was elsewhere."""
    name: Text
    """Number and title as printed: 第五条 首次回复."""
    was_name: Text | None = None
    """Number and title before, where they were others."""
    place: Text | None = None
    """The regulation and chapter it stands in."""
    was_place: Text | None = None
    """The regulation and chapter it stood in, where it moved."""
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=1)]
    turns: tuple[Turn, ...] = ()
    """Which way each norm changed, where one did."""
    lines: tuple[RecordedLine, ...] = ()
    """The paragraphs and items whose words changed; all of what was removed, none of what was added."""
    remarks: tuple[Text, ...] = ()
    """What is noted about it and changed: 适用岗位：前台 → 前台、客服专员."""
    note: Text | None = None
    """Why, in the owner's own words; written by hand."""


class EditionRecord(Document):
    """A file under ``content/editions/``: one edition and how it differs from the one before."""

    id: EditionName
    """What the edition is called."""
    previous: EditionName | None = None
    """The edition it is compared with."""
    issued: date
    """The day it was issued."""
    effective: date | None = None
    """First day in force, where that is one day for all of it."""
    note: Text | None = None
    """What this edition is about, in the owner's own words."""
    regulations: Mapping[Id, str] = {}
    """Version of each regulation that changed."""
    renewed: tuple[Id, ...] = ()
    """Regulations whose version before was in force on the day of issue, and stays so until the new one's first day."""
    digests: Mapping[str, str] = {}
    """Hash of what each role, and with ``*`` everybody, was to read: tells later which edition a receipt is about."""
    changes: tuple[RecordedChange, ...] = ()
