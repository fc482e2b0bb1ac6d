"""Threshold case: four cases, each with a figure; the rule, its own figure left blank, has to be applied.

The options say which of the four the rule covers. Cases lie on both sides of the figure, and mostly one is the figure itself,
where 以上 and 不满, at least and less than, decide. The options draw the line at three places, and nothing in their looks tells
them apart, for the four come in an order that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.fact import Bound, Fact
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.cases import APPLIES, KEEPS, question_of
from guizhang.quiz.material.figures.figure import OF_AGE, Figure, number_of
from guizhang.quiz.material.figures.limiting import NO_LIMIT, adjoins, as_read, read_limits, why_no_limit
from guizhang.quiz.material.figures.then import done_by_then
from guizhang.quiz.material.made import TOO_FEW, Made, instead, item_id, item_of, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.values.manner import in_one_form
from guizhang.quiz.quoting.points import BLANK

NAME = "threshold-case"
ASKS = Message("一个上限或者下限", "a figure that is a limit")
_CASES = 4
# Of a list quoted in part the rule is more than the one point: all sums are decided by some rule of it.
_POINT = ("哪几种属于这一项？", "Which of the cases fall under this point?")
_AGED = re.compile(r"\baged (?:[a-z]+ ){0,3}$", re.IGNORECASE)
_PER = re.compile(r" (?:a|an|per|each|every) (?:day|night|shift|week|month|quarter|year|person|member|visit|booking)\b")
_BEFORE = re.compile(r"\bbefore $", re.IGNORECASE)
_BY = re.compile("[之以]?前")
_COUNTED = re.compile(r" (?:[A-Za-z'-]+ ){0,2}?(?:[A-Za-z-]{2,}s|feet|people|children)(?!['’\w]| [a-z]+s\b)")
# Staff must not write to pupils under the age of 18: the age says whom the rule is about.
_THOSE = re.compile(
    r"(?<!\bbe )\b(?:[a-z]+s|children|people|those|any(?:one|body)|every(?:one|body)|persons?|a [a-z]+)(?: who (?:is|are))?"
    r" (?:aged |at )?(?:under|over|below|above)(?: the age of)? $",
    re.IGNORECASE,
)
# Whoever comes must be 18; children under 4 must wear a vest: there the age says to whom the rule applies.
_TO_BE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        f"(?:应当|应|應|必须|必須|须|須|需|要求|限)[^，。；：]{{0,6}}{BLANK}|{BLANK}(?:以上|以下)?[，。]$"
    ),
    "en": re.compile(rf"\b(?:be|age(?: [a-z]+){{0,4}} is) (?:[a-z]+ ){{0,3}}{BLANK}"),
}
_POINTS_OF_TIME = (QuantityKind.TIME, QuantityKind.DATE)
_ORDINALS = (("第一种", "first"), ("第二种", "second"), ("第三种", "third"), ("第四种", "fourth"))


_TWICE = Message(
    "同一句里另有一个同样的限度，四种情形没有说属于哪一种",
    "the sentence sets another limit of the kind, and nothing says which of the two the four cases fall under",
)
_SOONER = Message(
    "这句话还要求立即去做，没有到界限的也不一定符合",
    "the sentence wants it done at once, so that a case under the limit may not keep to it either",
)
_OF_AGE = Message("谁成年、谁没有，不看规定也答得出", "who is of age one could tell without the rule")
_BARE = Message(
    "句子里看不出在那个时刻做的是什么，四个时刻没法说成四种情形",
    "the sentence does not say what is done at that time, so that four times are no four cases",
)
_AT_ONCE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"(?:立即|立刻|马上|尽快|第一时间)(?:[^；。]*(?:最迟|最晚|最长)[^，；。]*|[^，；。]*){BLANK}"),
    "en": re.compile(
        r"\b(?:at once|immediately|straight away|without delay|as soon as (?:possible|practicable))\b"
        rf"[^.;]*(?:latest[^.;]*{BLANK}|no later[^.;]*{BLANK}|{BLANK}[^.;]*\bat the latest)",
        re.IGNORECASE,
    ),
}


def make(rules: Rules) -> Iterator[Made]:
    """Yield a case for every figure that is a limit."""
    yield from rules.refused_figures
    for figure in rules.figures:
        yield _item(figure)


def _limited_twice(figure: Figure) -> bool:
    """Tell whether the sentence sets its limit twice: 必须在24小时内答复；重大投诉必须在______内答复."""
    own = figure.fact
    beside = (figure.handbook.facts[address] for address in figure.clause.facts() if address != figure.address)
    return any((one.kind, one.unit, one.bound) == (own.kind, own.unit, own.bound) for one in beside)


def _item(figure: Figure) -> Made:
    clause, sentence = figure.clause, figure.sentence
    if figure.fact.bound not in (Bound.MAX, Bound.MIN):
        return figure.declined(NO_LIMIT)
    if figure.fact.unit == "years-of-age" and number_of(figure.fact) == OF_AGE and len(clause.langs) == 1:
        return figure.declined(_OF_AGE)
    if _limited_twice(figure):
        return figure.declined(_TWICE)
    read = read_limits(figure)
    reason = why_no_limit(figure, read)
    if reason is not None:
        return figure.declined(reason)
    question = question_of(figure, read)
    if question != APPLIES and _AT_ONCE[clause.langs[0]].search(sentence.either(clause.langs[0])):
        return figure.declined(_SOONER)
    if question == APPLIES and "…" in sentence.either(clause.langs[0]):
        question = _POINT
    name = item_id(NAME, clause.address, figure.name)
    limit = as_read(figure.fact, read[clause.langs[0]])
    cases = _cases_of(figure, limit, name)
    if cases is None:
        return figure.declined(TOO_FEW)
    within = [_within(limit, case) for case in cases]
    shown = keyed_order(cases, lambda case: case.value, "order", name)
    timed = figure.fact.kind in _POINTS_OF_TIME and clause.langs == ("zh",)
    act = done_by_then(sentence.either("zh")) if timed else ""
    if act is None:
        return figure.declined(_BARE)
    told = (_told_of_people if _aged(figure) else _told)(figure, shown, question)
    if act:
        told = _told_of_times(figure, shown, act, question)
    low = within[0]
    sets = [cases[:n] if low else cases[n:] for n in range(1, _CASES)]
    key = next(chosen for chosen in sets if len(chosen) == sum(within))
    wrong = [chosen for chosen in sets if chosen is not key]
    return item_of(
        clause,
        NAME,
        figure.name,
        ItemType.SINGLE_CHOICE,
        level=CognitiveLevel.APPLY,
        difficulty=3,
        stem=asked(clause, sentence, *told),
        options=options(
            _which(figure, key, shown),
            [_which(figure, chosen, shown) for chosen in wrong],
            instead(figure.said(figure.fact)),
        ),
        rationale=verdict(clause, figure.filled()),
    )


def _told(figure: Figure, cases: Sequence[Fact], question: tuple[str, str]) -> tuple[str, str]:
    """Return what behind the sentence tells the cases and asks of them, in Chinese and in English."""
    said = [figure.said(case) for case in cases]
    zh = "、".join(in_one_form([text.either("zh") for text in said], "zh"))
    # What the figure measures the sentence with the blank says: bare figures are no cases.
    en = _listed(in_one_form([text.either("en") for text in said], "en")).rstrip(".")
    behind = figure.sentence.either("en").partition(BLANK)[2]
    if figure.fact.unit == "number" and (counted := _COUNTED.match(behind)):
        en += counted[0]  # two, three and four popular films
        behind = behind[counted.end() :]
    if per := _PER.match(behind):
        en += per[0]
    return f"四种实际情况依次是{zh}。{question[0]}", f" In four cases the figure is, in turn, {en}. {question[1]}"


def _told_of_times(figure: Figure, cases: Sequence[Fact], act: str, question: tuple[str, str]) -> tuple[str, str]:
    """Return the same of points of time, at which something is done: bare times would leave open what happens at them."""
    times = in_one_form([figure.printed(case, "zh") for case in cases], "zh")
    return f"四次{act}的时间依次是{'、'.join(times)}。{question[0]}", ""


def _told_of_people(figure: Figure, cases: Sequence[Fact], question: tuple[str, str]) -> tuple[str, str]:
    """Return the same of four people, where the figure is an age."""
    told_of = _THOSE.search(figure.sentence.either("en").partition(BLANK)[0]) is not None
    met = (question == KEEPS and not told_of) or any(
        _TO_BE[lang].search(figure.sentence.either(lang)) for lang in figure.clause.langs
    )
    ages = [f"{number_of(case) or 0:f}" for case in cases]
    zh = "哪几个人符合这一规定？" if met else "哪几个人适用这一规定？"
    en = "Which of them meet the rule?" if met else "To which of them does the rule apply?"
    return (
        f"有四个人，年龄依次是{'、'.join(figure.printed(case, 'zh') for case in cases)}。{zh}",
        f" Four {'children' if figure.of_the_young else 'people'} are {_listed(ages)} years old. {en}",
    )


def _aged(figure: Figure) -> bool:
    before = figure.sentence.either("en").partition(BLANK)[0]
    return figure.fact.unit == "years-of-age" or _AGED.search(before) is not None


def _open_edge(figure: Figure) -> bool:
    """Tell whether people may read the figure itself as within the limit or beyond it: 9:00前, before 9:00, or the next row."""
    if _beside_band(figure):
        return True
    before, _, behind = figure.sentence.either(figure.clause.langs[0]).partition(BLANK)
    return figure.fact.kind in (QuantityKind.TIME, QuantityKind.DATE) and bool(
        _BEFORE.search(before) or _BY.match(behind)
    )


def _beside_band(figure: Figure) -> bool:
    """Tell whether another row, or point of the list, begins or ends at the figure: 超速20%以上 below 超速10%至20%."""
    place = figure.clause.place
    beside = (place.ancestors[-1] if place.ancestors else place.regulation).body
    names = (
        f"{place.regulation.id}/{node.id}#{name}" for node in beside if node is not place.node for name in node.facts
    )
    return any(adjoins(figure.fact, figure.handbook.facts[name]) for name in names if name in figure.handbook.facts)


def _cases_of(figure: Figure, limit: Fact, name: str) -> list[Fact] | None:
    """Return four figures in ascending order, one to three of them within *limit* and some on either side of the figure.

    The figure itself is among them, unless readers may differ about it or no case would be left on one side.
    """
    lower, higher = figure.wrong_values
    usable = []
    for within in range(1, _CASES):
        own = not _open_edge(figure) and (within > 1 if limit.inclusive else within < _CASES - 1)
        own = own or not (lower and higher)
        same_side = within - (own and limit.inclusive)
        below = same_side if limit.bound is Bound.MAX else _CASES - own - same_side
        above = _CASES - own - below
        if below <= len(lower) and above <= len(higher):
            usable.append((below, own, above))
    # Nothing is beyond 100%: there all others lie short of it.
    split = [one for one in usable if all(one[::2])] or usable
    if not split:
        return None
    below, own, above = keyed_choice(split, "within", name)
    return [*reversed(lower[:below]), *((figure.fact,) if own else ()), *higher[:above]]


def _which(figure: Figure, chosen: Sequence[Fact], shown: Sequence[Fact]) -> Text:
    """Return the cases of *chosen* in the order in which they are told."""
    at = [n for n, case in enumerate(shown) if case in chosen]
    zh, en = ([_ORDINALS[n][lang] for n in at] for lang in (0, 1))
    if _aged(figure):
        zh = [one.replace("种", "个人") for one in zh]
    if len(at) == 1:
        return figure.clause.said(f"只有{zh[0]}", f"Only the {en[0]}")
    return figure.clause.said("、".join(zh[:-1]) + "和" + zh[-1], f"The {_listed(en)}")


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _within(limit: Fact, case: Fact) -> bool:
    here, there = magnitude(limit.quantity[0]), magnitude(case.quantity[0])
    if here == there:
        return limit.inclusive
    return there < here if limit.bound is Bound.MAX else there > here
