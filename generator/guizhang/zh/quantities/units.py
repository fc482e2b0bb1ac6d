"""What stands behind a number: units of time, money and measure, each with the reason where it is not plain."""

from __future__ import annotations

import re

DURATIONS: dict[str, tuple[str, int]] = {
    "秒钟": ("seconds", 1), "秒": ("seconds", 1),
    "分钟": ("minutes", 1), "刻钟": ("minutes", 15),
    "个小时": ("hours", 1), "小时": ("hours", 1), "个钟头": ("hours", 1), "钟头": ("hours", 1), "个钟": ("hours", 1),
    "个工作日": ("business", 1), "工作日": ("business", 1), "个工作天": ("business", 1), "工作天": ("business", 1),
    "个自然日": ("days", 1), "自然日": ("days", 1), "个日历日": ("days", 1), "日历日": ("days", 1), "日历天": ("days", 1),
    "天": ("days", 1), "日": ("days", 1), "昼夜": ("days", 1),
    "个星期": ("weeks", 1), "星期": ("weeks", 1), "个礼拜": ("weeks", 1), "周": ("weeks", 1),
    "个月": ("months", 1), "月": ("months", 1), "个季度": ("months", 3), "季度": ("months", 3),
    "个年头": ("years", 1), "年": ("years", 1), "周年": ("years", 1),
}  # fmt: skip
"""Unit as printed -> (part of an ISO 8601 duration, how many of it); ``business`` are days counted in working days."""

DESIGNATORS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M", "seconds": "S"}

CURRENCIES: dict[str, str] = {
    "元人民币": "CNY", "块钱": "CNY", "圆整": "CNY", "元整": "CNY", "元": "CNY", "圆": "CNY", "块": "CNY", "RMB": "CNY",
    "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY",
    "新台币": "TWD", "新加坡元": "SGD", "澳门元": "MOP",
}  # fmt: skip
"""Name behind the amount -> ISO 4217."""

SIGNS: dict[str, str] = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "￥": "CNY", "¥": "CNY", "HK$": "HKD", "HKD": "HKD", "US$": "USD",
    "USD": "USD", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
}  # fmt: skip
"""Sign before the amount -> ISO 4217. RMB is what people write for CNY."""

MEASURES: dict[str, str] = {
    "次": "times", "回": "times", "遍": "times", "声": "rings", "环": "rings",
    "人次": "人次", "个人": "people", "人": "people", "名": "people", "位客户": "customers", "位": "people",
    "个电话": "calls", "通电话": "calls", "份": "copies", "项": "items", "道题": "questions", "题": "questions",
    "分": "points", "个积分": "points", "级": "levels", "个步骤": "steps", "步": "steps", "个字符": "characters",
    "个汉字": "words", "个字": "words", "字": "words", "位数": "digits", "周岁": "years-of-age", "岁": "years-of-age",
    "米": "metres", "厘米": "centimetres", "cm": "centimetres", "件": "pieces", "起": "cases", "例": "cases",
    "个班次": "shifts", "个班": "shifts", "学时": "hours-of-training", "课时": "hours-of-training", "个": "number",
    "立方米": "立方米", "具": "具", "联": "联", "篇": "篇", "封": "封", "趟": "趟", "节": "节", "根": "根", "副": "副", "片": "片", "桶": "桶", "处": "处",
    "张": "张", "户": "户", "家": "家", "台": "台", "套": "套", "部": "部", "本": "本", "册": "册", "页": "页", "支": "支",
    "瓶": "瓶", "盒": "盒", "箱": "箱", "袋": "袋", "包": "包", "辆": "辆", "间": "间", "栋": "栋", "层": "层", "组": "组",
    "班": "班", "笔": "笔", "宗": "宗", "单": "单", "场": "场", "期": "期", "轮": "轮", "档": "档", "倍": "倍", "条": "条",
    "种": "种", "类": "类", "科": "科", "门": "门", "桌": "桌", "双": "双", "杯": "杯", "把": "把", "只": "只", "顿": "顿",
    "毫米": "毫米", "mm": "毫米", "公里": "公里", "千米": "公里", "km": "公里", "平方米": "平方米", "㎡": "平方米",
    "公斤": "公斤", "千克": "公斤", "kg": "公斤", "克": "克", "斤": "斤", "吨": "吨", "升": "升", "毫升": "毫升", "℃": "℃",
    "摄氏度": "℃", "度": "度", "分贝": "分贝", "兆": "兆", "MB": "MB", "GB": "GB",
}  # fmt: skip
"""Measure word -> unit id of `guizhang.model.units` where one fits, else the measure word itself."""

