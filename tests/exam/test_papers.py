"""Papers: every question there, in the language asked for, nothing secret, nothing from another host."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from lxml import html
from openpyxl import load_workbook

from guizhang.diagnostics import Faulty
from guizhang.exam.papers.layout import columns, room, width
from guizhang.exam.record import read_record
from guizhang.exam.words import asked
from guizhang.importers.readers import docx
from guizhang.model.drawn_item import DrawnCase
from guizhang.model.form import Candidate
from guizhang.model.text import Text
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.draw import draw_exam
from tests.exam.making import PEOPLE, handouts, papers, secrets
from tests.exam.pages import squeezed
from tests.exam.sheetforms import several
from tests.exam.swapping import swapped
from tests.quiz.projects import with_items


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


TEXT = {"html": bytes.decode, "pdf": text_of, "docx": lambda data: docx.read(data).text}


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_pdf_has_every_question_and_no_missing_glyph(loaded, setter, cjk_font, language):
    record = draw_exam(loaded, "onboarding", forms=1, seed="s", language=language)
    text = squeezed(text_of(papers(record, setter)["handout/paper-A.pdf"]))
    assert "\ufffd" not in text
    assert "\0" not in text
    for item in record.forms[0].items:
        for lang in ("zh", "en") if language == "both" else (language,):
            for said in (item.stem, *item.options):
                assert squeezed(said.get(lang)) in text, said
    assert (squeezed("新员工上岗考核") in text) is (language != "en")
    assert record.exam_id in text


def test_no_font_lacks_a_character(record, setter, cjk_font):
    assert {name for name in {**handouts(record, setter), **secrets(record, setter)} if name.endswith(".pdf")}
    assert not setter.undrawn
    papers(record.model_copy(update={"title": Text(zh="\u0378")}), other := Typesetter("guizhang.exam"))
    assert other.undrawn == {"\u0378"}, "what is lacking would have been noticed"


@pytest.mark.parametrize(
    ("stem", "printed"),
    [
        ("接到投诉，应当（　）。", "接到投诉，应当"),
        ("应当怎样做？（ ）", "应当怎样做？"),
        ("在（　）内回复。", "在（　）内回复。"),
        ("几小时（　）？", "几小时？"),
        ("应当( __ )", "应当"),
    ],
)
def test_brackets_stand_once(record, stem, printed):
    (section, *others), form = record.forms[0].sections, record.forms[0]
    items = (section.items[0].model_copy(update={"stem": Text(zh=stem)}), *section.items[1:])
    sections = (section.model_copy(update={"items": items}), *others)
    changed = record.model_copy(update={"forms": (form.model_copy(update={"sections": sections}), *record.forms[1:])})
    shown = html.document_fromstring(papers(changed, Typesetter("guizhang.exam"))["handout/paper-A.html"].decode())
    assert printed in [text.strip() for text in shown.xpath("//text()")]


@pytest.fixture(scope="module")
def every_type(loaded):
    return draw_exam(loaded, "types", forms=2, seed="s", candidates=PEOPLE)


@pytest.fixture(scope="module")
def own_forms(loaded):
    wishes = [{"language": "zh", "extra_minutes": 10}, {"language": "en", "large_print": True}]
    people = [
        person.model_copy(update={"form": person.id, **wish}) for person, wish in zip(PEOPLE, wishes, strict=True)
    ]
    return draw_exam(loaded, "types", seed="s", candidates=people, individual=True, paper_size="letter")


@pytest.mark.parametrize("exam", ["record", "every_type", "own_forms"])
def test_handouts_do_not_depend_on_anything_secret(exam, setter, cjk_font, request):
    record = request.getfixturevalue(exam)
    before, after = handouts(record, setter), handouts(swapped(record), setter)
    assert before == after
    assert secrets(record, setter) != secrets(swapped(record), setter)


def _of_one_case(record, questions):
    """Return *record* with a form whose second section is one case of so many written questions."""
    form = record.forms[0]
    written = next(item for item in form.items if item.case and item.type == "short_answer")
    section = next(section for section in form.sections if section.type == "case")
    items = tuple(
        written.model_copy(update={"stem": Text(zh=f"第{n}小题", en=f"part {n}")}) for n in range(1, questions + 1)
    )
    case = section.model_copy(update={"items": items})
    return record.model_copy(
        update={"forms": (form.model_copy(update={"sections": (form.sections[0], case)}),), "candidates": ()}
    )


@pytest.mark.parametrize("questions", [3, 9])
def test_a_case_stays_on_one_page_while_it_fits_on_one(loaded, setter, cjk_font, questions):
    drawn = (draw_exam(loaded, "types", forms=1, seed=str(seed)) for seed in range(20))
    record = next(r for r in drawn if any(i.case and i.type == "short_answer" for i in r.forms[0].items))
    document = pypdfium2.PdfDocument(papers(_of_one_case(record, questions), setter)["handout/paper-A.pdf"])
    pages = [squeezed(page.get_textpage().get_text_range()) for page in document]
    with_parts = [number for number, text in enumerate(pages) if re.search(r"第\d小题", text)]
    # Nine questions of six lines of 8.5 mm each are longer than the page; no other may be split, and none may be lost.
    assert (len(with_parts) == 1) is (questions == 3)
    (first,) = (number for number, text in enumerate(pages) if squeezed("客户在线等了五分钟") in text)
    assert first == with_parts[0]
    assert re.findall(r"第(\d)小题", "".join(pages)) == [str(n) for n in range(1, questions + 1)]
    bottom = min(
        page.get_textpage().get_charbox(i)[1]
        for page in document
        for i in range(page.get_textpage().count_chars())
        if page.get_textpage().get_text_range(i, 1).strip()
    )
    assert bottom > 0


def test_the_same_record_gives_the_same_bytes(record, setter):
    again = Typesetter("guizhang.exam")
    assert handouts(record, setter) == handouts(record, again)
    assert secrets(record, setter) == secrets(record, again)


def test_a_handout_names_no_key_and_no_rule(record, setter):
    for name, data in handouts(record, setter).items():
        text = TEXT[name.rsplit(".", 1)[-1]](data)
        assert "go.html" not in text
        assert "rationale" not in text.lower()
        for item in record.forms[0].items:
            assert item.item_id not in text
            if item.rationale:
                assert item.rationale.zh not in text


def test_a_key_names_its_rules(record, setter):
    found = secrets(record, setter)
    text = found["secret/key.html"].decode()
    assert "保密 SECRET" in text
    for form in record.forms:
        for item in form.items:
            assert all(f"go.html#{address}" in text for address in item.cites)
    assert "《投诉处理规定》第二条“处理原则”" in text
    assert squeezed("《投诉处理规定》第二条“处理原则”") in squeezed(text_of(found["secret/key.pdf"]))


def test_nothing_is_fetched(record, setter):
    for name, data in {**handouts(record, setter), **secrets(record, setter)}.items():
        if name.endswith(".html"):
            text = data.decode()
            assert "default-src 'none'" in text
            assert not re.search(r"<(script|link|img|iframe)|url\(|@import|(src|href)=", text), name


def test_rule_text_stays_text(loaded, setter, cjk_font):
    nasty = '<b>#set text(red)</b> *x* $y$ =HYPERLINK("http://x") ${{z}} {{ 1 }} \\end "'
    items = [
        i.model_copy(update={"stem": Text(zh=nasty, en=nasty)}) if i.id == "why-approve" else i
        for i in loaded.bank.items
    ]
    record = draw_exam(
        with_items(loaded, [i.model_copy(update={"stem": _literal(i.stem)}) for i in items]),
        "onboarding",
        forms=1,
        seed="s",
    )
    found = papers(record, setter)
    assert "&lt;b&gt;#set text(red)&lt;/b&gt;" in found["handout/paper-A.html"].decode()
    assert squeezed("<b>#set text(red)</b> *x* $y$ =HYPERLINK") in squeezed(text_of(found["handout/paper-A.pdf"]))


def _literal(text: Text) -> Text:
    return Text(zh=text.zh.replace("${{", "$${{"), en=text.en.replace("${{", "$${{"))


def test_marking_sheets_take_one_page_each(record, setter, cjk_font):
    document = pypdfium2.PdfDocument(secrets(record, setter)["secret/marking-sheets.pdf"])
    assert len(document) == len(PEOPLE)
    criterion = record.rubric.criteria[0]
    crowded = record.rubric.model_copy(update={"criteria": (criterion,) * 30})
    long_name = Candidate(id="x" * 80, name="很长的名字" * 24, form="A")
    crowd = record.model_copy(update={"rubric": crowded, "candidates": (long_name, *PEOPLE)})
    assert len(pypdfium2.PdfDocument(secrets(crowd, setter)["secret/marking-sheets.pdf"])) == 3


def test_a_record_that_is_none(tmp_path):
    with pytest.raises(Faulty, match="EXM010"):
        read_record(tmp_path)
    (tmp_path / "exam.json").write_text("{}")
    with pytest.raises(Faulty, match="no exam record"):
        read_record(tmp_path)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["24小时"] * 4, 4), (["一" * 16] * 4, 2), (["一" * 30] * 4, 1), (["是", "否", "无"], 4), (["甲"] * 5, 5), (["一" * 10] * 5, 2)],
)  # fmt: skip
def test_options_per_line(texts, expected):
    assert columns([[{"lang": "zh", "text": text}] for text in texts], room("a4", 10.5)) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("哪几处违反了规定？（可多选）", "哪几处违反了规定？（多选，2 分）"),
        ("哪几处违反了规定？(多选)", "哪几处违反了规定？（多选，2 分）"),
        ("哪几处违反了规定（见附件）？", "哪几处违反了规定（见附件）？（多选，2 分）"),
    ],
)
def test_a_question_of_a_case_says_once_that_several_may_be_right(stem, expected):
    question = several("AC").model_copy(update={"stem": Text(zh=stem), "case": DrawnCase(text=Text(zh="案例"))})
    assert asked(question, "zh") == [{"lang": "zh", "text": expected}]
    alone = question.model_copy(update={"case": None})
    assert asked(alone, "zh") == [{"lang": "zh", "text": stem}], "without a case it is the stem that says so"


def test_width_counts_chinese_twice():
    assert width("24小时") == 6


def test_names_and_stems_are_no_formulas(record, setter, tmp_path):
    path = tmp_path / "scoring.xlsx"
    path.write_bytes(secrets(record, setter)["secret/scoring.xlsx"])
    sheet = load_workbook(path)["Responses"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet["B3"].data_type == "s"
    assert sheet["B3"].quotePrefix
