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
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from benchmarks.facts.agreement import clauses, counts, faults, passes
from benchmarks.facts.annotations import files, gold_facts, read_json
from benchmarks.facts.citations import ReferenceScore, score_references
from benchmarks.facts.clauses import NormScore, score_norms
from benchmarks.facts.figures import FactScore, score_facts, share
from benchmarks.facts.values import KINDS

SUPPORT = 5
"""Norms with fewer clauses than this are left out of the second macro-F1: one of two is not a rate."""


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
            f"references: found {share(ref.hit, ref.gold):.3f} ({ref.hit}/{ref.gold}), resolved "
            f"{share(ref.resolved, ref.resolvable):.3f} ({ref.resolved}/{ref.resolvable}), precision "
            f"{share(ref.right, ref.found):.3f}, leading nowhere and left so {ref.left_open}/{ref.open}"
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
        outputs = {file: read_json(path) for file in files() if (path := args.folder / f"{_name(file)}.json").exists()}
        print("\n".join(report(outputs).lines()))
    return 0


def _name(file: str) -> str:
    """Return the name of a file's annotations: `outlines/held/01-x.txt` is `held-01-x`, `facts/texts/01-x.txt` `own-01-x`."""
    half, stem = file.removesuffix(".txt").split("/")[-2:]
    return f"{'own' if half == 'texts' else half}-{stem}"


if __name__ == "__main__":
    sys.exit(main())
