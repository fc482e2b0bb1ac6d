"""Questions and options by their own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.own_words import asked, stems, ticked
from guizhang.model.drawn_item import blank
from tests.grading.examples import CLOZE, FORM_A, FORM_B, record, text

OPTIONS = (
    text("请业主坐下，并登记", "Seat and log"),
    text("24小时"),
    text("2.4小时"),
    text("登记", "Log"),
    text("其他"),
    text("其他"),
    text("24"),
)


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("24小时", "B"),
        ("2.4小时", "C"),
        ("B.24小时", "B"),
        ("b、 24 小时。", "B"),
        ("Ｂ：２４小时", "B"),
        ("C.24小时", ""),  # the letter and the words disagree
        ("请业主坐下，并登记", "A"),  # the comma is the option's own
        ("登记, 请业主坐下，并登记; 24小时", "ABD"),
        ("A.请业主坐下，并登记┋D.登记", "AD"),
        ("seat and log / LOG", "AD"),
        ("登记 Log", "D"),
        ("其他", ""),  # two options say so
        ("登记登记", ""),
        ("登记;别的", ""),
        ("24", ""),  # a bare figure may count options
        ("登", ""),
        ("", ""),
        ("登记," * 2_000, ""),
    ],
)
def test_options_by_their_words(written, letters):
    assert ticked(OPTIONS, written) == letters


@given(st.sets(st.sampled_from("ABCD"), min_size=1), st.sampled_from([", ", "; ", "┋", "\n", "、"]), st.booleans())
def test_any_choice_is_read_back(letters, divider, labelled):
    chosen = [(letter, OPTIONS["ABCD".index(letter)].zh) for letter in sorted(letters)]
    written = divider.join(f"{letter}. {words}" if labelled else words for letter, words in chosen)
    assert ticked(OPTIONS, written) == "".join(sorted(letters))


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("题 multiple", 3),
        ("3. 题 multiple", 3),
        ("15、题 multiple【多选题】", 3),  # the form service counts name and id as well
        ("第3题 question multiple (4 points) *", 3),
        ("题 multiple question multiple", 3),
        ("题 single", None),  # question 1 of one form, 2 of the other
        ("姓名", None),
        ("3", None),
    ],
)
def test_questions_by_their_words(heading, number):
    assert asked(heading, stems(record(forms=(FORM_A, FORM_B)))) == number


def test_a_heading_with_numbered_gaps():
    stem = f"接到投诉后须在{blank(1)}内回复，并填写{blank(2)}。"
    item = CLOZE.model_copy(update={"stem": text(stem)})
    section = FORM_A.sections[0].model_copy(update={"items": (item,)})
    known = stems(record(forms=(FORM_A.model_copy(update={"sections": (section,)}),)))
    assert asked("12、" + stem.replace("\u00a0", " ") + " [多项填空题]", known) == 1
