"""The data of one item while it grows, and which cell each part of it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guizhang.diagnostics import Source
from guizhang.exchange.draft import Cell

Loc = tuple[str | int, ...]


@dataclass
class Entry:
    """Nested data as YAML would give it; faults the model finds in it are placed by its cells."""

    start: Cell
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Loc, Cell] = field(default_factory=dict)

    def put(self, loc: Loc, value: object, cell: Cell) -> None:
        """Set *value* at *loc*; mappings and lists on the way are made as they are needed."""
        here: Any = self.data
        for step, then in zip(loc, (*loc[1:], None), strict=True):
            if isinstance(step, int):
                here += [None] * (step + 1 - len(here))
                there = here[step]
            else:
                there = here.get(step)
            if then is None:
                here[step] = value
            elif there is None:
                here[step] = [] if isinstance(then, int) else {}
            here = here[step]
        self.cells[loc] = cell

    def adopt(self, loc: Loc, part: Entry) -> None:
        """Set the data of *part* at *loc*, with its cells."""
        self.put(loc, part.data, part.start)
        self.cells.update({(*loc, *inner): cell for inner, cell in part.cells.items()})

    def locate(self, loc: Loc, *, at_key: bool = False) -> Source:
        """Return the source of the cell *loc* came from, or of the nearest around or below it."""
        return self.start.source if at_key else self.cell(loc).source

    def cell(self, loc: Loc) -> Cell:
        """Return the cell *loc* came from, or the nearest around or below it."""
        while loc:
            below = next((cell for place, cell in self.cells.items() if place[: len(loc)] == loc), None)
            if below:
                return below
            loc = loc[:-1]
        return self.start

    def words(self) -> str:
        """Return every text in the data."""
        return " ".join(_texts(self.data))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)
