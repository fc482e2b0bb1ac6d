"""Whole sentences with references, put in many places of documents numbered in every way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guizhang.facts.references import find_resolved
from guizhang.importers.pipeline import import_text

FOLDER = Path(__file__).parent / "cited" / "slots"
ENGLISH = ("clinic", "care", "lease")
OWN = ("本规程", "本須知", "本须知", "本办法", "this lease")
"""What a sentence says of its whole document."""


def rows():
    for number, line in enumerate((FOLDER / "table.txt").read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        head, sentence, targets = (part.strip() for part in line.split("‖"))
        document, slot = head.split()
        wanted = [target.replace("_", " ") for target in targets.split()]
        yield pytest.param(document, slot, sentence, wanted, id=f"{document}-{number}")


def last_labels(path, steps):
    plain = "/".join(re.sub(r"[.、:：]+$", "", step) for step in path.split("/"))
    return "/".join(plain.split("/")[-steps:])


@pytest.mark.parametrize(("document", "slot", "sentence", "wanted"), list(rows()))
def test_a_reference_leads_to_what_it_names_from_where_it_stands(document, slot, sentence, wanted):
    text = (FOLDER / f"{document}.txt").read_text(encoding="utf-8")
    line = text[: text.index(f"{{{slot}}}")].count("\n") + 1
    other = "Other matters." if document in ENGLISH else "其他事项。"
    source = re.sub(r"\{[A-Z]\}", other, text.replace(f"{{{slot}}}", sentence))
    imported = import_text(source.encode(), "x.txt")
    found = [one for one in find_resolved(imported.documents) if one.line == line and one.span not in OWN]
    paths = [path for one in found for path in (one.target or "-").split(";")]
    depth = [target.count("/") + 1 for target in wanted]
    assert [last_labels(path, steps) for path, steps in zip(paths, depth, strict=True)] == wanted
