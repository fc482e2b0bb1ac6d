"""The words a question is made of: those that ask for a figure, and those that say nothing of what is looked for.

The manifest hands them to the browser as patterns, so that the client has no list of its own. docs/search.md 3 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

QUESTIONS = (
    ("几小时", "duration"), ("几个小时", "duration"), ("多少小时", "duration"), ("多少分钟", "duration"), ("几分钟", "duration"),
    ("多久", "duration"), ("多长时间", "duration"), ("多少时间", "duration"), ("几天", "duration"), ("多少天", "duration"),
    ("几个工作日", "duration"), ("多少个工作日", "duration"), ("几个月", "duration"), ("多少个月", "duration"), ("几年", "duration"),
    ("多少年", "duration"), ("几秒", "duration"), ("响几声", "count"), ("几声", "count"), ("几下", "count"),
    ("什么时候", "time-of-day date duration"), ("何时", "time-of-day date duration"), ("几点", "time-of-day"), ("几号", "date"), ("哪天", "date"),
    ("多少钱", "money fine"), ("几块钱", "money fine"), ("几块", "money fine"), ("多少元", "money fine"), ("几元", "money fine"), ("多少费用", "money"),
    ("多少", "money fine percent count"), ("多少分", "count percent fine"), ("几分", "count fine"),
    ("百分之几", "percent"), ("几成", "percent"), ("几折", "percent"),
    ("几次", "count frequency"), ("多少次", "count frequency"), ("几个", "count"), ("几人", "count"), ("几名", "count"), ("几位", "count"), ("几份", "count"),
    ("几遍", "count"), ("几条", "count"), ("多少人", "count"), ("多少个", "count"), ("多少份", "count"), ("多久一次", "frequency"),
    ("how long", "duration"), ("how soon", "duration"), ("how quickly", "duration"), ("how fast", "duration"), ("how many hours", "duration"),
    ("how many days", "duration"), ("how many minutes", "duration"), ("how many months", "duration"), ("how many years", "duration"),
    ("when", "time-of-day date duration"), ("what time", "time-of-day"),
    ("how much", "money fine percent"), ("how many", "count frequency"), ("how often", "frequency count"), ("how many times", "count frequency"),
    ("what percentage", "percent"),
)  # fmt: skip
"""Folded words that ask for a figure, and of which kinds; cut out of what is searched."""

SPELT = tuple(
    (spelt, dict(QUESTIONS)[phrase])
    for phrase, spelt in (
        ("多久", "duojiu"), ("多长时间", "duochangshijian"), ("多少时间", "duoshaoshijian"), ("几小时", "jixiaoshi"), ("几个小时", "jigexiaoshi"),
        ("多少小时", "duoshaoxiaoshi"), ("几分钟", "jifenzhong"), ("多少分钟", "duoshaofenzhong"), ("多少天", "duoshaotian"), ("几个工作日", "jigegongzuori"),
        ("几个月", "jigeyue"), ("多少个月", "duoshaogeyue"), ("什么时候", "shenmeshihou"), ("多少钱", "duoshaoqian"), ("几块钱", "jikuaiqian"),
        ("多少", "duoshao"), ("百分之几", "baifenzhiji"), ("多少次", "duoshaoci"), ("多少人", "duoshaoren"), ("多久一次", "duojiuyici"),
    )
)  # fmt: skip
"""Questions in pinyin. Only spellings that stand for nothing else: jige is 及格 too, and jifen is 积分."""

HINTS = (
    ("期限", "duration"), ("时限", "duration"), ("时间", "time-of-day duration date"), ("比例", "percent"), ("金额", "money fine"), ("次数", "count frequency"),
    ("罚多少", "fine"), ("罚几", "fine"), ("扣多少", "fine"), ("扣几", "fine"), ("扣几天", "duration"), ("赔多少", "money fine"),
    ("花多少", "money"), ("奖多少", "money"), ("发多少", "money"),
    ("deadline", "duration date"), ("time limit", "duration"), ("amount", "money"), ("percentage", "percent"), ("percent", "percent"), ("rate", "percent"),
    ("率", "percent"),
    ("maximum", "money count duration percent"),
    ("minimum", "money count duration percent"),
)  # fmt: skip
"""Folded words that name a kind of figure and belong to what is searched; only what asks is cut out of them."""

FILLERS = (
    "怎么办理 怎么办 怎么样 怎么做 怎么 怎样 咋办 咋 如何 什么 是否 能不能 能否 可不可以 可否 要不要 该不该 行不行 可以 需要 应该 应当 有没有 "
    "是不是 会不会 为什么 哪些 哪个 哪里 哪儿 请问 我们 你们 他们 自己 的话 时候 一下 关于 有关 找谁 问谁 跟谁说 跟谁 向谁 由谁 "
    "之内 以内 最多 最少 最长 最短 最早 最晚 到底 "
    "的 吗 呢 吧 啊 呀 嘛 谁 我 你 他 她 咱 要 会 能 被 了 把 跟 让 就 都 是 在 该 想 找"
).split()
"""Folded Han that say nothing by themselves in a question."""

_WORDS = (
    "会议 会客 会员 会计 会场 会谈 会诊 会晤 会见 会面 会前 会后 会上 会签 会务 会所 会馆 会费 开会 散会 例会 早会 晨会 晚会 夕会 周会 月会 年会 大会 "
    "班会 前会 展会 机会 社会 协会 工会 宴会 聚会 与会 学会 误会 体会 领会 谈会 流会 讨会 布会 明会 事会 员会 盘会 "
    "重要 主要 必要 次要 首要 要求 要点 要素 要害 要约 摘要 纪要 概要 索要 讨要 功能 性能 技能 职能 智能 节能 产能 效能 体能 才能 可能 不能 只能 能力 能源 "
    "能耗 能手 被子 被告 被动 被褥 被服 棉被 了解 了结 了断 把手 把握 把关 跟进 跟踪 跟单 跟随 跟班 跟车 跟岗 让利 让座 让步 让路 让位 "
    "转让 出让 谦让 礼让 避让 就餐 就医 就诊 就业 就职 就座 就坐 就近 就地 就位 就寝 成就 首都 都市 是非 求是 在岗 在职 在场 在线 在册 在途 在编 在校 在用 "
    "存在 现在 潜在 思想 想法 理想 感想 设想 找零 找钱 找回 寻找 查找 我方 自我 其他 他人 吧台 网吧 酒吧 目的 的确 的士"
).split()
"""Words with one of the fillers in them; they stay."""

STOPS = (
    "a an the of to in on at by for from with and or is are was were be been am do does did can could may might must shall should "
    "will would i you he she it we they me my your his her its our their this that these those what which who whom whose how when "
    "where why if as so than then there not no any some about into after before have has had get gets got am"
).split()
"""Folded English words that say nothing by themselves."""


_MEASURES = "days? hours? minutes? weeks? months? years? times? points? yuan leave pay notice time"
_KINDS_OF_DAYS = "working business calendar consecutive more full extra"
"""What stands before a measure and says nothing of what is asked about."""
_COUNTED = "次 回 天 日 个?小时 分钟 个?月"
_RESULTS = "会被 就会 就被 就要 就算 要被 才算 才会 会 被 算 就"
"""What parts 迟到几次 from what comes of it, 开除."""


def asking() -> str:
    """Return the pattern of what names a kind of figure: the longest at each place."""
    return _any_of(phrase for phrase, _ in (*QUESTIONS, *SPELT, *HINTS))


def needed() -> str:
    """Return the pattern of what a rule must speak of to answer with a figure, as its groups.

    That is what stands before the measure, as in how many sick days, or behind it, as in how many days of sick leave; and
    what is done so many times and what it leads to, as in 迟到几次会被开除.
    """
    word = rf"(?!(?:{'|'.join((*STOPS, *_KINDS_OF_DAYS.split()))})\b)[a-z]+"
    measure = _either(_MEASURES)
    before = rf"\bhow (?:many|much) ((?:{word} )+?){measure}\b"
    behind = rf"\bhow (?:many|much) {measure} of ((?:{word} ?)+)"
    result = f"([一-龥]{{2,}})?(?:几|多少){_either(_COUNTED)}(?:以上|以后|之后|后|了)?,?{_either(_RESULTS)}([一-龥]{{2,}})"
    return f"{before}|{behind}|{result}"


def _either(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


def silent(names: Iterable[str]) -> str:
    """Return the pattern of what says nothing, as its group 1; what it matches without that group stays.

    Args:
        names: Folded names the handbook and everyday speech have for things; no filler is cut out of them.
    """
    fillers = (*(phrase for phrase, _ in (*QUESTIONS, *SPELT)), *FILLERS)
    single = {phrase for phrase in fillers if len(phrase) == 1}
    kept = {*_WORDS, *(name for name in names if len(name) > 1 and not single.isdisjoint(name))} - set(fillers)
    return f"{_any_of(kept)}|({_any_of(fillers)})"


def _any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that prefers longer phrases; English ones are whole words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(rf"\b{re.escape(p)}\b" if p.isascii() else re.escape(p) for p in ordered)
