"""A fault in something an author wrote: where it stands, what it is, and how to mend it.

Faults are data, collected and shown together; exceptions are for broken programs and environments.
Every message is held in Chinese and English, and the caller chooses what is printed.
"""

from __future__ import annotations

import errno
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en", "both"]
OutputFormat = Literal["text", "json", "github"]

_MANY_ALIKE = 5
"""So many faults of one kind in one file are shown one by one; of more the first few."""
_ALIKE_SHOWN = 3
_RUNS_NAMED = 12


class GuizhangError(Exception):
    """Base of every exception this package raises on purpose."""


class Severity(StrEnum):
    """How much a fault matters: an error stops the output, a warning does so under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages."""

    zh: str
    en: str

    def render(self, language: Language) -> str:
        """Return the sentence in *language*; ``both`` joins the two with a slash."""
        if language == "both":
            return f"{self.zh} / {self.en}"
        return self.zh if language == "zh" else self.en


_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def _named(severity: Severity, language: Language) -> str:
    return _SEVERITIES[severity] if language == "zh" else severity


_SYSTEM = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘或文件夹是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已经有同名的文件或文件夹",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "正被别的程序使用",
    errno.EIO: "磁盘读写出错",
    errno.EADDRINUSE: "这个端口已被占用",
}


def system_words(error: OSError) -> Message:
    """Return what the operating system has against it; in Chinese, too, for what commonly goes wrong."""
    own = error.strerror or str(error)
    return Message(_SYSTEM.get(error.errno or 0, own), own)


def both(said: Message | str) -> Message:
    """Return a sentence in both languages; one that comes from elsewhere is the same in either."""
    return said if isinstance(said, Message) else Message(said, said)


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file; lines and columns count from 1, and 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault an author can mend.

    *field* is the path inside the document as an author would say it (``body[1].text.zh``), *problem* says what was
    found and what was expected, *mend* is an instruction.
    """

    code: str
    severity: Severity
    source: Source
    field: str
    problem: Message
    mend: Message

    def render(self, language: Language) -> str:
        """Return the two lines a terminal shows."""
        where = f"{self.field}: " if self.field else ""
        mend = "修改" if language == "zh" else "mend"
        return (
            f"{self.source}: {_named(self.severity, language)} {self.code}: {where}"
            f"{self.problem.render(language)}\n"
            f"    {mend}: {self.mend.render(language)}"
        )


class Faulty(GuizhangError):
    """Carries the faults that stopped a piece of work; ``cli`` prints them and exits with 1."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(fault.render("en") for fault in diagnostics))
        self.diagnostics = tuple(diagnostics)


def field_path(loc: Iterable[str | int]) -> str:
    """Return a location such as ``("body", 1, "text")`` as ``body[1].text``."""
    out = ""
    for step in loc:
        if isinstance(step, int):
            out += f"[{step}]"
        else:
            out += f".{step}" if out else step
    return out


def whole_file(
    path: str | Path,
    code: str,
    problem: tuple[str, str],
    mend: tuple[str, str],
    *position: int,
    severity: Severity = Severity.ERROR,
    field: str = "",
) -> Diagnostic:
    """Return a fault of a file or folder as a whole, or of the line and column given; the pairs are zh and en."""
    return Diagnostic(code, severity, Source(str(path), *position), field, Message(*problem), Message(*mend))


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the faults by file, line, column and code, each once."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.source.path, d.source.line, d.source.column, d.code, d.field))


def stops(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Tell whether these faults stop the output."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(fault.severity in fatal for fault in diagnostics)


def render(diagnostics: Iterable[Diagnostic], output: OutputFormat = "text", language: Language = "en") -> str:
    """Return all faults for a terminal, for another program (JSON), or as GitHub workflow annotations."""
    faults = list(diagnostics)
    if output == "json":
        return json.dumps([_as_json(fault) for fault in faults], ensure_ascii=False, indent=1)
    if output == "github":
        return "\n".join(_as_annotation(fault, language) for fault in faults)
    return "\n".join(fault.render(language) for fault in faults)


def brief(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Return faults for somebody who works at something else: of many with one code in one file the first, and where the rest is."""
    shown, alike = [], defaultdict[tuple[str, Severity, str], list[Diagnostic]](list)
    for fault in (faults := list(diagnostics)):
        alike[fault.source.path, fault.severity, fault.code].append(fault)
    for fault in faults:
        group = alike[fault.source.path, fault.severity, fault.code]
        if len(group) <= _MANY_ALIKE or fault in group[:_ALIKE_SHOWN]:
            shown.append(fault.render(language))
    for (path, severity, code), group in alike.items():
        if len(group) > _MANY_ALIKE:
            shown.append(f"{path}: {_named(severity, language)} {code}: {_more(group[_ALIKE_SHOWN:]).render(language)}")
    return "\n".join(shown)


def _more(faults: Sequence[Diagnostic]) -> Message:
    """Return how many more there are, and in which lines."""
    lines = sorted({fault.source.line for fault in faults} - {0})
    runs = [[line for _, line in run] for _, run in groupby(enumerate(lines), lambda pair: pair[1] - pair[0])]
    named = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    named[_RUNS_NAMED:] = ["…"] * (len(named) > _RUNS_NAMED)
    where = (
        Message(f"，在第 {'、'.join(named)} 行", f", in line{'s' * (len(lines) > 1)} {', '.join(named)}")
        if named
        else Message("", "")
    )
    return Message(f"同样的还有 {len(faults)} 处{where.zh}", f"{len(faults)} more of the same{where.en}")


def _as_json(fault: Diagnostic) -> dict[str, object]:
    return {
        "code": fault.code,
        "severity": str(fault.severity),
        "path": fault.source.path,
        "line": fault.source.line,
        "column": fault.source.column,
        "field": fault.field,
        "problem": {"zh": fault.problem.zh, "en": fault.problem.en},
        "mend": {"zh": fault.mend.zh, "en": fault.mend.en},
    }


def _as_annotation(fault: Diagnostic, language: Language) -> str:
    kind = {"error": "error", "warning": "warning", "note": "notice"}[fault.severity]
    text = f"{fault.problem.render(language)} {fault.mend.render(language)}"
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = f"file={fault.source.path},line={fault.source.line or 1},col={fault.source.column or 1}"
    return f"::{kind} {place},title={fault.code}::{escaped}"
