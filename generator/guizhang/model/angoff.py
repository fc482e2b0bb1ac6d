"""Angoff ratings: what share of each item's points a candidate who only just deserves to pass would get.

Source: W. H. Angoff, "Scales, norms, and equivalent scores", in R. L. Thorndike (ed.), "Educational Measurement" (1971).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from statistics import fmean, stdev
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from guizhang.model.base import Document, Id, fault
from guizhang.model.item import ItemId


def _share(value: object) -> object:
    """Return ``70%`` as 0.7; 0.7 stays."""
    text = str(value).strip()
    try:
        share = Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        share = Decimal(-1)
    if share.is_finite() and 0 <= share <= 1:
        return share
    raise fault(
        "ANG001",
        zh=f"{text!r} 不是 0 到 1 的得分率",
        en=f"{text!r} is no share from 0 to 1",
        mend_zh="写 0 到 100 的百分数（70%），或 0 到 1 的小数（0.7）",
        mend_en="write a percentage from 0 to 100 (70%) or a number from 0 to 1 (0.7)",
    )


Rating = Annotated[
    Decimal,
    BeforeValidator(_share),
    WithJsonSchema({"type": "string", "pattern": r"^(100|\d{1,2}(\.\d+)?)%$|^(0|1|0?\.\d+|1\.0+)$"}),
]
"""``70%`` or ``0.7``: the share of the points a candidate on the borderline would get."""
Ratings = Mapping[Id, Rating]
"""Judge -> rating."""


class Unrated(StrEnum):
    """What happens to items nobody has rated."""

    REFUSE = "refuse"
    """Nothing is drawn until they are rated or excluded."""
    LEAVE_OUT = "leave_out"
    """They are not drawn."""


class AngoffRatings(Document):
    """A file under ``quizzes/angoff/``: what the judges expect of a candidate on the borderline."""

    judges: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Names or initials; a rating by anybody else is a fault."""
    unrated: Unrated = Unrated.REFUSE
    """What happens to items that could be drawn and that nobody has rated."""
    practical: Mapping[Id, Rating] = {}
    """The practical part."""
    items: Mapping[ItemId, Ratings] = {}
    """Item -> who expects what; a case is rated as a whole."""

    def share(self, item_id: str) -> float:
        """Return the mean rating of an item, 0 to 1."""
        return _mean(self.items[item_id])

    def cut(self, points: Iterable[tuple[str, float]], practical_points: float) -> tuple[float, float | None]:
        """Return the cut score of a form in points, and its standard error over the judges.

        Args:
            points: The items of the form, each with what it is worth.
            practical_points: What the practical part is worth; 0 where there is none.

        Returns:
            The sum of points times mean rating; the standard deviation of the judges' own sums over the root of their
            number, ``None`` for a single judge. A judge who left an item out counts there as the mean of the others.
        """
        parts = [(self.items[item_id], worth) for item_id, worth in points]
        if practical_points:
            parts.append((self.practical, practical_points))
        means = [(ratings, worth, _mean(ratings)) for ratings, worth in parts]
        sums = [sum(worth * float(ratings.get(judge, mean)) for ratings, worth, mean in means) for judge in self.judges]
        error = stdev(sums) / len(sums) ** 0.5 if len(sums) > 1 else None
        return sum(worth * mean for _, worth, mean in means), error


def _mean(ratings: Ratings) -> float:
    return fmean(float(rating) for rating in ratings.values())
