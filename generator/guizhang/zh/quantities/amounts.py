"""Money, shares and counts: 200元, 人民币贰佰元整, 50-100元/次, 罚50, 80%, 百分之二十, 六折, 三声, 5个点位, 第二次."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.figure import FigureKind, Reading
from guizhang.zh.quantities.numbers import HAN, NUMBER, SEPARATOR, Numeral, plain, read_number, value_of
from guizhang.zh.quantities.units import CURRENCIES, MEASURE, MEASURES, MONEY, SIGN, SIGNS

_ABOUT = r"(?:多|余|来|几)?"
_SIGN = re.compile(rf"(?:{SIGN}) ?")
_MONEY = re.compile(
    rf" ?{_ABOUT}(?P<scale>[万千百亿])? ?(?P<unit>{MONEY})(?:(?P<jiao>{NUMBER})角(?:(?P<fen>{NUMBER})分)?)?(?:整|正(?!式|常|确))?"
)
_BETWEEN = re.compile(rf"{SEPARATOR}(?:最高|最多|最低|不超过)?(?:{SIGN})?|(?<=元)以上至")
_FINED = re.compile(
    r"(?:罚款?|扣款?|扣罚|扣发|各扣|处罚|罚金|奖励?|乐捐|赔偿|补贴|补助|奖金|罚款金额)(?:人民币|现金|金额|为|各|:| |每人|每次)?$"
)
_FINED_BEFORE = re.compile(r"[罚扣][^。\n]*$")
_LADDER_LEFT = re.compile(rf"第[{HAN}\d]+次(?:各|罚|扣|:)?$")
_MONEY_END = re.compile(r"(?:[,。;、!\s(]|$|每[人次]|不等|起)")

_PERCENT = re.compile(r" ?(?:%|‰|per ?cent\b)")
_PARTS_OF = re.compile(
    rf"(?P<base>[百千万])分之(?P<low>{NUMBER})(?:(?:{SEPARATOR})(?:(?P=base)分之)?(?P<high>{NUMBER}))?(?!分)"
)
_FRACTION = re.compile(rf"(?P<low>{NUMBER})分之(?P<high>{NUMBER})")
_TENTHS = re.compile(
    "(?P<unit>折(?!扣|合|算|旧|叠|磨|中|腾|价|损|现|半|断|返|回|线|页)|成(?!为|立|功|长|员|本|果|绩|品|交|都|就|熟|效|形|因|份|人|年|语|活|套|了|型|全|败|见|组|部|册|堆|不变))"
)
_BASES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}

_COUNT = re.compile(rf" ?(?P<about>多|余|来|几)?(?P<unit>{MEASURE})")
# 一 before these is the indefinite article (一个环节, 一名合格的员工) unless something makes it a figure.
_ARTICLE = frozenset(
    (
        "个 种 位 项 条 家 类 组 名 级 场 期 轮 件 起 台 套 部 本 页 间 双 笔 单 杯 包 支 桌 户 步 门 科 只 把 箱 盒 瓶 袋 辆 栋 "
        "宗 例 声 个人 通电话 遍 回 张"
    ).split()
)
_COUNTED = re.compile(
    r"(?:至少|不少于|不得少于|最多|不超过|不得超过|只能|仅限?|只限?|限|安排|指定|指派|配备|配置|配|设|派|各|共|计|为|达|满|保证|保持|留|扣|补|交|奖励|减|加|增加)$"
)
_BEHIND_ONE = re.compile(r"(?:以上|以下|以内|及以上|[,。;、)!]|$)")
_CLASSED = re.compile("(?:分|分为|分成|为|成|共|有|下列|以下|上述|这)$")
_GRADE = re.compile(r"[升降调晋加减]$")
_ORDINAL = re.compile(rf"第 ?(?P<n>{NUMBER}) ?次(?!日|数|序)")
_CONSEQUENCE = re.compile(
    r"[^。;\n]{0,14}?(?:警告|批评|罚|扣|记过|记大过|通报|通告|解除|辞退|开除|劝退|除名|降|停职|提醒|处分|处理|约谈|解聘)"
    r"|(?:各|罚|扣|罚款)? ?\d{2,}(?:元|[,、。;)\s]|$)"
)
_MEASURED = frozenset(
    "倍 分 米 厘米 cm 毫米 mm 公里 千米 km 平方米 ㎡ 公斤 千克 kg 克 斤 吨 升 毫升 ℃ 度 摄氏度 兆 MB GB 个百分点 个点 学时 课时 万".split()
)
_ONLY_DIGITS = frozenset("度 克 升 斤 ℃ 米 MB GB".split())


def read_money(view: str, start: int) -> Reading | None:
    """Return the amount of money, or the range of amounts, that begins at *start*, or None."""
    sign = _SIGN.match(view, start)
    begin = sign.end() if sign else start
    number = read_number(view, begin)
    if number is None:
        return None
    low, currency, end = _amount(view, number)
    if currency is None and sign is None and not _is_fine(view, start, number):
        joint = _BETWEEN.match(view, number.end)
        second = read_number(view, joint.end()) if joint and number.high is None else None
        if second is None:
            return None
        high, currency, end = _amount(view, second)
        if currency is None:
            return None
        low = _same_scale(view, number, second, low, high)
        return _money(start, end, low, high, currency) if high > low else None
    currency = currency or (SIGNS[sign.group().strip()] if sign else "CNY")
    if number.high is not None:
        return _money(start, end, low, low / number.low * number.high, currency)
    joint = _BETWEEN.match(view, end)
    second = read_number(view, joint.end()) if joint else None
    if second is not None and second.high is None:
        high, other, stop = _amount(view, second)
        if (
            high > low
            and (other or sign or _is_fine(view, start, number))
            and (not sign or other or not view[stop : stop + 1].isalpha())
        ):
            return _money(start, stop, low, high, other or currency)
    return _money(start, end, low, None, currency)


def _amount(view: str, number: Numeral) -> tuple[Decimal, str | None, int]:
    match = _MONEY.match(view, number.end)
    if match is None:
        return number.low, None, number.end
    value = number.low
    if match["scale"]:
        value *= {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[match["scale"]]
    for name, scale in (("jiao", "0.1"), ("fen", "0.01")):
        if match[name]:
            value += (value_of(match[name]) or Decimal(0)) * Decimal(scale)
    return value, CURRENCIES[match["unit"]], match.end()


def _same_scale(view: str, first: Numeral, second: Numeral, low: Decimal, high: Decimal) -> Decimal:
    """Return *low* in the myriads of the second number: 3-5万元 is thirty to fifty thousand."""
    sign = view[second.end - 1]
    scale = {"千": 1000, "万": 10_000, "亿": 100_000_000}.get(sign)
    return low * scale if scale and view[first.end - 1] not in "百千万亿" and low * scale < high else low


def _is_fine(view: str, start: int, number: Numeral) -> bool:
    """Tell whether a bare number is an amount, as short rules write fines: 第一次罚50、第二次100."""
    before = view[max(0, start - 40) : start]
    # A bracket closes an amount only where one was opened: 处罚 5）未按规定… begins the fifth item.
    closes = view[number.end : number.end + 1] == ")" and before.rfind("(") > before.rfind(")")
    if number.low < 5 or not (closes or _MONEY_END.match(view, number.end)):
        return False
    return _FINED.search(before) is not None or (
        _LADDER_LEFT.search(before) is not None and _FINED_BEFORE.search(before) is not None
    )


def _money(start: int, end: int, low: Decimal, high: Decimal | None, currency: str) -> Reading:
    return Reading(start, end, FigureKind.MONEY, _span(low, high), currency)


def read_share(view: str, start: int) -> Reading | None:
    """Return the share that begins at *start* (80%, 百分之二十, 千分之五, 六折, 三成, 四分之三), or None."""
    parts = _PARTS_OF.match(view, start)
    if parts:
        scale = _BASES[parts["base"]]
        low, high = value_of(parts["low"]), value_of(parts["high"]) if parts["high"] else None
        # 百分之百 is in `friends` where it only means fully.
        return _percent(start, parts.end(), low * scale, high * scale if high else None) if low is not None else None
    fraction = _FRACTION.match(view, start)
    if fraction:
        base, share = value_of(fraction["low"]), value_of(fraction["high"])
        if base and share and share < base and (share * 100 * 100) % base == 0:
            return _percent(start, fraction.end(), share * 100 / base, None)
        return None
    number = read_number(view, start)
    return _plain_share(view, number, start) if number else None


def _plain_share(view: str, number: Numeral, start: int) -> Reading | None:
    single = _share(view, number)
    if single:
        scale, end = single
        if number.high is not None:
            return _percent(start, end, number.low * scale, number.high * scale)
        joint = re.compile(SEPARATOR).match(view, end)
        second = read_number(view, joint.end()) if joint else None
        other = _share(view, second) if second else None
        if second and other and other[0] == scale and second.low > number.low:
            return _percent(start, other[1], number.low * scale, second.low * scale)
        return _percent(start, end, _tenths(number, scale), None)
    joint = re.compile(SEPARATOR).match(view, number.end)
    second = read_number(view, joint.end()) if joint else None
    other = _share(view, second) if second else None
    if second and other and second.low > number.low:
        return _percent(start, other[1], number.low * other[0], second.low * other[0])
    return None


def _share(view: str, number: Numeral) -> tuple[Decimal, int] | None:
    match = _PERCENT.match(view, number.end)
    if match:
        return (Decimal("0.1") if match.group().strip() == "‰" else Decimal(1)), match.end()
    match = _TENTHS.match(view, number.end)
    if match and (number.low <= 10 or match["unit"] == "折") and number.low > 0:
        return Decimal(10), match.end()
    return None


def _tenths(number: Numeral, scale: Decimal) -> Decimal:
    # 八五折 and 95折 are eighty-five and ninety-five per cent.
    return number.low if scale == 10 and number.low > 10 else number.low * scale


def _percent(start: int, end: int, low: Decimal, high: Decimal | None) -> Reading:
    value = f"{plain(low)}%" + (f"..{plain(high)}%" if high and high > low else "")
    return Reading(start, end, FigureKind.PERCENT, value)


def read_count(view: str, number: Numeral, start: int) -> Reading | None:
    """Return the count whose first number is *number*, a range included, or None."""
    match = _COUNT.match(view, number.end)
    if match:
        if not _is_count(view, number, match, start):
            return None
        unit = _unit(view, match)
        if number.high is not None:
            return _counted(start, match.end(), number.low, number.high, unit)
        joint = re.compile(SEPARATOR).match(view, match.end())
        second = read_number(view, joint.end()) if joint else None
        other = _COUNT.match(view, second.end) if second else None
        if second and other and _unit(view, other) == unit and second.low > number.low:
            return _counted(start, other.end(), number.low, second.low, unit)
        return _counted(start, match.end(), number.low, None, unit)
    joint = re.compile(SEPARATOR).match(view, number.end)
    second = read_number(view, joint.end()) if joint and number.high is None else None
    match = _COUNT.match(view, second.end) if second else None
    if second is None or match is None or second.low <= number.low or second.high is not None:
        return None
    return _counted(start, match.end(), number.low, second.low, _unit(view, match))


def _is_count(view: str, number: Numeral, match: re.Match[str], start: int) -> bool:
    unit = match["unit"]
    before = view[max(0, start - 8) : start]
    printed = view[start : number.end]
    if number.low % 1 and unit not in _MEASURED:
        # 1.1 本标准: a label and the next word. Only what is measured has fractions.
        return False
    if before.endswith("第") or (unit in _ONLY_DIGITS and not number.digits and unit != "米"):
        return False
    if unit == "级" and not _GRADE.search(before) and not view.startswith(("以上", "以下"), match.end()):
        return False
    if unit == "类" and not (_CLASSED.search(before) or _BEHIND_ONE.match(view, match.end())):
        # 二类设备 names a class; 分为三类 counts them.
        return False
    if unit == "联" and number.digits:
        return False
    if unit in ("个", "字", "类", "种", "家", "门") and printed in ("百", "千", "万", "十"):
        return False
    if printed != "一" or (unit not in _ARTICLE and not unit.startswith("个")):
        return True
    behind = _BEHIND_ONE.match(view, match.end())
    return _COUNTED.search(before) is not None or (behind is not None and unit in ("名", "人", "声", "项"))


def _unit(view: str, match: re.Match[str]) -> str:
    unit = match["unit"]
    if unit == "位" and re.match("数|密码|编码|字母|账号", view[match.end() : match.end() + 2]):
        return "digits"
    if unit in MEASURES:
        return MEASURES[unit]
    noun = unit.removeprefix("个")
    return {"客户": "customers", "步骤": "steps", "项目": "items", "百分点": "百分点"}.get(noun, noun)


def _counted(start: int, end: int, low: Decimal, high: Decimal | None, unit: str) -> Reading:
    return Reading(start, end, FigureKind.COUNT, _span(low, high), unit)


def _span(low: Decimal, high: Decimal | None) -> str:
    return plain(low) + (f"..{plain(high)}" if high is not None else "")


def read_rung(view: str, start: int) -> Reading | None:
    """Return the rung of a ladder of consequences that begins at *start* (第二次 … 罚款50元), or None.

    A 第一次 to which nothing happens (第一次打电话的客户) is no figure of a rule.
    """
    match = _ORDINAL.match(view, start)
    value = value_of(match["n"]) if match else None
    if match is None or value is None or not _CONSEQUENCE.match(view, match.end()):
        return None
    return _counted(start, match.end(), value, None, "times")
