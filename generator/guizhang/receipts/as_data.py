"""The register for other programs: JSON with everything in it, CSV with one line for each person."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from guizhang.receipts.read import Receipt
from guizhang.receipts.register import Register, Row, State
from guizhang.tables.comma import comma_separated

_HEAD = ("number", "name", "role", "department", "list", "state", "edition", "confirmed_at", "receipt", "remarks")


def as_json(found: Register) -> str:
    """Return the register as JSON; times are UTC."""
    lists = {
        name: {"articles": sum(e.rules for e in one.extents), "digest": one.digest}
        for name, one in found.known.current.items()
    }
    value = {
        "handbook": found.known.mark,
        "edition": found.known.edition,
        "lists": lists,
        "counts": {str(state): found.count(state) for state in State} | {"refused": len(found.refused)},
        "people": [
            {
                "number": row.person.id,
                "name": row.person.name,
                "list": row.list,
                "state": str(row.state),
                "receipt": row.receipt.number if row.receipt else None,
            }
            for row in found.rows
        ],
        "receipts": [_receipt(one) for one in found.receipts],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(found: Register) -> str:
    """Return the people of the register as CSV; what a spreadsheet would take for a formula is quoted."""
    return comma_separated([_HEAD, *map(_cells, found.rows)])


def _cells(row: Row) -> tuple[str, ...]:
    one, person = row.receipt, row.person
    said = one.said if one else None
    return (
        person.id, person.name, person.role, person.department, row.list or (said.list if said else ""), str(row.state),
        one.edition if one else "", _time(said.at) if said else "", one.number if one else "",
        " ".join(fault.code for fault in one.faults) if one else "",
    )  # fmt: skip


def _receipt(one: Receipt) -> dict[str, object]:
    said = one.said
    return {
        "file": one.file,
        "receipt": one.number or None,
        "standing": str(one.standing),
        "edition": one.edition or None,
        "number": said.who if said else None,
        "name": said.name if said else None,
        "list": said.list if said else None,
        "confirmed_at": _time(said.at) if said else None,
        "view": said.view if said else None,
        "place": said.place if said else None,
        "codes": [fault.code for fault in one.faults],
    }


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
