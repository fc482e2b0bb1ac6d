"""The key of many papers: a line of letters for each, and every question explained once.

Three hundred papers of their own share some hundred questions. A marker needs the letters of the paper in hand, and now
and then why one of them is right: under each letter stands the number of its question in the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from guizhang.exam.marking.answers import case_of, explained, short_key
from guizhang.exam.marking.heads import View, head, known_languages, sentences, words
from guizhang.exam.marking.key import KEY_WORDS
from guizhang.exam.order import handing_out_order
from guizhang.exam.words import plain, say
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.public import together

FEW = 12
"""Forms whose keys are printed in full: about as many as a marker can keep apart as papers."""
_PER_LINE = 20


def lines_view(record: ExamRecord, whole: ExamRecord) -> View:
    """Return what both renderers print of the letters of many papers.

    Args:
        record: Whose papers.
        whole: The exam, whose questions `items_view` numbers.
    """
    language = known_languages(record)
    numbers = {name: str(number) for number, name in enumerate(_questions(whole), 1)}
    most = max(len(form.items) for form in record.forms)
    bands = [range(at, min(at + _PER_LINE, most)) for at in range(0, most, _PER_LINE)]
    names: dict[str, list[str]] = {}
    for person in handing_out_order(record):
        names.setdefault(person.form, []).append(person.name)
    order = {form: place for place, form in enumerate(names)}
    forms = sorted(record.forms, key=lambda form: order.get(form.id, len(order)))
    return {
        **head(record, say("key", language), language),
        "words": words(language, ("form_or_id",)),
        "how": sentences(language, "letters_above", "see_guide"),
        "heads": [[str(n + 1) for n in band] for band in bands],
        "forms": [
            {
                "id": form.id,
                "name": names[form.id][0] if len(names.get(form.id, ())) == 1 else "",
                "pass": plain(record.cut_points(form)) if form.cut_points is not None else "",
                "bands": [_band(form.items, band, numbers) for band in bands],
            }
            for form in forms
        ],
    }


def items_view(record: ExamRecord) -> View:
    """Return every question of an exam, each once, by number, in the shape of the key of one form."""
    language = known_languages(record)
    numbers = {name: number for number, name in enumerate(_questions(record), 1)}
    groups: dict[str, tuple[DrawnItem, ...]] = {}
    for form in record.forms:
        for section in form.sections:
            for group in together(section.items):
                groups.setdefault(group[0].item_id, group)
    items = []
    for name in sorted(groups, key=_place):
        for item in groups[name]:
            case = case_of(record, groups[name], language) if item is groups[name][0] else None
            said = explained(record, item, language, lettered=False)
            items.append({"number": numbers[item.item_id], "case": case, **said})
    whole = {"number": "", "title": [], "worth": [], "items": items}
    return {
        **head(record, say("key_items", language), language),
        "words": words(language, KEY_WORDS),
        "forms": [
            {
                "title": say("key_items", language),
                "note": sentences(language, "items_by_number"),
                "rows": [],
                "sections": [whole],
            }
        ],
    }


def _questions(record: ExamRecord) -> list[str]:
    """Return the ids of all questions, in the order of the list."""
    return sorted({item.item_id for form in record.forms for item in form.items}, key=_place)


def _place(name: str) -> tuple[str, int]:
    """Return where a question stands in the list: the tenth of a case behind its second."""
    item, _, part = name.rpartition("/")
    return (item, int(part)) if part.isdecimal() else (name, 0)


def _band(items: Sequence[DrawnItem], band: range, numbers: dict[str, str]) -> list[View]:
    return [
        {"key": short_key(items[n], "zh"), "item": numbers[items[n].item_id]}
        if n < len(items)
        else {"key": "", "item": ""}
        for n in band
    ]


def many(forms: Sequence[DrawnForm]) -> bool:
    """Return whether there are too many forms for a key of each in full."""
    return len(forms) > FEW
