"""The measure word, number or verb form before the blank goes with every option.

Why: 哪一张 is answered by the only thing one counts with 张, "are" by the only plural, without knowing the rule.

Warns (LNT012). Fails: 须随身带一枚____（公章 / 合同 / 电脑）; What are staff to carry? (a badge / a pen / cards).
Passes: 须随身带的是____; options that all go with the word.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (d): avoid grammatical inconsistencies that clue the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.kinds import PERSON, kind_of
from guizhang.quality.view import Finding, View

CODE = "LNT012"
# What each measure word counts, by how the noun ends.
_COUNTS = {
    "张": (
        "贺卡 标签 封条 表 单 票 纸 卡 片 图 照片 申请单 登记表 名片 发票 凭证 桌 椅子 床 证 海报 通知单 收据 条子 证明 欠条 支票 银行卡 门卡 门禁卡 "
        "餐券 优惠券 桌子 沙发 罚单 处方 报纸 信纸 光盘 表格 请假条 假条 通行证 停车证 工作证 便签 便条 纸条 饭卡 车票 机票 宣传单 地图 检查卡 清单"
    ),
    "本": (
        "日历 台历 书 册 簿 本 证书 手册 台账 护照 笔记 账本 字典 登记本 小说 杂志 相册 账簿 登记簿 日记 "
        "说明书 病历 教材 词典 存折 支票簿"
    ),
    "名": (
        "员 人 师 长 工 理 管 客户 同事 顾问 保安 司机 前台 接待 领导 生 助理 学生 实习生 清洁工 厨师 "
        "乘客 患者 驾驶员 志愿者 保洁 医生 护士 工人"
    ),
    "位": (
        "员 人 师 长 理 管 客户 同事 顾问 司机 前台 接待 领导 来宾 助理 访客 顾客 老人 专家 乘客 老师 "
        "患者 家长 医生 先生 女士"
    ),
    "把": (
        "扫帚 拖把 剪刀 温度计 钥匙 锁 伞 椅子 椅 刀 尺 雨伞 钳子 扳手 螺丝刀 铲子 勺子 梳子 扇子 茶壶 "
        "锤子 尺子 牙刷 叉子 镊子 铁锹 斧子 锯"
    ),
    "件": (
        "礼品 工作服 雨衣 背心 衣 服 衬衫 外套 制服 工服 西装 行李 包裹 事 礼物 投诉 上衣 物品 毛衣 快递 "
        "家具 证物 样品 作品 商品 案子 案件 玩具 乐器 大衣 雨披"
    ),
    "双": "鞋 袜 手套 筷子 皮鞋 袜子 拖鞋 布鞋 靴子 雨鞋 球鞋 棉袜 劳保鞋 防滑鞋 绝缘鞋 运动鞋 凉鞋 丝袜",
    "台": (
        "机 仪 电脑 设备 投影仪 音箱 对讲机 保险柜 电话 打印机 空调 仪器 电视 复印机 计算机 相机 服务器 冰箱 叉车 收银机 扫描仪 碎纸机 显示器 冰柜 洗衣机 "
        "发电机 饮水机 传真机 平板电脑 笔记本电脑 电视机 烤箱 验钞机 秤"
    ),
    "辆": ("车 汽车 货车 电动车 自行车 叉车 卡车 三轮车 平板车 手推车 轿车 面包车 客车 消防车 救护车 推车 轮椅 公交车"),
    "条": (
        "封条 密码 标签 领带 裤 丝巾 围巾 短信 规定 毛巾 项链 腰带 消息 信息 皮带 裙 裤子 裙子 毯子 被子 "
        "绳子 路 通道 警戒线 隔离带 建议 意见 新闻 留言 床单 鱼 船 河 流水线"
    ),
    "间": "室 房 办公室 会议室 宿舍 接待室 仓库 房间 更衣室 储藏室 教室 病房 值班室 休息室 茶水间 机房 库房",
    "部": "对讲机 电话 手机 电梯 座机 摄像机",
    "枚": "章 戒指 徽章 公章 印章 邮票 胸针 工牌 纪念章 硬币 奖章 胸章 勋章 钉 图钉 鸡蛋 校徽",
    "顶": "帽 帽子 安全帽 帐篷 头盔 轿子 蚊帐",
    "副": "眼镜 手套 耳机 口罩 耳环 墨镜 手铐 对联 扑克 担架 拐杖 耳塞 护目镜 老花镜 镣铐",
    "封": "信 邮件 信函 感谢信 函 道歉信 举报信 辞职信 介绍信 电报 挂号信 传真 邀请函 推荐信",
    "只": (
        "桶 水桶 水杯 电筒 音箱 话筒 手 箱 口罩 手表 杯 包 戒指 耳环 箱子 手机 纸箱 气球 篮子 碗 碟子 "
        "盒子 哨子 喇叭 猫 鸡 靴子"
    ),
    "块": ("告示牌 白板 黑板 手表 板 屏 毛巾 展板 标牌 肥皂 抹布 玻璃 木板 石头 蛋糕 面包 地毯 硬盘 橡皮 桌布 砖"),
    "套": "茶具 房 制服 工服 西装 设备 工具 系统 家具 职业装 餐具 教材 校服 沙发 桌椅 劳保用品",
    "瓶": "水 酒 药 墨水 饮料 香水 消毒液 矿泉水 酒精 洗手液 洗洁精 胶水 消毒水 醋 酱油 啤酒 牛奶",
    "包": "烟 茶 纸巾 香烟 饼干 面粉 水泥 棉签 方便面",
    "杯": "茶 水 咖啡 饮料",
    "场": "会 会议 培训 比赛 考试 演练 电影 发布会 展览 讲座 招聘会 晚会 雨",
    "通": "电话 来电",
    "盒": "名片 药 火柴 回形针 茶 粉笔 口罩 牙签 饼干 图钉 巧克力 订书钉",
    "家": "公司 店 医院 银行 酒店 门店 企业 餐厅 商店 超市 工厂 餐馆 快递公司 律所 供应商 旅行社",
    "面": "旗 镜 锦旗 旗子 镜子 鼓 国旗 红旗 彩旗 墙",
    "具": "灭火器 棺材 尸体 尸骨",
    "串": "钥匙 珠子 项链 葡萄 灯",
    "卷": "布 纱布 胶带 纸 胶布 卫生纸 电缆 绷带 胶卷",
    "袋": "米 糖 点心 水果 饼干 面粉 垃圾 茶叶 咖啡豆 干果 水泥 面包 薯片 洗衣粉",
    "桶": "水 油 漆 油漆 泡面 方便面 矿泉水 纯净水",
    "扇": "门 窗 窗户 屏风 防火门 大门 玻璃门 防盗门",
    "盏": "灯 应急灯 台灯 路灯 吊灯 红灯 警示灯 信号灯",
    "节": "电池 课 车厢 竹子",
    "匹": "马 布",
    "棵": "树 盆景 绿植",
    "盆": "花 绿植 水 盆景",
    "支": (
        "笔 体温计 钢笔 口红 温度计 香烟 电筒 手电 手电筒 警棍 录音笔 药膏 铅笔 圆珠笔 粉笔 牙膏 签字笔 "
        "记号笔 荧光笔 注射器 激光笔 枪 队伍 验电笔"
    ),
    "座": "桥 楼 山 钟",
    "幅": "画 字 地图 挂图 标语 横幅 照片",
    "份": (
        "文件 合同 报告 材料 协议 申请 申请书 表 单 资料 记录 说明 清单 证明 通知 计划 总结 简历 报纸 档案 答复 问卷 方案 菜单 早餐 午餐 盒饭 传真 "
        "声明 账单 名单 试卷 保险 保单 订单 图纸 礼物 工作 合约 说明书 证词"
    ),
    "根": ("杆 棒 警示杆 蜡烛 警棍 绳 棍 香烟 数据线 网线 绳子 电线 管 绳索 铁丝 水管 吸管 火柴 香肠 木棍 撬棍 钢管"),
    "朵": "花 胸花",
}
_HOW_MANY_ZH = re.compile(r"(?:几|多少)([一-龥])")
_NUMBERED_ZH = re.compile(r"(?:\d+|[零一二两三四五六七八九十百]+|几|半)([点.]\d+)?([一-龥]{0,4})")
_BLANK_COUNTED_ZH = re.compile(r"_+[名位个份张次把辆台条件间]")
_WHICH_ONE_ZH = re.compile(r"(?:哪一?|某一?)[位名](?:[一-龥]{0,2})(?=[^一-龥]|[一-龥])")
_SEVERAL_ZH = re.compile("[和与及、]|各|们|全体|所有")
_HOW_MANY_EN = re.compile(r"\bhow many ([a-z]+)\b", re.IGNORECASE)
_NUMBERED_EN = re.compile(r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) ([a-z]+)")
_SEVERAL_EN = re.compile(r"\bwhich (two|three) [a-z]+\b", re.IGNORECASE)
_AGREES_EN = re.compile(r"(is|are|was|were|has|have)\b")
_NOUNS = {measure: tuple(nouns.split()) for measure, nouns in _COUNTS.items()}
# What these count is so particular that their nouns are all listed, or nearly.
_NARROW = "面具串卷顶枚扇盏匹朵根副双封辆块通"
_ASKED_ZH = re.compile(
    rf"(?:[一两二三四五六七八九十几每这那哪某该数半]|\d)(?P<word>[{''.join(_COUNTS)}])(?:_+|（\s*）|\(\s*\)|[？?：:]"
    rf"|(?:必须|应当|不|须|要|应)?[^，。？]{{0,10}}[？?：:]?$)"
)
_EN_NUMBER = re.compile(
    r"(?P<one>\b(?:is|was|has|an?|one|each|every|this|another|a single|does)\b)|(?P<many>\b(?:are|were|have|two"
    r"|three|four|five|these|those|several|all|both|many|a pair of|do)\b)"
)
_AT_END = re.compile(
    r"\b(?P<word>is|was|are|were|has|have|two|three|four|several|these|those|one|each|every|an? pair of|a)\s*(?::|…|\.\.\.|_+)?\s*[.:?]?\s*$",
    re.IGNORECASE,
)
_BEFORE_BLANK = re.compile(
    r"\b(?P<word>is|was|are|were|has|have|two|three|four|several|these|those|one|each|every|a|an)\s+_+", re.IGNORECASE
)
_AFTER_BLANK = re.compile(r"_+\s+(?P<word>is|was|are|were|has|have)\b", re.IGNORECASE)
_ASKED_EN = re.compile(
    r"^(?:which|what)(?: (?P<noun>(?!of\b)[a-z]+)| of (?:these|the following|those)(?: [a-z]+)?)? (?P<word>is|are|was|were|has|have)\b|^(?:what"
    r"|who) (?P<verb>are|is|were|was|has|have)\b"
    r"|\bwhich (?P<last>are|is) (?:they|it)\b|^(?:which|what) (?P<named>[a-z]+s|people)\b(?! (?:of|is|was|has)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:two|three|four|five|several|some|many) ", re.IGNORECASE)
_ARTICLES = frozenset(
    "the a an his her their its your our in at on by with for from all no any it they he she this that".split()
)
# After these only a plural goes; a bare noun without its s is none.
_MANY = {"two", "three", "four", "several", "these", "those", "a pair of", "pair of"}
_SINGLE = {"is", "was", "has", "one", "each", "every", "a", "an"}
_NOT_PLURAL = re.compile(
    r"(?:ss|(?<!men)us|is|ous|ness|news|business|address|always|process|access|dress|has|was|this|across|less|unless|series|species)$"
)
_PLURALS = re.compile(r"^(?:people|staff|children|men|women|police|clothes|trousers|jeans|headphones)$")
_HEAD_END = re.compile(
    r"\b(?:of|for|in|on|at|with|to|from|by|who|which|that|under|after|before|between|about|without|as|per|when|if)\b|[,(]"
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where only the key goes with the form of the stem."""
    if not view.choices or not view.wrong:
        return
    # Figures, too, may be counted in a word that only the key has: 几份？ 三份 beside 两个.
    fits = _counted_zh(view) if view.lang == "zh" else _counted_en(view)
    if fits is None and not view.figures:
        fits = _fit_zh(view) if view.lang == "zh" else _fit_en(view)
    if fits is None:
        return
    right = [fit for fit, choice in zip(fits, view.choices, strict=True) if choice.key]
    wrong = [fit for fit, choice in zip(fits, view.choices, strict=True) if not choice.key]
    if all(fit is True for fit in right) and all(fit is False for fit in wrong):
        yield view.at_stem(
            Message(
                "只有正确选项配得上题干的量词或单复数", "only the key goes with the number or verb form of the stem"
            ),
            Message("换一个各选项都配得上的说法", "word the stem so that every option goes with it"),
        )


