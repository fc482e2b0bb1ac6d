"""The folded view: what it shows, and that it always knows where a character came from."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.zh.folding import GLOSS, INVISIBLE, READING, Mask, fold

needs_opencc = pytest.mark.skipif(importlib.util.find_spec("opencc") is None, reason="needs OpenCC")

MESSY = st.text(
    alphabet=st.sampled_from("第一二條章１２（）：，。 \u3000\u200b\n时時(hàn)abc甲①，\ufeff𠀀"), max_size=60
)


@pytest.mark.parametrize(
    ("source", "view"),
    [
        ("（一）Ａ：１．２，", "(一)A:1.2,"),
        ("第 一 条  内容", "第一条  内容"),
        ("第　１２　章", "第12章"),
        ("（ 三 ）", "(三)"),
        ("①㈠Ⅳ½", "①㈠Ⅳ½"),
        ("⾏⽂", "行文"),
        ("一﹑﹙二﹚三､｢四｣∶｡", "一、(二)三、「四」:。"),
        ("a\u00a0b\tc", "a b c"),
        ("零\u200b宽\ufeff", "零宽"),
        ("時(shí)間", "时间"),
        ("时（shí）间", "时间"),
        ("（a）(ANTA)(短期)", "(a)(ANTA)(短期)"),
        ("第 一 线 工 作", "第 一 线 工 作"),
    ],
)
@needs_opencc
def test_shows(source, view):
    assert fold(source).text == view


@needs_opencc
@pytest.mark.parametrize(("traditional", "simplified"), [("條節編則", "条节编则"), ("著裝", "着装"), ("範圍", "范围")])
def test_shows_simplified_and_keeps_the_source(traditional, simplified):
    folded = fold(traditional)
    assert folded.text == simplified
    assert folded.source == traditional
    assert folded.printed(0, len(folded.text)) == traditional


@pytest.mark.parametrize(
    ("glosses", "printed"),
    [([], ["第(dì) 一 条", "員(yuán)工(gōng)"]), ([(1, 5), (11, 17), (18, 24)], ["第一 条", "員工"])],
)
def test_a_label_keeps_its_blanks_in_print_and_only_glosses_given_are_left_out(glosses, printed):
    folded = fold("第(dì) 一 条 員(yuán)工(gōng)。", [Mask(start, end, GLOSS) for start, end in glosses])
    assert folded.text == "第一条 員工。".replace("員", "员")
    assert [folded.printed(0, 3), folded.printed(4, 6)] == printed


def test_a_readers_markup_is_hidden_besides_its_own_masks():
    folded = fold("**重\u200b点**", [Mask(5, 7, "markup"), Mask(0, 2, "markup")])
    assert folded.text == "重点"
    assert folded.printed(0, 2) == "重点"
    assert [mask.reason for mask in folded.masks] == ["markup", INVISIBLE, "markup"]


def test_where_masks_overlap_the_earlier_one_wins():
    masks = fold("abcdef", [Mask(2, 5, "second"), Mask(1, 3, "first")]).masks
    assert masks == (Mask(1, 3, "first"), Mask(3, 5, "second"))


@given(MESSY)
def test_every_character_shown_comes_from_one_place_in_order(source):
    folded = fold(source)
    origins = [folded.origin(i) for i in range(len(folded.text))]
    assert origins == sorted(set(origins))
    hidden = {i for mask in folded.masks for i in range(mask.start, mask.end)}
    assert set(origins) | hidden == set(range(len(source)))
    assert set(origins) & hidden == set()


@given(MESSY, st.data())
def test_pieces_are_the_places_of_their_characters(source, data):
    folded = fold(source)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    covered = {i for low, high in folded.pieces(start, end) for i in range(low, high)}
    assert {folded.origin(i) for i in range(start, end)} <= covered
    extra = covered - {folded.origin(i) for i in range(start, end)}
    readings = {i for mask in folded.masks if mask.reason == READING for i in range(mask.start, mask.end)}
    assert all(source[i].isspace() or i in readings for i in extra)


@given(MESSY, st.data())
def test_pieces_of_neighbours_do_not_overlap(source, data):
    folded = fold(source)
    cut = data.draw(st.integers(0, len(folded.text)))
    first, second = folded.pieces(0, cut), folded.pieces(cut, len(folded.text))
    assert not first or not second or first[-1][1] <= second[0][0]


@given(MESSY)
def test_line_feeds_stay_so_that_lines_are_those_of_the_source(source):
    assert fold(source).text.count("\n") == source.count("\n")
