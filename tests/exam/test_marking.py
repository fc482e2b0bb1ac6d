"""What the trainer marks with: keys, marking sheets, practical part, checklist, handing-out list."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guizhang.exam.marking.answers import printed_key, short_key
from guizhang.exam.marking.checklist import checklist_view
from guizhang.exam.marking.compact import FEW
from guizhang.exam.marking.files import (
    MOST_NAMED,
    checklist,
    handing_out,
    keys,
    marking_sheets,
    questions,
    rubric,
)
from guizhang.exam.order import handing_out_order
from guizhang.exam.part import Part
from guizhang.model.drawn_item import DrawnGap, DrawnItem
from guizhang.model.exam_json import dump_record, load_record
from guizhang.model.form import Candidate
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.text import Text
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.checklist import MOST, observed_points
from guizhang.quiz.draw import draw_exam
from guizhang.yamlio.content import load_project
from tests.quiz.projects import accepted, office

NASTY = '=cmd|" /C calc"!A0 *#[$x$] <b>b</b> {{ y }} \\end'
PEOPLE = [
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="1002", name="李雷", department="前台", form="B", extra_minutes=15),
    Candidate(id="1003", name="Anna", department="客户服务部", form="B", language="en", large_print=True),
    Candidate(id="=1+1", name=NASTY, department="前台", form="A"),
]
HTML_ONLY = Typesetter("guizhang.exam")
HTML_ONLY.__dict__["family"] = None


@pytest.fixture(scope="module")
def setter():
    return Typesetter("guizhang.exam")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return office(tmp_path_factory.mktemp("marking"))


@pytest.fixture(scope="module")
def record(loaded):
    return draw_exam(loaded, "onboarding", forms=2, seed="s", candidates=PEOPLE, language="zh")


@pytest.fixture(scope="module")
def many(loaded):
    """More papers than are given a key in full, one for each candidate."""
    people = [Candidate(id=f"{n:03}", name=f"考生{n}", department=f"{n % 3}组", form=f"{n:03}") for n in range(FEW + 8)]
    return draw_exam(loaded, "types", seed="s", candidates=people, individual=True)


def whole(record, setter=HTML_ONLY):
    return Part(record, record.forms, handing_out_order(record), setter)


def page_of(producer, record):
    """Return the page a producer makes, parsed."""
    (data,) = [data for _, data in producer(whole(record))]
    return html.document_fromstring(data.decode())


def pages_of(producer, record, setter):
    """Return the text of each page of the PDF a producer makes."""
    (data,) = [data for name, data in producer(whole(record, setter)) if name.endswith(".pdf")]
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


def squeezed(text):
    # A line break inside a word of a PDF comes out as U+FFFE, a place where a word may break as U+200B.
    return re.sub(r"[\s\ufffe\u200b]+", "", text)


def texts(nodes):
    return ["".join(node.itertext()).strip() for node in nodes]


# --- order ---


@given(departments=st.lists(st.sampled_from(["", "甲", "乙", "丙"])))
def test_papers_lie_by_department_and_otherwise_as_on_the_roster(departments):
    people = tuple(Candidate(id=str(n), department=d, form="A") for n, d in enumerate(departments))
    order = handing_out_order(_Roster(people))
    assert sorted(order, key=lambda p: int(p.id)) == list(people)
    for department in set(departments):
        places = [n for n, person in enumerate(order) if person.department == department]
        assert places == list(range(places[0], places[0] + len(places)))
        ids = [int(order[n].id) for n in places]
        assert ids == sorted(ids)
    assert list(dict.fromkeys(p.department for p in order)) == list(dict.fromkeys(departments))


class _Roster:
    def __init__(self, candidates):
        self.candidates = candidates


# --- keys ---


def _item(kind, **fields):
    return DrawnItem(
        item_id="i", type=kind, points=Decimal(2), stem=Text(zh="题"), cites={}, themes=("t",), level=CognitiveLevel.RECALL, difficulty=1, **fields
    )  # fmt: skip


_PAIR = (Text(zh="甲"), Text(zh="乙"))
_WRITTEN = DrawnGap(answer=Text(zh="二十四小时", en="24 hours"))


@pytest.mark.parametrize(
    ("item", "full", "short"),
    [
        (_item(ItemType.SINGLE_CHOICE, options=_PAIR, key=("B",)), "B", "B"),
        (_item(ItemType.MULTIPLE_CHOICE, options=_PAIR, key=("A", "B")), "AB", "AB"),
        (_item(ItemType.TRUE_FALSE, key=("T",)), "√ T", "√ T"),
        (_item(ItemType.TRUE_FALSE, key=("F",)), "× F", "× F"),
        (_item(ItemType.NUMERIC, key=("24",), unit=Text(zh="小时", en="hours")), "24 小时 / hours", "24"),
        (_item(ItemType.MATCHING, lefts=_PAIR, options=_PAIR, key=("B", "A")), "1B 2A", "1B 2A"),
        (_item(ItemType.ORDERING, options=_PAIR, key=("B", "A")), "BA", "BA"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(options=_PAIR), DrawnGap(options=_PAIR)), key=("A", "B")), "1A 2B", "1A 2B"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(options=_PAIR), _WRITTEN), key=("A", "")), "1A", "1A 2二十四小时"),
        (_item(ItemType.CLOZE, gaps=(DrawnGap(answer=Text(zh="长" * 20)),), key=("",)), "", "—"),
        (_item(ItemType.SHORT_ANSWER, key=(), guide=((Text(zh="说明"), Decimal(2)),)), "", "—"),
    ],
)  # fmt: skip
def test_a_key_as_it_is_printed(item, full, short):
    assert (printed_key(item, "both"), short_key(item, "both")) == (full, short)


@pytest.mark.parametrize(("language", "expected"), [("zh", "√"), ("en", "T"), ("both", "√ T")])
def test_true_is_said_as_the_paper_says_it(language, expected):
    assert printed_key(_item(ItemType.TRUE_FALSE, key=("T",)), language) == expected


def test_the_table_at_the_head_has_the_key_of_every_question(record):
    found = page_of(keys, record)
    for form, article in zip(record.forms, found.xpath("//article"), strict=True):
        numbers = [int(text) for text in texts(article.xpath(".//table//th"))]
        cells = texts(article.xpath(".//table//td[not(@class)]"))
        assert numbers == list(range(1, len(form.items) + 1))
        assert cells == [short_key(item, "both") for item in form.items]
        rows = article.xpath(".//table//tr[th]")
        assert [len(row.xpath("th")) for row in rows[:-1]] == [10] * (len(rows) - 1)


def test_a_key_is_in_both_languages_whatever_the_paper(record, setter, cjk_font):
    assert record.language == "zh"
    shown = squeezed("".join(texts([page_of(keys, record)])))
    printed = "".join(pages_of(keys, record, setter))
    for item in record.forms[0].items:
        for lang in ("zh", "en"):
            for said in (item.stem, item.rationale, *(text for text, _ in item.guide)):
                if said is not None:
                    assert squeezed(said.get(lang)) in shown
                    assert squeezed(said.get(lang)) in printed
            for address in item.cites:
                assert squeezed(record.cited[address].name.get(lang)) in shown
                assert f"go.html#{address}" in shown
    assert squeezed("共 7 题，每题 4 分，共 28 分。 / 7 questions, 4 points each, 28 in all.") in shown


def test_a_handbook_in_one_language_has_its_key_in_that(record):
    sections = [
        section.model_copy(update={"items": tuple(item.model_copy(update={"stem": Text(zh=item.stem.zh)}) for item in section.items)})
        for section in record.forms[0].sections
    ]  # fmt: skip
    form = record.forms[0].model_copy(update={"sections": tuple(sections)})
    shown = "".join(texts([page_of(keys, record.model_copy(update={"forms": (form,)}))]))
    assert "A 卷答案" in shown
    assert "Key" not in shown


def test_the_key_of_many_papers_leads_from_each_letter_to_its_question(many):
    lines, list_ = page_of(keys, many), page_of(questions, many)
    explained = {}
    for node in list_.xpath("//*[@class='item']"):
        number = node.xpath("./span[@class='number']")[0].text.rstrip(".")
        explained[number] = node.xpath(".//span[@class='tag']")[0].text
    assert sorted(explained, key=int) == list(explained)
    assert sorted(explained.values()) == sorted({item.item_id for form in many.forms for item in form.items})
    people = {person.form: person for person in many.candidates}
    bodies = lines.xpath("//tbody")
    assert len(bodies) == len(many.forms)
    by_id = {form.id: form for form in many.forms}
    order = []
    for body in bodies:
        head = body.xpath(".//th")[0]
        form = by_id[head.text.strip()]
        order.append(form.id)
        assert people[form.id].name in texts([head])[0]
        cells = [(cell.xpath("b")[0].text, cell.xpath("small")[0].text) for cell in body.xpath(".//td[b/text()]")]
        assert [key for key, _ in cells] == [short_key(item, "zh") for item in form.items]
        assert [explained[number] for _, number in cells] == [item.item_id for item in form.items]
    assert order == [person.form for person in handing_out_order(many)]


def test_a_question_explained_for_many_papers_names_no_letter(many):
    """Letters differ from paper to paper, so what is right is said in words."""
    list_ = page_of(questions, many)
    assert not [
        text for text in texts(list_.xpath("//*[@class='rest small']/p/strong[1]")) if re.fullmatch(r"\d?[A-H]\.", text)
    ]
    shown = squeezed("".join(texts([list_])))
    for item in many.forms[0].items:
        for letter in item.key:
            if item.options and letter:
                assert squeezed(item.options["ABCDEFGH".index(letter)].zh) in shown


def test_few_papers_have_no_list_of_questions_and_many_no_key_in_full(record, many):
    assert not list(questions(whole(record)))
    assert "Key to form" not in "".join(texts([page_of(keys, many)]))


# --- marking sheets ---


def test_a_marking_sheet_is_a_page_for_each_candidate_as_they_are_handed_out(record, setter, cjk_font):
    pages = pages_of(marking_sheets, record, setter)
    order = handing_out_order(record)
    assert [person.id for person in order] == ["1001", "1003", "1002", "=1+1"]
    shown = [squeezed(text) for text in texts(page_of(marking_sheets, record).xpath("//article"))]
    assert len(pages) == len(shown) == len(order)
    for page, person in [*zip(pages, order, strict=True), *zip(shown, order, strict=True)]:
        assert squeezed(person.name) in page
        assert squeezed(f"{person.form} 卷") in page
        assert "80分及格" in page
        assert ("加时15分钟（共60分钟）" in page) is (person.id == "1002")
        assert ("大字版" in page) is (person.id == "1003")
        assert ("Markingsheet" in page) is (person.id == "1003")  # she signs in her own language
        assert all(word in page for word in ("评分人签名", "考生签名", "评语", "不低于6"))
        form = next(form for form in record.forms if form.id == person.form)
        written = [item for item in form.items if item.type is ItemType.SHORT_ANSWER]
        assert written
        for item in written:
            assert squeezed(item.stem.zh)[:10] in page  # its second line is read behind what stands beside the first
            assert all(squeezed(text.zh) in page for text, _ in item.guide)


def test_a_marking_sheet_stays_on_one_page_whatever_is_on_it(record, setter, cjk_font):
    criterion = record.rubric.criteria[0]
    crowded = record.rubric.model_copy(update={"criteria": (criterion,) * 30})
    long_name = Candidate(id="x" * 80, name="很长的名字" * 24, department="W" * 120, form="A")
    for size in ("a4", "letter"):
        crowd = record.model_copy(update={"rubric": crowded, "candidates": (long_name, *PEOPLE), "paper_size": size})
        pages = pages_of(marking_sheets, crowd, setter)
        assert len(pages) == 5
        assert "很长的名字" * 24 in pages[0]
        assert "x" * 80 in pages[0]
        assert "W" * 120 in pages[0]
        assert all(span <= _WIDEST_FIELD for span in _spans(crowd, setter, "xW很"))


_WIDEST_FIELD = 162
"""Points: the name's share of the line across a sheet."""


