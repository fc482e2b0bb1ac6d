"""Money and counts: 200元, 人民币贰佰元整, 50-100元/次, 罚50, 三声, 5个点位, 第二次."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.bounds import find_bound
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import HAN, NUMBER, SEPARATOR, Numeral, plain, read_number, value_of
from guizhang.zh.quantities.units import CURRENCIES, MEASURE, MEASURES, MONEY, SIGN, SIGNS

_ABOUT = r"(?:多|余|来|几)?"
_SIGN = re.compile(rf"±?(?P<code>{SIGN}) ?(?:[$￥¥] ?)?|±")
_MONEY = re.compile(
    rf" ?{_ABOUT}(?P<scale>[万千百亿]|[wWkK](?=[元块]))? ?(?P<unit>{MONEY})"
    rf"(?:(?P<jiao>{NUMBER})角(?:(?P<fen>{NUMBER})分)?|(?<=块)(?P<odd>[1-9一二三四五六七八九])(?![\d一-龥]))?(?:整|正(?!式|常|确))?"
)
_SCALES = {"百": 100, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
# 罚3K, 奖金1w: chats and notices leave the 元 out.
_SHORT = re.compile(r"[kKwW](?![A-Za-z\d])")
# 满299减50: the terms of an offer are amounts without their unit.
_OFFERED = re.compile(r"(?:满|充|存)(?:\d+[减返送赠抵])?$")
_LESS = re.compile(r"[减返送赠抵]\d")
_LISTED = re.compile(rf"(?:、{NUMBER}){{1,4}} ?(?:元|圆|块)(?!素|件)")
_BETWEEN = re.compile(rf"{SEPARATOR}(?:最高|最多|最低|不超过)?(?:{SIGN})?|(?<=元)以上至")
_FINED = re.compile(
    r"(?:罚款?|扣款?|扣罚|扣发|各扣|处罚|罚金|奖励?|乐捐|赔偿?|全勤|[餐话车房饭]补|补贴|补助|奖金|罚款金额|[底月年起时日周]薪|餐标|[一-龥]费|押金|定金|保证金)"
    r"(?:人民币|现金|金额|为|各|:| |每人|每次)?(?:\d{2,7}(?:[(]含[)])?以上(?:至|到|,)?)?$"
)
_FINED_BEFORE = re.compile(r"(?:[罚扣]|警告|批评|次\d+元)[^。\n]*$")
_LADDER_LEFT = re.compile(rf"第[{HAN}\d]+次(?:各|罚|扣|:)?$")
# 分为四块: what is divided into pieces costs nothing.
_PIECES = re.compile(r"(?:分为|分成|[分切]|大)$")
# 月销售额达10万以上, 超5万报总经理: in the myriads a sum of money often goes without its 元.
_SUM_BEFORE = re.compile(
    r"(?:金额|额度?|款|费用?|价格?|工资|薪金?|资金|销售|业绩|营收|支出|收入|成本|预算|租金|货值|\d元)[^。\n]{0,24}?$"
)
_SUM_BEHIND = re.compile("的?(?:业绩|销售额|营业额|营收|流水|产值|回款)")
_SUM_END = re.compile(r"(?:[,。;、)\n]|部分|以[上下内]|及以[上下]|的|者|时|[报由经需须应]|至|到|-|~|$)")
_MONEY_END = re.compile(
    rf"(?:{SEPARATOR}{NUMBER})?(?:(?:[(]含[)])?以[上下内]|[,。;、!\s(]|$|每[人次]|/[次人天月件单]|不等|起|并|且)"
)

# 5万-10万部分 is what lies between two sums.
_COUNT = re.compile(rf" ?(?P<about>多|余|来|几)?(?!(?<=[百千万亿])部分)(?P<unit>{MEASURE})")
# 一 before these is the indefinite article (一个环节, 一名合格的员工) unless something makes it a figure.
_ARTICLE = frozenset(
    (
        "个 种 位 项 条 家 类 组 名 级 场 期 轮 件 起 台 套 部 本 页 间 双 笔 单 杯 包 支 桌 户 步 门 科 只 把 箱 盒 瓶 袋 辆 栋 "
        "桶 宗 例 声 个人 通电话 遍 回 张 通 句 段 排 列 格 圈 头 架 幅 床 盘 样 道 批 队 届 餐 晚 席 座 路 站 课 行 客 下 片 层 环节 步骤 阶段 等级"
    ).split()
)
_COUNTED = re.compile(
    r"(?:每[一-龥]{1,3}|至少|不少于|不得少于|最多|不超过|不得超过|只能|仅限?|只限?|限|安排|指定|指派|配备|配置|配|设|派|各|共|计|为|达|满|保证|保持|留|扣|补|交|奖励|减|加|增加|名额)$"
)
# 漏接一通扣5元: a rate counts its one.
_QUALIFIED = re.compile("[一-龥]{1,5}的")
_RATED = re.compile("[各均]?(?:扣|罚|奖|加[\\d一二三四五])")
_BEHIND_ONE = re.compile(r"(?:以上|以下|以内|及以上|[,。;、)!]|$)")
# 一级, 二类, 三档 name one of a row; what is divided, raised or two is counted.
# 警示牌一个，钥匙一把: a row of things says how many there are of each.
_THINGS = frozenset("个 把 只 张 套 台 件 本 支 双 瓶 条 块 份 部 辆 枚 客 盒 包 袋 副 杯".split())
_STOCK = re.compile(
    "[一-龥][一-龥](?<![的有选择其中后前每某任这那同另上下换用找逐取为是成第仅唯和或及与到出做给了过按写填交加帮拉推扶搭坏丢失损少漏错破碎])$"
)
_RANKED = frozenset("级类档层关")
_COUNTS_RANKS = re.compile(
    r"(?:[升降调晋加减](?:薪|职)|[升降调晋加减分共设跨连过限提元]|分为|分成|有|[下上]列|以下|上述|这)$"
)
_TO = re.compile(SEPARATOR)
_ORDINAL = re.compile(rf"第 ?(?P<n>{NUMBER}) ?次(?!日|数|序)")
_CONSEQUENCE = re.compile(
    r"[^。;\n]{0,14}?(?:警告|批评|罚|扣|记过|记大过|通报|通告|解除|辞退|开除|劝退|除名|降|停|提醒|处分|处理|约谈|解聘|解雇|申诫|告诫|训诫|记[大小]?过|[大小]过|免职|撤职|加倍|加重|翻倍|取消|退回|议处|调岗|调离)"
    r"|起?(?:各|罚|扣|罚款)? ?\d{2,}(?:元|[,、。;)\s]|$)"
)
# 80~90得10分: what a score or a number between two others earns.
_SCORED = re.compile(r"之间|[得扣加减计记] ?\d")
_FACTOR = re.compile(r"系数(?:为|是|:)?\s?$")
_BARE_END = re.compile(r"(?:(?:及|或)?以[上下]|[的者]|[,。;!)]|$)")
_BELOW_ZERO = re.compile(r"(?<![\d至到~-])-$|零下$")
_MEASURED = frozenset(
    "倍 分 瓦 米 厘米 cm 毫米 mm 公里 千米 km 平方米 ㎡ 公斤 千克 kg 克 斤 吨 升 毫升 ℃ 度 摄氏度 兆 MB GB 个百分点 个点 学时 课时 万".split()
)
# 分一般、较大、重大三级: what was listed is counted.
_ROW_OF_RANKS = re.compile(r"(?:分|为|有|按|:)[^,。;]{1,24}、[^,。;、]{1,8}$")
_RUNG_BEFORE = re.compile(r"(?:第[一二三四五\d]|[首初两二三]|[^每\d]\d)次[^。\n]*$")
_ONLY_DIGITS = frozenset(
    (
        "克 升 斤 ℃ MB GB 星 站 路 转 码 行 列 格 线 客 课 讲 拍 头 首 匹 面 所 针 托 车 打 款 平方 立方 堂 捆 扎 盆 "
        "口 顶 拨 柜 板 垛 篮 篓 缸 锅 勺 匙 笼 屉 听 筒 管 股 服 贴 帖 尊 杆 柄 局 安 更 里 尺 枝 叠 岗"
    ).split()
)


def read_money(view: str, start: int) -> Reading | None:
    """Return the amount of money, or the range of amounts, that begins at *start*, or None."""
    sign = _SIGN.match(view, start)
    code = SIGNS[sign["code"]] if sign and sign["code"] else None
    number = read_number(view, sign.end() if sign else start)
    if number is None:
        return None
    low, currency, end = _amount(view, number)
    if currency is None and code is None and _LISTED.match(view, number.end):
        # 罚款20、50、100元: the unit stands behind the last of the list only.
        return _money(start, number.end, low, None, "CNY")
    if currency is None and code is None and not _is_fine(view, start, number):
        joint = _BETWEEN.match(view, number.end)
        second = read_number(view, joint.end()) if joint and number.high is None else None
        if second is None:
            return None
        high, currency, end = _amount(view, second)
        if currency is None:
            return None
        low = _same_scale(view, number, second, low, high)
        return _money(start, end, low, high, currency) if high > low else None
    # 港币五千元: what stands before the amount says which 元 it is.
    currency = code or currency or "CNY"
    if number.high is not None:
        return _money(start, end, low, low / number.low * number.high, currency)
    joint = _BETWEEN.match(view, end)
    second = read_number(view, joint.end()) if joint else None
    if second is not None and second.high is None:
        high, other, stop = _amount(view, second)
        if (
            high > low
            and (other or code or _is_fine(view, start, number))
            and (not code or other or not view[stop : stop + 1].isalpha())
        ):
            return _money(start, stop, low, high, code or other or currency)
    return _money(start, end, low, None, currency)


def _amount(view: str, number: Numeral) -> tuple[Decimal, str | None, int]:
    match = _MONEY.match(view, number.end)
    if match is None or (match["unit"] == "块" and _PIECES.search(view, 0, number.end - 1)):
        short = _SHORT.match(view, number.end)
        return (number.low * _SCALES[short[0].lower()], None, short.end()) if short else (number.low, None, number.end)
    value = number.low
    if match["scale"]:
        value *= _SCALES[match["scale"].lower()]
    for name, scale in (("jiao", "0.1"), ("odd", "0.1"), ("fen", "0.01")):
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
    if (offered := _OFFERED.search(before)) and (len(offered[0]) > 1 or _LESS.match(view, number.end)):
        return True
    if short := _SHORT.match(view, number.end):
        return _FINED.search(before) is not None and _MONEY_END.match(view, short.end()) is not None
    if view[number.end - 1] in "万亿" and _SUM_BEHIND.match(view, number.end):
        return True
    if view[number.end - 1] in "万亿" and _SUM_END.match(view, number.end) and _SUM_BEFORE.search(before):
        return True
    # 扣 5 分: printed with blanks, points are points.
    if number.low < 5 or _COUNT.match(view, number.end) or not (closes or _MONEY_END.match(view, number.end)):
        return False
    return _FINED.search(before) is not None or (
        _LADDER_LEFT.search(before) is not None and _FINED_BEFORE.search(before) is not None
    )


def _money(start: int, end: int, low: Decimal, high: Decimal | None, currency: str) -> Reading:
    return Reading(start, end, FigureKind.MONEY, _span(low, high), currency)


def read_count(view: str, number: Numeral, start: int) -> Reading | None:
    """Return the count whose first number is *number*, a range included, or None."""
    match = _COUNT.match(view, number.end)
    if match:
        if match["unit"] in ("℃", "度", "摄氏度") and (below := _BELOW_ZERO.search(view, max(0, start - 2), start)):
            return _counted(below.start(), match.end(), -number.low, None, "℃")
        if not _is_count(view, number, match, start):
            return None
        unit = _unit(view, match)
        if number.high is not None:
            return _counted(start, match.end(), number.low, number.high, unit)
        joint = _TO.match(view, match.end())
        second = read_number(view, joint.end()) if joint else None
        other = _COUNT.match(view, second.end) if second else None
        if second and other and _unit(view, other) == unit and second.low > number.low:
            return _counted(start, other.end(), number.low, second.low, unit)
        return _counted(start, match.end(), number.low, None, unit)
    if _is_bare_limit(view, number, start):
        return _counted(start, number.end, number.low, None, "number")
    joint = _TO.match(view, number.end)
    second = read_number(view, joint.end()) if joint and number.high is None else None
    match = _COUNT.match(view, second.end) if second else None
    if (
        second
        and match is None
        and second.low > number.low
        and (_SCORED.match(view, second.end) or _FACTOR.search(view, max(0, start - 5), start))
    ):
        return _counted(start, second.end, number.low, second.low, "number")
    if second is None or match is None or second.low <= number.low or second.high is not None:
        return None
    return _counted(start, match.end(), number.low, second.low, _unit(view, match))


def _is_bare_limit(view: str, number: Numeral, start: int) -> bool:
    """Tell whether a number without a unit is a limit all the same: 满意度不低于4.5, 得分90以上."""
    if not number.digits or number.high is not None or not _BARE_END.match(view, number.end):
        return False
    if _FACTOR.search(view, max(0, start - 4), start):
        return True
    return find_bound(view, start, number.end)[0] is not Limit.EXACT


def _is_count(view: str, number: Numeral, match: re.Match[str], start: int) -> bool:
    unit = match["unit"]
    before = view[max(0, start - 8) : start]
    printed = view[start : number.end]
    if number.low % 1 and unit not in _MEASURED and before[-1:] in ("", "\n"):
        # 1.1 本标准: a label and the next word. Only what is measured has fractions there.
        return False
    alone = unit in _ONLY_DIGITS and not number.digits and printed != "两" and len(printed) == 1
    # 三面 may be all around; 不超过五克 weighs.
    if before.endswith("第") or (alone and find_bound(view, start, match.end())[0] is Limit.EXACT):
        return False
    ranks = unit in _RANKED and (
        _COUNTS_RANKS.search(before) is not None or _ROW_OF_RANKS.search(view, max(0, start - 30), start) is not None
    )
    # 一般为1档 counts, 升级为二级工单 names.
    limited = unit != "级" and before.endswith(("为", "成")) and _BEHIND_ONE.match(view, match.end()) is not None
    limited = limited or (unit in "档层" and find_bound(view, start, match.end())[0] is not Limit.EXACT)
    if (
        unit in _RANKED
        and not limited
        and printed != "两"
        and not (ranks or (unit == "类" and _BEHIND_ONE.match(view, match.end())))
        and not (unit in "级层" and view.startswith(("以上", "以下"), match.end()))
    ):
        return False
    if unit == "联" and number.digits:
        return False
    vague = ("百", "千", "万") if unit == "公里" else ("百", "千", "万", "十")
    if (
        unit in ("个", "字", "类", "种", "家", "门", "公里")
        and printed in vague
        and not (unit == "个" and _COUNTED.search(before))
    ):
        return False
    if printed != "一" or ranks or (unit not in _ARTICLE and not unit.startswith("个")):
        return True
    behind = _BEHIND_ONE.match(view, match.end())
    counted = _COUNTED.search(before) is not None or find_bound(view, start, match.end())[0] is not Limit.EXACT
    if unit == "个" and _QUALIFIED.match(view, match.end()) and not _COUNTED.search(before):
        # 要有一个正确的认识 asks for no number.
        return False
    counted = counted or _RATED.match(view, match.end()) is not None
    if behind is not None and unit in _THINGS and _STOCK.search(before):
        return True
    return counted or (behind is not None and unit in ("名", "人", "声", "项", "轮", "场", "级", "起", "圈", "遍"))


def _unit(view: str, match: re.Match[str]) -> str:
    unit = match["unit"]
    if unit == "位" and re.match("数|密码|编码|字母|账号|字符|号码|英文", view[match.end() : match.end() + 2]):
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
    if match is None or value is None:
        return None
    joint = _TO.match(view, match.end())
    last = _ORDINAL.match(view, joint.end()) if joint else None
    upper = value_of(last["n"]) if last else None
    end = last.end() if last else match.end()
    # 两次催告无效的，第三次发函: behind another rung it is one, whatever it costs.
    if not (_CONSEQUENCE.match(view, end) or (value > 1 and _RUNG_BEFORE.search(view, max(0, start - 40), start))):
        return None
    return _counted(start, end, value, upper if upper and upper > value else None, "times")
