"""The log of an exam's results: ``secret/audit.jsonl``, to which is added and in which nothing changes.

Each entry holds the hash of the line before it, so that a line that was changed, taken out or put in breaks the chain
there. Who cuts lines off the end leaves a sound chain: the hash of the last line, kept elsewhere, tells that too. People
stand in it under their codes (`guizhang.grading.privacy.pseudonyms`): when the key goes, the log is about nobody.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from guizhang.diagnostics import Diagnostic, whole_file
from guizhang.files import PRIVATE_FILE
from guizhang.model.base import Model

LOG = "audit.jsonl"


class Action(StrEnum):
    """What was done."""

    GRADE = "grade"
    REGRADE = "regrade"
    STATISTICS = "statistics"
    PSEUDONYMISE = "pseudonymise"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does something, and when."""

    by: str
    at: datetime
    """With its offset from UTC."""


class Entry(Model):
    """One line of the log."""

    number: int
    at: AwareDatetime
    by: str
    action: Action
    counts: Mapping[str, int] = {}
    """How many: graded, refused, moved, to_pass, to_fail, files, items."""
    corrections: tuple[int, ...] = ()
    """Numbers of the corrections that were added."""
    files: Mapping[str, str] = {}
    """File -> SHA-256 of what was written or removed."""
    moved: tuple[str, ...] = ()
    """Codes of the people whose points or decision changed."""
    previous: str
    """SHA-256 of the line before, without its end; of the first one nothing."""


def append(
    secret: Path,
    stamp: Stamp,
    action: Action,
    *,
    counts: Mapping[str, int] | None = None,
    corrections: Sequence[int] = (),
    files: Mapping[str, str] | None = None,
    moved: Sequence[str] = (),
) -> None:
    """Add an entry to the log in an exam's secret folder; it is on the disk when this returns."""
    path = secret / LOG
    old = path.read_bytes() if path.exists() else b""
    lines = old.splitlines()
    entry = Entry(
        number=len(lines) + 1,
        at=stamp.at,
        by=stamp.by,
        action=action,
        counts=counts or {},
        corrections=tuple(corrections),
        files=files or {},
        moved=tuple(moved),
        previous=sha256(lines[-1]).hexdigest() if lines else "",
    )
    # A power cut may have left a line without its end: it stays, and is found broken, but spoils no other.
    start = "" if not old or old.endswith(b"\n") else "\n"
    text = json.dumps(entry.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)
    with os.fdopen(handle, "ab") as file:
        file.write(f"{start}{text}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def read_log(secret: Path) -> tuple[tuple[Entry, ...], list[Diagnostic]]:
    """Return the entries of an exam's log, and every place where it is not what was written."""
    path = secret / LOG
    lines = path.read_bytes().splitlines() if path.exists() else []
    entries: list[Entry] = []
    found: list[Diagnostic] = []
    for number, line in enumerate(lines, start=1):
        try:
            entry = Entry.model_validate_json(line)
        except ValidationError as error:
            found.append(_unreadable(path, number, error.errors(include_url=False)[0]["msg"]))
            continue
        entries.append(entry)
        if entry.number != number or entry.previous != (sha256(lines[number - 2]).hexdigest() if number > 1 else ""):
            found.append(_broken(path, number))
    return tuple(entries), found


def last_hash(secret: Path) -> str:
    """Return the hash of the last line, which says that nothing is missing behind it; ``""`` for an empty log."""
    path = secret / LOG
    lines = path.read_bytes().splitlines() if path.exists() else []
    return sha256(lines[-1]).hexdigest() if lines else ""


def hashes(content: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return name -> SHA-256 of files; of a folder the hash of its files' hashes, because files may be named after people."""
    folders: dict[str, list[str]] = {}
    for name, data in sorted(content.items()):
        folders.setdefault(name.partition("/")[0], []).append(sha256(data).hexdigest())
    return {
        name: found[0] if name in content else sha256("".join(found).encode()).hexdigest()
        for name, found in folders.items()
    }


def people(entry: Entry, names: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Yield whose result moved: their ids where the key is still there, else their codes."""
    for code in entry.moved:
        yield names[code][0] if code in names else code


def _broken(path: Path, line: int) -> Diagnostic:
    return whole_file(
        str(path), "AUD001",
        ("这一行与前一行对不上：前面有行被改动、删去或插入",
         "this line does not follow the one before it: a line was changed, taken out or put in"),
        ("与备份比较，查明改了什么；之后的记录仍接着写", "compare with a copy to see what was changed; entries go on behind it"),
        line, 1,
    )  # fmt: skip


def _unreadable(path: Path, line: int, reason: str) -> Diagnostic:
    return whole_file(
        str(path), "AUD002",
        (f"这一行不是一条记录：{reason}", f"this line is no entry: {reason}"),
        ("可能是断电时没写完；与备份比较", "a power cut may have left it half written; compare with a copy"),
        line, 1,
    )  # fmt: skip
