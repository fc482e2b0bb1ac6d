"""Faults of questions that come from outside: BNK001 to BNK012, each at the cell it is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.exchange.draft import Cell
from guizhang.model.text import Text


def no_header(cell: Cell) -> Diagnostic:
    """BNK001: no row names stem and answer."""
    return cell.fault(
        "BNK001",
        ("找不到表头：没有一行同时写有题干和答案", "no header was found: no row names both stem and answer"),
        (
            "第一行写列名：题型、题干、选项A…、答案、解析；或用 guizhang items export 写出样表",
            "name the columns in the first row: type, stem, A …, answer, rationale; guizhang items export writes an example",
        ),
    )


def no_question(cell: Cell) -> Diagnostic:
    """BNK001: no numbered stem in a text."""
    return cell.fault(
        "BNK001",
        ("没有找到题目：没有“1．”这样编号的题干", "no question was found: no stem numbered like “1.”"),
        (
            "每题以编号开头，选项写 A. B. C.，另起一行写“答案：”",
            "number each question, letter its options A. B. C., and write “Answer:” on a line of its own",
        ),
    )


def unknown_type(cell: Cell, names: Collection[Text]) -> Diagnostic:
    """BNK002: no type of item."""
    return cell.fault(
        "BNK002",
        (f"不认识题型 {cell.text!r}", f"the type {cell.text!r} is not known"),
        (
            "可用：" + "、".join(name.either("zh") for name in names),
            "use one of: " + ", ".join(name.either("en") for name in names),
        ),
    )


def no_answer(cell: Cell, mend: tuple[str, str]) -> Diagnostic:
    """BNK003: nothing says what is right."""
    return cell.fault("BNK003", ("没有答案", "there is no answer"), mend)


def unclear_answer(cell: Cell, mend: tuple[str, str]) -> Diagnostic:
    """BNK003: the answer names nothing that is there."""
    text = cell.text[:40]
    return cell.fault("BNK003", (f"看不懂答案 {text!r}", f"the answer {text!r} is not understood"), mend)


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


def no_stem(cell: Cell) -> Diagnostic:
    """BNK004: nothing is asked."""
    return cell.fault(
        "BNK004",
        ("没有题干", "there is no stem"),
        ("写上题干，或删去这一行", "write the stem or delete the row"),
    )


def unknown_rule(cell: Cell, text: str, example: tuple[str, Text] | None) -> Diagnostic:
    """BNK005: the cited rule is not in the handbook, or what is written may mean several.

    Args:
        cell: Where it is cited.
        text: What is written there.
        example: A rule of this handbook, by its address and as it is printed.
    """
    zh, en = "", ""
    if example:
        address, name = example
        zh = f"写成 {address} 或 {name.either('zh')}；"
        en = f"write it as in {address}, or as in {name.either('en')}; "
    text = text[:40]
    return cell.fault(
        "BNK005",
        (
            f"找不到所引条款 {text!r}，或不止一条",
            f"the cited rule {text!r} is not found, or is not the only one called so",
        ),
        (f"{zh}留空则由工具查找", f"{en}leave it empty to have it looked up"),
    )


def no_rule(cell: Cell) -> Diagnostic:
    """BNK006: no rule is cited and none is like the question."""
    return cell.fault(
        "BNK006",
        ("不知道这道题依据哪一条", "there is no telling which rule this question rests on"),
        ("在“引用条款”一列写明", "name it in the column “cites”"),
    )


def proposed_rule(cell: Cell, name: str, likely: Sequence[str]) -> Diagnostic:
    """BNK007: the rule was looked up."""
    others = f"（或 {'、'.join(likely[1:])}）" if likely[1:] else ""
    others_en = f" (or on {', '.join(likely[1:])})" if likely[1:] else ""
    return cell.fault(
        "BNK007",
        (f"依据看来是 {likely[0]}{others}", f"it seems to rest on {likely[0]}{others_en}"),
        (f"核对引用后运行 guizhang items accept {name}", f"check the citation, then run: guizhang items accept {name}"),
        Severity.NOTE,
    )


def doubled_id(cell: Cell, name: str, first: Cell) -> Diagnostic:
    """BNK008: two questions of one id."""
    return cell.fault(
        "BNK008",
        (f"编号 {name} 与 {first.source} 重复", f"the id {name} also stands at {first.source}"),
        ("改其中一个编号", "change one of the ids"),
    )


def no_case(cell: Cell, name: str) -> Diagnostic:
    """BNK009: a question of a case that is not there."""
    return cell.fault(
        "BNK009",
        (f"前面没有案例题 {name}", f"there is no case {name} above"),
        ("先写案例，再写它的小题", "put the case first and its questions below"),
    )


def unknown_name(cell: Cell, name: str) -> Diagnostic:
    """BNK010: a theme or role the handbook does not know."""
    return cell.fault(
        "BNK010",
        (f"handbook.yaml 里没有 {name!r}，不予采用", f"{name!r} is not in handbook.yaml and is left out"),
        ("改用已有的名称，或在 handbook.yaml 里添加", "use a name that is there, or add it to handbook.yaml"),
        Severity.NOTE,
    )


def unknown_column(cell: Cell) -> Diagnostic:
    """BNK011: a column that was not read."""
    text = cell.text[:30]
    return cell.fault(
        "BNK011",
        (f"不认识列 {text!r}，没有读取", f"the column {text!r} is not known and was not read"),
        ("需要的话改用 items export 写出的列名", "if it matters, name it as items export does"),
        Severity.NOTE,
    )


def damaged_cell(cell: Cell, problem: tuple[str, str]) -> Diagnostic:
    """BNK012: a spreadsheet program changed what was typed."""
    mend = ("把这一格设为文本格式后重新输入", "format the cell as text and type it again")
    return cell.fault("BNK012", problem, mend)
