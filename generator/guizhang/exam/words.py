"""The words printed on papers, keys and sheets, in both languages, and how a text is set in the language of a paper."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from guizhang.model.form import DrawnItem, PaperLanguage
from guizhang.model.item import TYPE_NAMES, ItemType
from guizhang.model.numbering import han_number
from guizhang.model.public import PublicItem
from guizhang.model.text import LANGS, Lang, Text

Run = dict[str, str]
"""``{"lang": "zh", "text": …}``: a piece of text in one language."""


def runs(text: Text | None, language: PaperLanguage) -> list[Run]:
    """Return *text* as it stands on a paper in *language*: one run, or Chinese and English on a bilingual paper."""
    if text is None:
        return []
    if language != "both":
        lang: Lang = language if text.get(language) else ("en" if language == "zh" else "zh")
        return [{"lang": lang, "text": text.either(language)}]
    both: list[Run] = []
    if text.zh is not None:
        both.append({"lang": "zh", "text": text.zh})
    if text.en is not None and text.en != text.zh:
        both.append({"lang": "en", "text": text.en})
    return both


def say(word: str, language: PaperLanguage, **values: object) -> str:
    """Return one of `WORDS` in *language*; on a bilingual paper Chinese, a blank, English."""
    zh, en = (text.format(**values) for text in WORDS[word])
    return {"zh": zh, "en": en, "both": f"{zh} {en}"}[language]


def each(language: PaperLanguage, *words: tuple[str, Mapping[str, object]]) -> list[list[str]]:
    """Return the words as one line in each language of the paper: Chinese facts together, English ones beneath."""
    langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
    return [[say(word, lang, **values) for word, values in words] for lang in langs]


def plain(number: Decimal) -> str:
    """Return 2, 2.5, 100 without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def section_number(index: int, language: PaperLanguage) -> str:
    """Return what stands before the title of the first section: 一、 or 1 with a point and a blank."""
    return f"{index + 1}. " if language == "en" else f"{han_number(index + 1)}、"


def asked(item: DrawnItem | PublicItem, language: PaperLanguage) -> list[Run]:
    """Return the stem of a question; behind a question of a case stand its type and its points."""
    stem = runs(item.stem, language)
    if item.case is None:
        return stem
    word, kind, points = ("worth_one" if item.points == 1 else "worth"), TYPE_NAMES[item.type], plain(item.points)
    worth = {lang: say(word, lang, kind=kind.either(lang), points=points) for lang in LANGS}
    return [{**run, "text": run["text"] + (worth["en"] if run["lang"] == "en" else worth["zh"])} for run in stem]


