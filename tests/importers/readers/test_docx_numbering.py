"""Automatic numbers: each case is a numbering.xml, paragraphs, and what Word prints, worked out from ECMA-376 by hand."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from guizhang.importers.extract import Extract, audit_extract
from guizhang.importers.readers.docx import read
from tests.importers.readers.wordfile import (
    abstract,
    docx,
    item,
    lvl,
    num,
    numbered,
    override,
    para,
    run,
    style,
)


class Case(NamedTuple):
    name: str
    numbering: str
    body: str
    expected: str
    """Printed numbers, one per paragraph, ``-`` for none; blanks separate them (a blank inside is written ~)."""
    styles: str = ""
    parts: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple's default is never written to

    @property
    def file(self) -> bytes:
        return docx(self.body, numbering=self.numbering, styles=self.styles, **self.parts)

    @property
    def labels(self) -> list[str]:
        return [word.replace("~", " ").replace("-" if word == "-" else "\0", "") for word in self.expected.split()]


def printed(extract: Extract) -> list[str]:
    """Return the automatic number of each line, empty where it has none."""
    lines = extract.text.split("\n")
    return [extract.labels[n].text if n in extract.labels else "" for n in range(1, len(lines) + 1)]


def one(kind: str, text: str = "%1", start: int | None = 1, **more: str) -> str:
    return abstract(0, lvl(0, text, kind, start, **more)) + num(1, 0)


def times(count: int, num_id: int = 1, level: int = 0) -> str:
    return item(num_id, level) * count


def at(kind: str, *values: int) -> tuple[str, str]:
    """Return numbering and body that print *values* in a format: one instance per value, each beginning anew."""
    overrides = "".join(num(10 + i, 0, override(0, value)) for i, value in enumerate(values))
    return abstract(0, lvl(0, "%1", kind)) + overrides, "".join(item(10 + i) for i in range(len(values)))


def formats(kind: str, values: tuple[int, ...], expected: str) -> Case:
    return Case(f"format-{kind}", *at(kind, *values), expected)


CHAPTERS = abstract(0, lvl(0, "第%1章", "chineseCountingThousand"), lvl(1, "第%2条", "chineseCountingThousand"))
RUNNING = CHAPTERS.replace('<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%2条"/>',
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%2条"/>')  # fmt: skip
OUTLINE = abstract(0, lvl(0, "%1"), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))


def outline(path: str, num_id: int = 1) -> str:
    return "".join(item(num_id, int(level)) for level in path)


def third_restart(limit: int) -> str:
    return abstract(0, lvl(0, "%1"), lvl(1, "%2"), lvl(2, "%3", more=f'<w:lvlRestart w:val="{limit}"/>')) + num(1, 0)


HEADINGS = style("H1", numbered(1) + '<w:outlineLvl w:val="0"/>') + style("H2", numbered(None, 1), based="H1")
TEXT_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"

CASES = [
    # --- number formats -------------------------------------------------------------------------------------------
    formats("decimal", (1, 10, 100), "1 10 100"),
    formats("decimalZero", (1, 9, 10, 100), "01 09 10 100"),
    formats("decimalFullWidth", (1, 10, 26), "１ １０ ２６"),
    formats("chineseCounting", (1, 10, 11, 20, 99, 100, 101, 110), "一 十 十一 二十 九十九 一○○ 一○一 一一○"),
    formats(
        "chineseCountingThousand",
        (1, 10, 12, 20, 100, 101, 110, 111, 1001, 1010, 10000),
        "一 十 十二 二十 一百 一百〇一 一百一十 一百一十一 一千〇一 一千〇一十 一万",
    ),
    formats("chineseLegalSimplified", (1, 3, 10, 12, 20, 101), "壹 叁 壹拾 壹拾贰 贰拾 壹佰零壹"),
    formats("ideographLegalTraditional", (2, 10, 16, 101), "貳 壹拾 壹拾陸 壹佰零壹"),
    formats("ideographTraditional", (1, 2, 10, 11), "甲 乙 癸 11"),
    formats("ideographZodiac", (1, 2, 12, 13), "子 丑 亥 13"),
    formats("ideographZodiacTraditional", (1, 11, 13, 60, 61), "甲子 甲戌 丙子 癸亥 甲子"),
    formats("ideographDigital", (1, 10, 26, 100), "一 一〇 二六 一〇〇"),
    formats("ideographEnclosedCircle", (1, 10, 11), "㈠ ㈩ 11"),
    formats("japaneseCounting", (1, 10, 11, 20, 100, 101, 110), "一 十 十一 二十 百 百一 百十"),
    formats("japaneseLegal", (1, 2, 10, 12), "壱 弐 壱拾 壱拾弐"),
    formats("taiwaneseCounting", (1, 10, 21, 100), "一 十 二十一 一○○"),
    formats("taiwaneseCountingThousand", (10, 101, 110, 10001), "十 一百零一 一百一十 一萬零一"),
    formats("taiwaneseDigital", (9, 10, 26), "九 一○ 二六"),
    formats("decimalEnclosedCircle", (1, 10, 20, 21), "① ⑩ ⑳ 21"),
    formats("decimalEnclosedCircleChinese", (1, 10, 11), "① ⑩ 11"),
    formats("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
    formats("decimalEnclosedFullstop", (1, 20, 21), "⒈ ⒛ 21"),
    formats("upperLetter", (1, 26, 27, 28, 53), "A Z AA BB AAA"),
    formats("lowerLetter", (2, 52, 0), "b zz -"),
    formats("upperRoman", (1, 4, 9, 40, 1994), "I IV IX XL MCMXCIV"),
    formats("lowerRoman", (3, 14, 0), "iii xiv -"),
    formats("ordinal", (1, 2, 3, 4, 11, 12, 13, 21, 112), "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"),
    formats("ordinalText", (1, 12, 21), "First Twelfth Twenty-first"),
    formats("cardinalText", (1, 40, 42), "One Forty Forty-two"),
    formats("numberInDash", (1, 10), "-~1~- -~10~-"),
    formats("none", (1, 2), "- -"),
    formats("somethingNew", (7,), "7"),
    # --- text of a level ------------------------------------------------------------------------------------------
    Case("article-text", one("chineseCountingThousand", "第%1条"), times(3), "第一条 第二条 第三条"),
    Case("item-text", one("chineseCounting", "（%1）"), times(2), "（一） （二）"),
    Case("plain-words-without-a-counter", one("decimal", "附件"), times(2), "附件 附件"),
    Case("kind-none-keeps-the-words-around", one("none", "第%1条"), times(1), "第条"),
    Case("no-text-prints-nothing", one("decimal", ""), times(2), "- -"),
    Case("text-names-a-deeper-level", abstract(0, lvl(0, "%1.%2"), lvl(1, "%2")) + num(1, 0), times(1), "-"),
    Case("no-format-is-decimal", one("", "%1."), times(2), "1. 2."),
    Case("start-above-one", one("decimal", "%1", 5), times(2), "5 6"),
    Case("start-zero", one("decimal", "%1", 0), times(2), "0 1"),
    Case("start-not-stated-is-zero", one("decimal", "%1", None), times(2), "0 1"),
    Case("percent-sign-alone-stays", one("decimal", "%1%"), times(1), "1%"),
    Case("custom-format-in-alternate-content", abstract(0, '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>') + num(1, 0),
        times(2), "001 002"),
    # --- bullets --------------------------------------------------------------------------------------------------
    Case("bullet-of-symbol-font", one("bullet", "\uf0b7", more='<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), times(2), "• •"),
    Case("bullet-of-wingdings", one("bullet", "\uf0d8", more='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'), times(1), "➢"),
    Case("bullet-text-is-literal", one("bullet", "%1-"), times(1), "%1-"),
    Case("bullet-picture", one("bullet", "", more='<w:lvlPicBulletId w:val="0"/>'), times(1), "•"),
    Case("bullet-level-inside-a-number-prints-nothing", abstract(0, lvl(0, "%1."), lvl(1, "–", "bullet"),
        lvl(2, "%1.%2%3.")) + num(1, 0), outline("012"), "1. – 1.1."),
    # --- levels and restart ---------------------------------------------------------------------------------------
    Case("outline", OUTLINE + num(1, 0), outline("0112012"), "1 1.1 1.2 1.2.1 2 2.1 2.1.1"),
    Case("deeper-levels-restart-behind-any-higher-one", OUTLINE + num(1, 0), outline("012212"), "1 1.1 1.1.1 1.1.2 1.2 1.2.1"),
    Case("chapter-restarts-articles", CHAPTERS + num(1, 0), outline("011011"), "第一章 第一条 第二条 第二章 第一条 第二条"),
    Case("lvlRestart-0-articles-run-through", RUNNING + num(1, 0), outline("011011"), "第一章 第一条 第二条 第二章 第三条 第四条"),
    Case("lvlRestart-1-only-behind-the-first-level", third_restart(1), outline("0122122022"), "1 1 1 2 2 3 4 2 1 2"),
    Case("lvlRestart-2-behind-first-and-second", third_restart(2), outline("0122122022"), "1 1 1 2 2 1 2 2 1 2"),
    Case("lvlRestart-at-own-level-is-ignored", third_restart(3), outline("01221022"), "1 1 1 2 2 2 1 2"),
    Case("missing-higher-level-counts-as-begun", OUTLINE + num(1, 0), outline("110"), "1.1 1.2 2"),
    Case("missing-middle-level", OUTLINE + num(1, 0), outline("02212"), "1 1.1.1 1.1.2 1.2 1.2.1"),
    Case("missing-higher-level-starts-at-its-start", abstract(0, lvl(0, "%1", start=3), lvl(1, "%1.%2")) + num(1, 0),
        outline("1"), "3.1"),
    Case("isLgl-prints-all-levels-decimal", abstract(0, lvl(0, "第%1章", "chineseCounting"), lvl(1, "%1.%2", "upperRoman",
        more="<w:isLgl/>")) + num(1, 0), outline("01101"), "第一章 1.1 1.2 第二章 2.1"),
    Case("isLgl-switched-off", abstract(0, lvl(0, "%1", "upperRoman"), lvl(1, "%1.%2", more='<w:isLgl w:val="0"/>')) + num(1, 0),
        outline("01"), "I I.1"),
    Case("other-levels-keep-their-format", abstract(0, lvl(0, "%1", "upperRoman"), lvl(1, "%1-%2", "lowerLetter")) + num(1, 0),
        outline("011"), "I I-a I-b"),
    Case("nine-levels", abstract(0, *(lvl(n, "".join(f"%{i + 1}" for i in range(n + 1))) for n in range(9))) + num(1, 0),
        outline("012345678"), "1 11 111 1111 11111 111111 1111111 11111111 111111111"),
    Case("level-not-defined-has-no-number", one("decimal", "%1"), item(1, 0) + item(1, 3) + item(1, 0), "1 - 2"),
    Case("single-level-list-ignores-the-level", abstract(0, lvl(0, "%1."), kind="singleLevel") + num(1, 0), outline("01"), "1. 2."),
    # --- instances ------------------------------------------------------------------------------------------------
    Case("instances-of-one-list-count-on", one("decimal", "%1") + num(2, 0), times(2) + times(2, 2) + times(1), "1 2 3 4 5"),
    Case("different-lists-count-apart", one("decimal", "%1") + abstract(1, lvl(0, "%1)")) + num(2, 1),
        times(2) + times(1, 2) + times(1), "1 2 1) 3"),
    Case("startOverride-restarts-and-others-count-on", one("decimal", "%1") + num(2, 0, override(0, 1)),
        times(3) + times(2, 2) + times(1), "1 2 3 1 2 3"),
    Case("startOverride-works-once", one("decimal", "%1") + num(2, 0, override(0, 1)),
        times(1) + times(1, 2) + times(1) + times(1, 2), "1 1 2 3"),
    Case("startOverride-with-another-number", one("decimal", "%1") + num(2, 0, override(0, 7)), times(1) + times(2, 2), "1 7 8"),
    Case("startOverride-of-a-deeper-level", OUTLINE + num(1, 0) + num(2, 0, override(1, 5)),
        item(1, 0) + item(1, 1) + item(2, 1) + item(2, 1), "1 1.1 1.5 1.6"),
    Case("startOverride-also-where-the-level-restarts", OUTLINE + num(1, 0, override(1, 5)), outline("01101"), "1 1.5 1.6 2 2.5"),
    Case("full-level-override", one("decimal", "%1.") + num(2, 0, override(0, level=lvl(0, "（%1）", "chineseCounting"))),
        times(2) + times(1, 2), "1. 2. （三）"),
    Case("full-level-override-with-start", one("decimal", "%1.") + num(2, 0, override(0, 4, lvl(0, "%1)", start=9))),
        times(1) + times(2, 2), "1. 4) 5)"),
    Case("override-of-a-higher-level-shows-in-the-lower", OUTLINE + num(1, 0, override(0, level=lvl(0, "%1", "upperLetter"))),
        outline("011"), "A A.1 A.2"),
    Case("num-before-its-abstract-in-the-file", num(1, 0) + abstract(0, lvl(0, "%1")), times(2), "1 2"),
    Case("num-not-defined", one("decimal"), item(9) + item(1), "- 1"),
    Case("abstract-not-defined", num(1, 7), times(1), "-"),
    Case("damaged-ids", one("decimal"), item(1).replace('numId w:val="1"', 'numId w:val="x"') + item(1), "- 1"),
    # --- styles ---------------------------------------------------------------------------------------------------
    Case("style-numbering", one("decimal", "%1."), para("文", '<w:pStyle w:val="L"/>') * 2, "1. 2.", style("L", numbered(1))),
    Case("style-level-linked-by-pStyle", abstract(0, lvl(0, "%1"), lvl(1, "%1.%2", more='<w:pStyle w:val="L2"/>')) + num(1, 0),
        item(1, 0) + para("文", '<w:pStyle w:val="L2"/>'), "1 1.1", style("L2", numbered(1))),
    Case("pStyle-outranks-the-styles-own-level",
        abstract(0, lvl(0, "%1"), lvl(1, "%1.%2", more='<w:pStyle w:val="L2"/>'), lvl(2, "%1.%2.%3")) + num(1, 0),
        item(1, 0) + para("文", '<w:pStyle w:val="L2"/>'), "1 1.1", style("L2", numbered(1, 2))),
    Case("style-chain-list-from-base-level-from-own", OUTLINE + num(1, 0),
        para("文", '<w:pStyle w:val="H1"/>') + para("文", '<w:pStyle w:val="H2"/>') * 2, "1 1.1 1.2", HEADINGS),
    Case("style-chain-in-two-steps", OUTLINE + num(1, 0), para("文", '<w:pStyle w:val="H3"/>'), "1.1",
        HEADINGS + style("H3", based="H2")),
    Case("style-chain-circle", one("decimal"), para("文", '<w:pStyle w:val="A"/>') + item(1), "- 1",
        style("A", based="B") + style("B", based="A")),
    Case("direct-numbering-outranks-the-style", one("decimal", "%1.") + abstract(1, lvl(0, "%1)")) + num(2, 1),
        item(2, 0, style="L") + para("文", '<w:pStyle w:val="L"/>'), "1) 1.", style("L", numbered(1))),
    Case("direct-level-with-the-styles-list", OUTLINE + num(1, 0), para("文", '<w:pStyle w:val="H1"/>') + item(None, 1, style="H1"),
        "1 1.1", HEADINGS),
    Case("numId-0-removes-the-styles-number", one("decimal"), para("文", '<w:pStyle w:val="L"/>') + item(0, 0, style="L")
        + para("文", '<w:pStyle w:val="L"/>'), "1 - 2", style("L", numbered(1))),
    Case("style-with-numId-0-removes-its-bases-number", one("decimal"), para("文", '<w:pStyle w:val="M"/>'), "-",
        style("L", numbered(1)) + style("M", numbered(0), based="L")),
    Case("default-style-is-numbered", one("decimal"), para("文") * 2, "1 2", style("N", numbered(1), more='w:default="1"')),
    Case("unknown-style-is-the-default-style", one("decimal"), para("文", '<w:pStyle w:val="gone"/>'), "1",
        style("N", numbered(1), more='w:default="1"')),
    Case("numStyleLink", abstract(0, more='<w:numStyleLink w:val="S"/>') + num(1, 0)
        + abstract(1, lvl(0, "第%1条", "chineseCounting"), more='<w:styleLink w:val="S"/>') + num(2, 1), times(2) + times(1, 2),
        "第一条 第二条 第三条", style("S", numbered(2), more='w:type="numbering"')),
    Case("numStyleLink-to-a-style-without-list", abstract(0, more='<w:numStyleLink w:val="S"/>') + num(1, 0)
        + abstract(1, lvl(0, "%1)"), more='<w:styleLink w:val="S"/>'), times(1), "1)", style("S", more='w:type="numbering"')),
    Case("numStyleLink-circle", abstract(0, more='<w:numStyleLink w:val="S"/>') + num(1, 0), times(1), "-",
        style("S", numbered(1), more='w:type="numbering"')),
    Case("former-numbering-in-pPrChange-does-not-count", one("decimal"),
        para("文", f"<w:pPrChange><w:pPr>{numbered(1, 0)}</w:pPr></w:pPrChange>") + item(1), "- 1"),
    # --- where the paragraphs stand -------------------------------------------------------------------------------
    Case("across-plain-paragraphs", one("decimal"), item(1) + para("文") + item(1), "1 - 2"),
    Case("across-a-table", one("decimal"), item(1) + f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr><w:tr><w:tc>{item(1)}</w:tc>"
        f"</w:tr></w:tbl>{item(1)}", "1 2 3 4"),
    Case("through-content-controls", one("decimal"), f"<w:sdt><w:sdtPr/><w:sdtContent>{item(1)}<w:sdt><w:sdtContent>{item(1)}"
        f"</w:sdtContent></w:sdt></w:sdtContent></w:sdt>{item(1)}", "1 2 3"),
    Case("text-box-counts-for-itself", one("decimal"), item(1) + para(TEXT_BOX.format(item(1) * 2)) + item(1), "1 - 1 2 2"),
    Case("text-box-in-a-numbered-paragraph", one("decimal"),
        item(1).replace("</w:p>", TEXT_BOX.format(item(1)) + "</w:p>") + item(1), "1 1 2"),
    Case("footnotes-count-for-themselves", one("decimal"),
        item(1).replace("</w:p>", '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
        + item(1).replace("</w:p>", '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'), "1 1 2 2",
        parts={"footnotes": f'<w:footnote w:id="2">{item(1)}</w:footnote><w:footnote w:id="3">{item(1)}</w:footnote>'}),
    Case("deleted-paragraph-mark-does-not-count", one("decimal"), item(1)
        + para("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", numbered(1, 0) + "<w:rPr><w:del/></w:rPr>") + item(1), "1 2"),
    Case("deleted-mark-text-takes-the-next-number", one("decimal"), item(1)
        + para("甲", numbered(1, 0) + "<w:rPr><w:del/></w:rPr>") + item(1, 0, "乙"), "1 2"),
    Case("moved-away-mark-does-not-count", one("decimal"),
        para("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>", numbered(1, 0) + "<w:rPr><w:moveFrom/></w:rPr>") + item(1), "1"),
    Case("inserted-mark-counts", one("decimal"), para("新", numbered(1, 0) + "<w:rPr><w:ins/></w:rPr>") + item(1), "1 2"),
    Case("deleted-text-under-a-live-mark-still-counts", one("decimal"),
        para("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", numbered(1, 0)) + item(1), "1 2"),
    Case("empty-paragraph-counts", one("decimal"), para("", numbered(1, 0)) + item(1), "1 2"),
    Case("empty-section-end-does-not-count", one("decimal"), item(1) + para("", numbered(1, 0) + "<w:sectPr/>") + item(1), "1 - 2"),
    Case("hidden-paragraph-does-not-count", one("decimal"),
        para(run("旧", "<w:vanish/>"), numbered(1, 0) + "<w:rPr><w:vanish/></w:rPr>") + item(1), "1"),
    Case("deleted-row-does-not-count", one("decimal"), item(1)
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>" + item(1), "1 2"),
    Case("nested-table", one("decimal"), f"<w:tbl><w:tr><w:tc>{item(1)}<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>{item(1)}"
        "</w:tc></w:tr></w:tbl>" + item(1), "1 2 3 4"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_automatic_numbers_are_those_word_prints(case):
    extract = read(case.file)
    audit_extract(extract)
    assert printed(extract) == case.labels


def test_there_are_enough_cases_and_no_two_have_one_name():
    assert len({case.name for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize(
    ("suff", "line"), [("", "第一条 文"), ("tab", "第一条 文"), ("space", "第一条 文"), ("nothing", "第一条文")]
)
def test_what_stands_behind_the_number(suff, line):
    levels = abstract(0, lvl(0, "第%1条", "chineseCounting", suff=suff)) + num(1, 0)
    extract = read(docx(item(1), numbering=levels))
    assert extract.text == line
    assert extract.generated == ((0, len(line) - 1),)


def test_label_says_list_level_and_counter():
    extract = read(docx(outline("0101"), numbering=CHAPTERS + num(1, 0)))
    label = extract.labels[4]
    assert (label.list_id, label.level, label.ordinal, label.text) == ("abstract0/num1", 1, 1, "第一条")


def test_number_in_a_later_cell_is_generated_but_is_no_label_of_the_line():
    body = f"<w:tbl><w:tr><w:tc>{para('迟到')}</w:tc><w:tc>{item(1)}</w:tc></w:tr></w:tbl>"
    extract = read(docx(body, numbering=one("decimal", "%1.")))
    assert extract.text == "迟到\t1. 文"
    assert extract.labels == {}
    audit_extract(extract)


def test_page_break_in_front_of_the_text_does_not_part_it_from_its_number():
    body = item(1).replace("<w:r>", '<w:r><w:br w:type="page"/></w:r><w:r>')
    extract = read(docx(body, numbering=one("chineseCounting", "第%1章")))
    assert extract.text == "第一章 文"
