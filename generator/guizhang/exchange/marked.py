"""Answers that stand in the question itself: an option marked as right, words underlined where a gap belongs.

Form services write ``B. 24小时(正确答案)``, others a star or a tick; in Word the right option is red or bold, and the answer
of a gap is underlined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import answer_faults as faults
from guizhang.exchange import words
from guizhang.exchange.answers import letters
from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.gaps import BLANK
from guizhang.exchange.part import lettered_parts
from guizhang.model.item import ItemType

_SIGN = re.compile(
    r"\s*[（(【\[]\s*(?:正[确確](?:答案|[选選][项項])?|答案|correct(?: answer)?|right(?: answer)?)\s*[)）】\]]\s*$|(?<=\S)\s*[*＊√✓✔]\s*$",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(r"^[*＊√✓✔]\s*(?=\S)")
_LETTER = re.compile(r"(?:^|(?<=\s))[（(]?[A-Ja-j][)）.、．:：]\s*")
_LETTERED = frozenset({ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, None})
_NAME = "答案 / answer"


@dataclass(frozen=True, slots=True)
class Set:
    """How parts of the paragraphs of a Word file are set: paragraph -> texts."""

    apart: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """In colour, bold, highlighted or underlined."""
    underlined: Mapping[int, Sequence[str]] = field(default_factory=dict)


def give_marked(drafts: Sequence[Draft], how: Set) -> list[Diagnostic]:
    """Give questions without an answer the one they are marked with; one that differs from theirs is a fault."""
    found: list[Diagnostic] = []
    for draft in drafts:
        kind = words.item_type(draft.text("type"))
        if kind is ItemType.TRUE_FALSE and not draft.parts:
            _verdicts(draft)
        elif kind is ItemType.CLOZE and not draft.said("answer"):
            found += _gaps(draft, how)
        elif kind in _LETTERED and len(draft.parts) > 1:
            found += _options(draft, how)
    return found


def _options(draft: Draft, how: Set) -> Iterator[Diagnostic]:
    bare = {key: _unsigned(cell.text) for key, cell in draft.parts.items()}
    signed = [key for key, cell in draft.parts.items() if bare[key] != cell.text]
    if 0 < len(signed) < len(bare):
        for key in signed:
            cell = draft.parts[key]
            draft.parts[key] = Cell(bare[key], cell.source, cell.field)
    chosen = signed or [key for key, cell in draft.parts.items() if _is_apart(cell, how)]
    if not 0 < len(chosen) < len(bare):
        return
    named = "".join(letter for letter, _ in chosen)
    cell, before = Cell(named, draft.parts[chosen[0]].source, _NAME), draft.cell("answer")
    if before is None:
        draft.cells["answer", None] = cell
        yield from () if signed else (faults.set_apart(cell),)
    elif signed and set(letters(before.text, lettered_parts(draft)) or named) != set(named):
        yield faults.second_answer(cell, _NAME, before)


def _unsigned(text: str) -> str:
    return _SIGN_BEFORE.sub("", _SIGN.sub("", text)).strip()


def _is_apart(cell: Cell, how: Set) -> bool:
    """Tell whether the whole of an option is set apart; an option of which a word is, is not the key for that."""
    pieces = (piece for text in how.apart.get(cell.source.line, ()) for piece in _LETTER.split(text))
    return "".join(cell.text.split()) in {"".join(piece.split()) for piece in pieces if piece.strip()}


def _verdicts(draft: Draft) -> None:
    """Take the two lines below a statement that offer right and wrong off it."""
    stem = draft.cell("stem")
    lines = stem.text.split("\n") if stem else []
    behind = [line for line in lines[1:] if words.verdict(_unsigned(line)) is not None]
    if stem is None or len(behind) != 2 or lines[-2:] != behind:
        return
    draft.cells["stem", None] = Cell("\n".join(lines[:-2]).strip(), stem.source, stem.field)
    signed = [_unsigned(line) for line in behind if _unsigned(line) != line.strip()]
    if len(signed) == 1 and draft.cell("answer") is None:
        draft.cells["answer", None] = Cell(signed[0], stem.source, _NAME)


def _gaps(draft: Draft, how: Set) -> Iterator[Diagnostic]:
    stem = draft.cell("stem")
    if stem is None or BLANK.search(stem.text):
        return
    text, place, answers = stem.text, 0, []
    for said in how.underlined.get(stem.source.line, ()):
        there = re.compile(rf"[ \t\u3000\xa0]*{re.escape(said)}[ \t\u3000\xa0]*").search(text, place)
        if there:
            text = f"{text[: there.start()]}____{text[there.end() :]}"
            place = there.start() + 4
            answers.append(said)
    if answers:
        draft.cells["stem", None] = Cell(text, stem.source, stem.field)
        draft.cells["answer", None] = cell = Cell("\n".join(answers), stem.source, _NAME)
        yield faults.set_apart(cell)
