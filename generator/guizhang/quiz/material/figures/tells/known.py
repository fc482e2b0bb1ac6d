"""Figures that lay nothing down: examples, what everybody knows or the law says, a whole, what a kind of thing is called."""

from __future__ import annotations

import re

from guizhang.model.quantity import Number, QuantityKind
from guizhang.quiz.material.figures.figure import OF_AGE, Figure, number_of
from guizhang.quiz.quoting.points import BLANK

_EXAMPLE = re.compile(
    rf"{BLANK}[^，。；]*(?:这类|这样的|之类)|(?:例如|比如|譬如)[^。；]*{BLANK}|[，、（(]如{BLANK}|(?<![至不最])少{BLANK}"
    # What everybody works: eight hours a day, five days a week; and what a line of a score sheet counts.
    # Nor what somebody is told in a sample of speech: 客服：‘一共240元。’
    rf"|[：，]‘[^’]*{BLANK}[^’]*[。！？]’|{BLANK}[^。；]{{0,24}}工作制|[（(]{BLANK}分?[)）]"
    # How many hold a post nobody has to know by heart: 设部门经理1人、现场负责人______.
    rf"|(?:设|配备|配置|编制)[^，。；]*{BLANK}(?!以)"
)
# For example, if you work 11am-4pm: whatever lasts as long would do.
_EXAMPLE_EN = re.compile(
    rf"\b(?:[Ff]or (?:example|instance)|e\.g\.|[Ee]xample:|[Ss]ay,)[^.;]*{BLANK}"
    rf"|\b(?:[Ii]f|[Ww]hen) (?:[a-z]+ ){{1,3}}?works? (?:from )?{BLANK}"
)
_WHOLE = 100
_EVERY = re.compile("每[个位名一件户家]|全部|所有|一律|均须")
_AT_WORK = 16
"""Years of age below which nobody may be taken on."""
_MINORS = re.compile(f"(?:[未不][满滿足到达達]|低[于於]|小[于於]){BLANK}|{BLANK}以下")
_TAKEN_ON = re.compile("招[用聘工]|录用|錄用|雇[用佣]|僱用|聘[用请請]|用工|童工|入职|入職|应聘|應聘")
# 必須由一位18歲或以上人士陪同; accompanied by somebody of 18 or over.
_WITH_CHILDREN = re.compile(
    rf"{BLANK}[^，。；]{{0,10}}(?:陪同|陪伴|看护|看護|照看|监护|監護|带领|帶領)|\b(?:accompanied|supervised|escorted|attended) by [^.;]{{0,40}}{BLANK}",
    re.IGNORECASE,
)
_LENGTHS = frozenset(("metres", "centimetres", "millimetres"))
# 6.8米不超过19升, 9.6米厢车限载8吨: the length says which truck it is.
_LIMITS_ANOTHER = re.compile(r"[^，。；\d以的及或]{0,4}(?:不得?超[过過]|至多|最多|限[重载載]?)\d")
_BETWEEN = re.compile("之?[间間](?!休)|间隔|間隔|中间|中間|相隔|相距|的间|的間")
_PAIR = 2


def an_example(figure: Figure) -> bool:
    """Tell whether the sentence uses the figure as an example, or for what everybody does."""
    said = figure.sentence
    return _EXAMPLE.search(said.either("zh")) is not None or _EXAMPLE_EN.search(said.en or "") is not None


def all_of_them(figure: Figure) -> bool:
    """Tell whether the sentence gives a share away: 每个租户……达到100%, or 70% to the one and 30% to the other."""
    if figure.fact.kind is not QuantityKind.PERCENT:
        return False
    facts = [figure.handbook.facts[address] for address in figure.clause.facts()]
    shares = [number_of(fact) or 0 for fact in facts if fact.kind is QuantityKind.PERCENT]
    if len(shares) > 1 and (sum(shares) == _WHOLE or (len(shares) > 2 and sum(shares) == 2 * max(shares))):
        return True  # 21%, of which 16% go to the one and 5% to the other, add up as well
    return number_of(figure.fact) == _WHOLE and _EVERY.search(figure.sentence.either("zh")) is not None


def of_age(figure: Figure) -> bool:
    """Tell whether it is the age of whoever goes with children, or, in Chinese alone, one that the law has (minors, taken on)."""
    if _of_age_beside(figure):
        return True
    if figure.fact.unit != "years-of-age" or figure.clause.langs != ("zh",):
        return False
    said, number = figure.sentence.either("zh"), number_of(figure.fact)
    minors = number == OF_AGE and _MINORS.search(said) is not None
    return minors or (number == _AT_WORK and _TAKEN_ON.search(said) is not None)


def _of_age_beside(figure: Figure) -> bool:
    """Tell whether it is the age of whoever goes with children: an adult, as anybody knows."""
    aged = figure.fact.unit == "years-of-age" and number_of(figure.fact) == OF_AGE
    return aged and _WITH_CHILDREN.search(figure.sentence.either(figure.clause.langs[0])) is not None


def names_a_kind(figure: Figure) -> bool:
    """Tell whether a length says which thing is meant, for which the sentence limits something else: 6.8米不超过19升."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    single = isinstance(figure.fact.quantity[0], Number) and figure.fact.quantity[1] is None
    return single and figure.fact.unit in _LENGTHS and _LIMITS_ANOTHER.match(behind) is not None


def two_between(figure: Figure) -> bool:
    """Tell whether they are the two that something lies between: 两餐间隔3小时, 两次之间. No rule has it between three."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    return number_of(figure.fact) == _PAIR and _BETWEEN.match(behind) is not None
