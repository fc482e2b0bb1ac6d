"""Layouts trainers use, each as rows (source, what must come out), and what goes wrong in them, by cell."""

from __future__ import annotations

import csv
import io

import pytest

from guizhang.exchange.lines import read_lines
from guizhang.exchange.shape import shape
from guizhang.exchange.sheet import read_sheets
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Node, Regulation
from guizhang.model.text import Text
from guizhang.tables import delimited

RULES = {
    "reply": (
        "首次回复",
        "接到投诉后，客服人员应当在24小时内首次回复客户。",
        "An agent shall reply to a complaint within 24 hours.",
    ),
    "rings": ("三声接听", "电话铃响三声以内接起，先报部门和姓名。", "Answer the telephone within three rings."),
    "badge": ("工牌", "工作时间佩戴工牌，不得借给他人。", "Wear the badge at work and lend it to nobody."),
}


@pytest.fixture(scope="module")
def handbook():
    body = tuple(
        Node(article=str(n), id=name, title=Text(zh=title), text=Text(zh=zh, en=en))
        for n, (name, (title, zh, en)) in enumerate(RULES.items(), 1)
    )
    regulation = Regulation.model_validate(
        {
            "id": "service",
            "title": {"zh": "服务规定", "en": "Service rules"},
            "edition": {"version": "1"},
            "body": body,
            "themes": ("complaints",),
        }
    )
    themes = {"complaints": Text(zh="投诉处理", en="Complaints")}
    return Handbook(Settings(title=Text(zh="册"), company=Text(zh="公司"), themes=themes), (regulation,))


