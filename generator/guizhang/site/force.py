"""Whether a text is in force: its dates, which a script compares with the reader's day.

A build must give the same bytes on every day, so it cannot know. Without the script the dates stand in the line below the
title; with it, a text that is not yet or no longer in force says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from guizhang.model.quantity import CalendarDate
from guizhang.model.regulation import Edition
from guizhang.model.renewal import Renewal
from guizhang.model.text import Text
from guizhang.model.wording import print_date

SCRIPTS = ("assets/guizhang/force.js",)
STYLES = ("assets/guizhang/force.css",)


@dataclass(frozen=True, slots=True)
class Force:
    """From when to when a text binds."""

    since: str
    """First day in force, ISO 8601; empty where that is open."""
    until: str
    """First day no longer in force."""
    pending: Text | None
    """What is said before the first."""
    ended: Text | None
    """What is said from the second on."""


def force_of(edition: Edition) -> Force | None:
    """Return from when to when an edition binds; ``None`` where it says neither."""
    if edition.effective is None and edition.repealed is None:
        return None
    pending = ended = None
    if edition.effective is not None:
        zh, en = _printed(edition.effective)
        pending = Text(zh=f"尚未施行：自{zh}起施行", en=f"Not yet in force: in force from {en}")
    if edition.repealed is not None:
        zh, en = _printed(edition.repealed)
        ended = Text(zh=f"已经废止：自{zh}起不再施行", en=f"Repealed: no longer in force from {en}")
    return Force(_iso(edition.effective), _iso(edition.repealed), pending, ended)


def renewed(force: Force | None, renewal: Renewal | None, *, here: bool) -> Force | None:
    """Return *force* with what is said until a version that was announced is in force: what changes is marked where it stands.

    Args:
        force: The dates of the regulation.
        renewal: What that version changes.
        here: Whether something on the page changes.
    """
    if force is None or renewal is None:
        return force
    zh, en = _printed(renewal.since)
    rest = ("标出的条款以所附的现行文字为准，其余条款现已施行", "what changes is marked with what applies today; the rest is in force as it stands")
    none = ("本页的条款都不变，现已施行", "nothing on this page changes, and all of it is in force")
    said = rest if here else none
    return replace(force, pending=Text(zh=f"新的一版自{zh}起施行。在此之前，{said[0]}。", en=f"A new edition is in force from {en}. Until then {said[1]}."))


def dates(edition: Edition | None) -> Markup:
    """Return the attributes of a link by which the script marks it on days when what it leads to is not in force."""
    days = {} if edition is None else {"since": _iso(edition.effective), "until": _iso(edition.repealed)}
    return Markup("").join(Markup(' data-{}="{}"').format(name, day) for name, day in days.items() if day)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _printed(day: date) -> tuple[str, str]:
    value = CalendarDate.parse(day.isoformat())
    return print_date(value, "zh"), print_date(value, "en")
