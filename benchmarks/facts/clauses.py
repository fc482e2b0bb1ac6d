"""Norms found, compared with the labelled clauses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from benchmarks.facts.annotations import NORMS, Fact, gold_norms


@dataclass
class NormScore:
    """Pairs of the norm annotated and the norm found (None: no clause found there), and further agreement."""

    pairs: list[tuple[str, str | None, bool]] = field(default_factory=list)
    details: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[Fact, Fact | None]] = field(default_factory=list)

    def add(self, other: NormScore) -> None:
        """Add the pairs of *other*."""
        self.pairs += other.pairs
        self.details.update(other.details)
        self.faults += other.faults

    def f1(self, *, explicit: bool = False) -> dict[str, tuple[float, int]]:
        """Return F1 and the number of annotated clauses per norm, for all clauses or those with a cue word."""
        pairs = [(gold, found) for gold, found, cue in self.pairs if cue or not explicit]
        out = {}
        for norm in NORMS:
            count = sum(gold == norm for gold, _ in pairs)
            both = sum(gold == found == norm for gold, found in pairs)
            given = sum(found == norm for _, found in pairs)
            if count:
                out[norm] = (2 * both / (count + given), count)
        return out

    def macro_f1(self, *, explicit: bool = False, support: int = 1) -> float:
        """Return the mean F1 over the norms with at least *support* annotated clauses."""
        parts = [value for value, count in self.f1(explicit=explicit).values() if count >= support]
        return sum(parts) / len(parts) if parts else 1.0


def score_norms(found: Sequence[Fact], file: str) -> NormScore:
    """Compare *found* with the labelled clauses of *file*, each with the clause found there that shares most text."""
    score = NormScore()
    for gold in gold_norms():
        if gold["file"] != file:
            continue
        other = _clause(gold, found)
        norm = str(other["norm"]) if other else None
        score.pairs.append((gold["norm"], norm, gold["explicit"]))
        if norm != gold["norm"]:
            score.faults.append((gold, other))
        if other:
            score.details["clauses"] += 1
            score.details["explicit"] += bool(other.get("explicit")) == gold["explicit"]
            if gold["bearer"]:
                score.details["bearer of"] += 1
                score.details["bearer"] += _alike(gold["bearer"], str(other.get("bearer") or ""))
    return score


def _clause(gold: Fact, found: Iterable[Fact]) -> Fact | None:
    text = bare(gold["text"])
    best: tuple[float, Fact] | None = None
    for other in found:
        if not gold["line"] - 6 <= int(other["line"]) <= gold["line"] + 6:
            continue
        piece = bare(str(other["text"]))
        match = SequenceMatcher(None, text, piece, autojunk=False).find_longest_match()
        if match.size * 2 < min(len(text), len(piece)):
            continue
        rank = match.size - len(piece) / 1000 - abs(int(other["line"]) - gold["line"]) / 10
        if best is None or rank > best[0]:
            best = rank, other
    return best[1] if best else None


def bare(text: str) -> str:
    """Return *text* without signs and spaces."""
    return re.sub(r"[\W_]", "", text)


def _alike(one: str, other: str) -> bool:
    first, last = (re.sub(r"^(the|a|an|each)\s+", "", text.strip().lower()) for text in (one, other))
    return bool(last) and (first in last or last in first)
