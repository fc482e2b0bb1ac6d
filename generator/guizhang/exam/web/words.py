"""The words of the exam page, in both languages."""

from __future__ import annotations

from guizhang.model.item import ItemType
from guizhang.model.text import Text

WORDS: dict[str, tuple[str, str]] = {
    "form": ("{id} 卷", "Form {id}"),
    "exam_id": ("考试编号 {id}", "Exam {id}"),
    "edition": ("规章版本 {edition}", "Edition {edition}"),
    "for": ("考生：{name}", "Candidate: {name}"),
    "count": ("共 {count} 题", "{count} questions"),
    "full": ("满分 {points} 分", "{points} points"),
    "minutes": ("限时 {minutes} 分钟", "{minutes} minutes"),
    "pass_line": ("{points} 分及格", "{points} to pass"),
    "practical": ("总分中有 {points} 分是实操，另行考核。", "{points} of these points are for the practical part, which is held separately."),
    "extra": ("其中 {minutes} 分钟是为您延长的时间。", "This includes {minutes} minutes of extra time for you."),
    "rules": ("考试须知", "Before you start"),
    "rule_time": (
        "点“开始”后计时，共 {minutes} 分钟；中途关闭页面，时间照走。",
        "The clock starts when you press Start: {minutes} minutes. It goes on while the page is closed.",
    ),
    "rule_kept": (
        "每次作答都会自动保存在这台电脑上。页面意外关闭时，重新打开就能接着答。",
        "Every answer is saved on this computer at once. If the page closes, open it again and go on.",
    ),
    "rule_away": (
        "离开考试页面（切换窗口、切换标签页、关闭页面）的次数和时长会被记录，并随答卷交给考官。",
        "Leaving this page (another window, another tab, closing it) is recorded, how often and how long, and handed in with your answers.",
    ),
    "rule_auto": (
        "时间一到自动交卷；可以提前交卷，交卷后不能再改。",
        "When the time is up the paper hands itself in. You may hand in earlier; after that nothing can be changed.",
    ),
    "rule_file": (
        "交卷后会下载一个答案文件，请按考官的要求交上去。交卷后，本机不再保留您的答案。",
        "Handing in downloads a file with your answers; give it in as your examiner asks. No answers stay on this computer.",
    ),
    "who_are_you": ("核对身份", "Who are you?"),
    "number": ("工号", "Staff number"),
    "name": ("姓名", "Name"),
    "start": ("开始", "Start"),
    "number_missing": ("请输入工号", "Enter your staff number"),
    "name_missing": ("请输入姓名", "Enter your name"),
    "number_wrong": (
        "工号与这份试卷不符。请检查输入，或向考官确认是否拿错了试卷。",
        "This paper is not for that number. Check what you typed, or ask your examiner whether this is your paper.",
    ),
    "from_file": ("从存下的文件接着答", "Go on from a saved file"),
    "draft_read": ("已读入。输入工号后接着答。", "Read. Enter your number to go on."),
    "draft_bad": ("这不是这份试卷存下的文件。", "This file was not saved from this paper."),
    "no_sealing": (
        "从这个地址打开，浏览器不能把答案加密封存。请先把试卷存到电脑上，再从电脑上打开；也可以就在这里作答，但答案不加密，会注明未封存。",
        "Your browser cannot seal answers at this address. Save the paper and open it from your computer, or go on here unsealed.",
    ),
    "save_page": ("把试卷存到电脑", "Save the paper"),
    "no_storage": (
        "这个浏览器不让保存答案，关闭页面就会丢失。请不要关闭页面，并不时把答案存成文件。",
        "This browser does not let the page keep your answers: closing it would lose them. Leave it open, and save your answers to a file now and then.",
    ),
    "save_draft": ("存成文件", "Save to a file"),
    "elsewhere": ("这份试卷已在另一个标签页打开", "This paper is open in another tab"),
    "elsewhere_why": (
        "为免答案互相覆盖，同一时间只能在一处作答。",
        "So that answers do not overwrite each other, it can be answered in one place at a time.",
    ),
    "use_here": ("改在这里作答", "Answer here instead"),
    "time_left": ("剩余时间", "Time left"),
    "minutes_left": ("还剩 {minutes} 分钟", "{minutes} minutes left"),
    "one_minute_left": ("还剩 1 分钟，到时自动交卷", "One minute left; then the paper hands itself in"),
    "language": ("语言", "Language"),
    "larger": ("A+ 大字", "A+ Large type"),
    "overview": ("题目一览", "Questions"),
    "steps": ("换题", "Move between questions"),
    "all_at_once": ("显示全部题目", "Show all questions"),
    "previous": ("上一题", "Back"),
    "next": ("下一题", "Next"),
    "to_review": ("检查并交卷", "Review and hand in"),
    "question": ("第 {number} 题", "Question {number}"),
    "worth": ("{points} 分", "{points} points"),
    "worth_one": ("{points} 分", "{points} point"),
    "case": ("案例", "Case"),
    "mark": ("标记", "Mark"),
    "clear": ("清除作答", "Clear answer"),
    "true": ("正确", "True"),
    "false": ("错误", "False"),
    "choose": ("请选择", "Choose"),
    "gap": ("第 {number} 空", "Gap {number}"),
    "number_of": ("第 {number} 题的数字", "Number for question {number}"),
    "answer_of": ("第 {number} 题的回答", "Answer to question {number}"),
    "up": ("{letter} 上移", "Move {letter} up"),
    "down": ("{letter} 下移", "Move {letter} down"),
    "moved": ("{letter} 现在排第 {place}", "{letter} is now number {place}"),
    "unordered": ("还没有作答：拖动或用箭头排序。", "Not answered yet: drag the steps or use the arrows."),
    "take_order": ("就按现在的顺序", "Take this order"),
    "is_answered": ("第 {number} 题，已答", "Question {number}, answered"),
    "is_answered_marked": ("第 {number} 题，已答，已标记", "Question {number}, answered, marked"),
    "is_open": ("第 {number} 题，未答", "Question {number}, not answered"),
    "is_open_marked": ("第 {number} 题，未答，已标记", "Question {number}, not answered, marked"),
    "was_away": ("您离开了页面 {seconds} 秒，已记录", "You left the page for {seconds} s; this is recorded"),
    "review": ("交卷前检查", "Before you hand in"),
    "answered_of": ("已答 {answered} 题，共 {all} 题。", "{answered} of {all} questions answered."),
    "open_questions": ("未答的题（{count}）", "Not answered ({count})"),
    "marked_questions": ("标记过的题（{count}）", "Marked ({count})"),
    "away_so_far": (
        "离开页面 {count} 次，共 {seconds} 秒；这一记录会一并交上。",
        "Away from the page {count} times, {seconds} s in all; this is handed in too.",
    ),
    "final": ("交卷后不能再修改。", "Once handed in, nothing can be changed."),
    "back_to_questions": ("回到题目", "Back to the questions"),
    "hand_in": ("交卷", "Hand in"),
    "handed_in": ("已交卷", "Handed in"),
    "handed_at": ("交卷时间：{time}。", "Handed in on {time}."),
    "was_late": (
        "考试时间在页面关闭期间已经用完，交上的是关闭前保存的答案，并已注明。",
        "The time ran out while the page was closed. What was handed in are the answers saved before, and this is noted.",
    ),
    "receipt": ("回执号，请抄下备查：", "Your receipt; write it down:"),
    "not_sealed": ("答案没有加密封存，会注明未封存。", "Your answers are not sealed, and will be marked so."),
    "give_file": (
        "答案文件 {file} 已下载，请按考官的要求交上去。没有看到文件时，点下面的按钮再存一次。",
        "Your answers were downloaded as {file}; give that file in as your examiner asks. If you do not find it, save it again.",
    ),
    "save_file": ("再存一次", "Save the file again"),
    "other_ways": ("文件交不上去时：复制文字或扫码", "If the file cannot be sent: copy the text or scan the code"),
    "as_text": ("封存的答案（文字）", "Sealed answers as text"),
    "copy": ("复制", "Copy"),
    "copied": ("已复制", "Copied"),
    "code": ("封存的答案（二维码）", "Sealed answers as a QR code"),
    "no_code": ("答案太长，放不进二维码，请用文件或文字。", "The answers are too long for a QR code; use the file or the text."),
    "finish_note": (
        "文件交上以后，点“完成”，这台电脑上只留下回执号。",
        "Once the file is given in, press Finish: only the receipt stays on this computer.",
    ),
    "finish": ("完成", "Finish"),
    "cleared": ("这台电脑上只留有回执号，没有答案。", "Only the receipt is left on this computer, no answers."),
    "next_candidate": ("下一位考生", "Next candidate"),
}  # fmt: skip

