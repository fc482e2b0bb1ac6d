"""Where findings stand: line, first column, column behind the last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.facts.annotations import Fact

Place = tuple[int, int, int]
"""Line, first column, column behind the last."""


def gold_places(facts: Sequence[Fact], lines: Sequence[str]) -> list[list[Place]]:
    """Find annotated spans: those of a line stand in its order, so each is sought behind the one before."""
    behind: dict[int, int] = defaultdict(int)
    out = []
    for fact in facts:
        line = fact["line"]
        start = lines[line - 1].find(fact["span"], behind[line])
        if start < 0:
            raise ValueError(f"line {line}: {fact['span']!r} does not stand there (or not in this order)")
        behind[line] = start + len(fact["span"])
        places = [(line, start, behind[line])]
        for more in fact.get("more", ()):
            start = lines[more["line"] - 1].index(more["span"])
            places.append((more["line"], start, start + len(more["span"])))
        out.append(places)
    return out


def places_of(fact: Fact, lines: Sequence[str]) -> list[Place]:
    """Return every place a span found may mean: all its occurrences on the line; a broken span counts by its pieces."""
    line = int(fact["line"])
    out: list[Place] = []
    for piece in filter(None, (part.strip() for part in str(fact["span"]).split("\n"))):
        while line <= len(lines) and piece not in lines[line - 1] and line < int(fact["line"]) + 4:
            line += 1
        if line <= len(lines):
            text = lines[line - 1]
            out += [(line, at.start(), at.end()) for at in re.finditer(re.escape(piece), text)]
    return out


def shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    """Return how many characters two findings have in common at most; 0 if they stand apart."""
    common = (min(a[2], b[2]) - max(a[1], b[1]) for a in one for b in other if a[0] == b[0])
    return max(0, max(common, default=0))
