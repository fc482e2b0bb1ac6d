"""Whether what lies in ``handout/`` is what the record gives: every file is made again and compared byte by byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from guizhang import __version__
from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.exam.contents import HANDED_OUT, HANDOUT, Task, tasks
from guizhang.exam.walk_ins import ADDED, tasks_for, walk_ins
from guizhang.exam.web.files import Web, drawn_web
from guizhang.files import file_name
from guizhang.model.form import ExamRecord
from guizhang.parallel import spread
from guizhang.printing.pdf import Typesetter, forkable

_BACK = Message(
    "从备份取回；或用同一 seed 重抽到另一个文件夹，取那里的同名文件",
    "take it back from a copy, or draw with the same seed into another folder and take the file of this name",
)
_EDITED = Message("与记录不符：写出以后被改动过", "is not what the record gives: it was changed after it was written")
_SET_OTHERWISE = Message(
    "与按记录重排的不同：被改动过，或者当初用的字体与这台机器不同",
    "differs from what the record gives: it was changed, or was set with other fonts than those here",
)
_TYPED_INTO = Message(
    "写出以后改过；记录、答案和答题卡都不随它变",
    "was changed after it was written; record, key and answer sheets know nothing of that",
)
_CHANGED = {
    ".html": ("VER006", Severity.ERROR, _EDITED),
    ".pdf": ("VER007", Severity.WARNING, _SET_OTHERWISE),
    ".docx": ("VER008", Severity.NOTE, _TYPED_INTO),
}


def handout_faults(record: ExamRecord, folder: Path, setter: Typesetter) -> Iterator[Diagnostic]:
    """Yield what is missing in the handouts of an exam, and what is not as the record gives it.

    Where there is no PDF, since none could be made at the draw, none is asked for.

    Args:
        record: The exam; nothing is wrong with it by itself.
        folder: Its folder.
        setter: Sets the PDFs.
    """
    if (version := record.tool_version) != __version__:
        yield Diagnostic(
            "VER009", Severity.NOTE, Source(str(folder / HANDOUT)), "",
            Message(f"考生材料由 {version} 版写成，没有比较", f"the handouts were written by version {version} and have not been compared"),
            Message(f"要比较，用那一版运行 exam verify（这里是 {__version__}）", f"to compare them, run exam verify of that version (this is {__version__})"),
        )  # fmt: skip
        return
    some_pdf = any((folder / HANDOUT).rglob("*.pdf"))
    work = list(_work(record, folder, setter))

    def one(number: int) -> list[tuple[str, bool | None]]:
        below, (producer, part) = work[number]
        return [
            (name, _same(folder / name, data))
            for path, data in producer(part)
            for name in (path.replace(HANDOUT, below, 1),)
            if some_pdf or not name.endswith(".pdf")
        ]

    _ = setter.family  # looked for once, before the workers are forked
    for made in spread(one, len(work), small=not forkable(), calls=1):
        yield from (_fault(folder / name, same) for name, same in made if not same)


def _work(record: ExamRecord, folder: Path, setter: Typesetter) -> Iterator[tuple[str, Task]]:
    """Yield the folder something goes into, below that of the exam, and what makes it."""
    web = drawn_web(folder)
    drawn = record.as_drawn
    yield from ((HANDOUT, task) for task in _handed_out(tasks(drawn, setter, web), web))
    for person in walk_ins(record):
        made = _handed_out(tasks_for(record, person, setter, web), web)
        yield from ((f"{HANDOUT}/{ADDED}/{file_name(person.id)}", task) for task in made)


def _handed_out(work: Sequence[Task], web: Web | None) -> Iterator[Task]:
    makers = (*HANDED_OUT, *([web.pages] if web else []))
    return (task for task in work if task[0] in makers)


def _same(path: Path, data: bytes) -> bool | None:
    """Tell whether a file holds *data*; ``None`` where there is none."""
    return path.read_bytes() == data if path.is_file() else None


def _fault(path: Path, same: bool | None) -> Diagnostic:
    missing = ("VER005", Severity.ERROR, Message("考生材料缺失", "this handout is missing"))
    code, severity, problem = missing if same is None else _CHANGED[path.suffix]
    return Diagnostic(code, severity, Source(str(path)), "", problem, _BACK)
