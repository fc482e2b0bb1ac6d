"""What one clause does by its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guizhang.model.regulation import Norm

_STRENGTHS = {
    Norm.DUTY: "must",
    Norm.PROHIBITION: "must",
    Norm.PROCEDURE: "must",
    Norm.PERMISSION: "may",
    Norm.POWER: "may",
    Norm.RECOMMENDATION: "should",
}
_NOBODY = frozenset((Norm.DEFINITION, Norm.STATEMENT))
"""Norms that are addressed to nobody."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one clause does by its own words."""

    norm: Norm
    explicit: bool
    bearer: str | None = None
    strength: str | None = None
    """must, should or may."""
    cue: str | None = None
    """The word that decided."""
    also: tuple[Norm, ...] = ()
    """Other norms of the same sentence."""
    open: bool = False
    """Nothing in the clause decided; its neighbours in the list may know better."""
    soft: bool = False
    """Decided by the form of the sentence or a bare 不: the intro of the list may know better."""

    def settled(self) -> Judgement:
        """Return this judgement with the strength its norm has, and a bearer only where the norm binds somebody."""
        strength = "should" if self.norm is Norm.DUTY and self.strength == "should" else _STRENGTHS.get(self.norm)
        bearer = None if self.norm in _NOBODY else self.bearer
        if (strength, bearer) == (self.strength, self.bearer):
            return self
        return replace(self, strength=strength, bearer=bearer)
