"""Threshold case: four cases, each with a figure; the rule, its own figure left blank, has to be applied.

The options say which of the four the rule covers. Cases lie on both sides of the figure, and mostly one is the figure itself,
where 以上 and 不满, at least and less than, decide. The options draw the line at three places, and nothing in their looks tells
them apart, for the four come in an order that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from guizhang.diagnostics import Message
from guizhang.model.fact import Bound, Fact
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.figures.figure import OF_AGE, Figure, number_of
from guizhang.quiz.material.figures.limiting import AHEAD, NO_LIMIT, adjoins, as_read, read_limits, why_no_limit
from guizhang.quiz.material.figures.limits import Limit
from guizhang.quiz.material.figures.missed import lacking
from guizhang.quiz.material.figures.then import done_by_then
from guizhang.quiz.material.made import TOO_FEW, Made, capital, instead, item_id, item_of, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sanctions.chinese_sanctions import PUNISHES
from guizhang.quiz.material.sayings import asked, verdict
from guizhang.quiz.material.values.manner import in_one_form
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import bids, sentences

NAME = "threshold-case"
ASKS = Message("一个上限或者下限", "a figure that is a limit")
_CASES = 4
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
_APPLIES = ("哪几种适用这一规定？", "To which of the cases does the rule apply?")
# Of a list quoted in part the rule is more than the one point: all sums are decided by some rule of it.
_POINT = ("哪几种属于这一项？", "Which of the cases fall under this point?")
_KEEPS = ("哪几种符合这一规定？", "Which of the cases keep to the rule?")
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
_AGED = re.compile(r"\baged (?:[a-z]+ ){0,3}$", re.IGNORECASE)
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
_PER = re.compile(r" (?:a|an|per|each|every) (?:day|night|shift|week|month|quarter|year|person|member|visit|booking)\b")
_HEADED = re.compile(r"^[A-Z][\w '-]{2,40}: ")
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
    question = _question(figure, read)
    if question != _APPLIES and _AT_ONCE[clause.langs[0]].search(sentence.either(clause.langs[0])):
        return figure.declined(_SOONER)
    if question == _APPLIES and "…" in sentence.either(clause.langs[0]):
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
    met = (question == _KEEPS and not told_of) or any(
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


def _question(figure: Figure, read: Mapping[Lang, Limit]) -> tuple[str, str]:
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
    return _APPLIES if applies else _KEEPS if kept else _REACHES if least else _WITHIN


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
    return _KEEPS if lacking(before, behind) and not _AS_CASE.match(behind) else _APPLIES


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
