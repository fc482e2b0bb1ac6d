"""The one that nobody doubts: what a rate is per (每逾期一天, 旷工一天扣三天工资), the term counted in, how a mark is given."""

from __future__ import annotations

import re

from guizhang.model.quantity import QuantityKind
from guizhang.quiz.material.figures import Figure, number_of
from guizhang.quiz.quoting.points import BLANK

# 每逾期, 每遲到, 每超过; 每天工作, 每次休息 and 每人培训 say how often or of whom, and the figure is what is laid down.
_EACH_TIME = re.compile(
    "每(?![天日周週月年季次人个個位名班户戶家台间間件张張份批项項组組节節餐场場晚早夜学學半两兩单單车車隔\\d])"
    "[^，。；：、的\\d]{1,6}$"
)
_FOR_EACH = re.compile("(?:的|者)?，?(?:每次)?(?:扣|罚|罰|处|處|奖|獎|加|减|減|赔|賠|缴|繳)")
_DEED = re.compile(r"(?<!连续)(?<!連續)(?<!累计)(?<!累計)([\u4e00-\u9fff]{2})$")
_NUMBER = "(?:[2-9]|\\d\\d|[两兩二三四五六七八九十半])"
# 记爽约一次, 计旷课1次: how a mark is given.
_MARKED = re.compile("[记記计計](?![录錄入载載])[^，。；、\\d]{1,4}$")
_TERM = re.compile("(?:学期|學期|学年|學年|季度|赛季|賽季|年度|周期|週期|合同期|任期)$")
_BETWEEN = re.compile("之?[间間](?!休)|间隔|間隔|中间|中間|相隔|相距|的间|的間")
_PAIR = 2


def of_a_rate(figure: Figure) -> bool:
    """Tell whether a one in a Chinese sentence is what a rate is per, or how a mark is given: none asks whether it is two."""
    if number_of(figure.fact) != 1 or "zh" not in figure.clause.langs:
        return False
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if figure.fact.kind is QuantityKind.COUNT:
        term = _TERM.search(figure.printed(figure.fact, "zh"))
        return any(map(bool, (_EACH_TIME.search(before), _MARKED.search(before), term)))
    if figure.fact.kind is not QuantityKind.DURATION:
        return False
    return _EACH_TIME.search(before) is not None or (
        _FOR_EACH.match(behind) is not None and not _graded(before, behind)
    )


def _graded(before: str, behind: str) -> bool:
    """Tell whether the same deed is counted once more, so that one is the first of its grades: 旷工一天扣…，旷工两天扣…."""
    deed = _DEED.search(before)
    if deed is None:
        return True  # what is counted is not told right before it
    again = re.compile(rf"(?<!连续)(?<!連續)(?<!累计)(?<!累計){deed[1]}[^，。；、\d]{{0,2}}{_NUMBER}")
    return again.search(before[: deed.start()] + "，" + behind) is not None


def two_between(figure: Figure) -> bool:
    """Tell whether they are the two that something lies between: 两餐间隔3小时, 两次之间. No rule has it between three."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    return number_of(figure.fact) == _PAIR and _BETWEEN.match(behind) is not None
