"""The record of a draw as canonical JSON: what ``secret/exam.json`` holds.

Every item stands in it once, with its options in the item's own order; a form says which items it has and how their
options were shuffled. So a record of ten thousand papers is a few megabytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, DrawnSection, ExamRecord

_OWN = {"cut_points", "score", "judged"}
"""What a form has beside its items."""
_SEAL = re.compile(rb',\n "checksum": "([0-9a-f]{64})"\n}\n$')


def dump_record(record: ExamRecord) -> bytes:
    """Return the record as UTF-8 JSON with sorted keys: the same record gives the same bytes."""
    data = record.model_dump(mode="json", exclude={"forms", "answer_sheets"})
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
        own = form.model_dump(mode="json", include=_OWN, exclude_none=True)
        forms.append({"id": form.id, **own, "items": rows})
    data["sections"] = [
        {**section.model_dump(mode="json", exclude={"items"}), "items": table}
        for section, table in zip(first, tables, strict=True)
    ]
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    sheets = [sheet.model_dump(mode="json") for sheet in record.answer_sheets]
    lined = "".join(
        f',\n "{name}": [\n{_lines(rows)}\n ]' for name, rows in (("answer_sheets", sheets), ("forms", forms))
    )
    body = (text.removesuffix("\n}") + lined).encode()
    return body + f',\n "checksum": "{hashlib.sha256(body).hexdigest()}"\n}}\n'.encode()


def untouched(data: bytes) -> bool:
    """Tell whether a record is byte for byte what `dump_record` wrote."""
    seal = _SEAL.search(data)
    return seal is not None and hashlib.sha256(data[: seal.start()]).hexdigest().encode() == seal[1]


def _lines(rows: Iterable[Mapping[str, object]]) -> str:
    """Return a line for each: readable, and a tenth of the size that indenting every pair would give."""
    return ",\n".join("  " + json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


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
        raw.pop("checksum", None)
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
                **{name: form[name] for name in _OWN & form.keys()},
                sections=tuple(
                    head.model_copy(update={"items": tuple(drawn(k, *row) for row in rows)})
                    for k, (head, rows) in enumerate(zip(heads, form["items"], strict=True))
                ),
            )
            for form in forms
        ]
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"forms: {error}") from error
    # What was just built need not be validated a second time.
    record = ExamRecord.model_validate({**raw, "forms": made[:1]})
    return record.model_copy(update={"forms": tuple(made)})
