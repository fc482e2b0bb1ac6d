"""What a results folder keeps so that it can be graded again without the response files: ``answers.json``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from guizhang.diagnostics import Diagnostic, field_path, system_words
from guizhang.grading.correcting import faults
from guizhang.grading.reading.responses import Intake
from guizhang.grading.reports.extras import Extras
from guizhang.model.correction import Corrections
from guizhang.model.response import CandidateResult
from guizhang.model.scoring import ScoringPolicy

ANSWERS = "answers.json"


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody was told."""

    candidate: str
    name: str
    form: str
    points: Decimal
    max_points: Decimal
    cut: Decimal
    passed: bool | None
    """``None`` while something is still unmarked and would decide it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered, and what came of it the last time."""

    exam_id: str
    intake: Intake
    policy: ScoringPolicy
    """As the exam was graded, before corrections of it."""
    corrections: Corrections
    """Those the results rest on."""
    standings: tuple[Standing, ...]
    held: date | None = None
    site_url: str | None = None
    pseudonymous: bool = False
    extras: Extras | None = None
    """Pages, certificates and lists that were asked for: a correction makes them anew."""


def standings(results: tuple[CandidateResult, ...]) -> tuple[Standing, ...]:
    """Return what everybody is told, in the order of the results."""
    return tuple(
        Standing(r.candidate, r.name, r.form, r.total_points, r.max_points, r.cut_points, r.passed) for r in results
    )


@cache
def _format() -> TypeAdapter[Kept]:
    return TypeAdapter(Kept)


def dump_kept(kept: Kept) -> bytes:
    """Return *kept* as JSON."""
    return _format().dump_json(kept) + b"\n"


def read_kept(results: Path) -> tuple[Kept | None, list[Diagnostic]]:
    """Return what a results folder keeps, or why it cannot be read."""
    path = results / ANSWERS
    try:
        return _format().validate_json(path.read_bytes()), []
    except OSError as error:
        return None, [faults.nothing_kept(str(path), system_words(error))]
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return None, [faults.nothing_kept(str(path), f"{field_path(detail['loc'])}: {detail['msg']}")]
