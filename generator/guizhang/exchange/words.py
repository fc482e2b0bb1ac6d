"""Words trainers write for types, levels, difficulty and right or wrong, and what they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from guizhang.model import item as model
from guizhang.model.item import CognitiveLevel, ItemType, Pool
from guizhang.model.text import Text
from guizhang.zh.folding import plain
from guizhang.zh.numerals import to_int

_TYPES: Mapping[ItemType, str] = {
    ItemType.SINGLE_CHOICE: "单选题 单选 单项选择题 单项选择 选择题 选择 "
    "singlechoice single choice multiplechoicesingle mcq radio 单项",
    ItemType.MULTIPLE_CHOICE: "多选题 多选 多项选择题 多项选择 复选题 复选 不定项选择题 不定项 多项 "
    "multiplechoice multiplechoicequestion multiplechoicequestions multiple multipleresponse multipleanswer "
    "multipleanswers checkbox checkboxes multiselect multipleselect selectall selectallthatapply",
    ItemType.TRUE_FALSE: "判断题 判断 是非题 是非 对错题 truefalse true/false tf t/f judgement judgment",
    ItemType.CLOZE: "填空题 填空 填充题 填充 完形填空 cloze fillintheblank fillin fillintheblanks blank blanks",
    ItemType.NUMERIC: "填数题 数值题 数值 计算题 numeric number numerical",
    ItemType.MATCHING: "匹配题 连线题 配对题 配合题 连线 配对 匹配 matching match",
    ItemType.ORDERING: "排序题 排序 顺序题 ordering order sequence",
    ItemType.SHORT_ANSWER: "简答题 问答题 简答 问答 论述题 论述 申论题 名词解释 主观题 shortanswer essay openended",
    ItemType.CASE: "案例题 案例 案例分析题 案例分析 材料题 材料分析题 综合题 case casestudy",
}
TYPE_NAMES: Mapping[ItemType, Text] = {
    kind: Text(zh=names.split()[0], en=model.TYPE_NAMES[kind].en) for kind, names in _TYPES.items()
}
LEVEL_NAMES: Mapping[CognitiveLevel, Text] = {
    CognitiveLevel.RECALL: Text(zh="识记", en="recall"),
    CognitiveLevel.UNDERSTAND: Text(zh="理解", en="understand"),
    CognitiveLevel.APPLY: Text(zh="应用", en="apply"),
}
POOL_NAMES: Mapping[Pool, Text] = {Pool.PRACTICE: Text(zh="练习", en="practice"), Pool.EXAM: Text(zh="考试", en="exam")}
VERDICTS: Mapping[bool, Text] = {True: Text(zh="对", en="true"), False: Text(zh="错", en="false")}
YES = Text(zh="是", en="yes")
"""How our own sheets write a type, a level, a pool, right and wrong, and that something is so."""
_TYPE = {name: kind for kind, names in _TYPES.items() for name in names.split()}
_LEVELS = {
    **dict.fromkeys("识记 记忆 了解 知道 recall remember knowledge".split(), CognitiveLevel.RECALL),
    **dict.fromkeys("理解 领会 掌握 understand comprehension".split(), CognitiveLevel.UNDERSTAND),
    **dict.fromkeys("应用 运用 分析 apply application".split(), CognitiveLevel.APPLY),
}
_POOLS = {
    **dict.fromkeys("practice 练习 练习题 练习题库 模拟".split(), Pool.PRACTICE),
    **dict.fromkeys("exam 考试 考试题 考试题库 正式".split(), Pool.EXAM),
}
_DIFFICULTIES = {
    **dict.fromkeys("1 很易 容易 简单 易 easy veryeasy 一星 ★".split(), 1),
    **dict.fromkeys("2 较易 较简单 fairlyeasy 二星 ★★".split(), 2),
    **dict.fromkeys("3 中 中等 一般 适中 medium moderate normal 三星 ★★★".split(), 3),
    **dict.fromkeys("4 较难 fairlyhard hard 难 困难 difficult 四星 ★★★★".split(), 4),
    **dict.fromkeys("5 很难 极难 veryhard 五星 ★★★★★".split(), 5),
}
_RIGHT = frozenset("对 正确 是 o ○ √ ✓ ✔ t true y yes right correct 1 a正确 a对".split())
_WRONG = frozenset("错 错误 否 非 不对 不正确 × ✗ ✘ x f false n no wrong incorrect 0 b错误 b错".split())

_LEFT_OUT = frozenset("略 答案略 见教材 见课本 见书 见附件 待补 待定 omitted seetext tbd tobedone".split())
_POINTS = re.compile(
    r"(?:每[题空]|共)?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:分|points?|pts?\.?|marks?)?", re.IGNORECASE
)


Scale = Callable[[str], object]
"""Reads a word of a scale; ``None`` where it is none of them."""


def folded(text: str) -> str:
    """Return *text* as the tables here are keyed.

    Half width, lower case, Simplified, without blanks and marks at the edges: ``單選題`` is ``单选题``.
    """
    small = plain(unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"[\s_\-]+", "", small).strip("()[]【】.。,，、:：;；")


def item_type(text: str) -> ItemType | None:
    """Return the type *text* names: ``单选题（每题2分）`` is single choice."""
    name = re.sub(r"[(（【\[].*", "", unicodedata.normalize("NFKC", text))
    return _TYPE.get(folded(name)) or _OUR_TYPE.get(folded(name))


_OUR_TYPE = {folded(name): kind for kind, names in TYPE_NAMES.items() for _, name in names if name}


def may_be_single(text: str) -> bool:
    """Tell whether *text* is “multiple choice”, by which many who write English mean several options and one right."""
    return folded(text) in ("multiplechoice", "multiplechoicequestion", "multiplechoicequestions")


def level(text: str) -> CognitiveLevel | None:
    """Return the cognitive level *text* names."""
    return _LEVELS.get(folded(text))


def pool(text: str) -> Pool | None:
    """Return the pool *text* names."""
    return _POOLS.get(folded(text))


def difficulty(text: str) -> int | None:
    """Return the difficulty 1..5 *text* names."""
    return _DIFFICULTIES.get(folded(text))


def verdict(text: str) -> bool | None:
    """Return whether *text* says right or wrong; ``None`` where it says neither."""
    word = folded(text)
    return True if word in _RIGHT else False if word in _WRONG else None


def points(text: str) -> Decimal | None:
    """Return how many points *text* names, above 0: ``2``, ``10分``, ``两分``, ``5 pts``."""
    match = _POINTS.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    found = Decimal(match[1] if match[1][0].isdigit() else to_int(match[1]) or 0) if match else None
    return found or None


def left_out(text: str) -> bool:
    """Return whether *text* stands where an answer was left out: 略."""
    return folded(text) in _LEFT_OUT
