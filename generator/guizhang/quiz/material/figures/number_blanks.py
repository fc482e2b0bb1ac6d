"""The number of a figure left blank, and the unit beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.diagnostics import Message
from guizhang.model.fact import Fact
from guizhang.model.quantity import QuantityKind
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.figures.figure import OF_AGE, Figure, number_of
from guizhang.quiz.quoting.points import BLANK

# The number in a figure as it is printed for five: 五次, CNY 5, five times.
_NUMBER = {
    "zh": re.compile(r"5|五"),
    "en": re.compile(r"\b(?:five \(5\)|5 \(five\)|(?:5|five)(?:\.0+)?\b)", re.IGNORECASE),
}
_NO_NUMBER = Message("数值不是单个数字（区间、时刻、日期）", "the figure is no single number (a range, a time, a date)")
_WHOSE_MONEY = re.compile(rf"^\s*(?:港[币幣]|人民[币幣]|新?[台臺][币幣]|[美日]元)(?=\s*{BLANK}\s*[元圆圓])")
"""The currency before an amount that has 元 behind it: 港币______元 is to be filled in with 元, not 港币元."""
_ONE = Message(
    "数值是1，多半说成“当天”“一次”，空出数字不成话",
    "it is one (a day, once), and no number can be left out of that",
)
_OF_AGE = Message(
    "成年的年龄，不看规定也答得出", "it is the age at which people are of age, which one could tell without the rule"
)
_IN_WORDS = Message(
    "数值的写法空不出一个数字（半天、八折、百分之几）",
    "it is worded so that no number can be left out (half a day, two thirds)",
)


def number_blank(figure: Figure) -> Text | Message:
    """Return the figure with a blank for its number, as printed for a plural: ______小时 / ______ hours, CNY ______.

    Or why it is no number with its unit that can be left out.
    """
    number = number_of(figure.fact)
    own = figure.fact.zh or ""
    if number is None:
        return _NO_NUMBER
    if figure.fact.unit == "years-of-age" and number == OF_AGE:
        return _OF_AGE
    if number == 1:
        return _ONE  # “______ times” would say that it is not one
    if number < 0:
        return _IN_WORDS  # whether 18 or -18 is meant nobody would know
    if "分之" in own or "折" in own or (number < 1 and figure.fact.kind is QuantityKind.DURATION):
        return _IN_WORDS  # nobody says 0.5 hours
    try:
        many = figure.fact.with_value(_five(figure.fact))
    except ValueError:
        return _IN_WORDS
    zh, en = (_NUMBER[lang].subn(BLANK, figure.printed(many, lang)) for lang in LANGS)
    return Text(zh=zh[0], en=en[0]) if zh[1] == en[1] == 1 else _IN_WORDS


def unit_words(blank: Text, langs: Sequence[Lang]) -> Text | None:
    """Return the unit in a blank for a number (小时 / hours) in *langs*; ``None`` where one has no word for it."""
    words = {lang: _WHOSE_MONEY.sub("", blank.either(lang)).replace(BLANK, "").strip() for lang in langs}
    return Text(zh=words.get("zh"), en=words.get("en")) if all(words.values()) else None


def _five(fact: Fact) -> str:
    return re.sub(r"\d+(\.\d+)?", "5", fact.value, count=1)
