"""What papers and sheets carry so that nobody marks them with another exam's key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from guizhang.model.drawn_item import DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.public import public_form, public_item


def exam_id(record: ExamRecord) -> str:
    """Return the hash that papers and sheets carry.

    It is made of what candidates see: it is printed on the papers, and a hash over the keys would let a candidate try
    out keys against it. Forms of people who were added later do not count: the papers of the others are printed.
    """
    head = public_form(record.model_copy(update={"exam_id": "0" * 16, "forms": record.forms[:1]}), record.forms[0])
    digest = hashlib.sha256(head.model_dump_json(exclude={"sections": {"__all__": {"items"}}}).encode())
    for part in _shown(record.as_drawn.forms):
        digest.update(part)
    return digest.hexdigest()[:16]


def walk_in_id(record: ExamRecord, candidate: str, form: DrawnForm) -> str:
    """Return the hash that ties what somebody was given who came later to the exam: their id and what they see."""
    digest = hashlib.sha256(f"{record.exam_id}\n{candidate}\n".encode())
    for part in _shown([form]):
        digest.update(part)
    return digest.hexdigest()[:16]


def _shown(forms: Iterable[DrawnForm]) -> Iterable[bytes]:
    shown: dict[int, bytes] = {}

    def seen(item: DrawnItem) -> bytes:
        if id(item) not in shown:
            public = public_item(item, 0).model_dump(mode="json")
            shown[id(item)] = hashlib.sha256(json.dumps(public, ensure_ascii=False, sort_keys=True).encode()).digest()
        return shown[id(item)]

    for form in forms:
        yield form.id.encode() + b"\n" + b"".join(seen(item) for item in form.items)
