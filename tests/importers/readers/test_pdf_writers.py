"""What writers of PDF leave to be seen only: blanks that are gaps, bullets that are shapes, titles that go on."""

import shutil
import subprocess

import pytest
from docx import Document

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import pdf
from tests.importers.readers.pdf_samples import typst_source

pytestmark = pytest.mark.usefixtures("cjk_font")

SETUP = '#set page(width: 210mm, height: 297mm, margin: 24mm)\n#set text(font: "Noto Sans CJK SC", size: 10.5pt, lang: "zh")\n'
FONT = "<!doctype html><meta charset=utf-8><style>body{font:11pt/1.6 'Noto Serif CJK SC'}p{text-align:justify}</style>"


def read(data):
    extract = pdf.read(data)
    audit_extract(extract)
    return extract


def typeset(source):
    return read(typst_source(SETUP + source))


@pytest.fixture
def printed(browser):
    def print_page(inner, **settings):
        context = browser.new_context()
        tab = context.new_page()
        tab.set_content(FONT + inner)
        data = tab.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "22mm"), **settings)
        context.close()
        return read(data)

    return print_page


def test_a_browser_writes_no_blanks_and_they_are_read_from_the_gaps(printed):
    lines = [
        "第一章　总则",
        "第一条　为规范仓库出入，制定本规定。",
        "Step 1 到店",
        "a. POS 开机，network 正常。",
        "24小时内答复",
    ]
    extract = printed("".join(f"<p>{line}</p>" for line in lines))
    assert extract.text.split("\n") == [line.replace("\u3000", " ") for line in lines]
    made = [extract.text[start:end] for start, end in extract.generated]
    assert made == [" "] * sum(line.count(" ") for line in extract.text.split("\n"))


def test_a_stretched_line_has_no_more_blanks_than_it_was_typed_with(printed):
    words = "叉车司机应当持证上岗，见公告" + "x" * 70
    text = printed(f"<p>{words}</p>").text
    assert text.replace("\n", "") == words


@pytest.mark.parametrize("font", ["Noto Sans CJK SC", "Noto Serif CJK SC"])
def test_a_narrow_or_flat_character_has_no_blanks_beside_it(printed, font):
    """日 and 一 fill little of their em; a font of drawn shapes says nothing but their ink."""
    lines = [
        "水电费每人每月限额50元。",
        "须在5个工作日内答复，自离职之日起三日内退还。",
        "一月一日值日一次，目前由工人自己做。",
    ]
    shown = "".join(f"<p style=\"font-family:'{font}';text-align:left\">{line}</p>" for line in lines)
    assert printed(shown).text.split("\n") == lines


def test_a_gap_between_scripts_is_no_blank_where_the_file_writes_blanks():
    assert typeset("凭IC卡出入 3 号门，禁止use他人的卡").text == "凭IC卡出入 3 号门，禁止use他人的卡"


DISC = "<p>食堂不得：</p><ul><li>插队</li><li>带走餐具</li></ul>"


