"""Words that hold the character of a modal and are none: 需求, 应急, 主要, with what makes each a modal after all.

Two things undo such a word: what stands before it takes its first character (业|主要, 政|策应, 交|接应), or what stands
behind it takes its last (应|变更, 可|拆除, 要|领取). Both are named with the word.

Every alternative begins with a plain character, so that the search looks only where one of them stands.
"""

from __future__ import annotations

import re

from guizhang.facts.clauses import HIDDEN

# What reads as a modal whatever stands inside: it is kept, so that no later word eats a part of it.
_KEPT = "不得不|不能不|不可不|务必|不得(?!分|已|当|法|力|志|体|罪|要领)"
_IS_KEPT = re.compile(_KEPT)

# Words as they are.
_PLAIN = (
    "吃拿卡要 如需 若需 按需 必需品 必须品 特需 刚需 无需求 索要 讨要 重要 首要 必要 只要 摘要 纪要 概要 要素 要件 要么 "
    "要是 要害 要闻 扼要 简要 紧要 将要 快要 想要 相应 适应 感应 应急 应税 应届 应酬 应邀 应允 应诺 应景 顺应 许可证 许可 可燃 "
    "可降解 可再生 可溶 可疑 可用性 可惜 尚可 宁可 可谓 可读性 模棱两可 不可避免 不可归责 可归责 不可抗力 不可抗 不可或缺 不可分割 不可替代 "
    "缺一不可 触手可及 唾手可得 必不可少 适可而止 可乘之机 可圈可点 力所能及 可想而知 可以想 胡须 触须 能力 功能 性能 技能 职能 智能 效能 潜能 "
    "能够 能否 节能 万能 无所不能 适宜 便宜 不合时宜 权宜 不仅 不但 不断 不同 不足 不良 不利 不满 不便 不详 不实 不清 不明 "
    "不符 不合格 不合 不全 不久 不论 不管 无论 不卑不亢 不正当 不佳 不限 不低于 不少于 不高于 不超过 不等 不服 不到位 不知 "
    "不慎 不然 不胜任 不力 不住 不了 不熟 不属于 不属 不在 不是 不会 不含 不包括 不适用 不再适用 宣传 希望值 最好的 以避免 "
    "争取到 力争上游 倡导者 "
).split()

# (word, characters none of which may stand before it): 业主|要, 政策|应, 厂区内|应 are other words.
_BEHIND = (
    ("急需", "应"), ("供需", "提"), ("所需", "场厕诊会住"), ("主要", "业店车雇货房"), ("险要", "保"), ("对应", "核校查"), ("反应", "违"),
    ("供应", "提"), ("响应", "影"), ("效应", "时有失绩无"), ("回应", "返退收折撤"), ("照应", "执证护驾按参依比拍牌"), ("接应", "交衔对直间"),
    ("策应", "政决"), ("呼应", "招"), ("可能", "尽"), ("认可", "确承"), ("事宜", "同"), ("责任心", "有负"),
)  # fmt: skip

# What ends a noun: no verb goes on behind it.
_END = "[的和或、,。;:)者]|$"
# (word, pattern of what may not stand behind it): 应|变更, 可|靠边, 要|领取 are verbs with a modal.
_BEFORE = (
    ("需方", "[便可能]"), ("应当知", "悉|会"), ("应知", "悉|会|晓"), ("要求", "助"), ("需求", "助"),
    ("要点", "[名清收火钟燃餐单验]"), ("要领", "[取用导回料]"), ("要好", "好"), ("应聘", "[请用任]"), ("应变", "[更换动卖]"), ("应答", "[复谢辩应]"),
    ("可靠", "[近边右左墙泊窗岸]"), ("不可靠", "[近边]"), ("可行", "[驶使走李车至进]"), ("可见", "[习面证]"), ("可逆", "[向行]"), ("可观", "[看察摩赏望]"),
    ("可信", "任"), ("可爱", "护|惜"), ("可口", "头"), ("可亲", "[自临手往笔]"), ("可控", "制"), ("须知", "[悉道晓]"), ("不当", "面"), ("不少", "于"),
)  # fmt: skip

