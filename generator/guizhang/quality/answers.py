"""What an option can answer: who, where, what, when, how much, what to do, how, why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from guizhang.model.text import Lang
from guizhang.quality.figures.values import Value
from guizhang.quality.language.days import days_of
from guizhang.quality.language.kinds import EVENT, OFFICE, PERSON, PLACE, QUALITIES, THING, TIME, kind_of
from guizhang.quality.language.readings import ACT, NAME, NEVER, TO, WHERE, WHY, Readings
from guizhang.quality.language.readings_en import readings_en
from guizhang.quality.language.readings_zh import readings_zh

FIGURE, DEED, MANNER, REASON = "figure", "deed", "manner", "reason"
"""What is no name of anything."""
ALIKE = tuple(
    frozenset(group)
    for group in (
        {PERSON},
        {PLACE},
        {THING, EVENT},
        {TIME, FIGURE},
        {DEED, MANNER},
        {DEED, REASON},
        *({one} for one in QUALITIES),
    )
)
_ALL = (PERSON, PLACE, THING, TIME, FIGURE, DEED, MANNER, REASON, EVENT, *QUALITIES)
_AMONG_FIGURES = re.compile(
    r"\d|当[天日场]|立即|立刻|马上|即时|随时|不|无|没有|免|任何|全部|全额|半|两倍|次日|第二天|下班|每次|满$|终身|永久|长期|全程|immediate|at once|straight|"
    r"\bno\b|not|none|never|any|same day|next|unlimited|half|double|all|nothing|end of|\bevery\b|\beach\b|\bonce\b",
    re.IGNORECASE,
)
_TIMES = frozenset({"duration", "time-of-day", "date", "frequency", "number"})


def certain(costs: Sequence[Readings], index: int) -> bool:
    """Tell whether all but one surely are of a kind, where nothing says what is asked for."""
    return len(costs) > _FEWEST and any(
        all(min(cost[one] for one in group) == 0 for i, cost in enumerate(costs) if i != index) for group in ALIKE
    )


@lru_cache(maxsize=16384)
def answers(text: str, value: Value | None, lang: Lang) -> Readings:
    """Return what it costs to take *text*, a figure if *value* is one, for somebody, for a place, for a thing, and so on."""
    if value is not None:
        return dict.fromkeys(_ALL, NEVER) | {FIGURE: 0, TIME: 0.5 if value.kind in _TIMES else NEVER}
    read = readings_zh(text) if lang == "zh" else readings_en(text)
    kind = named(text, lang)
    acts = lang == "zh" and read[ACT] <= _NATURAL and read[NAME] >= 1
    timed = kind == TIME or days_of(text, lang) is not None or (not acts and _WHEN[lang].search(text) is not None)
    if (not any(read.values()) and not timed) or (max(read.values()) <= 1 and kind is None and not timed):
        return dict.fromkeys(_ALL, 0.0)
    done = min(cost for reading, cost in read.items() if reading not in (NAME, WHERE, WHY, TO))
    costs = dict.fromkeys(_ALL, NEVER) | {
        DEED: min(done, read.get(TO, NEVER) + 0.5), MANNER: read[WHERE] + 1, REASON: min(read[WHY], read.get(TO, NEVER))
    }  # fmt: skip
    if read[WHY] == 0:
        costs[DEED] = max(costs[DEED], read.get(ACT, NEVER) + 1)
    if timed:
        crew = 0.5 if text.endswith("shift") else NEVER
        return costs | {TIME: 0, DEED: max(done, 2.5), EVENT: 2.5, FIGURE: 1, THING: 2.5, PERSON: crew}
    if read[WHERE] == 0 and lang == "en":
        return costs | _phrase_en(text, kind)
    known = {PERSON: (PERSON,), OFFICE: (PERSON, PLACE), PLACE: (PLACE,), THING: (THING,), EVENT: (EVENT, DEED)}.get(
        kind or "", (kind,) if kind else ()
    )
    name = read[NAME]
    for one in (PERSON, PLACE, THING, EVENT):
        costs[one] = name + (0 if one in known else 2.5 if known else 0.5 if one in (THING, EVENT) else 1)
    if not known and lang == "zh":
        costs[PERSON] += 0.5  # somebody shows by the last sign, mostly
    costs |= {one: name + (0 if one in known else 3) for one in QUALITIES}
    costs |= {TIME: name + 3, FIGURE: 0.5 if _AMONG_FIGURES.search(text) else name + 3}
    if kind == PLACE and _HOLDS[lang].search(text):
        costs[THING] = name + 1
    if kind == THING and _HOLDS_TOO[lang].search(text):
        costs[PLACE] = name + 1
    if done >= 1 and re.search(r"\d", text):
        costs |= {one: cost + 2 for one, cost in costs.items()} | {FIGURE: 0}
    if read[WHERE] == 0:
        costs[PLACE] = 0
    if known and name <= _NATURAL and kind != EVENT and done > 1:
        costs |= {DEED: max(costs[DEED], 2.5), MANNER: NEVER}
    elif name == 0 and done >= _UNLIKELY:
        costs[MANNER] = NEVER
    return costs


def _phrase_en(text: str, kind: str | None) -> Readings:
    """Return what it costs to take a phrase with a preposition for where, when, how, or by whom."""
    if kind == PLACE:
        return {PLACE: 0, MANNER: 2.5, DEED: 2.5, TIME: 1}
    more = next((more for pattern, more in _PHRASES if pattern.match(text)), {})
    return {PLACE: 1.5, TIME: 1, DEED: 1.5, MANNER: 0.5} | _whom(text) | more


def _whom(text: str) -> Readings:
    """Return what it costs to take by the owner, or by fax, for somebody."""
    match = re.match(r"(?:by|to|from) (?!\w+ing\b)", text, re.IGNORECASE)
    if match is None:
        return {}
    kind = kind_of(text[match.end() :], "en")
    return {PERSON: 0 if kind in (PERSON, OFFICE) else 0.5 if kind is None else 3}


_NATURAL, _UNLIKELY, _FEWEST = 0.5, 2.5, 3
_PHRASES = (
    (re.compile(r"(?:before|after|until) ", re.IGNORECASE), {TIME: 0, PLACE: 3}),
    (re.compile(r"(?:with|without) ", re.IGNORECASE), {TIME: 1.5, PLACE: 2.5, MANNER: 0}),
    (
        re.compile(
            r"(?:behind|under|beside|outside|inside|above|below|near|next to|opposite|in|on|at|by|between|beneath) (?!\w+ing\b)",
            re.IGNORECASE,
        ),
        {PLACE: 0, MANNER: 1.5},
    ),
)
# A place and a thing at once.
_HOLDS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:柜|箱|架|台|抽屉|栏|门|窗|牌|板|桶|池|亭)$"),
    "en": re.compile(
        r"\b(?:box|safe|drawer|cabinet|bin|tray|rack|shelf|locker|cupboard|basket|bench|door|gate|board|counter|desk|vault|lift|toilet|bar|pool|ladder|scaffold)s?$",
        re.IGNORECASE,
    ),
}
_HOLDS_TOO: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?:袋|盒|箱|桶|包|瓶|篮|筐|夹|封|套|车|盘|罐|筒)$"),
    "en": re.compile(
        r"\b(?:bag|pocket|envelope|pouch|basket|bin|jar|bottle|crate|case|folder|file|tray|trolley|van|car)s?$",
        re.IGNORECASE,
    ),
}
_THING_ZH = re.compile(
    "《.*》$|[一-龥](?:袋|盒|瓶|桶|罐|杯|刷|垫|灯|绳|剂|液|布|巾|纸|板|球|枪|阀|管|钉|刀|剪|尺|笔|膜|棒|勺|铲|盆|碗|盘|锅|壶|篮|筐|夹|钩|泵|带)$"
)
_PERSON_ZH = re.compile("(?:护士|[组班队店厂校园站所科处部局院馆会行社村船]|工段|车间)长$")
_COLOURS_TOO = frozenset(("orange", "silver", "gold", "rose", "violet", "cream"))
_WORKS_ZH = re.compile("[一-龥]{2}(?:阿姨|护士|医生|师傅|老师|司机|保安|教练|人员|员)$")
_PLACE_ZH = re.compile("[一-龥]{2}(?:站|处|口|所|亭|棚|廊)$|[酒网书茶水堂]吧$")


def named(text: str, lang: Lang) -> str | None:
    """Return what *text* names, by its last sign, too."""
    kind = kind_of(text, lang)
    if text.lower() in _COLOURS_TOO:
        return "colour"
    if kind is not None or lang == "en":
        return kind
    endings = ((PERSON, _PERSON_ZH), (PLACE, _PLACE_ZH), (THING, _THING_ZH))
    if _WORKS_ZH.search(text):
        return PERSON
    return next((one for one, pattern in endings if pattern.search(text)), None)


_WHEN: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        "[^，]{2,}(?:以?之?[前后]|(?<!小)时|期间|途中|那一?天|当[天日]|之日)$|[早晚][上间][\\d一二三四五六七八九十]"
        "|(?:[每次当本上下第前后][一二三四五六七八九十几\\d]*个?(?:工作)?|[\\d一二三四五六七八九十])(?:天|日|周|月|年|点|个月|小时|季度|工作日)$"
    ),
    "en": re.compile(
        r"^(?:at|by|before|after|on|in|during|every|each|once|until|from|within)\b.*(?:day|week|month|year|hour|morning|noon|night|evening|o'clock|shift|time|lunch|close|opening|season|hours|spring|summer|autumn|winter|\d)\w*$"
        r"|^(?:the|an?) .*\b(?:shift|week|month|day|night|morning|evening|afternoon|year|quarter|season)$|^(?:half past|quarter|once|twice)\b",
        re.IGNORECASE,
    ),
}