def sheet(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    tables, faults = delimited.read(text.getvalue().encode(), "q.csv")
    assert faults == []
    return read_sheets(tables)


def short(item):
    """Return what matters of an item in one line."""
    options = " ".join(("*" if o.key else "") + o.text.either("zh") for o in item.options)
    gaps = " ".join("/".join(t.either("zh") for t in (g.answer, *g.equivalent)) for g in item.gaps.values())
    guide = " ".join(f"{p.text.either('zh')}={p.points:f}" for p in item.guide)
    answer = "" if item.answer is None else "对" if item.answer else "错"
    number = (
        ""
        if item.numeric is None
        else f"{item.numeric.value:f}±{item.numeric.tolerance:f}{item.numeric.unit.either('zh') if item.numeric.unit else ''}"
    )
    pairs = " ".join(f"{p.left.either('zh')}→{p.right.either('zh')}" for p in item.pairs)
    return f"{item.type.value} | {item.stem.either('zh')} | {options}{gaps}{guide}{answer}{number}{pairs}"


COLUMNS = ["题型", "题目", "A", "B", "C", "D", "正确答案", "难度", "解析"]
SHEETS = [
    ("letters", COLUMNS, ["单选题", "投诉多久回复？", "12小时", "24小时", "36小时", "48小时", "B", "易", ""],
     "single_choice | 投诉多久回复？ | 12小时 *24小时 36小时 48小时"),
    ("several letters with commas", COLUMNS, ["多选", "投诉回复哪些对？", "甲", "乙", "丙", "丁", "A，C", "", ""],
     "multiple_choice | 投诉回复哪些对？ | *甲 乙 *丙 丁"),
    ("type from the answer", COLUMNS[1:], ["投诉回复哪些对？", "甲", "乙", "丙", "丁", "ABD", "", ""],
     "multiple_choice | 投诉回复哪些对？ | *甲 *乙 丙 *丁"),
    ("answer by its text", COLUMNS, ["单选题", "投诉多久回复？", "12小时", "24小时", "", "", "24小时", "", ""],
     "single_choice | 投诉多久回复？ | 12小时 *24小时"),
    ("judgement by a mark", COLUMNS, ["判断题", "工牌可以借给他人。", "", "", "", "", "×", "", ""],
     "true_false | 工牌可以借给他人。 | 错"),
    ("judgement with options", COLUMNS, ["判断", "工作时间佩戴工牌。", "正确", "错误", "", "", "A", "", ""],
     "true_false | 工作时间佩戴工牌。 | 对"),
    ("gaps as lines", COLUMNS, ["填空题", "投诉在____内回复，由（　）回复。", "", "", "", "", "24小时；客服人员", "", ""],
     "cloze | 投诉在[[gap1]]内回复，由[[gap2]]回复。 | 24小时 客服人员"),
    ("gap with an equivalent", COLUMNS, ["填空题", "投诉在____内回复客户。", "", "", "", "", "24小时/一天", "", ""],
     "cloze | 投诉在[[gap1]]内回复客户。 | 24小时/一天"),
    ("gaps of figures", COLUMNS, ["填空题", "投诉在____小时内回复，电话铃响（ ）声以内接起。", "", "", "", "", "24、3", "", ""],
     "cloze | 投诉在[[gap1]]小时内回复，电话铃响[[gap2]]声以内接起。 | 24 3"),
    ("gaps with numbers", COLUMNS, ["填空题", "投诉在____内回复，铃响____以内接起。", "", "", "", "", "1．24小时 2．三声", "", ""],
     "cloze | 投诉在[[gap1]]内回复，铃响[[gap2]]以内接起。 | 24小时 三声"),
    ("key within the gap", COLUMNS, ["填空题", "投诉在（24小时）内首次回复客户。（2分）", "", "", "", "", "", "", ""],
     "cloze | 投诉在[[gap1]]内首次回复客户。 | 24小时"),
    ("figure within the line", COLUMNS, ["填空题", "投诉在__24小时__内首次回复客户。", "", "", "", "", "", "", ""],
     "cloze | 投诉在[[gap1]]内首次回复客户。 | 24小时"),
    ("points counted in one line", COLUMNS, ["简答题", "投诉怎样首次回复客户？", "", "", "", "", "1．致歉；2．登记（2分）；3．24小时内回复", "", ""],
     "short_answer | 投诉怎样首次回复客户？ | 致歉=1 登记=2 24小时内回复=1"),
    ("two keys that agree", COLUMNS, ["单选题", "投诉多久回复？（B）", "12小时", "24小时", "", "", "B", "", ""],
     "single_choice | 投诉多久回复？（　） | 12小时 *24小时"),
    ("letters joined by words", COLUMNS, ["多选题", "投诉回复哪些对？", "甲", "乙", "丙", "丁", "答案：A, B and D", "", ""],
     "multiple_choice | 投诉回复哪些对？ | *甲 *乙 丙 *丁"),
    ("an English verdict in the stem", COLUMNS, ["判断题", "Lend the badge to a colleague. (False)", "", "", "", "", "", "", ""],
     "true_false | Lend the badge to a colleague. | 错"),
    ("a short one", COLUMNS, ["判断题", "Wear the badge at work. (T)", "", "", "", "", "", "", ""],
     "true_false | Wear the badge at work. | 对"),
    ("number with tolerance and unit", COLUMNS, ["填数题", "投诉在几小时内回复客户？", "", "", "", "", "24±1小时", "", ""],
     "numeric | 投诉在几小时内回复客户？ | 24±1小时"),
    ("thousands", COLUMNS, ["填数题", "投诉回复超过多少元要批准？", "", "", "", "", "1,500元", "", ""],
     "numeric | 投诉回复超过多少元要批准？ | 1500±0元"),
    ("thousands of full width", COLUMNS, ["填数题", "投诉回复超过多少元要批准？", "", "", "", "", "１２，０００±1,000", "", ""],
     "numeric | 投诉回复超过多少元要批准？ | 12000±1000"),
    ("a decimal comma", COLUMNS, ["填数题", "投诉回复在几小时内？", "", "", "", "", "2,5", "", ""],
     "numeric | 投诉回复在几小时内？ | 2.5±0"),
    ("guide with points", COLUMNS, ["简答题", "投诉怎样首次回复客户？", "", "", "", "", "1. 致歉（2分）\n2. 登记（3分）", "", ""],
     "short_answer | 投诉怎样首次回复客户？ | 致歉=2 登记=3"),
    ("pairs", COLUMNS, ["连线题", "投诉回复和工牌", "投诉 → 24小时", "电话 → 三声", "", "", "", "", ""],
     "matching | 投诉回复和工牌 | 投诉→24小时 电话→三声"),
    ("order by letters", COLUMNS, ["排序题", "投诉回复客户的顺序", "登记", "致歉", "回复", "", "BAC", "", ""],
     "ordering | 投诉回复客户的顺序 | 致歉 登记 回复"),
    ("order by arrows", COLUMNS, ["排序题", "投诉回复客户的顺序", "登记", "致歉", "回复", "", "B→A→C", "", ""],
     "ordering | 投诉回复客户的顺序 | 致歉 登记 回复"),
    ("order by strokes", COLUMNS, ["排序题", "投诉回复客户的顺序", "登记", "致歉", "回复", "", "b - a - c", "", ""],
     "ordering | 投诉回复客户的顺序 | 致歉 登记 回复"),
    ("brackets for the tick", COLUMNS, ["判断题", "投诉要首次回复客户。（　　）", "", "", "", "", "√", "", ""],
     "true_false | 投诉要首次回复客户。 | 对"),
    ("brackets in front of the stop", COLUMNS, ["判断题", "投诉要首次回复客户( )。", "", "", "", "", "√", "", ""],
     "true_false | 投诉要首次回复客户。 | 对"),
    ("brackets in front", COLUMNS, ["判断题", "（ ）投诉要首次回复客户", "", "", "", "", "×", "", ""],
     "true_false | 投诉要首次回复客户 | 错"),
    ("options in one cell", ["题型", "题干", "选项", "答案"], ["单选题", "投诉多久回复客户？", "A.12小时\nB.24小时\nC.48小时", "B"],
     "single_choice | 投诉多久回复客户？ | 12小时 *24小时 48小时"),
    ("Traditional headings", ["題號", "題型", "題目", "選項A", "選項B", "正確答案", "解釋", "配分"],
     ["1", "單選題", "投诉多久回复客户？", "12小時", "24小時", "B", "", "5"],
     "single_choice | 投诉多久回复客户？ | 12小時 *24小時"),
    ("Traditional, several", ["題型", "題目", "選項A", "選項B", "選項C", "答案"], ["複選題", "投诉回复哪些对？", "甲", "乙", "丙", "A,C"],
     "multiple_choice | 投诉回复哪些对？ | *甲 乙 *丙"),
    ("Traditional, right or wrong", ["題型", "題目", "答案"], ["是非題", "工牌可以借给他人。", "非"],
     "true_false | 工牌可以借给他人。 | 错"),
    ("a circle", ["題型", "題目", "答案"], ["是非題", "工作时间佩戴工牌。", "○"],
     "true_false | 工作时间佩戴工牌。 | 对"),
    ("Traditional, gaps", ["題型", "題目", "答案"], ["填充題", "投诉在____内首次回复客户。", "24小时"],
     "cloze | 投诉在[[gap1]]内首次回复客户。 | 24小时"),
    ("options of a judgement in one cell", ["题型", "题干", "选项", "答案"], ["判断题", "工作时间佩戴工牌。", "A.正确 B.错误", "A"],
     "true_false | 工作时间佩戴工牌。 | 对"),
    ("options parted by a sharp", ["试题题干", "试题选项", "试题答案", "试题分数"], ["投诉多久回复客户？", "12小时#24小时#48小时", "B", "2"],
     "single_choice | 投诉多久回复客户？ | 12小时 *24小时 48小时"),
    ("a quiz tool", ["", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2 - max 75 characters",
                     "Answer 3 - max 75 characters", "Time limit (sec) – 5, 10, 20 secs", "Correct answer(s) - choose at least one"],
     ["1", "What of the reply to a complaint?", "one", "two", "three", "20", "1,3"],
     "multiple_choice | What of the reply to a complaint? | *one two *three"),
    ("multiple choice with one right", ["Question Text", "Question Type", "Option 1", "Option 2", "Correct Answer", "Answer explanation"],
     ["Reply to a complaint within?", "Multiple Choice", "12 hours", "24 hours", "2", "see the rules"],
     "single_choice | Reply to a complaint within? | 12 hours *24 hours"),
    ("boxes", ["Question Text", "Question Type", "Option 1", "Option 2", "Correct Answer"],
     ["Reply to a complaint within?", "Checkbox", "12 hours", "24 hours", "2"],
     "multiple_choice | Reply to a complaint within? | 12 hours *24 hours"),
    ("an option by its number", ["S/N", "Question", "Option 1", "Option 2", "Correct Option"],
     ["1", "Reply to a complaint within?", "12 hours", "24 hours", "Option 2"],
     "single_choice | Reply to a complaint within? | 12 hours *24 hours"),
    ("options parted by strokes", ["题型", "题干", "选项", "答案"], ["单选题", "投诉多久回复客户？", "12小时|24小时|48小时", "B"],
     "single_choice | 投诉多久回复客户？ | 12小时 *24小时 48小时"),
    ("options and key in the stem", ["题干", "答案"], ["投诉多久回复客户？（B）\nA. 12小时\nB. 24小时", ""],
     "single_choice | 投诉多久回复客户？（　） | 12小时 *24小时"),
    ("English, several", ["Type", "Question", "A", "B", "C", "Answer"], ["Multi-select", "What of the reply?", "one", "two", "three", "A, C"],
     "multiple_choice | What of the reply? | *one two *three"),
    ("English", ["Type", "Question", "Option A", "Option B", "Correct answer"], ["Single choice", "Reply to a complaint within?", "12 hours", "24 hours", "B"],
     "single_choice | Reply to a complaint within? | 12 hours *24 hours"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "row", "expected"), [case[1:] for case in SHEETS], ids=[case[0] for case in SHEETS])
def test_a_row_becomes_an_item(handbook, header, row, expected):
    drafts, found = sheet([["客服考试题库"], header, row])
    shaped = shape(drafts, handbook)
    assert [d.render("en") for d in (*found, *shaped.found) if d.severity != "note"] == []
    assert [short(item) for item in shaped.items] == [expected]


FAULTS = [
    ("no such type", ["猜谜题", "投诉多久回复？", "1", "2", "", "", "A", "", ""], "BNK002 2:1"),
    ("a letter without an option", ["单选题", "投诉多久回复？", "12小时", "24小时", "", "", "D", "", ""], "BNK003 2:7"),
    ("no answer", ["单选题", "投诉多久回复？", "12小时", "24小时", "", "", "", "", ""], "BNK003 2:7"),
    ("neither right nor wrong", ["判断题", "投诉要回复。", "", "", "", "", "也许", "", ""], "BNK003 2:7"),
    ("gaps without answers", ["填空题", "投诉在____内由____回复。", "", "", "", "", "24小时", "", ""], "BNK003 2:7"),
    ("two numbers", ["填数题", "投诉在几小时内回复客户？", "", "", "", "", "24或48", "", ""], "BNK003 2:7"),
    ("a range", ["填数题", "投诉在几小时内回复客户？", "", "", "", "", "2-3小时", "", ""], "BNK003 2:7"),
    ("thousands divided by a blank", ["填数题", "投诉在几小时内回复客户？", "", "", "", "", "1 500 kg", "", ""], "BNK003 2:7"),
    ("an option twice", ["单选题", "投诉多久回复？", "12小时", "24小时", "24 小时", "", "B", "", ""], "BNK003 2:5"),
    ("no stem", ["单选题", "", "12小时", "24小时", "", "", "A", "", ""], "BNK004 2:2"),
    ("nothing like it", ["判断题", "月亮绕地球转。", "", "", "", "", "对", "", ""], "BNK006 2:1"),
    ("a difficulty that is none", ["判断题", "工作时间佩戴工牌。", "", "", "", "", "对", "九级", ""], "FMT008 2:8"),
    ("two keys for one", ["单选题", "投诉多久回复？", "12小时", "24小时", "", "", "AB", "", ""], "BNK003 2:7"),
    ("an option left empty", ["单选题", "投诉多久回复？", "12小时", "", "24小时", "", "B", "", ""], "BNK003 2:7"),
    ("no option", ["单选题", "投诉多久回复？", "", "", "", "", "B", "", ""], "BNK003 2:3"),
    ("options without a key or a type", ["", "投诉多久回复？", "12小时", "24小时", "", "", "", "", ""], "BNK003 2:7"),
    ("a key beyond the options", ["单选题", "投诉多久回复？（E）", "12小时", "24小时", "", "", "", "", ""], "BNK003 2:2"),
    ("an answer left out", ["简答题", "投诉怎样首次回复客户？", "", "", "", "", "略", "", ""], "BNK003 2:7"),
    ("gaps left out", ["填空题", "投诉在____内回复客户。", "", "", "", "", "略。", "", ""], "BNK003 2:7"),
    ("two keys that differ", ["单选题", "投诉多久回复？（A）", "12小时", "24小时", "", "", "B", "", ""], "BNK003 2:7"),
    ("two verdicts that differ", ["判断题", "工作时间佩戴工牌。（√）", "", "", "", "", "错", "", ""], "BNK003 2:7"),
    ("options that coincide with a date", ["单选题", "投诉哪天回复？", "2026-03-04", "3日", "", "", "A", "", ""], "BNK012 2:3"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_is_named_by_its_cell(handbook, row, expected):
    drafts, found = sheet([COLUMNS, row])
    errors = [d for d in (*found, *shape(drafts, handbook).found) if d.severity == "error"]
    assert [f"{d.code} {d.source.line}:{d.source.column}" for d in errors] == [expected]


@pytest.mark.parametrize(
    ("reason", "cited"),
    [("见第三条", "service/badge"), ("第3条", "service/badge"), ("详见《服务规定》第二条。", "service/rings"),
     ("《劳动合同法》第三条", None), ("第二条、第三条", None), ("制度规定", None)],
)  # fmt: skip
def test_the_reason_may_name_the_rule(handbook, reason, cited):
    drafts, _ = sheet([COLUMNS, ["判断题", "同事之间可以换着挂牌子。", "", "", "", "", "错", "", reason]])
    shaped = shape(drafts, handbook)
    assert [list(item.cites.items()) for item in shaped.items] == ([[(cited, None)]] if cited else [])
    assert [d.code for d in shaped.found if d.code in ("BNK006", "BNK007")] == (["BNK007"] if cited else ["BNK006"])


IDS = ["编号", "题型", "题干", "答案"]


def test_numbers_of_another_sheet_are_no_ids_of_the_bank(handbook):
    """Two departments both number their questions from 1."""
    one, two = (
        sheet([IDS, [number, "判断题", stem, "对"]])[0]
        for number, stem in (("1", "工作时间佩戴工牌。"), ("1", "电话铃响三声以内接起。"))
    )
    first = shape(one, handbook).items[0]
    assert first.id.startswith("q-")
    again, other = (shape(drafts, handbook, {first.id: first}).items[0].id for drafts in (one, two))
    assert (again, other != again) == (first.id, True)


def test_an_id_of_another_question_is_refused(handbook):
    one, two = (
        sheet([IDS, ["T_001", "判断题", stem, "对"]])[0] for stem in ("工作时间佩戴工牌。", "电话铃响三声以内接起。")
    )
    first = shape(one, handbook).items[0]
    assert first.id == "t-001"
    assert [d.code for d in shape(one, handbook, {"t-001": first}).found if d.severity == "error"] == []
    assert [d.code for d in shape(two, handbook, {"t-001": first}).found if d.severity == "error"] == ["BNK008"]


def test_figures_keep_their_order_when_they_come_again(handbook):
    rows = [["题型", "题干", "A", "B", "答案"], ["单选题", "投诉多久回复客户？", "12小时", "24小时", "B"]]
    first = shape(sheet(rows)[0], handbook).items[0]
    again = shape(sheet(rows)[0], handbook, {first.id: first}).items[0]
    assert (first.keep_order, again) == (True, first)


def test_citations_are_found_by_address_and_as_printed(handbook):
    rows = [
        ["题型", "题干", "答案", "依据"],
        *(
            ["判断题", f"第{n}题的陈述。", "对", cite]
            for n, cite in enumerate(["service/badge@0a1b2c3d", "《服务规定》第二条", "Service rules, Article 1"])
        ),
    ]
    shaped = shape(sheet(rows)[0], handbook)
    assert shaped.found == []
    assert [dict(item.cites) for item in shaped.items] == [
        {"service/badge": "0a1b2c3d"},
        {"service/rings": None},
        {"service/reply": None},
    ]


def test_a_citation_that_is_looked_up_is_unconfirmed_and_said(handbook):
    shaped = shape(sheet([COLUMNS, ["判断题", "工作时间佩戴工牌。", "", "", "", "", "对", "", ""]])[0], handbook)
    assert dict(shaped.items[0].cites) == {"service/badge": None}
    assert shaped.items[0].themes == ("complaints",)
    assert [(d.code, d.severity) for d in shaped.found] == [("BNK007", "note")]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["08:30", "09:00", "09:30"], True),
        (["一声", "两声", "三声"], True),
        (["上午九点", "中午十二点", "下午两点"], True),
        (["12小时", "24小时", "48小时"], True),
        (["09:30", "08:30", "09:00"], False),
        (["一声", "两次", "三声"], False),
        (["先登记", "先回复", "先上报"], False),
    ],
)
def test_figures_in_order_keep_it(handbook, options, kept):
    row = ["题型", "题干", "A", "B", "C", "答案", "依据"]
    shaped = shape(sheet([row, ["单选题", "什么时候？", *options, "B", "service/rings"]])[0], handbook)
    assert [item.keep_order for item in shaped.items] == [kept]


