"""A folder people drop files into, looked at again and again: files half-written, on a share that comes and goes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guizhang.diagnostics import Message, system_words
from guizhang.sealing.dropped import Dropped, dropped

_ARCHIVE = 200_000_000
"""Bytes of one file that are read: everybody's answers in one archive."""
_PASSING = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp")
_SYSTEM = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was last seen."""

    path: Path
    name: str
    """Below the folder, with forward slashes."""
    size: int
    changed: float
    """Seconds since 1970, by the clock of whoever holds the folder."""
    found: tuple[Dropped, ...]
    unreadable: Message | None = None
    """Why it could not be read just now."""

    @property
    def whole(self) -> bool:
        """Whether there is something in it and nothing that more bytes could mend."""
        return not self.unreadable and all(one.content is not None or one.fault == "none" for one in self.found)


@dataclass(frozen=True, slots=True)
class Look:
    """The folder at one moment."""

    files: Mapping[str, File] = field(default_factory=dict)
    """By name, in order."""
    gone: Message | None = None
    """Why the folder could not be listed; the files are then those of the last look."""


def look(folder: Path, before: Look | None = None) -> Look:
    """Return what lies in *folder* and below it.

    Args:
        folder: Where people drop files; links in it are not followed.
        before: The last look: files that have not changed since are not read again.
    """
    known = before.files if before else {}
    try:
        paths = sorted(_files(folder))
    except OSError as error:
        return Look(known, system_words(error))
    found = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        file = _file(path, name, known.get(name))
        if file is not None:
            found[name] = file
    return Look(found)


def _files(folder: Path) -> Iterator[Path]:
    def unlisted(error: OSError) -> None:
        raise error

    for base, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        yield from (Path(base, name) for name in names if not _passing(name.lower()))


def _passing(name: str) -> bool:
    """Tell whether a file is one of the system, or of a program that is still copying."""
    return name.startswith((".", "~$")) or name.endswith(_PASSING) or name in _SYSTEM


def _file(path: Path, name: str, before: File | None) -> File | None:
    try:
        seen = path.lstat()
        # Some shares show a file's last size and time before its content.
        if before and before.whole and (before.size, before.changed) == (seen.st_size, seen.st_mtime):
            return before
        if not path.is_file() or path.is_symlink():
            return None
        if seen.st_size > _ARCHIVE:
            return File(path, name, seen.st_size, seen.st_mtime, (Dropped(name, None, "large"),))
        data = path.read_bytes()
    except FileNotFoundError:
        # Renamed or taken away since the folder was listed.
        return None
    except OSError as error:
        # In use by the program that writes it, or a share that is not there for the moment.
        return File(path, name, -1, 0.0, (), system_words(error))
    return File(path, name, seen.st_size, seen.st_mtime, tuple(dropped(name, data)))
