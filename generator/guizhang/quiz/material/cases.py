"""What is asked of cases that a rule is held against: to which it applies, which keep to it, which lie within its limit.

A figure in the condition decides whether a rule applies; a figure of what has to be done is kept to or missed; where nothing
says which of the two it is, a case lies within the limit or beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.model.fact import Bound
from guizhang.model.quantity import QuantityKind
from guizhang.model.text import Lang
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.figures.limiting import AHEAD
from guizhang.quiz.material.figures.limits import Limit
from guizhang.quiz.material.figures.missed import lacking
from guizhang.quiz.material.made import capital
from guizhang.quiz.material.sanctions.chinese_sanctions import PUNISHES
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import bids, sentences

_CONDITION = re.compile(
    r"[^，；。]*(?:的|者|[时時])(?:，|$|。)|[^，；。]{0,4}的(?:[应應须須需由可扣给給视視按报報记記]|必须|不得)|(?:以上|以下|以内|以外)?的[^，；。]{2,8}[，。]|[^，；。]{0,6}者[^，；。]{2,}"
)
# 排队超过5人，应增开收银台; 充值满500元赠30元: what decides stands in front of its figure, and nothing says that it has to be.
_DECIDES = re.compile(
    r"(?<![不未没])(?:超过|超過|达到|達到|[达達满滿逾]|不足|未满|未滿|低于|低於|高于|高於|多于|少于|大于|小于)$"
)
# 损坏的：等待必须少于2天: the case is told, and the limit is one to keep to.
_BOUND = re.compile(r"(?:必须|应当)[^，。；：]{0,4}(?:超过|超過|少于|少於|低于|高于|多于|晚于|早于|迟于)$")
# 第3次起按迟到处理, 4次以上扣50元: from then on, or so much, has a consequence, and nobody keeps to it.
_THEN_ON = re.compile("(?:开始|開始|起(?![床来來])|及?以?[后後])")
_CONSEQUENCE = re.compile(
    "(?:[及含]?以?[上下内內外]|之内|之內|[的者])*[，：]?(?:(?:每|各|均|一律|当月|當月)[次个個]?)?(?:予以|[给給]予)?"
    "(?:[扣罚罰]|[处處]以|[记記][大小]?[过過]|[记記]旷|奖励|獎勵|免(?!费)|取消|解除|[辞辭]退|[开開]除|[视視][为為同]|降[级級职職薪]"
    "|[按以](?:[^，。；]{0,3}(?:[旷曠]|[迟遲]到|早退|[事病]假|缺勤)|自[动動]离|半天))"
)
_SO_MUCH = re.compile(r"(?:以内|以內|以下|以上|以外)[^，。；的]{2,}")
# A row of a table of penalties: 超速20%以上，首次：500元.
_ROW = re.compile(
    "^[^。；：]*，(?:首次|再次|第[一二三]次|[记記扣][分罚罰]|罚款|罰款|[处處][罚罰]|[经經][济濟][处處][罚罰]|[奖獎][励勵])："
)
_AMOUNTS = (QuantityKind.MONEY, QuantityKind.PERCENT)
_TIMED = (QuantityKind.DURATION, QuantityKind.TIME)
# Groups of 25 persons or more receive a discount.
_OR_MORE = re.compile(r" (?:or|and) (?:more|over|above|less|fewer|under|below)\b(?= (?!must|shall|should|may)\w)")
_DEADLINE = re.compile(r"\b(?:who|whoever) [^.]*\b(?:by|before) $", re.IGNORECASE)
_LISTED_BESIDE = re.compile(
    r"\b(?:must|shall|should|may)\b[^.;]*(?:, |\band )(?!(?:and|or)\b)[^,.;]* of (?:more|less) than $"
)
_CALLED = re.compile("[^，。；]{0,6}[为為](?!止|限|期|准)")
# 必须与至少90%的租户沟通: what is to be done says so before its figure, whatever stands behind it.
_DUTY = re.compile(r"(?:必须|应当|须|應當)[^，。；的]*$")
APPLIES = ("哪几种适用这一规定？", "To which of the cases does the rule apply?")
KEEPS = ("哪几种符合这一规定？", "Which of the cases keep to the rule?")
# 无迟到3次以上的记录的，奖励100元.
_AS_CASE = re.compile("[^，。；]*(?:的|者)，")
# Where nothing says whether the figure is what has to be done, or when something has.
_WITHIN = ("哪几种在规定的范围之内？", "Which of the cases are within the limit it sets?")
# A pass mark is no limit: whoever has more is not within it.
_REACHES = ("哪几种达到规定的标准？", "Which of the cases meet the standard it sets?")
# Of those who miss a limit: 未在24小时内上报的，扣50元.
_PUNISHED = ("哪几种要按这一规定处罚？", "In which of the cases is the limit missed?")
# 30分钟内报告店长 is what has to be done, though nothing says must.
_IN_TIME = re.compile(r"(?:之|以)?[内內前](?![^。；]*(?:可以|免|不予|以上))[^，。；的者]{1,16}[。；，]")
_MODAL: dict[Lang, re.Pattern[str]] = {
    # A word for a limit is about the figure beside it only: 每月不超过2次，第______次起.
    "zh": re.compile(
        r"(?:必须|应当|应|應|须|須|需|得|要|可以)[^。；]*$"
        r"|(?:至少|最[多少迟遲晚早高低长長短大小]|不(?:超[过過]?|[少多低高迟遲晚早长長短大小][于於])|[上下]?限)[^，。；]*$"
    ),
    "en": re.compile(
        r"\b(?:must|shall|should|may|(?:ha(?:ve|s)|needs?|are|is) to|at least|at most|no more|no less|no later|not exceed"
        r"|up to|a (?:minimum|maximum) of|minimum|maximum)\b[^.;]*$"
    ),
}
# Claims older than 90 days will not be paid: of what is more or less than the figure the sentence says what follows.
_SPEAKS_OF = re.compile(r"\b(?:\w+er|more|less) than $|\b(?:over|under|above|below) $")
# Treatment costing more than 300 dollars, patients aged 16 or over, any refund above 50: of which the rule speaks, whatever must be done.
_DESCRIBED = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )\b(?:aged|worth|valued at|priced at|(?:amount|com)ing to|(?:cost|last|weigh|total|measur|hold|contain|seat|earn)l?ing)"
    r"(?: (?:at least|at most|up to|over|under|above|below|(?:no )?(?:more|less|fewer|longer|older|younger) than))? $"
    r"|\b(?:child(?:ren)?|pupils?|students?|persons?|people|members?|guests?|staff|adults?|those|anyone|juniors?)"
    r" (?:under|over|above|below) the age of $"
    r"|\b(?:any|every|each|all) (?:[a-z-]+ ){1,3}?(?:over|above|under|below|(?:of )?(?:more|less|fewer|longer|larger) than) $",
    re.IGNORECASE,
)
# Classes of at most three students are considered semi-private: that is what they are called, and nobody has to keep to it.
_DEEMED = re.compile(r"^[^.;]*\b(?:be|is|are) (?:considered|treated|regarded|counted|deemed|classed|called)\b")
_FOLLOWS = re.compile(r"[^.;]*\b(?:will|shall) (?:not )?(?:be \w+ed|have|receive|get|cost|incur)\b")
_BIDDEN = re.compile(r"\b(?:must|shall|should|may|can(?:not)?|ha(?:ve|s) to|needs? to|required|due|limited)\b[^.;]*$")
# A point of a list of cases, and a case told by who or if, says when the rule applies; what the manager, who …, does is told.
_CASE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:情形|情况|情況|之一[^：]*|来电|(?:下列|以下)(?![^，：]*(?:顺序|次序|步骤|程序|办法|标准|方式|要求|时限|规定))[^，：]{1,10})：|(?:附|由|须经)[^，：]*：$"
    ),
    "en": re.compile(
        r"(?:\b(?:if|where|when)|(?<!, )\b(?:who|which|whose))\b(?:(?!\b(?:must|shall|should|may|can)\b)[^.:;,])*$|\bthe following\b.*:",
        re.IGNORECASE,
    ),
}
# A second letter within twelve months ends the tenancy: what comes in that time has the consequence.
_OF_WHAT = re.compile(
    r"^(?:An?|Any|Every|Each|All|No|The) "
    r"(?:(?!(?:is|are|will|must|shall|should|may|can|has|have|be)\b)[a-z-]+ ){1,4}"
    r"(?<!answers )(?<!replies )(?<!responds )(?<!decides )(?:within|in|under|over|up to|for|after|before|of) $"
)
_PREDICATE = re.compile(r"[^.;]*\b[a-z]{2,}")
# Two yellow cards within three months lead to a red card; to help with luggage up to 23 kg is what has to be done, not the most.
_SO_OFTEN = re.compile(
    r"\b(?:two|three|four|five|six|\d+|second|third|fourth|repeated|further|another) (?:(?!(?:must|shall|should|may|can|and|or)\b)[a-z-]+ ){1,4}(?:with)?in $",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:must|shall|should|ha(?:ve|s) to|needs? to) (?!not\b|never\b|be\b)(?:[a-z-]+ ){2,}?(?!(?:for|of|be|by|in|to|at)\b)[a-z-]+ (?:of )?up to $",
    re.IGNORECASE,
)
# They will give 28 days' notice: more is given as well.
_NOTICE = re.compile(r"['’]? (?:[a-z]+ )?notice\b")
_HEADED = re.compile(r"^[A-Z][\w '-]{2,40}: ")


def question_of(figure: Figure, read: Mapping[Lang, Limit]) -> tuple[str, str]:
    """Return what is asked of the cases: to which the rule applies, which keep to it, or which lie within its limit."""
    clause, sentence = figure.clause, figure.sentence
    behind = sentence.either("zh").partition(BLANK)[2]
    if read[clause.langs[0]].missed:
        return _of_missed(figure)
    # A figure in the condition decides whether the rule applies: 脱岗满______的，记旷工一次.
    first = clause.langs[0]
    before = sentence.either(first).partition(BLANK)[0]
    case = _CASE[first].search(before)
    decides = _CONDITION.match(behind) is not None or _DECIDES.search(before) is not None
    forbidden = read[first].forbidden
    applies = (
        not forbidden
        and _BOUND.search(before) is None
        and (case is not None or (decides and _DUTY.search(before) is None))
    )
    timed = figure.fact.kind in _TIMED
    # Calls the manager at least 90 minutes before the shift, whoever it is.
    english = sentence.either("en").partition(BLANK)
    notice = first == "en" and (
        AHEAD.match(english[2]) is not None
        or _DEADLINE.search(english[0]) is not None
        or _NOTICE.match(english[2]) is not None
    )
    applies = applies and not notice
    must = forbidden or notice or _MODAL[first].search(before) is not None or before.endswith("提前")
    bidden = first == "en" and _bids(before)
    kept = _CALLED.match(behind) is None and (must or bidden or (timed and _IN_TIME.match(behind) is not None))
    # Orders of more than 600 dollars must be signed by the one, orders of more than 3,000 dollars by the other.
    described = first == "en" and not (forbidden or notice) and _DESCRIBED.search(before) is not None
    applies = applies or described
    must = must and (forbidden or notice or first != "en" or _LISTED_BESIDE.search(before) is None)
    # 差错50元以内自负: an amount that nothing has to keep to says what it is that follows on.
    applies = applies or (
        first == "en" and not must and not read["en"].denied and _SPEAKS_OF.search(before) is not None
    )
    applies = applies or (
        not must
        and (_ROW.search(behind) is not None or (figure.fact.kind in _AMOUNTS and _SO_MUCH.match(behind) is not None))
    )
    applies = applies or (not forbidden and _follows(figure))
    least = figure.fact.bound is Bound.MIN and not timed
    last = sentences(english[0], "en")[-1:] if first == "en" else []
    # The clerk answers within two days. There is nothing else that the sentence could say of an answer.
    said_of = first != "en" or _PREDICATE.match(english[2]) is not None
    applies = applies or (not must and said_of and any(_OF_WHAT.match(f"{said.strip()} ") for said in last))
    applies = applies or (first == "en" and _scope(figure, english[0], must=must))
    applies = applies or (clause.langs == ("en",) and not must and _OR_MORE.match(behind) is not None)
    # More than an hour late is absent: what is beyond the figure is no limit to lie within.
    beyond = timed and not kept and (read[first].bound or figure.fact.bound) is Bound.MIN
    applies = applies or beyond or (first == "en" and _DEEMED.search(english[2]) is not None)
    # Bookings cancelled at least two weeks before will be refunded: nobody has to cancel.
    told = first == "en" and not (forbidden or bidden) and _BIDDEN.search(english[0]) is None
    applies = applies or (told and _FOLLOWS.match(english[2]) is not None)
    return APPLIES if applies else KEEPS if kept else _REACHES if least else _WITHIN


def _scope(figure: Figure, before: str, *, must: bool) -> bool:
    """Tell whether an English figure says in what time something is counted, or how far a duty goes."""
    if figure.fact.kind in _TIMED:
        return not must and _SO_OFTEN.search(before) is not None
    return _SCOPE.search(before) is not None


def _of_missed(figure: Figure) -> tuple[str, str]:
    """Return what is asked of the cases by a sentence on those who miss its limit, or have nothing beyond it."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    if figure.clause.langs == ("en",) or PUNISHES.search(behind):
        return _PUNISHED
    return KEEPS if lacking(before, behind) and not _AS_CASE.match(behind) else APPLIES


def _follows(figure: Figure) -> bool:
    """Tell whether the figure says from which time on, or how much of it, has a consequence: 第______次起按迟到处理."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    counted = figure.fact.kind is QuantityKind.COUNT and (
        before.endswith("第") or (figure.fact.zh or "").startswith("第")
    )
    if counted and _THEN_ON.match(behind):
        return True
    return _CONSEQUENCE.match(behind) is not None


def _bids(before: str) -> bool:
    """Tell whether the English sentence that goes on behind *before* bids the reader do something, maybe behind a heading."""
    last = sentences(before, "en")[-1:]
    return any(bids(capital(_HEADED.sub("", said))) for said in last)
