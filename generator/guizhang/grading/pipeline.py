"""From an exam folder and response files to a folder of results.

Rows that cannot be read refuse their people, and everybody else is graded: the report says first who is missing. With
``strict`` nothing is written while anything is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, field_path, stops, system_words
from guizhang.grading import faults
from guizhang.grading.analysis.analyse import Analysis
from guizhang.grading.analysis.trend import earlier_exams
from guizhang.grading.asked import Asked
from guizhang.grading.audit import Action, Stamp, append, hashes
from guizhang.grading.correcting.corrections import CORRECTIONS, Corrected, correct, read_corrections
from guizhang.grading.grade import grade_responses
from guizhang.grading.kept import Kept, read_kept, standings
from guizhang.grading.output import GRADEBOOK, REPORT, RESULTS, contents, output_faults, removed, write_results
from guizhang.grading.privacy.pseudonyms import (
    Pseudonyms,
    everybody,
    hidden_intake,
    hidden_record,
    read_pseudonyms,
    write_pseudonyms,
)
from guizhang.grading.reading.responses import FileCount, Intake, Refusal, read_responses
from guizhang.grading.reports.extras import Extras
from guizhang.grading.since import UNCHANGED, Since, since
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
    held: date | None = None
    """Day of the exam."""
    taken_over: tuple[Text, ...] = ()
    """What nobody asked for now and is as the last time."""
    removed: tuple[str, ...] = ()
    """Files that stood in the results folder and do not any more."""
    since: Since = UNCHANGED
    """Who moved since the results that stood there."""

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
    today: date | None = None,
    stamp: Stamp | None = None,
    pseudonymise: bool = False,
    code_key: bytes | None = None,
    extras: Extras | None = None,
    forget: bool = False,
) -> GradeReport:
    """Grade response files and write gradebook, report and results.

    Args:
        exam_dir: The folder ``guizhang exam draw`` wrote; ``secret/exam.json`` in it is read.
        responses: CSV, TSV or XLSX files, and answer files of the exam page.
        out: The results folder, mode 0700; an earlier one is replaced as a whole, and stays on a crash. Results of the same
            exam that differ are kept under a number, with who moved.
        policy: Scoring rules in the place of those the exam was drawn with.
        strict: Any error or warning stops the output.
        site_url: Where the handbook stands, relative to *out* or absolute; ``None`` prints addresses without links.
        shown: How messages name each response file; the path itself when absent.
        key: Opens sealed answer files.
        held: Day of the exam, by which results of several exams are put in order.
        today: The day of the exam where neither *held* nor the earlier results say another.
        stamp: Who grades, and when, for the exam's log; ``None``: nothing is logged.
        pseudonymise: People stand in the results under codes that only the exam's secret folder can tell.
        code_key: Makes the codes; ``None``: a key of the exam's own.
        extras: Pages for people, certificates, the list of who has to come again.
        forget: Take nothing over from results of this exam in *out*; else what is not asked for now is as the last time.

    Raises:
        ValueError: *site_url* has a scheme that is not http, https or file.
    """
    provision_link(site_url, "")
    given = Asked(policy, held, site_url, pseudonymise, extras)
    run, found = _ready(exam_dir, out, given, forget=forget)
    if run is None:
        return GradeReport(tuple(found), ())
    record, asked = run.record, run.asked
    intake = read_responses(responses, record, shown, key)
    coded = stamp or asked.pseudonymise
    names = read_pseudonyms(run.secret, code_key).knowing(everybody(record, intake)) if coded else None
    report = class_report(record, run.counted, intake, asked.site_url, names if asked.pseudonymise else None)
    report = replace(report, held=asked.held or today, earlier=earlier_exams(out, record, asked.held or today))
    graded = _graded(report, intake, found, asked.beyond(given, record))
    if found or not report.results or (strict and stops(graded.diagnostics, strict=True)):
        return graded
    kept = run.kept(report)
    changed = UNCHANGED if run.hiding else since(run.last, kept)
    content, lacking = contents(report, kept, {} if run.hiding else changed.files(out))
    graded = replace(graded, diagnostics=(*graded.diagnostics, *lacking), since=changed)
    if strict and stops(lacking, strict=True):
        return graded
    _record_it(run.secret, stamp, names, graded, content, pseudonymous=asked.pseudonymise)
    gone = removed(out, content)
    written = write_results(out, content, superseded=changed.superseded, earlier=not run.hiding)
    return replace(graded, written=written, removed=gone)


def _graded(
    report: ClassReport, intake: Intake, found: Sequence[Diagnostic], taken_over: Iterable[Text]
) -> GradeReport:
    """Return what became of a run before anything is written; *intake* names people, also where the report hides them."""
    return GradeReport(
        (*found, *intake.diagnostics),
        intake.files,
        report.results,
        report.analysis,
        intake.refused,
        report.record.exam_id,
        report.headline,
        held=report.held,
        taken_over=tuple(taken_over),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """What is graded, and how."""

    record: ExamRecord
    """The exam as it was drawn."""
    counted: Corrected
    """The exam as it counts."""
    asked: Asked
    """What was asked for, now or the last time."""
    last: Kept | None
    """What the results folder keeps of the same exam."""
    secret: Path
    """The exam's folder of secrets."""

    @property
    def hiding(self) -> bool:
        """Whether earlier results name people, and these do not."""
        return self.asked.pseudonymise and not (self.last and self.last.pseudonymous)

    def kept(self, report: ClassReport) -> Kept:
        """Return what the results folder is to keep for the next time."""
        policy, asked = self.asked.policy or self.record.scoring, self.asked
        return Kept(
            self.record.exam_id, report.intake, policy, self.counted.corrections, standings(report.results),
            report.held, asked.site_url, asked.pseudonymise, asked.extras,
        )  # fmt: skip


