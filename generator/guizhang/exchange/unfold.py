"""What layouts fold into one cell or line: options within the stem, a key between its brackets."""

from __future__ import annotations

import re

from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.model.item import ItemType

OPTION = re.compile(r"(?:^|(?<=[\s　;；。]))[（(]?([A-Ha-h])[)）.、．:：]\s*(?=\S)")
"""A letter that begins an option."""
LETTERED = frozenset({ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING})
_KEY_IN_STEM = re.compile(r"[（(【\[]\s*([A-Ja-j]{1,8}|[√×✓✗✔✘对错])\s*[）)】\]]")


def unfold(draft: Draft, kind: ItemType) -> None:
    """Take options and key of *draft* out of the cells they are folded into."""
    stem = draft.said("stem")
    if stem is None:
        return
    if kind in LETTERED and not draft.parts:
        whole = draft.cell("options")
        if whole:
            _fill(draft, whole, lettered(whole.text) or _parted(whole.text))
        else:
            _options_in_stem(draft, stem)
    if (kind in LETTERED or kind is ItemType.TRUE_FALSE) and draft.said("answer") is None:
        _key_in_stem(draft, draft.said("stem") or stem, blank="（　）" if kind in LETTERED else "")


def lettered(text: str) -> list[str]:
    """Return the texts behind A. B. C. …, if the letters follow each other from A and nothing stands in front."""
    marks = list(OPTION.finditer(text))
    in_order = [mark[1].upper() for mark in marks] == list(LETTERS[: len(marks)])
    if len(marks) < 2 or not in_order or text[: marks[0].start()].strip():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].strip(" \t\n　;；") for mark, end in zip(marks, ends, strict=True)]


def _parted(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"[\n|;；]", text) if piece.strip()]


def _fill(draft: Draft, cell: Cell, pieces: list[str]) -> None:
    for letter, piece in zip(LETTERS, pieces, strict=False):
        draft.parts[letter, None] = Cell(piece, cell.source, cell.field)


def _options_in_stem(draft: Draft, stem: Cell) -> None:
    first = OPTION.search(stem.text)
    pieces = lettered(stem.text[first.start() :]) if first else []
    if first and pieces:
        _fill(draft, stem, pieces)
        _replace(draft, stem, stem.text[: first.start()].strip())


def _key_in_stem(draft: Draft, stem: Cell, blank: str) -> None:
    keys = list(_KEY_IN_STEM.finditer(stem.text))
    if keys:
        last = keys[-1]
        draft.cells["answer", None] = Cell(last[1], stem.source, stem.field)
        _replace(draft, stem, (stem.text[: last.start()] + blank + stem.text[last.end() :]).strip())


def _replace(draft: Draft, cell: Cell, text: str) -> None:
    for key, there in draft.cells.items():
        if there is cell:
            draft.cells[key] = Cell(text, cell.source, cell.field)
