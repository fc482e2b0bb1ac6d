"""The constants of ranking, handed to the browser in the manifest. What each does: docs/search.md 5 and 6."""

from __future__ import annotations

RANK = {
    "any": 2,
    "heading": 3,
    "title": 14,
    "term": 6,
    "number": 60,
    "named": 30,
    "number_form": 95,
    "synonym": 80,
    "translation": 70,
    "everyday": 50,
    "prefix": 80,
    "prefixes": 16,
    "initial": 90,
    "pinyin": 90,
    "pinyin_open": 75,
    "chains": 8,
    "typo": 60,
    "homophone": 60,
    "window": 12,
    "equal": 20,
    "start": 6,
    "phrase": 4,
    "line": 3,
    "often": 1,
    "w_any": 2,
    "w_heading": 2,
    "w_title": 6,
    "w_single": 60,
    "w_floor": 8,
    "asked": 400,
}

QUESTIONS = (
    ("几小时", "duration"), ("几个小时", "duration"), ("多少小时", "duration"), ("多少分钟", "duration"), ("几分钟", "duration"),
    ("多久", "duration"), ("多长时间", "duration"), ("多少时间", "duration"), ("几天", "duration"), ("多少天", "duration"),
    ("几个工作日", "duration"), ("多少个工作日", "duration"), ("几个月", "duration"), ("多少个月", "duration"), ("几年", "duration"),
    ("多少年", "duration"), ("几秒", "duration"), ("响几声", "count"), ("几声", "count"),
    ("什么时候", "time date duration"), ("何时", "time date duration"), ("几点", "time"), ("几号", "date"),
    ("多少钱", "money"), ("几块钱", "money"), ("多少元", "money"), ("几元", "money"), ("多少费用", "money"), ("多少", "money percent count"),
    ("百分之几", "percent"), ("几成", "percent"),
    ("几次", "count frequency"), ("多少次", "count frequency"), ("几个", "count"), ("几人", "count"), ("几名", "count"), ("几位", "count"), ("几份", "count"),
    ("几遍", "count"), ("几条", "count"), ("多少人", "count"), ("多少个", "count"), ("多少份", "count"), ("多久一次", "frequency"),
    ("how long", "duration"), ("how soon", "duration"), ("how quickly", "duration"), ("how fast", "duration"), ("how many hours", "duration"),
    ("how many days", "duration"), ("how many minutes", "duration"), ("how many months", "duration"), ("how many years", "duration"),
    ("when", "time date duration"), ("what time", "time"),
    ("how much", "money percent"), ("how many", "count frequency"), ("how often", "frequency count"), ("how many times", "count frequency"),
    ("what percentage", "percent"),
)  # fmt: skip
"""Folded words that ask for a figure, and of which kinds."""

HINTS = (
    ("期限", "duration"), ("时限", "duration"), ("时间", "time duration date"), ("比例", "percent"), ("金额", "money"), ("次数", "count frequency"),
    ("deadline", "duration date"), ("time limit", "duration"), ("amount", "money"), ("percentage", "percent"), ("percent", "percent"), ("rate", "percent"),
    ("率", "percent"),
    ("maximum", "money count duration percent"),
    ("minimum", "money count duration percent"),
)  # fmt: skip
"""Folded words that name a kind of figure and belong to what is searched."""

FILLERS = (
    "怎么办理", "怎么办", "怎么样", "怎么", "怎样", "如何", "什么", "是否", "能不能", "可不可以", "要不要", "可以", "需要", "应该", "应当", "有没有",
    "是不是", "会不会", "为什么", "哪些", "哪个", "哪里", "请问", "我们", "你们", "他们", "自己", "的话", "时候", "一下", "关于", "有关",
    "的", "吗", "呢", "吧", "啊", "谁",
)  # fmt: skip
"""Folded Han that say nothing by themselves in a question."""

STOPS = (
    "a an the of to in on at by for from with and or is are was were be been am do does did can could may might must shall should "
    "will would i you he she it we they me my your his her its our their this that these those what which who whom whose how when "
    "where why if as so than then there not no any some about into after before have has had get gets got am"
).split()
"""Folded English words that say nothing by themselves."""
