"""The annotations of this folder and of the sets beside it, and the texts they were made on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.facts.marked import Marked, read_marked

HERE = Path(__file__).parent
CLOSED = HERE / "closed"
"""A set of the same shape that whoever writes the grammar does not open; it need not be there."""
PIECES = HERE / "pieces"
"""Short texts with their annotations in them."""
ROOT = HERE.parent
NORMS = "duty prohibition permission recommendation procedure definition penalty reward power statement".split()
BOUNDS = ("max", "min", "exact", "range")

Fact = Mapping[str, Any]


def gold_facts() -> dict[str, dict[str, Any]]:
    """Return the annotated facts: `{file: {"facts": [...], "ignored_lines": [...]}}`."""
    found = [read_json(path) for folder in (HERE, CLOSED) for path in sorted(folder.glob("*.facts.json"))]
    whole = {one["file"]: one for one in found}
    return whole | {file: {"file": file, "facts": one.facts, "ignored_lines": []} for file, one in pieces().items()}


@cache
def pieces() -> dict[str, Marked]:
    """Return the short texts by file."""
    return {
        (file := f"facts/pieces/{path.name}"): read_marked(path.read_text(encoding="utf-8"), file)
        for path in sorted(PIECES.glob("*.txt"))
    }


def closed_files() -> frozenset[str]:
    """Return the files of the closed set, none where it is absent."""
    rows = (
        [read_json(path) for path in CLOSED.glob("*.facts.json")] + _rows(CLOSED, "references") + _rows(CLOSED, "norms")
    )
    return frozenset(row["file"] for row in rows)


def gold_norms(name: str = "norms") -> list[dict[str, Any]]:
    """Return the labelled clauses; `norms.first` and `norms.second` are the passes they were settled from."""
    marked = [row for one in pieces().values() for row in one.norms] if name == "norms" else []
    return _rows(HERE, name) + marked + _rows(CLOSED, name)


def gold_references() -> list[dict[str, Any]]:
    """Return the annotated references of all files."""
    marked = [row for one in pieces().values() for row in one.references]
    return _rows(HERE, "references") + marked + _rows(CLOSED, "references")


def text_of(file: str) -> list[str]:
    """Return the lines of an annotated text; line 1 is the first of the list."""
    if file in pieces():
        return pieces()[file].lines
    path = ROOT / file
    return (path if path.exists() else CLOSED / file).read_text(encoding="utf-8").split("\n")


def files() -> list[str]:
    """Return all annotated files; some have references only."""
    return sorted({*gold_facts(), *(one["file"] for one in gold_references())})


def read_json(path: Path) -> Any:
    """Return what a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.json"
    rows: list[dict[str, Any]] = read_json(path) if path.exists() else []
    return rows
