"""The key mask of a form: rings where the right bubbles are, to be laid over a filled sheet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from guizhang.exam.answersheets.layouts import Layouts
from guizhang.exam.answersheets.view import sheet_frame
from guizhang.exam.checkdigit import sheet_check
from guizhang.exam.words import each, plain, runs, say, section_number
from guizhang.model.answer_sheet import AnswerSheet, Bubbles, SheetPage
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.item import ItemType

View = dict[str, Any]


def mask_view(record: ExamRecord, form: DrawnForm, *, large_print: bool = False) -> View:
    """Return what is printed of a form's mask: a page for each page of the sheet that has something to compare.

    Args:
        record: The exam.
        form: One of its forms.
        large_print: Whether it is laid over sheets in large print.
    """
    language = record.language
    sheet = Layouts(record).of(form, large_print=large_print)
    return {
        "lang": "en" if language == "en" else "zh",
        "title": runs(record.title, language),
        "secret": say("secret", language),
        "kind": say("key_mask", language),
        "form": form.id,
        "check": f"{say('check', language)} {sheet_check(record.exam_id, form.id, '')}",
        "exam": f"{say('exam', language)} {record.exam_id}",
        "how": [line for (line,) in each(language, ("mask_how", {}))],
        "pages": [page for page in _pages(record, form, sheet) if page["rings"] or page["values"]],
    }


def right_bubbles(line: Bubbles, item: DrawnItem) -> list[tuple[float, float]]:
    """Return the centres of those bubbles of a line that are filled in a right answer.

    A number has none: it is right within its tolerance, and 24 may be written as 24.0.
    """
    if item.type is ItemType.NUMERIC:
        return []
    key = "".join(item.key) if line.part == 0 else item.key[line.part - 1]
    return [(x, y) for value, x, y in line.centres() if value in key]


def _pages(record: ExamRecord, form: DrawnForm, sheet: AnswerSheet) -> Iterator[View]:
    language = record.language
    items = dict(enumerate(form.items, 1))
    for number, page in enumerate(sheet.pages, 1):
        lines = [(line.question, right_bubbles(line, items[line.question])) for line in page.bubbles if line.question]
        rings = [centre for _, found in lines for centre in found]
        yield {
            **sheet_frame(sheet),
            "rings": rings,
            "joined": [[*found[0], *found[-1]] for _, found in lines if len(found) > 1],
            "values": [
                # Beside the sign, where the sheet has no other bubble.
                [line.x + line.dy * 0.6, line.y, _number(items[line.question], language)]
                for line in page.bubbles
                if line.question and line.part == 1 and line.dy
            ],
            "sums": list(_sums(form, page, lines, language)),
            "count": say("rings_page", language, count=len(rings)),
            "large": say("mask_large", language) if sheet.large_print else "",
            "page": say("page", language, page=number, pages=len(sheet.pages)),
        }


def _number(item: DrawnItem, language: PaperLanguage) -> str:
    unit = " / ".join(run["text"] for run in runs(item.unit, language))
    tolerance = f" {say('tolerance', language, value=plain(item.tolerance))}" if item.tolerance else ""
    return f"{item.key[0]} {unit}".strip() + tolerance


def _sums(
    form: DrawnForm, page: SheetPage, lines: list[tuple[int, list[tuple[float, float]]]], language: PaperLanguage
) -> Iterator[list[Any]]:
    """Yield for each heading of a page its height, how many questions with bubbles stand below it, points and rings."""
    first = 1
    points = {number: item.points for number, item in enumerate(form.items, 1)}
    headings = {heading.section: heading.y for heading in page.headings}
    for index, section in enumerate(form.sections):
        last = first + len(section.items)
        asked = {question for question, _ in lines if first <= question < last}
        if index in headings and asked:
            values = {"count": len(asked), "points": plain(sum((points[n] for n in asked), Decimal(0)))}
            rings = sum(len(found) for question, found in lines if question in asked)
            counted = f"　{say('rings', language, count=rings)}" if rings else ""
            part = section_number(index, language).rstrip("、. ")
            yield [headings[index], f"{part}　{say('mask_points', language, **values)}{counted}"]
        first = last
