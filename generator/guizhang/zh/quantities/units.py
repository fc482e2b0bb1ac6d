"""What stands behind a number: units of time, money and measure, each with the reason where it is not plain."""

from __future__ import annotations

import re

from guizhang.zh.folding import fold
from guizhang.zh.quantities.figure import Figure
from guizhang.zh.quantities.not_units import NOT_BEHIND
from guizhang.zh.quantities.numbers import NUMBER, SEPARATOR

DURATIONS: dict[str, tuple[str, int]] = {
    "秒钟": ("seconds", 1), "秒": ("seconds", 1),
    "分钟": ("minutes", 1), "刻钟": ("minutes", 15),
    "个小时": ("hours", 1), "小时": ("hours", 1), "个钟头": ("hours", 1), "钟头": ("hours", 1), "个钟": ("hours", 1),
    "个工作日": ("business", 1), "工作日": ("business", 1), "个工作天": ("business", 1), "工作天": ("business", 1),
    "个自然日": ("days", 1), "自然日": ("days", 1), "个日历日": ("days", 1), "日历日": ("days", 1), "日历天": ("days", 1),
    "个日历天": ("days", 1), "个自然天": ("days", 1), "自然天": ("days", 1), "个历日": ("days", 1), "历日": ("days", 1),
    "天": ("days", 1), "日": ("days", 1), "昼夜": ("days", 1),
    "个星期": ("weeks", 1), "星期": ("weeks", 1), "个礼拜": ("weeks", 1), "周": ("weeks", 1),
    "个月": ("months", 1), "月": ("months", 1), "旬": ("days", 10), "个季度": ("months", 3), "季度": ("months", 3),
    "h": ("hours", 1), "s": ("seconds", 1), "hr": ("hours", 1), "hrs": ("hours", 1), "H": ("hours", 1), "min": ("minutes", 1), "mins": ("minutes", 1),
    "个营业日": ("business", 1), "营业日": ("business", 1), "个工作小时": ("hours", 1), "工作小时": ("hours", 1),
    "个自然季度": ("months", 3), "自然季度": ("months", 3), "个自然月": ("months", 1),
    "自然月": ("months", 1), "个自然周": ("weeks", 1), "自然周": ("weeks", 1),
    "季": ("months", 3),
    "个历年": ("years", 1), "历年": ("years", 1), "个历月": ("months", 1),
    "个自然年": ("years", 1), "自然年": ("years", 1), "个年度": ("years", 1), "个会计年度": ("years", 1),
    "个年头": ("years", 1), "年": ("years", 1), "周年": ("years", 1),
}  # fmt: skip
"""Unit as printed -> (part of an ISO 8601 duration, how many of it); ``business`` are days counted in working days."""

DESIGNATORS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M", "seconds": "S"}

CURRENCIES: dict[str, str] = {
    "元人民币": "CNY", "块钱": "CNY", "圆整": "CNY", "元整": "CNY", "元": "CNY", "圆": "CNY", "块": "CNY", "RMB": "CNY",
    "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "港圆": "HKD",
    "元港币": "HKD", "元新台币": "TWD", "台币": "TWD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY",
    "新台币": "TWD", "新加坡元": "SGD", "澳门元": "MOP", "蚊": "HKD",
}  # fmt: skip
"""Name behind the amount -> ISO 4217."""

SIGNS: dict[str, str] = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "￥": "CNY", "¥": "CNY", "HK$": "HKD", "HKD": "HKD", "US$": "USD",
    "港币": "HKD", "港元": "HKD", "新台币": "TWD", "台币": "TWD", "NT$": "TWD", "NTD": "TWD", "TWD": "TWD", "美金": "USD",
    "美元": "USD", "澳门币": "MOP", "MOP": "MOP", "S$": "SGD", "欧元": "EUR", "英镑": "GBP",
    "USD": "USD", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
}  # fmt: skip
"""Sign before the amount -> ISO 4217. RMB is what people write for CNY."""