def _spans(record, setter, signs):
    """Yield how wide what is written in each of *signs* is on the first page: nothing may run under the next field."""
    (data,) = [data for name, data in marking_sheets(whole(record, setter)) if name.endswith(".pdf")]
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    boxes = [(page.get_text_range(n, 1), page.get_charbox(n)) for n in range(page.count_chars())]
    for sign in signs:
        own = [box for text, box in boxes if text == sign]
        assert len(own) >= 20
        yield max(box[2] for box in own) - min(box[0] for box in own)


def test_without_a_roster_there_is_a_blank_sheet_for_each_form(record):
    found = page_of(marking_sheets, record.model_copy(update={"candidates": ()}))
    assert [text for text in texts(found.xpath("//div[@class='who']//i")) if text] == []
    assert ["A 卷" in text for text in texts(found.xpath("//article"))] == [True, False]


# --- the practical part ---


def test_two_raters_score_a_practical_part_and_agree(record, setter, cjk_font):
    found = page_of(rubric, record)
    sheets = found.xpath("//article")
    assert len(sheets) == len(PEOPLE)
    heads = texts(sheets[0].xpath(".//thead//th"))
    assert heads[2:] == ["评分人一", "评分人二", "议定"]
    rows = sheets[0].xpath(".//tr[td]")
    for row, criterion in zip(rows, record.rubric.criteria, strict=False):
        assert ("★" in texts([row])[0]) is criterion.critical
        assert [int(text) for text in texts(row.xpath(".//td[2]/div/strong"))] == sorted(map(int, criterion.anchors))
        assert texts([row])[0].count("1□ 2□") == len(criterion.phrases)
    shown = "".join(texts([sheets[0]]))
    for said in (
        "用时 5 分钟",
        "不取平均",
        "考核负责人定分",
        "这一项得 0 分，无论总分多少",
        "实操得分 = 上列合计 ÷ 15 × 30",
    ):
        assert said in shown
    assert all(squeezed(person.name) in "".join(pages_of(rubric, record, setter)) for person in PEOPLE)


