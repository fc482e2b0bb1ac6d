"""The parts a question is made of, what language they are in, and why an answer cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Faulty
from guizhang.exchange import answer_faults as faults
from guizhang.exchange import words
from guizhang.exchange.draft import LETTERS, Cell, Draft, Name
from guizhang.exchange.entry import Loc
from guizhang.model.text import Lang

Found = Iterator[tuple[Loc, object, Cell]]
"""Where in the item's data a value belongs, the value, and the cell it came from, by which a fault found later is named."""
_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


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
    """A question cannot be understood."""


def lettered_parts(draft: Draft) -> list[Part]:
    """Return the lettered parts of *draft* in the order of their letters."""
    found: dict[str, dict[Lang, Cell]] = {}
    for (letter, lang), cell in draft.parts.items():
        for spoken in languages(cell.text, lang, draft):
            found.setdefault(letter, {}).setdefault(spoken, cell)
    return [Part(letter, found[letter]) for letter in LETTERS if letter in found]


def by_language(draft: Draft, name: Name) -> Iterator[tuple[Lang, Cell]]:
    """Yield the cells of a field, each with the language it is in."""
    for (field_name, lang), cell in draft.cells.items():
        if field_name == name:
            for spoken in languages(cell.text, lang, draft):
                yield spoken, cell


def languages(text: str, named: Lang | None, draft: Draft) -> tuple[Lang, ...]:
    """Return the languages a text of *draft* stands for.

    That its column names; or else Chinese where it has Chinese characters, and the languages of the stem where it has
    none: 95% is Chinese below a Chinese stem, and both below a stem in both. English words belong to an English stem.
    """
    if named:
        return (named,)
    if _HAN.search(text):
        return ("zh",)
    stems = [(lang, cell.text) for (name, lang), cell in draft.cells.items() if name == "stem"]
    spoken: dict[Lang, None] = dict.fromkeys(lang or ("zh" if _HAN.search(stem) else "en") for lang, stem in stems)
    return ("en",) if not spoken or ("en" in spoken and _LETTER.search(text)) else tuple(spoken)


def unclear(draft: Draft, mend_zh: str, mend_en: str) -> Diagnostic:
    """Return the fault of an answer that says nothing that fits, or of one that is missing."""
    cell = draft.said("answer")
    mend = (mend_zh, mend_en)
    if cell is None:
        return faults.no_answer(draft.place("answer"), mend)
    return faults.left_out(cell, mend) if words.left_out(cell.text) else faults.unclear_answer(cell, mend)
