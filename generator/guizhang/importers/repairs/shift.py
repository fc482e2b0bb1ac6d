"""Chinese cut in two as bytes, put together again.

Some sites rewrite pages as GBK bytes without respecting characters: full-width signs are made half-width, and a reading in
brackets is put behind certain byte pairs. Where the pair looked for lies across two characters, the bytes behind it pair
up wrongly until the next one-byte character:

    确保客户工程       B4 5F|B1 A3|BF CD|91 F4|...     A3 BF is ？ and becomes ?
    确??蛻艄 ...       B4 5F|B1|3F|CD 91|F4 B9|...     B1 is lost; what follows is shifted by one byte

Going back: encode again, carry one byte over, and try what the lost byte may have been. Each way is scored by the
character model of the document; the best is offered when it beats the text as it stands by far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from guizhang.importers.repairs.gbk import beginning_with, decoded, encoded, ending_in
from guizhang.importers.repairs.likeness import Likeness
from guizhang.importers.repairs.traces import BAD, SPELLED
from guizhang.zh.pinyin import fits

_TOKEN = re.compile(
    rf"(?P<cut>{BAD}\(?(?P<read>{SPELLED})\))|(?P<gloss>\((?P<fit>{SPELLED})\))|(?P<tag>{BAD}/[a-z]+>)|(?s:.)"
)
_GLOSS_ANY = re.compile(rf"\({SPELLED}\)")
_REACH = 160
_WIDTH, _HOPELESS = 64, 25.0
_EFFORT_ONCE = 20_000
_SETTLED = 4
"""Tokens as they stand behind which damage is another stretch."""
_EVENT = -3.0
_SWALLOWED = -7.0
_FOLDED, _SWALLOWED_SIGNS = 0xA3, (0xBF, 0xBA, 0xBB)
_HALF_GAIN, _GAIN_SCALE = 14.0, 4.0
_NAMED_SHARE = 0.03
_CONFIDENCE_MAX = 0.98
_GUESSED_MAX = 0.75  # the last character is known by one byte only


@dataclass(frozen=True, slots=True)
class Restored:
    """One stretch put together again."""

    start: int
    end: int
    text: str
    damaged: float
    """How sure it is that the stretch was cut at all."""
    confidence: float
    """How sure it is that `text` is what it was."""
    others: tuple[str, ...]
    """Other readings that are not out of the question, likeliest first."""
    swallowed: bool
    """Whether a one-byte sign was lost as well, nobody knows which."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    reading: str = ""
    """Of a gloss whose bracket or character was cut."""
    gloss: str = ""
    """Of a whole gloss."""
    tag: bool = False


@dataclass(frozen=True, slots=True)
class _Path:
    """One way of reading the tokens so far."""

    score: float
    out: str
    before: str
    """The character before the next one."""
    pending: int
    """A first byte that waits for its second; 0 for none."""
    last: int
    """The last byte written."""
    settled: int = 0
    """Tokens taken as they stand since the last shift; none of them yet at the beginning."""
    swallowed: bool = False
    shifted: bool = False
    """Whether printed bytes have paired up anew, without which a reading is mere guessing."""


@dataclass(slots=True)
class Effort:
    """How much searching one text may cost, so that the time stays linear whatever stands in it."""

    left: int = 1_000_000
    """Steps."""


def restore(text: str, start: int, stop: int, model: Likeness, effort: Effort) -> Restored | None:
    """Return what the stretch that begins with the trigger at *start* was, None if it is best left alone.

    Args:
        text: The whole text.
        start: Where `traces.TRIGGER` matches.
        stop: End of the line.
        model: Of the undamaged rest of the document.
        effort: What is left of it; with none left nothing is restored.
    """
    tokens = list(_tokens(text, start, min(stop, start + _REACH)))
    whole = stop <= start + _REACH
    before = _before(text, start)
    plain = _as_printed(tokens, before, model, ends_line=whole)
    ends: list[tuple[float, int, _Path]] = []
    beams: dict[int, list[_Path]] = {0: [_Path(0.0, "", before, 0, _last_byte(before))]}
    limit = max(0, effort.left - _EFFORT_ONCE)
    for place in range(len(tokens)):
        for path in _best(beams.pop(place, [])):
            for used, following in _steps(tokens, place, path, model):
                effort.left -= 1
                beams.setdefault(place + used, []).append(following)
        reached = beams.get(place + 1, [])
        last = whole and place + 1 == len(tokens)
        ended = [path for path in reached if path.shifted and (last or not path.pending)]
        ends += [(_gain(tokens, place + 1, path, plain, model), place + 1, path) for path in ended]
        leader = max(reached, key=lambda path: path.score, default=None)
        if effort.left < limit or (leader is not None and leader.settled > _SETTLED):
            break
    return _choose(tokens, ends, start)


