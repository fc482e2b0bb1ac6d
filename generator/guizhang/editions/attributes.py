"""What is noted about an entry: dates, roles, themes, who approves; compared by value, shown in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guizhang.editions.words import VALUES
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.regulation import Place
from guizhang.model.text import Lang, Text
from guizhang.model.wording import print_date


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something noted about an entry."""

    value: object
    """What is compared."""
    shown: Text | None
    """What is shown; ``None`` for nothing."""


def approvals(book: Handbook, places: list[Place]) -> Attribute:
    """Return who approves what, for all clauses of an entry that say so."""
    found = [place.node.approval for place in places if place.node.approval is not None]
    if not found:
        return Attribute((), None)
    value = tuple((approval.by, approval.matter) for approval in found)

    def said(lang: Lang, colon: str) -> list[str]:
        signers = [[book.role_name(role).either(lang) for role in approval.by] for approval in found]
        return [f"{a.matter.either(lang)}{colon}{' → '.join(by)}" for a, by in zip(found, signers, strict=True)]

    return Attribute(value, Text(zh="；".join(said("zh", "：")), en="; ".join(said("en", ": "))))


def literal(value: object) -> Attribute:
    """Return an attribute that is shown as it is written."""
    return Attribute(value, None if value is None else Text(zh=str(value), en=str(value)))


def day(value: date | None) -> Attribute:
    """Return a date, shown as each language prints it."""
    if value is None:
        return Attribute(None, None)
    parsed = CalendarDate.parse(value.isoformat())
    return Attribute(value, Text(zh=print_date(parsed, "zh"), en=print_date(parsed, "en")))


def known(value: object) -> Attribute:
    """Return one of a few values that have names of their own: yes, no, which text prevails."""
    name = VALUES[value]
    return Attribute(value, Text(zh=name.zh, en=name.en))


def roles(book: Handbook, ids: tuple[str, ...]) -> Attribute:
    """Return roles, shown by their names; none means everyone."""
    names = [book.role_name(role) for role in ids]
    return Attribute(frozenset(ids), _listed(names) if names else None)


def themes(book: Handbook, ids: tuple[str, ...]) -> Attribute:
    """Return themes, shown by their names."""
    names = [book.theme_name(theme) for theme in ids]
    return Attribute(frozenset(ids), _listed(names) if names else None)


def _listed(names: list[Text]) -> Text:
    return Text(zh="、".join(n.either("zh") for n in names), en=", ".join(n.either("en") for n in names))
