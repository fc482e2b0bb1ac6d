"""Figures, norms and references found in documents nobody tuned on, against annotations made apart from the code."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.facts import score
from benchmarks.measure import Row
from guizhang.facts.lines import SourceLines
from guizhang.facts.report import facts_json
from guizhang.importers.pipeline import import_text

_KINDS = ("duration", "money", "percent", "count")


def rows() -> Iterator[Row]:
    """Yield precision and recall per kind, macro-F1 of norms, and references found and resolved."""
    outputs = {}
    for file in score.files():
        text = "\n".join(score.text_of(file))
        imported = import_text(text.encode(), file)
        outputs[file] = facts_json(imported.documents, SourceLines(imported.text, imported.numbers))
    report = score.report(outputs)
    for line in report.lines():
        print(line)
    for kind in _KINDS:
        tally = report.facts.kinds[kind]
        yield Row(f"{kind} precision", tally.precision, "", ">= .97")
        yield Row(f"{kind} recall", tally.recall, "", ">= .92")
    yield Row("norms macro-F1, explicit cues", report.norms.macro_f1(explicit=True), "", ">= .97")
    yield Row("norms macro-F1, all", report.norms.macro_f1(explicit=False), "", ">= .90")
    references = report.references
    yield Row("references found", references.hit / references.gold, "", ">= .97")
    yield Row("references resolved", references.resolved / references.resolvable, "", ">= .95")
