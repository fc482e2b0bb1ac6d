"""What an answer cell says about the parts of a question, by type. One function a type: parts and answer in, fields out.

Each yields ``(location, value, cell)``: where in the item's data a value belongs and which cell it came from, so that a
fault found later is named by its cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from guizhang.exchange import answer_faults as faults
from guizhang.exchange import words
from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.exchange.gaps import cloze
from guizhang.exchange.numbered import EDGES, entries
from guizhang.exchange.part import Found, Part, Puzzled, languages, unclear
from guizhang.model.fitting import doubled
from guizhang.model.item import ItemType
from guizhang.model.spellings import NUMBER, parse_number
from guizhang.model.text import LANGS, Lang

_MARKED = re.compile(
    r"[（(]\s*(\d+(?:\.\d+)?)\s*(?:分|points?|marks?|pts?)?\s*[）)]\s*(.+)|(.+?)[（(](\d+(?:\.\d+)?)\s*(?:分|points?|marks?)[）)]",
    re.IGNORECASE | re.DOTALL,
)
# A unit has no digits but those behind its letters: m2. "2-3", "10:30" and "24 or 48" are no number with a unit.
_NUMBER = re.compile(rf"\s*({NUMBER})\s*(?:(?:±|\+/-)\s*({NUMBER}))?\s*((?:[A-Za-z]\d|\D)*)")
_LABEL = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]+[)）.、．]|[①-⑩])\s*")
_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|——>|—>)\s*")
# "A-C" of a choice may mean all from A to C, and is not read.
_THEN = re.compile(r"[→⇒>＞—–~-]+")
_BETWEEN_LETTERS = re.compile(r"[\s,;、，；/|.:：。和与及&+]|选项|正确答案|答案|\bOPTIONS?\b|\bAND\b", re.IGNORECASE)


def fields(kind: ItemType, draft: Draft, parts: Sequence[Part]) -> Found:
    """Yield the fields of a question of one type.

    Raises:
        Puzzled: The answer says nothing that fits.
    """
    yield from _TYPES[kind](draft, parts)


def letters(text: str, parts: Sequence[Part], most: int = len(LETTERS)) -> list[str] | None:
    """Return the letters of the options an answer names: ``A、C``, ``AC``, ``①③``, ``1,3``, or an option's own text.

    Args:
        text: What the answer says.
        parts: The options.
        most: How many can be right; ``AB`` is no two options where one is.
    """
    plain = _BETWEEN_LETTERS.sub("", unicodedata.normalize("NFKC", text))
    known = {part.letter for part in parts}
    # Capital letters mean options even where another option reads "B"; figures and words are first looked up as texts.
    if plain and set(plain) <= known and len(set(plain)) <= most:
        return list(dict.fromkeys(plain))
    for part in parts:
        if text.strip() in (cell.text for cell in part.texts.values()):
            return [part.letter]
    bare = plain.upper()
    if bare.isdigit() and all(c in "123456789" for c in bare):
        bare = "".join(LETTERS[int(c) - 1] for c in bare)
    return list(dict.fromkeys(bare)) if bare and set(bare) <= known else None


def _options(draft: Draft, parts: Sequence[Part], chosen: Sequence[str] = ()) -> Found:
    same = doubled([{lang: cell.text for lang, cell in part.texts.items()} for part in parts])
    if same:
        raise Puzzled([faults.doubled_option(parts[same[1]].cell, *(parts[at].letter for at in same))])
    for at, part in enumerate(parts):
        yield ("options", at, "text"), part.text(), part.cell
        if part.letter in chosen:
            yield ("options", at, "key"), True, part.cell
        why = {lang: cell for (letter, lang), cell in draft.reasons.items() if letter == part.letter and lang}
        if why:
            first = next(iter(why.values()))
            yield ("options", at, "why"), {lang: cell.text for lang, cell in why.items()}, first


def _chosen(draft: Draft, parts: Sequence[Part], most: int) -> list[str]:
    if len(parts) < 2:
        raise Puzzled([faults.few_options(parts[0].cell if parts else draft.place("A"), len(parts))])
    answer, known = draft.cell("answer"), [part.letter for part in parts]
    found = letters(answer.text, parts, most) if answer else None
    if answer is None or found is None:
        named = _BETWEEN_LETTERS.sub("", unicodedata.normalize("NFKC", answer.text)).upper() if answer else ""
        absent = [letter for letter in dict.fromkeys(named) if letter not in known]
        if answer and named and set(named) <= set(LETTERS) and absent:
            raise Puzzled([faults.no_such_option(answer, absent, known)])
        options = (f"写选项的字母，A 到 {known[-1]}", f"write the letters of the options, A to {known[-1]}")
        raise Puzzled([unclear(draft, *options)])
    if len(found) > most:
        raise Puzzled([faults.several_keys(answer, found)])
    return found


def _single_choice(draft: Draft, parts: Sequence[Part]) -> Found:
    yield from _options(draft, parts, _chosen(draft, parts, 1))


def _multiple_choice(draft: Draft, parts: Sequence[Part]) -> Found:
    yield from _options(draft, parts, _chosen(draft, parts, len(parts)))


def _ordering(draft: Draft, parts: Sequence[Part]) -> Found:
    """Options stand in their right order, unless the answer says another one."""
    answer = draft.cell("answer")
    order = letters(_THEN.sub(" ", answer.text), parts) if answer else [part.letter for part in parts]
    if order is None or len(order) != len(parts):
        raise Puzzled(
            [unclear(draft, "按正确顺序写全部字母，如 CABD", "write all letters in the right order, as in CABD")]
        )
    by_letter = {part.letter: part for part in parts}
    yield from _options(draft, [by_letter[letter] for letter in order])


def _true_false(draft: Draft, parts: Sequence[Part]) -> Found:
    answer = draft.cell("answer")
    right = words.verdict(answer.text) if answer else None
    if right is None and answer and parts:
        named = letters(answer.text, parts)
        chosen = next((part for part in parts if named == [part.letter]), None)
        right = words.verdict(chosen.cell.text) if chosen else None
    if right is None or answer is None:
        raise Puzzled([unclear(draft, "写“对”或“错”", "write true or false")])
    yield ("answer",), right, answer


def _numeric(draft: Draft, _: Sequence[Part]) -> Found:
    answer = draft.cell("answer")
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", answer.text)) if answer else None
    value = parse_number(match[1]) if match else None
    if match is None or value is None or answer is None:
        raise Puzzled([unclear(draft, "写一个数，如 24 或 24±1", "write a number, as in 24 or 24±1")])
    yield ("numeric", "value"), f"{value:f}", answer
    tolerance = draft.cell("tolerance") or (answer if match[2] else None)
    if tolerance:
        most = parse_number(match[2] or tolerance.text)
        yield ("numeric", "tolerance"), tolerance.text if most is None else f"{most:f}", tolerance
    for lang in LANGS:
        unit = draft.cells.get(("unit", lang))
        if unit:
            yield ("numeric", "unit", lang), unit.text, unit
    if match[3] and not any(("unit", lang) in draft.cells for lang in LANGS):
        for lang in languages(match[3], None, draft):
            yield ("numeric", "unit", lang), match[3], answer


def _matching(_: Draft, parts: Sequence[Part]) -> Found:
    pairs = distractors = 0
    for part in parts:
        sides = {lang: _ARROW.split(cell.text, maxsplit=1) for lang, cell in part.texts.items()}
        if any(len(side) != 2 for side in sides.values()):
            raise Puzzled([faults.no_arrow(part.cell)])
        left = {lang: side[0] for lang, side in sides.items() if side[0]}
        right = {lang: side[1] for lang, side in sides.items()}
        if left:
            yield ("pairs", pairs), {"left": left, "right": right}, part.cell
            pairs += 1
        else:
            yield ("distractors", distractors), right, part.cell
            distractors += 1


def _short_answer(draft: Draft, parts: Sequence[Part]) -> Found:
    """Read the marking guide from the lettered columns, or else from the answer, where a number or a line is a point."""
    guide = list(parts) or _points_of_the_answer(draft)
    if not guide:
        raise Puzzled(
            [
                unclear(
                    draft,
                    "写参考答案，每个要点一行，可以加（2分）",
                    "write the expected points, one a line, each with (2 points) where it is worth that",
                )
            ]
        )
    for at, part in enumerate(guide):
        points = Decimal(1)
        text: dict[str, str] = {}
        for lang, cell in part.texts.items():
            marked = _MARKED.fullmatch(cell.text.strip())
            text[lang] = (marked[2] or marked[3]).strip() if marked else cell.text
            points = Decimal(marked[1] or marked[4]) if marked else points
        yield ("guide", at, "text"), text, part.cell
        yield ("guide", at, "points"), f"{points:f}", part.cell


def _points(text: str) -> list[str]:
    counted = entries(text)
    lines = counted if len(counted) > 1 else [_LABEL.sub("", line.strip()) for line in text.splitlines()]
    return [line.strip(EDGES) for line in lines if line.strip(EDGES) and not words.left_out(line)]


def _points_of_the_answer(draft: Draft) -> list[Part]:
    found: list[Part] = []
    for (name, lang), cell in draft.cells.items():
        if name == "answer":
            for at, point in enumerate(_points(cell.text)):
                said = Cell(point, cell.source, cell.field)
                texts: dict[Lang, Cell] = dict.fromkeys(languages(point, lang, draft), said)
                if at < len(found):
                    found[at] = Part(found[at].letter, {**found[at].texts, **texts})
                else:
                    found.append(Part(str(at), texts))
    return found


def _case(_: Draft, __: Sequence[Part]) -> Found:
    yield from ()


_TYPES: Mapping[ItemType, Callable[[Draft, Sequence[Part]], Found]] = {
    ItemType.SINGLE_CHOICE: _single_choice,
    ItemType.MULTIPLE_CHOICE: _multiple_choice,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.CLOZE: cloze,
    ItemType.NUMERIC: _numeric,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _ordering,
    ItemType.SHORT_ANSWER: _short_answer,
    ItemType.CASE: _case,
}
