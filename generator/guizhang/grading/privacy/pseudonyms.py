"""Other names for people: the same for one person wherever the same key is used, and nothing without it.

An exam has a key of its own unless it is given one that several share. The key, and who is who, stand in the exam's
``secret/pseudonyms.json``. Without that file the codes in results and log belong to nobody any more.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Source, whole_file
from guizhang.files import PRIVATE_FILE, write_file
from guizhang.grading.reading.responses import Absentee, Intake, Refusal
from guizhang.model.form import Candidate, DrawnForm, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import Response

PSEUDONYMS = "pseudonyms.json"
_BYTES = 32
_DIGITS = 12
"""Hexadecimal digits: among 100,000 people two share one with a chance below one in fifty thousand."""
_WITHHELD = Message("（化名成绩里不写出）", "(not told where people are pseudonymous)")


def code_of(key: bytes, person: str) -> str:
    """Return a person's code: HMAC-SHA-256 of the id under a key, shortened."""
    return f"P-{hmac.digest(key, person.encode(), 'sha256').hex()[:_DIGITS]}"


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The codes of one exam."""

    key: bytes
    people: Mapping[str, tuple[str, str]]
    """Code -> id and name."""

    def code(self, person: str) -> str:
        """Return a person's code; nothing for nobody."""
        return code_of(self.key, person) if person else ""

    def knowing(self, people: Iterable[tuple[str, str]]) -> Pseudonyms:
        """Return the codes with further people: pairs of id and name."""
        more = {self.code(person): (person, name) for person, name in dict.fromkeys(people) if person}
        return Pseudonyms(self.key, dict(sorted({**self.people, **more}.items())))


def read_pseudonyms(secret: Path, key: bytes | None = None) -> Pseudonyms:
    """Return the codes of the exam whose secret folder this is; with a new key where it has none yet.

    Args:
        secret: The folder.
        key: A key that exams share; codes under an earlier one still tell who is who.

    Raises:
        Faulty: the file is damaged.
    """
    path = secret / PSEUDONYMS
    if not path.exists():
        return Pseudonyms(key or secrets.token_bytes(_BYTES), {})
    try:
        raw = json.loads(path.read_bytes())
        key = key or bytes.fromhex(raw["key"])
        people = {code: (person, name) for code, (person, name) in raw["people"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Faulty([whole_file(
            str(path), "PRI001",
            (f"化名的密钥读不出：{error}", f"the key of the pseudonyms cannot be read: {error}"),
            ("从备份取回这个文件；没有它，化名和记录里的人就认不出了",
             "take the file back from a copy: without it nobody can tell whose the codes are"),
        )]) from error  # fmt: skip
    return Pseudonyms(key, people)


def write_pseudonyms(secret: Path, names: Pseudonyms) -> None:
    """Keep the codes, for the folder's owner alone; nothing is written where the file has them."""
    if (secret / PSEUDONYMS).exists() and read_pseudonyms(secret) == names:
        return
    content = {"key": names.key.hex(), "people": names.people}
    write_file(secret / PSEUDONYMS, json.dumps(content, ensure_ascii=False, indent=1) + "\n", mode=PRIVATE_FILE)


def everybody(record: ExamRecord, intake: Intake) -> Iterator[tuple[str, str]]:
    """Yield id and name of everybody an exam knows."""
    for person in record.candidates:
        yield person.id, person.name
    for response in intake.responses:
        yield response.candidate, response.name
    for absentee in intake.absent:
        yield absentee.candidate, absentee.name
    for refusal in intake.refused:
        yield refusal.candidate, refusal.name


def hidden_record(record: ExamRecord, names: Pseudonyms) -> ExamRecord:
    """Return the exam with codes for people, and nothing else about them: who is in which department tells who it is."""
    return record.model_copy(
        update={
            "candidates": tuple(
                Candidate(id=names.code(person.id), form=_form(record, person.form, names))
                for person in record.candidates
            ),
            "forms": tuple(_hidden_form(record, form, names) for form in record.forms),
            "walk_ins": {names.code(person): stamp for person, stamp in record.walk_ins.items()},
        }
    )


def _form(record: ExamRecord, form: str, names: Pseudonyms) -> str:
    return names.code(form) if record.individual else form  # a paper of one person is named after them


def _hidden_form(record: ExamRecord, form: DrawnForm, names: Pseudonyms) -> DrawnForm:
    return form.model_copy(update={"id": names.code(form.id)}) if record.individual else form


def hidden_intake(record: ExamRecord, intake: Intake, names: Pseudonyms) -> Intake:
    """Return what was answered, by people under their codes, in the order of the codes.

    What could name somebody goes: names, names of files and sheets, headings, what faults say, written answers, whose
    points stay. Assessors get codes as well.

    Args:
        record: The exam with everybody's own ids.
        intake: What was read.
        names: The codes.
    """
    kinds = {form.id: [item.type for item in form.items] for form in record.forms}
    files = {path: f"file {n}" for n, path in enumerate(dict.fromkeys(file.path for file in intake.files), start=1)}
    return Intake(
        responses=tuple(sorted(
            (_hidden(record, response, kinds[response.form], names) for response in intake.responses),
            key=lambda response: response.candidate,
        )),
        absent=tuple(sorted(
            (Absentee(names.code(one.candidate), "", _form(record, one.form, names)) for one in intake.absent),
            key=lambda one: one.candidate,
        )),
        files=tuple(
            replace(f, path=files[f.path], header=None, sheet="", points_rows=()) for f in intake.files
        ),
        diagnostics=tuple(
            Diagnostic(d.code, d.severity, Source(files.get(d.source.path, "file"), d.source.line), "", _WITHHELD, _WITHHELD)
            for d in intake.diagnostics
        ),
        refused=tuple(sorted(
            (
                Refusal(names.code(one.candidate), "", tuple((files.get(path, "file"), "", line) for path, _, line in one.rows))
                for one in intake.refused
            ),
            key=lambda one: one.candidate,
        )),
    )  # fmt: skip


def _hidden(record: ExamRecord, response: Response, kinds: list[ItemType], names: Pseudonyms) -> Response:
    own = [word for word in (response.candidate, response.name) if len(word) > 1]
    answers = {}
    for number, answer in response.answers.items():
        kind = kinds[number - 1]
        told = kind is ItemType.SHORT_ANSWER or (kind is ItemType.CLOZE and any(word in answer for word in own))
        if not told or kind is ItemType.CLOZE:
            answers[number] = "?" if told else answer
    return response.model_copy(
        update={
            "candidate": names.code(response.candidate),
            "name": "",
            "form": _form(record, response.form, names),
            "answers": answers,
            "ratings": tuple(
                rating.model_copy(update={"rater": names.code(rating.rater)}) for rating in response.ratings
            ),
        }
    )
