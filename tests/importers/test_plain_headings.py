"""Headings without a number, as text pasted from Word, a PDF or a web page has them: told by their look and by what stands below."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.importers import import_text, outline_json
from guizhang.model.regulation import provisions, walk
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project

TITLE_CASE = """\
Larkspur Cafe Team Handbook

Welcome to the Team
Please read these pages before your first shift.

Uniform and Appearance
• Wear the apron and the name badge on every shift.
• Shoes are closed and non-slip

Food Safety

1) Wash your hands for 20 seconds before handling food.
2) Label every opened container with the date:
a) the day it was opened
b) the day it must be thrown away

Cash Handling

1) Count the float with a second person.
2) Report differences above $5 to the manager on the same day.
"""
CAPITALS = """\
STAFF RULES
ATTENDANCE
- Sign the register before each shift.
- Three late arrivals in a month lead to a written warning.
DRESS CODE
- Deck shoes only
- No jewellery near winches
FUEL DOCK
Opening
1. Check the spill kit.
2. Switch on the pumps and the alarm.
Closing
1. Switch off the pumps.
2. Lock the dock gate and hand the key to the harbour
office before 20:00.
LEAVE
Annual leave is 22 days. Requests are made at least 14 days ahead.
"""
SENTENCE_CASE = """\
Sunfield Nursery Staff Policies
What should I do if I am ill?
Call the nursery before 7:00. After 3 days you need a note from a doctor.
Mobile phones
Phones stay in the lockers during sessions.
Trips:
- The ratio on trips is one adult to 4 children.
Meals:
- Menus hang in the hall.
"""
CHINESE = """\
门店员工手册

考勤
- 上班前打卡，迟到超过10分钟按迟到处理。
- 请假须提前1天告诉店长。

仪容仪表
- 上班穿工服，佩戴工牌。
- 不留长指甲

收银
1. 每单都要打印小票。
2. 备用金由两人清点。

