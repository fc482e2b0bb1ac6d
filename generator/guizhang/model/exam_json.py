"""The record of a draw as canonical JSON: what ``secret/exam.json`` holds.

Every item stands in it once, with its options in the item's own order; a form says which items it has and how their
options were shuffled. So a record of ten thousand papers is a few megabytes.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

from guizhang.model.form import DrawnForm, DrawnItem, DrawnSection, ExamRecord


def dump_record(record: ExamRecord) -> bytes:
    """Return the record as UTF-8 JSON with sorted keys: the same record gives the same bytes."""
    data = record.model_dump(mode="json", exclude={"forms"})
    first = record.forms[0].sections
    tables: list[dict[str, object]] = [{} for _ in first]
    forms = []
    for form in record.forms:
        rows = []
        for table, section in zip(tables, form.sections, strict=True):
            for item in section.items:
                if item.item_id not in table:
                    table[item.item_id] = item.unshuffled.model_dump(mode="json")
            rows.append([[item.item_id, *item.order] for item in section.items])
        own = form.model_dump(mode="json", include={"cut_points"}, exclude_none=True)
        forms.append({"id": form.id, **own, "items": rows})
    data["sections"] = [
        {**section.model_dump(mode="json", exclude={"items"}), "items": table}
        for section, table in zip(first, tables, strict=True)
    ]
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    # A line for each form: readable, and a tenth of the size that indenting every pair would give.
    lines = ",\n".join("  " + json.dumps(form, ensure_ascii=False, sort_keys=True) for form in forms)
    return (text.removesuffix("\n}") + f',\n "forms": [\n{lines}\n ]\n}}\n').encode()


def load_record(data: bytes) -> ExamRecord:
    """Return the record that *data* is.

    Raises:
        ValueError: it is no record.
    """
    raw = json.loads(data)
    if not isinstance(raw, dict) or not {"sections", "forms"} <= raw.keys():
        return ExamRecord.model_validate(raw)
    try:
        sections, forms = raw.pop("sections"), raw.pop("forms")
        heads = [DrawnSection.model_validate({**section, "items": ()}) for section in sections]
        tables = [{name: DrawnItem.model_validate(item) for name, item in s["items"].items()} for s in sections]
        known: dict[tuple[int, str, tuple[str, ...]], DrawnItem] = {}

        def drawn(number: int, name: str, *order: str) -> DrawnItem:
            key = (number, name, order)
            if key not in known:
                known[key] = tables[number][name].arranged(order)
            return known[key]

        made = [
            DrawnForm(
                id=form["id"],
                cut_points=Decimal(form["cut_points"]) if "cut_points" in form else None,
                sections=tuple(
                    head.model_copy(update={"items": tuple(drawn(k, *row) for row in rows)})
                    for k, (head, rows) in enumerate(zip(heads, form["items"], strict=True))
                ),
            )
            for form in forms
        ]
    except (AttributeError, IndexError, InvalidOperation, KeyError, TypeError) as error:
        raise ValueError(f"forms: {error}") from error
    # What was just built need not be validated a second time.
    record = ExamRecord.model_validate({**raw, "forms": made[:1]})
    return record.model_copy(update={"forms": tuple(made)})
