"""Record fields: what whoever fills a form in must put down, beside what the form says may be left empty.

What another form asks for would be seen to be out of place. What is filled in by those who approve it, or later, or in some
cases only, is no wrong answer: somebody has to fill it in. So the form has to name who fills it in, and to say in notes what they
may leave empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.item import ItemType, Option
from guizhang.model.record import FieldType, Record, RecordField
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.made import FORMS, Declined, Made, capital, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.texts import escaped
from guizhang.zh.script import Script, detect_script

NAME = "record-fields"
OF = FORMS
ASKS = Message(
    "表单的必填栏目，表单写明由谁填写、哪些可以不填",
    "the required fields of a form that says who fills it in and what may be left empty",
)
_NOBODY = Message(
    "看不出由谁填写：第一部分的标题（“员工填写”）或者第一个签字栏（“员工签字”）没有写明",
    "it does not say who fills it in: neither its first heading (filled in by …) nor its first signature (…'s signature) does",
)
_FEW = Message(
    "由这个人填写的栏目里，单独看得懂的必填项不到三项，或者注明可以不填的不到两项",
    "of the fields that person fills in fewer than three are required and mean something by themselves, or fewer than two are "
    "noted as such that may be left empty",
)
_KEYS = 3
_WRONG = 2
# Whose form it is and who signs it stands on every form.
_NO_FIELD = re.compile("备注|意见和建议|其他|^日期$")
_FREE: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("可以?不填|可填可不填|不愿|愿意|自愿|选填"),
    "en": re.compile(r"\b(?:may be left|need not|optional|willing|wish(?:es)?)\b", re.IGNORECASE),
}
"""How a note says that a field may be left empty whatever the case."""
_FILLER: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile("由?(?P<who>[^，。（）]{2,10}?)(?:填写?|签[字名])"),
    "en": re.compile(
        r"(?:For|Filled in by|Signed by|Signature of) (?P<who>(?:the )?[^,.]{3,40})|(?P<whose>(?:the )?[^,.]{3,40})'s signature",
        re.IGNORECASE,
    ),
}
_SHORTEST: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("[一-龥]{3}"), "en": re.compile(r"\w+ \w+")}
"""What a label has at least that means something beside others: 用途 and Use do not."""
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


def _filled_in(record: Record) -> tuple[Text, list[RecordField]] | None:
    """Return who fills a form in, and the fields up to where they sign; ``None`` where it does not say who."""
    langs = [lang for lang in LANGS if record.title.get(lang) is not None]
    fields: list[RecordField] = []
    for section in record.sections:
        fields += section.fields
        signed = next((field.label for field in fields if field.type is FieldType.SIGNATURE), None)
        for named in (record.sections[0].title, signed):
            matches = {lang: _FILLER[lang].fullmatch((named.get(lang) or "") if named else "") for lang in langs}
            found = {lang: next(filter(None, match.groups())) for lang, match in matches.items() if match is not None}
            if signed is not None and len(found) == len(langs):
                return Text(zh=found.get("zh"), en=_the(found["en"]) if "en" in found else None), fields
        if signed is not None:
            return None
    return None


def _the(who: str) -> str:
    return who.lower() if who.lower().startswith("the ") else f"the {who.lower()}"


def _labels(fields: Sequence[RecordField], *, required: bool) -> list[Text]:
    """Return the labels of the fields that must be filled in, or of those noted as such that need not; each said once."""
    # Who signs, and when in the course of things, is not what the one who fills the form in has to know.
    own = [field for field in fields if field.id not in _EVERYWHERE and field.type is not FieldType.SIGNATURE]
    asked = [field for field in own if field.required is required and (required or _may_be_left(field))]
    twice = Counter(field.label.either("zh") for field in fields)
    return [
        Text(zh=f.label.zh, en=capital(f.label.en) if f.label.en else None)
        for f in asked
        if twice[f.label.either("zh")] == 1
        and not _NO_FIELD.search(f.label.either("zh"))
        and all(_SHORTEST[lang].search(label) for lang in LANGS if (label := f.label.get(lang)) is not None)
    ]


def _may_be_left(field: RecordField) -> bool:
    note = field.note
    return note is not None and any(_FREE[lang].search(note.get(lang) or "") for lang in LANGS)


def _items(source: _Source) -> Iterator[Made]:
    record = source.record
    langs = [lang for lang in LANGS if record.title.get(lang) is not None]
    name = item_id(NAME, source.address, "required")
    filled_in = _filled_in(record)
    if filled_in is None:
        yield Declined(source.address, _NOBODY)
        return
    who, fields = filled_in
    required, free = _labels(fields, required=True), _labels(fields, required=False)
    right = keyed_order(required, lambda t: t.either("zh"), "key", name)[:_KEYS]
    wrong = keyed_order(free, lambda t: t.either("zh"), "distractor", name)[:_WRONG]
    texts = [*right, *wrong]
    if len(right) < _KEYS or len(wrong) < _WRONG or any(t.get(lang) is None for t in texts for lang in langs):
        yield Declined(source.address, _FEW)
        return
    title = record.title
    zh = "、".join(t.either("zh") for t in required)
    en = "; ".join(t.either("en").lower() for t in required)
    yield item_of(
        source,
        NAME,
        "required",
        ItemType.MULTIPLE_CHOICE,
        difficulty=2,
        stem=Text(
            zh=f"填写《{title.zh}》时，{who.zh}必须填写下列哪几项？（可多选）" if "zh" in langs else None,
            en=f"Which of these must {who.en} fill in on the form “{title.en}”? Choose all that apply."
            if "en" in langs
            else None,
        ),
        options=(
            *(Option(text=escaped(text), key=True) for text in right),
            *(Option(text=escaped(text)) for text in wrong),
        ),
        rationale=Text(
            zh=f"《{title.zh}》上，{who.zh}必须填写：{zh}。" if "zh" in langs else None,
            en=f"On “{title.en}”, {who.en} must fill in: {en}." if "en" in langs else None,
        ),
    )
