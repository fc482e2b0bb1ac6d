"""Figures that set a limit, so that it can be told of a case whether it lies within: which do, and on which side of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from guizhang.diagnostics import Message
from guizhang.model.fact import Bound, Fact
from guizhang.model.quantity import QuantityKind, magnitude
from guizhang.model.text import Lang
from guizhang.quiz.material.figures.english_grades import english_grades
from guizhang.quiz.material.figures.figure import Figure
from guizhang.quiz.material.figures.limits import Limit, limit
from guizhang.quiz.material.figures.missed import missed
from guizhang.quiz.quoting.points import BLANK

NO_LIMIT = Message("数值不是上限或者下限", "the figure is no limit")
_UNCLEAR = Message("看不出数值限制的是什么", "it is not clear what the figure limits")
# Another limit, which may be narrower, decides as well.
_OTHER_LIMIT = re.compile(
    "更短|更长|更早|更高|更低|另有规定|从其规定"
    # Kept for 30 days; what is not settled until it is: the four cases do not say which they are.
    f"|{BLANK}[^。]*；[^。；]*的，[^。；]*(?:为止|延长|不受|另约)"
)
AHEAD = re.compile(r" (?:before|beforehand|ahead|in advance|prior to|earlier)\b")
"""What stands behind the time by which something has to be done before something else."""
_UP_TO = re.compile(r"\b(?:up to|until|till) $", re.IGNORECASE)
# 超过45分钟以上: with the figure itself, or without it.
_BEYOND = (re.compile("(?:逾|超过|超過|超出|大于|大於|多于|多於|高于|高於)$"), re.compile("[及含]?以上"))
# A fine of 100元以上 is what follows, and no case is held against it.
_FINED = (
    re.compile("(?:[给給]予|[处處]以?|罚款?|罰款?|扣[除罚罰发發]?|予以|[奖獎][励勵]?)$"),
    re.compile("[及含]?以?[上下内內]?的?(?:[惩懲处處][罚罰]|罚款|罰款|罚金|扣款|[奖獎][励勵金])"),
)
# No answer within a week is none within a day either: there the figure does not divide the cases in two.
_NEGATED = re.compile(r"[^，；。]{0,12}(?:没有|未|不[^得超少低早晚]|无)")
_LIMIT_BEFORE = re.compile(
    "(?:超过|超過|至少|至多|最多|最少|最迟|不少于|不低于|不高于|不多于|不迟于|不晚于|低于|低於|高于|高於|少于|少於|多于|多於|大于|小于"
    "|满|滿|不足|达到|達到|达|上限|下限|限|提前|不得早于)[为為]?$"
)
_LIMIT_BEHIND = re.compile("以上|以下|以内|以內|之内|内|內|以前|之前|前|以外|未满|未滿|起")
# The other half after six months: that is when, and no limit. What follows more than, or full, 40 minutes is one.
_FROM_THEN = re.compile(r"\bafter $", re.IGNORECASE)
_THEN: dict[Lang, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "zh": (re.compile(rf"^(?!.*(?:{_LIMIT_BEFORE.pattern}))", re.DOTALL), re.compile("[之以]?[后後]")),
    "en": (re.compile(r"(?:^|[.,;:] )$"), re.compile(r" (?:after|later|on|into)\b")),
}
# Within what time something is counted is no limit: 1年内累计3天.
_WINDOW = re.compile(
    r"(?:内|內|之内|以内|期间)[^，。；]{0,4}(?:累计|累計|合计|合計|共|连续|連續|第|多次|发生|达到|\d|[一二两三四五六七八九十]次)"
)
# To confirm that they are 18; no smoking within 25 feet; or on payday, whichever is sooner: no case is held against that alone.
_NO_LIMIT_EN = (
    re.compile(r"\b(?:that|whether|if) (?:they|he|she|it|the [a-z]+) (?:is|are|be) (?:[a-z]+ ){0,3}$"),
    re.compile(r"(?:^|[.;] )(?:No|Never|Do not|Don['’]t)\b[^.;]* within $"),
    # Nor where the sentence says as well what holds beyond it: up to 30 bathers, and two for any number above that.
    re.compile(r"\bwhichever\b|\b(?:above|over|beyond|below|under|more than|less than) (?:that|this|it)\b"),
)
_ELSE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("或者?(?=[^，。；]{0,6}(?:不足|未满|不满|低于|超过|少于|高于|不到))"),
    "en": re.compile(
        r"\bor (?=(?:(?:who|that) (?:is|are) )?(?:less|fewer|under|below|shorter|smaller|younger|more|over|above|taller|older|heavier)\b(?: than)? )"
    ),
}
_BESIDE = 40
"""Characters behind an or in which its own figure stands."""
# Wages paid a day earlier before a holiday, doors closed half an hour early: so much and no more, unless it says at least.
_EARLIER = (
    re.compile("(?<!至少)(?<!最少)(?<!不得少于)提前$", re.DOTALL),
    re.compile(
        "(?!以上)(?:[^，。；]{0,4}?(?:[发發]放|[发發]薪|[发發]工[资資]|[支结結][付薪算]|出[粮糧]|放假|下班|收工|打烊|[关關][门門]|停止))"
    ),
)
_HOLIDAY = (re.compile("[遇逢][^，。；]*(?:，[^，。；]{0,4})?(?<!至少)(?<!最少)提前$"), re.compile("[，。；]"))
_EARLIER_EN = (
    re.compile(r"\b(?:pa(?:id|ys?)|clos(?:es?|ed)|leaves?|finish(?:es|ed)?|stops?|ends?) $"),
    re.compile(r" (?:earlier|early|sooner)\b"),
)
# At least 15 days or 5000 km: who has fewer days may have the other.
_EITHER: dict[Lang, re.Pattern[str]] = {"zh": re.compile(r"或者?\d"), "en": re.compile(r" or (?:[£$€]|US\$)?\d")}
# What holds on average or as a rule is no limit of a single case.
_AS_A_RULE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:一般|通常|原[则則]上|平均)(?:情[况況]下)?(?=[不应應須须需在为為控至要用每])[^，。；]*$"),
    "en": re.compile(
        r"\b(?:normally|usually|typically|generally|ordinarily|as a rule|on average)\b[^.;]*$", re.IGNORECASE
    ),
}
_ON_AVERAGE = re.compile(r" (?:[a-z]+ ){0,3}(?:on average|as a rule)\b")
# Open until 30 minutes after the last guest: neither the most nor the least. Who stays away until 48 hours after has to wait.
_WAITS = re.compile(
    r"\b(?:waits?|(?:stays?|keeps?|remains?) (?:off|away|out|(?:at )?home|isolated|closed|locked))\b[^.;]*$"
)
_UNTIL = (re.compile(r"\b(?:until|till) $"), re.compile(r" (?:after|from|following)\b"))
# A limit to keep to stays one where the sentence goes on with what lies beyond: 不超过8小时，超过8小时的按加班计.
_KEPT = re.compile("(?:不得|不超|不[少多高低大小迟晚早][于於]|[应應须須]|至少|最[少多低高迟晚早])[^，。；]*$")
_HEADS_LINE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"\W*(?:[不未]?[超足满滿达達大小高低多少于於到过過至]{1,4})?[≤≥<>＜＞]?\s*\$\{([\w-]+)\}"),
    "en": re.compile(
        r"\W*(?:(?:up to|over|above|below|under|at (?:least|most)|exceeding|from|between|(?:not |no )?(?:more|less|fewer|longer) than) )?"
        r"[≤≥<>]?=?\s*\$\{([\w-]+)\}",
        re.IGNORECASE,
    ),
}
_GRADED = Message("分档的，由 graded-case 出题", "of grades, graded-case asks which applies")


def why_no_limit(figure: Figure, read: Mapping[Lang, Limit]) -> Message | None:
    """Return why a figure is no limit that cases can be held against; ``None`` where it is one."""
    clause, sentence = figure.clause, figure.sentence
    behind = sentence.either("zh").partition(BLANK)[2]
    if any(one.unclear for one in read.values()) or _vague(figure, read):
        return _UNCLEAR
    if clause.imported and "zh" in clause.langs and not _limits(sentence.either("zh")):
        return NO_LIMIT
    if figure.fact.kind is QuantityKind.TIME and behind.startswith("起"):
        return NO_LIMIT  # when something begins
    forbidden = any(one.forbidden for one in read.values())
    if "zh" not in clause.langs and not forbidden and _FROM_THEN.search(sentence.either("en").partition(BLANK)[0]):
        return NO_LIMIT
    first = clause.langs[0]
    parts = sentence.either(first).partition(BLANK)
    if figure.fact.kind is QuantityKind.MONEY and _FINED[0].search(parts[0]) and _FINED[1].match(parts[2]):
        return NO_LIMIT
    if _BEYOND[0].search(parts[0]) and _BEYOND[1].match(parts[2]):
        return _UNCLEAR
    if _THEN[first][0].search(parts[0]) and _THEN[first][1].match(parts[2]):
        return NO_LIMIT
    if (
        figure.fact.kind is QuantityKind.COUNT
        and "zh" not in clause.langs
        and sentence.either("en").partition(BLANK)[0].endswith(" by ")
    ):
        return NO_LIMIT  # counted by two people
    if clause.langs == ("en",) and english_grades(clause) is not None:
        return _GRADED
    before, _, behind_en = sentence.either("en").partition(BLANK)
    if clause.langs == ("en",) and AHEAD.match(behind_en) and _UP_TO.search(before):
        return _UNCLEAR  # who cancels up to 7 days before has cancelled 7 days or more before
    if clause.langs == ("en",) and (
        any(pattern.search(before) for pattern in _NO_LIMIT_EN[:2]) or _NO_LIMIT_EN[2].search(behind_en)
    ):
        return _UNCLEAR
    if _or_else(figure) or _OTHER_LIMIT.search(sentence.either("zh")):
        return _UNCLEAR
    if _NEGATED.match(behind) or _WINDOW.match(behind) or sentence.either("zh").count(BLANK) != 1 or _shared(figure):
        return _UNCLEAR
    return _GRADED if _in_bands(figure) or _rung(figure) else None


def _vague(figure: Figure, read: Mapping[Lang, Limit]) -> bool:
    """Tell whether no single case can be held against the figure: it is exact, an average, or what is usual."""
    for lang in figure.clause.langs:
        before, _, behind = figure.sentence.either(lang).partition(BLANK)
        if _AS_A_RULE[lang].search(before) or _EITHER[lang].match(behind):
            return True
        if lang == "zh" and any(one[0].search(before) and one[1].match(behind) for one in (_EARLIER, _HOLIDAY)):
            return True
        if lang == "en" and _EARLIER_EN[0].search(before) and _EARLIER_EN[1].match(behind):
            return True
        if lang == "en" and (_ON_AVERAGE.match(behind) or (_goes_on(before, behind) and read[lang].bound is None)):
            return True
    return False


def _goes_on(before: str, behind: str) -> bool:
    """Tell whether something goes on until so long after something else."""
    return _UNTIL[0].search(before) is not None and _UNTIL[1].match(behind) is not None


def read_limits(figure: Figure) -> dict[Lang, Limit]:
    """Return what the sentence of a figure makes of it in each of its languages."""
    parts = {lang: figure.sentence.either(lang).partition(BLANK) for lang in figure.clause.langs}
    return {lang: _read(before, behind, lang) for lang, (before, _, behind) in parts.items()}


def _read(before: str, behind: str, lang: Lang) -> Limit:
    read = limit(before, behind, lang)
    if lang == "en" and read.bound is None and _goes_on(before, behind) and _WAITS.search(before):
        return Limit(Bound.MIN, denied=True)
    return read if read.forbidden or not missed(before, behind, lang) else replace(read, missed=True)


def as_read(fact: Fact, read: Limit) -> Fact:
    """Return the figure as the limit its sentence makes of it: the other side of it, where the sentence speaks of that."""
    if read.bound is not None and read.bound is not fact.bound:
        fact = fact.model_copy(update={"bound": read.bound, "inclusive": read.denied or not fact.inclusive})
    if not read.missed:
        return fact
    other = Bound.MIN if fact.bound is Bound.MAX else Bound.MAX
    return fact.model_copy(update={"bound": other, "inclusive": not fact.inclusive})


def _limits(sentence: str) -> bool:
    """Tell whether a Chinese sentence says right beside its blank that the figure is a limit."""
    before, _, behind = sentence.partition(BLANK)
    return _LIMIT_BEFORE.search(before) is not None or _LIMIT_BEHIND.match(behind) is not None


def _or_else(figure: Figure) -> bool:
    """Tell whether the sentence has another limit that will do instead: under 7 years old or less than four feet tall."""
    clause = figure.clause
    for lang in clause.langs:
        others = [clause.handbook.print_fact(address, lang) for address in clause.facts() if address != figure.address]
        before, _, behind = figure.sentence.either(lang).partition(BLANK)
        follows, precedes = _ELSE[lang].search(behind), _ELSE[lang].search(before[-_BESIDE:])
        near = behind[follows.end() :][:_BESIDE] if follows else before if precedes else ""
        if any(other in near for other in others):
            return True
    return False


def _rung(figure: Figure) -> bool:
    """Tell whether the figure heads a line of a list of which another line, headed by a figure too, takes cases from it.

    It begins where that one ends, though it does not say so: 半天以内——组长；1天以内——主管.
    """
    place, lang, here = figure.clause.place, figure.clause.langs[0], figure.fact
    if place.node.text is None or not _HEADS_LINE[lang].match(place.node.text.either(lang)):
        return False
    for node in (place.ancestors[-1] if place.ancestors else place.regulation).body:
        headed = _HEADS_LINE[lang].match(node.text.either(lang)) if node.text is not None else None
        if headed is None or node is place.node:
            continue
        # The facts of a line stand at the line where that is a provision of its own.
        address = f"{place.regulation.id}/{node.id}#{headed[1]}" if node.id else f"{figure.clause.address}#{headed[1]}"
        there = figure.handbook.facts.get(address)
        if there is not None and (there.kind, there.unit, there.bound) == (here.kind, here.unit, here.bound):
            one, other = magnitude(there.quantity[0]), magnitude(here.quantity[0])
            if one < other if here.bound is Bound.MAX else one > other:
                return True
    return False


def _in_bands(figure: Figure) -> bool:
    """Tell whether a Chinese sentence goes by bands, and the next band begins or ends at the figure.

    Each case falls into some band there, so that the sentence applies to all: 500元以内由主管批准，500至3000元由经理批准.
    """
    if "zh" not in figure.clause.langs or _KEPT.search(figure.sentence.either("zh").partition(BLANK)[0]):
        return False
    others = (figure.handbook.facts[one] for one in figure.clause.facts() if one != figure.address)
    return any(adjoins(figure.fact, other) for other in others)


def adjoins(here: Fact, there: Fact) -> bool:
    """Tell whether a limit is where a range, or a limit to the other side, of the same kind begins or ends as well."""
    if (here.kind, here.unit) != (there.kind, there.unit):
        return False
    ends = [magnitude(end) for end in there.quantity if end is not None]
    opposite = len(ends) > 1 or {here.bound, there.bound} == {Bound.MAX, Bound.MIN}
    return opposite and magnitude(here.quantity[0]) in ends


def _shared(figure: Figure) -> bool:
    """Tell whether another limit of the same provision ends where this one begins, and both include the figure."""
    here = figure.fact
    return any(
        there.kind is here.kind
        and there.bound in (Bound.MAX, Bound.MIN)
        and there.bound is not here.bound
        and here.inclusive
        and there.inclusive
        and there.quantity[1] is None
        and magnitude(there.quantity[0]) == magnitude(here.quantity[0])
        for name in figure.clause.provision.facts
        for there in (figure.handbook.facts[f"{figure.clause.address}#{name}"],)
        if name != figure.name
    )
