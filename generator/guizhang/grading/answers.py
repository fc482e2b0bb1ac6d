"""Answers as people write and type them, brought to one spelling: ``B``, ``ACD``, ``T``, ``24``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from guizhang.grading.own_words import ticked
from guizhang.grading.same import number_in
from guizhang.model import spellings
from guizhang.model.drawn_item import GAP_DIVIDER, LETTERS, DrawnItem
from guizhang.model.item import ItemType
from guizhang.model.spellings import parse_number
from guizhang.zh.folding import plain
from guizhang.zh.quantities.hours import asks_hour, read_hour

_BLANK = frozenset({"", *spellings.BLANK})
_ILLEGIBLE = frozenset(spellings.ILLEGIBLE)
_ABSENT = frozenset(spellings.ABSENT)
_TRUTH = {**dict.fromkeys(spellings.TRUE, "T"), **dict.fromkeys(spellings.FALSE, "F")}
_TRUTH_WORD = re.compile("|".join(re.escape(word) for word in sorted(_TRUTH, key=lambda word: (-len(word), word))))
_AND = "|".join(spellings.AND)
# What stands between letters and beside them: "A、C", "A和C", "A and C", "A→C", "选B", "答案：B".
_BETWEEN = re.compile(rf"[\W_]+|{_AND}|{'|'.join(spellings.BESIDE)}")
_BEFORE = re.compile(rf"^(?:{'|'.join(spellings.BEFORE)})")
# In the answer to a matching item a hyphen is a pair left blank.
_NO_LETTER = "-"
_BETWEEN_PAIRS = re.compile(rf"[\s,、;.|/→]+|{_AND}")
_NUMBERED_LETTER = re.compile(r"(?<!\d)(\d{1,2})[\s):.、=→-]*([a-z])(?![a-z])")
_GAP_NUMBER = re.compile(r"\((\d{1,2})\)")
_SURE_DIVIDER = r"[;|\n]"
_STOPS = ".。,"
"""What people write behind the letter of a gap."""
_HALF_A_DAY = 12
"""Hours."""
_LOOSE_BLANKS = re.compile(r"\s+(?!\d)|(?<!\d)\s+")


class Problem(Enum):
    """What is the matter with an answer."""

    UNKNOWN_OPTION = auto()
    NOT_TRUE_FALSE = auto()
    OVER_ANSWERED = auto()
    NOT_A_NUMBER = auto()
    TOO_MANY_PARTS = auto()
    ILLEGIBLE = auto()


@dataclass(frozen=True, slots=True)
class Normal:
    """An answer in its one spelling; ``""`` is blank."""

    answer: str
    problem: Problem | None = None
    detail: str = ""
    """The option that does not exist."""


BLANK = Normal("")


def normalise(item: DrawnItem, text: str) -> Normal:
    """Return the answer *text* gives to *item*.

    Args:
        item: The question as it stands on the candidate's form.
        text: A trimmed cell.

    Returns:
        Letters in printed order for choice items, in written order for an ordering item, by left side for a matching
        item (``C-B``: the second is blank); ``T`` or ``F``; a plain decimal number; the gaps of a cloze item by number
        with ``|`` between them; the text itself for a written answer. An answer nobody can read is returned as it was
        written.
    """
    if item.type is not ItemType.SHORT_ANSWER and _fold(text).strip("()") in _ILLEGIBLE:
        return Normal("", Problem.ILLEGIBLE)
    if item.type is ItemType.CLOZE:
        return _gaps(tuple(len(gap.options) for gap in item.gaps), text)
    units = _units(item)
    normal = _normalise(item.type, len(item.options), len(item.lefts), units, text)
    if item.type is ItemType.NUMERIC and normal.problem is None and _on_another_clock(item, units, normal.answer, text):
        return Normal(text, Problem.NOT_A_NUMBER)
    if normal.problem is Problem.UNKNOWN_OPTION and item.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE):
        letters = ticked(item.options, text)
        return _ticks(item.type, letters) if letters else normal
    return normal


def takes_clock(item: DrawnItem) -> bool:
    """Tell whether a time of the day is an answer to *item*: its number is an hour, or its one gap holds a time."""
    if item.type is ItemType.CLOZE and len(item.gaps) == 1:
        accepted = item.gaps[0].accepted
        return bool(accepted) and all(read_hour(words) is not None for words in accepted)
    return item.type is ItemType.NUMERIC and asks_hour(_units(item))


def _units(item: DrawnItem) -> tuple[str, ...]:
    return (item.unit.zh or "", item.unit.en or "") if item.unit else ()


def _on_another_clock(item: DrawnItem, units: tuple[str, ...], answer: str, text: str) -> bool:
    """Tell whether 下午3点 stands where the stem said 下午几点 and the key is 3: somebody has to look at it."""
    if not asks_hour(units) or read_hour(text) is None:
        return False
    return any(key and Decimal(key[0]) + _HALF_A_DAY == Decimal(answer) for key in item.keys)


def is_blank(text: str) -> bool:
    """Tell whether a cell says that there is no answer: empty, a dash, 空, 未答, blank."""
    return _fold(text) in _BLANK


def says_absent(text: str) -> bool:
    """Tell whether a cell says that its person was not there: 缺考, absent."""
    return _fold(text) in _ABSENT


def _fold(text: str) -> str:
    return plain(spellings.uncorrected(text)).lower()


# A class writes the same few letters over and over; the cache makes ten thousand sheets cheap.
@lru_cache(maxsize=65_536)
def _normalise(kind: ItemType, options: int, lefts: int, units: tuple[str, ...], text: str) -> Normal:
    folded = _fold(text)
    if folded in _BLANK:
        return BLANK
    match kind:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE | ItemType.ORDERING:
            return _letters(kind, options, folded)
        case ItemType.TRUE_FALSE:
            return _truth(folded)
        case ItemType.NUMERIC:
            return _number(units, folded, text)
        case ItemType.MATCHING:
            return _pairs(lefts, options, folded)
        case ItemType.SHORT_ANSWER | ItemType.CLOZE | ItemType.CASE:
            return Normal(text)


def _letters(kind: ItemType, options: int, folded: str) -> Normal:
    # Upper case letter by letter: str.upper() would turn ß into SS.
    written = "".join(c.upper() if c.isascii() else c for c in _BETWEEN.sub("", folded)) or folded
    allowed = LETTERS[:options]
    unknown = next((letter for letter in written if letter not in allowed), None)
    if unknown is not None:
        return Normal(written, Problem.UNKNOWN_OPTION, unknown)
    if kind is ItemType.ORDERING:
        return Normal(written)
    return _ticks(kind, "".join(sorted(set(written))))


def _ticks(kind: ItemType, letters: str) -> Normal:
    over = kind is ItemType.SINGLE_CHOICE and len(letters) > 1
    return Normal(letters, Problem.OVER_ANSWERED if over else None)


def _pairs(lefts: int, options: int, folded: str) -> Normal:
    """Read ``CAB``, ``C-B``, ``1C 3B`` and ``(1)→C``."""
    numbered = _NUMBERED_LETTER.findall(folded)
    if numbered and not re.sub(r"[\W_]+", "", _NUMBERED_LETTER.sub("", folded)):
        given = {int(number): letter.upper() for number, letter in numbered}
        if len(given) < len(numbered) or not all(1 <= number <= lefts for number in given):
            return Normal(folded, Problem.TOO_MANY_PARTS, str(lefts))
        written = "".join(given.get(number, _NO_LETTER) for number in range(1, lefts + 1))
    else:
        written = _BETWEEN_PAIRS.sub("", folded).upper().ljust(lefts, _NO_LETTER)
        # "C-A-B" is one letter for each, and "C-B" the second left blank.
        if written[1::2] == _NO_LETTER * (lefts - 1) and len(written[::2]) == lefts:
            written = written[::2]
    if len(written) > lefts:
        return Normal(written, Problem.TOO_MANY_PARTS, str(lefts))
    unknown = next((letter for letter in written if letter not in LETTERS[:options] + _NO_LETTER), None)
    if unknown is not None:
        return Normal(written, Problem.UNKNOWN_OPTION, unknown)
    return Normal(written) if written.strip(_NO_LETTER) else BLANK


@lru_cache(maxsize=65_536)
def _gaps(options: tuple[int, ...], text: str) -> Normal:
    """Read ``24小时；登记表``, ``(1) 24小时 (2) 登记表``, one gap on each line; *options* counts the letters of each."""
    whole = spellings.uncorrected(text)
    if whole.lower() in _BLANK:
        return BLANK
    parts = _gap_parts(whole, len(options))
    if parts is None:
        return Normal(whole, Problem.TOO_MANY_PARTS, str(len(options)))
    given = ["" if part.lower() in _BLANK else part for part in parts]
    for at, letters in enumerate(options):
        if letters and given[at]:
            given[at] = given[at].upper().rstrip(_STOPS)
            if given[at] not in tuple(LETTERS[:letters]):
                return Normal(GAP_DIVIDER.join(given), Problem.UNKNOWN_OPTION, given[at])
    return Normal(GAP_DIVIDER.join(given)) if any(given) else BLANK


def _gap_parts(whole: str, gaps: int) -> list[str] | None:
    """Return what was written in each gap; ``None`` where it names more gaps than there are."""
    if gaps == 1:
        return [whole]
    before, *numbered = _GAP_NUMBER.split(whole)
    if numbered and not before:
        given = {int(number): part.strip(" ;\n") for number, part in zip(numbered[::2], numbered[1::2], strict=True)}
        fits = len(given) == len(numbered) // 2 and all(1 <= number <= gaps for number in given)
        return [given.get(number, "") for number in range(1, gaps + 1)] if fits else None
    for divider in (_SURE_DIVIDER, r"[,、]", r"\s+"):
        parts = [part.strip() for part in re.split(divider, whole)]
        # Commas and blanks may belong to an answer: they divide only where that gives one part for each gap.
        if len(parts) == gaps or (divider == _SURE_DIVIDER and len(parts) > 1):
            return [*parts, *[""] * (gaps - len(parts))] if len(parts) <= gaps else None
    return [whole, *[""] * (gaps - 1)]


def _truth(folded: str) -> Normal:
    plain = re.sub(r"[\s,;、/.()。\[\]【】]+", "", _BEFORE.sub("", folded))
    if plain in _TRUTH:
        return Normal(_TRUTH[plain])
    words = {_TRUTH[word] for word in _TRUTH_WORD.findall(plain)}
    if words == {"T", "F"} and not _TRUTH_WORD.sub("", plain):
        return Normal("TF", Problem.OVER_ANSWERED)
    return Normal(folded, Problem.NOT_TRUE_FALSE)


def _number(units: tuple[str, ...], folded: str, text: str) -> Normal:
    # "24 hours" is 24; "24 48" are two answers and not 2448.
    plain = _LOOSE_BLANKS.sub("", folded)
    forms = {form for printed in units for form in spellings.unit_forms(_fold(printed).replace(" ", ""))}
    for unit in sorted(forms, key=lambda spelling: (-len(spelling), spelling)):
        if plain.endswith(unit) and parse_number(plain.removesuffix(unit)) is not None:
            plain = plain.removesuffix(unit)
            break
        # CNY 200 and ¥200: a currency may stand in front.
        if plain.startswith(unit) and parse_number(plain.removeprefix(unit)) is not None:
            plain = plain.removeprefix(unit)
            break
    number = parse_number(plain)
    if number is None:
        number = number_in(units, text)  # 二十四, twenty-four hours, 24h
    if number is None:
        return Normal(text, Problem.NOT_A_NUMBER)
    return Normal(f"{number:f}")
