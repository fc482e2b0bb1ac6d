"""Answer sheets: a machine reads what was filled in where the record says, a trainer lays the mask over it."""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
from itertools import combinations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.exam.answersheets.files import answer_sheets, blank_sheets, key_masks, large_masks, sheets_pdf
from guizhang.exam.answersheets.geometry import PAGE, SIDE, answer_sheet
from guizhang.exam.answersheets.layouts import Layouts, with_layouts
from guizhang.exam.answersheets.structure import spelt, structure
from guizhang.exam.checkdigit import ALPHABET, check_character, sheet_check
from guizhang.exam.page_code import page_code
from guizhang.exam.part import Part
from guizhang.exam.write import write_exam
from guizhang.model.answer_sheet import CANDIDATE
from guizhang.model.exam_json import dump_record, load_record
from guizhang.model.form import Candidate
from guizhang.model.text import Text
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from guizhang.printing.qr import qr_rows, qr_svg
from tests.exam.scanning import read, scan
from tests.exam.sheetforms import cloze, matching, number, ordering, record, section, single, truth, written
from tests.exam.swapping import swapped

PEOPLE = (
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="E-2002", name="Alexandra Featherstonehaugh", form="A", language="en"),
    Candidate(id="1003", name="李强", form="A", large_print=True),
)


@pytest.fixture(scope="module")
def setter(cjk_font):
    return Typesetter("guizhang.exam")


@pytest.fixture(scope="module")
def exam():
    return record(people=PEOPLE)


@pytest.fixture(scope="module")
def blank(exam, setter):
    return sheets_pdf(exam, [(None, exam.forms[0])], setter)


@pytest.fixture(scope="module")
def named(exam, setter):
    return sheets_pdf(exam, [(person, exam.forms[0]) for person in PEOPLE], setter)


def texts(pdf: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"[\s\ufffe\u200b]+", "", page.get_textpage().get_text_range()) for page in pages]


# The check character and the code


@pytest.mark.parametrize(
    ("number", "check"),
    [  # the example of the GRid standard, and examples of ISAN numbers, both of which use MOD 37,36
        ("A12425GABC1234002", "M"),
        ("188166C734206541", "Y"),
        ("188166C7342065419F3A0245", "O"),
        ("0000000189470000", "8"),
        ("000000018947000000000000", "D"),
        ("00000000D07A0090", "Q"),
        ("00000000D07A009000000000", "X"),
    ],
)
def test_the_check_character_is_that_of_iso_7064(number, check):
    assert check_character(number) == check


@given(st.text(ALPHABET, min_size=1, max_size=20), st.data())
def test_one_wrong_character_is_noticed(number, data):
    at = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from(ALPHABET.replace(number[at], "")))
    assert check_character(number[:at] + other + number[at + 1 :]) != check_character(number)


def test_a_sheet_of_another_exam_form_or_candidate_has_another_check():
    ours = sheet_check("0123456789abcdef", "A", "1001")
    others = [("0123456789abcdee", "A", "1001"), ("0123456789abcdef", "B", "1001"), ("0123456789abcdef", "A", "1007")]
    assert ours not in {sheet_check(*other) for other in others}
    assert sheet_check("0123456789abcdef", "A", "张三") in ALPHABET


@pytest.mark.parametrize(
    ("text", "size", "digest"),
    [  # the same codes as another encoder makes them (qrcode 8.2, level M, byte mode, mask 3)
        ("GZ", 21, "1f58bdfd01235639"),
        ('["GP",1,"0123456789abcdef","A","张三",1,"K"]', 33, "e3804dc8b1065361"),
        ("x" * 180, 53, "4d39674752b8b7fa"),
        ("规章" * 300, 157, "e31e9071548f4a3a"),
    ],
)
def test_codes_are_those_of_another_encoder(text, size, digest):
    rows = qr_rows(text)
    assert len(rows) == size
    assert hashlib.sha256("".join(rows).encode()).hexdigest()[:16] == digest


