"""Altered figures by which a Chinese rule still holds: who hands in what is worth over 200 hands in what is worth over 500.

Said as a statement of its own, a case drawn narrower than the rule draws it is true by the rule, and no wrong option. Drawn
wider, it says more than the rule does.
"""

from __future__ import annotations

import re

from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import magnitude
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.quoting.points import BLANK

_MORE = re.compile(
    "(?:超过|超過|超出|逾|[达達]到?|[年累计計已]?[满滿]|高[于於]|多[于於]|大[于於]|晚[于於]|[迟遲][于於])$"
)
_LESS = re.compile("(?:不足|[不未][满滿]|不到|未[达達]到?|低[于於]|少[于於]|小[于於]|早[于於]|(?:未|没有|沒有)提前)$")
# What is compared may stand between: 超过价目表价格5%的.
_MORE_OF = re.compile(r"(?:超过|超過|超出|高于|高於|多于|多於)[^，。；：、\d]{1,8}$")
# 至少3000千伏安的, 不超过1天的: a case where 的 closes it, else what must be.
_AT_LEAST = re.compile(r"(?:至少|最少|不[低少小][于於])[^，。；：、\d]{0,8}$")
_AT_MOST = re.compile(r"(?:至多|最多|不超[过過]|不[高多大][于於])[^，。；：、\d]{0,8}$")
_NEGATED = re.compile("(?:不[得能可应應要许許准宜]?|未|勿|没有|沒有|禁止|避免)$")
_UP, _DOWN = re.compile("[及含]?以上|起|以外"), re.compile("[及含]?(?:以[下内內]|之[内內]|[内內])")
# The case ends: ……的，, ……者, ……时, or who decides it stands right behind: 以上由店长批准.
_CASE = re.compile(
    "[^，。；：]{0,16}?(?:的(?=[，。；]|[应應须須由可不给給扣罚罰按视視每一])|者(?=[，。；]|[应應须須])|[时時后後](?=[，。；]))"
    "|(?:[及含]?以[上下内內外])?(?=由|须经|須經|[应應须須]由|[报報])"
)
_ENDED = re.compile("[^，。；：]{0,16}?(?:的|者)(?=[，。；])")
_BARRED = re.compile("(?:不得|必须|必須|[应應][当當]?|须|須)$")
_COMMA = re.compile("[，]")
_DUTY = re.compile("(?:必须|必須|应当|應當|[应應须須需]|至少|至多|最多|最迟|最遲|不得)[^，。；：]*$")


def still_true(figure: Figure, fact: Fact) -> bool:
    """Tell whether the rule, with *fact* in the place of *figure*, speaks of fewer cases than it does, so that it holds of them."""
    side = _side(figure)
    if side is None or "zh" not in figure.clause.langs:
        return False
    here, there = magnitude(figure.fact.quantity[0]), magnitude(fact.quantity[0])
    return there > here if side is Bound.MIN else there < here


def _side(figure: Figure) -> Bound | None:
    """Return on which side of the figure the cases lie that the sentence speaks of; ``None`` where it is no bound of cases."""
    if figure.fact.quantity[1] is not None:
        return None
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    ended = _ENDED.match(behind) is not None
    if ended and (least := _AT_LEAST.search(before)) and not _BARRED.search(before[: least.start()]):
        return Bound.MIN
    if ended and (most := _AT_MOST.search(before)) and not _BARRED.search(before[: most.start()]):
        return Bound.MAX
    less, more = _LESS.search(before), _MORE.search(before) or (_MORE_OF.search(before) if ended else None)
    compared = less or more
    said = before[: compared.start()] if compared else before
    if _DUTY.search(said) or (compared is not None and _NEGATED.search(said)):
        return None
    case = _CASE.match(behind) is not None or (compared is not None and _COMMA.match(behind) is not None)
    if not case:
        return None
    if less or more:
        return Bound.MAX if less else Bound.MIN
    return Bound.MIN if _UP.match(behind) else Bound.MAX if _DOWN.match(behind) else None