# (word, pattern of what must stand behind it): 应付账款 is a noun, 应付清 is not.
_ONLY_BEFORE = (
    ("机要", "文件|室|件|秘书|人员|资料"), ("就要", "下班"), ("还要", "求"), ("一应", "俱"),
    ("应用", f"[程系软场技领范]|层|商店|市场|数据|[于到]|{_END}"),
    ("应对", "预案|方案|措施|能力|突发|危机|各种|各类|客户投诉|和|技巧|方法|策略|风险|紧急"),
    ("应付", f"账|帐|款项|未|金额|票据|工资|{_END}"), ("应收", f"账|帐|款|货款|租|金额|利息|票|未|余额|{_END}"),
    ("应还", f"款|金额|本金|本息|利息|费用|[期租]款|未|{_END}"), ("应缴", f"款|金额|费用|税|租|未|{_END}"), ("应交", f"款|金额|费用|税|租|未|{_END}"),
    ("应得", f"报酬|奖|利益|收入|工资|份额|{_END}"), ("核可", "后|者|的|,|$"), ("可视", "化|电话|对讲|门铃|窗|范围|性"),
    ("可回收", f"物|垃圾|利用的|{_END}"), ("可移动", f"式|设备|存储|硬盘|介质|物|{_END}"), ("可拆", f"卸式|分式|装式|卸的|{_END}"),
    ("可食用", f"物|冰|{_END}"), ("可持续", "发展|性|的|[、,。]|$"), ("可用", "的|资"), ("可追溯", "性|的|[、,。]|$"), ("才能", "[的和、,]|$"),
    ("不得分", "[,。;、)]|$"), ("建议", "书|箱|和|或|、|等|的|表|人|被|,|。|$"), ("获准", "的|后|前"),
)  # fmt: skip

# (word, what may stand before it, pattern of what must stand behind it): 工作需要, but 客户需要|提供证件.
_ONLY_BEHIND = (
    (
        "需要",
        "工作 业务 根据 按照 实际 经营 的 特殊 生产 确因 如有 若有 有 因 管理 教学 学习 生活 施工 任务 训练 治疗",
        "",
    ),
    ("需要", "客户 顾客", "[时的和或、,。;]|$"),
    ("内需", "扩大 拉动", ""),
    ("应对", "为", ""),
    ("建议", "的 和 、 与 化 理 出 进 性 见 户 诉 及 等 收集", ""),
    ("建议", "^ , : ;", "[应须均]|必须|可[^,]|不得|禁止|严禁|务必"),
)
_ODD = (
    "获准(?<=[未经]获准)", "非[^,。]{1,8}不可", "不(?:重复|再|另行?)扣分?", "以免(?<!可以免)(?!职)", "答应(?<!负责答应)",
    "应有(?:的|尽有)", "认真负责(?=[,。;、的地]|$)", "可以?(?=是(?!否)|总结为|归纳为)", "不定[期时]", "避免[不因]",
    "鼓励(?<!予以鼓励)(?<!给予鼓励)奖", "鼓励(?:性|的|机制)",
    "推荐(?:人(?!员)|信|书|产品|客户|表)", "允许(?<!不允许)(?:的|范围|误差|[^,员工人]{0,6}(?:时间|范围|误差)(?=[为是内:不,]|$))",
)  # fmt: skip


def _alternatives() -> list[str]:
    """Return the words as alternatives, those whose surroundings are asked for before those that are hidden anyhow."""
    out = []
    for word, before, behind in _ONLY_BEHIND:
        looks = "|".join("(?<=" + (f"^{word}" if place == "^" else place + word) + ")" for place in before.split())
        out.append(f"{word}(?:{looks})" + (f"(?={behind})" if behind else ""))
    out += [f"{word}(?={behind})" for word, behind in _ONLY_BEFORE]
    out += [f"{word}(?!{behind})" for word, behind in _BEFORE]
    out += [f"{word}(?<![{before}]{word})" for word, before in _BEHIND]
    return [*out, *_ODD, *_PLAIN]


_LOOKALIKES = re.compile("|".join((_KEPT, *_alternatives())))


def hide_lookalikes(view: str) -> str:
    """Return *view* with the words hidden, sign for sign, that only look like modals."""
    return _LOOKALIKES.sub(_hidden, view)


def _hidden(match: re.Match[str]) -> str:
    return match.group() if _IS_KEPT.match(match.string, match.start()) else HIDDEN * len(match.group())
