"""What a Word file holds besides plain paragraphs: every character is kept or dropped with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guizhang.importers.extract import Extract, ExtractMismatch, audit_extract
from guizhang.importers.readers.docx import read
from tests.importers.readers.wordfile import (
    NAMESPACES,
    SPACES,
    abstract,
    docx,
    item,
    lvl,
    members,
    num,
    pack,
    para,
    part,
    run,
    style,
)


def field(code: str, result: str | None) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = "" if result is None else mark("separate") + run(result)
    return f'{mark("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{shown}{mark("end")}'


def box(inside: str) -> str:
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def modern_box(inside: str, fallback: str) -> str:
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>'
        f"{inside}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{fallback}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*paragraphs: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def wrapped(element: str, inside: str) -> str:
    return f"<w:{element}><w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt></w:{element}>"


def note(kind: str, key: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


P = para
HIDE = "<w:vanish/>"
ENCLOSED = r"EQ \o\ac(○,12)"
PHONETIC = r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(fu),附)"


def raised(text):
    return f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{text}</w:t></w:r>"


def tick(state):
    begin = (
        f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
    )
    return begin + "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"


CASES = {
    # name: (body, text, dropped as reason/text, other parts)
    "runs-join": (P(run("为规范") + run("管理")), "为规范管理", (), {}),
    "paragraphs-are-lines": (P("一") + P() + P("二"), "一\n\n二", (), {}),
    "tab-is-a-character": (P(f"{run('甲')}<w:r><w:tab/></w:r>{run('乙')}"), "甲\t乙", (), {}),
    "tab-stops-are-none": (P("甲", "<w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs>"), "甲", (), {}),
    "line-break": (P("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"), "甲\n乙", (), {}),
    "page-break-at-the-edge": (P("<w:r><w:br w:type='page'/><w:t>甲</w:t><w:br w:type='page'/></w:r>"), "甲", (), {}),
    "hyphens": (P("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>B</w:t></w:r>"), "A\u2011\u00adB", (), {}),
    "symbol-of-wingdings": (P("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>同意</w:t></w:r>"), "☑同意", (), {}),
    "symbol-not-known-keeps-its-code": (P("<w:r><w:sym w:font='Odd' w:char='F041'/></w:r>"), "\uf041", (), {}),
    "symbol-damaged": (P("<w:r><w:sym w:char='zz'/><w:t>甲</w:t></w:r>"), "\ufffd甲", (), {}),
    "line-feed-in-text-is-a-blank": (P("<w:r><w:t>甲\n乙</w:t></w:r>"), "甲 乙", (), {}),
    "inserted-is-kept": (P(f"<w:ins>{run('新')}</w:ins>"), "新", (), {}),
    "deleted-is-dropped": (
        P(f"{run('甲')}<w:del><w:r><w:delText>旧文</w:delText></w:r></w:del>"), "甲", (("tracked-deletion", "旧文"),), {}),
    "moved-is-kept-once": (
        P(f"<w:moveFrom>{run('移')}</w:moveFrom>") + P(f"<w:moveTo>{run('移')}</w:moveTo>"), "\n移",
        (("tracked-deletion", "移"),), {}),
    "deleted-inside-inserted": (
        P(f"<w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>{run('新')}</w:ins>"), "新", (("tracked-deletion", "旧"),), {}),
    "hidden-directly": (P(run("见") + run("密", HIDE)), "见", (("hidden", "密"),), {}),
    "hidden-switched-off": (P(run("见", "<w:vanish w:val='0'/>"), "<w:pStyle w:val='S'/>"), "见", (),
        {"styles": style("S", runs=HIDE)}),
    "hidden-by-character-style": (P(run("见") + run("密", "<w:rStyle w:val='C'/>")), "见", (("hidden", "密"),),
        {"styles": style("C", runs=HIDE, more='w:type="character"')}),
    "hidden-by-both-styles-is-seen": (P(run("见", "<w:rStyle w:val='C'/>"), "<w:pStyle w:val='S'/>"), "见", (),
        {"styles": style("S", runs=HIDE) + style("C", runs=HIDE, more='w:type="character"')}),
    "web-hidden-is-seen": (P(run("第3页", "<w:webHidden/>")), "第3页", (), {}),
    "hyperlink": (P(f"<w:hyperlink r:id='x'>{run('链接')}</w:hyperlink>"), "链接", (), {}),
    "smart-tag-and-unknown-wrapper": (P(f"<w:smartTag><x:any>{run('甲')}</x:any></w:smartTag>"), "甲", (), {}),
    "field-result": (P(field(" PAGE ", "3")), "3", (("field-instruction", " PAGE "),), {}),
    "simple-field": (P(f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>"), "3", (), {}),
    "field-in-a-field": (P(field(' IF "', "甲") + run("乙")), "甲乙", (("field-instruction", ' IF "'),), {}),
    "text-inside-an-instruction": (
        P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("不见") + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
          + run("见") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), "见", (("field-instruction", "不见"),), {}),
    "field-without-end-swallows-nothing": (
        P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("甲")) + P("乙"), "甲\n乙", (), {}),
    "field-over-paragraphs": (
        P("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType='separate'/></w:r>"
          + run("第一章 1")) + P(run("第二章 2") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), "第一章 1\n第二章 2",
        (("field-instruction", "TOC"),), {}),
    "enclosed-character": (P(field(ENCLOSED, None) + run("款")), "⑫款", (("field-instruction", r"EQ \o\ac(○,2)"),), {}),  # ⑫ is one character for two
    "phonetic-field": (P(field(PHONETIC, None)), "附", (("field-instruction", PHONETIC.replace("附", "")),), {}),
    "fraction-field": (P(field(r"EQ \f(1,2)", None)), "1/2", (("field-instruction", r"EQ \f()"),), {}),
    "ruby": (P(f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"), "拼",
        (("ruby", "pin"),), {}),
    "formula": (
        P("<m:oMath><m:f><m:num><m:r><m:t>工资</m:t></m:r></m:num><m:den><m:r><m:t>21.75</m:t></m:r></m:den></m:f>"
          "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"),
        "工资/21.75x^2", (), {}),
    "formula-in-brackets": (P("<m:oMath><m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d></m:oMath>"),
        "[a)", (), {}),
    "choice-or-fallback": (P(modern_box(P("框"), P("框"))), "\n框", (), {}),
    "fallback-that-says-something-else": (P(modern_box(P("框"), P("别的"))), "\n框", (("alternate", "别的"),), {}),
    "choice-not-understood": (
        P("<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback>"
          "</mc:AlternateContent></w:r>"), "旧", (("alternate", "新"),), {}),
    "empty-choice": (
        P("<w:r><mc:AlternateContent><mc:Choice Requires='wps'/><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
        "旧", (), {}),
    "alternate-paragraphs": (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{P('甲')}</mc:Choice><mc:Fallback>{P('乙')}</mc:Fallback></mc:AlternateContent>",
        "甲", (("alternate", "乙"),), {}),
    "text-box": (P(run("甲") + box(P("框一") + P("框二"))) + P("乙"), "甲\n框一\n框二\n乙", (), {}),
    "text-box-in-a-text-box": (P(run("甲") + box(P(run("外") + box(P("内"))))), "甲\n外\n内", (), {}),
    "hidden-text-box": (P(run("甲") + box(P("框")).replace("<w:r>", f"<w:r><w:rPr>{HIDE}</w:rPr>", 1)), "甲", (("hidden", "框"),), {}),
    "old-word-art": (P(run("甲") + "<w:r><w:pict><v:shape><v:textpath string='员工手册'/></v:shape></w:pict></w:r>"), "甲\n员工手册", (), {}),
    "text-of-a-drawing": (P(run("甲") + "<w:r><w:drawing><a:p><a:r><a:t>图中</a:t></a:r></a:p></w:drawing></w:r>"), "甲\n图中", (), {}),
    "content-controls": (
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{P('甲')}</w:sdtContent></w:sdt>"
        + P(f"<w:sdt><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt>"), "甲\n乙", (), {}),
    "run-outside-a-paragraph": (P("甲") + run("乙"), "甲\n乙", (), {}),
    "deleted-mark-joins-paragraphs": (P("甲", "<w:rPr><w:del/></w:rPr>") + P("乙"), "甲乙", (), {}),
    "deleted-last-mark": (P("甲", "<w:rPr><w:del/></w:rPr>"), "甲", (), {}),
    "deleted-mark-before-a-table": (P("甲", "<w:rPr><w:del/></w:rPr>") + table(cell(P("乙"))), "甲\n乙", (), {}),
    "table": (table(cell(P("班次")) + cell(P("时间")), cell(P("早班")) + cell(P("七点"))), "班次\t时间\n早班\t七点", (), {}),
    "rules-side-by-side": (
        table(
            cell(P("第一条 员工应当准时到岗。")) + cell(P("Article 1 Employees come on time.")),
            cell(P("一、考勤")) + cell(P("二、着装")),
        ),
        "第一条 员工应当准时到岗。\nArticle 1 Employees come on time.\n一、考勤\t二、着装",
        (),
        {},
    ),
    "table-with-empty-cells": (table(cell(P()) + cell(P("甲")) + cell(P())), "\t甲\t", (), {}),
    "cell-of-several-lines": (table(cell(P("迟到")) + cell(P("警告"), P("罚款"))), "迟到\t警告 罚款", (), {}),
    "one-cell-of-several-lines": (table(cell(P("迟到的"), P("警告"))), "迟到的\n警告", (), {}),
    "rules-in-a-cell": (table(cell(P("迟到")) + cell(P("（一）警告；"), P("（二）罚款。"))), "迟到\n（一）警告；\n（二）罚款。", (), {}),
    "long-lines-in-a-cell": (table(cell(P("甲")) + cell(P("乙" * 200), P("丙" * 200))), f"甲\n{'乙' * 200}\n{'丙' * 200}", (), {}),
    "cell-with-an-empty-line-is-one-line": (table(cell(P("甲"), P()) + cell(P("乙"))), "甲\t乙", (), {}),
    "merged-down": (
        table(cell(P("类"), more="<w:vMerge w:val='restart'/>") + cell(P("甲")), cell(P(), more="<w:vMerge/>") + cell(P("乙"))),
        "类\t甲\n〃\t乙", (), {}),
    "merged-down-from-an-empty-cell": (
        table(cell(P(), more="<w:vMerge w:val='restart'/>") + cell(P("甲")), cell(P(), more="<w:vMerge/>") + cell(P("乙"))),
        "\t甲\n\t乙", (), {}),
    "merged-down-behind-one-merged-across": (
        table(cell(P("类"), more="<w:gridSpan w:val='2'/>") + cell(P("罚"), more="<w:vMerge w:val='restart'/>"),
              cell(P("甲")) + cell(P("乙")) + cell(P(), more="<w:vMerge/>"),
              cell(P("丙")) + cell(P("丁")) + cell(P("免"))),
        "类\t\t罚\n甲\t乙\t〃\n丙\t丁\t免", (), {}),
    "numbers-above-the-line": (
        P(run("面积8m") + raised("2") + run("，见") + raised("注") + run("3")), "面积8m²，见注3", (), {}),
    "boxes-of-a-form": (
        P(tick("<w:default w:val='1'/>") + run("甲 ") + tick("<w:default w:val='0'/>") + run("乙 ")
          + tick("<w:default w:val='1'/><w:checked w:val='0'/>") + run("丙 ") + tick("<w:checked/>") + run("丁")),
        "☑甲 ☐乙 ☐丙 ☑丁", (("field-instruction", " FORMCHECKBOX  FORMCHECKBOX  FORMCHECKBOX  FORMCHECKBOX "),), {}),
    "merged-across": (table(cell(P("全宽"), more="<w:gridSpan w:val='2'/>")), "全宽", (), {}),
    "table-in-a-table": (table(cell(P("外"), table(cell(P("甲")) + cell(P("乙"))), P())), "外\n甲\t乙", (), {}),
    "rows-and-cells-in-content-controls": (
        wrapped("tbl", wrapped("tr", cell(P("甲"))) + f"<w:tr>{cell(P('乙'))}</w:tr>"), "甲\n乙", (), {}),
    "deleted-row": (P("前") + table("<w:trPr><w:del/></w:trPr>" + cell(P("甲"))), "前", (("tracked-deletion", "甲"),), {}),
    "deleted-cell": (table(cell(P("甲"), more="<w:cellDel/>") + cell(P("乙"))), "乙", (("tracked-deletion", "甲"),), {}),
    "text-between-rows": (f"<w:tbl>{P('散')}<w:tr>{cell(P('甲'))}{P('乱')}</w:tr></w:tbl>", "散\n甲\t乱", (), {}),
    "footnote-behind-its-paragraph": (P(run("甲") + note("footnote", 2)) + P("乙"), "甲\n注\n乙", (),
        {"footnotes": f"<w:footnote w:id='2'>{P('注')}</w:footnote>"}),
    "endnote": (P(run("甲") + note("endnote", 2)), "甲\n尾注", (), {"endnotes": f"<w:endnote w:id='2'>{P('尾注')}</w:endnote>"}),
    "footnote-behind-its-row": (table(cell(P(run("甲") + note("footnote", 2))) + cell(P("乙"))), "甲\t乙\n注", (),
        {"footnotes": f"<w:footnote w:id='2'>{P('注')}</w:footnote>"}),
    "footnote-separator": (P(run("甲") + note("footnote", 2)), "甲\n注", (("note-separator", "—"),),
        {"footnotes": f"<w:footnote w:id='0' w:type='separator'>{P('—')}</w:footnote><w:footnote w:id='2'>{P('注')}</w:footnote>"}),
    "footnote-nobody-refers-to": (P("甲"), "甲", (("unreferenced-note", "注"),),
        {"footnotes": f"<w:footnote w:id='2'>{P('注')}</w:footnote>"}),
    "footnote-of-deleted-text": (P(f"{run('甲')}<w:del>{note('footnote', 2)}</w:del>"), "甲", (("tracked-deletion", "注"),),
        {"footnotes": f"<w:footnote w:id='2'>{P('注')}</w:footnote>"}),
    "footnote-that-refers-to-itself": (P(run("甲") + note("footnote", 2)), "甲\n注", (),
        {"footnotes": f"<w:footnote w:id='2'>{P(run('注') + note('footnote', 2))}</w:footnote>"}),
    "comment": (P(run("甲") + "<w:r><w:commentReference w:id='0'/></w:r>"), "甲", (("comment", "再议"),),
        {"comments": f"<w:comment w:id='0'>{P('再议')}</w:comment>"}),
    "running-heads": (P("甲"), "甲", (("running-head", "页眉"), ("running-head", "页脚")),
        {"header1": P("页眉"), "footer1": P("页脚")}),
    "diagram": (P(run("甲") + "<w:r><w:drawing><dgm:relIds r:dm='r_data1'/></w:drawing></w:r>"), "甲\n总经理\n经理", (),
        {"data1": part("dgm:dataModel", "<a:p><a:r><a:t>总</a:t></a:r><a:r><a:t>经理</a:t></a:r></a:p><a:p><a:r><a:t>经理</a:t></a:r></a:p>")}),
    "diagram-nobody-refers-to": (P("甲"), "甲", (("unreferenced-part", "总"),),
        {"data1": part("dgm:dataModel", "<a:p><a:r><a:t>总</a:t></a:r></a:p>")}),
    "chart": (P(run("甲") + "<w:r><w:drawing><c:chart r:id='r_chart1'/></w:drawing></w:r>"), "甲", (("chart", "销量12"),),
        {"chart1": part("c:chartSpace", "<a:t>销量</a:t><c:v>12</c:v>")}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_containers_are_read_without_loss(name):
    body, text, dropped, parts = CASES[name]
    extract = read(docx(body, **parts))
    audit_extract(extract)
    assert extract.text == text
    assert tuple((drop.reason, drop.text) for drop in extract.dropped) == dropped


TAGS = (
    "w:p w:p w:r w:r w:t w:t w:tbl w:tr w:tc w:sdt w:sdtContent w:del w:ins w:moveFrom w:delText w:instrText w:hyperlink w:ruby "
    "w:rt w:rubyBase w:tab w:br w:sym w:noBreakHyphen w:pict w:drawing w:txbxContent w:object mc:AlternateContent mc:Choice "
    "mc:Fallback w:pPr w:rPr w:tcPr m:oMath m:f m:num m:den m:d m:dPr m:t a:p a:t c:v v:textpath w:footnoteReference w:vanish "
    "w:smartTag x:any w:fldSimple"
).split()


@st.composite
def trees(draw: st.DrawFn, depth: int = 5) -> str:
    """Return well-formed XML in which Word's elements stand where they should and where they should not."""
    if depth == 0 or draw(st.integers(0, 5)) == 0:
        kind = draw(st.sampled_from(["begin", "separate", "end", "", "", ""]))
        return f'<w:fldChar w:fldCharType="{kind}"/>' if kind else f"<w:t>{draw(st.sampled_from('甲乙丙丁'))}</w:t>"
    tag = draw(st.sampled_from(TAGS))
    more = {"mc:Choice": ' Requires="wps"', "v:textpath": ' string="艺术"', "w:footnoteReference": ' w:id="2"'}.get(
        tag, ""
    )
    return f"<{tag}{more}>{''.join(draw(st.lists(trees(depth - 1), max_size=4)))}</{tag}>"


