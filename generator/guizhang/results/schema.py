"""The tables of the store; docs/results.md says what stands in each column, and a test holds the two together.

Keys are what the exams themselves carry, not numbers of a store: rows of two stores can be put together as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Type(StrEnum):
    """Type of a column, as SQL calls it."""

    TEXT = "VARCHAR"
    WHOLE = "INTEGER"
    NUMBER = "DOUBLE PRECISION"
    YES_NO = "BOOLEAN"
    DAY = "DATE"


T, W, N, B, D = Type.TEXT, Type.WHOLE, Type.NUMBER, Type.YES_NO, Type.DAY
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class StoreTable:
    """One table."""

    name: str
    key: tuple[str, ...]
    """Columns that tell its rows apart."""
    columns: Mapping[str, Type]

    @property
    def ddl(self) -> str:
        """The columns and the key, as they stand in ``CREATE TABLE NAME (…)``."""
        columns = ", ".join(f"{name} {kind.value}" for name, kind in self.columns.items())
        return f"{columns}, PRIMARY KEY ({', '.join(self.key)})"


TABLES = {
    table.name: table
    for table in (
        StoreTable(
            "exams",
            ("exam_id",),
            {
                "exam_id": T, "blueprint": T, "title_zh": T, "title_en": T, "edition": T, "held": D, "cut_score": T,
                "total_points": N, "practical_points": N, "individual": B, "graded": B, "folder": T,
            },
        ),
        StoreTable(
            "forms",
            ("exam_id", "form"),
            {"exam_id": T, "form": T, "paper": T, "questions": W, "max_points": N, "cut_points": N},
        ),
        StoreTable(
            "items",
            ("exam_id", "item_id"),
            {
                "exam_id": T, "item_id": T, "type": T, "theme": T, "level": T, "difficulty": W, "points": N,
                "stem_zh": T, "stem_en": T,
            },
        ),
        StoreTable("citations", ("exam_id", "item_id", "address"), {"exam_id": T, "item_id": T, "address": T}),
        StoreTable(
            "candidates",
            ("exam_id", "candidate"),
            {
                "exam_id": T, "candidate": T, "name": T, "department": T, "role": T, "form": T, "status": T,
                "total_points": N, "open_points": N, "practical_points": N, "max_points": N, "cut_points": N, "passed": B,
            },
        ),
        StoreTable(
            "responses",
            ("exam_id", "candidate", "number"),
            {
                "exam_id": T, "candidate": T, "number": W, "item_id": T, "answer": T, "outcome": T, "points": N,
                "max_points": N, "counts": B,
            },
        ),
        StoreTable(
            "ratings",
            ("exam_id", "candidate", "criterion"),
            {
                "exam_id": T, "candidate": T, "criterion": T, "raters": W, "lowest": N, "highest": N, "points": N,
                "max_points": N, "critical": B, "resolution": T,
            },
        ),
        StoreTable("criteria", ("criterion",), {"criterion": T, "name_zh": T, "name_en": T}),
        StoreTable("themes", ("theme",), {"theme": T, "name_zh": T, "name_en": T}),
        StoreTable("provisions", ("address",), {"address": T, "name_zh": T, "name_en": T}),
    )
}  # fmt: skip
"""In the order in which they are filled. ``criteria``, ``themes`` and ``provisions`` hold names, those of the latest exam."""
