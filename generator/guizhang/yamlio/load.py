"""One YAML file to one model value."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, system_words
from guizhang.yamlio import faults
from guizhang.yamlio.tree import UNREADABLE, Tree, parse

M = TypeVar("M", bound=BaseModel)


def load(path: Path, model: type[M], shown: str | None = None) -> tuple[M | None, list[Diagnostic]]:
    """Read *path* as *model*.

    Args:
        path: The file.
        model: The type it should hold.
        shown: How the file is named in messages; the path itself when absent.

    Returns:
        The value, ``None`` when there are faults, and all faults of the file.
    """
    name = shown or str(path)
    text, found = read_text(path, name)
    return (None, found) if text is None else loads(text, model, name)


def loads(text: str, model: type[M], path: str) -> tuple[M | None, list[Diagnostic]]:
    """Read *text* as *model*; *path* names it in messages."""
    tree, found = parse(text, path)
    if tree is None or any(fault.code in UNREADABLE for fault in found):
        return None, found
    try:
        value = model.model_validate(tree.data)
    except ValidationError as error:
        return None, [*found, *faults.diagnostics(error, tree, model, yaml=True)]
    return (None if found else value), found


def read_tree(path: Path, shown: str) -> Tree | None:
    """Parse *path* again for the places in it; ``None`` where it can no longer be read."""
    text, _ = read_text(path, shown)
    return parse(text, shown)[0] if text is not None else None


def read_text(path: Path, shown: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the file's text, or why it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        said = (_DEAD, _PUT_THERE) if path.is_symlink() else (_MISSING, _PUT_BACK)
        return None, [_unreadable(Source(shown), *said)]
    except OSError as error:
        return None, [_unreadable(Source(shown), system_words(error), _PERMIT)]
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return None, [_unreadable(Source(shown, line, column), _NOT_UTF8, _SAVE_AS)]


_MISSING = Message("没有这个文件", "there is no such file")
_PUT_BACK = Message("放回这个文件，或检查名称和所在文件夹", "put it back, or check its name and folder")
_DEAD = Message("这是链接，所指的文件不在", "it is a link to a file that is not there")
_PUT_THERE = Message("把那个文件放回去，或把文件直接放在这里", "put that file back, or put the file itself here")
_PERMIT = Message("检查权限，或关闭占用它的程序", "check its permissions, or close the program that holds it")
_NOT_UTF8 = Message("不是 UTF-8 编码", "not UTF-8")
_SAVE_AS = Message(
    "用 UTF-8 编码另存（记事本：另存为，编码选 UTF-8）", "save it as UTF-8 (Notepad: Save as, encoding UTF-8)"
)


def _unreadable(source: Source, reason: Message, mend: Message) -> Diagnostic:
    problem = Message(f"读不了这个文件：{reason.zh}", f"the file cannot be read: {reason.en}")
    return Diagnostic("YML009", Severity.ERROR, source, "", problem, mend)
