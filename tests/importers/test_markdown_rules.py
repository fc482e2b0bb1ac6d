"""What the marks of a Markdown handbook say of its rules: which line is its title, which lines introduce others."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text
from guizhang.importers.outline import Kind


def outlined(*lines, name="rules.md"):
    """Return title and rows (depth, title, text) of each document."""

    def rows(nodes, depth=0):
        for node in nodes:
            yield depth, node.title, node.text
            yield from rows(node.children, depth + 1)

    result = import_text("\n".join(lines).encode(), name)
    return [(document.title, list(rows(document.nodes))) for document in result.documents]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("# Found goods", "", "## Handing in", "", "- Hand in finds.", "- Log each find.", "", "## Keeping", "", "We keep finds."),
            [("Found goods", [(0, "Handing in", ""), (1, "", "Hand in finds."), (1, "", "Log each find."), (0, "Keeping", "We keep finds.")])],
            id="under it headings of the next rank",
        ),
        pytest.param(
            ("# Keys", "", "Staff return keys each evening.", "", "Lost keys are told to the desk."),
            [("Keys", [(0, "", "Staff return keys each evening."), (0, "", "Lost keys are told to the desk.")])],
            id="alone",
        ),
        pytest.param(
            ("## 钥匙", "", "### 领取", "", "领取钥匙须登记。", "", "### 归还", "", "下班前归还。"),
            [("钥匙", [(0, "领取", "领取钥匙须登记。"), (0, "归还", "下班前归还。")])],
            id="of whatever rank is the highest",
        ),
        pytest.param(
            ("# Keys", "", "Staff return keys.", "", "# Doors", "", "Staff close doors."),
            [("", [(0, "Keys", "Staff return keys."), (0, "Doors", "Staff close doors.")])],
            id="not one of two",
        ),
        pytest.param(
            ("Staff return keys each evening.", "", "# Doors", "", "Staff close doors."),
            [("", [(0, "", "Staff return keys each evening."), (0, "Doors", "Staff close doors.")])],
            id="not one behind rules",
        ),
        pytest.param(
            ("# 第一章 钥匙", "", "## 第一条 借用", "", "钥匙须登记后领取。"),
            [("", [(0, "钥匙", ""), (1, "借用", "钥匙须登记后领取。")])],
            id="not one with a number of its own",
        ),
    ],
)  # fmt: skip
def test_the_only_heading_of_the_highest_rank_is_the_title(lines, expected):
    assert outlined(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("**Keys:**", "- Fee: 5 dollars", "- Term: up to 8 days", "", "**Badges:**", "- Fee: 9 dollars"),
            [(0, "Loans", ""), (1, "Keys", ""), (2, "", "Fee: 5 dollars"), (2, "", "Term: up to 8 days"),
             (1, "Badges", ""), (2, "", "Fee: 9 dollars")],
            id="over lists",
        ),
        pytest.param(
            ("**Keys**", "", "The desk lends keys.", "", "__Badges__", "", "The guard lends badges."),
            [(0, "Loans", ""), (1, "Keys", "The desk lends keys."), (1, "Badges", "The guard lends badges.")],
            id="over sentences, without a colon",
        ),
        pytest.param(
            ("**Staff return what they borrow.**", "", "The desk counts keys."),
            [(0, "Loans", "Staff return what they borrow."), (1, "", "The desk counts keys.")],
            id="not a sentence",
        ),
        pytest.param(
            ("**Deposit: 20 dollars**", "", "The desk counts keys."),
            [(0, "Loans", "Deposit: 20 dollars"), (1, "", "The desk counts keys.")],
            id="not what says something behind a colon",
        ),
        pytest.param(
            ("The desk lends keys.", "", "**The desk**"),
            [(0, "Loans", "The desk lends keys."), (1, "", "The desk")],
            id="not with nothing behind it",
        ),
        pytest.param(
            ("**第一条** 钥匙须登记。", "", "**第二条** 门卡须归还。"),
            [(0, "Loans", ""), (1, "", "钥匙须登记。"), (1, "", "门卡须归还。")],
            id="not a label before its rule",
        ),
    ],
)  # fmt: skip
def test_a_bold_line_alone_introduces_what_follows(lines, expected):
    ((title, rows),) = outlined("# Front desk", "", "## Loans", "", *lines)
    assert (title, rows) == ("Front desk", expected)


def test_a_bold_line_within_a_paragraph_or_without_headings_above_is_none():
    ((_, rows),) = outlined("# Desk", "", "The desk lends", "**keys**", "to all staff.")
    assert rows == [(0, "", "The desk lends keys to all staff.")]
    ((_, rows),) = outlined("第一条 借用须登记。", "", "**门卡**", "", "第二条 离职时归还。")
    assert [title for _, title, _ in rows if title] == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Section 1 - Opening", "Opening"),
        ("## Section 1 – Opening", "Opening"),
        ("Section 1 — Opening", "Opening"),
        ("第一章 - 总则", "总则"),
    ],
)
def test_a_dash_between_number_and_heading_belongs_to_neither(line, title):
    ((_, rows),) = outlined("# Desk rules", "", line, "", "Staff greet guests.")
    assert rows[0][1] == title
    assert rows[-1][2] == "Staff greet guests."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("**Day crew:** Staff who open the front desk each morning", "", "**Night crew:** Staff who close it each night"),
            [(0, "Crews", "Day crew: Staff who open the front desk each morning"), (1, "", "Night crew: Staff who close it each night")],
            id="behind a heading",
        ),
        pytest.param(
            ("- Morning crew", "- Late crew, up to 8 hours", "", "Lists hang at the front desk."),
            [(0, "Crews", ""), (1, "", "Morning crew"), (1, "", "Late crew, up to 8 hours"), (1, "", "Lists hang at the front desk.")],
            id="behind a list",
        ),
        pytest.param(
            ("- Morning crew", "- Late crew", "", "  They leave at ten.", "- Night crew"),
            [(0, "Crews", ""), (1, "", "Morning crew"), (1, "Late crew", "They leave at ten."), (1, "", "Night crew")],
            id="with an indent it belongs to the bullet",
        ),
        pytest.param(
            ("- These open the desk:", "  - Morning", "  - Late", "", "Lists hang at the front desk."),
            [(0, "Crews", ""), (1, "", "These open the desk:"), (2, "", "Morning"), (2, "", "Late"), (1, "", "Lists hang at the front desk.")],
            id="behind a list within a list",
        ),
    ],
)  # fmt: skip
def test_a_blank_line_ends_a_paragraph(lines, expected):
    ((_, rows),) = outlined("# Front desk", "", "## Crews", "", *lines)
    assert rows == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            ("| Crew | Rest | Meals |", "|---|:--:|---|", "| Day | 30 minutes | None |", "|Night|45 minutes|**One**|"),
            ["Crew\tRest\tMeals", "Day\t30 minutes\tNone", "Night\t45 minutes\tOne"],
            id="bars on both sides",
        ),
        pytest.param(
            ("Crew | Rest", "--- | ---", "Day |  30 minutes"), ["Crew\tRest", "Day\t30 minutes"], id="bars between only"
        ),
        pytest.param(
            ("| Crew | Rest | Meals |", "|---|---|---|", "| Day |  | None |", "| Late | 1 |  |"),
            ["Crew\tRest\tMeals", "Day\t\tNone", "Late\t1"],
            id="an empty cell keeps its place between others",
        ),
        pytest.param(("| Crew | Rest |", "|---|---|", r"| Day \| Late | 5 |"), ["Crew\tRest", "Day | Late\t5"], id="an escaped bar"),
    ],
)  # fmt: skip
def test_cells_of_a_table_are_parted_by_tabs(table, expected):
    text = "\n".join(("# Desk", "", "## Breaks", "", "The table shows the breaks.", "", *table, "", "Staff sign out."))
    result = import_text(text.encode(), "rules.md")
    ((section,),) = (document.nodes for document in result.documents)
    assert [node.text for node in section.children] == [*expected, "Staff sign out."]
    made = [entry for entry in result.ledger if entry.kind is Kind.GENERATED]
    kept = "".join(result.text[e.start : e.end] for e in result.ledger if e.kind is not Kind.GENERATED)
    assert kept == text
    assert {result.text[entry.start : entry.end].strip("\t") for entry in made} <= {""}


def test_bars_in_fenced_blocks_are_no_cells():
    text = "# Desk\n\nStaff type this.\n\n```\n| a | b |\n|---|---|\n| c | d |\n```\n"
    assert "| c | d |" in str(outlined(text))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("钥匙每晚交回。<br />", "钥匙每晚交回。"),
        ('损坏的，<font color="#c00">照价赔偿，最高80元</font>。', "损坏的，照价赔偿，最高80元。"),
        ("<details open>", ""),
        ("<summary>谁可以借？</summary>", "谁可以借？"),
        ('<a name="k3Fd"></a>钥匙不外借。', "钥匙不外借。"),
        (":::warning", ""),
        ("> [!NOTE]", ""),
        ("- [ ] 门窗已锁", "门窗已锁"),
        ("- [x] 电源已断", "电源已断"),
        ("归还时签名[^2]。", "归还时签名[2]。"),
        ("![image.png](https://cdn.example/a.png#id=1)照片存档。", "照片存档。"),
        ("填写[借用单](%E5%80%9F%E7%94%A8%208a.md)。", "填写借用单。"),
        # these are words, no marks
        ("编号写在<姓名>之前。", "编号写在<姓名>之前。"),
        ("若 a <b 且 c> d，停用。", "若 a <b 且 c> d，停用。"),
        ("标[x]的必填。", "标[x]的必填。"),
    ],
)
def test_what_wikis_leave_in_markdown_is_no_text(line, text):
    ((_, rows),) = outlined(
        "# 钥匙规定", "", "## 借用", "", "钥匙由前台保管。", "", line, "", "## 归还", "", "下班前归还。"
    )
    said = [words for _, title, body in rows for words in (title, body) if words]
    assert said == ["借用", "钥匙由前台保管。", *([text] if text else []), "归还", "下班前归还。"]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (("1. 上锁。", "1. 交钥匙。", "1. 签名。"), ["1.", "2.", "3."]),
        (("1. 上锁：", "   1. 前门", "   1. 后门", "1. 签名。"), ["1.", "1.", "2.", "2."]),
        (
            ("1. 上锁。", "1. 交钥匙。", "", "夜里另有规定。", "", "1. 关灯。", "1. 断电。"),
            ["1.", "2.", "", "1.", "2."],
        ),
        # one list of one point each, and numbers somebody wrote
        (("1. 上锁。", "", "夜里另有规定。", "", "1. 关灯。"), ["1.", "", "1."]),
        (("1. 上锁。", "1. 交钥匙。", "3. 签名。"), ["1.", "1.", "3."]),
    ],
)
def test_lists_of_nothing_but_1_are_counted_as_they_are_shown(lines, labels):
    def walk(nodes):
        for node in nodes:
            yield node.label
            yield from walk(node.children)

    result = import_text(
        "\n".join(["# 门窗规定", "", "## 下班", "", *lines, "", "## 其他", "", "无。"]).encode(), "rules.md"
    )
    assert list(walk(result.documents[0].nodes))[1 : len(labels) + 1] == labels


def test_points_behind_words_that_close_a_list_stand_behind_them():
    lines = ("1. 抽烟；", "2. 打牌；", "3. 睡觉。", "", "离岗不得超过5分钟。", "", "- 灯已关", "- 门已锁")
    ((_, rows),) = outlined("# 门岗规定", "", "## 禁止", "", "在岗时禁止：", "", *lines, "", "## 其他", "", "无。")
    assert [text for _, _, text in rows if text][1:7] == [
        "抽烟；",
        "打牌；",
        "睡觉。",
        "离岗不得超过5分钟。",
        "灯已关",
        "门已锁",
    ]


def test_points_that_words_behind_a_list_lead_to_stand_below_them():
    text = "第一条 值班员职责：\n（一）登记来访；\n（二）每晚上报。\n上报的内容包括：\n1．来访人数；\n2．异常情况。\n第二条 交接须当面。"
    ((_, rows),) = outlined(*text.split("\n"), name="rules.txt")
    assert [(depth, said) for depth, _, said in rows] == [
        (0, "值班员职责："), (1, "登记来访；"), (1, "每晚上报。"), (2, "上报的内容包括："), (2, "来访人数；"), (2, "异常情况。"), (0, "交接须当面。"),
    ]  # fmt: skip
