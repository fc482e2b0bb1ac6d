"""Papers typed as text: where an answer ends and the next question begins, keys behind the questions, cases."""

from __future__ import annotations

import re

import pytest

from guizhang.exchange.key_table import key_of
from guizhang.exchange.lines import read_lines
from guizhang.exchange.shape import shape
from guizhang.exchange.word_setting import setting
from guizhang.tables.table import Row, Table
from tests.exchange.test_layouts import handbook, short
from tests.importers.readers.wordfile import docx

__all__ = ["handbook"]


def typed(text, handbook):
    """Return what matters of each item, the errors by line, and the items."""
    drafts, found = read_lines(list(enumerate(text.strip().split("\n"), 1)), "paper.docx")
    shaped = shape(drafts, handbook)
    errors = [d for d in (*found, *shaped.found) if d.severity == "error"]
    return [short(item) for item in shaped.items], [f"{d.code} {d.source.line}" for d in errors], shaped.items


ANSWERS = [
    ("one line each", """
一、简答题
1．怎样首次回复投诉的客户？
答：先致歉；再登记。
2．电话铃响几声以内接起？
答：三声以内接起。
3．工牌怎样佩戴？
答：工作时间佩戴。
""", ["先致歉；再登记。=1", "三声以内接起。=1", "工作时间佩戴。=1"]),
    ("points counted on lines of their own", """
简答题
1、怎样首次回复投诉的客户？
答：
1、先致歉；
2、再登记。
2、电话铃响几声以内接起？
答：三声以内接起。
""", ["先致歉=1 再登记。=1", "三声以内接起。=1"]),
    ("points that go on where the next question could stand", """
简答题
1. 怎样首次回复投诉的客户？
答：1. 先致歉
2. 再登记
2. 电话铃响几声以内接起
答：1. 三声以内
2. 先报部门
3. 再报姓名
""", ["先致歉=1 再登记=1", "三声以内=1 先报部门=1 再报姓名=1"]),
    ("an answer over two lines", """
简答题
1、怎样首次回复投诉的客户？
答：先致歉；
再登记。
2、电话铃响几声以内接起？
答：三声以内接起。
""", ["先致歉=1 再登记。=1", "三声以内接起。=1"]),
    ("the last one without a mark", """
Short answer
1. When does an agent reply to a complaint?
Answer: Within 24 hours.
2. Who may wear the badge of others at work?
Answer: Nobody.
Answer key
""", ["Within 24 hours.=1", "Nobody.=1"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "guides"), [case[1:] for case in ANSWERS], ids=[case[0] for case in ANSWERS])
def test_each_question_keeps_its_own_answer(handbook, text, guides):
    items, errors, _ = typed(text, handbook)
    assert errors == []
    assert [item.rpartition(" | ")[2] for item in items] == guides


QUESTIONS = """
一、单选题
1、接到投诉后多久首次回复客户？
A、12小时 B、24小时 C、48小时
2、电话铃响几声以内接起？
A、一声 B、两声 C、三声
二、判断题
1、工牌可以借给他人。
2、工作时间佩戴工牌。
三、填空题
1、投诉在____内首次回复客户。
2、电话铃响____以内接起，先报____。
"""
KEYS = [
    ("in groups", "参考答案\n一、单选题\n1-2 BC\n二、判断题\n1× 2√\n三、填空题\n1. 24小时\n2. 三声；部门"),
    ("on the lines of the headings", "答案：\n一、1.B 2.C\n二、1.× 2.√\n三、1.24小时 2.三声；部门"),
    ("with types alone", "标准答案\n单选题：1—2：B C\n判断题：1错2对\n填空题：1. 24小时　2. 三声；部门"),
    ("with reasons", "答案及解析\n一、单选题\n1. 【答案】B 解析：见规定\n2. C\n二、判断题 1× 2√\n三、填空 1. 24小时 2. 三声；部门"),
]  # fmt: skip


@pytest.mark.parametrize("key", [case[1] for case in KEYS], ids=[case[0] for case in KEYS])
def test_a_key_behind_the_questions(handbook, key):
    items, errors, _ = typed(QUESTIONS + key, handbook)
    assert errors == []
    assert [item.rpartition(" | ")[2] for item in items] == [
        "12小时 *24小时 48小时",
        "一声 两声 *三声",
        "错",
        "对",
        "24小时",
        "三声 部门",
    ]


def test_a_key_behind_each_section(handbook):
    one, two = (
        "判断题\n1. 工牌可以借给他人。\n2. 工作时间佩戴工牌。\n答案：1-2 ×√\n",
        "单选题\n1. 铃响几声以内接起？\nA. 一声 B. 三声\n2. 投诉多久回复客户？\nA. 一周 B. 24小时\n参考答案：1.B 2.B",
    )
    items, errors, _ = typed(one + two, handbook)
    assert errors == []
    assert [item.rpartition(" | ")[2] for item in items] == ["错", "对", "一声 *三声", "一周 *24小时"]


WRONG = [
    ("a question that is not there", QUESTIONS + "参考答案\n一、单选题 1-3 BCA", "BNK003 13"),
    ("fewer letters than numbers", QUESTIONS + "参考答案\n一、单选题 1-2 BCA", "BNK003 13"),
    ("a question answered twice", QUESTIONS + "参考答案\n一、单选题 1.B 2.C 1.A", "BNK003 13"),
    ("two answers", "简答题\n1. 铃响几声以内接起？\n答：三声\n工牌怎样佩戴？\n答：工作时间佩戴", "BNK003 5"),
    ("letters that repeat", "单选题\n1. 铃响几声以内接起？（A）\nA. 一声 B. 两声 B. 三声", "BNK003 3"),
    ("letters that skip", "单选题\n1. 铃响几声以内接起？（A）\nA. 一声\nC. 三声", "BNK003 4"),
    ("an unknown kind of questions", "判断题\n1. 工作时间佩戴工牌。\n二、实操题\n1. 工牌可以借给他人。（×）", "BNK002 3"),
    ("two questions under one number", "判断题\n1. 工作时间佩戴工牌。（√）\n工牌可以借给他人。（×）", "BNK003 2"),
    (
        "another story without a head",
        "案例题\n客服接到投诉，三天后回复。\n1. 对吗？\n答：不对。\n2. 由谁回复？\n答：客服人员。\n他没有佩戴工牌。\n1. 对吗？\n答：不对。",
        "BNK009 8",
    ),
    ("the same question twice", "判断题\n1. 工作时间佩戴工牌。（√）\n2. 工作时间佩戴工牌。（√）", "BNK008 3"),
    ("a story without questions", "案例题\n客服接到投诉，没有在24小时内回复客户。", "BNK009 2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_cannot_be_read_is_named_by_its_line(handbook, text, first):
    _, errors, _ = typed(text, handbook)
    assert errors[:1] == [first]


def test_two_keys_are_both_named(handbook):
    drafts, _ = read_lines(
        enumerate(["单选题", "1. 铃响几声以内接起？（A）", "A. 一声 B. 三声", "答案：B"], 1), "q.docx"
    )
    (fault,) = shape(drafts, handbook).found
    assert fault.problem.zh == "题干里的答案是 A，另写的答案是 B，两者不同"


def test_where_a_rule_is_missing_a_text_is_told_of_lines_and_not_of_columns(handbook):
    drafts, _ = read_lines([(1, "判断题"), (2, "1. 月亮绕地球转。（√）")], "q.docx")
    (fault,) = shape(drafts, handbook).found
    assert fault.mend.zh == "在这道题下面另起一行写明，如：依据：《规章》第五条"


CASES = [
    ("answers below each question", """
一、案例分析题
客服接到投诉，过了三天才首次回复客户。
问题1：应当在多久内回复？
答：24小时内。
问题2：由谁回复？
答：客服人员。
"""),
    ("answers together", """
案例题
客服接到投诉，过了三天才首次回复客户。
问题：
1. 应当在多久内回复？
2. 由谁回复？
答：1. 24小时内。2. 客服人员。
"""),
    ("a numbered story", """
案例题
1. 客服接到投诉，过了三天才首次回复客户。
（1）应当在多久内回复？
答：24小时内。
（2）由谁回复？
答：客服人员。
"""),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_a_story_and_its_questions(handbook, text):
    _, errors, (item,) = typed(text, handbook)
    assert errors == []
    assert item.stem.zh == "客服接到投诉，过了三天才首次回复客户。"
    assert [short(question) for question in item.questions] == [
        "short_answer | 应当在多久内回复？ | 24小时内。=1",
        "short_answer | 由谁回复？ | 客服人员。=1",
    ]


def test_two_stories(handbook):
    second = "案例二：同事没有佩戴工牌，向你借工牌。\n问题1：可以借吗？\n答：不可以。\n问题2：怎样办？\n答：请他佩戴自己的工牌。"
    _, errors, items = typed(CASES[0][1] + second, handbook)
    assert errors == []
    assert [len(item.questions) for item in items] == [2, 2]
    assert items[1].stem.zh == "同事没有佩戴工牌，向你借工牌。"


def test_a_key_in_front_of_the_number(handbook):
    items, errors, _ = typed(
        "判断题（对的打√，错的打×）\n（ × ）1．工牌可以借给他人。\n（√）2．工作时间佩戴工牌。", handbook
    )
    assert errors == []
    assert [item.rpartition(" | ")[2] for item in items] == ["错", "对"]


FORM_SERVICE = """
服务知识测试[考试]
1. 接到投诉后多久首次回复客户？[单选题]
A. 12小时
B. 24小时(正确答案)
2. 投诉回复哪些对？【多选题，4分】
A. 甲（正确答案）
B. 乙
C. 丙(正确答案)
3. 工牌可以借给他人。[判断题]
对
错(正确答案)
答案解析：第三条
4. 投诉在____小时内首次回复客户。[填空题]
______________
(答案：24)
"""


def test_a_text_of_a_form_service(handbook):
    items, errors, _ = typed(FORM_SERVICE, handbook)
    assert errors == []
    assert items == [
        "single_choice | 接到投诉后多久首次回复客户？ | 12小时 *24小时",
        "multiple_choice | 投诉回复哪些对？ | *甲 乙 *丙",
        "true_false | 工牌可以借给他人。 | 错",
        "cloze | 投诉在[[gap1]]小时内首次回复客户。 | 24",
    ]


@pytest.mark.parametrize(
    "right", ["B. 24小时 *", "B. *24小时", "B. 24小时√", "B. 24小时（正確答案）", "B. 24小时 (correct)"]
)
def test_a_sign_marks_the_right_option(handbook, right):
    items, errors, _ = typed(f"1. 接到投诉后多久首次回复客户？\nA. 12小时\n{right}\nC. 48小时", handbook)
    assert (errors, items) == ([], ["single_choice | 接到投诉后多久首次回复客户？ | 12小时 *24小时 48小时"])


@pytest.mark.parametrize(("answer", "errors"), [("B", []), ("A", ["BNK003 4"])])
def test_a_sign_and_an_answer_must_agree(handbook, answer, errors):
    text = f"1. 接到投诉后多久首次回复客户？\nA. 12小时\nB. 24小时 *\n答案：{answer}"
    found = typed(text, handbook)[1]
    assert [fault.split()[0] for fault in found] == [fault.split()[0] for fault in errors]


UNNUMBERED = """
服务知识
单选题
接到投诉后多久首次回复客户
A 12小时
B 24小时
正确答案：B
难易程度：易
电话铃响几声以内接起
A 一声
B 三声
正确答案：B
判断题
工牌可以借给他人。
答案：错
"""


def test_questions_without_numbers_end_with_their_answers(handbook):
    items, errors, _ = typed(UNNUMBERED, handbook)
    assert errors == []
    assert items == [
        "single_choice | 接到投诉后多久首次回复客户 | 12小时 *24小时",
        "single_choice | 电话铃响几声以内接起 | 一声 *三声",
        "true_false | 工牌可以借给他人。 | 错",
    ]


def test_questions_without_numbers_in_english(handbook):
    text = "Reply to a complaint within?\nA. 12 hours\nB. 24 hours\nANSWER: B\n\nLend the badge to a colleague.\nA) True\nB) False\nANSWER: B"
    items, errors, _ = typed(text, handbook)
    assert (errors, items[0]) == ([], "single_choice | Reply to a complaint within? | 12 hours *24 hours")


def run(text, how=""):
    return f'<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


RED, BOLD, LINE = '<w:color w:val="FF0000"/>', "<w:b/>", '<w:u w:val="single"/>'
PLAIN = '<w:color w:val="000000"/><w:b w:val="0"/><w:u w:val="none"/>'
WORD = [
    ("red", [run("1. 接到投诉后多久首次回复客户？"), run("A. 12小时"), run("B. 24小时", RED)], "12小时 *24小时", ["BNK013"]),
    ("bold, cut in two", [run("1. 接到投诉后多久首次回复客户？"), run("A. 12小时  B. ", PLAIN) + run("24", BOLD) + run("小时", BOLD)],
     "12小时 *24小时", ["BNK013"]),
    ("an answer goes first", [run("1. 接到投诉后多久首次回复客户？"), run("A. 12小时", BOLD), run("B. 24小时"), run("答案：B")], "12小时 *24小时", []),
    ("a word", [run("1. 接到投诉后多久首次回复客户？"), run("A. 12小时"), run("B. ") + run("24", RED) + run("小时")], "", ["BNK003"]),
    ("all", [run("1. 接到投诉后多久首次回复客户？"), run("A. 12小时", BOLD), run("B. 24小时", BOLD)], "", ["BNK003"]),
    ("gaps", [run("一、填空题"), run("1. 投诉在") + run(" 24小时 ", LINE) + run("内首次回复客户，铃响") + run("三声", LINE) + run("接起。")],
     "24小时 三声", ["BNK013"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "codes"), [case[1:] for case in WORD], ids=[case[0] for case in WORD])
def test_what_a_word_file_sets_apart(handbook, lines, expected, codes):
    data = docx("".join(f"<w:p>{line}</w:p>" for line in lines))
    texts = enumerate(("".join(re.findall("<w:t[^>]*>([^<]*)", line)) for line in lines), 1)
    drafts, found = read_lines(list(texts), "paper.docx", setting(data))
    shaped = shape(drafts, handbook)
    assert [d.code for d in (*found, *shaped.found) if d.code in ("BNK003", "BNK013")] == codes
    assert "".join(short(item).rpartition(" | ")[2] for item in shaped.items) == expected


def test_brackets_to_write_in_may_stand_before_the_number(handbook):
    text = "判断题\n（    ）1. 工牌可以借给他人。\n(  )2、工作时间佩戴工牌。\n参考答案\n1.× 2.√"
    items, errors, _ = typed(text, handbook)
    assert (errors, items) == ([], ["true_false | 工牌可以借给他人。 | 错", "true_false | 工作时间佩戴工牌。 | 对"])


FIELDS = """
题型：单选题
题干：接到投诉后多久首次回复客户？
选项A：12小时
选项B：24小时
答案：B

题型：判断题
题干：工牌可以借给他人。
答案：错
"""
TAGGED = "【单选】接到投诉后多久首次回复客户？\nA、12小时\nB、24小时\n【答案】B\n【判断】工牌可以借给他人。\n【答案】错"


@pytest.mark.parametrize("text", [FIELDS, TAGGED])
def test_questions_that_name_their_type(handbook, text):
    items, errors, _ = typed(text, handbook)
    assert (errors, items) == (
        [],
        ["single_choice | 接到投诉后多久首次回复客户？ | 12小时 *24小时", "true_false | 工牌可以借给他人。 | 错"],
    )


def test_answers_in_a_table():
    rows = (("题号", "1", "2", "3"), ("答案", "C", "", "A、B"), ("题号", "4", "", ""), ("答案", "√", "", ""))
    table = Table("paper.docx", None, tuple(Row(n, texts, {}) for n, texts in enumerate(rows, 1)))
    assert key_of(table) == "1. C  3. A、B  4. √"
    assert key_of(Table("paper.docx", None, table.rows[:1])) == ""


def test_a_section_of_which_nothing_is_read_is_said(handbook):
    text = "一、单选题\n1. 接到投诉后多久首次回复客户？\nA. 12小时\nB. 24小时\n答案：B\n二、判断题\n（每题2分）\n工牌可以借给他人。（×）\n三、简答题"
    _, found = read_lines(list(enumerate(text.split("\n"), 1)), "paper.docx")
    assert [(d.code, d.source.line, d.problem.zh) for d in found] == [("BNK014", 6, "“二、判断题”下面没有读到题目")]


def test_a_case_stays_one(handbook):
    text = "案例题\n1. 客服接到投诉，过了三天才首次回复客户。\n题型：综合\n（1）应当多久内回复？\nA. 三天\nB. 24小时\n答案：B\n（2）怎样回复？\n答案：先致歉"
    items, errors, _ = typed(text, handbook)
    assert (errors, [item.split(" ")[0] for item in items]) == ([], ["case"])
