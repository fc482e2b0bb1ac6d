"""The site's own words in both languages: headings, labels, notices."""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.regulation import Norm
from guizhang.model.text import Text
from guizhang.site.acknowledge_words import ACKNOWLEDGE_WORDS
from guizhang.site.practice_words import PRACTICE_WORDS

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
    "everyone": ("全体员工", "everyone"),
    "menu": ("目录", "Menu"),
    "not-found": ("没有这一页", "There is no such page"),
    "not-found-mend": (
        "请从首页或目录查找，也可以直接搜索。",
        "Start from the home page or the contents, or search.",
    ),
    "moving": ("正在前往该条款……", "Taking you to the rule …"),
    "moved": ("这一页已经不在", "This page is no longer here"),
    "moved-lead": (
        "它的内容移到了别处，或者已经废止。",
        "What it held stands elsewhere now, or has been repealed.",
    ),
    "moved-where": ("去看现在在哪里，或者何时废止", "See where it stands, or when it was repealed"),
    "gone": (
        "手册里没有这一条。它可能已经废止，请从目录查找或者搜索。",
        "The handbook has no such rule. It may have been repealed: look for it in the list, or search.",
    ),
    # About a regulation
    "edition": ("版本", "Edition"),
    "draft": ("草稿", "Draft"),
    "effective": ("施行日期", "In force from"),
    "repealed": ("废止日期", "Repealed from"),
    "prevails": ("效力文本", "Prevailing text"),
    "prevails-zh": ("以中文为准", "the Chinese text"),
    "prevails-en": ("以英文为准", "the English text"),
    "prevails-equal": ("中英文同等有效", "both texts equally"),
    "applies-to": ("适用", "Applies to"),
    "owner": ("归口", "Owner"),
    # Marks
    "missing-en": ("本段还没有英文译文。", "Not translated yet; the Chinese text stands."),
    "missing-zh": ("本段还没有中文译文，以下为英文。", "This passage has no Chinese text yet."),
    "page-missing-en": ("本页还没有英文译文。", "This page is not translated yet; the Chinese text stands."),
    "page-missing-zh": ("本页还没有中文译文，以下为英文。", "This page has no Chinese text yet."),
    "stale": ("原文已改，译文待更新", "The original has changed; this translation is being revised"),
    "copy-link": ("复制链接", "Copy link"),
    "copied": ("已复制", "Copied"),
    "print": ("打印", "Print"),
    "converted": (
        "本页繁体字由简体自动转换（OpenCC），仅供阅读，不是正式文本。",
        "Converted from Simplified by OpenCC, for reading only.",
    ),
    "pending": ("尚未施行", "Not yet in force"),
    "ended": ("已废止", "Repealed"),
    # Tools of an article
    "tools": ("本条工具", "Tools for this article"),
    "copy-zh": ("复制中文", "Copy Chinese"),
    "copy-en": ("复制英文", "Copy English"),
    "qr": ("二维码", "QR code"),
    "report": ("反映问题", "Report a problem"),
    "report-subject": ("规章问题：", "A problem in the rules: "),
    "report-body": ("这一条有下列问题：", "There is this problem with the article:"),
    "cited-by": ("被引用", "Cited by"),
    "filter": ("只看岗位", "Show only"),
    "filter-some": (
        "只显示适用于{role}的条款，另有{count}条没有显示。",
        "Rules for: {role}. {count} more on this page are hidden.",
    ),
    "filter-none": ("本页的条款都适用于{role}。", "Every rule on this page applies to: {role}."),
    "filter-all": (
        "本页没有适用于{role}的条款，全部照常显示。",
        "No rule on this page is for: {role}. All are shown.",
    ),
    "show-all": ("全部显示", "Show all"),
    "your-role": ("您的岗位", "your role"),
    "set-role": ("在各章只看与我有关的条款", "In every chapter, show only what applies to me"),
    "naming-you": ("点名本岗位的条款", "Rules that name this role"),
    "nobody-named": (
        "没有单独点名本岗位的条款；适用于全体员工的见下。",
        "No rule names this role; what applies to everyone is below.",
    ),
    "whole": ("全文", "All of"),
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
    "staff": ("员工", "Staff"),
    "customer": ("客户", "Customer"),
    "colleague": ("同事", "Colleague"),
    "practises": ("依据", "Rules behind it"),
    "copy": ("复制", "Copy"),
    "counter": ("大字", "Large type"),
    "close": ("关闭", "Close"),
    "previous-phrase": ("上一句", "Back"),
    "next-phrase": ("下一句", "Next"),
    # Etiquette
    "etiquette": ("礼仪", "Etiquette"),
    "do": ("要", "Do"),
    "dont": ("不要", "Don’t"),
    "observe": ("观察", "Look for"),
    "checklist": ("观察表", "Observation checklist"),
    "checklist-lead": (
        "打印一张，边看边勾：看到了打“是”，没有做到打“否”，没有遇到打“未见”。",
        "Print one and tick as you watch: Yes where you saw it done, No where it was left undone, Not seen where there was no occasion.",
    ),
    "observer": ("观察人", "Observer"),
    "observed": ("被观察人", "Person observed"),
    "date": ("日期", "Date"),
    "time-seen": ("时间", "Time"),
    "place-of-work": ("地点", "Place"),
    "seen-how": ("怎样看得出来", "How an observer sees it"),
    "not-seen": ("未见", "Not seen"),
    "remarks": ("备注", "Remarks"),
    "overall": ("总的印象和建议", "Overall impression and advice"),
    "observer-signs": ("观察人签字", "Observer's signature"),
    "observed-signs": ("被观察人签字", "Signature of the person observed"),
    # Records
    "records": ("表单", "Records"),
    "purpose": ("用途", "Purpose"),
    "retention": ("保存", "Kept"),
    "required": ("必填", "required"),
    "yes": ("是", "Yes"),
    "no": ("否", "No"),
    "row": ("序号", "No."),
    "several": ("可多选", "several may apply"),
    "fill-in": ("填写", "Fill in"),
    # Glossary
    "glossary": ("术语", "Glossary"),
    "synonyms": ("又称", "Also"),
    "forbidden": ("不译作", "Avoid"),
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
    "part": ("部分", "Part"),
    "all": ("全部", "All"),
    "entries": ("项", "entries"),
    "other-themes": ("其他", "Other"),
    "nothing-here": ("目前没有这类内容。", "There is nothing of this kind at present."),
    "nothing-left": ("这个岗位和主题没有内容。", "There is nothing for this role and theme."),
    "many-sheets": (
        "内容较多，按主题依次印在几张纸上；选一个岗位或者主题，可以印成一张。",
        "Too much for one sheet, so it runs on theme by theme; choose a role or a theme to get one sheet.",
    ),
    "by-regulation": ("内容较多，按规章分页。", "There is too much for one page, so each regulation has its own."),
    # Progress: {n} and {m} are figures the page's script fills in
    "my-reading": ("我的阅读", "My reading"),
    "my-reading-lead": (
        "哪些条款读过，只记在这台设备的浏览器里，不会发给任何人。",
        "What you have read is noted in this browser on this device only; nobody else gets to see it.",
    ),
    "mark-read": ("标为已读", "Mark as read"),
    "mark-again": ("重新标为已读", "Mark as read again"),
    "read": ("已读", "Read"),
    "undo": ("撤销", "Undo"),
    "changed-since": ("您读后有改动，看改了什么", "See what has changed"),
    "mark-page": ("本页全部标为已读", "Mark everything on this page as read"),
    "reading-count": ("已读 {n}/{m} 条", "{n} of {m} read"),
    "reading-changed": ("{k} 条读后有改动", "{k} changed since read"),
    "reading-left": ("还需约 {t} 分钟", "about {t} min left"),
    "reading-done": ("已读完", "all read"),
    "marked": ("{a}已标为已读。", "{a} is marked as read."),
    "unmarked": ("{a}不再标为已读。", "{a} is no longer marked as read."),
    "marked-page": ("本页 {n} 条已标为已读。", "{n} rules on this page are marked as read."),
    "not-kept": (
        "浏览器没有保存：已读标记只在关闭本页之前有效。",
        "Your browser keeps nothing here: marks last until you close this page.",
    ),
    "no-old-text": (
        "这台设备上没有留下您当时读到的文字，请重读全条。",
        "The wording you read is not on this device; please read the article again.",
    ),
    "unchanged-zh": ("中文没有改动，改动在英文。", "The Chinese is unchanged; the English has changed."),
    "unchanged-en": ("英文没有改动，改动在中文。", "The English is unchanged; the Chinese has changed."),
    "start-reading": ("开始读", "Start reading"),
    "continue-reading": ("接着读", "Continue reading"),
    "reading-script": (
        "标记和进度要靠脚本；请在浏览器里打开 JavaScript。",
        "Marks and progress need scripts; please allow JavaScript in your browser.",
    ),
    "changed-list": ("您读过之后改动的条款", "Changed since you read it"),
    "read-on": ("{d} 读过", "read on {d}"),
    "show-more": ("再看 {n} 条", "Show {n} more"),
    "my-role": ("我的岗位", "My role"),
    "choose-role": ("选择岗位", "Choose your role"),
    "keep-move": ("备份与转移", "Back up or transfer"),
    "keep-move-lead": (
        "换电脑、换浏览器或清除浏览数据之前，先把标记存成文件，到新的地方再读入。",
        "Before you change computers or clear your browser's data, save your marks as a file and load it there.",
    ),
    "export-marks": ("存成文件", "Save as a file"),
    "import-marks": ("读入文件", "Load a file"),
    "clear-marks": ("清除全部标记", "Clear all marks"),
    "clear-sure": (
        "这台设备上的 {n} 条标记将全部清除，无法恢复。",
        "All {n} marks on this device will be gone for good.",
    ),
    "clear-yes": ("清除", "Clear"),
    "clear-no": ("保留", "Keep"),
    "cleared": ("标记已清除。", "The marks are cleared."),
    "imported": (
        "已读入 {n} 条标记；{o} 条这里的更新，未改；{u} 条不在本手册里，未读入。",
        "{n} marks loaded; {o} are newer here and stayed; {u} belong to no rule of this handbook and were left out.",
    ),
    "not-a-mark-file": (
        "这不是阅读标记文件。请选择在“我的阅读”里存成的 .json 文件。",
        "This is not a file of reading marks. Choose the .json file that was saved from My reading.",
    ),
    "mark-file-damaged": (
        "文件损坏，没有读入任何标记。请重新存一份再读入。",
        "The file is damaged and nothing was loaded. Save it once more and load that.",
    ),
    "mark-file-newer": (
        "这个文件来自更新版本的手册网站，这里读不了。",
        "This file comes from a newer version of the handbook site and cannot be read here.",
    ),
    "mark-file-foreign": (
        "这个文件里的标记属于另一本手册，没有读入。",
        "The marks in this file belong to another handbook; nothing was loaded.",
    ),
    "no-marks": (
        "还没有标记。读完一条，点条文末尾的“标为已读”，或按 M 键。",
        "No marks yet. When you have read an article, press “Mark as read” at its end, or the M key.",
    ),
    # Editions
    "changes": ("版本变化", "What changed"),
    "changes-lead": ("每一版改了什么，最近的在前。", "What each edition changed, the latest first."),
    "binds-otherwise": ("约束强弱有变", "Now stricter or looser"),
    "only-renumbered": ("只是改号", "Renumbered only"),
    "moved-from": ("原在：", "Moved from:"),
    "en-stayed": ("这一版只改了中文，英文没有改。", "In this edition only the Chinese was changed; the English is as it was."),
    "zh-stayed": ("这一版只改了英文，中文没有改。", "In this edition only the English was changed; the Chinese is as it was."),
    "until-then": (
        "尚未施行：自{day}起施行。改动处的现行文字：",
        "Not yet in force: in force from {day}. Until then, what changes reads:",
    ),
    "changes-then": ("自{day}起有变：", "Changes from {day}:"),
    "new-then": ("尚未施行：自{day}起施行", "Not yet in force: in force from {day}"),
    "changes-beside": ("另有改动：", "It also changes:"),
    "changed-in": ("改动：", "Changed:"),
    # Roles
    "role-lead": ("与您岗位有关的内容，按阅读顺序排列。", "What applies to your role, in reading order."),
    "minutes": ("分钟读完", "min to read"),
    "for-everyone": ("适用于全体员工", "applies to everyone"),
    "yours-only": ("适用于本岗位的条款", "rules for this role"),
    **PRACTICE_WORDS,
    **ACKNOWLEDGE_WORDS,
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
