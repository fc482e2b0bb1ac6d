"""Graded case: a case with a figure of its own, and what follows by a sentence that grades it.

迟到15分钟以内的，扣20元；15分钟以上、1小时以内的，扣50元；超过1小时的，按旷工半天处理: somebody is 20 minutes late. The options are
what follows in each grade, in the order of the rule. The case lies inside its grade, never on a bound: where one grade
ends the next begins, and rules often say of both that they include it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import islice

from guizhang.consistency.grades import Grade, closed, grades_in
from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.item import CognitiveLevel, Item, ItemType, Option
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.figures.english_grades import EnglishGrade, cases, english_grades
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.made import Made, capital, instead, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sanctions.listed_grades import ListedGrades, below, listed_grades
from guizhang.quiz.material.sayings import verdict
from guizhang.quiz.material.values.neighbours import neighbours
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import broken, dangles, leans, too_long
from guizhang.quiz.quoting.texts import bare, escaped

NAME = "graded-case"
ASKS = Message(
    "一句话里按数值分档的规定（三档以上，只从只有一种语言的规定出题）",
    "a sentence that grades cases by a figure, in three grades or more (of rules in one language only)",
)
_FEWEST = 3
_MOST = 5
"""Options."""
_MOST_GRADES = 8
_ITEMS = 2
# 500㎡以上及餐饮60天: what else the grade covers is part of the case, and no outcome.
_TORN = re.compile("(?:以?及|和|与|與|或者?|、|的)")
# What a thing is called that is told in another unit than the case: 装修期 of 150㎡, 押金 of three days.
_TOLD_IN = (
    (
        re.compile("(?:期|期限|时间|時間|时长|時長|天数|天數|工期|年限)$"),
        (QuantityKind.DURATION, QuantityKind.DATE, QuantityKind.TIME),
    ),
    (re.compile("(?:费|費|金|款|价|價|额|額)$"), (QuantityKind.MONEY, QuantityKind.PERCENT)),
)
_TOPIC = re.compile(r"(?!.*[的者]$)[^\d${}]{2,20}")


def make(rules: Rules) -> Iterator[Made]:
    """Yield two items for every rule of one language with three grades or more."""
    for clause in rules.clauses:
        if clause.langs == ("zh",):
            yield from _listed_items(clause, rules) if clause.introduces else _items(clause)
        elif clause.langs == ("en",):
            beneath = [c for c in rules.clauses if c.place.ancestors and c.place.ancestors[-1] is clause.place.node]
            yield from _english_items(clause, beneath)


def _items(clause: Clause) -> Iterator[Made]:
    text = clause.place.node.text
    for sentence in (text.either("zh") if text else "").split("。"):
        found = _graded(clause, sentence) if _quotable(clause, sentence) else None
        if found is None:
            continue
        topic, grades = found
        yield from _some(clause, len(grades), partial(_item, clause, topic, grades))
        return


def _listed_items(clause: Clause, rules: Rules) -> Iterator[Made]:
    """Yield two items for a list whose lines are grades."""
    found = listed_grades(clause)
    if found is not None:
        also = below(found.places, rules.clauses)
        yield from _some(clause, len(found.grades), partial(_item, clause, "", found.grades, listed=found, also=also))


def _some(clause: Clause, grades: int, item: Callable[[int], Made | None]) -> Iterator[Made]:
    """Yield two of the items of a clause; *item* makes that of a grade, where there is a case for it.

    The grades in the middle come first: that the least and the most follow on the first and the last grade good sense tells.
    """
    name = item_id(NAME, clause.address, str(clause.ordinal))
    in_turn = sorted(keyed_order(range(grades), str, "grade", name), key=lambda n: n in (0, grades - 1))
    made = (found for n in in_turn if (found := item(n)))
    yield from islice(made, _ITEMS)


def _quotable(clause: Clause, sentence: str) -> bool:
    """Tell whether the clause can be quoted, or one sentence of a clause that is only too long for that."""
    if clause.quote() is not None:
        return True
    printed = clause.printed(clause.handbook.print_fact)
    if printed is None or not too_long(printed.either("zh"), "zh"):
        return False
    said = clause.handbook.plain(sentence, "zh", clause.place)
    return bool(said) and not (broken(said, "zh") or dangles(said, "zh") or leans(said, "zh"))


def _graded(clause: Clause, sentence: str) -> tuple[str, list[Grade]] | None:
    """Return what a sentence grades and its grades in order; ``None`` where nobody could tell in which one a case is.

    They lie end to end, or are for certain figures.
    """
    topic, grades = grades_in(clause.handbook, clause.place, sentence, kin=True)
    topic = clause.handbook.plain(topic, "zh", clause.place) or _unnamed(clause, grades)
    if not _FEWEST <= len(grades) <= _MOST_GRADES or not _TOPIC.fullmatch(topic):
        return None
    whole = closed(grades)
    if whole is None and all(grade.exact is None for grade in grades):
        return None
    return topic, whole if whole is not None else grades


def _unnamed(clause: Clause, grades: Sequence[Grade]) -> str:
    """Return what is graded where the sentence leaves it to its heading: 95分以上奖励……，80-94分……; empty where only that can tell."""
    units = (
        {(fact.kind, fact.unit) for grade in grades for fact in grade.facts} if clause.heading is not None else set()
    )
    if units == {(QuantityKind.COUNT, "points")}:
        return "得分"
    return "金额" if {kind for kind, _ in units} == {QuantityKind.MONEY} else ""


def _cases(clause: Clause, grades: Sequence[Grade], n: int) -> dict[Decimal, Fact]:
    """Return the figures that are inside a grade beyond doubt, by their size: none that is a bound of another."""
    grade = grades[n]
    if grade.exact is not None:
        bounds = [bound for one in grades if one is not grade for bound in (one.low, one.high, one.exact)]
        inside = any(one.holds(grade.exact) for one in grades)
        return {} if inside or grade.exact in bounds else {grade.exact: grade.facts[0]}
    if any(one.exact is not None for one in grades):
        return {}
    figure = Figure(clause, grade.addresses[0], grade.facts[0])
    # 30~60分钟 is one figure with two ends.
    ends = [one.with_value(f"{end}") for one in grade.facts for end in one.quantity if end is not None]
    near = [fact for one in ends for side in neighbours(one) for fact in side]
    return {
        magnitude(fact.quantity[0]): fact
        for fact in near
        if fact.quantity[1] is None and grade.holds(magnitude(fact.quantity[0])) and figure.fits(fact)
    }


def _item(
    clause: Clause,
    topic: str,
    grades: Sequence[Grade],
    n: int,
    *,
    listed: ListedGrades | None = None,
    also: Sequence[Clause] = (),
) -> Made | None:
    grade = grades[n]
    figure = Figure(clause, grade.addresses[0], grade.facts[0])
    inside = _cases(clause, grades, n)
    outcomes = [Text(zh=bare(one.outcome)) for one in grades]
    torn = any(_TORN.match(text.either("zh")) for text in outcomes)
    if not inside or torn or len({text.zh for text in outcomes}) < len(grades):
        return None
    name = item_id(NAME, clause.address, f"{clause.ordinal}-{n + 1}")
    # In the first and the last grade the case nearest to the bound: of one far off nobody would be in doubt.
    ordered = sorted(inside)
    value = (
        ordered[-1] if grade.low is None else ordered[0] if grade.high is None else keyed_choice(ordered, "case", name)
    )
    case = figure.printed(inside[value], "zh")
    asked = _asked(clause, topic, case, grades[0].facts[0]) if listed is None else _asked_of_list(clause, listed, case)
    # Of more grades than there are options, those about the case; where it is among them is left to chance.
    starts = range(max(0, n - _MOST + 1), max(0, min(n, len(grades) - _MOST)) + 1)
    start = keyed_choice(starts, "options", name)
    return item_of(
        clause,
        NAME,
        f"{clause.ordinal}-{n + 1}",
        ItemType.SINGLE_CHOICE,
        level=CognitiveLevel.APPLY,
        difficulty=3,
        also=also,
        stem=Text(zh=asked),
        options=tuple(
            Option(text=escaped(text), key=one is grade, why=None if one is grade else instead(outcomes[n]))
            for one, text in list(zip(grades, outcomes, strict=True))[start : start + _MOST]
        ),
        keep_order=True,
        rationale=verdict(
            clause, listed.rule if listed is not None else clause.quote() or Text(zh=f"{bare(grade.said)}。")
        ),
    )


def _asked(clause: Clause, topic: str, case: str, graded: Fact) -> str:
    told = f"{case}的，{topic}" if _by_another_measure(topic, graded) else f"{topic}{case}的，"
    return f"按{clause.said_where.zh}，{told}适用下列哪一项？"


def _asked_of_list(clause: Clause, listed: ListedGrades, case: str) -> str:
    asked = "由谁审批？" if listed.who else "适用下列哪一项？"
    return f"{clause.said_where.zh}规定：“{listed.lead}”其中{case}的，{asked}"


def _by_another_measure(topic: str, fact: Fact) -> bool:
    """Tell whether what is graded is told in another unit than the cases: 押金 by the days."""
    return any(pattern.search(topic) and fact.kind not in kinds for pattern, kinds in _TOLD_IN)


def _english_items(clause: Clause, beneath: Sequence[Clause]) -> Iterator[Made]:
    """Yield two items for an English clause with three grades; *beneath* are the clauses of its list."""
    found = english_grades(clause)
    if found is None or len({grade.outcome for grade in found[1]}) > _MOST:
        return
    topic, grades = found
    yield from _some(clause, len(grades), partial(_english_item, clause, beneath, topic, grades))


def _english_item(
    clause: Clause, beneath: Sequence[Clause], topic: str, grades: Sequence[EnglishGrade], n: int
) -> Item | None:
    grade = grades[n]
    # A single figure is worded as single figures are, where there are any.
    single = next((one for one in grades if one.fact.quantity[1] is None), grade)
    figure = Figure(clause, single.address, single.fact)
    values = [fact for fact in cases(grade, grades) if magnitude(fact.quantity[0]) > 0]
    if not values:
        return None
    name = item_id(NAME, clause.address, f"{clause.ordinal}-{n + 1}")
    chosen = values[-1] if n == 0 else values[0] if n + 1 == len(grades) else keyed_choice(values, "case", name)
    own = chosen.value == grade.fact.value
    case = clause.handbook.print_fact(grade.address, "en") if own else figure.printed(chosen, "en")
    where, key = clause.said_where.either("en"), _english_outcome(clause, grade)
    if topic:
        stem = (
            f"{where}: “{clause.handbook.plain(topic, 'en', clause.place)} …” In one case it is {case}. What applies?"
        )
    else:
        sentence = clause.handbook.plain(grade.case, "en", grade.place).replace("{}", case)
        bare_case = sentence.strip(" :–-") == case
        stem = (
            f"{where}: what does the rule say for {case}?"
            if bare_case
            else f"{where}: by the rule, how does this go on: “{capital(sentence)} …”?"
        )
    said = [_english_outcome(clause, one) for one in grades]
    return item_of(
        clause,
        NAME,
        f"{clause.ordinal}-{n + 1}",
        ItemType.SINGLE_CHOICE,
        also=[point for point in beneath if any(point.place.node is one.place.node for one in grades)],
        level=CognitiveLevel.APPLY,
        difficulty=3,
        stem=Text(en=stem),
        options=tuple(
            Option(text=escaped(text), key=one is grade, why=None if one is grade else instead(key))
            for one, text in zip(grades, said, strict=True)
        ),
        keep_order=True,
        rationale=verdict(clause, _with_lines(clause, grades)),
    )


def _english_outcome(clause: Clause, grade: EnglishGrade) -> Text:
    return Text(en=capital(clause.handbook.plain(grade.outcome, "en", grade.place)))


def _with_lines(clause: Clause, grades: Sequence[EnglishGrade]) -> Text:
    """Return the rule; of a list what introduces it, with its lines."""
    places = [clause.place, *(one.place for one in sorted(grades, key=lambda one: one.place.loc) if clause.introduces)]
    texts = [(text.either("en"), place) for place in places if (text := place.node.text) is not None]
    first, *lines = [clause.handbook.plain(text, "en", place) for text, place in texts]
    return Text(en=f"{first} {'; '.join(map(bare, lines))}." if lines else first)
