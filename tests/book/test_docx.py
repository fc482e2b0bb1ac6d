"""The Word document for review: the rules as printed, and again the rules when it is imported."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guizhang.book.docx import book_docx
from guizhang.book.gather import gather
from guizhang.importers.intake import import_files
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Edition, Node, Place, Regulation, walk
from guizhang.model.text import Text
from guizhang.tables.wordml import run
from tests.book.conftest import TODAY
from tests.book.reading import in_order, said
from tests.book.test_pdf import HOSTILE, hostile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(handbook, language="zh", *, regulations=(), **how) -> bytes:
    return book_docx(gather(handbook, on=TODAY, regulations=regulations), language, **how)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> str:
    """Return the text of a document's body, tables included, in order."""
    return "".join(t.text or "" for t in opened(data).element.body.iter(f"{W}t"))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_every_word_of_every_rule_is_there_in_order(handbook, language):
    text = re.sub(r"\s", "", texts(made(handbook, language)))
    for lang in ("zh", "en") if language == "both" else (language,):
        for regulation in handbook.regulations:
            wanted = [re.sub(r"\s", "", part) for part in said(handbook, regulation, lang, margin=False)]
            if language == "both":  # what has no English is said once, in Chinese
                wanted = [part for part in wanted if lang == "zh" or part.isascii()]
            place = 0
            for part in wanted:
                place = text.find(part, place)
                assert place >= 0, part


def structure(regulation, lang) -> list[tuple[int, str, str]]:
    """Return (depth among numbered nodes, level, printed number) of every numbered node."""

    def depth(place: Place) -> int:
        return sum(node.number is not None for node in place.ancestors)

    return [(depth(p), str(p.node.level), printed_label(p, lang)) for p in walk(regulation) if p.node.number]


def outline(data: bytes, folder) -> list[tuple[int, str, str]]:
    """Return the same of what importing the document gives."""

    def below(nodes, depth):
        for node in nodes:
            if node.label:
                yield depth, str(node.type), node.label
            yield from below(node.children, depth + bool(node.label))

    path = folder / "back.docx"
    path.write_bytes(data)
    (imported,) = import_files([path])
    return [node for document in imported.result.documents for node in below(document.nodes, 0)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["visitors", "old", "nested"])
def test_imported_again_it_has_the_same_structure(handbook, tmp_path, lang, name):
    book = nested() if name == "nested" else handbook
    regulation = next(r for r in book.regulations if r.id == name)
    wanted = structure(regulation, lang)
    assert outline(made(book, lang, regulations=[name]), tmp_path) == wanted
    assert wanted


@pytest.mark.parametrize(("lang", "every"), [("zh", 2), ("en", 5)])
def test_the_reference_rules_keep_every_number_when_imported_again(reference, tmp_path, lang, every):
    """Depth apart: of two lists （一）（二） in one article the importer cannot always tell where the second belongs."""
    lost = {}
    for regulation in reference.regulations[::every]:
        found = outline(made(reference, lang, regulations=[regulation.id]), tmp_path)
        wanted = structure(regulation, lang)
        if [node[1:] for node in found] != [node[1:] for node in wanted]:
            lost[regulation.id] = (len(found), len(wanted))
    assert lost == {}


