"""A single choice has one key; a multiple choice has at least two, and at least one distractor.

Why: a multiple choice with one key says "choose all that apply" and means one; one whose options are all right is
answered by ticking everything. (A single choice with no key or two is refused on reading, ITM001.)

Warns (LNT001). Fails: four options, 可多选, one of them right. Passes: five options, two of them right.

Source: Haladyna, Downing & Rodriguez (2002), guideline 19: make sure that only one of the choices is the right answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.view import Finding, View

CODE = "LNT001"
_MEND = Message("改为单选，或者增删选项", "make it a single choice, or add options")


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a multiple choice with one key, or with keys only."""
    if view.type is not ItemType.MULTIPLE_CHOICE:
        return
    if len(view.keys) == 1:
        yield view.at_stem(Message("多选题只有一个正确选项", "a multiple choice with one right option"), _MEND)
    elif not view.wrong:
        yield view.at_stem(Message("多选题的选项全部正确", "a multiple choice whose options are all right"), _MEND)