def _counted_zh(view: View) -> list[bool | None] | None:
    """Tell which options are counted as the stem counts: 几把, and two of them 台; ``None`` where it counts nothing."""
    said = [_NUMBERED_ZH.fullmatch(choice.text.strip().rstrip("。")) for choice in view.choices]
    asked = _HOW_MANY_ZH.search(view.stem)
    if asked is not None and all(match is not None and match[2] for match in said):
        return [match is not None and match[2].startswith(asked[1]) for match in said]
    blank = _BLANK_COUNTED_ZH.search(view.stem)
    if blank is not None and all(said):
        return [match is not None and not match[2] for match in said]
    if _WHICH_ONE_ZH.search(view.stem) is None:
        return None
    # 哪一位: one person, and no department.
    return [_SEVERAL_ZH.search(choice.text) is None and kind_of(choice.text, "zh") == PERSON for choice in view.choices]


def _counted_en(view: View) -> list[bool | None] | None:
    """Tell which options count what the stem asks for; ``None`` where it asks for no number of things."""
    texts = [choice.text.strip().rstrip(".").lower() for choice in view.choices]
    many = _HOW_MANY_EN.search(view.stem)
    if many is not None:
        units = [_NUMBERED_EN.fullmatch(text) for text in texts]
        noun = many[1].lower().rstrip("s")
        return [match is not None and match[1].rstrip("s") == noun for match in units] if all(units) else None
    several = _SEVERAL_EN.search(view.stem)
    if several is not None:
        return [" and " in text or text.startswith(several[1].lower()) for text in texts]
    begins = [_AGREES_EN.match(text) for text in texts]
    if all(begins):
        key = next(match for match, choice in zip(begins, view.choices, strict=True) if choice.key and match)
        return [match is not None and (match[1] in _SINGLE) is (key[1] in _SINGLE) for match in begins]
    return None


