"""Figures that lay nothing down: what a rate is per, what a kind of thing is called."""

from __future__ import annotations

import re

from guizhang.model.quantity import Number, QuantityKind
from guizhang.quiz.material.figures import Figure, number_of
from guizhang.quiz.quoting.points import BLANK

_MEASURES = frozenset(
    "millilitres litres grams kilograms milligrams tonnes kilometres metres centimetres square-metres cubic-metres".split()
)
_LENGTHS = frozenset(("metres", "centimetres", "millimetres"))
_ROUND = (1, 10, 100, 1000)
_PER = re.compile(r"(?:每|\bper |\bevery |\beach )$")
# 6.8米不超过19升, 9.6米厢车限载8吨: the length says which truck it is.
_LIMITS_ANOTHER = re.compile(r"[^，。；\d以的及或]{0,4}(?:不得?超[过過]|至多|最多|限[重载載]?)\d")
# 一天最高100元: the most for each day there is.
_AT_MOST = re.compile(r"(?:最[高多]|至多|不得?超[过過]|封[顶頂]|上限)[^，。；]{0,4}\d")


def basis(figure: Figure) -> bool:
    """Tell whether it is what a rate is per: 100ml of 20mg/100ml, 100公里 of 每100公里."""
    before = figure.sentence.either(figure.clause.langs[0]).partition(BLANK)[0]
    if figure.fact.kind is not QuantityKind.COUNT:
        return False
    if before.endswith(("/", "／")):
        return True
    return figure.fact.unit in _MEASURES and number_of(figure.fact) in _ROUND and _PER.search(before) is not None


def one_each(figure: Figure) -> bool:
    """Tell whether it is the one day, or month, for which the sentence says the most: 一天最高100元."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    return (
        figure.fact.kind is QuantityKind.DURATION and number_of(figure.fact) == 1 and _AT_MOST.match(behind) is not None
    )


def names_a_kind(figure: Figure) -> bool:
    """Tell whether a length says which thing is meant, for which the sentence limits something else: 6.8米不超过19升."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    single = isinstance(figure.fact.quantity[0], Number) and figure.fact.quantity[1] is None
    return single and figure.fact.unit in _LENGTHS and _LIMITS_ANOTHER.match(behind) is not None
