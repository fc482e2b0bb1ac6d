"""Sentences about those who miss a limit, or who have nothing beyond it: there the cases lie on its other side.

未在24小时内上报的，扣50元 punishes whoever reports after more than 24 hours, and whoever has 无记满12分的记录 has less than 12 points.
What an adverb denies (未经批准离岗30分钟以上) turns nothing round.
"""

from __future__ import annotations

import re

from guizhang.model.text import Lang

_NOT = "(?:未能?(?![经經满滿])|(?:没|沒)有?能?|不(?=在)|不能|[无無]法)"
_DULY = "(?:能够?|及时|及時|主动|主動|按[规規]定|按要求|按[时時]|按期)*"
_UNTIL = re.compile("[之以]?[内內前]")
# 未在收到通知后______内, 未填写课后反馈（课后______内）.
_LATE = re.compile(rf"{_NOT}{_DULY}(?:[在于於][^，。；：]{{0,14}})?$")
_LATE_IN_BRACKETS = re.compile(r"(?:未(?![经經满滿])|没有|沒有)[^，。；：（()]{2,12}[（(][^，。；：）)]{0,10}$")
_BRACKETS = re.compile(r"[之以]?[内內前][^，。；：）)]{0,6}[）)]")
_TOO_SOON = re.compile(rf"{_NOT}{_DULY}(?:至少|最少)?提前(?:至少|最少)?$")
_LACKS = re.compile(
    "(?:[无無](?![故论論需须須关關偿償人线線菌法]|正[当當]|理由)|(?:没|沒)有|未有|未[发發]生过?|未出[现現]过?|未受过?|不具[备備])[^，。；：]{0,16}$"
)
_HAD = re.compile(
    "(?![之以]?[内內前])(?:及?以上)?[^，。；：]{0,10}(?:[记記紀][录錄]|[经經][历歷验驗]|事故|事件|[处處]分|投[诉訴]|情[形况況]|[现現]象"
    "|差[错錯]|[违違][章规規]|[旷曠][工課课]|[迟遲]到|早退|缺勤|[损損]失|[学學][历歷])"
)
_SLOTS = r"(?:(?!(?:for|to|of|if|when|after|until|unless|and|or|but)\b)(?!\w+ing\b)[\w'’-]+ ){0,6}"
_TIMELY = r"(?:within|by|before|in|at least|no later than) $"
_CASE = r"\b(?:if|where|when|who|whoever|which|that)\b[^.,;:]*"
_MISSED_EN = (
    re.compile(
        r"(?<!not )(?<!never )\b(?:fail(?:s|ed|ing|ure)?|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|unable) to"
        rf" (?:(?!(?:if|when|unless|and|or|but)\b)[\w'’-]+ ){{0,9}}{_TIMELY}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_CASE}\b(?:do|does|did|has|have|had|is|are|was|were|be|been|will|can)(?: not|n['’]t) {_SLOTS}{_TIMELY}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;] )(?:An?|Any|Every|Each|All)?(?: ?[\w'’-]+){{1,4}} not (?:\w+ed|given|paid|made|done|sent|taken|kept) {_SLOTS}{_TIMELY}"
    ),
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|may|must|shall|should|can) not\b")


def missed(before: str, behind: str, lang: Lang) -> bool:
    """Tell whether a sentence speaks of what lies on the other side of the limit between *before* and *behind*."""
    if lang == "en":
        first, case, plainly = (pattern.search(before) for pattern in _MISSED_EN)
        return first is not None or case is not None or (plainly is not None and not _AUXILIARY.search(plainly[0]))
    return (
        (_UNTIL.match(behind) is not None and _LATE.search(before) is not None)
        or (_BRACKETS.match(behind) is not None and _LATE_IN_BRACKETS.search(before) is not None)
        or _TOO_SOON.search(before) is not None
        or lacking(before, behind)
    )


def lacking(before: str, behind: str) -> bool:
    """Tell whether a Chinese sentence speaks of those who have nothing that comes up to the limit: 无记满12分的记录."""
    return _HAD.match(behind) is not None and _LACKS.search(before) is not None