@given(st.text("01", min_size=21, max_size=40).filter(lambda row: "1" in row))
def test_a_drawn_row_has_its_dark_modules_and_no_other(row):
    from guizhang.printing import qr

    x, dark = 0, set()
    path = "".join(map(qr._run, qr._RUNS.findall(row)))
    for step, width in re.findall(r"m(\d+) 0(?:h(\d+)v1\.05h-\d+z)?", path):
        x += int(step)
        dark |= set(range(x, x + int(width or 0)))
    assert dark == {at for at, module in enumerate(row) if module == "1"}


def test_a_code_says_whose_page_it_is():
    code = page_code("0123456789abcdef", "A", '张"三|,', 2, "K", kind="sheet")
    assert json.loads(code) == ["GS", 1, "0123456789abcdef", "A", '张"三|,', 2, "K"]
    assert json.loads(page_code("e", "1001", "1001", 1, "K"))[3] == ""
    with pytest.raises(ValueError, match="2331"):
        qr_svg("x" * 2332)


# The layout


def test_a_structure_tells_what_can_be_filled_in():
    assert spelt(structure(record().forms[0])) == "40*c5/10*c5/10*t/g4.0.3 g0 g8/m4.5/o6/3*n/t w c4"


terms = st.one_of(
    st.builds("c{}".format, st.integers(2, 8)),
    st.just("t"),
    st.builds(
        lambda gaps: "g" + ".".join(map(str, gaps)), st.lists(st.sampled_from([0, 2, 4, 8]), min_size=1, max_size=10)
    ),
    st.builds("m{}.{}".format, st.integers(2, 8), st.integers(2, 8)),
    st.builds("o{}".format, st.integers(3, 8)),
    st.sampled_from("nw"),
)


@given(
    st.lists(st.lists(terms, min_size=1, max_size=30).map(tuple), min_size=1, max_size=5).map(tuple),
    st.sampled_from(["a4", "letter"]),
    st.booleans(),
)
def test_everything_has_its_place_and_nothing_touches(sections, size, large):
    sheet = answer_sheet(sections, size, large_print=large)
    asked = [term for section in sections for term in section]
    found: dict[int, set[int]] = {}
    for page in sheet.pages:
        circles = [centre for line in page.bubbles for centre in line.centres()]
        corners = [*((x, y, sheet.mark / 2) for x, y in sheet.marks), (*sheet.upright[:2], sheet.upright[2] / 2)]
        for _, x, y in circles:
            assert x - sheet.radius >= SIDE
            assert x + sheet.radius <= sheet.width - SIDE
            assert sheet.qr[1] + sheet.qr[2] < y - sheet.radius
            assert y + sheet.radius < sheet.height - 19  # the foot
        assert all(max(abs(x - a), abs(y - b)) > sheet.radius + half for _, x, y in circles for a, b, half in corners)
        places = sorted((y, x) for _, x, y in circles)
        near = ((one, two) for at, one in enumerate(places) for two in places[at + 1 : at + 60])
        assert all(math.dist(one, two) >= 2 * sheet.radius + 0.9 for one, two in near)
        for box in page.boxes:
            right, bottom = box.x + box.width, box.y + box.height
            assert SIDE <= box.x < right <= sheet.width - SIDE
            assert sheet.qr[1] + sheet.qr[2] < box.y < bottom < sheet.height - 19
            outside = (max(box.x - x, x - right, 0) + max(box.y - y, y - bottom, 0) for _, x, y in circles)
            assert all(way > sheet.radius for way in outside)
        assert all(page.headings[at].y < page.headings[at + 1].y for at in range(len(page.headings) - 1))
        for line in (*page.bubbles, *page.boxes):
            found.setdefault(line.question, set()).add(line.part)
    assert found.keys() == {CANDIDATE, *range(1, len(asked) + 1)}
    for number_, term in enumerate(asked, 1):
        if term[0] == "g":
            assert found[number_] == set(range(1, term.count(".") + 2))
        if term[0] in "mo":
            assert found[number_] == set(range(1, int(term[1:].split(".")[0]) + 1))


def test_five_hundred_questions_take_few_pages():
    sheet = answer_sheet((("c4",) * 500,), "a4")
    assert len(sheet.pages) == 4
    numbers = [line.question for page in sheet.pages for line in page.bubbles if line.question]
    assert numbers == list(range(1, 501))
    assert [page.headings[0].section for page in sheet.pages] == [0] * 4


