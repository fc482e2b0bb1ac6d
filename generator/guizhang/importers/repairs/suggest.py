"""All repairs of one text, layer upon layer: cut characters, glosses, marks and gaps, script."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from guizhang.importers.repairs.glosses import find_glosses
from guizhang.importers.repairs.likeness import Likeness, plain_character
from guizhang.importers.repairs.marks import find_marks
from guizhang.importers.repairs.repair import Repair, RepairKind
from guizhang.importers.repairs.shift import Effort, Restored, restore
from guizhang.importers.repairs.traces import SPELLED, TRIGGER, looks_shifted, surely_shifted
from guizhang.zh.script import to_simplified

_GLOSS = re.compile(rf"[(（]{SPELLED}[)）]")
_CUT = re.compile(rf"[?\ufffd]\(?{SPELLED}\)")
# Private characters that GB codecs give for pairs nobody assigned; those of symbol fonts (U+F0xx) are bullets.
_LOST = re.compile(rf"{_CUT.pattern}|\ufffd+|(?<=[\u3400-\u9fff])[\ue000-\ue765]+(?=[\u3400-\u9fff])")
_OFFERED, _DAMAGED = 0.6, 0.5
_FLAGGED = 0.8
_CONVERTED = 0.97


def suggest_repairs(text: str, *, simplify: bool = False) -> tuple[Repair, ...]:
    """Return the repairs of *text*, in order, without overlap. The text itself is left as it is.

    Args:
        text: The decoded source. Line feeds end lines; nothing is repaired across them.
        simplify: Whether to convert Traditional characters to Simplified ones as well, the other suggestions included.

    Returns:
        Suggestions; those without a text to put in say that something is wrong that only a person can mend.
    """
    cut = list(_cut_characters(text))
    skip = {
        repair.start: (repair.end, repair.original if repair.suggestion is None else repair.suggestion)
        for repair in cut
    }
    mended = sorted([*cut, *find_glosses(text, skip)], key=lambda repair: repair.start)
    layer = _Layer(text, mended)
    repairs = [*mended, *_marks(layer)]
    return tuple(sorted(_simplified(layer, repairs) if simplify else repairs, key=lambda r: (r.start, r.end)))


def _cut_characters(text: str) -> Iterator[Repair]:
    """Yield what became of characters that were cut in two as bytes."""
    if "?" not in text and not _LOST.search(text):
        return
    model: Likeness | None = None
    effort = Effort()
    last = 0
    for begin, stop in _lines_with_triggers(text):
        place = begin
        while trigger := TRIGGER.search(text, place, stop):
            place = trigger.end()
            model = model or Likeness(_undamaged(text))
            certain = _CUT.match(text, trigger.start()) is not None
            if not (certain or looks_shifted(text, trigger.start(), model)):
                continue
            found = restore(text, trigger.start(), stop, model, effort) if effort.left > 0 else None
            if found is not None and (certain or found.damaged >= _DAMAGED):
                yield from _lost(text, last, found.start)
                yield _restored(text, found)
                last = place = found.end
            elif surely_shifted(text, trigger.start(), model) and not certain:
                yield from _lost(text, last, trigger.start())
                yield _beyond_repair(text, trigger.start(), trigger.start() + 1)
                last = trigger.start() + 1
    yield from _lost(text, last, len(text))


def _lines_with_triggers(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    while trigger := TRIGGER.search(text, place):
        stop = text.find("\n", trigger.start())
        stop = len(text) if stop < 0 else stop
        yield trigger.start(), stop
        place = stop


def _undamaged(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        trigger = TRIGGER.search(line)
        yield _GLOSS.sub("", line[: trigger.start()] if trigger else line + "\n")


def _restored(text: str, found: Restored) -> Repair:
    zh, en = "字节错位后的复原", "put together again from shifted bytes"
    if found.swallowed:
        zh, en = zh + "；另有一个标点或半角字符丢失", en + "; a one-byte sign is lost as well"
    if found.others:
        zh, en = zh + "；也可能是 " + " / ".join(found.others), en + "; it may also be " + " / ".join(found.others)
    offered = found.confidence >= _OFFERED
    if not offered:
        zh, en = f"字节错位，可能是 {found.text}；" + zh, f"shifted bytes, perhaps {found.text}; " + en
    return Repair(
        RepairKind.LOST_BYTES,
        found.start,
        found.end,
        text[found.start : found.end],
        found.text if offered else None,
        found.confidence if offered else found.damaged,
        zh,
        en,
    )


def _lost(text: str, start: int, stop: int) -> Iterator[Repair]:
    for match in _LOST.finditer(text, start, stop):
        yield _beyond_repair(text, match.start(), match.end())


def _beyond_repair(text: str, start: int, end: int) -> Repair:
    return Repair(
        RepairKind.LOST_BYTES,
        start,
        end,
        text[start:end],
        None,
        _FLAGGED,
        "此处有字符丢失，无法确定原文",
        "characters are lost here; what they were cannot be told",
    )


class _Layer:
    """The text with some repairs put in, and the way back."""

    def __init__(self, source: str, repairs: Iterable[Repair]) -> None:
        self.source = source
        self.starts: list[int] = []
        """Where each kept or put-in piece begins in `text`."""
        self.pieces: list[tuple[int, Repair | None]] = []
        """Source offset of the piece, and the repair that put it in."""
        parts: list[str] = []
        place = length = 0
        for repair in repairs:
            if repair.suggestion is None:
                continue
            for origin, piece, put in (
                (place, source[place : repair.start], None),
                (repair.start, repair.suggestion, repair),
            ):
                if piece:
                    self.starts.append(length)
                    self.pieces.append((origin, put))
                    parts.append(piece)
                    length += len(piece)
            place = repair.end
        self.starts.append(length)
        self.pieces.append((place, None))
        parts.append(source[place:])
        self.text = "".join(parts)

    def origin(self, offset: int) -> tuple[int, Repair | None]:
        """Return the source offset of the character at *offset*, and the repair that put it there, if one did."""
        piece = bisect_right(self.starts, offset) - 1
        origin, put = self.pieces[piece]
        return origin + (0 if put else offset - self.starts[piece]), put


def _marks(layer: _Layer) -> Iterator[Repair]:
    """Yield what the rules on the mended text find, at most one thing at a place."""
    taken: set[int] = set()
    for mark in find_marks("".join(map(plain_character, layer.text))):
        # A gap stands behind the character before it, which a gloss may follow.
        start, put = layer.origin(mark.start if mark.end > mark.start else max(0, mark.start - 1))
        end = start + max(1, mark.end - mark.start)
        if mark.end == mark.start and mark.start:
            start = end
        if put or not taken.isdisjoint(range(start - 1, end + 1)):
            continue
        taken.update(range(start, end + 1))
        suggestion = "" if mark.kind is RepairKind.STRAY else None
        yield Repair(mark.kind, start, end, layer.source[start:end], suggestion, mark.confidence, mark.zh, mark.en)


def _simplified(layer: _Layer, repairs: list[Repair]) -> Iterator[Repair]:
    """Yield *repairs* in Simplified characters, and the conversion of everything else."""
    converted = to_simplified(layer.text)
    signs = list(layer.text)
    for edit in converted.edits:
        if len(edit.original) == len(edit.converted):
            signs[edit.start : edit.end] = edit.converted
        else:
            signs[edit.start : edit.end] = [edit.converted, *[""] * (edit.end - edit.start - 1)]
    flagged: set[int] = set()
    begins = {put.start: begin for begin, (_, put) in zip(layer.starts, layer.pieces, strict=True) if put}
    for repair in repairs:
        if repair.suggestion:
            begin = begins[repair.start]
            now = "".join(signs[begin : begin + len(repair.suggestion)])
            yield _with(repair, now)
        else:
            yield repair
            flagged.update(range(repair.start, repair.end))
    changed = []
    for edit in converted.edits:
        for offset in range(edit.start, edit.end):
            origin, put = layer.origin(offset)
            if put is None and origin not in flagged and signs[offset] != layer.text[offset]:
                changed.append((origin, signs[offset]))
    gaps = sorted(repair.start for repair in repairs if repair.start == repair.end)

    def stretch(item: tuple[int, tuple[int, str]]) -> tuple[int, int]:
        number, (origin, _) = item
        return origin - number, bisect_right(gaps, origin)

    for _, run in groupby(enumerate(changed), key=stretch):
        edits = [edit for _, edit in run]
        start, end = edits[0][0], edits[-1][0] + 1
        original, now = layer.source[start:end], "".join(sign for _, sign in edits)
        yield Repair(
            RepairKind.SCRIPT, start, end, original, now, _CONVERTED, "繁体转简体", "Traditional to Simplified"
        )


def _with(repair: Repair, suggestion: str) -> Repair:
    if suggestion == repair.suggestion:
        return repair
    return Repair(
        repair.kind, repair.start, repair.end, repair.original, suggestion, repair.confidence, repair.zh, repair.en
    )
