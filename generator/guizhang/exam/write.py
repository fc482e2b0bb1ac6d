"""One recorded exam to its folder: handouts for candidates, and a secret part for the trainer.

Producers and parts are worked off on all cores, each file goes straight into a folder beside the target, and that is
moved into place at the end: a crash leaves the old exam or the new one and never half of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Severity, system_words, whole_file
from guizhang.exam.contents import HANDOUT, SECRET, Task, tasks
from guizhang.exam.readme import NAME as README
from guizhang.exam.readme import readme
from guizhang.exam.record import NAME
from guizhang.exam.walk_ins import ADDED, lists, tasks_for
from guizhang.exam.web.files import Web, drawn_web
from guizhang.files import PRIVATE, PRIVATE_FILE, file_name, new_folder, write_file, write_private
from guizhang.model.exam_json import dump_record
from guizhang.model.form import Candidate, ExamRecord
from guizhang.parallel import spread
from guizhang.printing.faults import lacking
from guizhang.printing.pdf import Typesetter, forkable

__all__ = ["HANDOUT", "SECRET", "Written", "add_candidate", "file_name", "write_exam"]

_NEVER_IN = ("site", "docs", "content")
"""Folders of a handbook that are published or become part of the site."""


@dataclass(frozen=True)
class Written:
    """What was written."""

    folder: Path
    """Where; beside the folder asked for where an older exam stood in that."""
    files: tuple[str, ...]
    """Paths below *folder*, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings: PDFs left out for want of a Chinese font, another folder taken."""


def write_exam(
    record: ExamRecord,
    out: Path,
    *,
    replace: bool = False,
    typesetter: Typesetter | None = None,
    web: Web | None = None,
) -> Written:
    """Write papers, keys, sheets, workbook and record of an exam into *out*.

    Args:
        record: What was drawn.
        out: The folder to make; its parent is made too. Where an older exam stands there, a new folder beside it.
        replace: Whether an exam that is there already goes.
        typesetter: Sets the PDFs; one of its own when absent.
        web: How it is sat in a browser; ``None``: on paper only.

    Raises:
        Faulty: *out* is inside a published folder, holds something else, or cannot be written.
    """
    _refuse_published(out)
    setter = typesetter or Typesetter("guizhang.exam")
    with _writable(out):
        target = out if replace and _is_exam(out) else _free(out)
        with new_folder(target) as folder:
            (folder / SECRET).mkdir(mode=PRIVATE)
            (folder / HANDOUT).mkdir()
            write_private(folder / SECRET / NAME, dump_record(record))
            files, notes = _write(
                {HANDOUT: folder / HANDOUT, SECRET: folder / SECRET}, tasks(record, setter, web), setter
            )
            files += [f"{SECRET}/{NAME}", f"{SECRET}/{README}"]
            write_private(folder / SECRET / README, readme(record, files))
    return Written(target, tuple(sorted(files)), (*_beside(out, target), *notes))


def add_candidate(record: ExamRecord, out: Path, person: Candidate, *, typesetter: Typesetter | None = None) -> Written:
    """Write what a walk-in needs into the folder of an exam; no file that is there changes but the record and the lists of walk-ins.

    Args:
        record: The exam with *person* and the form *person* sits.
        out: The folder of the exam.
        person: One of the record's candidates.
        typesetter: Sets the PDFs; one of its own when absent.

    Returns:
        What was written: papers in ``handout/added/ID/``, sheets in ``secret/added/ID/``, lists in ``secret/added/``.

    Raises:
        Faulty: *out* cannot be written.
    """
    setter = typesetter or Typesetter("guizhang.exam")
    name = file_name(person.id)
    with _writable(out):
        with (
            new_folder(out / HANDOUT / ADDED / name) as handout,
            new_folder(out / SECRET / ADDED / name, mode=PRIVATE) as secret,
        ):
            work = tasks_for(record, person, setter, drawn_web(out))
            files, notes = _write({HANDOUT: handout, SECRET: secret}, work, setter)
        listed = dict(lists(record, setter))
        for path, data in (*listed.items(), (f"{SECRET}/{NAME}", dump_record(record))):
            write_file(out / path, data, mode=PRIVATE_FILE)
    found = (path.split("/", 1) for path in files)
    return Written(out, tuple(sorted([*(f"{half}/{ADDED}/{name}/{rest}" for half, rest in found), *listed])), notes)


def _write(
    halves: Mapping[str, Path], work: Sequence[Task], setter: Typesetter
) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Do *work*; return the paths of what was written below the exam's folder, and what went wrong with the fonts.

    Args:
        halves: ``handout`` and ``secret`` -> the folder that what begins so goes into.
        work: What is to be made.
        setter: Sets the PDFs.
    """

    def one(number: int) -> tuple[list[str], set[str]]:
        producer, part = work[number]
        names = []
        for name, data in producer(part):
            half, _, rest = name.partition("/")
            path = halves[half] / rest
            secret = half == SECRET
            path.parent.mkdir(exist_ok=True, mode=PRIVATE if secret else 0o777)
            if secret:
                write_private(path, data)
            else:
                path.write_bytes(data)
            names.append(name)
        return names, setter.undrawn

    names = []
    # The fonts are looked for once, before the workers are forked.
    _ = setter.family
    # Typst keeps all it has set: a worker that makes one file and goes keeps memory flat at any number of papers.
    for made, signs in spread(one, len(work), small=not forkable(), calls=1):
        names += made
        setter.undrawn |= signs
    return names, tuple(lacking(setter))


