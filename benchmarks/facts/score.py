#!/usr/bin/env python3
"""Compare what a program found in the texts with the annotations in this folder.

    python -m benchmarks.facts.score --check          # every span stands on its line, every value can be read
    python -m benchmarks.facts.score --kappa          # agreement of the two passes over the norms
    python -m benchmarks.facts.score --counts         # annotations by kind
    python -m benchmarks.facts.score --clauses 7      # the clauses without labels, shuffled by seed 7
    python -m benchmarks.facts.score FOLDER           # FOLDER/NAME.json holds a program's output for NAME.facts.json

From a program: `report(outputs)` with `{file: output}`, where an output is

    {"facts": [{"line", "span", "kind", "value", "unit"?, "bound", "inclusive"}],
     "norms": [{"line", "text", "norm", "explicit", "bearer", "strength"}],
     "references": [{"line", "span", "target"}]}

and `target` a label path (`第十条/第二款`, `第十条第二款`, `art10/p2`), a title, or `{"line": n}`.
Nothing here depends on the program measured.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

if __package__:
    from .values import ALIASES, KINDS, Value, value_of
else:  # run as a file
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    from benchmarks.facts.values import ALIASES, KINDS, Value, value_of

HERE = Path(__file__).parent
CLOSED = HERE / "closed"
"""A set of the same shape that whoever writes the grammar does not open; it need not be there."""
ROOT = HERE.parent
NORMS = "duty prohibition permission recommendation procedure definition penalty reward power statement".split()
BOUNDS = ("max", "min", "exact", "range")
SUPPORT = 5
"""Norms with fewer clauses than this are left out of the second macro-F1: one of two is not a rate."""

Fact = Mapping[str, Any]
Place = tuple[int, int, int]
"""Line, first column, column behind the last."""


# ---------------------------------------------------------------- the annotations


def gold_facts() -> dict[str, dict[str, Any]]:
    """Return the annotated facts: `{file: {"facts": [...], "ignored_lines": [...]}}`."""
    found = [_read(path) for folder in (HERE, CLOSED) for path in sorted(folder.glob("*.facts.json"))]
    return {one["file"]: one for one in found}


def closed_files() -> frozenset[str]:
    """Return the files of the closed set, none where it is absent."""
    rows = [_read(path) for path in CLOSED.glob("*.facts.json")] + _rows(CLOSED, "references") + _rows(CLOSED, "norms")
    return frozenset(row["file"] for row in rows)


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.json"
    rows: list[dict[str, Any]] = _read(path) if path.exists() else []
    return rows


def gold_norms(name: str = "norms") -> list[dict[str, Any]]:
    """Return the labelled clauses; `norms.first` and `norms.second` are the passes they were settled from."""
    return _rows(HERE, name) + _rows(CLOSED, name)


def gold_references() -> list[dict[str, Any]]:
    """Return the annotated references of all files."""
    return _rows(HERE, "references") + _rows(CLOSED, "references")


def text_of(file: str) -> list[str]:
    """Return the lines of an annotated text; line 1 is the first of the list."""
    path = ROOT / file
    return (path if path.exists() else CLOSED / file).read_text(encoding="utf-8").split("\n")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- facts


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
        return _share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Found with the right value among annotated."""
        return _share(self.hit, self.gold)

    @property
    def span_precision(self) -> float:
        """Found at an annotated place, among found."""
        return _share(self.span_right, self.found)

    @property
    def span_recall(self) -> float:
        """Annotated places found, among annotated."""
        return _share(self.span_hit, self.gold)


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
        self.places = _gold_places(self.gold, self.lines)
        self.spots = [_places(fact, self.lines) for fact in self.found]
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
                shared = _shared(self.places[g], self.spots[f])
                if shared:
                    same = _same(fact, other)
                    yield (same or 0) + min(shared, 99) / 1000, g, f

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
        return [g for g, places in enumerate(self.places) if _shared(places, self.spots[f])]

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


def _readings(fact: Fact) -> Iterator[tuple[str, Value | None]]:
    yield fact["kind"], value_of(fact["kind"], fact)
    for other in fact.get("also", ()):
        yield other["kind"], value_of(other["kind"], {**fact, **other})


