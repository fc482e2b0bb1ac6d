"""Test items. `Item` always means a question with its key; terms are those of the assessment field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import Annotated, ClassVar, Self

from pydantic import Field, RootModel, model_validator

from guizhang.model.base import Address, ContentHash, Id, Model, fault
from guizhang.model.text import Text

ItemId = Annotated[str, Field(pattern=r"^[a-z0-9]+([-.][a-z0-9_]+)*$", max_length=200)]
"""Hand-written items have plain ids; generated ones ``model.regulation.provision.fact``."""
GapName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""The name of a gap: ``reply`` where the stem says ``[[reply]]``."""
Share = Annotated[Decimal, Field(gt=0)]
"""Weight of a part: it earns its weight over the sum of all weights."""

MOST_OPTIONS = 8
MOST_PARTS = 10
"""Most gaps of a cloze item and most questions of a case."""
# Placeholders are "${…}", rule texts quote in “” and 《》: two square brackets collide with neither.
GAP = re.compile(r"\[\[([a-z][a-z0-9_]*)\]\]")


def gap_names(text: str) -> list[str]:
    """Return the names of the gaps of a stem, in order: ``reply`` for ``[[reply]]``."""
    return GAP.findall(text)


class ItemType(StrEnum):
    """Types of item."""

    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    CLOZE = "cloze"
    NUMERIC = "numeric"
    MATCHING = "matching"
    ORDERING = "ordering"
    SHORT_ANSWER = "short_answer"
    CASE = "case"


TYPE_NAMES: Mapping[ItemType, Text] = {
    ItemType.SINGLE_CHOICE: Text(zh="单选", en="single choice"),
    ItemType.MULTIPLE_CHOICE: Text(zh="多选", en="multiple choice"),
    ItemType.TRUE_FALSE: Text(zh="判断", en="true or false"),
    ItemType.CLOZE: Text(zh="填空", en="gaps"),
    ItemType.NUMERIC: Text(zh="填数", en="numeric"),
    ItemType.MATCHING: Text(zh="配对", en="matching"),
    ItemType.ORDERING: Text(zh="排序", en="ordering"),
    ItemType.SHORT_ANSWER: Text(zh="简答", en="short answer"),
    ItemType.CASE: Text(zh="案例", en="case"),
}
"""What people call each type."""


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
    cite: Address | None = None
    """The one of the item's citations it says something of, where the options speak of several provisions."""


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


class Gap(Model):
    """One gap of a cloze item: written where it has an answer, chosen where it has options."""

    answer: Text | None = None
    """What belongs there; ``${document/provision#fact}`` follows the figure."""
    equivalent: tuple[Text, ...] = ()
    """What counts as the same and is not the same amount in the same unit: 一天 for 24小时."""
    tolerance: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    """Largest deviation that still counts where the answer is a figure, in its unit."""
    options: tuple[Option, ...] = ()
    """Words to choose from, exactly one with ``key: true``."""
    share: Share = Decimal(1)
    """Weight among the gaps."""


class Pair(Model):
    """A left side of a matching item and the right side that belongs to it."""

    left: Text
    right: Text


class Body(Model):
    """What is asked and what is right: the part of an item that a question of a case has too."""

    type: ItemType
    stem: Text
    """The question; ``${document/provision#fact}`` prints a figure, ``[[name]]`` leaves a gap. The text of a case."""
    options: tuple[Option, ...] = ()
    answer: bool | None = None
    """Key of a true/false item."""
    gaps: Mapping[GapName, Gap] = {}
    """Gaps of a cloze item."""
    numeric: Numeric | None = None
    """Key of a numeric item."""
    pairs: tuple[Pair, ...] = ()
    """Sides of a matching item that belong together."""
    distractors: tuple[Text, ...] = ()
    """Right sides of a matching item that belong to no left side."""
    guide: tuple[GuidePoint, ...] = ()
    """Marking guide of a short answer."""
    questions: tuple[Question, ...] = ()
    """Questions of a case."""
    keep_order: bool = False
    """Options stand in a natural order (figures) and are not shuffled."""
    rationale: Text | None = None
    """Why the key is the key."""

    @model_validator(mode="after")
    def _fits_type(self) -> Self:
        from guizhang.model.fitting import problems

        problem = next(problems(self), None)
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

    def shown(self) -> Iterator[Text]:
        """Yield the texts a candidate sees or a marker needs; units are often no word in one of the languages."""
        yield self.stem
        for gap in self.gaps.values():
            yield from (gap.answer,) if gap.answer else ()
        for option in self._all_options():
            yield option.text
        for pair in self.pairs:
            yield from (pair.left, pair.right)
        yield from self.distractors
        yield from (point.text for point in self.guide)
        yield from chain.from_iterable(question.shown() for question in self.questions)

    def explained(self) -> Iterator[Text]:
        """Yield the texts that may stand in one language only: reasons, units, equivalents of an answer."""
        for text in (self.rationale, self.numeric and self.numeric.unit, *(o.why for o in self._all_options())):
            yield from (text,) if text else ()
        yield from chain.from_iterable(gap.equivalent for gap in self.gaps.values())
        yield from chain.from_iterable(question.explained() for question in self.questions)

    def _all_options(self) -> Iterator[Option]:
        yield from chain(self.options, *(gap.options for gap in self.gaps.values()))


class Question(Body):
    """A question of a case."""

    points: Share = Decimal(1)
    """Weight among the questions of its case: the points of the case are shared out by it."""


class Item(Body):
    """One question, or one case, with everything that belongs to it."""

    LEADING: ClassVar = (
        "id",
        "type",
        "pool",
        "model",
        "cites",
        "states",
        "themes",
        "applies_to",
        "level",
        "difficulty",
        "enemies",
    )
    """Fields an author sees first; without it those of `Body` would lead."""

    id: ItemId
    pool: Pool = Pool.PRACTICE
    model: str | None = None
    """Name of the item model that made it; ``None`` for hand-written items."""
    cites: Annotated[Mapping[Address, ContentHash | None], Field(min_length=1)]
    """Provisions (or script situations, etiquette points, records) it rests on -> hash of what was cited."""
    states: tuple[str, ...] = ()
    """Addresses of facts it rests on: those an item model printed, or that a person gives in words beside a placeholder."""
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Quotas count the first."""
    applies_to: tuple[Id, ...] = ()
    """Roles it is meant for; none means everyone."""
    level: CognitiveLevel = CognitiveLevel.RECALL
    difficulty: Annotated[int, Field(ge=1, le=5)] = 3
    """1 easy … 5 hard, until statistics exist."""
    enemies: tuple[ItemId, ...] = ()
    """Items that may not stand on the same form."""

    @property
    def about(self) -> str:
        """The address of what it asks for: the first of those it cites; what it only uses comes behind."""
        return next(iter(self.cites))

    @model_validator(mode="after")
    def _options_speak_of_what_it_cites(self) -> Self:
        bodies: tuple[Body, ...] = (self, *self.questions)
        foreign = {option.cite for body in bodies for option in body.options} - {None, *self.cites}
        if foreign:
            named = ", ".join(sorted(map(str, foreign)))
            raise fault(
                "ITM001",
                zh=f"选项的 cite 不在题目的 cites 里：{named}",
                en=f"an option's cite is not among the item's cites: {named}",
                mend_zh="写进 cites，或删去选项的 cite",
                mend_en="add it to cites, or delete the option's cite",
            )
        return self


class ItemFile(RootModel[tuple[Item, ...]]):
    """A file of the bank: a list of items."""
