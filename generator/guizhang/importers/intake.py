"""Files to imports: each is read within bounds and imported, or refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, system_words
from guizhang.importers.outline import Import
from guizhang.importers.pipeline import import_text
from guizhang.importers.readers.office import SUFFIXES
from guizhang.importers.refusal import ImportRefused

_CONVERSIONS = 4
"""Files that LibreOffice converts at once; each takes some 200 MB."""
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file any reader takes; each has a limit of its own."""


@dataclass(frozen=True)
class Imported:
    """What one file gave."""

    source: Path
    result: Import


def import_files(paths: Sequence[Path]) -> list[Imported]:
    """Import every file; nothing is written.

    Raises:
        Faulty: one diagnostic per file that is refused.
    """
    found: list[Imported] = []
    faults: list[Diagnostic] = []
    with ThreadPoolExecutor(_CONVERSIONS) as pool:
        started = [pool.submit(_import, path) if _waits(path) else None for path in paths]
        for path, waiting in zip(paths, started, strict=True):
            try:
                result = waiting.result() if waiting else _import(path)
            except ImportRefused as error:
                faults.append(_refused(error, path))
            except OSError as error:
                faults.append(_unreadable(error, path))
            else:
                found.append(Imported(path, result))
    if faults:
        raise Faulty(faults)
    return found


def _import(path: Path) -> Import:
    return import_text(_bytes(path), str(path))


def _waits(path: Path) -> bool:
    """Return whether importing a file is waiting for LibreOffice, which takes a second to start for each.

    A PDF under such a name is read with the others: PDFium does not stand two threads.
    """
    if path.suffix.lower() not in SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            return b"%PDF-" not in file.read(1024)
    except OSError:
        return False


def _bytes(path: Path) -> bytes:
    """Return a file's bytes; one that no reader takes is not read, since it may not fit into memory."""
    size = path.stat().st_size
    if not size:
        # Before any reader: an empty .docx is an empty file, too, and no damaged one.
        raise ImportRefused(
            "文件是空的", "the file is empty", "请选择有正文的文件", "choose a file that has text in it"
        )
    if size > LARGEST:
        raise ImportRefused(
            f"文件有 {size:,} 字节，上限是 {LARGEST:,} 字节",
            f"the file has {size:,} bytes, the limit is {LARGEST:,}",
            "请拆分，或只保留规章文字",
            "split it, or keep only the text of the rules",
        )
    return path.read_bytes()


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
    words = system_words(error)
    if path.is_dir():
        problem = Message("这是文件夹，不是文件", "this is a folder, not a file")
        mend = Message(f"写出里面的文件：{path}/*", f"name the files in it: {path}/*")
        return Diagnostic("IMP002", Severity.ERROR, Source(str(path)), "", problem, mend)
    problem = Message(f"读不了这个文件：{words.zh}", f"the file cannot be read: {words.en}")
    mend = Message("检查路径和权限", "check the path and its permissions")
    return Diagnostic("IMP002", Severity.ERROR, Source(str(path)), "", problem, mend)
