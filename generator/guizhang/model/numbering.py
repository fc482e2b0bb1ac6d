"""Printed labels of numbered nodes: 第五条, （一）, Article 5.

Source: 立法法 for the order 编 章 节 条 款 项 目 and their printed forms (items in brackets, 目 with a point).
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.regulation import HEADING_LEVELS, Level, Place
from guizhang.model.text import Lang

_DIGITS = "零一二三四五六七八九"
_ZH_SUFFIX = {Level.PART: "编", Level.CHAPTER: "章", Level.SECTION: "节", Level.ARTICLE: "条"}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_EN_NAME = {Level.PART: "Part", Level.CHAPTER: "Chapter", Level.SECTION: "Section", Level.ARTICLE: "Article"}

_PARTING = " 　、.．。,，:：;；"
"""What stands between a printed label and the text behind it."""
_EN_ANNEX = {
    "附件": "Annex", "附录": "Appendix", "附錄": "Appendix", "附表": "Schedule", "附图": "Figure", "附圖": "Figure",
}  # fmt: skip


def printed_label(place: Place, lang: Lang) -> str:
    """Return the label of a node as *lang* prints it; empty for a paragraph.

    A label the file keeps is printed as it stands in Chinese, and in English where it is ASCII; one kept for the English
    alone goes before it there.
    """
    node = place.node
    if node.number is None:
        return ""
    if node.label_en is not None and lang == "en":
        return node.label_en
    if node.label is not None and (lang == "zh" or node.label.isascii()):
        return node.label
    if node.label is not None and (annex := _EN_ANNEX.get(node.label[:2])):
        return f"{annex} {node.number}"
    if node.level is Level.ITEM:
        return _item_label(node.number, _item_depth(place), lang)
    return _heading_label(node.level, node.number, lang)


def cited_label(place: Place, lang: Lang) -> str:
    """Return the number a sentence cites a node by: 第五条（一）, 一、4, 4、(1); Article 5(1), (4)(1). Empty for a paragraph.

    It names every number from the article down; outside articles from the headings down, since lists begin anew under
    each. What parts a label from the text behind it is left out at the end: 15、 is cited as 15.
    """
    if place.node.number is None:
        return ""
    chain = [(node, place.ancestors[:i]) for i, node in enumerate((*place.ancestors, place.node))]
    named = [Place(place.regulation, node, above, ()) for node, above in chain if node.number is not None]
    if place.node.level in HEADING_LEVELS:
        named = named[-1:]
    start = next((i for i, one in enumerate(named) if one.node.level is Level.ARTICLE), 0)
    out = ""
    for one in named[start:]:
        label = printed_label(one, lang)
        parent = out.rstrip(_PARTING)
        if parent and re.match(rf"{re.escape(parent.removesuffix('.0'))}\W", label):
            out = label  # 4.8.1 says already that it is in 4.8, and 4.8 that it is in 4.0
        elif one.node.level in HEADING_LEVELS and one is not named[-1]:
            out += label.rstrip(_PARTING) + (", " if lang == "en" or label.isascii() else " ")
        else:
            out += (" " if out[-1:].isalnum() and out.isascii() and label[:1].isalnum() else "") + label
    return out.rstrip(_PARTING)


def article_label(number: str, lang: Lang) -> str:
    """Return 第五条之一 or Article 5-1 for ``5-1``."""
    return _heading_label(Level.ARTICLE, number, lang)


def han_number(number: int) -> str:
    """Return 1..9999 in Chinese numerals as legal texts print them: 12 -> 十二, 105 -> 一百零五.

    Raises:
        ValueError: *number* is outside 1..9999.
    """
    if not 1 <= number <= 9999:
        raise ValueError(number)
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if zero and out else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


@lru_cache(maxsize=1 << 12)
def _heading_label(level: Level, number: str, lang: Lang) -> str:
    if lang == "en":
        return f"{_EN_NAME[level]} {number}"
    main, _, extra = number.partition("-")
    if not main.isdecimal() or (extra and not extra.isdecimal()):
        return f"第{number}{_ZH_SUFFIX[level]}"
    return f"第{_han_or_digits(main)}{_ZH_SUFFIX[level]}" + (f"之{_han_or_digits(extra)}" if extra else "")


def _item_label(number: str, depth: int, lang: Lang) -> str:
    if not number.isdecimal():
        return f"{number}."
    if lang == "zh":
        return (f"（{_han_or_digits(number)}）", f"{number}.", f"（{number}）")[min(depth, 2)]
    return (f"({number})", f"({_letters(int(number))})", f"({_roman(int(number))})")[min(depth, 2)]


def _item_depth(place: Place) -> int:
    return sum(node.level is Level.ITEM for node in place.ancestors)


def _han_or_digits(number: str) -> str:
    value = int(number)
    return han_number(value) if 1 <= value <= 9999 else number


def _letters(number: int) -> str:
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out or "0"


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out or "0"
