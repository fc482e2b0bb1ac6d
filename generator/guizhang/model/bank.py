"""The item bank: hand-written items, blueprints and rubrics, and the files they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guizhang.model.angoff import AngoffRatings
from guizhang.model.blueprint import Blueprint
from guizhang.model.item import Item
from guizhang.model.retired import Retirement
from guizhang.model.rubric import Rubric
from guizhang.model.statistics import ItemStatistic


@dataclass(frozen=True)
class ItemBank:
    """Everything under ``quizzes/``."""

    items: tuple[Item, ...] = ()
    blueprints: tuple[Blueprint, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    angoff: tuple[AngoffRatings, ...] = ()
    statistics: Mapping[str, ItemStatistic] = field(default_factory=dict)
    """Item id -> what candidates did with it so far."""
    retired: Mapping[str, Retirement] = field(default_factory=dict)
    """Id of a made item -> that it is not wanted."""
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    """(kind, id) -> path; kinds: item, blueprint, rubric, angoff, statistics and retired (whose id is ``""``)."""
    locations: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False)
    """Item id -> its place in its file."""

    @cached_property
    def rubrics_by_id(self) -> Mapping[str, Rubric]:
        """Rubrics by id."""
        return {rubric.id: rubric for rubric in self.rubrics}

    @cached_property
    def angoff_by_id(self) -> Mapping[str, AngoffRatings]:
        """Ratings by id."""
        return {ratings.id: ratings for ratings in self.angoff}
