"""Options that are figures: what they measure, in which unit, and how the number is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from guizhang.consistency.amounts import Amount, amount
from guizhang.model.text import Lang
from guizhang.quality.figures.writings import rewritten, worded
from guizhang.zh.numerals import chinese_to_int
from guizhang.zh.quantities import find_figures

# What may stand around a figure without making the option more than a figure.
_AROUND = re.compile(
    r"(?:每(?:[天日周月年次人份页件张位间台]|小时|公里)|以[内上下外]|之?[内前后]|不超过|超过|不少于|少于|至少|最多|最少|最迟|不足|不满|满|约"
    r"|为|的|共|一共|连续|提前|"
    r"within|above|below|at least|at most|no more than|no later than|more than|less than|fewer than|under|over|up to|not more than|"
    r"(?:an?|per) [a-z]+\b|each|apiece|before|after|by|in|on|at|for|only|the|from|to|of|or|more|less|"
    r"later|earlier|and|[\s,.，。、;；:：~～—–-])+",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?|[零〇一二三四五六七八九十百千两]+")
_FRACTION = re.compile(r"(\d+)/([1-9]\d*)")
# 31/03: with its noughts, a day and its month.
_DAY_MONTH = re.compile(r"(0[1-9]|[12]\d|3[01])[/.](0[1-9]|1[0-2])")
_BARE_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[-–~～—至到]|to)\s*(\d+(?:\.\d+)?)")
_NUMBER_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half once twice thrice".split()
)
_COUNTED_EN = re.compile(
    rf"(?:only |exactly |about )?(?P<n>\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_NUMBER_EN)})(?:-\w+)?)(?: (?P<unit>[a-z]+(?: [a-z]+)?))?[.]?",
    re.IGNORECASE,
)
_COUNTED_ZH = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[一-龥]{1,4}(?:/[一-龥]{1,3})?|[a-zA-Z]{1,3}(?:/[a-zA-Z]{1,3})?)"
)
_BOUND = re.compile(
    r"(?:(?P<least>at least|no less than|not less than|more than|over|至少|不少于|不低于|超过)|(?P<most>at most|no more than|not more than"
    r"|less than|under|up to|至多|最多|不超过|不到))\s*",
    re.IGNORECASE,
)
_ORDINAL_EN = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: (?:day|of the month))?", re.IGNORECASE)
_ORDINALS_EN = {
    word: i + 1
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth "
        "nineteenth twentieth".split()
    )
} | {"twenty-fifth": 25, "thirtieth": 30}
# An option that is a share and nothing else, in per cent.
_SHARES = {
    "half": 50, "a half": 50, "one half": 50, "a quarter": 25, "one quarter": 25, "three quarters": 75, "double": 200,
    "a third": 33, "one third": 33, "two thirds": 67, "a fifth": 20, "one fifth": 20, "a tenth": 10, "one tenth": 10, "a sixth": 17,
    "三分之一": 33, "三分之二": 67, "一半": 50, "五分之二": 40, "五分之三": 60, "五分之四": 80, "四分之一": 25, "四分之三": 75,
    "五分之一": 20, "十分之一": 10, "全额": 100, "双倍": 200, "两倍": 200,
}  # fmt: skip
# What one unit is of another, for units that the grammar of quantities keeps apart.
_SCALES = {
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "m": ("length", "1"), "km": ("length", "1000"),
    "millimetre": ("length", "0.001"), "centimetre": ("length", "0.01"), "metre": ("length", "1"), "kilometre": ("length", "1000"),
    "毫米": ("length", "0.001"), "厘米": ("length", "0.01"), "米": ("length", "1"), "公里": ("length", "1000"), "千米": ("length", "1000"),
    "g": ("weight", "1"), "kg": ("weight", "1000"), "gram": ("weight", "1"), "kilogram": ("weight", "1000"), "kilo": ("weight", "1000"),
    "tonne": ("weight", "1000000"), "foot": ("length", "0.3048"), "feet": ("length", "0.3048"), "inch": ("length", "0.0254"),
    "mile": ("length", "1609.344"), "yard": ("length", "0.9144"), "pint": ("volume", "568"),
    "平方厘米": ("area", "0.0001"), "平方米": ("area", "1"), "公顷": ("area", "10000"), "两": ("weight", "50"),
    "square metre": ("area", "1"), "hectare": ("area", "10000"),
    "pound": ("weight", "453.6"), "ounce": ("weight", "28.35"), "克": ("weight", "1"),
    "斤": ("weight", "500"), "千克": ("weight", "1000"), "公斤": ("weight", "1000"),
    "吨": ("weight", "1000000"), "ml": ("volume", "1"), "l": ("volume", "1000"), "millilitre": ("volume", "1"), "litre": ("volume", "1000"),
    "毫升": ("volume", "1"), "升": ("volume", "1000"), "角": ("money", "0.1"), "毛": ("money", "0.1"),
    "fortnight": ("duration", "1209600"), "hour": ("duration", "3600"), "minute": ("duration", "60"),
    "月": ("duration", "2629800"), "个月": ("duration", "2629800"),
}  # fmt: skip
_FAMILIES = {"money": ("money", "CNY"), "duration": ("duration", "")}
_SHARE = re.compile(r"[百千万]分之|[%％‰]")
_SPELLED = {word: i + 1 for i, word in enumerate(_NUMBER_EN[:20])} | {
    "once": 1, "twice": 2, "thrice": 3, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
# A number with its limit and no unit: 16 and over, up to 5.
_LIMIT_EN = re.compile(
    r"(?:(?:(?P<least>at least|over|above|more than|from|a minimum of|not fewer than|no fewer than)|(?P<most>at most|under|below|less than|fewer than"
    r"|up to|no more than|a maximum of|not more than)) (?P<n>\d+)|(?P<m>\d+)(?: ?\+| (?:and|or) (?:(?P<more>over|above|more|older|up|upwards|higher|greater)"
    r"|(?P<fewer>under|below|fewer|less|younger|lower))))",
    re.IGNORECASE,
)
_STRICT_EN = re.compile("over|above|under|below|more than|less than|fewer than", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"[-−–]\s?\d+(?:\.\d+)?(?!.*\d)")
_FROM_BELOW_ZERO = re.compile(
    r"[-−–]\s?(?P<low>\d+(?:\.\d+)?)[^\d]*?(?:[~～—–至到]|\bto\b|(?<=[°C℃度])-)\s*(?P<sign>[-−–]?)\s?(?P<high>\d+(?:\.\d+)?)"
)
_MOST: dict[Lang, int] = {"zh": 24, "en": 60}
"""Characters of the longest figure with its limits and its unit; whatever is longer is a sentence."""


@dataclass(frozen=True)
class Value:
    """A figure that is an option."""

    kind: str
    """duration, money, …; ``number`` where no unit is written."""
    unit: str
    """As printed, without the number: 小时, hour, 元; empty for a bare number."""
    order: Decimal
    """For sorting: its lower end, or the upper where there is no lower."""
    allowed: Amount | None
    """What it allows; ``None`` for a number whose unit the grammar does not know."""
    digits: str
    """The number as written in digits, without separators; empty where it is written in words."""

    @property
    def significant(self) -> int:
        """How many digits carry the number: 1 for 5000, 4 for 1,375."""
        return len(self.digits.replace(".", "").replace("/", "").strip("0")) or 1


@lru_cache(maxsize=16384)
def value_of(text: str, lang: Lang) -> Value | None:
    """Return the figure an option is; ``None`` where it says more than a figure."""
    if len(text) > _MOST[lang]:
        return None
    written = worded(text, lang)
    value = _signed(written, lang)
    if value is None and (plain := rewritten(written, lang)) != written:
        value = _signed(plain, lang)
        # 一号会议室 is no figure with digits either.
        value = value if value and value.allowed is not None else None
    # A number in words stays one, whatever it was read as.
    return value and (value if re.search("[0-9]", text) else replace(value, digits=""))


@lru_cache(maxsize=16384)
def measured(text: str, lang: Lang) -> Amount | None:
    """Return what an option allows that is a figure and little else, however it is written: a minute and a half, 90 seconds."""
    if len(text) > _MOST[lang]:
        return None
    value = _signed(rewritten(worded(text, lang), lang), lang) or value_of(text, lang)
    if value is None:
        return None
    if lang == "en" and _place_en(text.strip()):
        return Amount(("place", ""), value.order, value.order)
    # A number with a noun nobody knows is one of them, and no other.
    return value.allowed or Amount((value.kind, value.unit), value.order, value.order)


def _signed(written: str, lang: Lang) -> Value | None:
    value = _share(written) or _read(written, lang)
    if value and (ends := _FROM_BELOW_ZERO.match(written)):
        low, high = -Decimal(ends["low"]), Decimal(ends["high"]) * (-1 if ends["sign"] else 1)
        family = value.allowed.family if value.allowed else ("number", "")
        return replace(value, order=low, allowed=Amount(family, low, high))
    return _below_zero(value) if value and _BELOW_ZERO.match(written) else value


def _below_zero(value: Value) -> Value:
    """Return the figure with its sign, which is read as a dash: -4 °C."""
    order = -abs(value.order)
    allowed = Amount(value.allowed.family, order, order) if value.allowed and value.allowed.single else value.allowed
    return replace(value, order=order, allowed=allowed)


def _read(text: str, lang: Lang) -> Value | None:
    plain = re.sub(
        r"^an? (?=(?:working |calendar )?(?:second|minute|hour|day|week|month|year|fortnight)\b)",
        "one ",
        re.sub(r"(?<![ap]\.m)[。.]+$", "", text.strip()),
        flags=re.IGNORECASE,
    )
    figures = find_figures(plain)
    if figures and not _AROUND.sub("", _rest(plain, [(f.start, f.end) for f in figures])):
        allowed = amount(figures[0])
        if allowed is not None and len({f.kind for f in figures}) == 1:
            if len(figures) == 2:
                second = amount(figures[1])
                high, closed = (second.high, second.closed) if second else (allowed.high, True)
                allowed = Amount(allowed.family, allowed.low, high, allowed.closed and closed)
            ends = [end for end in (allowed.low, allowed.high) if end is not None]
            span = figures[0].span
            number = _DIGITS.search(span)
            share = _SHARE.search(span)
            unit = re.sub(
                r"[\s\d,.]+|(?<![a-z])(?:" + "|".join(_NUMBER_EN) + r")(?![a-z])|[零〇一二三四五六七八九十百千两半]",
                " ",
                span.lower(),
            )
            return _scaled(
                Value(
                    figures[0].kind.value,
                    share[0] if share else _unit(unit, lang),
                    ends[0],
                    allowed,
                    number[0].replace(",", "") if number else "",
                )
            )
    bare = _bare(plain, lang)
    return _scaled(bare) if bare is not None else None


def _scaled(value: Value) -> Value:
    """Return *value* in the base unit of what it measures, where another unit measures the same."""
    scale = _SCALES.get(value.unit)
    if scale is None or (value.allowed is not None and value.allowed.family[0] != "count"):
        return value
    kind, factor = scale[0], Decimal(scale[1])
    low, high = (value.order, value.order) if value.allowed is None else (value.allowed.low, value.allowed.high)
    ends = [None if end is None else end * factor for end in (low, high)]
    closed = value.allowed is None or value.allowed.closed
    allowed = Amount(_FAMILIES.get(kind, (kind, "")), ends[0], ends[1], closed)
    return Value(kind, value.unit, value.order * factor, allowed, value.digits)


def _rest(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    return text


def _share(text: str) -> Value | None:
    """Read a share in words, before a quarter is taken for three months."""
    bound = _BOUND.match(text)
    share = _SHARES.get(text.lower().rstrip("。.")[bound.end() if bound else 0 :])
    if share is None:
        return None
    low = None if bound and bound["most"] else Decimal(share)
    high = None if bound and bound["least"] else Decimal(share)
    return Value("percent", "", Decimal(share), Amount(("percent", ""), low, high), "")


def _bare(text: str, lang: Lang) -> Value | None:
    """Read a bare number, or a number before a noun the grammar of quantities does not know."""
    if lang == "zh" and (match := _COUNTED_ZH.fullmatch(text)):
        digits = match["n"].replace(",", "")
        return Value("count", match["unit"], Decimal(digits), None, digits)
    if span := _BARE_RANGE.fullmatch(text):
        low, high = Decimal(span[1]), Decimal(span[2])
        return Value("number", "", low, Amount(("number", ""), low, high), span[1])
    if day := _DAY_MONTH.fullmatch(text):
        return Value("date", "", Decimal(int(day[2]) * 100 + int(day[1])), None, text)
    if part := _FRACTION.fullmatch(text):
        return Value("number", "", Decimal(part[1]) / Decimal(part[2]), None, text)
    if lang == "en" and (limit := _LIMIT_EN.fullmatch(text)):
        written = limit["n"] or limit["m"]
        end = Decimal(written)
        most = limit["most"] or limit["fewer"]
        strict = _STRICT_EN.match(text) is not None
        allowed = Amount(("number", ""), None if most else end, end if most else None, not strict)
        return Value("number", "", end, allowed, written)
    if _BARE.fullmatch(text):
        digits = text.replace(",", "") if text[0].isdigit() else ""
        number = Decimal(digits) if digits else chinese_to_int(text)
        return None if number is None else Value("number", "", Decimal(number), None, digits)
    if lang == "en" and (place := _place_en(text)):
        return Value("number", "", Decimal(place), None, re.sub(r"\D", "", text))
    if lang == "en" and (match := _COUNTED_EN.fullmatch(text)):
        said = match["n"].lower()
        number = Decimal(said.replace(",", "")) if said[0].isdigit() else Decimal(_spelled(said))
        if number or said == "0":
            unit = "time" if said in ("once", "twice", "thrice") else _unit((match["unit"] or "").lower(), lang)
            return Value(
                "count" if unit else "number", unit, number, None, said.replace(",", "") if said[0].isdigit() else ""
            )
    return None


def _spelled(word: str) -> int:
    """Return the number an English word is, 0 for none: twenty-four."""
    ten, _, one = word.partition("-")
    return _SPELLED.get(word, 0) or (_SPELLED.get(ten, 0) + _SPELLED.get(one, 0) if one else 0)


def _place_en(text: str) -> int:
    """Return which one an English ordinal names, 0 where it is none: the 5th, the tenth."""
    match = _ORDINAL_EN.fullmatch(text)
    return int(match[1]) if match else _ORDINALS_EN.get(text.lower().removeprefix("the "), 0)


def _unit(text: str, lang: Lang) -> str:
    words = text.split()
    if lang == "en":
        words = [word.rstrip(".").removesuffix("s") for word in words if word not in ("-", "–", "to", "or")]
        words = ["person" if word == "people" else word for word in words]
        return " ".join(dict.fromkeys(words))
    return "".join(dict.fromkeys(words)).strip("-至到~～—")
