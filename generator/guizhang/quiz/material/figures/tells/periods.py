"""Periods that the sentence tells: what comes round is named, the whole day or week is meant, or what is counted lies in it.

每周月底之前 is no Chinese, and only 每月 can stand in front of 当月各种货物; that dishes are disinfected once a day and not once a
week nobody has to read.
"""

from __future__ import annotations

import re

from guizhang.model.quantity import Duration, Frequency, QuantityKind, magnitude
from guizhang.model.text import LANGS
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.quoting.points import BLANK

_ROUNDS = (
    ("1/P1Y", "年度|年报|年检|年[^，。；]{0,4}率|年[底末初终]|[当本]年", "annual|yearly"),
    ("1/P6M", "半年", "half-yearly|six-monthly"),
    ("1/P3M", "季度|季报|季[末初]|[当本]季", "quarterly"),
    ("1/P1M", "月度|月报|月会|月[底末初]|[当本上下次]月|[上中下]旬", "monthly"),
    ("1/P1W", "周报|周会|每周|周[末一二三四五六日天]|星期[一二三四五六日天]|[当本上下]周", "weekly"),
    ("1/P1D", "日报|每日|当[天日]", "daily"),
)
"""What a thing is called that comes round so often, and what names a day, or another round, of the same period."""
# 每天收车后: what it stands in front of happens so often by itself.
_OCCASION = re.compile(rf"{BLANK}[^，。；]{{0,5}}[^，。；提往目以之](?:[后後]|前(?![台厅廳往来])|[时時][，须應应必])")
# 每季度月底 may be, 每周月底 not: which of them could stand there the words behind tell.
_POINT_OF_TIME = re.compile(
    rf"{BLANK}[^，。；]{{0,3}}(?:[年月周][底末初终]|季度?[末初]|[上中下]旬|的?\d+[日号]|的?最后)"
)
_CLEAN = re.compile(
    "清洗|洗涤|清洁|清扫|打扫|扫除|清理|清倒|清运|卫生|保洁|消毒|消杀|擦拭|擦洗|擦净|拖地|干净|整洁|换洗"
    # What anybody does every day.
    "|大便|排便|刷牙|洗脸|洗脚|梳头|早操",
    re.IGNORECASE,
)
_CLEAN_EN = re.compile(r"\b(?:clean|wash|disinfect|sanit|wip|sweep|mop|tid)", re.IGNORECASE)
_STRICT = re.compile("一尘不染|班班|绝对|万无一失|零容忍|随脏随")
_DAILY = Frequency.parse("1/P1D")
_DAY = 86_400
_WEEK = 7
_A_WEEK = re.compile(r"(?:[ -]days?)?[ -](?:a|per|each|every)[ -]week\b|(?:天|日)?(?:无休|無休|营业|營業|开放|開放)")
_CURRENT = {
    magnitude(Duration.parse(period)): words
    for period, words in (("P1D", "当[天日晚]"), ("P1W", "当周"), ("P1M", "当月"), ("P1Y", "当年"))
}
_PARTS_CASES = re.compile(
    rf"(?:^|[，。；：]){BLANK}[之以]?内|(?:超过|多于|满|不足|不满|达到?){BLANK}|{BLANK}(?:及)?以[上下外]"
)
_SUMMED = re.compile(
    r"[内內][^，。；]{0,2}(?:累计|累計|合计|合計|总计)"
    r"|(?:[都须應应]|必须)?(?:值班|值守|服务|服務|开|開|运行|運行|监控|監控|保持|有人|不间断|不間斷|在岗|待命|畅通|暢通)"
)
# Within a month, a year: what is limited is what is counted in it.
_WITHIN = re.compile(
    r"[之以]?[内內][^，。；、]{0,6}[\d一二两三四五六七八九十]+次|[^，。；、]{0,3}之?中(?=，)|"
    r"[之以]?[内內]?[^，。；、]{0,4}(?:累计|累計|合计|合計|总计|總計|共计|共計|不得超|不超|不得多|不多于|最多|至多|[达達][\d一二两兩三四五六七八九十]|以[^，。；]{1,6}[为為]限)"
)
_ALL_DAY = re.compile(
    r"全天候|不间断|不間斷|昼夜|晝夜|日夜|全时段|全時段|三班倒|三班制|不脱[人岗崗]|不[離离][人岗崗]|不断[人岗]"
    r"|\b(?:round|around) the clock\b|\bday and night\b|\ball day\b|\b24/7\b"
    r"|\b(?:seven|7)[ -]days?[ -](?:a|per|each|every)[ -]week\b",
    re.IGNORECASE,
)
_NEAR = 30
"""Characters beside a figure in which what holds all day gives it away."""


def period_named(figure: Figure) -> bool:
    """Tell whether the sentence names what comes round as often as the figure says: 年度成绩，每年一次; 每天收车后."""
    if figure.fact.kind is not QuantityKind.FREQUENCY:
        return False
    if any(found.search(figure.sentence.either("zh")) for found in (_OCCASION, _POINT_OF_TIME)):
        return True
    title = figure.clause.provision.title
    # What the sentence or the title of its article calls it.
    zh, en = (" ".join(t.get(lang) or "" for t in (figure.sentence, title) if t is not None) for lang in LANGS)
    return any(
        figure.fact.value == often and (re.search(words, zh) or re.search(rf"\b(?:{english})\b", en, re.IGNORECASE))
        for often, words, english in _ROUNDS
    )


def strict(figure: Figure) -> bool:
    """Tell whether nobody would take it to be less often: what is cleaned daily, or has to be spotless."""
    often = figure.fact.quantity[0]
    if not isinstance(often, Frequency):
        return False
    said = figure.sentence
    if magnitude(often) >= magnitude(_DAILY) and _STRICT.search(said.zh or ""):
        return True
    clean = _CLEAN.search(said.zh) if said.zh is not None else _CLEAN_EN.search(said.en or "")
    return magnitude(often) == magnitude(_DAILY) and clean is not None


def complementary(figure: Figure) -> bool:
    """Tell whether the sentence has the case beside it: 当天能往返的为短途，______以上的为长途."""
    said = figure.sentence.either("zh")
    parted = figure.fact.kind is QuantityKind.DURATION and _PARTS_CASES.search(said) is not None
    own = _CURRENT.get(magnitude(figure.fact.quantity[0])) if parted else None
    return own is not None and re.search(own, said) is not None


def all_week(figure: Figure) -> bool:
    """Tell whether it is every day there is: seven days a week."""
    behind = figure.sentence.either("zh").partition(BLANK)[2]
    return (
        figure.fact.kind is QuantityKind.DURATION
        and number_of(figure.fact) == _WEEK
        and _A_WEEK.match(behind) is not None
    )


def one_period(figure: Figure) -> bool:
    """Tell whether it is the month or the year in which something is counted: 一年内合计不得超过十四日."""
    return (
        figure.fact.kind is QuantityKind.DURATION
        and number_of(figure.fact) == 1
        and _WITHIN.match(figure.sentence.either("zh").partition(BLANK)[2]) is not None
    )


def all_day(figure: Figure) -> bool:
    """Tell whether it is the day in which something is added up, or all round: of 24小时内累计8小时 the 8 are the limit."""
    if figure.fact.kind is not QuantityKind.DURATION or magnitude(figure.fact.quantity[0]) != _DAY:
        return False
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    return _SUMMED.match(behind) is not None or any(map(_ALL_DAY.search, (before[-_NEAR:], behind[:_NEAR])))
