"""A record with other keys, rationales and citations and the same questions."""

from __future__ import annotations

from decimal import Decimal

from guizhang.model.drawn_item import LETTERS
from guizhang.model.text import Text

_ANOTHER_GAP = {
    "answer": Text(zh="完全不同的、长得多的一个答案"),
    "equivalent": (Text(zh="又一个"),),
    "share": Decimal(9),
}


def swapped(record):
    """Return *record* with everything secret changed and everything a candidate sees left alone."""
    forms = []
    for form in record.forms:
        sections = [
            section.model_copy(update={"items": tuple(_swap(item) for item in section.items)})
            for section in form.sections
        ]
        forms.append(form.model_copy(update={"sections": tuple(sections)}))
    rubric = record.rubric.model_copy(update={"assessor": Text(zh="别的"), "criteria": record.rubric.criteria[:1]})
    return record.model_copy(update={"forms": tuple(forms), "rubric": rubric, "seed": "another", "cited": {}})


def _swap(item):
    gaps = tuple(gap.model_copy(update=_ANOTHER_GAP) for gap in item.gaps)
    if item.gaps:
        key = tuple("B" if letter == "A" else letter and "A" for letter in item.key)
    elif item.options:
        key = tuple(LETTERS[(LETTERS.index(k) + 1) % len(item.options)] for k in item.key)
    else:
        key = tuple({"T": "F", "F": "T"}.get(k, "99") for k in item.key)
    return item.model_copy(
        update={
            "item_id": "another-item",
            "key": key,
            "gaps": gaps,
            "case": item.case and item.case.model_copy(update={"rationale": Text(zh="别的理由")}),
            "tolerance": item.tolerance + 7,
            "whys": (),
            "guide": ((Text(zh="别的要点"), item.points),),
            "rationale": Text(zh="别的理由", en="another reason"),
            "cites": {"another/place": "00000000"},
            "themes": ("another",),
            "difficulty": 5,
        }
    )