NOUNS = "环节|步骤|阶段|方面|部分|要素|点位|百分点|点|工作流|班组|小组|部门|档次|等级|项目|指标|原则|岗位|席位|座席|客户|订单|工单"
"""Nouns that say with 个 what is counted: 四个环节. 个 with any other noun counts plain numbers."""

NOT_BEHIND: dict[str, str] = {
    "人": "民币|员|事|力|性|格|工|均|生|身|为|才|手",  # 三人民… is damage; 五人员 is the next word
    "位": "置|于|列|数",
    "分": "之|别|部|公|店|类|析|期|级|工|成|发|配|享|钟|歧|红|解",  # 三分之二, 五分为…, 两分公司
    "步": "骤",
    "字": "样|段|号|母",
    "本": "标|手册|办|条|章|细|合|协|守|人|公|部|着|身|制|规|店|职|年|月|周|次|地|质",
    "部": "门|分|长|署|队",
    "单": "位|元|独|价|项|方|一",
    "家": "属|庭|具|长|里",
    "期": "间|限|望|满|初|末|待",
    "场": "所|地|合|景|面|外",
    "条": "件|例|款|理|码|文",
    "种": "类|植",
    "类": "别|型|似",
    "组": "织|长|成|员|合",
    "班": "组|长|前|后|次|级|车|时|会|人",
    "级": "别|领|主|审",
    "台": "账|阶|历|帐",
    "门": "店|口|诊|禁|岗|外|市|卫|票",
    "件": "数",
    "名": "单|称|片|字|额|誉|列|次|牌|义|录",
    "份": "额|内",
    "项": "目",
    "间": "隔|接|断|歇",
    "双": "方|休|向",
    "包": "括|含|装|间|房|厢|裹",
    "只": "能|有|要|是|限|可|准",
    "起": "来|到|诉|草|因|始|点|码|止|算|床|身|立|执|施|生",  # 自3日起执行
    "回": "访|复|答|收|款|报|馈|应|执|到|来|电|家",
    "科": "室|长|学|技|目",
    "层": "级|面|次|叠",
    "页": "面|码|眉",
    "度": "假|过|量",
    "声": "音|明|誉",
    "套": "餐|用|现|装|房",
    "把": "握|关|控",
    "支": "持|付|出|撑|配|援|部",
    "笔": "记|试|者",
    "元": "旦|月|素|件|器|化|论|老|宵",
    "块": "状",
    "月": "份|度|底|末|初|薪|结|报|台|饼|卡",
    "年": "度|级|龄|代|份|底|末|初|终|轻|检|假|薪|会|报|版|审|货",
    "日": "常|志|程|期|报|益|用|后起|光|间|历(?!日|天)|前(?!提|来|往)(?=来)",
    "天": "然|气|花|线|窗",
    "周": "岁|边|期|到|围|全|末|报|转|密|会|计|例",
    "点": "钟",
    "倍": "感|增|加|受|数",
    "轮": "流|换|岗|班|休|值",
    "档": "案|口|期",
    "户": "外|籍|口|型",
    "升": "级|职|迁|值|温|学",
    "环": "境|节|保|卫|比|线",
    "张": "贴|扬|望|开",
    "具": "有|备|体|名",
    "联": "系|网|合|络|单|动|营|保",
    "封": "顶|闭|存|条|面|口",
    "节": "约|日|能|假|目|点|省|奏|制",
    "根": "据|本|源",
    "副": "总|经|主|店|组|部|职|本|食|业",
    "片": "区|面|段|刻",
    "桶": "装",
    "处": "理|罚|分|于|置|长|室|在|以|所|境|方",
    "栋": "梁",
    "桌": "面|椅|牌",
    "袋": "鼠",
    "顿": "时",
    "杯": "具|子",
    "克": "服|扣|隆",
    "吨": "位",
    "米": "饭|色",
    "兆": "头|赫",
}
"""Unit -> what may not stand behind it, because then the character begins another word (两部门, 三人员)."""


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
