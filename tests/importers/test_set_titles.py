"""Word documents without styles: titles and headings told by how they are set."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from tests.importers.readers.wordfile import docx, para, run, style

CENTRED = '<w:jc w:val="center"/>'
TITLE_STYLE = '<w:pStyle w:val="T"/>'
HEADING_STYLE = '<w:pStyle w:val="H"/>'
STYLES = style("T", name="Title") + style("H", name="heading 1")


def bold(text, properties=""):
    return para(run(text, "<w:b/>"), properties)


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{para(cell)}</w:tc>' for cell in cells)}</w:tr>"


def shape(*paragraphs):
    """Return title and headings of each document."""
    found = import_text(docx("".join(paragraphs), styles=STYLES), "rules.docx").documents
    return [(d.title, [n.title for n in d.nodes if n.title]) for d in found]


SALON = [
    bold("泳池服务规范", CENTRED),
    bold("着装"),
    para("救生员须穿红色背心。"),
    bold("接待礼仪"),
    para("顾客入场时应当微笑问好。"),
    bold("水质要求"),
    para("余氯每两小时检测一次。"),
    bold("处罚标准"),
    para("擅离岗位的，罚款50元。"),
]


def test_bold_headings_below_a_set_title_begin_no_document_whatever_their_last_word():
    assert shape(*SALON) == [("泳池服务规范", ["着装", "接待礼仪", "水质要求", "处罚标准"])]


def test_each_title_set_as_such_begins_a_document():
    first = [bold("考勤制度", CENTRED), para("1、按时打卡。"), para("2、不得代打。"), para("3、迟到扣款。")]
    second = [bold("请假制度", CENTRED), para("1、提前申请。"), para("2、病假交证明。")]
    assert [title for title, _ in shape(*first, *second)] == ["考勤制度", "请假制度"]


@pytest.mark.parametrize("look", [bold("Pantry Checks"), bold("Pantry checks")])
def test_a_bold_heading_directly_over_a_table_stays_a_heading(look):
    rows = f"<w:tbl>{row('Item', 'How often')}{row('Shelves', 'every week')}{row('Oven', 'every month')}</w:tbl>"
    found = shape(
        bold("Canteen Rules", CENTRED), bold("Storage"), para("Food is covered."), look, rows,
        bold("Waste"), para("Bins are emptied every evening."),
    )  # fmt: skip
    assert [names[1].lower() for _, names in found] == ["pantry checks"]


def test_where_most_is_bold_it_tells_no_heading():
    lines = [bold("夜班安排"), *[bold(f"岗位{n}须有人值守。") for n in "甲乙丙"], bold("交接"), para("当面清点。")]
    assert import_text(docx("".join(lines)), "a.docx").documents[0].nodes


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ([para("Tern Bay Hostels", TITLE_STYLE), bold("Staff Handbook")], "Staff Handbook"),
        ([para("Tern Bay Hostels", TITLE_STYLE), para("Staff Handbook", CENTRED)], "Staff Handbook"),
        ([para("Tern Bay Hostels", TITLE_STYLE)], "Tern Bay Hostels"),
        ([para(run("House Rules", '<w:sz w:val="40"/>'), CENTRED)], "House Rules"),
    ],
)
@pytest.mark.parametrize("heading", [lambda text: para(text, HEADING_STYLE), bold])
def test_the_title_is_what_is_set_as_one_or_names_rules_right_below(head, title, heading):
    body = [heading("Keys"), para("Keys must be handed in."), heading("Quiet Hours"), para("Music stops at 22:00.")]
    assert shape(*head, *body) == [(title, ["Keys", "Quiet Hours"])]


def test_attached_rules_with_articles_of_their_own_are_documents_still():
    body = [
        bold("库房管理办法", CENTRED), para("第一条 出库须凭单。"), para("第二条 每月盘点。"), para("第三条 禁止吸烟。"),
        para("附件1"), bold("叉车使用规定"), para("第一条 持证驾驶。"), para("第二条 限速行驶。"),
    ]  # fmt: skip
    assert [title for title, _ in shape(*body)] == ["库房管理办法", "叉车使用规定"]


POOL = [
    ("泳池服务规范",), ("着装仪表", "救生员须穿红色背心。", "哨子随身携带。"), ("接待礼仪", "顾客入场时应当微笑问好。", "不得坐着答话。"),
    ("水质要求", "余氯每两小时检测一次。", "水温不低于26度。"),
]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("suffix", "head", "line"), [("txt", "{}", "{}"), ("md", "**{}**", "{}"), ("html", "<p><b>{}</b></p>", "<p>{}</p>")]
)
def test_sections_named_like_rules_begin_no_document_in_other_formats(gap, suffix, head, line):
    blocks = ["\n".join([head.format(name), *map(line.format, rules)]) for name, *rules in POOL]
    found = import_text(gap.join(blocks).encode(), f"rules.{suffix}").documents
    assert [d.title for d in found] == ["泳池服务规范"]


@pytest.mark.parametrize("second", ["更衣室管理规定", "更衣室使用须知（试行）"])
def test_a_second_document_is_one_still(second):
    text = f"泳池管理规定\n一、须戴泳帽。\n二、不得跳水。\n三、儿童须有人陪同。\n\n{second}\n一、锁好柜门。\n二、不得吸烟。\n"
    assert [d.title for d in import_text(text.encode(), "rules.txt").documents] == ["泳池管理规定", second]
