"""What layouts fold into one cell or line: options within the stem, a key between its brackets."""

from __future__ import annotations

import re

from guizhang.exchange import answer_faults as faults
from guizhang.exchange import words
from guizhang.exchange.answers import letters
from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.exchange.gaps import BLANK
from guizhang.exchange.part import Puzzled, lettered_parts
from guizhang.model.item import GAP, ItemType

OPTION = re.compile(r"(?:^|(?<=[\s　;；。]))[（(]?([A-Ha-h])[)）.、．:：]\s*(?=\S)")
"""A letter that begins an option."""
_HAN_OR_FIGURE = r"[\u3400-\u9fff\d《“”‘’「]"
_SPACED = re.compile(rf"(?:^|(?<=\t)|(?<=[ 　]{{2}})|(?<=[ 　])(?=[A-H][ \t　]+{_HAN_OR_FIGURE}))([A-H])[ \t　]+(?=\S)")
_MARKS = (r"[\n|｜;；]", r"[#＃]")
"""What stands between options without letters; the first that is there parts them."""
LETTERED = frozenset({ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING})
_BRACKETS = re.compile(r"[（(【\[]\s*([^（）()【】\[\]]{1,20}?)\s*[）)】\]]")
_EMPTY_BRACKETS = re.compile(r"^\s*[（(][ \u3000\xa0_]*[）)]|[（(][ \u3000\xa0_]*[）)]\s*([。.!！]?)\s*$")
_LETTERS = re.compile(r"[A-Ja-j](?:[\s,，、;；]*(?:and\b\s*|和)?[A-Ja-j]){0,7}")
_POINTS = re.compile(r"[（(]\s*每?[空题]?\s*\d+\s*(?:分|points?|marks?)\s*[)）]")
_FIGURE_IN_GAP = re.compile(
    r"(?<![_＿])[_＿]{1,3}[ 　]*((?=[\d零一二两三四五六七八九十半])[^_＿，。；、,;]{1,12}?)[ 　]*[_＿]{1,3}(?![_＿])"
)
_WORD_IN_GAP = re.compile(
    r"[（(]\s*(?!不?含|包[括含]|例?如|即|以下|注|见|或)([^\s_（）()，。；、,;][^（）()，。；、,;]{0,14}?)\s*[）)]"
)


def unfold(draft: Draft, kind: ItemType) -> None:
    """Take options and key of *draft* out of the cells they are folded into.

    Raises:
        Puzzled: The key in the stem is another one than the answer, or the options are not in the order of their letters.
    """
    stem = draft.said("stem")
    if stem is None:
        return
    whole = draft.cell("options")
    if whole and not draft.parts and (kind in LETTERED or kind is ItemType.TRUE_FALSE):
        _fill(draft, whole, lettered(whole.text) or _parted(whole))
    elif kind in LETTERED and not draft.parts:
        _options_in_stem(draft, stem)
    if kind in LETTERED or kind is ItemType.TRUE_FALSE:
        _key_in_stem(draft, draft.said("stem") or stem, kind)
        if kind is ItemType.TRUE_FALSE:
            _without_brackets(draft)
    elif kind is ItemType.CLOZE and draft.said("answer") is None and not draft.parts:
        _key_in_gaps(draft, stem)


def lettered(text: str) -> list[str]:
    """Return the texts behind A. B. C. …, if the letters follow each other from A and nothing stands in front."""
    marks = list(OPTION.finditer(text))
    in_order = [mark[1].upper() for mark in marks] == list(LETTERS[: len(marks)])
    if len(marks) < 2 or not in_order or text[: marks[0].start()].strip():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].strip(" \t\n　;；") for mark, end in zip(marks, ends, strict=True)]


def spaced(text: str, due: int, below: str) -> list[re.Match[str]]:
    """Return the letters of a line that begin options with nothing but a blank behind them: A 登记 B 回复.

    A letter by itself may be a word (A customer, B 公司), so that it has to count on, here or in the line below.

    Args:
        text: One line.
        due: How many options stand above it.
        below: The line below it.
    """
    there = _SPACED.match(below)
    follows = there[1] if there else ""
    found: list[re.Match[str]] = []
    for mark in _SPACED.finditer(text):
        at = due + len(found)
        if at >= len(LETTERS) or mark[1] != LETTERS[at] or (not found and mark.start()):
            continue
        found.append(mark)
        if follows and follows == LETTERS[at + 1 : at + 2]:
            return found
    return found if found and (due or len(found) > 2) else []