def nested() -> Handbook:
    """Chapters, articles with and without a title, items in items."""

    def item(number, zh, en, *below):
        return Node(item=number, text=Text(zh=zh, en=en), body=below)

    listed = (
        Node(text=Text(zh="申请应当写明：", en="A request states:")),
        item("1", "事由：", "the reason:", item("1", "病假；", "illness;"), item("2", "事假；", "a private matter;")),
        item("2", "起止时间。", "the first and the last day."),
    )
    articles = (
        Node(article="1", id="a1", title=Text(zh="申请", en="Requests"), body=listed),
        Node(article="2", id="a2", text=Text(zh="员工应当提前三天提出申请。", en="Staff ask three days ahead.")),
        Node(
            article="3",
            id="a3",
            title=Text(zh="例外", en="Exceptions"),
            text=Text(zh="急病除外。", en="Except in sudden illness."),
        ),
        Node(
            article="4",
            id="a4",
            title=Text(zh="批准", en="Approval"),
            text=Text(zh="主管批准。", en="The supervisor approves."),
        ),
    )
    chapters = (
        Node(chapter="1", id="c1", title=Text(zh="请假", en="Leave"), body=articles[:2]),
        Node(chapter="2", id="c2", title=Text(zh="其他", en="Other"), body=articles[2:]),
    )
    title = Text(zh="请假管理规定", en="Rules on leave")
    rules = Regulation(id="nested", title=title, edition=Edition(version="1"), body=chapters)
    return Handbook(Settings(title=Text(zh="手册", en="Handbook"), company=Text(zh="公司", en="Company")), (rules,))


def test_headings_are_real_and_numbers_are_text(handbook):
    document = opened(made(handbook, "zh", regulations=["leave"]))
    heads = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [
        ("Heading 1", "请假规定"),
        ("Heading 2", "第一编\u3000总则编"),
        ("Heading 3", "第一章\u3000基本规则"),
        ("Heading 4", "第一节\u3000范围"),
        ("Heading 4", "第二节\u3000申请"),
        ("Heading 5", "第二条\u3000怎样请假"),
        ("Heading 5", "第三条\u3000只有中文"),
        ("Heading 5", "第四条\u3000旧译文"),
        ("Heading 5", "第四条之一\u3000后来加的"),
    ]
    untitled = next(p for p in document.paragraphs if p.text.startswith("第一条"))
    assert untitled.text.startswith("第一条\u3000本条没有标题")
    assert untitled.style.element.pPr.find(f"{W}outlineLvl").get(f"{W}val") == "4"
    items = [p.text for p in document.paragraphs if p.style.name == "RuleItem"]
    assert items == [
        "（一）\t事由；",
        "1.\t病假附证明；",
        "2.\t事假写明去向；",
        "（二）\t起止时间。",
        "4.8.1\t编号照印。",
    ]
    assert not list(document.element.body.iter(f"{W}numPr"))
    assert list(document.element.body.iter(f"{W}lnNumType"))


def test_both_languages_stand_side_by_side_and_each_row_has_a_number(handbook):
    document = opened(made(handbook, "both", regulations=["leave"]))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert [row[2] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert ["请假须提前3个工作日提出，写明：", "Leave is asked for 3 working days ahead, stating:"] in [
        row[:2] for row in rows
    ]
    assert ["（一）\t事由；", "(1)\tthe reason;"] in [row[:2] for row in rows]
    (missing,) = [row for row in rows if row[0] == "这一条还没有译文。"]
    assert missing[1] == "〔Not translated yet; the Chinese text stands.〕"
    (stale,) = [row for row in rows if row[0] == "原文已经改了。"]
    assert (
        stale[1] == "This was made from an older text.〔The original has changed; this translation is being revised〕"
    )
    assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for table in document.tables for row in table.rows)


