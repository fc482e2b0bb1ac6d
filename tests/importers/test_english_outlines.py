"""What English rules number, how their headings are written, and what only looks like a number or a heading."""

from __future__ import annotations

import pytest

from guizhang.importers import import_text

LONG = "Anyone who finds a fault tells the duty manager at once and writes it into the log that lies on the counter by the door."


def document(text):
    [found] = import_text(text.encode(), "rules.txt").documents
    return found


def said(nodes):
    return [(node.label, node.title, node.text) for node in nodes]


@pytest.mark.parametrize("gap", ["  ", " ", ": ", ". ", " – "])
@pytest.mark.parametrize("word", ["Standard", "PRINCIPLE", "Requirement"])
def test_words_that_number_rules_are_labels(word, gap):
    nodes = document(
        f"Porters at the Gate\n\n{word} 1{gap}Guests are greeted within 20 seconds.\n{word} 2{gap}Calls are answered within two rings.\n"
    ).nodes
    assert [node.number for node in nodes] == [1, 2]
    assert all(node.label.rstrip(":.") in (f"{word} 1", f"{word} 2") for node in nodes)
    assert nodes[1].text.removeprefix("– ") == "Calls are answered within two rings."


def test_headings_stand_over_such_rules():
    nodes = document(
        "Porters at the Gate\n\nArrival\nStandard 1  Guests are greeted within 20 seconds.\nStandard 2  Smile at 8 feet.\n\n"
        "Telephone\nStandard 3  Calls are answered within two rings.\n"
    ).nodes
    assert [(node.title, len(node.children)) for node in nodes] == [("Arrival", 2), ("Telephone", 1)]


@pytest.mark.parametrize(
    "line", ["Standard 5 rooms are cleaned first.", "Standard rooms have two beds.", "standard 2 Beds"]
)
def test_such_a_word_in_a_sentence_is_no_label(line):
    [node] = document(f"Cleaning Rules\n\n{line}\n").nodes
    assert (node.label, node.title + node.text) == ("", line)


@pytest.mark.parametrize("number", ["2) ", "2. ", "RULE 2 – ", "Section 2 - "])
@pytest.mark.parametrize("name", ["ICE, SALT AND WATER", "KEYS, LOCKS & ALARMS ON THE VAN", "DOORS, GATES, HATCHES"])
def test_a_name_in_capitals_may_have_commas(number, name):
    first, third = number.replace("2", "1"), number.replace("2", "3")
    text = f"Van Procedures\n\n{first}DELIVERIES\n{LONG}\n\n{number}{name}\n{LONG} No more than 2 at a time.\n\n{third}CLEANING\n{LONG}\n"
    nodes = document(text).nodes
    assert [node.title for node in nodes] == ["DELIVERIES", name, "CLEANING"]
    assert nodes[1].text.startswith("Anyone")


def test_a_sentence_in_capitals_is_no_name():
    nodes = document(f"Van Procedures\n\n1. IN THE RAIN, LIGHTS MUST BE ON\nEVEN BY DAY.\n2. CLEANING\n{LONG}\n").nodes
    assert said(nodes)[0] == ("1.", "", "IN THE RAIN, LIGHTS MUST BE ON EVEN BY DAY.")


@pytest.mark.parametrize(
    "rows",
    [
        [
            "Late up to 12 minutes – ½ point",
            "Late more than 12 minutes, or leaving before the end of the shift – 1 point",
            "No call – 4 points",
        ],
        ["Lost key – $20", "Key lost twice, or lent to somebody who is not of the staff of the yard – $50"],
        ["Late once — a talk", "Late again, or absent without having told the foreman in time — a letter"],
    ],
)
def test_the_first_line_of_a_list_without_signs_is_no_heading(rows):
    nodes = document(
        "Yard rules\n\nAbsence\n\nThe following holds for all:\n\n" + "\n".join(rows) + "\n\nThe year ends in May.\n"
    ).nodes
    assert [text for _, title, text in said(nodes[0].children) if not title][1:-1] == rows


def test_a_chinese_list_without_signs_has_no_heading():
    nodes = document(
        "门店手册\n\n一、考勤\n按下列办法扣分：\n\n迟到十二分钟以内——1分\n迟到十二分钟以上，或者未经批准提前离岗的，每次——2分\n\n二、着装\n穿红背心。\n"
    ).nodes
    assert next(text for _, title, text in said(nodes[0].children) if not title) == "迟到十二分钟以内——1分"


@pytest.mark.parametrize("line", ["P1 faults are passed on within 3 hours.", "B2 forms are kept for 5 years."])
def test_a_kind_of_thing_is_no_number(line):
    nodes = document(
        f"Help desk\n\n1. Grades\nThe desk sets the grade.\n\n{line}\n\nTickets are closed later.\n\n2. Keys\n{LONG}\n"
    ).nodes
    assert [node.title for node in nodes] == ["Grades", "Keys"]
    assert said(nodes[0].children) == [("", "", line), ("", "", "Tickets are closed later.")]


def test_letters_with_figures_number_rules():
    nodes = document("Help desk\n\nA1 Keep the door shut.\nA2 Keep the key.\nA3 Tell the desk.\n").nodes
    assert [node.label for node in nodes] == ["A1", "A2", "A3"]


@pytest.mark.parametrize(
    "rule", ["1. Guests are greeted.\n2. Doors stay shut.\n", "Rule 1. Guests are greeted.\nRule 2. Doors stay shut.\n"]
)
def test_the_title_stands_under_the_name_of_the_house(rule):
    assert (
        document(f"THE HARBOUR INN\nNight Porter Standards\nFor porters only\n\n{rule}").title
        == "Night Porter Standards"
    )


def test_a_time_of_day_is_no_number_that_speaks_against_the_title():
    found = document(
        "NORTHFIELD BAKERIES LTD\nFIRST DAY TALK – DOUGH HALL\nHall No. 4 | Lead: G. Marsh\n\nWELCOME\nNobody starts before the talk.\n\n"
        "Hall hours: 7.30 am – 6.00 pm. No visitors before 8.00 am.\n\nRULE 1 – APRONS\n1.1 Aprons are changed every 5 days.\n"
    )
    assert found.title == "FIRST DAY TALK – DOUGH HALL"


def test_the_name_over_the_title_is_no_heading():
    nodes = document(
        "MARSH & PIKE TIMBER\nYard Staff Handbook\n\nThis is given to all staff of the yard.\n\nABSENCE\nCall by six.\n\nDRESS\nWear boots in the yard.\n"
    ).nodes
    assert [node.title for node in nodes] == ["", "", "ABSENCE", "DRESS"]


def test_parts_that_numbers_count_stand_beside_the_words_above_them():
    nodes = document(
        f"Van Procedures\n\nFOR WHOM THIS IS\nAll who work on the van. Read it once a year.\n\n1) HYGIENE\n- Wash your hands.\n- Tie your hair.\n\n"
        f"2) DELIVERIES\n{LONG}\n\n3) CLEANING\n{LONG}\n"
    ).nodes
    assert [node.title for node in nodes] == ["FOR WHOM THIS IS", "HYGIENE", "DELIVERIES", "CLEANING"]
