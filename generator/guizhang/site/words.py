"""The site's own words in both languages: headings, labels, notices."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.regulation import Norm
from guizhang.model.text import Text

_WORDS: dict[str, tuple[str, str]] = {
    # Finding one's way
    "home": ("首页", "Home"),
    "handbook": ("规章", "Rules"),
    "regulations": ("规章制度", "Regulations"),
    "practice": ("怎么做", "In practice"),
    "at-a-glance": ("一览", "At a glance"),
    "about": ("说明", "About"),
    "contents": ("目录", "Contents"),
    "previous": ("上一页", "Previous"),
    "next": ("下一页", "Next"),
    "roles": ("我是", "I am a"),
    "everyone": ("全体员工", "everyone"),
    "menu": ("目录", "Menu"),
    "not-found": ("没有这一页", "There is no such page"),
    "not-found-mend": (
        "请从首页或左边的目录查找，也可以直接搜索。",
        "Start from the home page or the list on the left, or search.",
    ),
    "moving": ("正在前往该条款……", "Taking you to the rule …"),
    "gone": (
        "手册里没有这一条。它可能已经废止，请从目录查找或者搜索。",
        "The handbook has no such rule. It may have been repealed: look for it in the list, or search.",
    ),
    # About a regulation
    "edition": ("版本", "Edition"),
    "effective": ("施行日期", "In force from"),
    "repealed": ("废止日期", "Repealed from"),
    "prevails": ("效力文本", "Prevailing text"),
    "prevails-zh": ("以中文为准", "the Chinese text"),
    "prevails-en": ("以英文为准", "the English text"),
    "prevails-equal": ("中英文同等有效", "both texts equally"),
    "applies-to": ("适用", "Applies to"),
    "owner": ("归口", "Owner"),
    "articles": ("条", "articles"),
    # Marks
    "missing-en": ("本段还没有英文译文。", "Not translated yet; the Chinese text stands."),
    "missing-zh": ("本段还没有中文译文，以下为英文。", "This passage has no Chinese text yet."),
    "stale": ("原文已改，译文待更新", "The original has changed; this translation is being revised"),
    "copy-link": ("复制链接", "Copy link"),
    "copied": ("已复制", "Copied"),
    "print": ("打印", "Print"),
    "converted": (
        "本页繁体字由简体自动转换（OpenCC），仅供阅读，不是正式文本。",
        "Converted from Simplified by OpenCC, for reading only.",
    ),
    # Tools of an article
    "tools": ("本条工具", "Tools for this article"),
    "copy-zh": ("复制中文", "Copy Chinese"),
    "copy-en": ("复制英文", "Copy English"),
    "qr": ("二维码", "QR code"),
    "report": ("反映问题", "Report a problem"),
    "report-subject": ("规章问题：", "A problem in the rules: "),
    "report-body": ("这一条有下列问题：", "There is this problem with the article:"),
    "cited-by": ("被引用", "Cited by"),
    "filter": ("只看岗位", "Show for"),
    "filter-some": (
        "只显示适用于{role}的条款，另有{count}条没有显示。",
        "Only rules for the {role} are shown; {count} more are hidden.",
    ),
    "filter-none": ("本页的条款都适用于{role}。", "Every rule on this page applies to the {role}."),
    "filter-all": (
        "本页没有适用于{role}的条款，全部照常显示。",
        "No rule on this page is for the {role}, so all are shown.",
    ),
    "show-all": ("全部显示", "Show all"),
    "your-role": ("您的岗位", "your role"),
    "set-role": ("在各章只看与我有关的条款", "In every chapter, show only what applies to me"),
    "naming-you": ("点名本岗位的条款", "Rules that name this role"),
    "naming-you-lead": ("须做的和不得做的在前。", "What must and must not be done comes first."),
    "reading-order": ("按顺序读", "In reading order"),
    # Scripts
    "scripts": ("话术", "Scripts"),
    "when": ("情形", "When"),
    "dialogue": ("示范对话", "Model conversation"),
    "say": ("可以说", "Say"),
    "verbatim": ("原话", "word for word"),
    "never-say": ("不要说", "Never say"),
    "instead": ("改说", "Instead"),
    "why": ("原因", "Why"),
    "staff": ("员工", "staff"),
    "customer": ("客户", "customer"),
    "colleague": ("同事", "colleague"),
    "practises": ("依据", "Rules behind it"),
    # Etiquette
    "etiquette": ("礼仪", "Etiquette"),
    "do": ("要", "do"),
    "dont": ("不要", "don't"),
    "observe": ("观察", "look for"),
    # Records
    "records": ("表单", "Records"),
    "purpose": ("用途", "Purpose"),
    "retention": ("保存", "Kept"),
    "required": ("必填", "required"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "row": ("序号", "No."),
    # Glossary
    "glossary": ("术语", "Glossary"),
    "synonyms": ("又称", "Also"),
    "forbidden": ("不译作", "Not"),
    # Pages made from facts
    "deadlines": ("期限与时间", "Deadlines and times"),
    "deadlines-lead": ("规章里的每一个期限和时间。", "Every deadline and time in the rules."),
    "amounts": ("金额与数量", "Amounts and counts"),
    "amounts-lead": ("规章里的每一个金额、比例和次数。", "Every amount, share and count in the rules."),
    "thresholds": ("界限", "Thresholds"),
    "thresholds-lead": (
        "到了多少，规定就不同：迟到几次、超过多少钱、满几天以后怎样办。",
        "The figures on which a rule turns: after how many times, above what amount, from which day on.",
    ),
    "prohibitions": ("禁止事项", "Prohibitions"),
    "prohibitions-lead": ("规章里的每一项“不得”。", "Everything the rules forbid."),
    "penalties": ("违规处理", "Penalties"),
    "penalties-lead": ("违反以后怎样处理。", "What follows when a rule is broken."),
    "approvals": ("审批权限", "Approvals"),
    "approvals-lead": ("什么事由谁批准，权限到多少。", "What is approved, by whom, and up to which limit."),
    "records-lead": (
        "全部表单：谁填写，哪一条要求填写。",
        "All records: who fills them in, and which rules ask for them.",
    ),
    "never-say-lead": (
        "对客户不要说的话，原因和改说。",
        "What not to say to a customer, why, and what to say instead.",
    ),
    "figure": ("数值", "Figure"),
    "meaning": ("内容", "What"),
    "follows": ("规定", "What the rule says"),
    "rule": ("依据", "Rule"),
    "matter": ("事项", "Matter"),
    "limit": ("限额", "Limit"),
    "approver": ("批准人", "Approved by"),
    "record": ("表单", "Record"),
    "filled-in-by": ("填写人", "Filled in by"),
    "asked-by": ("哪些条款要求", "Asked for by"),
    "situation": ("情形", "Situation"),
    "role": ("岗位", "Role"),
    "theme": ("主题", "Theme"),
    "all": ("全部", "All"),
    "entries": ("项", "entries"),
    "other-themes": ("其他", "Other"),
    "nothing-here": ("目前没有这类内容。", "There is nothing of this kind at present."),
    "nothing-left": ("这个岗位和主题没有内容。", "There is nothing for this role and theme."),
    "many-sheets": (
        "内容较多，按主题印在几张纸上；选一个岗位或者主题，可以印成一张。",
        "Too much for one sheet, so whole themes follow each other; choose a role or a theme to get one sheet.",
    ),
    "by-regulation": ("内容较多，按规章分页。", "There is too much for one page, so each regulation has its own."),
    # Roles
    "role-lead": ("与您岗位有关的内容，按阅读顺序排列。", "What applies to your role, in reading order."),
    "minutes": ("分钟读完", "min to read"),
    "for-everyone": ("适用于全体员工", "applies to everyone"),
    "yours-only": ("适用于本岗位的条款", "rules for this role"),
}

NORMS: dict[Norm, tuple[str, str]] = {
    Norm.DUTY: ("须", "must"),
    Norm.PROHIBITION: ("不得", "must not"),
    Norm.PERMISSION: ("可", "may"),
    Norm.RECOMMENDATION: ("宜", "should"),
    Norm.PROCEDURE: ("程序", "steps"),
    Norm.DEFINITION: ("定义", "term"),
    Norm.PENALTY: ("处理", "penalty"),
    Norm.REWARD: ("奖励", "reward"),
    Norm.POWER: ("权限", "power"),
}
"""The word beside a clause; a mere statement has none."""


def word(key: str) -> Text:
    """Return one of the site's own words."""
    zh, en = _WORDS[key]
    return Text(zh=zh, en=en)


def all_words() -> Iterator[str]:
    """Yield every Chinese word of the site."""
    yield from (zh for zh, _ in (*_WORDS.values(), *NORMS.values()))


def norm_word(norm: Norm | None) -> Text | None:
    """Return the word that marks a clause, ``None`` where it needs none."""
    if norm is None or norm not in NORMS:
        return None
    zh, en = NORMS[norm]
    return Text(zh=zh, en=en)
