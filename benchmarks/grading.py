"""Grading a large exam: ten thousand sheets of fifty questions, from the file of answers to analysis and gradebook.

The people are made up: each has an ability, each question a difficulty, and the chance to know it follows from both.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from math import exp
from pathlib import Path

from benchmarks.measure import Row, watched
from guizhang.grading.analysis.advice import Flag
from guizhang.grading.analysis.analyse import analyse
from guizhang.grading.audit import Stamp
from guizhang.grading.correcting.regrade import regrade
from guizhang.grading.grade import grade_responses
from guizhang.grading.gradebook.book import gradebook
from guizhang.grading.pipeline import grade
from guizhang.grading.reading.responses import read_responses
from guizhang.grading.summary import ClassReport
from guizhang.model.correction import Change, Correction
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.exam_json import dump_record
from guizhang.model.form import Candidate, DrawnForm, DrawnSection, ExamRecord
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.response import Response
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text
from guizhang.parallel import uncollected

_PEOPLE = 10_000
_QUESTIONS = 50
_CLASSES, _CLASS = 100, 40


def exam() -> ExamRecord:
    """Return an exam of two forms, the second with its questions the other way round."""
    items = tuple(_item(number) for number in range(_QUESTIONS))
    title = Text(zh="单项选择题", en="Single choice")
    return ExamRecord(
        tool_version="0",
        exam_id="0123456789abcdef",
        blueprint="bench",
        title=Text(zh="考核", en="Assessment"),
        company=Text(zh="某公司", en="A company"),
        seed="bench",
        limit_minutes=60,
        cut_score="60%",
        editions={},
        forms=tuple(
            DrawnForm(id=name, sections=(DrawnSection(title=title, type=ItemType.SINGLE_CHOICE, points=Decimal(2), items=order),))
            for name, order in (("A", items), ("B", items[::-1]))
        ),
        candidates=tuple(Candidate(id=f"{n:05d}", form="AB"[n % 2]) for n in range(_PEOPLE)),
    )  # fmt: skip


def _item(number: int) -> DrawnItem:
    return DrawnItem(
        item_id=f"item-{number}",
        type=ItemType.SINGLE_CHOICE,
        points=Decimal(2),
        stem=Text(zh=f"题目 {number}", en=f"Question {number}"),
        options=tuple(Text(zh=f"选项 {n}", en=f"Option {n}") for n in range(4)),
        key=("ABCD"[number % 4],),
        cites={f"rules/article-{number % 20}": "00000000"},
        themes=(f"theme-{number % 5}",),
        level=CognitiveLevel.RECALL,
        difficulty=3,
        order=("ABCD",),
    )


def answers(record: ExamRecord) -> str:
    """Return a table of answers in wide form."""
    luck = random.Random(1)  # noqa: S311 - a simulation
    lines = ["考号,卷别," + ",".join(f"第{n}题" for n in range(1, _QUESTIONS + 1))]
    forms = {form.id: form.items for form in record.forms}
    for person in record.candidates:
        ability = luck.gauss(0, 1)
        marks = [_answer(luck, item, ability) for item in forms[person.form]]
        lines.append(",".join((person.id, person.form, *marks)))
    return "\n".join(lines)


def _answer(luck: random.Random, item: DrawnItem, ability: float) -> str:
    hard = int(item.item_id.removeprefix("item-")) / 25 - 1
    if luck.random() < 1 / (1 + exp(hard - ability)):
        return item.key[0]
    return luck.choice("ABCD ")


def _run(path: Path) -> None:
    """Read, grade, analyse and write the gradebook; print the seconds."""
    record, policy = exam(), ScoringPolicy()
    start = time.perf_counter()
    with uncollected():
        intake = read_responses([path], record)
        results = grade_responses(record, intake.responses, policy)
        report = ClassReport(record, results, intake, policy, {})
        gradebook(report)
    print(time.perf_counter() - start)


def _prepare(folder: Path) -> None:
    """Grade an exam."""
    record = exam()
    (folder / "exam" / "secret").mkdir(parents=True)
    (folder / "exam" / "secret" / "exam.json").write_bytes(dump_record(record))
    (folder / "answers.csv").write_text(answers(record), encoding="utf-8")
    grade(folder / "exam", [folder / "answers.csv"], folder / "results")


def _regrade(folder: Path, *, dry_run: bool) -> None:
    """Drop a question; print the seconds until it is known who moved, or until all is written."""
    now = Stamp("bench", datetime(2026, 1, 1, tzinfo=UTC))
    drop = Correction(what=Change.DROP, item="item-7", reason="bench", by="bench", at=now.at)
    start = time.perf_counter()
    regrade(folder / "exam", folder / "results", now, add=[drop], dry_run=dry_run)
    print(time.perf_counter() - start)


def rows() -> Iterator[Row]:
    """Yield time and memory of the whole way, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_text(answers(exam()), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.grading", str(path)]
        runs = [watched(command) for _ in range(3)]
        yield Row(
            "10,000 sheets of 50 questions: read, graded, analysed, gradebook",
            min(float(out) for out, _ in runs),
            "s",
            "<= 5",
        )
        yield Row("  memory of all processes", min(peak for _, peak in runs), "MB", "<= 500")
    spent = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            runs = [
                watched([sys.executable, "-m", "benchmarks.grading", what, folder])
                for what in ("--prepare", "--dry-run", "--regrade")
            ]
            spent.append((float(runs[1][0]), float(runs[2][0]), runs[2][1]))
    yield Row("10,000 sheets regraded after a correction: who moved", min(run[0] for run in spent), "s", "<= 2")
    yield Row("  with gradebook, reports and JSON written again", min(run[1] for run in spent), "s", "<= 2")
    yield Row("  memory of all processes", min(run[2] for run in spent), "MB", "")
    found, suspected = _suspicions()
    yield Row(f"one wrong key in each of {_CLASSES} classes of {_CLASS}: found", found, "", ">= 90")
    yield Row("  sound keys suspected", suspected, f"of {_CLASSES * (_QUESTIONS - 1):,}", "<= 10")


def _suspicions() -> tuple[int, int]:
    """Return how many wrong keys, and how many sound ones, the advice suspects; a wrong key on another item each time."""
    sound = exam()
    found = suspected = 0
    for turn in range(_CLASSES):
        wrong = f"item-{turn % _QUESTIONS}"
        record = sound.model_copy(update={"forms": tuple(_with_wrong_key(form, wrong) for form in sound.forms)})
        luck = random.Random(turn)  # noqa: S311 - a simulation
        responses = []
        for number in range(_CLASS):
            form, ability = sound.forms[number % 2], luck.gauss(0, 1)
            given = {place: _answer(luck, item, ability).strip() for place, item in enumerate(form.items, start=1)}
            responses.append(Response(candidate=str(number), form=form.id, answers=given))
        analysis = analyse(record, grade_responses(record, responses, ScoringPolicy()))
        for item in analysis.items:
            if any(advice.flag is Flag.WRONG_KEY for advice in item.advice):
                found += item.item_id == wrong
                suspected += item.item_id != wrong
    return found, suspected


def _with_wrong_key(form: DrawnForm, wrong: str) -> DrawnForm:
    (section,) = form.sections
    items = tuple(
        item.model_copy(update={"key": ("BCDA"["ABCD".index(item.key[0])],)}) if item.item_id == wrong else item
        for item in section.items
    )
    return form.model_copy(update={"sections": (section.model_copy(update={"items": items}),)})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--prepare", folder]:
            _prepare(Path(folder))
        case ["--dry-run" | "--regrade" as what, folder]:
            _regrade(Path(folder), dry_run=what == "--dry-run")
        case [path]:
            _run(Path(path))
