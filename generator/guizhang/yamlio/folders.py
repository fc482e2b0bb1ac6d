"""The YAML files of a folder, and what stands there that looks like one and is not read.

A regulation that is passed over without a word is missed by nobody until somebody looks for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source

_SUFFIXES = (".yaml", ".yml")


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files in and below *folder* in order, links that lead nowhere included."""
    if folder.is_dir():
        yield from sorted(p for suffix in _SUFFIXES for p in folder.rglob(f"*{suffix}") if not p.is_dir())


def there(path: Path) -> bool:
    """Tell whether there is something at *path*, if only a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def passed_over(folder: Path) -> Iterator[tuple[Path, Message, Message]]:
    """Yield what no file is read from, though it looks so, with what it is and what to do."""
    if folder.is_symlink() and not folder.exists():
        yield folder, _DEAD, _MEND_DEAD
    for above, folders, _ in os.walk(folder):
        for path in (Path(above, name) for name in sorted(folders)):
            if path.suffix in _SUFFIXES:
                yield path, _FOLDER, _MEND_FOLDER
            elif path.is_symlink() and any(yaml_files(path)):
                yield path, _LINKED, _MEND_LINKED


def unread(shown: str, reason: Message, mend: Message) -> Diagnostic:
    """Return the fault of something that is not read."""
    problem = Message(f"没有读取：{reason.zh}", f"not read: {reason.en}")
    return Diagnostic("YML009", Severity.ERROR, Source(shown), "", problem, mend)


_DEAD = Message("这是链接，所指的文件夹不在", "it is a link to a folder that is not there")
_MEND_DEAD = Message(
    "把那个文件夹放回去，或把文件直接放在这里", "put that folder back, or put the files themselves here"
)
_FOLDER = Message("这是文件夹，名字却像文件", "it is a folder with the name of a file")
_MEND_FOLDER = Message("给文件夹改名，不以 .yaml 结尾", "give the folder a name that does not end in .yaml")
_LINKED = Message(
    "这是链接到别处文件夹的，里面的文件不读", "it is a link to a folder elsewhere, whose files are not read"
)
_MEND_LINKED = Message("把文件直接放在这里", "put the files themselves here")
