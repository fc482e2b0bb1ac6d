"""Whether the folder of an exam is what was drawn: the record by itself, the handouts, and the draw made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.exam.contents import SECRET
from guizhang.exam.handouts import handout_faults
from guizhang.exam.record import read_record, record_path
from guizhang.model.blueprint import Section
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.exam_json import untouched
from guizhang.model.form import DrawnForm, DrawnSection, ExamRecord
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.repeat import differences
from guizhang.quiz.stamp import exam_id, walk_in_id
from guizhang.yamlio.content import Loaded

_EDITED = Message(
    "不要手工改动 exam.json；从备份取回，或重新抽一次",
    "do not edit exam.json by hand; take it back from a copy, or draw again",
)


@dataclass(frozen=True)
class Verified:
    """What was found."""

    record: ExamRecord
    faults: tuple[Diagnostic, ...]
    """Of the record itself and of the files beside it."""
    unlike: tuple[Diagnostic, ...] | None
    """Where the draw comes out otherwise today, and why; ``None`` where it was not made again."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found; notes aside."""
        return not any(d.severity is not Severity.NOTE for d in (*self.faults, *(self.unlike or ())))


def verify_exam(folder: Path, loaded: Loaded | None, *, typesetter: Typesetter | None = None) -> Verified:
    """Return what is wrong with the exam in *folder*.

    Args:
        folder: The exam's folder, as `guizhang.exam.write.write_exam` made it.
        loaded: Handbook and bank to draw it again from; without, only the record and its files are looked at.
        typesetter: Sets the PDFs of the handouts again; one of its own when absent.

    Raises:
        Faulty: there is no exam in *folder*.
    """
    record = read_record(folder)
    path = record_path(folder)
    source = Source(str(path))
    faults = [*_record(record, path.read_bytes(), source), *_forms(record, source)]
    # By a record that was edited every handout would be wrong.
    if not faults:
        root = folder if (folder / SECRET).is_dir() else folder.resolve().parent
        faults += handout_faults(record, root, typesetter or Typesetter("guizhang.exam"))
    return Verified(record, tuple(faults), None if loaded is None else tuple(differences(record, loaded, source)))


def _record(record: ExamRecord, data: bytes, source: Source) -> Iterator[Diagnostic]:
    if not untouched(data):
        yield _fault(
            source,
            "VER001",
            (
                "记录在写出以后被改动过（校验和不符）",
                "the record was changed after it was written (its checksum differs)",
            ),
        )
    if exam_id(record) != record.exam_id:
        yield _fault(
            source, "VER002",
            ("试卷上的考试编号与记录里的题目对不上", "the exam id on the papers does not belong to the questions in the record"),
        )  # fmt: skip
    forms = {form.id: form for form in record.forms}
    people = Counter(person.id for person in record.candidates)
    for person in record.candidates:
        form = forms.get(person.form)
        if form is None or people[person.id] > 1:
            yield _fault(
                source, "VER003",
                (f"考生 {person.id!r} 没有自己的卷，或列了两次", f"the candidate {person.id!r} has no form, or is listed twice"),
            )  # fmt: skip
        elif person.id in record.walk_ins and record.walk_ins[person.id] != walk_in_id(record, person.id, form):
            yield _fault(
                source, "VER002",
                (f"后加的考生 {person.id!r} 的卷被改动过", f"the form of {person.id!r}, who was added later, was changed"),
            )  # fmt: skip


def _forms(record: ExamRecord, source: Source) -> Iterator[Diagnostic]:
    """Yield a fault for every form that does not keep to the blueprint in the record."""
    if record.specification is None:
        return
    for form in record.forms:
        for words in _unmet(form, record.specification.sections, frozenset(record.specification.include)):
            yield _fault(
                source,
                "VER004",
                (f"{form.id} 卷不合蓝图：{words[0]}", f"form {form.id} does not keep to the blueprint: {words[1]}"),
            )


def _unmet(form: DrawnForm, sections: tuple[Section, ...], required: frozenset[str]) -> Iterator[tuple[str, str]]:
    if len(form.sections) != len(sections):
        yield f"{len(form.sections)} 节", f"{len(form.sections)} sections"
        return
    for number, (asked, drawn) in enumerate(zip(sections, form.sections, strict=True), 1):
        for what in _unmet_in(asked, drawn):
            yield f"第 {number} 节 {what}", f"section {number}: {what}"
    every = [bank_id for section in form.sections for bank_id in _by_id(section)]
    yield from ((f"{name} 出现两次", f"{name} stands twice") for name, n in Counter(every).items() if n > 1)
    yield from ((f"没有必考题 {name}", f"the required item {name} is missing") for name in sorted(required - {*every}))


def _unmet_in(asked: Section, drawn: DrawnSection) -> Iterator[str]:
    items = _by_id(drawn)
    if len(items) != asked.count or drawn.type is not asked.type or drawn.total_points != asked.points * asked.count:
        yield f"{len(items)} x {drawn.type}, {drawn.total_points}"
    counts = (
        ("themes", asked.themes, Counter(item.themes[0] for item in items.values())),
        ("difficulty", asked.difficulty, Counter(str(item.difficulty) for item in items.values())),
        ("levels", asked.levels, Counter(item.level for item in items.values())),
        ("regulations", asked.regulations, Counter(r for item in items.values() for r in _regulations(item))),
    )
    for name, least, there in counts:
        yield from (f"{name}.{value}: {there[value]} < {n}" for value, n in least.items() if there[value] < n)  # type: ignore[index]


def _by_id(section: DrawnSection) -> dict[str, DrawnItem]:
    """Return the items of the bank; of a case its first question."""
    found: dict[str, DrawnItem] = {}
    for item in section.items:
        found.setdefault(item.bank_id, item)
    return found


def _regulations(item: DrawnItem) -> set[str]:
    return {address.partition("/")[0] for address in item.cites}


def _fault(source: Source, code: str, words: tuple[str, str]) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, source, "", Message(*words), _EDITED)
