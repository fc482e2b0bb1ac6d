"""``secret/exam.json``: the record of a draw, as canonical JSON."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.form import ExamRecord

NAME = "exam.json"


def dump_record(record: ExamRecord) -> bytes:
    """Return the record as UTF-8 JSON with sorted keys: the same record gives the same bytes."""
    data = record.model_dump(mode="json", exclude_defaults=False)
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_record(folder: Path) -> ExamRecord:
    """Return the record of the exam in *folder* (the one with ``secret/`` in it, or ``secret/`` itself).

    Raises:
        Faulty: there is none, or it is not such a record.
    """
    path = next((p for p in (folder / "secret" / NAME, folder / NAME) if p.exists()), folder / "secret" / NAME)
    try:
        return ExamRecord.model_validate_json(path.read_bytes())
    except OSError as error:
        problem = Message(f"读不了考试记录：{error.strerror}", f"the exam record cannot be read: {error.strerror}")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        problem = Message(f"不是考试记录：{where}：{first['msg']}", f"this is no exam record: {where}: {first['msg']}")
    mend = Message(
        "指向 guizhang exam draw 写出的文件夹，不要手工改动 exam.json",
        "name the folder guizhang exam draw wrote, and do not edit exam.json by hand",
    )
    raise Faulty([Diagnostic("EXM010", Severity.ERROR, Source(str(path)), "", problem, mend)])
