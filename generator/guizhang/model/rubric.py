"""Rubrics: how a practical part (role-play, observation) is scored."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from guizhang.model.base import Address, Document, Id, Model, fault
from guizhang.model.text import Text


class Criterion(Model):
    """One thing an assessor scores in a practical part."""

    id: Id
    title: Text
    max_points: Annotated[Decimal, Field(gt=0)]
    critical: bool = False
    """Scoring nothing here fails the candidate by itself."""
    anchors: Mapping[str, Text] = {}
    """Points -> what an assessor sees at that level."""
    phrases: tuple[Text, ...] = ()
    """Words that must be said; ticked off one by one."""
    practises: tuple[Address, ...] = ()

    @model_validator(mode="after")
    def _anchors_in_range(self) -> Self:
        for points in self.anchors:
            try:
                value = Decimal(points)
            except ArithmeticError:
                value = Decimal(-1)
            if not 0 <= value <= self.max_points:
                raise fault(
                    "RUB001",
                    zh=f"锚点 {points!r} 不是 0 到 {self.max_points} 之间的分数",
                    en=f"the anchor {points!r} is not a number of points from 0 to {self.max_points}",
                    mend_zh="锚点的键写分数，例如 0、3、5",
                    mend_en="write points as the key of an anchor, such as 0, 3, 5",
                )
        return self


class Rubric(Document):
    """A scoring guide for a practical part; a file under ``quizzes/rubrics/`` each."""

    title: Text
    task: Text
    """What the candidate is told."""
    assessor: Text | None = None
    """What the assessor plays and looks for; never on a handout."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    themes: tuple[Id, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]

    @property
    def max_points(self) -> Decimal:
        """Points of all criteria."""
        return sum((criterion.max_points for criterion in self.criteria), Decimal(0))
