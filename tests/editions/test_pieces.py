import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.editions.pieces import pieces


def marked(old, new):
    shown = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return "".join(shown[piece.op].format(piece.text) for piece in pieces(old, new))


CASES = [
    # Words and numbers are exchanged whole.
    (
        "客服人员可以在二十四小时内回复。",
        "客服人员应当在十二小时内回复。",
        "客服人员[-可以-]{+应当+}在[-二十四-]{+十二+}小时内回复。",
    ),
    ("1,200元以下", "1,500元以下", "[-1,200-]{+1,500+}元以下"),
    ("8:30到岗", "9:00到岗", "[-8:30-]{+9:00+}到岗"),
    ("Staff must keep it.", "Staff may keep it.", "Staff [-must-]{+may+} keep it."),
    ("the front-desk staff", "the back-office staff", "the [-front-desk-]{+back-office+} staff"),
    # What came stands where a phrase begins, though it could stand elsewhere.
    (
        "一是登记；二是上报；三是处理。",
        "一是登记；二是核实；二是上报；三是处理。",
        "一是登记；{+二是核实；+}二是上报；三是处理。",
    ),
    ("下班前关灯。", "下班前关灯、关窗。", "下班前关灯{+、关窗+}。"),
    ("keep the key", "keep the spare key", "keep the {+spare +}key"),
    # A chance character in common keeps nothing apart.
    ("甲的乙", "丙的丁", "[-甲的乙-]{+丙的丁+}"),
    ("stand up, smile and greet", "stand up and greet", "stand up[-, smile-] and greet"),
    # A sentence written anew is shown so.
    (
        "客户服务部应当策划售后服务，设立热线。",
        "三日内答复来信，逾期的由中心督办。",
        "[-客户服务部应当策划售后服务，设立热线。-]{+三日内答复来信，逾期的由中心督办。+}",
    ),
    ("", "新的", "{+新的+}"),
    ("旧的", "", "[-旧的-]"),
    ("一样", "一样", "一样"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_difference_reads_well(old, new, expected):
    assert marked(old, new) == expected


text = st.text(alphabet="甲乙丙的，。 ab12十二\n", max_size=30)


@given(text, text)
def test_both_texts_can_be_read_from_the_pieces(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.op != "in") == old
    assert "".join(piece.text for piece in found if piece.op != "out") == new


@given(text, text)
def test_pieces_are_as_few_as_can_be(old, new):
    found = pieces(old, new)
    assert all(piece.text for piece in found)
    assert all(one.op != other.op for one, other in itertools.pairwise(found))
