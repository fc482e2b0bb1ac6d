"""Lists with a sentence behind their points: asked for as any other list, unless the sentence reaches into it."""

from __future__ import annotations

import pytest

from guizhang.model.regulation import Node
from guizhang.model.text import Text
from guizhang.quiz.quoting.closing import reaches_in
from tests.quiz.rulings import STEPS, article, handbook, listed, made, reasons

LEAD = ("仓库收货应当依次办理下列各步：", "Goods that arrive at the store are taken in by the following steps:")
MODELS = ("steps-recall", "missing-points", "step-order", "next-step")


def closed(said_zh: str | None, said_en: str | None) -> Node:
    """Return the steps with a sentence behind them, in the languages it has, as import leaves them."""
    lang = {"zh": said_zh is not None, "en": said_en is not None}
    texts = [(zh if lang["zh"] else None, en if lang["en"] else None) for zh, en in (LEAD, *STEPS)]
    points = (Node(item=str(n), text=Text(zh=zh, en=en)) for n, (zh, en) in enumerate(texts[1:], 1))
    behind = Node(norm="prohibition", text=Text(zh=said_zh, en=said_en))
    return article("intake", *texts[0], body=(*points, behind), norm="procedure")


def run_on(said_zh: str | None, said_en: str | None) -> Node:
    """Return the same where all was printed in one line."""
    *points, last, _ = closed(said_zh, said_en).body
    zh, en = (f"{last.text.zh}{said_zh}" if said_zh else None, f"{last.text.en} {said_en}" if said_en else None)
    last = last.model_copy(update={"text": Text(zh=zh, en=en)})
    return closed(said_zh, said_en).model_copy(update={"body": (*points, last)})


@pytest.mark.parametrize(
    "said",
    [
        ("上述各步不得省略。", "No step may be left out."),
        ("收货单保存二年。", None),
        (None, "The papers are kept for two years."),
        ("漏做一步的，解除劳动合同。", None),
        (None, "Anyone who leaves one out is warned in writing."),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_a_list_with_a_sentence_behind_it_is_asked_for(said, model):
    steps = closed(*said)
    items = made(model, steps)
    alone = made(model, steps.model_copy(update={"body": steps.body[:-1]}))
    assert items
    assert [(i.stem, i.guide, i.options) for i in items] == [(i.stem, i.guide, i.options) for i in alone]


@pytest.mark.parametrize(
    "said",
    [
        ("还应当通知财务部。", None),
        ("贵重货物另须称重。", None),
        ("情况紧急的，可以先签收后核对。", None),
        ("第（三）项只适用于贵重货物。", None),
        ("其他货物由仓库主管决定怎样收。", None),
        (None, "The store shall also inform the accounts office."),
        (None, "Step (c) does not apply to returned goods."),
        (None, "In an emergency the papers are compared last."),
        (None, "Unless the manager agrees, no step is left out."),
        (None, "These may be taken in any order."),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_a_sentence_that_adds_to_a_list_or_takes_from_it_leaves_nothing_to_write_down(said, model):
    assert made(model, closed(*said)) == []


@pytest.mark.parametrize(
    "said", ["违反上述规定的，扣除当月奖金。", "情节严重的，解除劳动合同。", "处理决定由人事部送达本人。"]
)
def test_what_follows_on_a_list_does_not_reach_into_it(said):
    assert not reaches_in(said, "zh")


@pytest.mark.parametrize(
    "said",
    [
        ("收货单保存二年。", None),
        (None, "The papers are kept for two years."),
        ("收货单保存二年。", "The papers are kept for two years."),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_a_sentence_printed_in_the_line_of_the_last_point_is_no_part_of_it(said, model):
    apart, together = closed(*said), run_on(*said)
    assert made(model, together)
    assert [(i.guide, i.options) for i in made(model, together)] == [(i.guide, i.options) for i in made(model, apart)]


@pytest.mark.parametrize(
    "said", [("还应当通知财务部。", None), (None, "The store shall also inform the accounts office.")]
)
@pytest.mark.parametrize("model", MODELS)
def test_nor_is_a_list_written_down_that_such_a_sentence_adds_to(said, model):
    assert made(model, run_on(*said)) == []


@pytest.mark.parametrize("shape", [closed, run_on])
def test_why_says_that_a_sentence_reaches_into_the_list(shape):
    said = f"“{LEAD[0]}”：清单后面的话给清单增加、减少了内容，或者另有例外"
    assert reasons(handbook(shape("还应当通知财务部。", None)), "list-recall") == [said]


def test_points_of_several_sentences_each_are_left_whole():
    texts = ["核对单据。不符的退回。", "通知仓库。仓库当天来人。", "拍照留底。照片存档。"]
    body = tuple(Node(item=str(n), text=Text(zh=zh)) for n, zh in enumerate(texts, 1))
    (item,) = made("list-recall", article("intake", "仓库收货应当做好下列工作：", body=body))
    assert [point.text.zh for point in item.guide] == [text.rstrip("。") for text in texts]


def test_points_behind_a_sentence_make_no_list_of_those_before_it():
    steps = closed("收货单保存二年。", None)
    later = steps.model_copy(update={"body": (*steps.body, Node(item="5", text=Text(zh="归档。")))})
    assert made("steps-recall", later) == []


def test_cases_are_matched_with_what_holds_in_them_where_a_sentence_stands_behind():
    points = [
        ("早班工作人员，8点到岗；", "staff on the early shift, at eight;"),
        ("中班工作人员，16点到岗；", "staff on the evening shift, at four;"),
        ("夜班工作人员，22点到岗。", "staff on the night shift, at ten."),
    ]
    shifts = listed("shifts", "按下列班次到岗：", "Staff arrive by shift:", points, norm="procedure")
    behind = Node(text=Text(zh="班次表贴在前台。", en="The rota hangs at the front desk."))
    (item,) = made("list-match", shifts.model_copy(update={"body": (*shifts.body, behind)}))
    assert len(item.pairs) == len(points)
