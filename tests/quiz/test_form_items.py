"""Items made from forms: whoever fills one in is named, and only what the form says may be left empty is a wrong answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guizhang.model.item import Item
from guizhang.model.record import FieldType, Record, RecordField, RecordSection
from guizhang.model.text import Text
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import record_fields
from tests.quiz.rulings import article, handbook

REQUIRED = [("寄件地址", "sender's address"), ("货物名称", "name of the goods"), ("箱子数量", "number of crates")]
FREE = [("备选车次", "other train"), ("收货暗号", "code word")]
MAY = Text(zh="可以不填", en="may be left empty")
SIGNED = ("寄件人签字", "sender's signature")


def field(n: int, label: tuple[str, str], **fields) -> RecordField:
    return RecordField(id=f"f{n}", label=Text(zh=label[0], en=label[1]), **fields)


def form(free: list[RecordField], *, signed: tuple[str, str] = SIGNED, required=REQUIRED) -> list[Item]:
    """Return what is made of a form with *free* fields beside the required ones; the office fills in the rest."""
    own = [field(n, label, required=True) for n, label in enumerate(required)]
    sign = field(20, signed, required=True, type=FieldType.SIGNATURE)
    office = [
        field(21, ("受理窗口", "desk it came to"), required=True),
        field(22, ("退回原因", "why sent back"), note=MAY),
    ]
    record = Record(
        id="parcel-slip",
        title=Text(zh="寄件单", en="Parcel slip"),
        purpose=Text(zh="寄件用。", en="For parcels."),
        sections=(
            RecordSection(title=Text(zh="寄件", en="The parcel"), fields=(*own, *free, sign)),
            RecordSection(title=Text(zh="受理", en="Receipt"), fields=tuple(office)),
        ),
    )
    book = replace(handbook(article("post", "门店收件。", "The shop takes parcels.")), records=(record,))
    return [made for made in record_fields.make(Rules(book)) if isinstance(made, Item)]


def noted(note: Text | None) -> list[RecordField]:
    return [field(n, label, note=note) for n, label in enumerate(FREE, start=10)]


def test_who_fills_a_form_in_is_asked_what_they_must():
    (item,) = form(noted(MAY))
    assert item.stem.zh == "填写《寄件单》时，寄件人必须填写下列哪几项？（可多选）"
    assert item.stem.en == ("Which of these must the sender fill in on the form “Parcel slip”? Choose all that apply.")
    assert {option.text.zh for option in item.options if option.key} == {zh for zh, _ in REQUIRED}
    assert {option.text.zh for option in item.options if not option.key} == {zh for zh, _ in FREE}


@pytest.mark.parametrize("note", [None, Text(zh="增容时填写", en="for a larger supply only")])
def test_what_is_filled_in_in_some_cases_is_no_wrong_answer(note):
    assert form(noted(note)) == []


def test_a_form_that_does_not_say_who_fills_it_in_makes_no_item():
    assert form(noted(MAY), signed=("签字", "signed")) == []


def test_labels_that_mean_nothing_alone_are_not_asked_for():
    bare = [("用途", "Use"), ("类别", "Kind"), *REQUIRED[:2]]
    assert form(noted(MAY), required=bare) == []
