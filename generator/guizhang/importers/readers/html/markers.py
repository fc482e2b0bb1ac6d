"""Numbers a browser prints before the items of an ``<ol>``; they stand nowhere in the page's text."""

from __future__ import annotations

from dataclasses import dataclass, field

from guizhang.zh.numerals import BRANCHES, STEMS, int_to_chinese, int_to_roman

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
"""Values of the type attribute; they tell case apart."""
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_HANT = str.maketrans("一二三四五六七八九十百千万亿", "壹貳參肆伍陸柒捌玖拾佰仟萬億")
_HANT = str.maketrans("万亿", "萬億")
_SIGNLESS = frozenset({"none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"})
_LIMIT = 10**9


@dataclass(slots=True, eq=False)
class Item:
    """One ``<li>``."""

    value: int | None
    """Its value attribute."""
    style: str | None
    """Its own list-style-type."""
    ordinal: int = 0
    """Known once the list is complete, since a reversed list counts from its length."""


@dataclass(slots=True, eq=False)
class List:
    """One ``<ol>`` or ``<ul>``."""

    path: str
    level: int
    ordered: bool
    style: str
    start: int | None
    reverse: bool
    items: list[Item] = field(default_factory=list)
    lists: int = 0
    """How many lists were met inside it."""

    @property
    def bulleted(self) -> bool:
        """Whether a browser shows a bullet before each item."""
        return not self.ordered and self.style in _SIGNLESS and self.style != "none"

    def count(self) -> None:
        """Give each item its ordinal."""
        step = -1 if self.reverse else 1
        ordinal = self.start if self.start is not None else len(self.items) if self.reverse else 1
        for item in self.items:
            ordinal = item.value if item.value is not None else ordinal
            item.ordinal = ordinal
            ordinal += step

    def printed(self, item: Item) -> str:
        """Return the item's number as a browser prints it; empty for bullets and lists without numbers."""
        style = item.style or self.style
        if not self.ordered and item.style is None and style in _SIGNLESS:
            return ""
        return marker(style, item.ordinal)


def style_of_type(attribute: str) -> str | None:
    """Return the list-style-type a type attribute stands for, or None."""
    return _TYPES.get(attribute.strip()) or (
        attribute.strip().lower() if attribute.strip().lower() in _SIGNLESS else None
    )


def whole_number(attribute: str | None) -> int | None:
    """Return the number an attribute starts with, as browsers read it, or None."""
    text = (attribute or "").strip()
    sign = text[:1] if text[:1] in "+-" else ""
    digits = ""
    for c in text[len(sign) :]:
        if not (c.isascii() and c.isdigit()) or len(digits) > 9:
            break
        digits += c
    return max(-_LIMIT, min(_LIMIT, int(sign + digits))) if digits else None


def marker(style: str, value: int) -> str:
    """Return *value* in a list-style-type with the sign CSS puts behind it: ``1.``, ``一、``, ``c.``.

    An unknown or unfit style falls back to decimal, as in CSS. A quoted style is printed as it is.
    """
    if style in _SIGNLESS:
        return ""
    if style[:1] in "\"'" and style[-1:] == style[:1]:
        return style[1:-1]
    body, sign = _number(style, value)
    return f"{body}{sign}" if body else f"{value}."


def _number(style: str, value: int) -> tuple[str, str]:
    if style.endswith(("-informal", "cjk-ideographic", "-formal")) and "korean" not in style:
        if not 0 <= value < 10**8:
            return "", ""
        table = _HANT if "trad" in style else {}
        if style.endswith("-formal") and "informal" not in style:
            table = _FORMAL_HANT if "trad" in style else _FORMAL
        # 十二 in running text, but 壹拾贰 where numerals are written out against forgery.
        body = ("壹" if table in (_FORMAL, _FORMAL_HANT) and 10 <= value < 20 else "") + int_to_chinese(
            value
        ).translate(table)
        return body, "、"
    if style == "cjk-decimal":
        return ("".join("〇一二三四五六七八九"[int(d)] for d in str(value)) if value >= 0 else ""), "、"
    if style in ("cjk-heavenly-stem", "cjk-earthly-branch"):
        row = STEMS if style == "cjk-heavenly-stem" else BRANCHES
        return (row[value - 1] if 1 <= value <= len(row) else ""), "、"
    if style in ("lower-roman", "upper-roman"):
        roman = int_to_roman(value) if 0 < value < 4000 else ""
        return (roman.upper() if style.startswith("upper") else roman), "."
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin", "lower-greek"):
        return _letters(style, value), "."
    if style == "decimal-leading-zero":
        return (f"{value:02d}" if value >= 0 else f"{value:03d}"), "."
    if style == "circled-decimal" and 1 <= value <= 20:
        return chr(0x2460 + value - 1), ""
    return str(value), "."


def _letters(style: str, value: int) -> str:
    alphabet = "αβγδεζηθικλμνξοπρστυφχψω" if style == "lower-greek" else "abcdefghijklmnopqrstuvwxyz"
    letters = ""
    while value > 0:
        value, place = divmod(value - 1, len(alphabet))
        letters = alphabet[place] + letters
    return letters.upper() if style.startswith("upper") else letters
