"""Counts: 三声, 5个点位, 2至3人, 第二次, 半次, 扣10 where points are taken."""

from __future__ import annotations

import re
from decimal import Decimal

from guizhang.zh.quantities.bounds import find_bound
from guizhang.zh.quantities.figure import FigureKind, Limit, Reading
from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR, Numeral, read_number, spelled, value_of
from guizhang.zh.quantities.units import MEASURE, MEASURES

# 5万-10万部分 is what lies between two sums.
COUNTED = re.compile(rf" ?(?P<about>多|余|来|几)?(?!(?<=[百千万亿])部分)(?P<unit>{MEASURE})")
"""What a count has behind its number."""
# 第一次扣5分，第二次扣10: where points are taken, a bare number behind the same word is points as well.
POINTED = re.compile(r"[扣加减记计得] ?\d{1,3}(?:\.\d)? ?分(?!钟)[^。\n元块]*[扣加减记计得] ?$")
# 一 before these is the indefinite article (一个环节, 一名合格的员工) unless something makes it a figure.
_ARTICLE = frozenset(
    (
        "个 种 位 项 条 家 类 组 名 级 场 期 轮 件 起 台 套 部 本 页 间 双 笔 单 杯 包 支 桌 户 步 门 科 只 把 箱 盒 瓶 袋 辆 栋 "
        "桶 宗 例 声 个人 通电话 遍 回 张 通 句 段 排 列 格 圈 头 架 幅 床 盘 样 道 批 队 届 餐 晚 席 座 路 站 课 行 客 下 片 层 环节 步骤 阶段 等级"
    ).split()
)
_COUNTED = re.compile(
    r"(?:每[一-龥]{1,3}|至少|不少于|不得少于|最多|不超过|不得超过|只能|仅限?|只限?|限|安排|指定|指派|配备|配置|配|设|派|各|共|计|为|达|满|保证|保持|留|扣|补|交|奖励|减|加|增加|名额|加开|增[开设派]|加派|换发|配发|发放?|赠送?|领取?|补考|重考|请|选出|推选|选举|推举|互选|评出|选派)$"
)
# 漏接一通扣5元: a rate counts its one.
_QUALIFIED = re.compile("[一-龥]{1,5}的")
_RATED = re.compile("[各均]?(?:扣|罚|奖|加[\\d一二三四五])")
_BEHIND_ONE = re.compile(r"(?:以上|以下|以内|及以上|[,。;、)!]|或(?=[\d一二两三四五六七八九十百千￥$])|$)")
_PERSONS = frozenset(("名", "人", "位"))
# 一级, 二类, 三档 name one of a row; what is divided, raised or two is counted.
# 警示牌一个，钥匙一把: a row of things says how many there are of each.
_THINGS = frozenset("个 把 只 张 套 台 件 本 支 双 瓶 条 块 份 部 辆 枚 客 盒 包 袋 副 杯".split())
_STOCK = re.compile(
    "[一-龥][一-龥](?<![的有选择其中后前每某任这那同另上下换用找逐取为是成第仅唯和或及与到出做给了过按写填交加帮拉推扶搭坏丢失损少漏错破碎])$"
)
_MANY = rf"(?:\d+|[二两三四五六七八九十]){{1,3}}[{''.join(sorted(_THINGS))}名位人]"
_AND_MORE = "(?:[、,和及]|以及)"
_ROW_BEFORE = re.compile(rf"{_MANY}[一-龥]{{1,6}}{_AND_MORE}(?:一[一-龥]{{2,6}}{_AND_MORE})*$")
_OTHERWISE = re.compile(rf"{_MANY}(?:[(][^()]{{1,8}}[)])?(?:或者?|和|及)$")
_ROW_BEHIND = re.compile(rf"[一-龥]{{1,6}}{_AND_MORE}{_MANY}")
# 堆高不超过1.8米或六层: one measure or the other.
_OR_MEASURED = re.compile(r"[\d一二两三四五六七八九十](?:米|厘米|公分|公斤|吨|箱|件|个)或者?$")
_RANKED = frozenset("级类档层关")
# 一至四级伤残: grades by their names.
_GRADED = re.compile("伤残|残疾|伤病|工伤|医院|风险|响应|事故|职[称员]|文物|技工")
_COUNTS_RANKS = re.compile(
    r"(?:[升降调晋加减](?:薪|职)|[上下]浮|[叠码堆摞](?:放|高)?|[升降调晋加减分共设跨连过限提元]|分为|分成|有|[下上]列|以下|上述|这)$"
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
_FULL = re.compile(r"满分(?:为|是|:)?$")
_BELOW_ZERO = re.compile(r"(?<![\d~-])(?<![\d℃度][至到])-$|零下$")
# 超过五人时，应…: when there are more; 人时 is what work takes.
_WHEN = re.compile(r"人时(?=[,、])")
_TO_BELOW = re.compile(r" ?(?:至|到|~|[-–—])+? ?(?P<sign>-|零下)?(?=[\d一二三四五六七八九十两])")
_DEGREES = frozenset(("℃", "°C", "º", "度", "摄氏度", "℉", "°F", "华氏度"))
_MEASURED = frozenset(
    "倍 分 瓦 米 厘米 cm 毫米 mm 公里 千米 km 平方米 ㎡ 公斤 千克 kg 克 斤 吨 升 毫升 ℃ 度 摄氏度 兆 MB GB 个百分点 个点 学时 课时 万".split()
)
# 分一般、较大、重大三级: what was listed is counted.
_ROW_OF_RANKS = re.compile(r"(?:分|为|有|按|:)[^,。;]{1,24}、[^,。;、]{1,8}$")
_RUNG_BEFORE = re.compile(r"(?:第[一二三四五\d]|[首初两二三]|[^每\d]\d)次[^。\n]*$")
_ONLY_DIGITS = frozenset(
    (
        "克 升 斤 ℃ MB GB 星 站 路 转 码 行 列 格 线 客 课 讲 拍 头 首 匹 面 所 针 托 车 打 款 平方 立方 堂 捆 扎 盆 "
        "口 顶 拨 柜 板 垛 篮 篓 缸 锅 勺 匙 笼 屉 听 筒 管 股 服 贴 帖 尊 杆 柄 局 安 更 里 尺 枝 叠 岗 石"
    ).split()
)

_HALF = re.compile(
    r"半(?:个(?P<whole>班次?|课时|学时|学分|积分|工日?)|(?P<part>次(?!品|数)|课时|学时|学分|公斤|斤|米(?!饭|色)|公里|圈(?!子)))"
)
_HALF_OF_MORE = re.compile(r"[\d一二三四五六七八九十两大多过对各个]$")


def read_count(view: str, number: Numeral, start: int) -> Reading | None:
    """Return the count whose first number is *number*, a range included, or None."""
    match = COUNTED.match(view, number.end)
    if match and _WHEN.match(view, match.start("unit")) and find_bound(view, start, number.end)[0] is not Limit.EXACT:
        return _counted(start, match.end() - 1, number.low, number.high, "people")
    if (below := _BELOW_ZERO.search(view, max(0, start - 3), start)) and (
        cold := _below_zero(view, number, match, below.start())
    ):
        return cold
    if match:
        if not _is_count(view, number, match, start):
            return None
        unit = _unit(view, match)
        if number.high is not None:
            return _counted(start, match.end(), number.low, number.high, unit)
        joint = _TO.match(view, match.end())
        second = read_number(view, joint.end()) if joint else None
        other = COUNTED.match(view, second.end) if second else None
        if second and other and _unit(view, other) == unit and second.low > number.low:
            return _counted(start, other.end(), number.low, second.low, unit)
        return _counted(start, match.end(), number.low, None, unit)
    if number.high is None and _FULL.search(view, max(0, start - 4), start) and _BARE_END.match(view, number.end):
        return _counted(start, number.end, number.low, None, "points")
    if (
        number.digits
        and number.high is None
        and _BARE_END.match(view, number.end)
        and POINTED.search(view, max(0, start - 40), start)
    ):
        return _counted(start, number.end, number.low, None, "points")
    if _is_bare_limit(view, number, start):
        return _counted(start, number.end, number.low, None, "number")
    joint = _TO.match(view, number.end)
    second = read_number(view, joint.end()) if joint and number.high is None else None
    match = COUNTED.match(view, second.end) if second else None
    if (
        second
        and match is None
        and second.low > number.low
        and (_SCORED.match(view, second.end) or _FACTOR.search(view, max(0, start - 5), start))
    ):
        return _counted(start, second.end, number.low, second.low, "number")
    if second is None or match is None or second.low <= number.low or second.high is not None:
        return None
    if match["unit"] == "级" and _GRADED.match(view, match.end()):
        return None
    return _counted(start, match.end(), number.low, second.low, _unit(view, match))


def _below_zero(view: str, number: Numeral, unit: re.Match[str] | None, start: int) -> Reading | None:
    """Return the temperature below zero that begins at *start*, or the range it begins: -25℃至-18℃, -5~5℃, 零下五度."""
    if unit and unit["unit"] not in _DEGREES:
        return None
    joint = _TO_BELOW.match(view, unit.end() if unit else number.end)
    second = read_number(view, joint.end()) if joint else None
    last = COUNTED.match(view, second.end) if second else None
    if joint and second and last and last["unit"] in _DEGREES:
        high = -second.low if joint["sign"] else second.low
        if high > -number.low:
            return _counted(start, last.end(), -number.low, high, "℃")
    return _counted(start, unit.end(), -number.low, None, "℃") if unit else None


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
    limited = limited or (
        unit in "档层"
        and (find_bound(view, start, match.end())[0] is not Limit.EXACT or _OR_MEASURED.search(before) is not None)
    )
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
    counted = counted or (unit in _PERSONS and before.endswith("其中"))
    counted = counted or _in_row(view, start, match)
    counted = counted or _RATED.match(view, match.end()) is not None
    if (behind is not None or view.startswith("并", match.end())) and unit in _THINGS and _STOCK.search(before):
        return True
    return counted or (behind is not None and unit in ("名", "人", "声", "项", "轮", "场", "级", "起", "圈", "遍"))


def _in_row(view: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether one stands in a row of things that are counted: 四条浴巾、一套茶具."""
    if match["unit"] not in _THINGS:
        return False
    rows = (_ROW_BEFORE, _OTHERWISE)
    return any(row.search(view, max(0, start - 24), start) for row in rows) or (
        _ROW_BEHIND.match(view, match.end()) is not None
    )


def _unit(view: str, match: re.Match[str]) -> str:
    unit = match["unit"]
    if unit == "位" and re.match("数|密码|编码|字母|账号|字符|号码|英文", view[match.end() : match.end() + 2]):
        return "digits"
    if unit in MEASURES:
        return MEASURES[unit]
    noun = unit.removeprefix("个")
    return {"客户": "customers", "步骤": "steps", "项目": "items", "百分点": "百分点"}.get(noun, noun)


def _counted(start: int, end: int, low: Decimal, high: Decimal | None, unit: str) -> Reading:
    return Reading(start, end, FigureKind.COUNT, spelled(low, high), unit)


def read_half_count(view: str, start: int) -> Reading | None:
    """Return half of what is counted that begins at *start* (半次, 半个班), or None."""
    match = _HALF.match(view, start)
    if match is None or _HALF_OF_MORE.search(view, max(0, start - 2), start):
        return None
    unit = match["whole"] or match["part"]
    return _counted(start, match.end(), Decimal("0.5"), None, MEASURES.get(f"个{unit}") or MEASURES.get(unit) or unit)


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