WORDS: dict[str, tuple[str, str]] = {
    "form": ("{id} 卷", "Form {id}"),
    "name": ("姓名", "Name"),
    "number": ("工号", "No."),
    "department": ("部门", "Department"),
    "date": ("日期", "Date"),
    "full": ("满分 {points} 分", "{points} points"),
    "written_and_practical": ("笔试 {written} 分，实操 {practical} 分", "written {written}, practical {practical}"),
    "minutes": ("时间 {minutes} 分钟", "{minutes} minutes"),
    "pass_line": ("{points} 分及格", "{points} to pass"),
    "section": ("题号", "Section"),
    "points": ("满分", "Points"),
    "score": ("得分", "Score"),
    "marker": ("评卷人", "Marked by"),
    "total": ("总分", "Total"),
    "practical": ("实操", "Practical"),
    "practical_part": ("实操部分", "Practical part"),
    "section_points": ("共 {count} 题，每题 {each} 分，共 {points} 分。", "{count} questions, {each} points each, {points} in all."),
    "worth": ("（{kind}，{points} 分）", " ({kind}, {points}\u00a0points)"),
    "worth_one": ("（{kind}，{points} 分）", " ({kind}, {points}\u00a0point)"),
    "case": ("案例", "Case"),
    "one_question": ("共 1 题，{points} 分。", "1 question, {points} points."),
    "answer": ("答：", "Answer:"),
    "edition": ("版本", "Edition"),
    "exam": ("考试编号", "Exam"),
    "page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "secret": ("保密", "SECRET"),
    "key": ("答案", "Key"),
    "key_of": ("{id} 卷答案", "Key to form {id}"),
    "question": ("题", "Question"),
    "why": ("解析", "Rationale"),
    "rests_on": ("依据", "Rests on"),
    "guide": ("评分要点", "Marking guide"),
    "marking_sheet": ("评分表", "Marking sheet"),
    "rubric_sheet": ("实操评分表", "Practical assessment"),
    "part": ("部分", "Part"),
    "minimum": ("不低于 {points}", "at least {points}"),
    "written_answers": ("书面题评分", "Written answers"),
    "criterion": ("项目", "Criterion"),
    "critical": ("★ 为关键项，得 0 分则实操部分不合格。", "★ critical: no points here fails the practical part."),
    "converted": ("实操得分 = 上列合计 ÷ {max} × {points}", "practical points = sum above ÷ {max} × {points}"),
    "sum": ("合计", "Sum"),
    "result": ("结果", "Result"),
    "pass": ("合格", "pass"),
    "fail": ("不合格", "fail"),
    "remarks": ("评语", "Remarks"),
    "assessor": ("评分人签名", "Assessor"),
    "candidate": ("考生签名", "Candidate"),
    "signature_date": ("日期", "Date"),
    "task": ("任务", "Task"),
    "for_assessor": ("考官须知", "For the assessor"),
    "duration": ("用时 {minutes} 分钟", "{minutes} minutes"),
    "phrases": ("关键用语（说到打勾）", "Phrases (tick when said)"),
    "anchors": ("看到什么给几分", "What earns how many points"),
    "seed": ("抽题种子 {seed}", "Seed {seed}"),
    "true": ("√ 正确", "T true"),
    "false": ("× 错误", "F false"),
    "tolerance": ("误差 ±{value}", "±{value} allowed"),
    "difficulty": ("难度 {value}", "difficulty {value}"),
}  # fmt: skip

HOW_TO_ANSWER: dict[ItemType, Text] = {
    ItemType.SINGLE_CHOICE: Text(
        zh="每题只有一个正确答案，把字母写在括号里。", en="One answer is right. Write its letter in the brackets."
    ),
    ItemType.MULTIPLE_CHOICE: Text(
        zh="每题有一个或多个正确答案，把字母都写在括号里，全部选对才得分。",
        en="One or more answers are right. Write all their letters in the brackets; only a complete answer earns points.",
    ),
    ItemType.TRUE_FALSE: Text(
        zh="说法与规定相符的写 √，不符的写 ×。", en="Write T (√) if the statement agrees with the rules, F (×) if not."
    ),
    ItemType.CLOZE: Text(
        zh="在横线上填写；题下列有选项的空，填选项的字母。",
        en="Fill in the gaps. Where options are listed for a gap, write the letter of one.",
    ),
    ItemType.NUMERIC: Text(zh="在横线上写数字。", en="Write the number on the line."),
    ItemType.MATCHING: Text(
        zh="为左栏每一项选出右栏中对应的一项，把字母写在括号里；右栏可能有多余的项。",
        en="Find for each entry on the left the one on the right that belongs to it, and write its letter in the brackets. "
        "Entries on the right may be left over.",
    ),
    ItemType.ORDERING: Text(
        zh="把字母按正确的先后顺序写在括号里。", en="Write the letters in their right order in the brackets."
    ),
    ItemType.SHORT_ANSWER: Text(zh="在横线上作答。", en="Answer on the lines."),
    ItemType.CASE: Text(
        zh="先读案例，再回答其后的各小题；每小题的题型和分值写在题后。",
        en="Read each case, then answer the questions below it. Behind each stand its type and its points.",
    ),
}
