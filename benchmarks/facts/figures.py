"""Figures found, compared with those annotated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.facts.annotations import Fact, gold_facts, text_of
from benchmarks.facts.places import gold_places, places_of, shared
from benchmarks.facts.values import ALIASES, Value, value_of


@dataclass
class Tally:
    """Counts for one kind of fact."""

    gold: int = 0
    hit: int = 0
    """Annotated facts found with their value."""
    span_hit: int = 0
    """Annotated facts something was found at, whatever its value."""
    found: int = 0
    right: int = 0
    span_right: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of *other*."""
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        """Right among found."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Found with the right value among annotated."""
        return share(self.hit, self.gold)

    @property
    def span_precision(self) -> float:
        """Found at an annotated place, among found."""
        return share(self.span_right, self.found)

    @property
    def span_recall(self) -> float:
        """Annotated places found, among annotated."""
        return share(self.span_hit, self.gold)


@dataclass
class FactScore:
    """The comparison of facts: counts per kind, details of what matched, and what went wrong."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    details: Counter[str] = field(default_factory=Counter)
    """`unit`, `bound`, `inclusive` right among the matched (`unit of`, … how many were compared)."""
    faults: list[tuple[str, str, Fact]] = field(default_factory=list)
    """("missed" | "wrong" | "extra", file, fact)."""

    def add(self, other: FactScore) -> None:
        """Add the counts of *other*."""
        for kind, tally in other.kinds.items():
            self.kinds[kind].add(tally)
        self.details.update(other.details)
        self.faults += other.faults


def score_facts(found: Sequence[Fact], file: str) -> FactScore:
    """Compare *found* with the annotated facts of *file*.

    A fact matches if it stands on the same line, its span overlaps and kind and value are the same. One range found
    for two annotated bounds, and two bounds found for one annotated range, are as good. Optional annotations are
    neither missed nor extra; what is found on ignored lines does not count.
    """
    return _FactMatch(found, file).score()


class _FactMatch:
    def __init__(self, found: Sequence[Fact], file: str) -> None:
        gold = gold_facts()[file]
        self.file = file
        self.lines = text_of(file)
        ignored = set(gold["ignored_lines"])
        self.found = [fact for fact in found if int(fact["line"]) not in ignored]
        self.gold: list[Fact] = gold["facts"]
        self.places = gold_places(self.gold, self.lines)
        self.spots = [places_of(fact, self.lines) for fact in self.found]
        self.of_gold: dict[int, list[int]] = defaultdict(list)
        """Facts found for an annotated one, the wrong ones included."""
        self.right_gold: set[int] = set()
        self.right_found: set[int] = set()
        self.taken: dict[int, int] = {}

    def score(self) -> FactScore:
        pairs = sorted(self._pairs(), key=lambda pair: (-pair[0], pair[1], pair[2]))
        for quality, g, f in pairs:
            if f not in self.taken and not self.of_gold[g]:
                self._pair(g, f, right=quality >= _RIGHT)
        self._pieces()
        score = FactScore()
        self._count_gold(score)
        self._count_found(score)
        return score

    def _pair(self, g: int, f: int, *, right: bool) -> None:
        self.taken[f] = g
        self.of_gold[g].append(f)
        if right:
            self.right_gold.add(g)
            self.right_found.add(f)

    def _pairs(self) -> Iterator[tuple[float, int, int]]:
        for g, fact in enumerate(self.gold):
            for f, other in enumerate(self.found):
                common = shared(self.places[g], self.spots[f])
                if common:
                    same = _same(fact, other)
                    yield (same or 0) + min(common, 99) / 1000, g, f

    def _pieces(self) -> None:
        """Let a range stand for two bounds and two bounds for a range."""
        for f, other in enumerate(self.found):
            free = [g for g in self._at(f) if g not in self.right_gold]
            if f not in self.right_found and len(free) >= 2:
                for low, high in ((a, b) for a in free for b in free if a < b):
                    if _spans(other, self.gold[low], self.gold[high]):
                        for g in (low, high):
                            self._pair(g, f, right=True)
                        break
        for g, fact in enumerate(self.gold):
            free = [f for f in range(len(self.found)) if f not in self.right_found and g in self._at(f)]
            for low, high in ((a, b) for a in free for b in free if a != b):
                if g not in self.right_gold and _spans(fact, self.found[low], self.found[high]):
                    for f in (low, high):
                        self._pair(g, f, right=True)

    def _at(self, f: int) -> list[int]:
        return [g for g, places in enumerate(self.places) if shared(places, self.spots[f])]

    def _count_gold(self, score: FactScore) -> None:
        for g, fact in enumerate(self.gold):
            if fact.get("optional"):
                continue
            tally = score.kinds[fact["kind"]]
            tally.gold += 1
            tally.span_hit += bool(self.of_gold[g])
            if g in self.right_gold:
                tally.hit += 1
                _details(fact, self.found[self.of_gold[g][-1]], score.details)
            else:
                score.faults.append(("wrong" if self.of_gold[g] else "missed", self.file, fact))

    def _count_found(self, score: FactScore) -> None:
        for f, fact in enumerate(self.found):
            at = self._at(f)
            right = f in self.right_found
            if not right and any(self.gold[g].get("optional") for g in at):
                continue
            if right and self.gold[self.taken[f]].get("optional"):
                continue
            kind = _kind(fact) or (self.gold[at[0]]["kind"] if at else "range")
            if right and f in self.taken:
                kind = self.gold[self.taken[f]]["kind"] if not _kind(fact) else kind
            tally = score.kinds[kind]
            tally.found += 1
            tally.right += right
            tally.span_right += bool(at)
            if not right and f not in self.taken:
                score.faults.append(("extra", self.file, fact))


_RIGHT = 2.0


def _kind(fact: Fact) -> str:
    kind = str(fact.get("kind") or "").lower().replace("_", "-")
    return ALIASES.get(kind, kind)


def readings(fact: Fact) -> Iterator[tuple[str, Value | None]]:
    """Yield every kind an annotated fact may be read as, with what it is worth as that."""
    yield fact["kind"], value_of(fact["kind"], fact)
    for other in fact.get("also", ()):
        yield other["kind"], value_of(other["kind"], {**fact, **other})


def _same(gold: Fact, found: Fact) -> float:
    """Say how well a fact found agrees: 2 and more is a match, 1 the kind only, 0 the place only."""
    kind = _kind(found)
    for place, (wanted, value) in enumerate(readings(gold)):
        if kind not in ("", wanted):
            continue
        other = value_of(wanted, found)
        if value is not None and other is not None and value.same(other):
            return _RIGHT + (1 - place / 10)
    return 1.0 if kind in ("", gold["kind"]) else 0.0


def _spans(whole: Fact, low: Fact, high: Fact) -> bool:
    """Tell whether *whole* is the range from *low* to *high*, which are of one kind."""
    kind = _kind(low) or _kind(high) or _kind(whole)
    if len({kind, _kind(high) or kind, _kind(whole) or kind}) > 1:
        return False
    values = [value_of(kind, fact) for fact in (whole, low, high)]
    if any(value is None for value in values):
        return False
    all_, first, last = (value for value in values if value)
    return all_.low != all_.high and Value(first.low, last.high).same(all_)


def _details(gold: Fact, found: Fact, details: Counter[str]) -> None:
    for key in ("unit", "bound", "inclusive"):
        wanted = gold.get(key)
        if wanted is None or (key == "unit" and gold["kind"] not in ("money", "count")):
            continue
        if key == "unit" and _kind(found) not in ("", gold["kind"]):
            # 每月两次 found as how often, where that reading is as good, has no unit to compare.
            continue
        given = found.get(key)
        if key == "unit":
            given = " ".join(str(found.get(name) or "") for name in ("unit", "value", "currency"))
        details[f"{key} of"] += 1
        details[key] += str(wanted) in given if isinstance(given, str) and key == "unit" else wanted == given


def share(part: int, whole: int) -> float:
    """Return *part* of *whole* as a proportion; all of nothing is 1."""
    return part / whole if whole else 1.0
