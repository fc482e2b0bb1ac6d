"""What is made for people who were not on the roster: sheets of their own, and the lists of them all.

Each has a folder with nothing in it but what is about this one person: what the class has anyhow (key, mask, workbook) is
not made again. The lists beside those folders hold everybody who came, to be laid behind those of the roster.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.exam.answersheets.files import answer_sheets, large_masks
from guizhang.exam.answersheets.layouts import sizes
from guizhang.exam.contents import HANDOUT, SECRET, Task, workbook
from guizhang.exam.docx.files import class_lists
from guizhang.exam.marking.files import checklist, handing_out, keys, marking_sheets, rubric
from guizhang.exam.papers.files import own_pages, own_papers
from guizhang.exam.part import Files, Part, Producer
from guizhang.exam.readme import NAME as README
from guizhang.exam.web.files import Web
from guizhang.exam.words import say
from guizhang.files import file_name
from guizhang.model.form import Candidate, ExamRecord
from guizhang.printing.pdf import Typesetter

ADDED = "added"
"""Folder, in both halves of an exam, with what walk-ins got: one folder each, and in the secret half the lists of them all."""
_OF_EACH: tuple[Producer, ...] = (own_papers, own_pages, answer_sheets, marking_sheets, rubric, checklist)
_OF_ALL: tuple[Producer, ...] = (handing_out, class_lists)


def walk_ins(record: ExamRecord) -> tuple[Candidate, ...]:
    """Return who was added, in the order they came."""
    return tuple(person for person in record.candidates if person.id in record.walk_ins)


def free_row(record: ExamRecord, person: Candidate) -> int | None:
    """Return the row of the exam's workbook that is this walk-in's; ``None`` where only one of their own has room.

    The workbook was made for the exam as drawn and may have been typed into since.
    """
    from guizhang.exam.workbook.plan import Plan

    base = record.as_drawn
    plan = Plan(base)
    there = {form.id for form in base.forms}
    if plan.individual or person.form not in there:
        return None
    later = [other.id for other in walk_ins(record) if other.form in there]
    row = plan.rows.start + len(base.candidates) + later.index(person.id)
    return row if row in plan.rows else None


def tasks_for(record: ExamRecord, person: Candidate, setter: Typesetter, web: Web | None) -> list[Task]:
    """Return what is to be made for one walk-in.

    Args:
        record: The exam with *person* and the form *person* sits.
        person: Whom it is for.
        setter: Sets the PDFs.
        web: How the exam is sat in a browser; ``None``: on paper only.
    """
    drawn = record.as_drawn
    forms = tuple(form for form in record.forms if form.id == person.form)
    part = Part(record.model_copy(update={"forms": forms, "candidates": (person,)}), forms, (person,), setter)
    known = all(form in drawn.forms for form in forms)
    wanted: list[Producer] = [*_OF_EACH]
    if web:
        wanted.append(web.pages)
    if not known:
        wanted.append(keys)
    elif person.large_print and not record.individual and not any(sizes(drawn, form)[1:] for form in forms):
        wanted.append(large_masks)
    if free_row(record, person) is None:
        wanted.append(workbook)
    return [(producer, part) for producer in wanted]


def lists(record: ExamRecord, setter: Typesetter) -> Files:
    """Yield the lists of all walk-ins, by their paths below the exam's folder."""
    people = walk_ins(record)
    part = Part(record.model_copy(update={"candidates": people}), record.forms, people, setter)
    for producer in _OF_ALL:
        for path, data in producer(part):
            half, _, name = path.partition("/")
            yield f"{half}/{ADDED}/{name}", data
    yield f"{SECRET}/{ADDED}/{README}", "\n".join(_readme(record, people)).encode("utf-8-sig")


def _readme(record: ExamRecord, people: tuple[Candidate, ...]) -> Iterator[str]:
    """Yield the lines of the text that says where each walk-in's things are and where their answers are typed in."""
    title = " / ".join(dict.fromkeys(record.title.either(lang) for lang in ("zh", "en")))
    yield from (f"{title}　{say('exam', 'both')} {record.exam_id}", "后加考生 People added later", "")
    own = [person for person in people if free_row(record, person) is None]
    for number, person in enumerate(people, 1):
        row, folder = free_row(record, person), file_name(person.id)
        yield f"{number}. {person.id} {person.name}　{say('form', 'both', id=person.form)}"
        yield f"    打印 Print: {HANDOUT}/{ADDED}/{folder}/"
        yield f"    评分 Mark on: {SECRET}/{ADDED}/{folder}/"
        if row is None:
            yield f"    录入 Type into: {SECRET}/{ADDED}/{folder}/scoring.xlsx"
        else:
            yield f"    录入 Type into: {SECRET}/scoring.xlsx, Responses, 第 {row} 行 row {row}"
    yield from (
        "",
        f"{SECRET}/{ADDED}/envelopes: 附在发卷清单后面，发卷时签收。 / Goes behind the handing-out list, to be signed.",
        f"{SECRET}/{ADDED}/class-list: 附在登分表后面。 / Goes behind the class marking list.",
        "再加人时，这两份清单和本说明会重写，列出所有后加的人；别的文件都不变。",
        "When somebody else is added, the two lists and this text are written again with everybody on them; nothing else changes.",
        "",
        f"{SECRET}/scoring.xlsx 可能已经录入成绩，所以不改动。写明行号的人，在那一空行录入{say('number', 'zh')}、卷别和作答；",
        "没有空行可用的人，各有自己的工作簿，评分时一起交给 guizhang grade。",
        f"{SECRET}/scoring.xlsx is never changed, since marks may stand in it. Whoever has a row above is typed into that empty row",
        "(number, form, answers); whoever has none has a workbook of their own, which guizhang grade reads beside the other.",
        "",
        " ".join(
            [
                f"guizhang grade FOLDER FOLDER/{SECRET}/scoring.xlsx",
                *(f"FOLDER/{SECRET}/{ADDED}/{file_name(person.id)}/scoring.xlsx" for person in own),
                "-o RESULTS",
            ]
        ),
        "",
    )
