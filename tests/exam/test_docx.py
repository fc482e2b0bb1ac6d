"""Word documents of an exam: real numbers and styles, text that stays text, nothing secret, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from guizhang.exam.docx.files import documents
from guizhang.exam.docx.height import height
from guizhang.exam.docx.look import Look
from guizhang.exam.docx.package import Document, packed
from guizhang.exam.docx.paper import paper_docx
from guizhang.exam.docx.text import paragraph, words
from guizhang.exam.papers.layout import extent
from guizhang.importers.extract import audit_extract
from guizhang.importers.readers.docx import read
from guizhang.model.text import Text
from tests.exam.documents import (
    LANGUAGES,
    PEOPLE,
    NoSetter,
    W,
    body_of,
    drawn_in_each_language,
    parts_of,
    said,
    style_of,
    view_of,
    whole,
)
from tests.exam.making import long_questions, papers
from tests.exam.pages import POINTS_PER_MM
from tests.exam.swapping import swapped

HOSTILE = (
    "{ PAGE } { MERGEFIELD x }",
    "<w:t>&lt;b&gt;</w:t>]]>",
    "\x00\x07\x1b\ufffe\ud800 control",
    "\u202eשלום עולם\u202c العربية",
    "👩‍🚒🏳️‍🌈𠮷",
    "tab\tand  blanks",
    "1. A. 一、",
    "x" * 10_000,
    "长" * 10_000,
)


@pytest.fixture(scope="module")
def records(loaded):
    return drawn_in_each_language(loaded)


def inline(runs):
    return " / ".join(run["text"].replace("\n", " ") for run in runs)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exam", ["types", "onboarding"])
def test_a_word_processor_numbers_as_the_printed_paper_does(records, exam, language):
    """Our importer works automatic numbers out as Word does; none of them may be typed text."""
    view = view_of(records[exam, language])
    extract = read(paper_docx(view))
    audit_extract(extract)
    expected = []
    for section in view["sections"]:
        gap = "" if section["number"].endswith(("、", " ")) else " "
        expected.append(f"{section['number']}{gap}{inline(section['title'])}")
        for item in (item for group in section["groups"] for item in group["items"]):
            expected.append(f"{item['number']}. {item['stem'][0]['text']}")
            expected += [f"{left['number']} {inline(left['runs'])}" for left in item["lefts"]]
            expected += [f"{option['letter']}. {inline(option['runs'])}" for option in item["options"]]
            for gap in item["gaps"]:
                expected += [gap["number"], *(f"{o['letter']}. {inline(o['runs'])}" for o in gap["options"])]
    at = 0
    for line in expected:
        found = extract.text.find(line, at)
        assert found >= 0, f"{line!r} is not behind {extract.text[at - 40 : at]!r}"
        at = found + len(line)
    typed = [
        said(p) for p in body_of(paper_docx(view)).iter(f"{W}p") if style_of(p) in ("Question", "Option", "OptionInRow")
    ]
    assert not [text for text in typed if re.match(r"\d+\.|[A-H]\.", text)]


@pytest.mark.parametrize("exam", ["types", "onboarding"])
def test_no_question_is_torn_apart(records, exam):
    """Each paragraph and each row of a question holds on to the next one, and so does a heading."""
    styles = parts_of(paper_docx(view_of(records[exam, "both"])))["word/styles.xml"].decode()
    for style in ("Heading1", "HowToAnswer"):
        assert "<w:keepNext/>" in re.search(f'styleId="{style}".*?</w:style>', styles)[0]
    body = body_of(paper_docx(view_of(records[exam, "both"])))
    begins = {"Question", "Case", "Heading1"}
    lines = [line for block in body for line in ([block] if block.tag == f"{W}p" else block.iter(f"{W}tr"))]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body.iter(f"{W}tr"))
    first = next(n for n, line in enumerate(lines) if line.tag == f"{W}p" and style_of(line) == "Question")
    for line, following in zip(lines[first:-1], lines[first + 1 :], strict=True):
        paragraphs = list(line.iter(f"{W}p"))
        if following.tag == f"{W}sectPr" or style_of(paragraphs[0]) in ("Heading1", "HowToAnswer", "Task"):
            continue
        begun = following.tag == f"{W}p" and style_of(following) in begins
        held = [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs]
        assert begun or all(held), said(line)


def test_a_case_is_kept_whole_only_where_it_fits_on_a_page(records):
    view = view_of(records["types", "both"])
    group = next(g for section in view["sections"] for g in section["groups"] if g["case"])
    short = body_of(paper_docx(view))
    group["items"] = group["items"] * 12
    long = body_of(paper_docx(view))
    for body, kept in ((short, True), (long, False)):
        blocks = list(body)
        case = next(n for n, block in enumerate(blocks) if block.tag == f"{W}p" and style_of(block) == "Case")
        second = [
            n for n, block in enumerate(blocks[case:], case) if block.tag == f"{W}p" and style_of(block) == "Question"
        ][1]
        last_of_first = list(blocks[second - 1].iter(f"{W}p"))[-1]
        assert (last_of_first.find(f"{W}pPr/{W}keepNext") is not None) is kept
        assert blocks[case].find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("large", [False, True])
def test_a_long_answer_and_a_long_case_begin_where_they_stand(records, large):
    record = long_questions(records["types", "zh"])
    blocks = [block for block in body_of(paper_docx(view_of(record, large=large))) if block.tag == f"{W}p"]
    held = [block.find(f"{W}pPr/{W}keepNext") is not None for block in blocks if style_of(block) == "AnswerLine"]
    assert held == [True] * 3 + [False] * 25
    (case,) = (block for block in blocks if style_of(block) == "Case")
    assert [case.find(f"{W}pPr/{W}{name}") for name in ("keepNext", "keepLines")] == [None, None]


def test_height_grows_with_what_is_said():
    look = Look()
    one = height([paragraph("Task", [words("字", "zh")])], look)
    many = height([paragraph("Task", [words("字" * 400, "zh")])], look)
    broken = height([paragraph("Task", [words("字\n" * 9 + "字", "zh")])], look)
    # 400 characters of 10.5 points fill ten lines and more of 174 mm.
    assert 6 * one < many < 16 * one
    assert 6 * one < broken < 10 * one


def hostile(record, text):
    """Return *record* with *text* for every stem, option and case."""
    form = record.forms[0]
    words = Text(zh=text, en=text)

    def change(item):
        case = item.case and item.case.model_copy(update={"text": words})
        return item.model_copy(update={"stem": words, "options": tuple(words for _ in item.options), "case": case})

    sections = tuple(s.model_copy(update={"items": tuple(change(i) for i in s.items)}) for s in form.sections)
    return record.model_copy(update={"forms": (form.model_copy(update={"sections": sections}),), "title": words})


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_rule_text_stays_text(records, text):
    ordinary = paper_docx(view_of(records["types", "zh"]))
    data = paper_docx(view_of(hostile(records["types", "zh"], text)))
    audit_extract(read(data))
    assert tags(data) <= tags(ordinary)
    expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text).replace("\t", " ")
    stems = [said(p) for p in body_of(data).iter(f"{W}p") if style_of(p) == "Question"]
    assert stems
    assert all(expected in stem for stem in stems)
    instructions = [node.get(f"{W}instr") for name in parts_of(data) for node in fields(data, name)]
    assert instructions == ["PAGE", "NUMPAGES"]
    docx.Document(io.BytesIO(data))


def tags(data):
    return {node.tag for node in etree.fromstring(parts_of(data)["word/document.xml"]).iter()}


def fields(data, name):
    return etree.fromstring(parts_of(data)[name]).iter(f"{W}fldSimple", f"{W}instrText", f"{W}fldChar")


def test_properties_and_pages(records):
    record = records["types", "both"]
    for paper, size in (("a4", (210.0, 297.0)), ("letter", (215.9, 279.4))):
        document = docx.Document(io.BytesIO(paper_docx(view_of(record, paper))))
        (section,) = document.sections
        assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == size
        assert document.core_properties.title.startswith("各种题型 / Every type")
        assert record.exam_id in section.footer.paragraphs[0].text
        names = {style.name for style in document.styles}
        assert {"题目 Question", "选项 Option", "案例 Case", "Title", "Heading 1"} <= names


@pytest.mark.parametrize(("large", "halves"), [(False, 21), (True, 36)])
def test_print_is_as_large_as_that_of_the_pdf(records, large, halves):
    document = docx.Document(io.BytesIO(paper_docx(view_of(records["types", "zh"], large=large))))
    assert document.styles["Normal"].font.size.pt == halves / 2
    fonts = document.styles.element.find(f"{W}docDefaults").find(f".//{W}rFonts")
    assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii"))) == ("宋体", "Times New Roman")


@pytest.mark.parametrize(("large", "millimetres"), [(False, 8.5), (True, 11)])
def test_lines_to_write_on_are_as_far_apart_as_on_the_printed_paper(records, large, millimetres):
    view = view_of(records["types", "zh"], large=large)
    assert view["ruling"] == millimetres
    styles = etree.fromstring(parts_of(paper_docx(view))["word/styles.xml"])
    (found,) = styles.xpath("//*[local-name()='style'][@*[local-name()='styleId']='AnswerLine']")
    spacing = found.find(f"{W}pPr/{W}spacing")
    apart = sum(int(spacing.get(f"{W}{name}")) for name in ("before", "line", "after"))
    assert apart / 20 / POINTS_PER_MM == pytest.approx(millimetres, abs=0.05)


def test_the_practical_part_takes_the_last_question_along(records):
    blocks = [node for node in body_of(paper_docx(view_of(records["onboarding", "zh"]))) if node.tag == f"{W}p"]
    at = next(n for n, node in enumerate(blocks) if said(node) == "实操部分")
    assert all(node.find(f"{W}pPr/{W}keepNext") is not None for node in blocks[at - 3 : at])


def test_every_run_says_its_language(records):
    for run in body_of(paper_docx(view_of(records["types", "both"]))).iter(f"{W}r"):
        lang = run.find(f"{W}rPr/{W}lang")
        han = re.search("[\u4e00-\u9fff]", said(run))
        assert lang.get(f"{W}eastAsia") == "zh-CN" if han else lang is not None, said(run)


ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b i color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "headerReference footerReference pgSz pgMar",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
    "numbering": "abstractNum num",
}
"""What we write, in the order of ECMA-376 part 1: Word calls a document damaged whose elements stand in another one."""


def test_elements_stand_in_the_order_of_the_schema(records):
    record = records["types", "both"].model_copy(update={"candidates": tuple(PEOPLE)})
    made = [paper_docx(view_of(record)), *(data for _, data in documents(whole(record)))]
    for data in made:
        for name, part in parts_of(data).items():
            if not name.startswith("word/") or name.endswith(".rels"):
                continue
            for node in etree.fromstring(part).iter():
                order = ORDERS.get(etree.QName(node).localname, "").split()
                if order:
                    places = [order.index(etree.QName(child).localname) for child in node]
                    assert places == sorted(places), etree.tostring(node)[:300]


def test_nothing_tells_when_it_was_made(records):
    data = paper_docx(view_of(records["types", "both"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = parts_of(data)["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}
    assert data == paper_docx(view_of(records["types", "both"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_does_not_depend_on_anything_secret(records, language):
    record = records["types", language]
    before, after = (papers(r, NoSetter()) for r in (record, swapped(record)))
    assert [name for name in before if name.endswith(".docx")] == ["handout/paper-A.docx"]
    assert before == after
    assert b"go.html" not in b"".join(parts_of(before["handout/paper-A.docx"]).values())


@pytest.mark.parametrize(("characters", "own_line"), [(5, False), (38, False), (42, True), (44, True), (52, False)])
def test_brackets_have_room(records, characters, own_line):
    """A line of A4 has 45 characters; brackets take four."""
    view = view_of(records["types", "zh"])
    item = view["sections"][0]["groups"][0]["items"][0]
    item["stem"] = [{"lang": "zh", "text": "字" * characters}]
    body = body_of(paper_docx(view))
    stem = next(p for p in body.iter(f"{W}p") if style_of(p) == "Question")
    assert (stem.find(f".//{W}br") is not None) is own_line
    assert said(stem).replace("\u00a0", "").endswith("（）")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_scores_has_room_for_wider_letters(records, language):
    """Where Times New Roman is missing, a font in its place is up to a third wider."""
    table = docx.Document(io.BytesIO(paper_docx(view_of(records["onboarding", language])))).tables[0]
    for cell in table.rows[0].cells[1:]:
        longest = max(extent(word) for word in cell.text.split())
        assert cell.width.pt - 8.5 >= longest * 10 * 4 / 3, (
            cell.text
        )  # padding of 85 twips on each side, type of 10 points


def test_a_title_of_any_length_fits_the_properties():
    data = packed(Document("长" * 10_000, "\x00", Look(), [paragraph("Title")]))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert len(properties.title) == 255
    assert properties.author == "\ufffd"
