"""The order in which regulations stand in the handbook."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.model.regulation import Regulation


def in_order(regulations: Sequence[Regulation], order: Sequence[str]) -> list[Regulation]:
    """Return regulations as the settings list them; the others by id, those of one imported file as they stood in it."""
    rank = {regulation_id: i for i, regulation_id in enumerate(order)}
    origins = {r.id: next((node.origin for node in r.body if node.origin is not None), None) for r in regulations}
    first: dict[str, str] = {}
    for regulation in sorted(regulations, key=lambda r: r.id):
        origin = origins[regulation.id]
        if origin is not None and regulation.id not in rank:
            first.setdefault(origin.file, regulation.id)

    def place(regulation: Regulation) -> tuple[int, str, int, str]:
        origin = origins[regulation.id]
        if regulation.id in rank or origin is None:
            return rank.get(regulation.id, len(rank)), regulation.id, 0, ""
        return len(rank), first[origin.file], origin.line, regulation.id

    return sorted(regulations, key=place)