PAPER = """
新员工考试

一、单项选择题（每题2分）
1、接到投诉后多久首次回复客户？（ B ）
A. 12小时  B. 24小时
C. 48小时
2. 电话铃响几声以内接起？
A、一声
B、三声
答案：B
解析：见服务规定。
难度：易
二、判断题
3．工牌可以借给他人。（×）
4. 工作时间佩戴工牌。
【答案】正确
三、填空题
5．投诉在____内首次回复客户，电话铃响____以内接起。
答案：24小时；三声
四、简答题
6. 电话铃响后怎样接起，先报什么？
参考答案：
1. 三声以内接起（2分）
2. 先报部门和姓名
7. 工牌怎样佩戴？
答：工作时间佩戴，不借给他人
"""
EXPECTED = [
    "single_choice | 接到投诉后多久首次回复客户？（　） | 12小时 *24小时 48小时",
    "single_choice | 电话铃响几声以内接起？ | 一声 *三声",
    "true_false | 工牌可以借给他人。 | 错",
    "true_false | 工作时间佩戴工牌。 | 对",
    "cloze | 投诉在[[gap1]]内首次回复客户，电话铃响[[gap2]]以内接起。 | 24小时 三声",
    "short_answer | 电话铃响后怎样接起，先报什么？ | 三声以内接起=2 先报部门和姓名=1",
    "short_answer | 工牌怎样佩戴？ | 工作时间佩戴，不借给他人=1",
]