HOW_TO_ANSWER: dict[ItemType, Text] = {
    ItemType.SINGLE_CHOICE: Text(zh="每题只有一个正确答案。", en="One answer is right."),
    ItemType.MULTIPLE_CHOICE: Text(
        zh="每题有一个或多个正确答案，全部选对才得分。", en="One or more answers are right; only a complete answer earns points."
    ),
    ItemType.TRUE_FALSE: Text(
        zh="说法与规定相符的选“正确”，不符的选“错误”。", en="True if the statement agrees with the rules, false if not."
    ),
    ItemType.CLOZE: Text(zh="填写或选择每个空的内容。", en="Fill each gap, or choose what belongs there."),
    ItemType.NUMERIC: Text(zh="填写数字。", en="Enter the number."),
    ItemType.MATCHING: Text(
        zh="为每一项选出对应的一项；可能有多余的项。", en="Choose for each entry the one that belongs to it; some may be left over."
    ),
    ItemType.ORDERING: Text(zh="按正确的先后顺序排列。", en="Put the steps in their right order."),
    ItemType.SHORT_ANSWER: Text(zh="用自己的话回答。", en="Answer in your own words."),
    ItemType.CASE: Text(zh="先读案例，再回答其后的各小题。", en="Read each case, then answer its questions."),
}  # fmt: skip
