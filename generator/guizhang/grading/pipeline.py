"""From an exam folder and response files to a folder of results; nothing is written while anything is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, field_path, stops
from guizhang.files import PRIVATE, new_folder
from guizhang.grading import faults
from guizhang.grading.analysis import Analysis, analyse
from guizhang.grading.grade import grade_responses
from guizhang.grading.gradebook import gradebook
from guizhang.grading.report import html_report
from guizhang.grading.responses import FileCount, Intake, read_responses
from guizhang.grading.summary import ClassReport, provision_link
from guizhang.model.exam_json import load_record
from guizhang.model.form import ExamRecord
from guizhang.model.response import CandidateResult, Outcome
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text

GRADEBOOK, REPORT, RESULTS = "gradebook.xlsx", "report.html", "results.json"
RESULTS_VERSION = 1
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
    headline: Text | None = None
    written: tuple[Path, ...] = ()
    """Files of the results folder; none when a fault stopped the run."""

    @property
    def stopped(self) -> bool:
        """Whether faults kept the results from being written; the command then exits with 1."""
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
) -> GradeReport:
    """Grade response files and write gradebook, report and results.

    Args:
        exam_dir: The folder ``guizhang exam draw`` wrote; ``secret/exam.json`` in it is read.
        responses: CSV, TSV or XLSX files.
        out: The results folder, mode 0700; an earlier one is replaced as a whole, and stays on a crash.
        policy: Scoring rules; the defaults of `ScoringPolicy` when absent.
        strict: Warnings stop the output too.
        site_url: Where the handbook stands, relative to *out* or absolute; ``None`` prints addresses without links.
        shown: How messages name each response file; the path itself when absent.

    Raises:
        ValueError: *site_url* has a scheme that is not http, https or file.
    """
    provision_link(site_url, "")
    record, found = _record(exam_dir / "secret" / "exam.json")
    found += _output_faults(exam_dir, out)
    if record is None:
        return GradeReport(tuple(found), ())
    policy = policy or ScoringPolicy()
    intake = read_responses(responses, record, shown)
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
    if not stops(diagnostics, strict=strict):
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
    return GradeReport(diagnostics, intake.files, results, analysis, report.headline, written)


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


def results_json(report: ClassReport) -> str:
    """Return the results for other programs: points as decimal strings, shares in 0..1, keys in a fixed order."""
    record, analysis = report.record, report.analysis
    document: dict[str, Any] = {
        "results_version": RESULTS_VERSION,
        "exam_id": record.exam_id,
        "exam_sha256": sha256(record.model_dump_json().encode()).hexdigest(),
        "blueprint": record.blueprint,
        "title": record.title.model_dump(),
        "policy": report.policy.model_dump(mode="json"),
        "headline": report.headline.model_dump(),
        "files": list(_files(report.intake)),
        "absent": [{"candidate": a.candidate, "name": a.name, "form": a.form} for a in report.intake.absent],
        "results": [result.model_dump(mode="json") for result in report.results],
        "items": [
            {
                "item_id": s.item_id,
                "numbers": dict(s.numbers),
                "n": s.n,
                "outcomes": {outcome.value: s.outcomes[outcome] for outcome in Outcome},
                "facility": str(s.facility) if s.facility is not None else None,
                "wilson_95": [round(end, 6) for end in s.interval] if s.interval else None,
            }
            for s in analysis.items
        ],
        "themes": [{"theme": t.theme, "n": t.n, "facility": str(t.facility)} for t in analysis.themes],
        "provisions": [
            {
                "address": p.address,
                "items": list(p.items),
                "n": p.n,
                "missed": p.missed,
                "blank": p.blank,
                "facility": str(p.facility),
            }
            for p in analysis.provisions
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _files(intake: Intake) -> Iterator[dict[str, Any]]:
    for file in intake.files:
        yield {
            "path": file.path,
            "sha256": file.sha256,
            "rows": file.rows,
            "graded": file.graded,
            "flagged": file.flagged,
            "refused": file.refused,
            "blank": file.blank,
            "columns": [
                {"heading": c.heading, "kind": c.kind.value, "question": c.number}
                for c in (file.header.columns if file.header else ())
            ],
        }
