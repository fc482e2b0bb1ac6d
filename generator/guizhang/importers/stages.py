"""From a view of the source to its documents: the stages between folding and the ledger, in one place.

A source in two languages goes through them once for each half; everything else once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guizhang.importers.documents.boundaries import Hints
from guizhang.importers.documents.parts import by_sheet, find_in_parts, outside_tables
from guizhang.importers.extract import TITLE, Part
from guizhang.importers.furniture.chrome import judge_lines
from guizhang.importers.furniture.form_titles import with_named
from guizhang.importers.furniture.mailed import by_mail, with_subjects
from guizhang.importers.furniture.margins import Body, Discard, trim
from guizhang.importers.furniture.navigation import judge_navigation
from guizhang.importers.furniture.neighbours import judge_between
from guizhang.importers.furniture.paths import find_paths
from guizhang.importers.furniture.sparing import spare
from guizhang.importers.furniture.tails import judge_tails
from guizhang.importers.lines.breaks import full_lines
from guizhang.importers.lines.chains import choose_strong
from guizhang.importers.lines.dates import without_dates
from guizhang.importers.lines.folded import Line, split_lines
from guizhang.importers.lines.lattice import Mark, find_marks
from guizhang.importers.lines.parallel_labels import without_translations
from guizhang.importers.lines.table_notes import without_notes
from guizhang.importers.lines.tables import without_rows
from guizhang.importers.nesting.heading_places import with_plain
from guizhang.importers.nesting.plain_headings import find_plain, looks_of
from guizhang.importers.nesting.search import Placed, nest
from guizhang.importers.nesting.stated_headings import add_headings, without_titles
from guizhang.importers.nesting.tree import build
from guizhang.importers.outline import Document, Node
from guizhang.importers.reading import Reading
from guizhang.zh.folding import Folded


@dataclass(frozen=True, slots=True)
class Outlined:
    """What a view holds; line numbers are those of the source."""

    view: Folded
    lines: Sequence[Line]
    """Lines of the view."""
    numbers: Sequence[int]
    """Per line of the view its number in the source."""
    documents: tuple[Document, ...]
    discards: list[Discard]
    refused: list[Mark]
    """The likely labels at line starts that were left as text after all."""
    unsure: tuple[int, ...] = ()
    """Indexes of lines that look like headings and were left as text of the rule above."""

    def number_at(self, offset: int) -> int:
        """Return the number in the source of the line that holds an offset of the view."""
        return self.numbers[bisect_right(self.lines, offset, key=lambda line: line.start) - 1]


def outline(view: Folded, reading: Reading, *, half: bool = False) -> Outlined:
    """Return the documents of a view.

    Args:
        view: The folded source, all of it or the half in one language.
        reading: What its format said, in lines of the source.
        half: Whether it is one of two languages, whose lines have lost what the other says in them: looks tell nothing there.
    """
    # The stages, in order; each says in its docstring what it reads and writes and why it stands where it stands.
    lines = split_lines(view)
    numbers = line_numbers(view, lines)
    reading = _of_view(reading, numbers)
    marks = without_dates(view, lines, without_rows(view, lines, find_marks(view, lines), reading.rows))
    marks = without_translations(view, lines, without_notes(view, lines, marks, reading.parts))
    marks = add_headings(view, lines, marks, reading.headings)
    told = without_titles(view, lines, marks)
    paths = find_paths(view, lines)
    verdicts = judge_lines(view, lines, told, paths)
    verdicts |= judge_tails(view, lines, told, verdicts)
    verdicts |= judge_navigation(view, lines, told, verdicts)
    verdicts = spare(view, lines, told, verdicts | judge_between(view, lines, told, verdicts))
    verdicts = outside_tables(verdicts, reading.parts)
    full = full_lines(view, lines)
    plain = {} if half else find_plain(view, lines, marks, verdicts, reading, full)
    titles = frozenset(line - 1 for line, look in reading.looks.items() if look == TITLE)
    hints = Hints(reading.headings, frozenset(paths.values()), looks_of(plain, reading.headings), titles)
    extents = find_in_parts(view, lines, told, verdicts, hints, reading.parts)
    extents = by_mail(lines, marks, verdicts, extents)
    bodies, discards = with_subjects(view, lines, verdicts, *trim(view, lines, marks, verdicts, extents))
    bodies, discards = with_named(view, bodies, discards)
    bodies = [with_plain(lines, body, plain) for body in bodies]
    starts = [line.start for line in lines]
    placed = [nest(body.marks, choose_strong(body.marks)) for body in bodies]
    documents = tuple(
        build(
            view,
            lines,
            full,
            starts,
            body,
            labels,
            number,
            parted=reading.parted,
            flush=reading.flush,
            closed=reading.closed,
        )
        for number, (body, labels) in enumerate(zip(bodies, placed, strict=True), start=1)
    )
    doubts = tuple(at for body in bodies for at in body.doubts)
    documents = by_sheet(documents, reading.parts)
    if len(numbers) < numbers[-1]:
        documents = tuple(_renumbered(document, numbers) for document in documents)
    return Outlined(view, lines, numbers, documents, discards, _refused(bodies, placed), doubts)


def line_numbers(view: Folded, lines: Sequence[Line]) -> list[int]:
    """Return for each line of the view the number of its line in the source, from which whole lines may be hidden."""
    if view.source.count("\n") + 1 == len(lines):
        return list(range(1, len(lines) + 1))
    breaks = [at for at, sign in enumerate(view.source) if sign == "\n"]
    numbers, place = [], 0
    for raw in view.text.split("\n"):
        # The line feed behind a blank line stands in that line.
        numbers.append(bisect_right(breaks, view.origin(place) - 1) + 1)
        place += len(raw) + 1
    return numbers


def _of_view(reading: Reading, numbers: Sequence[int]) -> Reading:
    """Return the reading in lines of the view."""
    if len(numbers) == numbers[-1]:
        return reading
    places = {number: place for place, number in enumerate(numbers, start=1)}

    def part(one: Part) -> Part:
        begin = min(bisect_right(numbers, one.line - 1) + 1, len(numbers))
        tail = bisect_right(numbers, one.tail - 1) + 1 if one.tail is not None else None
        return replace(one, line=begin, title=places.get(one.title or 0), tail=tail)

    headings = {places[line]: level for line, level in reading.headings.items() if line in places}
    looks = {places[line]: look for line, look in reading.looks.items() if line in places}
    flush = frozenset(places[line] for line in reading.flush if line in places)
    closed = {
        places[line]: places[first] for line, first in reading.closed.items() if line in places and first in places
    }
    rows = frozenset(places[line] for line in reading.rows if line in places)
    parts = tuple(map(part, reading.parts))
    return replace(reading, headings=headings, parts=parts, looks=looks, flush=flush, closed=closed, rows=rows)


def _renumbered(document: Document, numbers: Sequence[int]) -> Document:
    def node(one: Node) -> Node:
        return replace(one, line=numbers[one.line - 1], children=tuple(map(node, one.children)))

    first, last = document.lines
    return replace(document, lines=(numbers[first - 1], numbers[last - 1]), nodes=tuple(map(node, document.nodes)))


def _refused(bodies: list[Body], placed: list[list[Placed]]) -> list[Mark]:
    taken = {item.mark.start for labels in placed for item in labels}
    return [
        mark for body in bodies for mark in body.marks if mark.at_start and mark.prior > 1.0 and mark.start not in taken
    ]
