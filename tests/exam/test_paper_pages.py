"""Printed papers as they come out: nothing off the page, nothing split, each page numbered, whatever the texts and names."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from guizhang.exam.papers.layout import INDENT, breakable, columns, extent, room
from guizhang.exam.papers.paper import Version, paper_view
from guizhang.exam.part import SIZE, parts
from guizhang.model.form import Candidate
from guizhang.model.item import ItemType
from guizhang.model.public import public_form
from guizhang.model.text import Text
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from guizhang.quiz.draw import draw_exam
from tests.exam.making import LONG_CASE, long_questions, papers
from tests.exam.pages import POINTS_PER_MM, flaws, page_texts, squeezed
from tests.exam.sheetforms import record as put_together
from tests.exam.sheetforms import section as part_of
from tests.exam.sheetforms import single, truth, written

URL = "https://example.org/" + "a" * 220
WORD = "Donaudampfschifffahrt" * 10
LONG = "这一条规定的内容很长，需要好几页才能写完。" * 500
PEOPLE = (
    Candidate(id="1001", name="王芳", department="客户服务部", form="1001"),
    Candidate(id="1002", name="Li", language="en", large_print=True, extra_minutes=15, form="1002"),
    Candidate(id="/../x" * 16, name="很长的名字" * 2000, department=WORD, language="zh", form="/../x" * 16),
)


def own(loaded, **changes):
    """Draw a paper for each of `PEOPLE`."""
    return draw_exam(loaded, "types", seed="s", candidates=PEOPLE, individual=True, **changes)


def views_of(record):
    """Return what is printed of each candidate's paper, in order."""
    forms = {form.id: form for form in record.forms}
    return [
        paper_view(
            Version(
                public_form(record, forms[person.form]),
                person.language or record.language,
                record.paper_size,
                large=person.large_print,
                person=person,
            )
        )
        for person in record.candidates
    ]


def with_texts(record, **texts):
    """Return *record* with other texts in every question."""
    forms = []
    for form in record.forms:
        sections = []
        for section in form.sections:
            items = []
            for item in section.items:
                options = tuple(texts["option"] for _ in item.options) if "option" in texts else item.options
                items.append(item.model_copy(update={"stem": texts.get("stem", item.stem), "options": options}))
            sections.append(section.model_copy(update={"items": tuple(items)}))
        forms.append(form.model_copy(update={"sections": tuple(sections)}))
    return record.model_copy(update={"forms": tuple(forms)})


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_missing_overfull_or_split(loaded, setter, cjk_font, language, size, large):
    record = own(loaded, language=language, paper_size=size)
    people = tuple(p.model_copy(update={"large_print": large, "language": None}) for p in record.candidates)
    record = record.model_copy(update={"candidates": people})
    pdf = papers(record, setter)["handout/papers.pdf"]
    found = flaws(pdf, views_of(record))
    assert not found.total(), found
    (page,) = {page.get_size() for page in pypdfium2.PdfDocument(pdf)}
    assert [round(side) for side in page] == ([595, 842] if size == "a4" else [612, 792])


@pytest.mark.parametrize(
    "text", [Text(zh=URL, en=URL), Text(zh=WORD, en=WORD), Text(zh="规" + WORD + "定", en=f"a {WORD}, b")]
)
def test_a_word_longer_than_a_line_is_broken(loaded, setter, cjk_font, text):
    record = with_texts(own(loaded), stem=text, option=text)
    pdf = papers(record, setter)["handout/papers.pdf"]
    assert not flaws(pdf, views_of(record))["overfull lines"]
    assert squeezed(text.en) in page_texts(pdf)[0]


@pytest.mark.parametrize("where", ["stem", "option"])
def test_a_text_longer_than_a_page_goes_on_over_the_next(loaded, setter, cjk_font, where):
    record = with_texts(own(loaded), **{where: Text(zh=LONG, en=LONG)})
    pdf = papers(record, setter)["handout/papers.pdf"]
    found = flaws(pdf, views_of(record))
    assert (found["overfull lines"], found["missing glyphs"]) == (0, 0)
    text = "".join(re.sub(r"1001王芳.*$", "", page) for page in page_texts(pdf))
    assert text.count("需要好几页才能写完") >= 500


