"""The parts a question is made of, and why an answer cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Faulty
from guizhang.exchange import faults
from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.entry import Loc
from guizhang.model.text import Lang

Found = Iterator[tuple[Loc, object, Cell]]
"""Where in the item's data a value belongs, the value, and the cell it came from, by which a fault found later is named."""


@dataclass(frozen=True, slots=True)
class Part:
    """One lettered part in both languages."""

    letter: str
    texts: Mapping[Lang, Cell]

    @property
    def cell(self) -> Cell:
        """Return the cell faults of the whole part are named by."""
        return next(iter(self.texts.values()))

    def text(self) -> dict[str, str]:
        """Return the part as a bilingual text's data."""
        return {lang: cell.text for lang, cell in self.texts.items()}


class Puzzled(Faulty):
    """An answer cell cannot be understood."""


def language(text: str) -> Lang:
    """Return the language of a text."""
    return "zh" if re.search("[\u3400-\u9fff]", text) else "en"


def unclear(draft: Draft, mend_zh: str, mend_en: str) -> Diagnostic:
    """Return the fault of an answer that says nothing that fits, or of one that is missing."""
    cell = draft.said("answer")
    mend = (mend_zh, mend_en)
    return faults.unclear_answer(cell, mend) if cell else faults.no_answer(draft.start, mend)
