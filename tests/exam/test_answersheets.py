"""Answer sheets: a machine reads what was filled in where the record says, a trainer lays the mask over it."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.exam.answersheets.files import answer_sheets, blank_sheets, key_masks, sheets_pdf
from guizhang.exam.answersheets.geometry import PAGE, SIDE, answer_sheet
from guizhang.exam.answersheets.layouts import Layouts, with_layouts
from guizhang.exam.answersheets.structure import spelt, structure
from guizhang.exam.checkdigit import sheet_check
from guizhang.exam.page_code import page_code
from guizhang.exam.part import Part
from guizhang.exam.write import write_exam
from guizhang.model.answer_sheet import CANDIDATE
from guizhang.model.exam_json import dump_record, load_record
from guizhang.model.form import Candidate
from guizhang.model.text import Text
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from guizhang.printing.qr import qr_rows
from tests.exam.pages import page_texts, squeezed
from tests.exam.scanning import read, scan
from tests.exam.sheetforms import PEOPLE, record, section, single
from tests.exam.swapping import swapped


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
    pages = page_texts(named)
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
    assert f"校验码Check{sheet_check(exam.exam_id, 'A', '')}" in page_texts(blank)[0]


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
    found = page_texts(pdf)
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
    assert f"{SUBSTITUTE}x" in page_texts(pdf)[0]


def test_the_same_exam_gives_the_same_bytes(exam, named, cjk_font):
    again = load_record(dump_record(exam))
    assert sheets_pdf(again, [(person, again.forms[0]) for person in PEOPLE], Typesetter("guizhang.exam")) == named


def test_under_a_standard_every_page_is_drawn_for_itself(exam, named, cjk_font):
    pdf = sheets_pdf(exam, [(person, exam.forms[0]) for person in PEOPLE[:1] * 2], Typesetter("guizhang.exam", "a-2b"))
    ours, theirs = scan(pdf, 3, 50), scan(named, 1, 50)
    assert page_texts(pdf)[1] == page_texts(named)[1]
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


# In the folder of an exam


def test_sheets_do_not_depend_on_anything_secret(exam, setter):
    other = swapped(exam)
    assert with_layouts(other.model_copy(update={"answer_sheets": ()})).answer_sheets == exam.answer_sheets
    for producer in (answer_sheets, blank_sheets):
        ours, theirs = (dict(producer(Part(one, one.forms, one.candidates, setter))) for one in (exam, other))
        assert ours == theirs
    masks = [dict(key_masks(Part(one, one.forms, (), setter))) for one in (exam, other)]
    assert masks[0] != masks[1]


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
    pages = page_texts((out / "handout/answer-sheets.pdf").read_bytes())
    whose = [next(person.id for person in PEOPLE if squeezed(person.id) in page) for page in pages]
    assert whose == ["1001"] * 2 + ["E-2002"] * 2 + ["1003"] * 5


def test_every_candidate_of_a_large_exam_has_a_sheet(setter):
    people = [Candidate(id=f"{n:04}", form="A") for n in range(120)]
    exam = record([section("一", single("A"))], people=people)
    ((_, pdf),) = answer_sheets(Part(exam, exam.forms, exam.candidates, setter))
    found = page_texts(pdf)
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
    found = page_texts(pdf)
    assert "10" in found[0]
    assert "11" in found[-1]
    for sign in setter.undrawn - {"1\ufe0f\u20e3", "1"}:
        assert sign not in found[0]
        assert SUBSTITUTE in found[0]
