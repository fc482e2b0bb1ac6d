"""Marking sheets and the sheet of the practical part as Word documents, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.sheets import Cell, fitted, of_each, person, ruled, secret, signatures, top, writing
from guizhang.exam.docx.text import inline, keep, lines, paragraph, words

View = Mapping[str, Any]
_BOX = "\u25a1"
"""A square every Chinese font has; the ballot box U+2610 is missing from many."""
_STAR = "★ "


def marking_docx(view: View) -> bytes:
    """Return marking sheets as a Word document, each on a page of its own.

    Args:
        view: What `marking_view` returned.
    """
    sheets = view["sheets"]

    def sheet(number: int, look: Look) -> Iterator[_Element]:
        found = sheets[number]
        yield from top(view, found["heading"], [found["form"], *found["facts"]], new_page=number > 0)
        yield person(found["fields"], view["lang"])
        below = view["bodies"][found["body"]]
        written = [view["answers"][place] for place in below["written"]]
        yield from _marks(view["rests"][below["rest"]], written, view["lang"], look)

    numbers = range(len(sheets))
    look = min((fitted(view, partial(sheet, number)) for number in numbers), key=lambda look: look.points)
    return secret(view, look, chain.from_iterable(sheet(number, look) for number in numbers))


def _marks(body: View, written: Sequence[View], lang: str, look: Look) -> Iterator[_Element]:
    said = body["words"]
    empty: list[_Element] = []

    def plain(*texts: str) -> list[Cell]:
        return [[words(text, lang)] for text in texts]

    rows: list[list[Cell]] = [plain(said["part"], said["questions"], said["points"], said["score"])]
    for section in body["sections"]:
        points = section["points"] + (f"（{section['minimum']}）" if section["minimum"] else "")
        title = [words(section["number"], lang), *inline(section["title"])]
        rows.append([title, *plain(section["questions"], points), empty])
    if body["criteria"]:
        rows.append([*plain(said["practical_part"], body["practical_points"]), empty])
    rows.append([[words(said["total"], lang, bold=True)], [words(body["total"], lang, bold=True)], empty])
    yield from ruled(look, (5, 1.2, 1.8, 1.5), rows)
    if written:
        yield paragraph("Heading2", [words(said["written_answers"], lang)])
        yield from ruled(look, (0.6, 4, 5, 0.8, 1.4), _written(written, lang), heads=0)
    if body["criteria"]:
        yield paragraph("Heading2", [words(said["practical_part"], lang)])
        marks: list[list[Cell]] = [
            [[words(_STAR if c["critical"] else "", lang), *inline(c["title"])], *plain(c["max"]), empty]
            for c in body["criteria"]
        ]
        yield from ruled(look, (6, 1, 1.5), [*marks, [*plain(said["sum"], body["rubric_max"]), empty]], heads=0)
        for note in body["notes"]:
            yield paragraph("Remark", lines(note))
    end = [paragraph("Heading2", [words(said["remarks"], lang)]), *writing(2, lang)]
    end.append(
        paragraph(
            "Answer",
            [words(f"{said['result']}\u3000{_BOX} {said['pass']}\u3000{_BOX} {said['fail']}", lang, bold=True)],
        )
    )
    yield from keep([*end, signatures((said["assessor"], said["candidate"], said["signature_date"]), lang)])


def _written(answers: Sequence[View], lang: str) -> Iterator[list[Cell | None]]:
    """Yield a row for each point of a marking guide; number and question stand beside all of them."""
    for item in answers:
        points = item["guide"] or [{"runs": [], "points": item["points"]}]
        for at, point in enumerate(points):
            first: list[Cell | None] = [None, None] if at else [[words(str(item["number"]), lang)], lines(item["stem"])]
            yield [*first, inline(point["runs"]), [words(point["points"], lang)], []]


def rubric_docx(view: View) -> bytes:
    """Return the sheet on which a practical part is assessed as a Word document.

    Args:
        view: What `rubric_view` returned.
    """
    return of_each(view, partial(_practical, view))


def _practical(view: View, look: Look) -> Iterator[_Element]:
    said, rubric, lang = view["words"], view["rubric"], view["lang"]
    yield paragraph("Task", inline(rubric["title"], bold=True))
    yield paragraph("Task", [words(f"{said['task']}\u3000", lang, bold=True), *lines(rubric["task"])])
    if rubric["assessor"]:
        yield paragraph("Task", [words(f"{said['for_assessor']}\u3000", lang, bold=True), *lines(rubric["assessor"])])
    blank = "_" * 10
    yield paragraph(
        "Task", [words(f"{said['begun']} {blank}\u3000{said['ended']} {blank}\u3000{rubric['minutes']}", lang)]
    )
    rows: list[list[Cell]] = [[lines(head) for head in view["columns"]]]
    for criterion in rubric["criteria"]:
        title = [words(_STAR if criterion["critical"] else "", lang), *lines(criterion["title"])]
        named = [paragraph("CellText", title), paragraph("CellText", lines(criterion["max"]))]
        rows.append([named, [*_seen(criterion, said, lang)], [], [], []])
    empty: list[_Element] = []
    total = [words(f"{said['sum']}\u3000{rubric['max']}", lang, bold=True)]
    yield from ruled(look, (2.6, 7, 1.5, 1.5, 1.5), [*rows, [total, empty, empty, empty]])
    for note in view["notes"]:
        yield paragraph("Remark", lines(note))
    if view["converted"]:
        yield paragraph("Task", [words(f"{said['practical_score']} {blank}", lang, bold=True)])
    yield paragraph("Remark", lines(view["settling"]))
    signing = (said[name] for name in ("rater_1", "rater_2", "candidate", "signature_date"))
    yield from keep(
        [paragraph("Heading2", [words(said["remarks"], lang)]), *writing(2, lang), signatures(signing, lang)]
    )


def _seen(criterion: View, said: Mapping[str, str], lang: str) -> Iterator[_Element]:
    """Yield what earns how many points, and the phrases to listen for with a box for each rater."""
    for anchor in criterion["anchors"]:
        yield paragraph("CellText", [words(f"{anchor['points']}\u3000", lang, bold=True), *lines(anchor["runs"])])
    if criterion["phrases"]:
        yield paragraph("CellText", [words(said["phrases"], lang)])
    for phrase in criterion["phrases"]:
        yield paragraph("CellText", [words(f"1{_BOX} 2{_BOX}\u3000", lang), *lines(phrase)])