def office(lines, tmp_path):
    """Return the text of a PDF that LibreOffice makes of some paragraphs."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice")
    # The fonts that its template names are nowhere, so the office takes others, and leaves the blanks to them.
    page, document = tmp_path / "rules.docx", Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(page))
    how = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*how, "pdf", "--outdir", tmp_path, page], check=True, capture_output=True, timeout=120)
    return read((tmp_path / "rules.pdf").read_bytes()).text


def test_an_office_moves_on_instead_of_writing_a_blank_between_chinese_characters(tmp_path):
    lines = ["第一章 总则", "第一条 为规范食堂管理，保障员工就餐，制定本规定。", "第二条 就餐时间为11:30至13:00，逾时不候。",
             "第三条 员工凭卡就餐，卡片遗失须在2个工作日内补办。"]  # fmt: skip
    assert office(lines, tmp_path).split("\n") == lines


def test_bullets_that_are_drawn_are_written(printed):
    extract = printed(DISC)
    assert extract.text == "食堂不得：\n• 插队\n• 带走餐具"
    assert [extract.text[start:end] for start, end in extract.generated] == ["• ", "• "]


@pytest.mark.parametrize("shape", ["circle(radius: 1.4pt, fill: black)", "square(size: 3pt, fill: black)"])
def test_bullets_of_a_typesetter(shape):
    item = f"#grid(columns: (1.2em, 1fr), move(dy: 0.3em, {shape}), [锁好柜门])\n"
    assert typeset(item * 2).text == "• 锁好柜门\n• 锁好柜门"


NO_BULLETS = [
    pytest.param("正文#box(circle(radius: 1.4pt, fill: black))正文", "正文正文", id="inside a line"),
    pytest.param("#text(18pt)[#box(square(size: 4pt, fill: black)) 总则]\n\n" + "正文。" * 40, "总则", id="an ornament of a heading"),
    pytest.param("#grid(columns: (1.2em, 1fr), move(dy: 0.3em, circle(radius: 1.4pt, fill: black)), [1、锁门])", "1、锁门", id="a number of its own"),
    pytest.param("#place(dx: 3em, dy: 9em, circle(radius: 1.4pt, fill: black))锁门", "锁门", id="beside no line"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "first"), NO_BULLETS)
def test_other_shapes_are_no_bullets(source, first):
    assert typeset(source).text.split("\n")[0].strip() == first


TITLE = "集团总部及各分支机构办公用品采购、领用、保管与报废处理管理暂行规定"


def test_a_large_title_goes_on_in_the_next_line():
    found = typeset(f"#align(center, text(20pt)[{TITLE}])\n\n第一条 采购须经批准。\n\n" + "正文。" * 60)
    assert found.text.split("\n")[0] == TITLE


def test_words_of_a_title_are_parted_where_its_line_ends():
    title = "Rules for Keeping Shared Tools, Ladders and Spare Keys in the Depot"
    found = typeset(f"#align(center, text(20pt)[{title}])\n\nKeys are signed for. " + "They stay here. " * 40)
    assert found.text.split("\n")[0].split() == title.split()


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("#align(center, text(20pt)[青石物流\\ 仓库管理规定])", id="broken where there was room"),
        pytest.param("#text(20pt)[" + "库" * 22 + "\\ 1. 仓库管理规定]", id="a number begins the next"),
        pytest.param("#text(20pt)[" + "库" * 21 + "。\\ 仓库管理规定]", id="a sentence has ended"),
        pytest.param("库" * 43 + "\\ 仓库管理规定", id="as large as the text"),
    ],
)
def test_other_lines_are_not_joined(source):
    found = typeset(source + "\n\n" + "正文。" * 60)
    assert found.text.split("\n")[1].endswith("仓库管理规定")


CELL = "font-size:8px;width:100%;padding:0 8mm;display:flex;justify-content:space-between"


@pytest.mark.parametrize("when", ["2026/3/9 上午10:21", "3/9/26, 10:21 AM", "09/03/2026, 22:05"])
def test_what_a_browser_prints_around_a_page_is_no_text(printed, when):
    extract = printed(
        "<p>第一条 钥匙由值班员保管。</p>",
        display_header_footer=True,
        header_template=f"<div style='{CELL}'><span>{when}</span><span>钥匙规定</span><span></span></div>",
        footer_template=f"<div style='{CELL}'><span>file:///D:/hr/key.html</span><span>1/1</span></div>",
    )
    assert extract.text == "第一条 钥匙由值班员保管。"
    assert {drop.reason for drop in extract.dropped} == {"running-head"}


def test_a_rule_that_begins_with_a_time_stays(printed):
    assert printed("<p>2026/3/9 10:21 起停止供水。</p><p>第一条 储水。</p>").text.startswith(
        "2026/3/9 10:21 起停止供水。"
    )


def test_the_small_head_of_a_single_numbered_page_is_no_text():
    page = "#set page(header: text(8pt)[青石物流 内部文件], footer: align(center)[第 1 页])\n"
    assert typeset(page + "第一条 钥匙由值班员保管。").text == "第一条 钥匙由值班员保管。"
    assert typeset(page.replace("第 1 页", "") + "第一条 钥匙由值班员保管。").text.startswith("青石物流")


def test_the_last_line_of_a_text_may_be_all_of_its_right_column():
    lines = "\\\n".join(f"第{n}条 出门随手关灯。" for n in "一二三四五六七八九十")
    found = typeset(f"#set page(columns: 2, height: 100mm)\n{lines}\n#colbreak()\n第十一条 值班员检查。")
    assert found.text.split("\n")[-1] == "第十一条 值班员检查。"