def _fit_zh(view: View) -> list[bool | None] | None:
    # 每位员工领到一顶什么？: the last measure word is the one asked with.
    matches = (_ASKED_ZH.match(view.stem, at) for at in range(len(view.stem), -1, -1))
    match = next((found for found in matches if found), None)
    if match is None:
        return None
    word = match["word"]
    return [_counts(word, choice.text) for choice in view.choices]


def _counts(word: str, text: str) -> bool | None:
    noun = re.sub(r"[。.！!]+$", "", text.strip())
    if noun.endswith(_NOUNS[word]):
        return True
    # A noun of another measure word does not go with this one; of one nobody listed only a narrow measure says so.
    return False if word in _NARROW or any(noun.endswith(nouns) for nouns in _NOUNS.values()) else None


def _fit_en(view: View) -> list[bool | None] | None:
    stem = view.stem.strip()
    match = _AT_END.search(stem) or _BEFORE_BLANK.search(stem) or _AFTER_BLANK.search(stem)
    word = match["word"].lower() if match else None
    if word is None and (asked := _ASKED_EN.search(stem)):
        named = asked["named"] and plural(asked["named"]) and "are"
        word = (asked["word"] or asked["verb"] or asked["last"] or named or "").lower()
    verbs = _fit_verbs(view)
    if verbs is not None:
        return verbs
    # Whatever the stem asks with: two triangles among one sofa, one piano and one desk.
    alone = [plural(choice.text) for choice in view.choices]
    if not word:
        return alone if _COUNTED.match(view.key) else None
    single = word in _SINGLE
    numbers = [plural(choice.text) for choice in view.choices]
    if word in _MANY:
        numbers = [bool(number) for number in numbers]
    return [None if number is None else number is not single for number in numbers]


