"""Faults of single rows and cells of a response file, from RSP020 on: who, which form, what is damaged or said twice.

Those of single answers stand in `answer_faults`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.tables.faults import at
from guizhang.tables.table import Damage, Place, column_letters

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
_MOST_DIFFERING = 5
"""Cells of two rows that are named; beyond them the rows are of two papers."""
_LONGEST_CELL = 20


@dataclass(frozen=True, slots=True)
class Differing:
    """A cell that two rows of one person fill differently."""

    what: tuple[str, str]
    """What it is about, zh and en."""
    before: str
    now: str


def _near(found: str, known: Collection[str]) -> tuple[str, str]:
    near = get_close_matches(found, sorted(known), 1, 0.6)
    return (f"是否应为 {near[0]}？", f"did you mean {near[0]}? ") if near else ("", "")


def unknown_candidate(place: Place, candidate: str, roster: Collection[str]) -> Diagnostic:
    """RSP020: nobody on the roster has this number."""
    zh, en = _near(candidate, roster)
    return at(
        place, ERROR, "RSP020",
        (f"名单上没有工号 {candidate}", f"the roster has no candidate {candidate}"),
        (f"{zh}改正工号；若此人临时来考，用 guizhang exam add 考试文件夹 --candidate 工号 把他加入这场考试",
         f"{en}correct the number; add somebody who came unannounced with guizhang exam add EXAM --candidate ID"),
    )  # fmt: skip


def no_candidate(place: Place) -> Diagnostic:
    """RSP021: answers that belong to nobody."""
    return at(
        place, ERROR, "RSP021",
        ("这一行有内容，但没有工号", "this row holds something, but no candidate"),
        ("填上工号，或删去这一行", "enter the candidate, or delete the row"),
    )  # fmt: skip


def doubled_candidate(place: Place, candidate: str, first: Place, differing: Sequence[Differing] = ()) -> Diagnostic:
    """RSP022: two answer sheets of one person are never merged; two who typed in one paper see where they differ."""
    few = differing[:_MOST_DIFFERING]
    zh = "；".join(f"{one.what[0]}，那里是{_cell(one.before, 'zh')}，这里是{_cell(one.now, 'zh')}" for one in few)
    en = "; ".join(f"{one.what[1]}: {_cell(one.before, 'en')} there, {_cell(one.now, 'en')} here" for one in few)
    more = len(differing) - len(few)
    zh, en = (f"{zh}；另有 {more} 处", f"{en}; and {more} more") if more else (zh, en)
    return at(
        place, ERROR, "RSP022",
        (f"工号 {candidate} 已在 {first.source} 出现过" + (f"：{zh}" if few else ""),
         f"candidate {candidate} has a row already, at {first.source}" + (f"; {en}" if few else "")),
        ("两行内容不同，都不评分。核对原卷，只留一行，或把两行改成一样；若是两个人，改正其中一个工号",
         "they differ, and neither is graded: look at the paper and keep one row, or make them the same; if they are two people, correct one number"),
    )  # fmt: skip


def _cell(text: str, lang: str) -> str:
    if not text:
        return "空白" if lang == "zh" else "blank"
    said = text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}…"
    return f"“{said}”"


def unknown_form(place: Place, form: str, forms: Collection[str]) -> Diagnostic:
    """RSP023: the exam has no such form."""
    listed = ", ".join(sorted(forms)[:12])
    return at(
        place, ERROR, "RSP023",
        (f"没有 {form} 卷", f"there is no form {form}"),
        (f"改成这场考试的卷别：{listed}", f"write one of this exam's forms: {listed}"),
    )  # fmt: skip


def no_form(place: Place, forms: Collection[str]) -> Diagnostic:
    """RSP024: without the form the key is unknown."""
    listed = ", ".join(sorted(forms)[:12])
    return at(
        place, ERROR, "RSP024",
        ("没有写卷别，不知道按哪份答案评分", "the form is missing, so it is unknown which key applies"),
        (f"填上卷别：{listed}", f"enter the form: {listed}"),
    )  # fmt: skip


def form_differs(place: Place, form: str, assigned: str) -> Diagnostic:
    """RSP025: somebody sat another form than the roster gave them, or it was mistyped."""
    return at(
        place, WARNING, "RSP025",
        (f"名单上是 {assigned} 卷，这里写的是 {form} 卷；按 {form} 卷评分",
         f"the roster says form {assigned}, this row says {form}; form {form} is graded"),
        ("核对答题纸上印的卷别；按两份卷各答对几题，报告里写明",
         "look at the form printed on the answer sheet; the report says how many answers are right by either"),
    )  # fmt: skip


def name_differs(place: Place, name: str, expected: str) -> Diagnostic:
    """RSP026: the number may be somebody else's."""
    return at(
        place, WARNING, "RSP026",
        (f"姓名是“{name}”，名单上这个工号是“{expected}”", f"the name is “{name}”, the roster has “{expected}” for this candidate"),
        ("核对工号是否写错", "check whether the number is somebody else's"),
    )  # fmt: skip


