"""Grades of a rule: cases parted by a figure, each with what follows, and whether one ends where the next begins.

迟到15分钟以内的，扣20元；15分钟以上、1小时以内的，扣50元；超过1小时的，按旷工半天处理. The grades stand in one sentence, or are the points of
a list. Where two of them overlap, a case has two answers; where they leave a hole, it has none. Either comes easily when a
company changes a figure that two grades have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.quantity import Duration, QuantityKind, magnitude
from guizhang.model.regulation import Level, Place, walk

_LEAST = "超过|超過|大于|高于|多于|至少|不少于|达到|達到|满|滿|逾|[>＞≥≧]=?"
_UP_TO = "不超过|不超過|不满|未满|未滿|不足|低于|低於|少于|少於|小于|[<＜≤≦]=?"
_FACT = r"\$\{(?P<%s>[\w-]+)\}"
_BEHIND = "(?:[及或和含]|以及)?(?:以上|以下|以内|以內|以外)|之内"
_INCLUDING = r"(?:[（(]含[^）)]*[）)])?"
_GRADE = re.compile(
    rf"(?P<topic>[^，。；]*?)(?:在|为|為)?(?P<before>{_UP_TO}|{_LEAST}|){_FACT % 'one'}{_INCLUDING}(?P<behind>{_BEHIND}|)"
    rf"{_INCLUDING}(?:[、，至到但]?(?P<then>{_UP_TO}|){_FACT % 'two'}{_INCLUDING}(?P<end>{_BEHIND}|){_INCLUDING})?"
    # The figure in 一个月内迟到三次的 that is behind 内 is the grade.
    rf"(?![内內])(?P<case>的|者|){_INCLUDING}，?(?P<outcome>[^。]{{2,64}})"
)
# A comma parts grades where a figure stands behind it that is not the last thing said, and no case in front: …的，扣20元.
_PARTED = re.compile(r"[；;]|(?<![的者）])(?<!以上)，(?!并|且|另|同时)(?=[^，。；;]*\$\{[\w-]+\}[^，。；;]{2,})")
# Copied from the web Chinese often has the commas of English.
_ASCII_COMMA = re.compile(r"(?<!\d), ?|, ?(?!\d)")
_MEANS_MORE = re.compile(f"{_LEAST}|(?:[及或和含]|以及)?(?:以上|以外)")
_STILL = re.compile(r"(?:但|另|其中|并|并且|同时|如果|特殊|其他|其余)")


@dataclass(frozen=True)
class Grade:
    """One case of a rule that is parted by a figure."""

    addresses: tuple[str, ...]
    """Of its figures, in printed order."""
    facts: tuple[Fact, ...]
    low: Decimal | None
    """Where it begins; ``None`` where it does not say."""
    high: Decimal | None
    outcome: str
    """What follows, figures printed."""
    conditional: bool = False
    """Whether its sentence says that it is a case: 旷工两天的, 旷工两天者."""
    said: str = ""
    """All that its sentence says of it, figures printed."""

    @property
    def exact(self) -> Decimal | None:
        """The one figure it is for, where it is for no more: 旷工两天的."""
        alone = self.conditional and self.low is None and self.high is None and len(self.facts) == 1
        return magnitude(self.facts[0].quantity[0]) if alone else None

    def holds(self, value: Decimal) -> bool:
        """Tell whether a case is inside the grade and on neither of its bounds."""
        bounded = self.low is not None or self.high is not None
        return bounded and (self.low is None or value > self.low) and (self.high is None or value < self.high)


@dataclass(frozen=True)
class Mismatch:
    """Two grades, the lower first, of which one does not end where the next begins."""

    place: Place
    lower: Grade
    higher: Grade

    @property
    def ends(self) -> tuple[str, str]:
        """The figures at which the lower ends and the higher begins, by address."""
        return self.lower.addresses[-1], self.higher.addresses[0]

    @property
    def overlap(self) -> bool:
        """Whether they overlap; else they leave a hole."""
        return self.lower.high is not None and self.higher.low is not None and self.lower.high > self.higher.low


def grades_in(handbook: Handbook, place: Place, sentence: str, *, kin: bool = False) -> tuple[str, list[Grade]]:
    """Return what a Chinese sentence, placeholders unresolved, grades, and its grades as they stand there.

    *kin*: what is graded may be told more fully of one grade than of another (旷工半天, 每月累计旷工两天).
    """
    topic = ""
    found: list[Grade] = []
    for segment in _PARTED.split(_ASCII_COMMA.sub("，", sentence)):
        match = _GRADE.fullmatch(segment.strip())
        if match is None or _STILL.match(segment):
            # What stands in front of the grades, or behind them, is no grade.
            if found:
                break
            continue
        if not found:
            topic = match["topic"].replace("：", "，").strip("，")
        elif match["topic"] not in ("", topic):
            if not (kin and (match["topic"].endswith(topic) or topic.endswith(match["topic"]))):
                break
            topic = max(topic, match["topic"], key=len)
        try:
            found.append(_grade(handbook, place, match))
        except UnknownReference:
            break
    one_kind = len({(fact.kind, fact.unit) for grade in found for fact in grade.facts}) == 1
    return (topic, found) if one_kind else ("", [])


def closed(grades: Sequence[Grade]) -> list[Grade] | None:
    """Return grades with both their bounds, in the order of the rule; ``None`` where they do not lie end to end."""
    rising = _rising(_begun(grades))
    if not rising:
        return None
    whole = [
        replace(
            grade,
            low=grade.low if grade.low is not None or not n else rising[n - 1].high,
            high=grade.high if grade.high is not None or n + 1 == len(rising) else rising[n + 1].low,
        )
        for n, grade in enumerate(rising)
    ]
    if not all(_meet(one, other) for one, other in pairwise(whole)):
        return None
    if any(grade.low is not None and grade.high is not None and grade.low >= grade.high for grade in whole):
        return None
    return whole if rising[0].outcome is grades[0].outcome else whole[::-1]


def _meet(lower: Grade, higher: Grade) -> bool:
    """Tell whether one grade ends where the next begins, or one whole step before: 70-79分……，80-94分……."""
    if lower.high is None or higher.low is None:
        return False
    return higher.low == lower.high or (
        0 < higher.low - lower.high <= _step(higher.facts[0]) and _in_wholes(lower, higher)
    )


def _in_wholes(*grades: Grade) -> bool:
    """Tell whether the grades are of what is counted in whole numbers: nobody has 79.5 points."""
    kinds = (QuantityKind.COUNT, QuantityKind.DURATION)
    return all(fact.kind in kinds for grade in grades for fact in grade.facts)


def _begun(grades: Sequence[Grade]) -> list[Grade]:
    """Return grades of which each that is only said to end, behind another, begins where that ends: 1天以内……；3天以内……."""
    begun = list(grades[:1])
    for before, grade in pairwise(grades):
        ends = grade.low is None and before.high is not None and grade.high is not None and before.high < grade.high
        begun.append(replace(grade, low=before.high) if ends else grade)
    return begun


def mismatches(handbook: Handbook) -> Iterator[Mismatch]:
    """Yield the grades of all adopted provisions that overlap or leave a hole, in printed order."""
    for regulation in handbook.regulations:
        for place in walk(regulation):
            if place.adopted:
                for sentence in _sentences(place):
                    rising = _rising(grades_in(handbook, place, sentence)[1])
                    yield from (Mismatch(place, *pair) for pair in pairwise(rising) if _apart(*pair))


def _sentences(place: Place) -> Iterator[str]:
    text = place.node.text.zh if place.node.text else None
    yield from (text or "").split("。")
    points = [node for node in place.node.body if node.level is Level.ITEM and node.adopted]
    said = [((node.text.zh if node.text else None) or "").rstrip("；。") for node in points]
    # The figures of points that are provisions of their own are not seen from the list.
    if (text or "").rstrip().endswith("：") and not any(node.facts for node in points) and "。" not in "".join(said):
        yield "；".join(said)


def _grade(handbook: Handbook, place: Place, match: re.Match[str]) -> Grade:
    addresses = tuple(handbook.fact_address(match[n], place) for n in ("one", "two") if match[n])
    facts = tuple(handbook.facts[address] for address in addresses)
    values = [magnitude(fact.quantity[0]) for fact in facts]
    low = high = None
    first, last = facts[0].quantity
    if len(facts) > 1:
        low, high = values
    elif last is not None:
        low, high = magnitude(first), magnitude(last)
    elif any(_MEANS_MORE.fullmatch(match[where]) for where in ("before", "behind")):
        low = values[0]
    elif match["before"] or match["behind"]:
        high = values[0]
    outcome, said = (handbook.plain(text, "zh", place) for text in (match["outcome"], match[0]))
    return Grade(addresses, facts, low, high, outcome, bool(match["case"]), said)


def _rising(grades: Sequence[Grade]) -> list[Grade]:
    """Return grades from the lowest up; none where the order in which they stand is neither that nor its reverse."""
    if any(grade.low is None and grade.high is None for grade in grades):
        return []
    for order in (list(grades), list(grades)[::-1]):
        lows = [grade.low for grade in order]
        begun = [low for low in lows if low is not None] or [grade.high for grade in order if grade.high is not None]
        # Only the lowest, or every one, may leave open where it begins.
        if len(begun) >= len(order) - 1 and None not in lows[1 : len(begun)] and begun == sorted(set(begun)):
            return order
    return []


def _apart(lower: Grade, higher: Grade) -> bool:
    if lower.high is None or higher.low is None:
        return False
    # 1至3次 and 4至6次 lie end to end: nobody is late three times and a half.
    return lower.high > higher.low or higher.low - lower.high > _step(higher.facts[0])


def _step(fact: Fact) -> Decimal:
    """Return one unit of a figure, as it is written."""
    quantity = fact.quantity[0]
    if isinstance(quantity, Duration):
        unit = quantity.parts[-1][0]
        return Duration(((unit, Decimal(1)),)).seconds
    return Decimal(1)