def test_the_record_keeps_one_layout_for_forms_built_alike():
    people = [Candidate(id=name, form=name) for name in ("1", "2", "3")]
    forms = record(forms=("1", "2", "3")).forms
    other = forms[2].model_copy(update={"sections": (section("单选", single("A")), *forms[2].sections[1:])})
    exam = record(people=people).model_copy(update={"forms": (*forms[:2], other), "answer_sheets": ()})
    kept = with_layouts(exam)
    assert [sheet.structure for sheet in kept.answer_sheets] == [
        "40*c5/10*c5/10*t/g4.0.3 g0 g8/m4.5/o6/3*n/t w c4",
        "c4/10*c5/10*t/g4.0.3 g0 g8/m4.5/o6/3*n/t w c4",
    ]
    assert load_record(dump_record(kept)) == kept
    assert with_layouts(kept) == kept
    assert len(dump_record(kept)) - len(dump_record(exam)) < 12_000


def test_sheets_follow_the_record_and_not_what_would_be_made_today(exam, setter):
    ours = exam.answer_sheets[0]
    moved = ours.model_copy(update={"radius": 2.2})
    older = exam.model_copy(update={"answer_sheets": (moved,)})
    assert Layouts(older).of(older.forms[0]) is moved
    pdf = sheets_pdf(older, [(None, older.forms[0])], setter)
    found = scan(pdf, 0, 200)
    line = ours.pages[0].bubbles[-1]
    assert found.ring(line.x * 200 / 25.4, line.y * 200 / 25.4, 2.2 * 200 / 25.4) > 0.9


# What is printed


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_bubbles_are_printed_where_the_record_says(setter, size, large, language):
    person = Candidate(id="1", form="A", large_print=large)
    exam = record(people=[person], size=size, language=language)
    sheet = Layouts(exam).of(exam.forms[0], large_print=large)
    pdf = sheets_pdf(exam, [(person, exam.forms[0]), (person, exam.forms[0])], setter)
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == 2 * len(sheet.pages)
    dpi = 200
    unit = dpi / 25.4
    for number_, page in enumerate(sheet.pages):
        assert [round(side * 25.4 / 72, 1) for side in pages[number_].get_size()] == [*PAGE[size]]
        found = scan(pdf, number_, dpi)
        for line in page.bubbles:
            for value, x, y in line.centres():
                at, radius = (x * unit, y * unit), sheet.radius * unit
                if line.question == CANDIDATE:  # whose number is printed on these sheets
                    assert found.ring(*at, radius) < 0.6
                    continue
                assert found.ring(*at, radius) > 0.95, (line, value)
                assert found.darkness(*at, radius * 0.75) < 0.25, (line, value)
                assert found.ring(*at, radius * 1.25) < 0.3, (line, value)
        for x, y in sheet.marks:
            assert found.darkness(x * unit, y * unit, sheet.mark * unit * 0.45) > 0.95


def test_a_blank_sheet_has_bubbles_for_the_number(exam, blank):
    sheet, found = exam.answer_sheets[0], scan(blank, 0, 200)
    lines = [line for line in sheet.pages[0].bubbles if line.question == CANDIDATE]
    assert len(lines) == 12
    assert all(
        found.ring(x * 200 / 25.4, y * 200 / 25.4, sheet.radius * 200 / 25.4) > 0.95
        for line in lines
        for _, x, y in line.centres()
    )


def test_a_sheet_says_whose_it_is(exam, blank, named):
    pages = texts(named)
    assert len(pages) == 2 + 2 + 5
    check = sheet_check(exam.exam_id, "A", "1001")
    for page in pages[:2]:
        assert "王芳" in page
        assert "1001" in page
        assert f"校验码Check{check}" in page
        assert exam.exam_id in page
    assert "AlexandraFeatherstonehaugh" in pages[3]
    assert "答题卡" not in pages[3]
    assert "第2页，共2页Page2of2" in pages[1]
    assert f"校验码Check{sheet_check(exam.exam_id, 'A', '')}" in texts(blank)[0]