def _same(gold: Fact, found: Fact) -> float:
    """Say how well a fact found agrees: 2 and more is a match, 1 the kind only, 0 the place only."""
    kind = _kind(found)
    for place, (wanted, value) in enumerate(_readings(gold)):
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
        given = found.get(key)
        if key == "unit":
            given = " ".join(str(found.get(name) or "") for name in ("unit", "value", "currency"))
        details[f"{key} of"] += 1
        details[key] += str(wanted) in given if isinstance(given, str) and key == "unit" else wanted == given


def _gold_places(facts: Sequence[Fact], lines: Sequence[str]) -> list[list[Place]]:
    """Find annotated spans: those of a line stand in its order, so each is sought behind the one before."""
    behind: dict[int, int] = defaultdict(int)
    out = []
    for fact in facts:
        line = fact["line"]
        start = lines[line - 1].find(fact["span"], behind[line])
        if start < 0:
            raise ValueError(f"line {line}: {fact['span']!r} does not stand there (or not in this order)")
        behind[line] = start + len(fact["span"])
        places = [(line, start, behind[line])]
        for more in fact.get("more", ()):
            start = lines[more["line"] - 1].index(more["span"])
            places.append((more["line"], start, start + len(more["span"])))
        out.append(places)
    return out


def _places(fact: Fact, lines: Sequence[str]) -> list[Place]:
    """Return every place a span found may mean: all its occurrences on the line; a broken span counts by its pieces."""
    line = int(fact["line"])
    out: list[Place] = []
    for piece in filter(None, (part.strip() for part in str(fact["span"]).split("\n"))):
        while line <= len(lines) and piece not in lines[line - 1] and line < int(fact["line"]) + 4:
            line += 1
        if line <= len(lines):
            text = lines[line - 1]
            out += [(line, at.start(), at.end()) for at in re.finditer(re.escape(piece), text)]
    return out


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    """Return how many characters two findings have in common at most; 0 if they stand apart."""
    common = (min(a[2], b[2]) - max(a[1], b[1]) for a in one for b in other if a[0] == b[0])
    return max(0, max(common, default=0))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


# ---------------------------------------------------------------- norms


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
    text = _bare(gold["text"])
    best: tuple[float, Fact] | None = None
    for other in found:
        if not gold["line"] - 6 <= int(other["line"]) <= gold["line"] + 6:
            continue
        piece = _bare(str(other["text"]))
        match = SequenceMatcher(None, text, piece, autojunk=False).find_longest_match()
        if match.size * 2 < min(len(text), len(piece)):
            continue
        rank = match.size - len(piece) / 1000 - abs(int(other["line"]) - gold["line"]) / 10
        if best is None or rank > best[0]:
            best = rank, other
    return best[1] if best else None


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _alike(one: str, other: str) -> bool:
    first, last = (re.sub(r"^(the|a|an|each)\s+", "", text.strip().lower()) for text in (one, other))
    return bool(last) and (first in last or last in first)


# ---------------------------------------------------------------- references


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
    places = _gold_places(gold, lines)
    ignored = set(gold_facts().get(file, {}).get("ignored_lines", ()))
    found = [one for one in found if int(one["line"]) not in ignored]
    spots = [_places(one, lines) for one in found]
    for one, place in zip(gold, places, strict=True):
        near = [other for other, spot in zip(found, spots, strict=True) if _shared(place, spot)]
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
        at = [one for one, place in zip(gold, places, strict=True) if _shared(place, spot)]
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
    if _bare(given) == _bare(wanted):
        return True
    return any(_path_fits(_path(one), _path(other)) for one in given.split(";") for other in wanted.split(";"))


def _path_fits(given: list[tuple[int | str, ...]], wanted: list[tuple[int | str, ...]]) -> bool:
    """Tell whether *given* ends where *wanted* ends and names nothing on the way that is not there."""
    if not given or not wanted or given[-1] != wanted[-1]:
        return False
    rest = iter(wanted)
    return all(step in rest for step in given)


