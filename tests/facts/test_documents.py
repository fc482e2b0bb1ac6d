"""References of whole documents, from text to target: one document per way of numbering, the targets worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.facts.lines import SourceLines
from guizhang.facts.references import find_resolved
from guizhang.importers.pipeline import import_text

FOLDER = Path(__file__).with_name("documents")


@pytest.mark.parametrize(
    "name",
    sorted(path.stem for path in FOLDER.glob("*.txt") if not path.stem.endswith(".references")),
)
def test_references_lead_to_their_provisions(name):
    source = (FOLDER / f"{name}.txt").read_bytes()
    imported = import_text(source, f"{name}.txt")
    found = find_resolved(imported.documents, SourceLines(imported.text, imported.numbers))
    rows = [f"{one.line} ‖ {one.span} ‖ {one.target or '-'}" for one in found]
    assert rows == (FOLDER / f"{name}.references.txt").read_text(encoding="utf-8").splitlines()
