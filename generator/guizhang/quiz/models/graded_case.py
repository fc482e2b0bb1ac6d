"""Graded case: a case with a figure of its own, and what follows by a sentence that grades it.

迟到15分钟以内的，扣20元；15分钟以上、1小时以内的，扣50元；超过1小时的，按旷工半天处理: somebody is 20 minutes late. The options are
what follows in each grade, in the order of the rule. The case lies inside its grade, never on a bound: where one grade
ends the next begins, and rules often say of both that they include it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.item import CognitiveLevel, ItemType, Option
from guizhang.model.quantity import magnitude
from guizhang.model.text import Text
from guizhang.quiz.clauses import Clause
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.figures import Figure
from guizhang.quiz.models.made import Made, instead, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.sayings import verdict
from guizhang.quiz.neighbours import neighbours
from guizhang.quiz.texts import bare, escaped

NAME = "graded-case"
ASKS = Message(
    "一句话里按数值分档的规定（三档以上）", "a sentence that grades cases by a figure, in three grades or more"
)
_FEWEST = 3
_MOST = 5
_ITEMS = 2
_LEAST = "超过|超過|大于|高于|多于|至少|不少于|达到|達到|满|滿|逾"
_UP_TO = "不超过|不超過|不满|未满|未滿|不足|低于|低於|少于|少於|小于"
_FACT = r"\$\{(?P<%s>[\w-]+)\}"
_BEHIND = "以上|以下|以内|以內|以外|之内"
_INCLUDING = r"(?:[（(]含[^）)]*[）)])?"
_GRADE = re.compile(
    rf"(?P<topic>[^，。；]*?)(?:在|为|為)?(?P<before>{_UP_TO}|{_LEAST}|){_FACT % 'one'}{_INCLUDING}(?P<behind>{_BEHIND}|)"
    rf"{_INCLUDING}(?:[、，至到]?(?P<then>{_UP_TO}|){_FACT % 'two'}{_INCLUDING}(?P<end>{_BEHIND}|){_INCLUDING})?"
    r"(?:的|者)?，?(?P<outcome>[^。]{2,40})"
)
# A comma parts grades where a figure stands behind it that is not the last thing said, and no case in front: …的，扣20元.
_PARTED = re.compile(r"[；;]|(?<![的者])，(?=[^，。；;]*\$\{[\w-]+\}[^，。；;]{2,})")
_TOPIC = re.compile(r"(?!.*[的者]$)[^\d${}]{2,20}")
_MEANS_MORE = frozenset((*_LEAST.split("|"), "以上", "以外"))
_STILL = re.compile(r"(?:但|另|其中|并|并且|同时|如果|特殊|其他|其余)")


@dataclass(frozen=True)
class _Grade:
    facts: tuple[Fact, ...]
    addresses: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    outcome: str
    """What follows, figures printed."""

    def holds(self, value: Decimal) -> bool:
        """Tell whether a case is inside the grade and on neither of its bounds."""
        return (self.low is None or value > self.low) and (self.high is None or value < self.high)


def make(rules: Rules) -> Iterator[Made]:
    """Yield two items for every Chinese sentence with three grades or more."""
    for clause in rules.clauses:
        if clause.langs == ("zh",) and not clause.introduces and clause.quote() is not None:
            yield from _items(clause)


def _items(clause: Clause) -> Iterator[Made]:
    text = clause.place.node.text
    for sentence in (text.either("zh") if text else "").split("。"):
        found = _graded(clause, sentence)
        if found is None:
            continue
        topic, grades = found
        name = item_id(NAME, clause.address, str(clause.ordinal))
        made = [
            item
            for n in keyed_order(range(len(grades)), str, "grade", name)
            if (item := _item(clause, topic, grades, n))
        ]
        yield from made[:_ITEMS]
        return


def _graded(clause: Clause, sentence: str) -> tuple[str, list[_Grade]] | None:
    """Return what a sentence grades and its grades in order; ``None`` where they do not lie end to end."""
    topic = ""
    grades: list[_Grade] = []
    for segment in _PARTED.split(sentence):
        match = _GRADE.fullmatch(segment.strip())
        if match is None or _STILL.match(segment):
            # What stands in front of the grades, or behind them, is no grade.
            if grades:
                break
            continue
        if not grades:
            topic = match["topic"].replace("：", "，").strip("，")
        elif match["topic"] not in ("", topic):
            break
        grades.append(_grade(clause, match))
    if not _FEWEST <= len(grades) <= _MOST or not _TOPIC.fullmatch(topic):
        return None
    facts = [fact for grade in grades for fact in grade.facts]
    if len({(fact.kind, fact.unit) for fact in facts}) > 1:
        return None
    closed = _closed(grades)
    return (topic, closed) if closed is not None else None


def _grade(clause: Clause, match: re.Match[str]) -> _Grade:
    addresses = [clause.handbook.fact_address(match[n], clause.place) for n in ("one", "two") if match[n]]
    facts = [clause.handbook.facts[address] for address in addresses]
    values = [magnitude(fact.quantity[0]) for fact in facts]
    low = high = None
    first, last = facts[0].quantity
    if len(facts) > 1:
        low, high = values
    elif last is not None:
        low, high = magnitude(first), magnitude(last)
    elif match["before"] in _MEANS_MORE or match["behind"] in _MEANS_MORE:
        low = values[0]
    elif match["before"] or match["behind"]:
        high = values[0]
    said = clause.handbook.plain(match["outcome"], "zh", clause.place)
    return _Grade(tuple(facts), tuple(addresses), low, high, bare(said))


def _closed(grades: Sequence[_Grade]) -> list[_Grade] | None:
    """Return grades with both their bounds, in the order of the rule; ``None`` where they overlap or leave a gap."""
    rising = list(grades)
    ends = (grade.low if grade.low is not None else grade.high for grade in grades)
    bounds = [end for end in ends if end is not None]
    if len(bounds) < len(grades):
        return None
    if bounds != sorted(bounds):
        rising.reverse()
    closed = [
        _Grade(
            grade.facts,
            grade.addresses,
            grade.low if grade.low is not None or not n else rising[n - 1].high,
            grade.high if grade.high is not None or n + 1 == len(rising) else rising[n + 1].low,
            grade.outcome,
        )
        for n, grade in enumerate(rising)
    ]
    # An open end in the middle, or two grades of which one lies in the other, is no ladder.
    if any(one.high is None or one.high != other.low for one, other in pairwise(closed)):
        return None
    return closed if rising[0] is grades[0] else closed[::-1]


def _item(clause: Clause, topic: str, grades: Sequence[_Grade], n: int) -> Made | None:
    grade = grades[n]
    figure = Figure(clause, grade.addresses[0], grade.facts[0])
    near = [fact for one in grade.facts for side in neighbours(one) for fact in side]
    inside = {
        magnitude(fact.quantity[0]): fact
        for fact in near
        if fact.quantity[1] is None and grade.holds(magnitude(fact.quantity[0])) and figure.fits(fact)
    }
    rule = clause.quote()
    if not inside or rule is None:
        return None
    name = item_id(NAME, clause.address, f"{clause.ordinal}-{n + 1}")
    # In the first and the last grade the case nearest to the bound: of one far off nobody would be in doubt.
    ordered = sorted(inside)
    value = (
        ordered[-1] if grade.low is None else ordered[0] if grade.high is None else keyed_choice(ordered, "case", name)
    )
    case = figure.printed(inside[value], "zh")
    where = clause.said_where()
    key = Text(zh=grade.outcome)
    return item_of(
        clause,
        NAME,
        f"{clause.ordinal}-{n + 1}",
        ItemType.SINGLE_CHOICE,
        level=CognitiveLevel.APPLY,
        difficulty=3,
        stem=Text(zh=f"按{where.zh}，{topic}{case}的，适用下列哪一项？"),
        options=tuple(
            Option(text=escaped(Text(zh=one.outcome)), key=one is grade, why=None if one is grade else instead(key))
            for one in grades
        ),
        keep_order=True,
        rationale=verdict(clause, rule),
    )