_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {
    sign: i for i, sign in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_DIGITS |= {"貳": 2, "參": 3, "陸": 6, "两": 2}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def _path(text: str) -> list[tuple[int | str, ...]]:
    """Return a label path as numbers: `第十条第一款` and `art10/p1` are both [(10,), (1,)]."""
    text = re.sub(r"([条條章节節编編款项項点點])(?=.)", r"\1/", text)
    steps = (_step(part) for part in re.split(r"[/>#]", text))
    return [step for step in steps if step]


def _step(part: str) -> tuple[int | str, ...]:
    part = re.sub(r"^(article|section|part|schedule|chapter|art|附件)\W*", "", part.strip().lower())
    circled = [ord(sign) - 0x2460 + 1 for sign in part if 0x2460 <= ord(sign) <= 0x2473]
    circled += [ord(sign) - 0x3220 + 1 for sign in part if 0x3220 <= ord(sign) <= 0x3229]
    if circled:
        return tuple(circled)
    if digits := re.findall(r"\d+", part):
        return tuple(map(int, digits))
    if han := re.search(r"[零〇一二三四五六七八九两壹贰貳叁參肆伍陆陸柒捌玖十拾百]+", part):
        return (_han(han[0]),)
    if stem := re.search(f"[{_STEMS}]", part):
        return (_STEMS.index(stem[0]) + 1,)
    if roman := re.fullmatch(r"([ivx]+)\W*", part):
        values = [_ROMAN[sign] for sign in roman[1]]
        return (sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)),)
    return (part.strip(" .、"),) if part.strip(" .、") else ()


def _han(text: str) -> int:
    total = digit = 0
    for sign in text:
        if sign in "十拾百":
            total += (digit or 1) * (100 if sign == "百" else 10)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


# ---------------------------------------------------------------- all together


@dataclass
class Report:
    """The three comparisons over all files given."""

    facts: FactScore = field(default_factory=FactScore)
    norms: NormScore = field(default_factory=NormScore)
    references: ReferenceScore = field(default_factory=ReferenceScore)

    def lines(self) -> Iterator[str]:
        """Yield the figures as plain text."""
        for kind in (*KINDS, *sorted(set(self.facts.kinds) - set(KINDS))):
            tally = self.facts.kinds[kind]
            yield (
                f"{kind:12} precision {tally.precision:.3f} recall {tally.recall:.3f} ({tally.hit}/{tally.gold}, "
                f"{tally.found} found); span only {tally.span_precision:.3f} / {tally.span_recall:.3f}"
            )
        for key in ("unit", "bound", "inclusive"):
            yield f"{key + ' right':16} {self.facts.details[key]}/{self.facts.details[key + ' of']}"
        for name, explicit in (("norms, explicit cues", True), ("norms, all", False)):
            one, two = (self.norms.macro_f1(explicit=explicit, support=least) for least in (1, SUPPORT))
            yield f"{name}: macro-F1 {one:.3f}; over norms with {SUPPORT} clauses or more {two:.3f}"
            yield "  " + ", ".join(f"{n} {f:.2f} ({c})" for n, (f, c) in self.norms.f1(explicit=explicit).items())
        yield f"bearer right {self.norms.details['bearer']}/{self.norms.details['bearer of']}"
        ref = self.references
        yield (
            f"references: found {_share(ref.hit, ref.gold):.3f} ({ref.hit}/{ref.gold}), resolved "
            f"{_share(ref.resolved, ref.resolvable):.3f} ({ref.resolved}/{ref.resolvable}), precision "
            f"{_share(ref.right, ref.found):.3f}, leading nowhere and left so {ref.left_open}/{ref.open}"
        )


def report(outputs: Mapping[str, Mapping[str, Any]]) -> Report:
    """Compare a program's *outputs*, `{file: output}`, with everything annotated for these files."""
    total = Report()
    with_facts = gold_facts()
    for file, output in outputs.items():
        if file in with_facts:
            total.facts.add(score_facts(output.get("facts", ()), file))
            total.norms.add(score_norms(output.get("norms", ()), file))
        total.references.add(score_references(output.get("references", ()), file))
    return total


def files() -> list[str]:
    """Return all annotated files; some have references only."""
    return sorted({*gold_facts(), *(one["file"] for one in gold_references())})


# ---------------------------------------------------------------- the annotations themselves


def kappa(one: Sequence[object], other: Sequence[object]) -> float:
    """Return Cohen's kappa of two series of labels."""
    total = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / total
    left, right = Counter(one), Counter(other)
    chance = sum(left[label] * right[label] for label in left) / total**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def passes() -> Iterator[str]:
    """Yield the agreement of the two passes over the norms, and where they differ."""
    first, second = gold_norms("norms.first"), gold_norms("norms.second")
    for key in ("norm", "explicit", "strength", "bearer"):
        one, other = ([row[key] for row in rows] for rows in (first, second))
        same = sum(a == b for a, b in zip(one, other, strict=True))
        yield f"{key}: {same}/{len(one)} alike, kappa {kappa(one, other):.3f}"
    confused = Counter((a["norm"], b["norm"]) for a, b in zip(first, second, strict=True) if a["norm"] != b["norm"])
    yield from (f"  {a} / {b}: {count}" for (a, b), count in confused.most_common())