def _best(paths: list[_Path]) -> list[_Path]:
    if not paths:
        return []
    least = max(path.score for path in paths) - _HOPELESS
    return sorted((p for p in paths if p.score >= least), key=lambda path: (-path.score, path.out))[:_WIDTH]


def _as_printed(tokens: list[_Token], before: str, model: Likeness, *, ends_line: bool) -> list[float]:
    """Return the score of the text as it stands up to each token, and behind them that of the line's end."""
    scores = [0.0]
    for token in tokens:
        skipped = token.gloss and fits(before, token.gloss)
        scores.append(scores[-1] + (0.0 if skipped else model.run_score(before, token.text)))
        before = before if skipped else token.text[-1]
    return [*scores, scores[-1] + (model.score(before, "\n") if ends_line else 0.0)]


def _tokens(text: str, start: int, stop: int) -> Iterator[_Token]:
    place = start
    while place < stop:
        match = _TOKEN.match(text, place, stop)
        assert match is not None
        read, gloss = match["read"] or "", match["fit"] or ""
        yield _Token(place, match.end(), match.group(), read, gloss, match["tag"] is not None)
        place = match.end()


def _gain(tokens: list[_Token], end: int, path: _Path, plain: list[float], model: Likeness) -> float:
    """Return by how much *path* beats the text as it stands, the step to the next token included."""
    score = path.score + (_SWALLOWED if path.pending else 0.0)
    if end == len(tokens):
        line_end = plain[end + 1] - plain[end]
        return score + (model.score(path.before, "\n") if line_end else 0.0) - plain[end + 1]
    if tokens[end].gloss:
        return score - plain[end]
    return score + model.run_score(path.before, tokens[end].text) - plain[end + 1]


def _choose(tokens: list[_Token], ends: list[tuple[float, int, _Path]], start: int) -> Restored | None:
    ranked = sorted(ends, key=lambda end: (-round(end[0], 6), end[1], end[2].out))
    if not ranked or ranked[0][0] <= 0:
        return None
    best_gain, best_end, best = ranked[0]
    stop = tokens[best_end - 1].end
    # Ways that end elsewhere are the same suggestion, or another one only beyond this stretch.
    shares = {best.out: 1.0}
    for gain, end, path in ranked[1:]:
        if end == best_end and path.out not in shares:
            shares[path.out] = exp(gain - best_gain)
    total = sum(shares.values()) + exp(-best_gain)
    sure = 1 / (1 + exp((_HALF_GAIN - best_gain) / _GAIN_SCALE))
    others = sorted((text for text in shares if text != best.out), key=lambda text: (-shares[text], text))
    return Restored(
        start,
        stop,
        best.out,
        round(min(_CONFIDENCE_MAX, sure), 3),
        round(min(_GUESSED_MAX if best.swallowed else _CONFIDENCE_MAX, sure / total), 3),
        tuple(text for text in others[:3] if shares[text] / total >= _NAMED_SHARE),
        best.swallowed,
    )


def _steps(tokens: list[_Token], place: int, path: _Path, model: Likeness) -> Iterator[tuple[int, _Path]]:
    """Yield (tokens used, path after them) for every way to go on."""
    token = tokens[place]
    if not path.pending:
        yield 1, _as_it_stands(token, path, model)
        if path.settled > _SETTLED:
            return
    if token.reading:
        yield from ((1, step) for step in _cut_gloss(token, path, model))
    elif token.text in "?\ufffd":
        yield from _question(tokens, place, path, model)
    elif not path.pending:
        return
    elif token.gloss:
        # The byte pair looked for makes a whole character in the shifted text.
        if fits(tokens[place - 1].text, token.gloss):
            yield 1, path
    elif token.tag:
        # The tag behind it tells that the paragraph ends here, and that < is what was swallowed.
        yield from ((1, step) for step in _lost_second(path, model, 0.0, swallowed=False))
    elif token.text.isascii():
        yield from ((1, step) for step in _one_byte(ord(token.text), path, model))
    else:
        yield from ((1, step) for step in _two_bytes(token.text, path, model))