def lost_zeros(place: Place, found: str, candidate: str) -> Diagnostic:
    """RSP027: 0012 became 12."""
    return at(
        place, WARNING, "RSP027",
        (f"工号 {found} 丢了前面的零，按 {candidate} 处理", f"{found} has lost its leading zeros and is read as {candidate}"),
        ("把这一列设成“文本”格式", "set the column's format to Text"),
    )  # fmt: skip


def zeros_in_doubt(place: Place, found: str, other: str) -> Diagnostic:
    """RSP052: 12 and 0012 both sit the exam, and only 12 has a row."""
    return at(
        place, WARNING, "RSP052",
        (f"{found} 的这一行，也可能是丢了前面的零的 {other}，{other} 没有作答",
         f"this row of {found} may be that of {other}, who has none, without its leading zeros"),
        ("核对是谁的答卷；工号一列设成“文本”格式，写全工号", "see whose paper it is; set the column of ids to Text and write them in full"),
    )  # fmt: skip


def no_answers(place: Place, candidate: str, *, rated: bool) -> Diagnostic:
    """RSP028: absent, or not typed in yet; either way not a paper of blanks. *rated*: the practical part was taken."""
    problem = (
        (
            f"{candidate} 只有实操分，没有笔试作答，按缺考处理，不评分",
            f"{candidate} has a practical part and no written answer; taken as absent, not graded",
        )
        if rated
        else (
            f"{candidate} 这一行没有任何作答，按缺考处理，不评分",
            f"the row of {candidate} holds no answer; taken as absent, not graded",
        )
    )
    return at(
        place, WARNING, "RSP028", problem,
        ("若已参加考试，请补录作答；若交了白卷，在任一题填“空”",
         "if this person sat the exam, enter the answers; if the paper was handed in blank, write “blank” at any question"),
    )  # fmt: skip


def damaged(place: Place, damage: Damage, shown: str, *, severity: Severity = ERROR) -> Diagnostic:
    """RSP030 to RSP032: a spreadsheet program changed what was typed."""
    code, problem, mend = {
        Damage.DATE: (
            "RSP030",
            (f"Excel 把这里的内容变成了日期（{shown}）", f"Excel has turned this cell into a date ({shown})"),
            ("把这一列设成“文本”格式，再照答题纸重新输入", "set the column's format to Text and enter it again from the paper"),
        ),
        Damage.TIME: (
            "RSP030",
            (f"Excel 把这里的内容变成了时刻（{shown}）", f"Excel has turned this cell into a time of the day ({shown})"),
            ("把这一列设成“文本”格式，再照答题纸重新输入", "set the column's format to Text and enter it again from the paper"),
        ),
        Damage.LONG_NUMBER: (
            "RSP031",
            (f"Excel 把长号码变成了数值（{shown}），末位已丢失", f"Excel has turned a long number into {shown}; its last digits are lost"),
            ("把这一列设成“文本”格式，再重新输入", "set the column's format to Text and enter it again"),
        ),
        Damage.FORMULA: (
            "RSP032",
            ("这里是没有结果的公式", "this cell holds a formula without a value"),
            ("在 Excel、WPS 或 LibreOffice 中打开并保存，公式就有结果；或直接输入内容",
             "open the file in Excel, WPS or LibreOffice and save it, so that the formula has a value; or enter the content itself"),
        ),
    }[damage]  # fmt: skip
    return at(place, severity, code, problem, mend)


