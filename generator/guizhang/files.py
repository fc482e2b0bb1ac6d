"""Writing that a crash cannot leave half done: a file or a folder is the old one or the new one; and safe names."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PRIVATE = 0o700
"""Mode of folders that hold keys or personal data."""
PRIVATE_FILE = 0o600
"""Mode of files that do."""
BOM = "\ufeff"
"""Byte order mark, which Windows editors put before the text."""


_FULL = (errno.ENOSPC, errno.EDQUOT)
_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}
_LONGEST = 32
_SHOWN = 20


def write_file(path: Path, data: bytes | str, *, mode: int | None = None) -> None:
    """Write *data* to *path* so that readers see the old file or the new one; *mode* as in `new_file`."""
    with new_file(path, mode=mode) as file:
        file.write(data.encode() if isinstance(data, str) else data)


def as_written(path: Path, text: str) -> str:
    """Return *text* with the line ends and the byte order mark the file at *path* has; Windows editors write both."""
    there = path.read_bytes() if path.exists() else b""
    return (BOM if there.startswith(BOM.encode()) else "") + (text.replace("\n", "\r\n") if b"\r\n" in there else text)


def write_private(path: Path, data: bytes) -> None:
    """Write *data* to the new file *path*, for its owner alone from the first byte on; a crash leaves a part of it."""
    path.touch(mode=PRIVATE_FILE)
    path.write_bytes(data)


@contextmanager
def new_file(path: Path, *, mode: int | None = None) -> Iterator[IO[bytes]]:
    """Yield a temporary file beside *path* and put it in its place when the block ends without an exception.

    The file ends up with *mode*, or else the mode it had, or that the process's umask gives.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _named(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with _named(path), os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(target: Path, *, mode: int | None = None) -> Iterator[Path]:
    """Yield an empty folder beside *target* and put it in its place when the block ends without an exception.

    Args:
        target: The folder to make or replace; what stood there is removed only after the new one is complete.
        mode: Permissions of the new folder; what the umask gives when absent.

    Yields:
        The folder to write into.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _named(target):
        temporary = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    temporary.chmod(mode if mode is not None else 0o777 & ~_umask())
    try:
        with _named(target):
            yield temporary
        _swap(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say what could not be written: of a full disk the system names nothing, or the file that was to be copied, else a temporary one."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL or Path(str(error.filename)).name.startswith(f".{path.name}."):
            error.filename, error.filename2 = str(path), None
        raise


def _swap(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    # A folder cannot be renamed over one that is not empty: the old one steps aside first.
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.old."))
    aside = old / "was"
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def file_name(identity: str) -> str:
    """Return a safe name for a file about a candidate or a form: no two ids have the same, on any system.

    An id of digits, capitals, Chinese characters and ``-`` or ``_`` is its own name. Of any other as much as is harmless
    is kept, and a hash tells it from the rest: Windows and macOS see no difference between ``a1`` and ``A1``.

    Args:
        identity: Any text.
    """
    plain = unicodedata.normalize("NFC", identity)
    kept = re.sub(r"[^\w-]", "_", plain)
    if kept == identity == plain.upper() and len(plain) <= _LONGEST and plain not in _RESERVED and plain[:1].isalnum():
        return plain
    return f"{kept[:_SHOWN]}~{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
