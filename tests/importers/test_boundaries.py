"""Where documents begin: title by title, and what looks like one and is not."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.lines.titles import core, series_number, title_score


def documents(text):
    return [(d.title, d.lines) for d in import_text(text.encode(), "rules.txt").documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("考勤制度\n第一条 打卡。\n值班制度\n第一条 签到。\n", [("考勤制度", (1, 2)), ("值班制度", (3, 4))]),
        ("考勤制度篇一\n1.打卡。\n2.签到。\n考勤制度篇二\n1.请假。\n", [("考勤制度篇一", (1, 3)), ("考勤制度篇二", (4, 5))]),
        ("第一篇：考勤制度\n一、打卡。\n第二篇：值班制度\n一、签到。\n", [("第一篇：考勤制度", (1, 2)), ("第二篇：值班制度", (3, 4))]),
        ("考勤管理制度第一章总则第一条打卡。\n第二条签到。\n", [("考勤管理制度", (1, 2))]),
        ("第一章 总则\n第一条 打卡。\n第二章 附则\n第二条 施行。\n第一章 总则\n第一条 签到。\n", [("", (1, 4)), ("", (5, 6))]),
        ("Leave Policy\n1. Ask early.\n2. Sign.\n\nTravel Policy\n1. Book.\n2. Report.\n", [("Leave Policy", (1, 3)), ("Travel Policy", (5, 7))]),
        # a heading between the articles of one document
        ("员工手册\n第一条 打卡。\n请假规定\n第二条 写申请。\n", [("员工手册", (1, 4))]),
        # the title's own second line
        ("员工手册\n员工手册\n第一条 打卡。\n", [("员工手册", (1, 3))]),
        # the block with its number stands over a title and belongs to it
        (
            (
                "文件编号：XZ-001\n印章管理规定\n1 目的\n规范印章使用。\n2 职责\n2.1 专人保管。\n"
                "文件编号：XZ-002\n版本：B/1\n档案管理规定\n1 目的\n规范归档。\n2 归档\n2.1 每月一次。\n"
            ),
            [("印章管理规定", (1, 6)), ("档案管理规定", (7, 13))],
        ),
        # the same heading under both titles
        (
            (
                "Dress Code\nPurpose\nHow staff dress.\nRules\n1. Uniform.\n2. Badge.\n"
                "Telephone Use\nPurpose\nHow staff answer.\nRules\n1. Three rings.\n2. Greet.\n"
            ),
            [("Dress Code", (1, 6)), ("Telephone Use", (7, 12))],
        ),
        # no title at all
        ("1.打卡。\n2.签到。\n", [("", (1, 2))]),
        ("按时上班。", [("", (1, 1))]),
    ],
)  # fmt: skip
def test_documents_begin_where_people_see_them(text, expected):
    assert documents(text) == expected


@pytest.mark.parametrize(
    ("line", "least"),
    [("员工考勤管理制度", 2.0), ("呼叫中心服务标准 V3.2", 2.0), ("首问负责制", 2.0), ("原料验收作业指导书", 2.0),
     ("行为规范18条", 2.0), ("前台服务规范(试行)", 2.0), ("门 市 工 作 规 则", 2.0),
     ("第三篇:考勤制度", 3.0), ("Code of Conduct", 2.0), ("Visitor Reception Policy", 2.0)],
)  # fmt: skip
def test_looks_like_a_title(line, least):
    assert title_score(line) >= least


@pytest.mark.parametrize(
    "line", ["本制度自发布之日起施行。", "员工应遵守考勤制度,按时上班", "制度", "we follow the rules", "一" * 60]
)
def test_does_not_look_like_a_title(line):
    assert title_score(line) < 2.0


@pytest.mark.parametrize(
    ("line", "number", "name"),
    [
        ("考勤制度篇三", 3, "考勤制度"),
        ("考勤制度2", 2, "考勤制度"),
        ("考勤制度(二)", 2, "考勤制度"),
        ("第四篇:考勤制度", 4, "考勤制度"),
        ("考勤制度(精选5篇)", None, "考勤制度"),
        ("《考勤制度》", None, "考勤制度"),
        ("考勤制度", None, "考勤制度"),
    ],
)
def test_reads_series_marks(line, number, name):
    assert (series_number(line), core(line)) == (number, name)


def test_chapters_begin_anew_in_every_part_of_one_document():
    text = "员工手册\n第一编 人事\n第一章 编制\n第一条 岗位按需设置。\n第二章 招聘\n第二条 招聘公开进行。\n"
    text += "第二编 行为\n第一章 仪表\n第三条 着装整洁。\n第二章 秩序\n第四条 会议室先约后用。\n"
    imported = import_text(text.encode(), "handbook.txt")
    assert [document.lines for document in imported.documents] == [(1, 11)]
    assert [node.label for node in imported.documents[0].nodes] == ["第一编", "第二编"]
