"""What the parts of a difference are called in both languages."""

from __future__ import annotations

from guizhang.diagnostics import Message
from guizhang.model.edition import Aspect, Subject, Turn
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang

ASPECTS: dict[Aspect, Message] = {
    Aspect.STRENGTH: Message("语气", "strength"),
    Aspect.FIGURES: Message("数值", "figures"),
    Aspect.ADDED: Message("新增", "added"),
    Aspect.REMOVED: Message("删除", "removed"),
    Aspect.WORDING: Message("文字", "wording"),
    Aspect.TRANSLATION: Message("译文", "translation"),
    Aspect.SCOPE: Message("标注", "notes"),
    Aspect.MOVED: Message("移动", "moved"),
    Aspect.RENUMBERED: Message("改号", "renumbered"),
    Aspect.FORMAT: Message("格式", "format"),
    Aspect.RENAMED: Message("换 id", "new id"),
}

SUBJECTS: dict[Subject, Message] = {
    Subject.HANDBOOK: Message("手册", "handbook"),
    Subject.REGULATION: Message("规章", "regulation"),
    Subject.HEADING: Message("章节", "heading"),
    Subject.PROVISION: Message("条款", "provision"),
    Subject.SCRIPT: Message("话术", "scripts"),
    Subject.SITUATION: Message("话术情形", "situation"),
    Subject.ETIQUETTE: Message("礼仪", "etiquette"),
    Subject.POINT: Message("礼仪要点", "point of etiquette"),
    Subject.RECORD: Message("表单", "record"),
    Subject.TERM: Message("术语", "term"),
}

TURNS: dict[Turn, Message] = {
    Turn.STRICTER: Message("加严", "stricter"),
    Turn.LOOSER: Message("放宽", "looser"),
    Turn.OTHER: Message("改变", "changed"),
}

NORMS: dict[Norm | None, Message] = {
    Norm.DUTY: Message("应当", "duty"),
    Norm.PROHIBITION: Message("不得", "prohibition"),
    Norm.PERMISSION: Message("可以", "permission"),
    Norm.RECOMMENDATION: Message("宜", "recommendation"),
    Norm.PROCEDURE: Message("程序", "procedure"),
    Norm.DEFINITION: Message("定义", "definition"),
    Norm.PENALTY: Message("处理", "penalty"),
    Norm.REWARD: Message("奖励", "reward"),
    Norm.POWER: Message("权限", "power"),
    Norm.STATEMENT: Message("陈述", "statement"),
    None: Message("无", "none"),
}

ATTRIBUTES: dict[str, Message] = {
    "version": Message("版本", "version"),
    "effective": Message("施行日期", "in force from"),
    "repealed": Message("废止日期", "repealed from"),
    "authoritative": Message("效力文本", "prevailing text"),
    "applies_to": Message("适用岗位", "applies to"),
    "themes": Message("主题", "themes"),
    "owner": Message("归口", "owner"),
    "aliases": Message("别称", "also cited as"),
    "adopted": Message("采用", "adopted"),
    "review": Message("待审标记", "review mark"),
    "approval": Message("审批", "approval"),
    "practises": Message("依据", "rules behind it"),
    "layout": Message("版式", "layout"),
    "edition": Message("手册版次", "edition"),
    "language": Message("语言", "language"),
    "default_view": Message("默认视图", "first view"),
    "brand": Message("品牌", "brand"),
    "order": Message("次序", "order"),
    "units": Message("单位", "units"),
}

VALUES: dict[object, Message] = {
    "zh": Message("以中文为准", "the Chinese text"),
    "en": Message("以英文为准", "the English text"),
    "equal": Message("中英文同等有效", "both texts equally"),
    True: Message("是", "yes"),
    False: Message("否", "no"),
}

ROWS: dict[str, Message] = {
    "when": Message("情形", "when"),
    "slot": Message("填空", "slot"),
    "staff": Message("员工", "staff"),
    "customer": Message("客户", "customer"),
    "colleague": Message("同事", "colleague"),
    "say": Message("可以说", "say"),
    "never": Message("不要说", "never say"),
    "why": Message("原因", "why"),
    "instead": Message("改说", "instead"),
    "do": Message("要", "do"),
    "dont": Message("不要", "don't"),
    "observe": Message("观察", "look for"),
    "purpose": Message("用途", "purpose"),
    "retention": Message("保存", "kept"),
    "field": Message("栏目", "field"),
    "option": Message("选项", "option"),
    "note": Message("填写说明", "how to fill in"),
    "section": Message("分栏", "section"),
    "group": Message("分组", "group"),
    "definition": Message("定义", "definition"),
    "synonyms": Message("又称", "also"),
    "forbidden": Message("不用的译法", "not to be used"),
    "company": Message("公司", "company"),
    "role": Message("岗位", "role"),
    "description": Message("岗位说明", "what the role does"),
    "theme": Message("主题", "theme"),
}
"""What a row of a script, a record or the settings is; a row of a rule needs no name."""

UNTYPED = Message("norm 字段没有改", "the field norm was not changed")
"""Where the words bind otherwise and ``norm`` is as it was."""

STALE: dict[Lang, Message] = {
    "zh": Message("中文没有跟着改，可能已经过时", "the Chinese did not follow and may be out of date"),
    "en": Message("英文没有跟着改，可能已经过时", "the English did not follow and may be out of date"),
}
