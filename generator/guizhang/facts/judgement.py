"""What one clause does by its own words."""

from __future__ import annotations

from dataclasses import dataclass

from guizhang.model.regulation import Norm


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one clause does by its own words."""

    norm: Norm
    explicit: bool
    bearer: str | None = None
    strength: str | None = None
    """strict, must, shall, should or may."""
    cue: str | None = None
    """The word that decided."""
    also: tuple[Norm, ...] = ()
    """Other norms of the same sentence."""
    soft: bool = False
    """Decided by the form of the sentence or a bare 不: the intro of the list may know better."""
