"""The words printed on papers, keys and sheets, in both languages, and how a text is set in the language of a paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import PaperLanguage
from guizhang.model.item import TYPE_NAMES, ItemType
from guizhang.model.numbering import han_number
from guizhang.model.public import PublicItem, PublicSection
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


def how_to_answer(words: Mapping[ItemType, Text], section: PublicSection) -> Text:
    """Return how the questions of a section are answered, by the *words* of its medium, and how they count."""
    how, counting = words[section.type], section.counting
    return Text(zh=f"{how.zh}{counting.zh}", en=f"{how.en} {counting.en}") if counting else how


class _Counted(str):
    """A value and, where a noun is asked for as its format, that noun in its number: ``{n} {n:point}``."""

    __slots__ = ()

    def __format__(self, noun: str) -> str:
        return f"{noun}{'' if self == '1' else 's'}" if noun else str(self)


def say(word: str, language: PaperLanguage, **values: object) -> str:
    """Return one of `WORDS` in *language*; on a bilingual paper Chinese, a blank, English."""
    counted = {name: _Counted(value) for name, value in values.items()}
    zh, en = (text.format(**counted) for text in WORDS[word])
    return {"zh": zh, "en": en, "both": f"{zh} {en}"}[language]


def each(language: PaperLanguage, *words: tuple[str, Mapping[str, object]]) -> list[list[str]]:
    """Return the words as one line in each language of the paper: Chinese facts together, English ones beneath."""
    langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
    return [[say(word, lang, **values) for word, values in words] for lang in langs]


def page_words(language: PaperLanguage) -> list[str]:
    """Return what stands around the numbers "page x of y", x and y in turn; on a bilingual paper they stand there twice."""
    return say("page", language, page="#", pages="#").split("#")


def plain(number: Decimal) -> str:
    """Return 2, 2.5, 100 without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def section_number(index: int, language: PaperLanguage) -> str:
    """Return what stands before the title of the first section: 一、 or 1 with a point and a blank."""
    return f"{index + 1}. " if language == "en" else f"{han_number(index + 1)}、"


_SEVERAL = re.compile(r"[（(](?:可以?)?多选[）)]\s*$")


def asked(item: DrawnItem | PublicItem, language: PaperLanguage) -> list[Run]:
    """Return the stem of a question; behind a question of a case stand its type and its points.

    The type says 多选: what the stem has to say of that, so that whoever reads no instructions knows, would say it twice.
    """
    stem = runs(item.stem, language)
    if item.case is None:
        return stem
    kind, points = TYPE_NAMES[item.type], plain(item.points)
    worth = {lang: say("worth", lang, kind=kind.either(lang), points=points) for lang in LANGS}
    return [
        {**run, "text": _SEVERAL.sub("", run["text"]) + (worth["en"] if run["lang"] == "en" else worth["zh"])}
        for run in stem
    ]


