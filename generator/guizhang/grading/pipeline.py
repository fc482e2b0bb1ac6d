"""From an exam folder and response files to a folder of results.

Rows that cannot be read refuse their people, and everybody else is graded: the report says first who is missing. With
``strict`` nothing is written while anything is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, field_path, stops
from guizhang.files import PRIVATE, new_folder
from guizhang.grading import faults
from guizhang.grading.analysis import Analysis, analyse
from guizhang.grading.as_json import results_json
from guizhang.grading.grade import grade_responses
from guizhang.grading.gradebook import gradebook
from guizhang.grading.report import html_report
from guizhang.grading.responses import FileCount, Refusal, read_responses
from guizhang.grading.summary import ClassReport, provision_link
from guizhang.model.exam_json import load_record
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text
from guizhang.sealing.keys import PrivateKey

GRADEBOOK, REPORT, RESULTS = "gradebook.xlsx", "report.html", "results.json"
_PUBLISHED = ("site", "docs", "content")


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

    Raises:
        ValueError: *site_url* has a scheme that is not http, https or file.
    """
    provision_link(site_url, "")
    record, found = _record(exam_dir / "secret" / "exam.json")
    found += _output_faults(exam_dir, out)
    if record is None:
        return GradeReport(tuple(found), ())
    policy = policy or record.scoring
    intake = read_responses(responses, record, shown, key)
    diagnostics = (*found, *intake.diagnostics)
    results = grade_responses(record, intake.responses, policy)
    analysis = analyse(record, results)
    report = ClassReport(
        record=record,
        results=results,
        analysis=analysis,
        intake=intake,
        policy=policy,
        provision_names={address: place.name for address, place in record.cited.items()},
        site_url=site_url,
    )
    written: tuple[Path, ...] = ()
    if results and not found and not (strict and stops(diagnostics, strict=True)):
        content: dict[str, bytes] = {
            GRADEBOOK: gradebook(report),
            REPORT: html_report(report).encode(),
            RESULTS: results_json(report).encode(),
        }
        with new_folder(out, mode=PRIVATE) as folder:
            for name, data in content.items():
                (folder / name).write_bytes(data)
                (folder / name).chmod(0o600)
        written = tuple(out / name for name in content)
    return GradeReport(
        diagnostics, intake.files, results, analysis, intake.refused, record.exam_id, report.headline, written
    )


def _record(path: Path) -> tuple[ExamRecord | None, list[Diagnostic]]:
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


def _output_faults(exam_dir: Path, out: Path) -> list[Diagnostic]:
    """Return why *out* is no place for results: published from, or holding files that are not ours to replace."""
    here = out.resolve()
    published = any(
        parent.name in _PUBLISHED and (parent.parent / "mkdocs.yml").exists() for parent in (here, *here.parents)
    )
    if published or (exam_dir / "handout").resolve() in (here, *here.parents):
        return [faults.public_output(str(out))]
    if here in (p.resolve() for p in (exam_dir, exam_dir / "secret")) or (out.exists() and not out.is_dir()):
        return [faults.foreign_files(str(out), [out.name])]
    foreign = (
        sorted(p.name for p in out.iterdir() if p.name not in (GRADEBOOK, REPORT, RESULTS)) if out.exists() else []
    )
    return [faults.foreign_files(str(out), foreign)] if foreign else []
