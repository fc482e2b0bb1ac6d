"""The layouts of an exam's answer sheets, one for all forms that are built alike."""

from __future__ import annotations

from guizhang.exam.answersheets.geometry import answer_sheet
from guizhang.exam.answersheets.structure import spelt, structure
from guizhang.model.answer_sheet import AnswerSheet
from guizhang.model.form import DrawnForm, ExamRecord


class Layouts:
    """Layouts by form; what the record holds comes before what would be made today, since sheets were printed by it.

    Args:
        record: The exam.
    """

    def __init__(self, record: ExamRecord) -> None:
        self._size = record.paper_size
        self._found = {(sheet.structure, sheet.large_print): sheet for sheet in record.answer_sheets}
        self._words: dict[str, str] = {}

    def of(self, form: DrawnForm, *, large_print: bool = False) -> AnswerSheet:
        """Return the layout of a form's answer sheet."""
        if form.id not in self._words:
            self._words[form.id] = spelt(structure(form))
        key = self._words[form.id], large_print
        if key not in self._found:
            self._found[key] = answer_sheet(structure(form), self._size, large_print=large_print)
        return self._found[key]

    @property
    def all(self) -> tuple[AnswerSheet, ...]:
        """Every layout there is."""
        return tuple(self._found.values())


def sizes(record: ExamRecord, form: DrawnForm) -> tuple[bool, ...]:
    """Tell in which sizes a form's sheet is printed: the usual one, and large print where a candidate needs it."""
    large = any(person.large_print for person in record.candidates if person.form == form.id)
    return (False, True) if large else (False,)


def with_layouts(record: ExamRecord) -> ExamRecord:
    """Return *record* with the layout of every sheet that is printed of it."""
    found = Layouts(record)
    forms = {form.id: form for form in record.forms}
    for form in record.forms:
        found.of(form)
    for person in record.candidates:
        if person.large_print:
            found.of(forms[person.form], large_print=True)
    return record.model_copy(update={"answer_sheets": found.all})
