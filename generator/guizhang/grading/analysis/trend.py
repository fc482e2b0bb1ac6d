"""Earlier exams of the same blueprint whose results stand beside these: whether a class knows more than the last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import quote

from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult

RESULTS, REPORT = "results.json", "report.html"
_SHOWN = 8
"""Exams in the table; `guizhang results show -s trend` has all."""
_HEAD_BYTES = 100_000
_BEHIND = ',\n "files":'
"""What stands in a file of results behind the figures of the class; the rest may be large."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One exam in a few figures."""

    held: date
    graded: int
    passed: int
    open: int
    """People who may still pass."""
    mean_share: Decimal | None
    """Mean of the shares of all points that people earned, 0..1."""
    link: str = ""
    """Its report, seen from this one."""


def figures(results: Sequence[CandidateResult]) -> dict[str, Any]:
    """Return what another exam's report says about this one."""
    shares = [result.total_points / result.max_points for result in results if result.max_points]
    return {
        "graded": len(results),
        "passed": sum(result.passed is True for result in results),
        "open": sum(result.passed is None for result in results),
        "mean_share": f"{sum(shares, Decimal(0)) / len(shares):.4f}" if shares else None,
    }


def earlier_exams(out: Path, record: ExamRecord, held: date | None) -> tuple[Sitting, ...]:
    """Return the last exams of the same blueprint before the day *held*, oldest first.

    Args:
        out: The results folder; others are looked for beside it.
        record: The exam.
        held: Its day; without one nothing is earlier.
    """
    if held is None:
        return ()
    found: dict[str, tuple[Sitting, str]] = {}
    for path in sorted(out.parent.glob(f"*/{RESULTS}")):
        head = _head(path) if path.parent.resolve() != out.resolve() else None
        if head is None or head.get("blueprint") != record.blueprint or head.get("exam_id") == record.exam_id:
            continue
        sitting = _sitting(head, path)
        if sitting is not None and sitting.held < held:
            found[head["exam_id"]] = (sitting, path.parent.name)
    return tuple(s for s, _ in sorted(found.values(), key=lambda pair: (pair[0].held, pair[1])))[-_SHOWN:]


def _head(path: Path) -> dict[str, Any] | None:
    """Return the beginning of a file of results; ``None`` where it is another file."""
    try:
        with path.open("rb") as file:
            text = file.read(_HEAD_BYTES).decode("utf-8", "ignore")
        head = json.loads(text.partition(_BEHIND)[0] + "}")
    except (OSError, ValueError):
        return None
    return head if isinstance(head, dict) else None


def _sitting(head: dict[str, Any], path: Path) -> Sitting | None:
    # Results written before there were such figures, or purged since, have none.
    try:
        own, share = head["class"], head["class"]["mean_share"]
        return Sitting(
            date.fromisoformat(head["held"]),
            int(own["graded"]),
            int(own["passed"]),
            int(own["open"]),
            Decimal(share) if share is not None else None,
            f"../{quote(path.parent.name)}/{REPORT}" if (path.parent / REPORT).is_file() else "",
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return None