def test_a_paper_typed_as_text(handbook):
    drafts, found = read_lines(list(enumerate(PAPER.split("\n"), 1)), "paper.docx")
    shaped = shape(drafts, handbook)
    assert [d.render("en") for d in (*found, *shaped.found) if d.severity != "note"] == []
    assert [short(item) for item in shaped.items] == EXPECTED
    assert shaped.items[1].rationale == Text(zh="见服务规定。")
    assert shaped.items[1].difficulty == 1


SPACED = [
    ("A 12小时 B 24小时 C 48小时", "12小时 *24小时 48小时"),
    ("A 先登记\nB 先回复\nC 先上报", "先登记 *先回复 先上报"),
    ("A 先登记　　B 先回复\nC 先上报　　D 先道歉", "先登记 *先回复 先上报 先道歉"),
    ("A\t交给 B 组\nB\t先回复", "交给 B 组 *先回复"),
    ("A  log it first\nB  reply first\nC  tell a manager", "log it first *reply first tell a manager"),
    ("A log it  B reply  C tell a manager", "log it *reply tell a manager"),
]


@pytest.mark.parametrize(("options", "expected"), SPACED)
def test_options_behind_a_letter_and_a_blank(handbook, options, expected):
    text = f"一、单选题\n1. 接到投诉先做什么？\n{options}\n答案：B"
    drafts, found = read_lines(list(enumerate(text.split("\n"), 1)), "paper.docx")
    shaped = shape(drafts, handbook)
    assert [d.render("en") for d in (*found, *shaped.found) if d.severity == "error"] == []
    assert short(shaped.items[0]).rpartition(" | ")[2] == expected


