"""Who has to come again, on what, and what each should read and practise before: as a page and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.worksheet.worksheet import Worksheet

from guizhang.grading.gradebook.layout import LINK, WRAP, head, on_paper, tall_row
from guizhang.grading.reports.page import render
from guizhang.grading.reports.person import by_candidate
from guizhang.grading.reports.reasons import why
from guizhang.grading.sentences import brief, number
from guizhang.grading.summary import ClassReport, practice_link
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.practice import PracticeItem
from guizhang.model.response import CandidateResult, ProvisionShare
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_order
from guizhang.tables.book import Book, save

FOR_A_RULE, FOR_A_PERSON = 2, 12
"""Practice items chosen for one provision, and for one person."""


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who has to come again."""

    candidate: str
    name: str
    form: str
    reasons: tuple[Text, ...]
    points: str = ""
    """Total and cut score; empty where nothing was graded."""
    again: tuple[ProvisionShare, ...] = ()
    link: str | None = None
    """Practice on the handbook's page, with just these provisions."""
    practice: tuple[DrawnItem, ...] = field(default=())
    """Questions of practice items on them; never items of an exam."""


def comers(report: ClassReport, items: Sequence[PracticeItem] = ()) -> tuple[Comer, ...]:
    """Return who has to come again: those who failed, then those who were absent or could not be graded.

    Args:
        report: The class.
        items: What the handbook offers for practice.
    """
    return (*_failed(report, items), *_missing(report))


def _failed(report: ClassReport, items: Sequence[PracticeItem]) -> Iterator[Comer]:
    drawn = {item.bank_id for form in report.record.forms for item in form.items}
    citing: dict[str, list[PracticeItem]] = {}
    for item in items:
        # A practice item that stood on this exam has been seen: another one teaches more.
        if item.id not in drawn:
            for address in item.cites:
                citing.setdefault(address, []).append(item)
    for result in by_candidate([result for result in report.results if result.passed is False]):
        again = [share.address for share in result.read_again]
        yield Comer(
            candidate=result.candidate,
            name=result.name,
            form=result.form,
            reasons=tuple(why(report, result, shortfall) for shortfall in result.shortfalls),
            points=f"{number(result.total_points)} / {number(result.cut_points)}",
            again=result.read_again,
            link=practice_link(report.site_url, again) if again else None,
            practice=tuple(q for item in _set(result, citing) for q in _shuffled(item, result.candidate)),
        )


def _set(result: CandidateResult, citing: dict[str, list[PracticeItem]]) -> list[PracticeItem]:
    """Return the practice items of one person: some on each provision, the least known first."""
    chosen: dict[str, PracticeItem] = {}
    for share in result.read_again:
        fresh = [item for item in citing.get(share.address, ()) if item.id not in chosen]
        chosen |= {item.id: item for item in fresh[:FOR_A_RULE]}
    return list(chosen.values())[:FOR_A_PERSON]


def _shuffled(item: PracticeItem, candidate: str) -> Iterator[DrawnItem]:
    """Yield its questions with their options in an order of this person's own: the bank's order may begin with the key."""
    for question, fixed in zip(item.questions, item.fixed, strict=True):
        orders = tuple("".join(keyed_order(o, str, candidate, question.item_id)) for o in question.order)
        yield question if fixed else question.arranged(orders)


def _missing(report: ClassReport) -> Iterator[Comer]:
    for person in report.intake.absent:
        yield Comer(
            person.candidate, person.name, person.form, (Text(zh="缺考或没有作答", en="absent or without an answer"),)
        )
    for refused in report.intake.refused:
        reason = Text(zh="答卷有误，没有评分", en="the paper could not be graded")
        yield Comer(refused.candidate, refused.name, "", (reason,))


def retest_html(report: ClassReport, found: Sequence[Comer]) -> str:
    """Return the list as a page: what each person reads again, and a practice sheet each to print."""
    return render("retest.html.j2", "retest.css", record=report.record, report=report, comers=found)


