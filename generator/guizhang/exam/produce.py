"""From a blueprint to a folder of papers, keys and sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guizhang.diagnostics import Diagnostic
from guizhang.exam.answersheets.layouts import with_layouts
from guizhang.exam.record import read_record
from guizhang.exam.roster import Roster, read_roster
from guizhang.exam.web.files import Web
from guizhang.exam.write import Written, write_exam
from guizhang.model.form import ExamRecord, PaperLanguage, PaperSize
from guizhang.quiz.draw import draw_exam, form_name
from guizhang.yamlio.content import Loaded, shown


@dataclass(frozen=True)
class Produced:
    """An exam that was drawn and written."""

    record: ExamRecord
    written: Written
    warnings: tuple[Diagnostic, ...] = ()
    """About the roster."""


def produce_exam(
    loaded: Loaded,
    blueprint: str,
    out: Path,
    *,
    forms: int,
    seed: str,
    roster: Path | None = None,
    individual: bool = False,
    avoid: Sequence[Path] = (),
    language: PaperLanguage = "both",
    paper_size: PaperSize = "a4",
    replace: bool = False,
    web: Web | None = None,
    held: date | None = None,
) -> Produced:
    """Draw an exam and write it into *out*.

    Args:
        loaded: Handbook and bank, checked and without errors.
        blueprint: Id of the blueprint, or the path of its file.
        out: The folder to make.
        forms: How many versions of the paper.
        seed: Keys every random choice.
        roster: CSV or XLSX of who sits the exam; candidates get forms in rotation.
        individual: Draw a form for everybody on the roster instead.
        avoid: Folders of earlier exams, whose items are drawn only where the blueprint cannot be met without them.
        language: Language of the papers.
        paper_size: What the papers are laid out for.
        replace: Whether an exam that is in *out* already goes.
        web: How it is sat in a browser; ``None``: on paper only.
        held: The day of the exam: what is not in force yet on it is not drawn. ``None``: whatever the day.

    Raises:
        Faulty: the roster has faults, the blueprint cannot be met, or *out* is refused; nothing has been written.
    """
    names = [] if individual else [form_name(index) for index in range(forms)]
    people = read_roster(roster, names, shown(roster)) if roster else Roster(())
    record = draw_exam(
        loaded,
        _blueprint_id(loaded, blueprint),
        forms=forms,
        seed=seed,
        candidates=people.people,
        language=language,
        paper_size=paper_size,
        individual=individual,
        avoid=items_of(avoid),
        held=held,
    )
    record = with_layouts(record)
    warnings = (*people.warnings, *(web.warnings(seed) if web else ()))
    return Produced(record, write_exam(record, out, replace=replace, web=web), warnings)


def items_of(exams: Sequence[Path]) -> frozenset[str]:
    """Return the ids of all items of the exams in these folders.

    Raises:
        Faulty: there is no exam in one of them.
    """
    records = [read_record(folder) for folder in exams]
    return frozenset(item.bank_id for record in records for form in record.forms for item in form.items)


def _blueprint_id(loaded: Loaded, blueprint: str) -> str:
    """Return the id of the blueprint in the file *blueprint*; any other word is taken for an id itself."""
    name = shown(Path(blueprint))
    by_path = {path: key for (kind, key), path in loaded.bank.paths.items() if kind == "blueprint"}
    return by_path.get(name, blueprint)