def _parted(cell: Cell) -> list[str]:
    named = [mark[1].upper() for mark in OPTION.finditer(cell.text)]
    if len(named) > 1 and OPTION.match(cell.text):
        raise Puzzled([faults.disordered_options(cell, named)])
    marks = next((marks for marks in _MARKS if re.search(marks, cell.text)), _MARKS[0])
    return [piece.strip() for piece in re.split(marks, cell.text) if piece.strip()]


def _fill(draft: Draft, cell: Cell, pieces: list[str]) -> None:
    for letter, piece in zip(LETTERS, pieces, strict=False):
        draft.parts[letter, None] = Cell(piece, cell.source, cell.field)


def _options_in_stem(draft: Draft, stem: Cell) -> None:
    first = OPTION.search(stem.text)
    pieces = lettered(stem.text[first.start() :]) if first else []
    if first and pieces:
        _fill(draft, stem, pieces)
        _replace(draft, stem, stem.text[: first.start()].strip())


def _key_in_stem(draft: Draft, stem: Cell, kind: ItemType) -> None:
    """Take the key out of the brackets of a stem that hold one."""
    answer = draft.said("answer")
    # A column that names its language is of our own sheets, where the key has a cell and brackets are words of the stem.
    if answer and (("stem", None) not in draft.cells or kind is ItemType.ORDERING):
        return
    keys = [match for match in _BRACKETS.finditer(stem.text) if _is_key(match[1], draft, kind)]
    if len(keys) > 1 and answer is None:
        raise Puzzled([faults.several_in_stem(stem, [match[1] for match in keys])])
    if len(keys) != 1:
        return
    last = keys[-1]
    if answer is None:
        draft.cells["answer", None] = Cell(last[1], stem.source, stem.field)
    else:
        said, beside = (_meant(text, draft) for text in (last[1], answer.text))
        if said is None:
            return
        if beside is not None and said != beside:
            raise Puzzled([faults.two_keys(answer, last[1], answer)])
    blank = "（　）" if _LETTERS.fullmatch(last[1]) and kind in LETTERED else ""
    _replace(draft, stem, (stem.text[: last.start()] + blank + stem.text[last.end() :]).strip())


def _without_brackets(draft: Draft) -> None:
    """Take the empty brackets off the ends of a statement: papers print their own. In our own sheets stems are as they are."""
    cell = draft.cells.get(("stem", None))
    bare = _EMPTY_BRACKETS.sub(lambda found: found[1] or "", cell.text).strip() if cell else ""
    if cell and bare != cell.text:
        _replace(draft, cell, bare)


def _is_key(text: str, draft: Draft, kind: ItemType) -> bool:
    says = words.verdict(text) is not None and not text.isdigit()
    if kind is ItemType.TRUE_FALSE:
        return says or bool(draft.parts and _LETTERS.fullmatch(text))
    return bool(_LETTERS.fullmatch(text)) or (says and not draft.parts)


def _meant(text: str, draft: Draft) -> object:
    """Return what a key says: letters, or right or wrong; ``None`` where it says neither."""
    parts = lettered_parts(draft)
    named = letters(text, parts) if parts else None
    return frozenset(named) if named else words.verdict(text)


def _key_in_gaps(draft: Draft, stem: Cell) -> None:
    """Take the answers out of the gaps of a stem that has no empty one: __10分钟__, （24小时）."""
    text = _POINTS.sub("", stem.text)
    if GAP.search(text):
        return
    for pattern in (_FIGURE_IN_GAP, _WORD_IN_GAP):
        answers = [match[1] for match in pattern.finditer(text)]
        bare = pattern.sub("\x00", text)
        if answers and not BLANK.search(bare):
            _replace(draft, stem, bare.replace("\x00", "____").strip())
            draft.cells["answer", None] = Cell("\n".join(answers), stem.source, stem.field)
            return


def _replace(draft: Draft, cell: Cell, text: str) -> None:
    for key, there in draft.cells.items():
        if there is cell:
            draft.cells[key] = Cell(text, cell.source, cell.field)
