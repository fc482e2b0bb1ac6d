"""What answer cells say about the gaps of a cloze item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import answer_faults as faults
from guizhang.exchange import words
from guizhang.exchange.draft import Draft
from guizhang.exchange.numbered import entries
from guizhang.exchange.part import Found, Part, Puzzled, languages, unclear
from guizhang.model.item import GAP
from guizhang.model.text import Lang

BLANK = re.compile(r"[_＿]{2,}|[（(][ \u3000\xa0_]*[）)]|【[ \u3000_]*】|\[[ _]+\]|﹍+|…{2,}")
"""How trainers print a gap."""
_BETWEEN_ANSWERS = ("\n", "|", "｜", ";", "；", "/", "、", "，", ",")
_CHOSEN, _UNCHOSEN = "●", "○"


def cloze(draft: Draft, parts: Sequence[Part]) -> Found:
    """Yield the gaps: each from a part of its own, or all of them from the answer.

    Raises:
        Puzzled: There are none, or not as many answers as gaps.
    """
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
    if not answers or not names or any(words.left_out(cell.text) for cell in answers.values()):
        raise Puzzled(
            [
                unclear(
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
            for spoken in languages(value, lang, draft):
                yield ("gaps", name, "answer", spoken), first, cell
                for at, other in enumerate(others):
                    yield ("gaps", name, "equivalent", at, spoken), other, cell


def _split_for(text: str, count: int) -> list[str] | None:
    counted = entries(text)
    if count == 1:
        return counted if len(counted) == 1 else [text]
    if len(counted) == count:
        return counted
    for mark in _BETWEEN_ANSWERS:
        values = [value.strip() for value in text.split(mark) if value.strip()]
        if len(values) == count:
            return [re.sub(r"^[（(]?\d+[)）.、．]\s*", "", value) for value in values]
    return None


def _zipped(lines: Mapping[Lang, Sequence[str]]) -> list[dict[str, str]]:
    # A line that is empty in one language keeps the lines below it beside what they belong to in the other.
    rows = (row for row in zip_longest(*lines.values(), fillvalue="") if any(text.strip() for text in row))
    return [{lang: text.strip() for lang, text in zip(lines, row, strict=True) if text.strip()} for row in rows]


def _zipped_choices(lines: Mapping[Lang, Sequence[str]]) -> list[tuple[bool, dict[str, str]]]:
    lines = {lang: [line.strip() for line in some if line.strip()] for lang, some in lines.items()}
    keys = [any(line.startswith(_CHOSEN) for line in row) for row in zip_longest(*lines.values(), fillvalue="")]
    bare = {lang: [line.lstrip(_CHOSEN + _UNCHOSEN) for line in some] for lang, some in lines.items()}
    return list(zip(keys, _zipped(bare), strict=True))


def _unmatched(draft: Draft, gaps: int, values: int) -> Diagnostic:
    return faults.unmatched_gaps(draft.said("answer") or draft.said("stem") or draft.start, gaps, values)
