"""Readings of a short text: each with its cost, from 0 for a natural one to ``NEVER`` for one that cannot be."""

from __future__ import annotations

import re

Readings = dict[str, float]
Table = tuple[tuple[re.Pattern[str], Readings], ...]
NEVER = 4.0
NAME, ACT, DOING, TO, DONE, THIRD = "name", "act", "doing", "to", "done", "third"
TOLD, ASKED, BEGGED, WHY, WHERE, BY, THAT = "told", "asked", "begged", "why", "where", "by", "that"
"""Something named; do it; doing it; to do it; done; does it; a sentence; a question; a request to the reader; a reason; where, when or
how; by doing it; that it is done."""


def table(*rows: tuple[str, Readings]) -> Table:
    """Return patterns and what a text that begins so is read as; a reading that is not mentioned cannot be."""
    return tuple((re.compile(pattern), readings) for pattern, readings in rows)


def first(rows: Table, text: str) -> Readings | None:
    """Return the readings of the first row whose pattern *text* begins with, if there is one."""
    return next((readings for pattern, readings in rows if pattern.match(text)), None)
