"""The marker table: which signs are labels, what they count, and which are text."""

from __future__ import annotations

import pytest

from guizhang.importers.labels import Family
from guizhang.importers.lattice import find_marks
from guizhang.importers.lines import split_lines
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
        ("⒎内容", "⒎", Family.ARABIC, (7,)),
        ("7 内容", "7", Family.ARABIC, (7,)),
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
        ("Appendix B Forms", "Appendix B", Family.PART, (2,)),
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
