"""``secret/exam.json``: where the record of a draw lies."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source, system_words
from guizhang.model.exam_json import load_record
from guizhang.model.form import ExamRecord

NAME = "exam.json"


def record_path(folder: Path) -> Path:
    """Return where the record of the exam in *folder* lies: the one with ``secret/`` in it, or ``secret/`` itself."""
    path = folder / "secret" / NAME
    return folder / NAME if not path.exists() and (folder / NAME).exists() else path


def read_record(folder: Path) -> ExamRecord:
    """Return the record of the exam in *folder*, which `record_path` finds.

    Raises:
        Faulty: there is none, or it is not such a record.
    """
    path = record_path(folder)
    try:
        return load_record(path.read_bytes())
    except OSError as error:
        words = system_words(error)
        problem = Message(f"读不了考试记录：{words.zh}", f"the exam record cannot be read: {words.en}")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        problem = Message(f"不是考试记录：{where}：{first['msg']}", f"this is no exam record: {where}: {first['msg']}")
    except ValueError as error:
        problem = Message(f"不是考试记录：{error}", f"this is no exam record: {error}")
    mend = Message(
        "指向 guizhang exam draw 写出的文件夹，不要手工改动 exam.json",
        "name the folder guizhang exam draw wrote, and do not edit exam.json by hand",
    )
    raise Faulty([Diagnostic("EXM010", Severity.ERROR, Source(str(path)), "", problem, mend)])
