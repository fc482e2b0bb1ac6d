"""Record fields: what a form asks for, among what only other forms ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import ItemType, Option
from guizhang.model.record import Record
from guizhang.model.text import LANGS, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, capital, item_id, item_of
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.spoken import pairs
from guizhang.quiz.texts import escaped

NAME = "record-fields"
ASKS = Message("表单的必填栏目", "the required fields of a form")
_KEYS = 3
_WRONG = 2
# Whose form it is and who signs it stands on every form.
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

    def printed_facts(self) -> tuple[str, ...]:
        return ()


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every record with enough fields of its own."""
    records = rules.handbook.records
    for record in records:
        # What a form for another matter asks for would be seen to be out of place; what any form may ask for is not.
        _, usual = rules.fields.beside(_labels(record, required=False))
        yield from _items(_Source(rules.handbook, record), usual)


def _labels(record: Record, *, required: bool) -> list[Text]:
    fields = [field for section in record.sections for field in section.fields]
    asked = [field for field in fields if field.id not in _EVERYWHERE and (field.required or not required)]
    return [Text(zh=f.label.zh, en=capital(f.label.en) if f.label.en else None) for f in asked]


def _items(source: _Source, foreign: Sequence[Text]) -> Iterator[Made]:
    record = source.record
    langs = [lang for lang in LANGS if record.title.get(lang) is not None]
    own = [pair for text in _labels(record, required=False) for lang in langs for pair in pairs(text, lang)]
    name = item_id(NAME, source.address, "required")
    apart = {t.either("zh"): t for t in foreign if not any(p in own for lang in langs for p in pairs(t, lang))}
    right = keyed_order(_labels(record, required=True), lambda t: t.either("zh"), "key", name)[:_KEYS]
    wrong = keyed_order(apart.values(), lambda t: t.either("zh"), "distractor", name)[:_WRONG]
    texts = [*right, *wrong]
    if len(right) < _KEYS or len(wrong) < _WRONG or any(t.get(lang) is None for t in texts for lang in langs):
        yield Declined(source.address, TOO_FEW)
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