离职
提前30天书面通知店长，离职当天交还钥匙和工牌。
"""


def outlined(text, name="rules.txt"):
    """Return for each document its title, and depth and label or heading of every node that has one."""
    return [
        (document["title"], list(_rows(document["nodes"], 0)))
        for document in outline_json(import_text(text.encode(), name))["documents"]
    ]


def _rows(nodes, depth):
    for node in nodes:
        if node["label"] or node["title"]:
            yield depth, node["label"] or node["title"]
        yield from _rows(node["children"], depth + 1)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            TITLE_CASE, "Larkspur Cafe Team Handbook",
            [(0, "Welcome to the Team"), (0, "Uniform and Appearance"), (1, "•"), (1, "•"), (0, "Food Safety"), (1, "1)"), (1, "2)"),
             (2, "a)"), (2, "b)"), (0, "Cash Handling"), (1, "1)"), (1, "2)")],
        ),
        (
            CAPITALS, "STAFF RULES",
            [(0, "ATTENDANCE"), (1, "-"), (1, "-"), (0, "DRESS CODE"), (1, "-"), (1, "-"), (0, "FUEL DOCK"), (1, "Opening"), (2, "1."),
             (2, "2."), (1, "Closing"), (2, "1."), (2, "2."), (0, "LEAVE")],
        ),
        (
            SENTENCE_CASE, "Sunfield Nursery Staff Policies",
            [(0, "What should I do if I am ill?"), (0, "Mobile phones"), (0, "Trips"), (1, "-"), (0, "Meals"), (1, "-")],
        ),
        (
            CHINESE, "门店员工手册",
            [(0, "考勤"), (1, "-"), (1, "-"), (0, "仪容仪表"), (1, "-"), (1, "-"), (0, "收银"), (1, "1."), (1, "2."), (0, "离职")],
        ),
    ],
    ids=["title case", "capitals, no blank lines", "sentence case, questions, colons", "Chinese"],
)  # fmt: skip
def test_rules_stand_under_the_heading_above_them(text, title, expected):
    assert outlined(text) == [(title, expected)]


@pytest.mark.parametrize("text", [TITLE_CASE, CAPITALS, SENTENCE_CASE, CHINESE])
def test_where_every_heading_looks_like_the_others_nothing_is_in_doubt(text):
    assert not [finding.code for finding in import_text(text.encode(), "rules.txt").findings]


@pytest.mark.parametrize(
    "text",
    [
        # A line that the page's width has broken, at a word with a capital.
        "Gate Rules\n- Visitors who arrive after the gate has closed report to the office of the Harbour\nMaster\n- Cars stay outside.\n",
        # Points of a list without stops, and none below them.
        "Gate Rules\n- Keys\n- Badges\nRadios\nLamps\n",
        # An address, and who signs.
        "Gate Rules\n- Cars stay outside.\n\nHarbour Office\n12 Quay Street\nPort Ellery\n",
        # Rows of a table.
        "Gate Rules\n- Cars stay outside.\nVehicle\tFee\nVan\t5\nLorry\t9\n",
        # What leads to a list is no name of it.
        "Gate Rules\n1. Drivers report.\nThe following are kept out:\n- dogs\n- bicycles\n",
        "门岗规定\n1. 司机登记。\n以下物品不得带入：\n- 易燃品\n- 刀具\n",
    ],
    ids=["broken line", "points", "address", "table", "lead", "Chinese lead"],
)
def test_other_short_lines_are_no_headings(text):
    document = outline_json(import_text(text.encode(), "rules.txt"))["documents"][0]
    assert all(node["type"] != "section" for node in document["nodes"])


def test_a_heading_within_an_item_stays_in_it():
    text = "Clinic Guide\n1. Hours\nNurses arrive at 8:00.\nBreaks\nA break lasts 30 minutes.\n2. Records\nRecords are kept.\n3. Keys\nKeys hang in the safe.\n"
    found = outlined(text)[0][1]
    assert [row for row in found if row[0] == 0] == [(0, "1."), (0, "2."), (0, "3.")]


def test_numbers_may_run_on_from_heading_to_heading():
    rules = "Keys\n1 A resident keeps the key.\n2 Copies are forbidden.\nCooking\n3 Cooking is allowed in the kitchenette only.\nSmoking\n4 Nobody smokes.\n"
    assert outlined(f"Hall Rules\n{rules}")[0][1] == [
        (0, "Keys"),
        (1, "1"),
        (1, "2"),
        (0, "Cooking"),
        (1, "3"),
        (0, "Smoking"),
        (1, "4"),
    ]


def test_a_lone_heading_close_to_other_lines_is_marked_for_review():
    result = import_text(
        b"Gate Rules\n1. Cars stay outside.\n2. Drivers report.\nRadios are checked daily.\nLost Keys\nReport a lost key at once.\n",
        "rules.txt",
    )
    found = [(finding.code, finding.line) for finding in result.findings]
    assert found == [("heading-doubtful", 5)]


def test_a_lone_line_between_two_rules_is_text_and_marked_for_review():
    result = import_text("第一条 借用须登记。\n\n门卡\n\n第二条 离职时归还。\n".encode(), "rules.txt")
    assert ("heading-doubtful", 3) in [(finding.code, finding.line) for finding in result.findings]
    assert all(node.type != "section" for node in result.documents[0].nodes)


@pytest.mark.parametrize("sign", ["", "## "])
def test_headings_whose_words_would_do_for_a_title_begin_no_document(sign):
    names = [
        "Zero Tolerance",
        "Service Standards",
        "Workplace Conduct",
        "Safety and Security",
        "Hygiene Standards",
        "Guests",
    ]
    text = ("# " if sign else "") + "General Rules of Conduct\n" + "".join(
        f"{sign}{name}\n- Staff are polite at all times.\n- Nobody raises the voice.\n" for name in names
    )  # fmt: skip
    found = outlined(text, "rules.md" if sign else "rules.txt")
    assert [title for title, _ in found] == ["General Rules of Conduct"]
    assert [name for depth, name in found[0][1] if depth == 0] == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Loans, Fines, and Fees\n\nWho May Borrow\n1. Anyone may join.\n2. Children need a signature.\n",
            "Loans, Fines, and Fees",
        ),
        (
            "417 Absences\n\n  • Call a manager two hours before the shift.\n\n  • Bring a note after three days.\n",
            "417 Absences",
        ),
        ("晚班须知与交接\n\n- 22:00前清点。\n- 锁好后门。\n", "晚班须知与交接"),
        # The beginning of a sentence is none.
        ("this page says what to do\n\n- Call a manager.\n- Bring a note.\n", ""),
    ],
)
def test_a_first_line_that_stands_apart_is_the_title(text, title):
    assert [found for found, _ in outlined(text)] == [title]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory):
    root = tmp_path_factory.mktemp("plain") / "handbook"
    copy_reference(root, empty=True)
    page = root.parent / "cafe.txt"
    page.write_text(TITLE_CASE, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    assert result.exit_code == 0, result.output
    return root, result.output


def test_text_under_a_heading_is_a_provision_named_by_its_words(handbook):
    regulation = next(r for r in load_project(handbook[0]).handbook.regulations if r.id != "attendance")
    found = [(place.node.id, [node.id for node in place.ancestors]) for place in provisions(regulation)]
    assert found[0] == ("please-read-these-pages-before-your", ["welcome-to-the-team"])
    assert found[1] == ("wear-the-apron-and-the-name", ["uniform-and-appearance"])
    assert [node_id for node_id, _ in found[3:5]] == ["item-1", "item-2"]
    assert all(place.node.text is None for place in walk(regulation) if place.node.section)


def test_why_names_the_provisions_below_a_heading(handbook):
    address = "larkspur-cafe-team-handbook/welcome-to-the-team"
    result = CliRunner().invoke(main, ["items", "why", "--root", str(handbook[0]), address])
    assert "larkspur-cafe-team-handbook/please-read-these-pages-before-your" in result.output


def test_a_point_without_a_number_is_found_under_its_heading_and_by_no_dash(handbook):
    result = CliRunner().invoke(main, ["search", "--root", str(handbook[0]), "apron"])
    assert "\nLarkspur Cafe Team Handbook › Uniform and Appearance  [" in f"\n{result.stdout}"


def test_the_example_of_an_empty_handbook_is_not_forgotten(handbook):
    root, said = handbook
    assert "INI001" in said
    assert "INI001" in CliRunner().invoke(main, ["check", str(root)]).output
    mine = root / "content" / "regulations" / "attendance.yaml"
    text = mine.read_text(encoding="utf-8")
    try:
        mine.write_text(text.replace("PT1D", "P2D").replace("P1D", "P2D"), encoding="utf-8")
        assert "INI001" not in CliRunner().invoke(main, ["check", str(root)]).output
    finally:
        mine.write_text(text, encoding="utf-8")


def test_the_rules_of_a_document_without_any_number_are_provisions(tmp_path):
    root = tmp_path / "handbook"
    copy_reference(root, empty=True)
    page = tmp_path / "club.txt"
    page.write_text(
        "Harbour Chess Club House Rules\n\nMembers must sign the visitors' book before they bring a guest.\n\n"
        "Boards must be put away within 15 minutes of the end of a game.\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["import", str(page), "-o", str(root / "content" / "regulations")])
    assert result.exit_code == 0, result.output
    regulation = next(r for r in load_project(root).handbook.regulations if r.id != "attendance")
    places = list(provisions(regulation))
    assert [place.node.id for place in places] == [
        "members-must-sign-the-visitors-book",
        "boards-must-be-put-away-within",
    ]
    assert [fact.value for fact in places[1].node.facts.values()] == ["PT15M"]


def test_the_end_of_a_label_that_a_line_breaks_is_no_heading():
    [document] = import_text("第一条)第二\n章目录\n第一条".encode(), "rules.txt").documents
    assert [(node.type.value, node.title) for node in document.nodes] == [("paragraph", ""), ("chapter", "目录")]
