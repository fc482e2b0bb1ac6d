"""Numbers of a sheet as people see them: 0.05 under ``0%`` is 5%, 45292 under ``yyyy"年"m"月"`` is 2024年1月.

A format that is not understood never hides a number: it prints as Excel's General does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext

from guizhang.importers.readers.docx.formats import print_number

# Ids a Chinese Excel writes without their text (ECMA-376 part 1, 18.8.30), and the first ones everybody writes.
_CHINESE = {
    14: "yyyy/m/d",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_USUAL = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"\\-#,##0',
    6: '"¥"#,##0;"¥"\\-#,##0',
    7: '"¥"#,##0.00;"¥"\\-#,##0.00',
    8: '"¥"#,##0.00;"¥"\\-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0",
    42: '"¥"#,##0;"¥"\\-#,##0',
    43: "#,##0.00;-#,##0.00",
    44: '"¥"#,##0.00;"¥"\\-#,##0.00',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    49: "@",
}
BUILTIN: Mapping[int, str] = _USUAL | _CHINESE
"""Number format id -> format, where the file does not say."""

MAX_FORMAT = 255
"""Excel's own limit."""
_LIMIT = Decimal(10) ** 30
_LAST_DAY = 2_958_466  # 9999-12-31
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<science>E[+-])|(?P<half>AM/PM|A/P|上午/下午)|(?P<date>y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)"
    r"|(?P<general>General)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_WEEK = "一二三四五六日"


def display(raw: str, code: str, *, since_1904: bool = False) -> str:
    """Return a number as its cell shows it.

    Args:
        raw: The cell's value as stored: ``0.05``.
        code: Its number format.
        since_1904: Whether the workbook counts days from 1904 (old Macintosh files).
    """
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value) >= _LIMIT or len(code) > MAX_FORMAT:
        return raw
    try:
        with localcontext(Context(prec=600)):
            return _shown(value, code, since_1904=since_1904)
    except (InvalidOperation, OverflowError):
        # A format of 200 per cent signs, or the last second of the year 9999.
        return raw


def _shown(value: Decimal, code: str, *, since_1904: bool) -> str:
    section, value = _section(code, value)
    tokens = list(_TOKEN.finditer(section))
    if not any(token.lastgroup for token in tokens):
        # An empty section hides the number; what is hidden from view is still in the file and is shown here.
        return general(value)
    capital = re.search(r"\[DBNum([12])\]", section, re.IGNORECASE)
    if capital and value == value.to_integral_value() and value >= 0:
        return print_number(int(value), "chineseCountingThousand" if capital[1] == "1" else "chineseLegalSimplified")
    if any(token.lastgroup in {"date", "elapsed", "half"} for token in tokens):
        return _date(value, tokens, since_1904=since_1904)
    return _number(value, tokens)


def general(value: Decimal) -> str:
    """Return *value* as Excel's General format: up to 11 digits, without trailing zeros."""
    if value and not Decimal("1e-9") <= abs(value) < Decimal("1e21"):
        return f"{float(value):.6G}"
    places = max(0, 10 - max(0, value.adjusted())) if value else 0
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _section(code: str, value: Decimal) -> tuple[str, Decimal]:
    """Return the part of a format that holds for *value*: positive;negative;zero."""
    sections = re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+|(?<=;)(?=;|$)', code) or ["General"]
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _number(value: Decimal, tokens: list[re.Match[str]]) -> str:
    if any(token.lastgroup == "science" for token in tokens):
        digits = next((t["digits"] for t in tokens if t.lastgroup == "digits"), "0")
        return f"{float(value):.{len(digits.partition('.')[2])}E}"
    percent = sum(token["other"] == "%" for token in tokens)
    places = [token for token in tokens if token.lastgroup == "digits"]
    if any(token["other"] == "/" for token in tokens) and len(places) > 1:
        return general(value)  # fractions: 1/2 is printed 0.5, which is the same number
    value = value.scaleb(2 * percent)
    out = ""
    for token in tokens:
        kind = token.lastgroup
        if kind == "digits" and token is places[0]:
            out += _digits(value, token["digits"])
        elif kind in {"general", "text"}:
            out += general(value)
        elif kind in {"quoted", "escaped", "money", "other"}:
            out += token[kind]
    return out


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, part = pattern.partition(".")
    scale = len(whole) - len(whole.rstrip(","))
    value = value.scaleb(-3 * scale)
    rounded = abs(value).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    left, _, right = text.partition(".")
    while right and len(right) > part.rfind("0") + 1 and right.endswith("0"):
        right = right[:-1]
    left = left.zfill(whole.count("0")) if whole.count("0") else ("" if left == "0" else left)
    return ("-" if value < 0 and rounded else "") + left + (f".{right}" if right else "")


def _date(value: Decimal, tokens: list[re.Match[str]], *, since_1904: bool) -> str:
    days = value + (1462 if since_1904 else 0)
    if not 0 <= days < _LAST_DAY:
        return general(value)
    # Excel believes that 1900 was a leap year: before 1 March 1900 its days are one ahead.
    start = datetime(1899, 12, 31 if days < 60 else 30)  # noqa: DTZ001 - a sheet's time has no zone
    # A tenth of a millisecond is rounding in the stored fraction: 08:30 is stored as 0.354166666666667.
    moment = start + timedelta(seconds=round(float(days) * 86_400, 3))
    half = any(token.lastgroup == "half" for token in tokens)
    out = ""
    for at, token in enumerate(tokens):
        kind = token.lastgroup
        if kind == "date":
            out += _date_part(moment, token["date"].lower(), _is_minute(tokens, at), half=half)
        elif kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[token["elapsed"][0].lower()]
            out += str(int(round(float(value) * 86_400, 3)) // unit).zfill(len(token["elapsed"]))
        elif kind == "half":
            names = ("上午", "下午") if "午" in token["half"] else ("AM", "PM")
            out += names[moment.hour >= 12]
        elif kind in {"quoted", "escaped", "money", "other", "digits"}:
            out += token[kind]
    return out


def _is_minute(tokens: list[re.Match[str]], at: int) -> bool:
    """Return whether an m stands for minutes: behind hours or in front of seconds."""
    kinds = [(t["date"] or t["elapsed"] or "").lower()[:1] for t in tokens]
    before = next((k for k in reversed(kinds[:at]) if k), "")
    after = next((k for k in kinds[at + 1 :] if k), "")
    return before == "h" or after == "s"


def _date_part(moment: datetime, token: str, minute: bool, *, half: bool) -> str:
    size = len(token)
    first = token[0]
    if first in "ye":
        return f"{moment.year % 100:02d}" if first == "y" and size <= 2 else f"{moment.year:04d}"
    if first == "m" and not minute and size >= 3:
        return f"{moment:%b}" if size == 3 else f"{moment:%B}"[: 1 if size == 5 else None]
    if first == "d" and size >= 3:
        return f"{moment:%a}" if size == 3 else f"{moment:%A}"
    if first == "a":
        return ("周" if size == 3 else "星期") + _WEEK[moment.weekday()]
    if first == "s" and "." in token:
        places = len(token.partition(".")[2])
        return f"{moment.second:02d}" + f".{moment.microsecond:06d}"[: places + 1]
    hour = (moment.hour % 12 or 12) if half else moment.hour
    number = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}[first]
    return f"{number:02d}" if size >= 2 else str(number)
