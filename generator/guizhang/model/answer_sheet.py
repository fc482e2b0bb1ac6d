"""Where everything on an answer sheet is, so that a machine can read what was filled in.

All lengths are millimetres from the upper left corner of the page, as it is printed at 100 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from guizhang.model.base import Model

CANDIDATE = 0
"""The question number of what is no question: the bubbles and boxes for the candidate's number. They are printed on blank
sheets; on others the number itself stands there, and the code tells it."""

TRUE_FALSE = "TF"
"""The values of a true/false question."""

Purpose = Literal["write", "points"]


class Bubbles(NamedTuple):
    """Bubbles in a straight line, each for one value."""

    question: int
    """Number on the paper; `CANDIDATE` for the candidate's number."""
    part: int
    """Gap, left side, position or digit, from 1; 0 where a question has one line of bubbles."""
    values: str
    """A character each: letters of options, `TRUE_FALSE`, digits and signs of a number."""
    x: float
    """Centre of the first bubble."""
    y: float
    dx: float
    """Way from one centre to the next."""
    dy: float

    def centres(self) -> Iterator[tuple[str, float, float]]:
        """Yield each value with the centre of its bubble."""
        for number, value in enumerate(self.values):
            yield value, self.x + number * self.dx, self.y + number * self.dy


class Box(NamedTuple):
    """A box in which somebody writes."""

    question: int
    part: int
    purpose: Purpose
    """``write``: one character in each of its cells, by the candidate; ``points``: by whoever marks."""
    cells: int
    x: float
    """Upper left corner."""
    y: float
    width: float
    height: float


class Heading(NamedTuple):
    """The heading of a section, or of what is left of it on this page."""

    section: int
    """Index among the form's sections."""
    y: float
    """Upper edge."""


class SheetPage(Model):
    """One page."""

    headings: tuple[Heading, ...] = ()
    bubbles: tuple[Bubbles, ...] = ()
    boxes: tuple[Box, ...] = ()


class AnswerSheet(Model):
    """The answer sheet of every form that is built alike: what can be filled in, and where."""

    structure: str
    """`guizhang.exam.answersheets.structure`: what the questions are; forms with the same one share the sheet."""
    large_print: bool
    width: float
    height: float
    radius: float
    """Of every bubble, to the middle of its ring."""
    mark: float
    """Side of the four black squares in the corners."""
    marks: Annotated[tuple[tuple[float, float], ...], Field(min_length=4, max_length=4)]
    """Their centres: upper left, upper right, lower left, lower right."""
    upright: tuple[float, float, float]
    """Centre and side of a smaller square beside the upper left one: it tells which way up the page is."""
    qr: tuple[float, float, float]
    """Upper left corner and side of the QR code, its quiet zone included."""
    pages: Annotated[tuple[SheetPage, ...], Field(min_length=1)]