def _as_it_stands(token: _Token, path: _Path, model: Likeness) -> _Path:
    if token.gloss and fits(path.before, token.gloss):
        return path
    score = path.score + model.run_score(path.before, token.text)
    before = token.text[-1]
    return _Path(
        score, path.out + token.text, before, 0, _last_byte(before), path.settled + 1, path.swallowed, path.shifted
    )


def _emit(
    path: _Path, char: str, pending: int, last: int, model: Likeness, cost: float = 0.0, *, shifted: bool = False
) -> _Path:
    score = path.score + model.score(path.before, char) + cost
    return _Path(score, path.out + char, char, pending, last, 0, path.swallowed, shifted or path.shifted)


def _two_bytes(char: str, path: _Path, model: Likeness) -> Iterator[_Path]:
    pair = encoded(char)
    if pair and (whole := decoded(path.pending, pair[0])):
        second = pair[1]
        if second < 0x80:
            yield _emit(_emit(path, whole, 0, second, model), chr(second), 0, second, model, shifted=True)
        else:
            yield _emit(path, whole, second, second, model, shifted=True)


def _one_byte(code: int, path: _Path, model: Likeness) -> Iterator[_Path]:
    if whole := decoded(path.pending, code):
        yield _emit(path, whole, 0, code, model, shifted=True)
    # The sign is a folded full-width one whose first byte ended the character before.
    if code >= 0x21 and (whole := decoded(path.pending, _FOLDED)):
        yield _emit(path, whole, code + 0x80, code + 0x80, model, _EVENT)


def _question(tokens: list[_Token], place: int, path: _Path, model: Likeness) -> Iterator[tuple[int, _Path]]:
    if path.pending:
        if tokens[place].text == "?":
            yield from ((1, step) for step in _one_byte(0x3F, path, model))
        yield from ((1, step) for step in _lost_second(path, model, _EVENT))
        return
    # The lost byte, then a folded sign that is still there.
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if len(following) == 1 and "!" <= following <= "~":
        code = ord(following) + 0x80
        for whole in ending_in(_FOLDED):
            yield 2, _emit(path, whole, code, code, model, _EVENT)
    # The lost byte swallowed the folded sign with it: ？ ： or ；, the other signs begin no character.
    for code in _SWALLOWED_SIGNS:
        for whole in ending_in(_FOLDED):
            yield 1, _emit(path, whole, code, code, model, _EVENT + _SWALLOWED)


def _lost_second(path: _Path, model: Likeness, cost: float, *, swallowed: bool = True) -> Iterator[_Path]:
    for whole, second in beginning_with(path.pending):
        step = _emit(path, whole, 0, second, model, cost)
        yield _Path(step.score, step.out, whole, 0, second, 0, swallowed, path.shifted)


def _cut_gloss(token: _Token, path: _Path, model: Likeness) -> Iterator[_Path]:
    """Yield the paths on which the lost byte made, with the byte before it, a character of that reading."""
    for whole, second in beginning_with(path.last):
        if not fits(whole, token.reading):
            continue
        if path.pending:
            yield _emit(path, whole, 0, second, model, _EVENT, shifted=True)
        else:
            yield _Path(path.score + _EVENT, path.out, path.before, second, second, 0, path.swallowed, path.shifted)


def _before(text: str, start: int) -> str:
    """Return the character before *start*, glosses passed over; "" at the beginning of a line."""
    line = text[max(0, start - 24) : start].rpartition("\n")[2]
    return _GLOSS_ANY.sub("", line)[-1:]


def _last_byte(char: str) -> int:
    pair = encoded(char) if char else b""
    return pair[-1] if pair else (ord(char) if char and char < "\x80" else 0)
