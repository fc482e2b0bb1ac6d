"""What lies in the folder of an exam and in which order it is used, for whoever opens it for the first time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple

from guizhang.exam.words import say
from guizhang.model.form import ExamRecord
from guizhang.model.numbering import han_number
from guizhang.model.text import LANGS

NAME = "README.txt"
_SHOWN = 8


class Purpose(NamedTuple):
    """What some files are for."""

    pattern: str
    """Of their paths; the first that fits counts."""
    zh: str
    en: str


STEPS: tuple[tuple[str, str, tuple[Purpose, ...]], ...] = (
    ("考前打印", "Print before the exam", (
        Purpose("secret/envelopes*",
                "发卷清单：装袋份数、各部门谁用哪份卷、每人多少分钟，最后是试卷袋标签。带一份进考场签收。",
                "Handing-out list: what to pack, who gets which paper and how long they have, labels. Take one along to be signed."),
        Purpose("handout/papers*",
                "各人的试卷，按发卷顺序排好，打印这一个文件即可。",
                "Everybody's own paper, in the order in which they are handed out: print this one file."),
        Purpose("handout/paper-*",
                "试卷，文件名里是卷别；.zh、.en 是单语卷，.large 是大字版。各印几份，看发卷清单。",
                "Papers by form; .zh and .en: one language; .large: large print. The handing-out list says how many of each."),
        Purpose("handout/answer-sheets*",
                "答题卡，每人一张，按发卷顺序；可以不用。按 100% 打印。试卷上写明：有答题卡的涂在卡上，简答写在试卷上。",
                "Answer sheets, one each, in the same order, at 100 %; you may do without. The papers say: whoever has one fills it in there."),
        Purpose("handout/answer-sheet-*",
                "空白答题卡：给临时来的人，或涂坏了的人。",
                "Blank answer sheets, for whoever was not announced or has spoiled theirs."),
        Purpose("secret/web-pages.csv",
                "在浏览器里考：哪个网页是谁的。",
                "An exam in the browser: whose page is which."),
        Purpose("handout/web/*",
                "在浏览器里考的网页，一人一个或一卷一个；开考时再发。",
                "Pages to sit the exam in a browser; give them out when the exam begins."),
    )),
    ("实操和观察", "Practical part and observation", (
        Purpose("secret/rubric*",
                "实操评分表：两位评分人各自打分，再定“议定”分。Word 版是空白的。",
                "Sheet for the practical part: two assessors score alone, then fill in “Agreed”. The Word file is blank."),
        Purpose("secret/checklist*",
                "仪表举止观察表：上岗后分三天观察，不计入分数。",
                "Observation checklist for three days at work; it does not count towards the score."),
    )),
    ("考后阅卷", "Mark after the exam", (
        Purpose("secret/scoring*",
                "阅卷工作簿：录入作答，分数、结果、名次自动算出；先看第一张表。",
                "Scoring workbook: type the answers in; marks, results and ranks work themselves out. Begin with its first sheet."),
        Purpose("secret/key-mask-*",
                "答案膜片：印在透明片上（100%），覆在答题卡上数圈。",
                "Key masks: print on transparency at 100 %, lay over answer sheets, count the rings."),
        Purpose("secret/key-items*",
                "题目解析：每题的答案、理由和依据，按编号。",
                "Every question explained, by number."),
        Purpose("secret/key*",
                "答案：先是一览表；卷别不多时，后面是每题的答案、理由和依据。",
                "Key at a glance; of few forms also each question with answer, reason and rule."),
        Purpose("secret/marking-sheets*",
                "评分表：每人一页，手工算分和签名用。Word 版是空白的。",
                "Marking sheets, a page each, to add up by hand and to sign. The Word file is blank."),
        Purpose("secret/class-list*",
                "登分表：全班一张，手工登分用。",
                "Class marking list, to fill in by hand."),
    )),
    ("留存", "Keep", (
        Purpose("secret/exam.json",
                "考试记录：阅卷、核对、补卷都靠它。不要改，不要外传。",
                "The record: grading, verifying and adding people need it. Change nothing in it, and show it to nobody."),
        Purpose("secret/README.txt", "本说明。", "This text."),
    )),
)  # fmt: skip
"""Heading in both languages and purposes, in the order in which files are used."""

_END = """\
临时来人：guizhang exam add 本文件夹 --candidate 工号 --name 姓名（别人的卷子不变，新卷在 handout/added/）
Somebody not on the roster: guizhang exam add FOLDER --candidate ID --name NAME (no other paper changes; theirs is in handout/added/)

试卷丢失或污损：把同一个文件再打印一份；重新抽题会成为另一场考试。
A paper lost or spoiled: print the same file again; drawing again makes another exam.

核对：guizhang exam verify 本文件夹
Verify: guizhang exam verify FOLDER

成绩报告：guizhang grade 本文件夹 本文件夹/secret/scoring.xlsx -o 成绩文件夹（工作簿填好以后）
Report of results: guizhang grade FOLDER FOLDER/secret/scoring.xlsx -o RESULTS (once the workbook is filled in)
"""


def readme(record: ExamRecord, files: Iterable[str]) -> bytes:
    """Return the text, in both languages; with a byte order mark, which Windows needs to show Chinese.

    Args:
        record: The exam.
        files: Paths of all there is below the exam's folder.
    """
    lines = [
        " / ".join(dict.fromkeys(record.title.either(lang) for lang in LANGS)),
        f"{say('exam', 'both')} {record.exam_id}",
        "",
        "handout/ 给考生；secret/ 只归考官，有答案。",
        "handout/ is for candidates; secret/ holds the answers and stays with the trainer.",
        "同名的文件内容相同：PDF 打印，HTML 用浏览器看，DOCX 可以改。",
        "Files of one name hold the same: PDF to print, HTML for the browser, DOCX to change.",
        "",
    ]
    listed = sorted(files)
    step = 0
    for zh, en, purposes in STEPS:
        found = [(purpose, [path for path in listed if purpose_of(path) is purpose]) for purpose in purposes]
        if any(paths for _, paths in found):
            step += 1  # an exam without a practical part has nothing to do while it is held
            lines += [f"{han_number(step)}、{zh} / {step}. {en}", ""]
        for purpose, paths in found:
            if paths:
                lines += [*named(paths), f"    {purpose.zh}", f"    {purpose.en}", ""]
    return ("\n".join(lines) + "\n" + _END).encode("utf-8-sig")


def purpose_of(path: str) -> Purpose | None:
    """Return what a file of an exam's folder is for."""
    return next((p for _, _, purposes in STEPS for p in purposes if fnmatchcase(path, p.pattern)), None)


def named(paths: Iterable[str]) -> Iterator[str]:
    """Yield the names, each with all its endings (``key.docx/html/pdf``); of many the first few."""
    endings: dict[str, list[str]] = {}
    for path in map(PurePosixPath, paths):
        endings.setdefault(str(path.with_suffix("")), []).append(path.suffix[1:])
    named = [f"{stem}.{'/'.join(ends)}" for stem, ends in endings.items()]
    yield from named[:_SHOWN]
    if len(named) > _SHOWN:
        yield f"… {len(named)}"
