"""References found, compared with those annotated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.facts.annotations import Fact, gold_facts, gold_references, text_of
from benchmarks.facts.clauses import bare
from benchmarks.facts.labels import path, path_fits
from benchmarks.facts.places import gold_places, places_of, shared


@dataclass
class ReferenceScore:
    """Counts of references; optional ones (本规定 for the text itself) are neither missed nor extra."""

    gold: int = 0
    hit: int = 0
    resolvable: int = 0
    resolved: int = 0
    open: int = 0
    """References that lead nowhere and were found."""
    left_open: int = 0
    found: int = 0
    right: int = 0
    faults: list[tuple[str, str, Fact]] = field(default_factory=list)

    def add(self, other: ReferenceScore) -> None:
        """Add the counts of *other*."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def score_references(found: Sequence[Fact], file: str) -> ReferenceScore:
    """Compare *found* with the annotated references of *file*; resolved is counted among all that can be."""
    score = ReferenceScore()
    lines = text_of(file)
    gold = [one for one in gold_references() if one["file"] == file]
    places = gold_places(gold, lines)
    ignored = set(gold_facts().get(file, {}).get("ignored_lines", ()))
    found = [one for one in found if int(one["line"]) not in ignored]
    spots = [places_of(one, lines) for one in found]
    for one, place in zip(gold, places, strict=True):
        near = [other for other, spot in zip(found, spots, strict=True) if shared(place, spot)]
        if one.get("optional"):
            continue
        score.gold += 1
        score.hit += bool(near)
        right = any(_leads(other, one) for other in near)
        if one["resolvable"]:
            score.resolvable += 1
            score.resolved += right
        elif near:
            score.open += 1
            score.left_open += right
        if not near or not right:
            score.faults.append(("unresolved" if near else "missed", file, one))
    for other, spot in zip(found, spots, strict=True):
        at = [one for one, place in zip(gold, places, strict=True) if shared(place, spot)]
        if at and all(one.get("optional") for one in at):
            continue
        score.found += 1
        score.right += bool(at)
        if not at:
            score.faults.append(("extra", file, other))
    return score


def _leads(found: Fact, gold: Fact) -> bool:
    """Tell whether the target found is the one annotated (for one that leads nowhere: none, or its title)."""
    target = found.get("target")
    if isinstance(target, Mapping):
        line = target.get("line")
        if line is not None:
            return line in gold["target_lines"]
        target = target.get("label") or target.get("path") or target.get("title")
    if isinstance(target, list):
        target = ";".join(map(str, target))
    if not target:
        return not gold["resolvable"]
    if not gold["target"]:
        return False
    wanted, given = str(gold["target"]), str(target)
    if bare(given) == bare(wanted):
        return True
    return any(path_fits(path(one), path(other)) for one in given.split(";") for other in wanted.split(";"))
