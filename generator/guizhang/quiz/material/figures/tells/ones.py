"""The one that nobody doubts: what a rate is per, the term counted in, how a mark is given, what is done only once."""

from __future__ import annotations

import re

from guizhang.model.quantity import QuantityKind
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.quoting.points import BLANK

# 每逾期, 每遲到, 每超过; 每天工作, 每次休息 and 每人培训 say how often or of whom, and the figure is what is laid down.
_EACH_TIME = re.compile(
    "每(?![天日周週月年季次人个個位名班户戶家台间間件张張份批项項组組节節餐场場晚早夜学學半两兩单單车車隔\\d])"
    "[^，。；：、的\\d]{1,6}$"
)
_FOR_EACH = re.compile("(?:的|者)?，?(?:每次)?(?:扣|罚|罰|处|處|奖|獎|加|减|減|赔|賠|缴|繳)")
# 迟到一次，扣50元: fifty for each, and nothing is counted. Of graded ones (两次的，…) it is the grade that is laid down.
_PER_ONE = re.compile("(?:的|者)?，?(?:每次)?(?:扣|罚|罰|处|處|奖|獎|加|减|減|赔|賠|缴|繳)[^，。；]*(?:\\d|______)")
_MORE_THAN_ONE = re.compile(
    "[两兩二三四五六七八九十2-9][次天日]|(?:[两兩二三四五六七八九十2-9]|\\d\\d)(?:个?小时|分钟|秒|周|个?月|年)|再次|多次|半[天日年个]"
)
_DEED = re.compile(r"(?<!连续)(?<!連續)(?<!累计)(?<!累計)([\u4e00-\u9fff]{2})$")
_NUMBER = "(?:[2-9]|\\d\\d|[两兩二三四五六七八九十半])"
# 记爽约一次, 计旷课1次: how a mark is given.
_MARKED = re.compile("[记記计計](?![录錄入载載])[^，。；、\\d]{1,4}$")
_TERM = re.compile("(?:学期|學期|学年|學年|季度|赛季|賽季|年度|周期|週期|合同期|任期)$")
# 一个自然年12分: the year in which points are counted.
_YEAR_OF = re.compile("(?:自然年度?|[日公农農][历曆歷]年|[历曆歷]年|[财財会會]计?年度?)$")
_SO_MUCH = re.compile(r"[之以]?[内內]?(?:共|累计|累計|合计|合計)?[为為]?\d")
# 一天最高100元: the most for each day there is.
_AT_MOST = re.compile(r"(?:最[高多]|至多|不得?超[过過]|封[顶頂]|上限)[^，。；]{0,4}\d")
_MEASURES = frozenset(
    "millilitres litres grams kilograms milligrams tonnes kilometres metres centimetres square-metres cubic-metres".split()
)
_ROUND = (1, 10, 100, 1000)
_PER = re.compile(r"(?:每|\bper |\bevery |\beach )$")
_ONLY = re.compile(r"[只仅][^，。；]{0,4}$")
# 一次告知, 一次性付清, 一次连续休假三天: in one go.
_IN_ONE_GO = re.compile(
    "(?:告知|通知|付清|缴清|还清|性|无息|连续|連續|[见見]效|成功|通[过過]|合格|到位|[办辦][结結好]|解[决決]|根治|"
    "请满|請滿|(?:时间|時間)?(?:不得?超过|不得?超過|最多|至多|不得多于)"
    # 一次记分满6分的, 下列行为一次记3分: at one time.
    "|[记記扣]分?[满滿达達累]|[记記]\\d+分)"
)
# 早、中、晚各一次, 上下班各打卡一次: the occasions are named.
_EACH = re.compile(
    r"每[^，。；]*(?<![于於少多超过過])$|、[^，。；]*各$"
    r"|(?:上下班|进出|進出|出入|早晚|往返|班前班后|班前班後|前后|前後)[^，。；]{0,4}各[^，。；]{0,4}$"
)
# 记小过一次: what it is counts, and once is how it is given.
_DEMERIT = re.compile("(?:[记記][大小]?[过過功]|嘉[奖獎]|申[诫誡]|警告)$")
# 在8点提醒一次: at one point of time.
_AT_A_TIME = re.compile(
    r"(?:\d[:：点點时時]\d*分?|[点點时時]半?|[当當]场|[当當]場)(?:再|应|應|须|須|由[^，。；]{1,6})?[^，。；\d]{0,4}$"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|a\(n\)) $", re.IGNORECASE)
_COUNTS_AS = re.compile(r"\b(?:counts?|counted|treated|regarded|taken) as $", re.IGNORECASE)


def of_a_rate(figure: Figure) -> bool:
    """Tell whether it is what a rate is per (每逾期一天, 100ml of 20mg/100ml, 一天最高100元), or how a mark is given."""
    if _basis(figure):
        return True
    if number_of(figure.fact) != 1 or "zh" not in figure.clause.langs:
        return False
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    printed = figure.printed(figure.fact, "zh")
    if figure.fact.kind is QuantityKind.COUNT:
        return any((_EACH_TIME.search(before), _MARKED.search(before), _TERM.search(printed), _rate(before, behind)))
    if figure.fact.kind is not QuantityKind.DURATION:
        return False
    if _YEAR_OF.search(printed) and _SO_MUCH.match(behind):
        return True
    if _EACH_TIME.search(before) or _AT_MOST.match(behind) or _rate(before, behind):
        return True
    return _FOR_EACH.match(behind) is not None and not _graded(before, behind)


def _basis(figure: Figure) -> bool:
    """Tell whether it is what a rate is per: 100ml of 20mg/100ml, 100公里 of 每100公里."""
    before = figure.sentence.either(figure.clause.langs[0]).partition(BLANK)[0]
    if figure.fact.kind is not QuantityKind.COUNT:
        return False
    if before.endswith(("/", "／")):
        return True
    return figure.fact.unit in _MEASURES and number_of(figure.fact) in _ROUND and _PER.search(before) is not None


def _rate(before: str, behind: str) -> bool:
    """Tell whether so much is taken or given for each, and no more than one is spoken of: 迟到一次，扣50元."""
    beside = before.rpartition("。")[2] + behind.partition("。")[0]
    return _PER_ONE.match(behind) is not None and _MORE_THAN_ONE.search(beside) is None


def _graded(before: str, behind: str) -> bool:
    """Tell whether the same deed is counted once more, so that one is the first of its grades: 旷工一天扣…，旷工两天扣…."""
    deed = _DEED.search(before)
    if deed is None:
        return True  # what is counted is not told right before it
    again = re.compile(rf"(?<!连续)(?<!連續)(?<!累计)(?<!累計){deed[1]}[^，。；、\d]{{0,2}}{_NUMBER}")
    return again.search(before[: deed.start()] + "，" + behind) is not None


def once_only(figure: Figure) -> bool:
    """Tell whether something is done only once, or once in a time of its own, is a demerit: three times would be no rule."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if number_of(figure.fact) != 1:
        return False
    before_en = (figure.sentence.en or "").partition(BLANK)[0]
    if _ARTICLE_BEFORE.search(before_en) or _COUNTS_AS.search(before_en):
        return True  # a 1 month notice: a 2 months notice is no English; and a holiday counts as one day
    if _IN_ONE_GO.match(behind) and figure.fact.kind is QuantityKind.COUNT:
        return True
    if _DEMERIT.search(before):
        return True
    # Of 每2小时记录一次 the hours are what is laid down.
    counted = figure.fact.kind is QuantityKind.COUNT
    each = counted and any(found.search(before) for found in (_EACH, _AT_A_TIME))
    return each or _ONLY.search(before) is not None