def test_pages_are_counted_for_each_paper_which_begins_on_a_front_side(loaded, setter, cjk_font):
    pages = page_texts(papers(own(loaded), setter)["handout/papers.pdf"])
    counted = [re.search(r"Page(\d+)of(\d+)|第(\d+)页，共(\d+)页", text) for text in pages]
    numbers = [tuple(int(n) for n in found.groups() if n) for found in counted if found]
    expected = []
    for end in (last for at, last in numbers if at == 1):
        expected += [(n, end) for n in range(1, end + 1)]
    assert numbers == expected
    assert [at % 2 for at, found in enumerate(counted) if found and int(next(filter(None, found.groups()))) == 1] == [
        0
    ] * 3
    assert not any(text for text, found in zip(pages, counted, strict=True) if not found), "a blank back says nothing"


def test_every_page_says_whose_it_is(loaded, setter, cjk_font):
    record = own(loaded)
    pages = [text for text in page_texts(papers(record, setter)["handout/papers.pdf"]) if text]
    called = [squeezed(view["footer"][0]) for view in views_of(record)]
    assert called[0] == "1001王芳"
    assert all(any(name in text for name in called) and record.exam_id in text for text in pages)
    assert all(len(name) < 110 for name in called)


def test_a_cover_says_what_is_arranged_for_its_owner(loaded, setter, cjk_font):
    found = papers(own(loaded), setter)
    page = next(text for text in page_texts(found["handout/papers.pdf"]) if "15extraminutes" in text)
    assert "45inall" in page
    assert "1002Li" in page
    assert "15 extra minutes (45 in all)" in found["handout/papers.html"].decode()


def test_large_print_is_18_points_with_one_option_on_a_line(loaded, setter, cjk_font):
    view = views_of(own(loaded))[1]
    assert view["size"] == 18
    assert {item["columns"] for s in view["sections"] for g in s["groups"] for item in g["items"]} == {1}


def test_a_code_on_each_page_names_exam_form_and_page(loaded, setter, cjk_font):
    record = own(loaded)
    document = pypdfium2.PdfDocument(papers(record, setter)["handout/papers.pdf"])
    for number, text in enumerate(page_texts(papers(record, setter)["handout/papers.pdf"])):
        shapes = list(document[number].get_objects(max_depth=8))
        assert bool(text) is (len(shapes) > 0)
    view = views_of(record)[0]
    assert len(set(view["codes"])) == len(view["codes"]) >= 3


@pytest.mark.parametrize("characters", range(60, 180, 12))
def test_a_heading_stays_with_a_question_that_leaves_no_room_for_it(setter, cjk_font, characters):
    """Of these lengths some fit on a page of large print, some without the heading only, and some not at all."""
    long = single("A", 5)
    options = tuple(Text(zh=f"{n}" + "长" * characters) for n in range(5))
    question = long.model_copy(update={"options": options, "stem": Text(zh="问的是什么")})
    person = Candidate(id="1", form="A", large_print=True)
    exam = put_together((part_of("前面", single("A")), part_of("后面的标题", question)), people=[person])
    pages = page_texts(papers(exam, setter)["handout/paper-A.large.pdf"])
    (page,) = [page for page in pages if "后面的标题" in page]
    assert "问的是什么" in page
    assert "".join(pages).count("长") == 5 * characters


_LAST = {
    "a question": [single("A")],
    "a written answer": [written()],
    "a long written answer": [written().model_copy(update={"points": 20})],
    "a case": [truth("F"), single("C")],
}


@pytest.mark.parametrize("last", _LAST)
def test_the_practical_part_is_never_alone_on_a_page(setter, cjk_font, last):
    moved = 0
    for before in range(30, 46):
        kind = ItemType.CASE if last == "a case" else None
        sections = (part_of("单选", *(single("A") for _ in range(before))), part_of("末", *_LAST[last], kind=kind))
        exam = put_together(sections, practical_points=10, language="zh")
        pages = pypdfium2.PdfDocument(papers(exam, setter)["handout/paper-A.pdf"])
        text = pages[len(pages) - 1].get_textpage()
        title = text.search("实操部分").get_next()
        assert title, "it stands on the last page"
        from_top = pages[0].get_height() - text.get_charbox(title[0])[3]
        assert from_top > 25 * POINTS_PER_MM, f"alone behind {before} questions"
        moved += from_top < 90 * POINTS_PER_MM
    assert moved, "somewhere it had to go over to a new page"


