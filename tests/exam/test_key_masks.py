"""Key masks: rings at the right bubbles and nowhere else, laid over the sheets of the same record."""

from __future__ import annotations

import pypdfium2
import pytest

from guizhang.exam.answersheets.files import answer_sheets, blank_sheets, key_masks, large_masks
from guizhang.exam.part import Part
from guizhang.model.answer_sheet import CANDIDATE
from guizhang.model.form import Candidate
from tests.exam.pages import page_texts
from tests.exam.scanning import scan
from tests.exam.sheetforms import PEOPLE, cloze, matching, number, ordering, record, section, single, truth, written

pytestmark = pytest.mark.usefixtures("cjk_font")


@pytest.fixture(scope="module")
def exam():
    return record(people=PEOPLE)


def test_a_mask_has_a_ring_at_every_right_bubble_and_at_no_other(setter):
    sections = (
        section("一", single("C"), single("A", 3), section("", single("B")).items[0]),
        section("二", cloze(("B", 4), ("", 0), ("C", 3))),
        section("三", matching("BA", 3)),
        section("四", ordering("CAB")),
        section("五", truth("F"), truth("T")),
        section("六", number("24.5")),
        section("七", written()),
    )
    right = {
        (1, 0, "C"), (2, 0, "A"), (3, 0, "B"), (4, 1, "B"), (4, 3, "C"), (5, 1, "B"), (5, 2, "A"), (6, 1, "C"), (6, 2, "A"),
        (6, 3, "B"), (7, 0, "F"), (8, 0, "T"),
    }  # fmt: skip
    exam = record(sections)
    ((_, pdf),) = key_masks(Part(exam, exam.forms, (), setter))
    sheet = exam.answer_sheets[0]
    assert len(sheet.pages) == len(pypdfium2.PdfDocument(pdf)) == 2
    unit, ringed = 200 / 25.4, set()
    for number_, page in enumerate(sheet.pages):
        found = scan(pdf, number_, 200)
        for line in page.bubbles:
            for value, x, y in line.centres():
                if found.ring(x * unit, y * unit, (sheet.radius + 0.4) * unit) > 0.95:
                    ringed.add((line.question, line.part, value))
                if line.question != CANDIDATE:  # nothing covers what was filled in
                    assert found.darkness(x * unit, y * unit, sheet.radius * unit * 0.7) < 0.02
    assert ringed == right
    first, second = page_texts(pdf)
    assert "24.5误差±0.5" in second
    assert "本页12圈" in first
    assert "三1题2分questions:1,points:22圈rings:2" in first
    for words in ("透明片按100%打印", "Transparency,100%", "100mm", "保密SECRET"):
        assert words in first


def test_several_right_bubbles_are_joined(setter):
    from tests.exam.sheetforms import several

    exam = record((section("一", several("ACD"), single("B")),))
    ((_, pdf),) = key_masks(Part(exam, exam.forms, (), setter))
    sheet, found, unit = exam.answer_sheets[0], scan(pdf, 0, 200), 200 / 25.4
    first, second = (line for line in sheet.pages[0].bubbles if line.question)
    for line, joined in ((first, True), (second, False)):
        between = (line.x + 0.5 * line.dx) * unit
        below = [line.y * unit + step for step in range(int(sheet.radius * unit), int((sheet.radius + 1) * unit) + 2)]
        assert any(found.dark(between, y) for y in below) is joined


def test_the_ruler_of_a_mask_is_100_mm_long(setter):
    exam = record()
    ((_, pdf),) = key_masks(Part(exam, exam.forms, (), setter))
    found, unit = scan(pdf, 0, 200), 200 / 25.4
    row = round((exam.answer_sheets[0].height - 5) * unit)
    dark = [max(sum(found.dark(x, y) for x in range(found.width)) for y in range(row - 2, row + 3))]
    assert dark == [pytest.approx(100 * unit, abs=3)]


def test_masks_of_forms_with_large_print_have_its_pages_too(exam, setter):
    found = dict(key_masks(Part(exam, exam.forms, (), setter)))
    assert list(found) == ["secret/key-mask-A.pdf", "secret/key-mask-A.large.pdf"]
    usual, large = (page_texts(pdf) for pdf in found.values())
    assert (["大号" in text for text in usual], ["大号" in text for text in large]) == ([False] * 2, [True] * 5)
    assert list(large_masks(Part(exam, exam.forms, (), setter))) == [
        ("secret/key-mask-A.large.pdf", found["secret/key-mask-A.large.pdf"])
    ]


def test_a_mask_has_no_page_on_which_nothing_is_compared(setter):
    """What is written in words has its boxes on the last page of the sheet; a transparency for that would be blank."""
    people = [Candidate(id="1", form="A", large_print=True)]
    exam = record([section("一", *[single("A")] * 60), section("二", *[written()] * 60)], people=people)
    for sheet, (_, pdf) in zip(exam.answer_sheets, key_masks(Part(exam, exam.forms, (), setter)), strict=True):
        ringed = [
            number
            for number, page in enumerate(sheet.pages, 1)
            if page.bubbles and max(b.question for b in page.bubbles)
        ]
        assert len(ringed) < len(sheet.pages)
        assert [f"第{number}页" in text for number, text in zip(ringed, page_texts(pdf), strict=True)] == [True] * len(
            ringed
        )
    exam = record([section("二", written())])
    assert list(key_masks(Part(exam, exam.forms, (), setter))) == []


def test_a_mask_prints_nothing_over_what_the_sheet_says(setter):
    """Whoever lays one over the other can read both; only the form stands over the form."""
    exam = record(people=PEOPLE[:1])
    masks = dict(key_masks(Part(exam, exam.forms, (), setter)))
    sheets = dict(answer_sheets(Part(exam, exam.forms, exam.candidates, setter)))
    blanks = dict(blank_sheets(Part(exam, exam.forms, (), setter)))
    (mask,) = masks.values()
    for sheet in (*sheets.values(), *blanks.values()):
        for over, under in zip(pypdfium2.PdfDocument(mask), pypdfium2.PdfDocument(sheet), strict=True):
            assert [
                (one, other)
                for one, a in _lines(over)
                for other, b in _lines(under)
                if (one, other) != ("A", "A") and a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
            ] == []


def _lines(page):
    """Yield each line of text on a page with its left, lower, right and upper edge."""
    text = page.get_textpage()
    for number_ in range(text.count_rects()):
        box = text.get_rect(number_)
        yield text.get_text_bounded(*box).strip(), box