@contextmanager
def _writable(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        words = system_words(error)
        raise Faulty([whole_file(
            out, "EXM003", (f"写不进这个文件夹：{words.zh}", f"the folder cannot be written: {words.en}"),
            ("检查权限和磁盘空间，或换一个文件夹", "check permissions and free space, or choose another folder"),
        )]) from error  # fmt: skip


def _refuse_published(out: Path) -> None:
    """Refuse a folder from which keys would get onto the site."""
    resolved = out.resolve()
    for folder in (resolved, *resolved.parents):
        root = folder.parent
        if folder.name in _NEVER_IN and (
            (root / "mkdocs.yml").exists() or (root / "content" / "handbook.yaml").exists()
        ):
            raise Faulty([whole_file(
                out, "EXM001",
                (f"考试不能写进 {folder.name}/：那里的文件会被发布", f"an exam is never written into {folder.name}/: what is there gets published"),
                ("换一个文件夹，例如 build/exams/", "choose another folder, such as build/exams/"),
            )])  # fmt: skip


def _is_exam(folder: Path) -> bool:
    return (folder / SECRET / NAME).exists()


def _free(out: Path) -> Path:
    """Return *out*, or the first of ``out-2``, ``out-3``, … that holds nothing where *out* holds an exam.

    Raises:
        Faulty: something that is no exam is in *out*.
    """
    if _is_empty(out):
        return out
    if not _is_exam(out):
        raise Faulty([whole_file(
            out, "EXM002", ("这个文件夹里有别的东西", "there is something else in this folder"),
            ("换一个文件夹", "choose another folder"),
        )])  # fmt: skip
    beside = (out.with_name(f"{out.name}-{number}") for number in count(2))
    return next(path for path in beside if _is_empty(path))


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _beside(asked: Path, taken: Path) -> Iterator[Diagnostic]:
    if taken == asked:
        return
    yield whole_file(
        asked, "EXM021",
        (f"这里已有一场考试，保留不动；新的写在 {taken.name}", f"there is an exam here already, and it is kept; the new one is in {taken.name}"),
        ("确要丢弃原来的考试和已录入的成绩时加 --replace", "add --replace to throw the old exam and its marks away"),
        severity=Severity.NOTE,
    )  # fmt: skip
