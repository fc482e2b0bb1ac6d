"""Import of files to files: read, import, write everything or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.files import write_file
from guizhang.importers.drafts import drafts
from guizhang.importers.outline import Import
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused
from guizhang.importers.report import ledger_json, outline_json


@dataclass(frozen=True)
class Imported:
    """What one file gave."""

    source: Path
    result: Import
    drafts: Mapping[str, str]
    """Draft file name -> YAML."""


def import_files(paths: Sequence[Path]) -> list[Imported]:
    """Import every file; nothing is written.

    Raises:
        Faulty: one diagnostic per file that is refused.
    """
    found: list[Imported] = []
    faults: list[Diagnostic] = []
    for path in paths:
        try:
            result = import_text(path.read_bytes(), str(path))
        except ImportRefused as error:
            faults.append(_refused(error, path))
        except OSError as error:
            faults.append(_unreadable(error, path))
        else:
            found.append(Imported(path, result, drafts(result)))
    if faults:
        raise Faulty(faults)
    return found


def save_drafts(imported: Sequence[Imported], folder: Path, *, replace: bool) -> list[Path]:
    """Write the drafts into *folder* and return their paths.

    Raises:
        Faulty: a draft would overwrite another file; nothing has been written.
    """
    texts: dict[Path, str] = {}
    faults: list[Diagnostic] = []
    for one in imported:
        for name, text in one.drafts.items():
            path = folder / name
            if path in texts or (path.exists() and not replace and path.read_text(encoding="utf-8") != text):
                faults.append(_taken(path))
            texts[path] = text
    if faults:
        raise Faulty(faults)
    for path, text in texts.items():
        write_file(path, text)
    return list(texts)


def save_json(one: Imported, *, outline: Path | None, ledger: Path | None) -> None:
    """Write the outline and the ledger of one import as JSON."""
    if outline is not None:
        write_file(outline, json.dumps(outline_json(one.result), ensure_ascii=False, indent=1) + "\n")
    if ledger is not None:
        write_file(ledger, json.dumps(ledger_json(one.result), ensure_ascii=False, indent=1) + "\n")


def findings(one: Imported) -> list[Diagnostic]:
    """Return what a person should look at."""
    return [
        Diagnostic(
            finding.code,
            Severity.WARNING,
            Source(str(one.source), finding.line, 1),
            finding.node,
            Message(finding.zh, finding.en),
            Message("对照原文看一眼", "compare with the source"),
        )
        for finding in one.result.findings
    ]


def _refused(error: ImportRefused, path: Path) -> Diagnostic:
    return Diagnostic(
        "IMP001",
        Severity.ERROR,
        Source(str(path), error.line, error.column),
        "",
        Message(error.reason_zh, error.reason_en),
        Message(error.mend_zh, error.mend_en),
    )


def _unreadable(error: OSError, path: Path) -> Diagnostic:
    problem = Message(f"读不了这个文件：{error.strerror}", f"the file cannot be read: {error.strerror}")
    mend = Message("检查路径和权限", "check the path and its permissions")
    return Diagnostic("IMP002", Severity.ERROR, Source(str(path)), "", problem, mend)


def _taken(path: Path) -> Diagnostic:
    problem = Message("已有这个文件，内容不同", "this file exists already and is different")
    mend = Message(
        "改用别的目录；确认不要旧内容时加 --replace",
        "choose another folder, or add --replace if the old content is no longer wanted",
    )
    return Diagnostic("IMP003", Severity.ERROR, Source(str(path)), "", problem, mend)
