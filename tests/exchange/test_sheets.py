"""Sheets of questions: cases by their numbers, words that stand on no scale, points, themes, languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.exchange.shape import shape
from guizhang.model.handbook import Settings
from guizhang.model.text import Text
from tests.exchange.test_layouts import COLUMNS, handbook, sheet, short

__all__ = ["handbook"]
STORY = "客服接到投诉，过了三天才首次回复客户。"
NUMBERED = ["序号", "题型", "题干", "A", "B", "答案", "分值"]


def found(rows, handbook, severity="error"):
    drafts, first = sheet(rows)
    shaped = shape(drafts, handbook)
    return shaped.items, [d for d in (*first, *shaped.found) if d.severity == severity]


@pytest.mark.parametrize("numbers", [("2", "", ""), ("2", "2-1", "2-2"), ("2", "2.1", "2.2"), ("2", "（1）", "（2）")])
def test_questions_of_a_case_by_their_numbers(handbook, numbers):
    rows = [
        NUMBERED,
        ["1", "判断题", "工牌可以借给他人。", "", "", "错", ""],
        [numbers[0], "案例题", STORY, "", "", "", "10分"],
        [numbers[1], "单选题", "应当多久内回复？", "24小时", "三天", "A", "两分"],
        [numbers[2], "判断题", "他做得对。", "", "", "×", "3"],
        ["3", "判断题", "工作时间佩戴工牌。", "", "", "对", ""],
    ]
    items, errors = found(rows, handbook)
    assert errors == []
    assert [item.type.value for item in items] == ["true_false", "case", "true_false"]
    assert [(short(question), question.points) for question in items[1].questions] == [
        ("single_choice | 应当多久内回复？ | *24小时 三天", 2),
        ("true_false | 他做得对。 | 错", 3),
    ]


def test_a_case_whose_questions_are_not_told_apart_is_refused(handbook):
    rows = [
        ["题型", "题干", "答案"],
        ["案例题", STORY, ""],
        ["判断题", "投诉应当在24小时内首次回复。", "对"],
    ]
    _, (error,) = found(rows, handbook)
    assert (error.code, error.source.line, error.problem.zh) == ("BNK009", 2, "案例没有小题")


def test_options_below_each_other(handbook):
    rows = [
        ["题型", "题干", "选项", "答案"],
        ["单选题", "投诉多久回复？", "A.12小时", "B"],
        ["", "", "B.24小时", ""],
        ["", "", "C.48小时", ""],
        ["判断题", "工作时间佩戴工牌。", "", "对"],
    ]
    items, errors = found(rows, handbook)
    assert errors == []
    assert [short(item) for item in items] == [
        "single_choice | 投诉多久回复？ | 12小时 *24小时 48小时",
        "true_false | 工作时间佩戴工牌。 | 对",
    ]


WORDS = [
    ("题库", "内部", "题库 '内部' 不认识", "可以写：练习、考试"),
    ("层次", "精通", "层次 '精通' 不认识", "可以写：识记、理解、应用"),
    ("分值", "若干", "分值 '若干' 不认识", "可以写：数，如 2 或 2分"),
]


@pytest.mark.parametrize(("column", "word", "problem", "mend"), WORDS, ids=[case[0] for case in WORDS])
def test_a_word_that_stands_on_no_scale(handbook, column, word, problem, mend):
    _, (error,) = found([["题干", "答案", column], ["工作时间佩戴工牌。", "对", word]], handbook)
    assert (error.source.column, error.problem.zh, error.mend.zh) == (3, problem, mend)


def test_points_that_a_paper_gives_are_said_once_to_have_been_left(handbook):
    rows = [["题干", "答案", "分值"], ["工作时间佩戴工牌。", "对", "10分"], ["工牌可以借给他人。", "错", "两分"]]
    items, notes = found(rows, handbook, "note")
    assert len(items) == 2
    assert [(d.source.line, d.source.column) for d in notes if d.code == "BNK011"] == [(2, 3)]


def test_the_same_question_twice_is_said_of_the_question(handbook):
    rows = [COLUMNS, *[["判断题", "工作时间佩戴工牌。", "", "", "", "", "对", "", ""]] * 2]
    _, (error,) = found(rows, handbook)
    assert (error.source.line, error.source.column, error.problem.zh) == (3, 2, "与第 2 行的题目相同")


PLAIN = [
    ("AB", "单选题只有一个答案，这里写了 A、B"),
    ("C", "答案是 C，选项 C 没有内容；有内容的选项：A、B"),
    ("", "没有答案"),
    ("略", "没有答案，只写了 '略'"),
]


@pytest.mark.parametrize(("answer", "problem"), PLAIN)
def test_faults_of_a_key_in_plain_words(handbook, answer, problem):
    _, (error,) = found([COLUMNS, ["单选题", "投诉多久回复？", "12小时", "24小时", "", "", answer, "", ""]], handbook)
    assert error.problem.zh == problem
    assert error.source.column == 7


def test_figures_are_of_the_languages_of_the_stem(handbook):
    columns = ["题型", "题干（中）", "题干（英）", "A", "B", "答案"]
    rows = [
        columns,
        ["填空题", "投诉在____小时内首次回复客户。", "", "", "", "24"],
        ["填空题", "投诉在____小时内首次回复。", "An agent replies within ____ hours.", "", "", "24"],
        ["单选题", "投诉在几小时内首次回复？", "", "12", "24h", "B"],
    ]
    items, errors = found(rows, handbook)
    assert errors == []
    assert [item.gaps["gap1"].answer for item in items[:2]] == [Text(zh="24"), Text(zh="24", en="24")]
    assert [option.text for option in items[2].options] == [Text(zh="12"), Text(zh="24h")]


@pytest.mark.parametrize(
    ("named", "expected", "said"),
    [
        (("complaints",), "complaints", 0),  # of the regulation
        (("elsewhere", "complaints"), "complaints", 0),
        (("elsewhere",), "elsewhere", 1),
    ],
)
def test_an_item_has_a_theme_of_the_handbook(handbook, named, expected, said):
    settings = Settings(title=Text(zh="册"), company=Text(zh="公司"), themes={name: Text(zh=name) for name in named})
    rows = [["题干", "答案"], ["工作时间佩戴工牌。", "对"], ["工牌可以借给他人。", "错"]]
    items, notes = found(rows, replace(handbook, settings=settings), "note")
    assert [item.themes for item in items] == [(expected,)] * 2
    assert len([d for d in notes if d.code == "BNK010"]) == said


def test_without_any_theme_nothing_is_taken(handbook):
    settings = Settings(title=Text(zh="册"), company=Text(zh="公司"))
    items, (error,) = found([["题干", "答案"], ["工作时间佩戴工牌。", "对"]], replace(handbook, settings=settings))
    assert (items, error.code) == ([], "BNK010")
