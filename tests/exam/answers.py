"""Answer sheets filled in as people fill them in, and what LibreOffice works out from them."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from guizhang.exam.workbook.plan import PRACTICAL, RESPONSES, TOP, Plan
from guizhang.exam.workbook.typed import RATERS
from guizhang.grading.answers import Problem, is_blank, normalise
from guizhang.grading.reading.points import points_in
from guizhang.model.item import ItemType
from guizhang.model.numbering import han_number
from guizhang.tables.delimited import damage_of

# What somebody types who has slipped into the wrong column, or was helped by the program.
ANYTHING = [
    None, " ", "-", "—", "空", "未答", "n/a", "?", "不知道", date(2026, 3, 4), "3-4", 3, 0, 1.5, -2, "1e5", "A?", "AB", "=A",
    "TRUE", "Ａ", "√", "×", "对", "错", "T ", "f", "1", "0", "。", "Z", "24 48", "5分", 1e16, "是的", "对错",
]  # fmt: skip
TRUTH = [
    "T", "F", "√", "×", "对", "错", "t", "f", "正确", "错误", "是", "否", "Y", "n", "ｔ", "Ｆ", "（√）", "( × )", "x", "✓", "✗",
    "true", "False", True, False, "TF", "√×", "1", 1, 0, "对。", "V", "勾", "打叉",
    "×（改）", "答：√", "【√】", "對", "答对",
]  # fmt: skip
BETWEEN = ["", "", " ", "、", ",", "，", "和", " and ", "/", "-", "→", ";", "；", ". ", "与", "＞"]
ABSENT_ROW = 5


def fill(workbook: Path, record, seed: int = 1) -> None:
    """Type answers into Responses and ratings into Practical: right, wrong, blank, sloppy, and a few nobody can read."""
    chance = random.Random(seed)
    book = load_workbook(workbook)
    sheet, plan = book[RESPONSES], Plan(record)
    forms = {form.id: form for form in record.forms}
    for row, person in zip(plan.rows, record.candidates, strict=False):
        if row == ABSENT_ROW:
            continue
        for question, item in zip(plan.questions, forms[person.form].items, strict=False):
            _type(sheet[f"{question.column}{row}"], _typed(item, chance))
        how = chance.choice(["whole", "rated", "rated", "none"])
        if how == "whole":
            _type(sheet[f"{plan.practical_column}{row}"], chance.choice([30, 24.5, "12", 0, *[20] * 9, 31, -1]))
        elif how == "rated":
            _rate(book[PRACTICAL], TOP + RATERS * (row - TOP), record.rubric, chance)
    book.save(workbook)


def _type(cell, value) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # "=A" is what somebody typed into a cell of text
    elif value is not None:
        cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General"


def _typed(item, chance):
    value = chance.choice(ANYTHING) if chance.random() < 0.05 else answer(item, chance)
    # One such cell keeps its whole row from being graded, so most of them are left out.
    return value if chance.random() < 0.03 or not refuses(item, value) else None


def refuses(item, value) -> bool:
    """Tell whether grading refuses the row of a person who wrote this."""
    if value is None:
        return False
    if isinstance(value, date) or (isinstance(value, float) and abs(value) >= 1e15):
        return True
    text = (
        str(value).upper()
        if isinstance(value, bool)
        else f"{value:g}"
        if isinstance(value, (int, float))
        else value.strip()
    )
    if len(text) >= 4 and damage_of(text):
        return True
    if item.type is ItemType.SHORT_ANSWER:
        points = points_in(text, item.points)
        return not is_blank(text) and (points is None or points > item.points)
    return normalise(item, text).problem in (Problem.UNKNOWN_OPTION, Problem.NOT_TRUE_FALSE)


def answer(item, chance):
    """Return what somebody typed for *item*."""
    match item.type:
        case ItemType.TRUE_FALSE:
            return chance.choice(TRUTH)
        case ItemType.NUMERIC:
            return _number(item, chance)
        case ItemType.MATCHING:
            return _pairs(item, chance)
        case ItemType.CLOZE:
            return _gaps(item, chance)
        case ItemType.SHORT_ANSWER:
            most = item.points
            texts = ["空", "未答", f"{most}分", f"{most} points", f"{most}", "很好", wide(f"{most}")]
            texts += [f"1/{most}", f"{most}分/{most}", "1/99", "满分", "Full", f"{most}（改）"]
            return chance.choice(
                [float(most), float(most), 0, float(most) / 2, None, None, float(most) + 1, -1, *texts]
            )
        case _:
            return _letters(item, chance)


def wide(text: str) -> str:
    """Return *text* in letters of full width."""
    return "".join(chr(ord(c) + 0xFEE0) if 33 <= ord(c) < 127 else c for c in text)


def _letters(item, chance):
    letters = list(item.key)
    if chance.random() < 0.4:
        letters = chance.sample("ABCDEFGH", chance.choice([1, 1, 2, 3, 4]))
    if chance.random() < 0.3:
        chance.shuffle(letters)
    text = chance.choice(BETWEEN).join(letters)
    return chance.choice(
        [
            text,
            text,
            text.lower(),
            wide(text),
            f" {text} ",
            f"({text})",
            f"{text}。",
            f"{text}.",
            f"选{text}",
            f"答：{text}",
            f"{text}（改）",
        ]
    )


def _number(item, chance):
    key = Decimal(item.key[0])
    number = chance.choice([key, key, key, key + 1, key + Decimal("0.001"), -key])
    units = [unit for unit in ((item.unit.zh, item.unit.en) if item.unit else ()) if unit]
    units += [unit.removeprefix("个") for unit in units] + ["件", "s"]
    text, unit = f"{number:f}", chance.choice(units)
    odd = [
        f"{text}.0",
        text.replace(".", ","),
        f"{text}.",
        f"{text}:00",
        "1,000",
        f"{number:,f}",
        f"{text} {text}",
        f"+{text}",
    ]
    usual = [float(number), text, f"{text}{unit}", f"{text} {unit.upper()}", wide(text), f"{unit}{text}", f"¥{text}"]
    words = (
        [han_number(int(number)), f"{han_number(int(number))}{units[0]}"]
        if number == int(number) and 0 < number < 10_000
        else []
    )
    return chance.choice([*usual, *usual, *odd, *words])


def _pairs(item, chance):
    letters = list(item.key)
    if chance.random() < 0.5:
        chance.shuffle(letters)
    for likely, change in ((0.3, "-"), (0.1, "Z")):
        if chance.random() < likely:
            letters[0] = change
    if chance.random() < 0.2:
        letters.append("A")
    if chance.random() < 0.2:
        letters.pop()
    text = "".join(letters)
    numbered = [(n, letter) for n, letter in enumerate(letters, 1) if letter != "-"]
    by_number = " ".join(f"{n}{letter}" for n, letter in numbered)
    arrows = "; ".join(f"({n})→{letter}" for n, letter in numbered)
    return chance.choice(
        [
            text,
            text.lower(),
            " ".join(letters),
            "、".join(letters),
            "-".join(letters),
            wide(text),
            by_number,
            by_number.lower(),
            arrows,
        ]
    )


def _gaps(item, chance):
    words = [chance.choice(gap.accepted or (letter,)) for gap, letter in zip(item.gaps, item.key, strict=True)]
    words = [chance.choice([word, word, word, _in_words(word), "别的", "", "-", "Z"]) for word in words]
    dividers = ["; ", "；", ";", ", ", "，", "、", " ", *(["\n"] if words[0] else [])]
    text = chance.choice(dividers).join(words)
    numbered = " ".join(f"({n}) {word}" for n, word in enumerate(words, 1) if word)
    wide_numbers = numbered.replace("(", "（").replace(")", "）")
    return chance.choice(
        [text, text, text.upper(), wide(text), f"{text}。", numbered, wide_numbers, f"{text};多了", words[0]]
    )


def _in_words(text: str) -> str:
    return re.sub(r"\d+", lambda figure: han_number(int(figure[0])), text) if "小时" in text else text


def _rate(sheet, row: int, rubric, chance) -> None:
    """Rate one candidate: one assessor or two, near each other or far apart, with and without what they agreed on."""
    two, agreed = chance.random() < 0.6, chance.random() < 0.2
    for column, criterion in enumerate(rubric.criteria, 4):
        most = int(criterion.max_points)
        given = chance.choice([most, most - 1, most, 1, 0])
        sheet.cell(row, column).value = given
        if two:
            sheet.cell(row + 1, column).value = min(most, max(0, given + chance.choice([0, 0, -1, 1, -2, 0.5])))
        if agreed:
            sheet.cell(row + 2, column).value = chance.choice([given, None])


def recalculated(workbook: Path, out: Path) -> Path:
    """Return the workbook as LibreOffice saves it, with the results of its formulas."""
    return converted(workbook, out, "xlsx")


def converted(file: Path, out: Path, ending: str) -> Path:
    """Return the file that LibreOffice makes of *file*, in the folder *out*."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    assert soffice
    out.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (out / file.name).with_suffix(f".{ending}")