@given(st.lists(trees(), min_size=1, max_size=6))
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_any_tree_is_read_without_loss(found):
    # One sure line, so that no tree is refused for having no text.
    notes = f"<w:footnote w:id='2'>{found[0]}</w:footnote><w:footnote w:id='3'>{found[-1]}</w:footnote>"
    audit_extract(read(docx("".join(found) + P("定"), footnotes=notes, header1=found[0])))


def test_every_line_knows_its_paragraph_and_place():
    body = (
        P("甲")
        + table(cell(P("乙")) + cell(P("丙")), cell(P("丁"), P("戊")))
        + P(run("己") + note("footnote", 2) + box(P("庚")))
    )
    extract = read(docx(body, footnotes=f"<w:footnote w:id='2'>{P('辛')}</w:footnote>"))
    assert list(zip(extract.text.split("\n"), extract.numbers, extract.places, strict=True)) == [
        ("甲", 1, "paragraph 1"),
        ("乙\t丙", 2, "table 1, row 1"),
        ("丁", 4, "table 1, row 2, cell 1"),
        ("戊", 5, "table 1, row 2, cell 1"),
        ("己", 6, "paragraph 6"),
        ("辛", 6, "footnote 1"),
        ("庚", 6, "text box 1"),
    ]


def test_lines_of_one_paragraph_share_its_number():
    extract = read(docx(P("甲") + P("<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>") + P("丁")))
    assert extract.numbers == (1, 2, 2, 3)


