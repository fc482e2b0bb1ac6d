"""Tables in Markdown and plain text: rows of cells as in other formats, and rules where they are rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.importers.drafting.drafts import regulations
from guizhang.importers.outline import walk
from guizhang.importers.pipeline import import_text
from guizhang.importers.reporting.account import account


def nodes(*lines, name):
    """Return label and text of the nodes below the first one, and hold the account to be whole."""
    result = import_text("\n".join(lines).encode(), name)
    assert account(result, regulations(result, {d.id: f"r{i}" for i, d in enumerate(result.documents)})).equal
    return [(node.label, node.text) for node in walk(result.documents[0].nodes)][1:-1]


FINES = [
    ("| 序号 | 板块 | 违规行为 | 记分 | 罚款（元） | 备注 |", "|:--|---|---|---|---|---|", "| 1 | 叉车 | **叉车载人** | 6 | 300 | — |",
     "| 2 | 叉车 | 超速 | 3 | / | 以录像为准 |", "| 3 | 库房 | 库内吸烟的 |  | 500 | |", "| 4 | 库房 | 脱岗。 | 1 | 无 | |"),
    ("序号 | 板块 | 违规行为 | 记分 | 罚款（元） | 备注", "1 | 叉车 | 叉车载人 | 6 | 300 | —", "2 | 叉车 | 超速 | 3 | / | 以录像为准",
     "3 | 库房 | 库内吸烟的 | — | 500 | —", "4 | 库房 | 脱岗。 | 1 | 无 | —"),
]  # fmt: skip
SAID = [
    ("1、", "叉车：叉车载人，记6分，罚款300元。"),
    ("2、", "叉车：超速，记3分，备注：以录像为准。"),
    ("3、", "库房：库内吸烟的，罚款500元。"),
    ("4、", "库房：脱岗。记1分。"),
]


@pytest.mark.parametrize(("rows", "name"), [(FINES[0], "a.md"), (FINES[1], "a.txt")])
def test_rows_of_a_table_of_rules_are_rules(rows, name):
    found = nodes(
        "# 仓库处罚规定",
        "第一条 处罚如下：",
        "",
        *rows,
        "",
        "罚款上交财务。",
        "",
        "第二条 自公布之日起施行。",
        name=name,
    )
    assert found == [*SAID, ("", "罚款上交财务。")]


def test_numbers_of_rows_do_not_go_on_those_of_the_rules_above():
    table = ("Offence | Points | Fine (RMB)", "Door left open | 2 | 50", "Eating at the belt | 1 | –")
    found = nodes(
        "Belt Rules",
        "",
        "1. Doors",
        "",
        "Shut them.",
        "",
        "2. Penalties",
        "",
        *table,
        "",
        "3. Keys",
        "",
        "Return them.",
        name="a.txt",
    )
    assert [label for label, _ in found] == ["2.", "(1)", "(2)"]
    assert found[1][1] == "Door left open – 2 points, Fine: RMB 50."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ("Place | Target | Limit", "Fish drawer | 0–2°C | 4°C", "Ice cream | -20°C | -16°C"),
            ["Place\tTarget\tLimit", "Fish drawer\t0–2°C\t4°C", "Ice cream\t-20°C\t-16°C"],
            id="bars",
        ),
        pytest.param(
            ("+-------+-----+", "| Place | Key |", "+=======+=====+", "| Cave  | Two |", "+-------+-----+", "| Shed  | One |", "+-------+-----+"),
            ["Place\tKey", "Cave\tTwo", "Shed\tOne"],
            id="bars and lines of signs",
        ),
        pytest.param(
            ("Key          Keeper          Returned by", "Back door    Shift leader    22:00", "Cellar       Chef            23:30"),
            ["Key\tKeeper\tReturned by", "Back door\tShift leader\t22:00", "Cellar\tChef\t23:30"],
            id="columns of blanks",
        ),
        pytest.param(
            ("钥匙    保管人    归还", "后门    领班      22时", "酒窖    厨师长    23时"),
            ["钥匙\t保管人\t归还", "后门\t领班\t22时", "酒窖\t厨师长\t23时"],
            id="columns of blanks, Chinese",
        ),
    ],
)  # fmt: skip
def test_rows_of_other_tables_have_tabs_between_their_cells(rows, expected):
    found = nodes("Cold Room Rules", "1. Staff keep to the table.", *rows, "2. Staff sign the log.", name="a.txt")
    assert [text for _, text in found] == expected


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("Ask the desk | or the guard.",), id="one bar"),
        pytest.param(("Doors  shut  at ten.", "Windows  too  as ever."), id="wide blanks that make no columns"),
    ],
)
def test_other_lines_stay_as_they_are(rows):
    found = nodes("Night Rules", "1. Staff keep these.", *rows, "2. Staff sign.", name="a.txt")
    assert not any("\t" in text for _, text in found)


LINES = st.lists(
    st.text("|｜ -+\t\u3000违规行为处罚罚款1、2.元a。", max_size=24)
    | st.sampled_from(
        ["| 违规行为 | 罚款（元） |", "|---|---|", "违规行为 | 处罚 | 备注", "迟到 | 警告 | 无", "序号    行为    扣分"]
    ),
    max_size=9,
)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(lines=LINES)
def test_no_character_is_lost(lines, name):
    result = import_text("\n".join(["库房规定", "第一条 规定如下：", *lines]).encode(), name)
    assert account(result, regulations(result, {d.id: f"r{i}" for i, d in enumerate(result.documents)})).equal
