"""An item that another one of the same paper answers."""

from __future__ import annotations

import pytest

from guizhang.quality import lint
from tests.quality.items import BOOK, ORDERED, choice, item, ordering, statement

BADGE = choice("What colour is the badge of a contractor?", "Blue", "*Orange", "White")
STAMP = choice("盖章前要经过哪个岗位审阅？", "采购员", "*法务专员", "司机")
BADGE_SEEN = "Somebody with the orange badge of a contractor stands in the archive. What does the guard do?"


@pytest.mark.parametrize(
    ("asked", "telling", "beside"),
    [
        (
            STAMP,
            choice("文件经法务专员审阅、盖章之后还要做什么？", "*清点页数", "拍照发群", "装进信封"),
            choice("下雨天法务专员把伞放在哪里？", "*伞架上", "桌子下", "走廊里"),
        ),
        (
            BADGE,
            choice(BADGE_SEEN, "*Ask who let them in", "Offer coffee", "Walk on"),
            choice("Where is the orange paint kept?", "*In the shed", "On the roof", "In the van"),
        ),
        (
            choice("学员借画架的期限是几天？", "7天", "*20天", "40天", **ORDERED),
            statement("画室的画架借给学员，限20天，弄坏了照价赔偿。"),
            statement("画室20天结一次水电费。"),
        ),
        (
            choice("What does a skipper sign before leaving the harbour?", "*The trip sheet", "The menu", "The rota"),
            ordering(
                "Put what a skipper does before leaving the harbour in order.",
                "The skipper signs the trip sheet",
                "The crew loosens the ropes",
            ),
            ordering(
                "Put what a skipper does on coming back in order.",
                "The skipper moors the boat",
                "The crew hands in the trip sheet",
            ),
        ),
        (
            statement("Skippers may leave the keys on board.", answer=False),
            choice(
                "The keys are not left on board by skippers. Where do they hang?",
                "*On the hook",
                "In the bar",
                "On the mast",
            ),
            choice("Skippers find a dog on board. Whom do they tell?", "*The warden", "The cook", "Nobody"),
        ),
    ],
)
def test_an_answer_is_given_away_by_a_sentence_with_the_key_and_what_is_asked(asked, telling, beside):
    def answered(other):
        found = lint([item(asked, "asked"), item(other, "other")], BOOK)
        return [f.item.id for f in found if f.rule == "answered_by_another"]

    assert answered(telling) == ["asked"]
    assert answered(beside) == []


ASKED = choice("一名员工当月迟到三次，怎样处理？", "*记旷工半天", "记旷工一天", "记旷工两天", **ORDERED)
TELLING = choice("一名员工当月迟到三次，记旷工半天，怎样处理异议？", "*向经理申诉", "向客户诉苦", "向同事抱怨")


def test_an_item_that_answers_another_is_found_unless_the_two_are_enemies():
    one, other = item(ASKED, "asked"), item(TELLING, "telling")
    found = [f for f in lint([one, other], BOOK) if f.rule == "answered_by_another"]
    assert [(f.item.id, f.finding.problem.en) for f in found] == [("asked", "the item telling gives the answer")]
    apart = item(TELLING, "telling", enemies=["asked"])
    assert "answered_by_another" not in {f.rule for f in lint([one, apart], BOOK)}
    # Items made of the rules go on about the same: what is said there often is rare among the written ones all the same.
    made = [item(ASKED, f"made-{n}", model="fact-choice") for n in range(60)]
    assert [f.item.id for f in lint([one, other, *made], BOOK) if f.rule == "answered_by_another"] == ["asked"]