def no_practical(place: Place) -> Diagnostic:
    """RSP040: points for a part the exam does not have."""
    return at(
        place, ERROR, "RSP040",
        ("这场考试没有实操部分", "this exam has no practical part"),
        ("删去这个分数，或核对是否选错了考试", "delete the points, or check whether this is the right exam"),
    )  # fmt: skip


def conflict(place: Place, what: tuple[str, str], first: Place) -> Diagnostic:
    """RSP041: the same thing said twice."""
    return at(
        place, ERROR, "RSP041",
        (f"{what[0]}在 {first.source} 已经填过", f"{what[1]} was given already, at {first.source}"),
        ("两处不同，此人不评分。只留一处", "they differ, and this person is not graded: keep one of the two"),
    )  # fmt: skip


def identical(place: Place, first: Place) -> Diagnostic:
    """RSP044: the same row, or the same answer, again."""
    return at(
        place, WARNING, "RSP044",
        (f"与 {first.source} 的内容相同，只算一次", f"the same stands at {first.source} already; it counts once"),
        ("删去其中一处；若是两个人，改正其中一个工号", "delete one of the two; if they are two people, correct one number"),
    )  # fmt: skip


def merged(place: Place, area: tuple[int, int, int, int]) -> Diagnostic:
    """RSP045: a merged cell, whose content belongs to nobody knows which row."""
    top, left, bottom, right = area
    cells = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
    return at(
        place, ERROR, "RSP045",
        (f"这一行有合并单元格（{cells}），不知道内容属于哪一格", f"this row has merged cells ({cells}); which cell the content belongs to is unknown"),
        ("取消合并，每格各填自己的内容", "unmerge them and give each cell its own content"),
    )  # fmt: skip


def restored(place: Place, shown: str, known: str) -> Diagnostic:
    """RSP046: a date or a cut number that can have been one id only."""
    return at(
        place, WARNING, "RSP046",
        (f"Excel 把这里变成了 {shown}，名单上只有 {known} 对得上，按它处理",
         f"Excel has turned this cell into {shown}; only {known} can have been meant, and is taken"),
        ("核对一下；把这一列设成“文本”格式", "look whether that is so; set the column's format to Text"),
    )  # fmt: skip


def more_cells(place: Place, cells: int, headings: int) -> Diagnostic:
    """RSP048: a comma that is no divider has pushed the answers one column on."""
    return at(
        place, ERROR, "RSP048",
        (f"这一行有 {cells} 格，表头只有 {headings} 列，多半是作答里有逗号，后面的都错了位",
         f"this row has {cells} cells under {headings} headings; a comma inside an answer has most likely moved what stands behind it"),
        ('含逗号的作答加上引号（"A,C"），或改写成 AC', 'put the answer in quotation marks ("A,C"), or write AC'),
    )  # fmt: skip


def unread(place: Place, text: str) -> Diagnostic:
    """RSP051: a row of one answer a line that is about no question."""
    return at(
        place, WARNING, "RSP051",
        (f"“{text}”不是题目，这一行没有读取", f"“{text}” is no question; the row was not read"),
        ("若是作答，请改成题号（如 3）；否则可不理", "if it holds an answer, name the question by its number (such as 3)"),
    )  # fmt: skip


def totals(place: Place, text: str) -> Diagnostic:
    """RSP049: a row of totals under those of people."""
    return at(
        place, WARNING, "RSP049",
        (f"“{text}”一行是汇总，不是考生，没有读取", f"the row “{text}” is a summary and no candidate; it was not read"),
        ("不用处理；若真是工号，请把此人列入名单", "nothing to do; if it is somebody's id, put the person on the roster"),
    )  # fmt: skip


def unknown_item(place: Place, item: str, known: Collection[str]) -> Diagnostic:
    """RSP047: this person's form has no such item."""
    zh, en = _near(item, known)
    return at(
        place, ERROR, "RSP047",
        (f"此人的试卷上没有题目 {item}", f"there is no item {item} on this person's form"),
        (f"{zh}改正题目编号，或写题号", f"{en}correct the item's id, or write the question's number"),
    )  # fmt: skip