def test_for_very_many_the_practical_part_has_one_sheet_to_copy(record):
    people = tuple(Candidate(id=str(n), name=f"考生{n}", form="A") for n in range(MOST_NAMED + 1))
    crowd = record.model_copy(update={"candidates": people})
    assert len(page_of(rubric, crowd).xpath("//article")) == 1
    assert len(page_of(marking_sheets, crowd).xpath("//article")) == MOST_NAMED + 1


def test_an_exam_without_a_practical_part_has_no_sheet_for_it(record):
    assert not list(rubric(whole(record.model_copy(update={"rubric": None, "practical_points": Decimal(0)}))))


# --- the checklist ---

ETIQUETTE = """\
id: manners
title: {zh: 举止, en: Manners}
themes: [telephone]
groups:
  - id: dress
    title: {zh: 着装, en: Dress}
    points:
"""
VOICE = """\
  - id: voice
    title: {zh: 声音, en: Voice}
    points:
      - {id: smile, do: {zh: 微笑, en: Smile.}, observe: {zh: 面带微笑, en: A smile is seen.}}
      - {id: unseen, do: {zh: 真诚, en: Be sincere.}}
      - {id: desk-only, applies_to: [reception], do: {zh: 递名片, en: Hand a card.}, observe: {zh: 双手递出, en: Both hands.}}
      - id: hold
        dont: {zh: "不让客户等超过${telephone/hold#hold}。", en: "Do not keep anyone waiting beyond ${telephone/hold#hold}."}
        observe: {zh: 没有人久等, en: Nobody waits.}
"""