@pytest.mark.parametrize(
    "more",
    ["A 公司向 B 公司采购，先做什么？", "A customer calls agent B about product C. What comes first?", "A complaint comes in.\nWhat comes first?"],
)  # fmt: skip
def test_letters_that_are_words_begin_no_option(more):
    text = f"一、单选题\n1. 读下面的话。\n{more}\nA. 登记\nB. 回复\n答案：B"
    drafts, _ = read_lines(list(enumerate(text.split("\n"), 1)), "paper.docx")
    assert [cell.text for cell in drafts[0].parts.values()] == ["登记", "回复"]


@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("5. 24小时  6. 三声", ["24小时", "三声"]),
        ("5、24小时\n6、三声", ["24小时", "三声"]),
        ("（5）24小时；（6）三声", ["24小时", "三声"]),
        ("6. 三声", [None, "三声"]),
        ("5. 24小时以内，即\n一天以内\n6. 三声", ["24小时以内，即\n一天以内", "三声"]),
        ("5. 24小时；8. 60元", ["24小时", None, "60元"]),
        ("5. 24小时  8. 60元", ["24小时", None, "60元"]),
        ("5. 24 小时 8. 60元", ["24 小时 8. 60元", None]),
    ],
)
def test_a_key_in_words_begins_at_any_number(key, answers):
    text = f"三、填空题\n5. 投诉在____内首次回复。\n6. 电话铃响____以内接起。\n8. 补偿至多____元。\n参考答案：\n{key}"
    answers = [*answers, *[None] * (3 - len(answers))]
    drafts, found = read_lines(list(enumerate(text.split("\n"), 1)), "paper.docx")
    assert [draft.cell("answer") and draft.text("answer") for draft in drafts] == answers
    assert found == []


def test_a_gap_without_an_answer_is_said_to_have_none(handbook):
    for stem in ("补偿不得超过（   ）元。", "补偿不得超过____元。"):
        drafts, _ = read_lines([(1, "一、填空题"), (2, f"1、{stem}")], "paper.docx")
        shaped = shape(drafts, handbook)
        assert [(d.code, "没有答案" in d.render("zh")) for d in shaped.found if d.severity == "error"] == [
            ("BNK003", True)
        ]


def test_text_without_questions_is_refused():
    drafts, found = read_lines([(1, "为规范服务，制定本规定。")], "rules.docx")
    assert (drafts, [d.code for d in found]) == ([], ["BNK001"])


def test_a_sheet_without_header_is_refused():
    drafts, found = sheet([["姓名", "部门"], ["张", "客服"]])
    assert (drafts, [d.code for d in found]) == ([], ["BNK001"])
