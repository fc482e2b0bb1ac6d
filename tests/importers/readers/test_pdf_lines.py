"""What single PDF pages become: blanks, tables, heads, doubles, turned text."""

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import pdf
from guizhang.importers.readers.pdf.kangxi import plain_ideographs
from tests.importers.readers.pdf_samples import rules, typst_pdf, typst_source

pytestmark = pytest.mark.usefixtures("cjk_font")
SETUP = '#set page(width: 210mm, height: 297mm, margin: 24mm)\n#set text(font: "Noto Sans CJK SC", size: 10.5pt, lang: "zh")\n'


def read(source):
    extract = pdf.read(typst_source(SETUP + source))
    audit_extract(extract)
    return extract


CASES = [
    ("第一条 为规范 IT 系统管理", "第一条 为规范 IT 系统管理"),
    ("使用IT系统不得超过3天", "使用IT系统不得超过3天"),
    ("Staff shall record hours.", "Staff shall record hours."),
    ("面积 100 m#super[2] 以上", "面积 100 m2 以上"),
    ("目#h(2em)录", "目录"),
    ("甲方：张三#h(12em)乙方：李四", "甲方：张三\t乙方：李四"),
    ("第一行\\\n第二行", "第一行\n第二行"),
    ("#table(columns: 2)[班次][时间][早班][早上 7 点]", "班次\t时间\n早班\t早上 7 点"),
    ("#table(columns: 3)[一][][三][四][五][六]", "一\t\t三\n四\t五\t六"),
    (
        "#table(columns: (4em, 6em))[项目][说明][迟到][迟到十分钟以内的给予口头警告]",
        "项目\t说明\n迟到\t迟到十分钟以内的给予口头警告",
    ),
    ("#table(columns: 2, table.cell(rowspan: 2)[考勤], [迟到], [早退])", "考勤\t迟到\n〃\t早退"),
    (
        "#table(columns: 3, [迟到], [警告], table.cell(rowspan: 2)[每次], [旷工], [罚款])",
        "迟到\t警告\t每次\n旷工\t罚款\t〃",
    ),
    ("#table(columns: 2, table.cell(rowspan: 2)[], [迟到], [早退])", "迟到\n早退"),
    ("#rect(width: 100%)[框内的一条规定]", "框内的一条规定"),
    ("第一条 上班#place(dx: 0.3pt)[#h(0pt)]", "第一条 上班"),
]


@pytest.mark.parametrize(("source", "text"), CASES)
def test_line(source, text):
    assert read(source).text == text


def test_made_characters_are_marked():
    extract = read("#table(columns: 2)[班次][时间][早班][早上 7 点]")
    made = [extract.text[a:b] for a, b in extract.generated]
    assert made.count("\t") == 2
    assert extract.numbers == (1, 2)
    assert extract.places == ("page 1, line 1", "page 1, line 2")


def test_table_without_rules_is_read_across():
    rows = "".join(f"[第{i}项][扣{i}分][主管]" for i in range(1, 9))
    lines = read(f"#table(columns: (8em, 12em, 1fr), stroke: none){rows}").text.split("\n")
    assert [line.split("\t")[0] for line in lines] == [f"第{i}项" for i in range(1, 9)]


def test_fake_bold_is_read_once():
    # Printed again in other pieces: PDFium takes out only doubles that come in the same ones.
    again = "#place(dx: 0.6pt)[违反本制度]#place(dx: 5em + 0.6pt)[的处罚]"
    extract = read(f"#place[违反本制度的处罚]{again}#v(3em)正文")
    assert extract.text == "违反本制度的处罚\n正文"
    assert [(d.reason, d.text) for d in extract.dropped] == [("overprint", "违反本制度的处罚")]


def test_repeated_letters_are_not_doubles():
    text = "offfice 一一一 ......…… ll 11"
    assert read(f'#"{text}"').text == text


def test_turned_page_is_read_upright():
    body = "第一条 员工应当按时到岗。\\\n第二条 请假须提前一天。"
    extract = read(f"#rotate(90deg, reflow: true)[{body}]")
    assert extract.text == "第一条 员工应当按时到岗。\n第二条 请假须提前一天。"


def test_head_that_begins_a_rule_stays():
    pages = "#pagebreak()".join("第三条 上班须打卡。#v(3em)" + word * 30 for word in ("正文", "说明", "其他"))
    extract = read(pages)
    assert extract.text.count("第三条 上班须打卡。") == 3


def test_chapter_heads_change_along_the_book():
    parts = [
        f"#set page(header: [第{n}章 考勤之{n}])\n" + "".join(f"#par[{n}-{i} 员工应当遵守规定。]" for i in range(90))
        for n in "一二"
    ]
    extract = read("#pagebreak()\n".join(parts))
    assert {drop.text for drop in extract.dropped} == {"第一章 考勤之一", "第二章 考勤之二"}
    # Rows that differ in their figures only stand at the same heights on every page and are rules all the same.
    assert extract.text.count("员工应当遵守规定。") == 180


def test_one_diagonal_stamp_is_a_watermark():
    extract = read("#place(center + horizon, rotate(-45deg, text(50pt)[内部资料]))第一条 正文在此。")
    assert (extract.text, extract.dropped[0].reason) == ("第一条 正文在此。", "watermark")


def test_radicals_become_characters():
    assert plain_ideographs("员⼯⼿册⻓期⼾外⿈⾊") == "员工手册长期户外黄色"
    assert plain_ideographs("條⼾") == "條戶"
    assert plain_ideographs("第十二条 ＡＢ①㈠") == "第十二条 ＡＢ①㈠"


def test_what_bookmarks_lead_to_are_headings():
    words = "= Purpose\nStaff may work from home.\n= 适用 范围\n== Eligibility\nPurpose\n#pagebreak()\nEligibility\n"
    extract = pdf.read(typst_source(words))
    lines = extract.text.split("\n")
    assert lines == ["Purpose", "Staff may work from home.", "适用范围", "Eligibility", "Purpose", "Eligibility"]
    # What only says the same, below it or on another page, is none.
    assert extract.headings == {1: 1, 3: 1, 4: 2}


def test_a_page_may_have_many_bookmarks():
    names = [f"第{number}节关于办公用品领用登记和归还的规定" for number in range(1, 60)]
    extract = pdf.read(typst_source("#set page(height: 90cm)\n" + "\n".join(f"= {name}" for name in names)))
    assert [extract.headings.get(line) for line in range(1, 60)] == [1] * 59


def test_same_bytes_give_the_same_extract():
    data = typst_pdf(rules(5, 12, tables=True), columns=2)
    assert pdf.read(data) == pdf.read(data)