def test_pages_say_which_edition_this_is_and_which_text_prevails(handbook):
    document = opened(made(handbook, "both", regulations=["leave"]))
    (section,) = document.sections
    head = [p.text for p in section.header.paragraphs]
    assert head[0] == "示例手册 Sample handbook\u3000请假规定 Leave"
    assert "版本 2.0\u3000施行日期 2027年1月1日\u3000效力文本 中英文同等有效" in head[1]
    assert head[2].startswith("尚未施行")
    assert "In force from 1 January 2027" in head[3]
    assert head[4].startswith("Not yet in force")
    foot = section.footer.paragraphs[0]
    assert [f.get(f"{W}instr") for f in foot._p.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"] * 2


def test_each_regulation_has_its_own_pages(handbook):
    document = opened(made(handbook, "en"))
    heads = [section.header.paragraphs[0].text for section in document.sections]
    assert heads == ["", *(f"Sample handbook\u3000{r.title.en}" for r in handbook.regulations)]


SECRETS = (
    "绝密备注乙",
    "confidential remark B",
    "请看备注甲",
    "see remark A",
    "员工不得看到",
    "must not see",
    "Not adopted",
)


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_review_marks_are_in_the_owners_copy_and_nowhere_else(owners, handbook, language):
    for data in (made(handbook, language), made(handbook, language, review=True), made(owners.published(), language)):
        assert b"confidential" not in b"".join(parts(data).values())
        assert "备注乙" not in "".join(part.decode("utf-8", "ignore") for part in parts(data).values())
    without = made(owners, language)  # even of the owner's handbook, without being asked for
    assert not list(opened(without).comments)
    assert "word/comments.xml" not in parts(without) or b"w:comment " not in parts(without)["word/comments.xml"]
    own = opened(made(owners, language, review=True))
    notes = [comment.text for comment in own.comments]
    assert len(notes) == 3
    said_there = "\n".join(notes)
    kinds = {
        "zh": ["请法务审阅：请看备注甲", "未采用", "请归口部门审阅：绝密备注乙"],
        "en": ["For legal review: see remark A", "Not adopted", "confidential remark B"],
    }
    for lang in ("zh", "en") if language == "both" else (language,):
        for words in kinds[lang]:
            assert words in said_there
    marked = [c.get(f"{W}id") for c in own.element.body.iter(f"{W}commentReference")]
    assert sorted(marked) == sorted(str(comment.comment_id) for comment in own.comments)
    assert "Staff must not see this." in texts(made(owners, "en", review=True))


def test_links_lead_to_bookmarks_and_names_are_what_word_allows(reference):
    document = opened(made(reference, "zh"))
    names = [b.get(f"{W}name") for b in document.element.body.iter(f"{W}bookmarkStart")]
    ids = [b.get(f"{W}id") for b in document.element.body.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names) == len(set(ids)) > 500
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name) for name in names)
    anchors = {link.get(f"{W}anchor") for link in document.element.body.iter(f"{W}hyperlink")}
    assert anchors
    assert anchors <= set(names)


@pytest.mark.parametrize("language", ["zh", "both"])
def test_markup_is_text(language):
    data = made(hostile(HOSTILE), language)
    text = re.sub(r"\s", "", texts(data))
    assert in_order([re.sub(r"\s", "", said_there) for said_there in HOSTILE], text.replace("-", "")) is None
    fields = [f.get(f"{W}instr") for f in opened(data).sections[0].footer._element.iter(f"{W}fldSimple")]
    assert set(fields) == {"PAGE", "NUMPAGES"}


@given(st.text(), st.sampled_from(["zh", "en"]))
def test_any_text_comes_back_from_the_xml(text, lang):
    back = ""
    for node in etree.fromstring(etree.tostring(run(text, lang))):
        back += {"br": "\n", "tab": "\t", "t": node.text or ""}.get(etree.QName(node).localname, "")
    illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
    # XML reads a carriage return in a file as a line end; as a character reference it stays one.
    assert back == illegal.sub("\ufffd", text)


def test_a_title_of_300_characters_loses_nothing():
    long = "规" * 150 + "定" * 150
    data = made(hostile([long, long]), "both")
    assert texts(data).count(long) >= 5
    assert len(opened(data).core_properties.title) == 255, "Word takes no longer one"


def test_a_character_xml_cannot_hold_becomes_a_visible_one():
    book = hostile(["前\x07后", "名称"])
    assert "前\ufffd后" in texts(made(book, "zh"))


def test_the_same_book_gives_the_same_bytes(owners, monkeypatch):
    first = made(owners, "both", review=True)
    import datetime as dt

    from docx import comments

    class Later(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime(2031, 1, 1, tzinfo=tz)

    monkeypatch.setattr(comments.dt, "datetime", Later)
    assert made(owners, "both", review=True) == first
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
