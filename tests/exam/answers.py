"""Answer sheets filled in as people fill them in, and what LibreOffice works out from them."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

from openpyxl import load_workbook

from guizhang.exam.workbook.plan import Plan
from guizhang.model.item import ItemType


def fill(workbook: Path, record, seed: int = 1) -> None:
    """Type answers into Responses: right, wrong, blank, sloppy."""
    chance = random.Random(seed)
    book = load_workbook(workbook)
    sheet = book["Responses"]
    plan = Plan(record)
    forms = {form.id: form for form in record.forms}
    for row, person in zip(plan.rows, record.candidates, strict=False):
        if row == 5:
            continue  # absent
        for question, item in zip(plan.questions, forms[person.form].items, strict=False):
            sheet[f"{question.column}{row}"].value = _answer(item, chance)
        sheet[f"{plan.practical_column}{row}"].value = chance.choice([30, 24.5, 0, None])
    book.save(workbook)


def _answer(item, chance):
    kind = chance.choice(["right", "right", "right", "sloppy", "wrong", "blank"])
    key = "".join(item.key)
    if kind == "blank":
        return None
    if item.type is ItemType.SHORT_ANSWER:
        return chance.choice([0, 1, 1.5, float(item.points)])
    if item.type is ItemType.NUMERIC:
        return {"right": float(key), "sloppy": f" {key} ", "wrong": 999}[kind]
    if item.type is ItemType.TRUE_FALSE:
        sloppy = {"T": ["√", "对", "t"], "F": ["×", "错", "f"]}[key]
        return {"right": key, "sloppy": chance.choice(sloppy), "wrong": "F" if key == "T" else "T"}[kind]
    if item.type is ItemType.CLOZE:
        return _gaps(item, kind)
    if item.type is ItemType.MATCHING:
        wrong = chance.choice([f"-{key[1:-1]}{key[0]}", f"{key}A"])
        return {"right": key, "sloppy": " ".join(key.lower()), "wrong": wrong}[kind]
    if kind == "sloppy":
        return "、".join(reversed(key.lower())) if item.type is ItemType.MULTIPLE_CHOICE else f" {key.lower()}"
    if kind == "wrong":
        letters = "ABCDEFGH"[: len(item.options)]
        return next(letter for letter in letters if letter != key)
    return key


def _gaps(item, kind):
    """Return an answer to a cloze item: the wrong one is right in its last gap."""
    first = [gap.accepted[0] if gap.accepted else letter for gap, letter in zip(item.gaps, item.key, strict=True)]
    last = [gap.accepted[-1] if gap.accepted else letter for gap, letter in zip(item.gaps, item.key, strict=True)]
    return {
        "right": "; ".join(first),
        "sloppy": "；".join(last).lower(),
        "wrong": ";".join([*["别的", "", "无"][: len(first) - 1], first[-1]]),
    }[kind]


def recalculated(workbook: Path, out: Path) -> Path:
    """Return the workbook as LibreOffice saves it, with the results of its formulas."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    assert soffice
    out.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / workbook.name
