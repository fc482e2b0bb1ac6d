"""Traditional and Simplified: telling them apart, and the way across with every change listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.zh.script import (
    Script,
    detect_script,
    simplify_character,
    to_simplified,
    to_traditional,
    without_simplified,
)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("著裝整潔", "着装整洁"),
        ("隨著發展,著重穿著", "随着发展,着重穿着"),
        ("代表著公司起著作用", "代表着公司起着作用"),
        ("接著作業", "接着作业"),
        ("著名的名著", "著名的名著"),
        ("顯著、卓著、編著", "显著、卓著、编著"),
        ("著作權與著者", "著作权与著者"),
        ("穿著者", "穿着者"),
        ("陜西", "陕西"),
        ("答復與重復", "答复与重复"),
        ("覆蓋", "覆盖"),
        ("回覆", "回复"),
        ("準備批準標準", "准备批准标准"),
        ("臟話", "脏话"),
        ("時鐘", "时钟"),
        ("乾燥", "干燥"),
        ("乾隆", "乾隆"),
        ("瞭解與瞭望", "了解与瞭望"),
        ("頭髮與發現", "头发与发现"),
        ("其佘三聯", "其佘三联"),  # a wrong character of the author is not script
        ("什么", "什么"),
        ("資料軟體", "资料软体"),  # characters change, words do not
        ("范圍關系干凈以后", "范围关系干净以后"),
        ("已是简体：着装、著名。", "已是简体：着装、著名。"),
        ("Rule 12 (a)", "Rule 12 (a)"),
        ("", ""),
    ],
)
def test_conversion(traditional, simplified):
    converted = to_simplified(traditional)
    assert converted.text == simplified
    assert to_simplified(simplified).edits == ()


def test_every_change_is_listed_where_it_stands():
    converted = to_simplified("一、客戶資料 (VIP)\n必須準時。")
    assert [(edit.start, edit.original, edit.converted) for edit in converted.edits] == [
        (3, "戶資", "户资"),
        (14, "須準時", "须准时"),
    ]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("客户应当准时", Script.SIMPLIFIED),
        ("客戶應當準時", Script.TRADITIONAL),
        ("客户应当準時應當", Script.MIXED),
        ("后里于着人口手", Script.NEITHER),
        ("only English", Script.NEITHER),
        ("", Script.NEITHER),
        ("著名土著", Script.NEITHER),
    ],
)
def test_the_script_is_told_by_characters_of_one_script_only(text, script):
    assert detect_script(text).script is script


CHINESE = st.text(
    alphabet=st.one_of(st.sampled_from("著乾發後裡覆復為準客户戶,。 \n(a)着"), st.characters()), max_size=60
)


@given(CHINESE)
def test_edits_rebuild_the_text_and_lead_back(text):
    converted = to_simplified(text)
    parts, place = [], 0
    for edit in converted.edits:
        assert text[edit.start : edit.end] == edit.original != edit.converted
        assert edit.start >= place
        parts += [text[place : edit.start], edit.converted]
        place = edit.end
    assert "".join([*parts, text[place:]]) == converted.text
    for offset in range(len(converted.text) + 1):
        assert 0 <= converted.origin(offset) <= len(text)
    assert converted.origin(len(converted.text)) == len(text)


@given(st.characters())
def test_one_character_stays_one_character(char):
    assert len(simplify_character(char)) == 1


def test_words_become_traditional_and_a_traditional_text_keeps_what_both_scripts_have():
    assert to_traditional("这里的头发和发票") == "這裡的頭髮和發票"
    assert to_traditional("皇后請这些客人") == "皇后請這些客人"
    assert without_simplified("后座里的这个") == "后座里的這個"
