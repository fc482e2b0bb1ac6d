"""Blueprints (命题双向细目表): what a form is made of and what it takes to pass."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from guizhang.model.base import Document, Id, Model, fault
from guizhang.model.item import CognitiveLevel, ItemId, ItemType, Pool
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text

Count = Annotated[int, Field(ge=0, le=500)]
CutScore = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?%?$")]
"""``80%`` of the points it refers to, or a number of points."""
ANGOFF = "angoff"
Percent = Annotated[str, StringConstraints(pattern=r"^(100|\d{1,2})%$")]


class Section(Model):
    """Items of one type under one heading."""

    title: Text
    type: ItemType
    count: Annotated[int, Field(ge=1, le=500)]
    points: Annotated[Decimal, Field(gt=0)]
    """Points per item."""
    themes: Mapping[Id, Count] = {}
    """Quota by first theme; what the quotas leave open may come from anywhere."""
    difficulty: Mapping[Literal["1", "2", "3", "4", "5"], Count] = {}
    """Quota by difficulty."""
    levels: Mapping[CognitiveLevel, Count] = {}
    """Quota by cognitive level."""
    roles: Mapping[Id, Count] = {}
    """Quota by role the item names."""
    regulations: Mapping[Id, Count] = {}
    """Quota by regulation the item cites; one that cites two counts for both."""
    minimum: CutScore | None = None
    """Least score of this section to pass."""

    @model_validator(mode="after")
    def _quotas_fit(self) -> Self:
        # An item has one first theme, one difficulty and one level, but may name several roles and regulations.
        for name, quota in (("themes", self.themes), ("difficulty", self.difficulty), ("levels", self.levels)):
            asked = sum(quota.values())
            if asked > self.count:
                raise fault(
                    "BLP001",
                    zh=f"{name} 配额合计 {asked}，超过本节题数 {self.count}",
                    en=f"the quotas by {name} add up to {asked}, more than the {self.count} items of the section",
                    mend_zh="减少配额，或增加 count",
                    mend_en="lower a quota or raise count",
                )
        return self


class Practical(Model):
    """The practical part: a rubric, and what it counts on the form."""

    rubric: Id
    points: Annotated[Decimal, Field(gt=0)]


class Blueprint(Document):
    """One assessment; a file under ``quizzes/blueprints/`` each."""

    title: Text
    limit_minutes: Annotated[int, Field(ge=1, le=600)]
    cut_score: Annotated[str, StringConstraints(pattern=r"^(\d+(\.\d+)?%?|angoff)$")]
    """Share of all points, the practical part included, or a number of points, or what judges expect of a candidate on
    the borderline."""
    angoff: Id | None = None
    """Ratings under ``quizzes/angoff/``; those with the blueprint's own id where it names none."""
    pools: tuple[Pool, ...] = (Pool.EXAM, Pool.PRACTICE)
    """Pools it may draw from, hand-written items first."""
    generated: bool = True
    """Whether it may draw items made by item models."""
    roles: tuple[Id, ...] = ()
    """Whom it assesses: items meant for other roles are not drawn; none draws for everyone."""
    exclude: tuple[ItemId, ...] = ()
    """Items never drawn."""
    include: tuple[ItemId, ...] = ()
    """Items on every form."""
    exposure: Percent | None = None
    """Largest share of the forms one item may stand on, such as ``40%``; required items aside."""
    overlap: Percent | None = None
    """Largest share of its items a form may have in common with another, such as ``20%``; required items aside."""
    instructions: Text | None = None
    """Printed at the head of the paper."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    practical: Practical | None = None
    scoring: ScoringPolicy = ScoringPolicy()
    """How answers earn points."""

    @property
    def written_points(self) -> Decimal:
        """Points of all sections."""
        return sum((section.points * section.count for section in self.sections), Decimal(0))

    @property
    def total_points(self) -> Decimal:
        """Points of the whole assessment, the practical part included."""
        return self.written_points + (self.practical.points if self.practical else Decimal(0))


def cut_points(cut_score: str, total: Decimal) -> Decimal:
    """Return the points a cut score asks for out of *total*: ``80%`` of 50 is 40, ``45`` is 45."""
    if cut_score.endswith("%"):
        return total * Decimal(cut_score[:-1]) / 100
    return Decimal(cut_score)
