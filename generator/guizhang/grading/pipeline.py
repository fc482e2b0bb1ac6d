"""From an exam folder and response files to a folder of results.

Rows that cannot be read refuse their people, and everybody else is graded: the report says first who is missing. With
``strict`` nothing is written while anything is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, field_path, stops
from guizhang.grading import faults
from guizhang.grading.analysis import Analysis, analyse
from guizhang.grading.audit import Action, Stamp, append, hashes
from guizhang.grading.corrections import CORRECTIONS, Corrected, correct, read_corrections
from guizhang.grading.grade import grade_responses
from guizhang.grading.kept import Kept, standings
from guizhang.grading.output import GRADEBOOK, REPORT, RESULTS, contents, output_faults, write_results
from guizhang.grading.pseudonyms import (
    Pseudonyms,
    everybody,
    hidden_intake,
    hidden_record,
    read_pseudonyms,
    write_pseudonyms,
)
from guizhang.grading.reports.extras import Extras
from guizhang.grading.responses import FileCount, Intake, Refusal, read_responses
from guizhang.grading.summary import ClassReport, provision_link
from guizhang.model.exam_json import load_record
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text
from guizhang.sealing.keys import PrivateKey

__all__ = ["GRADEBOOK", "REPORT", "RESULTS", "GradeReport", "class_report", "grade", "read_record"]


@dataclass(frozen=True, slots=True)
class GradeReport:
    """What became of one run."""

    diagnostics: tuple[Diagnostic, ...]
    """All faults of all files, in file order."""
    files: tuple[FileCount, ...]
    """What became of every row."""
    results: tuple[CandidateResult, ...] = ()
    analysis: Analysis | None = None
    refused: tuple[Refusal, ...] = ()
    """People who handed in something that cannot be graded until it is mended."""
    exam_id: str = ""
    headline: Text | None = None
    written: tuple[Path, ...] = ()
    """Files of the results folder; none when a fault stopped the run."""

    @property
    def stopped(self) -> bool:
        """Whether faults kept the results from being written."""
        return not self.written


def grade(
    exam_dir: Path,
    responses: Sequence[Path],
    out: Path,
    *,
    policy: ScoringPolicy | None = None,
    strict: bool = False,
    site_url: str | None = None,
    shown: Mapping[Path, str] | None = None,
    key: PrivateKey | None = None,
    held: date | None = None,
    stamp: Stamp | None = None,
    pseudonymise: bool = False,
    extras: Extras | None = None,
) -> GradeReport:
    """Grade response files and write gradebook, report and results.

    Args:
        exam_dir: The folder ``guizhang exam draw`` wrote; ``secret/exam.json`` in it is read.
        responses: CSV, TSV or XLSX files, and answer files of the exam page.
        out: The results folder, mode 0700; an earlier one is replaced as a whole, and stays on a crash.
        policy: Scoring rules in the place of those the exam was drawn with.
        strict: Any error or warning stops the output.
        site_url: Where the handbook stands, relative to *out* or absolute; ``None`` prints addresses without links.
        shown: How messages name each response file; the path itself when absent.
        key: Opens sealed answer files.
        held: Day of the exam, by which results of several exams are put in order.
        stamp: Who grades, and when, for the exam's log; ``None``: nothing is logged.
        pseudonymise: People stand in the results under codes that only the exam's secret folder can tell.
        extras: Pages for people, certificates, the list of who has to come again.

    Raises:
        ValueError: *site_url* has a scheme that is not http, https or file.
    """
    provision_link(site_url, "")
    record, found = read_record(exam_dir / "secret" / "exam.json")
    found += output_faults(exam_dir, out)
    if record is None:
        return GradeReport(tuple(found), ())
    corrections, misread = read_corrections(exam_dir / "secret" / CORRECTIONS)
    policy = policy or record.scoring
    counted, misfits = (
        correct(record, policy, corrections, exam_dir / "secret" / CORRECTIONS)
        if corrections is not None
        else (None, [])
    )
    found += [*misread, *misfits]
    if corrections is None or counted is None:
        return GradeReport(tuple(found), ())
    intake = read_responses(responses, record, shown, key)
    diagnostics = (*found, *intake.diagnostics)
    names = read_pseudonyms(exam_dir / "secret").knowing(everybody(record, intake)) if stamp or pseudonymise else None
    report = class_report(record, counted, intake, site_url, names if pseudonymise else None)
    written: tuple[Path, ...] = ()
    if report.results and not found and not (strict and stops(diagnostics, strict=True)):
        told = standings(report.results)
        kept = Kept(record.exam_id, report.intake, policy, corrections, told, held, site_url, pseudonymise, extras)
        content = contents(report, kept)
        if names is not None:
            write_pseudonyms(exam_dir / "secret", names)
        if stamp is not None:
            counts = {"graded": len(report.results), "refused": len(intake.refused)}
            action = Action.PSEUDONYMISE if pseudonymise else Action.GRADE
            append(exam_dir / "secret", stamp, action, counts=counts, files=hashes(content))
        written = write_results(out, content, earlier=not pseudonymise)
    return GradeReport(
        diagnostics,
        intake.files,
        report.results,
        report.analysis,
        intake.refused,
        record.exam_id,
        report.headline,
        written,
    )


def class_report(
    record: ExamRecord, counted: Corrected, intake: Intake, site_url: str | None, names: Pseudonyms | None = None
) -> ClassReport:
    """Return a class graded and analysed.

    Args:
        record: The exam as it was drawn.
        counted: The exam as it counts.
        intake: What was answered.
        site_url: Where the handbook stands.
        names: Codes in the place of people; ``None``: they stand under their own ids, or under codes already.
    """
    exam = counted.record
    if names is not None:
        intake, exam = hidden_intake(record, intake, names), hidden_record(exam, names)
    results = grade_responses(exam, intake.responses, counted.policy)
    return ClassReport(
        record=exam,
        results=results,
        analysis=analyse(exam, results),
        intake=intake,
        policy=counted.policy,
        provision_names={address: place.name for address, place in record.cited.items()},
        site_url=site_url,
        drawn=record,
        corrections=counted.corrections.in_force,
        pseudonymous=names is not None,
    )


def read_record(path: Path) -> tuple[ExamRecord | None, list[Diagnostic]]:
    """Return the record of the drawn exam, or why it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [faults.no_record(str(path), error.strerror or str(error))]
    try:
        return load_record(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [faults.no_record(str(path), f"{field_path(d['loc'])}: {d['msg']}") for d in details[:20]]
    except ValueError as error:
        return None, [faults.no_record(str(path), str(error))]
