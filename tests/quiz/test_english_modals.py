"""May, must, must not and need not in rules of one language: where they can be asked for, and acts a regulation forbids."""

from __future__ import annotations

import pytest

from guizhang.quiz.material.contrasts.english_modals import english_acts
from tests.quiz.rulings import article, made, only


@pytest.mark.parametrize(
    ("sentence", "options", "key"),
    [
        ("Staff may park in the yard on weekdays.", ["must", "may", "must not"], "may"),
        ("Guide dogs may be brought into the changing room.", ["must", "may", "must not"], "may"),
        (
            "Parents watching the lesson are not required to pay the fee.",
            ["are required to", "are not required to", "are not allowed to"],
            "are not required to",
        ),
        ("Staff must not use the front door during opening hours.", ["must", "may", "must not"], "must not"),
        ("Do not sit at the bar while clocked in.", ["You must", "You may", "You must not"], "You must not"),
        (
            "Concrete floors are not permitted.",
            ["are required", "are permitted", "are not permitted"],
            "are not permitted",
        ),
        (
            "Tyres, carpets and glass are not to be brought to the plot.",
            ["must be", "may be", "are not to be"],
            "are not to be",
        ),
        ("Staff mustn't use the front door on Saturdays.", ["must", "may", "mustn't"], "mustn't"),
        ("Staff can’t use the front door on Saturdays.", ["must", "may", "can't"], "can't"),
        ("Visitors needn't sign the book on open days.", ["must", "needn't", "must not"], "needn't"),
        (
            "Visitors don't have to sign the book on open days.",
            ["must", "don't have to", "must not"],
            "don't have to",
        ),
        (
            "Rabbits aren't allowed.",
            ["are required", "are allowed", "aren't allowed"],
            "aren't allowed",
        ),
        ("If the kiosk is down, staff must write their hours on the sheet.", ["must", "may", "must not"], "must"),
    ],
)
def test_an_english_rule_is_asked_whether_it_allows_requires_or_forbids(sentence, options, key):
    item = only("allowed", article("boats", None, sentence))
    assert [option.text.en for option in item.options] == options
    assert [option.text.en for option in item.options if option.key] == [key]
    assert sentence.replace("’", "'") in item.rationale.en


@pytest.mark.parametrize(
    "sentence",
    [
        "Fees may change.",
        "The club may change these rules.",
        "Members may be asked to leave.",
        "Staff must be polite to guests in the hall.",
        "Staff must sweep the hall.",
        "Members may bring friends, but not on weekdays.",
        "Members may bring a maximum of three friends on weekdays.",
        "Members may enjoy the pool in the morning.",
        "Members may use the weights at any time.",
        "Members of the club may leave their boards in the shed on weekdays.",
        "Staff may bring 2 friends on weekdays.",
        "Staff may use the pool whenever it is open.",
        "Livestock is not allowed, except hens.",
        "Smoking is not permitted in the shed.",
        "You may not use the saw in the shed until you have been shown how.",
        "Staff who may open the till must sign for it on Mondays.",
    ],
)
def test_what_nobody_doubts_or_is_unclear_is_not_asked(sentence):
    assert not made("allowed", article("boats", None, sentence))


def test_that_something_may_be_done_is_altered_to_must():
    item = only("altered-wording", article("boats", None, "Staff may park in the yard on weekdays."))
    assert item.answer is (" may " in item.stem.en)


FORBIDDEN = [
    "Do not sit at the bar while clocked in.",
    "Do not chew gum while on duty.",
    "Do not use the cabinet of the server station.",
    "You may leave your boots in the drying room.",
    "You may eat your shift meal at the corner table.",
    "You may swap a shift with a colleague of your own team.",
]


def test_acts_that_an_english_regulation_forbids_stand_beside_acts_it_allows():
    items = made("forbidden-acts", *(article(f"a{n}", None, sentence) for n, sentence in enumerate(FORBIDDEN)))
    assert items
    for item in items:
        keyed = {option.text.en: option.key for option in item.options}
        assert keyed.pop("Sit at the bar while clocked in", True)
        assert not keyed.pop("Leave your boots in the drying room", False)
        assert len(item.options) == 5


def test_acts_that_a_chinese_regulation_forbids_need_no_english():
    said = [
        "收银员不得在交接班时打开备用钱箱。",
        "收银员不得在营业时间把钱箱钥匙交给领班。",
        "收银员不得在交接班前另行清点备用金。",
        "收银员可以在营业时间请领班代收现金。",
        "收银员可以在交接班时把零钱转交下一班。",
        "收银员可以在午休时把钥匙交给领班保管。",
    ]
    items = made("forbidden-acts", *(article(f"a{n}", sentence) for n, sentence in enumerate(said)))
    assert items
    assert all(option.key is ("不得" in str(option.why.zh)) for item in items for option in item.options)


@pytest.mark.parametrize(
    "sentence",
    [
        "Staff may also park in the yard on weekdays.",
        "Staff may still park in the yard on weekdays.",
        "Parents may park in the yard on weekdays.",
        "If the pump fails, staff must write down the level within the hour.",
    ],
)
def test_no_word_is_asked_for_where_another_makes_no_sense(sentence):
    assert made("allowed", article("boats", None, sentence)) == []


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("经安排在节日上班的，员工可以调休。", True),
        ("经安排在节日上班的，员工还可以调休。", False),
        ("在库房里值班期间，库管员不得会见朋友。", True),
        ("在库房里值班期间，库管员不得会见朋友，违者罚款。", False),
        ("在库房里值班期间，库管员不得只清点贵重物品。", False),
        ("在库房里值班期间，库管员不得替他人存放物品。", False),
        ("来电人要找的号码是公开的，库管员可以告诉对方。", False),
    ],
)
def test_nor_in_chinese_nor_where_what_follows_tells_it(zh, asked):
    assert bool(made("allowed", article("boats", zh))) is asked


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The yard is lit at dusk. Headphones must not be worn in the yard. Phones may be used in the canteen.",
            [("For headphones to be worn in the yard", True), ("For phones to be used in the canteen", False)],
        ),
        ("The yard is lit at dusk. Don't park on the ramp.", [("Park on the ramp", True)]),
        ("The ramp is steep. It must not be used in winter.", []),
        ("Headphones must not be worn.", []),
    ],
)
def test_each_sentence_of_an_english_paragraph_may_name_an_act(text, acts):
    found = english_acts(text)
    assert (found if isinstance(found, list) else []) == acts
