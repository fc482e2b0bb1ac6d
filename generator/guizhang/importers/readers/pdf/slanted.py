"""Text that does not stand upright: watermarks across the page, and words turned on their side."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guizhang.importers.readers.pdf.glyphs import Glyph

_SAME_ANGLE = math.radians(3)
_DIAGONAL = math.radians(10)
_LARGE = 2.0
"""A slanted box is up to 1.41 times its character, so this is clearly larger than the text around."""


@dataclass(slots=True, eq=False)
class Slanted:
    """A run of characters along one slanted line, in the file's order."""

    text: str
    angle: float
    size: float

    @property
    def diagonal(self) -> bool:
        """Whether it runs neither level nor upright."""
        quarters = self.angle / (math.pi / 2)
        return abs(quarters - round(quarters)) * (math.pi / 2) > _DIAGONAL


def runs_of(glyphs: Sequence[Glyph]) -> list[Slanted]:
    """Return the slanted characters of one page in runs: same angle, each near the one before it."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        near = last is not None and math.hypot(glyph.x0 - last.x0, glyph.y0 - last.y0) <= 3 * max(glyph.size, last.size)
        if last is not None and near and abs(glyph.angle - last.angle) <= _SAME_ANGLE:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [
        Slanted(
            "".join(g.char for g in run),
            run[0].angle,
            # A slanted box is larger than its character, and equally so for equal ones, which is all that is compared.
            max(g.size for g in run),
        )
        for run in runs
    ]


def find_watermarks(pages: Sequence[Sequence[Slanted]], em: float) -> set[int]:
    """Return the ids of runs that are watermarks: slanted and repeated, or large and across.

    Args:
        pages: The slanted runs of each page.
        em: Usual height of the upright characters.
    """
    counts = Counter(run.text for runs in pages for run in runs)
    return {
        id(run) for runs in pages for run in runs if counts[run.text] >= 2 or (run.diagonal and run.size >= _LARGE * em)
    }
