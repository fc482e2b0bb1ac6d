"""Sheets to responses: what each cell means against the form that was sat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from guizhang.diagnostics import Diagnostic, Severity
from guizhang.grading import faults
from guizhang.grading.answers import Problem, is_blank, normalise, takes_clock
from guizhang.grading.reading import answer_faults, row_faults
from guizhang.grading.reading.collect import Answers, Entry, Sheet
from guizhang.grading.reading.people import People, restored
from guizhang.grading.reading.points import points_in
from guizhang.grading.reading.practical import is_agreed
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import Candidate, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.response import Rating, Response
from guizhang.model.spellings import parse_number, uncorrected
from guizhang.tables.table import Damage

_FORM_WORDS = re.compile(r"[试試]卷|卷|form|paper|version|\s")


class Interpreter:
    """Turns sheets into responses against the drawn exam."""

    def __init__(self, record: ExamRecord, people: People, keyed: frozenset[int]) -> None:
        self.record = record
        self.people = people
        self.keyed = keyed
        self.forms = {form.id: form for form in record.forms}
        self.items = {form.id: form.items for form in record.forms}
        self._known: dict[int, frozenset[int]] = {}
        self._plans: dict[tuple[str, str | None, str], list[tuple[int, int, dict[str, str]]]] = {}
        self.diagnostics: list[Diagnostic] = []

    def name(self, sheet: Sheet) -> str:
        """Return the person's name: the roster's, else the one on the sheet."""
        candidate = self.people.get(sheet.identity)
        written = sheet.name.text if sheet.name and sheet.name.damage is None else ""
        return (candidate.name if candidate else "") or written

    def form_of(self, sheet: Sheet) -> str:
        """Return the form the roster gave this person, or the only one."""
        candidate = self.people.get(sheet.identity)
        return candidate.form if candidate else next(iter(self.forms)) if len(self.forms) == 1 else ""

    def read(self, sheet: Sheet) -> Response | None:
        """Return the response of one sheet; ``None`` where it is absent, or the candidate or the form is unknown."""
        if not sheet.known:
            text = sheet.candidate.text
            self.diagnostics.append(row_faults.unknown_candidate(sheet.candidate.place, text, self.people.roster))
            return None
        candidate = self.people.get(sheet.identity)
        self._check_name(sheet, candidate)
        form = self._form(sheet, candidate)
        if sheet.moved:
            return None
        if not (sheet.answered or sheet.points or sheet.by_item):
            self.diagnostics.append(
                row_faults.no_answers(sheet.place, sheet.identity, rated=bool(sheet.practical or sheet.ratings))
            )
            return None
        return self._response(sheet, form) if form is not None else None

    def _check_name(self, sheet: Sheet, candidate: Candidate | None) -> None:
        entry = sheet.name
        if entry is None:
            return
        if entry.damage is not None:
            # Nobody is graded by name: a formula in it is no reason to refuse the answers beside it.
            fault = row_faults.damaged(entry.place, entry.damage, entry.text, severity=Severity.WARNING)
            self.diagnostics.append(fault)
        elif candidate and candidate.name and _letters(entry.text) != _letters(candidate.name):
            self.diagnostics.append(row_faults.name_differs(entry.place, entry.text, candidate.name))

    def _form(self, sheet: Sheet, candidate: Candidate | None) -> str | None:
        """Return the form that was sat: the one on the sheet, else the roster's, else the only one."""
        if sheet.form is None:
            if candidate is not None:
                return candidate.form
            if len(self.forms) == 1:
                return next(iter(self.forms))
            if sheet.answered or sheet.points or sheet.by_item:
                self.diagnostics.append(row_faults.no_form(sheet.place, self.forms))
            return None
        form = self._written_form(sheet.form)
        if form is not None and candidate is not None and candidate.form != form:
            self.diagnostics.append(row_faults.form_differs(sheet.form.place, form, candidate.form))
        return form

    def _written_form(self, entry: Entry) -> str | None:
        if entry.damage is not None:
            form = restored(entry.text, entry.damage, self.forms)
            fault = (
                row_faults.damaged(entry.place, entry.damage, entry.text)
                if form is None
                else row_faults.restored(entry.place, entry.text, form)
            )
            self.diagnostics.append(fault)
            return form
        if entry.text in self.forms:
            return entry.text
        plain = _FORM_WORDS.sub("", unicodedata.normalize("NFKC", entry.text).casefold())
        fitting = [form for form in self.forms if form.casefold() == plain]
        if len(fitting) != 1:
            self.diagnostics.append(row_faults.unknown_form(entry.place, entry.text, self.forms))
        return fitting[0] if len(fitting) == 1 else None

    def _response(self, sheet: Sheet, form: str) -> Response:
        items = self.items[form]
        if sheet.by_item:
            self._number(sheet, items)
        answers = self._in_row(sheet.wide, form) if sheet.wide else dict(self._in_cells(sheet.answers, items))
        given, blank = self._given(sheet, items, answers)
        return Response(
            candidate=sheet.identity,
            name=self.name(sheet),
            form=form,
            answers=answers,
            given_points=given,
            declared_blank=frozenset(blank | self._said_blank(sheet, items)),
            practical=self._practical(sheet),
            ratings=tuple(
                Rating(rater=rater, agreed=is_agreed(rater), scores=scores) for _, rater, scores in sheet.ratings
            ),
        )

    def _in_cells(self, cells: Mapping[int, Entry], items: tuple[DrawnItem, ...]) -> Iterator[tuple[int, str]]:
        for number, entry in cells.items():
            if self._asked(entry, number, items) and (answer := self._answer(entry, items[number - 1])):
                yield number, answer

    def _in_row(self, given: Answers, form: str) -> dict[int, str]:
        """Return the answers of a row: what was read once, and says nothing doubtful, is not read again."""
        texts, damage = given.row.texts, given.row.damage
        count = len(texts)
        answers: dict[int, str] = {}
        for number, index, known in self._plan(given, form):
            answer = known.get(texts[index] if index < count else "")
            if answer is None or damage:
                answer = self._in_cell(given, number, form, known)
            if answer:
                answers[number] = answer
        return answers

    def _in_cell(self, given: Answers, number: int, form: str, known: dict[str, str]) -> str:
        entry, items = given.entry(number), self.items[form]
        if entry is None or not self._asked(entry, number, items):
            return ""
        normal = normalise(items[number - 1], entry.text)
        if entry.damage is None and normal.problem is None:
            known[entry.text] = normal.answer
            return normal.answer
        return self._answer(entry, items[number - 1])

    def _plan(self, given: Answers, form: str) -> list[tuple[int, int, dict[str, str]]]:
        """Return number and column of each question in a table, and what the texts read so far say on one form."""
        key = (given.table.path, given.table.sheet, form)
        if key not in self._plans:
            self._plans[key] = [(number, column.index, {"": ""}) for number, column in given.columns.items()]
        return self._plans[key]

    def _number(self, sheet: Sheet, items: tuple[DrawnItem, ...]) -> None:
        """Put rows that name an item under the number it has on this form."""
        numbers = {item.item_id: number for number, item in enumerate(items, start=1)}
        for item_id, (answer, points) in sheet.by_item.items():
            number = numbers.get(item_id)
            for cells, entry in ((sheet.spread(), answer), (sheet.points, points)):
                if entry is None:
                    continue
                if number is None:
                    self.diagnostics.append(row_faults.unknown_item(entry.place, item_id, numbers))
                elif (first := cells.setdefault(number, entry)) is entry:
                    continue
                elif (first.text, first.damage) == (entry.text, entry.damage):
                    self.diagnostics.append(row_faults.identical(entry.place, first.place))
                else:
                    what = (f"第 {number} 题（{item_id}）", f"question {number} ({item_id})")
                    self.diagnostics.append(row_faults.conflict(entry.place, what, first.place))

    def _given(
        self, sheet: Sheet, items: tuple[DrawnItem, ...], answers: Mapping[int, str]
    ) -> tuple[dict[int, Decimal], set[int]]:
        """Return the points given by hand, and the questions that were declared blank."""
        given: dict[int, Decimal] = {}
        blank: set[int] = set()
        for number, entry in sorted(sheet.points.items()):
            if not self._asked(entry, number, items):
                continue
            if items[number - 1].type is not ItemType.SHORT_ANSWER:
                self.diagnostics.append(answer_faults.points_for_keyed_item(entry.place, number))
            elif is_blank(entry.text) and entry.damage is None:
                blank.add(number)
            elif (points := self._points(entry, items[number - 1].points)) is not None:
                given[number] = points
        for number in self._written(items) & answers.keys() - given.keys():
            text = answers[number]
            if parse_number(uncorrected(text)) is None:
                continue
            cell = sheet.answer(number)
            assert cell is not None, "it has an answer"
            if number not in self.keyed:
                self.diagnostics.append(answer_faults.looks_like_points(cell.place, number, text))
            # The number is keyed on another form, so that its column could not be headed as one of points.
            elif (points := self._points(cell, items[number - 1].points)) is not None:
                given[number] = points
        return given, blank

    def _said_blank(self, sheet: Sheet, items: tuple[DrawnItem, ...]) -> set[int]:
        """Return the written answers whose cell says 空, 未答 or blank, and that got no points."""
        return {
            number
            for number in self._written(items) - sheet.points.keys()
            if (entry := sheet.answer(number)) and entry.damage is None and is_blank(entry.text)
        }

    def _written(self, items: tuple[DrawnItem, ...]) -> frozenset[int]:
        """Return the numbers of the questions that somebody gives points for."""
        known = self._known.get(id(items))
        if known is None:
            written = (number for number, item in enumerate(items, start=1) if item.type is ItemType.SHORT_ANSWER)
            known = self._known[id(items)] = frozenset(written)
        return known

    def _asked(self, entry: Entry, number: int, items: tuple[DrawnItem, ...]) -> bool:
        """Tell whether this form has the question; a shorter form beside a longer one may not."""
        if number > len(items):
            self.diagnostics.append(faults.unknown_question(entry.place, str(number), len(items)))
        return number <= len(items)

    def _answer(self, entry: Entry, item: DrawnItem) -> str:
        if entry.damage is not None and not (entry.damage is Damage.TIME and takes_clock(item)):
            # What was typed cannot be guessed from what would be right: that would mark the right answers only.
            self.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return ""
        normal = normalise(item, entry.text)
        if normal.problem is None:
            return normal.answer
        match normal.problem:
            case Problem.UNKNOWN_OPTION:
                last = LETTERS[max(len(options) for options in (item.options, *(gap.options for gap in item.gaps))) - 1]
                self.diagnostics.append(answer_faults.unknown_option(entry.place, entry.text, normal.detail, last))
            case Problem.NOT_TRUE_FALSE:
                self.diagnostics.append(answer_faults.not_true_false(entry.place, entry.text))
            case Problem.OVER_ANSWERED:
                self.diagnostics.append(answer_faults.over_answered(entry.place, entry.text))
            case Problem.NOT_A_NUMBER:
                unit = (item.unit.zh or item.unit.en or "") if item.unit else ""
                self.diagnostics.append(answer_faults.not_a_number(entry.place, entry.text, unit))
            case Problem.ILLEGIBLE:
                self.diagnostics.append(answer_faults.illegible(entry.place, entry.text))
            case Problem.TOO_MANY_PARTS:
                self.diagnostics.append(answer_faults.too_many_parts(entry.place, entry.text, normal.detail))
        return normal.answer

    def _points(self, entry: Entry, most: Decimal) -> Decimal | None:
        if entry.damage is not None:
            self.diagnostics.append(row_faults.damaged(entry.place, entry.damage, entry.text))
            return None
        points = points_in(entry.text, most)
        if points is None:
            self.diagnostics.append(answer_faults.bad_points(entry.place, entry.text))
            return None
        if points > most:
            self.diagnostics.append(answer_faults.too_many_points(entry.place, points, most))
            return None
        return points

    def _practical(self, sheet: Sheet) -> Decimal | None:
        entry = sheet.practical
        if entry is None or (entry.damage is None and is_blank(entry.text)):
            return None
        if not self.record.practical_points:
            self.diagnostics.append(row_faults.no_practical(entry.place))
            return None
        if sheet.ratings:
            what = ("实操的逐项评分", "the practical part, by criterion,")
            self.diagnostics.append(row_faults.conflict(entry.place, what, sheet.ratings[0][0].place))
        return self._points(entry, self.record.practical_points)


def _letters(name: str) -> str:
    """Return a name without blanks and case, as two lists of the same people may differ."""
    return re.sub(r"[\s·・.]+", "", unicodedata.normalize("NFKC", name)).casefold()
