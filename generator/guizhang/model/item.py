"""Test items. `Item` always means a question with its key; terms are those of the assessment field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, RootModel, model_validator

from guizhang.model.base import Address, ContentHash, Id, Model, fault
from guizhang.model.text import Text

ItemId = Annotated[str, Field(pattern=r"^[a-z0-9]+([-.][a-z0-9_]+)*$", max_length=200)]
"""Hand-written items have plain ids; generated ones ``model.regulation.provision.fact``."""


class ItemType(StrEnum):
    """Types of item."""

    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    NUMERIC = "numeric"
    ORDERING = "ordering"
    SHORT_ANSWER = "short_answer"


class Pool(StrEnum):
    """Practice items may be on the site with their key; exam items never leave the trainer."""

    PRACTICE = "practice"
    EXAM = "exam"


class CognitiveLevel(StrEnum):
    """What the item asks of the candidate.

    Source: Bloom's taxonomy as revised by Anderson & Krathwohl (2001), its first three processes.
    """

    RECALL = "recall"
    UNDERSTAND = "understand"
    APPLY = "apply"


class Option(Model):
    """One option of a choice item, or one step of an ordering item (listed in its right order)."""

    text: Text
    key: bool = False
    """Whether it is right."""
    why: Text | None = None
    """Why it is wrong, or right."""


class Numeric(Model):
    """The answer to a numeric item."""

    value: Decimal
    tolerance: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    """Largest deviation that still counts."""
    unit: Text | None = None
    """Printed behind the blank: 小时 / hours."""


class GuidePoint(Model):
    """What a written answer must contain for so many of its points."""

    text: Text
    points: Annotated[Decimal, Field(gt=0)]


class Item(Model):
    """One question with everything that belongs to it."""

    id: ItemId
    type: ItemType
    pool: Pool = Pool.PRACTICE
    model: str | None = None
    """Name of the item model that made it; ``None`` for hand-written items."""
    cites: Annotated[Mapping[Address, ContentHash | None], Field(min_length=1)]
    """Provisions (or script situations, etiquette points, records) it rests on -> hash of what was cited."""
    states: tuple[str, ...] = ()
    """Addresses of facts whose values the item gives in words; a changed value makes it stale."""
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Quotas count the first."""
    applies_to: tuple[Id, ...] = ()
    """Roles it is meant for; none means everyone."""
    level: CognitiveLevel = CognitiveLevel.RECALL
    difficulty: Annotated[int, Field(ge=1, le=5)] = 3
    """1 easy … 5 hard, until statistics exist."""
    enemies: tuple[ItemId, ...] = ()
    """Items that may not stand on the same form."""
    stem: Text
    """The question; ``${document/provision#fact}`` prints a figure."""
    options: tuple[Option, ...] = ()
    answer: bool | None = None
    """Key of a true/false item."""
    numeric: Numeric | None = None
    """Key of a numeric item."""
    guide: tuple[GuidePoint, ...] = ()
    """Marking guide of a short answer."""
    keep_order: bool = False
    """Options stand in a natural order (figures) and are not shuffled."""
    rationale: Text | None = None
    """Why the key is the key."""

    @model_validator(mode="after")
    def _fits_type(self) -> Self:
        problem = next(self._problems(), None)
        if problem is not None:
            zh, en = problem
            raise fault(
                "ITM001",
                zh=f"{self.type} 题：{zh}",
                en=f"{self.type}: {en}",
                mend_zh="按题型补全或删去相应字段，写法见 docs/formats.md",
                mend_en="complete or delete the field as the type asks; docs/formats.md shows each type",
            )
        return self

    def _problems(self) -> Iterator[tuple[str, str]]:
        """Yield what does not fit the type, in zh and en."""
        keys = sum(option.key for option in self.options)
        wants_options = {ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING}
        if self.type in wants_options and not 2 <= len(self.options) <= 8:
            yield f"应有 2 至 8 个选项，现有 {len(self.options)} 个", f"needs 2 to 8 options, has {len(self.options)}"
        if self.type not in wants_options and self.options:
            yield "不应有 options", "cannot have options"
        if self.type is ItemType.SINGLE_CHOICE and keys != 1:
            yield f"应有且只有一个 key: true，现有 {keys} 个", f"needs exactly one option with key: true, has {keys}"
        if self.type is ItemType.MULTIPLE_CHOICE and keys < 1:
            yield "至少要有一个 key: true", "needs at least one option with key: true"
        if self.type is ItemType.ORDERING and keys:
            yield "步骤按正确顺序列出，不用 key", "list the steps in their right order, without key"
        if (self.type is ItemType.TRUE_FALSE) != (self.answer is not None):
            yield "answer 只用于且必须用于判断题", "answer: true or false belongs to a true/false item and no other"
        if (self.type is ItemType.NUMERIC) != (self.numeric is not None):
            yield "numeric 只用于且必须用于填数题", "numeric belongs to a numeric item and no other"
        if (self.type is ItemType.SHORT_ANSWER) != bool(self.guide):
            yield "guide（评分要点）只用于且必须用于简答题", "a marking guide belongs to a short answer and no other"


class ItemFile(RootModel[tuple[Item, ...]]):
    """A file of the bank: a list of items."""
