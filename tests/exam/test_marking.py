"""What the trainer marks with: keys, marking sheets, practical part, checklist, handing-out list."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guizhang.exam.marking.checklist import checklist_view
from guizhang.exam.marking.compact import FEW
from guizhang.exam.marking.files import MOST_NAMED, checklist, handing_out, keys, marking_sheets, rubric
from guizhang.exam.order import handing_out_order
from guizhang.model.exam_json import dump_record, load_record
from guizhang.model.form import Candidate
from guizhang.model.item import ItemType
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.checklist import MOST, observed_points
from guizhang.quiz.draw import draw_exam
from guizhang.yamlio.content import load_project
from tests.exam.pages import squeezed
from tests.exam.trainer import NASTY, PEOPLE, drawn, drawn_for_each, page_of, pages_of, texts, whole
from tests.quiz.projects import accepted, office


@pytest.fixture(scope="module")
def record(loaded):
    return drawn(loaded)


@pytest.fixture(scope="module")
def many(loaded):
    return drawn_for_each(loaded)


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
