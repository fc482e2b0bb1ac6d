"""Headings and titles of English rules that are typed without signs, and lines of a list that have none."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

PADDING = "Anyone who finds a fault tells the duty manager at once and writes it into the log that lies on the counter by the door."


def document(text):
    [found] = import_text(text.encode(), "rules.txt").documents
    return found


def texts(nodes):
    return [words for node in nodes for words in (node.title, node.text, *texts(node.children)) if words]


def test_a_heading_may_stand_over_the_sentence_that_leads_to_a_list():
    nodes = document(
        "FERRY STAFF RULES\n\nRADIOS\nRadios are charged every night. Keep channel 4 free.\n\n"
        "DAYS OFF\n\nAll deck hands earn days off as follows:\nFirst season: 6 days\n2 to 4 seasons: 9 days\n5 seasons and more: 12 days\n\n"
        "Ask for them 20 days ahead.\n\nON DECK\n\nThe following is not allowed on deck:\n- running on the gangway\n- music\n"
    ).nodes
    assert [node.title for node in nodes] == ["RADIOS", "DAYS OFF", "ON DECK"]
    assert texts(nodes[1].children)[1:4] == [
        "First season: 6 days",
        "2 to 4 seasons: 9 days",
        "5 seasons and more: 12 days",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["Blue - wash, then dry in 2 hours", "Grey - soak overnight, no spinning until rinsed", "Black - bin it"],
        ["Blue – wash, then dry", "Grey – soak, then spin", "Black – bin it"],
        [
            "5 points - a talk with the foreman",
            "8 points - a letter and no extra shifts for one whole quarter",
            "10 points - dismissal",
        ],
        ["迟到10分钟以内：提醒、登记", "迟到30分钟以内：扣10元、登记", "超过30分钟：扣半天工资"],
    ],
)
def test_names_with_what_holds_for_them_are_lines_of_their_own(rows):
    text = (
        "Laundry rules\n\n1. Towels are sorted by their mark.\n2. The marks mean:\n\n"
        + "\n".join(rows)
        + "\n\n3. Ask if in doubt.\n"
    )
    assert [node.text for node in document(text).nodes[1].children] == rows


@pytest.mark.parametrize(
    "names", ["Phones, cameras and drones", "Smoking, drink & drugs", "Keys, locks, alarms and the car park"]
)
def test_names_in_a_row_are_a_heading(names):
    nodes = document(
        f"Camp rules\n\n1. Gates\n1.1 {PADDING}\n\n2. {names}\nVisitors may bring one each. {PADDING}\n\n3. Fire\n3.1 {PADDING}\n"
    ).nodes
    assert [node.title for node in nodes] == ["Gates", names, "Fire"]
    assert nodes[1].text.startswith("Visitors may")


def test_a_line_that_the_page_breaks_behind_such_names_goes_on():
    text = "Camp rules\n\n1. Bring a coat, a torch and boots\nMade for rain. Others stay at home.\n2. Sleep early.\n"
    assert "a torch and boots Made for rain" in " ".join(texts(document(text).nodes))


@pytest.mark.parametrize("word", ["Section", "Clause"])
def test_a_whole_sentence_behind_a_label_is_text_and_a_name_with_a_stop_is_none(word):
    nodes = (
        document(
            f"SHOP AGREEMENT\n\nARTICLE I\nTRAINING\n\n{word} 1. The shop pays up to $300 per year for courses.\n{word} 2. General Provisions.\n"
            f"A. Ask first.\nB. Keep receipts.\n{word} 3. Every clerk shall complete 20 hours of training each year.\n"
        )
        .nodes[0]
        .children
    )
    assert [node.title for node in nodes] == ["", "General Provisions.", ""]
    assert nodes[0].text == "The shop pays up to $300 per year for courses."


def test_a_title_may_have_commas():
    found = document(
        "Heron & Reed Barbers\nBooking, Cancellation and Client Conduct Policy\nLast updated: May 2024\n\nWelcome! We are a small shop.\n\n"
        "Deposits\nNew clients pay a deposit of 20% to hold the chair.\n\nComplaints\nWe answer in full in 10 days.\n"
    )
    assert found.title == "Booking, Cancellation and Client Conduct Policy"
    assert texts(found.nodes)[-1] == "We answer in full in 10 days."


@pytest.mark.parametrize("rows", [3, 4])
def test_the_last_row_of_a_table_is_no_name_of_the_list_below(rows):
    cells = ["Room", "Seats", "Fee"], ["Elm", "4", "£8"], ["Oak", "8", "£15"], ["Yew", "20", "£40"]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells[:rows])
    page = f"<html><body><h1>Hall Rules</h1><h2>Rooms</h2><table>{table}</table><ol><li>Book 3 days ahead.</li><li>Lock up.</li></ol></body></html>"
    [found] = import_text(page.encode(), "rules.html").documents
    assert [node.title for node in found.nodes[0].children] == [""] * (rows + 2)


@pytest.mark.parametrize("mark", [":", ".", " -", " –"])
def test_numbered_policies_hold_their_rules(mark):
    nodes = document(
        f"DEPOT STAFF MANUAL\n\nPolicy 11{mark} Hours and Breaks\n\n11.1 Leave\n(a) Six days for a move.\n(b) Two days for a wedding.\n\n"
        f"Policy 12{mark} Conduct\n\n12.1 Staff must not smoke in the yard.\n12.2 See Policy 11.1 for leave.\nPolicy 11 applies to all.\n"
    ).nodes
    assert [(node.number, node.title) for node in nodes] == [(11, "Hours and Breaks"), (12, "Conduct")]
    assert [[child.label for child in node.children] for node in nodes] == [["11.1"], ["12.1", "12.2"]]


def test_articles_in_capitals_on_lines_of_their_own_hold_their_sections():
    numbered = "".join(f"1{n}.1 Staff sign the book.\n1{n}.2 Doors stay shut.\n" for n in range(5))
    nodes = document(
        f"DEPOT STAFF MANUAL\n\n{numbered}\nARTICLE IV\nCOMPLAINTS\n\nSection 1. A complaint must be filed within 9 days.\n\n"
        "ARTICLE V\nTRAINING\n\nSection 1. Every clerk shall complete 20 hours each year.\n"
    ).nodes
    assert [(node.label, node.title, len(node.children)) for node in nodes[-2:]] == [
        ("ARTICLE IV", "COMPLAINTS", 1),
        ("ARTICLE V", "TRAINING", 1),
    ]
