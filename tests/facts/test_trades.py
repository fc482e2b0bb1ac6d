"""Rules of many trades with their annotations in them, written before they were tried: figures, norms, bearers, references."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.facts import annotations, score
from benchmarks.facts.clauses import score_norms
from benchmarks.facts.marked import read_marked
from benchmarks.finding import found_in

TRADES = Path(__file__).with_name("trades")


@pytest.fixture
def trades(monkeypatch):
    texts = {
        path.name: read_marked(path.read_text(encoding="utf-8"), path.name) for path in sorted(TRADES.glob("*.txt"))
    }
    monkeypatch.setattr(annotations, "pieces", lambda: texts)
    return texts


def test_what_is_written_in_the_rules_is_found(trades):
    report = score.report({name: found_in(name) for name in trades})
    faults = [
        f"{what} {file} {fact['line']} {fact['span']}"
        for what, file, fact in report.facts.faults + report.references.faults
    ]
    faults += [f"{gold['file']} {gold['text']}: {other and other['norm']}" for gold, other in report.norms.faults]
    assert faults == []


def test_whom_the_rules_bind_is_named(trades):
    outputs = {name: found_in(name)["norms"] for name in trades}
    scores = [score_norms(norms, name) for name, norms in outputs.items()]
    bound, named = (sum(one.details[key] for one in scores) for key in ("bearer of", "bearer"))
    assert (named, bound) == (bound, bound)
    assert bound > 90