@pytest.fixture(scope="module")
def observing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("observing")
    office(folder)
    points = "".join(
        f"      - {{id: p{n}, themes: [leave], do: {{zh: 做到{n}, en: Do {n}.}}, observe: {{zh: 看到{n}, en: Seen {n}.}}}}\n"
        for n in range(30)
    )
    (folder / "office/content/etiquette").mkdir()
    (folder / "office/content/etiquette/manners.yaml").write_text(ETIQUETTE + points + VOICE, encoding="utf-8")
    settings = folder / "office/content/handbook.yaml"
    return accepted(load_project(settings.parents[1]))


def _names(loaded, **changes):
    blueprint = loaded.bank.blueprints[0].model_copy(update=changes)
    return [point.address.split("/")[1] for point in observed_points(loaded.handbook, blueprint)]


def test_a_checklist_has_what_can_be_seen_of_the_role(observing):
    names = _names(observing)
    assert len(names) == MOST
    # Groups take turns, so the long one does not crowd out the other.
    assert names == [*(f"p{n}" for n in range(MOST - 3)), "smile", "desk-only", "hold"]
    assert "desk-only" not in _names(observing, roles=("agent",))
    assert "desk-only" in _names(observing, roles=("agent", "reception"))


def test_points_about_what_the_exam_asks_come_first(observing):
    section = observing.bank.blueprints[0].sections[0]
    names = _names(observing, sections=(section.model_copy(update={"themes": {"leave": 2}}),))
    assert names == [f"p{n}" for n in range(MOST)]


def test_a_role_of_the_handbook_is_printed_by_name(observing):
    people = [Candidate(id=role, form="A", role=role) for role in ("agent", "值班 agent")]
    drawn = draw_exam(observing, "onboarding", forms=1, seed="s", candidates=people)
    name = observing.handbook.settings.roles["agent"].name
    roles = [sheet["fields"][-1]["value"] for sheet in checklist_view(drawn)["sheets"]]
    assert roles == [f"{name.zh} / {name.en}", "值班 agent"]


