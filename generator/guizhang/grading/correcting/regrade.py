"""An exam graded again from what was answered, after a correction: who moved, and the new results beside the old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from guizhang.diagnostics import Diagnostic
from guizhang.grading import audit
from guizhang.grading.analysis.trend import earlier_exams
from guizhang.grading.correcting import faults
from guizhang.grading.correcting.corrections import CORRECTIONS, Corrected, correct, read_corrections, write_corrections
from guizhang.grading.correcting.differences import (
    Difference,
    FormChange,
    changes_json,
    changes_xlsx,
    differences,
    form_changes,
)
from guizhang.grading.grade import grade_responses
from guizhang.grading.kept import Kept, Standing, read_kept, standings
from guizhang.grading.output import CHANGES_JSON, CHANGES_XLSX, contents, output_faults, write_results
from guizhang.grading.pipeline import read_record, report_on
from guizhang.grading.privacy.pseudonyms import (
    Pseudonyms,
    everybody,
    hidden_intake,
    hidden_record,
    read_pseudonyms,
    write_pseudonyms,
)
from guizhang.model.correction import Correction, Corrections
from guizhang.model.form import ExamRecord
from guizhang.parallel import uncollected


@dataclass(frozen=True, slots=True)
class Regraded:
    """What became of one run."""

    diagnostics: tuple[Diagnostic, ...]
    people: int = 0
    differences: tuple[Difference, ...] = ()
    forms: tuple[FormChange, ...] = ()
    """Forms whose maximum or cut score changed."""
    written: tuple[Path, ...] = ()
    """Files of the results folder; none for a dry run, where nothing changed, and where a fault stopped the run."""


@uncollected()
def regrade(
    exam_dir: Path,
    results: Path,
    stamp: audit.Stamp,
    *,
    add: Sequence[Correction] = (),
    pseudonymise: bool = False,
    code_key: bytes | None = None,
    dry_run: bool = False,
) -> Regraded:
    """Record corrections and grade again from what the results folder keeps.

    The corrections are written first, then the log, then the results: what a crash leaves undone, the next run does.

    Args:
        exam_dir: The folder ``guizhang exam draw`` wrote.
        results: The folder ``guizhang grade`` wrote; its results are kept under a number.
        stamp: Who does it, and when.
        add: Corrections to record; those already recorded hold anyway.
        pseudonymise: From now on people stand in the results under codes; results that name them are not kept.
        code_key: Makes the codes; ``None``: a key of the exam's own.
        dry_run: Tell the differences and write nothing.
    """
    exam, found = _read(exam_dir, results, add)
    if exam is None:
        return Regraded(tuple(found))
    record, kept, corrections, counted, secret = exam
    hiding = pseudonymise and not kept.pseudonymous
    names = read_pseudonyms(secret, code_key if hiding else None)
    if not kept.pseudonymous:
        names = names.knowing(everybody(record, kept.intake))
    if hiding:
        kept = _hidden(record, kept, names)
    if kept.pseudonymous:
        counted = replace(counted, record=hidden_record(counted.record, names))
    marked = grade_responses(counted.record, kept.intake.responses, counted.policy)
    after = standings(marked)
    moved, forms = differences(kept.standings, after), form_changes(kept.standings, after)
    same = not (moved or forms or hiding) and corrections == kept.corrections
    if dry_run or same:
        return Regraded((), len(after), moved, forms)
    new = replace(kept, corrections=corrections, standings=after)
    report = report_on(record, counted, kept.intake, marked, kept.site_url, pseudonymous=kept.pseudonymous)
    report = replace(report, held=kept.held, earlier=earlier_exams(results, record, kept.held))
    changes = {
        CHANGES_JSON: lambda: changes_json(moved, forms, add),
        CHANGES_XLSX: lambda: changes_xlsx(moved),
    }
    content, lacking = contents(report, new, changes)
    _record_it(secret, stamp, corrections, len(add), moved, content, names, pseudonymous=new.pseudonymous)
    if hiding:
        audit.append(secret, stamp, audit.Action.PSEUDONYMISE, counts={"graded": len(after)})
    written = write_results(results, content, superseded=not hiding, earlier=not hiding)
    return Regraded(lacking, len(after), moved, forms, written)


class _Exam(NamedTuple):
    """An exam, what its results folder keeps, and the corrections that are to hold."""

    record: ExamRecord
    kept: Kept
    corrections: Corrections
    counted: Corrected
    """The exam as it counts under them."""
    secret: Path
    """The exam's folder of secrets."""


def _read(exam_dir: Path, results: Path, add: Sequence[Correction]) -> tuple[_Exam | None, Sequence[Diagnostic]]:
    """Return the exam with *add* among its corrections, or why it cannot be graded again."""
    secret = exam_dir / "secret"
    record, found = read_record(secret / "exam.json")
    kept, unread = read_kept(results)
    old, misread = read_corrections(secret / CORRECTIONS)
    found += [*unread, *misread, *output_faults(exam_dir, results)]
    if record is None or kept is None or old is None or found:
        return None, found
    if kept.exam_id != record.exam_id:
        return None, [faults.other_exam(str(results), kept.exam_id, record.exam_id)]
    corrections = Corrections(corrections=(*old.corrections, *add))
    counted, found = correct(record, kept.policy, corrections, secret / CORRECTIONS)
    return (None if counted is None else _Exam(record, kept, corrections, counted, secret)), found


def _hidden(record: ExamRecord, kept: Kept, names: Pseudonyms) -> Kept:
    """Return what is kept with people under their codes."""
    hidden = (
        Standing(names.code(s.candidate), "", names.code(s.form) if record.individual else s.form,
                 s.points, s.max_points, s.cut, s.passed)
        for s in kept.standings
    )  # fmt: skip
    return replace(kept, intake=hidden_intake(record, kept.intake, names), standings=tuple(hidden), pseudonymous=True)


def _record_it(
    secret: Path,
    stamp: audit.Stamp,
    corrections: Corrections,
    added: int,
    moved: Sequence[Difference],
    content: dict[str, bytes],
    names: Pseudonyms,
    *,
    pseudonymous: bool,
) -> None:
    """Keep corrections and codes, and add to the log what is about to be written."""
    write_pseudonyms(secret, names)
    write_corrections(secret / CORRECTIONS, corrections)
    total = len(corrections.corrections)
    decided = [d.after.passed for d in moved if d.decided_otherwise]
    audit.append(
        secret,
        stamp,
        audit.Action.REGRADE,
        counts={"moved": len(moved), "to_pass": decided.count(True), "to_fail": decided.count(False)},
        corrections=range(total - added + 1, total + 1),
        files=audit.hashes({**content, CORRECTIONS: (secret / CORRECTIONS).read_bytes()}),
        moved=[d.after.candidate if pseudonymous else names.code(d.after.candidate) for d in moved],
    )
