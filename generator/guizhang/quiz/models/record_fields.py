"""Record fields: what a form must have filled in, among what it only has room for.

What another form asks for would be seen to be out of place; which fields of a form may be left empty only the form says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import ItemType, Option
from guizhang.model.record import FieldType, Record
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.made import FORMS, Declined, Made, capital, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.texts import escaped
from guizhang.zh.script import Script, detect_script

NAME = "record-fields"
OF = FORMS
ASKS = Message("表单的必填栏目", "the required fields of a form")
_FEW = Message(
    "表单自己的栏目里，必填的不到三项，或者可以不填的不到两项",
    "of its own fields fewer than three are required, or fewer than two may be left empty",
)
_KEYS = 3
_WRONG = 2
# Whose form it is and who signs it stands on every form.
_NO_FIELD = re.compile("备注|意见和建议|其他|^日期$")
_EVERYWHERE = frozenset({"name", "date", "signature", "department", "staff-number"})


@dataclass(frozen=True)
class _Source:
    """A record as a source of items."""

    handbook: Handbook
    record: Record

    @property
    def address(self) -> str:
        return self.record.id

    @property
    def themes(self) -> tuple[str, ...]:
        return self.record.themes or (self.record.id,)

    @property
    def applies_to(self) -> tuple[str, ...]:
        return self.record.applies_to

    @property
    def traditional(self) -> bool:
        return detect_script(self.record.title.zh or "").script is Script.TRADITIONAL

    def printed_facts(self) -> tuple[str, ...]:
        return ()


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every record with enough fields of its own."""
    for record in rules.handbook.records:
        yield from _items(_Source(rules.handbook, record))


def _labels(record: Record, *, required: bool) -> list[Text]:
    fields = [field for section in record.sections for field in section.fields]
    # Who signs, and when in the course of things, is not what the one who fills the form in has to know.
    own = (field for field in fields if field.id not in _EVERYWHERE and field.type is not FieldType.SIGNATURE)
    asked = [field for field in own if field.required is required]
    labels = [Text(zh=f.label.zh, en=capital(f.label.en) if f.label.en else None) for f in asked]
    # A label that stands twice does not say which of the two is meant; a remark nobody has to make.
    twice = Counter(label.either("zh") for label in labels)
    return [label for label in labels if twice[label.either("zh")] == 1 and not _NO_FIELD.search(label.either("zh"))]


def _items(source: _Source) -> Iterator[Made]:
    record = source.record
    langs = [lang for lang in LANGS if record.title.get(lang) is not None]
    name = item_id(NAME, source.address, "required")
    said = {label.either("zh") for label in _labels(record, required=True)}
    free = [label for label in _labels(record, required=False) if label.either("zh") not in said]
    right = keyed_order(_labels(record, required=True), lambda t: t.either("zh"), "key", name)[:_KEYS]
    wrong = keyed_order(free, lambda t: t.either("zh"), "distractor", name)[:_WRONG]
    texts = [*right, *wrong]
    if len(right) < _KEYS or len(wrong) < _WRONG or any(t.get(lang) is None for t in texts for lang in langs):
        yield Declined(source.address, _FEW)
        return
    title = record.title
    required = _labels(record, required=True)
    zh = "、".join(t.either("zh") for t in required)
    en = "; ".join(t.either("en").lower() for t in required)
    yield item_of(
        source,
        NAME,
        "required",
        ItemType.MULTIPLE_CHOICE,
        difficulty=2,
        stem=Text(
            zh=f"《{title.zh}》上必须填写下列哪几项？（可多选）" if "zh" in langs else None,
            en=f"Which of these must be filled in on the form “{title.en}”? Choose all that apply."
            if "en" in langs
            else None,
        ),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in wrong),
        ),
        rationale=Text(
            zh=f"《{title.zh}》的必填项：{zh}。" if "zh" in langs else None,
            en=f"“{title.en}” requires: {en}." if "en" in langs else None,
        ),
    )
