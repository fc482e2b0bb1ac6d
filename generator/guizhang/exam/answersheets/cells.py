"""What stands on an answer sheet for a question: bubbles and boxes, with their places inside its cell.

Lengths are millimetres at normal size; `guizhang.exam.answersheets.geometry` enlarges them for large print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.model.answer_sheet import CANDIDATE, TRUE_FALSE, Box, Bubbles
from guizhang.model.drawn_item import LETTERS

DIGITS = "0123456789"
ID_DIGITS = 12
"""Digits of a candidate's number that can be filled in: one more than a mobile number has."""
NUMBER_DIGITS = 7
"""Characters of a number, its sign and its point included: as many for every question, so that they tell nothing."""

RADIUS = 1.9
NUMBER = 8.5
"""Left of the bubbles, for the number of the question."""
PART = 6.5
"""Left of the bubbles, for the number of a gap, a left side or a position."""
STEP = 5.8
"""From bubble to bubble in a line."""
LINE = 6.0
"""From line to line."""
DIGIT = 5.0
"""From digit to digit, either way."""
WRITE = 7.0
"""Height of a box for a character."""
ON_PAPER = 19.0
"""Room to say that the answer is written on the paper."""
POINTS = (14.0, 5.0)
"""Box for the points of a written answer."""
_GROUP = 5
_TOP = 1.5
"""Between a box for a character and the first bubble's ring."""


@dataclass(frozen=True)
class Cell:
    """Something that is never split, with places from its own upper left corner."""

    width: float
    height: float
    bubbles: tuple[Bubbles, ...] = ()
    boxes: tuple[Box, ...] = ()


def cells(terms: Sequence[str], first: int) -> Iterator[Cell]:
    """Yield the cells of a section; up to five questions with one line of bubbles each share one.

    Args:
        terms: Its questions.
        first: Number of the first.
    """
    group: list[Bubbles] = []
    for number, term in enumerate(terms, first):
        if term[0] in "ct":
            group.append(_line(number, 0, len(group), TRUE_FALSE if term == "t" else LETTERS[: int(term[1:])]))
        if group and (term[0] not in "ct" or len(group) == _GROUP):
            yield _lines(group)
            group = []
        if term[0] not in "ct":
            yield _alone(number, term)
    if group:
        yield _lines(group)


def digits(question: int, count: int, signs: str = "") -> Cell:
    """Return boxes for the characters of a number, and under each a column of bubbles.

    Args:
        question: Number of the question.
        count: How many characters.
        signs: What stands above the digits: in the first column a sign, in every one a decimal point.
    """
    top = WRITE + _TOP + RADIUS
    left = 0.0 if question == CANDIDATE else NUMBER
    columns = []
    for place in range(count):
        values = (signs if place == 0 else signs[1:]) + DIGITS
        y = top + (len(signs + DIGITS) - len(values)) * DIGIT
        columns.append(Bubbles(question, place + 1, values, left + (place + 0.5) * DIGIT, y, 0.0, DIGIT))
    box = Box(question, 0, "write", count, left, 0.0, count * DIGIT, WRITE)
    return Cell(left + count * DIGIT, top + len(signs + DIGITS) * DIGIT - DIGIT + RADIUS, tuple(columns), (box,))


def _alone(number: int, term: str) -> Cell:
    kind, counts = term[0], [int(count) for count in term[1:].split(".") if count]
    if kind == "n":
        return digits(number, NUMBER_DIGITS, "-.")
    if kind == "w":
        return _lines([], [_points(number, 0, 0)])
    if kind == "g":
        rows = list(enumerate(counts, 1))
        chosen = [_line(number, part, part - 1, LETTERS[:count]) for part, count in rows if count]
        return _lines(chosen, [_points(number, part, part - 1) for part, count in rows if not count])
    lines, letters = counts[0], LETTERS[: counts[-1]]
    return _lines([_line(number, part, part - 1, letters) for part in range(1, lines + 1)])


def _line(number: int, part: int, row: int, values: str) -> Bubbles:
    left = NUMBER + (PART if part else 0.0)
    return Bubbles(number, part, values, left + STEP / 2, (row + 0.5) * LINE, STEP, 0.0)


def _points(number: int, part: int, row: int) -> Box:
    width, height = POINTS
    left = NUMBER + (PART if part else 0.0) + ON_PAPER
    return Box(number, part, "points", 1, left, (row + 0.5) * LINE - height / 2, width, height)


def _lines(bubbles: Sequence[Bubbles], boxes: Sequence[Box] = ()) -> Cell:
    right = [line.x + (len(line.values) - 0.5) * line.dx for line in bubbles]
    right += [box.x + box.width for box in boxes]
    return Cell(max(right), len(right) * LINE, tuple(bubbles), tuple(boxes))
