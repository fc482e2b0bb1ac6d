"""Figures, norms and references found in documents, against annotations made apart from the code.

Odd-numbered documents are the dev half. The even-numbered ones were closed while the first grammar was written and are
read since; of the first 56 pieces of rules the even-numbered ones were, while the odd-numbered ones were mended. The
other pieces came in six lots, each run once before its errors were read; all are read by now. The set that was closed
is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from benchmarks.facts import score
from benchmarks.facts.annotations import closed_files, files, pieces, text_of
from benchmarks.measure import Row, seconds
from guizhang.facts.lines import SourceLines
from guizhang.facts.report import facts_json
from guizhang.importers.bilingual.sides import sides
from guizhang.importers.pipeline import import_text

_KINDS = ("duration", "money", "percent", "count")
_LOTS = {
    115: "pieces, sixth lot",
    99: "pieces, fifth lot",
    85: "pieces, fourth lot",
    77: "pieces, third lot",
    67: "pieces, second lot",
    57: "pieces, first lot",
}
"""First piece of each lot written after the first 56, the latest first."""


def is_dev(file: str) -> bool:
    """Tell whether *file* belongs to the dev half: the number its name begins with is odd."""
    number = re.match(r"\d+", PurePath(file).name)
    return number is not None and int(number.group()) % 2 == 1


def found_in(file: str) -> dict[str, object]:
    """Return what is found in one annotated document."""
    imported = import_text("\n".join(text_of(file)).encode(), file)
    return facts_json(tuple(sides(imported.documents)), SourceLines(imported.text, imported.numbers))


def rows() -> Iterator[Row]:
    """Yield precision and recall per kind, norms and references, for the dev and the closed half, and the speed."""
    outputs = {file: found_in(file) for file in files()}
    closed = closed_files()
    sets = {file: "closed" if file in closed else _half(file) for file in outputs}
    for name in ("dev", "even", "pieces, dev", "pieces, even", *_LOTS.values(), "closed"):
        of_set = [file for file, its in sets.items() if its == name]
        if not of_set:
            continue
        report = score.report({file: outputs[file] for file in of_set})
        print(f"--- {name}")
        for line in report.lines():
            print(line)
        yield from _rows(report, name)
    yield _speed()


def _half(file: str) -> str:
    half = "dev" if is_dev(file) else "even"
    if file not in pieces():
        return half
    number = int(PurePath(file).name.partition("-")[0])
    return next((lot for first, lot in _LOTS.items() if number >= first), f"pieces, {half}")


def _rows(report: score.Report, half: str) -> Iterator[Row]:
    for kind in _KINDS:
        tally = report.facts.kinds[kind]
        yield Row(f"{half}: {kind} precision", tally.precision, "", ">= .97")
        yield Row(f"{half}: {kind} recall", tally.recall, "", ">= .92")
    yield Row(f"{half}: norms macro-F1, explicit cues", report.norms.macro_f1(explicit=True), "", ">= .90")
    yield Row(f"{half}: norms macro-F1, all", report.norms.macro_f1(explicit=False), "")
    references = report.references
    yield Row(f"{half}: references found", references.hit / references.gold, "", ">= .97")
    yield Row(f"{half}: references resolved", references.resolved / references.resolvable, "", ">= .95")


def _speed() -> Row:
    """Return how much text is read in a second, the import itself left out."""
    text = "\n".join(
        line for file in files() if _half(file) == "dev" and file not in closed_files() for line in text_of(file)
    )
    imported = import_text(text.encode(), "all.txt")
    spent = seconds(lambda: facts_json(imported.documents, SourceLines(imported.text, imported.numbers)), repeat=1)
    return Row("text read for figures, norms and references", len(text.encode()) / spent / 1e6, "MB/s", ">= 1")
