"""The marker table: which signs are labels, what they count, and which are text."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.lines.folded import split_lines
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import find_marks
from guizhang.zh.folding import fold


def marks_of(text):
    view = fold(text)
    return view, find_marks(view, split_lines(view))


@pytest.mark.parametrize(
    ("line", "printed", "family", "path"),
    [
        ("第十二条 内容", "第十二条", Family.ARTICLE, (12,)),
        ("第12條 內容", "第12條", Family.ARTICLE, (12,)),
        ("第五条之一 内容", "第五条之一", Family.ARTICLE, (5, 1)),
        ("第 三 章 总则", "第 三 章", Family.CHAPTER, (3,)),
        ("第一编 总则", "第一编", Family.PART, (1,)),
        ("第二部分 接待", "第二部分", Family.PART, (2,)),
        ("第四节 登记", "第四节", Family.SECTION, (4,)),
        ("十一、内容", "十一、", Family.CHINESE, (11,)),
        ("一．内容", "一．", Family.CHINESE, (1,)),
        ("一：内容", "一：", Family.CHINESE, (1,)),
        ("（三）内容", "（三）", Family.CHINESE_PAREN, (3,)),
        ("(三)、内容", "(三)、", Family.CHINESE_PAREN, (3,)),
        ("㈢内容", "㈢", Family.CHINESE_PAREN, (3,)),
        ("三）内容", "三）", Family.CHINESE_PAREN, (3,)),
        ("第一，内容", "第一，", Family.ORDINAL, (1,)),
        ("丙、内容", "丙、", Family.STEM, (3,)),
        ("7、内容", "7、", Family.ARABIC, (7,)),
        ("７．内容", "７．", Family.ARABIC, (7,)),
        ("3.、内容", "3.、", Family.ARABIC, (3,)),
        ("1．14:00以前退房", "1．", Family.ARABIC, (1,)),
        ("2.8:30上班", "2.", Family.ARABIC, (2,)),
        ("⒎内容", "⒎", Family.ARABIC, (7,)),
        ("7 内容", "7", Family.ARABIC, (7,)),
        ("7️⃣ 内容", "7️⃣", Family.ARABIC, (7,)),
        ("7⃣内容", "7⃣", Family.ARABIC, (7,)),
        ("附件B 表格", "附件B", Family.ATTACHMENT, (2,)),
        ("附图3 平面图", "附图3", Family.ATTACHMENT, (3,)),
        ("7）内容", "7）", Family.ARABIC_CLOSE, (7,)),
        ("（7）内容", "（7）", Family.ARABIC_PAREN, (7,)),
        ("⑺内容", "⑺", Family.ARABIC_PAREN, (7,)),
        ("⑦内容", "⑦", Family.CIRCLED, (7,)),
        ("4.8.1内容", "4.8.1", Family.DECIMAL, (4, 8, 1)),
        ("4．8．1 内容", "4．8．1", Family.DECIMAL, (4, 8, 1)),
        ("17.1.内容", "17.1.", Family.DECIMAL, (17, 1)),
        ("3、1、2内容", "3、1、2", Family.DECIMAL, (3, 1, 2)),
        ("B、内容", "B、", Family.LETTER_UPPER, (2,)),
        ("b) text", "b)", Family.LETTER_LOWER, (2,)),
        ("(b) text", "(b)", Family.LETTER_LOWER, (2,)),
        ("(iv) text", "(iv)", Family.ROMAN_LOWER, (4,)),
        ("IV. text", "IV.", Family.ROMAN_UPPER, (4,)),
        ("Ⅳ、内容", "Ⅳ、", Family.ROMAN_UPPER, (4,)),
        ("Chapter 3 General", "Chapter 3", Family.CHAPTER, (3,)),
        ("CHAPTER III", "CHAPTER III", Family.CHAPTER, (3,)),
        ("Article 5: Leave", "Article 5:", Family.ARTICLE, (5,)),
        ("Section 2.1 Scope", "Section 2.1", Family.CLAUSE, (2, 1)),
        ("Part Two", "Part Two", Family.PART, (2,)),
        ("Appendix B Forms", "Appendix B", Family.ATTACHMENT, (2,)),
        ("附件1", "附件1", Family.ATTACHMENT, (1,)),
        ("附件二：登记表", "附件二：", Family.ATTACHMENT, (2,)),
        ("附錄3 表格", "附錄3", Family.ATTACHMENT, (3,)),
        ("壹、總則", "壹、", Family.FORMAL, (1,)),
        ("參、附則", "參、", Family.FORMAL, (3,)),
        ("拾壹、附則", "拾壹、", Family.FORMAL, (11,)),
        ("Q3. How late may a guest leave?", "Q3.", Family.QUESTION, (3,)),
        ("Q12：押金怎么退？", "Q12：", Family.QUESTION, (12,)),
        ("问2：积分多久清一次？", "问2：", Family.QUESTION, (2,)),
        ("问题一、能否转租", "问题一、", Family.QUESTION, (1,)),
        ("Step 2 Clean", "Step 2", Family.STEP, (2,)),
        ("步骤三：装袋", "步骤三：", Family.STEP, (3,)),
        ("第一步 敲门", "第一步", Family.STEP, (1,)),
        ("笫四条 内容", "笫四条", Family.ARTICLE, (4,)),
        ("第十ニ条 内容", "第十ニ条", Family.ARTICLE, (12,)),
        ("第lO条 内容", "第lO条", Family.ARTICLE, (10,)),
        ("第四草 印章", "第四草", Family.CHAPTER, (4,)),
        ("● 内容", "●", Family.BULLET, ()),
        ("- text", "-", Family.BULLET, ()),
    ],
)
def test_reads_a_label_at_the_start_of_a_line(line, printed, family, path):
    view, marks = marks_of(line)
    label = marks[0].labels[0]
    assert view.printed(label.start, label.end) == printed
    assert (label.family, label.path) == (family, path)
    assert marks[0].at_start
    assert marks[0].prior > 0


@pytest.mark.parametrize(
    "line",
    [
        "3天内答复",
        "2026年1月起施行",
        "8:30 上班",
        "10%的员工",
        "一般客户",
        "第一线员工",
        "第三方人员",
        "-5 度以下",
        "PDF 文件",
        "Articles are numbered.",
        "Sections overlap",
        "问一下前台",
        "附件内容",
        "第二步的结果",
    ],
)
def test_a_quantity_or_a_word_at_the_start_of_a_line_is_text(line):
    _, marks = marks_of(line)
    assert not [mark for mark in marks if mark.at_start]


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("依照第十条的规定处理。", "第十条"),
        ("违反本办法第三条规定的，罚款。", "第三条"),
        ("按照《员工手册》第五条执行。", "第五条"),
        ("第二条第一款、第三款所称员工", "第三款"),
        ("周一、二、三安排轮休", "二、"),
        ("见附件2、附件3", "2、"),
        ("每人每天(2)次", "(2)"),
    ],
)
def test_a_reference_or_a_count_within_a_line_has_evidence_against_it(line, sign):
    view, marks = marks_of(line)
    found = [m for m in marks if not m.at_start and view.text[m.start :].startswith(sign)]
    assert all(mark.prior < 0 for mark in found)


def test_a_digit_run_before_a_label_sign_may_end_in_the_label():
    view, marks = marks_of("下午2:00-6:002、休息")
    mark = next(m for m in marks if view.text[m.labels[-1].start :].startswith("2、休"))
    assert [label.path for label in mark.labels] == [(2,)]
    _, marks = marks_of("内容11、内容")
    assert [label.path for label in marks[0].labels] == [(11,), (1,)]
    view, marks = marks_of("范文一一、内容")
    label = marks[0].labels[0]
    assert (view.text[label.start : label.end], label.path) == ("一、", (1,))


def test_a_lone_letter_may_be_a_roman_numeral():
    _, marks = marks_of("(i) text")
    assert {(label.family, label.path) for label in marks[0].labels} == {
        (Family.LETTER_LOWER, (9,)),
        (Family.ROMAN_LOWER, (1,)),
    }


def test_a_list_whose_texts_were_lost_is_read_sign_by_sign():
    view, marks = marks_of("随时一、123二、123、 定期")
    signs = [view.text[m.labels[0].start : m.labels[0].end] for m in marks]
    assert signs == ["一、", "1", "2", "3", "二、", "1", "2", "3、"]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("按小时工资的", "1.5倍计发"),
        ("水压不低于", "0.3兆帕"),
        ("发言不超过三分钟，", "1、2号议题除外"),
        ("会后", "三、五天内发出纪要"),
        ("签名核对，单笔超过", "3. 000元的复核"),
        ("超时两次的按照", "第十二条处理"),
        ("paid at", "1.5 times the rate"),
        ("as agreed with the loading team", "is stated in"),
    ],
)
def test_a_figure_that_the_end_of_a_line_cut_off_is_no_label(before, line):
    _, marks = marks_of(f"规定\n{before}\n{line}")
    assert not [mark for mark in marks if mark.line == 2 and mark.at_start and mark.prior > 0.5]


@pytest.mark.parametrize(
    "before", ["第二条 迟到", "禁止行为", "一、目的", "(b) security; and", "第一章 总则", "处罚", "2. 服从"]
)
def test_a_heading_or_the_last_item_but_one_is_no_open_sentence(before):
    _, marks = marks_of(f"规定\n{before}\n3. 内容")
    assert marks[-1].at_start
    assert marks[-1].prior > 1.5


def test_what_somebody_is_to_say_is_no_list():
    _, marks = marks_of("3、核不过时：“请准备好：\n1. 身份证；2. 账单。”\n4、挂机。")
    assert [mark.prior > 0 for mark in marks] == [True, False, False, True]


def test_labels_that_count_on_behind_commas_are_a_list():
    _, marks = marks_of("1、立岗，2、巡逻，3、车辆引导，4、值守。")
    assert all(mark.prior > 0 for mark in marks)
    _, marks = marks_of("详见表1、立岗，2、巡逻。")
    assert all(mark.prior < 0 for mark in marks)


def test_a_label_broken_by_the_end_of_the_line_is_one_label():
    view, marks = marks_of("离职以后也不例外。第二\n章 范围")
    assert [(m.labels[0].family, m.labels[0].path, m.line) for m in marks] == [(Family.CHAPTER, (2,), 0)]
    assert view.printed(marks[0].labels[0].start, marks[0].labels[0].end) == "第二\n章"


def test_signs_without_words_between_them_label_nothing():
    result = import_text(("1. \n2. \n" * 400 + "3. 写明原因。\n4. 签字。\n").encode(), "rules.txt")
    (document,) = result.documents
    labels = [(node.label, node.text) for node in document.nodes if node.label]
    assert labels == [("3.", "写明原因。"), ("4.", "签字。")]
    kept = sum(entry.end - entry.start for entry in result.ledger if entry.kind == "kept")
    assert kept >= 2 * 800


def test_a_form_with_empty_items_keeps_its_labels():
    result = import_text("".join(f"{n}. \n" for n in range(1, 31)).encode(), "rules.txt")
    assert [node.label for node in result.documents[0].nodes] == [f"{n}." for n in range(1, 31)]


@pytest.mark.parametrize("figure", ["USD 25.", "$25.", "room 25.", "no more than 15."])
def test_a_figure_at_the_end_of_a_sentence_is_no_label_and_stays_whole(figure):
    text = f"Key rules\n\n1. Lost\nA lost card is reported.\n2. Safe\nIt opens once.\n3. Fee\nThe fee is small.\n4. Towels\nIt is {figure}\n"
    (document,) = import_text(text.encode(), "rules.txt").documents
    assert [node.label for node in document.nodes if node.label] == ["1.", "2.", "3.", "4."]
    assert document.nodes[-1].text.endswith(figure)