@pytest.mark.parametrize(("page", "person", "dpi"), [(0, 0, 200), (1, 0, 200), (3, 1, 300)])
def test_the_code_is_printed_module_by_module(exam, named, page, person, dpi):
    identity = PEOPLE[person].id
    check = sheet_check(exam.exam_id, "A", identity)
    rows = qr_rows(page_code(exam.exam_id, "A", identity, page % 2 + 1, check, kind="sheet"))
    found, unit = scan(named, page, dpi), dpi / 25.4
    left, top, side = exam.answer_sheets[0].qr
    module = side / (len(rows) + 8)  # four modules of white on either side
    for y in range(-4, len(rows) + 4):
        for x in range(-4, len(rows) + 4):
            dark = 0 <= y < len(rows) and 0 <= x < len(rows) and rows[y][x] == "1"
            at = (left + (x + 4.5) * module) * unit, (top + (y + 4.5) * module) * unit
            assert (found.darkness(*at, module * unit * 0.35) > 0.5) is dark, (x, y)


def test_ugly_names_stay_on_the_page(setter):
    people = [
        Candidate(id="张" * 80, name="很长的名字" * 2000, department="部" * 500, form="A"),
        Candidate(id="x" * 80, name="W" * 10_000, form="A", large_print=True),
        Candidate(id="=1+1", name='=HYPERLINK("http://x") #set text(red) *x* $y$', form="A"),
    ]
    exam = record([section("一" * 200, *(single("A") for _ in range(200)))], people=people, language="en")
    exam = exam.model_copy(update={"title": Text(zh="考核", en="All that a newly hired person has to know " * 12)})
    pdf = sheets_pdf(exam, [(person, exam.forms[0]) for person in people], setter)
    pages = pypdfium2.PdfDocument(pdf)
    for page in pages:
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert all(left >= 0 and right <= page.get_width() for left, _, right, _ in boxes)
    found = texts(pdf)
    assert found[0].count("张") >= 80
    assert found[0].count("x") >= 1
    assert '=HYPERLINK("http://x")#settext(red)*x*$y$' in found[-1]
    sheet = Layouts(exam).of(exam.forms[0])
    picture = scan(pdf, 0, 100)
    for line in (line for line in sheet.pages[0].bubbles if line.question != CANDIDATE):
        assert all(picture.darkness(x * 100 / 25.4, y * 100 / 25.4, 5) < 0.3 for _, x, y in line.centres()), line


def test_a_character_no_font_has_is_named_and_replaced(cjk_font):
    setter = Typesetter("guizhang.exam")
    people = [Candidate(id=str(n), name="\u0378x", form="A") for n in range(2)]
    exam = record(people=people)
    pdf = sheets_pdf(exam, [(person, exam.forms[0]) for person in people], setter)
    assert setter.undrawn == {"\u0378"}
    assert f"{SUBSTITUTE}x" in texts(pdf)[0]


def test_the_same_exam_gives_the_same_bytes(exam, named, cjk_font):
    again = load_record(dump_record(exam))
    assert sheets_pdf(again, [(person, again.forms[0]) for person in PEOPLE], Typesetter("guizhang.exam")) == named


def test_under_a_standard_every_page_is_drawn_for_itself(exam, named, cjk_font):
    pdf = sheets_pdf(exam, [(person, exam.forms[0]) for person in PEOPLE[:1] * 2], Typesetter("guizhang.exam", "a-2b"))
    ours, theirs = scan(pdf, 3, 50), scan(named, 1, 50)
    assert texts(pdf)[1] == texts(named)[1]
    assert sum(a != b for a, b in zip(ours.pixels, theirs.pixels, strict=True)) < len(ours.pixels) / 200


# Reading


def filled(sheet, page, rng):
    """Return answers somebody may give on a page, and the discs this makes."""
    answers, discs = {}, []
    for line in sheet.pages[page].bubbles:
        chosen = [value for value in line.centres() if rng.random() < 0.5 / len(line.values) + 0.2]
        if chosen:
            answers[line.question, line.part] = "".join(value for value, _, _ in chosen)
            discs += ((x, y, sheet.radius) for _, x, y in chosen)
    return answers, discs