def test_what_no_font_can_draw_is_named_and_replaced(loaded, cjk_font):
    setter = Typesetter("guizhang.exam")
    record = own(loaded)
    people = (record.candidates[0].model_copy(update={"name": "王\u0378芳\u0379𠮷"}), *record.candidates[1:])
    pdf = papers(record.model_copy(update={"candidates": people}), setter)["handout/papers.pdf"]
    assert setter.undrawn == {"\u0378", "\u0379"}
    assert f"王{SUBSTITUTE}芳{SUBSTITUTE}𠮷" in page_texts(pdf)[0]


def test_many_candidates_come_in_files_one_can_carry(loaded, setter):
    people = [Candidate(id=str(n), form=str(n)) for n in range(2 * SIZE + 1)]
    record = own(loaded)
    record = record.model_copy(
        update={
            "candidates": tuple(people),
            "forms": tuple(record.forms[0].model_copy(update={"id": p.form}) for p in people),
        }
    )
    found = parts(record, setter)
    assert [part.suffix for part in found] == ["-1", "-2", "-3"]
    assert [person for part in found for person in part.candidates] == people
    assert [form.id for part in found for form in part.forms] == [person.id for person in people]
    assert all({p.form for p in part.candidates} == {f.id for f in part.forms} for part in found)


def test_columns_are_what_fits_on_a_line_as_it_is_printed(setter, cjk_font):
    """The widths the layout reckons with are those the PDF has."""
    for text in ("24 小时 24小时", "The service manager", "WMWMWMWM", "（一）“是”", "iiiillll.,;:"):
        source = f'#set page(width: 2000pt)\n#set text(font: "{setter.family}", size: 10pt)\n#"{text}"'.encode()
        page = pypdfium2.PdfDocument(setter._compiler.compile(input=source, format="pdf"))[0].get_textpage()
        boxes = [page.get_charbox(n) for n in range(page.count_chars())]
        assert (boxes[-1][2] - boxes[0][0]) / 10 <= extent(text) + 0.05, text
    assert room("letter", 10.5) > room("a4", 10.5) > 40
    assert INDENT < 3
    assert columns([[{"lang": "zh", "text": "一" * 8}]] * 4, 44) == 4
    assert columns([[{"lang": "zh", "text": "一" * 9}]] * 4, 44) == 2


def test_only_long_words_get_places_to_break():
    runs = [{"lang": "en", "text": f"internationalisation and {'x' * 21} ______________ 规章"}]
    assert breakable(runs)[0]["text"].count("\u200b") == 20


def test_html_papers_are_whole_pages_of_their_own(loaded, setter, browser):
    page = browser.new_page()
    page.set_content(papers(own(loaded), setter)["handout/papers.html"].decode())
    pages = page_texts(page.pdf(prefer_css_page_size=True))
    page.close()
    for view, called in zip(views_of(own(loaded)), ("1001王芳", "1002Li", "很长的名字"), strict=True):
        own_pages = [text for text in pages if called in text]
        assert own_pages[0].count(squeezed(view["scores"]["rows"][3][0])) == 1
        assert sum(squeezed(view["scores"]["rows"][3][0]) in text for text in own_pages) == 1


@pytest.mark.parametrize("large", [False, True])
def test_a_long_answer_and_a_long_case_begin_where_they_stand(loaded, setter, cjk_font, large):
    """Kept whole, either would leave most of a page empty before it, or a heading alone on one."""
    pdf = papers(long_questions(own(loaded, language="zh"), large=large), setter)["handout/papers.pdf"]
    found = page_texts(pdf)
    assert "写出全部经过。" in found[0]
    (headed,) = (text for text in found if "案例题" in text)
    assert LONG_CASE[:20] in headed
