"""The number, the measure and the verb form that a stem asks for, and options that alone go with it."""

from __future__ import annotations

import pytest

from guizhang.quality.counted_en import number_en
from tests.quality.items import choice, rules_named

ALONE = [
    choice("Which ropes does the bosun check at dawn?", "the bow line", "*the mooring lines", "the tow rope", "the anchor chain"),
    choice("Who sign the berth sheet?", "the skipper", "*the two deckhands", "the cook", "the pilot"),
    choice("Who must hang up their oilskins before supper?", "The pilot", "*Deck cadets", "The ship's cook", "The purser"),
    choice("All the ____ below deck are locked.", "hatch", "*cabins", "galley", "safe"),
    choice("The purser stamps each", "*ticket", "receipts", "letters", "labels"),
    choice("The mate carries one ____ on his rounds.", "*lamp", "flares", "keys", "charts"),
    choice("Which two does the cook lock at night?", "The pantry", "*The cold stores", "The galley", "The bar"),
    choice("Which pair hangs beside the winch?", "hammer", "*gauntlets", "oil can", "chart"),
    choice("A roll of what is kept in the chart room?", "Soap", "*Chart paper", "Needles", "Milk"),
    choice("How many crates fit on the foredeck?", "Ten barrels", "*Thirty crates", "Forty sacks", "Five drums"),
    choice("Before casting off, the skipper has to", "*log the tide", "logs the crew", "logging the fuel", "logged the fare"),
    choice("The fog horn has already been", "*sounded by the mate", "sounding on deck", "sounds at noon", "sound at dusk"),
    choice("What happens to the nets after a trip?", "It is burnt", "*They are rinsed", "It is sold", "It is hidden"),
    choice("Yesterday the diver", "*checked the valve", "checks the gauge", "check the hose"),
    choice("What was the mate doing when the fog came?", "*Reading the chart", "Read the log", "Reads the mail"),
    choice("每位乘客登船时可领取几件？", "一顶草帽", "*两件救生衣", "三条毛毯", "四把雨伞"),
    choice("水手交班前要拉下哪几扇？", "桅灯", "*舷窗", "罗盘", "缆绳"),
    choice("应当由哪些人会签航海日志？", "轮机员", "*船长、大副和水手长", "厨师", "乘客"),
]  # fmt: skip
TOGETHER = [
    choice("Which papers does the skipper hand in?", "*The crew list", "The menu", "The tide table"),
    choice("Who are told first when a boat is overdue?", "*Lifeguards", "Tourists", "Fishermen", "Cleaners"),
    choice("What do divers take off before the dive?", "*Rings", "Boots", "Gloves"),
    choice("The life jackets are", "*stacked in fives", "left on deck", "sold by weight", "sent by post"),
    choice("What must a diver wear?", "*A buoyancy vest", "Rubber boots", "A straw hat"),
    choice("Which of these must the mate check? Choose all that apply.", "*The lamps", "*The horn", "The menu"),
    choice("A pair of what is worn at the winch?", "*gloves", "socks", "sandals"),
    choice("The deckhand is responsible for", "*the mooring lines", "the menu", "the fares"),
    choice("What should the mate do when the engine stops?", "*Drop the anchor", "Ring the bell", "Wake the cook"),
    choice("船上有哪几扇门要上锁？", "*机舱门", "餐厅门", "驾驶室门"),
]


@pytest.mark.parametrize("item", ALONE, ids=lambda item: next(iter(item["stem"].values()))[:30])
def test_only_the_key_goes_with_the_stem(item):
    assert "measure_word" in rules_named(item)


@pytest.mark.parametrize("item", TOGETHER, ids=lambda item: next(iter(item["stem"].values()))[:30])
def test_every_option_goes_with_the_stem(item):
    assert "measure_word" not in rules_named(item)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("the lifeboats", "many"),
        ("a hatch", "one"),
        ("deck cadets", "many"),
        ("torch", "bare"),
        ("two lamps", "many"),
        ("the captain", "one"),
        ("hook and chain", "many"),
        ("compass", "bare"),
        ("when the tide turns", None),
    ],
)
def test_number_of_a_name(name, number):
    assert number_en(name) == number
