"""Corrections of an exam that was held: ``secret/corrections.yaml``, to which is added and from which nothing is taken."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from guizhang.model.base import Model, fault
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.scoring import ScoringPolicy

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class Change(StrEnum):
    """What a correction does."""

    DROP = "drop"
    """The question is worth nothing: its points leave the maximum."""
    ACCEPT = "accept"
    """Further keys count as right: an answer earns the largest share that any key gives it."""
    REKEY = "rekey"
    """Other keys take the place of the one drawn."""
    CREDIT_ALL = "credit_all"
    """Everybody has all points of the question, who left it blank too."""
    POINTS = "points"
    """The question is worth something else."""
    POLICY = "policy"
    """Other scoring rules."""
    REVOKE = "revoke"
    """An earlier correction no longer holds."""


class CutRule(StrEnum):
    """What becomes of the cut score where points leave the maximum."""

    SHARE = "share"
    """It keeps its share: cut x new maximum / old maximum."""
    POINTS = "points"
    """It stays as many points."""


_NEEDS: Mapping[Change, frozenset[str]] = {
    Change.DROP: frozenset({"item"}),
    Change.ACCEPT: frozenset({"item", "keys"}),
    Change.REKEY: frozenset({"item", "keys"}),
    Change.CREDIT_ALL: frozenset({"item"}),
    Change.POINTS: frozenset({"item", "points"}),
    Change.POLICY: frozenset({"policy"}),
    Change.REVOKE: frozenset({"number"}),
}
_MAY: Mapping[Change, frozenset[str]] = {
    change: needs | ({"form"} if "item" in needs else set()) for change, needs in _NEEDS.items()
}


class Correction(Model):
    """One correction: what, why, by whom and when."""

    what: Change
    item: str | None = None
    """Id of the question, as reports print it; ``ITEM/2`` for the second question of a case."""
    form: str | None = None
    """Only on this form; ``None``: on each that has the question."""
    keys: tuple[_Said, ...] = ()
    """Keys as a candidate would write them: letters as on *form*, else as on the first form that has the question, as
    reports print them."""
    points: Annotated[Decimal, Field(gt=0)] | None = None
    cut: CutRule = CutRule.SHARE
    """What becomes of the cut score and of a section's minimum where the maximum changes."""
    policy: ScoringPolicy | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    """The correction that is revoked, from 1."""
    reason: _Said
    by: _Said
    """Who decided it."""
    at: AwareDatetime

    @model_validator(mode="after")
    def _complete(self) -> Self:
        given = {name for name in ("item", "form", "keys", "points", "policy", "number") if getattr(self, name)}
        needs = _NEEDS[self.what]
        if not needs <= given <= _MAY[self.what]:
            listed = ", ".join(sorted(needs))
            wrong = ", ".join(sorted((needs - given) | (given - _MAY[self.what])))
            raise fault(
                "COR001",
                zh=f"{self.what} 要写 {listed}；缺少或多余：{wrong}",
                en=f"{self.what} takes {listed}; missing, or too much: {wrong}",
                mend_zh="按“评分”文档中的表补上或删去",
                mend_en="add or delete it, as the table in the docs on grading says",
            )
        return self


class Corrections(Model):
    """All corrections of an exam, in the order they were made."""

    corrections: tuple[Correction, ...] = ()

    @property
    def in_force(self) -> tuple[tuple[int, Correction], ...]:
        """The corrections that hold, with their numbers from 1; a revocation that is revoked itself takes nothing away."""
        revoked: set[int] = set()
        holding = []
        for number, correction in reversed(list(enumerate(self.corrections, start=1))):
            if number in revoked:
                continue
            if correction.what is Change.REVOKE and correction.number is not None:
                revoked.add(correction.number)
            else:
                holding.append((number, correction))
        return tuple(reversed(holding))


class CorrectedItem(DrawnItem):
    """A question that a correction has changed; the record on disk stays as it was drawn."""

    also: tuple[tuple[str, ...], ...] = ()
    """Keys that count beside its own."""
    credited: bool = False
    """Whether everybody has its points."""
    drawn_points: Decimal
    """Points it was worth at the draw; an assessor's points are out of these."""

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """Every key that counts."""
        return (self.key, *self.also)

    @property
    def measures(self) -> bool:
        """Whether its points still say what somebody knows."""
        return not self.credited and self.points > 0