def test_dropped_text_names_the_nearest_line():
    body = P("甲") + P(run("乙") + run("密", HIDE)) + P(run("丙") + "<w:r><w:commentReference w:id='0'/></w:r>")
    extract = read(docx(body, comments=f"<w:comment w:id='0'>{P('议')}</w:comment>"))
    assert [(drop.text, drop.line) for drop in extract.dropped] == [("密", 2), ("议", 3)]


@pytest.mark.parametrize(
    ("properties", "styles", "headings"),
    [
        ('<w:pStyle w:val="H"/>', style("H", '<w:outlineLvl w:val="1"/>'), {1: 2}),
        ('<w:pStyle w:val="1"/>', style("1", name="heading 1"), {1: 1}),
        ('<w:pStyle w:val="K"/>', style("1", name="heading 3") + style("K", based="1"), {1: 3}),
        ('<w:outlineLvl w:val="0"/>', "", {1: 1}),
        ('<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>', style("H", '<w:outlineLvl w:val="1"/>'), {}),
        ("", "", {}),
    ],
)
def test_headings_come_from_styles_and_outline_levels(properties, styles, headings):
    assert read(docx(P("总则", properties), styles=styles)).headings == headings


def test_generated_text_is_exactly_numbers_and_separators():
    numbering = abstract(0, lvl(0, "第%1条", "chineseCounting")) + num(1, 0)
    body = item(1, 0, "甲") + table(cell(P("乙")) + cell(P("丙")))
    extract = read(docx(body, numbering=numbering))
    assert [extract.text[start:end] for start, end in extract.generated] == ["第一条 ", "\t"]


