"""One recorded exam to its folder: handouts for candidates, and a secret part for the trainer.

Everything is made in memory and then in a folder beside the target that is moved into place at the end, so that a crash
leaves the old exam or the new one and never half of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.exam.html import page
from guizhang.exam.marking.key import key_view
from guizhang.exam.marking.sheets import marking_view, rubric_view
from guizhang.exam.papers.paper import paper_view
from guizhang.exam.pdf import CJK_FAMILIES, Typesetter
from guizhang.exam.record import NAME
from guizhang.exam.workbook.book import scoring_workbook
from guizhang.files import PRIVATE, new_folder
from guizhang.model.exam_json import dump_record
from guizhang.model.form import DrawnForm, ExamRecord, PaperLanguage
from guizhang.model.public import public_form

HANDOUT = "handout"
SECRET = "secret"  # noqa: S105 - the name of a folder
_NEVER_IN = ("site", "docs", "content")
"""Folders of a handbook that are published or become part of the site."""


@dataclass(frozen=True)
class Written:
    """What was written."""

    folder: Path
    files: tuple[str, ...]
    """Paths below *folder*, handouts first."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings: PDFs left out for want of a Chinese font."""


def write_exam(
    record: ExamRecord, out: Path, *, replace: bool = False, typesetter: Typesetter | None = None
) -> Written:
    """Write papers, keys, sheets, workbook and record of an exam into *out*.

    Args:
        record: What was drawn.
        out: The folder to make; its parent is made too.
        replace: Whether an exam that is there already goes.
        typesetter: Sets the PDFs; one of its own when absent.

    Raises:
        Faulty: *out* is inside a published folder, holds something already, or cannot be written.
    """
    _refuse_published(out)
    _refuse_existing(out, replace=replace)
    setter = typesetter or Typesetter()
    contents = {**handouts(record, setter), **secrets(record, setter)}
    try:
        with new_folder(out) as folder:
            (folder / SECRET).mkdir(mode=PRIVATE)
            (folder / HANDOUT).mkdir()
            for name, data in contents.items():
                (folder / name).write_bytes(data)
    except OSError as error:
        raise Faulty([_fault(
            "EXM003", out, Message(f"写不进这个文件夹：{error.strerror}", f"the folder cannot be written: {error.strerror}"),
            Message("检查权限和磁盘空间，或换一个文件夹", "check permissions and free space, or choose another folder"),
        )]) from error  # fmt: skip
    return Written(out, tuple(contents), tuple(_no_font()) if setter.family is None else ())


def handouts(record: ExamRecord, setter: Typesetter) -> dict[str, bytes]:
    """Return the papers by path, made of `PublicForm` and nothing else."""
    found = {}
    for form in record.forms:
        public = public_form(record, form)
        for language in _languages(record, form):
            suffix = "" if language == record.language else f"-{language}"
            view = paper_view(public, language)
            found[f"{HANDOUT}/paper-{form.id}{suffix}.html"] = page("paper", view)
            if setter.family is not None:
                found[f"{HANDOUT}/paper-{form.id}{suffix}.pdf"] = setter.pdf("paper", view)
    return found


def secrets(record: ExamRecord, setter: Typesetter) -> dict[str, bytes]:
    """Return what stays with the trainer, by path."""
    found = {f"{SECRET}/{NAME}": dump_record(record), f"{SECRET}/scoring.xlsx": scoring_workbook(record)}
    views = {"key": key_view(record), "marking-sheets": marking_view(record), "rubric": rubric_view(record)}
    for name, view in views.items():
        if view is None:
            continue
        found[f"{SECRET}/{name}.html"] = page(name, view)
        if setter.family is not None:
            found[f"{SECRET}/{name}.pdf"] = setter.pdf(name, view)
    return found


def _languages(record: ExamRecord, form: DrawnForm) -> list[PaperLanguage]:
    """Return the languages a form is needed in: that of the exam, and those its candidates asked for."""
    wanted = [person.language for person in record.candidates if person.form == form.id and person.language]
    return list(dict.fromkeys([record.language, *sorted(wanted)]))


def _refuse_published(out: Path) -> None:
    """Refuse a folder from which keys would get onto the site."""
    resolved = out.resolve()
    for folder in (resolved, *resolved.parents):
        root = folder.parent
        if folder.name in _NEVER_IN and (
            (root / "mkdocs.yml").exists() or (root / "content" / "handbook.yaml").exists()
        ):
            raise Faulty([_fault(
                "EXM001", out,
                Message(f"考试不能写进 {folder.name}/：那里的文件会被发布", f"an exam is never written into {folder.name}/: what is there gets published"),
                Message("换一个文件夹，例如 build/exams/", "choose another folder, such as build/exams/"),
            )])  # fmt: skip


def _refuse_existing(out: Path, *, replace: bool) -> None:
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / SECRET / NAME).exists():
        problem = Message("这个文件夹里有别的东西", "there is something else in this folder")
        mend = Message("换一个文件夹", "choose another folder")
    elif replace:
        return
    else:
        problem = Message("这里已有一场考试", "there is an exam here already")
        mend = Message(
            "换一个文件夹；确要丢弃原来的考试和已录入的成绩时加 --replace",
            "choose another folder; add --replace to throw the old exam and its marks away",
        )
    raise Faulty([_fault("EXM002", out, problem, mend)])


def _no_font() -> Iterator[Diagnostic]:
    families = ", ".join(CJK_FAMILIES[:3])
    yield Diagnostic(
        "EXM020",
        Severity.WARNING,
        Source("fonts"),
        "",
        Message("没有中文字体，PDF 没有写出；其余文件都已写出", "no Chinese font is installed, so no PDF was written; everything else was"),
        Message(f"安装 fonts-noto-cjk（或 {families} 之一）后再抽一次", f"install fonts-noto-cjk (or one of {families}) and draw again"),
    )  # fmt: skip


def _fault(code: str, out: Path, problem: Message, mend: Message) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Source(str(out)), "", problem, mend)