WORDS: dict[str, tuple[str, str]] = {
    "form": ("{id} 卷", "Form {id}"),
    "added_later": ("{kind}（后加）", "{kind} (added)"),
    "name": ("姓名", "Name"),
    "number": ("工号", "Staff no."),
    "department": ("部门", "Department"),
    "date": ("日期", "Date"),
    "full": ("满分 {points} 分", "{points} {points:point}"),
    "written_and_practical": ("笔试 {written} 分，实操 {practical} 分", "written {written}, practical {practical}"),
    "minutes": ("时间 {minutes} 分钟", "{minutes} {minutes:minute}"),
    "pass_line": ("{points} 分及格", "{points} to pass"),
    "section": ("题号", "Section"),
    "points": ("满分", "Points"),
    "score": ("得分", "Score"),
    "marker": ("评卷人", "Marked by"),
    "total": ("总分", "Total"),
    "practical": ("实操", "Practical"),
    "practical_part": ("实操部分", "Practical part"),
    "section_points": ("共 {count} 题，每题 {each} 分，共 {points} 分。", "{count} questions, {each} {each:point} each, {points} in all."),
    "worth": ("（{kind}，{points} 分）", " ({kind}, {points}\u00a0{points:point})"),
    "case": ("案例", "Case"),
    "one_question": ("共 1 题，{points} 分。", "1 question, {points} {points:point}."),
    "answer": ("答：", "Answer:"),
    "or_on_sheet": ("有答题卡的，改为涂在答题卡上。", "If you have an answer sheet, fill it in there instead."),
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
    "critical": ("★ 为关键项：这一项得 0 分，无论总分多少，考核都不合格。", "★ critical: no points here fails the candidate, whatever the total."),
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
    "for_assessor": ("评分人须知", "For the assessors"),
    "duration": ("用时 {minutes} 分钟", "{minutes} {minutes:minute}"),
    "phrases": ("关键用语，说到打勾（1、2 为两位评分人）", "Phrases, tick when said (1, 2: the assessors)"),
    "anchors": ("看到什么给几分", "What earns how many points"),
    "rater_1": ("评分人一", "Assessor 1"),
    "rater_2": ("评分人二", "Assessor 2"),
    "agreed": ("议定", "Agreed"),
    "begun": ("开始", "Began"),
    "ended": ("结束", "Ended"),
    "practical_score": ("实操得分", "Practical score"),
    "two_raters": ("两人各自打分，都打完以前互不商量、互不看分。", "Each assessor scores alone; neither talks nor looks across until both have finished."),
    "no_agreement": (
        "分数相同的照抄到“议定”；相邻两档的取平均；相差更多的不取平均，各说看到、听到了什么，对照描述商定。仍不一致的，由考核负责人定分，在评语里写明理由。",
        ("Equal scores are copied to “Agreed”; of two that are one step apart the mean goes there. Two further apart are not averaged: each assessor "
        "says what was seen and heard, and both settle on the description that fits. If they cannot, the head of the exam decides and says why under Remarks."),
    ),
    "see_below": ("— 见下文评分要点", "— see the marking guide below"),
    "questions": ("题号", "Questions"),
    "checklist": ("仪表举止观察表", "Observation checklist"),
    "observed_point": ("观察要点", "What to look for"),
    "occasion": ("第 {number} 次", "Day {number}"),
    "occasion_date": ("日期", "Date"),
    "observer": ("观察人签名", "Observer"),
    "counts": ("合计", "Total"),
    "share_observed": ("做到的比例 = √ ÷（√ + ×）", "Share observed = √ ÷ (√ + ×)"),
    "how_to_observe": (
        "在平常工作中观察，不事先通知，不打断工作；三次观察选不同的日子，每次写上日期。",
        "Observe ordinary work, unannounced and without interrupting it, on three different days; enter the date of each.",
    ),
    "observing_marks": (
        "每次在一格里打勾：√ 看到做到，× 看到没有做到，— 没有遇到这种情况。只记看到的，不凭印象。",
        "Tick one box each time: √ seen done, × seen not done, — did not come up. Note what you see, not what you suppose.",
    ),
    "not_in_score": ("本表不计入考试分数。", "This sheet does not count towards the exam score."),
    "key_items": ("题目解析", "Questions explained"),
    "items_by_number": (
        "每道题只列一次，按编号排列；答案表里字母下方的小号数字就是这里的编号。",
        "Each question stands here once, by number: the small number under each letter in the table of keys.",
    ),
    "form_or_id": ("试卷", "Paper"),
    "letters_above": (
        "字母是答案，下方小号数字是该题在《题目解析》中的编号。",
        "The letter is the key; the small number below it is the number of the question in “Questions explained”.",
    ),
    "see_guide": ("— 为书面题，评分要点见《题目解析》。", "— is a written answer; “Questions explained” has the marking guide."),
    "envelopes": ("发卷清单", "Handing-out list"),
    "class_list": ("登分表", "Class marking list"),
    "packing": ("装袋数量", "What to pack"),
    "copies": ("份数", "Copies"),
    "papers_total": ("共 {count} 份", "{count} in all"),
    "own_papers": ("各人试卷", "own papers"),
    "row": ("序号", "Row"),
    "candidate_name": ("姓名", "Name"),
    "form_column": ("试卷", "Paper"),
    "language_column": ("语言", "Language"),
    "minutes_column": ("分钟", "Minutes"),
    "large_column": ("大字版", "Large print"),
    "role": ("岗位", "Post"),
    "end_time": ("交卷时间", "Ends at"),
    "received": ("签收", "Received"),
    "room": ("考场", "Room"),
    "invigilator": ("监考人", "Invigilator"),
    "start_time": ("开考时间", "Begins at"),
    "handed_out": ("发出份数", "Handed out"),
    "handed_back": ("收回份数", "Handed back"),
    "label": ("试卷袋", "Envelope"),
    "no_department": ("未填部门", "No department"),
    "in_zh": ("中文", "Chinese"),
    "in_en": ("英文", "English"),
    "in_both": ("双语", "bilingual"),
    "extra_minutes": ("加时 {extra} 分钟（共 {minutes} 分钟）", "{extra} extra {extra:minute} ({minutes} in all)"),
    "large_print": ("大字版", "large print"),
    "true": ("√ 正确", "T true"),
    "false": ("× 错误", "F false"),
    "tolerance": ("误差 ±{value}", "±{value} allowed"),
    "difficulty": ("难度 {value}", "difficulty {value}"),
    "answer_sheet": ("答题卡", "Answer sheet"),
    "check": ("校验码", "Check"),
    "on_paper": ("在试卷上作答", "on the paper"),
    "points_given": ("得分", "points"),
    "filled_well": ("正确", "right"),
    "filled_badly": ("错误", "wrong"),
    "number_bubbles": ("工号（从左起填）", "Staff no. (from the left)"),
    "how_to_fill": (
        "用 2B 铅笔或黑色笔把圆圈涂满。\n改动时擦净；用笔作答的，另领一张。\n数字先写在方框里，再逐位涂黑，从左起。\n四角黑块和二维码处不写字；不折叠。",
        ("Fill each bubble completely, in soft pencil or black pen.\nTo change an answer rub it out; in pen, ask for a new sheet.\n"
        "Write a number in the boxes from the left, then fill a bubble for each character.\n"
        "Keep the corner marks and the code free; do not fold."),
    ),
    "key_mask": ("答案膜片", "Key mask"),
    "mask_how": (
        "透明片按 100% 打印（标尺应为 100 毫米）。十字对准答题卡四角黑块，圈内涂黑即为答对；有横线相连的圈全部涂黑、圈外没有涂的，才算答对。",
        "Transparency, 100 % (ruler = 100 mm). Crosses on the corner marks: filled inside a ring is right; joined rings: all filled and nothing else.",
    ),
    "mask_large": ("用于大号字答题卡", "for sheets in large print"),
    "rings": ("{count} 圈", "rings: {count}"),
    "rings_page": ("本页 {count} 圈", "Rings on this page: {count}"),
    "mask_points": ("{count} 题 {points} 分", "questions: {count}, points: {points}"),
}  # fmt: skip

HOW_TO_ANSWER: dict[ItemType, Text] = {
    ItemType.SINGLE_CHOICE: Text(
        zh="每题只有一个正确答案，把字母写在括号里。", en="One answer is right. Write its letter in the brackets."
    ),
    ItemType.MULTIPLE_CHOICE: Text(
        zh="每题有一个或多个正确答案，把字母都写在括号里。",
        en="One or more answers are right. Write all their letters in the brackets.",
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