@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (1, 1.01), (-1, 0.99), (0.6, 0.99), (180.7, 1.005)], ids=str)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_a_machine_reads_what_was_filled_in(exam, named, blank, degrees, scale, large):
    sheet = Layouts(exam).of(exam.forms[0], large_print=large)
    pdf, first = (named, 4) if large else (blank, 0)
    rng = random.Random(f"{degrees}{scale}")
    for page in range(2):
        answers, discs = filled(sheet, page, rng)
        found = scan(pdf, first + page, 100, degrees=degrees, scale=scale, fills=discs)
        assert read(found, sheet, page) == answers


def test_an_empty_sheet_reads_as_empty(exam, blank):
    assert read(scan(blank, 0, 100, degrees=0.4), exam.answer_sheets[0], 0) == {}


# The mask


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
    first, second = texts(pdf)
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


# In the folder of an exam


def test_sheets_do_not_depend_on_anything_secret(exam, setter):
    other = swapped(exam)
    assert with_layouts(other.model_copy(update={"answer_sheets": ()})).answer_sheets == exam.answer_sheets
    for producer in (answer_sheets, blank_sheets):
        ours, theirs = (dict(producer(Part(one, one.forms, one.candidates, setter))) for one in (exam, other))
        assert ours == theirs
    masks = [dict(key_masks(Part(one, one.forms, (), setter))) for one in (exam, other)]
    assert masks[0] != masks[1]


def test_masks_of_forms_with_large_print_have_its_pages_too(exam, setter):
    found = dict(key_masks(Part(exam, exam.forms, (), setter)))
    assert list(found) == ["secret/key-mask-A.pdf", "secret/key-mask-A.large.pdf"]
    usual, large = (texts(pdf) for pdf in found.values())
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
        assert [f"第{number}页" in text for number, text in zip(ringed, texts(pdf), strict=True)] == [True] * len(
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


def test_what_is_written(setter, tmp_path):
    exam = record(people=PEOPLE)
    out = tmp_path / "exam"
    written_ = write_exam(exam, out, typesetter=setter)
    ours = {name for name in written_.files if "answer-sheet" in name or "mask" in name}
    assert ours == {
        "handout/answer-sheet-A.pdf",
        "handout/answer-sheets.pdf",
        "secret/key-mask-A.pdf",
        "secret/key-mask-A.large.pdf",
    }
    pages = texts((out / "handout/answer-sheets.pdf").read_bytes())
    whose = [next(person.id for person in PEOPLE if person.id in page) for page in pages]
    assert whose == ["1001"] * 2 + ["E-2002"] * 2 + ["1003"] * 5


def test_every_candidate_of_a_large_exam_has_a_sheet(setter):
    people = [Candidate(id=f"{n:04}", form="A") for n in range(120)]
    exam = record([section("一", single("A"))], people=people)
    ((_, pdf),) = answer_sheets(Part(exam, exam.forms, exam.candidates, setter))
    found = texts(pdf)
    assert len(found) == len(set(found)) == 120
    assert all(person.id in page for person, page in zip(people, found, strict=True))
    assert all(one != two for one, two in combinations(found[:20], 2))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("བསོད་ནམས་ཚེ་རིང", id="Tibetan, vowels above and below"),
        pytest.param("ျမန္မာ", id="Burmese"),
        pytest.param("👩\u200d👩\u200d👧 1\ufe0f\u20e3", id="joined pictures, a 1 in a box"),
        pytest.param("ئابدۇرېھىم ئابلىز", id="Uyghur"),
        pytest.param("王\u0378\u0f7c\u0301", id="marks on what no font has"),
    ],
)
def test_marks_on_letters_no_font_has_go_with_them(name, cjk_font):
    setter = Typesetter("guizhang.exam")
    people = [Candidate(id=f"1{n}", name=name, form="A") for n in range(2)]
    exam = record(people=people)
    pdf = sheets_pdf(exam, [(person, exam.forms[0]) for person in people], setter)
    found = texts(pdf)
    assert "10" in found[0]
    assert "11" in found[-1]
    for sign in setter.undrawn - {"1\ufe0f\u20e3", "1"}:
        assert sign not in found[0]
        assert SUBSTITUTE in found[0]
