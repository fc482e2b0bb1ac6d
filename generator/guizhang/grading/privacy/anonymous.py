"""What of an exam may stay when the people go: what was asked, how items and rules went, and totals without names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from guizhang.grading.analysis.figures import MINIMUM, Measure
from guizhang.grading.privacy.pseudonyms import Pseudonyms
from guizhang.model.form import ExamRecord

FEWEST = MINIMUM[Measure.HEADLINE]
"""Figures of fewer people may be figures of one of them, and go."""
_KEPT = (
    "results_version", "exam_id", "exam_sha256", "blueprint", "title", "held", "policy", "pseudonymous", "corrections",
    "headline",
)  # fmt: skip
_EMPTY = ("files", "absent", "refused", "faults", "results", "near_cut")
_FORM = "form-"


def is_anonymous(record: ExamRecord) -> bool:
    """Tell whether a record names nobody."""
    own = record.individual and not all(form.id.startswith(_FORM) for form in record.forms)
    return not (record.candidates or record.walk_ins or own)


def anonymous_record(record: ExamRecord, codes: Pseudonyms) -> ExamRecord:
    """Return an exam without people; papers of one person get numbers, in an order that says nothing."""
    forms = record.forms
    if record.individual:
        shuffled = sorted(forms, key=lambda form: codes.code(form.id))
        forms = tuple(form.model_copy(update={"id": f"{_FORM}{n}"}) for n, form in enumerate(shuffled, start=1))
    return record.model_copy(update={"candidates": (), "walk_ins": {}, "answer_sheets": (), "forms": forms})


def anonymous_results(raw: Mapping[str, Any], purged: date, *, individual: bool) -> dict[str, Any]:
    """Return ``results.json`` without people.

    Args:
        raw: What grading wrote.
        purged: When the people go.
        individual: Whether forms are named after people.
    """
    kept = {name: raw[name] for name in _KEPT if name in raw}
    kept["purged"] = purged.isoformat()
    for name in _EMPTY:
        kept[name] = []
    for name in ("themes", "provisions", "items"):
        kept[name] = [dict(row) for row in raw.get(name, ()) if row["n"] >= FEWEST]
    for row in kept["items"]:
        row["numbers"] = {} if individual else row["numbers"]
        # An answer that few gave may be known to be theirs.
        row["choices"] = [choice for choice in row["choices"] if choice["n"] >= FEWEST or choice["key"]]
    for name in ("forms", "comparisons"):
        kept[name] = [] if individual else [row for row in raw.get(name, ()) if row["n"] >= FEWEST]
    kept["agreement"] = [row for row in raw.get("agreement", ()) if row["pairs"] >= FEWEST]
    people = raw.get("results", ())
    totals = [
        {
            "points": p["total_points"],
            "open_points": p["open_points"],
            "max_points": p["max_points"],
            "passed": p["passed"],
        }
        for p in sorted(people, key=lambda p: (Decimal(p["total_points"]), Decimal(p["max_points"]), str(p["passed"])))
    ]
    kept["totals"] = raw["totals"] if "totals" in raw else totals if len(totals) >= FEWEST else []
    return kept
