"""What every reader returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guizhang.importers.extract import Part
from guizhang.zh.folding import Mask


@dataclass(frozen=True, slots=True)
class Reading:
    """Markup of one text, and the structure its format states outright."""

    masks: tuple[Mask, ...] = ()
    """Spans that are markup, not rule text; the ledger lists them as discarded."""
    headings: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Line number (from 1) -> heading level (from 1), where the format marks headings."""
    text: str | None = None
    """The text with what the reader put in; None where that is nothing. Masks are of it."""
    generated: tuple[tuple[int, int], ...] = ()
    """What it put in: spans of ``text``, ascending."""
    parted: bool = False
    """Whether a blank line ends a paragraph, and a line without indent behind one a list of bullets."""
    parts: tuple[Part, ...] = ()
    """The sheets of a workbook, in order."""
    looks: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Line number (from 1) -> ``TITLE`` or ``BOLD``, where the format shows how a line is set."""
    flush: frozenset[int] = frozenset()
    """Numbers (from 1) of the lines that the format says begin a paragraph outside of all lists."""
    closed: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    """Number (from 1) of a line behind a list or table that the format says is over -> the first line of that."""
    rows: frozenset[int] = frozenset()
    """Numbers (from 1) of the rows of tables that are no rules."""
