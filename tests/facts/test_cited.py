"""Every shape of reference behind the words that cite one, in documents numbered in every way."""

from __future__ import annotations

from pathlib import Path

import pytest

from guizhang.facts.references import find_resolved
from guizhang.importers.pipeline import import_text

FOLDER = Path(__file__).with_name("cited")
ZH = (
    *("依照{}执行。", "违反{}的，扣20元。", "按{}办理。", "根据{}规定处理。"),
    *("除{}另有规定外，从其规定。", "见{}。", "{}不适用于临时人员。", "受{}处分的，不得晋升。"),
)
EN = (
    *("Staff must follow {}.", "Under {}, a fee is due.", "A breach of {} costs $20."),
    *("Subject to {}, anybody may leave.", "As set out in {}, notice is needed."),
)
ENGLISH = ("english", "parts")
OWN = ("本条为准", "本办法")
"""What a sentence says of itself."""
APART = 3


def rows():
    """Yield each row of the table with two of the leads, another two for the next row."""
    lines = (FOLDER / "table.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        document, reference, targets = line.split(" ‖ ")
        leads = EN if document in ENGLISH else ZH
        whole = reference.endswith(("情形", "的", "规定"))
        for lead in {0} if whole else {number % len(leads), (number + APART) % len(leads)}:
            wanted = [target.replace("_", " ") for target in targets.split()]
            yield pytest.param(document, leads[lead].format(reference), wanted, id=f"{document}-{number}-{lead}")


@pytest.mark.parametrize(("document", "sentence", "targets"), list(rows()))
def test_a_reference_leads_to_what_it_names(document, sentence, targets):
    text = (FOLDER / f"{document}.txt").read_text(encoding="utf-8")
    line = text[: text.index("{S}")].count("\n") + 1
    imported = import_text(text.replace("{S}", sentence).encode(), "x.txt")
    found = [one for one in find_resolved(imported.documents) if one.line == line and one.span not in OWN]
    assert [
        path.rpartition("/")[2].rstrip(".、") for one in found for path in (one.target or "-").split(";")
    ] == targets
