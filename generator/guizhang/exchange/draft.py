"""One question as a file gives it: texts by field, each with its place; nothing is understood yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.model.text import Lang

LETTERS = "ABCDEFGHIJ"
"""Names of the answer columns; as many as a cloze item may have gaps."""

Name = Literal[
    "id", "type", "pool", "level", "difficulty", "points", "themes", "roles", "cites", "states", "enemies",
    "keep_order", "stem", "options", "answer", "tolerance", "unit", "rationale",
]  # fmt: skip
"""Fields of a question that are not one of its lettered parts."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell, or one line of a Word file, says."""

    text: str
    source: Source
    field: str
    """The cell as people call it: ``items!C7``, or a heading."""

    def fault(
        self, code: str, problem: tuple[str, str], mend: tuple[str, str], severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        """Return a diagnostic at this cell; *problem* and *mend* are zh and en."""
        return Diagnostic(code, severity, self.source, self.field, Message(*problem), Message(*mend))


@dataclass(slots=True)
class Draft:
    """A question, or a question of a case."""

    start: Cell
    """Where it begins, for faults that belong to no cell."""
    cells: dict[tuple[str, Lang | None], Cell] = field(default_factory=dict)
    """(field, language) -> cell; the language is ``None`` where the heading names none."""
    parts: dict[tuple[str, Lang | None], Cell] = field(default_factory=dict)
    """(letter, language) -> option, gap, pair, step or point of the marking guide."""
    reasons: dict[tuple[str, Lang | None], Cell] = field(default_factory=dict)
    """(letter, language) -> why the option is right or wrong."""
    columns: dict[str, Cell] = field(default_factory=dict)
    """Field or letter -> its cell in this row, filled or empty; nothing in a text, which has no columns."""
    number: str = ""
    """What its file numbers it by."""
    case: Draft | None = None
    """The case it is a question of, where the layout says so."""

    def place(self, name: str) -> Cell:
        """Return the cell where something belongs that is missing."""
        return self.columns.get(name, self.start)

    def cell(self, name: Name) -> Cell | None:
        """Return the cell of a field that has no language."""
        return self.cells.get((name, None))

    def text(self, name: Name) -> str:
        """Return what that cell says; empty without one."""
        found = self.cell(name)
        return found.text if found else ""

    def said(self, name: Name) -> Cell | None:
        """Return the first cell of a field, in whatever language."""
        return next((cell for (field_name, _), cell in self.cells.items() if field_name == name), None)
