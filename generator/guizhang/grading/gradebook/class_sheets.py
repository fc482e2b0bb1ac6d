"""The sheets of the gradebook about the class: summary, questions, rules."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from guizhang.grading.gradebook.layout import (
    LEFT,
    LINK,
    MEAN,
    POINTS,
    RESULTS,
    SHARE,
    TITLE,
    TOP,
    Layout,
    decision_word,
    head,
    page,
    tall_row,
    title,
)
from guizhang.grading.sentences import number
from guizhang.grading.summary import ClassReport, columns_line, rows_line
from guizhang.model.item import TYPE_NAMES
from guizhang.model.response import Outcome
from guizhang.tables.book import Book
from guizhang.tables.table import column_letters


def write_questions(book: Book, sheet: Worksheet, report: ClassReport) -> None:
    """Write how each question went."""
    head(
        book, sheet, 1,
        ["卷·题号 form·no.", "题目 question (zh)", "question (en)", "题型 type", "主题 theme", "分值 points", "已评人数 n",
         "对 right", "部分对 partial", "错 wrong", "未答 blank", "未评 unmarked", "得分率 facility", "依据 rests on", "编号 item id"],
        [14, 50, 50, 14, 14, 8, 8, 8, 8, 8, 8, 10, 10, 34, 40],
    )  # fmt: skip
    for row, statistics in enumerate(report.analysis.items, start=2):
        item = statistics.item
        texts = {
            1: report.standing(statistics), 2: item.stem.zh or "", 3: item.stem.en or "", 4: f"{TYPE_NAMES[item.type].zh} {TYPE_NAMES[item.type].en}",
            5: report.theme(item.themes[0], "both") if item.themes else "", 14: "; ".join(item.cites), 15: item.item_id,
        }  # fmt: skip
        tall_row(book, sheet, row, texts)
        book.number(sheet, row, 6, item.points, POINTS)
        book.number(sheet, row, 7, statistics.n)
        for column, outcome in enumerate(Outcome, start=8):
            book.number(sheet, row, column, statistics.outcomes[outcome])
        book.number(sheet, row, 13, statistics.facility, SHARE)
        for cell in sheet[row][5:13]:
            cell.alignment = TOP
    sheet.freeze_panes = "B2"


def write_rules(book: Book, sheet: Worksheet, report: ClassReport) -> None:
    """Write how each provision is known, the least known first."""
    head(
        book, sheet, 1,
        ["规定 provision (zh)", "provision (en)", "地址 address", "考到的人数 people asked", "没掌握 missed", "没掌握比例 share missed",
         "未答题次 blanks", "得分率 facility", "题目 questions"],
        [40, 46, 34, 12, 10, 12, 10, 10, 24],
    )  # fmt: skip
    for row, provision in enumerate(report.analysis.provisions, start=2):
        names = {1: report.name(provision.address, "zh"), 2: report.name(provision.address, "en")}
        tall_row(book, sheet, row, names | {3: provision.address, 9: report.questions(provision)})
        if (link := report.link(provision.address)) is not None:
            cell = sheet.cell(row, 3)
            cell.hyperlink, cell.font = link, LINK
        book.number(sheet, row, 4, provision.n)
        book.number(sheet, row, 5, provision.missed)
        book.formula(sheet, row, 6, f"E{row}/D{row}", provision.miss_share, SHARE)
        book.number(sheet, row, 7, provision.blank)
        book.number(sheet, row, 8, provision.facility, SHARE)
        for cell in sheet[row][3:8]:
            cell.alignment = TOP
    sheet.freeze_panes = "B2"


def write_summary(book: Book, sheet: Worksheet, report: ClassReport, layout: Layout) -> None:
    """Write the first sheet: the sentence, the counts as live formulas, and how it was marked."""
    page(sheet)
    record, results = report.record, report.results
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    book.text(sheet, 1, 1, title(report)).font = TITLE
    book.text(sheet, 2, 1, report.headline.zh or "")
    book.text(sheet, 3, 1, report.headline.en or "")
    last = layout.results_top + max(len(results), 1) - 1
    decisions, totals = (
        f"'{RESULTS}'!{column_letters(layout.total + n)}{layout.results_top}:{column_letters(layout.total + n)}{last}"
        for n in (3, 0)
    )
    row = 5
    for passed in (True, False, None):
        count = Decimal(sum(result.passed is passed for result in results))
        book.text(sheet, row, 1, decision_word(passed))
        book.formula(sheet, row, 2, f'COUNTIF({decisions},"{decision_word(passed)}")', count).alignment = LEFT
        row += 1
    if results:
        mean = sum((result.total_points for result in results), Decimal(0)) / len(results)
        book.text(sheet, row, 1, "平均总分 mean total")
        book.formula(sheet, row, 2, f"AVERAGE({totals})", mean, MEAN).alignment = LEFT
        row += 1
    facts = [
        ("满分，及格线 maximum, cut", f"{number(record.total_points)}, {record.cut_score}"),
        ("缺考 absent", "; ".join(f"{a.candidate} {a.name}".strip() for a in report.intake.absent) or "–"),
        ("有误未评 not graded", "; ".join(f"{r.candidate} {r.name}".strip() for r in report.intake.refused) or "–"),
        ("离及格线很近 near the cut", "; ".join(report.analysis.near_cut) or "–"),
        ("评分规则 scoring rules", report.policy_line.zh or ""),
        ("", report.policy_line.en or ""),
        ("考试编号 exam", record.exam_id),
    ]
    for file in report.intake.files:
        rows = rows_line(file)
        facts += [
            ("作答文件 responses", file.path),
            ("", rows.zh or ""),
            ("", rows.en or ""),
            *(("", line) for line in columns_line(file)),
        ]
    for offset, (label, value) in enumerate(facts):
        book.text(sheet, row + offset, 1, label)
        book.text(sheet, row + offset, 2, value)
