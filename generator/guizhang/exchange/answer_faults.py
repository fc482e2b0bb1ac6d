"""Faults of the answers of questions that come from outside: BNK003 and BNK013, each at the cell it is about."""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.exchange.draft import Cell


def no_answer(cell: Cell, mend: tuple[str, str]) -> Diagnostic:
    """BNK003: nothing says what is right."""
    return cell.fault("BNK003", ("没有答案", "there is no answer"), mend)


def unclear_answer(cell: Cell, mend: tuple[str, str]) -> Diagnostic:
    """BNK003: the answer names nothing that is there."""
    text = cell.text[:40]
    return cell.fault("BNK003", (f"看不懂答案 {text!r}", f"the answer {text!r} is not understood"), mend)


def left_out(cell: Cell, mend: tuple[str, str]) -> Diagnostic:
    """BNK003: the answer says that there is none."""
    text = cell.text[:40]
    return cell.fault("BNK003", (f"没有答案，只写了 {text!r}", f"there is no answer, only {text!r}"), mend)


def several_keys(cell: Cell, letters: Sequence[str]) -> Diagnostic:
    """BNK003: a single choice with more than one right option."""
    return cell.fault(
        "BNK003",
        (
            f"单选题只有一个答案，这里写了 {'、'.join(letters)}",
            f"a single choice has one answer, here are {', '.join(letters)}",
        ),
        ("只留一个字母，或把题型改为多选题", "leave one letter, or make it a multiple choice"),
    )


def no_such_option(cell: Cell, named: Sequence[str], there: Sequence[str]) -> Diagnostic:
    """BNK003: the key names an option that is empty or beyond the last."""
    zh, en = "、".join(named), ", ".join(named)
    return cell.fault(
        "BNK003",
        (
            f"答案是 {zh}，选项 {zh} 没有内容；有内容的选项：{'、'.join(there)}",
            f"the answer is {en}, and there is nothing in option {en}; there is something in {', '.join(there)}",
        ),
        ("补上选项，或改正答案", "fill in the option or correct the answer"),
    )


def few_options(cell: Cell, count: int) -> Diagnostic:
    """BNK003: a choice without two options."""
    return cell.fault(
        "BNK003",
        (
            f"选择题只有 {count} 个选项" if count else "选择题没有选项",
            f"a choice with {count} option{'s' * (count != 1)}" if count else "a choice without options",
        ),
        ("写出选项 A、B……，至少两个", "write the options A, B …, two at least"),
    )


def doubled_option(cell: Cell, one: str, two: str) -> Diagnostic:
    """BNK003: two options are the same; whoever gives the other one of the two would be marked wrong for the right words."""
    return cell.fault(
        "BNK003",
        (f"选项 {one} 与 {two} 相同：“{cell.text}”", f"options {one} and {two} are the same: “{cell.text}”"),
        ("改正其中一个，或删去", "correct one of the two, or delete it"),
    )


def disordered_options(cell: Cell, letters: Sequence[str]) -> Diagnostic:
    """BNK003: the letters of the options do not count on from A."""
    return cell.fault(
        "BNK003",
        (
            f"选项的字母写成了 {'、'.join(letters)}",
            f"the letters of the options are {', '.join(letters)}",
        ),
        ("从 A 起依次写，不重复、不跳过", "count on from A, none twice and none left out"),
    )


def two_keys(cell: Cell, in_stem: str, answer: Cell) -> Diagnostic:
    """BNK003: the key in the stem is another one than the answer."""
    return cell.fault(
        "BNK003",
        (
            f"题干里的答案是 {in_stem}，另写的答案是 {answer.text[:20]}，两者不同",
            f"the answer in the stem is {in_stem}, the one beside it {answer.text[:20]}; they differ",
        ),
        ("只留正确的一个", "leave the right one"),
    )


def several_in_stem(cell: Cell, keys: Sequence[str]) -> Diagnostic:
    """BNK003: more than one key in a stem; the next question may have no number."""
    return cell.fault(
        "BNK003",
        (f"题干里有几个答案：{'、'.join(keys)}", f"there are several answers in the stem: {', '.join(keys)}"),
        (
            "只留一个，或另写“答案：”；如果连着下一题，给下一题编号",
            "leave one, or give it behind “Answer:”; if the next question follows here, number it",
        ),
    )


def set_apart(cell: Cell) -> Diagnostic:
    """BNK013: colour, bold or a line below is all that says which answer is right."""
    said = "；".join(cell.text.split("\n"))
    return cell.fault(
        "BNK013",
        (
            f"答案“{said}”是从字体（颜色、加粗、下划线）看出来的",
            f"the answer “{said}” was told from how it is set: in colour, bold or underlined",
        ),
        ("核对一遍；另写“答案：”一行就以它为准", "check it; a line “Answer:” would go before it"),
        Severity.NOTE,
    )


def second_answer(cell: Cell, said: str, first: Cell) -> Diagnostic:
    """BNK003: a question with two answers, or one whose next question was not seen."""
    line = first.source.line
    return cell.fault(
        "BNK003",
        (f"第 {line} 行已经写了“{said}”，这里又写了一次", f"“{said}” stands on line {line} already, and here again"),
        (
            "一题只写一次；如果是下一题的，给下一题的题干编号",
            "say it once a question; if it belongs to the next one, number the stem of that one",
        ),
    )


def no_such_question(cell: Cell, number: str) -> Diagnostic:
    """BNK003: an answer behind the questions that fits none, or several."""
    return cell.fault(
        "BNK003",
        (
            f"答案里的第 {number} 题在前面没有，或不止一题",
            f"the answers name question {number}, which is not there, or is there twice",
        ),
        ("按大题和题号写答案，如：一、单选题 1.B 2.C", "give answers by section and number, as in: Part 1. 1. B 2. C"),
    )


def unread_key(cell: Cell) -> Diagnostic:
    """BNK003: a line among the answers behind the questions that cannot be read."""
    text = cell.text[:40]
    return cell.fault(
        "BNK003",
        (f"看不懂这一行答案 {text!r}", f"this line of answers is not understood: {text!r}"),
        (
            "写成 1-5 BCADB、1.B 2.C 或 1× 2√，题号从小到大",
            "write 1-5 BCADB, 1. B 2. C or 1. T 2. F, with the numbers in order",
        ),
    )


def unmatched_gaps(cell: Cell, gaps: int, values: int) -> Diagnostic:
    """BNK003: gaps and answers differ in number."""
    return cell.fault(
        "BNK003",
        (f"题干有 {gaps} 个空，答案有 {values} 个", f"the stem has {gaps} gaps, the answer {values}"),
        ("每个空写一个答案，用 | 隔开", "give one answer a gap, parted by |"),
    )


def no_arrow(cell: Cell) -> Diagnostic:
    """BNK003: a pair without its two sides."""
    return cell.fault(
        "BNK003",
        ("配对没有写箭头", "the pair has no arrow"),
        (
            "写成 左项 → 右项；只有右项时写 → 右项",
            "write left → right, or → right for a right side that belongs to none",
        ),
    )
