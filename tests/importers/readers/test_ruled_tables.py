"""Tables of rules in documents: the same provisions from Word, web pages and PDF as from a workbook."""

import io
from html import escape

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers.extract import audit_extract
from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.readers import docx, html, pdf
from guizhang.importers.readers.workbook import xlsx
from tests.importers.readers.pdf_samples import typst_source
from tests.importers.readers.wordfile import members, pack

READERS = {"docx": docx, "html": html, "pdf": pdf, "xlsx": xlsx}


def cells(*rows):
    """Return rows of plain cells, each with how many columns and rows it covers."""
    return [[[text, 1, 1] for text in row] for row in rows]


PLAIN = cells(["序号", "违规行为", "罚款（元）"], ["1", "未锁后门", "50"], ["2", "库内吸烟", "300"])
MERGED = [
    [["类别", 1, 1], ["违规行为", 1, 1], ["处罚", 1, 1]],
    [["门禁", 1, 2], ["未锁后门", 1, 1], ["警告", 1, 1]],
    [None, ["借出门卡", 1, 1], ["警告", 1, 1]],
    [["以下为用火", 3, 1]],
    [["用火", 1, 1], ["库内吸烟", 1, 1], ["记过", 1, 1]],
]


def word(rows):
    def cell(one):
        if one is None:
            return "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        text, wide, high = one
        down = '<w:vMerge w:val="restart"/>' if high > 1 else ""
        span = f'<w:tcPr><w:gridSpan w:val="{wide}"/>{down}</w:tcPr>'
        return f"<w:tc>{span}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    table = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return pack(members(f"<w:tbl>{table}</w:tbl>"))


def page(rows):
    def cell(one):
        return f"<td colspan={one[1]} rowspan={one[2]}>{escape(one[0])}</td>" if one else ""

    table = "".join("<tr>" + "".join(map(cell, row)) + "</tr>" for row in rows)
    return f"<table>{table}</table>".encode()


def printed(rows):
    def cell(one):
        return f"table.cell(colspan: {one[1]}, rowspan: {one[2]})[{one[0]}], " if one else ""

    table = "".join(cell(one) for row in rows for one in row)
    font = '#set text(font: "Noto Sans CJK SC", lang: "zh")\n'
    return typst_source(f"{font}#table(columns: {len(rows[0])}, {table})")


def workbook(rows):
    book = openpyxl.Workbook()
    for at, row in enumerate(rows, 1):
        for column, one in enumerate(row, 1):
            if one is not None:
                book.active.cell(at, column, one[0])
                book.active.merge_cells(
                    start_row=at, start_column=column, end_row=at + one[2] - 1, end_column=column + one[1] - 1
                )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MAKERS = {"docx": word, "html": page, "pdf": printed, "xlsx": workbook}


def text(kind, rows):
    extract = READERS[kind].read(MAKERS[kind](rows))
    audit_extract(extract)
    return extract.text


@pytest.mark.usefixtures("cjk_font")
@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param(PLAIN, "1、未锁后门：罚款50元。\n2、库内吸烟：罚款300元。", id="numbered"),
        pytest.param(
            MERGED,
            "1、类别：门禁，违规行为：未锁后门，处罚：警告。\n2、类别：门禁，违规行为：借出门卡，处罚：警告。\n"
            "以下为用火\n3、类别：用火，违规行为：库内吸烟，处罚：记过。",
            id="merged cells and a group",
        ),
        pytest.param(
            cells(["Offence", "Fine (RMB)"], ["Back door left open", "50"]),
            "1. Back door left open – Fine: RMB 50.",
            id="English",
        ),
    ],
)
def test_a_table_of_rules_is_read_alike_from_every_format(rows, said, kind):
    assert text(kind, rows) == said


@pytest.mark.usefixtures("cjk_font")
@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(cells(["班次", "时间"], ["早班", "七点"]), id="no penalties"),
        pytest.param(cells(["姓名", "违规行为", "处罚"], ["某员工", "未锁后门", "警告"]), id="a list of people"),
        pytest.param(cells(["违规行为", "处罚", "得分"], ["未锁后门", "警告", ""]), id="a form"),
    ],
)
def test_other_tables_stay_tables(rows, kind):
    said = text(kind, rows)
    assert said.startswith("\t".join(one[0] for one in rows[0]))


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def test_rows_that_word_numbers_are_numbered_by_word():
    counted = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>'
    plain = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>".format
    head = "".join(map(plain, ("序号", "违规行为", "处罚")))
    rows = "".join(f"<w:tr>{counted}{plain(what)}{plain('警告')}</w:tr>" for what in ("未锁后门", "借出门卡"))
    extract = docx.read(pack(members(f"<w:tbl><w:tr>{head}</w:tr>{rows}</w:tbl>", numbering=NUMBERING)))
    audit_extract(extract)
    assert extract.text == "1、未锁后门：警告。\n2、借出门卡：警告。"
    made = [extract.text[start:end] for start, end in extract.generated]
    assert "1、" in made


def test_what_stands_over_a_table_says_its_unit_and_what_it_is_about():
    source = "<p>违反前条的，按下表罚款（单位：元）：</p>" + page(cells(["行为", "金额"], ["未锁后门", "50"])).decode()
    assert html.read(source.encode()).text.endswith("1、未锁后门，金额：50元。")


def test_the_rows_stand_under_the_article_that_leads_to_them():
    source = "<h1>库房管理规定</h1><p>第一条 处罚如下：</p>" + page(PLAIN).decode() + "<p>第二条 自公布之日起执行。</p>"
    (document,) = import_text(source.encode(), "a.html").documents
    found = [(node.label, [child.label for child in node.children]) for node in document.nodes if node.label]
    assert found == [("第一条", ["1、", "2、"]), ("第二条", [])]
    assert not any("\t" in node.text for node in walk(document.nodes))


@pytest.mark.usefixtures("cjk_font")
def test_a_table_goes_on_on_the_next_page_without_its_head():
    rows = "".join(f"[{n}], [违规{n}次], [警告], " for n in range(1, 31))
    font = '#set page(height: 90mm)\n#set text(font: "Noto Sans CJK SC", lang: "zh")\n'
    extract = pdf.read(typst_source(f"{font}#table(columns: 3, [序号], [违规行为], [处罚], {rows})"))
    audit_extract(extract)
    assert extract.text.split("\n") == [f"{n}、违规{n}次：警告。" for n in range(1, 31)]
    assert [drop.text for drop in extract.dropped if drop.reason == "column-names"] == ["序号", "违规行为", "处罚"]


WORDS = st.sampled_from(
    [
        "序号",
        "违规行为",
        "处罚",
        "罚款（元）",
        "备注",
        "1",
        "2",
        "第三条",
        "未锁后门",
        "50",
        "",
        " ",
        "单位：元",
        "注：另计",
    ]
)
SPANS = st.sampled_from([1, 1, 1, 2, 3])
ODD = st.lists(st.lists(st.one_of(st.none(), st.tuples(WORDS, SPANS, SPANS)), max_size=4), max_size=6)


@pytest.mark.parametrize("kind", ["docx", "html"])
@given(rows=ODD)
def test_whatever_the_cells_are_every_character_is_accounted_for(kind, rows):
    data = MAKERS[kind]([PLAIN[0], *rows])
    audit_extract(READERS[kind].read(data))
