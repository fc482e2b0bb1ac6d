"""What an answer cell says about the parts of a question, by type. One function a type: parts and answer in, fields out.

Each yields ``(location, value, cell)``: where in the item's data a value belongs and which cell it came from, so that a
fault found later is named by its cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from guizhang.diagnostics import Diagnostic, Faulty
from guizhang.exchange import faults, words
from guizhang.exchange.draft import LETTERS, Cell, Draft
from guizhang.exchange.entry import Loc
from guizhang.model.item import GAP, ItemType
from guizhang.model.text import LANGS, Lang

Found = Iterator[tuple[Loc, object, Cell]]

BLANK = re.compile(r"[_＿]{2,}|[（(][ \u3000\xa0_]*[）)]|【[ \u3000_]*】|\[[ _]+\]|﹍+|…{2,}")
"""How trainers print a gap."""
_BETWEEN_ANSWERS = ("\n", "|", "｜", ";", "；", "/", "、", "，", ",")
_MARKED = re.compile(
    r"[（(]\s*(\d+(?:\.\d+)?)\s*(?:分|points?|marks?|pts?)?\s*[）)]\s*(.+)|(.+?)[（(](\d+(?:\.\d+)?)\s*(?:分|points?|marks?)[）)]",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*(?:(?:±|\+/-)\s*(\d+(?:\.\d+)?))?\s*(.*)", re.DOTALL)
_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|——>|—>)\s*")
_BETWEEN_LETTERS = re.compile(r"[\s,;、，；/|.和与及&+]|选项|答案|OPTIONS?", re.IGNORECASE)
_CHOSEN, _UNCHOSEN = "●", "○"


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
    for at, part in enumerate(parts):
        yield ("options", at, "text"), part.text(), part.cell
        if part.letter in chosen:
            yield ("options", at, "key"), True, part.cell
        why = {lang: cell for (letter, lang), cell in draft.reasons.items() if letter == part.letter and lang}
        if why:
            first = next(iter(why.values()))
            yield ("options", at, "why"), {lang: cell.text for lang, cell in why.items()}, first


def _chosen(draft: Draft, parts: Sequence[Part], most: int) -> list[str]:
    answer = draft.cell("answer")
    found = letters(answer.text, parts, most) if answer else None
    if found is None:
        last = parts[-1].letter if parts else "A"
        raise Puzzled([_unclear(draft, f"写选项的字母，A 到 {last}", f"write the letters of the options, A to {last}")])
    return found


def _single_choice(draft: Draft, parts: Sequence[Part]) -> Found:
    yield from _options(draft, parts, _chosen(draft, parts, 1))


def _multiple_choice(draft: Draft, parts: Sequence[Part]) -> Found:
    yield from _options(draft, parts, _chosen(draft, parts, len(parts)))


def _ordering(draft: Draft, parts: Sequence[Part]) -> Found:
    """Options stand in their right order, unless the answer says another one."""
    answer = draft.cell("answer")
    order = letters(answer.text, parts) if answer else [part.letter for part in parts]
    if order is None or len(order) != len(parts):
        raise Puzzled(
            [_unclear(draft, "按正确顺序写全部字母，如 CABD", "write all letters in the right order, as in CABD")]
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
        raise Puzzled([_unclear(draft, "写“对”或“错”", "write true or false")])
    yield ("answer",), right, answer


def _numeric(draft: Draft, _: Sequence[Part]) -> Found:
    answer = draft.cell("answer")
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", answer.text)) if answer else None
    if match is None or answer is None:
        raise Puzzled([_unclear(draft, "写一个数，如 24 或 24±1", "write a number, as in 24 or 24±1")])
    yield ("numeric", "value"), match[1].replace(",", "."), answer
    tolerance = draft.cell("tolerance")
    if match[2] or tolerance:
        yield ("numeric", "tolerance"), match[2] or (tolerance.text if tolerance else ""), tolerance or answer
    for lang in LANGS:
        unit = draft.cells.get(("unit", lang))
        if unit:
            yield ("numeric", "unit", lang), unit.text, unit
    if match[3] and not any(("unit", lang) in draft.cells for lang in LANGS):
        yield ("numeric", "unit", "en" if match[3].isascii() else "zh"), match[3], answer


def _cloze(draft: Draft, parts: Sequence[Part]) -> Found:
    names = _gap_names(draft)
    if not parts:
        yield from _gaps_of_the_answer(draft, names)
        return
    if len(parts) != len(names):
        raise Puzzled([_unmatched(draft, len(names), len(parts))])
    for name, part in zip(names, parts, strict=True):
        lines = {lang: re.split(r"[\n|｜]", cell.text) for lang, cell in part.texts.items()}
        if any(line[:1] in (_CHOSEN, _UNCHOSEN) for some in lines.values() for line in some):
            for at, (key, texts) in enumerate(_zipped_choices(lines)):
                yield ("gaps", name, "options", at), {"text": texts} | ({"key": True} if key else {}), part.cell
        else:
            first, *others = _zipped(lines)
            yield ("gaps", name, "answer"), first, part.cell
            for at, texts in enumerate(others):
                yield ("gaps", name, "equivalent", at), texts, part.cell


def _gap_names(draft: Draft) -> list[str]:
    stem = next((cell for (name, _), cell in draft.cells.items() if name == "stem"), None)
    text = stem.text if stem else ""
    return GAP.findall(text) or [f"gap{n}" for n in range(1, len(BLANK.findall(text)) + 1)]


def _gaps_of_the_answer(draft: Draft, names: list[str]) -> Found:
    """Read answers of several gaps from one cell; equivalents stand between strokes where that is unambiguous."""
    answers = {lang: cell for (name, lang), cell in draft.cells.items() if name == "answer"}
    if not answers or not names:
        raise Puzzled(
            [
                _unclear(
                    draft,
                    "题干要有空（____ 或 [[名称]]），答案写出各空",
                    "leave gaps in the stem (____ or [[name]]) and give their answers",
                )
            ]
        )
    for lang, cell in answers.items():
        values = _split_for(cell.text, len(names))
        if values is None:
            raise Puzzled([_unmatched(draft, len(names), len(re.split(r"[\n|;；]", cell.text)))])
        for name, value in zip(names, values, strict=True):
            first, *others = [
                v.strip() for v in (re.split(r"[/／]| 或 ", value) if len(names) > 1 or "\n" not in value else [value])
            ]
            language = lang or _language(first)
            yield ("gaps", name, "answer", language), first, cell
            for at, other in enumerate(others):
                yield ("gaps", name, "equivalent", at, language), other, cell


def _split_for(text: str, count: int) -> list[str] | None:
    if count == 1:
        return [text]
    for mark in _BETWEEN_ANSWERS:
        values = [value.strip() for value in text.split(mark) if value.strip()]
        if len(values) == count:
            return [re.sub(r"^[（(]?\d+[)）.、．]\s*", "", value) for value in values]
    return None


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
    """Read the marking guide from the lettered columns, or else line by line from the answer."""
    guide = list(parts) or _lines_of_the_answer(draft)
    if not guide:
        raise Puzzled(
            [
                _unclear(
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


def _lines_of_the_answer(draft: Draft) -> list[Part]:
    found: list[Part] = []
    for (name, lang), cell in draft.cells.items():
        if name == "answer":
            lines = [line.strip() for line in cell.text.splitlines() if line.strip()]
            for at, line in enumerate(lines):
                bare = re.sub(r"^(?:[（(]?[\d一二三四五六七八九十]+[)）.、．]|[①-⑩])\s*", "", line)
                texts: dict[Lang, Cell] = {lang or _language(line): Cell(bare, cell.source, cell.field)}
                if at < len(found):
                    found[at] = Part(found[at].letter, {**found[at].texts, **texts})
                else:
                    found.append(Part(str(at), texts))
    return found


def _case(_: Draft, __: Sequence[Part]) -> Found:
    yield from ()


def _zipped(lines: Mapping[Lang, Sequence[str]]) -> list[dict[str, str]]:
    # A line that is empty in one language keeps the lines below it beside what they belong to in the other.
    rows = (row for row in zip_longest(*lines.values(), fillvalue="") if any(text.strip() for text in row))
    return [{lang: text.strip() for lang, text in zip(lines, row, strict=True) if text.strip()} for row in rows]


def _zipped_choices(lines: Mapping[Lang, Sequence[str]]) -> list[tuple[bool, dict[str, str]]]:
    lines = {lang: [line.strip() for line in some if line.strip()] for lang, some in lines.items()}
    keys = [any(line.startswith(_CHOSEN) for line in row) for row in zip_longest(*lines.values(), fillvalue="")]
    bare = {lang: [line.lstrip(_CHOSEN + _UNCHOSEN) for line in some] for lang, some in lines.items()}
    return list(zip(keys, _zipped(bare), strict=True))


def _language(text: str) -> Lang:
    return "zh" if re.search("[\u3400-\u9fff]", text) else "en"


def _unclear(draft: Draft, mend_zh: str, mend_en: str) -> Diagnostic:
    cell = draft.said("answer")
    mend = (mend_zh, mend_en)
    return faults.unclear_answer(cell, mend) if cell else faults.no_answer(draft.start, mend)


def _unmatched(draft: Draft, gaps: int, values: int) -> Diagnostic:
    return faults.unmatched_gaps(draft.said("answer") or draft.said("stem") or draft.start, gaps, values)


_TYPES: Mapping[ItemType, Callable[[Draft, Sequence[Part]], Found]] = {
    ItemType.SINGLE_CHOICE: _single_choice,
    ItemType.MULTIPLE_CHOICE: _multiple_choice,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.CLOZE: _cloze,
    ItemType.NUMERIC: _numeric,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _ordering,
    ItemType.SHORT_ANSWER: _short_answer,
    ItemType.CASE: _case,
}
