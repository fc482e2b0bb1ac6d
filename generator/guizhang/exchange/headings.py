"""What the columns of a question sheet mean: our own headings and those of the layouts trainers use, zh and en."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from guizhang.exchange.draft import LETTERS
from guizhang.model.text import Lang
from guizhang.zh.folding import plain

_NAMES: Mapping[str, str] = {
    "number": "number no sn 序号 题号 # 次序 顺序号",
    "id": "id 编号 题目编号 题目id 试题编号 itemid",
    "type": "type 题型 试题类型 题目类型 类型 questiontype itemtype 类别",
    "pool": "pool 题库 用途",
    "level": "level 层次 认知层次 能力层次 cognitivelevel",
    "difficulty": "difficulty 难度 难易度 难易程度 难度系数 试题难度",
    "points": "points 配分 小题分值 试题分数 分值 分数 score marks 得分 mark",
    "themes": "themes theme 主题 知识点 章节 分类 所属章节 topic topics 标签 考点 考核点 考查点 考察点",
    "roles": "roles role 岗位 适用岗位 position",
    "cites": "cites cite 引用 引用条款 条款 依据 出处 制度依据 依据条款 rule rules reference source",
    "states": "states 写明的数值",
    "enemies": "enemies 互斥题 互斥",
    "keep_order": "keeporder 固定顺序 选项固定",
    "stem": "stem 题干 题目 试题 题目内容 试题内容 题目描述 试题题干 问题 内容 question questiontext questionstem 大题题干",
    "options": "options 选项 备选项 备选答案 choices 试题选项",
    "answer": "answer 答案 正确答案 标准答案 参考答案 "
    "key correctanswer correctanswers correctoption correctoptions correctchoice rightanswer correct 正确选项 试题答案",
    "tolerance": "tolerance 允许误差 误差",
    "unit": "unit 单位",
    "rationale": "rationale 解析 答案解析 试题解析 题目解析 说明 解释 explanation answerexplanation analysis feedback",
}  # fmt: skip
_IGNORED = frozenset(
    "备注 remark remarks note notes 创建人 创建时间 所属题库 题库名称 图片 imagelink image timelimit timelimitsec timeinseconds".split()
)
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_LANGUAGES: Mapping[str, Lang] = {
    "zh": "zh", "中": "zh", "中文": "zh", "chinese": "zh", "en": "en", "英": "en", "英文": "en", "english": "en", "英语": "en",
}  # fmt: skip
_NAMED = re.compile("chinese|english|中文?|英文|英语|英|zh|en")
# Ours say both: （中 zh）.
_LANGUAGE = re.compile(rf"[(\[]?((?:{_NAMED.pattern})+)[)\]]?$")
_SCRIPTS = re.compile("[\u4e00-\u9fff]+|[a-z]+")
_LETTER = re.compile(
    r"(?:选项|答案选项|备选项|option|choice)?([a-j]|10|[1-9])(?:选项|项)?|(?:answer|alternative)(10|[1-9])"
)
_REASON = re.compile(r"(?:why|为什么|说明|理由)([a-j])|([a-j])(?:why|(?:的?理由|说明)(?:why)?)")
_REMARK = re.compile(
    r"\([^()]*(?:必填|选填|可选|required|optional|分隔|多个|如)[^()]*\)|\*|\((?:s|es|sec|min)\)"
    # Question - max 120 characters; Correct answer(s) - choose at least one
    r"|\s[-–—]\s+(?:max\b|at least|choose|\d).*"
)

Part = Literal["field", "part", "reason", "ignored"]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds."""

    part: Part
    name: str
    """Field name, or the letter of an option or a reason."""
    lang: Lang | None


def recognise(heading: str) -> Heading | None:
    """Return what *heading* means; ``None`` where it is not understood.

    Example:
        ``recognise("选项A（英）")`` is the part A in English, ``recognise("正确答案*")`` the field ``answer``.
    """
    folded = plain(unicodedata.normalize("NFKC", heading)).casefold()
    folded = re.sub(r"[\s_\-:：]+", "", _REMARK.sub("", folded))
    if folded in _IGNORED:
        return Heading("ignored", folded, None)
    language = _LANGUAGE.search(folded)
    named = {_LANGUAGES[word] for word in _NAMED.findall(language[1])} if language and language.start() else set()
    if len(named) > 1:
        return None
    lang = next(iter(named), None)
    bare = folded[: language.start()] if language and lang else folded
    reason = _REASON.fullmatch(bare)
    if reason:
        return Heading("reason", (reason[1] or reason[2]).upper(), lang)
    letter = _LETTER.fullmatch(bare)
    if letter:
        name = letter[1] or letter[2]
        return Heading("part", LETTERS[int(name) - 1] if name.isdigit() else name.upper(), lang)
    # Ours say both: 题型 type.
    fields = {_FIELDS.get(word) for word in ((bare,) if bare in _FIELDS else _SCRIPTS.findall(bare))}
    field = fields.pop() if len(fields) == 1 else None
    if field is not None:
        return Heading("field", field, lang)
    return None
