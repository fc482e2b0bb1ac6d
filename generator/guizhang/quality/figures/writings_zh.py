"""Figures in Chinese as people write them, and as digits with units: 一分半钟, 两米五, 差十分九点, 1.5倍."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.quality.figures.written_numbers import Rewriting, percent, share, smaller, together
from guizhang.zh.numerals import chinese_to_int

_UNITS_ZH = {
    "个钟头": "小时",
    "钟头": "小时",
    "个小时": "小时",
    "星期": "周",
    "个星期": "周",
    "个礼拜": "周",
    "礼拜": "周",
    "日": "天",
    "分": "分钟",
    "月": "个月",
    "h": "小时",
}
_TIME_ZH = "个钟头|钟头|个小时|小时|星期|个星期|个礼拜|分钟|年|周|天|个月"
_MEASURE_ZH = f"{_TIME_ZH}|米|厘米|公里|千米|公斤|千克|斤|两|吨|升|克|倍|万元|折|成|度|元|块|打"
_NUMERAL_ZH = "零〇一二两三四五六七八九十百千万"
_MORE_ZH = re.compile(f"([{_NUMERAL_ZH}]*?[一二两三四五六七八九])([百千万])([一二三四五六七八九])")
_BEFORE_UNIT = re.compile(
    rf"(?<![{_NUMERAL_ZH}第周期\d.])(?:[{_NUMERAL_ZH}]+)(?=个半|个?(?:{_MEASURE_ZH}|毫升|毫米|平方米|平方|秒|刻|点|时|人|位|名|次|遍|份|件|张|间|层|岁|周岁|工作日|季度|分之|比|[台辆箱瓶包袋页把套只条本个块声题户棵盏具组排笔元角分号日]))"
)


def _numeral_zh(match: re.Match[str]) -> str:
    if more := _MORE_ZH.fullmatch(match[0]):
        base, odd = chinese_to_int(more[1] + more[2]), chinese_to_int(more[3])
        return str((base or 0) + (odd or 0) * {"百": 10, "千": 100, "万": 1000}[more[2]])
    value = chinese_to_int(match[0])
    return match[0] if value is None else str(value)


def _half_zh(match: re.Match[str]) -> str:
    number = Decimal(match["n"] or 0) + Decimal("0.5")
    unit = match["unit"]
    return smaller(number, _UNITS_ZH.get(unit, unit), "zh")


def _fraction_zh(match: re.Match[str]) -> str:
    over = int(match["n"]) if match["n"].isdigit() else chinese_to_int(match["n"]) or 0
    under = int(match["m"])
    return percent(Decimal(100) * over / under) if 0 < over < under and under not in (100, 1000) else match[0]


def _decimals_zh(match: re.Match[str]) -> str:
    return smaller(Decimal(match["n"]), _UNITS_ZH.get(match["unit"], match["unit"]), "zh")


def _together_zh(match: re.Match[str]) -> str:
    units = _UNITS_ZH.get(match["unit"], match["unit"]), _UNITS_ZH.get(match["small"], match["small"])
    return together(Decimal(match["n"]), units[0], Decimal(match["m"]), units[1], "zh") or match[0]


def _to_hour_zh(match: re.Match[str]) -> str:
    less = int(match["m"]) * (15 if match["u"] == "刻" else 1)
    total = int(match["h"]) * 60 - less
    return f"{match['day'] or ''}{total // 60}:{total % 60:02d}"


REWRITINGS_ZH: tuple[Rewriting, ...] = (
    ("[及或和含]以([上下])", r"以\1"),
    (r"[(（]含[)）]|[(（]不含[)）]", ""),
    ("俩(?=[一-龥])", "2个"),
    (f"(?:{_MORE_ZH.pattern})(?=元|块|米|人|$)", _numeral_zh),
    (_BEFORE_UNIT.pattern, _numeral_zh),
    (r"钟头", "小时"),
    (r"(?<=[\d半个])(?:星期|礼拜)(?![一二三四五六日天])", "周"),
    (r"(?<=\d)个(?=小时|周|季度|年|天)", ""),
    (r"(?<=\d)块钱?(?=$|[一-龥])", "元"),
    (r"(?<=\d)cc\b", "毫升"),
    (r"半价|对折", "50%"),
    (r"(?<=\d)个半(?=小时|月|周)|(?<=\d)个半(?=天)", "半"),
    (r"^整(?=[天日年月周\d])", "一"),
    (r"^(?:一|1)?整(?=[天日年])", "1"),
    (
        r"(?P<n>\d+)半(?P<unit>小时|月|周|天|年)",
        lambda m: smaller(Decimal(m["n"]) + Decimal("0.5"), {"月": "个月"}.get(m["unit"], m["unit"]), "zh"),
    ),
    (
        r"半个?(?P<unit>小时|年|天|月(?!刊|票))",
        lambda m: smaller(Decimal("0.5"), {"月": "个月"}.get(m["unit"], m["unit"]), "zh"),
    ),
    (r"半个?(?P<unit>公斤|斤|升|米|吨|公里|千克|倍)", lambda m: f"0.5{m['unit']}"),
    (rf"(?P<n>\d+)个?(?P<unit>小时|分|{_MEASURE_ZH})半(?:钟)?(?![天年月小])", _half_zh),
    (
        r"(?<=\d米)[一二三四五六七八九](?![一-龥])|(?<=\d[块元])[一二三四五六七八九](?![一-龥])",
        lambda m: str(chinese_to_int(m[0])),
    ),
    (r"(\d+)打(?![一-龥])", lambda m: f"{int(m[1]) * 12}个"),
    (r"(\d+)米(\d{1,2})(?![\d米厘])", r"\1.\2米"),
    (r"(\d+)元(\d)(?!\d|[角元])", r"\1.\2元"),
    (rf"(?P<n>\d*\.\d+)个?(?P<unit>{_TIME_ZH})", _decimals_zh),
    (
        rf"(?P<n>\d+)(?P<unit>小时|分|{_TIME_ZH})(?:零|又|加)?(?P<m>\d+)(?P<small>{_TIME_ZH}|秒|分(?!之))(?:钟)?",
        _together_zh,
    ),
    (rf"(?P<m>\d+)分之(?P<n>\d+|[{_NUMERAL_ZH}]+)", _fraction_zh),
    (r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])", lambda m: share(m, m[1], m[2])),
    (r"(?P<n>\d+(?:\.\d+)?)倍", lambda m: percent(Decimal(m["n"]) * 100)),
    (r"双倍|加倍|翻倍|翻番", "200%"),
    (r"^(?:半数|对半)$|一半(?![天个年月])", "50%"),
    (r"(?P<day>[上下中早晚]?[午上]?)差(?P<m>\d+)(?P<u>分钟?|刻)(?:到)?(?P<h>\d+)[点时]", _to_hour_zh),
    (r"(?P<day>)(?P<h>\d+)[点时]差(?P<m>\d+)(?P<u>分钟?|刻)", _to_hour_zh),
    (r"(\d{1,2})[点时]1刻", r"\1:15"),
    (r"(\d{1,2})[点时]3刻", r"\1:45"),
    (r"^(\d{1,2})[点时]半$", r"\1:30"),
    (r"^(\d{1,2})[点时](?:整|钟)?$", r"\1:00"),
    (r"(?<=\d)比(?=\d)", ":"),
    ("零下(?=[\\d])", "-"),
    ("摄氏度|度(?=$)", "℃"),
    (r"平方(?=$)", "平方米"),
    ("㎡|m2\\b", "平方米"),
    (r"公里/(?:小时|时|h)|公里每小时|每小时(\d+)公里", lambda m: f"{m[1] or ''}km/h"),
    (r"元钱", "元"),
)
