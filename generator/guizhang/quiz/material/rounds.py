"""How often something is done where the sentence tells it: it names the period, or asks for cleanliness day by day.

每周月底之前 is no Chinese, and only 每月 can stand in front of 当月各种货物; that dishes are disinfected once a day and not once a
week nobody has to read.
"""

from __future__ import annotations

import re

from guizhang.model.quantity import Frequency, QuantityKind, magnitude
from guizhang.model.text import LANGS
from guizhang.quiz.material.figures import Figure
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
_DAY = Frequency.parse("1/P1D")


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
    if magnitude(often) >= magnitude(_DAY) and _STRICT.search(said.zh or ""):
        return True
    clean = _CLEAN.search(said.zh) if said.zh is not None else _CLEAN_EN.search(said.en or "")
    return magnitude(often) == magnitude(_DAY) and clean is not None
