"""A calculator for the few functions the gradebook uses, so that its formulas can be held against their results."""

from __future__ import annotations

import re
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

_REFERENCE = re.compile(r"(?:'([^']+)'!)?([A-Z]+[0-9]+)(:[A-Z]+[0-9]+)?(?![A-Z0-9(])|(\"[^\"]*\")")


class Row(list):
    """A range as a sheet sees it: comparisons and products go cell by cell."""

    def __eq__(self, other: object) -> Any:
        return Row((cell if cell is not None else "") == other for cell in self)

    __hash__ = None

    def __mul__(self, other: Any) -> Row:
        return Row(bool(left) * (right or 0) for left, right in zip(self, other, strict=True))


def calculate(book: Workbook, sheet: str, cell: str) -> Any:
    """Return what *cell* of a workbook with formulas comes to."""
    value = book[sheet][cell].value
    if book[sheet][cell].data_type != "f":
        return value

    def reference(match: re.Match[str]) -> str:
        if match[4]:
            return match[4]
        where = match[1] or sheet
        return f"cells({where!r}, {(match[2] + (match[3] or ''))!r})"

    def cells(where: str, area: str) -> Any:
        if ":" not in area:
            found = calculate(book, where, area)
            return "" if found is None else found
        left, top, right, bottom = range_boundaries(area)
        return Row(
            calculate(book, where, book[where].cell(row, column).coordinate)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        )

    def numbers(row: Row) -> list[Any]:
        return [cell for cell in row if isinstance(cell, int | float)]

    expression = _REFERENCE.sub(reference, value.removeprefix("="))
    expression = re.sub(r"(?<![<>=])=(?!=)", "==", expression)
    names = {
        "cells": cells,
        "SUM": lambda row: sum(numbers(row)),
        "AVERAGE": lambda row: sum(numbers(row)) / len(numbers(row)),
        "SUMPRODUCT": sum,
        "ROUND": round,
        "MAX": max,
        "ISNUMBER": lambda value: isinstance(value, int | float),
        "COUNTIF": lambda row, wanted: sum(cell == wanted for cell in row),
        "IF": lambda test, yes, no: yes if test else no,
        "AND": lambda *tests: all(tests),
        "OR": lambda *tests: any(tests),
    }
    return eval(expression, {"__builtins__": {}}, names)