def test_strict_files_are_read_like_any_other():
    numbering = abstract(0, lvl(0, "第%1条", "chineseCounting")) + num(1, 0)
    parts = members(item(1, 0, "甲"), numbering=numbering)
    strict = {
        name: content.replace(SPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            SPACES["r"], "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts.items()
    }
    assert strict != parts
    extract = read(pack(strict))
    audit_extract(extract)
    assert extract.text == "第一条 甲"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_parts_in_other_encodings(encoding):
    parts = members(P("员工须打卡"))
    xml = str(parts["word/document.xml"]).replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    extract = read(pack(parts | {"word/document.xml": xml.encode(encoding)}))
    audit_extract(extract)
    assert extract.text == "员工须打卡"


def test_names_with_back_slashes_and_other_case():
    parts = {name.replace("/", "\\").replace("word", "Word"): content for name, content in members(P("甲")).items()}
    assert read(pack(parts)).text == "甲"


def test_a_damaged_theme_does_not_stop_the_text():
    assert read(pack(members(P("甲")) | {"word/theme/theme1.xml": "<a:theme <<"})).text == "甲"


def test_text_in_a_part_nobody_refers_to_is_accounted_for():
    orphan = f"<w:hdr {NAMESPACES}>{P('旧页眉')}</w:hdr>"
    extract = read(pack(members(P("甲")) | {"word/header9.xml": orphan}))
    audit_extract(extract)
    assert [(drop.reason, drop.text) for drop in extract.dropped] == [("unreferenced-part", "旧页眉")]


def test_audit_catches_a_reader_that_forgets_a_text_box(monkeypatch):
    from guizhang.importers.readers.docx.story import Story

    data = docx(P(run("甲") + box(P("框中文字"))))
    audit_extract(read(data))
    monkeypatch.setattr(Story, "_hang", lambda *_: [])
    with pytest.raises(ExtractMismatch, match="5 characters, 1 are kept"):
        audit_extract(read(data))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"numbers": (1,)}, "1 line numbers for 2 lines"),
        ({"places": ()}, "0 places for 2 lines"),
        ({"numbers": (0, 1)}, "below 1"),
        ({"generated": ((1, 1),)}, "out of order or empty"),
        ({"generated": ((0, 9),)}, "crosses a line|out of order"),
        ({"generated": ((0, 2),)}, "crosses a line"),
        ({"headings": {3: 1}}, "heading level"),
        ({"native_chars": 9}, "the container has 9 characters, 2 are kept and 0 dropped"),
    ],
)
def test_audit_refuses_what_does_not_add_up(change, problem):
    good = Extract("甲\n乙", (1, 2), (), {}, {}, (), ("a", "b"), 2)
    audit_extract(good)
    with pytest.raises(ExtractMismatch, match=problem):
        audit_extract(replace(good, **change))
