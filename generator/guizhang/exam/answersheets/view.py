"""Answer sheets as views: what is the same on many of them, and what is printed over it on each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from guizhang.exam.answersheets.cells import ON_PAPER, PART
from guizhang.exam.answersheets.geometry import ID_LABEL, LARGE, SIDE, TITLE
from guizhang.exam.checkdigit import sheet_check
from guizhang.exam.page_code import page_code
from guizhang.exam.words import runs, say, section_number
from guizhang.model.answer_sheet import CANDIDATE, TRUE_FALSE, AnswerSheet, Bubbles, SheetPage
from guizhang.model.form import Candidate, PaperLanguage
from guizhang.model.public import PublicForm
from guizhang.model.text import LANGS, Lang
from guizhang.printing.qr import qr_svg

View = dict[str, Any]
_NAME_SHOWN = 60
"""Characters of a name; an id is never cut, and has 80 at most."""
_MINUS = "\u2212"
_BESIDE = 0.8
"""Between a label and what it belongs to."""


def sheet_frame(sheet: AnswerSheet) -> View:
    """Return what is the same on every page of a sheet and of its mask: the page, its marks, and the zones of its head."""
    scale = LARGE if sheet.large_print else 1.0
    box = next(box for box in sheet.pages[0].boxes if box.question == CANDIDATE)
    top = box.y - ID_LABEL * scale
    bottom = max(y for line in sheet.pages[0].bubbles if line.question == CANDIDATE for _, _, y in line.centres())
    height = bottom + sheet.radius - top
    return {
        "width": sheet.width,
        "height": sheet.height,
        "scale": scale,
        "radius": sheet.radius,
        "mark": sheet.mark,
        "marks": sheet.marks,
        "upright": sheet.upright,
        "qr": sheet.qr,
        "title_at": [24.0, TITLE[0], sheet.qr[0] - 26.0, TITLE[1]],
        "left": [SIDE, top, box.x - SIDE - 6.0, height],
        "right": [box.x, top, box.width, height],
        "side": SIDE,
    }


def backdrops(form: PublicForm, sheet: AnswerSheet, language: PaperLanguage, *, blank: bool) -> list[View]:
    """Return the pages of a sheet without what tells one from the other.

    Args:
        form: Any form with this structure.
        sheet: Its layout.
        language: Language of the sheet.
        blank: Whether the candidate writes name and number; otherwise they are printed over it.
    """
    firsts: list[int] = []
    number = 1
    for section in form.sections:
        firsts.append(number)
        number += len(section.items)
    found = []
    for index, page in enumerate(sheet.pages):
        headings = []
        for heading in page.headings:
            first, last = _questions(page, firsts, heading.section)
            part = section_number(heading.section, language)
            title = " / ".join(run["text"] for run in runs(form.sections[heading.section].title, language))
            headings.append([heading.y, part + title, f"{first}–{last}" if last > first else f"{first}"])
        found.append(
            {
                **sheet_frame(sheet),
                "first": index == 0,
                "language": language,
                "blank": blank,
                "company": runs(form.company, language),
                "title": runs(form.title, language),
                "headings": headings,
                **_marks(page, sheet, language, blank=blank),
                "page": say("page", language, page=index + 1, pages=len(sheet.pages)),
            }
        )
    return found


def words(language: PaperLanguage) -> View:
    """Return the words of a sheet in its language."""
    names = ("answer_sheet", "on_paper", "points_given", "filled_well", "filled_badly", "number_bubbles", "check",
             "name", "number", "department", "date")  # fmt: skip
    langs: tuple[Lang, ...] = LANGS if language == "both" else (language,)
    how = [{"lang": lang, "lines": say("how_to_fill", lang).split("\n")} for lang in langs]
    return {**{name: say(name, language) for name in names}, "how": how, "lang": "en" if language == "en" else "zh"}


def overprints(
    form: PublicForm, sheet: AnswerSheet, language: PaperLanguage, person: Candidate | None
) -> Iterator[View]:
    """Yield for each page of a sheet the code and the texts printed on it for one candidate, or for nobody in particular.

    Args:
        form: The form that is sat.
        sheet: Its layout.
        language: Language of the sheet.
        person: The candidate; ``None`` on a blank sheet.
    """
    identity = person.id if person else ""
    check = sheet_check(form.exam_id, form.form_id, identity)
    for page in range(1, len(sheet.pages) + 1):
        said = {
            "form": form.form_id,
            "check": check,
            "id": identity,
            "name": shortened(person.name) if person else "",
            "department": shortened(person.department) if person else "",
            "footer": _footer(form, language),
        }
        code = page_code(form.exam_id, form.form_id, identity, page, check, kind="sheet")
        yield {"code": qr_svg(code), "over": said}


def _footer(form: PublicForm, language: PaperLanguage) -> str:
    parts = [say("form", language, id=shortened(form.form_id)), f"{say('exam', language)} {form.exam_id}"]
    if form.edition:
        parts.append(f"{say('edition', language)} {form.edition}")
    return "　·　".join(parts)


def shortened(text: str) -> str:
    """Return as much of *text* as has room on a line."""
    return text if len(text) <= _NAME_SHOWN else text[: _NAME_SHOWN - 1] + "…"


def _questions(page: SheetPage, firsts: list[int], section: int) -> tuple[int, int]:
    """Return the first and the last question of a section on a page."""
    end = firsts[section + 1] if section + 1 < len(firsts) else None
    asked = [*(line.question for line in page.bubbles), *(box.question for box in page.boxes)]
    found = [number for number in asked if number >= firsts[section] and (end is None or number < end)]
    return min(found), max(found)


def _marks(page: SheetPage, sheet: AnswerSheet, language: PaperLanguage, *, blank: bool) -> View:
    """Return rings, what stands in them and beside them, and boxes, with their places in millimetres."""
    scale = LARGE if sheet.large_print else 1.0
    lines = [line for line in page.bubbles if blank or line.question != CANDIDATE]
    boxes = [box for box in page.boxes if blank or box.question != CANDIDATE]
    rows = [_Row(line.question, line.part, line.x - line.dx / 2, line.y) for line in lines if line.dx]
    for box in boxes:
        if box.question != CANDIDATE:
            left = box.x - (ON_PAPER * scale if box.purpose == "points" else 0.0)
            rows.append(_Row(box.question, box.part, left, box.y + box.height / 2))
    return {
        "rings": _rings(lines, sheet),
        "values": [[x, y, _shown(line, value, language)] for line in lines for value, x, y in line.centres()],
        "boxes": [[box.x, box.y, box.width, box.height, box.cells, box.purpose] for box in boxes],
        "labels": list(_labels(rows, scale)),
    }


def _rings(lines: list[Bubbles], sheet: AnswerSheet) -> str:
    """Return the rings of all bubbles of a page as one SVG image of the page's size: hundreds of circles take long to set."""
    r = sheet.radius
    ring = f"a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
    path = "".join(f"M{x - r:.2f} {y:.2f}{ring}" for line in lines for _, x, y in line.centres())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}">'
        f'<path d="{path}" fill="none" stroke="#000" stroke-width="0.2"/></svg>'
    )


def _shown(line: Bubbles, value: str, language: PaperLanguage) -> str:
    """Return what stands in a bubble."""
    if line.values == TRUE_FALSE and language != "en":
        return "√" if value == "T" else "×"
    return _MINUS if value == "-" else value


def _labels(rows: list[_Row], scale: float) -> Iterator[list[Any]]:
    """Yield right edge, middle and text of the number of every gap, left side or position, and once of the question."""
    numbered = set()
    for row in sorted(rows):
        edge = row.left - _BESIDE * scale
        if row.part:
            yield [edge, row.y, f"({row.part})"]
            edge -= PART * scale
        if row.question not in numbered:
            numbered.add(row.question)
            yield [edge, row.y, f"{row.question}"]


class _Row(NamedTuple):
    question: int
    part: int
    left: float
    """Where its bubbles, or what is said in place of them, begin."""
    y: float