def test_a_checklist_is_printed_from_the_record_alone(observing, setter, cjk_font):
    drawn = draw_exam(observing, "onboarding", forms=1, seed="s", candidates=PEOPLE[:1], language="both")
    again = load_record(dump_record(drawn))
    assert again.checklist == drawn.checklist
    found = page_of(checklist, again)
    shown = "".join(texts([found]))
    assert "不让客户等超过1分钟。" in shown.replace(" ", "")
    assert "beyond 1 minute." in shown
    assert len(found.xpath("//tr[td/div[@class='small']]")) == MOST
    assert texts(found.xpath("//th[@class='tick']")) == ["√", "×", "—"] * 3
    pages = pages_of(checklist, again, setter)
    assert "王芳" in pages[0]
    assert all("1001" in page for page in pages)  # a page that is separated from its sheet is still somebody's


def test_a_handbook_without_etiquette_has_no_checklist(record):
    assert record.checklist == ()
    assert not list(checklist(whole(record)))


# --- handing out ---


def test_the_handing_out_list_says_what_to_pack(record):
    found = page_of(handing_out, record)
    packing, *rolls = found.xpath("//table")
    rows = [texts(row.xpath("td")) for row in packing.xpath(".//tr[td]")]
    assert rows == [["A 卷", "中文", "", "2"], ["B 卷", "中文", "", "1"], ["B 卷", "英文", "√", "1"]]
    people = [texts(row.xpath("td")) for roll in rolls for row in roll.xpath(".//tr[td]")]
    assert [(row[1], row[2], row[6]) for row in people] == [
        ("王芳", "1001", "45"), ("Anna", "1003", "45"), ("李雷", "1002", "60"), (NASTY, "=1+1", "45"),
    ]  # fmt: skip
    assert len(found.xpath("//div[@class='label']")) == len(rolls) == 2


_SITTING = st.tuples(
    st.sampled_from("AB"), st.sampled_from(["zh", "en", "both", None]), st.booleans(), st.sampled_from(["", "甲", "乙"])
)


@given(people=st.lists(_SITTING, max_size=12))
def test_as_many_are_packed_as_there_are_candidates(record, people):
    candidates = tuple(
        Candidate(id=str(n), form=form, language=language, large_print=large, department=department)
        for n, (form, language, large, department) in enumerate(people)
    )
    made = list(handing_out(whole(record.model_copy(update={"candidates": candidates}))))
    if not people:
        assert not made
        return
    found = html.document_fromstring(made[0][1].decode())
    copies = Counter()
    for row in found.xpath("//table")[0].xpath(".//tr[td]"):
        form, language, large, count = texts(row.xpath("td"))
        copies[form[0], {"中文": "zh", "英文": "en", "双语": "both"}[language], large == "√"] += int(count)
    assert copies == Counter((form, language or "zh", large) for form, language, large, _ in people)


def test_papers_of_ones_own_are_counted_together(many):
    found = page_of(handing_out, many)
    assert texts(found.xpath("//table")[0].xpath(".//tr[td]/td")) == [
        "各人试卷 own papers",
        "双语 bilingual",
        "",
        str(FEW + 8),
    ]


# --- all of them ---


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_every_sheet_is_marked_secret_on_the_paper_asked_for(observing, setter, cjk_font, language, size):
    drawn = draw_exam(observing, "types", forms=2, seed="s", candidates=PEOPLE, language=language, paper_size=size)
    for producer in (keys, marking_sheets, rubric, checklist, handing_out):
        for name, data in producer(whole(drawn, setter)):
            if name.endswith(".html"):
                assert "保密 SECRET" in data.decode()
                assert f"size: {'A4' if size == 'a4' else 'letter'};" in data.decode()
                continue
            document = pypdfium2.PdfDocument(data)
            assert {tuple(map(round, page.get_size())) for page in document} == {
                (595, 842) if size == "a4" else (612, 792)
            }
            assert "保密" in document[0].get_textpage().get_text_range()
    assert not setter.undrawn


def test_what_people_typed_stays_text(record, setter, cjk_font):
    for producer in (marking_sheets, rubric, handing_out):
        (page,), (pdf,) = ([d for n, d in producer(whole(record, setter)) if n.endswith(e)] for e in (".html", ".pdf"))
        assert "&lt;b&gt;b&lt;/b&gt; {{ y }}" in page.decode()
        text = "".join(squeezed(p.get_textpage().get_text_range()) for p in pypdfium2.PdfDocument(pdf))
        assert squeezed(NASTY) in text


def test_the_same_record_gives_the_same_sheets(observing, setter, cjk_font):
    drawn = draw_exam(observing, "onboarding", forms=2, seed="s", candidates=PEOPLE)
    for producer in (keys, marking_sheets, rubric, checklist, handing_out):
        assert list(producer(whole(drawn, setter))) == list(producer(whole(drawn, Typesetter("guizhang.exam"))))
