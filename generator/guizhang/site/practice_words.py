"""The words of the practice page, in both languages; ``{n}`` and the like are filled in on the reader's device."""

from __future__ import annotations

PRACTICE_WORDS: dict[str, tuple[str, str]] = {
    "practise": ("练一练", "Practise"),
    "practise-lead": (
        "一次一题，当场告诉您对错、理由和依据。答案都在规章里，随时可以查；这里不是考试。",
        (
            "One question at a time, with verdict, reason and rule at once. "
            "Every answer can be looked up in the rules; this is practice, not an exam."
        ),
    ),
    "practise-none": ("本手册还没有练习题。", "This handbook has no practice questions yet."),
    "practise-script": (
        "练习需要浏览器运行脚本；请打开 JavaScript。",
        "Practice needs scripts; please allow JavaScript in your browser.",
    ),
    "practise-chapter": ("练本章", "Practise this chapter"),
    "practise-role": ("练本岗位的题", "Practise for this role"),
    "practise-today": ("今天", "Today"),
    "practise-due": ("到期复习", "Due for review"),
    "practise-daily": ("每日十题", "Daily ten"),
    "practise-wrong": ("错题本", "Wrong answers"),
    "practise-nothing": ("无", "none"),
    "practise-done-today": ("今天已练 {n} 题", "{n} done today"),
    "practise-n": ("{n} 题", "{n} questions"),
    "practise-1": ("1 题", "1 question"),
    "practise-known": ("掌握 {n}/{m} 条", "{n} of {m} rules known"),
    "practise-streak": ("已连续练习 {n} 天", "{n} days in a row"),
    "practise-day-one": ("今天已经开始练习", "You have practised today"),
    "practise-themes": ("按主题", "By theme"),
    "practise-roles": ("按岗位", "By role"),
    "practise-documents": ("按规章", "By regulation"),
    "practise-exams": ("模拟考核", "Mock assessment"),
    "practise-exams-lead": (
        "题数、分值、时限和合格线照考核的样子，题目只从练习题里抽；真正的考题不在网站上。不含实操部分。",
        (
            "Sections, points, time and pass line are those of the assessment; the questions are practice questions. "
            "Real exam questions are not on this site. The practical part is left out."
        ),
    ),
    "practise-blueprint": ("{n} 题，{t} 分钟", "{n} questions, {t} minutes"),
    # Asking
    "practise-stop": ("结束", "Stop"),
    "practise-check": ("看对错", "Check"),
    "practise-next": ("下一题", "Next"),
    "practise-finish": ("看结果", "See the result"),
    "practise-back": ("上一题", "Back"),
    "practise-skip": ("跳过", "Skip"),
    "practise-not-answered": ("还没有作答。", "There is no answer yet."),
    "practise-single": ("选一项", "Choose one"),
    "practise-multiple": ("选出所有正确的", "Choose every one that is right"),
    "practise-truth": ("对还是错", "True or false"),
    "practise-true": ("对", "True"),
    "practise-false": ("错", "False"),
    "practise-gaps": ("填空", "Fill in the gaps"),
    "practise-number": ("填一个数", "Give a number"),
    "practise-match": ("给每一项找到它的另一半", "Find what belongs to each"),
    "practise-order": ("排出正确的顺序", "Put these in the right order"),
    "practise-write": ("写出要点，再对照评分要点", "Write it down in notes, then compare with the marking guide"),
    "practise-case": ("案例", "Case"),
    "practise-question": ("第 {n} 问", "Question {n}"),
    "practise-gap": ("第 {n} 空", "Gap {n}"),
    "practise-choose": ("请选择", "Choose"),
    "practise-up": ("上移", "Move up"),
    "practise-down": ("下移", "Move down"),
    "practise-moved": ("{a}：第 {n} 位", "{a}: place {n}"),
    "practise-yours": ("您的回答", "Your answer"),
    # Verdict
    "practise-right": ("答对了", "Right"),
    "practise-not-right": ("答错了", "Not right"),
    "practise-partly": ("对了一部分", "Partly right"),
    "practise-key": ("正确答案", "Right answer"),
    "practise-your-choice": ("您选的这一项", "What you chose"),
    "practise-guide": ("评分要点：写到的请勾上", "Marking guide: tick what you said"),
    "practise-point": ("{n} 分", "{n} point"),
    "practise-points": ("{n} 分", "{n} points"),
    "practise-judge": ("按要点判分", "Score it"),
    "practise-count": ("我写的是同一个意思，算对", "I meant the same: count it as right"),
    "practise-rule": ("依据", "Rule"),
    "practise-comes-again": ("本次最后再问一遍。", "It comes once more at the end."),
    # End
    "practise-end": ("这一组练完了", "That is all for now"),
    "practise-result": ("答对 {n}/{m} 题", "{n} of {m} right"),
    "practise-look": ("这些再看看", "Look at these again"),
    "practise-more": ("再练一组", "Another round"),
    "practise-home": ("回到练习首页", "Back to practice"),
    "practise-empty": ("这里没有可练的题。", "There is nothing to practise here."),
    "practise-empty-pending": (
        "这里的规定尚未施行，到施行那天才有题。",
        "The rules here are not in force yet; their questions come on the day they are.",
    ),
    "practise-empty-article": (
        "这一条没有单独的练习题；以下是同一章的题。",
        "This article has no question of its own; these are from its chapter.",
    ),
    "practise-empty-due": ("现在没有到期的题。", "Nothing is due now."),
    "practise-empty-wrong": ("错题本是空的。", "There are no wrong answers to go over."),
    "practise-not-loaded": (
        "题目没有读到。请检查网络，然后重新打开本页。",
        "The questions could not be loaded. Check your connection and open this page again.",
    ),
    # Mock assessment
    "practise-begin": ("开始计时", "Start the clock"),
    "practise-hand-in": ("交卷", "Hand in"),
    "practise-hand-in-sure": (
        "还有 {n} 题没有作答。再按一次“交卷”就结束。",
        "{n} questions have no answer. Press “Hand in” again to finish.",
    ),
    "practise-left": ("剩 {t}", "{t} left"),
    "practise-five": ("还剩五分钟。", "Five minutes left."),
    "practise-time-up": ("时间到，已经交卷。", "Time is up; your answers are in."),
    "practise-score": ("{n} 分，满分 {m} 分", "{n} of {m} points"),
    "practise-passed": ("达到合格线（{c} 分）", "Above the pass line ({c} points)"),
    "practise-failed": ("没有达到合格线（{c} 分）", "Below the pass line ({c} points)"),
    "practise-below": ("有一个部分低于该部分的最低分", "One section is below its own minimum"),
    "practise-no-line": ("合格线由评分委员确定，这里不显示。", "The pass line is set by judges and not shown here."),
    "practise-short": (
        "练习题不够：{m} 题只抽到 {n} 题。",
        "There are not enough practice questions: {n} of {m} were drawn.",
    ),
    "practise-mock": ("这是模拟，不是考核成绩。", "This was practice; it is no exam result."),
    "practise-self": (
        "填空和简答按您自己对照的结果计分。",
        "Written answers count as you marked them yourself.",
    ),
    "practise-mark-first": ("先对照要点给简答题判分。", "First mark your written answers by the guide."),
    # What is kept
    "practise-keep": ("备份与转移", "Back up or transfer"),
    "practise-keep-lead": (
        "练习记录只存在这个浏览器里，谁也看不到。换设备之前存成文件，到新的地方读入。",
        "Your record is kept in this browser only; nobody else sees it. Save it as a file before you change devices.",
    ),
    "practise-clear": ("清除练习记录", "Clear the record"),
    "practise-clear-sure": (
        "这台设备上 {n} 题的练习记录将全部清除，无法恢复。",
        "The record of all {n} questions on this device will be gone for good.",
    ),
    "practise-cleared": ("练习记录已清除。", "The record is cleared."),
    "practise-imported": (
        "已读入 {n} 题的记录；{o} 题这里的更新，未改。",
        "{n} records loaded; {o} are newer here and stayed.",
    ),
    "practise-not-ours": (
        "这不是练习记录文件。请选择在“练一练”里存成的 .json 文件。",
        "This is not a practice record. Choose the .json file that was saved from Practise.",
    ),
    "practise-damaged": (
        "文件损坏，没有读入。请重新存一份再读入。",
        "The file is damaged and nothing was loaded. Save it once more and load that.",
    ),
    "practise-newer": (
        "这个文件来自更新版本的手册网站，这里读不了。",
        "This file comes from a newer version of the handbook site and cannot be read here.",
    ),
    "practise-foreign": (
        "这个文件属于另一本手册，没有读入。",
        "This file belongs to another handbook; nothing was loaded.",
    ),
    "practise-not-kept": (
        "浏览器没有保存：练习记录只在关闭本页之前有效。",
        "Your browser keeps nothing here: your record lasts until you close this page.",
    ),
    # On rule pages and the reading list
    "mastery-known": ("练习：已掌握", "Practice: known"),
    "mastery-shaky": ("练习：还不稳", "Practice: not yet"),
    "mastery": ("练习看出来的", "What practice shows"),
    "mastery-lead": (
        "最近一次全部答对、并且按遗忘曲线仍有八成以上把握的，算已掌握。",
        "A rule is known when its questions were last answered right and the forgetting curve still gives four in five.",
    ),
    "mastery-shaky-list": ("还没有掌握", "Not yet known"),
    "mastery-known-list": ("已掌握", "Known"),
}
