"""The annotations themselves: how far two passes agree, what is wrong with them, how many there are."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.facts.annotations import BOUNDS, NORMS, Fact, files, gold_facts, gold_norms, gold_references, text_of
from benchmarks.facts.figures import readings
from benchmarks.facts.places import gold_places
from benchmarks.facts.values import KINDS


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
            gold_places(gold["facts"], lines)
        except ValueError as fault:
            yield f"{file}: {fault}"
        for fact in gold["facts"]:
            where = f"{file}:{fact['line']}: {fact['span']}"
            if fact["kind"] not in KINDS or fact["bound"] not in BOUNDS:
                yield f"{where}: kind or bound"
            if not fact.get("optional") and any(value is None for _, value in readings(fact)):
                yield f"{where}: value {fact['value']!r}"
            if fact["line"] in gold["ignored_lines"]:
                yield f"{where}: on an ignored line"
    for name in ("norms", "norms.first", "norms.second"):
        for row in gold_norms(name):
            if row["norm"] not in NORMS or not _stands(row):
                yield f"{name}: {row['file']}:{row['line']}: {row['norm']}: {row['text']}"
    for one in gold_references():
        try:
            gold_places([one], text_of(one["file"]))
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