def retest_xlsx(report: ClassReport, found: Sequence[Comer]) -> bytes:
    """Return the list as a workbook: people, what each reads again, what each practises, and a roster to draw from."""
    book = Book()
    sheet = book.sheet("补考 Re-test")
    head(
        book, sheet, 1,
        ["工号 candidate", "姓名 name", "卷别 form", "总分/及格线 total/cut", "原因 reasons", "reasons (en)", "再读 rules to read", "练习 practice"],
        [14, 14, 8, 14, 44, 44, 10, 40],
    )  # fmt: skip
    for row, one in enumerate(found, start=2):
        texts = (one.candidate, one.name, one.form, one.points, "；".join(r.zh or "" for r in one.reasons),
                 "; ".join(r.en or "" for r in one.reasons))  # fmt: skip
        tall_row(book, sheet, row, dict(enumerate(texts, start=1)))
        book.number(sheet, row, 7, len(one.again)).alignment = WRAP
        if one.link is not None and one.again:
            cell = book.text(sheet, row, 8, "练习页 practice page")
            cell.hyperlink, cell.font = one.link[:_LONGEST_LINK], LINK
    sheet.freeze_panes = "A2"
    again, practised, roster = _read_again(book, report, found), _practice(book, found), _roster(book, report, found)
    on_paper((sheet, again, practised, roster), report.record.paper_size)
    return save(book)


_LONGEST_LINK = 2_000
"""Excel refuses a workbook with a longer one."""


def _read_again(book: Book, report: ClassReport, found: Sequence[Comer]) -> Worksheet:
    sheet = book.sheet("再读 Read again")
    head(book, sheet, 1, ["工号 candidate", "姓名 name", "规定 provision", "provision (en)", "得分 points", "满分 maximum"],
         [14, 14, 46, 52, 9, 9])  # fmt: skip
    row = 2
    for one in found:
        for share in one.again:
            book.text(sheet, row, 1, one.candidate)
            book.text(sheet, row, 2, brief(one.name))
            cell = book.text(sheet, row, 3, report.name(share.address, "zh"))
            link = report.link(share.address)
            if link is not None and len(link) <= _LONGEST_LINK:
                cell.hyperlink, cell.font = link, LINK
            book.text(sheet, row, 4, report.name(share.address, "en"))
            book.number(sheet, row, 5, share.points)
            book.number(sheet, row, 6, share.max_points)
            row += 1
    sheet.freeze_panes = "A2"
    return sheet


def _roster(book: Book, report: ClassReport, found: Sequence[Comer]) -> Worksheet:
    """Write who comes again as `guizhang exam draw --candidates` reads it, with what the first roster granted them."""
    sheet = book.sheet("名单 Roster")
    headings = [
        "工号 id",
        "姓名 name",
        "岗位 role",
        "部门 department",
        "语言 language",
        "加时 extra minutes",
        "大字版 large print",
    ]
    head(book, sheet, 1, headings, [14, 14, 14, 18, 12, 14, 14])
    for row, one in enumerate(found, start=2):
        person = report.person(one.candidate)
        texts = [one.candidate, brief(one.name)]
        if person is not None:
            texts += [person.role, person.department, person.language or ""]
            texts += [str(person.extra_minutes or ""), "yes" if person.large_print else ""]
        for column, text in enumerate(texts, start=1):
            book.text(sheet, row, column, text)
    sheet.freeze_panes = "A2"
    return sheet


def _practice(book: Book, found: Sequence[Comer]) -> Worksheet:
    sheet = book.sheet("练习 Practice")
    head(
        book,
        sheet,
        1,
        ["工号 candidate", "姓名 name", "练习题 question", "question (en)", "编号 item id"],
        [14, 14, 60, 60, 40],
    )
    row = 2
    for one in found:
        for question in one.practice:
            texts = (one.candidate, brief(one.name), question.stem.zh or "", question.stem.en or "", question.item_id)
            tall_row(book, sheet, row, dict(enumerate(texts, start=1)))
            row += 1
    sheet.freeze_panes = "A2"
    return sheet