MEASURES: dict[str, str] = {
    "次": "times", "回": "times", "遍": "times", "声": "rings", "环": "rings", "个人": "people", "人": "people",
    "名": "people", "位客户": "customers", "位": "people", "个电话": "calls", "通电话": "calls", "份": "copies",
    "项": "items", "道题": "questions", "题": "questions", "分": "points", "个积分": "points", "级": "levels",
    "个步骤": "steps", "步": "steps", "个字符": "characters", "个汉字": "words", "个字": "words", "字": "words",
    "位数": "digits", "周岁": "years-of-age", "岁": "years-of-age", "米": "metres", "厘米": "centimetres",
    "cm": "centimetres", "件": "pieces", "起": "cases", "例": "cases", "个班次": "shifts", "个班": "shifts",
    "学时": "hours-of-training", "课时": "hours-of-training", "个": "number", "mm": "毫米", "千米": "公里",
    "km": "公里", "KM": "公里", "KG": "公斤", "KW": "千瓦",
    "kVA": "千伏安", "KVA": "千伏安", "kva": "千伏安", "㎡": "平方米", "千克": "公斤", "kg": "公斤", "公尺": "metres", "公分": "centimetres",
    "公厘": "毫米", "公克": "克", "公升": "升", "公吨": "吨", "平方公尺": "平方米", "立方公尺": "立方米", "°": "度",
    "°C": "℃", "°F": "℉", "℉": "℉", "华氏度": "℉", "m": "metres", "g": "克", "L": "升", "ml": "毫升", "mL": "毫升", "mg": "毫克", "km/h": "公里/小时",
    "KM/H": "公里/小时", "千米/小时": "公里/小时", "公里每小时": "公里/小时", "m/s": "米/秒", "r/min": "转/分", "mg/L": "毫克/升",
    "mg/kg": "毫克/公斤", "mg/m³": "毫克/立方米", "W": "瓦",
    "kW": "千瓦", "V": "伏", "dB": "分贝", "ppm": "PPM", "MHz": "兆赫", "lux": "勒克斯", "m²": "平方米", "摄氏度": "℃",
}  # fmt: skip
_PRINTED = (
    "人次 立方米 具 联 篇 封 趟 节 根 副 片 桶 处 张 户 家 台 套 部 本 册 页 支 瓶 盒 箱 袋 包 辆 间 栋 层 组 班 笔 宗 "
    "单 场 期 轮 档 倍 条 种 类 科 门 桌 双 杯 把 只 顿 毫米 公里 平方米 公斤 克 斤 吨 升 毫升 ℃ 通 句 段 排 列 格 圈 "
    "块 盏 粒 颗 朵 棵 株 头 架 幅 扇 床 床位 碗 盘 碟 壶 罐 筐 卷 串 样 道 批 队 届 餐 晚 席 座席 坐席 席位 工位 车位 枚 "
    "樽 坪 码 转 星 路 站 帧 像素 千瓦时 毫安 票 课 孔 剂 束 滴 栏 学分 积分 工时 人份 磅 下 行 座 窗口 楼层 环节 步骤 "
    "阶段 等级 大类 大项 盎司 赫兹 勒克斯 平米 字节 拍 架次 车次 班次 场次 客 讲 关卡 公顷 亩 kPa MPa 樘 职等 瓦 伏 "
    "堂 捆 扎 盆 口 顶 铺位 泊位 机位 台次 批次 拨 柜 板 垛 篮 篓 缸 锅 勺 匙 笼 屉 听 筒 管 股 服 贴 帖 尊 杆 柄 局 英尺 加仑 克拉 回合 标段 班组 包件 颗星 "
    "安培 安 关 部分 英寸 寸 度 分贝 兆 MB GB 首 幢 艘 匹 面 所 针 托 托盘 车 打 对 圈 款 间夜 更 房晚 间房 毫克 微克 平方 立方 "
    "枝 尺 里 千瓦 学期 学年 疗程 丸 摞 叠 沓 台班 人天 人日 人时 工日 航次 频次 件次 例次 标箱 TEU 货位 库位 仓位 卡位 岗位 岗 色 度电 海里 英里 KB "
    "时段 时间段 石 夜 堆 帕 兆帕 千帕 流明 TB 户次 人月 项次 剂次 床日 梯次 Mbps Mbit/s 栈板 卡板 版面 大卡 "
    "千卡 焦耳 欧姆 芯 mA mAh 个基点 基点 平方公里 座位 柜台 通道 名额 公里/小时 米/秒 米/分钟 转/分 转/分钟 毫克/升 毫克/公斤 毫克/立方米 毫安时 "
)
MEASURES |= {word: word for word in _PRINTED.split()}
"""Measure word -> unit id of `guizhang.model.units` where one fits, else the measure word itself."""

NOUNS = (
    "学期|学年|疗程|环节|步骤|阶段|方面|部分|要素|点位|百分点|点|工作流|班组|小组|部门|档次|等级|项目|指标|原则|岗位|席位"
    "|座席|客户|订单|工单|周期|人次|车次|架次|批次|场次|台班|标段|标箱|床位|车位|座位|工位|铺位|泊位|货位|名额|品类|品种|型号|通道|柜台|窗口|学分|单位"
)
"""Nouns that say with 个 what is counted: 四个环节. 个 with any other noun counts plain numbers."""


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _guarded(words: list[str]) -> str:
    """Return an alternation, longest first, in which each word is refused before what makes it another word."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        guard = NOT_BEHIND.get(word) or (NOT_BEHIND.get(word[-1]) if len(word) < 3 and word[0] in "元周" else None)
        parts.append(re.escape(word) + (f"(?!{guard})" if guard else ""))
    return "|".join(parts)


DURATION = _guarded(list(DURATIONS))
MONEY = _guarded(list(CURRENCIES))
SIGN = _longest_first(list(SIGNS))
MEASURE = rf"个(?:{NOUNS})(?!数)|" + _guarded(list(MEASURES))

_FIGURES = re.compile(rf"^第? ?(?:[-±]|零下)?(?:半(?=个?[^数])|{NUMBER}(?:、{NUMBER})?) ?[多余来几]?")
_ENGLISH = re.compile(
    r"^[\w.,-]+(?: ?[(][\w.,]+[)])?(?: ?(?:-|–|to|or) ?[\w.,]+)? (?P<unit>[a-z]+(?:/[a-z]+)?)$", re.IGNORECASE
)
_WRONG = re.compile(r"(?:offen[cs]e|breach|violation|infringement|infraction)$", re.IGNORECASE)
_JOINT = re.compile(rf"{SEPARATOR}(?=第|{NUMBER})")


def printed_unit(figure: Figure) -> str | None:
    """Return the measure word a count is printed with (3人 -> 人, 第三次至第五次 -> 次), or its unit where none is."""
    if figure.unit == "times" and _WRONG.search(figure.span):
        # The second breach, the third offence: so many times, while a second notice is a notice.
        return figure.unit
    if english := _ENGLISH.match(figure.span):
        return english["unit"]
    view = fold(figure.span).text
    last = [match.end() for match in _JOINT.finditer(view)]
    start = last[-1] if last else 0
    number = _FIGURES.match(view[start:])
    # Folding keeps the length of what has nothing hidden in it, so the offset holds for the printed form.
    unit = figure.span[start + number.end() :].strip(" -") if number else ""
    return unit or figure.unit
