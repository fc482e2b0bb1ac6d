"""No option includes another.

Why: where one option is part of another, both are right whenever the smaller is, and a careful reader can argue for
either. 以上 and 以内 include their figure, so 3天以内 and 3天以上 share the third day.

Warns (LNT004). Fails: 1至3天, 3至5天; 不超过3天, 不超过5天; 主管, 主管和经理; 上午, 工作日上午; 电梯, 货梯; 销毁, 粉碎. Passes: 1至2天, 3至5天;
不满3天, 3天以上; 经理, 总经理.
Ranges that fill the blank of a quoted sentence, and clock times of opening and closing, are names of themselves and may
overlap.

Source: Haladyna, Downing & Rodriguez (2002), guideline 22: choices should not be overlapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from guizhang.consistency.amounts import Amount
from guizhang.consistency.words import stem
from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.language.deeds import anything, case_of
from guizhang.quality.language.heads import among, excepts
from guizhang.quality.language.kinds import PERSON, kind_of
from guizhang.quality.language.lexicon import includes
from guizhang.quality.language.narrowing import in_frame, narrows, ranged
from guizhang.quality.language.ranks import ranks_from
from guizhang.quality.language.when import when
from guizhang.quality.same_option import normal
from guizhang.quality.view import BLANK, Finding, View

CODE = "LNT004"
_MEND = Message(
    "把选项分开，使任何情形只落在一个选项里", "part the options so that each case falls under one of them only"
)
_JOINS = re.compile(
    r"以及|或者|并且|[、，,；;和或与及]|\b(?:and|or|as well as|together with)\b|\+|(?:[，,]\s*)并|(?<=[一-龥]{2})并(?![列排入轨购存发联非不])(?=[一-龥]{2})"
)
_EVERY_ZH = re.compile(r"(?:全体|所有的?|任何(?:一[名位个])?|各位|每[一]?[位名个])(?P<noun>[一-龥]{2,4})")
_EVERY_EN = re.compile(r"(?:all|any|every|each)(?: (?:of )?(?:the|our|its))? (?P<noun>[a-z]+)")
# Wholes whose parts no list of words gives: days of a week, months of a quarter, ages.
_WHOLES: dict[Lang, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "zh": (
        (re.compile("(?:每个?|在)?(?:周末|双休日|休息日)"), re.compile("^(?:每个?|在)?(?:周|星期|礼拜)[六日天]")),
        (re.compile("上午"), re.compile("^上午?.{1,3}[点时]|^早上.{1,3}[点时]")),
        (re.compile("[一-龥]{0,3}(?:第?一季度|上半年|年初)"), re.compile("^[一-龥]{0,3}(?:[一二三1-3]月份?|第?一季度)$")),
        (re.compile("[一-龥]{0,3}(?:第?四季度|下半年|年底)"), re.compile("^[一-龥]{0,3}(?:十[一二]月份?|1[0-2]月份?|第?四季度)$")),
        (re.compile("(?:成年人|成人)"), re.compile(r"^(?:年?满)?(?:1[89]|[2-7]\d)周?岁|^[老孕]")),
        (re.compile("(?:未成年人|儿童|孩子|小孩)"), re.compile(r"^(?:年?满)?(?:[1-9]|1[0-7])周?岁(?:以下|以内)|^[不未]满(?:1[0-8]|[1-9])周?岁|下的?[儿孩]")),
        (re.compile("(?:老年人|老年客户|长者|老人)"), re.compile(r"^(?:年满)?(?:6[05]|7[05]|80|六十五?|七十五?|八十)周?岁以上")),
        (re.compile("(?:所有|全体|任何|每个|每名)?(?:员工|人员|职工|在职员工)"), re.compile("^(?:[一-龥]{2,5}部员工|[一-龥]{2,4}员)$")),
    ),
    "en": (
        (re.compile("(?:all )?adults"), re.compile(r"^(?:people |persons |guests |adults )?(?:aged |over |from )(?:1[89]|[2-9]\d)\b")),
        (re.compile("(?:all )?(?:children|minors)"), re.compile(r"^(?:children |people )?(?:aged )?under (?:1[0-8]|[1-9])\b|^children (?:aged|under|of)\b")),
        (re.compile("(?:on )?(?:week|working |work)days"), re.compile(r"^(?:on )?(?:mon|tues|wednes|thurs|fri)days?\b(?!.*(?:satur|sun)day)")),
        (re.compile("(?:on |at )?(?:the )?weekends?"), re.compile(r"^(?:on )?(?:satur|sun)days?\b")),
        (re.compile("(?:in |during )?(?:the )?(?:day|daytime|working hours)"), re.compile(r"^(?:in |during )?the (?:morning|afternoon)$")),
    ),
}  # fmt: skip
_CREW_EN = re.compile(r"(?:the )?(?P<where>[a-z]+) (?:staff|team|crew|employees|people)")
_LEAST = 2
_ANY_DAY: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"[一-龥]{0,4}(?:当[天日晚月周年]|次[日月年周]|第二天|隔天|[本下每][周月年天日]|每个?(?:星期|月|季度?))"
    ),
    "en": re.compile(
        r"(?:on |in )?(?:the|that) (?:same|next|following|very) (?:day|week|month|morning|evening)|(?:every|each) (?:day|week|month|year|quarter)"
    ),
}
_NEARER_ZH = re.compile(r"[以之]?[前后起内]|[\d一二两三四五六七八九十几]+次|底?[。]?$")
# The hours of something as a whole are a name of themselves: from when to when it is open.
_CLOCKS = frozenset({"time-of-day", "date"})
_HOURS = re.compile(
    r"几[点时号日月].{0,6}[到至~—-].{0,3}几[点时号日月]|何时[到至]何时|起止|(?:营业|开放|供应|供餐|服务|上班|工作|作息|门诊|接待|办公|值班|运营)时间|班次|[早中晚夜]班"
    r"|\b(?:opening|business|office|working|visiting|service|shift) (?:hours|times)\b|\bopen\b|from when (?:to|till|until)|\bshifts?\b",
    re.IGNORECASE,
)
# A name of a whole is shorter than a sentence; two sentences of which one includes the other begin or end alike.
_SENTENCE: dict[Lang, int] = {"zh": 20, "en": 60}
_EDGE = 3


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option that overlaps an earlier one."""
    for (i, one), (j, other) in combinations(enumerate(view.choices), 2):
        if _clash(view, i, j):
            yield view.at_option(
                j,
                Message(f"“{one.text}”与“{other.text}”有重叠", f"“{one.text}” and “{other.text}” overlap"),
                _MEND,
            )


