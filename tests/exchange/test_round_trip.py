"""The bank goes out to a workbook and comes back equal."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from guizhang.exchange.shape import shape
from guizhang.exchange.sheet import read_sheets
from guizhang.exchange.spread import bank_workbook
from guizhang.model.item import Item, ItemType
from guizhang.tables import workbook
from guizhang.yamlio.content import load_project

HAN, LATIN = re.compile("[\u3400-\u9fff]"), re.compile("[a-z]+")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def loaded():
    return load_project(ROOT)


def back(items, handbook, language="both"):
    tables, faults = workbook.read(bank_workbook(items, "bank", language), "bank.xlsx")
    assert faults == []
    drafts, found = read_sheets(tables)
    shaped = shape(drafts, handbook)
    assert [*found, *shaped.found] == []
    return tuple(shaped.items)


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_whole_bank(loaded, language):
    assert back(loaded.bank.items, loaded.handbook, language) == loaded.bank.items


@pytest.mark.parametrize(
    ("language", "chinese", "english"), [("zh", True, False), ("en", False, True), ("both", True, True)]
)
def test_headings_and_values_are_in_the_language_asked_for(loaded, language, chinese, english):
    (items, helped), faults = workbook.read(bank_workbook(loaded.bank.items, "bank", language), "bank.xlsx")
    assert faults == []
    heads = items.rows[0].texts
    assert any(map(HAN.search, heads)) is chinese
    assert any(len(word) > 1 for head in heads for word in LATIN.findall(head)) is english
    columns = [
        n
        for n, head in enumerate(heads)
        if any(word in head for word in ("type", "题型", "pool", "题库", "level", "层次"))
    ]
    assert len(columns) == 3
    assert any(HAN.search(row.text(n)) for row in items.rows[1:] for n in columns) is chinese
    assert any(HAN.search(text) for row in helped.rows for text in row.texts) is chinese


def test_sheets_of_either_language_are_read_together(loaded):
    chinese, english = (
        workbook.read(bank_workbook(some, "bank", language), f"{language}.xlsx")[0]
        for language, some in (("zh", loaded.bank.items[::2]), ("en", loaded.bank.items[1::2]))
    )
    drafts, found = read_sheets([*chinese, *english])
    assert found == []
    assert sorted(shape(drafts, loaded.handbook).items, key=lambda item: item.id) == sorted(
        loaded.bank.items, key=lambda item: item.id
    )


def test_every_row_has_room_for_its_texts_and_every_heading_a_font(loaded):
    book = load_workbook(io.BytesIO(bank_workbook(loaded.bank.items, "bank", "both")))
    for sheet in book:
        for row in sheet.iter_rows():
            texts = [(str(cell.value or ""), sheet.column_dimensions[cell.column_letter].width) for cell in row]
            height = sheet.row_dimensions[row[0].row].height
            assert height >= min(400, max(15 * len(text) / width for text, width in texts))
    assert {cell.font.name for cell in book["items"][1]} == {"Calibri"}


def test_same_bank_same_bytes(loaded):
    assert bank_workbook(loaded.bank.items, "b", "en") == bank_workbook(loaded.bank.items, "b", "en")


# What no cell can hold apart from its grammar: arrows part the sides of a pair, lines and upright strokes the answers of a
# gap, a filled or an empty circle marks what a gap is chosen from.
WORD = (
    st.text(st.sampled_from("甲乙丙复=+-@'\"<&aAB1()（）[]√对分.、/; ，。"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
TEXT = st.fixed_dictionaries({}, optional={"zh": WORD, "en": WORD}).filter(bool)
BOTH = st.fixed_dictionaries({"zh": WORD, "en": WORD})


def unique(texts, least, most):
    # An option that stands twice, in one language or in both, is a fault.
    apart = tuple(lambda text, lang=lang: "".join(text[lang].split()) for lang in ("zh", "en"))
    return st.lists(texts, min_size=least, max_size=most, unique_by=apart)


@st.composite
def bodies(draw, *, cases=True):
    kind = draw(st.sampled_from([kind.value for kind in ItemType if cases or kind is not ItemType.CASE]))
    body = {"type": kind, "stem": draw(BOTH)}
    if draw(st.booleans()):
        body["rationale"] = draw(TEXT)
    if kind in ("single_choice", "multiple_choice", "ordering"):
        options = [{"text": text} for text in draw(unique(BOTH, 2, 8))]
        if kind != "ordering":
            many = kind == "multiple_choice"
            for at in draw(st.sets(st.integers(0, len(options) - 1), min_size=1, max_size=len(options) if many else 1)):
                options[at]["key"] = True
        if draw(st.booleans()):
            options[0]["why"] = draw(TEXT)
        body |= {"options": options, "keep_order": draw(st.booleans())}
    elif kind == "true_false":
        body["answer"] = draw(st.booleans())
    elif kind == "numeric":
        number = st.decimals(-999, 999, places=1)
        body["numeric"] = {
            "value": draw(number),
            "tolerance": draw(st.sampled_from([Decimal(0), Decimal("0.5")])),
            "unit": draw(BOTH),
        }
    elif kind == "cloze":
        names = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True))
        body["stem"] = {lang: "，".join(f"x[[{name}]]" for name in names) for lang in ("zh", "en")}
        body["gaps"] = {name: {"answer": draw(BOTH), "equivalent": draw(st.lists(TEXT, max_size=2))} for name in names}
    elif kind == "matching":
        rights = draw(unique(BOTH, 3, 5))
        body |= {"pairs": [{"left": draw(BOTH), "right": right} for right in rights[:-1]], "distractors": rights[-1:]}
    elif kind == "short_answer":
        body["guide"] = [{"text": text, "points": Decimal(at)} for at, text in enumerate(draw(unique(BOTH, 1, 3)), 1)]
    else:
        body["questions"] = [draw(bodies(cases=False)) for _ in range(draw(st.integers(2, 3)))]
    return body


def both(zh, en=None):
    return {"zh": zh, "en": en or zh}


# Found by chance, in the order they were: an option that reads as the letter of another one, a letter in brackets in the
# stem of a question whose cell for the answer was empty, answers of a gap that stand in one language only.
LETTER = {
    "type": "single_choice",
    "stem": both("1"),
    "options": [{"text": both("1", "B")}, {"text": both("2", "1"), "key": True}],
}
LETTERS = {"type": "multiple_choice", "stem": both("1"), "options": [
    {"text": both("甲"), "key": True}, {"text": both("乙"), "key": True}, {"text": both("AB")},
]}  # fmt: skip
BRACKETS = {"type": "ordering", "stem": both("排列（B）"), "options": [{"text": both("甲")}, {"text": both("乙")}]}
STATEMENT = {"type": "true_false", "stem": both("对的（　）"), "answer": True}
ONE_LANGUAGE = {"type": "cloze", "stem": both("x[[a]]"), "gaps": {
    "a": {"answer": both("甲", "a"), "equivalent": [{"zh": "乙"}, {"en": "b"}]},
}}  # fmt: skip


@example(LETTER)
@example(LETTERS)
@example(BRACKETS)
@example(STATEMENT)
@example(ONE_LANGUAGE)
@given(bodies())
def test_any_item(loaded, body):
    head = {"id": "some-item", "cites": {"complaints/first-reply": "3f9ac1d2"}, "themes": ["complaints"]}
    item = Item.model_validate(head | body)
    assert back([item], loaded.handbook) == (item,)
