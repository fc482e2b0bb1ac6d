"""How many there are, where the sentence or a title names them or takes them up: 店长和烘焙师两人, both copies, 双人双锁."""

from __future__ import annotations

import re

from guizhang.model.quantity import Frequency, QuantityKind
from guizhang.quiz.material.figures.figure import Figure, number_of
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int

_NAMED = re.compile(r"([^，。；：]*[、和与與及][^，。；：]*)$")
_BETWEEN = re.compile("[、和与與]|以?及")
_BY_WHOM = re.compile("由|请|請|经|經|须|须有|需|应|應")
# 打卡两次（上班、下班各一次）
_EACH_BEHIND = re.compile(r"[（(]([^）)，。；]*[、和与與及][^）)，。；]*)各")
_NAMED_EN = re.compile(r"(?: [a-z]+){0,2}: ([^.;]+)")
_BETWEEN_EN = re.compile(r",? and |, ")
# 设救生员两人（甲、乙）, 共三项：……: who or what they are stands right behind.
_NAMED_BEHIND = re.compile(
    "[^，。；：（）()]{0,3}(?:[：:（(]|，)(?:即|分别?[是为]|分別[是為])?([^，。；：（）()]+)[）)。；，]"
)
_PARTED = re.compile("[、和与與及]")
_ONE_OF_THEM = re.compile("[\u4e00-\u9fff]{1,8}")
# 分三种颜色：绿牌——健康；黄牌——带药；红牌——观察
_TOLD_BEHIND = re.compile(r"[^，。；：]{0,8}：([^。]+)")
# 清水—消毒液—清水三步
_CHAIN = re.compile(r"(?<=[\u4e00-\u9fff）)])\s?(?:[—–→➔]+|->)\s?")
# 分两批，第一批……，第二批……
_ORDINAL = re.compile(r"第([一二三四五六七八九十]|\d{1,2})(?=[\u4e00-\u9fff])")
CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
"""A time of day in figures."""
_BOTH = re.compile(r"\b(?:both|either|neither|two|pair|twice)\b", re.IGNORECASE)
# 接班人员未到，交班人员下岗的，两人共同负责: the two are those whom the sentence has named.
_THE_TWO = (re.compile("(?:^|[，。；：])$"), re.compile("(?:共同|一起|均|都|各|同时|同時|分别|分別|互相|连带|連帶)"))
_PAIR = 2
_COUNT = re.compile(r"(?:\d+|[二两兩])(?P<unit>.{1,4})")
_NEAR = 30
"""Characters beside a figure in which “both” gives it away."""
_HAS_IN_ALL = re.compile("[表单册书錄录单單]共?[有分计計][为為]?$")


def counted_out(figure: Figure) -> bool:
    """Tell whether the sentence names one by one what is counted: 到岗、用餐、离岗共3次, 店长和烘焙师两人, 两人（店长和会计）."""
    if _named_behind(figure):
        return True
    if figure.clause.langs == ("en",) and (named := _NAMED_EN.match(figure.sentence.either("en").partition(BLANK)[2])):
        return number_of(figure.fact) == len(_BETWEEN_EN.findall(named[1])) + 1
    before, _, behind = CLOCK.sub("", figure.sentence.either("zh")).partition(BLANK)
    if each := _EACH_BEHIND.match(behind):
        often = figure.fact.quantity[0]
        times = often.times if isinstance(often, Frequency) else number_of(figure.fact)
        return times == len(_BETWEEN.findall(each[1])) + 1
    told = (_told_behind(behind), _last_of_row(figure, behind), _chained(figure.sentence.either("zh")))
    if any(many is not None and many == number_of(figure.fact) for many in told):
        return True
    named = _NAMED.search(before)
    if named is None:
        return False
    lists = (named[1], _BY_WHOM.split(named[1])[-1])  # 蔬菜、肉类由保管员和班长两人验收
    return any(number_of(figure.fact) == len(_BETWEEN.findall(one)) + 1 for one in lists)


def _named_behind(figure: Figure) -> bool:
    """Tell whether a Chinese sentence names one by one behind the figure what it counts: 两人（店长和会计）."""
    number = number_of(figure.fact)
    if figure.fact.kind is not QuantityKind.COUNT or "zh" not in figure.clause.langs:
        return False
    named = _NAMED_BEHIND.match(figure.sentence.either("zh").partition(BLANK)[2])
    if named is None:
        return False
    parts = _PARTED.split(named[1])
    return len(parts) == number and len(parts) > 1 and all(map(_ONE_OF_THEM.fullmatch, parts))


def _told_behind(behind: str) -> int | None:
    """Return how many things a colon behind what is counted tells, each with a mark between."""
    told = _TOLD_BEHIND.match(behind)
    mark = next((mark for mark in "；、" if told and mark in told[1]), None)
    if told is None or mark is None:
        return None
    return len(_BETWEEN.findall(told[1])) + 1 if mark == "、" else len(told[1].strip("；").split(mark))


def _last_of_row(figure: Figure, behind: str) -> int | None:
    """Return the last of a row told from the first on of what is counted: 第一批……，第二批……."""
    unit = figure.printed(figure.fact, "zh")[-1:]
    told = [
        chinese_to_int(match[1]) or 0 for match in _ORDINAL.finditer(behind) if behind.startswith(unit, match.end())
    ]
    return len(told) if len(told) > 1 and told == [*range(1, len(told) + 1)] else None


def _chained(sentence: str) -> int | None:
    """Return how many things stand in a row of dashes or arrows right before what is counted."""
    links = len(_CHAIN.findall(re.split("[，。；：]", sentence.partition(BLANK)[0])[-1]))
    return links + 1 if links else None


def as_a_pair(figure: Figure) -> bool:
    """Tell whether the sentence or a title calls the two by 双: 双人双锁, 双人复核."""
    if number_of(figure.fact) != _PAIR or figure.fact.kind is not QuantityKind.COUNT:
        return False
    match = _COUNT.fullmatch(figure.printed(figure.fact, "zh"))
    if match is None or "zh" not in figure.clause.langs:
        return False
    unit = match["unit"].strip()
    people = "人|岗|崗|员|員" if unit[:1] in "名人位个個" else re.escape(unit)
    titles = " ".join(title.zh or "" for node in figure.clause.place.lineage if (title := node.title) is not None)
    return re.search(f"[双雙](?:{people})", figure.sentence.either("zh") + titles) is not None


def named_by_both(figure: Figure) -> bool:
    """Tell whether the English sentence says that they are two: both ______ copies, the two of them, between ______ shifts."""
    before, _, behind = (figure.sentence.en or "").partition(BLANK)
    beside = any(map(_BOTH.search, (before[-_NEAR:], behind[:_NEAR]))) or before.casefold().endswith("between ")
    return number_of(figure.fact) == _PAIR and beside


def the_two(figure: Figure) -> bool:
    """Tell whether a Chinese sentence takes up two whom it has named: ……，两人共同负责."""
    before, _, behind = figure.sentence.either("zh").partition(BLANK)
    named = number_of(figure.fact) == _PAIR and figure.fact.kind is QuantityKind.COUNT and before
    return bool(named and _THE_TWO[0].search(before) and _THE_TWO[1].match(behind))


def counts_itself(figure: Figure) -> bool:
    """Tell whether a figure counts what a form or a list has: 客户档案表共有42项. Nobody needs to know that by heart."""
    before = figure.sentence.either("zh").partition(BLANK)[0]
    return figure.fact.kind is QuantityKind.COUNT and _HAS_IN_ALL.search(before) is not None
