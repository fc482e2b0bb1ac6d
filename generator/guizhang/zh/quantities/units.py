"""What stands behind a number: units of time, money and measure, each with the reason where it is not plain."""

from __future__ import annotations

import re

from guizhang.zh.folding import fold
from guizhang.zh.quantities.figure import Figure
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
    "°C": "℃", "m": "metres", "g": "克", "L": "升", "ml": "毫升", "mL": "毫升", "mg": "毫克", "km/h": "公里/小时",
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
    "环节|步骤|阶段|方面|部分|要素|点位|百分点|点|工作流|班组|小组|部门|档次|等级|项目|指标|原则|岗位|席位"
    "|座席|客户|订单|工单|周期|人次|车次|架次|批次|场次|台班|标段|标箱|床位|车位|座位|工位|铺位|泊位|货位|名额|品类|品种|型号|通道|柜台|窗口|学分|单位"
)
"""Nouns that say with 个 what is counted: 四个环节. 个 with any other noun counts plain numbers."""

NOT_BEHIND: dict[str, str] = {
    "口": "头|径|令|试|腔|岸|语|子|号|供|述|碑|味|红|服",
    "顶": "部|替|级|班|岗|撞|层|楼|端|多|着|格",
    "拨": "打|付|款|给|入|出|备|通",
    "柜": "台|员|面|体|门|机|组",
    "板": "块|材|房|书|式",
    "听": "从|取|到|筒|证|说|力|课|见|候",
    "管": "理|辖|控|道|委|教|家|制|线|护|好|网",
    "股": "份|东|权|票|本|长|息|市",
    "服": "务|从|装|役|用|饰|软|刑",
    "贴": "纸|上|在|现|心|好|士|息|出|有|条|身",
    "局": "部|面|长|域|限",
    "堂": "食",
    "扎": "实|好|堆",
    "捆": "绑|扎",
    "笼": "统|子",
    "锅": "炉|具",
    "勺": "子",
    "筒": "子",
    "盆": "地",
    "垛": "口",
    "安": "全|排|装|检|保|置|静|防|抚|监|心|徽",
    "缸": "体",
    "篮": "球",
    "班组": "长|会|内|成",
    "标段": "内",
    "帖": "子",
    "人": "位|房|桌|床|座|间|民币|员|事|力|性|格|工|均|生|身|为(?!上限|下限|限|准|宜|止|度|一|[每单])|才|手",  # 三人民… is damage; 五人员 is the next word
    "位": "置|于|列|数",
    "分": "之|别|部|公|店|类|析|期|级|工|成|发|配|享|钟|歧|红|解",  # 三分之二, 五分为…, 两分公司
    "步": "骤",
    "字": "用语|诀|真言|箴言|方针|要领|样|段|号|母",
    "本": "标|(?<!\\d本)(?<!两本)手册|办|条|章|细|合|协|守|人|公|部|着|身|制|规|店|职|年|月|周|次|地|质",
    "部": "门|分|长|署|队",
    "单": "位|元|独|价|项|方|一",
    "家": "属|庭|具|长|里",
    "期": "间|限|望|满|初|末|待",
    "场": "所|地|合|景|面|外",
    "条": "件|例|款|理|码|文",
    "种": "类|植",
    "类": "别|型|似",
    "组": "织|长|成|员|合",
    "班": "组|长|前|后|次|级|(?<!\\d班)(?<!两班)车|时|会|人",
    "级": "别|领|主",
    "台": "账|阶|历|帐",
    "门": "店|口|诊|禁|岗|外|市|卫|票",
    "件": "数",
    "面": "积|试|谈|对|向|板|议|子|具|包|条|粉|部|前|上|貌|料|交|签|额|值",
    "所": "有|在|属|以|需|列|述|得|长|谓|示|称|致|持|指|涉|做|说|用|要",
    "首": "先|次|问|页|席|日|月|年|位|届|批|要|付|责|轮",
    "针": "对|线|剂|灸",
    "打": "卡|印|扫|电|包|开|折|车|架|扰|招|断|击|破|听|造|分",
    "对": "[^,。;、!?) ]",
    "车": "辆|间|位|票|主|险|库|站|道|速|型|牌|费|次|场|队|贷|载|门|窗|钥|程|友|祸",
    "托": "管|运|付|盘|收|儿|福|业|班",
    "圈": "定|子|内|外",
    "款": "项|式|待|到|(?<!\\d款)(?<!两款)(?:产|车|手|机)|额|规|所|的|情|第|及|和|或|以|中",
    "平方": "米|公|厘|毫|根",
    "立方": "米|公|厘",
    "匹": "配",
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
    "套": "餐(?!具)|用|现|装(?!备)|房(?!间)",
    "把": "握|关|控",
    "支": "持|付|出|撑|配|援|部",
    "笔": "记|试|者",
    "元": "旦|月|素|件|器|化|论|老|宵",
    "块": "状",
    "月": "份|度|底|末|初|薪|结(?!算)|报|台|饼|卡",
    "季": "节|末|报|后|首|初|中|刊|候|军",
    "h": "[A-Za-z]",
    "s": "[A-Za-z]",
    "hr": "[A-Za-z]",
    "hrs": "[A-Za-z]",
    "H": "[A-Za-z]",
    "min": "[A-Za-z]",
    "mins": "[A-Za-z]",
    "m": "[A-Za-z0-9]",
    "g": "[A-Za-z]",
    "L": "[A-Za-z]",
    "ml": "[A-Za-z]",
    "W": "[A-Za-z]",
    "V": "[A-Za-z]",
    "旬": "[刊报]",
    "年": "度|级|龄|代|份|底|末|初|终|轻|检|假|薪|会|报|版|审|货",
    "日": "常|志|程|期(?!限|间)|报(?![审备告请送名销修警案批])|益|用(?!量|药)|后起|光|间|历(?!日|天)|前(?!提|来|往)(?=来)",
    "天": "然|气|花|线|窗",
    "周": "岁|边|期|到|围|全|末|报|转|密|会|计|例(?!会[一二两三\\d]次)",
    "点": "钟",
    "倍": "感|增|加|受|数",
    "轮": "流|换|岗|班|休|值|胎|驱|(?:摩托|电动|手推|平板|叉|货)?车|摩托|电动",
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
    "石": "块|头|材|灰|化|油|板|英|子|料|阶|凳",
    "片": "区(?!域)|面|段|刻",
    "桶": "装",
    "处": "理|罚|分|于|置|长|室|在|以(?![上下内外])|所|境|方",
    "栋": "梁",
    "桌": "面|椅|牌",
    "袋": "鼠",
    "通": "过|知|常|道|信|报|讯|用|行|融|风|勤|畅|关|宵|则",
    "座": "位|机|谈|椅|右|城",
    "段": "落|位|时",
    "排": "班|队|查|序|名|除|放|练|水|污|斥|风|定",
    "列": "入|席|出|表|举|车|明|为|示|队|支|于",
    "格": "式|外|局",
    "头": "发|部|条|像|衔|目|顶|痛|尾|脑",
    "架": "构|子|空|设|次",
    "幅": "度|面|员",
    "床": "位|单|铺|头|上",
    "盘": "点|查|存|库|亏|盈|面|问|活|货",
    "卷": "入|宗|尺|烟",
    "串": "岗|通|货|门|休|线|班",
    "样": "品|本|式|板|机|张|子|表|衣|房|件|稿",
    "道": "路|歉|德|具|理|闸",
    "批": "准|评|复|示|次|量|发|改|阅|注|文|核|判|件",
    "队": "伍|长|员|列|形",
    "届": "时|满",
    "餐": "厅|具|饮|费|补|券|桌|前|后|标|车|时|品|位|台|盒|用",
    "晚": "上|间|报|于|会|点|班|餐|到|归|婚|自|到|宴|\\d|[一二三四五六七八九十]",
    "席": "位|卡|间",
    "码": "头|放|垛",
    "转": "正|账|岗|交|达|让|接|移|办|换|入|出|发|为|告|向|院|包|租|载|介|送|款|班|至|到",
    "星": "期|级|光|标",
    "路": "公|车|巴|段|线|口|上|面|灯|费|程|由|边|人",
    "站": "立|点|位|长|台|在|内|姿|岗|起|式|务|外|名|好|成|稳",
    "票": "据|面|价|务|款|数|箱|证|根|制",
    "课": "时|程|堂|件|题|后|前|间|酬|表|本|长",
    "孔": "子",
    "束": "缚|后|前|时",
    "栏": "目|杆|位",
    "行": "业|为|政|动|李|程|驶|进|使|走|人|文|情|车|事|的|至|长|贿|家",
    "下": "[^,。;、!?) ]",
    "客": "户|服|人|流|房|诉|源|梯|车|运|厅|观|情|座|商|气",
    "讲": "话|解|师|义|究|课|清|评|述|台|授|求|明|礼|文|普",
    "拍": "照|摄|卖|板|打|下",
    "步骤": "数",
    "等级": "评|证|制|划|考",
    "环节": "数",
    "关": "于|系|键|注|门|闭|联|心|怀|机|爱|口|停|灯|税|卡|上|掉|节|照|切",
    "瓦": "解|片|斯|砾",
    "寸": "步",
    "顿": "时",
    "杯": "具|子",
    "克": "服|扣|隆",
    "吨": "位",
    "米": "饭|色",
    "兆": "头|赫",
    "岗": "位|前|后|上|下|亭|责|哨|级|薪",
    "色": "泽|彩|素|调|块|谱|情|织|卡|盲",
    "里": "面|程|边|头|外|巷",
    "尺": "寸|度|码",
    "丸": "子",
    "叠": "加|放|层",
    "枝": "叶|条|干",
    "夜": "间|班|里|晚|宵|市|宿|校|餐|总|归|半|更|色|值|巡|静|勤",
    "堆": "放|积|码|高|垛|填|场|存|满|砌",
    "件次": "品",
    "通道": "[门口闸内]",
    "柜台": "[内前外后人员]",
    "座位": "[号牌表]",
    "芯": "片",
    "更": "[^,。;、!?)时期]",
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
    unit = figure.span[start + number.end() :].strip() if number else ""
    return unit or figure.unit