def _fit_verbs(view: View) -> list[bool | None] | None:
    """Tell which options go on from a stem that breaks off, where all begin with verbs, in several forms."""
    forms = [_verb_form(choice.text) for choice in view.choices]
    if None in forms or not {"ing", "to"} & set(forms) or len(set(forms)) == 1 or view.stem.strip().endswith("?"):
        return None
    key = forms[next(i for i, choice in enumerate(view.choices) if choice.key)]
    return [form == key for form in forms]


def _verb_form(text: str) -> str | None:
    """Return how the verb ends that *text* begins with: ing, ed, to, s or nothing; ``None`` for what is no verb."""
    words = text.lower().split()
    if not words or words[0] in _ARTICLES:
        return None
    if words[0] == "to" and len(words) > 1:
        return "to"
    return next((ending for ending in ("ing", "ed", "s") if words[0].rstrip(".,").endswith(ending)), "")


def plural(text: str) -> bool | None:
    """Tell whether an English noun phrase is plural; ``None`` where that cannot be told."""
    words = text.strip().rstrip(".").lower()
    if re.match(r"(?:an?|one|each|every|this|another)\b", words):
        return (
            bool(re.search(r"\band (?:an?|the|one|his|her|their)\b", _HEAD_END.split(words)[0])) or None
            if " and " in words
            else False
        )
    if re.match(r"(?:two|three|four|five|six|several|both|these|those|many|all)\b", words):
        return True
    head = _HEAD_END.split(words)[0].split()
    if not head:
        return None
    if " and " in words:
        return True
    last = head[-1]
    if _PLURALS.match(last) or (last.endswith("s") and not _NOT_PLURAL.search(last)):
        return True
    return False if re.match(r"(?:the|his|her|their|its|your|my|our)\b", words) and len(head) > 1 else None
