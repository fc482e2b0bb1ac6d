"""Somebody who comes without being on the roster: a form for them, and nobody else's paper changes."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.exam.answersheets.layouts import with_layouts
from guizhang.exam.columns import folded_id
from guizhang.exam.record import read_record, record_path
from guizhang.exam.walk_ins import free_row
from guizhang.exam.write import Written, add_candidate
from guizhang.model.form import Candidate, DrawnForm, ExamRecord
from guizhang.model.text import LANGS
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.draw import draw_walk_in, with_places
from guizhang.quiz.pool import build_pool
from guizhang.quiz.repeat import differences
from guizhang.quiz.stamp import walk_in_id
from guizhang.yamlio.content import Loaded

_LONGEST = 120
_SHOWN = 12


@dataclass(frozen=True)
class Added:
    """Somebody who was added to an exam."""

    record: ExamRecord
    person: Candidate
    written: Written
    row: int | None
    """The free row of the exam's own workbook that is theirs; ``None`` where they have a workbook of their own."""
    warnings: tuple[Diagnostic, ...] = ()


def add_to_exam(
    folder: Path, person: Candidate, loaded: Loaded | None, *, typesetter: Typesetter | None = None
) -> Added:
    """Add *person* to the exam in *folder* and write their papers, key and sheets beside the others.

    Where forms are shared they get the one that fewest sit; where everybody has their own they get one too, as hard as the
    others, drawn by the exam's seed and their id. Where they name a form, that one.

    Args:
        folder: The exam's folder.
        person: Who comes; without a form (``""``) one is chosen.
        loaded: The handbook and bank the exam was drawn from; only needed where a form must be drawn.
        typesetter: Sets the PDFs; one of its own when absent.

    Raises:
        Faulty: the id is taken, there is no such form, or a form must be drawn and cannot be; nothing has been written.
    """
    record = read_record(folder)
    source = Source(str(record_path(folder)))
    _refuse_unfit(record, person, source)
    form = _form(record, person, loaded, source)
    person = person.model_copy(update={"form": form.id})
    if form not in record.forms:
        assert loaded is not None
        record = with_places(record.model_copy(update={"forms": (*record.forms, form)}), loaded)
    record = record.model_copy(
        update={
            "candidates": (*record.candidates, person),
            "walk_ins": {**record.walk_ins, person.id: walk_in_id(record, person.id, form)},
        }
    )
    record = with_layouts(record)
    written = add_candidate(record, folder, person, typesetter=typesetter)
    return Added(
        record,
        person,
        written,
        free_row(record, person),
        (*_alike(record, person, source), *_untranslated(form, person, source)),
    )


def _form(record: ExamRecord, person: Candidate, loaded: Loaded | None, source: Source) -> DrawnForm:
    if person.form:
        found = next((form for form in record.forms if form.id == person.form), None)
        if found is None:
            known = ", ".join(form.id for form in record.forms[:_SHOWN])
            raise _fault(
                source, "ADD002", (f"没有 {person.form!r} 卷", f"there is no form {person.form!r}"),
                (f"可用：{known}", f"known: {known}"),
            )  # fmt: skip
        return found
    if not record.individual:
        sat = Counter(candidate.form for candidate in record.candidates)
        return min(record.forms, key=lambda form: sat[form.id])
    if loaded is None:
        raise _fault(
            source, "ADD003",
            ("这场考试一人一卷，这里没有抽题用的手册", "everybody has a form of their own in this exam, and there is no handbook here to draw one from"),
            ("在手册文件夹里运行，或用 --form 让他与另一位考生同卷", "run it in the handbook's folder, or give the form of another candidate with --form"),
        )  # fmt: skip
    blueprint = record.specification
    pool = build_pool(loaded, generated=blueprint is None or blueprint.generated)
    unlike = [d for d in differences(record, loaded, source, pool) if d.severity is not Severity.NOTE]
    if unlike:
        raise Faulty([*unlike, *_fault(
            source, "ADD004",
            ("规章或题库在抽题以后变了，抽不出同样公平的卷", "rules or bank have changed since the draw, so no form as fair as the others can be drawn"),
            (
                "换回抽题时的手册和题库，或用 --form 让他与另一位考生同卷",
                "go back to the handbook and bank of the draw, or give the form of another candidate with --form",
            ),
        ).diagnostics])  # fmt: skip
    return draw_walk_in(loaded, record, person, pool)


def _refuse_unfit(record: ExamRecord, person: Candidate, source: Source) -> None:
    there = next((one.id for one in record.candidates if folded_id(one.id) == folded_id(person.id)), None)
    if there is not None:
        raise _fault(
            source, "ADD001",
            (f"工号 {there!r} 已在名单里", f"the id {there!r} is on the roster already"),
            ("核对工号；同一人不用再加", "check the id; nobody needs to be added twice"),
        )  # fmt: skip
    if record.individual and not person.form and any(form.id == person.id for form in record.forms):
        raise _fault(
            source, "ADD001", (f"已有 {person.id!r} 卷", f"there is a form {person.id!r} already"), ("换一个工号", "use another id")
        )  # fmt: skip
    for text in (person.id, person.name, person.role, person.department):
        if len(text) > _LONGEST or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
            raise _fault(
                source, "ADD005",
                (f"{text[:_SHOWN]!r}… 太长或含有控制字符", f"{text[:_SHOWN]!r}… is too long or holds control characters"),
                ("改短，或重新输入", "shorten it, or type it again"),
            )  # fmt: skip


def _alike(record: ExamRecord, person: Candidate, source: Source) -> Iterator[Diagnostic]:
    """Yield ADD007 for everybody whose number is the same but for zeros in front, which spreadsheet programs drop."""
    for other in record.candidates:
        alike = person.id.isdigit() and other.id.isdigit() and person.id.lstrip("0") == other.id.lstrip("0")
        if not alike or other.id == person.id:
            continue
        same = bool(person.name) and other.name == person.name
        yield Diagnostic(
            "ADD007", Severity.WARNING, source, "",
            Message(
                f"{person.id} 与名单里的 {other.id} {other.name} 只差前面的零{'，姓名也相同' if same else ''}",
                f"{person.id} is {other.id} {other.name} of the roster but for leading zeros{', and has the same name' if same else ''}",
            ),
            Message(
                f"若是同一人，不用另发卷，作答记在 {other.id} 名下；若是两个人，录入时写全工号",
                f"if they are one person, no other paper is needed, and the answers are those of {other.id}; if two, type their ids in full",
            ),
        )  # fmt: skip


def _untranslated(form: DrawnForm, person: Candidate, source: Source) -> list[Diagnostic]:
    """Return a warning where a form that is already drawn lacks a language somebody reads."""
    wanted = [lang for lang in LANGS if person.language in (lang, "both")]
    lacking = [
        number
        for number, item in enumerate(form.items, 1)
        if any(text.get(lang) is None for text in (item.stem, *item.options, *item.lefts) for lang in wanted)
    ]
    if not lacking:
        return []
    listed = ", ".join(map(str, lacking))
    return [Diagnostic(
        "ADD006", Severity.WARNING, source, "",
        Message(f"{form.id} 卷的第 {listed} 题没有 {person.language} 文字", f"questions {listed} of form {form.id} are not written in {person.language}"),
        Message("当面口译，或让考生用另一种语言的卷", "translate them on the spot, or let the candidate use the other language"),
    )]  # fmt: skip


def _fault(source: Source, code: str, words: tuple[str, str], mend: tuple[str, str]) -> Faulty:
    return Faulty([Diagnostic(code, Severity.ERROR, source, "", Message(*words), Message(*mend))])
