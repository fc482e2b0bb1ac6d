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


def no_rule(cell: Cell, *, columns: bool) -> Diagnostic:
    """BNK006: no rule is cited and none is like the question; *columns* says whether there is a column for it."""
    mend = (
        ("在“引用条款”一列写明", "name it in the column “cites”")
        if columns
        else (
            "在这道题下面另起一行写明，如：依据：《规章》第五条",
            "name it on a line below, as in: Rule: “Handbook” Article 5",
        )
    )
    return cell.fault(
        "BNK006", ("不知道这道题依据哪一条", "there is no telling which rule this question rests on"), mend
    )


def no_theme(cell: Cell, theme: Text | None, count: int) -> Diagnostic:
    """BNK010: neither this question nor its rule has a theme; the first one of the handbook stands in.

    Args:
        cell: Where it would be named for the first of them.
        theme: What stands in.
        count: How many questions there are like it.
    """
    mend = (
        "给规章写上 themes，或在题目里写明主题",
        "give the regulation its themes, or name a theme with the question",
    )
    if theme is None:
        problem = (
            "题目没有主题，handbook.yaml 里也一个都没有",
            "the question has no theme, and handbook.yaml names none",
        )
        mend = ("在 handbook.yaml 的 themes 里写上主题", "add a theme under themes in handbook.yaml")
        return cell.fault("BNK010", problem, mend)
    return cell.fault(
        "BNK010",
        (
            f"{count} 道题没有写主题，所引规章也没有，暂归入“{theme.either('zh')}”",
            f"{count} of the questions name no theme, nor do their rules; put under “{theme.either('en')}”",
        ),
        mend,
        Severity.NOTE,
    )


def asks_again(cell: Cell, name: str) -> Diagnostic:
    """BNK007: what an item says has changed, and nobody has read it since."""
    return cell.fault(
        "BNK007",
        (f"{name} 改过了，要重新确认", f"{name} has changed and must be confirmed again"),
        (f"核对后运行 guizhang items accept {name}", f"check it, then run: guizhang items accept {name}"),
        Severity.NOTE,
    )


def unknown_word(cell: Cell, said: tuple[str, str], zh: str, en: str) -> Diagnostic:
    """FMT008: a word that stands nowhere on its scale; *said* is what the column is called, *zh* and *en* what it takes."""
    text = cell.text[:20]
    return cell.fault(
        "FMT008",
        (f"{said[0]} {text!r} 不认识", f"the {said[1]} {text!r} is not known"),
        (f"可以写：{zh}", f"write one of: {en}"),
    )


def unused_points(cell: Cell) -> Diagnostic:
    """BNK011: points of questions, which a paper gives and the bank does not."""
    return cell.fault(
        "BNK011",
        ("分值没有采用：每题几分由试卷的蓝图决定", "points were not taken over: the blueprint of a paper gives them"),
        ("只有案例题的小题按分值分配", "only the questions of a case are weighted by them"),
        Severity.NOTE,
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


def same_question(cell: Cell, first: Cell) -> Diagnostic:
    """BNK008: the same stem twice."""
    line, path = first.source.line, first.source.path
    where = (f"第 {line} 行", f"line {line}")
    if path != cell.source.path:
        where = (f" {path} {where[0]}", f"{where[1]} of {path}")
    elif first.field.partition("!")[0] != cell.field.partition("!")[0]:
        where = (f" {first.field} ", first.field)
    return cell.fault(
        "BNK008",
        (f"与{where[0]}的题目相同", f"the same question as on {where[1]}"),
        ("删去其中一题，或把题干改得不同", "delete one of them, or word one differently"),
    )


def doubled_id(cell: Cell, name: str, first: Cell) -> Diagnostic:
    """BNK008: two questions of one id."""
    return cell.fault(
        "BNK008",
        (f"编号 {name} 与 {first.source} 重复", f"the id {name} also stands at {first.source}"),
        ("改其中一个编号", "change one of the ids"),
    )


def taken_id(cell: Cell, name: str) -> Diagnostic:
    """BNK008: another sheet's numbers, or those of another department's: what has the id in the bank is not this question."""
    return cell.fault(
        "BNK008",
        (f"题库里编号 {name} 的是另一道题", f"the id {name} is that of another question of the bank"),
        (
            "换一个编号，或者删去编号一列；要改写那道题，用 items export 写出的表",
            "give it another id or delete the column of ids; to rewrite that question use the sheet items export writes",
        ),
    )


def empty_section(cell: Cell) -> Diagnostic:
    """BNK014: a heading with lines below it of which none was taken for a question."""
    return cell.fault(
        "BNK014",
        (f"“{cell.text}”下面没有读到题目", f"no question was found below “{cell.text}”"),
        (
            "每题以编号开头，例如 1．；下面没有题目就不用管",
            "number each question, as in 1.; nothing to do if there is none",
        ),
        Severity.WARNING,
    )


def no_case(cell: Cell, name: str) -> Diagnostic:
    """BNK009: a question of a case that is not there."""
    return cell.fault(
        "BNK009",
        (f"前面没有案例题 {name}", f"there is no case {name} above"),
        ("先写案例，再写它的小题", "put the case first and its questions below"),
    )


def no_questions(cell: Cell, *, columns: bool) -> Diagnostic:
    """BNK009: a case that asks nothing."""
    mend = (
        (
            "小题写在案例下面，序号留空，或写 2-1、2-2，或编号写 案例编号#1、#2",
            "put its questions below it, without a number, numbered 2-1, 2-2, or with the ids case-id#1, #2",
        )
        if columns
        else (
            "小题写在案例下面，编号 1. 2.，或写 问题1：",
            "put its questions below it, numbered 1. 2., or as Question 1:",
        )
    )
    return cell.fault("BNK009", ("案例没有小题", "the case has no questions"), mend)


def miscounted(cell: Cell, due: int) -> Diagnostic:
    """BNK009: a question of a case whose number does not count on; another case may have begun."""
    return cell.fault(
        "BNK009",
        (f"案例的小题到这里应当是第 {due} 题", f"this should be question {due} of the case"),
        (
            "依次编号；如果是另一个案例，在它前面写“案例二：”",
            "number them in order; if another case has begun, head it “Case 2:”",
        ),
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
