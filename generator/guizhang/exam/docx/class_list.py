"""The class marking list as a Word document: a row for each candidate, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from guizhang.exam.docx.sheets import Cell, look_of, ruled, secret, signatures, top
from guizhang.exam.docx.text import lines, words
from guizhang.exam.marking.heads import columns, head, kind
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import plain, say, section_number
from guizhang.model.form import ExamRecord

_BLANK_ROWS = 25
"""Where there is no roster: about what a class has."""


def class_list_docx(record: ExamRecord) -> bytes:
    """Return the list of all candidates with room for their points, in the order papers are handed out."""
    language = record.language
    view = head(record, kind(record, "class_list"), language)
    look = look_of(view, wide=True)
    rows = [_heads(record), *_rows(record, view["lang"])]
    parts = len(rows[0]) - len(_BEFORE) - len(_BEHIND)
    facts = [say("full", language, points=plain(record.total_points)), *_pass_line(record)]
    return secret(
        view,
        look,
        [
            *top(view, view["form"], facts, new_page=False),
            *ruled(look, (*_BEFORE.values(), *[1.5] * parts, *_BEHIND.values()), rows),
            signatures((say(word, language) for word in ("assessor", "signature_date")), view["lang"]),
        ],
    )


_BEFORE = {"row": 1.0, "number": 2.0, "candidate_name": 2.4, "department": 2.4, "form_column": 1.2}
_BEHIND = {"total": 1.3, "result": 2.3, "remarks": 2.6}
"""Columns around the points and their shares of the width."""


def _pass_line(record: ExamRecord) -> list[str]:
    """Return what it takes to pass, unless that differs from form to form."""
    cuts = {record.cut_points(form) for form in record.forms}
    return [say("pass_line", record.language, points=plain(cuts.pop()))] if len(cuts) == 1 else []


def _heads(record: ExamRecord) -> list[Cell]:
    language, lang = record.language, "en" if record.language == "en" else "zh"
    sections = record.forms[0].sections
    parts = [[words(section_number(at, language).rstrip("、. "), lang)] for at in range(len(sections))]
    points = [section.total_points for section in sections]
    if record.practical_points:
        parts += map(lines, columns(language, ["practical"]))
        points.append(record.practical_points)
    full = [[*head, words(f"\n{plain(most)}", lang)] for head, most in zip(parts, points, strict=True)]
    return [*map(lines, columns(language, _BEFORE)), *full, *map(lines, columns(language, _BEHIND))]


def _rows(record: ExamRecord, lang: str) -> Iterator[list[Cell]]:
    language = record.language
    parts = len(record.forms[0].sections) + bool(record.practical_points)
    result = f"□ {say('pass', language)}\n□ {say('fail', language)}"
    known = [
        (person.id, person.name, person.department, "" if record.individual else person.form)
        for person in handing_out_order(record)
    ]
    for number, facts in enumerate(known or [("",) * 4] * _BLANK_ROWS, 1):
        texts = [str(number), *facts, *[""] * (parts + 1), result, ""]
        yield [_run(text, lang) for text in texts]


def _run(text: str, lang: str) -> list[_Element]:
    return [words(text, lang)] if text else []