def _ready(exam_dir: Path, out: Path, given: Asked, *, forget: bool) -> tuple[_Run | None, list[Diagnostic]]:
    """Return the exam with its corrections and what is asked for; ``None`` where it cannot be graded."""
    secret = exam_dir / "secret"
    record, found = read_record(secret / "exam.json")
    found += output_faults(exam_dir, out)
    if record is None:
        return None, found
    last = _last_time(out, record)
    asked = given.after(None if forget else last)
    counted, misfits = _counted(record, asked.policy or record.scoring, secret / CORRECTIONS)
    found += misfits
    return (None if counted is None else _Run(record, counted, asked, last, secret)), found


def _last_time(out: Path, record: ExamRecord) -> Kept | None:
    """Return what a results folder keeps of the same exam."""
    kept, _ = read_kept(out)
    return kept if kept is not None and kept.exam_id == record.exam_id else None


def _counted(record: ExamRecord, policy: ScoringPolicy, path: Path) -> tuple[Corrected | None, list[Diagnostic]]:
    """Return the exam as it counts after the corrections in the file *path*, or why they cannot be heeded."""
    corrections, found = read_corrections(path)
    if corrections is None:
        return None, found
    counted, misfits = correct(record, policy, corrections, path)
    return counted, [*found, *misfits]


def _record_it(
    secret: Path,
    stamp: Stamp | None,
    names: Pseudonyms | None,
    graded: GradeReport,
    content: Mapping[str, bytes],
    *,
    pseudonymous: bool,
) -> None:
    """Keep the codes, and add to the log what is about to be written."""
    if names is not None:
        write_pseudonyms(secret, names)
    if stamp is not None:
        counts = {"graded": len(graded.results), "refused": len(graded.refused), **graded.since.counts}
        action = Action.PSEUDONYMISE if pseudonymous else Action.GRADE
        people = [d.after.candidate for d in graded.since.moved]
        moved = people if pseudonymous or names is None else [names.code(person) for person in people]
        append(secret, stamp, action, counts=counts, files=hashes(content), moved=moved)


def class_report(
    record: ExamRecord, counted: Corrected, intake: Intake, site_url: str | None, names: Pseudonyms | None = None
) -> ClassReport:
    """Return a class graded.

    Args:
        record: The exam as it was drawn.
        counted: The exam as it counts.
        intake: What was answered.
        site_url: Where the handbook stands.
        names: Codes in the place of people; ``None``: they stand under their own ids.
    """
    if names is not None:
        intake, counted = (
            hidden_intake(record, intake, names),
            replace(counted, record=hidden_record(counted.record, names)),
        )
    results = grade_responses(counted.record, intake.responses, counted.policy)
    return report_on(record, counted, intake, results, site_url, pseudonymous=names is not None)


def report_on(
    record: ExamRecord,
    counted: Corrected,
    intake: Intake,
    results: tuple[CandidateResult, ...],
    site_url: str | None,
    *,
    pseudonymous: bool,
) -> ClassReport:
    """Return what a report is written from; *counted* and *intake* name people as *results* do."""
    return ClassReport(
        record=counted.record,
        results=results,
        intake=intake,
        policy=counted.policy,
        provision_names={address: place.name for address, place in counted.record.cited.items()},
        site_url=site_url,
        drawn=record,
        corrections=counted.corrections.in_force,
        pseudonymous=pseudonymous,
    )


def read_record(path: Path) -> tuple[ExamRecord | None, list[Diagnostic]]:
    """Return the record of the drawn exam, or why it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [faults.no_record(str(path), system_words(error))]
    try:
        return load_record(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [faults.no_record(str(path), f"{field_path(d['loc'])}: {d['msg']}") for d in details[:20]]
    except ValueError as error:
        return None, [faults.no_record(str(path), str(error))]
