"""Corrections as trainers make them, for the tests of what they are worth and of grading again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from guizhang.grading.correcting.corrections import correct
from guizhang.model.correction import Correction, Corrections
from guizhang.model.scoring import ScoringPolicy

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def correction(what, **more):
    """Return a correction with a reason, by somebody, some day."""
    return Correction(**({"what": what, "reason": "r", "by": "b", "at": AT} | more))


def corrected(exam, *made, policy=None):
    """Return an exam as it counts after these corrections."""
    counted, found = correct(exam, policy or ScoringPolicy(), Corrections(corrections=made), Path("corrections.yaml"))
    assert counted is not None, [fault.render("en") for fault in found]
    return counted
