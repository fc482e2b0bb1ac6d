"""The item bank: hand-written items, blueprints and rubrics, and the files they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guizhang.model.blueprint import Blueprint
from guizhang.model.item import Item
from guizhang.model.rubric import Rubric


@dataclass(frozen=True)
class ItemBank:
    """Everything under ``quizzes/``."""

    items: tuple[Item, ...] = ()
    blueprints: tuple[Blueprint, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    """(kind, id) -> path; kinds: item, blueprint, rubric."""
    locations: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False)
    """Item id -> its place in its file."""

    @cached_property
    def rubrics_by_id(self) -> Mapping[str, Rubric]:
        """Rubrics by id."""
        return {rubric.id: rubric for rubric in self.rubrics}
