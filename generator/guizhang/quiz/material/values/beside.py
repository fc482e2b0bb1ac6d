"""The other figures of a sentence: which of them give the one that is asked for away, and which values they rule out.

Two steps of a ladder meet (5分钟以内……，5至15分钟……), or follow one on the other (不超过2次，第3次起……), so that each tells the other's
end. A part is no more than its whole (每周不少于3次，其中夜间……), and the parts of a whole add up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import Duration, Frequency, Number, Quantity, QuantityKind, magnitude, parse_quantity
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int
from guizhang.zh.quantities import find_figures

_PART = re.compile(
    r"其中|[（(，](?:[已均]?[内含]|包)[含括]?(?=[^，。；]*[\d一二两兩三四五六七八九十])"
    r"|\b(?:of (?:which|whom|these|those|them)|including)\b",
    re.IGNORECASE,
)
_HIDDEN = "……".ljust(len(BLANK))
"""What stands for the blank where figures are looked for: no figure, and as long."""
_TIMES = re.compile(r"[次回遍趟]|\b(?:once|twice|times?)\b")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINAL_EN = re.compile(
    rf"\b(?:the|an?|any|every|each) ({'|'.join(_ORDINALS[1:])})\b(?! (?:floor|party|hour|day|week|month|quarter|year|\w+day)\b)",
    re.IGNORECASE,
)
_ORDINAL_ZH = re.compile("第([0-9]+|[一二三四五六七八九十]+)[次回]")
_SENTENCE = re.compile(r"[。！？]|[.!?](?=\s)")
_CASE = re.compile(r"[。；！？]|[.;!?](?=\s)")
_STEPS = (QuantityKind.DURATION, QuantityKind.COUNT, QuantityKind.FREQUENCY)
"""Kinds of which whole numbers count on: two times, and the third."""
_ANOTHER = re.compile(
    r"\d|[一二两兩三四五六七八九十百半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|once|third)\b"
)
_FAR = 4
"""Times by which a limit may be beyond that of the case beside it: not 2 days for the one and 15 for the other."""


class Beside(NamedTuple):
    """A figure of a sentence."""

    kind: QuantityKind
    unit: str | None
    """How many times in a period count as times."""
    low: Decimal
    high: Decimal
    bound: Bound
    place: int
    """Where it begins in the sentence."""
    step: Decimal
    """What one more is, 0 where it does not count on."""
    ordinal: bool = False
    """Whether it is the third of them, and not three."""

    def like(self, other: Beside) -> bool:
        """Tell whether they measure the same; an ordinal without a unit counts whatever there is."""
        if self.kind is not other.kind:
            return False
        return self.unit == other.unit or any(one.ordinal and one.unit is None for one in (self, other))

    @property
    def limits(self) -> bool:
        """Whether it is a limit, or counts on."""
        return self.bound is not Bound.EXACT or self.ordinal

    @property
    def single(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    @property
    def end(self) -> Decimal | None:
        """Where what it names ends; ``None`` where it names no upper end."""
        return self.high if not self.single or self.bound is Bound.MAX else None

    @property
    def begin(self) -> Decimal | None:
        """Where what it names begins; ``None`` where it names no lower end."""
        return self.low if not self.single or self.bound is Bound.MIN or self.ordinal else None


def as_beside(fact: Fact, sentence: str) -> Beside:
    """Return a fact as the figure that stands in the blank of *sentence*."""
    before = sentence.partition(BLANK)[0]
    ordinal = before.endswith("第") or (fact.zh or "").startswith("第")
    return _beside(fact.kind, fact.unit, fact.quantity, fact.bound, len(before))._replace(ordinal=ordinal)


def figures_beside(sentence: str) -> tuple[Beside, ...]:
    """Return the figures that stand beside the blank of *sentence*, marked or not, in their order."""
    before, _, behind = sentence.partition(BLANK)
    if not _ANOTHER.search(before) and not _ANOTHER.search(behind):
        return ()
    found = list(_ordinals(sentence))
    for figure in find_figures(f"{before}{_HIDDEN}{behind}"):
        kind = QuantityKind(figure.kind.value)
        if kind is QuantityKind.FREQUENCY and not _TIMES.search(figure.span):
            continue  # 每月 says in what time something is counted
        try:
            quantity = parse_quantity(kind, figure.value)
        except ValueError:
            continue
        one = _beside(kind, figure.unit, quantity, Bound(figure.bound.value), figure.start)
        found.append(one._replace(ordinal=figure.span.startswith("第")))
    return tuple(sorted(found, key=lambda one: one.place))


def _ordinals(sentence: str) -> Iterator[Beside]:
    """Yield the ordinals of a sentence, which are not all figures: from the third on, 第三次起."""
    for match in _ORDINAL_EN.finditer(sentence):
        yield _ordinal(_ORDINALS.index(match[1].lower()) + 1, None, match.start())
    for match in _ORDINAL_ZH.finditer(sentence):
        number = int(match[1]) if match[1].isdigit() else chinese_to_int(match[1])
        if number is not None:
            yield _ordinal(number, "times", match.start())


def _ordinal(number: int, unit: str | None, place: int) -> Beside:
    return Beside(QuantityKind.COUNT, unit, Decimal(number), Decimal(number), Bound.EXACT, place, Decimal(1), True)


def _beside(
    kind: QuantityKind, unit: str | None, quantity: tuple[Quantity, Quantity | None], bound: Bound, place: int
) -> Beside:
    low, high = quantity
    step = _step(kind, low)
    if isinstance(low, Frequency):
        # 每周不少于3次，其中夜间不少于1次: what is counted are times.
        kind, unit = QuantityKind.COUNT, "times"
    least = _number(low)
    return Beside(kind, unit, least, least if high is None else _number(high), bound, place, step)


def _number(value: Quantity) -> Decimal:
    return Decimal(value.times) if isinstance(value, Frequency) else magnitude(value)


def _step(kind: QuantityKind, value: Quantity) -> Decimal:
    """Return by how much the next whole number is more."""
    if kind not in _STEPS:
        return Decimal(0)
    if isinstance(value, Duration):
        ((_, amount), *rest) = value.parts
        return magnitude(value) / amount if amount and not rest and amount % 1 == 0 else Decimal(0)
    return Decimal(1) if not isinstance(value, Number) or value.value % 1 == 0 else Decimal(0)


def gives_away(own: Beside, beside: Sequence[Beside], sentence: str) -> bool:
    """Tell whether another figure of *sentence* tells *own*: a step that meets it, or the other parts of its whole."""
    alike = [one for one in beside if one.like(own)]
    return any(_meet(own, one) or _meet(one, own) for one in alike) or _adds_up(own, alike, sentence)


def _meet(lower: Beside, upper: Beside) -> bool:
    """Tell whether one step ends where the other begins, or one before."""
    # 以三次为限，第四次起: behind so many comes the next.
    end = lower.high if upper.ordinal and not lower.ordinal and lower.bound is not Bound.MIN else lower.end
    if end is None or upper.begin is None:
        return False
    step = lower.step if lower.step == upper.step else Decimal(0)
    return upper.begin - end in (0, step)


def _adds_up(own: Beside, alike: Sequence[Beside], sentence: str) -> bool:
    """Tell whether the parts that the sentence names add up to the whole it names: 21%, of which 16% … and 5% …."""
    whole, parts = _whole_and_parts(own, alike, sentence)
    return whole is not None and len(parts) > 1 and sum(part.low for part in parts) == whole.low


def _whole_and_parts(own: Beside, alike: Sequence[Beside], sentence: str) -> tuple[Beside | None, Sequence[Beside]]:
    """Return the whole and its parts among *own* and what is *alike*; ``None`` and nothing where *own* is neither."""
    for said in _PART.finditer(sentence):
        here = sorted((own, *alike), key=lambda one: one.place)
        ends = _CASE.search(sentence, said.end())
        starts = max((stop.end() for stop in _SENTENCE.finditer(sentence, 0, said.start())), default=0)
        before = [one for one in here if starts <= one.place < said.start()]
        parts = [one for one in here if said.end() <= one.place < (ends.start() if ends else len(sentence))]
        if before and parts and own in (before[-1], *parts):
            return before[-1], parts
    return None, ()


def contradicts(own: Beside, there: Beside, beside: Sequence[Beside], sentence: str) -> bool:
    """Tell whether *there* in the place of *own* contradicts another figure of *sentence*.

    It would come level with it or lie on its other side; be more than the whole it is part of, or less than its parts; or be far
    from what holds in the case beside it.
    """
    alike = [one for one in beside if one.like(own)]
    limits = [one for one in alike if one.limits] if own.limits else []
    if any(_passes(own, there, one) for one in limits):
        return True
    moved = there._replace(place=own.place)
    whole, parts = _whole_and_parts(moved, alike, sentence)
    if whole is not None and (
        whole.low < sum(part.low for part in parts) or (moved in parts and moved.high >= whole.high)
    ):
        return True
    return any(_far(own, there, one) for one in limits if one.bound is own.bound)


def _passes(here: Beside, there: Beside, one: Beside) -> bool:
    return (here.high < one.low and there.high >= one.low) or (here.low > one.high and there.low <= one.high)


def _far(here: Beside, there: Beside, one: Beside) -> bool:
    """Tell whether two limits lie near each other, and *there* lies far from both."""
    least, most = sorted((here.low, one.low))
    return 0 < most <= 2 * least and not least <= _FAR * there.low <= _FAR**2 * most
