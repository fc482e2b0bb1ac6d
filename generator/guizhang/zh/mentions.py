"""A reference as printed: where it stands, what it names, and what it leaves to the place it stands in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One level a reference names."""

    level: str
    """One of `LEVELS`."""
    numbers: tuple[tuple[int, ...], ...]
    """Whole ordinals: ((5, 1),) for 第五条之一, ((1,), (2,)) for 第一、二款."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference as printed."""

    start: int
    """Offset in the text as given."""
    end: int
    span: str
    title: str | None = None
    """Title between 《 and 》."""
    anchor: str | None = None
    """The relative word: 本制度, 本章, 前款, 上述, ``this article``."""
    heading: str | None = None
    """Title of the provision, where it is cited by that: “退换”一条."""
    annex: str | None = None
    """附件1 and its like, as printed."""
    steps: tuple[Step, ...] = ()
    """Levels named, from the outside in."""
    bare: bool = False
    """A label without the sign of its level; it refers only if the document has that label."""
    until: tuple[Step, ...] = ()
    """Last provision of a range: 第十条至第十二条."""
    until_anchor: str | None = None
    """The relative word a range ends with: 第二条至前条."""
    taken: int = 0
    """How many of the steps are those of the mention before it in a list: in 第一条第二款、第三款 the later has 第一条 from there."""
