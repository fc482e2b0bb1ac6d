"""What candidates did with the items so far: ``quizzes/statistics.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from guizhang.model.base import Model, fault
from guizhang.model.item import ItemId


class ExamContribution(Model):
    """What the candidates of one exam did with an item."""

    day: date | None = None
    """When the exam was held."""
    n: Annotated[int, Field(ge=1)]
    """Candidates who were shown the item."""
    facility: Annotated[float, Field(ge=0, le=1)]
    """Share of its points they got."""
    discrimination: Annotated[float, Field(ge=-1, le=1)] | None = None
    """Correlation of the item with the rest of the paper; absent where there were too few candidates."""


class ItemStatistic(Model):
    """What candidates did with one item."""

    n: Annotated[int, Field(ge=0)]
    """Candidates who were shown it."""
    facility: Annotated[float, Field(ge=0, le=1)]
    """Share of its points they got."""
    discrimination: Annotated[float, Field(ge=-1, le=1)] | None = None
    """Correlation of the item with the rest of the paper; absent where there were too few candidates."""
    first: date | None = None
    """Day of the first exam that counts."""
    last: date | None = None
    """Day of the last one."""
    exams: Mapping[str, ExamContribution] = {}
    """Exam -> what it contributed, so that grading it again does not count its candidates twice."""

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise fault(
                "STA002",
                zh=f"最后一次（{self.last}）早于第一次（{self.first}）",
                en=f"the last day ({self.last}) lies before the first ({self.first})",
                mend_zh="改正其中一个日期",
                mend_en="correct one of the days",
            )
        return self


class Statistics(Model):
    """``quizzes/statistics.yaml``."""

    items: Mapping[ItemId, ItemStatistic] = {}
    """Item -> what candidates did with it."""