def faults() -> Iterator[str]:
    """Yield what is wrong with the annotations: spans that do not stand on their line, values that cannot be read."""
    for file, gold in gold_facts().items():
        lines = text_of(file)
        try:
            _gold_places(gold["facts"], lines)
        except ValueError as fault:
            yield f"{file}: {fault}"
        for fact in gold["facts"]:
            where = f"{file}:{fact['line']}: {fact['span']}"
            if fact["kind"] not in KINDS or fact["bound"] not in BOUNDS:
                yield f"{where}: kind or bound"
            if not fact.get("optional") and any(value is None for _, value in _readings(fact)):
                yield f"{where}: value {fact['value']!r}"
            if fact["line"] in gold["ignored_lines"]:
                yield f"{where}: on an ignored line"
    for name in ("norms", "norms.first", "norms.second"):
        for row in gold_norms(name):
            if row["norm"] not in NORMS or not _stands(row):
                yield f"{name}: {row['file']}:{row['line']}: {row['norm']}: {row['text']}"
    for one in gold_references():
        try:
            _gold_places([one], text_of(one["file"]))
        except ValueError as fault:
            yield f"references: {one['file']}: {fault}"


def _stands(row: Fact) -> bool:
    """Tell whether a clause stands in its file from its line on; blank and noise lines may stand within."""
    lines = text_of(row["file"])
    at = row["line"] - 1
    for part in row["text"].split("\n"):
        while at < len(lines) and part not in lines[at]:
            at += 1
        if at >= min(len(lines), row["line"] + 8):
            return False
    return row["text"].split("\n")[0] in lines[row["line"] - 1]


def clauses(seed: int) -> Iterator[str]:
    """Yield the sampled clauses without their labels, in an order that *seed* decides."""
    rows = list(enumerate(gold_norms("norms.first")))
    random.Random(seed).shuffle(rows)  # noqa: S311  (an order, not a secret)
    for number, row in rows:
        yield f"{number}\t{Path(row['file']).stem}:{row['line']}\t{row['text'].replace(chr(10), '⏎')}"


def counts() -> Iterator[str]:
    """Yield how many annotations of each kind there are."""
    facts = [fact for one in gold_facts().values() for fact in one["facts"]]
    binding = Counter(fact["kind"] for fact in facts if not fact.get("optional"))
    yield f"facts: {sum(binding.values())} {dict(binding)}, optional {len(facts) - sum(binding.values())}"
    yield f"bounds: {dict(Counter(fact['bound'] for fact in facts if not fact.get('optional')))}"
    norms = gold_norms()
    yield f"norms: {len(norms)} {dict(Counter(row['norm'] for row in norms))}"
    yield f"  with a cue word: {dict(Counter(row['norm'] for row in norms if row['explicit']))}"
    refs = [one for one in gold_references() if not one.get("optional")]
    yield f"references: {len(refs)}, resolvable {sum(one['resolvable'] for one in refs)}, in {len(files())} files"


def main() -> int:
    """Run one of the commands above."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--kappa", action="store_true")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--clauses", type=int, metavar="SEED")
    args = parser.parse_args()
    if args.check:
        found = list(faults())
        print("\n".join(found) or "every span stands on its line")
        if found:
            return 1
    if args.kappa:
        print("\n".join(passes()))
    if args.counts:
        print("\n".join(counts()))
    if args.clauses is not None:
        print("\n".join(clauses(args.clauses)))
    if args.folder:
        outputs = {file: _read(path) for file in files() if (path := args.folder / f"{_name(file)}.json").exists()}
        print("\n".join(report(outputs).lines()))
    return 0


def _name(file: str) -> str:
    """Return the name of a file's annotations: `outlines/held/01-x.txt` is `held-01-x`, `facts/texts/01-x.txt` `own-01-x`."""
    half, stem = file.removesuffix(".txt").split("/")[-2:]
    return f"{'own' if half == 'texts' else half}-{stem}"


if __name__ == "__main__":
    sys.exit(main())
