"""Figures that what a rule is called gives away: 三米微笑 over 走近三米时微笑, 双人双锁 beside 由两人保管, 甲和乙 behind 两人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.model.quantity import QuantityKind
from guizhang.quiz.material.figures import Figure, number_of
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.numerals import chinese_to_int, int_to_chinese

_SAID = re.compile(r"(?P<number>\d+(?:\.\d+)?|[一二两兩三四五六七八九十百]+)(?P<unit>.{1,4})")
_PAIR = 2
_SPELLED = 1000
"""Numbers below this may be spelled out in a title."""
# 设救生员两人（甲、乙）, 共三项：……: who or what they are stands right behind.
_NAMED_BEHIND = re.compile(
    "[^，。；：（）()]{0,3}(?:[：:（(]|，)(?:即|分别?[是为]|分別[是為])?([^，。；：（）()]+)[）)。；，]"
)
_PARTED = re.compile("[、和与與及]")
_ONE_OF_THEM = re.compile("[\u4e00-\u9fff]{1,8}")


def named_above(figure: Figure) -> bool:
    """Tell whether a title above a Chinese sentence, or what its regulation is called, has the figure with its unit."""
    ways = set(_ways(figure))
    if not ways:
        return False
    place = figure.clause.place
    titles = (node.title for node in place.lineage)
    said = [title.zh for title in (*titles, place.regulation.title) if title is not None and title.zh]
    return any(
        re.search(rf"(?<![\d.,一二两兩三四五六七八九十百]){re.escape(way)}", one) for way in ways for one in said
    )


def as_a_pair(figure: Figure) -> bool:
    """Tell whether the sentence or a title calls the two by 双: 双人双锁, 双人复核."""
    if number_of(figure.fact) != _PAIR or figure.fact.kind is not QuantityKind.COUNT:
        return False
    match = _SAID.fullmatch(figure.printed(figure.fact, "zh"))
    if match is None or "zh" not in figure.clause.langs:
        return False
    unit = match["unit"].strip()
    people = "人|岗|崗|员|員" if unit[:1] in "名人位个個" else re.escape(unit)
    titles = " ".join(title.zh or "" for node in figure.clause.place.lineage if (title := node.title) is not None)
    return re.search(f"[双雙](?:{people})", figure.sentence.either("zh") + titles) is not None


def named_behind(figure: Figure) -> bool:
    """Tell whether a Chinese sentence names one by one behind the figure what it counts: 两人（店长和会计）."""
    number = number_of(figure.fact)
    if figure.fact.kind is not QuantityKind.COUNT or "zh" not in figure.clause.langs:
        return False
    named = _NAMED_BEHIND.match(figure.sentence.either("zh").partition(BLANK)[2])
    if named is None:
        return False
    parts = _PARTED.split(named[1])
    return len(parts) == number and len(parts) > 1 and all(map(_ONE_OF_THEM.fullmatch, parts))


def _ways(figure: Figure) -> Iterator[str]:
    """Yield the figure in digits and spelled out, each with its unit; nothing for what is no number with a unit."""
    if "zh" not in figure.clause.langs or number_of(figure.fact) is None:
        return
    match = _SAID.fullmatch(figure.printed(figure.fact, "zh"))
    if match is None:
        return
    digits, unit = match["number"], match["unit"].strip()
    value = float(digits) if digits[0].isdigit() else chinese_to_int(digits)
    if value is None or value != int(value) or not 1 < value < _SPELLED:
        return
    spelled = int_to_chinese(int(value))
    yield from (f"{one}{unit}" for one in (f"{int(value)}", spelled, *(("两", "兩") if value == _PAIR else ())))