def _clash(view: View, i: int, j: int) -> bool:
    first, second = view.amounts[i], view.amounts[j]
    if first is None or second is None or first.family != second.family:
        one, other = view.choices[i], view.choices[j]
        if one.key or other.key:
            pairs = ((one.text, other.text), (other.text, one.text))
            if any(anything(large, small, view.lang) for large, small in pairs):
                return True
        return _overlap(one.text, other.text, view.lang)
    if BLANK in view.stem:
        return False
    if first.family[0] not in _CLOCKS:
        return _meet(first, second)
    same = not (first.single and second.single) and _same_time(view.choices[i].text, view.choices[j].text, view.lang)
    return _HOURS.search(view.stem) is None and (_meet(first, second) or same)


# The same options come up for item after item.
@lru_cache(maxsize=65536)
def _overlap(one: str, other: str, lang: Lang) -> bool:
    """Tell whether what one of two options says is part of what the other says, or meets it."""
    return (
        not _sentences_apart(one, other, lang)
        and normal(one) != normal(other)
        and (
            any(_part_of(*pair) or _within(*pair, lang) for pair in ((one, other), (other, one)))
            or _framed(one, other)
            or _same_time(one, other, lang)
        )
    )


def _sentences_apart(one: str, other: str, lang: Lang) -> bool:
    """Tell whether two options are whole sentences that neither begin nor end alike, so that neither is the other with a change."""
    alike = one[:_EDGE] == other[:_EDGE] or one.rstrip("。.")[-_EDGE:] == other.rstrip("。.")[-_EDGE:]
    return min(len(one), len(other)) > _SENTENCE[lang] and not alike


def _meet(first: Amount, second: Amount) -> bool:
    # Two single values are the same or not: another rule speaks of those that are.
    return first.family == second.family and not (first.single and second.single) and first.overlaps(second)


def _same_time(one: str, other: str, lang: Lang) -> bool:
    first, second = when(one, lang), when(other, lang)
    if first is not None and second is not None:
        return first.meets(second)
    return any(_day_and_more(*pair, lang) for pair in ((one, other), (other, one)))


def _day_and_more(small: str, large: str, lang: Lang) -> bool:
    """Tell whether *small* is the day, or the stretch that comes again, of *large*, and more nearly when: 当天下班前."""
    if not _ANY_DAY[lang].fullmatch(large.strip().rstrip("。.").lower()):
        return False
    if lang == "zh":
        tail = small.strip().removeprefix(large.strip())
        return tail != small.strip() and _NEARER_ZH.match(tail) is None and bool(tail.rstrip("。"))
    name = re.sub("^(?:on|in) ", "", large.strip().rstrip(".").lower())
    return small.lower() != large.lower() and re.search(rf"\b{name}\b(?! after)", small.lower()) is not None


def _framed(one: str, other: str) -> bool:
    """Tell whether two texts differ in a range only, and the ranges meet: aged 3 to 5, aged 5 to 8; 1000元以下的采购, 5000元以下的采购."""
    first, second = ranged(one), ranged(other)
    return (
        first is not None
        and second is not None
        and first[0] == second[0]
        and first[1] != second[1]
        and first[1].family == second[1].family
        and not (first[1].single and second[1].single)
        and first[1].overlaps(second[1])
    )


def _within(part: str, whole: str, lang: Lang) -> bool:
    """Tell whether *part* lies in the place, or is among the people or the days, that *whole* names as a whole."""
    small, large = part.strip().rstrip("。.").lower(), whole.strip().rstrip("。.").lower()
    if among(small, large, lang) or excepts(large, small, lang) or case_of(small, large, lang):
        return True
    if includes(large, small, lang) or narrows(small, large, lang) or in_frame(small, large, lang):
        return True
    if ranks_from(large, small, lang):
        return True
    if any(name.fullmatch(large) and members.search(small) for name, members in _WHOLES[lang]):
        return True
    if lang == "zh":
        everyone = _EVERY_ZH.fullmatch(large)
        return bool(everyone and small.endswith(everyone["noun"]) and not _EVERY_ZH.fullmatch(small))
    # Pastry cooks in the kitchen, kitchen staff.
    crew = _CREW_EN.fullmatch(large)
    if crew and kind_of(small, lang) == PERSON and stem(crew["where"]) in {stem(word) for word in small.split()}:
        return not _CREW_EN.fullmatch(small)
    every = _EVERY_EN.fullmatch(large)
    if every and not _EVERY_EN.fullmatch(small):
        return stem(every["noun"].split()[-1]) == stem(
            re.split(r" (?:of|in|at|for|on|with|who) ", small)[0].split()[-1]
        )
    return False


def _part_of(part: str, whole: str) -> bool:
    """Tell whether *part* is one of the things *whole* names side by side."""
    small = normal(part)
    parts = [normal(piece) for piece in _JOINS.split(whole) if piece]
    return len(small) >= _LEAST and len(parts) > 1 and small in parts
